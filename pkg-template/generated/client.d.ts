// Generated from src/models and src/operations. `cargo run --bin print` writes it anew.

/** Options of a client. */
export interface ClientOptions {
    /** The API token, or a function that gives it. A function's token is kept until the server refuses it (401); then it is asked once more. Not needed behind a proxy that adds it. */
    token?: (string | (() => string | Promise<string>)) | undefined;
    /** How the token stands in the Authorization header. Default: `raw`, the token alone. A `Bearer ` that is already there is never doubled. */
    authScheme?: ('raw' | 'bearer') | undefined;
    /** Where the API is. Default: `https://dev.dixa.io`. May have a path, and may be relative in a page (`/dixa`). */
    baseUrl?: (string) | undefined;
    /** Makes the requests. Default: the global `fetch`. */
    fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
    /** Further members of every request's init: credentials, cache, mode. Default: none. */
    fetchOptions?: (Omit<RequestInit, 'body' | 'headers' | 'method' | 'redirect' | 'signal'>) | undefined;
    /** Further headers of every request. Default: none. */
    headers?: (Record<string, string> | (() => Record<string, string>)) | undefined;
    /** For an attempt, its body included, in milliseconds. Default: 20000. */
    timeoutMs?: (number) | undefined;
    /** For a call with all its attempts, waits for the rate limiter left out, in milliseconds. Default: 60000. */
    totalTimeoutMs?: (number) | undefined;
    /** Attempts after the first, where an operation may be repeated. Default: 2. */
    maxRetries?: (number) | undefined;
    /** The client's own rate limit. Default: Dixa's, 10 a second and 4 at once. Dixa counts per token, over all clients that use it. */
    rateLimit?: (RateLimit | false) | undefined;
    /** Whether `addMessage` makes up an `externalId` (`dxc-` and 32 hexadecimal digits) when it has none, so that it can be repeated safely. Default: true. */
    autoExternalId?: (boolean) | undefined;
    /** `warn`: answers are checked and mended, issues are reported. `strict`: an issue is an error. `off`: the server's JSON untouched. Default: `warn`. */
    validation?: ('warn' | 'strict' | 'off') | undefined;
    /** The longest answer that is read, in bytes. Default: 16 MiB. */
    maxBodyBytes?: (number) | undefined;
    /** Where issues are told when there is no `onIssue`. Default: `console.warn`. `null`: nowhere. */
    logger?: (Logger | null) | undefined;
    /** Called before each attempt. What it returns or throws changes nothing; the same holds for the other hooks. */
    onRequest?: ((event: RequestEvent) => void) | undefined;
    /** Called when the head of an answer is there. */
    onResponse?: ((event: ResponseEvent) => void) | undefined;
    /** Called before the wait for another attempt. */
    onRetry?: ((event: RetryEvent) => void) | undefined;
    /** Called for each departure of an answer from the models, and for each thing the models do not know. */
    onIssue?: ((issue: Issue) => void) | undefined;
    /** Lets a web page hold the token, which everybody who opens the page can then read. Default: false. */
    dangerouslyAllowBrowser?: (boolean) | undefined;
}

/** Options of a single call. They overrule the client's. */
export interface RequestOptions {
    /** How the token stands in the Authorization header. Default: `raw`, the token alone. A `Bearer ` that is already there is never doubled. */
    authScheme?: ('raw' | 'bearer') | undefined;
    /** Makes the requests. Default: the global `fetch`. */
    fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
    /** Further members of every request's init: credentials, cache, mode. Default: none. */
    fetchOptions?: (Omit<RequestInit, 'body' | 'headers' | 'method' | 'redirect' | 'signal'>) | undefined;
    /** Further headers of every request. Default: none. */
    headers?: (Record<string, string> | (() => Record<string, string>)) | undefined;
    /** For an attempt, its body included, in milliseconds. Default: 20000. */
    timeoutMs?: (number) | undefined;
    /** For a call with all its attempts, waits for the rate limiter left out, in milliseconds. Default: 60000. */
    totalTimeoutMs?: (number) | undefined;
    /** Attempts after the first, where an operation may be repeated. Default: 2. */
    maxRetries?: (number) | undefined;
    /** Whether `addMessage` makes up an `externalId` (`dxc-` and 32 hexadecimal digits) when it has none, so that it can be repeated safely. Default: true. */
    autoExternalId?: (boolean) | undefined;
    /** `warn`: answers are checked and mended, issues are reported. `strict`: an issue is an error. `off`: the server's JSON untouched. Default: `warn`. */
    validation?: ('warn' | 'strict' | 'off') | undefined;
    /** The longest answer that is read, in bytes. Default: 16 MiB. */
    maxBodyBytes?: (number) | undefined;
    /** Where issues are told when there is no `onIssue`. Default: `console.warn`. `null`: nowhere. */
    logger?: (Logger | null) | undefined;
    /** Called before each attempt. What it returns or throws changes nothing; the same holds for the other hooks. */
    onRequest?: ((event: RequestEvent) => void) | undefined;
    /** Called when the head of an answer is there. */
    onResponse?: ((event: ResponseEvent) => void) | undefined;
    /** Called before the wait for another attempt. */
    onRetry?: ((event: RetryEvent) => void) | undefined;
    /** Called for each departure of an answer from the models, and for each thing the models do not know. */
    onIssue?: ((issue: Issue) => void) | undefined;
    /** Says that this call may be repeated, though it creates something: after a lost connection, a timeout or a 5xx it is sent again. Default: false. `transferConversation` and a forced claim are never repeated. */
    idempotent?: (boolean) | undefined;
    /** Ends the call with an AbortError. */
    signal?: (AbortSignal) | undefined;
}

/** Talks to Dixa. Making one does no I/O; the first call loads what it needs. */
export declare class ConversationsClient {
    constructor(options: ClientOptions);
    /**
     * Writes an internal note, which the end user does not see.
     * 
     * `POST /v1/conversations/{conversationId}/notes`
     * 
     * Repeated only when it surely was not done, for it creates something: Dixa could not be reached, or said that its limit is used up (429).
     */
    addInternalNote(conversationId: ConversationId, body: CreateInternalNoteInput, options?: RequestOptions): ApiPromise<InternalNoteData>;
    /**
     * Writes several internal notes. Each has an outcome of its own, in the order of the request (order not stated by Dixa).
     * 
     * `POST /v1/conversations/{conversationId}/notes/bulk`
     * 
     * Repeated only when it surely was not done, for it creates something: Dixa could not be reached, or said that its limit is used up (429).
     */
    addInternalNotes(conversationId: ConversationId, body: BulkCreateInternalNoteInput, options?: RequestOptions): ApiPromise<BulkActionOutcome[]>;
    /**
     * Adds a message: `Inbound` as the end user, `Outbound` as an agent. An `externalId` makes it safe to repeat.
     * 
     * `POST /v1/conversations/{conversationId}/messages`
     * 
     * Repeated when an attempt fails in passing: the API refuses the same `externalId` twice.
     */
    addMessage(conversationId: ConversationId, body: CreateMessageInput, options?: RequestOptions): ApiPromise<CreateMessageOutputData>;
    /**
     * Asks for the personal data of a conversation to be removed. It is done later. One that is not closed needs `force`, which closes it.
     * 
     * `PATCH /v1/conversations/{conversationId}/anonymize`
     * 
     * Repeated when an attempt fails in passing: twice is once.
     */
    anonymizeConversation(conversationId: ConversationId, query?: AnonymizeConversationQuery, options?: RequestOptions): ApiPromise<AnonymizationRequestStatus>;
    /**
     * Asks for the personal data of a message to be removed. It is done later.
     * 
     * `PATCH /v1/conversations/{conversationId}/messages/{messageId}/anonymize`
     * 
     * Repeated when an attempt fails in passing: twice is once.
     */
    anonymizeMessage(conversationId: ConversationId, messageId: Uuid, options?: RequestOptions): ApiPromise<AnonymizationRequestStatus>;
    /**
     * Assigns a conversation to an agent. `force` says whether to take it from another one, and must be said.
     * 
     * `PUT /v1/conversations/{conversationId}/claim`
     * 
     * Repeated when an attempt fails in passing, unless `force` is true.
     */
    claimConversation(conversationId: ConversationId, body: ClaimConversationInput, options?: RequestOptions): ApiPromise<undefined>;
    /**
     * Closes a conversation.
     * 
     * `PUT /v1/conversations/{conversationId}/close`
     * 
     * Repeated when an attempt fails in passing: twice is once.
     */
    closeConversation(conversationId: ConversationId, body?: CloseConversationInput, options?: RequestOptions): ApiPromise<undefined>;
    /**
     * Starts a conversation. Only its id comes back.
     * 
     * `POST /v1/conversations`
     * 
     * Repeated only when it surely was not done, for it creates something: Dixa could not be reached, or said that its limit is used up (429).
     */
    createConversation(body: CreateConversationInput, options?: RequestOptions): ApiPromise<ConversationResponse>;
    /**
     * Reads a conversation.
     * 
     * `GET /v1/conversations/{conversationId}`
     * 
     * Repeated when an attempt fails in passing: twice is once.
     */
    getConversation(conversationId: ConversationId, options?: RequestOptions): ApiPromise<Conversation>;
    /**
     * Lists what happened to a conversation.
     * 
     * `GET /v1/conversations/{conversationId}/activitylog`
     * 
     * Repeated when an attempt fails in passing: twice is once.
     */
    listActivityLog(conversationId: ConversationId, options?: RequestOptions): ApiPromise<ActivityLogEntry[]>;
    /**
     * Lists conversation flows of one channel: `PstnPhone` unless `channel` says another.
     * 
     * `GET /v1/conversations/flows`
     * 
     * Repeated when an attempt fails in passing: twice is once.
     */
    listFlows(query?: ListFlowsQuery, options?: RequestOptions): ApiPromise<ConversationFlow[]>;
    /**
     * Lists the internal notes of a conversation, the oldest first.
     * 
     * `GET /v1/conversations/{conversationId}/notes`
     * 
     * Repeated when an attempt fails in passing: twice is once.
     */
    listInternalNotes(conversationId: ConversationId, options?: RequestOptions): ApiPromise<InternalNoteData[]>;
    /**
     * Lists the conversations that hang on this one: 100 at most.
     * 
     * `GET /v1/conversations/{conversationId}/linked`
     * 
     * Repeated when an attempt fails in passing: twice is once.
     */
    listLinkedConversations(conversationId: ConversationId, options?: RequestOptions): ApiPromise<Conversation[]>;
    /**
     * Lists the messages of a conversation.
     * 
     * `GET /v1/conversations/{conversationId}/messages`
     * 
     * Repeated when an attempt fails in passing: twice is once.
     */
    listMessages(conversationId: ConversationId, options?: RequestOptions): ApiPromise<Message[]>;
    /**
     * Lists what happened to all conversations, page by page.
     * 
     * `GET /v1/conversations/activitylog`
     * 
     * Repeated when an attempt fails in passing: twice is once.
     * `for await` goes through the items of all pages.
     */
    listOrganizationActivityLog(query?: ListOrganizationActivityLogQuery, options?: RequestOptions): PagePromise<ActivityLogEntry>;
    /**
     * Lists the ratings of a conversation.
     * 
     * `GET /v1/conversations/{conversationId}/rating`
     * 
     * Repeated when an attempt fails in passing: twice is once.
     * 
     * @deprecated Use `listRatings`.
     */
    listRating(conversationId: ConversationId, options?: RequestOptions): ApiPromise<ConversationRating[]>;
    /**
     * Lists the tags of a conversation.
     * 
     * `GET /v1/conversations/{conversationId}/tags`
     * 
     * Repeated when an attempt fails in passing: twice is once.
     */
    listTags(conversationId: ConversationId, options?: RequestOptions): ApiPromise<Tag[]>;
    /**
     * Sets custom attributes by their ids. `null` clears one; those not named stay as they are.
     * 
     * `PATCH /v1/conversations/{conversationId}/custom-attributes`
     * 
     * Repeated when an attempt fails in passing: twice is once.
     */
    patchCustomAttributes(conversationId: ConversationId, body: PatchCustomAttributesInput, options?: RequestOptions): ApiPromise<CustomAttribute[]>;
    /**
     * Opens a closed conversation again.
     * 
     * `PUT /v1/conversations/{conversationId}/reopen`
     * 
     * Repeated when an attempt fails in passing: twice is once.
     */
    reopenConversation(conversationId: ConversationId, body?: ReopenConversationInput, options?: RequestOptions): ApiPromise<undefined>;
    /**
     * Searches conversations by text, page by page.
     * 
     * `GET /v1/search/conversations`
     * 
     * Repeated when an attempt fails in passing: twice is once.
     * `for await` goes through the items of all pages.
     * 
     * @deprecated Use `searchConversationsWithFilters`.
     */
    searchConversations(query: SearchConversationsQuery, options?: RequestOptions): PagePromise<ConversationSearchHit>;
    /**
     * Puts a tag on a conversation. Putting it on twice changes nothing.
     * 
     * `PUT /v1/conversations/{conversationId}/tags/{tagId}`
     * 
     * Repeated when an attempt fails in passing: twice is once.
     */
    tagConversation(conversationId: ConversationId, tagId: Uuid, options?: RequestOptions): ApiPromise<undefined>;
    /**
     * Moves a conversation to another queue.
     * 
     * `PUT /v1/conversations/{conversationId}/transfer/queue`
     * 
     * Never repeated: what it acts on may have changed in between.
     */
    transferConversation(conversationId: ConversationId, body: TransferConversationInput, options?: RequestOptions): ApiPromise<undefined>;
    /**
     * Takes a tag off a conversation.
     * 
     * `DELETE /v1/conversations/{conversationId}/tags/{tagId}`
     * 
     * Repeated when an attempt fails in passing: twice is once.
     */
    untagConversation(conversationId: ConversationId, tagId: Uuid, options?: RequestOptions): ApiPromise<undefined>;
    /**
     * Sets a conversation aside (snoozes it) until a point in time. Its state is `Pending` until then.
     * 
     * `PUT /v1/conversations/{conversationId}/followup`
     * 
     * Repeated when an attempt fails in passing: twice is once.
     */
    followupConversation(conversationId: ConversationId, body: FollowupConversationInput, options?: RequestOptions): ApiPromise<undefined>;
    /**
     * Hangs a conversation on another one. A parent has at most 100 children, a child has one parent and no children.
     * 
     * `PUT /v1/conversations/{conversationId}/link`
     * 
     * Repeated when an attempt fails in passing: twice is once.
     */
    linkConversation(conversationId: ConversationId, body: LinkConversationInput, options?: RequestOptions): ApiPromise<undefined>;
    /**
     * Imports a conversation with its history. What could not be imported is in `partialErrors`.
     * 
     * `POST /v1/conversations/import`
     * 
     * Repeated only when it surely was not done, for it creates something: Dixa could not be reached, or said that its limit is used up (429).
     */
    importConversation(body: GenericConversationImport, options?: RequestOptions): ApiPromise<ImportConversationResponse>;
    /**
     * Puts several tags on a conversation, by name. Tags that there are not are created.
     * 
     * `POST /v1/conversations/{conversationId}/tags/bulk`
     * 
     * Repeated when an attempt fails in passing: twice is once.
     */
    bulkTagConversation(conversationId: ConversationId, body: BulkTagConversationInput, options?: RequestOptions): ApiPromise<undefined>;
    /**
     * Lists the ratings of a conversation.
     * 
     * `GET /v1/conversations/{conversationId}/ratings`
     * 
     * Repeated when an attempt fails in passing: twice is once.
     */
    listRatings(conversationId: ConversationId, options?: RequestOptions): ApiPromise<ConversationRating[]>;
    /**
     * Creates the offer of a rating. Its result is submitted by its id.
     * 
     * `POST /v1/conversations/{conversationId}/ratings/offer`
     * 
     * Repeated only when it surely was not done, for it creates something: Dixa could not be reached, or said that its limit is used up (429).
     */
    offerRating(conversationId: ConversationId, body: CreateRatingOfferInput, options?: RequestOptions): ApiPromise<RatingOffer>;
    /**
     * Submits the result of a rating that was offered with `offerRating`.
     * 
     * `POST /v1/conversations/{conversationId}/ratings/{ratingId}/submit`
     * 
     * Repeated only when it surely was not done, for it creates something: Dixa could not be reached, or said that its limit is used up (429).
     */
    submitRating(conversationId: ConversationId, ratingId: string, body: CreateRatingResultInput, options?: RequestOptions): ApiPromise<RatingResult>;
    /**
     * Searches conversations by text, by filters or by both, page by page.
     * 
     * `POST /v1/search/conversations`
     * 
     * Repeated when an attempt fails in passing: twice is once.
     * `for await` goes through the items of all pages.
     */
    searchConversationsWithFilters(body?: SearchParametersInput, query?: SearchPageQuery, options?: RequestOptions): PagePromise<ConversationSearchWithFiltersHit>;
    /**
     * Reads how far an anonymization has come; `processedAt` is there once it is done.
     * 
     * `GET /v1/anonymization/request/{requestId}`
     * 
     * Repeated when an attempt fails in passing: twice is once.
     */
    getAnonymizationRequest(requestId: Uuid, options?: RequestOptions): ApiPromise<AnonymizationRequestStatus>;
    /**
     * Lists the conversations of an end user, page by page. Their custom attributes are never among it.
     * 
     * `GET /v1/endusers/{userId}/conversations`
     * 
     * Repeated when an attempt fails in passing: twice is once.
     * `for await` goes through the items of all pages.
     */
    listEndUserConversations(userId: Uuid, query?: PageQuery, options?: RequestOptions): PagePromise<Lacking<Conversation, 'customAttributes'>>;
    /**
     * Makes any request to the rest of Dixa's API, with the same token, limits and errors. Neither what is sent nor what comes is checked; it resolves to the parsed body whole, and to `undefined` where there is none.
     * 
     * A GET is repeated when an attempt fails in passing; the others as what creates something is, unless `idempotent` is set.
     */
    request(request: ApiRequest, options?: RequestOptions): ApiPromise<unknown>;
}

