// @ts-check
// What must not get through: nothing is sent to Dixa, and the page is told in JSON that the client understands.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SITE, TOKEN, ask, post, stand } from './stand.mjs';

const V1 = '/api/dixa/v1';
const UUID = 'f0a1b2c3-1111-4aaa-8bbb-000000000004';
const list = `${V1}/conversations/7/messages`;
const search = `${V1}/search/conversations`;

/** Paths that are no operation, however a server might decode them. */
const PATHS = [
  '',
  '/',
  '/api',
  '/api/dixa',
  '/api/dixa/',
  `${V1}/`,
  '/v1/conversations/7/messages',
  '/other/v1/conversations/7/messages',
  '/api/dixax/v1/conversations/7/messages',
  '/API/DIXA/v1/conversations/7/messages',
  '/api/dixa//v1/conversations/7/messages',
  '//api/dixa/v1/conversations/7/messages',
  `${V1}//conversations/7/messages`,
  `${V1}/conversations//7/messages`,
  `${V1}/conversations/7/messages/`,
  `${V1}/conversations/7//messages`,
  `${V1}/conversations/7/Messages`,
  `${V1}/conversations/7/messages;a=b`,
  `${V1}/conversations/7/messages/..%2fnotes`,
  `${V1}/conversations/7/messages/..%5cnotes`,
  `${V1}/conversations/7/messages%00`,
  `${V1}/conversations/7/messages%20`,
  `${V1}/conversations/7/messages%0d%0ax:%20y`,
  `${V1}/conversations/7/messages%3fforce=true`,
  `${V1}/conversations/7/messages%23`,
  `${V1}/conversations/7%2fmessages`,
  `${V1}/conversations/7%252fmessages`,
  `${V1}/conversations/%37/messages`,
  `${V1}/conversations/../webhooks`,
  `${V1}/conversations/%2e%2e/webhooks`,
  `${V1}/conversations/.%2e/webhooks`,
  `${V1}/conversations/%252e%252e/webhooks`,
  `${V1}/conversations/..%2fwebhooks`,
  `${V1}/conversations/..%c0%afwebhooks`,
  `${V1}/conversations/..\\webhooks`,
  `${V1}/conversations/7/messages/../../../webhooks`,
  `${V1}/conversations/7/../../../../../v1/agents`,
  `${V1}/conversations/-7/messages`,
  `${V1}/conversations/+7/messages`,
  `${V1}/conversations/7.0/messages`,
  `${V1}/conversations/7e3/messages`,
  `${V1}/conversations/0x7/messages`,
  `${V1}/conversations/٧/messages`,
  `${V1}/conversations/99999999999999999999/messages`,
  `${V1}/conversations/7,8/messages`,
  `${V1}/conversations/{conversationId}/messages`,
  `${V1}/conversations/${UUID}/messages`,
  `${V1}/conversations/7/tags/not-a-uuid`,
  `${V1}/conversations/7/tags/${UUID}/more`,
  `${V1}/conversations/7/tags/${UUID}x`,
  `${V1}/webhooks`,
  `${V1}/agents`,
  '/api/dixa/beta/conversations/7/messages',
  '/api/dixa/V1/conversations/7/messages',
  '/api/dixa/https://evil.example/v1/conversations/7/messages',
  '/api/dixa/@evil.example/v1/conversations/7/messages',
];

/**
 * Requests that are refused in one way.
 * @param {number} status
 * @param {string} code
 * @param {Record<string, () => Request>} requests
 */
const refused = (status, code, requests) =>
  Object.entries(requests).map(([name, request]) => ({ name, request, status, code }));

/**
 * Requests by what differs in them.
 * @template T
 * @param {readonly T[]} given
 * @param {(one: T) => Request} request
 */
const each = (given, request) =>
  Object.fromEntries(given.map((one) => [JSON.stringify(one).slice(0, 60), () => request(one)]));

/** A request of a browser that does not say what site it is for. @param {string} origin */
const old = (origin) => new Request(SITE + list, { headers: { origin } });

/** @param {string} site */
const from = (site) => post({}, { headers: { 'sec-fetch-site': site } });

