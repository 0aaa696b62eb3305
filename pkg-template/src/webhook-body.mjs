// @ts-check
// The bytes of a webhook's body, as they came: what was signed. A stream is read to a bound.

import { bounded } from './bounded.mjs';

/**
 * How errors are made: of what was sent, and of how this was called.
 * @typedef {{ refused: (code: string, message: string, cause?: unknown) => Error, misused: (message: string) => Error }} Errors
 */

/**
 * @param {any} given a `Request`, or what has a body
 * @param {boolean} isRequest
 * @param {number} most
 * @param {Errors} errors
 * @returns {Promise<Uint8Array>}
 */
export async function bodyOf(given, isRequest, most, errors) {
  const body = isRequest ? await read(given, most, errors) : bytes(given.body, errors);
  if (!body || body.length > most)
    throw errors.refused('body_too_large', 'the body is longer than maxBodyBytes');
  return body;
}

/**
 * @param {any} body
 * @param {Errors} errors
 */
function bytes(body, { misused }) {
  if (typeof body === 'string') return new TextEncoder().encode(body);
  // What is of another realm, as under Jest, is no instance of this one's classes.
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  if (Object.prototype.toString.call(body) === '[object ArrayBuffer]') return new Uint8Array(body);
  throw misused(
    'body must be the body as it came: a string, a Uint8Array or an ArrayBuffer. What was parsed cannot be verified, for other bytes were signed; in Express take express.raw({ type: () => true }) in place of express.json() for this route',
  );
}

/**
 * @param {Request} request
 * @param {number} most
 * @param {Errors} errors
 * @returns {Promise<Uint8Array | undefined>} nothing, or longer than that, when it is too long
 */
async function read(request, most, { refused, misused }) {
  if (request.bodyUsed)
    throw misused("the request's body was read before; verify it first, or verify request.clone()");
  try {
    const reader = request.body?.getReader?.();
    // Not every engine has a stream there.
    return reader ? await bounded(reader, most) : new Uint8Array(await request.arrayBuffer());
  } catch (cause) {
    throw refused('body_broke_off', 'the body could not be read to its end', cause);
  }
}
