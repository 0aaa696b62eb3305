// openapi-fetch with zod, its small build and its large one. The large one makes code from schemas where it may
// (`new Function`), which a Content-Security-Policy, extensions and Workers forbid; `jitless` is what it does
// there. The small one never does.

import { config } from 'zod';
import { checked } from './openapi-fetch.mjs';

/** @param {string} module @param {boolean} [jitless] */
const zod = (module, jitless) => async (bytes) => {
  // Before the schemas are made: they look at it then.
  config({ jitless });
  const { listMessages } = await import(`../../.work/schemas/${module}.mjs`);
  return checked(bytes, (answer) => listMessages.parse(answer));
};

export const contenders = {
  'openapi-fetch + zod mini': zod('zod-mini'),
  'openapi-fetch + zod mini, same mends': zod('zod-mini.mends'),
  'openapi-fetch + zod, jitless': zod('zod', true),
  'openapi-fetch + zod, code generation': zod('zod', false),
};
