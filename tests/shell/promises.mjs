// @ts-check
// The promises that calls return, the hooks and the logger: nothing of the caller's that fails is the
// call's concern, and nothing rejects unheard that a plain promise would not.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { ConversationsClient } from '../../pkg/dist/index.mjs';
import { answer, client, thrown, unhandled } from './client.mjs';

const refused = () => client(async () => new Response('', { status: 404 }));

test('a call is a promise in every way', async () => {
  const dixa = client(async () => answer([]));
  const call = dixa.listTags(1);
  assert.ok(call instanceof Promise);
  assert.deepEqual(await call, []);
  assert.deepEqual(await call.then((tags) => tags.length), 0);
  assert.deepEqual(await Promise.all([call, Promise.resolve(call)]), [[], []]);
  let ended = 0;
  assert.deepEqual(await call.finally(() => ended++), []);
  assert.deepEqual(await call.catch(() => assert.fail()), []);
  assert.equal(
    await refused()
      .listTags(1)
      .catch((error) => error.code),
    'not_found',
  );
  assert.equal(
    (
      await thrown(() =>
        refused()
          .listTags(1)
          .finally(() => ended++),
      )
    ).code,
    'not_found',
  );
  assert.equal(ended, 2);
  assert.equal(call.then().constructor, Promise);
  const [settled] = await Promise.allSettled([refused().listTags(1)]);
  assert.equal(settled.status, 'rejected');
  const { data, status, requestId, attempts } = await call.withResponse();
  assert.deepEqual(
    { data, status, requestId, attempts },
    { data: [], status: 200, requestId: 'r1', attempts: 1 },
  );
});

test('a rejection is unheard as often as that of a plain promise', async () => {
  const codes = async (/** @type {(call: any) => unknown} */ use) => {
    const reasons = await unhandled(() => void use(refused().listTags(1)));
    return reasons.map((reason) => /** @type {any} */ (reason).code);
  };
  assert.deepEqual(await codes(() => {}), ['not_found']);
  assert.deepEqual(await codes((call) => call.then(() => {})), ['not_found']);
  assert.deepEqual(await codes((call) => call.finally(() => {})), ['not_found']);
  assert.deepEqual(await codes((call) => call.catch(() => {})), []);
  assert.deepEqual(await codes((call) => call.withResponse().catch(() => {})), []);
  assert.deepEqual(
    await codes((call) => {
      call.catch(() => {});
      call.then(() => {}).catch(() => {});
      return call.finally(() => {}).catch(() => {});
    }),
    [],
  );
});

/** Ways in which what the caller gave can fail. @type {[string, () => unknown][]} */
const FAILING = [
  ['throws', () => assert.fail('mine')],
  ['rejects', () => Promise.reject(new Error('mine'))],
  ['rejects late', () => new Promise((_, reject) => setTimeout(() => reject(new Error('mine')), 5))],
  ['never ends', () => new Promise(() => {})],
  [
    'has a bad then',
    () => ({
      get then() {
        return assert.fail('mine');
      },
    }),
  ],
];

test('what hooks and loggers throw or reject is no concern of the call', async () => {
  for (const [how, fails] of FAILING) {
    let count = 0;
    const odd = '{"data":[{"id":1,"name":"a","state":"Active"}]}';
    const fetch = async () =>
      count++ % 2 === 0
        ? new Response('', { status: 503, headers: { 'retry-after-ms': '1' } })
        : new Response(odd);
    const hooks = { onRequest: fails, onResponse: fails, onRetry: fails, onIssue: fails };
    const reasons = await unhandled(async () => {
      assert.equal((await client(fetch, hooks).listTags(1)).length, 1, how);
      const logger = { debug: fails, warn: fails };
      assert.equal((await client(fetch, { logger }).listTags(1)).length, 1, how);
      assert.equal((await client(fetch, { logger, ...hooks }).listTags(1)).length, 1, how);
    });
    assert.deepEqual(reasons, [], how);
  }
});

test('a hook that fails is told to the logger, without what it threw', async () => {
  /** @type {string[]} */
  const lines = [];
  const logger = { warn: (/** @type {string} */ line) => lines.push(line) };
  const dixa = client(async () => answer([]), {
    logger,
    onRequest: () => assert.fail('customer text'),
    onResponse: async () => assert.fail('customer text'),
  });
  await dixa.listTags(1);
  await pause(5);
  assert.deepEqual(lines, [
    'dixa-conversations: listTags: onRequest failed',
    'dixa-conversations: listTags: onResponse failed',
  ]);
});

test('a call does not change when its options do', async () => {
  /** @type {any} */
  const options = { token: 'one', fetch: async () => answer([]), rateLimit: false, maxRetries: 0 };
  const dixa = new ConversationsClient(options);
  options.fetch = async () => assert.fail('another fetch');
  options.token = 'two';
  assert.deepEqual(await dixa.listTags(1), []);
});

test('what was idempotent by the caller is repeated', async () => {
  let sent = 0;
  const dixa = client(
    async () => (sent++, new Response('', { status: 503, headers: { 'retry-after-ms': '0' } })),
  );
  const note = /** @type {const} */ ({ message: 'x' });
  const once = await thrown(() => dixa.addInternalNote(1, note));
  assert.deepEqual([sent, once.attempts, once.retryable], [1, 1, false]);
  const again = await thrown(() => dixa.addInternalNote(1, note, { idempotent: true }));
  assert.deepEqual([sent, again.attempts, again.retryable], [4, 3, true]);
  await thrown(() => dixa.addInternalNote(1, note, { idempotent: false }));
  assert.equal(sent, 5);
  assert.match(
    (await thrown(() => dixa.addInternalNote(1, /** @type {any} */ ({ ...note, idempotent: true })))).message,
    /idempotent/,
  );
});

test('a call that has ended leaves no timer that keeps the program alive', () => {
  const program = `
    import { ConversationsClient } from ${JSON.stringify(new URL('../../pkg/dist/index.mjs', import.meta.url).href)};
    const answers = ['{"data":[]}', '<html>', '{"data":['];
    let count = 0;
    const fetch = async () => {
      if (count === 3) return new Promise(() => {});
      return new Response(answers[count++]);
    };
    const dixa = new ConversationsClient({ token: 't', fetch, timeoutMs: 600_000, totalTimeoutMs: 600_000 });
    for (const _ of answers) await dixa.listTags(1).catch(() => {});
    const { signal } = { signal: AbortSignal.timeout(20) };
    const alive = setTimeout(() => {}, 50);
    await dixa.listTags(1, { signal }).catch((error) => console.log(error.code));
  `;
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    // A timer of a call's would keep it for ten minutes.
    timeout: 60_000,
  });
  assert.deepEqual([stdout, status], ['aborted\n', 0]);
});
