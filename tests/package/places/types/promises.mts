// What the package promises of its types, in code as its users write it. Compiled as an ES module and, word
// for word, as CommonJS.

import {
  AbortError,
  ApiError,
  BadRequestError,
  ConflictError,
  ConnectionError,
  ConversationsClient,
  DecodeError,
  DixaError,
  RateLimitError,
  RequestValidationError,
  ResponseValidationError,
  TimeoutError,
  isDixaError,
  preload,
} from 'dixa-conversations';
import type {
  ActivityLogEntry,
  ApiPromise,
  ApiResponse,
  Callback,
  CallbackDirection,
  Chat,
  ClaimConversationInput,
  ClientOptions,
  CloseConversationInput,
  ContactForm,
  Content,
  Conversation,
  ConversationChannel,
  ConversationSearchHit,
  ConversationState,
  CreateInternalNoteInput,
  Email,
  EmailConversation,
  File,
  Inbound,
  Int64,
  Issue,
  ListFlowsQuery,
  Message,
  Outbound,
  Outcome,
  Page,
  PagePromise,
  PatchCustomAttributesInput,
  PhoneEndpoint,
  RequestOptions,
  SearchConversationsQuery,
  SearchField,
  Sms,
  Text,
  Timestamp,
  TimestampInput,
  TransferConversationInput,
  UnknownConversation,
  Uuid,
} from 'dixa-conversations';

declare const dixa: ConversationsClient;
declare const conversation: Conversation;
declare const message: Message;
declare const content: Content;

// check: a client is given options, and takes a token that the environment may lack
new ConversationsClient({ token: some<string | undefined>() });
new ConversationsClient({ token: async () => 'the token' });
new ConversationsClient({ token: () => 'the token', baseUrl: '/dixa', rateLimit: false, logger: null });
new ConversationsClient({ fetch, fetchOptions: { redirect: undefined } as {}, headers: () => ({ a: 'b' }) });
// @ts-expect-error a token is needed, or the baseUrl of a proxy
new ConversationsClient();
// @ts-expect-error a token is no number
new ConversationsClient({ token: 5 });
// @ts-expect-error redirects are the package's affair
new ConversationsClient({ fetchOptions: { redirect: 'follow' } });
// @ts-expect-error the limit needs both numbers
new ConversationsClient({ rateLimit: { burst: 1 } });
// @ts-expect-error a call has no token of its own
dixa.getConversation(1, { token: 'the token' });
// @ts-expect-error a client has no signal
new ConversationsClient({ signal: new AbortController().signal });

// check: a conversation narrows, and is not any
if (conversation._type === 'EmailConversation') {
  same<typeof conversation, EmailConversation>(true);
  same<typeof conversation.subject, string | undefined>(true);
}
if (conversation._type === 'Unknown') {
  same<typeof conversation, UnknownConversation>(true);
  same<typeof conversation.rawType, string | undefined>(true);
  same<(typeof conversation)['heard of tomorrow'], unknown>(true);
}
// @ts-expect-error not every conversation has a subject
void conversation.subject;
// @ts-expect-error there is no such kind
if (conversation._type === 'PigeonConversation') void 0;

// check: what all kinds share is read without narrowing
same<typeof conversation.id, Int64>(true);
same<typeof conversation.requesterId, Uuid>(true);
same<typeof conversation.channel, ConversationChannel>(true);
same<typeof conversation.state, ConversationState | undefined>(true);
same<typeof conversation.createdAt, Timestamp>(true);
same<typeof content.value, string>(true);
same<typeof message.createdAt, Timestamp>(true);

// check: a kind that is not known is handled by default
export function told(of: Conversation): string {
  switch (of._type) {
    case 'EmailConversation':
      return of.fromEmail;
    case 'PstnPhoneConversation':
      return of.channel;
    default:
      return `${of._type} ${of.id}`;
  }
}

// check: enums are open but complete
same<CallbackDirection, 'Inbound' | 'Outbound' | (string & {})>(true);
same<ConversationState, 'AwaitingPending' | 'Closed' | 'Open' | 'Pending' | (string & {})>(true);
const channel: ConversationChannel = 'Carrier pigeon';
// @ts-expect-error an enum is a string
const noChannel: ConversationChannel = 5;
void [channel, noChannel];

