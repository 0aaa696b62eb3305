// @ts-check
// What goes wrong beside the panel: a service worker that is stopped or does not answer, answers that cannot be read,
// a token that is not accepted. What was written is not lost, and whether it was done is said.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  FREE,
  answers,
  choose,
  click,
  demo,
  hides,
  hold,
  options,
  page,
  panel,
  sent,
  shows,
  stored,
} from './harness.mjs';
import { inWorker, stop } from './service-worker.mjs';

const UNKNOWN = 'It may or may not have. Look before you try again.';

/** @typedef {import('node:test').TestContext} TestContext */

/**
 * In the panel, timers of some lengths pass quickly.
 * @param {TestContext} context
 * @param {string} which a condition on their `ms`
 */
async function shortened(context, which) {
  await panel.evaluate(`{
    const wait = setTimeout;
    globalThis.keptTimer = wait;
    globalThis.setTimeout = (run, ms, ...rest) => wait(run, ${which} ? 100 : ms, ...rest);
  }`);
  context.after(() => panel.evaluate('globalThis.setTimeout = keptTimer'));
}

/**
 * What is sent to the worker does not arrive.
 * @param {TestContext} context
 * @param {string} answer what the panel is told instead
 */
async function sending(context, answer) {
  await panel.evaluate(`{
    globalThis.keptSend = chrome.runtime.sendMessage;
    chrome.runtime.sendMessage = () => ${answer};
  }`);
  context.after(() => panel.evaluate('chrome.runtime.sendMessage = keptSend'));
}

test('the service worker is stopped, and the next call starts it anew', async () => {
  await choose(10_001);
  await inWorker('globalThis.life = "the first"');
  assert.equal(await inWorker('globalThis.life'), 'the first');
  await stop();
  await panel.type('textarea', 'Written to a new worker');
  await click('Send');
  await sent();
  await shows('Written to a new worker', '.messages .ours:last-child');
  assert.equal(await inWorker('globalThis.life'), undefined);
});

test('when the worker is stopped in the middle of a call, nobody claims to know', async () => {
  const { isThere } = hold();
  await panel.type('textarea', 'Is it there?');
  await click('Send');
  await isThere;
  await stop();
  demo.sandbox.fetch = answers;
  await shows(UNKNOWN, '.composer [role="alert"]');
  assert.equal(await panel.$eval('textarea', (field) => field.value), 'Is it there?');
  await click('Send');
  await sent();
  await shows('Is it there?', '.messages .ours:last-child');
});

test(
  'new messages come although the worker was stopped while it looked for them',
  { timeout: 60_000 },
  async (context) => {
    await shortened(context, 'ms > 5000 && ms < 120_000');
    const isLooking = new Promise((resolve) => {
      demo.sandbox.fetch = () => {
        demo.sandbox.fetch = answers;
        resolve(undefined);
        return new Promise(() => {});
      };
    });
    await isLooking;
    await stop();
    demo.sandbox.receive(10_001, 'Are you still there?');
    await shows('Are you still there?', '.messages .theirs:last-child');
  },
);

test('a worker that never answers is given up', async (context) => {
  await shortened(context, 'ms === 120_000');
  await sending(context, 'new Promise(() => {})');
  await panel.type('textarea', 'Hello?');
  await click('Send');
  await shows(UNKNOWN, '.composer [role="alert"]');
});

test('of a worker that ends before it has looked at a call nobody claims to know either', async (context) => {
  await click('Dismiss');
  await hides(UNKNOWN, '.composer');
  // So Chromium answers then.
  await sending(context, 'Promise.resolve(undefined)');
  await click('Send');
  await shows(UNKNOWN, '.composer [role="alert"]');
});

test('whoever presses twice sends once', async () => {
  await panel.$eval('textarea', (field) => {
    for (const type of ['keydown', 'keydown'])
      field.dispatchEvent(new KeyboardEvent(type, { key: 'Enter', ctrlKey: true, bubbles: true }));
  });
  await sent();
  const messages = await stored(10_001, '/messages');
  assert.equal(JSON.stringify(messages).split('Hello?').length - 1, 1);
});

test('what became of what was sent is there when one comes back, whatever was shown meanwhile', async () => {
  const refused = hold();
  await panel.type('textarea', 'On its way');
  await click('Send');
  await refused.isThere;
  await choose(FREE);
  await choose(10_001);
  const field = () => panel.$eval('textarea', ({ value, readOnly }) => ({ value, readOnly }));
  assert.deepEqual(await field(), { value: 'On its way', readOnly: true });
  refused.go(async () => Response.json({ message: 'No' }, { status: 400 }));
  await shows('No: nothing was changed.', '.composer [role="alert"]');
  assert.deepEqual(await field(), { value: 'On its way', readOnly: false });
  const taken = hold();
  await click('Send');
  await taken.isThere;
  await choose(FREE);
  await choose(10_001);
  taken.go(answers);
  await sent();
  await shows('On its way', '.messages .ours:last-child');
});

test('what was done although the answer could not be read is called done', async () => {
  demo.sandbox.fetch = async (url, init) => {
    const answer = await answers(url, init);
    return init?.method === 'POST' ? new Response('<html>', { status: 200 }) : answer;
  };
  await panel.type('textarea', 'Sent, whatever they say');
  await click('Send');
  await shows('Yes, but its answer could not be read.', '.composer [role="alert"]');
  demo.sandbox.fetch = answers;
  await shows('Sent, whatever they say', '.messages .ours:last-child');
  await click('Dismiss');
  await panel.$eval('textarea', (field) => field.select());
  await panel.focus('textarea');
  await panel.keyboard.press('Backspace');
});

test('what is not sent yet stays with its conversation', async () => {
  await panel.type('textarea', 'Half a sent');
  await choose(FREE);
  assert.equal(await panel.$eval('textarea', (field) => field.value), '');
  await choose(10_001);
  assert.equal(await panel.$eval('textarea', (field) => field.value), 'Half a sent');
});

test('a token that Dixa does not accept is said, and another is used at once', async () => {
  await options('another token');
  await page.locator('a[href="/conversation/10003"]').click();
  await shows('Dixa does not accept the token', '[role="alert"]');
  await panel.waitForSelector('::-p-aria([name="Open the options"][role="button"])');
  await options(demo.token);
  // It asks again by itself when it was hidden meanwhile, which is up to the window.
  await panel.$$eval('main button', (buttons) =>
    buttons.find(({ textContent }) => textContent === 'Try again')?.click(),
  );
  await shows('#10003', 'header');
  await hides('Dixa does not accept the token', 'body');
});

test('what could not be read is said, and can be tried again', async () => {
  demo.sandbox.fetch = async () => Response.json({ message: 'Not found' }, { status: 404 });
  await page.locator('a[href="/conversation/10006"]').click();
  // Not that the conversation of before, which is there until then, cannot be read either.
  await shows('That is not there (any more)', '.empty [role="alert"]');
  demo.sandbox.fetch = answers;
  await click('Try again');
  await shows('#10006', 'header');
  await hides('That is not there (any more)', 'body');
});
