// @ts-check
// Anonymizing is asked for and done later (202); this waits until it is done.

import { AbortError, TimeoutError } from '../errors.mjs';
import { misconfigured } from '../options.mjs';
import { onAbort } from '../signal.mjs';
import { checkHelperOptions, pause, waitMs } from './poll.mjs';

const NAME = 'waitForAnonymization';

/**
 * @param {any} dixa
 * @param {any} request the answer of `anonymizeConversation` or `anonymizeMessage`, or its id
 * @param {unknown} [given]
 */
export async function waitForAnonymization(dixa, request, given = {}) {
  const options = checkHelperOptions(NAME, given, {
    signal: { kind: 'signal' },
    intervalMs: { kind: 'milliseconds' },
    timeoutMs: { kind: 'milliseconds' },
  });
  const { signal, intervalMs = 2000, timeoutMs = 600_000 } = options;
  if (typeof dixa?.getAnonymizationRequest !== 'function')
    throw misconfigured('no_client', 'the client comes first, then the request or its id', NAME);
  const id = typeof request === 'string' ? request : request?.id;
  const ended = new AbortController();
  const end = () => ended.abort();
  const unhear = signal && onAbort(signal, end);
  const timer = setTimeout(end, timeoutMs);
  try {
    for (let failures = 0; !ended.signal.aborted;) {
      let retryAfterMs;
      try {
        const status = await dixa.getAnonymizationRequest(id, { signal: ended.signal });
        if (status.processedAt !== undefined && status.processedAt !== null) return status;
        failures = 0;
      } catch (/** @type {any} */ error) {
        if (ended.signal.aborted) break;
        if (error?.retryable !== true) throw error;
        failures++;
        ({ retryAfterMs } = error);
      }
      await pause(waitMs(intervalMs, failures, retryAfterMs), ended.signal);
    }
  } finally {
    clearTimeout(timer);
    unhear?.();
  }
  // It was asked for, and may be done any moment.
  const facts = { outcome: 'unknown', operation: 'getAnonymizationRequest' };
  if (signal?.aborted) {
    const aborted = { ...facts, code: 'aborted', retryable: false };
    throw new AbortError(`${NAME}: the signal ended the wait`, aborted, { cause: signal.reason });
  }
  const late = { ...facts, code: 'timeout', retryable: true, phase: 'total' };
  throw new TimeoutError(`${NAME}: it was not done within timeoutMs`, late);
}