// check: ids are a number, a bigint or digits; the others are strings
dixa.getConversation(1);
dixa.getConversation(1n);
dixa.getConversation('1');
dixa.getConversation(conversation.id);
dixa.tagConversation(1, 'f0a1b2c3-1111-4aaa-8bbb-000000000004');
same<Int64, number | string>(true);
same<PhoneEndpoint, string | number>(true);
// @ts-expect-error an id is no boolean
dixa.getConversation(true);
// @ts-expect-error an id is needed
dixa.getConversation(undefined);
// @ts-expect-error a tag's id is a string
dixa.tagConversation(1, 1);

// check: timestamps are a Date or a string in, and a string out
same<TimestampInput, Date | string>(true);
same<Timestamp, string>(true);
dixa.addInternalNote(1, { message: 'x', createdAt: new Date() });
dixa.addInternalNote(1, { message: 'x', createdAt: '2024-05-01T00:00:00Z' });
dixa.listOrganizationActivityLog({ fromDatetime: new Date(), toDatetime: '2024-05-01T00:00:00Z' });
new Date(conversation.createdAt);
// @ts-expect-error not milliseconds
dixa.addInternalNote(1, { message: 'x', createdAt: Date.now() });

// check: claimConversation requires force to be said
dixa.claimConversation(1, { agentId: 'a', force: false });
same<ClaimConversationInput['force'], boolean>(true);
// @ts-expect-error force must be said
dixa.claimConversation(1, { agentId: 'a' });
// @ts-expect-error and not as undefined
dixa.claimConversation(1, { agentId: 'a', force: undefined });

// check: what a request must have
type Needed<T> = { [K in keyof T]-?: {} extends Pick<T, K> ? never : K }[keyof T];
same<Needed<CreateInternalNoteInput>, 'message'>(true);
same<Needed<ClaimConversationInput>, 'agentId' | 'force'>(true);
same<Needed<TransferConversationInput>, 'queueId'>(true);
same<Needed<SearchConversationsQuery>, 'query'>(true);
same<Needed<Inbound>, '_type' | 'content'>(true);
same<Needed<Outbound>, '_type' | 'agentId'>(true);
same<Needed<Text>, '_type' | 'value'>(true);
same<Needed<File>, 'url'>(true);
same<Needed<Callback>, '_type' | 'requesterId' | 'direction' | 'contactEndpointId' | 'queueId'>(true);
same<Needed<Chat>, '_type' | 'requesterId' | 'widgetId' | 'message'>(true);
same<Needed<ContactForm>, '_type' | 'requesterId' | 'emailIntegrationId' | 'subject' | 'message'>(true);
same<Needed<Email>, '_type' | 'requesterId' | 'emailIntegrationId' | 'subject' | 'message'>(true);
same<Needed<Sms>, '_type' | 'requesterId' | 'contactEndpointId' | 'message'>(true);
same<Needed<CloseConversationInput>, never>(true);
same<Needed<ListFlowsQuery>, never>(true);
same<Needed<ClientOptions>, never>(true);
same<Needed<RequestOptions>, never>(true);

// check: optional members may be undefined, also where optional properties are exact
dixa.closeConversation(
  1,
  { userId: some<string | undefined>() },
  { signal: undefined, timeoutMs: undefined },
);
dixa.searchConversations({ query: 'x', pageKey: some<Page<unknown>>().nextPageKey });
dixa.addMessage(1, {
  _type: 'Inbound',
  content: { _type: 'Text', value: 'x' },
  externalId: undefined,
  attachments: [{ url: 'https://example.com', prettyName: undefined }],
});
same<Required<RequestOptions>['timeoutMs'], number>(false);
same<ClientOptions['token'], string | (() => string | Promise<string>) | undefined>(true);

// check: options that are given for a body are refused
// @ts-expect-error options are the third argument
dixa.closeConversation(1, { signal: new AbortController().signal });
// @ts-expect-error options are the last argument
dixa.searchConversations({ query: 'x', timeoutMs: 5 });

// check: what was read can be sent
dixa.addMessage(1, { _type: 'Outbound', agentId: 'a', content });
// A kind that is not known goes back under its own tag.
dixa.addMessage(1, {
  _type: 'Inbound',
  content: { _type: 'Unknown', rawType: 'Carousel', value: 'x', more: 1 },
});
// @ts-expect-error an unknown kind is said to be one
dixa.addMessage(1, { _type: 'Inbound', content: { _type: 'Carousel', value: 'x' } });
// @ts-expect-error what the end user writes has no agent
dixa.addMessage(1, { _type: 'Inbound', content, agentId: 'a' });

