// Evaluates a bundle in Vercel's edge runtime and sends it a request. As there, code from text is refused,
// and a module that is imported compiled is of the host's realm.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { EdgeRuntime } from 'edge-runtime';
import { tell } from './checks.mjs';

const [, , bundle, wasm] = process.argv;
const bytes = await readFile(fileURLToPath(import.meta.resolve('dixa-conversations/dixa_bg.wasm')));
const module = await WebAssembly.compile(bytes);
const runtime = new EdgeRuntime({
  codeGeneration: { strings: false, wasm: wasm === 'compiles' },
  extend: (context) => Object.assign(context, { WASM_DIXA: module }),
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
