// What the package's other entries are, from CommonJS.

import * as dixa from 'dixa-conversations';
import {
  messageContent,
  splitOutcomes,
  waitForAnonymization,
  watchMessages,
} from 'dixa-conversations/helpers';
import * as inline from 'dixa-conversations/inline';
import { createProxy, type OperationIds, type OperationName } from 'dixa-conversations/proxy';
import {
  createSandbox,
  SANDBOX_TOKEN,
  SANDBOX_WEBHOOK_SECRET,
  type Sandbox,
  type SandboxState,
} from 'dixa-conversations/testing';
import { verifyWebhook, WebhookVerificationError, type WebhookDelivery } from 'dixa-conversations/webhooks';

declare const client: dixa.ConversationsClient;
declare const message: dixa.Message;

// check: dixa-conversations/inline has the same types
same<typeof inline, typeof dixa>(true);
new dixa.ConversationsClient() satisfies inline.ConversationsClient;

// check: dixa-conversations/testing gives a fetch to a client
const sandbox = createSandbox({ clock: () => 0, token: undefined, seed: 'empty' });
same<typeof sandbox, Sandbox>(true);
same<typeof SANDBOX_TOKEN, string>(true);
same<typeof SANDBOX_WEBHOOK_SECRET, string>(true);
same<ReturnType<Sandbox['snapshot']>, SandboxState>(true);
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

// check: dixa-conversations/proxy takes names of operations, and tells authorize their ids
createProxy({
  token: () => Promise.resolve('token'),
  allow: ['tagConversation', 'createConversation'],
  authorize(request, call) {
    same<typeof request, Request>(true);
    same<typeof call.body, unknown>(true);
    same<typeof call.operation, 'tagConversation' | 'createConversation'>(true);
    if (call.operation === 'tagConversation')
      same<typeof call.ids, Record<'conversationId' | 'tagId', string>>(true);
    return Promise.resolve(new Response());
  },
  origins: undefined,
  onError: (error, { code, operation }) => {
    same<typeof error, unknown>(true);
    same<typeof code, string>(true);
    same<typeof operation, OperationName | undefined>(true);
  },
}) satisfies (request: Request) => Promise<Response>;
same<keyof OperationIds, OperationName>(true);
// @ts-expect-error there is no such operation
createProxy({ token: 't', allow: ['tagConversations'], authorize: () => true });
// @ts-expect-error without authorize nobody would be asked
createProxy({ token: 't', allow: ['listTags'] });
// @ts-expect-error there is no such option
createProxy({ token: 't', allow: ['listTags'], authorize: () => true, noSuchOption: 1 });
// @ts-expect-error it has to say yes or no
createProxy({ token: 't', allow: ['listTags'], authorize: () => 1 });

// check: dixa-conversations/helpers narrows what a message says
const said = messageContent(message);
if (said === undefined) same<typeof said, undefined>(true);
else if (said.kind === 'text' || said.kind === 'html' || said.kind === 'markdown')
  same<typeof said.value, string>(true);
else if (said.kind === 'stored') same<typeof said.file, dixa.File>(true);
else if (said.kind === 'form') same<typeof said.values, dixa.FormSubmission['values']>(true);
else if (said.kind === 'call') same<typeof said.to, dixa.PhoneEndpoint>(true);
else if (said.kind === 'recording') same<typeof said.url, string>(true);
else if (said.kind === 'unknown')
  same<typeof said.content, dixa.UnknownContent | dixa.UnknownEmailContent>(true);
else same<typeof said.kind, 'none'>(true);
same<NonNullable<typeof said>['attachments'], dixa.File[]>(true);

// check: dixa-conversations/helpers takes outcomes apart
const { succeeded, failed, unknown } = splitOutcomes([]);
same<(typeof succeeded)[number]['data'], dixa.InternalNoteData>(true);
same<(typeof failed)[number]['error'], dixa.ErrorResponse>(true);
same<(typeof unknown)[number]['outcome'], dixa.UnknownBulkActionOutcome>(true);

// check: dixa-conversations/helpers watches with a client, and what comes narrows
const watched = watchMessages(client, 1n, { signal: new AbortController().signal, seen: [{ id: 'a' }] });
same<typeof watched, AsyncGenerator<dixa.Message, void, undefined>>(true);
// @ts-expect-error there is no such option
watchMessages(client, 1, { noSuchOption: 1 });
// @ts-expect-error not a client
watchMessages({}, 1);

// check: dixa-conversations/helpers waits for an answer or its id
const reader = { getAnonymizationRequest: () => client.anonymizeConversation(1) };
same<ReturnType<typeof waitForAnonymization>, Promise<dixa.AnonymizationRequestStatus>>(true);
waitForAnonymization(reader, 'id', { timeoutMs: 5 });
waitForAnonymization(reader, { id: 'id' });
// @ts-expect-error a conversation's id is a number
waitForAnonymization(reader, 5);
