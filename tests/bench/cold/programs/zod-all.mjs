// The same, with the schemas of all answers, as an SDK has them.

import * as answers from '../../.work/schemas/zod-mini.mjs';

export { first } from './zod.mjs';
export { answers };
