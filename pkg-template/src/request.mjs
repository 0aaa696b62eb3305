// @ts-check
// The one argument of `request`: its members by name and kind. Which paths may be asked for is decided in wasm.

import { METHODS } from '../generated/operations.mjs';
import { LATER, refused } from './stringify.mjs';

const MEMBERS = ['method', 'path', 'query', 'body'];

/**
 * @param {any} given
 * @returns {{ method: string, path: string, query?: unknown, body?: unknown }}
 */
export function checkRequest(given) {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw refused('request', '$', 'an object with method and path', 'something else');
  for (const name of Object.keys(given))
    if (!MEMBERS.includes(name))
      throw refused('request', name, `${MEMBERS.join(', ')} ${LATER}`, 'another name');
  const { method, path, query, body } = given;
  if (!METHODS.includes(method)) throw refused('request', 'method', METHODS.join(' or '), 'something else');
  if (typeof path !== 'string') throw refused('request', 'path', 'a string', typeof path);
  return { method, path, query, body };
}

/**
 * A path as an error may show it: a part that is no plain word of lower case, nor a version, may be an id.
 * @param {string} path
 */
export const pathWithoutIds = (path) =>
  path.replace(/[^/]+/g, (part) => (/^([a-z-]{1,24}|v\d)$/.test(part) ? part : '{}'));
