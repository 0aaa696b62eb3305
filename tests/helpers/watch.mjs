// @ts-check
// watchMessages: each new message once and in order, asked for kindly, with nothing left when it ends.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { watchMessages } from '../../pkg/dist/helpers.mjs';
import * as dixa from '../../pkg/dist/index.mjs';
import { thrown } from '../shell/client.mjs';
import { counted, inTime, page } from './time.mjs';

/** @param {string} id @param {string} [createdAt] @returns {any} */
const message = (id, createdAt = `2026-01-01T00:00:0${id}Z`) => ({ id, createdAt, attributes: {} });

/**
 * A conversation, its messages and how it fails for the tests to change, and when it was asked.
 * @param {...string} ids
 */
function conversation(...ids) {
  const it = {
    messages: ids.map((id) => message(id)),
    /** @type {any} */
    failure: undefined,
    /** @type {number[]} */
    asked: [],
    /** @type {any[]} */
    given: [],
    /** @param {any} id @param {any} [options] @returns {Promise<any>} */
    async listMessages(id, options) {
      it.asked.push(Date.now());
      it.given.push({ id, options });
      if (it.failure) throw it.failure;
      return [...it.messages];
    },
  };
  return it;
}

/**
 * Watches, and keeps what came.
 * @param {ReturnType<typeof conversation>} client
 * @param {any} [options]
 */
function watch(client, options) {
  const iterator = watchMessages(client, 7, options);
  const state = {
    came: /** @type {string[]} */ ([]),
    ended: false,
    error: /** @type {any} */ (undefined),
    iterator,
  };
  (async () => {
    for await (const { id } of iterator) state.came.push(id);
  })().then(
    () => (state.ended = true),
    (error) => Object.assign(state, { ended: true, error }),
  );
  return state;
}

/** @param {Record<string, unknown>} facts */
const failure = (facts) => Object.assign(new Error('failed'), facts);

test(
  'what is there is not new, what comes is told once and in order',
  inTime(async ({ pass, timers }) => {
    const client = conversation('1', '2');
    const controller = new AbortController();
    const watched = watch(client, { signal: controller.signal });
    await pass(0);
    assert.deepEqual([watched.came, client.asked.length, client.given[0].id], [[], 1, 7]);
    // Out of order, one of them twice, one without a time that can be read, one that was changed.
    client.messages = [
      message('4'),
      message('9', 'soon'),
      message('3'),
      message('4'),
      message('2', 'changed'),
      message('1'),
    ];
    await pass(5000);
    assert.deepEqual(watched.came, ['3', '4', '9']);
    client.messages.push(message('5', '2026-01-01T01:00:04.5+01:00'), message('0', '2026-01-01T00:00:04.4Z'));
    await pass(5000);
    assert.deepEqual(watched.came, ['3', '4', '9', '0', '5']);
    await pass(5000);
    assert.deepEqual([watched.came.length, client.asked.length], [5, 4]);
    controller.abort();
    await pass(0);
    assert.deepEqual([watched.ended, watched.error, timers()], [true, undefined, 0]);
  }),
);

test(
  'whoever has messages already is told of all others',
  inTime(async ({ pass }) => {
    const client = conversation('1', '2', '3');
    const some = watch(client, { seen: [message('2')] });
    const all = watch(client, { seen: [] });
    await pass(0);
    assert.deepEqual(
      [some.came, all.came],
      [
        ['1', '3'],
        ['1', '2', '3'],
      ],
    );
    await Promise.all([some.iterator.return(), all.iterator.return()]);
  }),
);

