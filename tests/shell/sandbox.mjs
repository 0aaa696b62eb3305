// @ts-check
// The sandbox as tests use it: what it begins with, its clock, what it records. What it answers is tested natively.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mock, test } from 'node:test';
import { ConversationsClient, isDixaError } from '../../pkg/dist/index.mjs';
import * as testing from '../../pkg/dist/testing.mjs';
import { thrown } from './client.mjs';

const { createSandbox, SANDBOX_TOKEN } = testing;
/** @type {typeof testing} */
const required = createRequire(import.meta.url)('../../pkg/dist/testing.cjs');

const AGENT = '0a9a1c7e-2b52-4f7e-9d0c-1f0e3c5b7a90';

/** @param {import('../../pkg/dist/testing.mjs').Sandbox} sandbox @param {object} [options] */
const clientOf = (sandbox, options) =>
  new ConversationsClient({ token: sandbox.token, fetch: sandbox.fetch, rateLimit: false, ...options });

/** @param {string} value */
const inbound = (value) => /** @type {const} */ ({ _type: 'Inbound', content: { _type: 'Text', value } });

test('a seed is what a client finds', async () => {
  for (const { createSandbox } of [testing, required]) {
    const sandbox = createSandbox({
      token: 'mine',
      seed: {
        agents: [{ id: AGENT, name: 'Ada' }],
        conversations: [
          {
            _type: 'EmailConversation',
            id: 7,
            subject: 'Where is it?',
            assignment: { agentId: AGENT, assignedAt: '2026-01-01T00:00:00Z' },
            messages: [
              inbound('Hello?'),
              { _type: 'Outbound', agentId: AGENT, content: { _type: 'Text', value: 'On its way' } },
            ],
            tags: ['late'],
          },
        ],
      },
    });
    const dixa = clientOf(sandbox);
    const conversation = await dixa.getConversation(7);
    assert.equal(conversation._type === 'EmailConversation' && conversation.subject, 'Where is it?');
    const messages = await dixa.listMessages(7);
    assert.deepEqual(
      messages.map(({ attributes }) => 'emailContent' in attributes && attributes.emailContent),
      ['Hello?', 'On its way'].map((value) => ({ _type: 'Regular', content: { _type: 'Text', value } })),
    );
    assert.deepEqual(
      (await dixa.listTags(7)).map(({ name }) => name),
      ['late'],
    );
  }
});

test('without a seed there is the demo, and an empty sandbox has people and no conversations', () => {
  assert.equal(createSandbox().snapshot().conversations.length, 24);
  const { agents, conversations } = createSandbox({ seed: 'empty' }).snapshot();
  assert.equal(agents.length, 4);
  assert.deepEqual(conversations, []);
});

test('a snapshot is a copy, as a client would give it, and a seed', async () => {
  const sandbox = createSandbox({ clock: () => 1_764_000_000_000 });
  const dixa = clientOf(sandbox);
  const state = sandbox.snapshot();
  for (const { id, messages, notes, activity, tags, ratings, ...conversation } of state.conversations) {
    assert.deepEqual({ id, ...conversation }, await dixa.getConversation(id));
    assert.deepEqual(messages, await dixa.listMessages(id));
    assert.deepEqual(notes, await dixa.listInternalNotes(id));
    assert.deepEqual(activity, await dixa.listActivityLog(id));
    assert.deepEqual(ratings, await dixa.listRatings(id));
    assert.deepEqual(
      tags,
      (await dixa.listTags(id)).map(({ name }) => name),
    );
  }
  state.conversations.length = 0;
  assert.equal(sandbox.snapshot().conversations.length, 24);
  const other = createSandbox({ seed: sandbox.snapshot(), clock: () => 1_764_000_000_000 });
  assert.deepEqual(other.snapshot(), sandbox.snapshot());
});

test('sandboxes know nothing of each other', async () => {
  const [one, other] = [createSandbox(), createSandbox()];
  await clientOf(one).closeConversation(10_001);
  const state = (/** @type {typeof one} */ sandbox) => sandbox.snapshot().conversations[0].state;
  assert.deepEqual([state(one), state(other)], ['Closed', 'Open']);
});

