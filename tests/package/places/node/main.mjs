// An ES module.
import { check, checkSandbox, checkWebhooks, joined, now, tell } from './checks.mjs';

const env = JSON.parse(process.env.DIXA_TEST);
const started = now();
const dixa = await import('dixa-conversations');
const report = await check(dixa, env, { started });
const webhooks = await import('dixa-conversations/webhooks');
const testing = await import('dixa-conversations/testing');
await tell(
  env,
  joined(report, await checkWebhooks(webhooks, dixa), await checkSandbox(testing, dixa, webhooks)),
);
