// The types of `dixa-conversations/helpers`: what messages say, bulk outcomes, waiting and watching.

import type {
    AnonymizationRequestStatus,
    BulkActionOutcome,
    Content,
    ConversationDirection,
    ConversationId,
    ErrorResponse,
    File,
    FormSubmission,
    InternalNoteData,
    Message,
    PhoneEndpoint,
    RequestOptions,
    UnknownBulkActionOutcome,
    UnknownContent,
    UnknownEmailContent,
} from './index.mjs';

/** What every kind of content has. */
export interface AroundContent {
    /** Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process. */
    direction?: ConversationDirection;
    /** Files that came with it. */
    attachments: File[];
    /** Images inside the body of an e-mail. */
    inlineImages: File[];
}

/** Something written: an e-mail, a chat message, an utterance of a transcript. */
export interface WrittenContent extends AroundContent {
    /** How it is written. HTML comes from outside: clean it before it is shown. */
    kind: 'text' | 'html' | 'markdown';
    /** What it says. */
    value: string;
}

/** An e-mail whose body is too large to be in the answer. */
export interface StoredContent extends AroundContent {
    /** Which kind it is. */
    kind: 'stored';
    /** Where the body is. */
    file: File;
}

/** A submitted form. */
export interface FormContent extends AroundContent {
    /** Which kind it is. */
    kind: 'form';
    /** What was filled in, by the label of the form's field. */
    values: FormSubmission['values'];
    /** The form as it was shown, where Dixa has it. */
    content?: Content;
}

/** A phone call. */
export interface CallContent extends AroundContent {
    /** Which kind it is. */
    kind: 'call';
    /** Number of the caller. */
    from: string;
    /** Number that was called. */
    to: PhoneEndpoint;
    /** How long it took, in seconds. */
    durationSeconds?: number;
}

/** The recording of a call. */
export interface RecordingContent extends AroundContent {
    /** Which kind it is. */
    kind: 'recording';
    /** Where it is. */
    url: string;
    /** How long it is, in seconds. */
    durationSeconds?: number;
}

/** Nothing is said, say because only files were sent. */
export interface NoContent extends AroundContent {
    /** Which kind it is. */
    kind: 'none';
}

/** Something of a kind that this version does not know, in a message of a kind that it knows. */
export interface UnreadContent extends AroundContent {
    /** Which kind it is. */
    kind: 'unknown';
    /** As Dixa sent it. */
    content: UnknownContent | UnknownEmailContent;
}

/** What a message says; `kind` says how. */
export type MessageContent =
    | WrittenContent
    | StoredContent
    | FormContent
    | CallContent
    | RecordingContent
    | NoContent
    | UnreadContent;

/** What a message says, in one shape for all channels. `undefined` for messages of a kind that this version does not know. */
export declare function messageContent(message: Message): MessageContent | undefined;

/** Outcomes of a bulk call, apart. `index` is the place in the answer; Dixa does not say that it is that in the request. */
export interface SplitOutcomes {
    /** What was done. */
    succeeded: {
        /** The place in the answer. */
        index: number;
        /** What was created. */
        data: InternalNoteData;
    }[];
    /** What was not done. */
    failed: {
        /** The place in the answer. */
        index: number;
        /** Why. */
        error: ErrorResponse;
    }[];
    /** Outcomes of a kind that this version does not know: nobody can tell. */
    unknown: {
        /** The place in the answer. */
        index: number;
        /** As Dixa sent it. */
        outcome: UnknownBulkActionOutcome;
    }[];
}

/** Takes the outcomes of a bulk call (`addInternalNotes`) apart, which succeeds as a whole even when single items fail. */
export declare function splitOutcomes(outcomes: readonly BulkActionOutcome[]): SplitOutcomes;

/** What `waitForAnonymization` asks. A `ConversationsClient` is one. */
export interface AnonymizationReader {
    /** Reads how far a request for anonymization is. */
    getAnonymizationRequest(
        requestId: string,
        options?: RequestOptions,
    ): PromiseLike<AnonymizationRequestStatus>;
}

/** How `waitForAnonymization` waits. */
export interface WaitOptions {
    /** Ends the wait with an AbortError. */
    signal?: AbortSignal | undefined;
    /** The wait between two looks, in milliseconds; less up to a quarter by chance, doubled after a failure. Default: 2000. */
    intervalMs?: number | undefined;
    /** How long to wait in all, in milliseconds; then it throws a TimeoutError. Default: ten minutes. */
    timeoutMs?: number | undefined;
}

/**
 * Waits until an anonymization is done, and gives its request as it is then, with `processedAt`. `request` is what
 * `anonymizeConversation` or `anonymizeMessage` gave, or its id. Failures that may pass are waited out.
 */
export declare function waitForAnonymization(
    dixa: AnonymizationReader,
    request: string | Pick<AnonymizationRequestStatus, 'id'>,
    options?: WaitOptions,
): Promise<AnonymizationRequestStatus>;

/** What `watchMessages` asks. A `ConversationsClient` is one. */
export interface MessageReader {
    /** Lists the messages of a conversation. */
    listMessages(conversationId: ConversationId, options?: RequestOptions): PromiseLike<Message[]>;
}

/** How `watchMessages` watches. */
export interface WatchOptions {
    /** Ends the iteration: quietly, for it has no other end. */
    signal?: AbortSignal | undefined;
    /** The wait between two looks, in milliseconds; less up to a quarter by chance, doubled after a failure. Default: 5000. */
    intervalMs?: number | undefined;
    /** The messages that you have already. All others are new. Default: those that are there at the first look. */
    seen?: readonly Pick<Message, 'id'>[] | undefined;
    /** Told of each failure that is waited out. */
    onError?: ((error: unknown) => void) | undefined;
}

/**
 * The new messages of a conversation, for `for await`: each once, the older first. It asks again
 * after `intervalMs`, waits longer after failures that may pass, rests while the page is hidden and asks at
 * once when it is shown again. Other failures are thrown. A message that is changed later is not new.
 */
export declare function watchMessages(
    dixa: MessageReader,
    conversationId: ConversationId,
    options?: WatchOptions,
): AsyncGenerator<Message, void, undefined>;
