// CommonJS. The checks are an ES module; the package is required.
const env = JSON.parse(process.env.DIXA_TEST);
const started = performance.now();
const dixa = require('dixa-conversations');

import('./checks.mjs').then(async ({ check, checkOne, checkSandbox, checkWebhooks, joined, tell }) => {
  const report = await check(dixa, env, { started });
  const webhooks = require('dixa-conversations/webhooks');
  const verified = await checkWebhooks(webhooks, dixa);
  const sandbox = await checkSandbox(require('dixa-conversations/testing'), dixa, webhooks);
  await tell(
    env,
    joined(report, verified, sandbox, await checkOne(dixa, await import('dixa-conversations'))),
  );
});
