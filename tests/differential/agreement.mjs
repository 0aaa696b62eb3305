// @ts-check
// Whether three who were written apart judge a value alike: the tables, through the package; the typed
// models, natively; and the JSON Schema of `openapi.yaml`, by Ajv. Where they may differ: `differences.mjs`.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { judgeAnswer, judgeRequest, operations } from '../contract/validator.mjs';
import { call, send } from './calls.mjs';
import { read } from './design.mjs';
import { cases } from './dice.mjs';
import { OBJECTIONS, refuses } from './differences.mjs';
import { identical, sorted } from './same.mjs';
import { sent } from './sending.mjs';
import { ANSWERS, REQUESTS } from './shapes.mjs';
import { smallestText } from './smallest.mjs';
import { MANNERS, answer, request } from './values.mjs';

/**
 * @typedef {'answer' | 'request'} Direction
 * @typedef {{ direction: Direction, operation: string, text: string }} Case
 * @typedef {Case & { objections: Set<import('./differences.mjs').Objection>, tableRefuses: boolean, value: unknown, clean: boolean }} Judged
 */

/** Cases that are judged at once. */
const AT_ONCE = 250;

const program = new URL('../../target/debug/examples/typed', import.meta.url);
const models = spawn(fileURLToPath(program), { stdio: ['pipe', 'pipe', 'inherit'] });
const verdicts = createInterface(models.stdout)[Symbol.asyncIterator]();
after(() => models.kill());

/**
 * What the typed models write of values that they read; of others `undefined`.
 * @param {readonly Judged[]} values
 */
async function typed(values) {
  const lines = values.map(({ direction, operation, value }) => [direction, operation, forRust(value)]);
  models.stdin.write(lines.map((line) => `${line.join('\t')}\n`).join(''));
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
function schemaRefuses({ direction, operation, text }) {
  const found = operations.find(({ name }) => name === operation);
  if (!found) throw new Error(`the contract has no ${operation}`);
  const url = new URL(found.path.replace('{conversationId}', '7'), 'https://dev.dixa.io');
  try {
    if (direction === 'request') judgeRequest({ method: found.method, url, body: text });
    else judgeAnswer(found, ANSWERS.get(operation)?.status ?? 0, text);
    return false;
  } catch (error) {
    if (/is not as the contract says/.test(String(error))) return true;
    throw error;
  }
}

/**
 * An answer as the package reads it; nothing for what is no answer, a problem where it reads none.
 * @param {Case} one
 * @returns {Promise<Judged | string | undefined>}
 */
async function answered(one) {
  const shapes = ANSWERS.get(one.operation);
  const expected = shapes && read(one.text, shapes);
  const { read: got, refused } = await call(one.operation, one.text, 'warn');
  // A `next` that is no link is the business of `tests/shell/paging.mjs`.
  if (!expected || refused?.code === 'no_page_key') return undefined;
  if (refused) return `${one.operation}: ${refused}`;
  const tableRefuses = got.issues.some(({ severity }) => severity === 'error');
  const clean = expected.objections.size === 0 && got.issues.length === 0;
  return { ...one, objections: expected.objections, tableRefuses, value: got.data, clean };
}

/**
 * A request as the package sends it, or refuses to; a problem where that is not what the design says.
 * @param {Case} one
 * @returns {Promise<Judged | string | undefined>}
 */
async function asked(one) {
  const shape = REQUESTS.get(one.operation);
  const expected = shape && sent(one.operation, one.text, shape);
  if (!expected) return undefined;
  const given = JSON.parse(one.text);
  const { sent: got, refused } = await send(one.operation, given);
  const { objections, issues } = expected;
  if (refused) {
    const paths = (/** @type {import('./calls.mjs').Found[] | undefined} */ found) =>
      (found ?? [])
        .filter(({ severity }) => severity === 'error')
        .map(({ path }) => path)
        .sort()
        .join(', ');
    if (refused.name !== 'RequestValidationError') return `${one.operation}: ${refused}`;
    if (paths(refused.issues) !== paths(issues)) {
      return `${one.operation}: refused for ${paths(refused.issues)}, expected ${paths(issues)}`;
    }
  } else if (!identical(sorted(got), sorted(expected.value))) {
    return `${one.operation}: sent as ${JSON.stringify(got)}`;
  }
  const value = refused ? expected.value : got;
  return { ...one, objections, tableRefuses: refused !== undefined, value, clean: false };
}

/**
 * What is wrong with the verdicts on each case.
 * @param {readonly Case[]} all
 * @returns {Promise<(string | undefined)[]>}
 */
async function problems(all) {
  const wrong = [];
  const judged = [];
  for (const one of all) {
    const result = one.direction === 'request' ? await asked(one) : await answered(one);
    if (typeof result === 'string') wrong.push(result);
    else if (result) judged.push(result);
  }
  const models = await typed(judged);
  const verdicts = judged.map((one, at) => {
    const { operation, objections, tableRefuses } = one;
    const refused = { table: tableRefuses, serde: models[at] === undefined, schema: schemaRefuses(one) };
    const said = [...objections].join(', ') || 'nothing';
    for (const judge of /** @type {const} */ (['table', 'serde', 'schema'])) {
      if ([refused[judge], undefined].includes(refuses(judge, objections))) continue;
      return `${operation}: ${judge} ${refused[judge] ? 'refuses' : 'takes'} it, with ${said} said against it`;
    }
    const whole = !one.clean || identical(sorted(models[at]), sorted(JSON.parse(forRust(one.value))));
    return whole ? undefined : `${operation}: the typed models write it otherwise`;
  });
  return [...wrong, ...verdicts].filter((problem) => problem !== undefined);
}

test('every difference between the judges that is told of is one', async () => {
  for (const [name, { example }] of Object.entries(OBJECTIONS)) {
    const [operation, data, direction = 'answer'] = example;
    const text = direction === 'request' ? data : `{"data":${data}}`;
    const [answers, requests] = [ANSWERS.get(operation), REQUESTS.get(operation)];
    const reading =
      direction === 'request' ? requests && sent(operation, text, requests) : answers && read(text, answers);
    assert.ok(reading?.objections.has(/** @type {any} */ (name)), name);
    assert.deepEqual(await problems([{ direction, operation, text }]), [], name);
  }
});

/**
 * @param {import('./dice.mjs').Dice} dice
 * @returns {Case}
 */
function made(dice) {
  if (dice.chance(0.7)) {
    const [operation, shapes] = dice.of([...ANSWERS]);
    return { direction: 'answer', operation, text: answer(dice, shapes, dice.of(MANNERS)) };
  }
  const [operation, shape] = dice.of([...REQUESTS]);
  // As JavaScript hands it over.
  const text = JSON.stringify(JSON.parse(request(dice, shape, dice.of(MANNERS))));
  return { direction: 'request', operation, text };
}

test('the tables, the typed models and the JSON Schema judge values alike', async (t) => {
  await cases(t, 1 / 3, async (dice) => {
    const batch = Array.from({ length: AT_ONCE }, () => made(dice));
    if ((await problems(batch)).length === 0) return;
    for (const { text, ...one } of batch) {
      const problem = async (/** @type {string} */ smaller) =>
        (await problems([{ ...one, text: smaller }]))[0];
      if (await problem(text)) assert.fail(await smallestText(text, problem));
    }
    assert.fail('what was wrong with all of them is wrong with none alone');
  });
  t.diagnostic(`${AT_ONCE} values a case`);
});
