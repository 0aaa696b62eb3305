// @ts-check
// Options: each that is wrong is named and nothing is sent; none is passed over in silence.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPTIONS } from '../../pkg-template/generated/options.mjs';
import { ConversationsClient } from '../../pkg/dist/index.mjs';
import { answer, client, thrown } from './client.mjs';

/** Values that an option of a kind must not have; those that it may. @type {Record<string, [unknown[], unknown[]]>} */
const VALUES = {
  token: [
    ['', 1, null, {}],
    ['t', () => 't'],
  ],
  text: [['', 1, null], ['https://dixa.example']],
  milliseconds: [
    [0, -1, NaN, Infinity, 2 ** 31, '5', null, 5n],
    [1, 0.5, 20_000],
  ],
  count: [
    [-1, 1.5, NaN, Infinity, 2 ** 31, '5', null],
    [0, 1, 100],
  ],
  flag: [
    [0, 1, 'true', null],
    [true, false],
  ],
  oneOf: [['', 'RAW', 'loose', null, 1, true], []],
  function: [['f', {}, null, 1], [() => {}]],
  headers: [
    ['a: b', null, [], [['a', 'b']], 1],
    [{ a: 'b' }, () => ({}), new Headers({ a: 'b' })],
  ],
  object: [
    [
      null,
      [],
      'x',
      { body: 'x' },
      { headers: {} },
      { method: 'PUT' },
      { redirect: 'follow' },
      { signal: undefined },
    ],
    [{}, { cache: 'no-store' }],
  ],
  rateLimit: [
    [
      true,
      null,
      10,
      {},
      { requestsPerSecond: 5 },
      { requestsPerSecond: 0, burst: 1 },
      { requestsPerSecond: 1, burst: 0 },
      { requestsPerSecond: Infinity, burst: 1 },
    ],
    [false, { requestsPerSecond: 0.5, burst: 1 }],
  ],
  logger: [
    [undefined === null, 'x', 1, []],
    [null, {}, { warn: () => {} }],
  ],
  signal: [
    [null, {}, 'x', new EventTarget(), { aborted: false, addEventListener() {} }],
    [new AbortController().signal],
  ],
};

test('every option is checked for its type, where it may be given', async () => {
  let sent = 0;
  const dixa = client(async () => (sent++, answer([])));
  for (const [name, { scope, kind, values }] of Object.entries(OPTIONS)) {
    const [bad, good] = VALUES[kind];
    for (const place of ['client', 'call']) {
      const use = (/** @type {unknown} */ value) => {
        const options = /** @type {any} */ ({ [name]: value });
        if (place === 'call') return dixa.listTags(1, options);
        return new ConversationsClient({ token: 't', ...options });
      };
      if (scope !== 'both' && scope !== place) {
        const error = await thrown(() => use([...good, ...(values ?? [])][0]));
        assert.deepEqual([error.name, error.code], ['ConfigurationError', 'unknown_option'], name);
        continue;
      }
      for (const value of bad) {
        const error = await thrown(() => use(value));
        assert.equal(error.name, 'ConfigurationError', `${name}: ${String(value)}`);
        assert.ok(error.message.includes(name) && error.outcome === 'not_sent', error.message);
      }
      if (name === 'fetch') continue;
      const before = sent;
      for (const value of [...good, ...(values ?? []), ...(name === 'token' ? [] : [undefined])]) {
        // A call may fail of it (no time, no room), but not for being set up wrongly.
        const error = await (async () => use(value))().catch((/** @type {unknown} */ reason) => reason);
        assert.notEqual(/** @type {any} */ (error)?.name, 'ConfigurationError', name);
      }
      sent = before;
    }
  }
  assert.equal(sent, 0);
});

test('every option that makes sense for a call may be given to it', () => {
  const both = Object.entries(OPTIONS).filter(([, { scope }]) => scope === 'both');
  assert.deepEqual(
    both.map(([name]) => name),
    [
      'authScheme',
      'fetch',
      'fetchOptions',
      'headers',
      'timeoutMs',
      'totalTimeoutMs',
      'maxRetries',
      'autoExternalId',
      'validation',
      'maxBodyBytes',
      'logger',
      'onRequest',
      'onResponse',
      'onRetry',
      'onIssue',
    ],
  );
  // Those of the client alone are what its calls share: whose calls they are, where they go, how many.
  const own = Object.entries(OPTIONS).filter(([, { scope }]) => scope === 'client');
  assert.deepEqual(
    own.map(([name]) => name),
    ['token', 'baseUrl', 'rateLimit', 'dangerouslyAllowBrowser'],
  );
  const call = Object.entries(OPTIONS).filter(([, { scope }]) => scope === 'call');
  assert.deepEqual(
    call.map(([name]) => name),
    ['idempotent', 'signal'],
  );
});

