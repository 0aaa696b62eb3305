// @ts-check
// waitForAnonymization: until it is done, and no longer than it may.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { waitForAnonymization } from '../../pkg/dist/helpers.mjs';
import * as dixa from '../../pkg/dist/index.mjs';
import { createSandbox } from '../../pkg/dist/testing.mjs';
import { thrown } from '../shell/client.mjs';
import { counted, inTime } from './time.mjs';

const url = new URL('../contract/examples/responses/getAnonymizationRequest.200.json', import.meta.url);
const waiting = JSON.parse(readFileSync(url, 'utf8')).data;
const done = { ...waiting, processedAt: '2021-12-01T12:46:36.581Z' };

/**
 * A client that gives these, one after the other, and then the last again and again; errors are thrown.
 * @param {any[]} given
 */
function giving(...given) {
  /** @type {any[]} */
  const asked = [];
  return {
    asked,
    /** @param {string} id @param {any} [options] */
    async getAnonymizationRequest(id, options) {
      asked.push({ id, signal: options.signal, at: Date.now() });
      const next = given.length > 1 ? given.shift() : given[0];
      if (next instanceof Error) throw next;
      return next;
    },
  };
}

/** @param {Record<string, unknown>} facts */
const failure = (facts) => Object.assign(new Error('failed'), facts);

test(
  'what is done already is given at once, for an answer as for an id',
  inTime(async ({ timers }) => {
    for (const request of [waiting, { id: waiting.id }, waiting.id]) {
      const client = giving(done);
      assert.equal(await waitForAnonymization(client, request), done);
      assert.deepEqual([client.asked.map(({ id }) => id), timers()], [[waiting.id], 0]);
    }
  }),
);

test(
  'it is looked again after each interval until it is done',
  inTime(async ({ pass, timers }) => {
    const client = giving(waiting, { ...waiting, processedAt: null }, done);
    const waited = waitForAnonymization(client, waiting);
    for (const [ms, asked] of [
      [1499, 1],
      [501, 2],
      [1499, 2],
      [501, 3],
    ]) {
      await pass(ms);
      assert.equal(client.asked.length, asked);
    }
    assert.equal(await waited, done);
    assert.equal(timers(), 0);
  }),
);

test(
  'failures that may pass are waited out, for longer and longer and as long as Dixa asks',
  inTime(async ({ pass, waits, timers }) => {
    const client = giving(
      failure({ retryable: true }),
      failure({ retryable: true }),
      failure({ retryable: true, retryAfterMs: 90_000 }),
      done,
    );
    const waited = waitForAnonymization(client, waiting, { intervalMs: 1000 });
    for (const ms of [2000, 4000, 90_000]) await pass(ms);
    assert.equal(await waited, done);
    const [total, first, second, third] = waits;
    assert.equal(total, 600_000);
    assert.ok(first >= 1500 && first <= 2000 && second >= 3000 && second <= 4000, `${waits}`);
    assert.deepEqual([third, timers()], [90_000, 0]);
  }),
);

test(
  'a failure that stays is thrown at once',
  inTime(async ({ timers }) => {
    for (const error of [failure({ retryable: false }), new TypeError('not a client')]) {
      assert.equal(await thrown(() => waitForAnonymization(giving(error), waiting)), error);
      assert.equal(timers(), 0);
    }
  }),
);

test(
  'when it takes too long it is a TimeoutError, and nobody knows whether it is done',
  inTime(async ({ pass, timers }) => {
    const client = giving(waiting);
    const waited = thrown(() => waitForAnonymization(client, waiting, { timeoutMs: 5000 }));
    for (let at = 0; at < 5; at++) await pass(1000);
    const error = await waited;
    assert.ok(error instanceof dixa.TimeoutError && dixa.isDixaError(error));
    assert.deepEqual(
      [error.code, error.phase, error.outcome, error.operation, error.retryable, timers()],
      ['timeout', 'total', 'unknown', 'getAnonymizationRequest', true, 0],
    );
    assert.equal(client.asked.at(-1).signal.aborted, true);
  }),
);

test(
  'a signal ends it, in a wait, under way and before',
  inTime(async ({ pass, timers }) => {
    const hanging = {
      /** @param {string} _ @param {any} options @returns {Promise<any>} */
      getAnonymizationRequest: (_, { signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
    };
    for (const client of [giving(waiting), hanging]) {
      const { controller, signal, listeners } = counted();
      const waited = thrown(() => waitForAnonymization(client, waiting, { signal }));
      await pass(100);
      controller.abort('enough');
      const error = await waited;
      assert.ok(error instanceof dixa.AbortError);
      assert.deepEqual(
        [error.code, error.cause, error.outcome, timers(), listeners()],
        ['aborted', 'enough', 'unknown', 0, 0],
      );
    }
    const client = giving(done);
    const late = await thrown(() =>
      waitForAnonymization(client, waiting, { signal: AbortSignal.abort('no') }),
    );
    assert.deepEqual([late.name, late.cause, client.asked.length, timers()], ['AbortError', 'no', 0, 0]);
  }),
);

test('an option that is wrong is named, and nothing is asked', async () => {
  for (const [options, name] of /** @type {[any, string][]} */ ([
    [{ intervallMs: 5 }, '"intervallMs"'],
    [{ intervalMs: 0 }, 'intervalMs'],
    [{ timeoutMs: '5' }, 'timeoutMs'],
    [{ signal: {} }, 'signal'],
    [5, 'options'],
    [new AbortController().signal, 'options'],
  ])) {
    const client = giving(done);
    const error = await thrown(() => waitForAnonymization(client, waiting, options));
    assert.ok(error instanceof dixa.ConfigurationError && error.message.includes(name), error.message);
    assert.equal(client.asked.length, 0);
  }
});

test('a client or a request that is missing is named', async () => {
  for (const [client, request, name, code, words] of /** @type {[any, any, string, string, RegExp][]} */ ([
    [waiting, undefined, 'ConfigurationError', 'no_client', /client comes first/],
    [undefined, waiting, 'ConfigurationError', 'no_client', /client comes first/],
    [
      new dixa.ConversationsClient({ token: 'hush' }),
      undefined,
      'RequestValidationError',
      'invalid_request',
      /requestId/,
    ],
  ])) {
    const error = await thrown(() => waitForAnonymization(client, request));
    assert.deepEqual([error.name, error.code], [name, code]);
    assert.match(error.message, words);
  }
});

test('what a client asked for is waited for, and done then', async () => {
  let now = Date.now();
  const sandbox = createSandbox({ clock: () => (now += 400) });
  const client = new dixa.ConversationsClient({
    token: sandbox.token,
    fetch: sandbox.fetch,
    rateLimit: false,
  });
  const request = await client.anonymizeConversation(10001, { force: true });
  assert.equal(request.processedAt, undefined);
  const ended = await waitForAnonymization(client, request, { intervalMs: 1 });
  assert.equal(ended.id, request.id);
  assert.ok(ended.processedAt);
  assert.equal((await client.getConversation(10001))._type, 'AnonymizedConversation');
});