/**
 * A whole number of 64 bits. A number, unless JavaScript would round it: from 2^53 on its digits as a string.
 * Every id parameter takes either back.
 */
export type Int64 = number | string;

/**
 * A conversation's id as it may be given: a number, a bigint or a string of digits.
 */
export type ConversationId = number | bigint | string;

/**
 * A UUID, e.g. `d58c8b1c-85ad-4678-a6c8-7442945f3836`.
 */
export type Uuid = string;

/**
 * A point in time, RFC 3339, e.g. `2020-12-16T09:41:43Z`. `new Date(timestamp)` reads it.
 */
export type Timestamp = string;

/**
 * A point in time to send: a valid `Date`, or RFC 3339 with an offset.
 */
export type TimestampInput = Date | string;

/**
 * Results a page of a search, whole. Dixa's own tools allow 50 at most: a larger number is sent, and reported as
 * news.
 */
export type SearchPageLimit = number;

/**
 * `T` where Dixa never sends the field `K`. Should it do so one day, the field is there.
 */
export type Lacking<T, K extends string> = T extends { [field in K]: infer V }
    ? { [field in keyof T as field extends K ? never : field]: T[field] } & { [field in K]?: V }
    : never;

/**
 * Fields that this version does not know, as the server sent them.
 */
export interface UnknownFields {
    [field: string]: unknown;
}

/**
 * Internal note to create.
 */
export interface CreateInternalNoteInput {
    /**
     * The text.
     */
    message: string;
    /**
     * The author; the token's owner when left out (inferred).
     */
    agentId?: Uuid | undefined;
    /**
     * Dates the note back.
     */
    createdAt?: TimestampInput | undefined;
}

/**
 * Internal note.
 */
export interface InternalNoteData {
    /**
     * Its id.
     */
    id: Uuid;
    /**
     * Who wrote it.
     */
    authorId: Uuid;
    /**
     * When it was created.
     */
    createdAt: Timestamp;
    /**
     * The conversation.
     */
    csid: Int64;
    /**
     * The text.
     */
    message: string;
}

/**
 * Bulk request body: OBJECT with `data`, although the January 2024 reference headline says "Array of objects".
 */
export interface BulkCreateInternalNoteInput {
    /**
     * The notes to create.
     */
    data?: readonly CreateInternalNoteInput[] | undefined;
}

/**
 * Outcome of one bulk item. HTTP status is 200 even when items fail. Presumably in the order of the request.
 */
export type BulkActionOutcome =
    | BulkActionSuccess
    | BulkActionFailure
    | UnknownBulkActionOutcome;

/**
 * Successful bulk item.
 */
export interface BulkActionSuccess {
    /**
     * Which kind it is.
     */
    _type: "BulkActionSuccess";
    /**
     * What was created.
     */
    data: InternalNoteData;
}

/**
 * Failed bulk item.
 */
export interface BulkActionFailure {
    /**
     * Which kind it is.
     */
    _type: "BulkActionFailure";
    /**
     * Why it failed.
     */
    error: ErrorResponse;
}

/**
 * Error of one bulk item.
 */
export interface ErrorResponse {
    /**
     * Dixa's text.
     */
    message: string;
}

/**
 * An outcome of a kind that this version does not know.
 */
export interface UnknownBulkActionOutcome extends UnknownFields {
    /**
     * Which kind it is.
     */
    _type: "Unknown";
    /**
     * The `_type` that the server sent; absent when it sent none. Given back, it is sent as the `_type`.
     */
    rawType?: string;
}

/**
 * Message to create.
 */
export type CreateMessageInput =
    | Inbound
    | Outbound;

/**
 * Message written by the end user (author = conversation requester).
 */
export interface Inbound {
    /**
     * Which kind it is.
     */
    _type: "Inbound";
    /**
     * What it says.
     */
    content: Content;
    /**
     * Files that came with it.
     */
    attachments?: readonly File[] | undefined;
    /**
     * Address of the e-mail integration, `<name>@email.dixa.io`.
     */
    integrationEmail?: string | undefined;
    /**
     * Your own reference for it; a repeated one is refused, which makes sending safe to repeat.
     */
    externalId?: string | undefined;
}

/**
 * Message content.
 */
export type Content =
    | Html
    | Text
    | Markdown
    | UnknownContent;

/**
 * HTML content.
 */
export interface Html {
    /**
     * Which kind it is.
     */
    _type: "Html";
    /**
     * The value.
     */
    value: string;
}

/**
 * Plain text content.
 */
export interface Text {
    /**
     * Which kind it is.
     */
    _type: "Text";
    /**
     * The value.
     */
    value: string;
}

/**
 * Markdown content; the only form WhatsApp outbound accepts. Supported: bold, italic, bold+italic, strikethrough, blockquote, ordered/unordered lists, inline code.
 */
export interface Markdown {
    /**
     * Which kind it is.
     */
    _type: "Markdown";
    /**
     * The value.
     */
    value: string;
}

/**
 * Content of a kind that this version does not know.
 */
export interface UnknownContent extends UnknownFields {
    /**
     * Which kind it is.
     */
    _type: "Unknown";
    /**
     * The value.
     */
    value: string;
    /**
     * The `_type` that the server sent; absent when it sent none. Given back, it is sent as the `_type`.
     */
    rawType?: string;
}

/**
 * Attachment or stored file.
 */
export interface File {
    /**
     * URL of the file. In requests Dixa downloads and copies it; in answers it is `https://files.dixa.io/private/…`, which needs authentication.
     */
    url: string;
    /**
     * Name to show.
     */
    prettyName?: string | undefined;
}

/**
 * Message written by an agent.
 */
export interface Outbound {
    /**
     * Which kind it is.
     */
    _type: "Outbound";
    /**
     * What it says. Without it there should be `attachments`; whether Dixa takes that, Dixa decides.
     */
    content?: Content | undefined;
    /**
     * The agent who writes it.
     */
    agentId: Uuid;
    /**
     * Files that came with it.
     */
    attachments?: readonly File[] | undefined;
    /**
     * Address of the e-mail integration, `<name>@email.dixa.io`.
     */
    integrationEmail?: string | undefined;
    /**
     * Your own reference for it; a repeated one is refused, which makes sending safe to repeat.
     */
    externalId?: string | undefined;
    /**
     * Users who get a copy: their ids, not addresses.
     */
    cc?: readonly Uuid[] | undefined;
    /**
     * Users who get a blind copy: their ids, not addresses.
     */
    bcc?: readonly Uuid[] | undefined;
}

/**
 * Result of adding a message.
 */
export interface CreateMessageOutputData {
    /**
     * The content that was sent, if any was.
     */
    content?: Content;
    /**
     * Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
     */
    direction: ConversationDirection;
    /**
     * Who wrote it.
     */
    authorId: Uuid;
    /**
     * Your own reference for it.
     */
    externalId?: string;
    /**
     * The new message. It is not called `id` here.
     */
    messageId?: Uuid;
    /**
     * When it was created; a plain string in Dixa's schema.
     */
    createdAt?: string;
}

/**
 * Direction of a conversation or message in responses.
 */
export type ConversationDirection =
    | 'Inbound'
    | 'Internal'
    | 'Outbound'
    | (string & {});

/**
 * How to anonymize a conversation.
 */
export interface AnonymizeConversationQuery {
    /**
     * Close the conversation if it is not closed. Default: false.
     */
    force?: boolean | undefined;
}

