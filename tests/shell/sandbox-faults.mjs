// @ts-check
// What goes wrong in a sandbox when a test wants it to, as a client and as a bare fetch see it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConversationsClient } from '../../pkg/dist/index.mjs';
import { createSandbox } from '../../pkg/dist/testing.mjs';
import { thrown } from './client.mjs';

const AGENT = 'a53b25da-f676-4c52-acac-58c9280aa23d';
const message = /** @type {const} */ ({
  _type: 'Outbound',
  agentId: AGENT,
  content: { _type: 'Text', value: 'On its way' },
});

/** @param {import('../../pkg/dist/index.mjs').ClientOptions} [options] */
function setup(options) {
  const sandbox = createSandbox();
  const dixa = new ConversationsClient({
    token: sandbox.token,
    fetch: sandbox.fetch,
    rateLimit: false,
    maxRetries: 0,
    ...options,
  });
  /** How often a message stands in a conversation. */
  const count = (/** @type {number} */ id) => {
    const text = JSON.stringify(sandbox.snapshot().conversations.find((one) => one.id === id)?.messages);
    return text.split(message.content.value).length - 1;
  };
  return { sandbox, dixa, count };
}

test('a status is answered in place of what was asked, so often, for its operation only', async () => {
  const { sandbox, dixa } = setup();
  sandbox.fail({ operation: 'closeConversation', status: 503, times: 2 });
  await dixa.getConversation(10_001);
  for (let times = 0; times < 2; times++) {
    const error = await thrown(() => dixa.closeConversation(10_001));
    assert.deepEqual([error.name, error.status], ['ServerError', 503]);
    assert.equal((await dixa.getConversation(10_001)).state, 'Open');
  }
  await dixa.closeConversation(10_001);
  assert.equal((await dixa.getConversation(10_001)).state, 'Closed');
});

test('faults come in the order in which they were asked for, and may be taken back', async () => {
  const { sandbox, dixa } = setup();
  sandbox.fail({ status: 418 });
  sandbox.fail({ operation: 'getConversation', status: 403 });
  const heal = sandbox.fail({ status: 500, times: Infinity });
  const status = async () => (await thrown(() => dixa.getConversation(10_001))).status;
  assert.deepEqual([await status(), await status(), await status(), await status()], [418, 403, 500, 500]);
  heal();
  await dixa.getConversation(10_001);
});

test('the body and the wait of a refusal are those that were asked for', async () => {
  const { sandbox, dixa } = setup({ totalTimeoutMs: 1000 });
  sandbox.fail({ status: 429, retryAfterMs: 90_000, body: { message: 'Slow down' } });
  const limited = await thrown(() => dixa.getConversation(10_001));
  assert.deepEqual([limited.name, limited.retryAfterMs], ['RateLimitError', 90_000]);
  assert.deepEqual(limited.body, { message: 'Slow down' });
  sandbox.fail({ status: 200, body: '<html>' });
  // The 429 holds back the client.
  const answer = await sandbox.fetch('/v1/conversations/10001');
  assert.equal(await answer.text(), '<html>');
  sandbox.fail({ status: 429, retryAfterMs: 50 });
  const soon = await sandbox.fetch('/v1/conversations/10001');
  assert.equal(soon.headers.get('retry-after-ms'), '50');
});

test('a write that was lost is not done, unless Dixa had applied it; the client says what it knows', async () => {
  const { sandbox, dixa, count } = setup();
  sandbox.fail({ operation: 'addMessage', lost: true });
  const lost = await thrown(() => dixa.addMessage(10_001, message));
  assert.deepEqual([lost.name, lost.outcome, count(10_001)], ['ConnectionError', 'unknown', 0]);
  sandbox.fail({ operation: 'addMessage', lost: true, applied: true });
  const late = await thrown(() => dixa.addMessage(10_001, message));
  assert.deepEqual([late.outcome, count(10_001)], ['unknown', 1]);
  assert.deepEqual(
    sandbox.requests.map(({ status }) => status),
    [undefined, undefined],
  );
});

test('a Dixa that times out after it accepted gets the message once', async () => {
  const { sandbox, dixa, count } = setup({ maxRetries: 2, timeoutMs: 50 });
  sandbox.fail({ operation: 'addMessage', delayMs: Infinity });
  const { content } = await dixa.addMessage(10_001, message);
  assert.deepEqual(content, message.content);
  assert.equal(count(10_001), 1);
  assert.deepEqual(
    sandbox.requests.map(({ operation }) => operation),
    ['addMessage', 'addMessage', 'listMessages'],
  );
});

test('an answer is late by as much as was asked for, and a signal ends the wait', async () => {
  const { sandbox } = setup();
  const headers = { authorization: sandbox.token };
  sandbox.fail({ delayMs: 60, times: 2 });
  const began = performance.now();
  assert.equal((await sandbox.fetch('/v1/conversations/10001', { headers })).status, 200);
  assert.ok(performance.now() - began >= 55);
  const controller = new AbortController();
  const reason = new Error('enough');
  setTimeout(() => controller.abort(reason), 5);
  const error = await thrown(() =>
    sandbox.fetch('/v1/conversations/10001', { headers, signal: controller.signal }),
  );
  assert.equal(error, reason);
});

test('a body breaks off after so many bytes', async () => {
  const { sandbox, dixa } = setup();
  for (const dropAfterBytes of [0, 1, 20]) {
    sandbox.fail({ dropAfterBytes, times: 2 });
    const response = await sandbox.fetch('/v1/conversations/10001', {
      headers: { authorization: sandbox.token },
    });
    let bytes = 0;
    const error = await thrown(async () => {
      for await (const part of /** @type {any} */ (response.body)) bytes += part.length;
    });
    assert.deepEqual([error.name, bytes], ['TypeError', dropAfterBytes]);
    const broken = await thrown(() => dixa.getConversation(10_001));
    assert.equal(broken.name, 'ConnectionError');
  }
});

test('a fault that could not be is named', async () => {
  const { sandbox } = setup();
  for (const [fault, named] of /** @type {[any, string][]} */ ([
    [undefined, 'an object'],
    [{}, 'status, delayMs'],
    [{ times: 2 }, 'status, delayMs'],
    [{ statsu: 500 }, '"statsu"'],
    [{ status: 99 }, 'status must be'],
    [{ status: '500' }, 'status must be'],
    [{ status: 500, times: 0 }, 'times must be'],
    [{ status: 500, operation: 'addMesage' }, 'operation must be'],
    [{ delayMs: -1 }, 'delayMs must be'],
    [{ dropAfterBytes: 1.5 }, 'dropAfterBytes must be'],
    [{ lost: 'after' }, 'lost must be'],
    [{ lost: true, applied: 1 }, 'applied must be'],
    [{ status: 429, retryAfterMs: '1' }, 'retryAfterMs must be'],
  ])) {
    const error = await thrown(() => sandbox.fail(fault));
    assert.deepEqual([error.name, error.code], ['ConfigurationError', 'invalid_fault']);
    assert.ok(error.message.includes(named), error.message);
  }
});
