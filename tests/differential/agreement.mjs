// @ts-check
// Whether three who were written apart judge a value alike: the tables, through the package; the typed
// models, natively; and the JSON Schema of `openapi.yaml`, by Ajv. Where they may differ: `differences.mjs`.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { judgeAnswer } from '../contract/validator.mjs';
import { call } from './calls.mjs';
import { read } from './design.mjs';
import { cases } from './dice.mjs';
import { OBJECTIONS, refuses } from './differences.mjs';
import { identical, sorted } from './same.mjs';
import { ANSWERS } from './shapes.mjs';
import { smallestText } from './smallest.mjs';
import { MANNERS, answer } from './values.mjs';

/** @typedef {[operation: string, text: string]} Case */

/** Cases that are judged at once. */
const AT_ONCE = 250;

const program = new URL('../../target/debug/examples/typed', import.meta.url);
const models = spawn(fileURLToPath(program), { stdio: ['pipe', 'pipe', 'inherit'] });
const verdicts = createInterface(models.stdout)[Symbol.asyncIterator]();
after(() => models.kill());

/**
 * What the typed models write of values that they read; of others `undefined`.
 * @param {(readonly [operation: string, value: unknown])[]} values
 */
async function typed(values) {
  models.stdin.write(
    values.map(([operation, value]) => `answer\t${operation}\t${forRust(value)}\n`).join(''),
  );
  const read = [];
  for (const _ of values) {
    const { value, done } = await verdicts.next();
    if (done) throw new Error('the typed models have ended');
    read.push(value === '' ? undefined : JSON.parse(value));
  }
  return read;
}

/**
 * JSON for Rust, whose text has no lone surrogates and whose numbers have an end.
 * @param {unknown} value
 */
function forRust(value) {
  return JSON.stringify(value, (_, one) => {
    if (typeof one === 'number' && !Number.isFinite(one)) return Number.MAX_VALUE;
    if (typeof one === 'string') return wellFormed(one);
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return one;
    return Object.fromEntries(Object.entries(one).map(([key, member]) => [wellFormed(key), member]));
  });
}

/** @param {string} text */
const wellFormed = (text) => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** @param {Case} one */
function schemaRefuses([operation, text]) {
  const answer = ANSWERS.get(operation);
  if (!answer) throw new Error(`the contract has no answer of ${operation}`);
  try {
    judgeAnswer(answer.operation, answer.status, text);
    return false;
  } catch (error) {
    if (/is not as the contract says/.test(String(error))) return true;
    throw error;
  }
}

/**
 * What is wrong with the verdicts on each case.
 * @param {readonly Case[]} all
 */
async function problems(all) {
  const judged = [];
  for (const [operation, text] of all) {
    const expected = read(
      text,
      /** @type {NonNullable<ReturnType<typeof ANSWERS.get>>} */ (ANSWERS.get(operation)),
    );
    const { read: got, refused } = await call(operation, text, 'warn');
    // A text that is no answer comes before no judge; `mends.mjs` asks whether an answer is read.
    if (expected && got) judged.push({ operation, text, expected, got });
    else if (expected && refused?.code !== 'no_page_key') return [`${operation}: ${refused}`];
  }
  const written = await typed(judged.map(({ operation, got }) => [operation, got.data]));
  return judged.map(({ operation, text, expected: { objections }, got }, at) => {
    const verdicts = {
      table: got.issues.some(({ severity }) => severity === 'error'),
      serde: written[at] === undefined,
      schema: schemaRefuses([operation, text]),
    };
    const said = [...objections].join(', ') || 'nothing';
    for (const judge of /** @type {const} */ (['table', 'serde', 'schema'])) {
      if ([verdicts[judge], undefined].includes(refuses(judge, objections))) continue;
      return `${operation}: ${judge} ${verdicts[judge] ? 'refuses' : 'takes'} it, with ${said} said against it`;
    }
    if (
      objections.size === 0 &&
      got.issues.length === 0 &&
      !identical(sorted(written[at]), sorted(JSON.parse(forRust(got.data))))
    ) {
      return `${operation}: the typed models write it otherwise`;
    }
    return undefined;
  });
}

test('every difference between the judges that is told of is one', async () => {
  for (const [name, { by, example }] of Object.entries(OBJECTIONS)) {
    const [operation, data] = example;
    const text = `{"data":${data}}`;
    const answer = ANSWERS.get(operation);
    assert.deepEqual([...((answer && read(text, answer)?.objections) ?? [])], [name]);
    assert.deepEqual(await problems([[operation, text]]), [undefined], name);
    assert.ok(by.length > 0);
  }
});

test('the tables, the typed models and the JSON Schema judge values alike', async (t) => {
  /** @type {Set<string>} */
  const seen = new Set();
  await cases(t, 1 / 3, async (dice) => {
    const batch = Array.from({ length: AT_ONCE }, () => {
      const [operation, shapes] = dice.of([...ANSWERS]);
      return /** @type {Case} */ ([operation, answer(dice, shapes, dice.of(MANNERS))]);
    });
    for (const [operation, text] of batch) {
      const shapes = ANSWERS.get(operation);
      for (const objection of (shapes && read(text, shapes)?.objections) ?? []) seen.add(objection);
    }
    if ((await problems(batch)).every((problem) => problem === undefined)) return;
    for (const [operation, text] of batch) {
      const problem = async (/** @type {string} */ smaller) => (await problems([[operation, smaller]]))[0];
      if (await problem(text)) assert.fail(await smallestText(text, problem));
    }
    assert.fail('what was wrong with all of them is wrong with none alone');
  });
  t.diagnostic(
    `${AT_ONCE} values a case, ${seen.size} of ${Object.keys(OBJECTIONS).length} objections among them`,
  );
});
