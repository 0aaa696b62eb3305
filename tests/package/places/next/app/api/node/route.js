// A route handler on Node.

import { check, started, tell } from '../../../checks.mjs';
import * as dixa from 'dixa-conversations';

export async function POST(request) {
  const env = await request.json();
  await tell(env, await check(dixa, env, { started }));
  return new Response(null, { status: 204 });
}