// check: a field of a search takes its own operators, and no others
dixa.searchConversationsWithFilters();
dixa.searchConversationsWithFilters(undefined, { pageLimit: 5 }, { timeoutMs: 5 });
export const fields: SearchField[] = [
  { _type: 'QueueId', operator: { _type: 'IsEmpty' } },
  { _type: 'Channel', operator: { _type: 'IsOneOf', values: ['email', 'a channel of tomorrow'] } },
  { _type: 'CreationDate', operator: { _type: 'Between', timestampFrom: new Date(), timestampTo: 'now' } },
  { _type: 'Duration', operator: { _type: 'Between', min: 1, max: 2 } },
  { _type: 'CustomAttribute', attributeId: 'a', operator: { _type: 'IsOneOf', values: [['a', 'b']] } },
  // @ts-expect-error a queue has no time
  { _type: 'QueueId', operator: { _type: 'Since', timestamp: new Date() } },
  // @ts-expect-error a state is never empty
  { _type: 'Status', operator: { _type: 'IsEmpty' } },
  // @ts-expect-error a channel needs its values
  { _type: 'Channel', operator: { _type: 'IsOneOf' } },
  // @ts-expect-error times are no lengths of time
  { _type: 'CreationDate', operator: { _type: 'Between', min: 1, max: 2 } },
  // @ts-expect-error a value of a custom attribute is a path
  { _type: 'CustomAttribute', attributeId: 'a', operator: { _type: 'IsOneOf', values: ['a'] } },
  // @ts-expect-error there is no such field
  { _type: 'Mood', operator: { _type: 'IsEmpty' } },
];
(field: SearchField) => {
  if (field._type === 'TagId' && field.operator._type === 'IncludesAll')
    same<typeof field.operator.values, readonly string[] | undefined>(true);
};

// check: conversations of an end user lack their custom attributes, and narrow all the same
async () => {
  for await (const one of dixa.listEndUserConversations('a', { pageLimit: 5 })) {
    same<typeof one.id, Int64>(true);
    same<typeof one.customAttributes, Conversation['customAttributes'] | undefined>(true);
    if (one._type === 'EmailConversation') same<typeof one.subject, EmailConversation['subject']>(true);
  }
};

// check: a request gives what nobody has checked
async () => {
  const given = await dixa.request({ method: 'GET', path: '/v1/agents', query: { a: 1, b: undefined } });
  same<typeof given, unknown>(true);
  same<Awaited<ReturnType<ReturnType<typeof dixa.request>['withResponse']>>['data'], unknown>(true);
  // @ts-expect-error a method is written in capitals
  dixa.request({ method: 'get', path: '/' });
  // @ts-expect-error headers are an option
  dixa.request({ method: 'GET', path: '/', headers: {} });
};

// check: null clears custom attributes, and nothing else
same<PatchCustomAttributesInput, Record<string, string | string[] | null>>(true);
dixa.patchCustomAttributes(1, { a: 'x', b: ['x', 'y'], c: null });
// @ts-expect-error null is not offered where it says nothing
dixa.closeConversation(1, { userId: null });

// check: a call is a promise of the data, with the response beside it
export async function called() {
  same<ReturnType<typeof dixa.getConversation>, ApiPromise<Conversation>>(true);
  same<ReturnType<typeof dixa.closeConversation>, ApiPromise<undefined>>(true);
  const read = await dixa.getConversation(1);
  same<typeof read, Conversation>(true);
  const nothing = await dixa.closeConversation(1);
  same<typeof nothing, undefined>(true);
  const response = await dixa.listMessages(1).withResponse();
  same<typeof response, ApiResponse<Message[]>>(true);
  same<typeof response.data, Message[]>(true);
  same<typeof response.meta, unknown>(true);
  same<typeof response.status, number>(true);
  same<typeof response.headers, Headers>(true);
  same<typeof response.requestId, string | undefined>(true);
  same<typeof response.attempts, number>(true);
  same<typeof response.issues, Issue[]>(true);
  const first = response.data[0];
  same<typeof first, Message | undefined>(true);
  const both = await Promise.all([dixa.getConversation(1), dixa.listMessages(1)]);
  same<typeof both, [Conversation, Message[]]>(true);
}

