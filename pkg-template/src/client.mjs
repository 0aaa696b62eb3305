// @ts-check
// ConversationsClient: arguments in, a call in wasm, the answer out. No status, path or rule here.

import { METHODS, OPERATIONS } from '../generated/operations.mjs';
import { Context } from './context.mjs';
import { loaded } from './engine.mjs';
import { baseUrlOf, checkOptions, guardBrowser, joined, misconfigured, settingsOf } from './options.mjs';
import { ApiPromise, PagePromise } from './paging.mjs';
import { checkRequest, pathWithoutIds } from './request.mjs';
import { stringify } from './stringify.mjs';

/** @typedef {import('./options.mjs').Options} Options */

/**
 * What a client knows. `shared` are the values that its calls share: the rate limiter's three times and the
 * budget for retries (`src/host/context.rs`).
 * @typedef {{
 *   options: Options, baseUrl: string, shared: Float64Array, token: unknown, told: Set<string>,
 *   settings: ReturnType<typeof settingsOf> | undefined,
 * }} State
 */

/** @typedef {(typeof OPERATIONS)[number]} Operation */

/** What is there for retries at first. */
const RETRY_BUDGET = 500;

/**
 * Makes a call; throws when it cannot be one.
 * @param {State} state
 * @param {number} index
 * @param {readonly unknown[]} ids
 * @param {string | undefined} body as JSON
 * @param {unknown} query
 * @param {unknown} given
 * @param {import('./context.mjs').Resolve} resolve
 * @param {(reason: unknown) => void} reject
 */
function call(state, index, ids, body, query, given, resolve, reject) {
  const operation = /** @type {string} */ (OPERATIONS[index]?.name ?? 'request');
  const options =
    given === undefined
      ? state.options
      : { __proto__: null, ...state.options, ...checkOptions(given, 'call', operation) };
  if (typeof (options.fetch ?? globalThis.fetch) !== 'function') {
    throw misconfigured('no_fetch', 'there is no fetch here; give one as the option fetch', operation);
  }
  const { numbers, lines } = settingsFor(state, options, operation);
  const queryText = stringify(query, 'query', operation);
  const instance = loaded({ operation });
  const context = new Context(state, options, operation, instance, resolve, reject);
  if (operation === 'request') context.path = pathWithoutIds(String(ids[0]));
  instance.exports.callOperation(context, index, joined(ids.map(idText)), body, queryText, numbers, lines);
}

/**
 * What wasm is told of a call's options; what it is told of the client's alone is kept.
 * @param {State} state
 * @param {Options} options
 * @param {string} operation
 */
function settingsFor(state, options, operation) {
  const { baseUrl, settings } = state;
  if (options !== state.options || typeof options.headers === 'function')
    return settingsOf(options, baseUrl, operation);
  return settings ?? (state.settings = settingsOf(options, baseUrl, operation));
}

/**
 * An id as text; wasm says what is wrong with it. `.` is none of any kind.
 * @param {unknown} id
 */
function idText(id) {
  if (typeof id === 'string' || typeof id === 'bigint' || Number.isSafeInteger(id)) return String(id);
  return id === undefined || id === null ? '' : '.';
}

/** Talks to Dixa. */
export const ConversationsClient = /* @__PURE__ */ (() => {
  /** @type {WeakMap<object, State>} */
  const states = new WeakMap();

  class ConversationsClient {
    /** @param {unknown} [given] */
    constructor(given) {
      const options = checkOptions(given, 'client');
      guardBrowser(options);
      states.set(this, {
        options,
        baseUrl: baseUrlOf(options),
        shared: new Float64Array([0, 0, 0, RETRY_BUDGET]),
        token: undefined,
        told: new Set(),
        settings: undefined,
      });
    }

    /**
     * @param {unknown} given
     * @param {unknown} [options]
     */
    request(given, options) {
      const state = states.get(this);
      if (!state) throw misconfigured('no_client', 'request was called without its client');
      return new ApiPromise((resolve, reject) => {
        const { method, path, query, body } = checkRequest(given);
        const index = OPERATIONS.length + METHODS.indexOf(method);
        call(state, index, [path], stringify(body, '$', 'request'), query, options, resolve, reject);
      });
    }
  }

  OPERATIONS.forEach((operation, index) => {
    const { name, ids, body, query, paged } = operation;
    /**
     * @this {object}
     * @param {...unknown} given
     */
    function method(...given) {
      const state = states.get(this);
      if (!state) throw misconfigured('no_client', `${name} was called without its client`);
      const [first, second] = [ids, ids + Number(body)];
      const bodyGiven = body ? given[first] : undefined;
      const queryGiven = /** @type {any} */ (query ? given[second] : undefined);
      const options = given[second + Number(query)];
      const idsGiven = given.slice(0, ids);
      /** Made once: what the caller changes later changes no page. @type {string | undefined} */
      let bodyText;
      const send = (/** @type {unknown} */ sent) =>
        new ApiPromise((resolve, reject) => {
          bodyText ??= stringify(bodyGiven, '$', name);
          call(state, index, idsGiven, bodyText, sent, options, resolve, reject);
        });
      if (!paged) return send(queryGiven);
      const kept = { ...queryGiven };
      const page = (/** @type {string | undefined} */ pageKey) =>
        send(pageKey === undefined ? queryGiven : { ...kept, pageKey }).withResponse();
      return new PagePromise(name, page, queryGiven?.pageKey);
    }
    Object.defineProperty(method, 'name', { value: name });
    Object.defineProperty(ConversationsClient.prototype, name, {
      value: method,
      writable: true,
      configurable: true,
    });
  });
  return ConversationsClient;
})();
