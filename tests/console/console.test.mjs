// @ts-check
// The console, used as an agent would in Chromium: finding, reading, answering, tagging, on a narrow screen.

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { isPost, openConsole } from './harness.mjs';

/** @type {Awaited<ReturnType<typeof openConsole>>} */
let view;
/** @type {import('puppeteer-core').Page} */
let page;

before(async () => {
  view = await openConsole();
  page = view.page;
});

beforeEach(() => {
  view.way.rule = () => 'pass';
});

after(() => view?.close());

const DALE = 'a53b25da-f676-4c52-acac-58c9280aa23d';
const IDA = '67ff39b6-b1ee-4d5f-91ee-168d4668c4ba';
const LOGIN = 'f0a1b2c3-1111-4aaa-8bbb-000000000003';

/** @param {string} name @param {string} value */
const filter = (name, value) => page.select(`select[aria-label="Filter by ${name}"]`, value);

test('the inbox lists conversations with state, channel and whose they are', async () => {
  await view.shows('Jonas Weber', '.inbox');
  await view.shows('13 conversations', '.inbox');
  const row = await page.$eval('.inbox a[href="#10001"]', (link) => link.textContent);
  assert.match(String(row), /^Astrid Lindqvist.*Lamp arrived broken.*OpenEmailDale Cooper$/);
});

test('filters narrow the list down, are shown as chips and taken back one by one', async () => {
  await filter('channel', 'email');
  await view.shows('5 conversations', '.inbox');
  await filter('assignee', 'nobody');
  await view.shows('2 conversations', '.inbox');
  await filter('assignee', IDA);
  await view.shows('1 conversation', '.inbox');
  const inUse = () =>
    page.$$eval('.search .chips li', (all) => all.map((one) => one.firstChild?.textContent));
  assert.deepEqual(await inUse(), ['Open', 'Email', 'Ida Holm']);
  await view.click('Remove filter Assignee Ida Holm');
  await view.shows('5 conversations', '.inbox');
  await filter('tag', 'f0a1b2c3-1111-4aaa-8bbb-000000000005');
  await view.shows('Lamp arrived broken, I would like a refund', '.inbox');
  await filter('status', 'closed');
  await view.click('Remove filter Status Open');
  await view.shows('No conversation is like that.', '.inbox');
  await view.click('Search without filters');
  await view.shows('The first 20 conversations', '.inbox');
  assert.deepEqual(await inUse(), []);
  await view.click('Show more');
  await view.shows('24 conversations', '.inbox');
  assert.equal((await page.$$('.inbox > ul > li')).length, 24);
});

test('a search finds while one types, marks what it found, and gives up what nobody waits for', async () => {
  /** What a request searches for. @param {import('puppeteer-core').HTTPRequest} request */
  const word = (request) => isPost(request, '/search/conversations?pageLimit=20') && request.postData();
  const [re, refund] = ['re', 'refund'].map((value) => JSON.stringify({ query: { value } }));
  // However slowly one types: who asks for less than the whole word is not answered.
  view.way.rule = (request) => (word(request) && word(request) !== refund ? new Promise(() => {}) : 'pass');
  const asked = page.waitForRequest((request) => word(request) === re);
  const givenUp = new Promise((resolve) =>
    page.on('requestfailed', (one) => word(one) === re && resolve(one.failure()?.errorText)),
  );
  await page.type('input[type="search"]', 're');
  await asked;
  await page.type('input[type="search"]', 'fund');
  await view.shows('Refund has not arrived', '.inbox');
  await page.waitForSelector('.inbox mark');
  await view.shows('Refund has not arrived', '.inbox .snippet');
  await view.hides('24 conversations', '.inbox');
  assert.equal(await Promise.race([givenUp, pause(15_000, 'kept')]), 'net::ERR_ABORTED');
  view.way.rule = () => 'pass';
  await page.click('input[type="search"]', { count: 3 });
  await page.keyboard.press('Backspace');
  await view.shows('24 conversations', '.inbox');
  await filter('status', 'open');
});

