// @ts-check
// What a call in wasm asks of JavaScript, `Context` in `src/host/context.rs`, and whom it tells.

import { REQUEST_IDS } from '../generated/headers.mjs';
import { CLASSES } from './classes.mjs';
import { Exchange } from './exchange.mjs';
import { panic } from './instance.mjs';
import { quietly } from './quietly.mjs';
import { onAbort } from './signal.mjs';
import { log, report } from './telling.mjs';

/** @typedef {import('./options.mjs').Options} Options */
/** @typedef {import('./client.mjs').State} State */

/** @typedef {import('./instance.mjs').Instance} Instance */

/**
 * A call's success.
 * @typedef {{
 *   data: any, meta: unknown, status: number, requestId?: string, attempts: number, nextPageKey?: string,
 *   issues: object[], headers: unknown,
 * }} Reply
 */

/** @typedef {(data: any, whole: () => Reply) => void} Resolve what came around the data is made when asked for */

/**
 * The server's id of a request.
 * @param {Headers | undefined} headers
 */
function requestIdOf(headers) {
  try {
    for (const name of REQUEST_IDS) {
      const id = headers?.get(name);
      if (id != null) return String(id);
    }
  } catch {
    // Headers of another kind than the runtime's may throw.
  }
  return undefined;
}

/** @type {TextDecoder | undefined} */
let decoder;

/**
 * Bytes as text, without a BOM. There is one decoder for all: to make one takes longer than a small text.
 * @param {Uint8Array} bytes
 */
const textOf = (bytes) => (decoder ??= new TextDecoder()).decode(bytes);

/** What one call needs from here; `src/host/context.rs` says how it is used. */
export class Context {
  /** @type {unknown} */
  #used;

  /**
   * What a panic ends: a call has one of each at a time.
   * @type {Exchange | undefined}
   */
  #exchange;

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @type {(() => void) | undefined} */
  #unlisten;

  /**
   * What an error shows in place of the operation's path.
   * @type {string | undefined}
   */
  path;

  /**
   * @param {State} state
   * @param {Options} options
   * @param {string} operation
   * @param {Instance} instance
   * @param {Resolve} resolve
   * @param {(reason: unknown) => void} reject
   */
  constructor(state, options, operation, instance, resolve, reject) {
    this.state = state;
    this.options = options;
    this.operation = operation;
    this.instance = instance;
    this.resolved = resolve;
    this.rejected = reject;
    instance.began(this);
  }

  /**
   * Settles the wait when the caller's signal aborts, until `unlisten`.
   * @param {number} at
   * @param {number} turn
   * @returns {boolean} whether there is a signal
   */
  listen(at, turn) {
    const { exports } = this.instance;
    const { signal } = this.options;
    if (signal) this.#unlisten = onAbort(signal, () => exports.settle(at, turn, true, undefined));
    return signal !== undefined;
  }

  unlisten() {
    this.#unlisten?.();
  }

  get aborted() {
    return this.options.signal?.aborted === true;
  }

  /** @param {Float64Array} values to be set */
  read_shared(values) {
    values.set(this.state.shared);
  }

  /** @param {Float64Array} values */
  write_shared(values) {
    this.state.shared.set(values);
  }

  get canRenewToken() {
    return typeof this.options.token === 'function';
  }

