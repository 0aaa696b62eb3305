// @ts-check
// One cell of the matrix: an operation, called through a fault, and what came of it on both sides.

import { setTimeout as pause } from 'node:timers/promises';
import * as dixa from '../../pkg/dist/index.mjs';
import { TOKEN } from './cases.mjs';
import { expected } from './expected.mjs';
import { Cell } from './server.mjs';

/**
 * @typedef {import('./cases.mjs').Case} Case
 * @typedef {import('./faults.mjs').Fault} Fault
 * @typedef {Awaited<ReturnType<typeof import('./server.mjs').startServer>>} Server
 * @typedef {object} Result
 * @property {any} [error]
 * @property {number} [attempts] of a success
 * @property {Cell} cell
 * @property {{ waitMs: number, code: string }[]} retries
 * @property {number} tokens how often the token was asked for
 * @property {number} ms
 */

/** No cell takes as long, unless its call hangs. */
const LONGEST_MS = 20_000;

/** Classes by name: what an error has to be an instance of. @type {Record<string, any>} */
const classes = dixa;

/**
 * @param {Server} server
 * @param {Case} one
 * @param {Fault} fault
 * @param {import('../../pkg/dist/index.mjs').ClientOptions} [watching] further options of the client
 * @returns {Promise<Result>}
 */
export async function run(server, one, fault, watching = {}) {
  const { replay, good } = one;
  const cell = new Cell({ replay, good, lies: fault.steps.map(([lie]) => lie), listing: fault.listing });
  const { path, baseUrl, close } = server.open(cell);
  const slamming = fault.steps.some(([lie]) => lie.door === 'slammed')
    ? await server.slamming(cell)
    : undefined;
  /** @type {Result} */
  const result = { cell, retries: [], tokens: 0, ms: 0 };
  const token = () => (result.tokens++, TOKEN);
  /** Where there is no answering door, the request goes to a closed one. @type {typeof fetch} */
  const throughDoors = (url, init) => {
    const { door } = cell.next() ?? {};
    if (!door || (replay === 'message' && init?.method === 'GET')) return fetch(url, init);
    cell.take();
    return fetch(String(url).replace(server.origin, slamming?.origin ?? server.refusing), init);
  };
  const client = new dixa.ConversationsClient({
    token: fault.renews ? token : TOKEN,
    baseUrl,
    rateLimit: false,
    logger: null,
    timeoutMs: 15_000,
    totalTimeoutMs: 30_000,
    ...(fault.steps.some(([lie]) => lie.door) && { fetch: throughDoors }),
    ...watching,
    onRetry: (event) => {
      result.retries.push(event);
      watching.onRetry?.(event);
    },
    ...fault.options,
  });
  const started = performance.now();
  try {
    const promise = one.call(client, { ...one.options, signal: AbortSignal.timeout(LONGEST_MS) });
    if (fault.all && one.paged) await /** @type {any} */ (promise).toArray({ limit: 100 });
    else result.attempts = (await promise.withResponse()).attempts;
  } catch (error) {
    result.error = error;
  }
  result.ms = performance.now() - started;
  // What is still on its way may yet arrive; it must not.
  await pause(25);
  close();
  slamming?.close();
  return result;
}

/**
 * What is wrong with a cell; nothing, if all is well.
 * @param {Result} result
 * @param {Case} one
 * @param {Fault} fault
 * @returns {string[]}
 */
export function judge(result, one, fault) {
  const want = expected(fault, one);
  /** @type {string[]} */
  const wrong = [];
  const check = (/** @type {string} */ what, /** @type {unknown} */ got, /** @type {unknown} */ due) => {
    if (got !== due) wrong.push(`${what}: ${String(due)} due, got ${String(got)}`);
  };
  const { cell, error, retries } = result;
  check('requests', cell.arrivals.length, want.requests);
  check('slams', cell.slams, want.slams);
  if (want.end) judgeError(error, one, want, check);
  else if (error)
    wrong.push(`a success due, got ${error?.name} ${error?.code} ${error?.outcome} ${error?.message}`);
  else if (result.attempts !== undefined) check('attempts', result.attempts, want.attempts);
  check('retries', retries.length, want.waits.length);
  want.waits.forEach(([least, most], at) => {
    const waited = retries[at]?.waitMs;
    const fits = waited !== undefined && waited >= least && waited <= most;
    if (!fits) wrong.push(`wait ${at + 1}: ${least} to ${most} ms due, got ${waited}`);
  });
  if (want.waits.reduce((sum, [least]) => sum + least, 0) > result.ms + 2)
    wrong.push(`it waited ${result.ms} ms only`);
  for (const request of cell.arrivals) {
    const isListing = one.replay === 'message' && request.method === 'GET';
    if (!isListing) check('request', `${request.method} ${request.path}`, one.wire);
    check('authorization', request.headers.authorization, TOKEN);
  }
  return [...wrong, ...truth(result, one)];
}

/**
 * @param {any} error
 * @param {Case} one
 * @param {import('./expected.mjs').Expected} want
 * @param {(what: string, got: unknown, due: unknown) => void} check
 */
function judgeError(error, one, { end, outcome, retryable, attempts }, check) {
  if (!error || !end) return check('error', undefined, end?.error);
  check('error', error.name, end.error);
  check('class', error instanceof classes[String(end.error)] && dixa.isDixaError(error), true);
  check('code', error.code, end.code);
  check('outcome', error.outcome, outcome);
  check('retryable', error.retryable, retryable);
  check('status', error.status, end.status);
  check('phase', error.phase, end.phase);
  check('operation', error.operation, one.operation);
  // The error of a walk through pages is that of no single call.
  if (end.code !== 'repeated_page_key') check('attempts', error.attempts, attempts);
  if (end.retryAfterMs !== undefined) check('retryAfterMs', error.retryAfterMs, end.retryAfterMs);
}

/**
 * Whether what the client says is what the server did.
 * @param {Result} result
 * @param {Case} one
 * @returns {string[]}
 */
function truth({ cell, error }, one) {
  const { effects, served, arrivals, slams } = cell;
  const says = error ? error.outcome : 'success';
  const did = `${says}, but ${arrivals.length} arrived, done ${effects} times`;
  const arrived = arrivals.length > 0;
  /** @type {Record<string, () => boolean>} */
  const truths = {
    not_sent: () => !arrived && slams === 0 && effects === 0,
    rejected: () => arrived && effects === 0,
    applied: () => effects === 1,
    unknown: () => effects <= 1,
    success: () => (one.replay === 'read' ? served > 0 : effects === 1),
  };
  return truths[says]?.() ? [] : [`outcome is not the truth: ${did}`];
}
