// The Worker in workerd, beside a local Dixa that tells it what happens: each event three times, out of order.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { SANDBOX_WEBHOOK_SECRET } from 'dixa-conversations/testing';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';
import { startSandbox } from '../console/sandbox-server.mjs';

/** What the cookie of an agent's session says; a site of your own makes one for each. */
export const SESSION = crypto.randomUUID();

/** @param {string} name */
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** The Worker and its modules, as workerd takes them. */
async function modules() {
  const { outputFiles } = await build({
    entryPoints: [here('worker.ts')],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['workerd'],
    external: ['cloudflare:workers', '*.wasm'],
    write: false,
  });
  const wasm = async (/** @type {string} */ path) => ({
    type: /** @type {const} */ ('CompiledWasm'),
    path,
    contents: await readFile(here(`node_modules/dixa-conversations/dist/${path}`)),
  });
  return [
    { type: /** @type {const} */ ('ESModule'), path: 'worker.mjs', contents: outputFiles[0]?.text ?? '' },
    await wasm('dixa_bg.wasm'),
    await wasm('webhooks_bg.wasm'),
  ];
}

/**
 * @param {object} [options]
 * @param {number} [options.port] of the Worker
 * @param {number} [options.timeoutMs] how long the Worker waits for Dixa
 * @param {import('dixa-conversations/testing').SandboxWebhookOptions} [options.webhooks]
 */
export async function run({ port = 0, timeoutMs = 5000, webhooks = {} } = {}) {
  const local = await startSandbox({ seed: 'empty' });
  const { sandbox } = local;
  const worker = new Miniflare({
    modules: await modules(),
    compatibilityDate: '2026-01-01',
    port,
    bindings: {
      DIXA_API_TOKEN: sandbox.token,
      DIXA_WEBHOOK_SECRET: SANDBOX_WEBHOOK_SECRET,
      DIXA_AGENT_ID: sandbox.snapshot().agents[0]?.id ?? '',
      DIXA_BASE_URL: local.url,
      SESSION,
      DIXA_TIMEOUT_MS: timeoutMs,
    },
    // Its own requests would leave this machine otherwise.
    cf: false,
  });
  const url = new URL('/webhooks/dixa', await worker.ready).href;
  sandbox.onWebhook((request) => fetch(request), { url, deliveries: 3, shuffle: true, ...webhooks });
  const close = async () => {
    await worker.dispose();
    local.close();
  };
  return { url, sandbox, close };
}
