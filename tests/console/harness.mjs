// @ts-check
// The console in Chromium, with what its tests look for in it and do to it.

import { run } from '../../demo/console/run.mjs';
import { launchChromium } from '../package/harness/browsers.mjs';
import { looking } from '../package/harness/looking.mjs';

/** @typedef {import('puppeteer-core').HTTPRequest} HTTPRequest */

/** Opens the console in a window of this size. */
export async function openConsole({ width = 1280, height = 900 } = {}) {
  const demo = await run();
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.setViewport({ width, height });
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
  await page.goto(demo.url);

  const { shows, hides, click } = looking(page);

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

  /** All messages of a conversation that say so. @param {number} id @param {string} text */
  const saved = (id, text) => {
    const one = demo.sandbox.snapshot().conversations.find((known) => known.id === id);
    return JSON.stringify([one?.messages, one?.notes]).split(JSON.stringify(text)).length - 1;
  };

  const close = async () => {
    await browser.close();
    demo.close();
  };
  return {
    ...{ demo, browser, page, way, complaints, shows, hides, click, open, focused, shifted, saved },
    close,
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
 * Stands in the way of the page's requests. `rule` decides on each: `pass`, `lose` (it never arrives), `land` (it
 * arrives, and the answer is lost), or a promise: it goes on when that is fulfilled.
 * @param {import('puppeteer-core').Page} page
 */
async function standInTheWay(page) {
  const way = { rule: (/** @type {HTTPRequest} */ _request) => /** @type {any} */ ('pass') };
  /** @param {HTTPRequest} request */
  const decide = async (request) => {
    const done = way.rule(request);
    if (done === 'lose') return request.abort('connectionreset');
    if (done === 'land') {
      const body = request.postData();
      await fetch(request.url(), {
        method: request.method(),
        headers: { ...request.headers(), origin: new URL(request.url()).origin },
        ...(body !== undefined && { body }),
      });
      return request.abort('connectionreset');
    }
    await done;
    await request.continue().catch(() => undefined); // the page may have given it up
  };
  await page.setRequestInterception(true);
  // No promise is given back: others who listen would hear of a request only when it is fulfilled.
  page.on('request', (request) => void decide(request));
  return way;
}

/** Whether a request asks Dixa to change something of this kind. @param {HTTPRequest} request @param {string} end */
export const isPost = (request, end) => request.method() === 'POST' && request.url().endsWith(end);