/**
 * Anonymization request.
 */
export interface AnonymizationRequestStatus {
    /**
     * Id of the request.
     */
    id: Uuid;
    /**
     * Kind of the entity; replaced by `_type`.
     */
    entityType: DeprecatedAnonymizationType;
    /**
     * Kind of the entity.
     */
    _type: AnonymizationType;
    /**
     * When it was asked for.
     */
    initiatedAt: Timestamp;
    /**
     * The conversation's id, or `<conversationId>_<messageId>`.
     */
    targetEntityId: string;
    /**
     * Who asked for it.
     */
    requestedBy: Uuid;
    /**
     * When it was done; absent until then.
     */
    processedAt?: Timestamp;
}

/**
 * Deprecated, replaced by `_type`.
 */
export type DeprecatedAnonymizationType =
    | 'ConversationAnonymizationType'
    | 'MessageAnonymizationType'
    | 'UserAnonymizationType'
    | 'UnknownAnonymizationType'
    | (string & {});

/**
 * Kind of entity being anonymized (the `_type` of an anonymization request). Not a tagged union: same shape for all three.
 */
export type AnonymizationType =
    | 'Conversation'
    | 'Message'
    | 'User'
    | (string & {});

/**
 * Claim request.
 */
export interface ClaimConversationInput {
    /**
     * The agent who takes it.
     */
    agentId: Uuid;
    /**
     * Whether to take it from the agent who has it. Dixa's pages disagree on its default, so it must be said.
     */
    force: boolean;
}

/**
 * Optional body of close.
 */
export interface CloseConversationInput {
    /**
     * The agent or admin who does it.
     */
    userId?: Uuid | undefined;
}

/**
 * Conversation to create.
 */
export type CreateConversationInput =
    | Callback
    | Chat
    | ContactForm
    | Email
    | Sms;

/**
 * Create a callback.
 */
export interface Callback {
    /**
     * Which kind it is.
     */
    _type: "Callback";
    /**
     * The end user whom the conversation is with.
     */
    requesterId: Uuid;
    /**
     * Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
     */
    direction: CallbackDirection;
    /**
     * The contact endpoint: a number or address of the organization.
     */
    contactEndpointId: string;
    /**
     * The queue.
     */
    queueId: Uuid;
}

/**
 * Direction accepted when creating a Callback conversation.
 */
export type CallbackDirection =
    | 'Inbound'
    | 'Outbound'
    | (string & {});

/**
 * Create a widget chat.
 */
export interface Chat {
    /**
     * Which kind it is.
     */
    _type: "Chat";
    /**
     * The end user whom the conversation is with.
     */
    requesterId: Uuid;
    /**
     * The chat widget.
     */
    widgetId: Uuid;
    /**
     * The first message.
     */
    message: CreateMessageInput;
    /**
     * The browser that the end user wrote from.
     */
    browserInfo?: BrowserInfo | undefined;
    /**
     * Two-letter language code.
     */
    language?: string | undefined;
}

/**
 * Browser metadata of chat conversations.
 */
export interface BrowserInfo {
    /**
     * Name of the browser.
     */
    name: string;
    /**
     * Version of the browser.
     */
    version?: string | undefined;
    /**
     * IP address of the end user.
     */
    ipAddress?: string | undefined;
    /**
     * The page that the chat was opened on.
     */
    originatingUrl?: string | undefined;
}

/**
 * Create a contact form conversation.
 */
export interface ContactForm {
    /**
     * Which kind it is.
     */
    _type: "ContactForm";
    /**
     * The end user whom the conversation is with.
     */
    requesterId: Uuid;
    /**
     * Address of the e-mail integration, e.g. `my-integration@email.dixa.io`.
     */
    emailIntegrationId: string;
    /**
     * The subject line.
     */
    subject: string;
    /**
     * The first message.
     */
    message: CreateMessageInput;
    /**
     * Two-letter language code.
     */
    language?: string | undefined;
}

/**
 * Create an e-mail conversation.
 */
export interface Email {
    /**
     * Which kind it is.
     */
    _type: "Email";
    /**
     * The end user whom the conversation is with.
     */
    requesterId: Uuid;
    /**
     * Address of the e-mail integration, e.g. `my-integration@email.dixa.io`.
     */
    emailIntegrationId: string;
    /**
     * The subject line.
     */
    subject: string;
    /**
     * The first message.
     */
    message: CreateMessageInput;
    /**
     * Two-letter language code.
     */
    language?: string | undefined;
}

/**
 * Create an SMS conversation. No language field.
 */
export interface Sms {
    /**
     * Which kind it is.
     */
    _type: "Sms";
    /**
     * The end user whom the conversation is with.
     */
    requesterId: Uuid;
    /**
     * A number of the organization that can send SMS, E.164.
     */
    contactEndpointId: string;
    /**
     * The first message; it must be `Outbound`.
     */
    message: CreateMessageInput;
}

/**
 * Id of the created conversation.
 */
export interface ConversationResponse {
    /**
     * Its id.
     */
    id: Int64;
}

/**
 * A conversation. `_type` is the variant schema name.
 */
export type Conversation =
    | AnonymizedConversation
    | ChatConversation
    | ContactFormConversation
    | EmailConversation
    | FacebookMessengerConversation
    | GenericConversation
    | MessengerConversation
    | PstnPhoneConversation
    | SmsConversation
    | TwitterConversation
    | WhatsAppConversation
    | UnknownConversation;

/**
 * A conversation whose personal data has been removed. Has no assignment or queue.
 */
export interface AnonymizedConversation {
    /**
     * Which kind it is.
     */
    _type: "AnonymizedConversation";
    /**
     * Its id.
     */
    id: Int64;
    /**
     * The end user whom the conversation is with.
     */
    requesterId: Uuid;
    /**
     * The channel it came through. It does not determine `_type`.
     */
    channel: ConversationChannel;
    /**
     * When it was created.
     */
    createdAt: Timestamp;
    /**
     * Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
     */
    direction?: ConversationDirection;
    /**
     * Its state. `Pending` is what Dixa's screens call a follow-up.
     */
    state?: ConversationState;
    /**
     * When `state` last changed.
     */
    stateUpdatedAt?: Timestamp;
    /**
     * The conversation that this one hangs on.
     */
    link?: ConversationLink;
    /**
     * Custom attributes that are set on it.
     */
    customAttributes: CustomAttribute[];
    /**
     * When the channel stops taking messages, presumably e.g. WhatsApp's 24 hours (inferred). Since 2026.
     */
    transportExpiresAt?: Timestamp;
    /**
     * When its personal data was removed.
     */
    anonymizedAt: Timestamp;
}

/**
 * Channel of a conversation, flow or rating.
 */
export type ConversationChannel =
    | 'WhatsApp'
    | 'Voicemail'
    | 'WidgetChat'
    | 'FacebookMessenger'
    | 'Twitter'
    | 'Email'
    | 'ContactForm'
    | 'Callback'
    | 'PstnPhone'
    | 'Sms'
    | 'Messenger'
    | (string & {});

/**
 * Conversation state. `Pending` is what the UI calls follow-up/snoozed.
 */
export type ConversationState =
    | 'AwaitingPending'
    | 'Closed'
    | 'Open'
    | 'Pending'
    | (string & {});

/**
 * Link to a parent conversation.
 */
export type ConversationLink =
    | EmailForward
    | FollowUp
    | SideConversation
    | UnknownConversationLink;

/**
 * Link: forwarded e-mail.
 */
export interface EmailForward {
    /**
     * Which kind it is.
     */
    _type: "EmailForward";
    /**
     * The parent conversation.
     */
    parentId: Int64;
}

/**
 * Link: follow-up conversation.
 */
export interface FollowUp {
    /**
     * Which kind it is.
     */
    _type: "FollowUp";
    /**
     * The parent conversation.
     */
    parentId: Int64;
}

/**
 * Link: side conversation.
 */
export interface SideConversation {
    /**
     * Which kind it is.
     */
    _type: "SideConversation";
    /**
     * The parent conversation.
     */
    parentId: Int64;
}

/**
 * A link of a kind that this version does not know.
 */
export interface UnknownConversationLink extends UnknownFields {
    /**
     * Which kind it is.
     */
    _type: "Unknown";
    /**
     * The parent conversation.
     */
    parentId: Int64;
    /**
     * The `_type` that the server sent; absent when it sent none. Given back, it is sent as the `_type`.
     */
    rawType?: string;
}

/**
 * Custom attribute on a conversation.
 */
export interface CustomAttribute {
    /**
     * Its id.
     */
    id: Uuid;
    /**
     * The name.
     */
    name: string;
    /**
     * Identifier of the attribute, e.g. `order_number`.
     */
    identifier: string;
    /**
     * The value.
     */
    value: AttributeValue;
}

/**
 * Value of a custom attribute: text, or the path of the options that were chosen.
 */
export type AttributeValue = string | string[];

/**
 * Widget chat conversation.
 */
export interface ChatConversation {
    /**
     * Which kind it is.
     */
    _type: "ChatConversation";
    /**
     * Its id.
     */
    id: Int64;
    /**
     * The end user whom the conversation is with.
     */
    requesterId: Uuid;
    /**
     * The channel it came through. It does not determine `_type`.
     */
    channel: ConversationChannel;
    /**
     * When it was created.
     */
    createdAt: Timestamp;
    /**
     * Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
     */
    direction?: ConversationDirection;
    /**
     * Its state. `Pending` is what Dixa's screens call a follow-up.
     */
    state?: ConversationState;
    /**
     * When `state` last changed.
     */
    stateUpdatedAt?: Timestamp;
    /**
     * The conversation that this one hangs on.
     */
    link?: ConversationLink;
    /**
     * Custom attributes that are set on it.
     */
    customAttributes: CustomAttribute[];
    /**
     * When the channel stops taking messages, presumably e.g. WhatsApp's 24 hours (inferred). Since 2026.
     */
    transportExpiresAt?: Timestamp;
    /**
     * The agent it is assigned to; absent while nobody has it.
     */
    assignment?: Assignment;
    /**
     * The queue it waits or waited in.
     */
    queue?: Queue;
    /**
     * The browser that the end user wrote from.
     */
    browserInfo?: BrowserInfo;
    /**
     * Two-letter language code.
     */
    language?: string;
}

/**
 * Current agent assignment.
 */
export interface Assignment {
    /**
     * The agent who has it.
     */
    agentId: Uuid;
    /**
     * When it was assigned.
     */
    assignedAt: Timestamp;
}

/**
 * Queue the conversation is in.
 */
export interface Queue {
    /**
     * Its id.
     */
    id: Uuid;
    /**
     * When it entered the queue.
     */
    queuedAt?: Timestamp;
}

/**
 * Contact form conversation.
 */
export interface ContactFormConversation {
    /**
     * Which kind it is.
     */
    _type: "ContactFormConversation";
    /**
     * Its id.
     */
    id: Int64;
    /**
     * The end user whom the conversation is with.
     */
    requesterId: Uuid;
    /**
     * The channel it came through. It does not determine `_type`.
     */
    channel: ConversationChannel;
    /**
     * When it was created.
     */
    createdAt: Timestamp;
    /**
     * Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
     */
    direction?: ConversationDirection;
    /**
     * Its state. `Pending` is what Dixa's screens call a follow-up.
     */
    state?: ConversationState;
    /**
     * When `state` last changed.
     */
    stateUpdatedAt?: Timestamp;
    /**
     * The conversation that this one hangs on.
     */
    link?: ConversationLink;
    /**
     * Custom attributes that are set on it.
     */
    customAttributes: CustomAttribute[];
    /**
     * When the channel stops taking messages, presumably e.g. WhatsApp's 24 hours (inferred). Since 2026.
     */
    transportExpiresAt?: Timestamp;
    /**
     * The agent it is assigned to; absent while nobody has it.
     */
    assignment?: Assignment;
    /**
     * The queue it waits or waited in.
     */
    queue?: Queue;
    /**
     * Address of the end user.
     */
    fromEmail: string;
    /**
     * Address that was written to.
     */
    toEmail?: string;
    /**
     * Address of the e-mail integration, `<name>@email.dixa.io`.
     */
    integrationEmail?: string;
    /**
     * Two-letter language code.
     */
    language?: string;
    /**
     * The subject line.
     */
    subject?: string;
}

/**
 * E-mail conversation.
 */
