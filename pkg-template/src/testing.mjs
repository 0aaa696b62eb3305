// @ts-check
// The sandbox: a local Dixa in memory, as a `fetch` to hand to the client. What it answers is decided in
// its wasm.

import { createGlue } from './sandbox-glue.mjs';
import { getSource } from './sandbox-source.mjs';

/** @type {ReturnType<ReturnType<typeof createGlue>> | undefined} */
let loaded;

function load() {
  if (loaded) return loaded;
  const source = getSource();
  const isModule = Object.prototype.toString.call(source) === '[object WebAssembly.Module]';
  const module = isModule
    ? /** @type {WebAssembly.Module} */ (source)
    : new WebAssembly.Module(/** @type {BufferSource} */ (source));
  loaded = createGlue((exports) => exports)(module);
  return loaded;
}

/** The token that a sandbox knows unless another is named. */
export const SANDBOX_TOKEN = 'sandbox-token';

/**
 * A local Dixa, with conversations on every channel.
 * @param {{ token?: string, now?: () => number }} [options]
 */
export function createSandbox({ token = SANDBOX_TOKEN, now = Date.now } = {}) {
  const wasm = load();
  const handle = wasm.sandboxCreate(token, now());
  const sandbox = {
    token,
    /**
     * @param {string | URL | Request} input
     * @param {RequestInit} [init]
     */
    async fetch(input, init) {
      const request = input instanceof Request ? new Request(input, init) : undefined;
      const { signal } = request ?? init ?? {};
      signal?.throwIfAborted();
      const url = new URL(request?.url ?? String(input), 'http://sandbox.localhost');
      const headers = new Headers(request?.headers ?? init?.headers);
      const asked = {
        method: request?.method ?? init?.method ?? 'GET',
        path: url.pathname + url.search,
        headers: [...headers],
        body: (await bodyText(request, init)) ?? '',
      };
      const answer = JSON.parse(wasm.sandboxHandle(handle, JSON.stringify(asked), now()));
      return new Response(answer.status === 204 ? null : answer.body, {
        status: answer.status,
        headers: answer.headers,
      });
    },
    /** What it holds: agents, queues, tags, end users, conversations. */
    snapshot() {
      return JSON.parse(wasm.sandboxSnapshot(handle));
    },
  };
  sandbox.fetch = sandbox.fetch.bind(sandbox);
  return sandbox;
}

/**
 * @param {Request | undefined} request
 * @param {RequestInit | undefined} init
 */
async function bodyText(request, init) {
  if (request) return request.text();
  return init?.body === undefined || init.body === null ? undefined : new Response(init.body).text();
}
