// @ts-check
// What is special about JSON in JavaScript, each by name, with what is expected written out. An int64
// there and back: `tests/shell`; single mends: `src/codec/tests`.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MODES, call } from './calls.mjs';
import { identical, sorted } from './same.mjs';

/**
 * What an operation gives for the text of `data`, and what it finds.
 * @param {string} operation
 * @param {string} data
 * @param {import('./calls.mjs').Mode} [mode]
 */
async function given(operation, data, mode = 'warn') {
  const { read, refused } = await call(operation, `{"data":${data}}`, mode);
  if (refused) throw refused;
  return [read.data, read.issues.map(({ path, severity }) => `${severity} ${path}`)];
}

/**
 * In every mode.
 * @param {string} body
 * @param {string} code
 */
async function refused(body, code) {
  for (const mode of MODES) assert.equal((await call('listTags', body, mode)).refused?.code, code, mode);
}

/**
 * The order of keys is the business of `acceptance.mjs`.
 * @param {unknown} got
 * @param {unknown} expected
 */
const same = (got, expected) =>
  assert.ok(
    identical(sorted(got), sorted(expected)),
    `${JSON.stringify(got)} is not ${JSON.stringify(expected)}`,
  );

test('integers are whole numbers however they are written, and none is rounded', async () => {
  for (const [written, id] of /** @type {const} */ ([
    ['1.0', 1],
    ['1e3', 1000],
    ['-0', -0],
    ['-0.0e5', -0],
    ['"-0"', 0],
    ['9007199254740991', 9007199254740991],
    ['9007199254740992', '9007199254740992'],
    ['9007199254740993.0', '9007199254740993'],
    ['-9.223372036854775808e18', '-9223372036854775808'],
  ])) {
    same(await given('createConversation', `{"id":${written}}`), [{ id }, []]);
  }
});

test('a number without end is no integer and is not lost', async () => {
  const found = ['error $.data.id'];
  same(await given('createConversation', '{"id":1e400}'), [{ id: '1e400' }, found]);
  same(await given('createConversation', '{"id":9223372036854775808}'), [
    { id: '9223372036854775808' },
    found,
  ]);
  same(await given('createConversation', '{"id":1e400,"more":-1e400}', 'off'), [
    { id: Infinity, more: -Infinity },
    [],
  ]);
  const [[message], issues] = await given(
    'listMessages',
    '[{"id":"a","authorId":"b","createdAt":"2020-12-16T09:41:43Z","attributes":{"_type":"PhoneAttributes","from":"","to":7,"duration":1e400}}]',
  );
  same([message.attributes.duration, issues], [Infinity, ['error $.data[0].attributes.duration']]);
});

test('lone surrogates are kept where they are escaped and are no UTF-8 where they are not', async () => {
  same(await given('createConversation', '{"id":1,"\\ud800":"\\udc00\\ud800"}'), [
    { id: 1, '\ud800': '\udc00\ud800' },
    ['info $.data.(a string that is no name)'],
  ]);
  same((await given('createConversation', '{"id":"\\ud800"}'))[1], ['error $.data.id']);
  for (const bytes of [
    [0xed, 0xa0, 0x80],
    [0xed, 0xb0, 0x80],
    [0xed, 0xa0, 0x80, 0xed, 0xb0, 0x80],
  ]) {
    const body = Buffer.concat([Buffer.from('{"data":["'), Buffer.of(...bytes), Buffer.from('"]}')]);
    assert.equal((await call('listTags', body, 'off')).refused?.code, 'not_utf8');
  }
});

test('of two members of one name the last counts, however their names are written', async () => {
  const tag = '"name":"n","state":"Active"';
  same(await given('listTags', `[{"id":7,${tag},"\\u0069d":"x"}]`), [
    [{ id: 'x', name: 'n', state: 'Active' }],
    [],
  ]);
  same(await given('listTags', `[{"id":"x",${tag},"id":7}]`), [
    [{ id: 7, name: 'n', state: 'Active' }],
    ['error $.data[0].id'],
  ]);
  same(await given('listTags', `[{"id":"x",${tag},"color":"red","color":null}]`), [
    [{ id: 'x', name: 'n', state: 'Active' }],
    [],
  ]);
  const { read } = await call(
    'listTags',
    '{"data":7,"d\\u0061ta":[],"meta":1,"m\\u0065ta":{"a":1}}',
    'strict',
  );
  same([read?.data, read?.meta], [[], { a: 1 }]);
  const messages = await given(
    'listMessages',
    '[{"id":"a","authorId":"b","createdAt":"2020-12-16T09:41:43Z","attributes":{"_type":"Nothing","from":"","to":"","\\u005ftype":"Phone\\u0041ttributes"}}]',
  );
  same([messages[0][0].attributes, messages[1]], [{ _type: 'PhoneAttributes', from: '', to: '' }, []]);
});

