// @ts-check
// `request`: the rest of the API with the client's manners.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConflictError, ConversationsClient, RequestValidationError } from '../../pkg/dist/index.mjs';
import { answer, client, thrown } from './client.mjs';

const UUID = '0e4d0ead-dc69-470a-9b3a-e7eb16a56453';

test('a request is sent as it is said, and its answer comes whole', async () => {
  /** @type {[string, RequestInit][]} */
  const sent = [];
  const dixa = client(async (url, init) => (sent.push([url, init]), answer([1], { next: null })));
  const query = { q: 'a b', since: new Date(0), big: 2n ** 60n, none: undefined, nil: null };
  const got = await dixa.request({ method: 'GET', path: '/v1/agents', query });
  assert.deepEqual(got, { data: [1], meta: { next: null } });
  const whole = await dixa
    .request(
      { method: 'POST', path: `/v1/agents/${UUID}`, body: { token: 1, at: new Date(0) } },
      { timeoutMs: 5000 },
    )
    .withResponse();
  assert.deepEqual(
    [whole.data, whole.meta, whole.status, whole.requestId, whole.attempts, whole.issues],
    [{ data: [1], meta: { next: null } }, undefined, 200, 'r1', 1, []],
  );
  assert.ok(whole.headers instanceof Headers);
  assert.deepEqual(
    sent.map(([url, { method, body }]) => [method, url, body ?? null]),
    [
      [
        'GET',
        'https://dev.dixa.io/v1/agents?q=a%20b&since=1970-01-01T00%3A00%3A00.000Z&big=1152921504606846976',
        null,
      ],
      ['POST', `https://dev.dixa.io/v1/agents/${UUID}`, '{"token":1,"at":"1970-01-01T00:00:00.000Z"}'],
    ],
  );
});

test('where there is no body it resolves to undefined', async () => {
  const dixa = client(async () => new Response(null, { status: 204 }));
  assert.equal(await dixa.request({ method: 'DELETE', path: '/v1/x' }), undefined);
});

test('what cannot be asked for is named, and nothing is sent', async () => {
  let calls = 0;
  const dixa = client(async () => (calls++, answer([])));
  const get = (/** @type {object} */ more) => ({ method: 'GET', path: '/v1/agents', ...more });
  for (const [given, path] of /** @type {[any, string][]} */ ([
    [undefined, '$'],
    [[], '$'],
    [get({ headers: {} }), 'headers'],
    [get({ 'a b': 1 }), 'a b'],
    [get({ method: 'get' }), 'method'],
    [get({ method: 'TRACE' }), 'method'],
    [get({ path: 7 }), 'path'],
    [get({ path: new URL('https://dev.dixa.io/v1/x') }), 'path'],
    [get({ path: 'v1/agents' }), 'path'],
    [get({ path: 'https://evil.example/' }), 'path'],
    [get({ path: '//evil.example/' }), 'path'],
    [get({ path: '/v1/..%2f..%2fevil' }), 'path'],
    [get({ path: '/v1/x?y=1' }), 'path'],
    [get({ query: 'a=1' }), 'query'],
    [get({ query: { a: { b: 1 } } }), 'query.a'],
    [get({ query: { a: Number.NaN } }), 'query.a'],
    [get({ body: {} }), 'body'],
    [{ method: 'POST', path: '/v1/x', body: { a: () => 1 } }, '$.a'],
  ])) {
    const error = await thrown(() => dixa.request(given));
    assert.ok(error instanceof RequestValidationError, `${path}: ${error}`);
    assert.equal(error.issues[0]?.path, path);
    assert.deepEqual([error.operation, error.outcome, error.attempts], ['request', 'not_sent', 0]);
    assert.match(error.message, /^request: /);
    assert.ok(!/evil/.test(error.message), error.message);
  }
  assert.equal(calls, 0);
  const misplaced = await thrown(() =>
    dixa.request(/** @type {any} */ (get({})), /** @type {any} */ ({ retries: 1 })),
  );
  assert.equal(misplaced.code, 'unknown_option');
});

test('its errors say what was asked for, but for ids', async () => {
  const dixa = client(async () => new Response('{"message":"no"}', { status: 409 }));
  const shown = async (/** @type {string} */ path) => {
    const error = await thrown(() => dixa.request({ method: 'PUT', path }));
    assert.ok(error instanceof ConflictError);
    assert.deepEqual([error.operation, error.method, error.body], ['request', 'PUT', { message: 'no' }]);
    assert.ok(error.message.startsWith('request: Dixa answered 409'));
    return error.path;
  };
  assert.equal(await shown(`/v1/agents/${UUID}/presence`), '/v1/agents/{}/presence');
  assert.equal(await shown('/beta/custom-attributes/7/'), '/beta/custom-attributes/{}/');
  assert.equal(await shown('/v1/endusers/anna%40mail.example'), '/v1/endusers/{}');
  assert.equal(await shown('/v1/tags/Zoë'), '/v1/tags/{}');
});

test('every path that is sent stays below the base, as a browser reads it', async () => {
  /** @type {string[]} */
  const urls = [];
  const options = { baseUrl: 'https://proxy.example/a/b' };
  const dixa = client(async (url) => (urls.push(url), answer([])), options);
  const parts = [
    '/',
    '.',
    '..',
    '%2e',
    '%2E%2e',
    '%2f',
    '%5C',
    '\\',
    'x',
    '@',
    ':',
    '%',
    '%25',
    '%252e',
    ' ',
    '\t',
    ';',
    '//',
    'evil.example',
  ];
  let refused = 0;
  for (const first of parts)
    for (const second of parts)
      for (const third of parts) {
        const path = `/${first}${second}${third}`;
        await dixa.request({ method: 'GET', path }).catch(() => refused++);
      }
  for (const url of urls) {
    const { origin, pathname } = new URL(url);
    assert.ok(origin === 'https://proxy.example' && pathname.startsWith('/a/b/'), url);
    assert.ok(
      !decodeURIComponent(pathname.replace(/%(?![\dA-F]{2})/gi, '%25'))
        .split(/[\\/]/)
        .includes('..'),
      url,
    );
  }
  assert.ok(urls.length > 500 && refused > 500, `${urls.length} ${refused}`);
});

test('it is a method of the client alone', async () => {
  const error = await thrown(() =>
    ConversationsClient.prototype.request.call(/** @type {any} */ ({}), { method: 'GET', path: '/' }),
  );
  assert.equal(error.code, 'no_client');
});
