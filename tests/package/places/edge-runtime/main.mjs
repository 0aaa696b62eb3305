// Evaluates a bundle in Vercel's edge runtime and sends it a request. As there, code from text is refused,
// and a module that is imported compiled is of the host's realm.

import { readFile } from 'node:fs/promises';
import { EdgeRuntime } from 'edge-runtime';
import { tell } from './checks.mjs';

const [, , bundle, wasm] = process.argv;
const modules = {};
for (const name of ['dixa', 'sandbox', 'webhooks']) {
  const file = new URL(`${name}_bg.wasm`, import.meta.resolve('dixa-conversations/dixa_bg.wasm'));
  modules[`WASM_${name.toUpperCase()}`] = await WebAssembly.compile(await readFile(file));
}
const runtime = new EdgeRuntime({
  codeGeneration: { strings: false, wasm: wasm === 'compiles' },
  extend: (context) => Object.assign(context, modules),
  initialCode: await readFile(bundle, 'utf8'),
});
if (runtime.evaluate('WASM_DIXA instanceof WebAssembly.Module'))
  throw new Error('the module is of its realm');
const env = JSON.parse(process.env.DIXA_TEST);
const response = await runtime.dispatchFetch('http://localhost/', {
  method: 'POST',
  body: JSON.stringify(env),
});
await tell(env, await response.json());