test(
  'it asks after each interval, up to a quarter earlier by chance, and never while it waits for an answer',
  inTime(async ({ pass, waits }) => {
    const client = conversation();
    const watched = watch(client, { intervalMs: 8000 });
    for (let times = 0; times < 40; times++) await pass(8000);
    assert.ok(waits.every((ms) => ms > 6000 && ms <= 8000) && new Set(waits).size > 20, `${waits}`);
    /** @type {(messages: any[]) => void} */
    let answer = () => {};
    client.listMessages = () => (client.asked.push(0), new Promise((resolve) => (answer = resolve)));
    await pass(8000);
    const { length } = client.asked;
    await pass(80_000);
    assert.equal(client.asked.length, length);
    answer([message('1')]);
    await pass(0);
    assert.deepEqual(watched.came, ['1']);
    await watched.iterator.return();
  }),
);

test(
  'failures that may pass are told and waited out, longer each time and as long as Dixa asks',
  inTime(async ({ pass, waits }) => {
    const client = conversation('1');
    /** @type {unknown[]} */
    const told = [];
    const onError = (/** @type {unknown} */ error) => {
      told.push(error);
      throw new Error('what it throws changes nothing');
    };
    const watched = watch(client, { onError });
    await pass(0);
    client.failure = failure({ retryable: true });
    for (const ms of [5000, 10_000, 20_000, 40_000, 60_000, 60_000]) await pass(ms);
    const [, ...backoff] = waits;
    const bounds = [10_000, 20_000, 40_000, 60_000, 60_000];
    bounds.forEach((most, index) =>
      assert.ok(backoff[index] > most * 0.74 && backoff[index] <= most, `${index}: ${backoff}`),
    );
    client.failure = failure({ retryable: true, retryAfterMs: 120_000 });
    waits.length = 0;
    await pass(60_000);
    assert.deepEqual(waits, [120_000]);
    client.failure = undefined;
    client.messages.push(message('2'));
    waits.length = 0;
    await pass(119_999);
    assert.deepEqual(watched.came, []);
    await pass(1);
    assert.deepEqual([watched.came, told.length], [['2'], 7]);
    assert.ok(waits[0] <= 5000, 'after a success the interval is the old one');
    // A longer timer than there is would end at once.
    client.failure = failure({ retryable: true, retryAfterMs: 1e15 });
    waits.length = 0;
    await pass(5000);
    assert.deepEqual(waits, [2 ** 31 - 1]);
    await watched.iterator.return();
  }),
);

test(
  'a failure that stays ends it with its error',
  inTime(async ({ pass, timers }) => {
    for (const error of [failure({ retryable: false }), new TypeError('not a client')]) {
      const client = conversation('1');
      const { signal, listeners } = counted();
      const watched = watch(client, { signal });
      await pass(0);
      client.failure = error;
      await pass(5000);
      assert.deepEqual([watched.error, timers(), listeners()], [error, 0, 0]);
    }
  }),
);

test(
  'a signal ends it quietly wherever it is, and nothing is left',
  inTime(async ({ pass, timers }) => {
    // In a wait.
    const waiting = counted();
    const watched = watch(conversation(), { signal: waiting.signal });
    await pass(0);
    assert.deepEqual([timers(), waiting.listeners()], [1, 1]);
    waiting.controller.abort('enough');
    await pass(0);
    assert.deepEqual([watched.ended, watched.error, timers(), waiting.listeners()], [true, undefined, 0, 0]);

    // While it asks: what the client throws then is no error of the watch.
    const asking = counted();
    const client = conversation();
    client.listMessages = (_, { signal }) =>
      new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(failure({ retryable: false }))),
      );
    const asked = watch(client, { signal: asking.signal });
    await pass(0);
    asking.controller.abort();
    await pass(0);
    assert.deepEqual([asked.ended, asked.error, timers(), asking.listeners()], [true, undefined, 0, 0]);

    // When the answer is just there.
    const just = new AbortController();
    /** @type {(messages: any[]) => void} */
    let answer = () => {};
    client.listMessages = () => new Promise((resolve) => (answer = resolve));
    const left = watch(client, { signal: just.signal, seen: [] });
    await pass(0);
    answer([message('1')]);
    just.abort();
    await pass(0);
    assert.deepEqual([left.ended, left.came, timers()], [true, [], 0]);

    // Between two messages.
    const between = new AbortController();
    const came = [];
    for await (const { id } of watchMessages(conversation('1', '2'), 7, {
      signal: between.signal,
      seen: [],
    })) {
      came.push(id);
      between.abort();
    }
    assert.deepEqual([came, timers()], [['1'], 0]);

    // Before it began.
    const late = conversation('1');
    for await (const _ of watchMessages(late, 7, { signal: AbortSignal.abort(), seen: [] })) assert.fail();
    assert.equal(late.asked.length, 0);
  }),
);

