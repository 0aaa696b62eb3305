//! Conversations as the API writes them (contract 6.3). Not here: creating them (`create.rs`),
//! search hits (`search.rs`), what changes their state (`state.rs`).

use super::custom_attribute::CustomAttribute;
use super::scalars::{Int64, Timestamp, Uuid};

open_enum! {
    /// Channel of a conversation, flow or rating.
    pub enum ConversationChannel {
        WhatsApp,
        Voicemail,
        WidgetChat,
        FacebookMessenger,
        Twitter,
        Email,
        ContactForm,
        Callback,
        PstnPhone,
        Sms,
        Messenger,
    }
}

open_enum! {
    /// Direction of a conversation or message in responses.
    pub enum ConversationDirection {
        Inbound,
        Internal,
        Outbound,
    }
}

open_enum! {
    /// Conversation state. `Pending` is what the UI calls follow-up/snoozed.
    pub enum ConversationState {
        AwaitingPending,
        Closed,
        Open,
        Pending,
    }
}

open_enum! {
    /// Kind of Twitter conversation.
    pub enum TwitterConversationType {
        DirectMessage,
        Tweet,
    }
}

/// The fields that every conversation has, and those of one kind.
macro_rules! conversation {
    ($(#[doc = $about:literal])+ $visibility:tt struct $Name:ident $(=> $tag:literal)? { $($own:tt)* }) => {
        model! {
            $(#[doc = $about])+
            $visibility struct $Name $(=> $tag)? {
                /// Its id.
                pub id: Int64,
                /// The end user whom the conversation is with.
                pub requester_id: Uuid,
                /// The channel it came through. It does not determine `_type`.
                pub channel: ConversationChannel,
                /// When it was created.
                pub created_at: Timestamp,
                /// Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
                pub direction: Option<ConversationDirection>,
                /// Its state. `Pending` is what Dixa's screens call a follow-up.
                pub state: Option<ConversationState>,
                /// When `state` last changed.
                pub state_updated_at: Option<Timestamp>,
                /// The conversation that this one hangs on.
                pub link: Option<ConversationLink>,
                /// Custom attributes that are set on it.
                pub custom_attributes: Vec<CustomAttribute>,
                /// When the channel stops taking messages, presumably e.g. WhatsApp's 24 hours (inferred). Since 2026.
                pub transport_expires_at: Option<Timestamp>,
                $($own)*
            }
        }
    };
}

/// A conversation that can be assigned and queued: every kind but the anonymized.
macro_rules! assignable_conversation {
    ($(#[doc = $about:literal])+ pub struct $Name:ident => $tag:literal { $($own:tt)* }) => {
        conversation! {
            $(#[doc = $about])+
            pub struct $Name => $tag {
                /// The agent it is assigned to; absent while nobody has it.
                pub assignment: Option<Assignment>,
                /// The queue it waits or waited in.
                pub queue: Option<Queue>,
                $($own)*
            }
        }
    };
}

union! {
    /// A conversation. `_type` is the variant schema name.
    pub enum Conversation {
        /// A conversation whose personal data has been removed. Has no assignment or queue.
        AnonymizedConversation,
        /// Widget chat conversation.
        ChatConversation,
        /// Contact form conversation.
        ContactFormConversation,
        /// E-mail conversation.
        EmailConversation,
        /// Facebook Messenger conversation.
        FacebookMessengerConversation,
        /// Conversation on a generic/custom channel.
        GenericConversation,
        /// Dixa Messenger conversation.
        MessengerConversation,
        /// Phone conversation.
        PstnPhoneConversation,
        /// SMS conversation.
        SmsConversation,
        /// Twitter conversation.
        TwitterConversation,
        /// WhatsApp conversation.
        WhatsAppConversation,
    } or UnknownConversation
}

conversation! {
    /// A conversation whose personal data has been removed. Has no assignment or queue.
    pub struct AnonymizedConversation => "AnonymizedConversation" {
        /// When its personal data was removed.
        pub anonymized_at: Timestamp,
    }
}

assignable_conversation! {
    /// Widget chat conversation.
    pub struct ChatConversation => "ChatConversation" {
        /// The browser that the end user wrote from.
        pub browser_info: Option<BrowserInfo>,
        /// Two-letter language code.
        pub language: Option<String>,
    }
}

assignable_conversation! {
    /// Contact form conversation.
    pub struct ContactFormConversation => "ContactFormConversation" {
        /// Address of the end user.
        pub from_email: String,
        /// Address that was written to.
        pub to_email: Option<String>,
        /// Address of the e-mail integration, `<name>@email.dixa.io`.
        pub integration_email: Option<String>,
        /// Two-letter language code.
        pub language: Option<String>,
        /// The subject line.
        pub subject: Option<String>,
    }
}

assignable_conversation! {
    /// E-mail conversation.
    pub struct EmailConversation => "EmailConversation" {
        /// Address that was written to.
        pub to_email: String,
        /// Address of the end user.
        pub from_email: String,
        /// Address of the e-mail integration, `<name>@email.dixa.io`.
        pub integration_email: String,
        /// Two-letter language code.
        pub language: Option<String>,
        /// The subject line.
        pub subject: Option<String>,
    }
}

assignable_conversation! {
    /// Facebook Messenger conversation.
    pub struct FacebookMessengerConversation => "FacebookMessengerConversation" {
    }
}

assignable_conversation! {
    /// Conversation on a generic/custom channel.
    pub struct GenericConversation => "GenericConversation" {
        /// Contact point of the sender.
        pub from_contact_point_id: Option<String>,
        /// Contact point of the recipient.
        pub to_contact_point_id: Option<String>,
    }
}

assignable_conversation! {
    /// Dixa Messenger conversation.
    pub struct MessengerConversation => "MessengerConversation" {
        /// The browser that the end user wrote from.
        pub browser_info: Option<BrowserInfo>,
        /// Two-letter language code.
        pub language: Option<String>,
    }
}

assignable_conversation! {
    /// Phone conversation.
    pub struct PstnPhoneConversation => "PstnPhoneConversation" {
    }
}

assignable_conversation! {
    /// SMS conversation.
    pub struct SmsConversation => "SmsConversation" {
        /// Number of the sender.
        pub from_number: Option<String>,
        /// Number of the recipient.
        pub to_number: Option<String>,
    }
}

assignable_conversation! {
    /// Twitter conversation.
    pub struct TwitterConversation => "TwitterConversation" {
        /// Tweet or direct message.
        pub conversation_type: TwitterConversationType,
        /// The organization's Twitter id.
        pub contact_point_twitter_id: Option<String>,
        /// The end user's Twitter id.
        pub end_user_twitter_id: Option<String>,
    }
}

assignable_conversation! {
    /// WhatsApp conversation.
    pub struct WhatsAppConversation => "WhatsAppConversation" {
    }
}

conversation! {
    /// A conversation of a kind that this version does not know.
    unknown struct UnknownConversation {}
}

union! {
    /// Link to a parent conversation.
    pub enum ConversationLink {
        /// Link: forwarded e-mail.
        EmailForward,
        /// Link: follow-up conversation.
        FollowUp,
        /// Link: side conversation.
        SideConversation,
    } or UnknownConversationLink
}

model! {
    /// Link: forwarded e-mail.
    pub struct EmailForward => "EmailForward" {
        /// The parent conversation.
        pub parent_id: Int64,
    }
}

model! {
    /// Link: follow-up conversation.
    pub struct FollowUp => "FollowUp" {
        /// The parent conversation.
        pub parent_id: Int64,
    }
}

model! {
    /// Link: side conversation.
    pub struct SideConversation => "SideConversation" {
        /// The parent conversation.
        pub parent_id: Int64,
    }
}

model! {
    /// A link of a kind that this version does not know.
    unknown struct UnknownConversationLink {
        /// The parent conversation.
        pub parent_id: Int64,
    }
}

model! {
    /// Current agent assignment.
    pub struct Assignment {
        /// The agent who has it.
        pub agent_id: Uuid,
        /// When it was assigned.
        pub assigned_at: Timestamp,
    }
}

model! {
    /// Queue the conversation is in.
    pub struct Queue {
        /// Its id.
        pub id: Uuid,
        /// When it entered the queue.
        pub queued_at: Option<Timestamp>,
    }
}

model! {
    /// Browser metadata of chat conversations.
    input struct BrowserInfo {
        /// Name of the browser.
        pub name: String,
        /// Version of the browser.
        pub version: Option<String>,
        /// IP address of the end user.
        pub ip_address: Option<String>,
        /// The page that the chat was opened on.
        pub originating_url: Option<String>,
    }
}