test('a conversation is claimed, answered, noted and closed', async () => {
  await view.open(10_002);
  await view.shows('Nobody', '.side');
  await view.click('Claim');
  await view.shows('Dale Cooper', '.side dl');
  await page.type('textarea', 'It is on its way again today.');
  await view.click('Send');
  await view.shows('It is on its way again today.', '.messages');
  assert.equal(await page.$eval('textarea', (field) => field.value), '');
  await page.click('.composer label:nth-of-type(2) input');
  await page.type('textarea', 'Carrier called');
  await page.keyboard.down('Control');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
  await view.shows('Carrier called', '.messages .note');
  await view.click('Close');
  await view.shows('Closed', '.thread header');
  await view.click('Reopen');
  await view.shows('Open', '.thread header');
  await view.shows('Conversation reopened', '.side .log');
  await view.shows('Note added', '.side .log');
  assert.deepEqual([view.held(10_002).state, view.held(10_002).assignment.agentId], ['Open', DALE]);
});

test('a mistaken tag is taken back, and so is a tag that was taken off', async () => {
  await view.open(10_004);
  await view.shows('login', '.side .chips');
  await page.type('input[aria-label="Add tag"]', 'zzz');
  await page.keyboard.press('Enter');
  await view.shows('There is no such tag', '.side');
  await page.click('input[aria-label="Add tag"]', { count: 3 });
  await page.keyboard.type('vi');
  await page.keyboard.press('Enter');
  await view.holdToast();
  await view.shows('vip', '.side .chips');
  await view.shows('Tagged vip', '.toasts');
  await view.click('Undo');
  await view.hides('vip', '.side .chips');
  await view.click('Remove tag login');
  await view.holdToast();
  await view.shows('Tag removed: login', '.toasts');
  await view.hides('login', '.side .chips');
  // Changes are made one after the other: this is the last.
  const putBack = page.waitForResponse(
    (response) => response.request().method() === 'PUT' && response.url().endsWith(LOGIN),
  );
  await view.click('Undo');
  await view.shows('login', '.side .chips');
  await putBack;
  assert.deepEqual(view.held(10_004).tags, ['login']);
});

test('attributes and queue', async () => {
  await page.type('input[aria-label="Order number"]', 'LU-1');
  await page.keyboard.press('Enter');
  await view.shows('LU-1', '.side');
  await view.click('Clear Order number');
  await page.waitForSelector('input[aria-label="Order number"]');
  await page.select('select[aria-label="Transfer to queue"]', 'cd87b232-64c8-4ad5-b81a-6f9233352d97');
  await view.shows('Orders & delivery', '.side dl');
});

test('files are shown with a name, and sent by their address', async () => {
  await view.open(10_001);
  await view.shows('broken-shade.jpg', '.messages .files');
  await page.click('.attach summary');
  await page.type('input[type="url"]', 'https://shop.lumen.example/labels/return%20label.pdf');
  await page.keyboard.press('Enter');
  await view.shows('return label.pdf', '.composer .files');
  await page.type('textarea', 'The label is attached.');
  await view.click('Send');
  await view.shows('return label.pdf', '.messages');
  const url = await page.$$eval('.messages .file', (all) => all.at(-1)?.getAttribute('href'));
  assert.equal(url, 'https://shop.lumen.example/labels/return%20label.pdf');
  assert.equal(await page.$('.composer .files'), null);
});

test('who was slower is told so, and may take over', async () => {
  await page.select('header select', IDA);
  await view.click('Claim');
  await view.shows('Somebody was faster', '[role="alert"]');
  await view.shows('No: nothing was changed.', '[role="alert"]');
  await view.click('Take it over from Dale Cooper');
  await view.shows('Ida Holm', '.side dl');
  await page.select('header select', DALE);
});

