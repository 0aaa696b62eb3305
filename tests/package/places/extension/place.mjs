// An extension (Manifest V3) in Chromium: its service worker, stopped and started again, and its side panel,
// opened as by a click on the toolbar. Without the entry for WebAssembly in the manifest, both tell the cure.

import { mkdirSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { each, joined, same, until } from '../../checks.mjs';
import { launchChromium } from '../../harness/browsers.mjs';
import { PATIENCE_MS } from '../../harness/patience.mjs';

const POLICY = { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" };

const KINDS = [
  { name: 'classic service worker', type: 'classic', wasm: 'allowed' },
  { name: 'module service worker', type: 'module', wasm: 'allowed' },
  { name: 'no CSP entry', type: 'classic', wasm: 'blocked' },
];

/** Writes the extension. */
async function make(context, { type, wasm }) {
  const folder = path.join(context.folder, 'extension');
  mkdirSync(folder);
  const manifest = {
    manifest_version: 3,
    name: 'dixa-conversations',
    version: '1',
    background: { service_worker: 'background.js', ...(type === 'module' && { type }) },
    action: {},
    side_panel: { default_path: 'panel.html' },
    permissions: ['sidePanel'],
    host_permissions: ['http://127.0.0.1/*'],
    ...(wasm === 'allowed' && { content_security_policy: POLICY }),
  };
  const files = { 'manifest.json': manifest, 'env.json': { env: context.env, wasm } };
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(path.join(folder, name), JSON.stringify(content));
  }
  await copyFile(path.join(context.folder, 'panel.html'), path.join(folder, 'panel.html'));
  await context.bundle(['panel.mjs', '--outdir=extension', '--format=iife']);
  const format = type === 'module' ? 'esm' : 'iife';
  await context.bundle(['background.mjs', '--outdir=extension', `--format=${format}`]);
  return folder;
}

async function run(context, kind) {
  const folder = await make(context, kind);
  const browser = await launchChromium({ pipe: true, enableExtensions: [folder] });
  context.cleanUp(() => browser.close());
  const [page] = await browser.pages();
  const [extension] = (await browser.extensions()).values();
  const isThere = (is) => browser.waitForTarget(is, { timeout: PATIENCE_MS });
  const background = await isThere((target) => target.type() === 'service_worker');
  await ready(await background.worker());
  await extension.triggerAction(page);
  const target = await isThere((target) => target.url().endsWith('/panel.html'));
  const panel = await target.asPage();
  let said = '';
  panel.on('console', (message) => (said += `${message.text()}\n`));
  const reports = [await context.told(() => said)];
  if (kind.wasm === 'allowed') reports.push(await restarted(extension, panel));
  return { ...joined(...reports), version: (await browser.version()).replace(/^.*\//, '') };
}

/** The toolbar's button opens the panel once the service worker, which may just be starting, has said so. */
async function ready(worker) {
  const opens = async () => (await chrome.sidePanel.getPanelBehavior()).openPanelOnActionClick;
  await until(
    () => worker.evaluate(opens).catch(() => false),
    () => 'the service worker never came to set up its panel',
  );
}

/** The service worker is stopped, as Chromium does after half a minute, and a message starts it again. */
function restarted(extension, panel) {
  const ask = (what) => panel.evaluate((what) => globalThis.ask(what), what);
  return each({
    'service worker: after it was stopped, the next message finds it working': async () => {
      const life = await ask('life');
      same(await ask('life'), life, 'the life that it is in');
      const [worker] = await extension.workers();
      await worker.close();
      await until(
        async () => (await extension.workers()).length === 0,
        () => 'it does not stop',
      );
      const { id } = await ask('call');
      same(id, 10_001, 'the conversation');
      same((await ask('life')) === life, false, 'it is the life from before');
    },
  });
}

export default KINDS.map((kind) => ({
  name: `Chromium extension, ${kind.name}`,
  run: (context) => run(context, kind),
}));
