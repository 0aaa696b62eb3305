//! Creating a conversation and adding a message (contract 6.4). Not here: messages as they are
//! read (`message.rs`), their content (`content.rs`).

use super::content::{Content, File};
use super::conversation::{BrowserInfo, ConversationDirection};
use super::scalars::{Int64, Uuid};

union! {
    /// Conversation to create.
    pub enum CreateConversationInput {
        /// Create a callback.
        Callback,
        /// Create a widget chat.
        Chat,
        /// Create a contact form conversation.
        ContactForm,
        /// Create an e-mail conversation.
        Email,
        /// Create an SMS conversation. No language field.
        Sms,
    }
}

model! {
    /// Create a callback.
    input struct Callback => "Callback" {
        /// The end user whom the conversation is with.
        pub requester_id: Uuid,
        /// Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
        pub direction: CallbackDirection,
        /// The contact endpoint: a number or address of the organization.
        pub contact_endpoint_id: String,
        /// The queue.
        pub queue_id: Uuid,
    }
}

model! {
    /// Create a widget chat.
    input struct Chat => "Chat" {
        /// The end user whom the conversation is with.
        pub requester_id: Uuid,
        /// The chat widget.
        pub widget_id: Uuid,
        /// The first message.
        pub message: CreateMessageInput,
        /// The browser that the end user wrote from.
        pub browser_info: Option<BrowserInfo>,
        /// Two-letter language code.
        pub language: Option<String>,
    }
}

model! {
    /// Create a contact form conversation.
    input struct ContactForm => "ContactForm" {
        /// The end user whom the conversation is with.
        pub requester_id: Uuid,
        /// Address of the e-mail integration, e.g. `my-integration@email.dixa.io`.
        pub email_integration_id: String,
        /// The subject line.
        pub subject: String,
        /// The first message.
        pub message: CreateMessageInput,
        /// Two-letter language code.
        pub language: Option<String>,
    }
}

model! {
    /// Create an e-mail conversation.
    input struct Email => "Email" {
        /// The end user whom the conversation is with.
        pub requester_id: Uuid,
        /// Address of the e-mail integration, e.g. `my-integration@email.dixa.io`.
        pub email_integration_id: String,
        /// The subject line.
        pub subject: String,
        /// The first message.
        pub message: CreateMessageInput,
        /// Two-letter language code.
        pub language: Option<String>,
    }
}

model! {
    /// Create an SMS conversation. No language field.
    input struct Sms => "Sms" {
        /// The end user whom the conversation is with.
        pub requester_id: Uuid,
        /// A number of the organization that can send SMS, E.164.
        pub contact_endpoint_id: String,
        /// The first message; it must be `Outbound`.
        pub message: CreateMessageInput,
    }
}

open_enum! {
    /// Direction accepted when creating a Callback conversation.
    pub enum CallbackDirection {
        Inbound,
        Outbound,
    }
}

model! {
    /// Id of the created conversation.
    pub struct ConversationResponse {
        /// Its id.
        pub id: Int64,
    }
}

union! {
    /// Message to create.
    pub enum CreateMessageInput {
        /// Message written by the end user (author = conversation requester).
        Inbound,
        /// Message written by an agent.
        Outbound,
    }
}

model! {
    /// Message written by the end user (author = conversation requester).
    input struct Inbound => "Inbound" {
        /// What it says.
        pub content: Content,
        /// Files that came with it.
        pub attachments: Option<Vec<File>>,
        /// Address of the e-mail integration, `<name>@email.dixa.io`.
        pub integration_email: Option<String>,
        /// Your own reference for it; a repeated one is refused, which makes sending safe to repeat.
        pub external_id: Option<String>,
    }
}

model! {
    /// Message written by an agent.
    input struct Outbound => "Outbound" {
        /// What it says. Without it there should be `attachments`; whether Dixa takes that, Dixa decides.
        pub content: Option<Content>,
        /// The agent who writes it.
        pub agent_id: Uuid,
        /// Files that came with it.
        pub attachments: Option<Vec<File>>,
        /// Address of the e-mail integration, `<name>@email.dixa.io`.
        pub integration_email: Option<String>,
        /// Your own reference for it; a repeated one is refused, which makes sending safe to repeat.
        pub external_id: Option<String>,
        /// Users who get a copy: their ids, not addresses.
        pub cc: Option<Vec<Uuid>>,
        /// Users who get a blind copy: their ids, not addresses.
        pub bcc: Option<Vec<Uuid>>,
    }
}

model! {
    /// Result of adding a message.
    pub struct CreateMessageOutputData {
        /// The content that was sent, if any was.
        pub content: Option<Content>,
        /// Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
        pub direction: ConversationDirection,
        /// Who wrote it.
        pub author_id: Uuid,
        /// Your own reference for it.
        pub external_id: Option<String>,
        /// The new message. It is not called `id` here.
        pub message_id: Option<Uuid>,
        /// When it was created; a plain string in Dixa's schema.
        pub created_at: Option<String>,
    }
}