export interface EmailConversation {
    /**
     * Which kind it is.
     */
    _type: "EmailConversation";
    /**
     * Its id.
     */
    id: Int64;
    /**
     * The end user whom the conversation is with.
     */
    requesterId: Uuid;
    /**
     * The channel it came through. It does not determine `_type`.
     */
    channel: ConversationChannel;
    /**
     * When it was created.
     */
    createdAt: Timestamp;
    /**
     * Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
     */
    direction?: ConversationDirection;
    /**
     * Its state. `Pending` is what Dixa's screens call a follow-up.
     */
    state?: ConversationState;
    /**
     * When `state` last changed.
     */
    stateUpdatedAt?: Timestamp;
    /**
     * The conversation that this one hangs on.
     */
    link?: ConversationLink;
    /**
     * Custom attributes that are set on it.
     */
    customAttributes: CustomAttribute[];
    /**
     * When the channel stops taking messages, presumably e.g. WhatsApp's 24 hours (inferred). Since 2026.
     */
    transportExpiresAt?: Timestamp;
    /**
     * The agent it is assigned to; absent while nobody has it.
     */
    assignment?: Assignment;
    /**
     * The queue it waits or waited in.
     */
    queue?: Queue;
    /**
     * Address that was written to.
     */
    toEmail: string;
    /**
     * Address of the end user.
     */
    fromEmail: string;
    /**
     * Address of the e-mail integration, `<name>@email.dixa.io`.
     */
    integrationEmail: string;
    /**
     * Two-letter language code.
     */
    language?: string;
    /**
     * The subject line.
     */
    subject?: string;
}

/**
 * Facebook Messenger conversation.
 */
export interface FacebookMessengerConversation {
    /**
     * Which kind it is.
     */
    _type: "FacebookMessengerConversation";
    /**
     * Its id.
     */
    id: Int64;
    /**
     * The end user whom the conversation is with.
     */
    requesterId: Uuid;
    /**
     * The channel it came through. It does not determine `_type`.
     */
    channel: ConversationChannel;
    /**
     * When it was created.
     */
    createdAt: Timestamp;
    /**
     * Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
     */
    direction?: ConversationDirection;
    /**
     * Its state. `Pending` is what Dixa's screens call a follow-up.
     */
    state?: ConversationState;
    /**
     * When `state` last changed.
     */
    stateUpdatedAt?: Timestamp;
    /**
     * The conversation that this one hangs on.
     */
    link?: ConversationLink;
    /**
     * Custom attributes that are set on it.
     */
    customAttributes: CustomAttribute[];
    /**
     * When the channel stops taking messages, presumably e.g. WhatsApp's 24 hours (inferred). Since 2026.
     */
    transportExpiresAt?: Timestamp;
    /**
     * The agent it is assigned to; absent while nobody has it.
     */
    assignment?: Assignment;
    /**
     * The queue it waits or waited in.
     */
    queue?: Queue;
}

/**
 * Conversation on a generic/custom channel.
 */
export interface GenericConversation {
    /**
     * Which kind it is.
     */
    _type: "GenericConversation";
    /**
     * Its id.
     */
    id: Int64;
    /**
     * The end user whom the conversation is with.
     */
    requesterId: Uuid;
    /**
     * The channel it came through. It does not determine `_type`.
     */
    channel: ConversationChannel;
    /**
     * When it was created.
     */
    createdAt: Timestamp;
    /**
     * Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
     */
    direction?: ConversationDirection;
    /**
     * Its state. `Pending` is what Dixa's screens call a follow-up.
     */
    state?: ConversationState;
    /**
     * When `state` last changed.
     */
    stateUpdatedAt?: Timestamp;
    /**
     * The conversation that this one hangs on.
     */
    link?: ConversationLink;
    /**
     * Custom attributes that are set on it.
     */
    customAttributes: CustomAttribute[];
    /**
     * When the channel stops taking messages, presumably e.g. WhatsApp's 24 hours (inferred). Since 2026.
     */
    transportExpiresAt?: Timestamp;
    /**
     * The agent it is assigned to; absent while nobody has it.
     */
    assignment?: Assignment;
    /**
     * The queue it waits or waited in.
     */
    queue?: Queue;
    /**
     * Contact point of the sender.
     */
    fromContactPointId?: string;
    /**
     * Contact point of the recipient.
     */
    toContactPointId?: string;
}

/**
 * Dixa Messenger conversation.
 */
export interface MessengerConversation {
    /**
     * Which kind it is.
     */
    _type: "MessengerConversation";
    /**
     * Its id.
     */
    id: Int64;
    /**
     * The end user whom the conversation is with.
     */
    requesterId: Uuid;
    /**
     * The channel it came through. It does not determine `_type`.
     */
    channel: ConversationChannel;
    /**
     * When it was created.
     */
    createdAt: Timestamp;
    /**
     * Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
     */
    direction?: ConversationDirection;
    /**
     * Its state. `Pending` is what Dixa's screens call a follow-up.
     */
    state?: ConversationState;
    /**
     * When `state` last changed.
     */
    stateUpdatedAt?: Timestamp;
    /**
     * The conversation that this one hangs on.
     */
    link?: ConversationLink;
    /**
     * Custom attributes that are set on it.
     */
    customAttributes: CustomAttribute[];
    /**
     * When the channel stops taking messages, presumably e.g. WhatsApp's 24 hours (inferred). Since 2026.
     */
    transportExpiresAt?: Timestamp;
    /**
     * The agent it is assigned to; absent while nobody has it.
     */
    assignment?: Assignment;
    /**
     * The queue it waits or waited in.
     */
    queue?: Queue;
    /**
     * The browser that the end user wrote from.
     */
    browserInfo?: BrowserInfo;
    /**
     * Two-letter language code.
     */
    language?: string;
}

/**
 * Phone conversation.
 */
export interface PstnPhoneConversation {
    /**
     * Which kind it is.
     */
    _type: "PstnPhoneConversation";
    /**
     * Its id.
     */
    id: Int64;
    /**
     * The end user whom the conversation is with.
     */
    requesterId: Uuid;
    /**
     * The channel it came through. It does not determine `_type`.
     */
    channel: ConversationChannel;
    /**
     * When it was created.
     */
    createdAt: Timestamp;
    /**
     * Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
     */
    direction?: ConversationDirection;
    /**
     * Its state. `Pending` is what Dixa's screens call a follow-up.
     */
    state?: ConversationState;
    /**
     * When `state` last changed.
     */
    stateUpdatedAt?: Timestamp;
    /**
     * The conversation that this one hangs on.
     */
    link?: ConversationLink;
    /**
     * Custom attributes that are set on it.
     */
    customAttributes: CustomAttribute[];
    /**
     * When the channel stops taking messages, presumably e.g. WhatsApp's 24 hours (inferred). Since 2026.
     */
    transportExpiresAt?: Timestamp;
    /**
     * The agent it is assigned to; absent while nobody has it.
     */
    assignment?: Assignment;
    /**
     * The queue it waits or waited in.
     */
    queue?: Queue;
}

/**
 * SMS conversation.
 */
export interface SmsConversation {
    /**
     * Which kind it is.
     */
    _type: "SmsConversation";
    /**
     * Its id.
     */
    id: Int64;
    /**
     * The end user whom the conversation is with.
     */
    requesterId: Uuid;
    /**
     * The channel it came through. It does not determine `_type`.
     */
    channel: ConversationChannel;
    /**
     * When it was created.
     */
    createdAt: Timestamp;
    /**
     * Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
     */
    direction?: ConversationDirection;
    /**
     * Its state. `Pending` is what Dixa's screens call a follow-up.
     */
    state?: ConversationState;
    /**
     * When `state` last changed.
     */
    stateUpdatedAt?: Timestamp;
    /**
     * The conversation that this one hangs on.
     */
    link?: ConversationLink;
    /**
     * Custom attributes that are set on it.
     */
    customAttributes: CustomAttribute[];
    /**
     * When the channel stops taking messages, presumably e.g. WhatsApp's 24 hours (inferred). Since 2026.
     */
    transportExpiresAt?: Timestamp;
    /**
     * The agent it is assigned to; absent while nobody has it.
     */
    assignment?: Assignment;
    /**
     * The queue it waits or waited in.
     */
    queue?: Queue;
    /**
     * Number of the sender.
     */
    fromNumber?: string;
    /**
     * Number of the recipient.
     */
    toNumber?: string;
}

/**
 * Twitter conversation.
 */
export interface TwitterConversation {
    /**
     * Which kind it is.
     */
    _type: "TwitterConversation";
    /**
     * Its id.
     */
    id: Int64;
    /**
     * The end user whom the conversation is with.
     */
    requesterId: Uuid;
    /**
     * The channel it came through. It does not determine `_type`.
     */
    channel: ConversationChannel;
    /**
     * When it was created.
     */
    createdAt: Timestamp;
    /**
     * Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
     */
    direction?: ConversationDirection;
    /**
     * Its state. `Pending` is what Dixa's screens call a follow-up.
     */
    state?: ConversationState;
    /**
     * When `state` last changed.
     */
    stateUpdatedAt?: Timestamp;
    /**
     * The conversation that this one hangs on.
     */
    link?: ConversationLink;
    /**
     * Custom attributes that are set on it.
     */
    customAttributes: CustomAttribute[];
    /**
     * When the channel stops taking messages, presumably e.g. WhatsApp's 24 hours (inferred). Since 2026.
     */
    transportExpiresAt?: Timestamp;
    /**
     * The agent it is assigned to; absent while nobody has it.
     */
    assignment?: Assignment;
    /**
     * The queue it waits or waited in.
     */
    queue?: Queue;
    /**
     * Tweet or direct message.
     */
    conversationType: TwitterConversationType;
    /**
     * The organization's Twitter id.
     */
    contactPointTwitterId?: string;
    /**
     * The end user's Twitter id.
     */
    endUserTwitterId?: string;
}

/**
 * Kind of Twitter conversation.
 */
export type TwitterConversationType =
    | 'DirectMessage'
    | 'Tweet'
    | (string & {});

/**
 * WhatsApp conversation.
 */
export interface WhatsAppConversation {
    /**
     * Which kind it is.
     */
    _type: "WhatsAppConversation";
    /**
     * Its id.
     */
    id: Int64;
    /**
     * The end user whom the conversation is with.
     */
    requesterId: Uuid;
    /**
     * The channel it came through. It does not determine `_type`.
     */
    channel: ConversationChannel;
    /**
     * When it was created.
     */
    createdAt: Timestamp;
    /**
     * Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
     */
    direction?: ConversationDirection;
    /**
     * Its state. `Pending` is what Dixa's screens call a follow-up.
     */
    state?: ConversationState;
    /**
     * When `state` last changed.
     */
    stateUpdatedAt?: Timestamp;
    /**
     * The conversation that this one hangs on.
     */
    link?: ConversationLink;
    /**
     * Custom attributes that are set on it.
     */
    customAttributes: CustomAttribute[];
    /**
     * When the channel stops taking messages, presumably e.g. WhatsApp's 24 hours (inferred). Since 2026.
     */
    transportExpiresAt?: Timestamp;
    /**
     * The agent it is assigned to; absent while nobody has it.
     */
    assignment?: Assignment;
    /**
     * The queue it waits or waited in.
     */
    queue?: Queue;
}

/**
 * A conversation of a kind that this version does not know.
 */
export interface UnknownConversation extends UnknownFields {
    /**
     * Which kind it is.
     */
    _type: "Unknown";
    /**
     * Its id.
     */
    id: Int64;
    /**
     * The end user whom the conversation is with.
     */
    requesterId: Uuid;
    /**
     * The channel it came through. It does not determine `_type`.
     */
    channel: ConversationChannel;
    /**
     * When it was created.
     */
    createdAt: Timestamp;
    /**
     * Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
     */
    direction?: ConversationDirection;
    /**
     * Its state. `Pending` is what Dixa's screens call a follow-up.
     */
    state?: ConversationState;
    /**
     * When `state` last changed.
     */
    stateUpdatedAt?: Timestamp;
    /**
     * The conversation that this one hangs on.
     */
    link?: ConversationLink;
    /**
     * Custom attributes that are set on it.
     */
    customAttributes: CustomAttribute[];
    /**
     * When the channel stops taking messages, presumably e.g. WhatsApp's 24 hours (inferred). Since 2026.
     */
    transportExpiresAt?: Timestamp;
    /**
     * The `_type` that the server sent; absent when it sent none. Given back, it is sent as the `_type`.
     */
    rawType?: string;
}

/**
 * Activity log entry. `_type` is a plain enum here, not a union discriminator: all entries share one shape.
 */
export interface ActivityLogEntry {
    /**
     * Its id.
     */
    id: Uuid;
    /**
     * The conversation. Declared with 32 bits by Dixa, 64 bits everywhere else.
     */
    conversationId: Int64;
    /**
     * When it happened.
     */
    activityTimestamp: Timestamp;
    /**
     * What happened, in the older spelling; replaced by `_type`.
     */
    activityType: DeprecatedActivityLogType;
    /**
     * What happened.
     */
    _type: ActivityType;
    /**
     * Who did it.
     */
    author?: ActivityLogUser;
    /**
     * What is special to its kind.
     */
    attributes?: ActivityLogAttribute;
}

