// @ts-check
// The options of a proxy: checked when it is made, so that a mistake is no open door.

import { ROUTES } from '../../generated/routes.mjs';
import { baseUrlOf, guardBrowser, misconfigured, mismatch } from '../options.mjs';

/**
 * @typedef {object} Settings
 * @property {string | (() => unknown)} token
 * @property {boolean} bearer
 * @property {string} baseUrl
 * @property {ReadonlySet<string>} allow
 * @property {(request: Request, call: import('./route.mjs').Call) => unknown} authorize
 * @property {string} prefix
 * @property {readonly string[]} origins
 * @property {number} maxBodyBytes
 * @property {number} timeoutMs
 * @property {((url: string, init: RequestInit) => Promise<Response>) | undefined} fetch
 * @property {((error: unknown, about: { code: string, operation: string | undefined }) => void) | undefined} onError
 */

/** @type {Record<string, { kind: string, values?: readonly string[] }>} */
const OPTIONS = {
  token: { kind: 'token' },
  authScheme: { kind: 'oneOf', values: ['raw', 'bearer'] },
  baseUrl: { kind: 'text' },
  allow: { kind: 'names' },
  authorize: { kind: 'function' },
  prefix: { kind: 'prefix' },
  origins: { kind: 'origins' },
  maxBodyBytes: { kind: 'count' },
  timeoutMs: { kind: 'milliseconds' },
  fetch: { kind: 'function' },
  onError: { kind: 'function' },
};

/** Without these there is no proxy: a default would be a guess at what may be done with the token. */
const REQUIRED = ['token', 'allow', 'authorize'];

/**
 * @param {unknown} given
 * @returns {Settings}
 */
export function readSettings(given) {
  if (typeof given !== 'object' || given === null) {
    throw misconfigured('invalid_option', 'createProxy takes an object with token, allow and authorize');
  }
  /** @type {Record<string, any>} */
  const options = {};
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(OPTIONS, name))
      throw misconfigured('unknown_option', `the proxy has no option ${JSON.stringify(name)}`);
    if (value === undefined) continue;
    const expected = unfit(value, OPTIONS[name]);
    if (expected) throw misconfigured('invalid_option', `${name} must be ${expected}`);
    options[name] = value;
  }
  const missing = REQUIRED.find((name) => options[name] === undefined);
  if (missing) throw misconfigured('missing_option', `createProxy needs ${missing}`);
  const { token, allow, baseUrl } = options;
  if (typeof token === 'string' && !isToken(token))
    throw misconfigured('invalid_token', 'token: expected a string that a header can hold, not empty');
  guardBrowser({ token });
  return {
    token,
    bearer: options.authScheme === 'bearer',
    baseUrl: baseUrlOf({ token, baseUrl }),
    allow: new Set(allow),
    authorize: options.authorize,
    prefix: (options.prefix ?? '').replace(/\/$/, ''),
    origins: options.origins ?? [],
    maxBodyBytes: options.maxBodyBytes ?? 1024 * 1024,
    timeoutMs: options.timeoutMs ?? 20_000,
    fetch: options.fetch,
    onError: options.onError,
  };
}

/**
 * @param {any} value
 * @param {{ kind: string, values?: readonly string[] }} option
 * @returns {string | undefined} what is expected, when the value is something else
 */
function unfit(value, option) {
  const isListOf = (/** @type {(one: unknown) => boolean} */ fits) =>
    Array.isArray(value) && value.every(fits);
  switch (option.kind) {
    case 'names': {
      if (!isListOf((one) => typeof one === 'string') || value.length === 0)
        return 'a list of names of operations, not empty';
      const unknown = value.find((/** @type {string} */ one) => !ROUTES.some(({ name }) => name === one));
      return unknown === undefined
        ? undefined
        : `a list of names of operations; there is no ${JSON.stringify(unknown)}`;
    }
    case 'prefix':
      return typeof value === 'string' && /^(\/(?!\.{1,2}(\/|$))[\w.~-]+)*\/?$/.test(value)
        ? undefined
        : 'a path that begins with /, e.g. /api/dixa';
    case 'origins':
      return isListOf((one) => typeof one === 'string' && /^[a-z][a-z\d+.-]*:\/\/[^/?#@\s]+$/.test(one))
        ? undefined
        : 'a list of origins, e.g. https://www.example.com';
    default:
      return mismatch(value, option);
  }
}

/**
 * Whether a header can hold it, as in `src/policy/secrets.rs`.
 * @param {unknown} token
 * @returns {token is string}
 */
export const isToken = (token) =>
  typeof token === 'string' && token.trim() === token && /^[\t\x20-\x7e\x80-\xff]+$/.test(token);
