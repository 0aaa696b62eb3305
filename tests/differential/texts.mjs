// @ts-check
// JSON texts and nearly JSON: made by the grammar, spoiled by its words, or by bytes. Not here: texts of
// the API's shapes (`values.mjs`).

/** @typedef {import('./dice.mjs').Dice} Dice */

const NUMBERS = ['0', '-0', '7', '-1', '1.0', '1e3', '1E+2', '0.1', '1e400', '-1e400', '5e-324', '1e-400'];
const LONG = [
  '9007199254740991',
  '9007199254740992',
  '9223372036854775807',
  '123456789012345678901234567890',
];
const STRINGS = [
  '',
  'a',
  'æ🙂',
  '\u2028\u2029',
  '\ud800',
  '\udc00\ud800',
  '__proto__',
  '\u0000\u001f\u007f',
  '"\\/\b\f\n\r\t',
];
const KEYS = [
  '',
  'a',
  'b',
  'data',
  'meta',
  '_type',
  '__proto__',
  'constructor',
  'toString',
  '\u2028',
  '0',
  '-1',
];
const SPACES = ['', '', '', ' ', '\n', '\t', '\r\n', ' \t '];

/** @type {Record<string, string>} */
const SHORT = {
  '"': '\\"',
  '\\': '\\\\',
  '/': '\\/',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** What looks like a part of JSON and is none, where that part is due. */
const NO_SPACES = ['\v', '\f', '\u00a0', '\u2028', '\ufeff', '\0', '//\n', '/**/', '#\n'];
const NO_WORDS = [
  '',
  'nul',
  'nulL',
  'nullx',
  'True',
  'FALSE',
  'undefined',
  'NaN',
  'Infinity',
  '-Infinity',
  'null null',
];
const NO_NUMBERS = [
  '-',
  '+1',
  '00',
  '01',
  '-01',
  '.5',
  '1.',
  '-.5',
  '1.e1',
  '1e',
  '1e+',
  '1E-',
  '1e1.5',
  '0x1',
  '1_0',
  '1n',
  '--1',
  '1e++1',
  '٣',
  '1 2',
  '0e',
  '-e1',
  '1.2.3',
  'e1',
  '1ee1',
  '١',
];
const NO_STRINGS = [
  '"',
  '"a',
  'a"',
  "'a'",
  '`a`',
  '"\\"',
  '"\\x"',
  '"\\u12"',
  '"\\u12g4"',
  '"\\U0041"',
  '"\\\'"',
  '"\\0"',
  '"\\a"',
  '"\\v"',
  '"\n"',
  '"\t"',
  '"\0"',
  '"\u001f"',
  '"\r\n"',
  '"\\\n"',
  '"a""b"',
  '"a" "b"',
  '"\\u{41}"',
  '"\\u 041"',
  '“a”',
];

/** What may stand where it should not. */
const WORDS = [
  '0',
  '00',
  '01',
  '-',
  '+',
  '+1',
  '.',
  '.5',
  '1.',
  '1.e1',
  'e',
  'E5',
  '1e',
  '1e+',
  '0x1',
  'NaN',
  'Infinity',
  '"',
  "'",
  '\\',
  '\\u12',
  '\\u12G4',
  '\\x',
  "\\'",
  '\\ud800',
  '\\U0041',
  '"a" "b"',
  '`',
  'undefined',
  '[',
  ']',
  '{',
  '}',
  ',',
  ':',
  ',,',
  '[]',
  '{}',
  '()',
  '//',
  '/* */',
  '#',
  ';',
  '=',
  'nul',
  'null',
  'tru',
  'True',
  'false',
  ' ',
  '\t',
  '\n',
  '\v',
  '\f',
  '\0',
  '\x1f',
  '\x7f',
  '\x85',
  '\xa0',
  '\u2028',
  '\u2029',
  '\u3000',
  '\ufeff',
  '\u180e',
  '\ufffe',
  '{"a":1,}',
  '[1,]',
  '[,1]',
  '{a:1}',
  '{"a"}',
  '{"a":}',
  '-a',
];

/** Bytes that are no UTF-8, or stand at the borders of what is. */
const BYTES = [
  [0x80],
  [0xbf],
  [0xc0, 0x80],
  [0xc1, 0xbf],
  [0xc3],
  [0xe0, 0x80, 0x80],
  [0xe2, 0x80],
  [0xed, 0xa0, 0x80],
  [0xed, 0x9f, 0xbf],
  [0xef, 0xbb, 0xbf],
  [0xef, 0xbb],
  [0xf0, 0x80, 0x80, 0x80],
  [0xf0, 0x9f, 0x99, 0x82],
  [0xf4, 0x8f, 0xbf, 0xbf],
  [0xf4, 0x90, 0x80, 0x80],
  [0xf5],
  [0xff],
  [0xfe, 0xff],
  [0x00],
  [0x1f],
];

/**
 * A string as JSON may write it.
 * @param {Dice} dice
 * @param {string} text
 * @param {number} [escapes] how often a character is written as an escape that need not be
 */
export function quoted(dice, text, escapes = 0.1) {
  const hexadecimal = (/** @type {string} */ unit) => {
    const digits = unit.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${dice.chance(0.5) ? digits : digits.toUpperCase()}`;
  };
  const written = Array.from(text, (character) => {
    const must = /^["\\\u0000-\u001f\ud800-\udfff]$/.test(character);
    if (!must && !dice.chance(escapes)) return character;
    if (dice.chance(0.5)) {
      const short = SHORT[character];
      if (short) return short;
    }
    return Array.from({ length: character.length }, (_, at) => hexadecimal(character.charAt(at))).join('');
  });
  return `"${written.join('')}"`;
}

/**
 * A JSON text, mostly small.
 * @param {Dice} dice
 * @param {number} [levels]
 * @param {number} [faults] how often something of the grammar is wrong
 * @returns {string}
 */
export function json(dice, levels = 4, faults = 0) {
  const space = () => (dice.chance(faults) ? dice.of(NO_SPACES) : dice.of(SPACES));
  const wrong = () => dice.chance(faults);
  const kind = dice.below(levels > 0 ? 9 : 6);
  if (kind < 2) return dice.of(wrong() ? NO_WORDS : ['null', 'true', 'false']);
  if (kind < 4) return dice.of(wrong() ? NO_NUMBERS : dice.chance(0.8) ? NUMBERS : LONG);
  if (kind < 6) return wrong() ? dice.of(NO_STRINGS) : quoted(dice, dice.of(STRINGS));
  const items = Array.from({ length: dice.below(4) }, () => {
    const value = `${space()}${json(dice, levels - 1, faults)}${space()}`;
    const key = wrong() ? dice.of(['a', "'a'", '', '1', 'null', '[]']) : quoted(dice, dice.of(KEYS), 0.05);
    return kind === 6
      ? value
      : `${space()}${key}${space()}${wrong() ? dice.of(['', '=', '::', ',']) : ':'}${value}`;
  });
  const inside = items.length === 0 ? space() : items.join(wrong() ? dice.of(['', ',,', ';', ':']) : ',');
  const [open, close] = kind === 6 ? ['[', ']'] : ['{', '}'];
  const before = wrong() ? dice.of(['', ',', open]) : '';
  const after = wrong() ? dice.of([',', ' , ', '', ']', '}', `,${open}`]) : '';
  return `${open}${before}${inside}${after}${wrong() ? dice.of(['', ')', ']', '}']) : close}`;
}

/**
 * Arrays or objects inside each other, as many as may be, or one more or less.
 * @param {Dice} dice
 */
export function deep(dice) {
  const levels = 126 + dice.below(5);
  const [open, close] = dice.chance(0.5) ? ['[', ']'] : ['{"a":', '}'];
  return `${open.repeat(levels)}${dice.of(['0', '[]', '{}', '"[["', ''])}${close.repeat(levels - (dice.chance(0.1) ? 1 : 0))}`;
}

/**
 * A text with a fault or some in it, as bytes; the fault may turn out to be none.
 * @param {Dice} dice
 * @param {string} text
 */
export function spoiled(dice, text) {
  let bytes = Buffer.from(text);
  do {
    const at = dice.below(bytes.length + 1);
    const to = at + dice.below(Math.min(6, bytes.length + 1 - at));
    const [before, part, after] = [bytes.subarray(0, at), bytes.subarray(at, to), bytes.subarray(to)];
    bytes = Buffer.concat(
      dice.of([
        () => [before, after],
        () => [before, Buffer.from(dice.of(WORDS)), part, after],
        () => [before, Buffer.from(dice.of(WORDS)), after],
        () => [before, part, part, after],
        () => [before],
        () => [before, Buffer.of(dice.below(256)), after],
        () => [before, Buffer.from(dice.of(BYTES)), dice.chance(0.5) ? part : Buffer.alloc(0), after],
        () => [after, before],
      ])(),
    );
  } while (dice.chance(0.3));
  return bytes;
}
