// @ts-check
// What is sent to Dixa: an operation's own path, checked ids and query, the body as it was checked, four headers.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { ROUTES } from '../../pkg-template/generated/routes.mjs';
import { SITE, TOKEN, ask, json, post, stand } from './stand.mjs';

const UUID = 'F0A1B2C3-1111-4AAA-8BBB-000000000004';

/** What an id of each kind is in the requests of these tests, and the one way to write it. */
const IDS = {
  number: ['007', '7'],
  uuid: [UUID, UUID.toLowerCase()],
  text: ['R-1.a_b~c', 'R-1.a_b~c'],
};

test('each operation of the table goes to its own path, with the query and body that it takes', async () => {
  for (const { name, method, path, ids, query, body } of ROUTES) {
    /** @type {any[]} */
    const asked = [];
    const { proxy, sent } = stand({
      allow: [name],
      authorize: (/** @type {Request} */ _request, /** @type {unknown} */ call) => (asked.push(call), true),
    });
    const filled = path.replace(/\{(\w+)\}/g, (_, id) => IDS[ids[id]][0]);
    const pairs = query.map((one) => `${one}=a%20b+c%26d%3D`);
    const answer = await proxy(
      ask(`/api/dixa${filled}${pairs.length > 0 ? '?' : ''}${pairs.join('&')}`, {
        method,
        headers: { origin: SITE, 'content-type': 'application/json' },
        ...(body && { body: '{ "a": [1.50, "ü"] }' }),
      }),
    );
    assert.equal(answer.status, 200, name);
    const canonical = path.replace(/\{(\w+)\}/g, (_, id) => IDS[ids[id]][1]);
    const search = query.map((one) => `${one}=a%20b%20c%26d%3D`).join('&');
    const [{ url, init }] = sent;
    assert.deepEqual(
      [url, init.method, init.body, init.redirect],
      [
        `https://dev.dixa.io${canonical}${search && '?'}${search}`,
        method,
        body ? '{"a":[1.5,"ü"]}' : undefined,
        'manual',
      ],
    );
    const expected = Object.fromEntries(Object.entries(ids).map(([id, kind]) => [id, IDS[kind][1]]));
    assert.deepEqual(asked, [
      {
        operation: name,
        ids: expected,
        query: Object.fromEntries(query.map((one) => [one, 'a b c&d='])),
        body: body ? { a: [1.5, 'ü'] } : undefined,
      },
    ]);
  }
});

test('no header of the request is passed on, whatever it is called', async () => {
  const { proxy, sent } = stand();
  const smuggled = {
    authorization: 'Bearer stolen',
    cookie: 'session=1',
    accept: 'text/html',
    'accept-encoding': 'br',
    'accept-language': 'da',
    'cache-control': 'no-cache',
    connection: 'x-secret',
    expect: '100-continue',
    forwarded: 'for=1.2.3.4',
    'if-none-match': 'x',
    'proxy-authorization': 'x',
    range: 'bytes=0-1',
    referer: 'https://site.example/secret',
    te: 'trailers',
    'user-agent': 'evil',
    via: '1.1 x',
    'x-api-key': 'x',
    'x-amz-security-token': 'x',
    'x-forwarded-for': '1.2.3.4',
    'x-forwarded-host': 'evil.example',
    'x-original-url': '/v1/webhooks',
    'x-rewrite-url': '/v1/webhooks',
    'x-request-id': 'x',
    'x-panic': '1',
  };
  // As a server's Request is: with headers that a page could not set.
  const headers = new Headers({
    ...smuggled,
    'content-type': 'application/json; charset=utf-8',
    origin: SITE,
  });
  const request = new Request(`${SITE}/api/dixa/v1/conversations/7/messages`, {
    method: 'POST',
    body: '{}',
    headers,
  });
  assert.equal((await proxy(request)).status, 200);
  assert.deepEqual(Object.keys(sent[0].init.headers).sort(), [
    'accept',
    'authorization',
    'content-type',
    'user-agent',
  ]);
  const { accept, authorization, 'content-type': type, 'user-agent': agent } = sent[0].init.headers;
  assert.deepEqual([accept, authorization, type], ['application/json', TOKEN, 'application/json']);
  assert.match(agent, /^dixa-conversations\//);
  assert.deepEqual(Object.keys(sent[0].init).sort(), ['body', 'headers', 'method', 'redirect', 'signal']);
});

test('authorize and Dixa read the same body, though a member stands there twice', async () => {
  /** @type {any} */
  let shown;
  const { proxy, sent } = stand({
    authorize: (/** @type {Request} */ request, /** @type {any} */ call) => {
      shown = call.body;
      // What it does to what it is shown changes nothing either.
      call.ids.conversationId = '8';
      call.body.agentId = 'changed';
      assert.equal(request.headers.get('cookie'), 'session=1');
      return true;
    },
  });
  const text = '{"agentId":"me","agentId":"\\u006fther","__proto__":{"a":1},"id":9007199254740991}';
  await proxy(post(text, { headers: { cookie: 'session=1' } }));
  assert.match(sent[0].url, /conversations\/7\/messages$/);
  assert.equal(sent[0].init.body, '{"agentId":"other","__proto__":{"a":1},"id":9007199254740991}');
  assert.equal(shown.id, 9007199254740991);
});

test('pages of the site and of named origins may ask, and so may what is no browser', async () => {
  const path = '/api/dixa/v1/conversations/7/messages';
  const origins = ['https://other.example', 'chrome-extension://abc'];
  const { proxy, sent } = stand({ origins });
  const requests = [
    new Request(SITE + path),
    new Request(SITE + path, { headers: { origin: SITE } }),
    // In front of the server another one speaks https.
    new Request(`http://site.example${path}`, { headers: { origin: SITE } }),
    ask(path, { headers: { 'sec-fetch-site': 'none' } }),
    ...origins.map((origin) => post({}, { headers: { 'sec-fetch-site': 'cross-site', origin } })),
    new Request(SITE + path, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }),
  ];
  for (const request of requests) assert.equal((await proxy(request)).status, 200);
  assert.equal(sent.length, requests.length);
});

