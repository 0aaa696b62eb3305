// Generated from src/models. `cargo run --bin print` writes it anew.

import type { Int64, Timestamp, UnknownFields, Uuid } from './index.mjs';

/**
 * What Dixa tells a webhook; `event_fqn` says which event it is.
 */
export type WebhookEvent =
    | AgentBannedEnduserEvent
    | AgentBannedIpEvent
    | AgentUnbannedEnduserEvent
    | AgentUnbannedIpEvent
    | ConversationAbandonedEvent
    | ConversationAssignedEvent
    | ConversationClosedEvent
    | ConversationCreatedEvent
    | ConversationCustomAttributeUpdatedEvent
    | ConversationEndUserReplacedEvent
    | ConversationEnqueuedEvent
    | ConversationMessageAddedEvent
    | ConversationMessageDeliveryDeliveredEvent
    | ConversationMessageDeliveryFailedEvent
    | ConversationMessageDeliveryInfoEvent
    | ConversationMessageDeliverySeenEvent
    | ConversationMessageDeliverySentEvent
    | ConversationMessageDeliverySpamComplaintEvent
    | ConversationNoteAddedEvent
    | ConversationOpenEvent
    | ConversationPendingEvent
    | ConversationPendingExpiredEvent
    | ConversationRatedEvent
    | ConversationTagAddedEvent
    | ConversationTagRemovedEvent
    | ConversationTransferredEvent
    | ConversationUnassignedEvent
    | SlaEvaluationAchievedEvent
    | SlaEvaluationBreachedEvent
    | SlaEvaluationPendingEvent
    | SlaEvaluationVoidedEvent
    | TypingStartedEvent
    | UnknownWebhookEvent;

/**
 * Any JSON: what it is, is not documented.
 */
export type Json = unknown;

/**
 * An end user was banned. Its data are not documented.
 */
export interface AgentBannedEnduserEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "AGENT_BANNED_ENDUSER";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookUndocumentedData;
}

/**
 * The organization that an event is of.
 */
export interface WebhookOrganization {
    /**
     * Its id.
     */
    id: Uuid;
    /**
     * Its name.
     */
    name: string;
}

/**
 * What an event holds whose fields are not documented.
 */
export type WebhookUndocumentedData = Record<string, unknown>;

/**
 * An IP address was banned. Its data are not documented.
 */
export interface AgentBannedIpEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "AGENT_BANNED_IP";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookUndocumentedData;
}

/**
 * An end user is no longer banned. Its data are not documented.
 */
export interface AgentUnbannedEnduserEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "AGENT_UNBANNED_ENDUSER";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookUndocumentedData;
}

/**
 * An IP address is no longer banned. Its data are not documented.
 */
export interface AgentUnbannedIpEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "AGENT_UNBANNED_IP";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookUndocumentedData;
}

/**
 * The end user left before anybody answered.
 */
export interface ConversationAbandonedEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "CONVERSATION_ABANDONED";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookAbandonedData;
}

/**
 * The end user left before anybody answered.
 */
export interface WebhookAbandonedData {
    /**
     * The conversation.
     */
    conversation: WebhookConversation;
    /**
     * The queue it was in.
     */
    queue: WebhookQueue;
}

/**
 * A conversation as events have it.
 */
export interface WebhookConversation {
    /**
     * The conversation's id, as the methods of the client take it.
     */
    csid: Int64;
    /**
     * The channel it is held on.
     */
    channel: WebhookChannel;
    /**
     * Its state.
     */
    status: WebhookConversationStatus;
    /**
     * Who began it.
     */
    direction: WebhookDirection;
    /**
     * The queue it is in.
     */
    queue?: WebhookQueue;
    /**
     * The contact point it came through, e.g. an e-mail address.
     */
    contact_point?: string;
    /**
     * The end user.
     */
    requester: WebhookUser;
    /**
     * The agent who has it.
     */
    assignee?: WebhookUser;
    /**
     * Its subject.
     */
    subject?: string;
    /**
     * Its tags.
     */
    tags: WebhookTag[];
    /**
     * When it was created.
     */
    created_at: Timestamp;
}

/**
 * A channel as events write it: in capitals, unlike the rest of the API. That of WhatsApp is not known.
 */
export type WebhookChannel =
    | 'CALLBACK'
    | 'CONTACT_FORM'
    | 'EMAIL'
    | 'FACEBOOK_MESSENGER'
    | 'MESSENGER'
    | 'PSTN_PHONE'
    | 'SMS'
    | 'TWITTER'
    | 'VOICEMAIL'
    | 'WIDGET_CHAT'
    | (string & {});

/**
 * State of a conversation as events write it.
 */
export type WebhookConversationStatus =
    | 'OPEN'
    | 'PENDING'
    | 'CLOSED'
    | (string & {});

/**
 * Who began a conversation: the end user, or an agent.
 */
export type WebhookDirection =
    | 'INBOUND'
    | 'OUTBOUND'
    | (string & {});

