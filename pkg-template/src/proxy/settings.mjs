// @ts-check
// The options of a proxy: checked when it is made, so that a mistake is no open door.

import { ROUTES } from '../../generated/routes.mjs';
import { baseUrlOf, checkEach, guardBrowser, misconfigured, of } from '../options.mjs';

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

/** @type {Record<string, import('../options.mjs').Option>} */
const OPTIONS = {
  token: { kind: 'token' },
  authScheme: { kind: 'oneOf', values: ['raw', 'bearer'] },
  baseUrl: { kind: 'text' },
  allow: notNames,
  authorize: { kind: 'function' },
  prefix: (value) =>
    !(typeof value === 'string' && /^(\/(?!\.{1,2}(\/|$))[\w.~-]+)*\/?$/.test(value)) &&
    'a path that begins with /, e.g. /api/dixa',
  origins: (value) =>
    !isListOf(value, (one) => typeof one === 'string' && /^[a-z][a-z\d+.-]*:\/\/[^/?#@\s]+$/.test(one)) &&
    'a list of origins, e.g. https://www.example.com',
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
  const unknown = (/** @type {string} */ name) => `the proxy has no option ${JSON.stringify(name)}`;
  const options = checkEach(given, of(OPTIONS), undefined, unknown);
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
 * @param {(one: unknown) => boolean} fits
 */
function isListOf(value, fits) {
  return Array.isArray(value) && value.every(fits);
}

/** @param {any} value */
function notNames(value) {
  if (!isListOf(value, (one) => typeof one === 'string') || value.length === 0)
    return 'a list of names of operations, not empty';
  const unknown = value.find((/** @type {string} */ one) => !ROUTES.some(({ name }) => name === one));
  return unknown !== undefined && `a list of names of operations; there is no ${JSON.stringify(unknown)}`;
}

/**
 * Whether a header can hold it, as in `src/policy/secrets.rs`.
 * @param {unknown} token
 * @returns {token is string}
 */
export const isToken = (token) =>
  typeof token === 'string' && token.trim() === token && /^[\t\x20-\x7e\x80-\xff]+$/.test(token);
