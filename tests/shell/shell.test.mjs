// @ts-check
// The shell around the wasm: options, errors, promises, pages, secrets. In Node, on what the build made.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import * as all from '../../pkg/dist/index.mjs';
import { answer, client, thrown } from './client.mjs';
import './options.mjs';
import './paging.mjs';
import './promises.mjs';
import './request.mjs';
import './sandbox.mjs';
import './sandbox-faults.mjs';
import './sandbox-webhooks.mjs';
import './secrets.mjs';
import './tokens.mjs';
import './webhooks.mjs';

const { ConversationsClient, DixaError, ApiError, ConfigurationError, isDixaError } = all;

test('making a client does nothing but keep what it was given', () => {
  let calls = 0;
  client(async () => (calls++, answer([])));
  assert.equal(calls, 0);
});

test('an option that is unknown, misplaced or of the wrong type is named', async () => {
  const made = (/** @type {any} */ options) => thrown(() => new ConversationsClient(options));
  for (const [options, name] of [
    [{ token: 't', tokn: 1 }, 'tokn'],
    [{ token: '' }, 'token'],
    [{ token: 't', timeoutMs: 0 }, 'timeoutMs'],
    [{ token: 't', timeoutMs: '5' }, 'timeoutMs'],
    [{ token: 't', maxRetries: 1.5 }, 'maxRetries'],
    [{ token: 't', validation: 'loose' }, 'validation'],
    [{ token: 't', rateLimit: true }, 'rateLimit'],
    [{ token: 't', signal: new AbortController().signal }, 'signal'],
    [{ token: 't', baseUrl: 'http://dixa.example' }, 'baseUrl'],
    [{ token: 't', baseUrl: 'https://u:p@dixa.example' }, 'baseUrl'],
    [{ token: 't', baseUrl: '/dixa' }, 'baseUrl'],
    [{}, 'token'],
  ]) {
    const error = await made(options);
    assert.ok(
      error instanceof ConfigurationError && error.message.includes(/** @type {string} */ (name)),
      error.message,
    );
    assert.equal(error.outcome, 'not_sent');
  }
  const dixa = client(async () => answer([]));
  const error = await thrown(() => dixa.listTags(1, /** @type {any} */ ({ retries: 3 })));
  assert.ok(error.message.includes('"retries"') && error.operation === 'listTags');
  assert.match(
    (await thrown(() => dixa.listTags(1, /** @type {any} */ ({ baseUrl: 'https://x.example' })))).message,
    /option of the client/,
  );
});

test('an option of a call overrules that of the client', async () => {
  /** @type {string[]} */
  const used = [];
  const dixa = client(async () => (used.push('client'), answer([])));
  await dixa.listTags(1, { fetch: async () => (used.push('call'), answer([])) });
  await dixa.listTags(1);
  assert.deepEqual(used, ['call', 'client']);
});

test('what JSON would lose is refused with its path and nothing is sent', async () => {
  let sent = 0;
  const dixa = client(async () => (sent++, answer({})));
  /** @type {any} */
  const circle = { message: 'x' };
  circle.self = circle;
  for (const [body, path] of [
    [{ message: NaN }, '$.message'],
    [{ message: 'x', createdAt: new Date(NaN) }, '$.createdAt'],
    [{ message: 'x', more: [1, () => 1] }, '$.more[1]'],
    [{ message: 'x', more: [1, undefined] }, '$.more[1]'],
    [{ message: 'x', more: { list: [, 1] } }, '$.more.list[0]'],
    [{ message: 'x', more: new Map([['a', 1]]) }, '$.more'],
    [{ message: 'x', more: new Set([1]) }, '$.more'],
    [{ message: 'x', more: new Uint8Array(1) }, '$.more'],
    [{ message: 'x', more: Promise.resolve(1) }, '$.more'],
    [new Map([['message', 'x']]), '$'],
    [Promise.resolve({ message: 'x' }), '$'],
    [{ message: 'x', more: Symbol('s') }, '$.more'],
    [circle, '$.self'],
  ]) {
    const error = await thrown(() => dixa.addInternalNote(1, /** @type {any} */ (body)));
    assert.equal(error.name, 'RequestValidationError');
    assert.equal(error.issues[0].path, path);
  }
  for (const option of [{ onRetry: () => {} }, { fetch }, { signal: AbortSignal.abort() }])
    assert.match(
      (await thrown(() => dixa.closeConversation(1, /** @type {any} */ (option)))).message,
      /it belongs to a later argument/,
    );
  assert.match((await thrown(() => dixa.getConversation(2 ** 53))).message, /conversationId/);
  assert.match((await thrown(() => dixa.getConversation(/** @type {any} */ ({})))).message, /conversationId/);
  assert.equal(sent, 0);
});