/**
 * Deprecated `activityType`, replaced by `_type`. Value is `_type` + `ActivityType`, except `ConversationReservedType` (no "Activity") and `UnknownActivityType`.
 */
export type DeprecatedActivityLogType =
    | 'ConversationAssignedActivityType'
    | 'ConversationAutoreplySentActivityType'
    | 'ConversationClaimedActivityType'
    | 'ConversationClosedActivityType'
    | 'ConversationCreatedByAgentActivityType'
    | 'ConversationCreatedByCustomerActivityType'
    | 'ConversationEndUserReplacedActivityType'
    | 'ConversationLanguageUpdatedActivityType'
    | 'ConversationOfferAcceptedActivityType'
    | 'ConversationOfferRejectedActivityType'
    | 'ConversationOfferTimeoutActivityType'
    | 'ConversationOfferedActivityType'
    | 'ConversationPendingActivityType'
    | 'ConversationRatedActivityType'
    | 'ConversationRatingCancelledActivityType'
    | 'ConversationRatingOfferedActivityType'
    | 'ConversationRatingScheduledActivityType'
    | 'ConversationRatingUnscheduledActivityType'
    | 'ConversationReopenedActivityType'
    | 'ConversationReservedType'
    | 'ConversationUnassignedActivityType'
    | 'FollowupAddedActivityType'
    | 'FollowupExpiredActivityType'
    | 'FollowupRemovedActivityType'
    | 'MessageAddedByAgentActivityType'
    | 'MessageAddedByCustomerActivityType'
    | 'NoteAddedActivityType'
    | 'TagAddedActivityType'
    | 'TagRemovedActivityType'
    | 'TransferFailedActivityType'
    | 'TransferInitiatedActivityType'
    | 'TransferSuccessfulActivityType'
    | 'ConversationTranscriptionEndedActivityType'
    | 'ConversationTranscriptionStartedActivityType'
    | 'UnknownActivityType'
    | (string & {});

/**
 * `_type` of an activity log entry: 32 values in the January 2024 v1 spec, 43 in the 2026 v1 spec.
 */
export type ActivityType =
    | 'ConversationAssigned'
    | 'ConversationAutoreplySent'
    | 'ConversationClaimed'
    | 'ConversationClosed'
    | 'ConversationCreatedByAgent'
    | 'ConversationCreatedByCustomer'
    | 'ConversationEndUserReplaced'
    | 'ConversationLanguageUpdated'
    | 'ConversationOfferAccepted'
    | 'ConversationOfferRejected'
    | 'ConversationOfferTimeout'
    | 'ConversationOffered'
    | 'ConversationPending'
    | 'ConversationRated'
    | 'ConversationRatingCancelled'
    | 'ConversationRatingOffered'
    | 'ConversationRatingScheduled'
    | 'ConversationRatingUnscheduled'
    | 'ConversationReopened'
    | 'ConversationReserved'
    | 'ConversationUnassigned'
    | 'FollowupAdded'
    | 'FollowupExpired'
    | 'FollowupRemoved'
    | 'MessageAddedByAgent'
    | 'MessageAddedByCustomer'
    | 'NoteAdded'
    | 'TagAdded'
    | 'TagRemoved'
    | 'TransferFailed'
    | 'TransferInitiated'
    | 'TransferSuccessful'
    | 'ConversationChannelChanged'
    | 'ConversationCustomAttributesUpdated'
    | 'ConversationLinkedFromChild'
    | 'ConversationLinkedToParent'
    | 'ConversationMessageRedacted'
    | 'ConversationRatingNotOffered'
    | 'ConversationResolvedStateToggled'
    | 'ConversationTranscriptionEnded'
    | 'ConversationTranscriptionStarted'
    | 'ConversationUnlinkedFromChild'
    | 'ConversationUnlinkedToParent'
    | (string & {});

/**
 * User in an activity log entry.
 */
export interface ActivityLogUser {
    /**
     * Its id.
     */
    id: string;
    /**
     * The name.
     */
    name?: string;
    /**
     * E-mail address.
     */
    email?: string;
    /**
     * Phone number.
     */
    phoneNumber?: string;
}

/**
 * What an entry of the activity log says beyond its kind. The tags are inferred from the names of the schemas; one that lacks its tag gets the one that its entry's `_type` goes with, unless something in it speaks against that.
 */
export type ActivityLogAttribute =
    | ConversationAssignedAttribute
    | ConversationAutoReplySentAttribute
    | ConversationChannelChangedAttribute
    | ConversationClaimedAttribute
    | ConversationCreatedAttribute
    | ConversationCustomAttributesUpdatedAttribute
    | ConversationEndUserReplacedAttribute
    | ConversationLanguageUpdatedAttribute
    | ConversationLinkedAttribute
    | ConversationOfferedAttribute
    | ConversationRatedAttribute
    | ConversationRatingNotOfferedAttribute
    | ConversationRatingOfferedAttribute
    | ConversationRatingScheduledAttribute
    | ConversationReservedAttribute
    | ConversationResolvedStateToggledAttribute
    | ConversationSubjectUpdatedAttribute
    | ConversationTranscriptionEndedAttribute
    | ConversationTransferredAttribute
    | ConversationUnassignedAttribute
    | MessageAddedAttribute
    | MessageRedactedAttribute
    | NoteAddedAttribute
    | TagAddedAttribute
    | TagRemovedAttribute
    | UnknownActivityLogAttribute;

/**
 * An agent was assigned.
 */
export interface ConversationAssignedAttribute {
    /**
     * Which kind it is.
     */
    _type: "ConversationAssignedAttribute";
    /**
     * The agent.
     */
    agentId: string;
    /**
     * Name of the agent.
     */
    agentName?: string;
}

/**
 * An automatic reply was sent.
 */
export interface ConversationAutoReplySentAttribute {
    /**
     * Which kind it is.
     */
    _type: "ConversationAutoReplySentAttribute";
    /**
     * Name of the template that was sent.
     */
    templateName: string;
}

/**
 * The channel changed. Since 2026.
 */
export interface ConversationChannelChangedAttribute {
    /**
     * Which kind it is.
     */
    _type: "ConversationChannelChangedAttribute";
    /**
     * The new channel.
     */
    channelReference: string;
}

/**
 * An agent claimed it.
 */
export interface ConversationClaimedAttribute {
    /**
     * Which kind it is.
     */
    _type: "ConversationClaimedAttribute";
    /**
     * Name of whom or what it was claimed from.
     */
    claimedFromLabel?: string;
    /**
     * What it was claimed from.
     */
    claimedFromType?: string;
}

/**
 * It was created.
 */
export interface ConversationCreatedAttribute {
    /**
     * Which kind it is.
     */
    _type: "ConversationCreatedAttribute";
    /**
     * The subject line.
     */
    subject?: string;
}

/**
 * Custom attributes changed. Since 2026.
 */
export interface ConversationCustomAttributesUpdatedAttribute {
    /**
     * Which kind it is.
     */
    _type: "ConversationCustomAttributesUpdatedAttribute";
    /**
     * Ids of the attributes that changed.
     */
    updatedAttributeIds: string[];
    /**
     * The new values by attribute id.
     */
    updatedAttributeValues: MapAttributeValue;
}

/**
 * Values of custom attributes by the id of the attribute.
 */
export type MapAttributeValue = Record<string, AttributeValue>;

/**
 * The end user was replaced by another.
 */
export interface ConversationEndUserReplacedAttribute {
    /**
     * Which kind it is.
     */
    _type: "ConversationEndUserReplacedAttribute";
    /**
     * The end user before.
     */
    oldUser: ActivityLogUser;
    /**
     * The end user after.
     */
    newUser: ActivityLogUser;
}

/**
 * The language changed.
 */
export interface ConversationLanguageUpdatedAttribute {
    /**
     * Which kind it is.
     */
    _type: "ConversationLanguageUpdatedAttribute";
    /**
     * Two-letter language code.
     */
    language: string;
}

/**
 * A link was made or removed. Since 2026.
 */
export interface ConversationLinkedAttribute {
    /**
     * Which kind it is.
     */
    _type: "ConversationLinkedAttribute";
    /**
     * The child conversation.
     */
    child: Int64;
    /**
     * The parent conversation.
     */
    parent: Int64;
    /**
     * The kind of link.
     */
    linkType: string;
}

/**
 * It was offered to agents.
 */
export interface ConversationOfferedAttribute {
    /**
     * Which kind it is.
     */
    _type: "ConversationOfferedAttribute";
    /**
     * Names of the agents it was offered to.
     */
    agentNames: string[];
    /**
     * Name of the queue.
     */
    queueLabel?: string;
}

/**
 * The end user rated it.
 */
export interface ConversationRatedAttribute {
    /**
     * Which kind it is.
     */
    _type: "ConversationRatedAttribute";
    /**
     * The agent.
     */
    agent?: ActivityLogUser;
    /**
     * The score.
     */
    score?: number;
    /**
     * The end user's comment.
     */
    message?: string;
}

/**
 * No rating was offered. Since 2026.
 */
export interface ConversationRatingNotOfferedAttribute {
    /**
     * Which kind it is.
     */
    _type: "ConversationRatingNotOfferedAttribute";
    /**
     * Why no rating was offered.
     */
    evaluationFilters?: string;
}

/**
 * A rating was offered.
 */
export interface ConversationRatingOfferedAttribute {
    /**
     * Which kind it is.
     */
    _type: "ConversationRatingOfferedAttribute";
    /**
     * The agent.
     */
    agent: ActivityLogUser;
    /**
     * The end user.
     */
    user: ActivityLogUser;
}

/**
 * A rating was scheduled.
 */
export interface ConversationRatingScheduledAttribute {
    /**
     * Which kind it is.
     */
    _type: "ConversationRatingScheduledAttribute";
    /**
     * When the rating is to be offered.
     */
    ratingScheduledTime: string;
}

/**
 * It was reserved for an agent.
 */
export interface ConversationReservedAttribute {
    /**
     * Which kind it is.
     */
    _type: "ConversationReservedAttribute";
    /**
     * The agent.
     */
    agent: ActivityLogUser;
    /**
     * The queue.
     */
    queueId: string;
    /**
     * Name of the queue.
     */
    queueName: string;
    /**
     * The kind of reservation.
     */
    reservationType: string;
    /**
     * When the reservation ends.
     */
    validUntil: string;
}

/**
 * It was marked as resolved, or no longer. Since 2026.
 */
export interface ConversationResolvedStateToggledAttribute {
    /**
     * Which kind it is.
     */
    _type: "ConversationResolvedStateToggledAttribute";
    /**
     * Whether it is resolved now.
     */
    isResolved: boolean;
}

/**
 * The subject changed. Since 2026.
 */
export interface ConversationSubjectUpdatedAttribute {
    /**
     * Which kind it is.
     */
    _type: "ConversationSubjectUpdatedAttribute";
    /**
     * The subject before.
     */
    oldSubject: string;
    /**
     * The subject after.
     */
    newSubject: string;
}

/**
 * The transcription of a call ended. Since 2026.
 */
export interface ConversationTranscriptionEndedAttribute {
    /**
     * Which kind it is.
     */
    _type: "ConversationTranscriptionEndedAttribute";
    /**
     * Whether there is a transcript.
     */
    isSuccessful: boolean;
    /**
     * Why there is none.
     */
    failureReason?: string;
}

/**
 * It was transferred.
 */
export interface ConversationTransferredAttribute {
    /**
     * Which kind it is.
     */
    _type: "ConversationTransferredAttribute";
    /**
     * The kind of transfer.
     */
    transferType: string;
    /**
     * What it went to.
     */
    destinationType: string;
    /**
     * Id of what it went to.
     */
    destinationId: string;
    /**
     * Name of what it went to.
     */
    destinationLabel?: string;
    /**
     * Why.
     */
    reason?: string;
}

/**
 * An agent was taken off it.
 */
export interface ConversationUnassignedAttribute {
    /**
     * Which kind it is.
     */
    _type: "ConversationUnassignedAttribute";
    /**
     * The agent.
     */
    agent: ActivityLogUser;
}

/**
 * A message was added.
 */
export interface MessageAddedAttribute {
    /**
     * Which kind it is.
     */
    _type: "MessageAddedAttribute";
    /**
     * The message.
     */
    messageId: string;
    /**
     * The endpoint it came from.
     */
    fromEndpoint?: string;
    /**
     * Picture of the author.
     */
    avatarUrl?: string;
}

/**
 * A message was redacted. Since 2026.
 */
