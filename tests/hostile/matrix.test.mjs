// @ts-check
// Every operation through every fault: how many requests arrive, how the call ends, whether what the error
// says about the effect is what the server did, and whether anything of it gives a secret away.
// `DIXA_CELL='503, once' node --test tests/hostile/matrix.test.mjs` runs some.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPERATIONS } from '../../pkg-template/generated/operations.mjs';
import { differing } from '../lists.mjs';
import { CASES } from './cases.mjs';
import { FAULTS } from './faults.mjs';
import { runAll } from './matrix.mjs';
import { report } from './report.mjs';
import { leaks, listener, traces } from './traces.mjs';

const wanted = process.env.DIXA_CELL;
const faults = FAULTS.filter(({ name }) => !wanted || name.includes(wanted));

test('every operation has a case, and no fault has two names', () => {
  const named = CASES.map((one) => one.operation).filter((name) => name !== 'request');
  assert.deepEqual(
    differing(
      'tests/hostile/cases.mjs',
      named,
      OPERATIONS.map(({ name }) => name),
    ),
    [],
  );
  assert.equal(new Set(FAULTS.map(({ name }) => name)).size, FAULTS.length);
});

test('the matrix', async (context) => {
  const { heard, options, during } = listener();
  /** @type {string[]} */
  const shown = [];
  let errors = 0;
  const watch = (/** @type {unknown} */ error, /** @type {string} */ cell) => {
    errors++;
    for (const leak of leaks(error)) shown.push(`${cell}: ${leak}`);
  };
  const { cells, strayed, seconds } = await during(() => runAll(CASES, faults, options, watch));
  for (const line of report(cells, seconds)) console.log(line);
  console.log(`${errors} errors and ${heard.length} events and lines searched for secrets`);
  const failed = cells.filter(({ wrong }) => wrong.length > 0);

  await context.test('no cell is left out', () => assert.equal(cells.length, CASES.length * faults.length));
  await context.test('every call ends as the rules say, and tells the truth about what was done', () => {
    const lines = failed.map(({ one, fault, wrong }) => `${one.name} × ${fault.name}: ${wrong.join('; ')}`);
    assert.equal(lines.length, 0, `${lines.length} cells\n${lines.slice(0, 200).join('\n')}`);
  });
  await context.test('nothing arrives at another origin', () => assert.deepEqual(strayed, []));
  await context.test('no error shows the token, an id or a text', () => {
    assert.equal(shown.length, 0, `${shown.length}\n${[...new Set(shown)].slice(0, 100).join('\n')}`);
    assert.ok(wanted || errors > 2000);
  });
  await context.test('no hook, log line or console line does either', () => {
    const told = heard.filter((line) => traces(line).length > 0);
    assert.equal(told.length, 0, told.slice(0, 50).join('\n'));
    assert.ok(wanted || heard.length > 10_000);
  });
});