test('dates are sent in RFC 3339, and undefined and null are left out', async () => {
  /** @type {unknown} */
  let body;
  const dixa = client(
    async (_, init) => (
      (body = init.body),
      answer({ id: '1', authorId: 'a', createdAt: '2026-01-01T00:00:00Z', csid: 1, message: 'x' })
    ),
  );
  await dixa.addInternalNote(
    1n,
    /** @type {any} */ ({ message: 'x', agentId: null, createdAt: new Date(0), other: undefined }),
  );
  assert.equal(body, '{"message":"x","createdAt":"1970-01-01T00:00:00.000Z"}');
});

test('an int64 that a number would round comes as its digits and goes back', async () => {
  const dixa = client(async (url) => {
    assert.match(url, /9007199254740993$/);
    return new Response('{"data":{"_type":"SmsConversation","id":9007199254740993}}');
  });
  const conversation = await dixa.getConversation('9007199254740993');
  assert.equal(conversation.id, '9007199254740993');
  await dixa.getConversation(conversation.id);
});

test('the id of a request is the first of the headers that carry one', async () => {
  /** @type {Record<string, string>} */
  const ids = { 'cf-ray': 'd', 'x-amz-apigw-id': 'c', 'x-amzn-requestid': 'b', 'x-request-id': 'a' };
  /** @type {Record<string, string>} */
  const headers = {};
  for (const name in ids) {
    headers[name] = ids[name];
    const told = client(async () => new Response('{"data":[]}', { headers }));
    assert.equal((await told.listTags(1).withResponse()).requestId, ids[name]);
    const refusing = client(async () => new Response('{}', { status: 404, headers }));
    assert.equal((await thrown(() => refusing.listTags(1))).requestId, ids[name]);
  }
});

test('errors tell what happened, and print nothing that is secret', async () => {
  const body = { message: 'customer text' };
  const dixa = client(
    async () =>
      new Response(JSON.stringify(body), {
        status: 404,
        headers: { 'x-request-id': 'r9', 'x-secret': 'hush' },
      }),
  );
  const error = await thrown(() => dixa.getConversation(12345));
  assert.equal(error.name, 'NotFoundError');
  assert.ok(
    error instanceof DixaError &&
      error instanceof ApiError &&
      error instanceof all.NotFoundError &&
      error instanceof Error,
  );
  assert.ok(!(error instanceof all.ConflictError) && isDixaError(error) && !isDixaError(new Error('x')));
  const { code, outcome, operation, method, path, status, requestId, attempts, retryable } = error;
  assert.deepEqual(
    { code, outcome, operation, method, path, status, requestId, attempts, retryable },
    {
      code: 'not_found',
      outcome: 'rejected',
      operation: 'getConversation',
      method: 'GET',
      path: '/v1/conversations/{conversationId}',
      status: 404,
      requestId: 'r9',
      attempts: 1,
      retryable: false,
    },
  );
  assert.deepEqual(error.body, body);
  assert.equal(error.headers?.get('x-secret'), 'hush');
  for (const text of [
    inspect(error, { depth: 9 }),
    JSON.stringify(error),
    String(error),
    error.stack,
    inspect(dixa, { showHidden: true, depth: 9 }),
    JSON.stringify(dixa),
  ]) {
    assert.doesNotMatch(String(text), /customer text|hush|top-secret|12345/);
  }
  class Mine extends all.NotFoundError {}
  assert.ok(!(error instanceof Mine));
});