export interface MessageRedactedAttribute {
    /**
     * Which kind it is.
     */
    _type: "MessageRedactedAttribute";
    /**
     * The message.
     */
    messageId: string;
    /**
     * Whether text was removed.
     */
    wasTextRedacted: boolean;
    /**
     * How many files were removed.
     */
    numberOfDeletedFiles: number;
}

/**
 * A note was added.
 */
export interface NoteAddedAttribute {
    /**
     * Which kind it is.
     */
    _type: "NoteAddedAttribute";
    /**
     * The text of the note.
     */
    message: string;
    /**
     * Picture of the author.
     */
    avatarUrl?: string;
}

/**
 * A tag was put on it.
 */
export interface TagAddedAttribute {
    /**
     * Which kind it is.
     */
    _type: "TagAddedAttribute";
    /**
     * Name or id of the tag (not specified).
     */
    tag: string;
}

/**
 * A tag was taken off it.
 */
export interface TagRemovedAttribute {
    /**
     * Which kind it is.
     */
    _type: "TagRemovedAttribute";
    /**
     * Name or id of the tag (not specified).
     */
    tag: string;
}

/**
 * Attributes of a kind that this version does not know.
 */
export interface UnknownActivityLogAttribute extends UnknownFields {
    /**
     * Which kind it is.
     */
    _type: "Unknown";
    /**
     * The `_type` that the server sent; absent when it sent none. Given back, it is sent as the `_type`.
     */
    rawType?: string;
}

/**
 * Which flows to list.
 */
export interface ListFlowsQuery {
    /**
     * The channel of the flows. Default: `PstnPhone`, not all.
     */
    channel?: ConversationChannel | undefined;
}

/**
 * Conversation flow.
 */
export interface ConversationFlow {
    /**
     * Its id.
     */
    id: Uuid;
    /**
     * The name.
     */
    name: string;
    /**
     * The channel it came through. It does not determine `_type`.
     */
    channel: ConversationChannel;
    /**
     * The contact endpoint: a number or address of the organization.
     */
    contactEndpointId: string;
}

/**
 * A message in a conversation. Direction, content and attachments live inside `attributes`.
 */
export interface Message {
    /**
     * Its id.
     */
    id: Uuid;
    /**
     * Who wrote it.
     */
    authorId: Uuid;
    /**
     * Your own reference for it.
     */
    externalId?: string;
    /**
     * When it was created.
     */
    createdAt: Timestamp;
    /**
     * What is special to its kind.
     */
    attributes: Attributes;
}

/**
 * Channel specific part of a message.
 */
export type Attributes =
    | CallRecordingAttributes
    | ChatAttributes
    | ContactFormAttributes
    | EmailAttributes
    | FacebookMessengerAttributes
    | GenericAttributes
    | MessengerFormAttributes
    | PhoneAttributes
    | SmsAttributes
    | TranscriptAttributes
    | TwitterAttributes
    | WhatsAppAttributes
    | UnknownAttributes;

/**
 * Call recording.
 */
export interface CallRecordingAttributes {
    /**
     * Which kind it is.
     */
    _type: "CallRecordingAttributes";
    /**
     * How long it took, in seconds (unit inferred).
     */
    duration?: number;
    /**
     * URL of the recording.
     */
    recording: string;
}

/**
 * Chat message.
 */
export interface ChatAttributes {
    /**
     * Which kind it is.
     */
    _type: "ChatAttributes";
    /**
     * What it says.
     */
    content?: Content;
    /**
     * Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
     */
    direction?: ConversationDirection;
    /**
     * Files that came with it.
     */
    attachments: File[];
    /**
     * Whether a bot wrote it.
     */
    isAutomated: boolean;
}

/**
 * Contact form message created through a chat widget.
 */
export interface ContactFormAttributes {
    /**
     * Which kind it is.
     */
    _type: "ContactFormAttributes";
    /**
     * The body of the e-mail.
     */
    emailContent?: EmailContent;
    /**
     * The sender.
     */
    from?: EmailContact;
    /**
     * Whom a reply goes to unless said otherwise.
     */
    replyDefaultToEmails: EmailContact[];
    /**
     * The recipients.
     */
    to: EmailContact[];
    /**
     * Who got a copy.
     */
    cc: EmailContact[];
    /**
     * Who got a blind copy.
     */
    bcc: EmailContact[];
    /**
     * Whether a machine answered.
     */
    isAutoReply: boolean;
    /**
     * Images inside the body.
     */
    inlineImages: File[];
    /**
     * Files that came with it.
     */
    attachments: File[];
    /**
     * Why it could not be delivered.
     */
    deliveryFailureReason?: string;
    /**
     * Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
     */
    direction?: ConversationDirection;
    /**
     * The e-mail as it arrived. A file, despite the name.
     */
    originalContentUrl?: File;
}

/**
 * E-mail body, inline or by reference.
 */
export type EmailContent =
    | Regular
    | TooLarge
    | UnknownEmailContent;

/**
 * Inline e-mail content.
 */
export interface Regular {
    /**
     * Which kind it is.
     */
    _type: "Regular";
    /**
     * What it says.
     */
    content: Content;
}

/**
 * E-mail content too large to inline; fetch the file.
 */
export interface TooLarge {
    /**
     * Which kind it is.
     */
    _type: "TooLarge";
    /**
     * Where the body is.
     */
    file: File;
}

/**
 * An e-mail body of a kind that this version does not know.
 */
export interface UnknownEmailContent extends UnknownFields {
    /**
     * Which kind it is.
     */
    _type: "Unknown";
    /**
     * The `_type` that the server sent; absent when it sent none. Given back, it is sent as the `_type`.
     */
    rawType?: string;
}

/**
 * E-mail participant.
 */
export interface EmailContact {
    /**
     * E-mail address.
     */
    email: string;
    /**
     * The name.
     */
    name?: string;
}

/**
 * E-mail message, also contact form messages created through a web form.
 */
export interface EmailAttributes {
    /**
     * Which kind it is.
     */
    _type: "EmailAttributes";
    /**
     * The body of the e-mail.
     */
    emailContent?: EmailContent;
    /**
     * The sender.
     */
    from: EmailContact;
    /**
     * The recipients.
     */
    to: EmailContact[];
    /**
     * Who got a copy.
     */
    cc: EmailContact[];
    /**
     * Who got a blind copy.
     */
    bcc: EmailContact[];
    /**
     * Whether a machine answered.
     */
    isAutoReply: boolean;
    /**
     * Images inside the body.
     */
    inlineImages: File[];
    /**
     * Files that came with it.
     */
    attachments: File[];
    /**
     * Why it could not be delivered.
     */
    deliveryFailureReason?: string;
    /**
     * Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
     */
    direction?: ConversationDirection;
    /**
     * The e-mail as it arrived. A file, despite the name.
     */
    originalContentUrl?: File;
}

/**
 * Facebook Messenger message.
 */
export interface FacebookMessengerAttributes {
    /**
     * Which kind it is.
     */
    _type: "FacebookMessengerAttributes";
    /**
     * What it says.
     */
    content?: Content;
    /**
     * Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
     */
    direction?: ConversationDirection;
    /**
     * Files that came with it.
     */
    attachments: File[];
}

/**
 * Generic channel message.
 */
export interface GenericAttributes {
    /**
     * Which kind it is.
     */
    _type: "GenericAttributes";
    /**
     * What it says.
     */
    content?: Content;
    /**
     * Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
     */
    direction?: ConversationDirection;
    /**
     * Files that came with it.
     */
    attachments: File[];
}

/**
 * Messenger form submission.
 */
export interface MessengerFormAttributes {
    /**
     * Which kind it is.
     */
    _type: "MessengerFormAttributes";
    /**
     * What was filled in.
     */
    formSubmission: FormSubmission;
    /**
     * Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
     */
    direction?: ConversationDirection;
    /**
     * The form as HTML. Since 2026.
     */
    content?: Content;
}

/**
 * Submitted form.
 */
export interface FormSubmission {
    /**
     * What was filled in, by the label of the form's field.
     */
    values: MapFormAttributeValue;
}

/**
 * Form values by the label of their field.
 */
export type MapFormAttributeValue = Record<string, FormAttributeValue>;

/**
 * Value of one field of a form. Dixa's schema declares tagged objects, its only example shows
 * bare values; both are read.
 */
export type FormAttributeValue = string | string[] | FormValue | FileMeta[];

/**
 * Value of one field of a form as Dixa's schema declares it.
 */
export type FormValue =
    | FormText
    | FormSelect
    | FormAttachments
    | UnknownFormValue;

/**
 * Schema form of a text value (Dixa `Text1`, title `Text`).
 */
export interface FormText {
    /**
     * Which kind it is.
     */
    _type: "Text";
    /**
     * What was written.
     */
    value: string;
}

/**
 * Schema form of a select value (Dixa `Select`).
 */
export interface FormSelect {
    /**
     * Which kind it is.
     */
    _type: "Select";
    /**
     * What was chosen.
     */
    value: string[];
}

/**
 * Schema form of an attachments value (Dixa `Attachments`).
 */
export interface FormAttachments {
    /**
     * Which kind it is.
     */
    _type: "Attachments";
    /**
     * The files.
     */
    value: FileMeta[];
}

/**
 * Uploaded form file.
 */
export interface FileMeta {
    /**
     * URL of the file. In requests Dixa downloads and copies it; in answers it is `https://files.dixa.io/private/…`, which needs authentication.
     */
    url: string;
    /**
     * The name.
     */
    name: string;
    /**
     * Media type.
     */
    mediaType: MimeType;
    /**
     * Length in bytes.
     */
    bytesLength: Int64;
    /**
     * Checksum of the content.
     */
    checksum: Checksum;
}

/**
 * Media type (Dixa `MimeTypeImpl`, single-variant union).
 */
export interface MimeType {
    /**
     * The part before the slash, e.g. `image`.
     */
    primary: string;
    /**
     * The part behind the slash, e.g. `png`.
     */
    sub: string;
}

/**
 * Checksum.
 */
export interface Checksum {
    /**
     * Name of the algorithm.
     */
    algorithm: string;
    /**
     * The checksum in hexadecimal.
     */
    hex: string;
}

/**
 * A value of a kind that this version does not know.
 */
export interface UnknownFormValue extends UnknownFields {
    /**
     * Which kind it is.
     */
    _type: "Unknown";
    /**
     * The `_type` that the server sent; absent when it sent none. Given back, it is sent as the `_type`.
     */
    rawType?: string;
}

/**
 * Phone call.
 */
export interface PhoneAttributes {
    /**
     * Which kind it is.
     */
    _type: "PhoneAttributes";
    /**
     * Number of the caller.
     */
    from: string;
    /**
     * Number that was called. Dixa's own example has a JSON number here.
     */
    to: PhoneEndpoint;
    /**
     * Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
     */
    direction?: ConversationDirection;
    /**
     * How long it took, in seconds (unit inferred).
     */
    duration?: number;
}

/**
 * A phone number. Dixa declares a string; one of its examples shows a number, which is left as it is.
 */
export type PhoneEndpoint = string | number;

/**
 * SMS message.
 */
export interface SmsAttributes {
    /**
     * Which kind it is.
     */
    _type: "SmsAttributes";
    /**
     * What it says.
     */
    content?: Content;
    /**
     * Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
     */
    direction?: ConversationDirection;
    /**
     * Files that came with it.
     */
    attachments: File[];
}

/**
 * Call transcript utterance.
 */
export interface TranscriptAttributes {
    /**
     * Which kind it is.
     */
    _type: "TranscriptAttributes";
    /**
     * What it says.
     */
    content?: Content;
    /**
     * Start of the utterance, in milliseconds of the call.
     */
    utterance_start_ms?: Int64;
    /**
     * End of the utterance, in milliseconds of the call.
     */
    utterance_end_ms?: Int64;
    /**
     * Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
     */
    direction?: ConversationDirection;
}

/**
 * Twitter message.
 */
export interface TwitterAttributes {
    /**
     * Which kind it is.
     */
    _type: "TwitterAttributes";
    /**
     * What it says.
     */
    content?: Content;
    /**
     * Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
     */
    direction?: ConversationDirection;
    /**
     * Files that came with it.
     */
    attachments: File[];
}

/**
 * WhatsApp message.
 */
export interface WhatsAppAttributes {
    /**
     * Which kind it is.
     */
    _type: "WhatsAppAttributes";
    /**
     * What it says.
     */
    content?: Content;
    /**
     * Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
     */
    direction?: ConversationDirection;
    /**
     * Files that came with it.
     */
    attachments: File[];
}

/**
 * A message of a kind that this version does not know.
 */
export interface UnknownAttributes extends UnknownFields {
    /**
     * Which kind it is.
     */
    _type: "Unknown";
    /**
     * The `_type` that the server sent; absent when it sent none. Given back, it is sent as the `_type`.
     */
    rawType?: string;
}

