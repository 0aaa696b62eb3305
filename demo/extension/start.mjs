// npm run demo:extension: sets up, builds, and opens Chromium with the extension, a page and a local Dixa. Where
// there is no screen or no Chromium, it says how to load the extension into a browser.

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, packages, read, say, setup } from '../../pkg-template/build/setup.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const port = Number(process.env.PORT ?? 4180);

setup();
const { makePackage } = await import('../../pkg-template/build/package.mjs');
await makePackage();
packages(path.join(here, '..', 'console'));
packages(here);
say('building the extension');
const { default: puppeteer } = await import('puppeteer-core');
const { fillOptions, folder, loaded, openPanel, run } = await import('./run.mjs');

/** The extension in a Chromium of its own, with an empty profile. */
async function open(/** @type {Awaited<ReturnType<typeof run>>} */ { url, ...options }) {
  const { DISPLAY, WAYLAND_DISPLAY, CHROMIUM } = process.env;
  const hasScreen = process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY;
  if (!hasScreen) return undefined;
  const executablePath = CHROMIUM ?? read('sh', ['-c', 'command -v chromium || command -v chromium-browser']);
  const browser = await puppeteer.launch({
    ...(executablePath ? { executablePath } : { channel: 'chrome' }),
    headless: false,
    pipe: true,
    enableExtensions: [folder],
    defaultViewport: null,
    // Chromium's own sandbox does not work for root.
    args: ['--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const [page] = await browser.pages();
  const extension = await loaded(browser);
  await fillOptions(page, extension.id, options);
  await page.goto(url);
  await openPanel(browser, page);
  return browser;
}

try {
  const demo = await run({ port });
  const browser = await open(demo).catch((error) => console.error(error.message));
  if (browser) {
    say('Chromium shows a page and the side panel beside it (closing it ends this)');
    browser.on('disconnected', () => process.exit());
  } else {
    say('there is no screen or no Chromium here; to see it in a browser on this machine:');
    console.log(`  1. chrome://extensions, developer mode, "Load unpacked": ${folder}`);
    console.log(`  2. in the extension's options: token "${demo.token}", agent id ${demo.agentId}`);
    console.log(`  3. open ${demo.url} and click the extension's button (Ctrl+C ends this)`);
  }
} catch (error) {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') throw error;
  fail(`port ${port} or the next one is taken; choose another: PORT=4200 npm run demo:extension`);
}