test('options that are no options are named', async () => {
  const dixa = client(async () => answer([]));
  const { signal } = new AbortController();
  for (const options of [null, [], 'x', 7, () => {}, signal, new AbortController(), new Map()]) {
    assert.equal((await thrown(() => dixa.listTags(1, /** @type {any} */ (options)))).code, 'invalid_option');
    assert.equal(
      (await thrown(() => new ConversationsClient(/** @type {any} */ (options)))).code,
      'invalid_option',
    );
  }
  for (const name of ['__proto__', 'constructor', 'toString', 'timeout']) {
    const options = JSON.parse(`{"token":"t","${name}":1}`);
    const error = await thrown(() => new ConversationsClient(options));
    assert.ok(error.code === 'unknown_option' && error.message.includes(name), name);
  }
});

/** What a call sends as headers. @param {any} headers @param {object} [options] */
const headersSent = async (headers, options) => {
  /** @type {any} */
  let sent;
  const fetch = async (/** @type {string} */ _, /** @type {RequestInit} */ init) => (
    (sent = Object.fromEntries(/** @type {Headers} */ (init.headers))),
    answer([])
  );
  await client(fetch, options).listTags(1, { headers });
  return sent;
};

test('headers may be an object, Headers, a Map or a function, and names of any case are one', async () => {
  for (const headers of [
    { 'X-Mine': 'one', 'x-mine': 'two' },
    new Headers({ 'X-Mine': 'two' }),
    new Map([['X-Mine', 'two']]),
    () => ({ 'X-Mine': 'two' }),
    () => new Headers({ 'X-Mine': 'two' }),
  ]) {
    const sent = await headersSent(headers);
    assert.equal(sent['x-mine'], 'two');
    assert.equal(sent.authorization, 'top-secret');
    assert.match(sent['user-agent'], /^dixa-conversations\//);
  }
  assert.equal((await headersSent({ 'User-Agent': 'mine/1' }))['user-agent'], 'mine/1');
  assert.equal((await headersSent({ ACCEPT: 'application/json;v=2' })).accept, 'application/json;v=2');
  assert.equal((await headersSent(() => undefined)).authorization, 'top-secret');
});

test('the token is the one in Authorization, whatever the headers say; without one they say it', async () => {
  assert.equal((await headersSent({ AUTHORIZATION: 'other' })).authorization, 'top-secret');
  const proxied = { token: undefined, baseUrl: 'https://proxy.example' };
  assert.equal((await headersSent({ Authorization: 'session' }, proxied)).authorization, 'session');
  assert.equal((await headersSent({}, proxied)).authorization, undefined);
});

test('headers that cannot be are named, their values are not shown, and nothing is sent', async () => {
  for (const [headers, code] of /** @type {[any, string][]} */ ([
    [{ 'x y': 'hush' }, 'invalid_header'],
    [{ '': 'hush' }, 'invalid_header'],
    [{ 'x\r\ny': 'hush' }, 'invalid_header'],
    [{ ключ: 'hush' }, 'invalid_header'],
    [{ x: 'hush\r\nauthorization: other' }, 'invalid_header'],
    [{ x: 'hush\n' }, 'invalid_header'],
    [{ x: 'hush\0' }, 'invalid_header'],
    [{ x: 'hush €' }, 'invalid_header'],
    [{ x: 'hush \ud800' }, 'invalid_header'],
    [{ x: 7 }, 'invalid_header'],
    [{ x: undefined }, 'invalid_header'],
    [{ x: ['hush'] }, 'invalid_header'],
    [new Map([[7, 'hush']]), 'invalid_header'],
    [{ Host: 'hush.example' }, 'invalid_header'],
    [{ 'Content-Length': '9' }, 'invalid_header'],
    [{ 'Transfer-Encoding': 'chunked' }, 'invalid_header'],
    [{ Connection: 'close' }, 'invalid_header'],
    [async () => ({ x: 'hush' }), 'invalid_option'],
    [Promise.resolve({ x: 'hush' }), 'invalid_option'],
    [() => assert.fail('hush'), 'headers_failed'],
  ])) {
    const error = await thrown(() => headersSent(headers));
    assert.deepEqual([error.name, error.code, error.outcome], ['ConfigurationError', code, 'not_sent']);
    assert.doesNotMatch(`${error.message} ${JSON.stringify(error)}`, /hush/);
  }
  assert.equal((await headersSent({ x: 'é and\ttabs' })).x, 'é and\ttabs');
});

test('a base URL keeps its path, and has nothing that would swallow the path', async () => {
  for (const [baseUrl, url] of [
    ['https://proxy.example', 'https://proxy.example/v1/conversations/1/tags'],
    ['https://proxy.example/', 'https://proxy.example/v1/conversations/1/tags'],
    ['https://proxy.example/a/b//', 'https://proxy.example/a/b/v1/conversations/1/tags'],
    ['http://localhost:3000/dixa', 'http://localhost:3000/dixa/v1/conversations/1/tags'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000/v1/conversations/1/tags'],
    ['http://[::1]:3000', 'http://[::1]:3000/v1/conversations/1/tags'],
  ]) {
    /** @type {string[]} */
    const urls = [];
    await client(async (sent) => (urls.push(sent), answer([])), { baseUrl }).listTags(1);
    assert.deepEqual(urls, [url]);
  }
  for (const [baseUrl, code] of [
    ['https://dixa.example/?', 'invalid_base_url'],
    ['https://dixa.example/?a=b', 'invalid_base_url'],
    ['https://dixa.example/#', 'invalid_base_url'],
    ['https://dixa.example/#a', 'invalid_base_url'],
    ['https://user@dixa.example', 'invalid_base_url'],
    ['https://:pass@dixa.example', 'invalid_base_url'],
    ['ftp://dixa.example', 'invalid_base_url'],
    ['javascript:alert(1)', 'invalid_base_url'],
    ['data:text/plain,x', 'invalid_base_url'],
    ['/relative', 'invalid_base_url'],
    ['http://dixa.example', 'insecure_base_url'],
    ['http://127.0.0.1.evil.example', 'insecure_base_url'],
    ['http://localhost.evil.example', 'insecure_base_url'],
    ['HTTP://0.0.0.0', 'insecure_base_url'],
  ]) {
    const error = await thrown(() => new ConversationsClient({ token: 't', baseUrl }));
    assert.deepEqual([error.name, error.code], ['ConfigurationError', code], baseUrl);
  }
});

test('a client of a page may be made where the page is rendered, and not called there', async () => {
  let sent = 0;
  const fetch = async () => (sent++, answer([]));
  for (const baseUrl of ['/', '/api/dixa', '/api/dixa/']) {
    const dixa = new ConversationsClient({ baseUrl, fetch });
    const error = await thrown(() => dixa.listTags(1));
    assert.deepEqual(
      [error.code, error.outcome, error.operation],
      ['invalid_base_url', 'not_sent', 'listTags'],
    );
    assert.match(error.message, /relative baseUrl works in web pages only/);
  }
  assert.equal(sent, 0);
  for (const baseUrl of ['api/dixa', '//dixa.example', '/api?a=b', '/api#a']) {
    const error = await thrown(() => new ConversationsClient({ baseUrl, fetch }));
    assert.deepEqual([error.name, error.code], ['ConfigurationError', 'invalid_base_url'], baseUrl);
  }
});

test('ids that are none are named and nothing is sent', async () => {
  let sent = 0;
  const dixa = client(async () => (sent++, answer({})));
  const uuid = 'f0a1b2c3-1111-4aaa-8bbb-000000000001';
  const numbers = [
    '',
    ' ',
    '.',
    '..',
    '%2e%2e',
    '1/2',
    '../1',
    '1?a=b',
    '1#',
    '1\0',
    '\ud800',
    '１',
    '-1',
    '+1',
  ];
  const more = [
    '01',
    '1.0',
    '1e3',
    '0x1',
    '9223372036854775808',
    '9'.repeat(1 << 20),
    -1,
    1.5,
    NaN,
    2 ** 53,
    -1n,
  ];
  for (const id of [...numbers, ...more, null, undefined, {}, [], true, Symbol('s'), () => 1]) {
    const error = await thrown(() => dixa.getConversation(/** @type {any} */ (id)));
    assert.equal(error.name, 'RequestValidationError', String(id));
    assert.deepEqual([error.issues[0].path, error.outcome], ['conversationId', 'not_sent']);
    assert.ok(error.message.length < 200);
  }
  for (const id of [
    '',
    '.',
    '..',
    '%2e%2e',
    '%00',
    `${uuid}/..`,
    `${uuid}?`,
    uuid.slice(1),
    `${uuid}\0`,
    7,
    null,
  ]) {
    const error = await thrown(() => dixa.tagConversation(1, /** @type {any} */ (id)));
    assert.equal(error.issues[0].path, 'tagId', String(id));
  }
  assert.equal(sent, 0);
});