test('the reason of an abort is kept, and a call that was aborted before is not sent', async () => {
  let sent = 0;
  const dixa = client(
    (_, init) => (
      sent++,
      new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(new Error('aborted'))))
    ),
  );
  const controller = new AbortController();
  const pending = thrown(() => dixa.addInternalNote(1, { message: 'x' }, { signal: controller.signal }));
  setTimeout(() => controller.abort('enough'), 20);
  const error = await pending;
  assert.deepEqual([error.name, error.outcome, error.cause], ['AbortError', 'unknown', 'enough']);
  const before = await thrown(() => dixa.listTags(1, { signal: AbortSignal.abort('never') }));
  assert.deepEqual([before.outcome, before.cause, sent], ['not_sent', 'never', 1]);
});

test('who aborts from a hook, or while the token is asked for, sends nothing', async () => {
  for (const place of ['onRequest', 'token']) {
    let sent = 0;
    const controller = new AbortController();
    const abort = () => (controller.abort('enough'), 'top-secret');
    const dixa = client(async () => (sent++, answer([])), { [place]: abort });
    const error = await thrown(() => dixa.listTags(1, { signal: controller.signal }));
    assert.deepEqual(
      [error.name, error.outcome, error.attempts, sent],
      ['AbortError', 'not_sent', 0, 0],
      place,
    );
  }
});

test('what fetch gives and is no Response is said, and ends no other call', async () => {
  const odd = [
    undefined,
    null,
    {},
    'text',
    { ok: true, status: 200, json: async () => ({ data: [] }) },
    { status: 200, headers: {} },
    { status: 65736, headers: new Headers(), text: async () => '{"data":[]}' },
  ];
  for (const given of odd) {
    /** @type {(response: Response) => void} */
    let respond = () => assert.fail();
    const other = client(() => new Promise((resolve) => (respond = resolve))).listTags(1);
    const error = await thrown(() => client(async () => /** @type {any} */ (given)).listTags(1));
    assert.deepEqual(
      [error.name, error.code, error.outcome, error.attempts],
      ['ConfigurationError', 'no_response', 'unknown', 1],
    );
    assert.match(error.cause.message, /no Response/);
    respond(answer([]));
    assert.deepEqual(await other, []);
  }
});

test('headers of another kind say what they can, and end no other call', async () => {
  const body = async () => '{"data":[]}';
  const odd = [
    { status: 503, headers: new Map(/** @type {any[]} */ ([['retry-after', 1]])), text: body },
    { status: 503, headers: { get: (/** @type {string} */ name) => assert.fail(name) }, text: body },
  ];
  for (const given of odd) {
    const dixa = client(async () => /** @type {any} */ (given), { maxRetries: 0 });
    const error = await thrown(() => dixa.listTags(1));
    assert.deepEqual([error.name, error.status, error.outcome], ['ServerError', 503, 'rejected']);
  }
});

test('a fetch that throws may have sent: nobody can tell', async () => {
  let sent = 0;
  const dixa = client(() => {
    sent++;
    throw new Error('mine');
  });
  const error = await thrown(() => dixa.addInternalNote(1, { message: 'x' }));
  assert.deepEqual(
    [error.name, error.outcome, error.cause.message, sent],
    ['ConnectionError', 'unknown', 'mine', 1],
  );
});

test('an answer that the runtime hides is not said to be a redirect for sure', async () => {
  for (const [given, said] of /** @type {const} */ ([
    [Response.error(), /hides the answer/],
    [new Response(null, { status: 302 }), /the server redirected/],
  ])) {
    const error = await thrown(() => client(async () => given).listTags(1));
    assert.equal(error.code, 'redirect_refused');
    assert.match(error.message, said);
  }
});

