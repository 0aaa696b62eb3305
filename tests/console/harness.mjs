// @ts-check
// The console in Chromium, with what its tests look for in it and do to it.

import { run } from '../../demo/console/run.mjs';
import { launchChromium } from '../package/harness/browsers.mjs';
import { looking } from '../package/harness/looking.mjs';

/** @typedef {import('puppeteer-core').HTTPRequest} HTTPRequest */

/** Opens the console. */
export async function openConsole() {
  const demo = await run();
  const browser = await launchChromium().catch((error) => {
    demo.close();
    throw error;
  });
  const close = async () => {
    await browser.close();
    demo.close();
  };
  try {
    return { ...(await use(demo, browser)), close };
  } catch (error) {
    await close(); // what stays open would keep the tests from ending
    throw error;
  }
}

/** @param {Awaited<ReturnType<typeof run>>} demo @param {import('puppeteer-core').Browser} browser */
async function use(demo, browser) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  /** @type {string[]} */
  const complaints = [];
  page.on('console', (message) => {
    // Chromium tells of each answer that is an error, and of each connection that is lost.
    const isOfNetwork = /status of [45]\d\d|net::ERR_/.test(message.text());
    if (message.type() === 'error' && !isOfNetwork) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.evaluateOnNewDocument(watchShifts);
  // Before the page asks for anything: of a request under way one would not hear, and it would stand still.
  const way = await standInTheWay(page);
  const { shows, hides, click } = looking(page);
  await page.goto(demo.url);

  /** @param {number} id */
  const open = async (id) => {
    await page.evaluate((id) => (location.hash = String(id)), id);
    await shows(`#${id}`, '.thread');
    await page.waitForSelector('.side .section');
  };

  /** The element that has the focus, in a word. */
  const focused = () =>
    page.evaluate(() => {
      const active = document.activeElement;
      return active?.ariaLabel ?? active?.getAttribute('href') ?? active?.className ?? '';
    });

  /** How much of the page moved without anybody having done something. */
  const shifted = () => page.evaluate(() => /** @type {any} */ (globalThis).shifted);

  /** What a conversation is like in the sandbox. @param {number} id */
  const held = (id) =>
    /** @type {any} */ (demo.sandbox.snapshot().conversations.find((one) => one.id === id));

  /** All messages of a conversation that say so. @param {number} id @param {string} text */
  const saved = (id, text) => {
    const { messages, notes } = held(id);
    return JSON.stringify([messages, notes]).split(JSON.stringify(text)).length - 1;
  };

  /** Lets the page believe that nobody sees it. @param {boolean} hidden */
  const hide = (hidden) =>
    page.evaluate((hidden) => {
      const state = hidden ? 'hidden' : 'visible';
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    }, hidden);

  /** Stops the clock of what can be taken back as soon as that is there: the focus on it does. */
  const holdToast = () =>
    page.waitForFunction(() => {
      const undo = /** @type {HTMLElement | null} */ (document.querySelector('.toast button'));
      undo?.focus();
      return undo;
    });

  return {
    demo,
    page,
    way,
    complaints,
    shows,
    hides,
    click,
    open,
    focused,
    shifted,
    held,
    saved,
    hide,
    holdToast,
  };
}

/** Runs in the page: adds up Chromium's layout shifts, but those that follow an input at once. */
function watchShifts() {
  const page = /** @type {any} */ (globalThis);
  page.shifted = { score: 0, what: [] };
  new PerformanceObserver((list) => {
    for (const entry of /** @type {any[]} */ (list.getEntries())) {
      if (entry.hadRecentInput) continue;
      page.shifted.score += entry.value;
      for (const { node } of entry.sources) page.shifted.what.push(node?.className || node?.nodeName);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/**
 * Stands in the way of the page's requests. `rule` decides on each, at once or with a promise: `pass`, `lose` (it never
 * arrives), `land` (it arrives, and the answer is lost), or what is waited for when the answer is made.
 * @typedef {'pass' | 'lose' | 'land' | (() => Promise<unknown>)} Decision
 * @param {import('puppeteer-core').Page} page
 */
async function standInTheWay(page) {
  /** @type {{ rule: (request: HTTPRequest) => Decision | Promise<Decision> }} */
  const way = { rule: () => 'pass' };
  /** @param {HTTPRequest} request */
  const decide = async (request) => {
    const done = await way.rule(request);
    if (done === 'lose') return request.abort('connectionreset');
    if (done !== 'pass') {
      const body = request.postData();
      const answer = await fetch(request.url(), {
        method: request.method(),
        headers: { ...request.headers(), origin: new URL(request.url()).origin },
        ...(body !== undefined && { body }),
      });
      if (done === 'land') return request.abort('connectionreset');
      const { status, headers } = answer;
      const contents = new Uint8Array(await answer.arrayBuffer());
      await done();
      return request.respond({ status, headers: Object.fromEntries(headers), body: contents });
    }
    await request.continue().catch(() => undefined); // the page may have given it up
  };
  await page.setRequestInterception(true);
  // No promise is given back: others who listen would hear of a request only when it is fulfilled.
  page.on('request', (request) => void decide(request));
  return way;
}

/** Whether a request asks Dixa to change something of this kind. @param {HTTPRequest} request @param {string} end */
export const isPost = (request, end) => request.method() === 'POST' && request.url().endsWith(end);
