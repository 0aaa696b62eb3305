// @ts-check
// One request and its answer. `fetch` is the caller's own, and what it returns need not be of this realm, so
// everything is taken by its methods and not by its class. When to send, and what an answer means, is decided
// in wasm (`src/host/exchange.rs`).

import { quietly } from './quietly.mjs';

/** @typedef {import('./instance.mjs').Instance} Instance */
/** @typedef {import('./options.mjs').Options} Options */

/**
 * An answer as far as it is one: what wasm asks of it must not fail there.
 * @param {any} given
 */
function responseOf(given) {
  const { status, headers } = given ?? {};
  if (Number.isInteger(status) && status >= 0 && status < 1000 && typeof headers?.get === 'function')
    return given;
  const message = 'what fetch gave is no Response: it needs a status and headers, and a body to read';
  throw Object.assign(new TypeError(message), { code: 'NO_RESPONSE' });
}

/** A request under way, until `end`. */
export class Exchange {
  #controller = new AbortController();
  /** @type {any} */
  #reader;
  /** @type {Uint8Array[]} */
  #chunks = [];
  #options;
  #exports;

  /**
   * @param {Options} options
   * @param {Pick<Instance['exports'], 'settle'>} exports
   */
  constructor(options, exports) {
    this.#options = options;
    this.#exports = exports;
  }

  /**
   * Sends the request and settles the wait with the answer, its body not read.
   * @param {string} head method, URL, then names and values of headers, a line each
   * @param {string | undefined} body
   * @param {number} at
   * @param {number} turn
   */
  send(head, body, at, turn) {
    const [method, url, ...lines] = head.split('\n');
    const headers = new Headers();
    for (let index = 0; index < lines.length; index += 2) headers.set(lines[index], lines[index + 1]);
    const { signal } = this.#controller;
    const init = { ...this.#options.fetchOptions, method, headers, redirect: 'manual', signal };
    if (body !== undefined) init.body = body;
    // Called without `this`: browsers and workerd refuse a fetch that is called on an object.
    const fetch = this.#options.fetch ?? globalThis.fetch;
    // Who throws may have sent it before: that, too, is how the request ended.
    const ask = async () => responseOf(await fetch(url, init));
    this.#settle(ask(), at, turn);
  }

  /**
   * Reads the body of an answer, whole or not at all, and settles the wait with its length, or with nothing when
   * there is more than allowed.
   * @param {any} response
   * @param {number} limit in bytes
   * @param {number} at
   * @param {number} turn
   */
  read(response, limit, at, turn) {
    this.#settle(this.#whole(response, limit), at, turn);
  }

  /**
   * @param {unknown} promise
   * @param {number} at
   * @param {number} turn
   */
  #settle(promise, at, turn) {
    const exports = this.#exports;
    Promise.resolve(promise).then(
      (value) => exports.settle(at, turn, true, value),
      (reason) => exports.settle(at, turn, false, reason),
    );
  }

  /**
   * A declared length that holds what is allowed lets the runtime collect the bytes; otherwise they are
   * counted as they come.
   * @param {any} response
   * @param {number} limit
   */
  async #whole(response, limit) {
    const { headers, body } = response;
    const declared = headers.get('content-length');
    const isPlain = declared !== null && headers.get('content-encoding') === null;
    const length = isPlain && /^\d+$/.test(declared) ? Number(declared) : undefined;
    if (length !== undefined && length > limit) return undefined;
    if (body === null) return 0;
    if (length === undefined && typeof body?.getReader === 'function')
      return this.#counted(body.getReader(), limit);
    const bytes =
      typeof response.arrayBuffer === 'function'
        ? new Uint8Array(await response.arrayBuffer())
        : new TextEncoder().encode(await response.text());
    if (bytes.length > limit) return undefined;
    this.#chunks = [bytes];
    return bytes.length;
  }

  /**
   * @param {any} reader
   * @param {number} limit
   */
  async #counted(reader, limit) {
    this.#reader = reader;
    let length = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > limit) return undefined;
      this.#chunks.push(value);
    }
    this.#reader = undefined;
    return length;
  }

  /**
   * Gives the body that was read away.
   * @param {Uint8Array} body of its length
   */
  take(body) {
    let at = 0;
    for (const chunk of this.#chunks) {
      body.set(chunk, at);
      at += chunk.length;
    }
    this.#chunks = [];
  }

  /**
   * Nothing of it is needed any more. Aborting what is complete would do nothing, but make an exception that
   * nobody sees: the dearest step of a small call.
   * @param {boolean} isComplete
   */
  end(isComplete) {
    if (isComplete) return;
    // A worker refuses it for what another request started.
    quietly(() => this.#controller.abort());
    // A stream need not know the signal.
    quietly(() => this.#reader?.cancel?.());
  }
}
