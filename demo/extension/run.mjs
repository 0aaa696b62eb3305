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

const isWorker = (/** @type {import('puppeteer-core').Target} */ target) =>
  target.type() === 'service_worker';

/**
 * Asks in the service worker. A session of its own each time: one that is attached would make a worker that is started
 * anew, which may be the same target, wait for a debugger.
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} expression
 */
async function evaluate(browser, expression) {
  const session = await browser.targets().find(isWorker)?.createCDPSession();
  if (!session) throw new Error('it does not run');
  const how = { expression, awaitPromise: true, returnByValue: true };
  // One that is just ending does not answer.
  const late = pause(5000, undefined, { ref: false }).then(() =>
    Promise.reject(new Error('it does not answer')),
  );
  try {
    const asked = session.send('Runtime.evaluate', how);
    const { result, exceptionDetails } = await /** @type {typeof asked} */ (Promise.race([asked, late]));
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value;
  } finally {
    await session.detach().catch(() => undefined);
  }
}

/**
 * Asks in the service worker until it answers something: it may just be starting, or stopped and started anew.
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} expression
 * @param {() => Promise<unknown>} [start] starts it
 */
export async function askWorker(browser, expression, start = async () => {}) {
  const end = Date.now() + 30_000;
  for (;;) {
    try {
      await start();
      return await evaluate(browser, expression);
    } catch (error) {
      if (Date.now() > end)
        throw new Error(`the service worker did not answer ${expression}`, { cause: error });
      await pause(50);
    }
  }
}

/**
 * The extension, once its service worker has set it up: until that is there, the browser knows of neither, and the
 * button opens nothing.
 * @param {import('puppeteer-core').Browser} browser
 */
export async function loaded(browser) {
  const opens = `chrome.sidePanel.getPanelBehavior().then(({ openPanelOnActionClick }) => {
    if (!openPanelOnActionClick) throw new Error('it has just begun');
  })`;
  await askWorker(browser, opens);
  const [extension] = (await browser.extensions()).values();
  return extension;
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
  const extension = await loaded(browser);
  await page.bringToFront();
  await extension.triggerAction(page);
  const target = await browser.waitForTarget((target) => target.url().endsWith('/panel.html'));
  const panel = await target.asPage();
  // The address is that of the page before there is the page.
  await panel.waitForSelector('main');
  return { extension, panel };
}