test('one signal ends many calls, and Node has no listener too many on it', async () => {
  /** @type {string[]} */
  const warnings = [];
  const warned = (/** @type {Error} */ { name }) => warnings.push(name);
  process.on('warning', warned);
  const controller = new AbortController();
  const dixa = client(() => new Promise(() => {}));
  const calls = Array.from({ length: 20 }, () =>
    thrown(() => dixa.listTags(1, { signal: controller.signal })),
  );
  await new Promise((resolve) => setTimeout(resolve, 10));
  const one = new AbortController();
  const apart = thrown(() => dixa.listTags(1, { signal: one.signal }));
  controller.abort('enough');
  for (const error of await Promise.all(calls))
    assert.deepEqual([error.name, error.cause], ['AbortError', 'enough']);
  one.abort();
  assert.equal((await apart).name, 'AbortError');
  process.off('warning', warned);
  assert.deepEqual(warnings, []);
});

test('hooks see each attempt, and what they throw changes nothing', async () => {
  /** @type {unknown[]} */
  const events = [];
  let count = 0;
  const dixa = client(
    async () =>
      count++ === 0 ? new Response('{}', { status: 503, headers: { 'retry-after-ms': '1' } }) : answer([]),
    {
      onRequest: (/** @type {unknown} */ event) => events.push(event),
      onRetry: (/** @type {unknown} */ event) => {
        events.push(event);
        throw new Error('mine');
      },
      onResponse: () => Promise.reject(new Error('mine')),
    },
  );
  const { attempts } = await dixa.listTags(1).withResponse();
  assert.equal(attempts, 2);
  assert.deepEqual(events, [
    { operation: 'listTags', attempt: 1 },
    { operation: 'listTags', attempt: 1, waitMs: 1, code: 'server_error' },
    { operation: 'listTags', attempt: 2 },
  ]);
});

test('issues go to onIssue, or once each to the logger', async () => {
  const odd = () =>
    new Response('{"data":[{"id":1,"name":"a","state":"Active"},{"id":2,"name":"b","state":"Odd"}]}');
  /** @type {any[]} */
  const issues = [];
  await client(async () => odd(), { onIssue: (/** @type {unknown} */ issue) => issues.push(issue) }).listTags(
    1,
  );
  assert.deepEqual(
    issues.map(({ path, severity }) => [path, severity]),
    [
      ['$.data[0].id', 'error'],
      ['$.data[1].id', 'error'],
      ['$.data[1].state', 'info'],
    ],
  );
  /** @type {string[]} */
  const lines = [];
  const dixa = client(async () => odd(), {
    logger: { warn: (/** @type {string} */ line) => lines.push(line) },
  });
  await dixa.listTags(1);
  await dixa.listTags(2);
  assert.equal(lines.length, 1);
  const strict = await thrown(() => dixa.listTags(1, { validation: 'strict' }));
  assert.deepEqual([strict.name, strict.issueCount, strict.data.length], ['ResponseValidationError', 2, 2]);
  assert.equal(/** @type {any} */ ((await dixa.listTags(1, { validation: 'off' }))[0]).id, 1);
});

test('many calls at once are answered each with its own', async () => {
  const dixa = client(async (url) => answer({ _type: 'SmsConversation', id: Number(url.split('/').at(-1)) }));
  const got = await Promise.all(Array.from({ length: 200 }, (_, id) => dixa.getConversation(id)));
  assert.deepEqual(
    got.map((one) => one.id),
    Array.from({ length: 200 }, (_, id) => id),
  );
});

test('what the types declare is what there is', () => {
  const names = ['ConversationsClient', 'preload', 'isDixaError', 'InternalError', 'RuntimeUnsupportedError'];
  for (const name of names) assert.equal(typeof (/** @type {any} */ (all)[name]), 'function', name);
});
