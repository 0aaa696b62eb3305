// @ts-check
// New messages of a conversation as they come. Dixa pushes nothing to clients, so it is asked again and again, and
// kindly.

import { quietly } from '../quietly.mjs';
import { onAbort } from '../signal.mjs';
import { checkHelperOptions, pause, waitMs } from './poll.mjs';

/** @typedef {import('../../generated/client.js').Message} Message */

/** A page that is shown again and again asks no more often than this. */
const LEAST_MS = 1000;

/**
 * @param {any} dixa
 * @param {unknown} conversationId
 * @param {unknown} [given]
 */
export function watchMessages(dixa, conversationId, given = {}) {
  const options = checkHelperOptions('watchMessages', given, {
    signal: { kind: 'signal' },
    intervalMs: { kind: 'milliseconds' },
    seen: (value) => !Array.isArray(value) && 'a list of messages',
    onError: { kind: 'function' },
  });
  const left = new AbortController();
  const messages = poll(dixa, conversationId, options, left);
  return {
    next: () => messages.next(),
    // A generator alone would be left only when its wait is over.
    return: () => (left.abort(), messages.return(undefined)),
    /** @param {unknown} error */
    throw: (error) => (left.abort(), messages.throw(error)),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/**
 * @param {any} dixa
 * @param {unknown} conversationId
 * @param {Record<string, any>} options
 * @param {AbortController} left
 * @returns {AsyncGenerator<Message, void, undefined>}
 */
async function* poll(dixa, conversationId, { signal, intervalMs = 5000, seen, onError }, left) {
  const unhear = signal && onAbort(signal, () => left.abort());
  /** @type {Set<string> | undefined} */
  let known = seen && new Set(seen.map((/** @type {Message} */ { id }) => id));
  let failures = 0;
  try {
    while (!left.signal.aborted) {
      /** @type {Message[]} */
      let fresh = [];
      let retryAfterMs;
      try {
        /** @type {Message[]} */
        const messages = await dixa.listMessages(conversationId, { signal: left.signal });
        failures = 0;
        // What is there already is not new.
        known ??= new Set(messages.map(({ id }) => id));
        fresh = messages.filter(({ id }) => !known?.has(id)).sort(byTime);
      } catch (/** @type {any} */ error) {
        if (left.signal.aborted) return;
        if (error?.retryable !== true) throw error;
        failures++;
        ({ retryAfterMs } = error);
        quietly(() => onError?.(error));
      }
      for (const message of fresh) {
        if (left.signal.aborted) return;
        if (known?.has(message.id)) continue;
        known?.add(message.id);
        yield message;
      }
      const leastMs = failures > 0 ? waitMs(intervalMs, failures, retryAfterMs) : LEAST_MS;
      const ms = failures > 0 ? leastMs : waitMs(intervalMs, 0);
      await pause(ms, left.signal, { page: true, leastMs: Math.min(leastMs, ms) });
    }
  } finally {
    unhear?.();
  }
}

/**
 * The older first; what has no readable time comes last.
 * @param {Message} a
 * @param {Message} b
 */
function byTime(a, b) {
  const [left, right] = [a, b].map(({ createdAt }) => {
    const time = Date.parse(createdAt);
    return Number.isNaN(time) ? Infinity : time;
  });
  return left < right ? -1 : Number(left > right);
}
