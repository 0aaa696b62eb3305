// An edge function where nothing may be compiled, and no bundler knows of wasm: the first call says what to
// do, and that is done.

import { checkBlocked, started } from './checks.mjs';
import * as dixa from 'dixa-conversations/inline';
import { answer } from './answer.mjs';

const CURE =
  "bundle the program under the condition workerd or edge-light, or hand it the module: import module from 'dixa-conversations/dixa_bg.wasm'; import { preload } from 'dixa-conversations/inline'; await preload(module)";

answer(dixa, started, async (env) => {
  const report = await checkBlocked(dixa, env, CURE);
  await dixa.preload(globalThis.WASM_DIXA);
  return report;
});
