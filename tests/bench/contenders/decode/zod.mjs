// openapi-fetch with zod's small build. zod makes code from schemas where it may (`new Function`), which a
// Content-Security-Policy, extensions and Workers forbid; `jitless` is what it does there.

import * as z from 'zod/mini';
import { checked } from './openapi-fetch.mjs';

/** @param {{ jitless: boolean, module: string }} options */
const zod = (options) => async (bytes) => {
  // Before the schemas are made: they look at it then.
  z.config({ jitless: options.jitless });
  const { listMessages } = await import(options.module);
  return checked(bytes, (answer) => listMessages.parse(answer));
};

const checks = '../../.work/schemas/zod.mjs';
const mends = '../../.work/schemas/zod.mends.mjs';

export const contenders = {
  'openapi-fetch + zod mini': zod({ jitless: true, module: checks }),
  'openapi-fetch + zod mini, code generation': zod({ jitless: false, module: checks }),
  'openapi-fetch + zod mini, same mends': zod({ jitless: true, module: mends }),
};
