// @ts-check
// Aborting a call at every point of it: it ends at once, says what became of the request, and leaves
// no listener and no request behind. Timers: `exit.test.mjs`.

import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { after, before, describe, test } from 'node:test';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import { ConversationsClient } from '../../pkg/dist/index.mjs';
import { ID, TOKEN } from './cases.mjs';
import * as lies from './lies.mjs';
import { Cell, startServer } from './server.mjs';
import { timed } from './stillness.mjs';

/** An abort has to be over within so many turns of the event loop, however long they take: it waits for nothing. */
const MOST_TURNS = 3;

/** @type {Awaited<ReturnType<typeof startServer>>} */
let server;
before(async () => {
  server = await startServer();
  await open([lies.honest]).dixa.listTags(ID);
});
after(() => server.close());

/** @typedef {{ replay?: Cell['replay'], listing?: import('./server.mjs').Lie } & import('../../pkg/dist/index.mjs').ClientOptions} More */

/**
 * @param {readonly import('./server.mjs').Lie[]} script
 * @param {More} [more]
 */
function open(script, { replay = 'read', listing = lies.listing, ...options } = {}) {
  const good = { status: 200, body: '{"data":[]}' };
  const cell = new Cell({ replay, lies: script, listing, good });
  const { baseUrl } = server.open(cell);
  return {
    cell,
    dixa: new ConversationsClient({ token: TOKEN, baseUrl, rateLimit: false, logger: null, ...options }),
  };
}

/** How many turns each abort took. @type {number[]} */
const all = [];

/**
 * Aborts a call, once it is where it shall be, and gives its error and how many turns of the event loop that took.
 * @param {(signal: AbortSignal) => Promise<unknown>} call
 * @param {() => boolean} [isThere] else a tenth of a second
 */
async function abort(call, isThere) {
  const controller = new AbortController();
  const reason = new Error('no longer wanted');
  /** @type {any} */
  let error;
  const ended = call(controller.signal).then(
    () => assert.fail('the call succeeded'),
    (thrown) => (error = thrown),
  );
  if (isThere) for (let waited = 0; !isThere() && waited < 5000; waited += 5) await pause(5);
  await pause(isThere ? 20 : 100);
  controller.abort(reason);
  let turns = 0;
  for (; !error && turns <= MOST_TURNS; turns++) await turn();
  await ended;
  assert.equal(error.name, 'AbortError');
  assert.equal(error.code, 'aborted');
  assert.equal(error.cause, reason);
  assert.deepEqual(getEventListeners(controller.signal, 'abort'), []);
  all.push(turns);
  assert.ok(turns <= MOST_TURNS, 'it waits for something');
  return error;
}

/** @typedef {{ cell: Cell, answers: number, retries: number }} Seen */
const slowToken = { token: () => pause(400).then(() => TOKEN) };
const silentListing = { listing: lies.stallBeforeApplying };
const limited = lies.says(429, { 'retry-after': '2' });

/**
 * Where, what the server does, when it is there, and what has to come of it: outcome, attempts, requests.
 * @type {readonly [string, readonly import('./server.mjs').Lie[], More, (seen: Seen) => boolean, [string, number, number], write?: true][]}
 */
const POINTS = [
  ['during the token function', [lies.honest], slowToken, () => true, ['not_sent', 0, 0]],
  ['before the head', [lies.stallAfterApplying], {}, ({ cell }) => arrived(cell, 1), ['unknown', 1, 1]],
  ['within the head', [lies.stallInHead], {}, ({ cell }) => arrived(cell, 1), ['unknown', 1, 1]],
  ['within the body', [lies.stallInBody], {}, ({ answers }) => answers === 1, ['unknown', 1, 1]],
  ['within a body of drops', [lies.dripInBody], {}, ({ answers }) => answers === 1, ['unknown', 1, 1]],
  ['between attempts of a read', [lies.says(503)], {}, ({ retries }) => retries === 1, ['rejected', 1, 1]],
  [
    'after an attempt in doubt',
    [lies.says(503)],
    {},
    ({ retries }) => retries === 1,
    ['unknown', 1, 1],
    true,
  ],
  ['after one that was refused', [limited], {}, ({ retries }) => retries === 1, ['rejected', 1, 1], true],
  [
    'while its message is looked for',
    [lies.resetAfterApplying, lies.duplicate],
    silentListing,
    ({ cell }) => arrived(cell, 3),
    ['unknown', 2, 3],
    true,
  ],
];
const arrived = (/** @type {Cell} */ { arrivals }, /** @type {number} */ count) => arrivals.length === count;
const message = /** @type {const} */ ({ _type: 'Inbound', content: { _type: 'Text', value: 'Hi' } });

