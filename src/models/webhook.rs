//! What the events of webhooks hold (contract 7.3): in snake case, unlike the rest. Not here: the events
//! themselves (`webhook_event.rs`).

use super::scalars::{Int64, Json, Timestamp, Uuid};

model! {
    /// The organization that an event is of.
    snake struct WebhookOrganization {
        /// Its id.
        pub id: Uuid,
        /// Its name.
        pub name: String,
    }
}

model! {
    /// A conversation as events have it.
    snake struct WebhookConversation {
        /// The conversation's id, as the methods of the client take it.
        pub csid: Int64,
        /// The channel it is held on.
        pub channel: WebhookChannel,
        /// Its state.
        pub status: WebhookConversationStatus,
        /// Who began it.
        pub direction: WebhookDirection,
        /// The queue it is in.
        pub queue: Option<WebhookQueue>,
        /// The contact point it came through, e.g. an e-mail address.
        pub contact_point: Option<String>,
        /// The end user.
        pub requester: WebhookUser,
        /// The agent who has it.
        pub assignee: Option<WebhookUser>,
        /// Its subject.
        pub subject: Option<String>,
        /// Its tags.
        pub tags: Vec<WebhookTag>,
        /// When it was created.
        pub created_at: Timestamp,
    }
}

model! {
    /// An end user or an agent as events have them.
    snake struct WebhookUser {
        /// Their id.
        pub id: Uuid,
        /// Their name.
        pub name: Option<String>,
        /// Their e-mail address.
        pub email: Option<String>,
        /// Their phone number.
        pub phone: Option<String>,
        /// Their roles, e.g. `Agent`. Mostly empty; older events have them in place of `user_type`.
        pub roles: Vec<String>,
        /// Whether they are a customer or a colleague. Older events have none.
        pub user_type: Option<WebhookUserType>,
    }
}

model! {
    /// A queue as events have it.
    snake struct WebhookQueue {
        /// Its id.
        pub id: Uuid,
        /// Its name.
        pub name: String,
    }
}

model! {
    /// A tag as events have it.
    snake struct WebhookTag {
        /// Its id.
        pub id: Uuid,
        /// Its name.
        pub name: String,
        /// Whether it may no longer be put on conversations.
        pub is_deactivated: bool,
    }
}

model! {
    /// What a message says.
    snake struct WebhookMessageContent {
        /// Its text.
        pub text: String,
        /// How the text is written.
        pub content_type: Option<String>,
        /// Where the message is kept as it came: a path.
        pub original_content_url: Option<String>,
        /// Where the message is kept as Dixa shows it: a path.
        pub processed_content_url: Option<String>,
    }
}

open_enum! {
    /// A channel as events write it: in capitals, unlike the rest of the API. That of WhatsApp is not known.
    pub enum WebhookChannel {
        Callback as "CALLBACK",
        ContactForm as "CONTACT_FORM",
        Email as "EMAIL",
        FacebookMessenger as "FACEBOOK_MESSENGER",
        Messenger as "MESSENGER",
        PstnPhone as "PSTN_PHONE",
        Sms as "SMS",
        Twitter as "TWITTER",
        Voicemail as "VOICEMAIL",
        WidgetChat as "WIDGET_CHAT",
    }
}

open_enum! {
    /// State of a conversation as events write it.
    pub enum WebhookConversationStatus {
        Open as "OPEN",
        Pending as "PENDING",
        Closed as "CLOSED",
    }
}

open_enum! {
    /// Who began a conversation: the end user, or an agent.
    pub enum WebhookDirection {
        Inbound as "INBOUND",
        Outbound as "OUTBOUND",
    }
}

open_enum! {
    /// Who a message is from: the end user, or an agent. In lower case, unlike that of a conversation.
    pub enum WebhookMessageDirection {
        Inbound as "inbound",
        Outbound as "outbound",
    }
}

open_enum! {
    /// A customer, or a colleague.
    pub enum WebhookUserType {
        Contact,
        Member,
    }
}

model! {
    /// What happened to a conversation as a whole.
    snake struct WebhookConversationData {
        /// The conversation.
        pub conversation: WebhookConversation,
    }
}

model! {
    /// The wait for an answer is over.
    snake struct WebhookPendingExpiredData {
        /// The conversation.
        pub conversation: WebhookConversation,
        /// Who had set the wait. In camel case, unlike the rest.
        pub pending_by_user as "pendingByUser": Option<WebhookUser>,
    }
}

model! {
    /// The end user left before anybody answered.
    snake struct WebhookAbandonedData {
        /// The conversation.
        pub conversation: WebhookConversation,
        /// The queue it was in.
        pub queue: WebhookQueue,
    }
}

model! {
    /// An internal note.
    snake struct WebhookNoteAddedData {
        /// The conversation.
        pub conversation: WebhookConversation,
        /// The note's id.
        pub note_id: Uuid,
        /// What it says.
        pub text: String,
        /// When it was written.
        pub created_at: Timestamp,
        /// Who wrote it.
        pub author: WebhookUser,
    }
}

model! {
    /// A message, of an end user or of an agent.
    snake struct WebhookMessageAddedData {
        /// The conversation.
        pub conversation: WebhookConversation,
        /// Who wrote it.
        pub author: WebhookUser,
        /// When it was written.
        pub created_at: Timestamp,
        /// The message's id.
        pub message_id: Uuid,
        /// What it says, as text.
        pub text: String,
        /// Who it is from.
        pub direction: WebhookMessageDirection,
        /// The channel it came or went through.
        pub channel: WebhookChannel,
        /// What it says, and where it is kept.
        pub content: WebhookMessageContent,
        /// Its files. How they are written is not documented.
        pub attachments: Vec<Json>,
        /// The id that the sender gave it, e.g. the `externalId` of `addMessage`.
        pub external_id: Option<String>,
    }
}

model! {
    /// A tag that was put on a conversation.
    snake struct WebhookTagAddedData {
        /// The conversation.
        pub conversation: WebhookConversation,
        /// Who did it.
        pub author: WebhookUser,
        /// The tag's name.
        pub tag: String,
    }
}

model! {
    /// A rating. There is an event for the score, and another for the comment.
    snake struct WebhookRatedData {
        /// The conversation.
        pub conversation: WebhookConversation,
        /// The agent who was rated.
        pub agent: Option<WebhookUser>,
        /// The score.
        pub score: Option<i32>,
        /// The end user's comment.
        pub comment: Option<String>,
        /// The kind of question.
        pub kind as "type": String,
    }
}

map! {
    /// What an event holds whose fields are not documented.
    pub struct WebhookUndocumentedData(Json as "unknown");
}
