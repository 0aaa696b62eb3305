// What the build puts in place.

/** The package's version. */
declare const VERSION: string;

/** The entry that is being made: what is only another's is left out. */
declare const ENTRY: 'index' | 'testing' | 'webhooks';
