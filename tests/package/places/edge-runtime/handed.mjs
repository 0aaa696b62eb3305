// An edge function where nothing may be compiled, and no bundler knows of wasm: the first call says what to
// do, and that is done.

import { started } from './started.mjs';
import * as dixa from 'dixa-conversations/inline';
import { answer } from './answer.mjs';
import { checkBlocked } from './checks.mjs';

answer(dixa, started, async (env) => {
  const report = await checkBlocked(dixa, env, 'await preload(module)');
  await dixa.preload(globalThis.WASM_DIXA);
  return report;
});
