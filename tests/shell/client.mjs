// @ts-check
// What the shell's tests share: a client on a `fetch` of the test's own, and what was thrown.

import { setTimeout as pause } from 'node:timers/promises';
import { inspect } from 'node:util';
import { ConversationsClient } from '../../pkg/dist/index.mjs';

/** @param {unknown} data @param {object} [meta] */
export const answer = (data, meta) =>
  new Response(JSON.stringify({ data, ...(meta && { meta }) }), { headers: { 'x-request-id': 'r1' } });

/** @param {(url: string, init: RequestInit) => Promise<Response>} fetch @param {object} [options] */
export const client = (fetch, options) =>
  new ConversationsClient({ token: 'top-secret', fetch, rateLimit: false, logger: null, ...options });

/** @param {() => unknown} run @returns {Promise<any>} */
export const thrown = async (run) => {
  try {
    await run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

/** Pages as given, each with the key of the next. @param {any[][]} pages */
export const paged = (pages) => {
  /** @type {string[]} */
  const urls = [];
  /** @type {unknown[]} */
  const bodies = [];
  const fetch = async (/** @type {string} */ url, /** @type {RequestInit} */ { body }) => {
    urls.push(url);
    bodies.push(body);
    const at = Number(new URL(url).searchParams.get('pageKey') ?? 0);
    const meta = at + 1 < pages.length ? { next: `https://elsewhere.example/?pageKey=${at + 1}` } : {};
    return answer(
      pages[at]?.map((id) => ({ id, highlights: {}, innerHits: [] })),
      meta,
    );
  };
  return { dixa: client(fetch), urls, bodies };
};

/**
 * Rejections that nobody handled while `run` ran, and a little after.
 * @param {() => unknown} run
 * @returns {Promise<unknown[]>}
 */
export const unhandled = async (run) => {
  /** @type {unknown[]} */
  const reasons = [];
  const listener = (/** @type {unknown} */ reason) => reasons.push(reason);
  // The test runner listens too, and would take each for a failure of the test.
  const others = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', listener);
  try {
    await run();
    await pause(30);
  } finally {
    process.off('unhandledRejection', listener);
    for (const other of others) process.on('unhandledRejection', other);
  }
  return reasons;
};

/** All that prints a value. @param {any} value */
export const printed = (value) => [
  String(value),
  JSON.stringify(value),
  value?.stack,
  value?.message,
  Object.entries(value ?? {}).join(),
  Object.getOwnPropertyNames(value ?? {}).join(),
  inspect(value),
  inspect(value, { showHidden: true, depth: Infinity, getters: true, showProxy: true }),
  JSON.stringify(value, Object.getOwnPropertyNames(value ?? {})),
];
