// @ts-check
// The client's own rate limit, seen from the server: 10 a second and 4 at once; a 429 holds back all; the
// wait counts in no timeout.

import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { ConversationsClient } from '../../pkg/dist/index.mjs';
import { ID, TOKEN } from './cases.mjs';
import * as lies from './lies.mjs';
import { Cell, startServer } from './server.mjs';
import { timed } from './stillness.mjs';

/** Timers are late rather than early; half a slot is more than they are early. */
const EARLY_MS = 50;
/** A machine that is busy with other things is later than due by less. */
const LATE_MS = 400;

/** @type {Awaited<ReturnType<typeof startServer>>} */
let server;
before(async () => {
  server = await startServer();
  // The first call loads the module and opens what a process opens once.
  await client([lies.honest]).dixa.listTags(ID);
});
after(() => server.close());

/**
 * @param {readonly import('./server.mjs').Lie[]} script
 * @param {import('../../pkg/dist/index.mjs').ClientOptions} [options]
 */
function client(script, options) {
  const good = { status: 200, body: '{"data":[]}' };
  const cell = new Cell({ replay: 'read', lies: script, listing: lies.listing, good });
  const dixa = new ConversationsClient({ token: TOKEN, baseUrl: server.open(cell).baseUrl, ...options });
  return { cell, dixa };
}

/** When the requests arrived, in milliseconds. @param {Cell} cell @param {number} [since] */
const times = ({ arrivals }, since = 0) => arrivals.map(({ at }) => at - since);

describe('the limiter', { concurrency: true }, () => {
  timed(
    'forty calls at once arrive four at once and then ten a second, and none of them is too late',
    async () => {
      // The last waits 3.6 s: more than either timeout.
      const { cell, dixa } = client([lies.honest], { timeoutMs: 1000, totalTimeoutMs: 1500 });
      const start = performance.now();
      await Promise.all(Array.from({ length: 40 }, () => dixa.listTags(ID)));
      const at = times(cell, start);
      assert.equal(at.length, 40);
      at.forEach((ms, index) => {
        const due = Math.max(0, index - 3) * 100;
        assert.ok(
          ms >= due - EARLY_MS && ms < due + LATE_MS,
          `request ${index} after ${ms} ms, due after ${due} ms`,
        );
      });
      const last = Number(at.at(-1));
      assert.ok(last >= 3600 - EARLY_MS && last < 4200, `the last after ${last} ms`);
      console.log(`40 calls arrived within ${last.toFixed(0)} ms`);
    },
  );

  timed('after a rest there are four at once again, and no more', async () => {
    const { cell, dixa } = client([lies.honest]);
    await Promise.all(Array.from({ length: 6 }, () => dixa.listTags(ID)));
    await pause(600);
    const before = performance.now();
    await Promise.all(Array.from({ length: 6 }, () => dixa.listTags(ID)));
    const again = cell.arrivals.slice(6).map(({ at }) => at - before);
    again.forEach((ms, index) => {
      const due = Math.max(0, index - 3) * 100;
      assert.ok(
        ms >= due - EARLY_MS && ms < due + LATE_MS,
        `request ${index} after ${ms} ms, due after ${due} ms`,
      );
    });
  });

  timed('a 429 holds back every call of the client, those that wait for their slot too', async () => {
    const { cell, dixa } = client([lies.honest, lies.says(429, { 'retry-after': '1' }), lies.honest]);
    await Promise.all(Array.from({ length: 12 }, () => dixa.listTags(ID)));
    // The second was refused. Three had left with it, and one more may be on its way.
    const at = times(cell, Number(cell.arrivals[1]?.at));
    assert.equal(at.length, 13);
    assert.deepEqual(
      at.filter((ms) => ms > LATE_MS && ms < 1000 - EARLY_MS),
      [],
    );
    const later = at.filter((ms) => ms >= 1000 - EARLY_MS);
    assert.ok(later.length >= 8, `${at}`);
    // Four at once again at most, and then in turn.
    assert.ok(Number(later.at(-1)) - Number(later[0]) >= 500 - EARLY_MS, `${later}`);
  });

  timed('a client without a limit sends at once', async () => {
    const { cell, dixa } = client([lies.honest], { rateLimit: false });
    const start = performance.now();
    await Promise.all(Array.from({ length: 40 }, () => dixa.listTags(ID)));
    assert.ok(Number(times(cell, start).at(-1)) < 1000, `${times(cell, start)}`);
  });
});
