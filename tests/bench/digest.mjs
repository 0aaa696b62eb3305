// @ts-check
// Whether two values are the same, told in a few letters.

import { createHash } from 'node:crypto';

/** Whatever the order of the keys, and without what is `undefined`. @param {unknown} value */
export function digest(value) {
  const text = JSON.stringify(value, (_, inner) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
  return createHash('sha256').update(text).digest('hex');
}
