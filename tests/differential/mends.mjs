// @ts-check
// Whether what is returned, and what is found, are what the design says of the text.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { call } from './calls.mjs';
import { read } from './design.mjs';
import { cases } from './dice.mjs';
import { identical, sorted } from './same.mjs';
import { ANSWERS } from './shapes.mjs';
import { smallestText } from './smallest.mjs';
import { MANNERS, answer } from './values.mjs';

/** @param {import('./calls.mjs').Found[] | undefined} issues */
const told = (issues) => (issues ?? []).map(({ path, severity }) => `${severity} ${path}`).sort();

/**
 * @param {string} operation
 * @param {string} text
 */
async function problem(operation, text) {
  const shapes = ANSWERS.get(operation);
  if (!shapes) throw new Error(`the contract has no answer of ${operation}`);
  const expected = read(text, shapes);
  if (!expected) return undefined;
  const findings = told(expected.issues);
  const { read: got, refused } = await call(operation, text, 'warn');
  const compared = (/** @type {unknown} */ value, /** @type {string[]} */ found) => {
    if (!identical(sorted(value), sorted(expected.value))) {
      return `${operation} gives ${show(value)}\nthe design says ${show(expected.value)}`;
    }
    if (found.join('\n') === findings.join('\n')) return undefined;
    return `${operation} finds\n  ${found.join('\n  ')}\nthe design says\n  ${findings.join('\n  ')}`;
  };
  // A `next` that is no link; `tests/shell/paging.mjs` asks about those.
  if (refused?.code === 'no_page_key') return undefined;
  if (refused) return `${operation}: ${refused.name} ${refused.code}`;
  const wrong = compared(got.data, told(got.issues));
  if (wrong) return wrong;
  const errors = findings.filter((line) => line.startsWith('error'));
  const strict = await call(operation, text, 'strict');
  if (errors.length === 0)
    return strict.read
      ? compared(strict.read.data, told(strict.read.issues))
      : `${operation}: strict refuses what has no issue`;
  if (strict.read || strict.refused.name !== 'ResponseValidationError')
    return `${operation}: strict takes what has issues`;
  const kept = told(strict.refused.issues).filter((line) => line.startsWith('error'));
  return kept.join('\n') === errors.join('\n')
    ? undefined
    : `${operation}: strict tells of ${kept.join(', ')}`;
}

/** @param {unknown} value */
const show = (value) => JSON.stringify(sorted(value), (_, one) => (Object.is(one, -0) ? '-0' : one));

test('what is returned and found is what the design says of the text', async (t) => {
  const seen = { clean: 0, mended: 0, issues: 0 };
  await cases(t, 1 / 3, async (dice) => {
    const [operation, shapes] = dice.of([...ANSWERS]);
    const text = answer(dice, shapes, dice.of(MANNERS));
    const { value, issues } = read(text, shapes) ?? { value: undefined, issues: [] };
    if (issues.some(({ severity }) => severity === 'error')) seen.issues++;
    else identical(sorted(value), sorted(JSON.parse(text).data)) ? seen.clean++ : seen.mended++;
    if (await problem(operation, text)) {
      assert.fail(await smallestText(text, (smaller) => problem(operation, smaller)));
    }
  });
  t.diagnostic(`${seen.clean} clean, ${seen.mended} mended without an issue, ${seen.issues} with issues`);
  if (Math.min(seen.clean, seen.mended, seen.issues) === 0)
    t.diagnostic('too few cases to have seen all three');
});