const CASES = [
  ...refused(
    404,
    'proxy_no_such_operation',
    each(PATHS, (path) => ask(path)),
  ),
  ...refused(
    405,
    'proxy_method_not_allowed',
    each(['HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'patch', 'PROPFIND', 'get-x'], (method) =>
      ask(list, { method, headers: { origin: SITE } }),
    ),
  ),
  ...refused(
    400,
    'proxy_method_override',
    each(['x-http-method', 'x-http-method-override', 'x-method-override'], (header) =>
      ask(list, { headers: { [header]: 'DELETE' } }),
    ),
  ),
  ...refused(
    403,
    'proxy_operation_not_allowed',
    each(
      [
        ['GET', '/conversations/7/notes'],
        ['POST', '/conversations/7/notes'],
        ['POST', '/conversations'],
        ['PUT', '/conversations/7/transfer/queue'],
        ['PUT', '/conversations/7/close'],
        ['PUT', `/conversations/7/tags/${UUID}`],
        ['DELETE', `/conversations/7/tags/${UUID}`],
        ['PATCH', '/conversations/7/anonymize?force=true'],
        ['GET', '/conversations/flows'],
        ['GET', '/conversations/activitylog'],
      ],
      ([method, path]) => ask(V1 + path, { method, headers: { origin: SITE } }),
    ),
  ),
  ...refused(
    400,
    'proxy_invalid_query',
    each(
      [
        `${list}?force=true`,
        `${list}?pageLimit=5`,
        `${list}?_method=DELETE`,
        `${list}?a`,
        `${list}?=`,
        `${search}?query=a&query=b`,
        `${search}?query=a&pageKey=b&pageKey=c`,
        `${search}?query=a&token=b`,
        `${search}?query=a&Query=b`,
        `${search}?query=a&query%5B%5D=b`,
        `${search}?query=a&__proto__=b`,
        `${search}?query=a%00`,
        `${search}?query=%ff`,
        `${search}?query=a&constructor=1`,
      ],
      (path) => ask(path),
    ),
  ),
  ...refused(403, 'proxy_cross_origin', {
    'a page of another site': () => from('cross-site'),
    'a page of another subdomain': () => from('same-site'),
    'a write that no page made': () => from('none'),
    'a write from the address bar': () =>
      new Request(SITE + list, { method: 'POST', headers: { 'sec-fetch-site': 'none' } }),
    'an unknown Sec-Fetch-Site': () => from('same-origin, cross-site'),
    'a read by another site': () => ask(list, { headers: { 'sec-fetch-site': 'cross-site' } }),
    'a read by another subdomain': () => ask(list, { headers: { 'sec-fetch-site': 'same-site' } }),
    'an extension': () =>
      ask(list, { headers: { 'sec-fetch-site': 'none', origin: 'chrome-extension://abc' } }),
    'an old browser on another site': () => old('https://evil.example'),
    'an old browser on a site whose name begins alike': () => old(`${SITE}.evil.example`),
    'an old browser on another port': () => old(`${SITE}:8443`),
    'a page without an origin': () => old('null'),
    'an empty origin': () => old(''),
  }),
  ...refused(413, 'proxy_body_too_large', {
    'a body announced as too long': () => ask(list, { headers: { 'content-length': '1048577' } }),
    'a body that turns out to be too long': () => post(`"${'x'.repeat(1024 * 1024)}"`),
    'a body without end': () =>
      post(new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(32)) })),
  }),
  ...refused(
    415,
    'proxy_unsupported_body',
    each(
      [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'application/jsonx',
        '',
      ],
      (type) => post('{}', { headers: { 'content-type': type } }),
    ),
  ),
  ...refused(415, 'proxy_unsupported_body', {
    'a compressed body': () => post('{}', { headers: { 'content-encoding': 'gzip' } }),
  }),
  ...refused(
    400,
    'proxy_invalid_body',
    each(
      [
        '{',
        'NaN',
        "{'a':1}",
        '{"a":1}}',
        '{"a":1}{"b":2}',
        '{"a":9007199254740993}',
        '{"a":1e999}',
        '['.repeat(500_000),
      ],
      (text) => post(text),
    ),
  ),
  ...refused(400, 'proxy_invalid_body', {
    'a content-length that is none': () => ask(list, { headers: { 'content-length': '5, 5' } }),
    'a negative content-length': () => ask(list, { headers: { 'content-length': '-1' } }),
    'a body that is not UTF-8': () => post(new Uint8Array([0x22, 0xff, 0x22])),
  }),
];

