// The page's program.

import { check, checkSandbox, checkWebhooks, joined, started, tell } from './checks.mjs';
import * as dixa from 'dixa-conversations';

const env = JSON.parse(decodeURIComponent(location.hash.slice(1)));
check(dixa, env, { started, isPage: true }).then(async (report) => {
  const webhooks = await import('dixa-conversations/webhooks');
  const sandbox = await checkSandbox(await import('dixa-conversations/testing'), dixa, webhooks);
  await tell(env, joined(report, await checkWebhooks(webhooks, dixa), sandbox));
});
