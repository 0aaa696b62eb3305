// npm run screenshots: the pictures of the README, of the console as it is built.

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { exec, fail, packages, root, say, setup } from '../../pkg-template/build/setup.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const folder = path.join(root, 'docs', 'images');

/** No picture is larger, in bytes: a README is read on phones as well. */
const LIMIT = 120_000;

/** Always the same day, so that a picture changes only when the console does. */
const NOW = Date.parse('2026-03-12T14:20:00Z');

setup();
const { makePackage } = await import('../../pkg-template/build/package.mjs');
await makePackage();
packages(here);
exec('npm', ['run', '--silent', 'build'], { cwd: here });
const { launchChromium } = await import('../../tests/package/harness/browsers.mjs');
const { default: sharp } = await import('sharp');
const { run } = await import('./run.mjs');

/** @typedef {import('puppeteer-core').Page} Page */

/**
 * What is shown, where, and how wide.
 * @type {{ name: string, hash: string, width: number, height: number, show: (page: Page) => Promise<unknown> }[]}
 */
const PICTURES = [
  {
    name: 'console',
    hash: '#10001',
    width: 1200,
    height: 760,
    show: async (page) => {
      await page.type('input[aria-label="Add tag"]', 'vip');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.toast');
      await page.locator('.messages').click();
    },
  },
  {
    name: 'console-search',
    hash: '#10012',
    width: 1200,
    height: 760,
    show: async (page) => {
      await page.select('select[aria-label="Filter by status"]', 'pending');
      await page.type('input[type="search"]', 'refund');
      await page.waitForSelector('.inbox mark');
    },
  },
  {
    name: 'console-narrow',
    hash: '#10001',
    width: 360,
    height: 740,
    show: (page) => page.waitForSelector('.messages .file'),
  },
];

await mkdir(folder, { recursive: true });
const browser = await launchChromium();
try {
  for (const { name, hash, width, height, show } of PICTURES) {
    for (const scheme of ['light', 'dark']) {
      const demo = await run({ clock: () => NOW });
      const page = await browser.newPage();
      await page.setViewport({ width, height });
      await page.emulateTimezone('UTC');
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      await page.goto(`${demo.url}${hash}`);
      await page.waitForSelector('.side .section');
      await show(page);
      // Not for ever: the console asks for new messages.
      await page.waitForNetworkIdle({ idleTime: 300 });
      await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
      const file = path.join(folder, `${name}-${scheme}.png`);
      // 64 colours are enough for letters, and a third of the bytes.
      const picture = sharp(await page.screenshot()).png({ palette: true, colours: 64, effort: 10 });
      const { size } = await picture.toFile(file);
      if (size > LIMIT) fail(`${file} has ${size} bytes, of ${LIMIT} at most`);
      say(`${path.relative(root, file)}: ${Math.round(size / 1000)} KB`);
      await page.close();
      demo.close();
    }
  }
} finally {
  await browser.close();
}
