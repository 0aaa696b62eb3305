// @ts-check
// How the helpers poll: how long they wait, and what ends a wait. No timer and no listener outlives one.

import { checkEach, isPlain, misconfigured, of } from '../options.mjs';

/** The longest wait between two looks after failures, unless the interval is longer or Dixa asks for more. */
const LONGEST_BACKOFF_MS = 60_000;

/** The longest timer that runtimes take; a longer one would end at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * The wait after a look, in milliseconds: the interval, doubled with each failure in a row, less up to a quarter by
 * chance, for not all pages shall ask at once. A server that asks for more gets it.
 * @param {number} intervalMs
 * @param {number} failures
 * @param {number} [retryAfterMs]
 */
export function waitMs(intervalMs, failures, retryAfterMs = 0) {
  const backoff = Math.min(intervalMs * 2 ** failures, Math.max(intervalMs, LONGEST_BACKOFF_MS));
  return Math.min(Math.max(backoff * (1 - Math.random() * 0.25), retryAfterMs), LONGEST_TIMER_MS);
}

/**
 * Waits. A signal ends it. With `page`, no time passes while the page is hidden, and when it is shown again the wait
 * is over, though never before `leastMs`.
 * @param {number} ms
 * @param {AbortSignal} signal
 * @param {{ page?: boolean, leastMs?: number }} [options]
 * @returns {Promise<void>}
 */
export function pause(ms, signal, { page = false, leastMs = 0 } = {}) {
  return new Promise((resolve) => {
    const { document } = globalThis;
    const watched = page && typeof document?.addEventListener === 'function' ? document : undefined;
    const started = Date.now();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const done = () => {
      clearTimeout(timer);
      watched?.removeEventListener('visibilitychange', turned);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const turned = () => {
      clearTimeout(timer);
      if (!watched?.hidden) timer = setTimeout(done, Math.max(0, started + leastMs - Date.now()));
    };
    if (signal.aborted) return done();
    signal.addEventListener('abort', done);
    watched?.addEventListener('visibilitychange', turned);
    if (!watched?.hidden) timer = setTimeout(done, ms);
  });
}

/**
 * @param {string} helper
 * @param {unknown} given
 * @param {Record<string, import('../options.mjs').Option>} table what each option must be
 * @returns {Record<string, any>}
 */
export function checkHelperOptions(helper, given, table) {
  if (!isPlain(given)) throw misconfigured('invalid_option', 'the options are a plain object', helper);
  return checkEach(given, of(table), helper);
}
