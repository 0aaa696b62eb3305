// @ts-check
// What becomes of Dixa's answers, and what the client makes of them and of refusals.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as dixa from '../../pkg/dist/index.mjs';
import { thrown } from '../shell/client.mjs';
import { SITE, TOKEN, ask, json, post, stand } from './stand.mjs';

const path = '/api/dixa/v1/conversations/7/messages';

/**
 * A client as in a page of the site.
 * @param {(request: Request) => Promise<Response>} proxy
 * @param {any} [options]
 */
const clientOf = (proxy, options) =>
  new dixa.ConversationsClient({
    baseUrl: `${SITE}/api/dixa`,
    maxRetries: 0,
    logger: null,
    rateLimit: false,
    fetch: (url, init) => {
      const headers = new Headers(init.headers);
      headers.set('sec-fetch-site', 'same-origin');
      return proxy(new Request(url, { ...init, headers }));
    },
    ...options,
  });

test('of the headers of an answer those come through that the client reads, and no others', async () => {
  const read = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': '11',
    'retry-after': '3',
    'retry-after-ms': '2500',
    'x-request-id': 'r1',
    'x-amzn-requestid': 'r2',
    'x-amz-apigw-id': 'r3',
    'cf-ray': 'r4',
  };
  const hidden = {
    'access-control-allow-origin': '*',
    'access-control-allow-credentials': 'true',
    'alt-svc': 'h3=":443"',
    etag: 'x',
    link: '<x>',
    location: 'https://evil.example',
    'content-disposition': 'attachment',
    'content-security-policy': 'none',
    'cache-control': 'public, max-age=3600',
    server: 'dixa',
    'set-cookie': 'a=b',
    'strict-transport-security': 'max-age=0',
    'service-worker-allowed': '/',
    'www-authenticate': 'Basic',
    'x-powered-by': 'x',
    'clear-site-data': '"*"',
    refresh: '0;url=https://evil.example',
  };
  const { proxy } = stand({}, () => new Response('{"data":[]}', { headers: { ...read, ...hidden } }));
  const answer = await proxy(ask(path));
  assert.deepEqual(Object.fromEntries(answer.headers), {
    ...read,
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  });
  assert.equal(await answer.text(), '{"data":[]}');
});

test('the length of a body that was compressed is not told: it is that of the compressed one', async () => {
  const { proxy } = stand(
    {},
    () => new Response('{"data":[]}', { headers: { 'content-encoding': 'gzip', 'content-length': '5' } }),
  );
  const { headers } = await proxy(ask(path));
  assert.deepEqual([headers.get('content-length'), headers.get('content-encoding')], [null, null]);
});

test('statuses and bodies come through as they are', async () => {
  for (const [status, body] of /** @type {const} */ ([
    [200, '{"data":[]}'],
    [202, ''],
    [204, null],
    [400, '{"message":"Duplicate externalId"}'],
    [401, '{"message":"Unauthorized"}'],
    [404, '<html>not JSON</html>'],
    [429, '{"message":"Too Many Requests"}'],
    [500, ''],
    [503, 'busy'],
  ])) {
    const { proxy } = stand({}, () => new Response(body, { status }));
    const answer = await proxy(ask(path));
    assert.deepEqual([answer.status, await answer.text()], [status, body ?? '']);
  }
});

test('a redirect is not followed and leads nowhere', async () => {
  for (const status of [301, 302, 303, 304, 307, 308]) {
    const { proxy, sent, failures } = stand(
      {},
      () => new Response(null, { status, headers: { location: 'https://evil.example/' } }),
    );
    const answer = await proxy(post({}));
    const text = await answer.text();
    assert.deepEqual([answer.status, sent.length, failures.length], [502, 1, 1]);
    assert.match(text, /proxy_redirect_refused/);
    assert.doesNotMatch(JSON.stringify([text, ...answer.headers]), /evil/);
  }
  // A runtime that hides it.
  const opaque = /** @type {any} */ ({
    status: 0,
    type: 'opaqueredirect',
    headers: new Headers(),
    body: null,
  });
  assert.equal((await stand({}, () => opaque).proxy(post({}))).status, 502);
});

test('a Dixa that cannot be reached, or says nothing in time, is told as such', async () => {
  const lost = stand({}, () => {
    throw new TypeError(`fetch failed for ${TOKEN} at 10.0.0.7`);
  });
  const answer = await lost.proxy(post({}));
  const text = await answer.text();
  assert.deepEqual([answer.status, lost.failures[0].about.code], [502, 'proxy_no_answer']);
  assert.doesNotMatch(text, new RegExp(`${TOKEN}|10\\.0`));

  for (const answers of [
    // One that listens to the signal, and one that does not.
    (/** @type {string} */ _url, /** @type {any} */ { signal }) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
    () => new Promise(() => {}),
  ]) {
    const silent = stand({ timeoutMs: 30 }, /** @type {any} */ (answers));
    const late = await silent.proxy(post({}));
    assert.deepEqual([late.status, (await late.json()).code], [504, 'proxy_timeout']);
    assert.equal(silent.sent[0].init.signal.aborted, true);
    assert.deepEqual(silent.failures[0].about, { code: 'proxy_timeout', operation: 'addMessage' });
  }
});