  exchange() {
    return (this.#exchange = new Exchange(this.options, this.instance.exports));
  }

  /** @param {Uint8Array} json */
  parse(json) {
    return JSON.parse(textOf(json));
  }

  /** @param {Uint8Array} bytes */
  text(bytes) {
    return textOf(bytes);
  }

  get isWatched() {
    const { logger, onRequest, onResponse, onRetry } = this.options;
    return Boolean(logger || onRequest || onResponse || onRetry);
  }

  /**
   * @param {number} ms
   * @param {number} at
   * @param {number} turn
   */
  sleep(ms, at, turn) {
    const { exports } = this.instance;
    return (this.#timer = setTimeout(() => exports.settle(at, turn, true, undefined), ms));
  }

  /** @param {ReturnType<typeof setTimeout>} timer */
  clear(timer) {
    clearTimeout(timer);
  }

  /** @param {boolean} renew */
  token(renew) {
    const { token } = this.options;
    if (typeof token !== 'function') return token;
    const { state } = this;
    // Another call may have renewed it since.
    const known = state.token !== undefined && !(renew && state.token === this.#used);
    if (known) return (this.#used = state.token);
    const keep = (/** @type {unknown} */ value) => {
      if (typeof value === 'string') state.token = value;
      // Nothing given is no token either: `undefined` would say that none is needed.
      return (this.#used = value ?? null);
    };
    const given = token();
    return typeof given?.then === 'function' ? Promise.resolve(given).then(keep) : keep(given);
  }

  /**
   * @param {any} response
   * @param {number} attempts
   * @param {string | undefined} nextPageKey
   * @param {unknown} data
   * @param {unknown} meta
   * @param {string} [findings]
   */
  resolve(response, attempts, nextPageKey, data, meta, findings) {
    const issues = findings === undefined ? [] : this.#issues(findings);
    report(issues, this.options, this.state.told, 'answer');
    this.instance.ended(this);
    const next = nextPageKey === undefined ? undefined : { nextPageKey };
    this.resolved(data, () => {
      const { headers, status } = response;
      return { data, meta, status, requestId: requestIdOf(headers), attempts, issues, headers, ...next };
    });
  }

  /**
   * @param {string} findings a list in JSON
   * @returns {object[]}
   */
  #issues(findings) {
    const { operation } = this;
    return JSON.parse(findings).map((/** @type {object} */ finding) => ({ operation, ...finding }));
  }

  /** @param {any} thrown what the facts of an error are, or what nobody expected */
  reject(thrown) {
    const { operation, options, state } = this;
    this.instance.ended(this);
    if (!thrown?.facts) return this.rejected(thrown);
    const { class: name, message, ...facts } = thrown.facts;
    // The next call asks for another one.
    if (facts.code === 'invalid_token') state.token = undefined;
    // What `fetch` rejects with differs from runtime to runtime; the signal knows the reason.
    const cause = name === 'AbortError' ? options.signal?.reason : thrown.cause;
    const error = new CLASSES[/** @type {import('./classes.mjs').Name} */ (name)](
      message,
      {
        ...facts,
        path: this.path ?? facts.path,
        requestId: requestIdOf(thrown.headers),
        issues: facts.issueCount === undefined ? undefined : this.#issues(facts.issues),
      },
      { ...thrown, cause },
    );
    this.rejected(error);
  }

  /**
   * The instance has ended before the call.
   * @param {unknown} cause
   */
  panicked(cause) {
    clearTimeout(this.#timer);
    this.unlisten();
    this.#exchange?.end(false);
    this.rejected(panic(cause, { operation: this.operation }));
  }

  /** @param {number} attempt */
  on_request(attempt) {
    this.tell('onRequest', { attempt });
  }

  /**
   * @param {number} attempt
   * @param {number} status
   */
  on_response(attempt, status) {
    this.tell('onResponse', { attempt, status });
  }

  /**
   * @param {number} attempt
   * @param {number} waitMs
   * @param {string} code
   */
  on_retry(attempt, waitMs, code) {
    this.tell('onRetry', { attempt, waitMs, code });
  }

  /**
   * Tells a hook; what it returns or throws changes nothing.
   * @param {string} hook
   * @param {object} event
   */
  tell(hook, event) {
    const { operation, options } = this;
    const { logger } = options;
    if (logger) log(logger, 'debug', `${operation}: ${hook} ${JSON.stringify(event)}`);
    // Taken out first: called on the options it could read the token.
    const told = options[hook];
    if (!told) return;
    quietly(
      () => told({ operation, ...event }),
      () => log(logger, 'warn', `${operation}: ${hook} failed`),
    );
  }
}