test('a new message comes by itself, is announced, and moves nothing', async () => {
  await page.setViewport({ width: 1280, height: 600 });
  await page.waitForFunction(() => {
    const box = document.querySelector('.messages');
    return innerHeight === 600 && box && box.scrollHeight - box.scrollTop - box.clientHeight < 2;
  });
  await page.$eval('.messages', (box) => box.scrollTo(0, 0));
  view.demo.sandbox.receive(10_001, 'One thing more: I moved.');
  await view.shows('New message from Astrid Lindqvist: One thing more: I moved.', '.said > [role="status"]');
  await view.shows('One thing more: I moved.', '.messages ol');
  assert.equal(await page.$eval('.messages', (box) => box.scrollTop), 0);
  await view.click('1 new message ↓');
  await page.waitForFunction(() => !document.querySelector('.unread'));
  view.demo.sandbox.receive(10_001, 'To Malmö.');
  await view.shows('To Malmö.', '.messages ol');
  const left = await page.$eval('.messages', (box) => box.scrollHeight - box.scrollTop - box.clientHeight);
  assert.ok(left < 2, `who is at the end stays there; ${left} px are left`);
  await page.setViewport({ width: 1280, height: 900 });
});

test('who has just scrolled up stays there, even if the browser has not told of it yet', async () => {
  const swallow = await page.evaluateHandle(() => {
    const swallow = (/** @type {Event} */ event) => event.stopImmediatePropagation();
    addEventListener('scroll', swallow, true);
    document.querySelector('.messages')?.scrollTo(0, 0);
    return swallow;
  });
  view.demo.sandbox.receive(10_001, 'Are you there?');
  await view.shows('Are you there?', '.messages ol');
  assert.equal(await page.$eval('.messages', (box) => box.scrollTop), 0);
  await page.evaluate((swallow) => removeEventListener('scroll', swallow, true), swallow);
  await view.click('1 new message ↓');
});

test('a hidden page asks for nothing, and catches up when it is shown again', async () => {
  await view.hide(true);
  await page.waitForNetworkIdle({ idleTime: 200 });
  let asked = 0;
  const count = () => void asked++;
  page.on('request', count);
  view.demo.sandbox.receive(10_001, 'While nobody looks.');
  await pause(4000);
  page.off('request', count);
  assert.equal(asked, 0);
  await view.hide(false);
  await view.shows('While nobody looks.', '.messages ol');
});

test('linked conversations, ratings and every kind of message are shown', async () => {
  await view.shows('Re: Lamp arrived broken', '.side');
  await view.open(10_013);
  await view.shows('Csat 5', '.side');
  for (const [id, text] of /** @type {const} */ ([
    [10_005, 'Topic: Account'],
    [10_007, 'Call from +33612345678'],
    [10_007, 'Recording'],
    [10_014, 'Too long to show here'],
    [10_024, '[anonymized]'],
  ])) {
    await view.open(id);
    await view.shows(text, '.messages');
  }
});

test('what is not there is said, and leads back', async () => {
  await page.evaluate(() => (location.hash = '999'));
  await view.shows('That is not there (any more)', '.thread');
  await page.evaluate(() => (location.hash = ''));
  await view.shows('Choose a conversation', '.conversation');
});

test('on a narrow screen one thing is shown at a time and nothing sticks out', async () => {
  await page.setViewport({ width: 360, height: 740 });
  await page.waitForFunction(() => innerWidth === 360);
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  const visible = (/** @type {string} */ selector) =>
    page.$eval(selector, (element) => element.getClientRects().length > 0);
  await view.shows('Jonas Weber', '.inbox');
  assert.deepEqual(
    [await visible('.inbox'), await visible('.conversation'), await width()],
    [true, false, 360],
  );
  await view.open(10_001);
  assert.deepEqual(
    [await visible('.inbox'), await visible('.conversation'), await width()],
    [false, true, 360],
  );
});

test('the page had nothing to complain about', () => {
  assert.deepEqual(view.complaints, []);
});