test('what is wrong with an option, a seed or an argument is named', async () => {
  const made = (/** @type {any} */ options) => thrown(() => createSandbox(options));
  for (const [options, code, named] of [
    [{ sede: 'empty' }, 'unknown_option', 'sede'],
    [{ now: Date.now }, 'unknown_option', 'now'],
    [{ token: '' }, 'invalid_option', 'token'],
    [{ clock: 7 }, 'invalid_option', 'clock'],
    [7, 'invalid_option', 'an object'],
    [{ seed: 'big' }, 'invalid_seed', 'seed: expected'],
    [
      { seed: { conversations: [{ _type: 'ChatConversation', messages: [{ _type: 'Inbound' }] }] } },
      'invalid_seed',
      'seed.conversations[0].messages[0].content: expected',
    ],
  ]) {
    const error = await made(options);
    assert.deepEqual([error.name, error.code, error.outcome], ['ConfigurationError', code, 'not_sent']);
    assert.ok(error.message.startsWith('createSandbox: ') && error.message.includes(named), error.message);
    assert.ok(isDixaError(error));
  }
  const sandbox = createSandbox({ seed: 'empty' });
  const unknown = await thrown(() => sandbox.receive(7, 'Hello'));
  assert.match(unknown.message, /^receive: conversationId: expected/);
  const wrong = await thrown(() => sandbox.add(/** @type {any} */ ({ _type: 'FaxConversation' })));
  assert.match(wrong.message, /^add: conversation\._type: expected/);
  const lost = await thrown(() => sandbox.add(/** @type {any} */ ({ _type: () => 7 })));
  assert.match(lost.message, /conversation\._type: expected a value that JSON can hold/);
});

test('a big id may be a bigint, and a time a Date', async () => {
  const sandbox = createSandbox({
    seed: {
      conversations: [
        {
          _type: 'ChatConversation',
          id: '9007199254740991',
          messages: [{ ...inbound('Hi'), createdAt: new Date(0) }],
        },
      ],
    },
  });
  const [message] = await clientOf(sandbox).listMessages(9_007_199_254_740_991n);
  assert.equal(message?.createdAt, '1970-01-01T00:00:00.000Z');
});

test('its clock is the one it is given, or else that of fake timers', async () => {
  let now = 1_000;
  const created = (/** @type {any} */ options) =>
    createSandbox({ seed: 'empty', ...options }).add({ _type: 'ChatConversation' }).createdAt;
  assert.equal(created({ clock: () => now }), '1970-01-01T00:00:01.000Z');
  now = 2_000;
  assert.equal(created({ clock: { now: () => now } }), '1970-01-01T00:00:02.000Z');
  mock.timers.enable({ apis: ['Date'], now: 3_000 });
  const sandbox = createSandbox({ seed: 'empty' });
  mock.timers.tick(1_000);
  assert.equal(sandbox.add({ _type: 'ChatConversation' }).createdAt, '1970-01-01T00:00:04.000Z');
  mock.timers.reset();
});

test('a customer writes, and a closed conversation opens again', async () => {
  const sandbox = createSandbox({ seed: 'empty' });
  const { id } = sandbox.add({ _type: 'ChatConversation', messages: [inbound('Hello')] });
  const dixa = clientOf(sandbox);
  await dixa.closeConversation(id);
  const { id: messageId } = sandbox.receive(id, 'One more thing');
  const messages = await dixa.listMessages(id);
  assert.equal(messages.at(-1)?.id, messageId);
  assert.equal((await dixa.getConversation(id)).state, 'Open');
});

test('requests are recorded as they came, with what was answered', async () => {
  const sandbox = createSandbox();
  const dixa = clientOf(sandbox);
  await dixa.closeConversation(10_001, { userId: 'a53b25da-f676-4c52-acac-58c9280aa23d' });
  await thrown(() => dixa.getConversation(7));
  await thrown(() => dixa.request({ method: 'GET', path: '/v1/agents', query: { pageLimit: 5 } }));
  assert.deepEqual(sandbox.requests, [
    {
      operation: 'closeConversation',
      method: 'PUT',
      path: '/v1/conversations/10001/close',
      body: { userId: 'a53b25da-f676-4c52-acac-58c9280aa23d' },
      status: 204,
    },
    { operation: 'getConversation', method: 'GET', path: '/v1/conversations/7', status: 404 },
    { method: 'GET', path: '/v1/agents?pageLimit=5', status: 404 },
  ]);
});

