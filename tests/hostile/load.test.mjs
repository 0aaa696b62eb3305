// @ts-check
// Many calls on one client against a fetch in this process: neither the heap nor wasm's memory grows with
// them. `DIXA_LOAD=1000000` makes a million. Run with --expose-gc.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { CASES, ID, TOKEN } from './cases.mjs';

const CALLS = Number(process.env.DIXA_LOAD ?? 20_000);
const MIB = 1024 * 1024;

/** @type {WebAssembly.Memory[]} */
const memories = [];
const { Instance } = WebAssembly;
// Before the package is loaded: the only way to its memory.
WebAssembly.Instance = new Proxy(Instance, {
  construct(target, given) {
    const instance = Reflect.construct(target, given);
    memories.push(/** @type {WebAssembly.Memory} */ (instance.exports.memory));
    return instance;
  },
});
const { ConversationsClient } = await import('../../pkg/dist/index.mjs');

/** What is in use after everything unused is gone, in bytes. */
async function used() {
  if (!globalThis.gc) throw new Error('run with --expose-gc');
  for (let round = 0; round < 3; round++) {
    await pause(0);
    globalThis.gc();
  }
  const { heapUsed, external } = process.memoryUsage();
  const wasm = memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
  return { heap: heapUsed + external - wasm, wasm };
}

const mib = (/** @type {number} */ bytes) => `${(bytes / MIB).toFixed(2)} MiB`;
const told = (/** @type {{ heap: number, wasm: number }} */ { heap, wasm }) =>
  `heap ${mib(heap)}, wasm ${mib(wasm)}`;

/** Answers of every kind: what is right, what is refused, what cannot be read, what is lost. */
const good = /** @type {import('./cases.mjs').Case} */ (CASES.find(({ name }) => name === 'listMessages'))
  .good.body;
const ANSWERS = [
  () => new Response(good),
  () => new Response(good),
  () => new Response('{"message":"no"}', { status: 404 }),
  () => new Response('<html>'),
  () => Promise.reject(new TypeError('fetch failed')),
  () => new Response(null, { status: 204 }),
];

/** @param {import('../../pkg/dist/index.mjs').ClientOptions} [options] */
function client(options) {
  let at = 0;
  const fetch = async () => /** @type {() => Response} */ (ANSWERS[at++ % ANSWERS.length])();
  return new ConversationsClient({
    token: TOKEN,
    fetch,
    rateLimit: false,
    maxRetries: 0,
    logger: null,
    ...options,
  });
}

/** @param {InstanceType<typeof ConversationsClient>} dixa @param {number} count */
async function make(dixa, count) {
  const { signal } = new AbortController();
  const calls = [
    () => dixa.listMessages(ID),
    () => dixa.listMessages(ID, { signal }),
    () => dixa.addInternalNote(ID, { message: 'Hi' }),
    () => dixa.closeConversation(ID),
    () => dixa.listMessages(/** @type {any} */ ('no id')),
  ];
  for (let done = 0; done < count; done += 10) {
    await Promise.all(
      Array.from({ length: 10 }, (_, at) => calls[(done + at) % calls.length]?.().catch(() => {})),
    );
  }
}

test(`${CALLS} calls leave heap and wasm as large as they were`, { timeout: 3_600_000 }, async () => {
  const dixa = client();
  await make(dixa, 5000);
  const before = await used();
  const started = performance.now();
  await make(dixa, CALLS);
  const ms = performance.now() - started;
  const after = await used();
  console.log(`${CALLS} calls in ${(ms / 1000).toFixed(1)} s: before ${told(before)}; after ${told(after)}`);
  assert.equal(memories.length, 1);
  assert.equal(after.wasm, before.wasm);
  // A hundred bytes a call would be 2 MB.
  assert.ok(after.heap - before.heap < MIB, `${mib(after.heap - before.heap)} more`);
});

test('clients that are dropped leave nothing', async () => {
  const many = async (/** @type {number} */ count) => {
    for (let at = 0; at < count; at++)
      await client()
        .listMessages(ID)
        .catch(() => {});
  };
  await many(500);
  const before = await used();
  await many(3000);
  const after = await used();
  assert.ok(
    after.heap - before.heap < MIB / 2 && after.wasm === before.wasm,
    `${told(before)}; ${told(after)}`,
  );
});

test('ten thousand calls may be under way at once, and leave nothing', async () => {
  /** @type {(() => void)[]} */
  let waiting = [];
  const dixa = client({
    fetch: () => new Promise((resolve) => waiting.push(() => resolve(new Response(good)))),
    timeoutMs: 600_000,
    totalTimeoutMs: 600_000,
  });
  const round = async () => {
    const calls = Array.from({ length: 10_000 }, () => dixa.listMessages(ID));
    // The token and the request take a few turns each.
    while (waiting.length < calls.length) await pause(1);
    const during = memories[0]?.buffer.byteLength ?? 0;
    const release = waiting;
    waiting = [];
    for (const one of release) one();
    const lists = await Promise.all(calls);
    assert.ok(lists.every((list) => list.length > 0));
    return during;
  };
  // How wasm's memory is cut up settles in the first rounds.
  for (let at = 0; at < 2; at++) await round();
  const before = await used();
  for (let at = 0; at < 3; at++) await round();
  const after = await used();
  console.log(`10000 calls at once, three times more: before ${told(before)}; after ${told(after)}`);
  assert.ok(after.wasm - before.wasm < MIB, `${mib(after.wasm - before.wasm)} more`);
  assert.ok(after.heap - before.heap < MIB, `${mib(after.heap - before.heap)} more`);
});
