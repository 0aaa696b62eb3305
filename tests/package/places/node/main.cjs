// CommonJS. The checks are an ES module; the package is required.
const env = JSON.parse(process.env.DIXA_TEST);
const started = performance.now();
const dixa = require('dixa-conversations');

import('./checks.mjs').then(async ({ check, checkOne, checkWebhooks, joined, tell }) => {
  const report = await check(dixa, env, { started });
  const webhooks = await checkWebhooks(require('dixa-conversations/webhooks'), dixa);
  await tell(env, joined(report, webhooks, await checkOne(dixa, await import('dixa-conversations'))));
});
