// @ts-check
// What tests look for in a page of Chromium, and click, as a person would: by what is shown.

/** Longer than anything takes on a busy machine, in milliseconds. */
const LOOKED_FOR_MS = 60_000;

/** Whatever is waited for in the page is waited for as long from now on. @param {import('puppeteer-core').Page} page */
export function looking(page) {
  page.setDefaultTimeout(LOOKED_FOR_MS);
  return {
    /** Waits until the page shows a text. @param {string} text @param {string} [where] */
    shows: (text, where = 'body') =>
      page.waitForFunction(
        (text, where) => document.querySelector(where)?.textContent?.includes(text),
        {},
        text,
        where,
      ),

    /** Waits until the page no longer shows a text. @param {string} text @param {string} where */
    hides: (text, where) =>
      page.waitForFunction(
        (text, where) => !document.querySelector(where)?.textContent?.includes(text),
        {},
        text,
        where,
      ),

    /** Clicks a button. @param {string} name */
    click: (name) => page.locator(`::-p-aria([name="${name}"][role="button"])`).click(),
  };
}
