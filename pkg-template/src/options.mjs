// @ts-check
// The options of a client and of a call: checked by their table, then made into what wasm is told.

import { OPTIONS } from '../generated/options.mjs';
import { ConfigurationError } from './errors.mjs';

/** @typedef {Record<string, any>} Options */

/**
 * @param {string} code
 * @param {string} message
 * @param {string} [operation]
 * @param {unknown} [cause]
 */
export function misconfigured(code, message, operation, cause) {
  const said = operation ? `${operation}: ${message}` : message;
  return new ConfigurationError(
    said,
    { code, outcome: 'not_sent', operation, attempts: 0, retryable: false },
    { cause },
  );
}

/** Members of a request's init that are the client's own. */
const OWN_INIT = ['body', 'headers', 'method', 'redirect', 'signal'];

/** Members of a signal that are asked of it. */
const SIGNAL = ['aborted', 'addEventListener', 'removeEventListener'];

/**
 * @param {unknown} value
 * @param {{ kind: string, values?: readonly string[] }} option
 * @returns {string | undefined} what is expected, when the value is something else
 */
export function mismatch(value, { kind, values = [] }) {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const isFunction = typeof value === 'function';
  switch (kind) {
    case 'token':
      return (typeof value === 'string' && value !== '') || isFunction
        ? undefined
        : 'a string that is not empty, or a function';
    case 'text':
      return typeof value === 'string' && value !== '' ? undefined : 'a string that is not empty';
    case 'milliseconds':
      return typeof value === 'number' && value > 0 && value < 2 ** 31
        ? undefined
        : 'a number of milliseconds, more than 0 and less than 2^31';
    case 'count':
      return Number.isInteger(value) && Number(value) >= 0 && Number(value) < 2 ** 31
        ? undefined
        : 'a whole number, 0 or more';
    case 'flag':
      return typeof value === 'boolean' ? undefined : 'true or false';
    case 'oneOf':
      return values.includes(/** @type {string} */ (value))
        ? undefined
        : values.map((one) => `'${one}'`).join(' or ');
    case 'function':
      return isFunction ? undefined : 'a function';
    case 'headers':
      return isObject || isFunction ? undefined : 'an object of strings, or a function';
    case 'object':
      return isObject && !OWN_INIT.some((name) => name in value)
        ? undefined
        : `an object without ${OWN_INIT.join(', ')}`;
    case 'rateLimit': {
      const { requestsPerSecond, burst } = /** @type {any} */ (isObject ? value : {});
      const fits =
        Number.isFinite(requestsPerSecond) && requestsPerSecond > 0 && Number.isFinite(burst) && burst >= 1;
      return value === false || fits
        ? undefined
        : 'false, or { requestsPerSecond, burst } with numbers of at least 1';
    }
    case 'logger':
      return isObject || value === null ? undefined : 'an object with debug or warn, or null';
    case 'signal':
      return isObject && SIGNAL.every((name) => name in value) ? undefined : 'an AbortSignal';
    default:
      return 'nothing';
  }
}

/** @typedef {{ kind: string, values?: readonly string[] } | ((value: any) => string | false | undefined)} Option what an option must be, or what says what is expected of a value that is something else */

/**
 * What a table says of a name, of its own names alone.
 * @param {Record<string, Option>} table
 * @returns {(name: string) => Option | undefined}
 */
export const of = (table) => (name) => (Object.hasOwn(table, name) ? table[name] : undefined);

/**
 * Whether it may hold options. A signal in their place has none of its own: it would be taken, and never heard.
 * @param {unknown} given
 * @returns {given is object}
 */
export const isPlain = (given) => Object.prototype.toString.call(given) === '[object Object]';

/**
 * Options that say nothing, and inherit nothing: what somebody wrote on `Object.prototype` could lead the token away.
 * @returns {Options}
 */
const none = () => Object.create(null);

/**
 * Checks each option and gives a copy without those that are undefined.
 * @param {object} given
 * @param {(name: string) => Option | undefined} find
 * @param {string} [operation]
 * @param {(name: string) => string} [unknown] what is said of a name that is not found
 * @returns {Options}
 */
export function checkEach(
  given,
  find,
  operation,
  unknown = (name) => `there is no option ${JSON.stringify(name)}`,
) {
  const options = none();
  for (const [name, value] of Object.entries(given)) {
    const option = find(name);
    if (!option) throw misconfigured('unknown_option', unknown(name), operation);
    if (value === undefined) continue;
    const expected = typeof option === 'function' ? option(value) : mismatch(value, option);
    if (expected) throw misconfigured('invalid_option', `${name} must be ${expected}`, operation);
    options[name] = value;
  }
  return options;
}

/**
 * Checks the options of a client or a call and gives a copy without those that are undefined.
 * @param {unknown} given
 * @param {'client' | 'call'} place
 * @param {string} [operation]
 * @returns {Options}
 */
export function checkOptions(given, place, operation) {
  if (given === undefined) return none();
  const [holder, other] = place === 'client' ? ['the client', 'a call'] : ['a call', 'the client'];
  if (!isPlain(given)) {
    throw misconfigured('invalid_option', `the options of ${holder} are a plain object`, operation);
  }
  const fits = (/** @type {string} */ name) =>
    Object.hasOwn(OPTIONS, name) && ['both', place].includes(OPTIONS[name].scope);
  const unknown = (/** @type {string} */ name) =>
    Object.hasOwn(OPTIONS, name)
      ? `${name} is an option of ${other}, not of ${holder}`
      : `${holder} has no option ${JSON.stringify(name)}`;
  return checkEach(given, (name) => (fits(name) ? OPTIONS[name] : undefined), operation, unknown);
}

