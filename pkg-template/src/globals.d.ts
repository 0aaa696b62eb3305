// What the build puts in place.

/** The package's version. */
declare const VERSION: string;