test('it begins again when it is reset', async () => {
  const sandbox = createSandbox({ seed: 'empty' });
  const before = sandbox.snapshot();
  sandbox.add({ _type: 'ChatConversation' });
  sandbox.fail({ status: 500, times: Infinity });
  await thrown(() => clientOf(sandbox, { maxRetries: 0 }).getConversation(10_001));
  assert.equal(sandbox.requests.length, 1);
  sandbox.reset();
  assert.deepEqual([sandbox.requests, sandbox.deliveries], [[], []]);
  assert.deepEqual({ ...sandbox.snapshot(), now: '' }, { ...before, now: '' });
  const error = await thrown(() => clientOf(sandbox).getConversation(10_001));
  assert.equal(error.code, 'not_found');
});

test('it takes what fetch takes', async () => {
  const sandbox = createSandbox();
  const headers = { authorization: SANDBOX_TOKEN };
  const path = '/v1/conversations/10001';
  for (const [input, init] of /** @type {[any, any][]} */ ([
    [path, { headers }],
    [`https://dev.dixa.io${path}`, { headers: new Headers(headers) }],
    [new URL(path, 'https://dev.dixa.io'), { headers: Object.entries(headers) }],
    [new Request(`https://dev.dixa.io${path}`, { headers }), undefined],
    [new Request(`https://dev.dixa.io${path}`), { headers }],
    // Of another `fetch`, such as Miniflare's.
    [
      {
        url: `https://dev.dixa.io${path}`,
        method: 'GET',
        headers: new Headers(headers),
        text: async () => '',
      },
    ],
  ])) {
    assert.equal((await sandbox.fetch(input, init)).status, 200);
  }
  const note = { method: 'POST', headers, body: '{"message":"Seen"}' };
  await sandbox.fetch(new Request(`https://dev.dixa.io${path}/notes`, note));
  await sandbox.fetch(new URL(`https://dev.dixa.io${path}/notes`), note);
  assert.deepEqual(
    sandbox.requests.slice(-2).map(({ body, status }) => [body, status]),
    [
      [{ message: 'Seen' }, 200],
      [{ message: 'Seen' }, 200],
    ],
  );
  const refused = await sandbox.fetch(path, { headers: { authorization: 'another' } });
  assert.equal(refused.status, 401);
  const reason = new Error('enough');
  const error = await thrown(() => sandbox.fetch(path, { headers, signal: AbortSignal.abort(reason) }));
  assert.equal(error, reason);
});

test('where WebAssembly is blocked, the error says so', () => {
  const program = `
    import { createSandbox } from ${JSON.stringify(new URL('../../pkg/dist/testing.mjs', import.meta.url).href)};
    WebAssembly.Module = function () { throw new WebAssembly.CompileError('Wasm code generation disallowed by embedder'); };
    try { createSandbox(); } catch ({ name, code, outcome, message }) { console.log(name, code, outcome, message); }`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  assert.match(printed, /^RuntimeUnsupportedError wasm_blocked not_sent .*workerd or edge-light/);
});

test('a sandbox is there as long as its fetch is, and no longer', () => {
  const program = `
    import { createSandbox, SANDBOX_TOKEN } from ${JSON.stringify(new URL('../../pkg/dist/testing.mjs', import.meta.url).href)};
    const collected = async () => {
      for (let round = 0; round < 3; round++) {
        await new Promise((resolve) => setTimeout(resolve));
        gc();
      }
    };
    let { fetch } = createSandbox();
    const gone = new WeakRef(fetch);
    await collected();
    const { status } = await fetch('/v1/conversations/10001', { headers: { authorization: SANDBOX_TOKEN } });
    fetch = undefined;
    await collected();
    console.log(status, gone.deref());`;
  const parameters = ['--expose-gc', '--input-type=module', '-e', program];
  assert.equal(execFileSync(process.execPath, parameters, { encoding: 'utf8' }), '200 undefined\n');
});
