// @ts-check
// Arguments to JSON, and nothing lost on the way: what JSON would drop or change silently is refused.

import { RequestValidationError } from './errors.mjs';

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
  const [path, got] = culprit(value, root, new Set()) ?? [root, 'something that is not JSON'];
  throw refused(operation, path, 'a value that JSON can hold', got, cause);
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
  if (misfit(value) || (value === null && misfit(this[key]))) throw new TypeError('not JSON');
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
  return undefined;
}

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
  for (const [key, member] of Object.entries(value)) {
    const found = culprit(member, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`, parents);
    if (found) return found;
  }
  parents.delete(value);
  return undefined;
}
