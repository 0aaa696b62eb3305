// An edge function. Its bundler hands it the module compiled, as the package's entry for edge-light asks.

import { checkWebhooks, started } from './checks.mjs';
import * as dixa from 'dixa-conversations';
import * as webhooks from 'dixa-conversations/webhooks';
import { answer } from './answer.mjs';

answer(dixa, started, undefined, () => checkWebhooks(webhooks, dixa));
