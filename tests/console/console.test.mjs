// @ts-check
// The console, used as an agent would in Chromium: with the mouse, with the keyboard, on a narrow screen.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { run } from '../../demo/console/run.mjs';
import { launchChromium } from '../package/harness/browsers.mjs';

/** @type {Awaited<ReturnType<typeof run>>} */
let demo;
/** @type {import('puppeteer-core').Browser} */
let browser;
/** @type {import('puppeteer-core').Page} */
let page;
/** @type {string[]} */
const complaints = [];

before(async () => {
  demo = await run();
  browser = await launchChromium();
  page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  page.on(
    'console',
    (message) =>
      message.type() === 'error' &&
      !/status of 4\d\d/.test(message.text()) &&
      complaints.push(message.text()),
  );
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(demo.url);
});

after(async () => {
  await browser?.close();
  demo?.close();
});

/** Waits until the page shows a text. @param {string} text @param {string} [where] */
const shows = (text, where = 'body') =>
  page.waitForFunction(
    (text, where) => document.querySelector(where)?.textContent?.includes(text),
    { timeout: 10_000 },
    text,
    where,
  );

/** Waits until the page no longer shows a text. @param {string} text @param {string} where */
const hides = (text, where) =>
  page.waitForFunction(
    (text, where) => !document.querySelector(where)?.textContent?.includes(text),
    { timeout: 10_000 },
    text,
    where,
  );

/** @param {string} name */
const click = (name) => page.locator(`::-p-aria([name="${name}"][role="button"])`).click();

/** @param {number} id */
const open = async (id) => {
  await page.evaluate((id) => (location.hash = String(id)), id);
  await shows(`#${id}`, '.thread');
};

test('the inbox lists conversations with state, channel and whose they are', async () => {
  await shows('Jonas Weber', '.inbox');
  await shows('Open', '.inbox ul');
  await shows('Chat', '.inbox ul');
  await page.select('select[aria-label="State"]', 'Closed');
  await shows('Invoice for our office order', '.inbox');
  await page.select('select[aria-label="State"]', 'Open');
});

test('a search finds, marks what it found, and can be taken back', async () => {
  await page.type('input[type="search"]', 'refund');
  await page.keyboard.press('Enter');
  await shows('Refund has not arrived', '.inbox');
  await page.waitForSelector('.inbox mark');
  await page.click('input[type="search"]', { count: 3 });
  await page.keyboard.press('Backspace');
  await page.select('select[aria-label="State"]', 'Open');
  await shows('13 conversations', '.inbox');
});

test('a conversation is opened with the keyboard alone', async () => {
  await page.focus('.inbox li a');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.messages li');
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-current'));
  assert.equal(focused, 'true');
});

test('a conversation is claimed, answered, noted and closed', async () => {
  await open(10_002);
  await shows('Nobody', '.side');
  await click('Claim');
  await shows('Dale Cooper', '.side dl');
  await page.type('textarea', 'It is on its way again today.');
  await click('Send');
  await shows('It is on its way again today.', '.messages');
  assert.equal(await page.$eval('textarea', (field) => field.value), '');
  await page.click('.composer label:nth-of-type(2) input');
  await page.type('textarea', 'Carrier called');
  await page.keyboard.down('Control');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
  await shows('Carrier called', '.messages .note');
  await click('Close');
  await shows('Closed', '.thread header');
  await click('Reopen');
  await shows('Open', '.thread header');
  await shows('Conversation reopened', '.side .log');
  await shows('Note added', '.side .log');
  const state = /** @type {any} */ (demo.sandbox.snapshot()).conversations.find(
    (/** @type {any} */ one) => one.id === 10_002,
  );
  assert.deepEqual([state.state, state.assignment.agentId], ['Open', 'a53b25da-f676-4c52-acac-58c9280aa23d']);
});

test('tags, attributes, queue', async () => {
  await open(10_004);
  await page.select('select[aria-label="Add tag"]', 'f0a1b2c3-1111-4aaa-8bbb-000000000004');
  await shows('vip', '.chips');
  await click('Remove tag login');
  await hides('login', '.chips');
  await page.type('input[aria-label="Order number"]', 'LU-1');
  await page.keyboard.press('Enter');
  await shows('LU-1', '.side');
  await click('Clear Order number');
  await page.waitForSelector('input[aria-label="Order number"]');
  await page.select('select[aria-label="Transfer to queue"]', 'cd87b232-64c8-4ad5-b81a-6f9233352d97');
  await shows('Orders & delivery', '.side dl');
});

test('who was slower is told so, and may take over', async () => {
  await open(10_001);
  await page.select('header select', '67ff39b6-b1ee-4d5f-91ee-168d4668c4ba');
  await click('Claim');
  await shows('Somebody was faster', '[role="alert"]');
  await shows('Nothing was changed.', '[role="alert"]');
  await click('Take it over from Dale Cooper');
  await shows('Ida Holm', '.side dl');
});

test('linked conversations, ratings and every kind of message are shown', async () => {
  await open(10_001);
  await shows('Re: Lamp arrived broken', '.side');
  await open(10_013);
  await shows('Csat 5', '.side');
  for (const [id, text] of /** @type {const} */ ([
    [10_005, 'Topic: Account'],
    [10_007, 'Call from +33612345678'],
    [10_007, 'Recording'],
    [10_014, 'Too long to show here'],
    [10_024, '[anonymized]'],
  ])) {
    await open(id);
    await shows(text, '.messages');
  }
});

test('what is not there is said, and leads back', async () => {
  await page.evaluate(() => (location.hash = '999'));
  await shows('That is not there (any more)', '.thread');
  await page.evaluate(() => (location.hash = ''));
});

test('on a narrow screen one thing is shown at a time and nothing sticks out', async () => {
  await page.setViewport({ width: 360, height: 740 });
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  const visible = (/** @type {string} */ selector) =>
    page.$eval(selector, (element) => element.getClientRects().length > 0);
  await shows('Jonas Weber', '.inbox');
  assert.deepEqual([await visible('.inbox'), await visible('main'), await width()], [true, false, 360]);
  await open(10_001);
  assert.deepEqual([await visible('.inbox'), await visible('main'), await width()], [false, true, 360]);
});

test('light and dark differ', async () => {
  const background = async (/** @type {string} */ value) => {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  };
  assert.notEqual(await background('light'), await background('dark'));
});

test('the page had nothing to complain about', () => {
  assert.deepEqual(complaints, []);
});
