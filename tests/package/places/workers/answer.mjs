// Makes the checks when the page says where. A worker is no page: the token needs no leave.
import { check, started, tell } from './checks.mjs';

export const answer = (dixa) =>
  addEventListener('message', async ({ data: env }) => tell(env, await check(dixa, env, { started })));
