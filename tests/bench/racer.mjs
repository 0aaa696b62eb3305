// @ts-check
// One contender in a process of its own, so that nobody's shapes and garbage slow another down. Does what
// `race.mjs` asks: prepare, take a sample, tell what memory is in use. Run with --expose-gc.

import { readFileSync } from 'node:fs';
import { digest } from './digest.mjs';

/**
 * What a contender is: given the bytes that its `fetch` answers with, it makes a call to be timed.
 * @typedef {(bytes: Buffer) => Promise<() => Promise<unknown>>} Contender
 * @typedef {{ wallMs: number, cpuMs: number }} Sample a call's time on the clock, and that of the processor: what
 * others do on the machine shows in the first
 * @typedef {{ file: string, contender: string, payload: string, warmMs: number, sampleMs: number }} Task
 */

/** @type {WebAssembly.Memory[]} */
const memories = [];
// Before a contender is loaded: the only way to the memory of its modules.
WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
  construct(target, given) {
    const instance = Reflect.construct(target, given);
    memories.push(/** @type {WebAssembly.Memory} */ (instance.exports['memory']));
    return instance;
  },
});

/** @type {() => Promise<unknown>} */
let call;
let repeat = 1;

const asks = {
  /** @param {Task} task @returns {Promise<string>} a digest of what the call resolves to */
  async prepare({ file, contender, payload, warmMs, sampleMs }) {
    const { contenders } = await import(new URL(file, import.meta.url).href);
    call = await /** @type {Contender} */ (contenders[contender])(readFileSync(payload));
    const got = digest(await call());
    const used = process.cpuUsage();
    const busyMs = () => (({ user, system }) => (user + system) / 1000)(process.cpuUsage(used));
    let calls = 0;
    while (calls < 3 || busyMs() < warmMs) {
      await call();
      calls++;
    }
    // How quick it is once warm says how many calls make a sample.
    const few = Math.max(1, calls >> 3);
    repeat = Math.max(1, Math.round(sampleMs / (await timed(few)).cpuMs));
    return got;
  },
  /** @returns {Promise<Sample>} */
  async sample() {
    // The caches were others' meanwhile. No collection is forced: it throws compiled code away, too.
    await timed(repeat >> 2);
    return timed(repeat);
  },
  /** @param {number} calls @returns {Promise<{ heap: number, wasm: number }>} bytes in use after so many calls */
  async memory(calls) {
    for (let done = 0; done < calls; done++) await call();
    for (let round = 0; round < 3; round++) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      globalThis.gc?.();
    }
    const wasm = memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
    const { heapUsed, external } = process.memoryUsage();
    return { heap: heapUsed + external - wasm, wasm };
  },
};

/** @param {number} calls @returns {Promise<Sample>} */
async function timed(calls) {
  const used = process.cpuUsage();
  const started = performance.now();
  for (let done = 0; done < calls; done++) await call();
  const wallMs = performance.now() - started;
  const { user, system } = process.cpuUsage(used);
  return { wallMs: wallMs / Math.max(1, calls), cpuMs: (user + system) / 1000 / Math.max(1, calls) };
}

process.on('message', async (/** @type {{ ask: keyof typeof asks, given: any }} */ { ask, given }) => {
  try {
    process.send?.({ value: await asks[ask](given) });
  } catch (error) {
    process.send?.({ error: error instanceof Error ? String(error.stack) : String(error) });
  }
});