test('no name is special', async () => {
  const tag = '"id":"x","name":"n","state":"Active"';
  for (const mode of MODES) {
    const [[got]] = await given(
      'listTags',
      `[{"__proto__":{"polluted":true},${tag},"constructor":1,"toString":null}]`,
      mode,
    );
    assert.deepEqual(Object.keys(got), ['__proto__', 'id', 'name', 'state', 'constructor', 'toString'], mode);
    assert.equal(Object.getPrototypeOf(got), Object.prototype);
    assert.equal(got.polluted, undefined);
  }
  const [[hit], found] = await given(
    'searchConversations',
    '[{"id":1,"highlights":{"__proto__":null,"hasOwnProperty":["a"]}}]',
  );
  same([hit.highlights, found], [JSON.parse('{"__proto__":[],"hasOwnProperty":["a"]}'), []]);
  const [link, news] = await given('getConversation', '{"_type":"__proto__","id":1,"__proto__":[]}');
  same(
    [link._type, link.rawType, Object.hasOwn(link, '__proto__'), news[0]],
    ['Unknown', '__proto__', true, 'info $.data._type'],
  );
  assert.equal(/** @type {any} */ ({}).polluted, undefined);
});

test('line separators are text, and no space', async () => {
  same(await given('listTags', '[{"id":"\u2028","name":"\u2029","state":"Active"}]', 'strict'), [
    [{ id: '\u2028', name: '\u2029', state: 'Active' }],
    [],
  ]);
  for (const space of ['\u2028', '\u2029', '\u00a0', '\ufeff', '\v', '\f']) {
    await refused(`{"data":${space}[]}`, 'not_json');
    await refused(`{"data":[]}${space}`, 'not_json');
  }
});

test('one byte order mark is dropped, and one only', async () => {
  for (const mode of MODES) same((await call('listTags', '\ufeff{"data":[]}', mode)).read?.data, []);
  await refused('\ufeff\ufeff{"data":[]}', 'not_json');
  await refused(' \ufeff{"data":[]}', 'not_json');
  const utf16 = Buffer.from('\ufeff{"data":[]}', 'utf16le');
  assert.equal((await call('listTags', utf16, 'warn')).refused?.code, 'not_utf8');
});

test('as many as 128 levels are read, and 129 are not', async () => {
  for (const [open, close] of /** @type {const} */ ([
    ['[', ']'],
    ['{"a":', '}'],
  ])) {
    const nested = (/** @type {number} */ levels) =>
      `${open.repeat(levels)}${close === '}' ? '1' : ''}${close.repeat(levels)}`;
    // The envelope, the list and the tag are three.
    const body = (/** @type {number} */ levels) =>
      `{"data":[{"id":"x","name":"n","state":"Active","more":${nested(levels - 3)}}]}`;
    for (const mode of MODES) {
      const { read } = await call('listTags', body(128), mode);
      same(read?.data, JSON.parse(body(128)).data);
    }
    await refused(body(129), 'too_deep');
    await refused(body(100_000), 'too_deep');
  }
});

test('a body of 16 MiB is read, and one byte more is not', async () => {
  const [before, after] = ['{"data":[{"id":"x","state":"Active","name":"', '"}]}'];
  const body = (/** @type {number} */ length) =>
    `${before}${'n'.repeat(length - before.length - after.length)}${after}`;
  const limit = 16 * 1024 * 1024;
  for (const mode of MODES) {
    const { read } = await call('listTags', body(limit), mode);
    assert.equal(read?.data[0].name.length, limit - before.length - after.length, mode);
  }
  await refused(body(limit + 1), 'body_too_large');
  // The limit is of bytes, and spaces are some.
  await refused(`${body(limit - 1)}\n\n`, 'body_too_large');
  const { read } = await call('listTags', body(limit + 1), 'strict', { maxBodyBytes: limit + 1 });
  assert.equal(read?.data.length, 1);
});
