// @ts-check
// The side panel, used as an agent would: set up, read, answered in, with the keyboard, narrow.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillOptions } from '../../demo/extension/run.mjs';
import {
  FREE,
  answers,
  browser,
  choose,
  click,
  demo,
  extension,
  hides,
  hold,
  options,
  page,
  panel,
  sent,
  settled,
  shows,
  stored,
} from './harness.mjs';

/** Open, and a colleague's. */
const TAKEN = 10_008;

test('before anything is set up, the panel leads to the options', async () => {
  await shows('The panel needs a token');
  await click('Open the options');
  const target = await browser.waitForTarget((target) => target.url().endsWith('/options.html'));
  await (await target.asPage()).close();
});

test('whose token it is, for which the panel waits, is saved when the token is', async () => {
  const tab = await browser.newPage();
  await tab.evaluateOnNewDocument(`
    globalThis.isSaving = new Promise((resolve) => {
      chrome.storage.local.set = () => new Promise(() => resolve());
    });
  `);
  const filled = fillOptions(tab, extension.id, demo).catch(() => undefined);
  await tab.waitForFunction('isSaving.then(() => true)');
  assert.deepEqual(await tab.evaluate('chrome.storage.sync.get()'), {});
  await tab.close();
  await filled;
});

test('the token that was saved is not shown again', async () => {
  assert.ok(!(await options(demo.token)).includes(demo.token));
});

test('the panel shows the conversation of the page: head, tags, messages, notes', async () => {
  await shows('Lamp arrived broken, I would like a refund', 'h1');
  await shows('#10001', 'header');
  await shows('Yours', 'header');
  await shows('damaged', '.chips');
  await shows('the glass shade is in pieces', '.messages');
  await shows('Internal note', '.messages');
});

test('it follows the address, tabs, and pages that are no conversation', async () => {
  await choose(FREE);
  await page.goBack();
  await shows('#10001', 'header');
  const other = await browser.newPage();
  await other.goto('about:blank');
  await other.bringToFront();
  await shows('Open a conversation in Dixa');
  await other.goto(demo.url.replace('10001', '10003'));
  await shows('#10003', 'header');
  await other.goto(demo.url.replace('/conversation/10001', '/conversations/10001'));
  await shows('Open a conversation in Dixa');
  await other.close();
  await page.bringToFront();
  await shows('#10001', 'header');
});

test('a reply and a note are written with the keyboard alone', async () => {
  await panel.focus('textarea');
  await panel.keyboard.type('A new shade is on its way.');
  await panel.keyboard.down('Control');
  await panel.keyboard.press('Enter');
  await panel.keyboard.up('Control');
  await sent();
  await shows('A new shade is on its way.', '.messages .ours:last-child');
  await panel.keyboard.down('Shift');
  await panel.keyboard.press('Tab');
  await panel.keyboard.up('Shift');
  await panel.keyboard.press('ArrowRight');
  await panel.keyboard.press('Tab');
  await panel.keyboard.type('Supplier told');
  await panel.keyboard.press('Tab');
  await panel.keyboard.press('Enter');
  await sent();
  await shows('Supplier told', '.messages .note:last-child');
  const last = (await stored(10_001, '/messages')).at(-1);
  assert.equal(last.attributes.emailContent.content.value, 'A new shade is on its way.');
  const notes = await stored(10_001, '/notes');
  assert.equal(notes.filter((/** @type {any} */ { message }) => message === 'Supplier told').length, 1);
  await panel.click('input[type="radio"]');
});

test('a tag is put on by its name, and taken off', async () => {
  await panel.type('input[aria-label="Add a tag"]', 'vip');
  await panel.keyboard.press('Enter');
  await shows('vip', '.chips');
  await click('Remove tag damaged');
  await hides('damaged', '.chips');
  const tags = (await stored(10_001, '/tags')).map((/** @type {any} */ { name }) => name);
  assert.deepEqual(tags.sort(), ['refund', 'vip']);
});

test('what is typed while a tag is put on is not taken away', async () => {
  const { isThere, go } = hold();
  const field = 'input[aria-label="Add a tag"]';
  await panel.type(field, 'vip');
  await panel.keyboard.press('Enter');
  await isThere;
  await panel.type(field, ' too');
  go(answers);
  await settled();
  assert.equal(await panel.$eval(field, (input) => /** @type {HTMLInputElement} */ (input).value), 'vip too');
  await panel.click(field, { count: 3 });
  await panel.keyboard.press('Backspace');
});

test('a message of the customer appears by itself, and is announced', async () => {
  const content = { _type: 'Text', value: 'Thank you so much!' };
  await answers('http://localhost/v1/conversations/10001/messages', {
    method: 'POST',
    headers: { authorization: demo.token, 'content-type': 'application/json' },
    body: JSON.stringify({ _type: 'Inbound', content }),
  });
  await shows('Thank you so much!', '.messages .theirs:last-child');
  await shows('New message. Thank you so much!', '[role="status"]');
});

test('a message of the customer is announced though something else has it read first', async () => {
  const { isThere, go } = hold();
  await panel.type('textarea', 'You are welcome.');
  await click('Send');
  await isThere;
  go((url, init) => {
    demo.sandbox.receive(10_001, 'One more thing');
    return answers(url, init);
  });
  await shows('New message. One more thing', '[role="status"]');
  await sent();
});

test('a conversation is claimed; one of a colleague only when it is said once more', async () => {
  await choose(FREE);
  await shows('Nobody’s', 'header');
  await click('Claim');
  await shows('Yours', 'header');
  await choose(TAKEN);
  await shows('A colleague’s', 'header');
  const { agentId } = (await stored(TAKEN)).assignment;
  await click('Claim');
  await shows('Somebody was faster', '[role="alert"]');
  await shows('No: nothing was changed.', '[role="alert"]');
  assert.equal((await stored(TAKEN)).assignment.agentId, agentId);
  await click('Take it over all the same');
  await shows('Yours', 'header');
  assert.equal((await stored(TAKEN)).assignment.agentId, demo.agentId);
});

test('everything that can be used has a name', async () => {
  const tree = await panel.accessibility.snapshot();
  /** @type {string[]} */
  const names = [];
  /** @param {import('puppeteer-core').SerializedAXNode | null} node */
  const walk = (node) => {
    if (/button|textbox|radio|link|list$|main/.test(node?.role ?? '')) names.push(node?.name ?? '');
    node?.children?.forEach(walk);
  };
  walk(tree);
  assert.ok(names.includes('Add a tag') && names.includes('Internal note'), String(names));
  assert.ok(!names.includes(''), String(names));
});

test('at 320 pixels nothing sticks out, and light and dark differ', async () => {
  assert.equal(await panel.evaluate(() => document.documentElement.scrollWidth), 320);
  const background = async (/** @type {string} */ value) => {
    await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    return panel.evaluate(() => getComputedStyle(document.body).backgroundColor);
  };
  assert.notEqual(await background('light'), await background('dark'));
});
