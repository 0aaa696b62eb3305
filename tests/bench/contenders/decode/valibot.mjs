// openapi-fetch with valibot.

import * as v from 'valibot';
import { checked } from './openapi-fetch.mjs';

/** @param {string} module */
const valibot = (module) => async (bytes) => {
  const { listMessages } = await import(module);
  return checked(bytes, (answer) => v.parse(listMessages, answer));
};

export const contenders = {
  'openapi-fetch + valibot': valibot('../../.work/schemas/valibot.mjs'),
  'openapi-fetch + valibot, same mends': valibot('../../.work/schemas/valibot.mends.mjs'),
};
