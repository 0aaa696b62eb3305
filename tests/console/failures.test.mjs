// @ts-check
// The console when things go wrong: lost connections, refusals, no network, a slow one.

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { isPost, openConsole } from './harness.mjs';

/** @type {Awaited<ReturnType<typeof openConsole>>} */
let view;
/** @type {typeof view.way} */
let way;
/** @type {import('puppeteer-core').Page} */
let page;

before(async () => {
  view = await openConsole();
  way = view.way;
  page = view.page;
});

beforeEach(() => {
  way.rule = () => 'pass';
});

after(() => view?.close());

const IDA = '67ff39b6-b1ee-4d5f-91ee-168d4668c4ba';

/** Holds the requests that are like that until the way is open. @param {(request: import('puppeteer-core').HTTPRequest) => boolean} isLike */
function hold(isLike) {
  let open = () => {};
  const opened = new Promise((resolve) => (open = () => resolve(undefined)));
  way.rule = async (request) => {
    if (isLike(request)) await opened;
    return /** @type {const} */ ('pass');
  };
  return { open };
}

const typed = () => page.$eval('textarea', (field) => field.value);
const hasRetry = async () => (await page.$('[role="alert"] button:not([aria-label])')) !== null;

test('a note whose answer is lost may be there: it is looked up, and not sent again', async () => {
  await view.open(10_001);
  way.rule = (request) => (isPost(request, '/notes') ? 'land' : 'pass');
  await page.keyboard.press('n');
  await page.keyboard.type('Asked the carrier.');
  await view.click('Add note');
  await view.shows('It may or may not have. Look before you try again.', '.composer [role="alert"]');
  await view.shows('Asked the carrier.', '.messages .note:last-child');
  await page.waitForFunction(() => {
    const [box, note] = ['.messages', '.messages .note:last-child'].map((one) => document.querySelector(one));
    return note && box && note.getBoundingClientRect().bottom <= box.getBoundingClientRect().bottom;
  });
  assert.equal(await hasRetry(), false);
  assert.equal(await typed(), 'Asked the carrier.');
  assert.equal(view.saved(10_001, 'Asked the carrier.'), 1);
  await view.click('Dismiss');
});

// Before a toast may lie over the button.
test('the next page of the list comes, whatever is changed meanwhile', async () => {
  await view.open(10_002);
  for (const status of ['pending', 'closed'])
    await page.select('select[aria-label="Filter by status"]', status);
  await page.waitForSelector('.inbox > button');
  const held = hold((request) => request.url().includes('pageKey='));
  await view.click('Show more');
  await view.click('Close');
  await view.shows('Reopen', '.actions');
  held.open();
  await view.shows('24 conversations', '.inbox');
  await view.click('Reopen');
  await view.shows('Close', '.actions');
});

test('a message whose answers are lost is tried again without being sent twice', async () => {
  await view.open(10_004);
  const pending = page.waitForSelector('.messages .pending');
  way.rule = async (request) => {
    if (!request.url().endsWith('/messages')) return 'pass';
    if (request.method() === 'POST') await pending;
    return 'land';
  };
  await page.keyboard.press('r');
  await page.keyboard.type('Please use the new link.');
  await view.click('Send');
  await pending;
  await view.shows('Did it happen? It may or may not have.', '.composer [role="alert"]');
  await view.shows('No connection to Dixa', '.bar');
  assert.equal(await typed(), 'Please use the new link.');
  way.rule = () => 'pass';
  await page.focus('textarea');
  await page.keyboard.type('!');
  assert.equal(await hasRetry(), false); // that is another message
  await page.keyboard.press('Backspace');
  await view.click('Try again');
  await page.waitForFunction(() => !document.querySelector('[role="alert"]'));
  await view.shows('Please use the new link.', '.messages');
  assert.equal(await typed(), '');
  assert.equal(view.saved(10_004, 'Please use the new link.'), 1);
  await view.hides('No connection to Dixa', '.bar');
  assert.equal(await view.focused(), 'Reply'); // not lost with the button
  await page.keyboard.press('Escape');
});

test('over a message that is on its way nothing is sent, and a reload neither loses it nor sends it twice', async () => {
  await view.open(10_006);
  /** @type {string[]} */
  const ids = [];
  page.on('request', (request) => {
    if (isPost(request, '/messages')) ids.push(JSON.parse(request.postData() ?? '').externalId);
  });
  way.rule = (request) => (isPost(request, '/messages') ? new Promise(() => {}) : 'pass');
  await page.keyboard.press('r');
  await page.keyboard.type('It is here.');
  await page.evaluate(() => {
    const form = document.querySelector('form');
    for (let count = 0; count < 3; count++) form?.requestSubmit();
  });
  await page.waitForSelector('.messages .pending');
  await page.keyboard.type(' Or there.');
  await view.click('Send');
  assert.equal(await typed(), '');
  await page.reload();
  way.rule = () => 'pass';
  await view.open(10_006);
  assert.equal(await typed(), 'It is here.');
  assert.equal(view.saved(10_006, 'It is here.'), 0);
  await view.click('Send');
  await view.shows('It is here.', '.messages');
  await page.waitForFunction(() => document.querySelector('textarea')?.readOnly === false);
  assert.deepEqual([await typed(), view.saved(10_006, 'It is here.')], ['', 1]);
  assert.equal(ids.length, 2);
  assert.equal(ids[0], ids[1]);
});

