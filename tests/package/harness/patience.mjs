// @ts-check
// For how long the tests of the places wait.

/** How long a place, or a page, may take. */
export const PATIENCE_MS = 180_000;
