// @ts-check
// The kinds of the models' unions, read from the generated types: a kind that is added fails the tests that have no
// case for it.

import { readFileSync } from 'node:fs';

const types = readFileSync(new URL('../../pkg/dist/index.d.mts', import.meta.url), 'utf8');

/**
 * The values of `_type` that a union has.
 * @param {string} union
 */
export function tagsOf(union) {
  const members = new RegExp(`export type ${union} =\\s*([^;]+);`).exec(types)?.[1].match(/\w+/g);
  if (!members) throw new Error(`there is no union ${union}`);
  return members
    .map((name) => {
      const tag = new RegExp(`export interface ${name} [^}]*?_type: "(\\w+)"`).exec(types)?.[1];
      if (!tag) throw new Error(`${name} has no _type`);
      return tag;
    })
    .sort();
}
