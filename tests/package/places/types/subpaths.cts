// What the package's other entries are, from CommonJS.

import * as dixa from 'dixa-conversations';
import * as inline from 'dixa-conversations/inline';
import { createSandbox, SANDBOX_TOKEN, type Sandbox } from 'dixa-conversations/testing';
import { verifyWebhook, WebhookVerificationError, type WebhookDelivery } from 'dixa-conversations/webhooks';

// check: dixa-conversations/inline has the same types
same<typeof inline, typeof dixa>(true);
new dixa.ConversationsClient() satisfies inline.ConversationsClient;

// check: dixa-conversations/testing gives a fetch to a client
const sandbox = createSandbox({ now: () => 0, token: undefined });
same<typeof sandbox, Sandbox>(true);
same<typeof SANDBOX_TOKEN, string>(true);
new dixa.ConversationsClient({ token: sandbox.token, fetch: sandbox.fetch });

// check: dixa-conversations/webhooks takes what servers have and gives an event
export const verified = async (headers: Record<string, string | string[] | undefined>) => {
  const delivery = await verifyWebhook({ headers, body: '', secret: '00' });
  same<typeof delivery, WebhookDelivery>(true);
  if (delivery.event.event_fqn === 'CONVERSATION_NOTE_ADDED')
    same<typeof delivery.event.data.text, string>(true);
  ((error: WebhookVerificationError): dixa.DixaError => error).name;
};

// check: dixa-conversations/dixa_bg.wasm is a module to import, and preload takes it
export const loaded = import('dixa-conversations/dixa_bg.wasm').then(({ default: wasm }) => {
  same<typeof wasm, dixa.WasmModule>(true);
  return dixa.preload(wasm);
});
