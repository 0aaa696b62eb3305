// A fresh isolate of Cloudflare's runtime for each sample. Its clock stands still while it computes, so the time
// is that of the first request, from outside.

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { get } from 'node:http';
import path from 'node:path';
import { Miniflare } from 'miniflare';

const WORKER = `export default { async fetch() {
  const { first } = await import('./program.mjs');
  return Response.json((await first()).length);
} };`;

/** @type {import('../parts/cold.mjs').Open} */
export const open = async (program) => ({
  version: `workerd ${createRequire(import.meta.url)('workerd/package.json').version}`,
  async sample(name) {
    const file = program(name, 'workerd');
    const wasm = path.join(path.dirname(file), 'dixa_bg.wasm');
    const started = performance.now();
    const miniflare = new Miniflare({
      modules: [
        { type: 'ESModule', path: 'worker.mjs', contents: WORKER },
        { type: 'ESModule', path: 'program.mjs', contents: readFileSync(file, 'utf8') },
        ...(name === 'ours' && existsSync(wasm)
          ? [{ type: 'CompiledWasm', path: 'dixa_bg.wasm', contents: readFileSync(wasm) }]
          : []),
      ],
      modulesRoot: '.',
      compatibilityDate: '2026-01-01',
      // Its own requests would leave this machine otherwise.
      cf: false,
      unsafeDirectSockets: [{}],
    });
    try {
      await miniflare.ready;
      const url = await miniflare.unsafeGetDirectURL();
      const asked = performance.now();
      const length = JSON.parse(await text(url));
      const now = performance.now();
      return { ms: now - asked, length, wholeMs: now - started };
    } finally {
      await miniflare.dispose();
    }
  },
  async close() {},
});

/** @param {URL} url @returns {Promise<string>} */
function text(url) {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, async (response) => {
      let said = '';
      for await (const chunk of response) said += chunk;
      resolve(said);
    }).on('error', reject);
  });
}
