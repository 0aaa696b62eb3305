// @ts-check
// Arguments to JSON, and nothing lost on the way: what JSON would drop or change silently is refused.

import { OPTIONS } from '../generated/options.mjs';
import { RequestValidationError } from './errors.mjs';

/** Said to who gave an option, or a part of the query, too early; `src/codec/request.rs` says it, too. */
export const LATER = '(it belongs to a later argument)';

/**
 * @param {unknown} value
 * @param {string} root how the argument is called in paths
 * @param {string} operation
 * @returns {string | undefined}
 */
export function stringify(value, root, operation) {
  if (value === undefined) return undefined;
  /** @type {string | undefined} */
  let text;
  let cause;
  try {
    text = JSON.stringify(value, replacer);
  } catch (thrown) {
    cause = thrown;
  }
  if (text !== undefined) return text;
  let found;
  try {
    found = culprit(value, root, new Set());
  } catch {
    // A getter threw, or it is too deep.
  }
  const [path, got] = found ?? [root, 'something that is not JSON'];
  const isOption = Object.hasOwn(OPTIONS, path.slice(root.length + 1));
  throw refused(
    operation,
    path,
    isOption ? `no such field ${LATER}` : 'a value that JSON can hold',
    got,
    cause,
  );
}

/**
 * An argument that is not what it has to be.
 * @param {string} operation
 * @param {string} path
 * @param {string} expected
 * @param {string} got
 * @param {unknown} [cause]
 */
export function refused(operation, path, expected, got, cause) {
  const issue = { path, expected, got, severity: 'error' };
  const said = `${path}: expected ${expected}, got ${got}`;
  return new RequestValidationError(
    `${operation}: ${said}`,
    {
      code: 'invalid_request',
      outcome: 'not_sent',
      operation,
      attempts: 0,
      retryable: false,
      issues: [{ operation, ...issue, message: said }],
      issueCount: 1,
    },
    { cause },
  );
}

/**
 * @this {any}
 * @param {string} key
 * @param {unknown} value
 */
function replacer(key, value) {
  if (typeof value === 'bigint') return value.toString();
  // `toJSON` of a Date has run by now, and of an invalid one it made null.
  if (misfit(value) || (value === null && misfit(this[key])) || isHole(this, value))
    throw new TypeError('not JSON');
  return value;
}

/**
 * What a value is that JSON would drop or turn into null.
 * @param {unknown} value
 */
function misfit(value) {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value === 'function' || typeof value === 'symbol') return `a ${typeof value}`;
  if (value instanceof Date && Number.isNaN(value.getTime())) return 'an invalid Date';
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  // JSON makes `{}` of them.
  if (typeof (/** @type {any} */ (value).then) === 'function') return 'a promise';
  return Symbol.iterator in value ? 'a collection that is no array' : undefined;
}

/**
 * Whether a value is what JSON writes as `null` in a list: nothing.
 * @param {unknown} list
 * @param {unknown} value
 */
const isHole = (list, value) => value === undefined && Array.isArray(list);

/**
 * Path and kind of the first value that JSON cannot hold.
 * @param {unknown} value
 * @param {string} path
 * @param {Set<object>} parents
 * @returns {[string, string] | undefined}
 */
function culprit(value, path, parents) {
  const kind = misfit(value);
  if (kind) return [path, kind];
  if (typeof value !== 'object' || value === null || value instanceof Date) return undefined;
  if (parents.has(value)) return [path, 'an object that contains itself'];
  parents.add(value);
  // Of an array the holes, too.
  for (const [key, member] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    if (isHole(value, member)) return [`${path}[${key}]`, 'nothing'];
    // A name that does not look like one might be a customer's text.
    const name = /^[\w.-]{1,64}$/.test(String(key)) ? key : '(a string that is no name)';
    const found = culprit(member, Array.isArray(value) ? `${path}[${key}]` : `${path}.${name}`, parents);
    if (found) return found;
  }
  parents.delete(value);
  return undefined;
}
