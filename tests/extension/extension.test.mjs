// @ts-check
// The extension, used as an agent would in Chromium: its side panel beside a page, its options, its service worker
// stopped in between. And what a page or a content script would get from it.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fillOptions, folder, loaded, openPanel, run } from '../../demo/extension/run.mjs';
import { launchChromium } from '../package/harness/browsers.mjs';

/** Open, and nobody's. */
const FREE = 10_002;
/** Open, and a colleague's. */
const TAKEN = 10_008;

/** @type {Awaited<ReturnType<typeof run>>} */
let demo;
/** @type {import('puppeteer-core').Browser} */
let browser;
/** @type {import('puppeteer-core').Page} */
let page;
/** @type {import('puppeteer-core').Page} */
let panel;
/** @type {import('puppeteer-core').Extension} */
let extension;
/** @type {typeof demo.sandbox.fetch} */
let answers;
/** @type {string[]} */
const complaints = [];
const manifest = () => JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));

before(async () => {
  demo = await run();
  answers = demo.sandbox.fetch;
  browser = await launchChromium({ pipe: true, enableExtensions: [folder] });
  [page] = await browser.pages();
  await page.goto(demo.url);
  ({ panel, extension } = await openPanel(browser, page));
  await panel.setViewport({ width: 320, height: 720 });
  panel.on('pageerror', (error) => complaints.push(String(error)));
  panel.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  // Whatever crosses between panel and service worker is kept, to be looked at in the end.
  await panel.evaluate(`
    globalThis.crossed = [];
    const send = chrome.runtime.sendMessage;
    chrome.runtime.sendMessage = async (message) => {
      crossed.push(message);
      const answer = await send(message);
      crossed.push(answer);
      return answer;
    };
    chrome.runtime.onMessage.addListener((message) => void crossed.push(message));
  `);
});

after(async () => {
  await browser?.close();
  demo?.close();
});

/** Waits until the panel shows a text. @param {string} text @param {string} [where] */
const shows = (text, where = 'body') =>
  panel.waitForFunction(
    (text, where) => document.querySelector(where)?.textContent?.includes(text),
    { timeout: 15_000 },
    text,
    where,
  );

/** Waits until the panel no longer shows a text. @param {string} text @param {string} where */
const hides = (text, where) =>
  panel.waitForFunction(
    (text, where) => !document.querySelector(where)?.textContent?.includes(text),
    { timeout: 15_000 },
    text,
    where,
  );

/** @param {string} name */
const click = (name) => panel.locator(`::-p-aria([name="${name}"][role="button"])`).click();

/** The page goes to another conversation as Dixa's app does: without loading. @param {number} id */
const choose = async (id) => {
  await page.locator(`a[href="/conversation/${id}"]`).click();
  await shows(`#${id}`, 'header');
};

/** What the sandbox has of a conversation. @param {number} id @param {string} [part] */
const stored = async (id, part = '') => {
  const headers = { authorization: demo.token };
  const answer = await answers(`http://localhost/v1/conversations/${id}${part}`, { headers });
  return /** @type {any} */ (await answer.json()).data;
};

/** Waits until what was written is sent and gone. */
const sent = () =>
  panel.waitForFunction(() => {
    const field = document.querySelector('textarea');
    return field?.value === '' && !field.readOnly;
  });

/** The options in a tab of their own. @param {string} token */
async function options(token) {
  const tab = await browser.newPage();
  await fillOptions(tab, extension.id, { token, agentId: demo.agentId });
  const html = await tab.content();
  const values = await tab.$$eval('input', (inputs) => inputs.map(({ value }) => value));
  await tab.close();
  await page.bringToFront();
  return [html, ...values].join('\n');
}

const isWorker = (/** @type {import('puppeteer-core').Target} */ target) =>
  target.type() === 'service_worker';

/**
 * Asks in the service worker. A session of its own each time: a worker that was started anew may be the same target.
 * @param {string} expression
 */
async function evaluate(expression) {
  const session = await browser.targets().find(isWorker)?.createCDPSession();
  if (!session) throw new Error('it does not run');
  const how = { expression, awaitPromise: true, returnByValue: true };
  // One that is just ending does not answer.
  const late = new Promise((_, reject) => setTimeout(reject, 1000, new Error('it does not answer')));
  try {
    const asked = session.send('Runtime.evaluate', how);
    const { result, exceptionDetails } = await /** @type {typeof asked} */ (Promise.race([asked, late]));
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value;
  } finally {
    await session.detach().catch(() => undefined);
  }
}

