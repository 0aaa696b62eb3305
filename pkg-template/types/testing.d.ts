// The types of `dixa-conversations/testing`: a local Dixa, what it begins with, what goes wrong in it, and what it
// tells webhooks.

import type {
    ActivityLogEntry,
    Attributes,
    Content,
    ConversationRating,
    Conversation,
    ConversationsClient,
    CreateInternalNoteInput,
    CreateMessageInput,
    File,
    Int64,
    InternalNoteData,
    Message,
    Tag,
    Timestamp,
    TimestampInput,
    UnknownConversation,
    Uuid,
} from './index.mjs';
import type { WebhookEvent } from './webhooks.mjs';

/** The token that a sandbox knows unless another is named. */
export declare const SANDBOX_TOKEN: string;

/** The secret that signs a sandbox's webhooks unless another is named: hexadecimal, as Dixa's `secretKey`. */
export declare const SANDBOX_WEBHOOK_SECRET: string;

/** What a sandbox may be told. */
export interface SandboxOptions {
    /** The token that it accepts. It is the first agent's. Default: `SANDBOX_TOKEN`. */
    token?: string | undefined;
    /**
     * What there is at the beginning. `demo`: 24 conversations on every channel, with four agents and eight end users.
     * `empty`: the same people, queues and tags, and no conversation. Or your own. Default: `demo`.
     */
    seed?: 'demo' | 'empty' | SandboxSeed | undefined;
    /**
     * Its clock, in milliseconds since 1970. Default: `Date.now`, looked up at each call, so that the fake timers of
     * Vitest and Jest move it.
     */
    clock?: (() => number) | SandboxClock | undefined;
}

/** A clock, such as `Date`. */
export interface SandboxClock {
    /** Milliseconds since 1970. */
    now(): number;
}

/**
 * What there is at the beginning. People, queues, tags and custom attributes that are left out are those of `demo`;
 * without conversations there are none. A snapshot is a seed, too.
 */
export interface SandboxSeed {
    /** Agents; the token is the first one's. */
    agents?: readonly SandboxPersonSeed[] | undefined;
    /** End users; conversations that name none are the first one's. */
    endUsers?: readonly SandboxPersonSeed[] | undefined;
    /** Queues; conversations that name none are in the first. */
    queues?: readonly SandboxQueueSeed[] | undefined;
    /** Tags. */
    tags?: readonly SandboxTagSeed[] | undefined;
    /** Custom attributes that conversations may have. */
    customAttributes?: readonly SandboxAttributeSeed[] | undefined;
    /** Conversations. */
    conversations?: readonly SandboxConversationSeed[] | undefined;
}

/** An agent or end user to begin with. What is left out is made up, or empty. */
export interface SandboxPersonSeed {
    /** Their id: a UUID. */
    id?: Uuid | undefined;
    /** Their name. */
    name: string;
    /** Their e-mail address. */
    email?: string | undefined;
    /** Their phone number. */
    phoneNumber?: string | undefined;
}

/** A queue to begin with. */
export interface SandboxQueueSeed {
    /** Its id: a UUID. Default: made up. */
    id?: Uuid | undefined;
    /** Its name. */
    name: string;
}

/** A tag to begin with. */
export interface SandboxTagSeed extends Partial<Omit<Tag, 'name'>> {
    /** Its name. */
    name: string;
}

/** A custom attribute to begin with. Default: a text. */
export interface SandboxAttributeSeed extends Partial<Omit<SandboxAttribute, 'name'>> {
    /** Its name. */
    name: string;
}

/** Of each kind of conversation, its `_type` and some of its fields. */
type Some<T> = T extends Conversation ? Pick<T, '_type'> & Partial<Omit<T, '_type'>> : never;

/**
 * A conversation to begin with: `_type`, and what you want of its fields. The others are filled in: an open, inbound
 * conversation of now, of the first end user, in the first queue, assigned to nobody.
 */