/**
 * A queue as events have it.
 */
export interface WebhookQueue {
    /**
     * Its id.
     */
    id: Uuid;
    /**
     * Its name.
     */
    name: string;
}

/**
 * An end user or an agent as events have them.
 */
export interface WebhookUser {
    /**
     * Their id.
     */
    id: Uuid;
    /**
     * Their name.
     */
    name?: string;
    /**
     * Their e-mail address.
     */
    email?: string;
    /**
     * Their phone number.
     */
    phone?: string;
    /**
     * Their roles, e.g. `Agent`. Mostly empty; older events have them in place of `user_type`.
     */
    roles: string[];
    /**
     * Whether they are a customer or a colleague. Older events have none.
     */
    user_type?: WebhookUserType;
}

/**
 * A customer, or a colleague.
 */
export type WebhookUserType =
    | 'Contact'
    | 'Member'
    | (string & {});

/**
 * A tag as events have it.
 */
export interface WebhookTag {
    /**
     * Its id.
     */
    id: Uuid;
    /**
     * Its name.
     */
    name: string;
    /**
     * Whether it may no longer be put on conversations.
     */
    is_deactivated: boolean;
}

/**
 * A conversation was given to an agent. Its data are not documented.
 */
export interface ConversationAssignedEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "CONVERSATION_ASSIGNED";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookUndocumentedData;
}

/**
 * A conversation was closed.
 */
export interface ConversationClosedEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "CONVERSATION_CLOSED";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookConversationData;
}

/**
 * What happened to a conversation as a whole.
 */
export interface WebhookConversationData {
    /**
     * The conversation.
     */
    conversation: WebhookConversation;
}

/**
 * A conversation began.
 */
export interface ConversationCreatedEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "CONVERSATION_CREATED";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookConversationData;
}

/**
 * A custom attribute of a conversation changed. Its data are not documented.
 */
export interface ConversationCustomAttributeUpdatedEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "CONVERSATION_CUSTOM_ATTRIBUTE_UPDATED";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookUndocumentedData;
}

/**
 * A conversation is of another end user now. Its data are not documented.
 */
export interface ConversationEndUserReplacedEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "CONVERSATION_END_USER_REPLACED";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookUndocumentedData;
}

/**
 * A conversation was put into a queue.
 */
export interface ConversationEnqueuedEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "CONVERSATION_ENQUEUED";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookConversationData;
}

/**
 * A message was written.
 */
export interface ConversationMessageAddedEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "CONVERSATION_MESSAGE_ADDED";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookMessageAddedData;
}

/**
 * A message, of an end user or of an agent.
 */
export interface WebhookMessageAddedData {
    /**
     * The conversation.
     */
    conversation: WebhookConversation;
    /**
     * Who wrote it.
     */
    author: WebhookUser;
    /**
     * When it was written.
     */
    created_at: Timestamp;
    /**
     * The message's id.
     */
    message_id: Uuid;
    /**
     * What it says, as text.
     */
    text: string;
    /**
     * Who it is from.
     */
    direction: WebhookMessageDirection;
    /**
     * The channel it came or went through.
     */
    channel: WebhookChannel;
    /**
     * What it says, and where it is kept.
     */
    content: WebhookMessageContent;
    /**
     * Its files. How they are written is not documented.
     */
    attachments: Json[];
    /**
     * The id that the sender gave it, e.g. the `externalId` of `addMessage`.
     */
    external_id?: string;
}

/**
 * Who a message is from: the end user, or an agent. In lower case, unlike that of a conversation.
 */
export type WebhookMessageDirection =
    | 'inbound'
    | 'outbound'
    | (string & {});

/**
 * What a message says.
 */
export interface WebhookMessageContent {
    /**
     * Its text.
     */
    text: string;
    /**
     * How the text is written.
     */
    content_type?: string;
    /**
     * Where the message is kept as it came: a path.
     */
    original_content_url?: string;
    /**
     * Where the message is kept as Dixa shows it: a path.
     */
    processed_content_url?: string;
}

/**
 * A message was delivered. Its data are not documented.
 */
export interface ConversationMessageDeliveryDeliveredEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "CONVERSATION_MESSAGE_DELIVERY_DELIVERED";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookUndocumentedData;
}

/**
 * A message could not be delivered. Its data are not documented.
 */
export interface ConversationMessageDeliveryFailedEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "CONVERSATION_MESSAGE_DELIVERY_FAILED";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookUndocumentedData;
}

/**
 * Something about the delivery of a message. Its data are not documented.
 */
export interface ConversationMessageDeliveryInfoEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "CONVERSATION_MESSAGE_DELIVERY_INFO";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookUndocumentedData;
}

/**
 * A message was seen. Its data are not documented.
 */
export interface ConversationMessageDeliverySeenEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "CONVERSATION_MESSAGE_DELIVERY_SEEN";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookUndocumentedData;
}

/**
 * A message was sent. Its data are not documented.
 */
export interface ConversationMessageDeliverySentEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "CONVERSATION_MESSAGE_DELIVERY_SENT";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookUndocumentedData;
}

/**
 * A message was called spam. Its data are not documented.
 */
export interface ConversationMessageDeliverySpamComplaintEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "CONVERSATION_MESSAGE_DELIVERY_SPAM_COMPLAINT";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookUndocumentedData;
}

/**
 * An internal note was written.
 */
export interface ConversationNoteAddedEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "CONVERSATION_NOTE_ADDED";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookNoteAddedData;
}

/**
 * An internal note.
 */
export interface WebhookNoteAddedData {
    /**
     * The conversation.
     */
    conversation: WebhookConversation;
    /**
     * The note's id.
     */
    note_id: Uuid;
    /**
     * What it says.
     */
    text: string;
    /**
     * When it was written.
     */
    created_at: Timestamp;
    /**
     * Who wrote it.
     */
    author: WebhookUser;
}

/**
 * A conversation was opened again.
 */
export interface ConversationOpenEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "CONVERSATION_OPEN";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookConversationData;
}

/**
 * A conversation waits for an answer, or for a date.
 */
export interface ConversationPendingEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "CONVERSATION_PENDING";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookConversationData;
}

/**
 * The wait of a conversation is over.
 */
export interface ConversationPendingExpiredEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "CONVERSATION_PENDING_EXPIRED";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookPendingExpiredData;
}

/**
 * The wait for an answer is over.
 */
export interface WebhookPendingExpiredData {
    /**
     * The conversation.
     */
    conversation: WebhookConversation;
    /**
     * Who had set the wait. In camel case, unlike the rest.
     */
    pendingByUser?: WebhookUser;
}

/**
 * A conversation was rated. There is an event for the score, and another for the comment.
 */
export interface ConversationRatedEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "CONVERSATION_RATED";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookRatedData;
}

/**
 * A rating. There is an event for the score, and another for the comment.
 */
export interface WebhookRatedData {
    /**
     * The conversation.
     */
    conversation: WebhookConversation;
    /**
     * The agent who was rated.
     */
    agent?: WebhookUser;
    /**
     * The score.
     */
    score?: number;
    /**
     * The end user's comment.
     */
    comment?: string;
    /**
     * The kind of question.
     */
    type: string;
}

/**
 * A tag was put on a conversation.
 */
export interface ConversationTagAddedEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "CONVERSATION_TAG_ADDED";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookTagAddedData;
}

/**
 * A tag that was put on a conversation.
 */
export interface WebhookTagAddedData {
    /**
     * The conversation.
     */
    conversation: WebhookConversation;
    /**
     * Who did it.
     */
    author: WebhookUser;
    /**
     * The tag's name.
     */
    tag: string;
}

/**
 * A tag was taken off a conversation. Its data are not documented.
 */
export interface ConversationTagRemovedEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "CONVERSATION_TAG_REMOVED";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookUndocumentedData;
}

/**
 * A conversation was handed over. Its data are not documented.
 */
export interface ConversationTransferredEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "CONVERSATION_TRANSFERRED";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookUndocumentedData;
}

/**
 * A conversation was taken from its agent. Its data are not documented.
 */
export interface ConversationUnassignedEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "CONVERSATION_UNASSIGNED";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookUndocumentedData;
}

/**
 * The service level was reached. Its data are not documented.
 */
export interface SlaEvaluationAchievedEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "SLA_EVALUATION_ACHIEVED";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookUndocumentedData;
}

/**
 * The service level was missed. Its data are not documented.
 */
export interface SlaEvaluationBreachedEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "SLA_EVALUATION_BREACHED";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookUndocumentedData;
}

/**
 * The service level is being measured. Its data are not documented.
 */
export interface SlaEvaluationPendingEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "SLA_EVALUATION_PENDING";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookUndocumentedData;
}

/**
 * The service level is no longer measured. Its data are not documented.
 */
export interface SlaEvaluationVoidedEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "SLA_EVALUATION_VOIDED";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookUndocumentedData;
}

/**
 * Somebody began to type. Its data are not documented.
 */
export interface TypingStartedEvent {
    /**
     * Which kind it is.
     */
    event_fqn: "TYPING_STARTED";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: WebhookUndocumentedData;
}

/**
 * An event that this version does not know, whole.
 */
export interface UnknownWebhookEvent extends UnknownFields {
    /**
     * Which kind it is.
     */
    event_fqn: "Unknown";
    /**
     * The event's id. The same event may come more than once: this is how to know it again.
     */
    event_id: Uuid;
    /**
     * The version of the event's form: `1`.
     */
    event_version: string;
    /**
     * When it happened. Events need not come in this order.
     */
    event_timestamp: Timestamp;
    /**
     * The organization that it happened in.
     */
    organization: WebhookOrganization;
    /**
     * What happened.
     */
    data: Json;
    /**
     * The `event_fqn` that Dixa sent; absent when it sent none.
     */
    rawType?: string;
}