test('the token stands in the header as it is wanted', async () => {
  for (const [token, authScheme, expected] of /** @type {const} */ ([
    ['abc', undefined, 'abc'],
    ['abc', 'raw', 'abc'],
    ['abc', 'bearer', 'Bearer abc'],
    ['bearer abc', 'bearer', 'bearer abc'],
  ])) {
    const { proxy, sent } = stand({ token, authScheme });
    await proxy(post({}));
    assert.equal(sent[0].init.headers.authorization, expected);
  }
});

test("a function's token is kept until Dixa refuses it, then asked for once more", async () => {
  let asked = 0;
  let valid = 'token 1';
  const token = async () => `token ${++asked}`;
  const { proxy, sent } = stand({ token }, (_, { headers }) =>
    headers.authorization === valid ? json({ data: [] }) : json({ message: 'Unauthorized' }, { status: 401 }),
  );
  assert.deepEqual([(await proxy(post({}))).status, (await proxy(post({}))).status, asked], [200, 200, 1]);
  valid = 'token 2';
  const text = '{"message":"once"}';
  assert.deepEqual([(await proxy(post(text))).status, asked, sent.length], [200, 2, 4]);
  assert.deepEqual([sent[2].init.body, sent[3].init.body], [text, text]);
  valid = 'none';
  const refused = await proxy(post({}));
  assert.deepEqual([refused.status, await refused.json(), asked], [401, { message: 'Unauthorized' }, 3]);
});

test('a token that cannot be had is a failure of the proxy, and nothing is sent', async () => {
  for (const token of [
    () => Promise.reject(new Error('the vault says: s3cret')),
    () => undefined,
    () => 'a\r\nb: c',
    () => '',
  ]) {
    const { proxy, sent, failures } = stand({ token });
    const answer = await proxy(post({}));
    const text = await answer.text();
    assert.deepEqual([answer.status, sent.length, failures[0].about.code], [500, 0, 'proxy_token_failed']);
    assert.match(text, /proxy_token_failed/);
    assert.doesNotMatch(text, /s3cret/);
  }
});

test('many requests at once get each its own answer', async () => {
  const { proxy, sent } = stand({}, async (url) => {
    await pause(Math.random() * 20);
    return json({ data: url });
  });
  const answers = await Promise.all(
    Array.from({ length: 300 }, async (_, id) =>
      (await proxy(ask(`/api/dixa/v1/conversations/${id}`))).json(),
    ),
  );
  assert.equal(sent.length, 300);
  answers.forEach(({ data }, id) => assert.equal(data, `https://dev.dixa.io/v1/conversations/${id}`));
});