export type SandboxConversationSeed = Some<Exclude<Conversation, UnknownConversation>> & {
    /** As `addMessage` takes them, with the time they were written (default: now); or as `listMessages` gives them. */
    messages?: readonly ((CreateMessageInput & SandboxWritten) | SandboxMessageSeed)[] | undefined;
    /** As `addInternalNote` takes them, or as `listInternalNotes` gives them. */
    notes?: readonly (CreateInternalNoteInput | InternalNoteData)[] | undefined;
    /** Names of tags. Those that there are not are created. */
    tags?: readonly string[] | undefined;
    /** As `listRatings` gives them. */
    ratings?: readonly ConversationRating[] | undefined;
    /** As `listActivityLog` gives them. Default: what follows from the rest. */
    activity?: readonly ActivityLogEntry[] | undefined;
};

/** When something was written. */
export interface SandboxWritten {
    /** The time. Default: now. */
    createdAt?: TimestampInput | undefined;
}

/** A message as `listMessages` gives it; id and time may be left out. */
export type SandboxMessageSeed = Partial<Omit<Message, 'attributes' | 'authorId'>> & {
    /** Who wrote it: an agent or end user. */
    authorId: Uuid;
    /** How the channel carries it. */
    attributes: Attributes;
};

/** A conversation with all that hangs on it. */
export type SandboxConversation = Exclude<Conversation, UnknownConversation> & {
    /** Its messages, the oldest first. */
    messages: Message[];
    /** Its notes. */
    notes: InternalNoteData[];
    /** Names of its tags. */
    tags: string[];
    /** Its ratings. */
    ratings: ConversationRating[];
    /** Its activity log. */
    activity: ActivityLogEntry[];
};

/** An agent or end user. */
export interface SandboxPerson {
    /** Their id. */
    id: Uuid;
    /** Their name. */
    name: string;
    /** Their e-mail address; may be empty. */
    email: string;
    /** Their phone number; may be empty. */
    phoneNumber: string;
}

/** A queue. */
export interface SandboxQueue {
    /** Its id. */
    id: Uuid;
    /** Its name. */
    name: string;
}

/** A custom attribute that conversations may have. */
export interface SandboxAttribute {
    /** Its id. */
    id: Uuid;
    /** Its name. */
    name: string;
    /** What programs call it. */
    identifier: string;
    /** Whether its value is a text, or a list of choices. */
    type: 'Text' | 'Select';
}

/** What a sandbox holds: a copy, as the client would give it. */
export interface SandboxState {
    /** Its clock. */
    now: Timestamp;
    /** Its agents. */
    agents: SandboxPerson[];
    /** Its end users. */
    endUsers: SandboxPerson[];
    /** Its queues. */
    queues: SandboxQueue[];
    /** Its tags. */
    tags: Tag[];
    /** Its custom attributes. */
    customAttributes: SandboxAttribute[];
    /** Its conversations, by id. */
    conversations: SandboxConversation[];
}

/** Names of the client's methods that reach Dixa. */
export type SandboxOperation = Exclude<keyof ConversationsClient, 'request'>;

/** A request that came. */
export interface SandboxRequest {
    /** The method of the client that it is for; absent for what the sandbox does not have. */
    operation?: SandboxOperation;
    /** HTTP method. */
    method: string;
    /** Path with its query. */
    path: string;
    /** The body: parsed when it is JSON. */
    body?: unknown;
    /** The status that was answered; absent while there is no answer, and when it was lost. */
    status?: number;
}

/**
 * Something that goes wrong. Name one of `status`, `delayMs`, `dropAfterBytes`, `lost` at least; they may be combined.
 */
export interface SandboxFault {
    /** The method of the client that it is for. Default: any. */
    operation?: SandboxOperation | undefined;
    /** How many requests it is for; `Infinity`: until it is taken back. Default: 1. */
    times?: number | undefined;
    /** Answer this status, 200 to 599, in place of Dixa's answer. */
    status?: number | undefined;
    /** The answer's `Retry-After`, in milliseconds. */
    retryAfterMs?: number | undefined;
    /** The body that goes with `status`: a string as it is, all else as JSON. */
    body?: unknown;
    /** Answer so many milliseconds later; `Infinity`: never. The request's signal ends the wait. */
    delayMs?: number | undefined;
    /** The answer's body breaks off after so many bytes. */
    dropAfterBytes?: number | undefined;
    /** The connection is lost before the answer: `fetch` rejects with a `TypeError`. */
    lost?: boolean | undefined;
    /** Whether Dixa does what is asked all the same. Default: false with `status` or `lost`, else true. */
    applied?: boolean | undefined;
}

