// @ts-check
// The extension in Chromium, its side panel beside a page, with what its tests look for in it and do to it. There
// is one for all of them: it is used as somebody would through a day.

import { after, afterEach } from 'node:test';
import { fillOptions, folder, openPanel, run } from '../../demo/extension/run.mjs';
import { launchChromium } from '../package/harness/browsers.mjs';
import { looking } from '../package/harness/looking.mjs';

/** Open, and nobody's. */
export const FREE = 10_002;

export const demo = await run();
/** What the sandbox answers, whatever a test puts in its place. */
export const answers = demo.sandbox.fetch;
export const browser = await launchChromium({ pipe: true, enableExtensions: [folder] });
after(async () => {
  await browser.close();
  demo.close();
});
// What went wrong in one test is not in the way of the next.
afterEach(() => {
  demo.sandbox.fetch = answers;
});

export const [page] = await browser.pages();
await page.goto(demo.url);
const { panel, extension } = await openPanel(browser, page);
await panel.setViewport({ width: 320, height: 720 });
/** @type {string[]} */
export const complaints = [];
panel.on('pageerror', (error) => complaints.push(String(error)));
panel.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
// Whatever crosses between panel and service worker is kept, to be looked at in the end.
await panel.evaluate(`{
  globalThis.crossed = [];
  globalThis.waiting = 0;
  const send = chrome.runtime.sendMessage;
  chrome.runtime.sendMessage = async (message) => {
    crossed.push(message);
    waiting++;
    try {
      const answer = await send(message);
      crossed.push(answer);
      return answer;
    } finally {
      waiting--;
    }
  };
  chrome.runtime.onMessage.addListener((message) => void crossed.push(message));
}`);

export { extension, panel };
export const { shows, hides, click } = looking(panel);

/** The page goes to another conversation as Dixa's app does: without loading. @param {number} id */
export const choose = async (id) => {
  await page.locator(`a[href="/conversation/${id}"]`).click();
  await shows(`#${id}`, 'header');
};

/** What the sandbox has of a conversation. @param {number} id @param {string} [part] */
export const stored = async (id, part = '') => {
  const headers = { authorization: demo.token };
  const answer = await answers(`http://localhost/v1/conversations/${id}${part}`, { headers });
  return /** @type {any} */ (await answer.json()).data;
};

/** Waits until what was written is sent and gone. */
export const sent = () =>
  panel.waitForFunction(() => {
    const field = document.querySelector('textarea');
    return field?.value === '' && !field.readOnly;
  });

/** Holds what would change something: when the first of it is there, and who answers it in the end. */
export function hold() {
  /** @type {(how: typeof answers) => void} */
  let go = () => {};
  const going = /** @type {Promise<typeof answers>} */ (new Promise((resolve) => (go = resolve)));
  const isThere = new Promise((resolve) => {
    demo.sandbox.fetch = async (url, init) => {
      if (init?.method === 'GET') return answers(url, init);
      resolve(undefined);
      return (await going)(url, init);
    };
  });
  return { isThere, go };
}

/** Waits until the panel has all that it asked for, and has made of it what it makes. */
export const settled = () => panel.waitForFunction('waiting === 0');

/** The options in a tab of their own. @param {string} token */
export async function options(token) {
  const tab = await browser.newPage();
  await fillOptions(tab, extension.id, { token, agentId: demo.agentId });
  const html = await tab.content();
  const values = await tab.$$eval('input', (inputs) => inputs.map(({ value }) => value));
  await tab.close();
  await page.bringToFront();
  return [html, ...values].join('\n');
}
