// @ts-check
// A quick run of the benchmark: every part has figures, and everybody in it decodes to the same values and is
// as strict as the others (the run itself ends otherwise). How quick anybody is, is not looked at.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { line } from './machine.mjs';
import { picture } from './picture.mjs';
import { summaryTable } from './summary.mjs';
import { tables } from './tables.mjs';

const program = fileURLToPath(new URL('run.mjs', import.meta.url));

/** @type {Promise<import('./run.mjs').Result> | undefined} */
let running;
/** @returns {Promise<import('./run.mjs').Result>} */
const run = () =>
  (running ??= promisify(execFile)(process.execPath, [program, '--quick', '--json'], {
    maxBuffer: 2 ** 26,
  }).then(({ stdout }) => JSON.parse(stdout)));

/** @param {import('./statistics.mjs').Summary} summary @param {string} of */
function figures({ median, low, high, least, samples }, of) {
  for (const value of [median, low, high, least]) assert.ok(Number.isFinite(value), of);
  assert.ok(least <= low && low <= median && median <= high && samples > 0, of);
}

/** @param {import('./race.mjs').Place[]} places @param {string[]} names @param {string} of */
function raced(places, names, of) {
  assert.deepEqual(
    places.map(({ name }) => name),
    names,
    of,
  );
  for (const { name, cpuMs, wallMs, ratio } of places) {
    for (const summary of [cpuMs, wallMs, ratio]) figures(summary, `${of}, ${name}`);
    assert.ok(wallMs.least > 0, `${of}, ${name}`);
  }
  assert.equal(places[0]?.ratio.median, 1, of);
}

test('a quick run prints one JSON document with figures of every contender', async () => {
  const { machine, strictness, decode, calls, sizes, cold, memory } = await run();
  assert.match(line(machine), /\d cores, .*Node v\d+/);
  assert.ok(decode && calls && sizes && cold && memory && strictness);
  assert.ok(strictness.refused > 100 && strictness.tried > strictness.refused);
  const decoders = [
    'fetch + JSON.parse',
    'dixa-conversations',
    'dixa-conversations, unchecked',
    'openapi-fetch + zod mini',
    'openapi-fetch + zod mini, same mends',
    'openapi-fetch + zod, jitless',
    'openapi-fetch + zod, code generation',
    'openapi-fetch + valibot',
    'openapi-fetch + valibot, same mends',
    'serde, serde-wasm-bindgen',
  ];
  assert.deepEqual(
    decode.races.map(({ kind, size }) => `${kind} ${size}`),
    ['realistic 1 KB', 'realistic 75 KB', 'realistic 5 MB', 'clean 75 KB', 'ascii 75 KB'],
  );
  for (const { kind, size, places } of decode.races) raced(places, decoders, `${kind} ${size}`);
  assert.deepEqual(
    decode.linear.map(({ messages }) => messages),
    [10, 100, 1000, 5000],
  );
  for (const { nsPerMessage } of decode.linear)
    assert.ok(nsPerMessage.every(({ ns }) => Number.isFinite(ns)));
  const callers = [
    'fetch + JSON',
    'dixa-conversations',
    'openapi-fetch',
    'openapi-fetch + zod mini',
    'openapi-fetch + valibot',
    'ky',
    '@octokit/core',
    'openai',
    'stripe',
  ];
  raced(calls.places, [...callers, '@anthropic-ai/sdk'], 'calls');
  for (const { name, raw, gzip, brotli } of [...sizes.ours, ...sizes.peers])
    assert.ok(brotli > 0 && gzip > 0 && brotli < 1.5 * raw, name);
  assert.equal(sizes.ours[0]?.name, 'dixa-conversations');
  assert.deepEqual(
    cold.places.map(({ place }) => place),
    ['node', 'chromium', 'workerd'],
  );
  for (const { place, programs } of cold.places)
    for (const { name, ms } of programs) figures(ms, `${place}, ${name}`);
  for (const { name, before, after } of memory.rows) assert.ok(before.heap > 0 && after.heap > 0, name);
});

test('a run becomes tables without a hole, and a picture', async () => {
  const result = await run();
  for (const { title, columns, rows } of tables(result)) {
    assert.ok(rows.length > 0, title);
    for (const row of rows) {
      assert.equal(row.length, columns.length, title);
      assert.ok(
        row.every((cell) => cell !== '' && !cell.includes('NaN')),
        `${title}: ${row}`,
      );
    }
  }
  const { rows } = summaryTable(result);
  assert.equal(rows.length, 6);
  assert.ok(rows.every(([, ours]) => ours));
  assert.match(picture(result), /^<svg [^]*<rect class="ours"[^]*<\/svg>\n$/);
});
