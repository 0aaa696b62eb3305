// @ts-check
// The token and customers' text: searched for in everything that a program may print or send on.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConversationsClient } from '../../pkg/dist/index.mjs';
import { client, printed, thrown } from './client.mjs';

const SECRET = /top-secret|customer text|hush|12345/;

/** @param {unknown} value @param {string} what */
const holdsNothing = (value, what) => {
  for (const text of printed(value)) assert.doesNotMatch(String(text), SECRET, what);
};

/** Answers that fail, each in its way. @type {Record<string, () => any>} */
const FAILURES = {
  ...Object.fromEntries(
    [400, 401, 403, 404, 408, 409, 418, 422, 429, 500, 503].map((status) => [
      status,
      () => new Response('{"message":"customer text"}', { status, headers: { 'x-hush': 'hush' } }),
    ]),
  ),
  html: () => new Response('<html>customer text</html>'),
  truncated: () => new Response('{"data":"customer text'),
  'no data': () => new Response('{"customer text":"customer text"}'),
  'not UTF-8': () => new Response(new Uint8Array([...Buffer.from('customer text'), 255])),
  'too large': () => new Response('customer text'.repeat(1000)),
  redirect: () => new Response(null, { status: 302, headers: { location: 'https://evil.example/hush' } }),
  'a reset': () => Promise.reject(new TypeError('hush', { cause: new Error('customer text') })),
  'a throw': () => {
    throw Object.assign(new Error('hush'), { config: { headers: { authorization: 'top-secret' } } });
  },
  silence: () => new Promise(() => {}),
};

test('no failure of any operation holds the token or what customers wrote', async () => {
  const note = /** @type {const} */ ({ message: 'customer text' });
  for (const [what, fails] of Object.entries(FAILURES)) {
    /** @type {unknown[]} */
    const told = [];
    const tell = (/** @type {unknown} */ event) => told.push(event);
    const dixa = client(async () => fails(), {
      maxRetries: 1,
      timeoutMs: 20,
      totalTimeoutMs: 50,
      maxBodyBytes: 1000,
      logger: { debug: tell, warn: tell },
      onRequest: tell,
      onResponse: tell,
      onRetry: tell,
    });
    for (const call of [
      () => dixa.addInternalNote(12345, note),
      () => dixa.getConversation(12345),
      () => dixa.searchConversations({ query: 'customer text' }),
    ]) {
      const promise = call();
      holdsNothing(promise, what);
      const error = await thrown(() => promise);
      holdsNothing(error, `${what}: ${error.name}`);
      assert.equal(typeof error.outcome, 'string');
      assert.match(error.path, /^\/v1\//);
    }
    holdsNothing(dixa, what);
    assert.ok(told.length > 0);
    for (const event of told) holdsNothing(event, what);
  }
});

test('arguments that are refused are not repeated', async () => {
  const dixa = client(async () => assert.fail('nothing is to be sent'));
  const thrower = {
    get message() {
      throw new Error('customer text');
    },
  };
  /** @type {object} */
  let deep = {};
  for (let level = 0; level < 100_000; level++) deep = { deep };
  /** @type {(() => unknown)[]} */
  const calls = [
    () => dixa.getConversation('customer text'),
    () => dixa.addInternalNote(1, /** @type {any} */ ({ message: 7, agentId: 'customer text' })),
    () => dixa.addInternalNote(1, /** @type {any} */ ('customer text')),
    () => dixa.patchCustomAttributes(1, /** @type {any} */ ({ 'customer text': 1 })),
    () => dixa.patchCustomAttributes(1, /** @type {any} */ ({ 'customer text': NaN })),
    () => dixa.addInternalNote(1, /** @type {any} */ (thrower)),
    () => dixa.addInternalNote(1, /** @type {any} */ (deep)),
    () => dixa.searchConversations(/** @type {any} */ ({ query: { customer: 'customer text' } })),
    () => dixa.listTags(1, { headers: { x: 'customer text\n' } }),
  ];
  for (const call of calls) {
    const error = await thrown(call);
    assert.equal(error.outcome, 'not_sent', String(call));
    holdsNothing(error, String(call));
  }
});

test('what came is there for who asks for it by name', async () => {
  const dixa = client(async () => FAILURES[404]());
  const error = await thrown(() => dixa.getConversation(1));
  assert.deepEqual(error.body, { message: 'customer text' });
  assert.equal(error.headers.get('x-hush'), 'hush');
  const reset = await thrown(() => client(async () => FAILURES['a reset'](), { maxRetries: 0 }).listTags(1));
  assert.equal(reset.cause.message, 'hush');
  for (const name of ['headers', 'body', 'data', 'cause'])
    assert.ok(!Object.keys(error).includes(name), name);
});

test('a client, its calls and its pages show no token, kept or asked for', async () => {
  const fetch = async () => new Response('{"data":[],"meta":{"next":"?pageKey=a"}}');
  for (const token of ['top-secret', () => 'top-secret', async () => 'top-secret']) {
    const dixa = new ConversationsClient({ token, fetch, headers: { 'x-key': 'hush' }, rateLimit: false });
    const pages = dixa.searchConversations({ query: 'a' });
    const page = await pages;
    for (const value of [dixa, pages, page, pages.pages(), await pages.withResponse(), dixa.listTags(1)])
      holdsNothing(value, String(token));
    assert.deepEqual([Object.getOwnPropertyNames(dixa), Object.getOwnPropertySymbols(dixa)], [[], []]);
  }
});

test('a hook is not called on the options', async () => {
  /** @type {unknown[]} */
  const owners = [];
  const spy = function (/** @type {any} */ ..._given) {
    // @ts-expect-error `this` is what is looked at
    owners.push(this);
    return undefined;
  };
  const odd = '{"data":[{"id":1,"name":"a","state":"Active"}]}';
  let calls = 0;
  const fetch = async () =>
    calls++ === 0 ? new Response('', { status: 503, headers: { 'retry-after-ms': '0' } }) : new Response(odd);
  await client(fetch, { headers: spy, onRequest: spy, onResponse: spy, onRetry: spy, onIssue: spy }).listTags(
    1,
  );
  assert.equal(owners.length, 7);
  assert.deepEqual(new Set(owners), new Set([undefined]));
});

test('the token goes to the origin of the base URL and nowhere else', async () => {
  /** @type {string[]} */
  const origins = [];
  const dixa = client(async (url, init) => {
    origins.push(new URL(url).origin);
    assert.equal(init.redirect, 'manual');
    const next = 'https://evil.example/v1/x?pageKey=a';
    return new Response(JSON.stringify({ data: [], meta: { next } }), {
      headers: { location: next, link: next },
    });
  });
  const list = dixa.searchConversations({ query: 'a', pageKey: 'https://evil.example/' });
  assert.equal((await thrown(() => list.toArray({ limit: 1 }))).code, 'repeated_page_key');
  assert.ok(origins.length >= 2);
  assert.deepEqual(new Set(origins), new Set(['https://dev.dixa.io']));
});

/** Runs in a world with these globals. @param {Record<string, unknown>} globals @param {() => unknown} run */
const within = (globals, run) => {
  const before = Object.keys(globals).map((name) => [
    name,
    Object.getOwnPropertyDescriptor(globalThis, name),
  ]);
  for (const [name, value] of Object.entries(globals))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  try {
    return run();
  } finally {
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(globalThis, /** @type {string} */ (name), descriptor);
      else delete (/** @type {any} */ (globalThis)[/** @type {string} */ (name)]);
    }
  }
};

