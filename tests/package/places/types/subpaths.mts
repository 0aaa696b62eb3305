// What the package's other entries are, from both kinds of module.

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
new dixa.ConversationsClient({ token: 't' }) satisfies inline.ConversationsClient;

// check: dixa-conversations/testing gives a fetch to a client
const sandbox = createSandbox({ clock: () => 0, token: undefined, seed: 'empty' });
same<typeof sandbox, Sandbox>(true);
same<typeof SANDBOX_TOKEN, string>(true);
same<typeof SANDBOX_WEBHOOK_SECRET, string>(true);
same<ReturnType<Sandbox['snapshot']>, SandboxState>(true);
new dixa.ConversationsClient({ token: sandbox.token, fetch: sandbox.fetch });
createSandbox({ clock: Date });
createSandbox({ seed: sandbox.snapshot() });
createSandbox({
  seed: {
    agents: [{ name: 'Ada' }],
    conversations: [
      {
        _type: 'EmailConversation',
        subject: 'Where is it?',
        messages: [{ _type: 'Inbound', content: { _type: 'Text', value: 'Hello' }, createdAt: new Date() }],
        notes: [{ message: 'Seen' }],
        tags: ['late'],
      },
    ],
  },
});
// @ts-expect-error subject is no field of a chat
createSandbox({ seed: { conversations: [{ _type: 'ChatConversation', subject: 'x' }] } });
// @ts-expect-error there is no such kind
sandbox.add({ _type: 'FaxConversation' });
const [begun] = sandbox.snapshot().conversations;
if (begun?._type === 'EmailConversation') same<typeof begun.subject, string | undefined>(true);
if (begun) same<(typeof begun)['messages'], dixa.Message[]>(true);
same<ReturnType<Sandbox['receive']>, dixa.Message>(true);
same<ReturnType<Sandbox['fail']>, () => void>(true);
sandbox.fail({ operation: 'addMessage', lost: true, applied: true });
// @ts-expect-error there is no such operation
sandbox.fail({ operation: 'addMesage', lost: true });
sandbox.onWebhook(fetch, { url: 'https://here.example', events: ['CONVERSATION_MESSAGE_ADDED'] });
// @ts-expect-error there is no such event
sandbox.onWebhook(fetch, { events: ['CONVERSATION_EXPLODED'] });
// @ts-expect-error there is no such option
createSandbox({ noSuchOption: 1 });
// @ts-expect-error a clock gives a number
createSandbox({ clock: () => 'now' });

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

// check: dixa-conversations/dixa_bg.wasm is a module to import, and preload takes it
export const loaded = import('dixa-conversations/dixa_bg.wasm').then(({ default: wasm }) => {
  same<typeof wasm, dixa.WasmModule>(true);
  same<ReturnType<typeof dixa.preload>, Promise<void>>(true);
  // @ts-expect-error neither a module, nor bytes, a response or a URL
  dixa.preload(Symbol());
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