/** How webhooks are delivered. */
export interface SandboxWebhookOptions {
    /** What signs, hexadecimal. Default: `SANDBOX_WEBHOOK_SECRET`. */
    secret?: string | undefined;
    /** The request's address. Default: `https://webhooks.localhost/dixa`. */
    url?: string | undefined;
    /** The header `X-DIXA-SUBSCRIPTION-ID`. */
    subscriptionId?: string | undefined;
    /** The events that are told. Default: all. */
    events?: readonly Exclude<WebhookEvent['event_fqn'], 'Unknown'>[] | undefined;
    /** How often each event is delivered. Default: 1. Dixa says that it may be more. */
    deliveries?: number | undefined;
    /** Out of order: `true`, or a number that stands for an order. Default: false. */
    shuffle?: boolean | number | undefined;
    /** How many are delivered at once. Default: 1. */
    concurrency?: number | undefined;
    /** How often a delivery is repeated that was not answered with 2xx, without a wait. Default: 2. */
    retries?: number | undefined;
}

/** A delivery that was tried. */
export interface SandboxDelivery {
    /** What was told. */
    event: WebhookEvent;
    /** Which attempt it was, from 1. */
    attempt: number;
    /** What the handler answered. */
    status?: number;
    /** What it threw. */
    error?: unknown;
}

/** A local Dixa in memory. */
export interface Sandbox {
    /** The token that it accepts. */
    readonly token: string;
    /** Answers as Dixa does; hand it to a client as `fetch`. */
    fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
    /** The requests that came, in their order. */
    readonly requests: readonly SandboxRequest[];
    /** The deliveries of webhooks that were tried, in their order. */
    readonly deliveries: readonly SandboxDelivery[];
    /** What it holds now: a copy. Handed to another sandbox as its seed, that one goes on from there. */
    snapshot(): SandboxState;
    /**
     * A customer begins a conversation, or an agent of `direction: 'Outbound'`. Webhooks are told. Throws
     * `ConfigurationError`, whose message names the field.
     */
    add(conversation: SandboxConversationSeed): SandboxConversation;
    /**
     * The end user of a conversation writes; a closed one opens again. Webhooks are told. Throws `ConfigurationError`
     * where Dixa would refuse, and when there is no such conversation.
     */
    receive(
        conversationId: Int64 | bigint,
        message:
            | string
            | {
                  /** What it says. */
                  content: Content;
                  /** Files that come with it. */
                  attachments?: File[] | undefined;
                  /** A reference; a repeated one is refused. */
                  externalId?: string | undefined;
              },
    ): Message;
    /** Something goes wrong with the next request of an operation, after the faults that wait for it already. Gives a function that takes it back. */
    fail(fault: SandboxFault): () => void;
    /**
     * Tells a handler of each change from now on, as a signed request. Gives a function that ends it. `fetch` is a
     * handler, too: `onWebhook(fetch, { url })`.
     *
     * An event whose `data` Dixa does not document has the conversation in them, and nothing else. Importing tells
     * nothing, nor does what a sandbox begins with.
     */
    onWebhook(
        handler: (request: Request) => Response | Promise<Response>,
        options?: SandboxWebhookOptions,
    ): () => void;
    /**
     * Does what is due by the clock, and waits until all webhooks are told. Rejects with what a handler threw at the
     * last attempt of a delivery.
     */
    settled(): Promise<void>;
    /** Begins again: what it holds, its faults and its records are as at the beginning. Webhooks stay. */
    reset(): void;
}

/**
 * Makes a local Dixa. It keeps state, and refuses what Dixa refuses. Throws `ConfigurationError`, whose message names
 * what is wrong with the seed; `RuntimeUnsupportedError` where WebAssembly is blocked.
 */
export declare function createSandbox(options?: SandboxOptions): Sandbox;