test('what somebody writes on Object.prototype leads the token nowhere, and repeats nothing', async () => {
  /** @type {any} */
  const everywhere = Object.prototype;
  /** @type {string[]} */
  const urls = [];
  const polluted = { baseUrl: 'https://evil.example', fetch: () => assert.fail('hush'), idempotent: true };
  const real = globalThis.fetch;
  globalThis.fetch = async (url) => (urls.push(String(url)), new Response('{}', { status: 503 }));
  for (const [name, value] of Object.entries(polluted))
    Object.defineProperty(everywhere, name, { value, enumerable: true, configurable: true, writable: true });
  try {
    const dixa = new ConversationsClient({ token: 'top-secret' });
    await thrown(() => dixa.addInternalNote(1, { message: 'x' }));
    await thrown(() => dixa.addInternalNote(1, { message: 'x' }, { maxRetries: 1 }));
  } finally {
    for (const name of Object.keys(polluted)) delete everywhere[name];
    globalThis.fetch = real;
  }
  assert.deepEqual(urls, Array(2).fill('https://dev.dixa.io/v1/conversations/1/notes'));
});

test('a web page may not hold the token, unless it says so', async () => {
  const page = { window: globalThis, document: {}, location: new URL('https://app.example/inbox') };
  const made = (/** @type {object} */ globals, /** @type {object} */ options) =>
    thrown(async () => within({ ...page, ...globals }, () => new ConversationsClient(options))).catch(
      () => undefined,
    );
  for (const token of ['top-secret', () => 'top-secret']) {
    const error = await made({}, { token });
    assert.deepEqual(
      [error.name, error.code, error.outcome],
      ['ConfigurationError', 'token_in_browser', 'not_sent'],
    );
    assert.match(error.message, /createProxy/);
    holdsNothing(error, 'token_in_browser');
    assert.equal(
      (await made({ location: new URL('http://localhost:3000') }, { token })).code,
      'token_in_browser',
    );
    assert.equal((await made({}, { token, dangerouslyAllowBrowser: false })).code, 'token_in_browser');
    assert.equal(await made({}, { token, dangerouslyAllowBrowser: true }), undefined);
    assert.equal(await made({ location: new URL('chrome-extension://abc/x.html') }, { token }), undefined);
    assert.equal(await made({ navigator: { userAgent: 'Mozilla/5.0 jsdom/24.0' } }, { token }), undefined);
    assert.equal(await made({ window: undefined }, { token }), undefined);
  }
  assert.equal(await made({}, { baseUrl: '/dixa' }), undefined);
  assert.equal((await made({}, {})).code, 'missing_token');
});
