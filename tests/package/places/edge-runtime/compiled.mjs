// An edge function. Its bundler hands it the module compiled, as the package's entry for edge-light asks.

import { checkSandbox, checkWebhooks, joined, started } from './checks.mjs';
import * as dixa from 'dixa-conversations';
import * as testing from 'dixa-conversations/testing';
import * as webhooks from 'dixa-conversations/webhooks';
import { answer } from './answer.mjs';

answer(dixa, started, undefined, async () =>
  joined(await checkWebhooks(webhooks, dixa), await checkSandbox(testing, dixa, webhooks)),
);