// check: a paged call is a promise of a page and an iterable of items
export async function paged() {
  const hits = dixa.searchConversations({ query: 'x' });
  same<typeof hits, PagePromise<ConversationSearchHit>>(true);
  const page = await hits;
  same<typeof page, Page<ConversationSearchHit>>(true);
  same<typeof page.items, ConversationSearchHit[]>(true);
  same<typeof page.nextPageKey, string | undefined>(true);
  same<typeof page.hasNextPage, boolean>(true);
  const next = await page.next();
  same<typeof next, Page<ConversationSearchHit> | undefined>(true);
  for await (const hit of hits) same<typeof hit, ConversationSearchHit>(true);
  for await (const one of hits.pages()) same<typeof one, Page<ConversationSearchHit>>(true);
  const { value } = await hits[Symbol.asyncIterator]().next();
  same<typeof value, ConversationSearchHit | void>(true);
  const entries = await dixa.listOrganizationActivityLog().toArray({ limit: 100 });
  same<typeof entries, ActivityLogEntry[]>(true);
  const response = await hits.withResponse();
  same<typeof response, ApiResponse<Page<ConversationSearchHit>>>(true);
  // @ts-expect-error a limit must be said
  await hits.toArray();
  // @ts-expect-error what is not paged is no iterable
  for await (const one of dixa.listMessages(1)) void one;
}

// check: errors narrow by instanceof and by isDixaError
export async function failed() {
  try {
    await dixa.getConversation(1);
  } catch (error) {
    same<typeof error, unknown>(true);
    if (error instanceof ApiError) same<typeof error.status, number>(true);
    if (error instanceof TimeoutError) same<typeof error.phase, 'token' | 'headers' | 'body' | 'total'>(true);
    if (error instanceof RequestValidationError) same<typeof error.issues, Issue[]>(true);
    if (error instanceof ResponseValidationError) same<typeof error.issueCount, number>(true);
    if (!isDixaError(error)) throw error;
    same<typeof error, DixaError>(true);
    same<typeof error.outcome, Outcome>(true);
    same<typeof error.code, string>(true);
    same<typeof error.status, number | undefined>(true);
    same<typeof error.retryable, boolean>(true);
    same<typeof error.retryAfterMs, number | undefined>(true);
    same<typeof error.headers, Headers | undefined>(true);
    same<typeof error.body, unknown>(true);
    same<typeof error.data, unknown>(true);
    same<typeof error.cause, unknown>(true);
    same<Outcome, 'not_sent' | 'rejected' | 'applied' | 'unknown'>(true);
  }
}

// check: one error class after the other can be asked for
export function sorted(error: DixaError): string {
  if (error instanceof AbortError) return `ended: ${error.code}`;
  if (error instanceof ConnectionError) return `no answer: ${error.code}`;
  if (error instanceof DecodeError) return `unreadable: ${error.code}`;
  if (error instanceof ConflictError) return `taken: ${error.status}`;
  if (error instanceof RateLimitError) return `slower: ${error.retryAfterMs}`;
  if (error instanceof BadRequestError) return `refused: ${error.status}`;
  if (error instanceof ApiError) return `answered: ${error.status}`;
  same<typeof error, DixaError>(true);
  return error.outcome;
}

// check: errors are not made by hand, and not changed
// @ts-expect-error only the package makes them
new DixaError();
// @ts-expect-error an outcome stands
some<DixaError>().outcome = 'applied';

// check: what is given may be a constant, with its lists
const constant = {
  strategy: 'All',
  conditions: [{ field: { _type: 'Status', operator: { _type: 'IsOneOf', values: ['open'] } } }],
} as const;
dixa.searchConversationsWithFilters({ filters: constant });
dixa.bulkTagConversation(1, { data: [{ name: 'vip' }] } as const);

// check: preload takes nothing, bytes, a response or a URL
preload();
preload(new ArrayBuffer(1));
preload(new Uint8Array(1));
preload(fetch('https://example.com/dixa_bg.wasm'));
preload(new URL('https://example.com/dixa_bg.wasm'));
// @ts-expect-error not a number
preload(5);