describe('aborted', { concurrency: true }, () => {
  for (const [where, script, more, isThere, [outcome, attempts, requests], write] of POINTS) {
    timed(`${where}: ${outcome}`, async () => {
      const one = async () => {
        const seen = { answers: 0, retries: 0 };
        const watching = { onResponse: () => void seen.answers++, onRetry: () => void seen.retries++ };
        const { dixa, cell } = open(script, { replay: write ? 'message' : 'read', ...watching, ...more });
        const error = await abort(
          (signal) => (write ? dixa.addMessage(ID, message, { signal }) : dixa.listTags(ID, { signal })),
          () => isThere({ cell, ...seen }),
        );
        const got = [error.outcome, error.attempts, cell.arrivals.length];
        assert.deepEqual(got, [outcome, attempts, requests]);
        await pause(600); // Nothing goes on behind the caller's back.
        assert.equal(cell.arrivals.length, requests);
      };
      await Promise.all(Array.from({ length: 5 }, one));
    });
  }
});

test('aborted before it is made: not_sent, and neither token nor fetch is asked for', async () => {
  let asked = 0;
  const { dixa, cell } = open([lies.honest], { token: () => (asked++, TOKEN) });
  const error = await dixa.listTags(ID, { signal: AbortSignal.abort('early') }).catch((thrown) => thrown);
  assert.deepEqual(
    [error.name, error.cause, error.outcome, error.attempts, asked, cell.arrivals.length],
    ['AbortError', 'early', 'not_sent', 0, 0, 0],
  );
});

timed('aborted while waiting for the limiter: not_sent', async () => {
  const { dixa, cell } = open([lies.honest], { rateLimit: { requestsPerSecond: 1, burst: 1 } });
  await dixa.listTags(ID);
  const error = await abort((signal) => dixa.listTags(ID, { signal }));
  assert.deepEqual([error.outcome, error.attempts, cell.arrivals.length], ['not_sent', 0, 1]);
});

timed('aborted while a 429 pauses all: not_sent', async () => {
  const { dixa } = open([lies.says(429, { 'retry-after': '3' })], {
    rateLimit: { requestsPerSecond: 100, burst: 10 },
    maxRetries: 0,
  });
  await dixa.listTags(ID).catch(() => {});
  const error = await abort((signal) => dixa.listTags(ID, { signal }));
  assert.equal(error.outcome, 'not_sent');
});

test('an abort ends the pages under way', async () => {
  const next = lies.metaOf(() => ({ next: '?pageKey=cGFnZT0y' }));
  const { dixa, cell } = open([next, lies.stallBeforeApplying]);
  const error = await abort(
    (signal) => dixa.searchConversations({ query: 'a' }, { signal }).toArray({ limit: 9 }),
    () => arrived(cell, 2),
  );
  assert.equal(error.outcome, 'unknown');
});

after(() => console.log(`${all.length} aborts, over within ${Math.max(...all)} turns of the event loop`));

test('a thousand calls leave no listener on their signal', async () => {
  const { signal } = new AbortController();
  const answers = [
    () => new Response('{"data":[]}'),
    () => new Response('{}', { status: 404 }),
    () => new Response('<html>'),
  ];
  let at = 0;
  const dixa = new ConversationsClient({
    token: TOKEN,
    rateLimit: false,
    logger: null,
    fetch: async () => /** @type {() => Response} */ (answers[at++ % 3])(),
  });
  let most = 0;
  for (let round = 0; round < 10; round++) {
    const calls = Array.from({ length: 100 }, () => dixa.listTags(ID, { signal }).catch(() => {}));
    await Promise.resolve();
    most = Math.max(most, getEventListeners(signal, 'abort').length);
    await Promise.all(calls);
  }
  assert.equal(at, 1000);
  assert.ok(most > 0, 'they do listen');
  assert.deepEqual(getEventListeners(signal, 'abort'), []);
});
