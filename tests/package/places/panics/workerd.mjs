// Runs the Worker in workerd: panics within a request, and one request's panic with another's call under way.

import { Miniflare } from 'miniflare';
import { each, hanging, same, tell } from './checks.mjs';

const env = JSON.parse(process.env.DIXA_TEST);
const miniflare = new Miniflare({
  modules: [
    { type: 'ESModule', path: 'worker.js' },
    { type: 'CompiledWasm', path: 'dixa_bg.wasm' },
  ],
  compatibilityDate: '2026-01-01',
  bindings: { DIXA_TEST: process.env.DIXA_TEST },
  cf: false,
});
const ask = async (path) => (await miniflare.dispatchFetch(`http://localhost${path}`)).json();

const report = await ask('/panics');
const across = await each({
  "another request's call is ended, and the isolate goes on": async () => {
    const other = ask('/hang');
    await hanging(env, 1);
    same(await ask('/panic'), 'InternalError', 'the request that panicked');
    same(await other, 'InternalError', 'the request beside it');
    same(await ask('/call'), 10_001, 'the next request');
  },
});
report.passed.push(...across.passed);
report.failed.push(...across.failed);
await tell(env, report);
await miniflare.dispose();
