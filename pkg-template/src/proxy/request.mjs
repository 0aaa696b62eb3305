// @ts-check
// What a request must be besides asking for an operation: one of the site's own pages, and a body that is bounded
// JSON.

import { bounded } from '../bounded.mjs';
import { Refusal, aborted } from './refusal.mjs';

/**
 * A browser sends the user's cookies along whoever's page asks, so a page of another site could do with the token
 * what the user may. Browsers say where a request comes from, and no page can change what they say; who says nothing
 * is no browser, and has no cookies but its own.
 * @param {Request} request
 * @param {readonly string[]} origins
 */
export function checkOrigin({ headers, method, url }, origins) {
  const origin = headers.get('origin');
  if (origin !== null && origins.includes(origin)) return;
  const site = headers.get('sec-fetch-site');
  // `none`: typed into the address bar.
  const isOwn =
    site === null
      ? origin === null || isHostOf(origin, url)
      : site === 'same-origin' || (site === 'none' && origin === null && method === 'GET');
  if (!isOwn) throw new Refusal(403, 'proxy_cross_origin', 'the request comes from a page of another origin');
}

/**
 * Whether an origin is that of the URL. The scheme is left out: in front of the server another one may speak https.
 * @param {string} origin
 * @param {string} url
 */
function isHostOf(origin, url) {
  const match = /^https?:\/\/([^/]+)$/.exec(origin);
  return match !== null && match[1] === new URL(url).host;
}

/** Headers by which servers are told of another method than that of the request. */
const OVERRIDES = ['x-http-method', 'x-http-method-override', 'x-method-override'];

/**
 * What the headers say of the request, before its body is read.
 * @param {Request} request
 * @param {number} maxBodyBytes
 */
export function checkHeaders({ headers }, maxBodyBytes) {
  if (OVERRIDES.some((name) => headers.has(name)))
    throw new Refusal(400, 'proxy_method_override', 'the method is that of the request');
  const length = headers.get('content-length') ?? '0';
  if (!/^\d+$/.test(length))
    throw new Refusal(400, 'proxy_invalid_body', 'content-length must be one whole number');
  if (Number(length) > maxBodyBytes) throw tooLarge(maxBodyBytes);
  if ((headers.get('content-encoding') ?? 'identity') !== 'identity')
    throw new Refusal(415, 'proxy_unsupported_body', 'the body must not be compressed');
}

/** @param {number} maxBodyBytes */
const tooLarge = (maxBodyBytes) =>
  new Refusal(413, 'proxy_body_too_large', `the body must not be longer than ${maxBodyBytes} bytes`);

/**
 * The body: what is sent of it, and what authorize is shown. Both are made of one JSON.parse, else Dixa might read
 * the other one of two members of one name.
 * @param {Request} request
 * @param {import('./route.mjs').Route} route
 * @param {number} maxBodyBytes
 * @returns {Promise<{ text: string, value: unknown } | undefined>}
 */
export async function readBody(request, route, maxBodyBytes) {
  if (request.bodyUsed) {
    const cause = new Error('the body was read before: put the proxy before what parses bodies');
    throw new Refusal(500, 'proxy_failed', 'the proxy failed', cause);
  }
  const bytes = await bytesOf(request, route.body ? maxBodyBytes : 0, () =>
    route.body
      ? tooLarge(maxBodyBytes)
      : new Refusal(400, 'proxy_invalid_body', `${route.name} takes no body`),
  );
  if (bytes.length === 0) return undefined;
  if (!/^application\/json *(;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw new Refusal(415, 'proxy_unsupported_body', 'the body must be application/json');
  try {
    const given = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const value = JSON.parse(given);
    if (!holdsExactly(given)) throw new RangeError();
    return { text: JSON.stringify(value), value };
  } catch {
    const message = 'the body must be JSON in UTF-8, its whole numbers no larger than 2^53 - 1';
    throw new Refusal(400, 'proxy_invalid_body', message);
  }
}

/**
 * Reads a body as far as it may be read.
 * @param {Request} request
 * @param {number} most
 * @param {() => Refusal} refusal
 */
async function bytesOf({ body, signal }, most, refusal) {
  const reader = body?.getReader();
  const stop = () => void reader?.cancel().catch(() => {});
  // Not every server's body ends when its request is aborted.
  signal?.addEventListener('abort', stop);
  const bytes = reader ? await bounded(reader, most) : new Uint8Array(0);
  signal?.removeEventListener('abort', stop);
  if (!bytes) throw refusal();
  if (signal?.aborted) throw aborted();
  return bytes;
}

/**
 * Whether JavaScript's numbers hold those of a JSON text: written anew, the others would be changed.
 * @param {string} json
 */
function holdsExactly(json) {
  for (const [number] of json.matchAll(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g)) {
    if (number.startsWith('"')) continue;
    if (/^-?\d+$/.test(number) ? !Number.isSafeInteger(Number(number)) : !Number.isFinite(Number(number)))
      return false;
  }
  return true;
}
