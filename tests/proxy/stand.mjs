// @ts-check
// What the proxy's tests share: a proxy in front of a Dixa of the test's own, and what was sent to it.

import { createProxy } from '../../pkg/dist/proxy.mjs';

/** Where the proxy stands. */
export const SITE = 'https://site.example';
export const TOKEN = 'the-token-of-the-proxy';

/** @typedef {{ url: string, init: any }} Sent */

/**
 * @param {object} [options]
 * @param {(url: string, init: any) => Response | Promise<Response>} [answer]
 */
export function stand(options = {}, answer = () => json({ data: [] })) {
  /** @type {Sent[]} */
  const sent = [];
  /** @type {{ error: any, about: any }[]} */
  const failures = [];
  const proxy = createProxy({
    token: TOKEN,
    allow: ['getConversation', 'listMessages', 'listTags', 'searchConversations', 'addMessage'],
    authorize: () => true,
    prefix: '/api/dixa',
    fetch: async (/** @type {string} */ url, /** @type {any} */ init) => {
      sent.push({ url, init });
      return answer(url, init);
    },
    onError: (/** @type {unknown} */ error, /** @type {unknown} */ about) => failures.push({ error, about }),
    ...options,
  });
  return { proxy, sent, failures };
}

/** @param {unknown} value @param {ResponseInit} [init] */
export const json = (value, init) => Response.json(value, init);

/** A request as a page of the site makes it. @param {string} path @param {any} [init] */
export const ask = (path, { headers, ...init } = /** @type {any} */ ({})) =>
  new Request(SITE + path, {
    ...init,
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
    ...(init.body && { duplex: 'half' }),
  });

/** A request that writes. @param {unknown} body @param {any} [init] */
export const post = (body, { headers, ...init } = /** @type {any} */ ({})) =>
  ask('/api/dixa/v1/conversations/7/messages', {
    method: 'POST',
    body:
      typeof body === 'string' || body instanceof ReadableStream || body instanceof Uint8Array
        ? body
        : JSON.stringify(body),
    headers: { 'content-type': 'application/json', origin: SITE, ...headers },
    ...init,
  });