/** Where the API is, unless `baseUrl` says otherwise. */
const DIXA = 'https://dev.dixa.io';

/**
 * A relative address leads somewhere in pages only.
 * @param {string} baseUrl
 * @param {string} operation
 */
function guardRelative(baseUrl, operation) {
  if (globalThis.location !== undefined || /^https?:/i.test(baseUrl)) return;
  throw misconfigured('invalid_base_url', 'a relative baseUrl works in web pages only', operation);
}

/**
 * The address that requests are made at, without a slash at its end.
 * @param {Options} options
 */
export function baseUrlOf({ baseUrl, token }) {
  if (baseUrl === undefined) {
    if (token !== undefined) return DIXA;
    throw misconfigured('missing_token', 'a token is needed, or the baseUrl of a proxy that adds one');
  }
  let url;
  try {
    // A server that renders a page makes its client, too, and does not call it: `guardRelative`.
    const isForPage = token === undefined && /^\s*\/(?!\/)/.test(baseUrl);
    url = new URL(baseUrl, globalThis.location?.href ?? (isForPage ? DIXA : undefined));
  } catch {
    throw misconfigured('invalid_base_url', 'baseUrl is not a URL; a relative one works in web pages only');
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:' && url.origin !== globalThis.location?.origin) {
    throw misconfigured('invalid_base_url', 'baseUrl must begin with https:// or http://, or be relative');
  }
  const address = baseUrl.trim();
  // An empty query or fragment would swallow the path all the same.
  if (url.username || url.password || /[?#\s]/.test(address)) {
    throw misconfigured('invalid_base_url', 'baseUrl must have no user, query, fragment or space');
  }
  const loopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (token !== undefined && url.protocol === 'http:' && !loopback) {
    throw misconfigured('insecure_base_url', 'the token goes over https only; use https:// in baseUrl');
  }
  return address.replace(/\/+$/, '');
}

/**
 * A token in a web page is a token in public.
 * @param {Options} options
 */
export function guardBrowser({ token, dangerouslyAllowBrowser }) {
  if (token === undefined || dangerouslyAllowBrowser) return;
  const { window, document, location, navigator } = /** @type {any} */ (globalThis);
  const isPage = window !== undefined && document !== undefined && /^https?:$/.test(location?.protocol);
  if (!isPage || /jsdom|happydom/i.test(navigator?.userAgent ?? '')) return;
  throw misconfigured(
    'token_in_browser',
    'whoever opens this page could read the token: keep it on a server behind createProxy of dixa-conversations/proxy, and set baseUrl to it. Where only those who may have the token open the page, set dangerouslyAllowBrowser',
  );
}

/** Dixa's limit for a token. */
const DIXA_LIMIT = { requestsPerSecond: 10, burst: 4 };

/**
 * What wasm is told of the options of a call, packed as `unpacked` in `src/bindings/client.rs` reads it.
 * @param {Options} options
 * @param {string} baseUrl
 * @param {string} operation
 */
export function settingsOf(options, baseUrl, operation) {
  guardRelative(baseUrl, operation);
  const { requestsPerSecond, burst } = options.rateLimit || DIXA_LIMIT;
  const { validation } = options;
  return {
    numbers: Float64Array.of(
      options.timeoutMs ?? 20_000,
      options.totalTimeoutMs ?? 60_000,
      options.maxRetries ?? 2,
      options.rateLimit === false ? 0 : requestsPerSecond,
      burst,
      options.maxBodyBytes ?? 16 * 1024 * 1024,
      // From here on true or false.
      Number(options.authScheme === 'bearer'),
      Number(options.autoExternalId ?? true),
      Number(options.idempotent ?? false),
      Number(validation === 'strict'),
      Number(validation === 'off'),
    ),
    lines: joined([baseUrl, ...headersOf(options.headers, operation)]),
  };
}

/**
 * Texts, a line each. One that has a line's end keeps a character that nothing of wasm's takes.
 * @param {readonly string[]} texts
 */
export const joined = (texts) => texts.map((text) => text.replaceAll('\n', '\r')).join('\n');

/**
 * @param {any} given
 * @param {string} operation
 * @returns {string[]} names and values in turn
 */
function headersOf(given, operation) {
  let headers = given;
  try {
    if (typeof given === 'function') headers = given();
  } catch (cause) {
    throw misconfigured('headers_failed', 'the headers function failed; see error.cause', operation, cause);
  }
  if (typeof headers?.then === 'function') {
    throw misconfigured('invalid_option', 'headers must be an object of strings, not a promise', operation);
  }
  // `Headers` and `Map` have no entries of their own: they would be no headers at all.
  const own = headers?.[Symbol.iterator] ? [...headers] : Object.entries(headers ?? {});
  return [...Object.entries(userAgent()), ...own].flatMap(([name, value]) => {
    if (typeof name !== 'string' || typeof value !== 'string') {
      throw misconfigured('invalid_header', `the header ${JSON.stringify(name)} must be a string`, operation);
    }
    return [name.toLowerCase(), value];
  });
}

/** Outside browsers only: there the header is the browser's own, and setting it would need a preflight. */
export function userAgent() {
  const { process, Deno, EdgeRuntime, navigator } = /** @type {any} */ (globalThis);
  const isServer =
    process?.versions?.node || Deno || EdgeRuntime || navigator?.userAgent === 'Cloudflare-Workers';
  const isPage = 'document' in globalThis;
  return isServer && !isPage ? { 'user-agent': `dixa-conversations/${VERSION}` } : {};
}
