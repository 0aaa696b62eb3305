// @ts-check
// What anybody but the agent gets of the extension: a page, a content script, whoever reads messages or files.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fillOptions, folder, loaded } from '../../demo/extension/run.mjs';
import { launchChromium } from '../package/harness/browsers.mjs';
import { demo, page, panel } from './harness.mjs';
import { inWorker } from './service-worker.mjs';

const manifest = () => JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));

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
    const extension = await loaded(other);
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
