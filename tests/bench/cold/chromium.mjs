// A fresh page for each sample, in a context of its own: no cache, and no code kept from the last one.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { launchChromium } from '../../package/harness/browsers.mjs';

/** @type {import('../parts/cold.mjs').Open} */
export async function open(program) {
  const server = createServer((request, response) => {
    const script = /^\/(.+)\.mjs$/.exec(request.url);
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
    response.end(script ? readFileSync(program(script[1])) : '<!doctype html><title>cold</title>');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const browser = await launchChromium();
  return {
    version: (await browser.version()).replace(/^.*\//, 'Chromium '),
    async sample(name) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      const started = performance.now();
      await page.goto(`http://127.0.0.1:${server.address().port}/`);
      const told = await page.evaluate(async (url) => {
        const from = performance.now();
        const { first } = await import(url);
        const { length } = await first();
        return { ms: performance.now() - from, length };
      }, `/${name}.mjs`);
      const wholeMs = performance.now() - started;
      await context.close();
      return { ...told, wholeMs };
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
