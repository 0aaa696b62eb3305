// @ts-check
// Sends to Dixa what was let through, and gives its answer back as it comes: the body is a stream that nobody keeps.

import { REQUEST_IDS } from '../../generated/headers.mjs';
import { userAgent } from '../options.mjs';
import { GUARDS, Refusal, aborted } from './refusal.mjs';
import { isToken } from './settings.mjs';

/** @typedef {import('./route.mjs').Call} Call */

/**
 * @param {import('./settings.mjs').Settings} settings
 */
export function upstream(settings) {
  const { baseUrl, bearer, timeoutMs, token } = settings;
  /** What a token function gave: kept until Dixa refuses it. A value and no promise, for requests end on their own. */
  let known = /** @type {string | undefined} */ (undefined);

  /** @param {string} [refused] the token to do better than */
  async function tokenValue(refused) {
    if (typeof token === 'string') return token;
    if (known !== undefined && known !== refused) return known;
    let given;
    try {
      given = await token();
      if (!isToken(given)) throw new TypeError('the token function gave no string that a header can hold');
    } catch (cause) {
      throw new Refusal(500, 'proxy_token_failed', 'there is no token', cause);
    }
    known = given;
    return given;
  }

  /**
   * @param {AbortSignal} asking
   * @param {import('./route.mjs').Route} route
   * @param {Call} call
   * @param {string | undefined} body
   */
  return async function send(asking, route, call, body) {
    const controller = new AbortController();
    const { signal } = controller;
    const gone = () => controller.abort(aborted());
    // Stays: who goes away while the answer's body comes ends that, too.
    asking?.addEventListener('abort', gone, { once: true });
    if (asking?.aborted) gone();
    const late = () => controller.abort(new Refusal(504, 'proxy_timeout', 'Dixa did not answer in time'));
    const timer = setTimeout(late, timeoutMs);
    /** @type {Promise<never>} */
    const ended = new Promise((_, reject) => {
      const end = () => reject(signal.reason);
      if (signal.aborted) end();
      signal.addEventListener('abort', end);
    });
    ended.catch(() => {});

    /** @param {string} value */
    const attempt = async (value) => {
      signal.throwIfAborted();
      const headers = {
        ...userAgent(),
        accept: 'application/json',
        authorization: authorization(value),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      };
      const init = {
        method: route.method,
        headers: /** @type {Record<string, string>} */ (headers),
        redirect: /** @type {const} */ ('manual'),
        signal,
      };
      const fetch = settings.fetch ?? globalThis.fetch;
      return fetch(baseUrl + pathOf(route, call), body === undefined ? init : { ...init, body });
    };

    const answered = async () => {
      const first = await tokenValue();
      const answer = await attempt(first);
      if (answer.status !== 401 || typeof token === 'string') return answer;
      const next = await tokenValue(first);
      if (next === first) return answer;
      drop(answer);
      return attempt(next);
    };

    try {
      return await Promise.race([answered(), ended]);
    } catch (cause) {
      // What `fetch` rejects with differs from runtime to runtime; the signal knows the reason.
      const reason = signal.aborted ? signal.reason : cause;
      if (reason instanceof Refusal) throw reason;
      throw new Refusal(502, 'proxy_no_answer', 'Dixa could not be reached', cause);
    } finally {
      clearTimeout(timer);
    }
  };

  /**
   * As in `src/policy/secrets.rs`: a `Bearer ` that is there is not doubled.
   * @param {string} value
   */
  function authorization(value) {
    return bearer && !/^bearer /i.test(value) ? `Bearer ${value}` : value;
  }
}

/**
 * The path and query, made anew of what was checked.
 * @param {import('./route.mjs').Route} route
 * @param {Call} call
 */
function pathOf(route, { ids, query }) {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name) => ids[name]);
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path;
}

/** Headers of Dixa's answer that the client reads, or that say what the body is. */
const PASSED = ['content-type', 'retry-after', 'retry-after-ms'];

/** Statuses whose answers have no body. */
const EMPTY = [204, 205];

/**
 * @param {Response} answer
 */
export function passOn(answer) {
  const { status } = answer;
  // A runtime that hides a redirect gives it the status 0.
  if (status === 0 || (status >= 300 && status < 400)) {
    drop(answer);
    throw new Refusal(502, 'proxy_redirect_refused', 'Dixa redirected, and redirects are not followed');
  }
  const headers = new Headers(GUARDS);
  // Where the body was compressed, fetch has undone it: it is longer than was said.
  const length = answer.headers.has('content-encoding') ? [] : ['content-length'];
  for (const name of [...PASSED, ...REQUEST_IDS, ...length]) {
    const value = answer.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(EMPTY.includes(status) ? null : answer.body, { status, headers });
}

/**
 * Lets go of an answer that nobody reads.
 * @param {Response} answer
 */
function drop(answer) {
  answer.body?.cancel().catch(() => {});
}
