// @ts-check
// Programs whose last call has ended: no timer, socket or listener of it keeps them alive.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import * as lies from './lies.mjs';
import { Cell, startServer } from './server.mjs';

/** @type {Awaited<ReturnType<typeof startServer>>} */
let server;
before(async () => void (server = await startServer()));
after(() => server.close());

/** A program that aborts a call after a while. @param {number} ms */
const aborting = (ms) => `
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ${ms});
  await dixa.listTags(1, { signal: controller.signal }).catch((error) => console.log(error.code));`;

/** @type {readonly [string, import('./server.mjs').Lie, string, string][]} */
const PROGRAMS = [
  ['that succeeded', lies.honest, 'await dixa.listTags(1);', ''],
  [
    'that was refused',
    lies.says(403),
    'await dixa.listTags(1).catch((error) => console.log(error.code));',
    'permission_denied',
  ],
  ['that was aborted', lies.stallBeforeApplying, aborting(50), 'aborted'],
  ['that was aborted in its body', lies.stallInBody, aborting(200), 'aborted'],
  ['that was aborted between attempts', lies.says(503), aborting(200), 'aborted'],
  [
    'that was too late',
    lies.stallBeforeApplying,
    'await dixa.listTags(1, { timeoutMs: 80, maxRetries: 0 }).catch((error) => console.log(error.code));',
    'timeout',
  ],
  [
    'that waited for the limiter',
    lies.honest,
    `const controller = new AbortController();
     setTimeout(() => controller.abort(), 150);
     const calls = Array.from({ length: 9 }, () => dixa.listTags(1, { signal: controller.signal }));
     const ends = await Promise.allSettled(calls);
     console.log(ends.at(-1).reason.code);`,
    'aborted',
  ],
];

describe('a program ends after a call', { concurrency: 2 }, () => {
  for (const [what, lie, call, prints] of PROGRAMS) {
    test(what, async () => {
      const good = { status: 200, body: '{"data":[]}' };
      const cell = new Cell({ replay: 'read', lies: [lie], listing: lies.listing, good });
      const dixa = new URL('../../pkg/dist/index.mjs', import.meta.url).href;
      const text = `
        import { ConversationsClient } from ${JSON.stringify(dixa)};
        const dixa = new ConversationsClient({ token: 't', baseUrl: ${JSON.stringify(server.open(cell).baseUrl)}, timeoutMs: 600_000, totalTimeoutMs: 600_000 });
        ${call}`;
      const given = ['--input-type=module', '--eval', text];
      // A timer of the call's would keep it for ten minutes.
      const { stdout } = await promisify(execFile)(process.execPath, given, { timeout: 60_000 });
      assert.equal(stdout.trim(), prints);
    });
  }
});