test('where nobody listens to failures, a line without secrets tells of them', async () => {
  /** @type {unknown[][]} */
  const lines = [];
  const { error } = console;
  console.error = (...given) => lines.push(given);
  try {
    const proxy = stand({ onError: undefined }, () => {
      throw new Error(`at 10.0.0.7 with ${TOKEN}`);
    }).proxy;
    assert.equal((await proxy(ask(`${path}`))).status, 502);
    await stand({
      onError: () => {
        throw new Error('the log is full');
      },
      authorize: () => {
        throw new Error('no');
      },
    }).proxy(ask(path));
  } finally {
    console.error = error;
  }
  assert.deepEqual(lines, [
    ['dixa-conversations/proxy: listMessages: Dixa could not be reached (proxy_no_answer)'],
  ]);
});

test('the client makes typed errors of what the proxy refuses, and they say whether it happened', async () => {
  const agentId = 'f0a1b2c3-1111-4aaa-8bbb-000000000004';
  const content = /** @type {const} */ ({ _type: 'Text', value: 'x'.repeat(2000) });
  const message = /** @type {const} */ ({ _type: 'Outbound', agentId, content });
  const failing = () => {
    throw new Error('no');
  };
  for (const [
    name,
    options,
    answer,
    run,
    expected,
  ] of /** @type {[string, any, any, (client: any) => any, any[]][]} */ ([
    ['not allowed', {}, undefined, (c) => c.listActivityLog(7), ['PermissionDeniedError', 'rejected', 403]],
    [
      'not authorized',
      { authorize: () => false },
      undefined,
      (c) => c.addMessage(7, message),
      ['PermissionDeniedError', 'rejected', 403],
    ],
    [
      'logged out',
      { authorize: () => json({ message: 'log in' }, { status: 401 }) },
      undefined,
      (c) => c.listTags(7),
      ['AuthenticationError', 'rejected', 401],
    ],
    [
      'authorize failed',
      { authorize: failing },
      undefined,
      (c) => c.listTags(7),
      ['ServerError', 'rejected', 500],
    ],
    [
      'too large',
      { maxBodyBytes: 100 },
      undefined,
      (c) => c.addMessage(7, message),
      ['ApiError', 'rejected', 413],
    ],
    ['unreachable', {}, failing, (c) => c.addMessage(7, message), ['ServerError', 'unknown', 502]],
    [
      'redirected',
      {},
      () => new Response(null, { status: 302 }),
      (c) => c.addMessage(7, message),
      ['ServerError', 'unknown', 502],
    ],
    [
      'limited',
      {},
      () => json({}, { status: 429, headers: { 'retry-after': '3' } }),
      (c) => c.addMessage(7, message),
      ['RateLimitError', 'rejected', 429],
    ],
  ])) {
    const { proxy } = stand(options, answer);
    const error = await thrown(() => run(clientOf(proxy)));
    assert.deepEqual([error.name, error.outcome, error.status], expected, name);
    if (name === 'limited') assert.equal(error.retryAfterMs, 3000);
    else assert.ok(error.body.message, name);
    const who = error.body.code
      ? `the proxy itself answered ${error.status} (${error.body.code});`
      : `the proxy, or Dixa behind it, answered ${error.status};`;
    assert.ok(error.message.includes(who), error.message);
  }
});

test('the client turns pages through the proxy', async () => {
  const keys = /** @type {(string | null)[]} */ ([]);
  const { proxy, sent } = stand({}, (url) => {
    const key = new URL(url).searchParams.get('pageKey');
    keys.push(key);
    const at = Number(atob(key ?? btoa('0')));
    const next =
      at < 2 ? `https://dev.dixa.io/v1/search/conversations?pageKey=${btoa(String(at + 1))}` : undefined;
    return json({ data: [{ id: at, highlights: {}, innerHits: [] }], meta: { next } });
  });
  const hits = await clientOf(proxy)
    .searchConversations({ query: 'a&b=c', pageLimit: 1 })
    .toArray({ limit: 9 });
  assert.deepEqual(
    [hits.map(({ id }) => id), keys],
    [
      [0, 1, 2],
      [null, 'MQ==', 'Mg=='],
    ],
  );
  assert.equal(
    sent[1].url,
    'https://dev.dixa.io/v1/search/conversations?query=a%26b%3Dc&pageLimit=1&pageKey=MQ%3D%3D',
  );
});