/**
 * Which part of the organization's activity log to list.
 */
export interface ListOrganizationActivityLogQuery {
    /**
     * Entries a page.
     */
    pageLimit?: number | undefined;
    /**
     * Where to go on: `nextPageKey` of a page. Never build one.
     */
    pageKey?: string | undefined;
    /**
     * The earliest entry.
     */
    fromDatetime?: TimestampInput | undefined;
    /**
     * The latest entry.
     */
    toDatetime?: TimestampInput | undefined;
}

/**
 * Rating of a conversation. ids are declared as plain strings here.
 */
export interface ConversationRating {
    /**
     * Its id. Shared by all questions of one survey: `id` and `ratingType` together are the key.
     */
    id: string;
    /**
     * The score, once rated.
     */
    ratingScore?: number;
    /**
     * The kind of question.
     */
    ratingType: RatingType;
    /**
     * The end user's comment.
     */
    ratingComment?: string;
    /**
     * Channel of the conversation.
     */
    conversationChannel: ConversationChannel;
    /**
     * The agent.
     */
    agentId?: string;
    /**
     * The end user who was asked.
     */
    userId: string;
    /**
     * How far the rating has come.
     */
    ratingStatus: RatingStatus;
    /**
     * Language: `English` in old examples, `en` in new ones.
     */
    language?: string;
    /**
     * When what happened to it.
     */
    timestamps: RatingTimestamps;
}

/**
 * Rating question type.
 */
export type RatingType =
    | 'Csat'
    | 'ThumbsUpOrDown'
    | 'Nps'
    | (string & {});

/**
 * Rating lifecycle status.
 */
export type RatingStatus =
    | 'Unscheduled'
    | 'Offered'
    | 'Rated'
    | 'Scheduled'
    | 'Cancelled'
    | (string & {});

/**
 * When what happened to a rating, by the name of the event: `created_at`, `scheduled_at`, `scheduled_for`,
 * `offered_at`, `modified_at`, `rated_at`. May be empty.
 */
export type RatingTimestamps = Record<string, string>;

/**
 * Tag.
 */
export interface Tag {
    /**
     * Its id.
     */
    id: Uuid;
    /**
     * The name.
     */
    name: string;
    /**
     * Color to show it in.
     */
    color?: string;
    /**
     * Its state. `Pending` is what Dixa's screens call a follow-up.
     */
    state: TagState;
}

/**
 * Tag state.
 */
export type TagState =
    | 'Active'
    | 'Inactive'
    | (string & {});

/**
 * Custom attributes to set, by the id of the attribute (a UUID). `null` clears one (inferred, unverified);
 * those not named stay as they are.
 */
export type PatchCustomAttributesInput = Record<string, AttributeValue | null>;

/**
 * Optional body of reopen.
 */
export interface ReopenConversationInput {
    /**
     * The agent or admin who does it.
     */
    userId?: Uuid | undefined;
}

/**
 * What to search for.
 */
export interface SearchConversationsQuery {
    /**
     * The text to find; not empty.
     */
    query: string;
    /**
     * Whether the text must be found as it stands. Default: false.
     */
    exactMatch?: boolean | undefined;
    /**
     * Results a page.
     */
    pageLimit?: SearchPageLimit | undefined;
    /**
     * Where to go on: `nextPageKey` of a page. Never build one.
     */
    pageKey?: string | undefined;
}

/**
 * Search hit.
 */
export interface ConversationSearchHit {
    /**
     * The conversation.
     */
    id: Int64;
    /**
     * Where the query was found.
     */
    highlights: MapVectorString;
    /**
     * Hits within messages. Always empty since 2026.
     */
    innerHits: ConversationSearchInnerHit[];
    /**
     * `ConversationSearchHit`; no longer sent since 2026.
     */
    _type?: string;
}

/**
 * Snippets of HTML by the field they were found in; matches stand in `<em class="highlight">`.
 * It holds customers' text: clean it before it is shown.
 */
export type MapVectorString = Record<string, string[]>;

/**
 * Hit inside a sub-entity.
 */
export interface ConversationSearchInnerHit {
    /**
     * The message.
     */
    id: string;
    /**
     * One snippet for each field.
     */
    highlight: MapString;
}

/**
 * One snippet of HTML by the field it was found in.
 */
export type MapString = Record<string, string>;

/**
 * Transfer request.
 */
export interface TransferConversationInput {
    /**
     * The queue it goes to.
     */
    queueId: Uuid;
    /**
     * The agent or admin who does it.
     */
    userId?: Uuid | undefined;
}

/**
 * Follow-up (snooze) request.
 */
export interface FollowupConversationInput {
    /**
     * When the conversation comes back.
     */
    timestamp: TimestampInput;
    /**
     * The agent or admin who does it.
     */
    userId?: Uuid | undefined;
}

/**
 * Link request.
 */
export interface LinkConversationInput {
    /**
     * The conversation to hang it on.
     */
    parentId: ConversationId;
    /**
     * The kind of the link.
     */
    linkType: LinkType;
}

/**
 * Kind of a link to make. A `Related` one is read as a link of a kind `Unknown`: Dixa does not document it.
 */
export type LinkType =
    | 'Related'
    | 'SideConversation'
    | (string & {});

/**
 * Conversation import.
 */
export interface GenericConversationImport {
    /**
     * Which kind of import; there is only this one.
     */
    _type: ConversationImportType;
    /**
     * `email`, `widgetchat`, `genericapimessaging`, or a name of your own.
     */
    genericChannelName: string;
    /**
     * The end user whom the conversation is with.
     */
    requesterId: Uuid;
    /**
     * Whether the end user is there.
     */
    requesterConnectionStatus?: ConnectionStatus | undefined;
    /**
     * Who started it: the end user (`Inbound`) or the team (`Outbound`).
     */
    direction: CallbackDirection;
    /**
     * Its messages.
     */
    messages?: readonly ImportMessageInput[] | undefined;
    /**
     * When it was created.
     */
    createdAt: TimestampInput;
    /**
     * The agent it was assigned to.
     */
    assignment?: AssignmentInput | undefined;
    /**
     * Your own reference for it.
     */
    externalId?: string | undefined;
    /**
     * When and by whom it was closed, if it was.
     */
    closing?: Closing | undefined;
    /**
     * What is special to the channel, e.g. `emailIntegrationId` and `subject`, or `widgetId` and `language`.
     */
    attributes?: ImportAttributes | undefined;
}

/**
 * Kind of an import.
 */
export type ConversationImportType =
    | 'GenericConversationImport'
    | (string & {});

/**
 * Whether an end user is there.
 */
export type ConnectionStatus =
    | 'Connected'
    | 'Disconnected'
    | (string & {});

/**
 * Imported message.
 */
export type ImportMessageInput =
    | InboundImport
    | OutboundImport;

/**
 * Imported inbound message.
 */
export interface InboundImport {
    /**
     * Which kind it is.
     */
    _type: "InboundImport";
    /**
     * What it says.
     */
    content: Content;
    /**
     * Files that came with it.
     */
    attachments?: readonly File[] | undefined;
    /**
     * Your own reference for it.
     */
    externalId?: string | undefined;
    /**
     * When it was created.
     */
    createdAt: TimestampInput;
    /**
     * What is special to the channel, e.g. `emailIntegrationId` and `requesterId`.
     */
    attributes?: ImportAttributes | undefined;
}

/**
 * What is special to a channel, as Dixa takes it; not checked.
 */
export type ImportAttributes = Record<string, unknown>;

/**
 * Imported outbound message.
 */
export interface OutboundImport {
    /**
     * Which kind it is.
     */
    _type: "OutboundImport";
    /**
     * What it says.
     */
    content: Content;
    /**
     * The agent who wrote it.
     */
    agentId: Uuid;
    /**
     * Files that came with it.
     */
    attachments?: readonly File[] | undefined;
    /**
     * Your own reference for it.
     */
    externalId?: string | undefined;
    /**
     * When it was created.
     */
    createdAt: TimestampInput;
    /**
     * What is special to the channel. `cc` and `bcc` are e-mail addresses here, not ids.
     */
    attributes?: ImportAttributes | undefined;
}

/**
 * The agent that an imported conversation was assigned to.
 */
export interface AssignmentInput {
    /**
     * The agent who had it.
     */
    agentId: Uuid;
    /**
     * When it was assigned.
     */
    assignedAt: TimestampInput;
}

/**
 * How an imported conversation was closed.
 */
export interface Closing {
    /**
     * When it was closed.
     */
    closedAt: TimestampInput;
    /**
     * The agent or admin who closed it.
     */
    closedBy: Uuid;
}

/**
 * Import result.
 */
export interface ImportConversationResponse {
    /**
     * The conversation.
     */
    id: Int64;
    /**
     * What could not be imported; the rest was.
     */
    partialErrors: PartialError[];
}

/**
 * Something that could not be imported.
 */
export interface PartialError {
    /**
     * Dixa's text.
     */
    message: string;
}

/**
 * Bulk tag request.
 */
export interface BulkTagConversationInput {
    /**
     * The tags to put on.
     */
    data?: readonly TagConversationInput[] | undefined;
}

/**
 * Tag by name.
 */
export interface TagConversationInput {
    /**
     * The name. One that there is not is created.
     */
    name: string;
}

/**
 * Rating offer to create.
 */
export interface CreateRatingOfferInput {
    /**
     * The end user who is asked.
     */
    userId: string;
    /**
     * The agent who is rated.
     */
    agentId: string;
    /**
     * The kind of question.
     */
    ratingType: RatingType;
    /**
     * When it was offered.
     */
    offeredAt?: TimestampInput | undefined;
}

/**
 * Created rating offer.
 */
export interface RatingOffer {
    /**
     * Its id, by which its result is submitted.
     */
    id: string;
    /**
     * The end user who is asked.
     */
    userId: string;
    /**
     * The agent who is rated.
     */
    agentId: string;
    /**
     * The kind of question.
     */
    ratingType: RatingType;
    /**
     * When it was offered.
     */
    offeredAt?: Timestamp;
}

/**
 * Rating result to submit.
 */
export interface CreateRatingResultInput {
    /**
     * The end user who rates.
     *
     * @deprecated Required in 2025, optional since 2026.
     */
    userId?: string | undefined;
    /**
     * The score.
     */
    ratingResult: SubmittedRatingResult;
    /**
     * The end user's comment.
     */
    comment?: string | undefined;
    /**
     * When it was submitted.
     */
    submittedAt?: TimestampInput | undefined;
}

/**
 * Submitted score.
 */
export type SubmittedRatingResult =
    | Csat
    | ThumbsUpOrDown
    | Nps
    | UnknownSubmittedRatingResult;

/**
 * CSAT score.
 */
export interface Csat {
    /**
     * Which kind it is.
     */
    _type: "Csat";
    /**
     * 1 to 5.
     */
    value: number;
}

/**
 * Thumbs rating.
 */
export interface ThumbsUpOrDown {
    /**
     * Which kind it is.
     */
    _type: "ThumbsUpOrDown";
    /**
     * 0 (down) or 1 (up).
     */
    value: number;
}

/**
 * NPS score. Since 2026.
 */
export interface Nps {
    /**
     * Which kind it is.
     */
    _type: "Nps";
    /**
     * 0 to 10.
     */
    value: number;
}

/**
 * A score of a kind that this version does not know.
 */
export interface UnknownSubmittedRatingResult extends UnknownFields {
    /**
     * Which kind it is.
     */
    _type: "Unknown";
    /**
     * The score.
     */
    value: number;
    /**
     * The `_type` that the server sent; absent when it sent none. Given back, it is sent as the `_type`.
     */
    rawType?: string;
}

/**
 * Submitted rating result.
 */
export interface RatingResult {
    /**
     * The rating.
     */
    ratingId: string;
    /**
     * The end user who rated.
     */
    userId?: string;
    /**
     * The score.
     */
    ratingResult: SubmittedRatingResult;
    /**
     * The end user's comment.
     */
    comment?: string;
    /**
     * When it was submitted.
     */
    submittedAt?: Timestamp;
}

/**
 * Which page of a search.
 */
export interface SearchPageQuery {
    /**
     * Results a page.
     */
    pageLimit?: SearchPageLimit | undefined;
    /**
     * Where to go on: `nextPageKey` of a page. Never build one.
     */
    pageKey?: string | undefined;
}

/**
 * What to search for: a text, filters, or both.
 */
export interface SearchParametersInput {
    /**
     * The text to find.
     */
    query?: SearchQuery | undefined;
    /**
     * What the conversations must be like.
     */
    filters?: SearchFilters | undefined;
}

/**
 * A text to find.
 */
export interface SearchQuery {
    /**
     * The text.
     */
    value: string;
    /**
     * Whether it must be found as it stands.
     */
    exactMatch?: boolean | undefined;
}

