// @ts-check
// The sandbox: a local Dixa in memory, as a `fetch` to hand to the client. What it answers is decided in its wasm.

import { ask } from './engine.mjs';
import { InternalError } from './errors.mjs';
import { checkEach, misconfigured, of } from './options.mjs';
import { Faults, faulty, isApplied, respond } from './sandbox-faults.mjs';
import { Webhooks } from './sandbox-webhooks.mjs';
import { stringify } from './stringify.mjs';

export { SANDBOX_WEBHOOK_SECRET } from './sandbox-webhooks.mjs';

/** @typedef {import('../types/testing.d.ts').SandboxOptions} SandboxOptions */
/** @typedef {import('./sandbox-faults.mjs').Answer} Answer */

/** The token that a sandbox knows unless another is named. */
export const SANDBOX_TOKEN = 'sandbox-token';

const OPERATION = 'createSandbox';

/** What each option must be. @type {Record<string, (value: any) => string | false>} */
const OPTIONS = {
  token: (value) => (typeof value !== 'string' || value === '') && 'a string that is not empty',
  seed: () => false,
  clock: (value) =>
    typeof (value?.now ?? value) !== 'function' &&
    'a function that gives milliseconds, or an object with now()',
};

/** How many sandboxes there were: each is known to wasm by its number. */
let count = 0;

/** Lets go, in wasm, of sandboxes that nobody holds any more. @type {FinalizationRegistry<number> | undefined} */
let registry;

/**
 * A local Dixa.
 * @param {any} [options]
 */
export function createSandbox(options = {}) {
  if (typeof options !== 'object' || options === null)
    throw misconfigured('invalid_option', 'it takes an object: { seed, clock, token }', OPERATION);
  // Looked up at each call: test runners put their own in its place.
  const {
    token = SANDBOX_TOKEN,
    seed = 'demo',
    clock = () => Date.now(),
  } = checkEach(options, of(OPTIONS), OPERATION);
  const now = () => (typeof clock === 'function' ? clock() : clock.now());
  // Whoever holds one of the methods holds this: `fetch` alone is what a client is given.
  const own = { handle: ++count };
  const beginning = stringify(seed, 'seed', OPERATION) ?? '';
  const faults = new Faults();
  const webhooks = new Webhooks();
  /** @type {import('../types/testing.d.ts').SandboxRequest[]} */
  const requests = [];

  const begin = () => {
    const wrong = told(OPERATION, (wasm) => wasm.sandboxCreate(own.handle, token, beginning, now()));
    if (wrong) throw misconfigured('invalid_seed', wrong, OPERATION);
  };

  /**
   * Asks the sandbox in wasm, and passes on what webhooks are to be told.
   * @param {string} operation
   * @param {(wasm: any) => string} use
   */
  const said = (operation, use) => {
    const answer = told(operation, use);
    if (!answer)
      throw new InternalError(`${operation}: the sandbox went down with a fault; create another`, {
        code: 'panic',
        operation,
        outcome: 'unknown',
        retryable: false,
      });
    const { value, error, events } = JSON.parse(answer);
    webhooks.tell(events);
    if (error !== undefined) throw misconfigured('invalid_argument', error, operation);
    return value;
  };

  begin();
  const sandbox = {
    token,
    requests,
    deliveries: webhooks.deliveries,
    /**
     * @param {string | URL | Request} input
     * @param {RequestInit} [init]
     */
    async fetch(input, init) {
      const { signal, ...asked } = await read(input, init);
      signal?.throwIfAborted();
      const operation = told('fetch', (wasm) => wasm.sandboxOperation(asked.method, asked.path));
      /** @type {import('../types/testing.d.ts').SandboxRequest} */
      const request = {
        ...(operation && { operation }),
        method: asked.method,
        path: asked.path,
        ...(asked.body !== '' && { body: parsed(asked.body) }),
      };
      requests.push(request);
      const handled = () =>
        /** @type {Answer} */ (
          said('fetch', (wasm) => wasm.sandboxHandle(own.handle, JSON.stringify(asked), now()))
        );
      const fault = faults.take(operation);
      const answer = !fault || isApplied(fault) ? handled() : undefined;
      const response = fault ? await faulty(fault, answer, signal) : respond(/** @type {Answer} */ (answer));
      request.status = response.status;
      return response;
    },
    snapshot() {
      return said('snapshot', (wasm) => wasm.sandboxSnapshot(own.handle, now()));
    },
    /** @param {unknown} conversation */
    add(conversation) {
      const text = stringify(conversation, 'conversation', 'add') ?? '';
      return said('add', (wasm) => wasm.sandboxAdd(own.handle, text, now()));
    },
    /**
     * @param {number | bigint | string} conversationId
     * @param {unknown} message
     */
    receive(conversationId, message) {
      const given = typeof message === 'string' ? { content: { _type: 'Text', value: message } } : message;
      const text = stringify(given, 'message', 'receive') ?? '';
      return said('receive', (wasm) => wasm.sandboxReceive(own.handle, String(conversationId), text, now()));
    },
    /** @param {import('./sandbox-faults.mjs').Fault} fault */
    fail: (fault) => faults.add(fault),
    /**
     * @param {import('./sandbox-webhooks.mjs').Handler} handler
     * @param {object} [given]
     */
    onWebhook: (handler, given = {}) => webhooks.add(handler, given, now),
    async settled() {
      said('settled', (wasm) => wasm.sandboxAdvance(own.handle, now()));
      await webhooks.settled();
    },
    reset() {
      begin();
      faults.clear();
      webhooks.clear();
      requests.length = 0;
    },
  };
  // Not every edge runtime has one.
  if (typeof FinalizationRegistry === 'function') {
    registry ??= new FinalizationRegistry((gone) => told('drop', (wasm) => wasm.sandboxDrop(gone)));
    registry.register(own, own.handle);
  }
  return sandbox;
}

/**
 * @template T
 * @param {string} operation
 * @param {(wasm: any) => T} use
 */
const told = (operation, use) => ask(use, { operation, outcome: 'not_sent', retryable: false });

/**
 * A request as `fetch` is given it.
 * @param {string | URL | Request} input
 * @param {RequestInit} [init]
 */
async function read(input, init = {}) {
  // Taken by its members: one of another realm, or of another `fetch`, is no instance of this one's class.
  const request = typeof input === 'object' && 'method' in input ? input : undefined;
  const url = new URL(request?.url ?? String(input), 'http://sandbox.localhost');
  const { body } = init;
  return {
    signal: init.signal ?? request?.signal,
    method: (init.method ?? request?.method ?? 'GET').toUpperCase(),
    path: url.pathname + url.search,
    headers: [...(init.headers ? new Headers(init.headers) : (request?.headers ?? []))],
    body: (await (body === undefined || body === null ? request : new Response(body))?.text()) ?? '',
  };
}

/** @param {string} body */
function parsed(body) {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
