// @ts-check
// The console without a mouse and without eyes: the keyboard, where the focus is, and what axe finds.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { openConsole } from './harness.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @type {Awaited<ReturnType<typeof openConsole>>} */
let view;
/** @type {import('puppeteer-core').Page} */
let page;

before(async () => {
  view = await openConsole();
  page = view.page;
  await view.shows('Jonas Weber', '.inbox');
});

after(() => view?.close());

/** @param {import('puppeteer-core').KeyInput[]} keys */
const press = async (...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};

test('the whole of an answer needs no mouse, and the focus is where one is', async () => {
  await press('j', 'j', 'k', 'ArrowDown', 'ArrowUp');
  const [first, second] = await page.$$eval('.inbox li a', (all) =>
    all.map((one) => one.getAttribute('href')),
  );
  assert.equal(await view.focused(), first);
  await press('j', 'Enter');
  await page.waitForSelector('textarea');
  assert.equal(await page.$eval('.inbox [aria-current]', (link) => link.getAttribute('href')), second);
  assert.equal(await view.focused(), second);
  await press('r');
  assert.equal(await view.focused(), 'Reply');
  await page.keyboard.type('jkrnt/?');
  assert.equal(await page.$eval('textarea', (field) => field.value), 'jkrnt/?');
  await press('Escape', 'n');
  assert.equal(await view.focused(), 'Internal note');
  await press('Escape', '/');
  assert.equal(await view.focused(), 'Search');
  await press('Escape');
  assert.equal(await view.focused(), second);
  await press('Escape');
  await view.shows('Choose a conversation', '.conversation');
  assert.equal(await view.focused(), second);
});

test('a button that has done its work keeps the focus', async () => {
  await view.open(10_009);
  await page.focus('.actions button');
  await press('Enter');
  await view.shows('Yours', '.actions');
  await press('Tab', 'Enter');
  await view.shows('Reopen', '.actions');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Reopen');
  await press('Enter');
  await view.shows('Close', '.actions');
});

test('what goes with its button leaves the focus near', async () => {
  await page.select('select[aria-label="Filter by status"]', 'pending');
  await page.select('select[aria-label="Filter by status"]', 'closed');
  await page.waitForSelector('.inbox > button');
  await page.focus('.inbox > button');
  await press('Enter');
  await view.shows('24 conversations', '.inbox');
  await page.waitForFunction(() => document.activeElement?.matches('.inbox > ul > li:nth-child(21) a'));
  for (const name of ['Open', 'Pending', 'Closed']) await view.click(`Remove filter Status ${name}`);
  assert.equal(await view.focused(), 'Search');
  await page.select('select[aria-label="Filter by status"]', 'open');
  await view.open(10_009);
  await page.type('input[aria-label="Order number"]', 'LU-2');
  await press('Enter');
  await page.waitForSelector('[aria-label="Clear Order number"]');
  assert.equal(await page.evaluate(() => document.activeElement?.nodeName), 'DD');
});

test('a tag is added and taken back from the keyboard', async () => {
  await view.open(10_009);
  await press('t');
  await page.keyboard.type('vip');
  await press('Enter');
  // It is held by the pointer, for the focus stays where the keyboard left it.
  await (await page.waitForSelector('.toast'))?.hover();
  await view.shows('vip', '.side .chips');
  await press('Escape', 'z');
  await view.hides('vip', '.side .chips');
  await page.mouse.move(0, 0);
});

test('? shows the keys, gives the focus back, and single keys can be switched off', async () => {
  await page.focus('.inbox li a');
  const before = await view.focused();
  await press('?');
  await page.waitForSelector('dialog[open]');
  await view.shows('next conversation in the list', 'dialog');
  await press('Escape');
  await page.waitForSelector('dialog:not([open])');
  assert.equal(await view.focused(), before);
  await press('?');
  await page.locator('dialog input').click();
  await press('Escape', 'j');
  assert.equal(await view.focused(), before);
  await view.click('Keys');
  await page.locator('dialog input').click();
  await view.click('Close the keys');
});

test('? shows the keys even in the moment in which they are closed', async () => {
  await press('?');
  await page.waitForSelector('dialog[open]');
  await page.evaluate(() => {
    document.querySelector('dialog')?.close();
    dispatchEvent(new KeyboardEvent('keydown', { key: '?' }));
  });
  // The browser tells of the closing in a task of its own: what came of that is settled after another one.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  assert.ok(await page.$('dialog[open]'));
  await view.click('Close the keys');
});

