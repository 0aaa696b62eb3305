// @ts-check
// What goes wrong beside the panel: a service worker that is stopped or does not answer, answers that cannot be read,
// a token that is not accepted. What was written is not lost, and whether it was done is said.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FREE, answers, choose, click, demo, hides, options, page, panel, sent, shows } from './harness.mjs';
import { inWorker, stop } from './service-worker.mjs';

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
  const isUnderWay = new Promise((resolve) => {
    demo.sandbox.fetch = async (url, init) => {
      if (init?.method !== 'POST') return answers(url, init);
      resolve(undefined);
      return new Promise(() => {});
    };
  });
  await panel.type('textarea', 'Is it there?');
  await click('Send');
  await isUnderWay;
  await stop();
  demo.sandbox.fetch = answers;
  await shows('It may or may not have. Look before you try again.', '.composer [role="alert"]');
  assert.equal(await panel.$eval('textarea', (field) => field.value), 'Is it there?');
  await click('Send');
  await sent();
  await shows('Is it there?', '.messages .ours:last-child');
});

test('a worker that never answers is given up', async () => {
  // Two minutes pass quickly, and no message arrives.
  await panel.evaluate(`{
    const wait = setTimeout;
    globalThis.kept = [chrome.runtime.sendMessage, wait];
    chrome.runtime.sendMessage = () => new Promise(() => {});
    globalThis.setTimeout = (run, ms, ...rest) => wait(run, ms === 120_000 ? 100 : ms, ...rest);
  }`);
  await panel.type('textarea', 'Hello?');
  await click('Send');
  await shows('It may or may not have. Look before you try again.', '.composer [role="alert"]');
  await panel.evaluate('[chrome.runtime.sendMessage, globalThis.setTimeout] = kept');
  await click('Send');
  await sent();
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
  await shows('That is not there (any more)', '[role="alert"]');
  demo.sandbox.fetch = answers;
  await click('Try again');
  await shows('#10006', 'header');
  await hides('That is not there (any more)', 'body');
});
