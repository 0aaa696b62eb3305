// @ts-check
// The Worker of `demo/edge` in workerd, against a Dixa that repeats itself, fails, and takes too long: however it goes,
// a customer who wrote once is answered once.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SESSION, run } from '../../demo/edge/run.mjs';
import { ConversationsClient } from '../../pkg/dist/index.mjs';

/** @typedef {Awaited<ReturnType<typeof run>>} Edge */
/** @typedef {import('../../pkg/dist/testing.mjs').SandboxFault} Fault */

/** @param {string} value */
const chat = (value) =>
  /** @type {const} */ ({
    _type: 'ChatConversation',
    messages: [{ _type: 'Inbound', content: { _type: 'Text', value } }],
  });

/** What was said in a conversation: who, in turn. @param {Edge} edge @param {number | string} id */
function said({ sandbox }, id) {
  const found = sandbox.snapshot().conversations.find((one) => one.id === id);
  return found?.messages.map(({ attributes }) => 'direction' in attributes && attributes.direction);
}

/** How often the Worker asked Dixa for each thing. @param {Edge} edge */
const asked = ({ sandbox }) => sandbox.requests.filter(({ operation }) => operation === 'addMessage').length;

/** The statuses that the Worker answered. @param {Edge} edge */
const statuses = ({ sandbox }) => [...new Set(sandbox.deliveries.map(({ status }) => status))].sort();

/**
 * A test of a Worker of its own.
 * @param {string} name
 * @param {NonNullable<Parameters<typeof run>[0]>} options
 * @param {(edge: Edge) => Promise<void>} body
 */
const edgeTest = (name, options, body) =>
  test(name, async () => {
    // What nobody makes late is waited for, however long it takes.
    const edge = await run({ timeoutMs: 60_000, ...options });
    try {
      await body(edge);
    } finally {
      await edge.close();
    }
  });

for (const shuffle of [1, 2, 3]) {
  edgeTest(
    `a chat is answered once, though each event comes three times, out of order (${shuffle})`,
    { webhooks: { shuffle } },
    async (edge) => {
      const { id } = edge.sandbox.add(chat('Where is my parcel?'));
      await edge.sandbox.settled();
      assert.deepEqual(said(edge, id), ['Inbound', 'Outbound']);
      assert.equal(asked(edge), 3);
      assert.deepEqual(statuses(edge), [204]);
      edge.sandbox.receive(id, 'And when will it come?');
      await edge.sandbox.settled();
      assert.deepEqual(said(edge, id), ['Inbound', 'Outbound', 'Inbound', 'Outbound']);
    },
  );
}

edgeTest(
  'many chats at once, and each event three times at once, are answered once each',
  { webhooks: { concurrency: 12 } },
  async (edge) => {
    const ids = Array.from({ length: 8 }, (_, at) => edge.sandbox.add(chat(`Question ${at}`)).id);
    await edge.sandbox.settled();
    for (const id of ids) assert.deepEqual(said(edge, id), ['Inbound', 'Outbound']);
    assert.equal(asked(edge), 24);
  },
);

/** What Dixa does to the Worker's requests, and what each of its answers to Dixa was. @type {[string, Fault][]} */
const FAULTS = [
  ['times out after having accepted', { delayMs: Infinity }],
  ['times out before', { delayMs: Infinity, applied: false, status: 500 }],
  ['loses the answer after having accepted', { lost: true, applied: true }],
  ['loses the request', { lost: true }],
  ['accepts and says that it failed', { status: 503, applied: true }],
  ['fails', { status: 503 }],
  ['says that its limit is used up', { status: 429, retryAfterMs: 100 }],
  ['breaks off in the middle of its answer', { dropAfterBytes: 10 }],
];

for (const [name, fault] of FAULTS) {
  for (const times of [1, 4]) {
    const options = fault.delayMs ? { timeoutMs: 1000 } : {};
    edgeTest(`a Dixa that ${name}, ${times} times, has the answer once`, options, async (edge) => {
      edge.sandbox.fail({ operation: 'addMessage', times, ...fault });
      const { id } = edge.sandbox.add(chat('Where is my parcel?'));
      await edge.sandbox.settled();
      assert.deepEqual(said(edge, id), ['Inbound', 'Outbound']);
      assert.ok(asked(edge) >= 3, 'all deliveries were dealt with');
    });
  }
}

edgeTest(
  'whoever has not the secret gets a plain 401, and nothing is asked of Dixa',
  { webhooks: { secret: 'ff00' } },
  async (edge) => {
    const { id } = edge.sandbox.add(chat('Where is my parcel?'));
    await edge.sandbox.settled();
    assert.deepEqual(said(edge, id), ['Inbound']);
    assert.deepEqual(statuses(edge), [401]);
    assert.deepEqual(edge.sandbox.requests, []);
    const unsigned = await fetch(edge.url, { method: 'POST', body: '{}' });
    assert.deepEqual([unsigned.status, await unsigned.text()], [401, '']);
  },
);

edgeTest('what is no chat, and what the Worker said itself, is not answered', {}, async (edge) => {
  edge.sandbox.add({ ...chat('Where is my parcel?'), _type: 'EmailConversation' });
  edge.sandbox.add({ _type: 'ChatConversation' });
  await edge.sandbox.settled();
  assert.deepEqual(edge.sandbox.requests, []);
  assert.deepEqual(statuses(edge), [204]);
});

edgeTest(
  'the console reaches Dixa through the Worker, with a session and without the token',
  {},
  async (edge) => {
    const { id } = edge.sandbox.add(chat('Hello'));
    await edge.sandbox.settled();
    const console = (/** @type {string} */ cookie) =>
      new ConversationsClient({
        baseUrl: new URL('/api/dixa', edge.url).href,
        headers: { cookie },
        maxRetries: 0,
      });
    const messages = await console(`session=${SESSION}`).listMessages(id);
    assert.equal(messages.length, 2);
    const before = edge.sandbox.requests.length;
    await assert.rejects(console('session=another').listMessages(id), { name: 'PermissionDeniedError' });
    await assert.rejects(console(`session=${SESSION}`).importConversation(/** @type {any} */ ({})), {
      name: 'RequestValidationError',
    });
    await assert.rejects(console(`session=${SESSION}`).request({ method: 'GET', path: '/v1/agents' }), {
      name: 'NotFoundError',
    });
    assert.equal(edge.sandbox.requests.length, before);
  },
);
