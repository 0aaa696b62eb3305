// @ts-check
// Whether the package takes exactly what `JSON.parse` takes, through operations that check, operations
// that do not and operations that expect no answer; and whether what it does not check is what
// `JSON.parse` makes of it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MODES, OPERATIONS, SILENT, call } from './calls.mjs';
import { cases } from './dice.mjs';
import { identical } from './same.mjs';
import { smallest } from './smallest.mjs';
import { deep, json, spoiled } from './texts.mjs';

/** Levels of arrays and objects that are read (design, Decoded values). */
const MOST_LEVELS = 128;

/**
 * What a body is to be read as, or the codes of the error of which one is due.
 * @typedef {{ value?: unknown, meta?: unknown, codes?: string[] }} Verdict
 */

/** @param {string} text a JSON text */
function levels(text) {
  let [level, most] = [0, 0];
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]/gs)) {
    if (token === '[' || token === '{') most = Math.max(most, ++level);
    else if (token === ']' || token === '}') level--;
  }
  return most;
}

/**
 * What the engine makes of a body. `TextDecoder` drops one byte order mark, as the package does.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Verdict}
 */
function engine(bytes) {
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { codes: ['not_utf8'] };
  }
  if (/^[ \t\n\f\r]*$/.test(text)) return { codes: ['empty_body'] };
  try {
    const value = JSON.parse(text);
    return levels(text) > MOST_LEVELS ? { codes: ['too_deep'] } : { value };
  } catch {
    return { codes: ['not_json', 'truncated_json', 'too_deep'] };
  }
}

/**
 * @param {string} operation
 * @param {import('./calls.mjs').Mode} mode
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
async function problem(operation, mode, bytes) {
  const { value, meta, codes } = dataOf(operation, engine(bytes));
  const { read, refused } = await call(operation, bytes, mode);
  const said = `${operation}, ${mode}: ${refused ? `${refused.name} ${refused.code ?? ''}` : 'read'}`;
  if (codes) {
    const due = refused?.name === 'DecodeError' && codes.includes(refused.code ?? '');
    return due ? undefined : `${said}, expected ${codes.join(' or ')}`;
  }
  if (refused) {
    const mayBe = mode === 'strict' ? ['invalid_response', 'no_page_key'] : ['no_page_key'];
    return mayBe.includes(refused.code ?? '') ? undefined : `${said}, though JSON.parse reads it`;
  }
  const whole = mode !== 'off' || identical([read.data, read.meta], [value, meta]);
  return whole ? undefined : `${said}, and not what JSON.parse makes of it`;
}

/**
 * What an operation is to make of what the engine read.
 * @param {string} operation
 * @param {Verdict} verdict
 * @returns {Verdict}
 */
function dataOf(operation, { value, codes }) {
  // The rest of the API is given whole, and may answer nothing.
  if (operation === 'request') return codes?.[0] === 'empty_body' ? { value: undefined } : { value, codes };
  if (SILENT.includes(operation)) return codes?.[0] === 'empty_body' ? {} : { codes };
  if (codes) return { codes };
  /** @param {string} name */
  const member = (name) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return Object.getOwnPropertyDescriptor(value, name)?.value ?? undefined;
  };
  const data = member('data');
  return data === undefined ? { codes: ['no_data'] } : { value: data, meta: member('meta') };
}

/** @param {import('./dice.mjs').Dice} dice */
function bodyOf(dice) {
  const inner = dice.chance(0.05) ? deep(dice) : json(dice, 4, dice.of([0, 0, 0.01, 0.05]));
  const key = dice.chance(0.9) ? 'data' : dice.of(['d\\u0061ta', 'Data', 'data ']);
  const beside = dice.chance(0.3)
    ? `,"${dice.of(['meta', 'data', '__proto__', 'more'])}":${json(dice, 2)}`
    : '';
  const text = dice.chance(0.15) ? inner : `${dice.chance(0.1) ? '\ufeff' : ''}{"${key}":${inner}${beside}}`;
  return dice.chance(0.4) ? spoiled(dice, text) : Buffer.from(text);
}

test('a body is read exactly when JSON.parse reads it, and unchecked it is what JSON.parse makes of it', async (t) => {
  const seen = { read: 0, refused: 0 };
  await cases(t, 1 / 3, async (dice) => {
    const bytes = /** @type {Uint8Array<ArrayBuffer>} */ (bodyOf(dice));
    engine(bytes).codes ? seen.refused++ : seen.read++;
    for (const operation of [dice.of(OPERATIONS), dice.of(SILENT)]) {
      const mode = dice.of(MODES);
      if (await problem(operation, mode, bytes)) {
        assert.fail(await smallest(bytes, (smaller) => problem(operation, mode, smaller)));
      }
    }
  });
  t.diagnostic(`${seen.read} JSON texts, ${seen.refused} others`);
});