test('what is hostile, malformed or not allowed is refused, and nothing is sent', async () => {
  assert.ok(CASES.length >= 100, `only ${CASES.length} cases`);
  const { proxy, sent, failures } = stand({
    authorize: () => assert.fail('authorize was asked'),
  });
  const wrong = [];
  for (const { name, request, status, code } of CASES) {
    const answer = await proxy(request());
    const body = await answer.json();
    const isTold = answer.status === status && body.code === code && body.message.startsWith('Proxy: ');
    if (!isTold) wrong.push({ name, status: answer.status, body });
    if (answer.headers.get('content-type') !== 'application/json') wrong.push({ name, no: 'JSON' });
    if (JSON.stringify([body, ...answer.headers]).includes(TOKEN)) wrong.push({ name, shows: 'the token' });
  }
  console.log(`${CASES.length} hostile requests, ${sent.length} sent`);
  assert.deepEqual([wrong, sent.length, failures], [[], 0, []]);
});

test('a path without the prefix is told so, for a server that cut it off', async () => {
  const { proxy } = stand();
  const answer = await proxy(ask('/v1/conversations/7/messages'));
  assert.deepEqual(await answer.json(), {
    message: 'Proxy: the path does not begin with its prefix, /api/dixa/',
    code: 'proxy_no_such_operation',
  });
  const { proxy: mounted } = stand({ prefix: undefined });
  assert.equal((await mounted(ask('/v1/conversations/7/messages'))).status, 200);
});

test('a body for what takes none is refused', async () => {
  const { proxy, sent } = stand({ allow: ['tagConversation'] });
  const path = `${V1}/conversations/7/tags/${UUID}`;
  const answer = await proxy(ask(path, { method: 'PUT', body: '{}', headers: { origin: SITE } }));
  assert.deepEqual([answer.status, (await answer.json()).code, sent.length], [400, 'proxy_invalid_body', 0]);
  assert.equal((await proxy(ask(path, { method: 'PUT', headers: { origin: SITE } }))).status, 200);
});

test('authorize says no in every way it can', async () => {
  const own = new Response('log in', { status: 401, headers: { 'set-cookie': 'a=b' } });
  for (const [said, status, text] of /** @type {[any, number, RegExp][]} */ ([
    [false, 403, /proxy_not_authorized/],
    [undefined, 403, /proxy_not_authorized/],
    [null, 403, /proxy_not_authorized/],
    [1, 403, /proxy_not_authorized/],
    ['true', 403, /proxy_not_authorized/],
    [{}, 403, /proxy_not_authorized/],
    [Promise.resolve(false), 403, /proxy_not_authorized/],
    [own, 401, /^log in$/],
  ])) {
    const { proxy, sent } = stand({ authorize: () => said });
    const answer = await proxy(ask(list));
    assert.deepEqual([answer.status, sent.length], [status, 0]);
    assert.match(await answer.text(), text);
  }
  assert.equal(own.headers.get('set-cookie'), 'a=b');
  for (const authorize of [
    () => {
      throw new Error('the session store is down at 10.0.0.7');
    },
    () => Promise.reject(new Error('the session store is down at 10.0.0.7')),
  ]) {
    const { proxy, sent, failures } = stand({ authorize });
    const answer = await proxy(ask(list));
    assert.deepEqual([answer.status, sent.length], [500, 0]);
    assert.doesNotMatch(await answer.text(), /10\.0|store/);
    assert.match(failures[0].error.message, /10\.0\.0\.7/);
    assert.deepEqual(failures[0].about, { code: 'proxy_authorize_failed', operation: 'listMessages' });
  }
});