test(
  'who leaves early, or in the middle of a wait, leaves nothing behind',
  inTime(async ({ pass, timers }) => {
    const { signal, listeners } = counted();
    for await (const { id } of watchMessages(conversation('1', '2'), 7, { signal, seen: [] }))
      if (id === '1') break;
    assert.deepEqual([timers(), listeners()], [0, 0]);
    const iterator = watchMessages(conversation('1'), 7, { signal });
    const next = iterator.next();
    await pass(0);
    assert.deepEqual([timers(), listeners()], [1, 1]);
    assert.deepEqual(await iterator.return(), { value: undefined, done: true });
    assert.deepEqual([await next, timers(), listeners()], [{ value: undefined, done: true }, 0, 0]);
    const unused = conversation('1');
    watchMessages(unused, 7, { signal });
    assert.deepEqual([unused.asked.length, timers(), listeners()], [0, 0, 0]);
  }),
);

test(
  'nothing is asked while the page is hidden, and at once when it is shown again',
  inTime(async ({ pass, timers }) => {
    const { turn, listeners, end } = page();
    try {
      const client = conversation('1');
      const watched = watch(client, {});
      await pass(3000);
      turn(true);
      await pass(3_600_000);
      assert.deepEqual([client.asked.length, timers(), listeners()], [1, 0, 1]);
      client.messages.push(message('2'));
      turn(false);
      await pass(0);
      assert.deepEqual([client.asked.length, watched.came], [2, ['2']]);

      // Shown and hidden again and again, it asks once a second at most.
      const { length } = client.asked;
      for (let times = 0; times < 50; times++) {
        turn(true);
        turn(false);
        await pass(100);
      }
      assert.ok(client.asked.length - length <= 5, `${client.asked.length - length} times in 5 s`);

      // What Dixa asked for holds, shown or not.
      client.failure = failure({ retryable: true, retryAfterMs: 30_000 });
      await pass(5000);
      const asked = client.asked.length;
      turn(true);
      await pass(10_000);
      turn(false);
      await pass(19_999);
      assert.equal(client.asked.length, asked);
      await pass(1);
      assert.equal(client.asked.length, asked + 1);

      turn(true);
      await watched.iterator.return();
      assert.deepEqual([timers(), listeners()], [0, 0]);

      // Begun while hidden: what is there at the beginning is looked at nevertheless.
      const hidden = conversation('1');
      const begun = watch(hidden, {});
      await pass(60_000);
      assert.equal(hidden.asked.length, 1);
      hidden.messages.push(message('2'));
      turn(false);
      await pass(0);
      assert.deepEqual(begun.came, ['2']);
      await begun.iterator.return();
    } finally {
      end();
    }
  }),
);

test('an option that is wrong is named at once', async () => {
  for (const [options, name] of /** @type {[any, string][]} */ ([
    [{ interval: 5 }, '"interval"'],
    [{ intervalMs: -1 }, 'intervalMs'],
    [{ seen: 'abc' }, 'seen'],
    [{ onError: 'log' }, 'onError'],
    [{ signal: 5 }, 'signal'],
    [null, 'options'],
    [new AbortController().signal, 'options'],
  ])) {
    const error = await thrown(() => watchMessages(conversation(), 7, options));
    assert.ok(error instanceof dixa.ConfigurationError && error.message.includes(name), error.message);
  }
});
