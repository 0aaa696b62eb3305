// @ts-check
// ConversationsClient: arguments in, a call in wasm, the answer out. No status, path or rule here.

import { OPERATIONS } from '../generated/operations.mjs';
import { CLASSES } from './classes.mjs';
import { run } from './engine.mjs';
import { baseUrlOf, checkOptions, guardBrowser, misconfigured, settingsOf } from './options.mjs';
import { ApiPromise, PagePromise } from './paging.mjs';
import { stringify } from './stringify.mjs';

/** @typedef {import('./options.mjs').Options} Options */

/**
 * What a client knows. `shared` are the values that its calls share: the rate limiter's two times and the
 * budget for retries (`src/host/context.rs`).
 * @typedef {{ options: Options, baseUrl: string, shared: Float64Array, token: unknown, told: Set<string> }} State
 */

/** @typedef {(typeof OPERATIONS)[number]} Operation */

/** What is there for retries at first. */
const RETRY_BUDGET = 500;

/** Most issues that a client tells its logger. */
const MOST_TOLD = 20;

/** What one call needs from here; `src/host/context.rs` says how it is used. */
class Context {
  /** @type {unknown} */
  #used;

  /**
   * @param {State} state
   * @param {Options} options
   * @param {string} operation
   */
  constructor(state, options, operation) {
    this.state = state;
    this.options = options;
    this.operation = operation;
  }

  get fetch() {
    return this.options.fetch ?? globalThis.fetch;
  }

  get signal() {
    return this.options.signal;
  }

  get shared() {
    return this.state.shared;
  }

  get canRenewToken() {
    return typeof this.options.token === 'function';
  }

  init() {
    return { ...this.options.fetchOptions };
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
    if (hook !== 'onIssue') this.log('debug', `${operation}: ${hook} ${JSON.stringify(event)}`);
    // Taken out first: called on the options it could read the token.
    const told = options[hook];
    quietly(
      () => told?.({ operation, ...event }),
      () => this.log('warn', `${operation}: ${hook} failed`),
    );
  }

  /**
   * @param {'debug' | 'warn'} level
   * @param {string} text
   */
  log(level, text) {
    const { logger } = this.options;
    const to = logger === undefined ? (level === 'warn' ? console : null) : logger;
    quietly(
      () => to?.[level]?.(`dixa-conversations: ${text}`),
      () => {},
    );
  }

  /** @param {readonly any[]} issues */
  report(issues) {
    for (const issue of issues) {
      if (this.options.onIssue) this.tell('onIssue', issue);
      else if (issue.severity === 'error') this.logIssue(issue);
    }
  }

  /** @param {any} issue */
  logIssue(issue) {
    const { told } = this.state;
    const key = `${this.operation} ${issue.path.replace(/\[\d+\]/g, '[]')}`;
    if (told.size >= MOST_TOLD || told.has(key)) return;
    told.add(key);
    this.log('warn', `${this.operation}: the answer is not as documented: ${issue.message}`);
  }
}

/**
 * Calls what is the caller's own and no concern of the call's, should it throw or reject.
 * @param {() => any} run
 * @param {() => void} failed
 */
function quietly(run, failed) {
  try {
    const result = run();
    if (typeof result?.then === 'function') result.then(undefined, failed);
  } catch {
    failed();
  }
}

/**
 * Makes a call.
 * @param {State} state
 * @param {number} index
 * @param {readonly unknown[]} ids
 * @param {unknown} body
 * @param {unknown} query
 * @param {unknown} given
 * @returns {Promise<any>}
 */
async function call(state, index, ids, body, query, given) {
  const operation = OPERATIONS[index].name;
  const own = checkOptions(given, 'call', operation);
  const options = { ...state.options, ...own };
  const context = new Context(state, options, operation);
  if (typeof context.fetch !== 'function') {
    throw misconfigured('no_fetch', 'there is no fetch here; give one as the option fetch', operation);
  }
  const settings = settingsOf(options, state.baseUrl, operation);
  const bodyText = stringify(body, '$', operation);
  const queryText = stringify(query, 'query', operation);
  const facts = { operation };
  try {
    const reply = await run(
      (wasm) => wasm.callOperation(context, index, ids.map(idText), bodyText, queryText, settings),
      facts,
    );
    const issues = reply.issues.map((/** @type {object} */ issue) => ({ operation, ...issue }));
    context.report(issues);
    return { data: undefined, meta: undefined, ...reply, issues };
  } catch (thrown) {
    throw errorOf(thrown, context);
  }
}

/**
 * @param {any} thrown
 * @param {Context} context
 */
function errorOf(thrown, { operation, signal, state }) {
  if (!thrown?.facts) return thrown;
  const { class: name, message, ...facts } = thrown.facts;
  // The next call asks for another one.
  if (facts.code === 'invalid_token') state.token = undefined;
  // What `fetch` rejects with differs from runtime to runtime; the signal knows the reason.
  const cause = name === 'AbortError' ? signal?.reason : thrown.cause;
  const issues = facts.issues.map((/** @type {object} */ issue) => ({ operation, ...issue }));
  return new CLASSES[/** @type {import('./classes.mjs').Name} */ (name)](
    message,
    { ...facts, issues: facts.issueCount === undefined ? undefined : issues },
    { ...thrown, cause },
  );
}

/**
 * An id as text; wasm says what is wrong with it.
 * @param {unknown} id
 */
function idText(id) {
  if (typeof id === 'string' || typeof id === 'bigint' || Number.isSafeInteger(id)) return String(id);
  return id === undefined || id === null ? '' : '?';
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
        shared: new Float64Array([0, 0, RETRY_BUDGET]),
        token: undefined,
        told: new Set(),
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
      const send = (/** @type {unknown} */ sent) =>
        call(state, index, given.slice(0, ids), bodyGiven, sent, options);
      if (!paged) return new ApiPromise(send(queryGiven));
      const kept = { ...queryGiven };
      const page = (/** @type {string | undefined} */ pageKey) =>
        send(pageKey === undefined ? queryGiven : { ...kept, pageKey });
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
