// @ts-check
// How an answer is read through the package: a call of an operation whose `fetch` gives the bytes.

import { ConversationsClient } from '../../pkg/dist/index.mjs';
import { OPERATIONS as TAKEN } from '../../pkg-template/generated/operations.mjs';
import { CASES } from '../hostile/cases.mjs';

/**
 * @typedef {'warn' | 'strict' | 'off'} Mode
 * @typedef {{ path: string, severity: 'error' | 'info' }} Found
 * @typedef {{ data: any, meta: unknown, issues: Found[] }} Read
 * @typedef {Error & { code?: string, data?: any, issues?: Found[] }} Refused
 */

/** @type {readonly Mode[]} */
export const MODES = ['warn', 'strict', 'off'];

/** One way to call each operation. */
const calls = new Map(CASES.map((one) => [one.operation, one]));

/** The operations that answer with data. */
export const OPERATIONS = [...calls.values()]
  .filter((one) => one.good.body !== '')
  .map((one) => one.operation);

/** Operations whose answer has no data: any JSON will do, and so will nothing. */
export const SILENT = [...calls.values()].filter((one) => one.good.body === '').map((one) => one.operation);

/** @type {Uint8Array<ArrayBuffer> | string} */
let body = '';
const dixa = new ConversationsClient({
  token: 't',
  fetch: async () => new Response(body),
  rateLimit: false,
  maxRetries: 0,
  logger: null,
});

/**
 * What an operation makes of a body: what it resolved to, or what it threw, an error of the package or not.
 * @param {string} operation
 * @param {Uint8Array<ArrayBuffer> | string} bytes
 * @param {Mode} validation
 * @param {object} [options]
 * @returns {Promise<{ read: Read, refused?: undefined } | { read?: undefined, refused: Refused }>}
 */
export async function call(operation, bytes, validation, options) {
  const known = calls.get(operation);
  if (!known) throw new Error(`no case calls ${operation}`);
  body = bytes;
  try {
    const read = await known.call(dixa, { validation, ...options }).withResponse();
    return { read: { ...read, data: known.paged ? read.data.items : read.data } };
  } catch (error) {
    return { refused: /** @type {Refused} */ (error) };
  }
}

/**
 * What an operation sends for a body, or why it sends nothing.
 * @param {string} operation
 * @param {unknown} given
 * @returns {Promise<{ sent?: unknown, refused?: Refused }>}
 */
export async function send(operation, given) {
  /** @type {string[]} */
  const bodies = [];
  const fetch = async (/** @type {string} */ _, /** @type {RequestInit} */ init) => {
    bodies.push(String(init.body));
    return new Response('{"message":"no"}', { status: 400 });
  };
  const methods = /** @type {Record<string, (...given: unknown[]) => Promise<unknown>>} */ (
    /** @type {unknown} */ (dixa)
  );
  const taken = TAKEN.find(({ name }) => name === operation);
  const ids = Array(taken?.ids).fill(7);
  const query = taken?.query ? [undefined] : [];
  const options = { fetch, autoExternalId: false };
  const error = await methods[operation]?.(...ids, given, ...query, options).catch((thrown) => thrown);
  return bodies[0] === undefined
    ? { refused: /** @type {Refused} */ (error) }
    : { sent: JSON.parse(bodies[0]) };
}