test('keys and addresses are followed in the moment in which the page is drawn first', async () => {
  const { identifier } = await page.evaluateOnNewDocument(() =>
    new MutationObserver((_, observer) => {
      if (!document.querySelector('.app')) return;
      observer.disconnect();
      history.replaceState(null, '', '#10001');
      dispatchEvent(new HashChangeEvent('hashchange'));
      dispatchEvent(new KeyboardEvent('keydown', { key: '?' }));
    }).observe(document, { childList: true, subtree: true }),
  );
  await page.goto('about:blank');
  await page.goto(view.demo.url);
  await view.shows('#10001', '.thread');
  assert.ok(await page.$('dialog[open]'));
  await view.click('Close the keys');
  await page.removeScriptToEvaluateOnNewDocument(identifier);
});

test('the focus can be seen wherever it is', async () => {
  await view.open(10_001);
  await page.focus('.inbox input');
  /** @type {string[]} */
  const unseen = [];
  for (let count = 0; count < 60; count++) {
    await press('Tab');
    const fault = await page.evaluate(() => {
      const active = document.activeElement;
      if (!active || active === document.body) return '';
      const { outlineStyle, outlineWidth } = getComputedStyle(active);
      return outlineStyle === 'none' || outlineWidth === '0px' ? active.outerHTML.slice(0, 80) : '';
    });
    if (fault) unseen.push(fault);
  }
  assert.deepEqual(unseen, []);
});

/** What is shown for axe, by name. */
const STATES = /** @type {const} */ ({
  inbox: async () => {
    await page.evaluate(() => (location.hash = ''));
    await view.shows('13 conversations', '.inbox');
    await view.shows('Jonas Weber', '.inbox');
  },
  'an empty result': async () => {
    await page.type('input[type="search"]', 'no such word');
    await view.shows('No conversation is like that.', '.inbox');
  },
  'a conversation': async () => {
    await view.open(10_001);
    await view.shows('Hello, my Aurora lamp', '.messages');
  },
  'a file to attach': async () => {
    await page.click('.attach summary');
    await page.type('input[type="url"]', 'https://shop.lumen.example/label.pdf');
    await press('Enter');
  },
  'a tag to undo': async () => {
    await page.type('input[aria-label="Add tag"]', 'vip');
    await press('Enter');
    await view.holdToast(); // longer than axe looks
    await view.shows('Tagged vip', '.toasts');
  },
  'an error': async () => {
    await view.click('Undo');
    await page.select('header select', '67ff39b6-b1ee-4d5f-91ee-168d4668c4ba');
    await view.click('Claim');
    await view.shows('Somebody was faster', '[role="alert"]');
  },
  'the keys': async () => {
    await view.click('Keys');
    await page.waitForSelector('dialog[open]');
  },
});

test('axe finds nothing, in light and dark, wide and narrow', async (t) => {
  /** @type {string[]} */
  const found = [];
  let runs = 0;
  for (const width of [1280, 360]) {
    await page.setViewport({ width, height: 800 });
    await page.goto('about:blank');
    await page.goto(view.demo.url);
    await page.evaluate(axe); // not as a script, which the page's policy would not allow
    await page.evaluate(() => sessionStorage.clear());
    for (const [state, show] of Object.entries(STATES)) {
      await show();
      for (const scheme of ['light', 'dark']) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        const violations = await page.evaluate(async () => {
          const { violations } = await /** @type {any} */ (globalThis).axe.run(document);
          return violations.map((/** @type {any} */ one) => `${one.id} ${one.nodes[0].html.slice(0, 120)}`);
        });
        found.push(...violations.map((/** @type {string} */ one) => `${state}, ${scheme}, ${width}: ${one}`));
        runs++;
      }
    }
  }
  t.diagnostic(`axe: ${found.length} violations in ${runs} looks`);
  assert.deepEqual(found, []);
  assert.equal(runs, 28);
});

test('light and dark differ', async () => {
  const background = async (/** @type {string} */ value) => {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  };
  assert.notEqual(await background('light'), await background('dark'));
});

test('the page had nothing to complain about', () => {
  assert.deepEqual(view.complaints, []);
});
