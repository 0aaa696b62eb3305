// What the package consists of. What each of its files is: docs/package.md.

/**
 * An entry of each name, and beside it the wasm of a feature of the crate. Its types are the files named, joined.
 */
export const ENTRIES = [
  {
    name: 'index',
    wasmName: 'dixa_bg',
    feature: 'client',
    types: ['types/shell.d.ts', 'generated/client.d.ts'],
  },
  { name: 'testing', wasmName: 'sandbox_bg', feature: 'sandbox', types: ['types/testing.d.ts'] },
  {
    name: 'webhooks',
    wasmName: 'webhooks_bg',
    feature: 'webhooks',
    types: ['types/webhooks.d.ts', 'generated/webhooks.d.ts'],
  },
];

/** @typedef {(typeof ENTRIES)[number]} Entry */

/** Entries of plain JavaScript, without a wasm. */
export const PLAIN = [
  { name: 'proxy', types: ['generated/routes.d.ts', 'types/proxy.d.ts'] },
  { name: 'helpers', types: ['types/helpers.d.ts'] },
];
