// @ts-check
// The side panel, used as an agent would: set up, read, answered in, with the keyboard, narrow.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  FREE,
  answers,
  browser,
  choose,
  click,
  demo,
  hides,
  options,
  page,
  panel,
  sent,
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