/** Asks in the service worker, which may just be starting. @param {string} expression */
async function inWorker(expression) {
  for (let count = 0; ; count++) {
    try {
      return await evaluate(expression);
    } catch (error) {
      // The panel looks for new messages every five seconds, which starts it.
      if (count === 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Stops the service worker, as Chromium does after half a minute without work, and waits until it is gone. */
async function stop() {
  await inWorker('globalThis.isOld = true');
  const session = await browser.target().createCDPSession();
  const running = async () => {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos.filter(({ type }) => type === 'service_worker');
  };
  const isOld = () => evaluate('globalThis.isOld').catch(() => false);
  const worker = await (await browser.waitForTarget(isWorker)).worker();
  for (const { targetId } of await running()) await session.send('Target.closeTarget', { targetId });
  // Whoever is attached would make the next one wait for a debugger.
  await worker?.client.detach().catch(() => undefined);
  for (let count = 0; (await running()).length > 0 && (await isOld()); count++) {
    if (count === 100) throw new Error('it does not stop');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await session.detach();
}

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

test('the manifest asks for little, lets nobody in, and allows no eval', async () => {
  const { permissions, host_permissions, content_security_policy, ...rest } = manifest();
  assert.deepEqual(permissions, ['sidePanel', 'storage']);
  assert.deepEqual(host_permissions, ['http://127.0.0.1/*']);
  for (const name of ['content_scripts', 'externally_connectable', 'web_accessible_resources']) {
    assert.ok(!(name in rest), name);
  }
  const scripts = /script-src ([^;]*)/.exec(content_security_policy.extension_pages)?.[1];
  assert.equal(scripts, "'self' 'wasm-unsafe-eval'");
  const elsewhere = `fetch(${JSON.stringify(demo.url)}).then(() => 'sent', () => 'refused')`;
  assert.equal(await inWorker(elsewhere), 'refused');
});

test('the token is in no message, no page and not in the panel', async () => {
  const crossed = String(await panel.evaluate('JSON.stringify(crossed)'));
  for (const seen of ['claimConversation', 'conflict', 'unauthorized'])
    assert.ok(crossed.includes(seen), seen);
  const kept = String(await panel.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])'));
  const texts = { crossed, kept, page: await page.content(), panel: await panel.content() };
  for (const [name, text] of Object.entries(texts)) assert.ok(!text.includes(demo.token), name);
  // The worker has it, so it would have been found.
  assert.equal(await inWorker('chrome.storage.local.get("token").then(({ token }) => token)'), demo.token);
});

test('the client is in the service worker alone', () => {
  /** A script of the extension with what it imports. @param {string} name @returns {string} */
  const whole = (name) => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const imported = [...text.matchAll(/(?:from|import)\s*"(\.[^"]+)"/g)].map(([, file]) => file);
    return text + imported.map((file) => whole(path.join(path.dirname(name), file))).join('\n');
  };
  const has = (/** @type {string} */ name) => /WebAssembly|dev\.dixa\.io/.test(whole(name));
  assert.deepEqual(['worker.js', 'panel.js', 'options.js'].map(has), [true, false, false]);
  assert.match(whole('panel.js'), /claimConversation/);
});

test('the bridge of the README and the operations of the guide are those that run here', () => {
  const read = (/** @type {string} */ name) =>
    readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
  // All but its first line, which says what the file is.
  const bridge = read('demo/extension/src/bridge.ts').replace(/^\/\/.*\n\n/, '');
  assert.ok(read('README.md').includes(`\`\`\`ts\n${bridge}\`\`\``));
  const operations = read('demo/extension/src/operations.ts');
  assert.ok(read('docs/guides/extension.md').includes(`\`\`\`ts operations.ts\n${operations}\`\`\``));
  const lines = bridge.split('\n').filter((line) => !/^\s*(\/|import|$)/.test(line));
  assert.ok(lines.length <= 20, `${lines.length} lines`);
});

test('a content script, if there were one, would be answered nothing and find no token', async () => {
  const changed = mkdtempSync(path.join(tmpdir(), 'extension-'));
  cpSync(folder, changed, { recursive: true });
  const content_scripts = [{ matches: ['http://127.0.0.1/*'], js: ['stranger.js'] }];
  writeFileSync(path.join(changed, 'manifest.json'), JSON.stringify({ ...manifest(), content_scripts }));
  writeFileSync(
    path.join(changed, 'stranger.js'),
    `const told = (promise) => promise.then((value) => JSON.stringify(value) ?? 'nothing', String);
     const call = { operation: 'getConversation', inputs: ['10001'] };
     Promise.all([told(chrome.runtime.sendMessage(call)), told(chrome.storage.local.get('token'))]).then(
       ([answer, token]) => Object.assign(document.body.dataset, { answer, token }),
     );`,
  );
  const other = await launchChromium({ pipe: true, enableExtensions: [changed] });
  try {
    const [tab] = await other.pages();
    const { extension } = await loaded(other);
    await fillOptions(tab, extension.id, demo);
    await tab.goto(demo.url);
    await tab.waitForFunction(() => document.body.dataset.token);
    const { answer, token } = await tab.evaluate(() => ({ ...document.body.dataset }));
    assert.doesNotMatch(String(answer), /Lamp/);
    assert.match(String(token), /not allowed/);
  } finally {
    await other.close();
    rmSync(changed, { recursive: true });
  }
});

test('the panel had nothing to complain about', () => {
  assert.deepEqual(complaints, []);
});
