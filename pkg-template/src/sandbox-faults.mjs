// @ts-check
// What goes wrong in a sandbox because a test wants it to: statuses, delays, answers that are lost or break off.

import { OPERATIONS } from '../generated/operations.mjs';
import { mismatch, misconfigured } from './options.mjs';

/**
 * @typedef {object} Fault
 * @property {string} [operation]
 * @property {number} [times]
 * @property {boolean} [applied]
 * @property {number} [status]
 * @property {number} [retryAfterMs]
 * @property {unknown} [body]
 * @property {number} [delayMs]
 * @property {number} [dropAfterBytes]
 * @property {boolean} [lost]
 */

/** @typedef {{ status: number, headers: [string, string][], body: string }} Answer */

const OPERATION = 'fail';

/** @type {(value: unknown) => string | undefined} */
const milliseconds = (value) =>
  typeof value === 'number' && value >= 0 ? undefined : 'a number of milliseconds, 0 or more';

/** What each member must be; its value when it is something else. @type {Record<string, (value: unknown) => string | undefined>} */
const MEMBERS = {
  operation: (value) =>
    OPERATIONS.some(({ name }) => name === value) ? undefined : 'the name of a method, such as addMessage',
  times: (value) =>
    value === Infinity || (Number.isInteger(value) && Number(value) > 0)
      ? undefined
      : 'a whole number, 1 or more, or Infinity',
  applied: (value) => mismatch(value, { kind: 'flag' }),
  status: (value) =>
    Number.isInteger(value) && Number(value) >= 200 && Number(value) < 600
      ? undefined
      : 'a status, 200 to 599',
  retryAfterMs: milliseconds,
  body: () => undefined,
  delayMs: milliseconds,
  dropAfterBytes: (value) => mismatch(value, { kind: 'count' }),
  lost: (value) => mismatch(value, { kind: 'flag' }),
};

/** The faults that are still to come. */
export class Faults {
  /** @type {{ fault: Fault, left: number }[]} */
  #queue = [];

  /**
   * @param {Fault} given
   * @returns {() => void} takes it back
   */
  add(given) {
    if (typeof given !== 'object' || given === null)
      throw misconfigured('invalid_fault', 'it takes an object, such as { status: 503 }', OPERATION);
    for (const [name, value] of Object.entries(given)) {
      if (!Object.hasOwn(MEMBERS, name))
        throw misconfigured('invalid_fault', `a fault has no ${JSON.stringify(name)}`, OPERATION);
      const expected = value === undefined ? undefined : MEMBERS[name](value);
      if (expected) throw misconfigured('invalid_fault', `${name} must be ${expected}`, OPERATION);
    }
    const { lost, status, dropAfterBytes, delayMs } = given;
    if (!lost && [status, dropAfterBytes, delayMs].every((one) => one === undefined))
      throw misconfigured('invalid_fault', 'name one of status, delayMs, dropAfterBytes, lost', OPERATION);
    const queued = { fault: given, left: given.times ?? 1 };
    this.#queue.push(queued);
    return () => void (queued.left = 0);
  }

  clear() {
    this.#queue = [];
  }

  /**
   * The next fault that is for an operation.
   * @param {string | undefined} operation
   * @returns {Fault | undefined}
   */
  take(operation) {
    this.#queue = this.#queue.filter(({ left }) => left > 0);
    const next = this.#queue.find(
      ({ fault }) => fault.operation === undefined || fault.operation === operation,
    );
    if (next) next.left--;
    return next?.fault;
  }
}

/**
 * Whether Dixa does what is asked in spite of a fault.
 * @param {Fault} fault
 */
export const isApplied = ({ applied, status, lost }) => applied ?? !(lost || status !== undefined);

/**
 * What comes of a request that a fault is for.
 * @param {Fault} fault
 * @param {Answer | undefined} answer what Dixa said
 * @param {AbortSignal | null | undefined} signal
 * @returns {Promise<Response>}
 */
export async function faulty(fault, answer, signal) {
  const { status, retryAfterMs, body, delayMs, dropAfterBytes, lost } = fault;
  if (delayMs) await wait(delayMs, signal);
  if (lost) throw new TypeError('fetch failed: the sandbox lost the answer');
  /** @type {Answer} */
  let told = answer ?? { status: 500, headers: [], body: '' };
  if (status !== undefined) {
    const text =
      typeof body === 'string' ? body : JSON.stringify(body ?? { message: 'A fault of the sandbox' });
    told = { status, headers: [['content-type', 'application/json']], body: text };
  }
  if (retryAfterMs !== undefined) {
    // The header counts in seconds; what is no whole number of them needs the newer one.
    const isWhole = retryAfterMs % 1000 === 0;
    const name = isWhole ? 'retry-after' : 'retry-after-ms';
    told = {
      ...told,
      headers: [...told.headers, [name, String(isWhole ? retryAfterMs / 1000 : retryAfterMs)]],
    };
  }
  return respond(told, dropAfterBytes);
}

/**
 * @param {Answer} answer
 * @param {number} [dropAfterBytes]
 */
export function respond({ status, headers, body }, dropAfterBytes) {
  const isBare = [204, 205, 304].includes(status);
  const whole = dropAfterBytes === undefined ? body : breaking(body, dropAfterBytes);
  return new Response(isBare ? null : whole, { status, headers });
}

/**
 * A body that breaks off.
 * @param {string} text
 * @param {number} bytes
 */
function breaking(text, bytes) {
  const part = new TextEncoder().encode(text).slice(0, bytes);
  return new ReadableStream({
    start: (controller) => (part.length > 0 ? controller.enqueue(part) : undefined),
    pull: (controller) => controller.error(new TypeError('terminated: the sandbox dropped the connection')),
  });
}

/**
 * @param {number} ms
 * @param {AbortSignal | null | undefined} signal ends it
 */
function wait(ms, signal) {
  return new Promise((resolve, reject) => {
    const ended = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = ms === Infinity ? undefined : setTimeout(done, ms);
    function done() {
      signal?.removeEventListener('abort', ended);
      resolve(undefined);
    }
    if (signal?.aborted) ended();
    else signal?.addEventListener('abort', ended, { once: true });
  });
}
