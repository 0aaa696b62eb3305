// @ts-check
// npm run bench: this package beside what users would take instead, in one set of tables: decoding, calls, sizes,
// cold start, memory. docs/performance.md says how it is measured.
//   --only PART     that part only; may be said several times
//   --quick         few rounds and small payloads, to see that it works; the figures say little
//   --json          one JSON document on standard output, and nothing else there (npm --silent run bench)
//   --svg           draws docs/bench.svg
//   --readme        writes the tables into docs/performance.md and README.md
//   --from FILE     shows, draws or writes an earlier run's JSON, and measures nothing

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fail, packages, say, setup } from '../../pkg-template/build/setup.mjs';
import { line, machine } from './machine.mjs';

/**
 * @typedef {object} Result
 * @property {import('./machine.mjs').Machine} machine
 * @property {boolean} quick
 * @property {Awaited<ReturnType<typeof import('./agree.mjs').agree>>} [strictness]
 * @property {Awaited<ReturnType<typeof import('./parts/decode.mjs').decode>>} [decode]
 * @property {Awaited<ReturnType<typeof import('./parts/calls.mjs').calls>>} [calls]
 * @property {Awaited<ReturnType<typeof import('./parts/sizes.mjs').sizes>>} [sizes]
 * @property {Awaited<ReturnType<typeof import('./parts/cold.mjs').cold>>} [cold]
 * @property {Awaited<ReturnType<typeof import('./parts/memory.mjs').memory>>} [memory]
 */

const PARTS = /** @type {const} */ (['strictness', 'decode', 'calls', 'sizes', 'cold', 'memory']);

const { values: flags } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    svg: { type: 'boolean', default: false },
    readme: { type: 'boolean', default: false },
    from: { type: 'string' },
  },
});
const unknown = flags.only.find((name) => !PARTS.some((part) => part === name));
if (unknown) fail(`there is no part ${unknown}; there are: ${PARTS.join(', ')}`);
if ((flags.svg || flags.readme) && (flags.quick || flags.only.length > 0))
  fail('the documents show whole runs');

const bench = fileURLToPath(new URL('.', import.meta.url));
const kept = fileURLToPath(new URL('.work/result.json', import.meta.url));

if (flags.json) {
  // Builds and installs talk on standard output, which is the document's.
  const words = process.argv.slice(1).filter((word) => word !== '--json');
  const { status } = spawnSync(process.execPath, words, { stdio: ['inherit', 2, 2] });
  if (status === 0) process.stdout.write(readFileSync(flags.from ?? kept, 'utf8'));
  process.exit(status ?? 1);
}

/** @type {Result} */
const result = flags.from ? JSON.parse(readFileSync(flags.from, 'utf8')) : await measure();
const { show, tables } = await import('./tables.mjs');
console.log(`\n${line(result.machine)}`);
if (result.strictness) {
  const { tried, refused } = result.strictness;
  console.log(`${tried} changes to messages: this package, zod and valibot refuse the same ${refused}`);
}
for (const table of tables(result)) show(table);
const { writePicture, writeTables } = await import('./documents.mjs');
if (flags.svg) writePicture(result);
if (flags.readme) writeTables(result);

/** @returns {Promise<Result>} */
async function measure() {
  const on = machine();
  setup();
  packages(bench);
  const { makePackage } = await import('../../pkg-template/build/package.mjs');
  await makePackage();
  const { prepare, serde } = await import('./prepare.mjs');
  const prepared = await prepare();
  serde();
  const how = {
    pace: flags.quick ? { rounds: 2, warmMs: 30, sampleMs: 3 } : { rounds: 21, warmMs: 700, sampleMs: 20 },
    coldSamples: flags.quick ? 1 : 21,
    memoryCalls: flags.quick ? 400 : 50_000,
    messages: flags.quick ? 20 : 300,
    quick: flags.quick,
    tell: say,
  };
  /** @type {Record<typeof PARTS[number], () => Promise<unknown>>} */
  const parts = {
    strictness: async () => (await import('./agree.mjs')).agree(prepared, how.messages),
    decode: async () => (await import('./parts/decode.mjs')).decode(prepared, how),
    calls: async () => (await import('./parts/calls.mjs')).calls(prepared, how),
    sizes: async () => (await import('./parts/sizes.mjs')).sizes(),
    cold: async () => (await import('./parts/cold.mjs')).cold(prepared, how),
    memory: async () => (await import('./parts/memory.mjs')).memory(prepared, how),
  };
  /** @type {Record<string, unknown>} */
  const measured = {};
  for (const part of PARTS) {
    if (flags.only.length > 0 && !flags.only.includes(part)) continue;
    say(part);
    measured[part] = await parts[part]();
  }
  /** @type {Result} */
  const whole = { machine: on, quick: flags.quick, ...measured };
  mkdirSync(new URL('.work/', import.meta.url), { recursive: true });
  writeFileSync(kept, `${JSON.stringify(whole, null, 2)}\n`);
  return whole;
}
