// The extension, built for the sandbox; the sandbox; and a page to show it on.

import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { exec } from '../../pkg-template/build/setup.mjs';
import { startSandbox } from '../console/sandbox-server.mjs';
import { startPage } from './page.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

/** Where the built extension is. */
export const folder = path.join(here, '..', '..', 'dist', 'extension');

/** @param {{ port?: number }} [options] the page's port; the sandbox takes the next one */
export async function run({ port = 0 } = {}) {
  const local = await startSandbox({ port: port && port + 1 });
  const { conversations, agents } =
    /** @type {{ conversations: { id: number }[], agents: { id: string }[] }} */ (
      /** @type {unknown} */ (local.sandbox.snapshot())
    );
  const page = await startPage({ port, conversations: conversations.map(({ id }) => id) });
  exec('npm', ['run', '--silent', 'build'], { cwd: here, env: { VITE_DIXA_BASE_URL: local.url } });
  return {
    url: `${page.url}/conversation/${conversations[0].id}`,
    sandbox: local.sandbox,
    token: local.sandbox.token,
    agentId: agents[0].id,
    close: () => (page.close(), local.close()),
  };
}

/**
 * The extension, and its service worker: until that is there, the browser knows of neither.
 * @param {import('puppeteer-core').Browser} browser
 */
export async function loaded(browser) {
  const background = await browser.waitForTarget((target) => target.type() === 'service_worker');
  const [extension] = (await browser.extensions()).values();
  return { extension, worker: await background.worker() };
}

/**
 * Fills in the options, as somebody would.
 * @param {import('puppeteer-core').Page} page
 * @param {string} extensionId
 * @param {{ token: string, agentId: string }} options
 */
export async function fillOptions(page, extensionId, { token, agentId }) {
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  await page.locator('input[name="token"]').fill(token);
  await page.locator('input[name="agentId"]').fill(agentId);
  await page.locator('form button').click();
  await page.waitForFunction(() => document.querySelector('[role="status"]')?.textContent !== '');
}

/**
 * Opens the side panel beside a page, as a click on the extension's button does.
 * @param {import('puppeteer-core').Browser} browser
 * @param {import('puppeteer-core').Page} page
 */
export async function openPanel(browser, page) {
  const { extension, worker } = await loaded(browser);
  const opens = 'chrome.sidePanel.getPanelBehavior().then((behavior) => behavior.openPanelOnActionClick)';
  // The button opens the panel once the service worker, which may just be starting, has said so.
  for (let count = 0; !(await worker?.evaluate(opens).catch(() => false)); count++) {
    if (count === 200) throw new Error('the service worker never came to set up its panel');
    await pause(25);
  }
  await page.bringToFront();
  await extension.triggerAction(page);
  const target = await browser.waitForTarget((target) => target.url().endsWith('/panel.html'));
  return { extension, panel: await target.asPage() };
}
