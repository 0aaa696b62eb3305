// An edge function where nothing may be compiled, and no bundler knows of wasm: the first call says what to
// do, and that is done.

import { checkBlocked, started } from './checks.mjs';
import * as dixa from 'dixa-conversations/inline';
import { answer } from './answer.mjs';

answer(dixa, started, async (env) => {
  const report = await checkBlocked(dixa, env, 'await preload(module)');
  await dixa.preload(globalThis.WASM_DIXA);
  return report;
});
