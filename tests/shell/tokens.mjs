// @ts-check
// Token functions: asked once, once more after a 401, and forgotten when what they gave is no token.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { answer, client, thrown } from './client.mjs';

/** Answers 401 to the tokens that are refused. @param {(token: string | null) => boolean} accepts */
const server = (accepts) => {
  /** @type {(string | null)[]} */
  const seen = [];
  const fetch = async (/** @type {string} */ _, /** @type {RequestInit} */ init) => {
    const token = new Headers(init.headers).get('authorization');
    seen.push(token);
    await pause(1);
    return accepts(token) ? answer([]) : new Response('{"message":"Unauthorized"}', { status: 401 });
  };
  return { seen, fetch };
};

test('a function gives the token once, and again when it was refused', async () => {
  let asked = 0;
  const { seen, fetch } = server((token) => token !== 'token-1' || seen.length <= 2);
  const dixa = client(fetch, { token: async () => `token-${++asked}` });
  for (let call = 0; call < 4; call++) await dixa.listTags(1);
  assert.deepEqual(seen, ['token-1', 'token-1', 'token-1', 'token-2', 'token-2']);
});

test('a token that is refused again is the error, and no call asks more than once more', async () => {
  let asked = 0;
  const { seen, fetch } = server(() => false);
  const dixa = client(fetch, { token: () => `token-${++asked}` });
  const error = await thrown(() => dixa.listTags(1));
  assert.deepEqual([error.name, error.attempts, asked], ['AuthenticationError', 2, 2]);
  assert.deepEqual(seen, ['token-1', 'token-2']);
  await thrown(() => dixa.listTags(1));
  assert.deepEqual([asked, seen.slice(2)], [3, ['token-2', 'token-3']]);
});

test('calls side by side share what the first of them was given anew', async () => {
  let asked = 0;
  const { seen, fetch } = server((token) => token === 'token-2');
  const dixa = client(fetch, { token: () => `token-${++asked}` });
  await Promise.all(Array.from({ length: 20 }, () => dixa.listTags(1)));
  assert.equal(asked, 2);
  assert.equal(seen.filter((token) => token === 'token-2').length, 20);
});

test('calls side by side whose function takes its time ask each for itself, once', async () => {
  let asked = 0;
  const { fetch } = server((token) => token === 'token-2');
  const token = async () => {
    const mine = ++asked > 10 ? 'token-2' : 'token-1';
    await pause(5);
    return mine;
  };
  const dixa = client(fetch, { token });
  await Promise.all(Array.from({ length: 10 }, () => dixa.listTags(1)));
  assert.ok(asked > 10 && asked <= 20, `${asked}`);
});

test('a token that never changes is not tried again', async () => {
  const { seen, fetch } = server(() => false);
  assert.equal((await thrown(() => client(fetch).listTags(1))).name, 'AuthenticationError');
  assert.deepEqual(seen, ['top-secret']);
});

test('what is no token is refused, and the function is asked again by the next call', async () => {
  const boom = new Error('boom');
  for (const [bad, code] of /** @type {[() => unknown, string][]} */ ([
    [() => '', 'invalid_token'],
    [() => undefined, 'invalid_token'],
    [() => null, 'invalid_token'],
    [() => 7, 'invalid_token'],
    [() => ({}), 'invalid_token'],
    [() => 'hush\r\nx: y', 'invalid_token'],
    [() => 'hush\n', 'invalid_token'],
    [() => 'hush€', 'invalid_token'],
    [async () => undefined, 'invalid_token'],
    [async () => 'hush\0', 'invalid_token'],
    [
      () => {
        throw boom;
      },
      'token_failed',
    ],
    [() => Promise.reject(boom), 'token_failed'],
  ])) {
    let asked = 0;
    const { seen, fetch } = server(() => true);
    const dixa = client(fetch, { token: () => (asked++ === 0 ? bad() : 'good') });
    const error = await thrown(() => dixa.listTags(1));
    assert.deepEqual(
      [error.name, error.code, error.outcome],
      ['ConfigurationError', code, 'not_sent'],
      String(bad),
    );
    assert.equal(error.cause, code === 'token_failed' ? boom : undefined);
    assert.doesNotMatch(`${error.message} ${JSON.stringify(error)}`, /hush|boom/);
    await dixa.listTags(1);
    assert.deepEqual([asked, seen], [2, ['good']], String(bad));
  }
});

test('a token function that hangs is under the total time, and under the signal', async () => {
  const dixa = client(async () => answer([]), { token: () => new Promise(() => {}) });
  const late = await thrown(() => dixa.listTags(1, { totalTimeoutMs: 20 }));
  assert.deepEqual([late.name, late.phase, late.outcome], ['TimeoutError', 'token', 'not_sent']);
  const controller = new AbortController();
  setTimeout(() => controller.abort('enough'), 10);
  const aborted = await thrown(() => dixa.listTags(1, { signal: controller.signal }));
  assert.deepEqual([aborted.name, aborted.outcome, aborted.cause], ['AbortError', 'not_sent', 'enough']);
});
