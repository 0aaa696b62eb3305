// An ES module.
import { check, checkWebhooks, joined, now, tell } from './checks.mjs';

const env = JSON.parse(process.env.DIXA_TEST);
const started = now();
const dixa = await import('dixa-conversations');
const report = await check(dixa, env, { started });
await tell(env, joined(report, await checkWebhooks(await import('dixa-conversations/webhooks'), dixa)));
