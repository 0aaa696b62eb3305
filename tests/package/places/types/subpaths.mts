// What the package's other entries are, from an ES module.

import * as dixa from 'dixa-conversations';
import wasm from 'dixa-conversations/dixa_bg.wasm';
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
same<ReturnType<Sandbox['snapshot']>, Record<string, unknown>>(true);
// @ts-expect-error there is no such option
createSandbox({ noSuchOption: 1 });
// @ts-expect-error a clock gives a number
createSandbox({ now: () => 'now' });

// check: dixa-conversations/webhooks takes what servers have and gives an event
export const verified = async (request: Request, headers: Record<string, string | string[] | undefined>) => {
  const secret = ['00', '01'] as const;
  same<ReturnType<typeof verifyWebhook>, Promise<WebhookDelivery>>(true);
  await verifyWebhook({ headers, body: '', secret: '00' });
  await verifyWebhook({ headers: new Headers(), body: new Uint8Array(), secret, now: () => 0, logger: null });
  const { event, subscriptionId, issues } = await verifyWebhook(request, { secret, toleranceMs: undefined });
  same<typeof subscriptionId, string | undefined>(true);
  same<typeof issues, dixa.Issue[]>(true);
  if (event.event_fqn === 'CONVERSATION_MESSAGE_ADDED') same<typeof event.data.text, string>(true);
  if (event.event_fqn === 'CONVERSATION_CLOSED') same<typeof event.data.conversation.csid, dixa.Int64>(true);
  if (event.event_fqn === 'TYPING_STARTED') same<typeof event.data, Record<string, unknown>>(true);
  if (event.event_fqn === 'Unknown') same<typeof event.data, unknown>(true);
  // @ts-expect-error not every event has the same data
  event.data.conversation;
  // @ts-expect-error there is no such event
  event.event_fqn === 'CONVERSATION_EXPLODED';
  // @ts-expect-error a secret is needed
  await verifyWebhook(request, {});
  // @ts-expect-error a secret is needed
  await verifyWebhook(request);
  // @ts-expect-error what was parsed cannot be verified
  await verifyWebhook({ headers, body: { event_id: '1' }, secret });
};

// check: what dixa-conversations/webhooks throws is an error of the package
export const caught = (error: unknown): dixa.DixaError | undefined => {
  if (error instanceof WebhookVerificationError) return error;
  // @ts-expect-error it is not made by programs
  return new WebhookVerificationError();
};

// check: dixa-conversations/dixa_bg.wasm is a module, and preload takes it
same<typeof wasm, dixa.WasmModule>(true);
same<ReturnType<typeof dixa.preload>, Promise<void>>(true);
dixa.preload(wasm);
// @ts-expect-error neither a module, nor bytes, a response or a URL
dixa.preload(Symbol());
