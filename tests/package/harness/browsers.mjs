// @ts-check
// Browsers: Chromium and Firefox through Puppeteer, WebKit through its WebDriver.

import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { browser as findChromium, firefox, webkit } from '../../../pkg-template/build/setup.mjs';
import { until } from '../checks.mjs';
import { PATIENCE_MS } from './patience.mjs';
import { freePort } from './server.mjs';

/** @typedef {{ close: () => unknown, said: () => string, version: string }} Page */

const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * @param {Partial<import('puppeteer-core').LaunchOptions>} [options]
 */
export function launchChromium(options = {}) {
  return puppeteer.launch({
    executablePath: findChromium().chromium,
    headless: true,
    timeout: PATIENCE_MS,
    ...options,
    args: [...CHROMIUM_ARGUMENTS, ...(options.args ?? [])],
  });
}

/**
 * Opens a page in a browser of its own.
 * @param {'chromium' | 'firefox' | 'webkit'} name
 * @param {string} url
 * @returns {Promise<Page>}
 */
export async function openPage(name, url) {
  if (name === 'webkit') return openWebKit(url);
  const browser =
    name === 'chromium'
      ? await launchChromium()
      : await puppeteer.launch({
          browser: 'firefox',
          executablePath: firefox(),
          headless: true,
          timeout: PATIENCE_MS,
        });
  const page = await browser.newPage();
  let said = '';
  page.on('console', (message) => (said += `${message.text()}\n`));
  page.on('pageerror', (error) => (said += `${error}\n`));
  await page.goto(url, { timeout: PATIENCE_MS });
  const version = (await browser.version()).replace(/^.*\//, '');
  return { close: () => browser.close(), said: () => said, version };
}

/**
 * @param {string} url
 * @returns {Promise<Page>}
 */
async function openWebKit(url) {
  const { driver, xvfb, bus } = webkit();
  const port = await freePort();
  const words = ['-a', bus, '--', driver, `--port=${port}`];
  const child = spawn(xvfb, words, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  const stop = () => child.pid && child.exitCode === null && process.kill(-child.pid, 'SIGKILL');
  /** @param {string} path @param {'GET' | 'POST' | 'DELETE'} method @param {object} [body] */
  async function ask(path, method, body = {}) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body) }),
    });
    return /** @type {{ value: any }} */ (await answer.json()).value;
  }
  try {
    const answers = () =>
      ask('/status', 'GET').then(
        () => true,
        () => false,
      );
    await until(answers, () => `WebKit's driver does not answer: ${said}`);
    const { sessionId, capabilities } = await ask('/session', 'POST', {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
        },
      },
    });
    if (!sessionId) throw new Error(`WebKit gave no session: ${said}`);
    const session = `/session/${sessionId}`;
    await ask(`${session}/url`, 'POST', { url });
    return {
      close: async () => {
        await ask(session, 'DELETE').catch(() => {});
        stop();
      },
      said: () => said,
      version: capabilities.browserVersion,
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/** WebKit's own small browser, where Debian has it. */
function miniBrowser() {
  const places = readdirSync('/usr/lib').map((name) => `/usr/lib/${name}/webkit2gtk-4.1/MiniBrowser`);
  const found = process.env.MINI_BROWSER ?? places.find((file) => existsSync(file));
  if (!found) throw new Error('there is no MiniBrowser; name it in MINI_BROWSER');
  return found;
}