test('a tag that could not be put on is taken back, and may be tried again', async () => {
  await view.open(10_004);
  // Neither can it be looked up: what the page showed too early is its own to take back.
  const shown = view.shows('vip', '.side .chips');
  way.rule = async (request) => {
    if (!/\/tags(\/|$)/.test(request.url())) return 'pass';
    if (request.method() === 'PUT') await shown;
    return 'lose';
  };
  await page.keyboard.press('t');
  await page.keyboard.type('vip');
  await page.keyboard.press('Enter');
  await shown;
  await view.shows('It may or may not have.', '.side [role="alert"]');
  await view.hides('vip', '.side .chips');
  way.rule = () => 'pass';
  await view.click('Try again');
  await view.shows('vip', '.side .chips');
});

test('a tag on its way stays to be seen, whatever is read meanwhile', async () => {
  await view.open(10_001);
  await page.select('header select', IDA);
  const held = hold((request) => request.url().includes('/tags/'));
  await page.keyboard.press('t');
  await page.keyboard.type('vip');
  await page.keyboard.press('Enter');
  await view.shows('vip', '.side .chips');
  await view.click('Claim');
  // It is said when all has been read anew.
  await view.shows('Somebody was faster', '.thread [role="alert"]');
  assert.match(await page.$eval('.side .chips', (chips) => String(chips.textContent)), /vip/);
  const put = page.waitForResponse((response) => response.url().includes('/tags/'));
  held.open();
  await put;
  assert.deepEqual(view.held(10_001).tags.at(-1), 'vip');
  await view.click('Dismiss');
});

test('a message that has come stays when an older answer comes after it', async () => {
  await view.open(10_001);
  await page.select('header select', IDA);
  await view.shows('Hello, my Aurora lamp', '.messages');
  await view.hide(true); // nothing asks for messages but what follows a change
  let answer = () => {};
  const answered = new Promise((resolve) => (answer = () => resolve(undefined)));
  const made = new Promise((resolve) => {
    way.rule = (request) => {
      if (!request.url().endsWith('/messages')) return 'pass';
      way.rule = () => 'pass';
      return () => (resolve(undefined), answered);
    };
  });
  await view.click('Claim');
  await made;
  view.demo.sandbox.receive(10_001, 'It is the blue one.');
  await view.hide(false);
  await view.shows('It is the blue one.', '.messages ol');
  answer();
  // It is said when all has been read anew.
  await view.shows('Somebody was faster', '.thread [role="alert"]');
  assert.match(await page.$eval('.messages', (box) => String(box.textContent)), /It is the blue one/);
  await view.click('Dismiss');
});

test('what Dixa refuses is said, and not offered again', async () => {
  await view.open(10_016); // voicemail takes no messages
  await page.keyboard.press('r');
  await page.keyboard.type('Calling you back.');
  await view.click('Send');
  await view.shows('No: nothing was changed.', '.composer [role="alert"]');
  assert.equal(await hasRetry(), false);
  assert.equal(await typed(), 'Calling you back.');
});

test('offline is said, a draft is kept, even over a reload, and sent when the network is back', async () => {
  await view.open(10_001);
  await view.open(10_008);
  await page.setOfflineMode(true);
  await view.shows('Offline. Drafts are kept.', '.bar');
  await page.type('textarea', 'We will call you at nine.');
  await page.keyboard.down('Control');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
  await view.shows('Kept until you are online', '.composer');
  await view.open(10_001);
  await page.setOfflineMode(false);
  await page.reload();
  await view.open(10_008);
  assert.equal(await typed(), 'We will call you at nine.');
  assert.equal(view.saved(10_008, 'We will call you at nine.'), 0);
  await view.click('Send');
  await view.shows('We will call you at nine.', '.messages');
  await page.waitForFunction(() => !document.querySelector('.messages .pending'));
  assert.equal(view.saved(10_008, 'We will call you at nine.'), 1);
});

test('on a slow network there is something to see at once, and nothing moves', async (t) => {
  // Nothing arrives before what stands in for it was seen; then in an order that is not that of the requests.
  let turn = 0;
  let isSeen = Promise.resolve();
  way.rule = async (request) => {
    if (request.url().includes('/dixa/')) {
      const until = isSeen;
      await pause(550 + (turn++ % 3) * 80);
      await until;
    }
    return /** @type {const} */ ('pass');
  };
  /** @param {string} selector @param {() => Promise<unknown>} act */
  const standsIn = async (selector, act) => {
    let see = () => {};
    isSeen = new Promise((resolve) => (see = resolve));
    await act();
    await page.waitForSelector(selector);
    isSeen = Promise.resolve();
    see();
  };
  for (const width of [1280, 360]) {
    await page.setViewport({ width, height: 800 });
    await page.evaluate(() => (location.hash = ''));
    await standsIn('.inbox li .bars', () => page.reload());
    await view.shows('13 conversations', '.inbox');
    await view.shows('Lamp arrived broken', '.inbox');
    await standsIn('.thread .bars', () => page.evaluate(() => (location.hash = '10006')));
    await page.waitForSelector('.messages time');
    await page.waitForSelector('.side .section');
    await page.type('textarea', `Written at ${width}`);
    await standsIn('.messages .pending', () => view.click('Send'));
    await page.waitForFunction(() => !document.querySelector('.messages .pending'));
    await view.shows(`Written at ${width}`, '.messages');
    view.demo.sandbox.receive(10_006, `Answered at ${width}`);
    await view.shows(`Answered at ${width}`, '.messages');
    // One more look for new messages, so that all that the last one brought is drawn.
    await page.waitForResponse((response) => response.url().endsWith('/messages'));
    await page.waitForResponse((response) => response.url().endsWith('/messages'));
    const { score, what } = await view.shifted();
    t.diagnostic(`layout shift at ${width} px: ${score}`);
    assert.ok(score < 0.001, `at ${width}: ${score}, ${what}`);
  }
});

test('the page had nothing to complain about', () => {
  assert.deepEqual(view.complaints, []);
});
