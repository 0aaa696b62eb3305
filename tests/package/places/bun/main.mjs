// An ES module.
import { check, now, tell } from './checks.mjs';

const env = JSON.parse(process.env.DIXA_TEST);
const started = now();
const dixa = await import('dixa-conversations');
await tell(env, await check(dixa, env, { started }));