/**
 * Conditions, and how many of them must hold.
 */
export interface SearchFilters {
    /**
     * Whether all conditions must hold, or one is enough.
     */
    strategy: SearchStrategy;
    /**
     * The conditions.
     */
    conditions?: readonly SearchCondition[] | undefined;
}

/**
 * How many conditions must hold.
 */
export type SearchStrategy =
    | 'All'
    | 'Any'
    | (string & {});

/**
 * One condition.
 */
export interface SearchCondition {
    /**
     * The field that is looked at, and how it is compared.
     */
    field: SearchField;
}

/**
 * A field to search by, with its operator. `_type` says which field.
 */
export type SearchField =
    | FieldAgentId
    | FieldAssignedDate
    | FieldChannel
    | FieldClosedDate
    | FieldContactId
    | FieldConversationId
    | FieldCreationDate
    | FieldCustomAttribute
    | FieldDirection
    | FieldDuration
    | FieldLastActivity
    | FieldLastMessage
    | FieldQueueId
    | FieldStatus
    | FieldTagId;

/**
 * The agent who has the conversation.
 */
export interface FieldAgentId {
    /**
     * Which kind it is.
     */
    _type: "AgentId";
    /**
     * How it is compared.
     */
    operator: SingleOrEmptyOperator;
}

/**
 * Operators of a field that has one value or none.
 */
export type SingleOrEmptyOperator =
    | OpIsEmpty
    | OpIsNotEmpty
    | OpIsNotOneOf
    | OpIsOneOf;

/**
 * There is no value.
 */
export interface OpIsEmpty {
    /**
     * Which kind it is.
     */
    _type: "IsEmpty";
}

/**
 * There is a value.
 */
export interface OpIsNotEmpty {
    /**
     * Which kind it is.
     */
    _type: "IsNotEmpty";
}

/**
 * It is none of these.
 */
export interface OpIsNotOneOf {
    /**
     * Which kind it is.
     */
    _type: "IsNotOneOf";
    /**
     * The values.
     */
    values?: readonly string[] | undefined;
}

/**
 * It is one of these.
 */
export interface OpIsOneOf {
    /**
     * Which kind it is.
     */
    _type: "IsOneOf";
    /**
     * The values.
     */
    values?: readonly string[] | undefined;
}

/**
 * When it was assigned.
 */
export interface FieldAssignedDate {
    /**
     * Which kind it is.
     */
    _type: "AssignedDate";
    /**
     * How it is compared.
     */
    operator: TimestampOperator;
}

/**
 * Operators of a point in time.
 */
export type TimestampOperator =
    | OpBetweenTimes
    | OpSince
    | OpUntil;

/**
 * Between two times.
 */
export interface OpBetweenTimes {
    /**
     * Which kind it is.
     */
    _type: "Between";
    /**
     * The earlier time.
     */
    timestampFrom: TimestampInput;
    /**
     * The later time.
     */
    timestampTo: TimestampInput;
}

/**
 * At this time or later.
 */
export interface OpSince {
    /**
     * Which kind it is.
     */
    _type: "Since";
    /**
     * The time.
     */
    timestamp: TimestampInput;
}

/**
 * At this time or earlier.
 */
export interface OpUntil {
    /**
     * Which kind it is.
     */
    _type: "Until";
    /**
     * The time.
     */
    timestamp: TimestampInput;
}

/**
 * The channel it came through.
 */
export interface FieldChannel {
    /**
     * Which kind it is.
     */
    _type: "Channel";
    /**
     * How it is compared.
     */
    operator: ChannelOperator;
}

/**
 * Operators of the channel.
 */
export type ChannelOperator =
    | OpChannelIsNotOneOf
    | OpChannelIsOneOf;

/**
 * It is none of these.
 */
export interface OpChannelIsNotOneOf {
    /**
     * Which kind it is.
     */
    _type: "IsNotOneOf";
    /**
     * The channels, in lower case: unlike the `channel` of a conversation.
     */
    values: readonly SearchChannel[];
}

/**
 * A channel as the filters spell it.
 */
export type SearchChannel =
    | 'email'
    | 'contactform'
    | 'chat'
    | 'dixamessenger'
    | 'phone'
    | 'voicemail'
    | 'callback'
    | 'sms'
    | 'facebookmessenger'
    | 'whatsapp'
    | 'adachat'
    | 'digitalgeniuschat'
    | 'kindlychat'
    | 'genericapimessaging'
    | 'trustpilot'
    | 'yotpo'
    | (string & {});

/**
 * It is one of these.
 */
export interface OpChannelIsOneOf {
    /**
     * Which kind it is.
     */
    _type: "IsOneOf";
    /**
     * The channels, in lower case: unlike the `channel` of a conversation.
     */
    values: readonly SearchChannel[];
}

/**
 * When it was closed.
 */
export interface FieldClosedDate {
    /**
     * Which kind it is.
     */
    _type: "ClosedDate";
    /**
     * How it is compared.
     */
    operator: TimestampOperator;
}

/**
 * The end user whom the conversation is with.
 */
export interface FieldContactId {
    /**
     * Which kind it is.
     */
    _type: "ContactId";
    /**
     * How it is compared.
     */
    operator: SingleOperator;
}

/**
 * Operators of a field that has one value.
 */
export type SingleOperator =
    | OpIsNotOneOf
    | OpIsOneOf;

/**
 * The conversation.
 */
export interface FieldConversationId {
    /**
     * Which kind it is.
     */
    _type: "ConversationId";
    /**
     * How it is compared.
     */
    operator: SingleOperator;
}

/**
 * When it was created.
 */
export interface FieldCreationDate {
    /**
     * Which kind it is.
     */
    _type: "CreationDate";
    /**
     * How it is compared.
     */
    operator: TimestampOperator;
}

/**
 * A custom attribute.
 */
export interface FieldCustomAttribute {
    /**
     * Which kind it is.
     */
    _type: "CustomAttribute";
    /**
     * How it is compared.
     */
    operator: CustomAttributeOperator;
    /**
     * Its id.
     */
    attributeId: string;
}

/**
 * Operators of a custom attribute.
 */
export type CustomAttributeOperator =
    | OpIsEmpty
    | OpIsNotEmpty
    | OpPathIsNotOneOf
    | OpPathIsOneOf;

/**
 * It is none of these.
 */
export interface OpPathIsNotOneOf {
    /**
     * Which kind it is.
     */
    _type: "IsNotOneOf";
    /**
     * The values. Each is a path: one text, or the options from the outermost in.
     */
    values?: readonly (readonly string[])[] | undefined;
}

/**
 * It is one of these.
 */
export interface OpPathIsOneOf {
    /**
     * Which kind it is.
     */
    _type: "IsOneOf";
    /**
     * The values. Each is a path: one text, or the options from the outermost in.
     */
    values?: readonly (readonly string[])[] | undefined;
}

/**
 * Who started it.
 */
export interface FieldDirection {
    /**
     * Which kind it is.
     */
    _type: "Direction";
    /**
     * How it is compared.
     */
    operator: DirectionOperator;
}

/**
 * Operators of the direction.
 */
export type DirectionOperator =
    | OpDirectionIsNotOneOf
    | OpDirectionIsOneOf;

/**
 * It is none of these.
 */
export interface OpDirectionIsNotOneOf {
    /**
     * Which kind it is.
     */
    _type: "IsNotOneOf";
    /**
     * The directions, in lower case: unlike the `direction` of a conversation.
     */
    values: readonly SearchDirection[];
}

/**
 * A direction as the filters spell it.
 */
export type SearchDirection =
    | 'inbound'
    | 'outbound'
    | 'internal'
    | (string & {});

/**
 * It is one of these.
 */
export interface OpDirectionIsOneOf {
    /**
     * Which kind it is.
     */
    _type: "IsOneOf";
    /**
     * The directions, in lower case: unlike the `direction` of a conversation.
     */
    values: readonly SearchDirection[];
}

/**
 * How long it took.
 */
export interface FieldDuration {
    /**
     * Which kind it is.
     */
    _type: "Duration";
    /**
     * How it is compared.
     */
    operator: DurationOperator;
}

/**
 * Operators of a length of time.
 */
export type DurationOperator =
    | OpBetweenDurations
    | OpLongerThanOrEqualTo
    | OpShorterThanOrEqualTo;

/**
 * Between two lengths of time.
 */
export interface OpBetweenDurations {
    /**
     * Which kind it is.
     */
    _type: "Between";
    /**
     * The shorter one, in milliseconds.
     */
    min: Int64;
    /**
     * The longer one, in milliseconds.
     */
    max: Int64;
}

/**
 * This long or longer.
 */
export interface OpLongerThanOrEqualTo {
    /**
     * Which kind it is.
     */
    _type: "LongerThanOrEqualTo";
    /**
     * In milliseconds.
     */
    duration: Int64;
}

/**
 * This long or shorter.
 */
export interface OpShorterThanOrEqualTo {
    /**
     * Which kind it is.
     */
    _type: "ShorterThanOrEqualTo";
    /**
     * In milliseconds.
     */
    duration: Int64;
}

/**
 * When something last happened in it.
 */
export interface FieldLastActivity {
    /**
     * Which kind it is.
     */
    _type: "LastActivity";
    /**
     * How it is compared.
     */
    operator: TimestampOperator;
}

/**
 * When its last message was written.
 */
export interface FieldLastMessage {
    /**
     * Which kind it is.
     */
    _type: "LastMessage";
    /**
     * How it is compared.
     */
    operator: TimestampOperator;
}

/**
 * The queue it is in.
 */
export interface FieldQueueId {
    /**
     * Which kind it is.
     */
    _type: "QueueId";
    /**
     * How it is compared.
     */
    operator: SingleOrEmptyOperator;
}

/**
 * Its state.
 */
export interface FieldStatus {
    /**
     * Which kind it is.
     */
    _type: "Status";
    /**
     * How it is compared.
     */
    operator: StatusOperator;
}

/**
 * Operators of the state.
 */
export type StatusOperator =
    | OpStatusIsNotOneOf
    | OpStatusIsOneOf;

/**
 * It is none of these.
 */
export interface OpStatusIsNotOneOf {
    /**
     * Which kind it is.
     */
    _type: "IsNotOneOf";
    /**
     * The states, in lower case: unlike the `state` of a conversation.
     */
    values: readonly SearchStatus[];
}

/**
 * A state as the filters spell it.
 */
export type SearchStatus =
    | 'open'
    | 'closed'
    | 'pending'
    | (string & {});

/**
 * It is one of these.
 */
export interface OpStatusIsOneOf {
    /**
     * Which kind it is.
     */
    _type: "IsOneOf";
    /**
     * The states, in lower case: unlike the `state` of a conversation.
     */
    values: readonly SearchStatus[];
}

/**
 * The tags it has.
 */
export interface FieldTagId {
    /**
     * Which kind it is.
     */
    _type: "TagId";
    /**
     * How it is compared.
     */
    operator: MultiOrEmptyOperator;
}

/**
 * Operators of a field that has any number of values.
 */
export type MultiOrEmptyOperator =
    | OpExcludesAll
    | OpExcludesOne
    | OpIncludesAll
    | OpIncludesOne
    | OpIsEmpty
    | OpIsNotEmpty;

/**
 * None of these is there.
 */
export interface OpExcludesAll {
    /**
     * Which kind it is.
     */
    _type: "ExcludesAll";
    /**
     * The values.
     */
    values?: readonly string[] | undefined;
}

/**
 * One of these is not there.
 */
export interface OpExcludesOne {
    /**
     * Which kind it is.
     */
    _type: "ExcludesOne";
    /**
     * The values.
     */
    values?: readonly string[] | undefined;
}

/**
 * All of these are there.
 */
export interface OpIncludesAll {
    /**
     * Which kind it is.
     */
    _type: "IncludesAll";
    /**
     * The values.
     */
    values?: readonly string[] | undefined;
}

/**
 * One of these is there.
 */
export interface OpIncludesOne {
    /**
     * Which kind it is.
     */
    _type: "IncludesOne";
    /**
     * The values.
     */
    values?: readonly string[] | undefined;
}

/**
 * Hit of a search with filters: an id, and no more of the conversation than the highlights. `getConversation`
 * reads the rest.
 */
export interface ConversationSearchWithFiltersHit {
    /**
     * The conversation.
     */
    id: Int64;
    /**
     * Where the query was found.
     */
    highlights: MapVectorString;
}

/**
 * Which page of a list.
 */
export interface PageQuery {
    /**
     * Results a page.
     */
    pageLimit?: number | undefined;
    /**
     * Where to go on: `nextPageKey` of a page. Never build one.
     */
    pageKey?: string | undefined;
}

