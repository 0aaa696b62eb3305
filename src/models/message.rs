//! Messages as they are read (contract 6.5). Not here: writing one (`create.rs`), what it says
//! (`content.rs`), submitted forms (`form.rs`).

use super::content::{Content, File};
use super::conversation::ConversationDirection;
use super::form::FormSubmission;
use super::scalars::{Int64, PhoneEndpoint, Timestamp, Uuid};

model! {
    /// A message in a conversation. Direction, content and attachments live inside `attributes`.
    pub struct Message {
        /// Its id.
        pub id: Uuid,
        /// Who wrote it.
        pub author_id: Uuid,
        /// Your own reference for it.
        pub external_id: Option<String>,
        /// When it was created.
        pub created_at: Timestamp,
        /// What is special to its kind.
        pub attributes: Attributes,
    }
}

union! {
    /// Channel specific part of a message.
    pub enum Attributes {
        /// Call recording.
        CallRecordingAttributes,
        /// Chat message.
        ChatAttributes,
        /// Contact form message created through a chat widget.
        ContactFormAttributes,
        /// E-mail message, also contact form messages created through a web form.
        EmailAttributes,
        /// Facebook Messenger message.
        FacebookMessengerAttributes,
        /// Generic channel message.
        GenericAttributes,
        /// Messenger form submission.
        MessengerFormAttributes,
        /// Phone call.
        PhoneAttributes,
        /// SMS message.
        SmsAttributes,
        /// Call transcript utterance.
        TranscriptAttributes,
        /// Twitter message.
        TwitterAttributes,
        /// WhatsApp message.
        WhatsAppAttributes,
    } or UnknownAttributes
}

model! {
    /// Call recording.
    pub struct CallRecordingAttributes => "CallRecordingAttributes" {
        /// How long it took, in seconds (unit inferred).
        pub duration: Option<i32>,
        /// URL of the recording.
        pub recording: String,
    }
}

model! {
    /// Chat message.
    pub struct ChatAttributes => "ChatAttributes" {
        /// What it says.
        pub content: Option<Content>,
        /// Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
        pub direction: Option<ConversationDirection>,
        /// Files that came with it.
        pub attachments: Vec<File>,
        /// Whether a bot wrote it.
        pub is_automated: bool,
    }
}

model! {
    /// Contact form message created through a chat widget.
    pub struct ContactFormAttributes => "ContactFormAttributes" {
        /// The body of the e-mail.
        pub email_content: Option<EmailContent>,
        /// The sender.
        pub from: Option<EmailContact>,
        /// Whom a reply goes to unless said otherwise.
        pub reply_default_to_emails: Vec<EmailContact>,
        /// The recipients.
        pub to: Vec<EmailContact>,
        /// Who got a copy.
        pub cc: Vec<EmailContact>,
        /// Who got a blind copy.
        pub bcc: Vec<EmailContact>,
        /// Whether a machine answered.
        pub is_auto_reply: bool,
        /// Images inside the body.
        pub inline_images: Vec<File>,
        /// Files that came with it.
        pub attachments: Vec<File>,
        /// Why it could not be delivered.
        pub delivery_failure_reason: Option<String>,
        /// Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
        pub direction: Option<ConversationDirection>,
        /// The e-mail as it arrived. A file, despite the name.
        pub original_content_url: Option<File>,
    }
}

model! {
    /// E-mail message, also contact form messages created through a web form.
    pub struct EmailAttributes => "EmailAttributes" {
        /// The body of the e-mail.
        pub email_content: Option<EmailContent>,
        /// The sender.
        pub from: EmailContact,
        /// The recipients.
        pub to: Vec<EmailContact>,
        /// Who got a copy.
        pub cc: Vec<EmailContact>,
        /// Who got a blind copy.
        pub bcc: Vec<EmailContact>,
        /// Whether a machine answered.
        pub is_auto_reply: bool,
        /// Images inside the body.
        pub inline_images: Vec<File>,
        /// Files that came with it.
        pub attachments: Vec<File>,
        /// Why it could not be delivered.
        pub delivery_failure_reason: Option<String>,
        /// Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
        pub direction: Option<ConversationDirection>,
        /// The e-mail as it arrived. A file, despite the name.
        pub original_content_url: Option<File>,
    }
}

model! {
    /// Facebook Messenger message.
    pub struct FacebookMessengerAttributes => "FacebookMessengerAttributes" {
        /// What it says.
        pub content: Option<Content>,
        /// Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
        pub direction: Option<ConversationDirection>,
        /// Files that came with it.
        pub attachments: Vec<File>,
    }
}

model! {
    /// Generic channel message.
    pub struct GenericAttributes => "GenericAttributes" {
        /// What it says.
        pub content: Option<Content>,
        /// Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
        pub direction: Option<ConversationDirection>,
        /// Files that came with it.
        pub attachments: Vec<File>,
    }
}

model! {
    /// Messenger form submission.
    pub struct MessengerFormAttributes => "MessengerFormAttributes" {
        /// What was filled in.
        pub form_submission: FormSubmission,
        /// Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
        pub direction: Option<ConversationDirection>,
        /// The form as HTML. Since 2026.
        pub content: Option<Content>,
    }
}

model! {
    /// Phone call.
    pub struct PhoneAttributes => "PhoneAttributes" {
        /// Number of the caller.
        pub from: String,
        /// Number that was called. Dixa's own example has a JSON number here.
        pub to: PhoneEndpoint,
        /// Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
        pub direction: Option<ConversationDirection>,
        /// How long it took, in seconds (unit inferred).
        pub duration: Option<i32>,
    }
}

model! {
    /// SMS message.
    pub struct SmsAttributes => "SmsAttributes" {
        /// What it says.
        pub content: Option<Content>,
        /// Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
        pub direction: Option<ConversationDirection>,
        /// Files that came with it.
        pub attachments: Vec<File>,
    }
}

model! {
    /// Call transcript utterance.
    pub struct TranscriptAttributes => "TranscriptAttributes" {
        /// What it says.
        pub content: Option<Content>,
        /// Start of the utterance, in milliseconds of the call.
        pub utterance_start_ms as "utterance_start_ms": Option<Int64>,
        /// End of the utterance, in milliseconds of the call.
        pub utterance_end_ms as "utterance_end_ms": Option<Int64>,
        /// Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
        pub direction: Option<ConversationDirection>,
    }
}

model! {
    /// Twitter message.
    pub struct TwitterAttributes => "TwitterAttributes" {
        /// What it says.
        pub content: Option<Content>,
        /// Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
        pub direction: Option<ConversationDirection>,
        /// Files that came with it.
        pub attachments: Vec<File>,
    }
}

model! {
    /// WhatsApp message.
    pub struct WhatsAppAttributes => "WhatsAppAttributes" {
        /// What it says.
        pub content: Option<Content>,
        /// Who started it: the end user (`Inbound`), the team (`Outbound`) or an internal process.
        pub direction: Option<ConversationDirection>,
        /// Files that came with it.
        pub attachments: Vec<File>,
    }
}

model! {
    /// A message of a kind that this version does not know.
    unknown struct UnknownAttributes {
    }
}

union! {
    /// E-mail body, inline or by reference.
    pub enum EmailContent {
        /// Inline e-mail content.
        Regular,
        /// E-mail content too large to inline; fetch the file.
        TooLarge,
    } or UnknownEmailContent
}

model! {
    /// Inline e-mail content.
    pub struct Regular => "Regular" {
        /// What it says.
        pub content: Content,
    }
}

model! {
    /// E-mail content too large to inline; fetch the file.
    pub struct TooLarge => "TooLarge" {
        /// Where the body is.
        pub file: File,
    }
}

model! {
    /// An e-mail body of a kind that this version does not know.
    unknown struct UnknownEmailContent {
    }
}

model! {
    /// E-mail participant.
    pub struct EmailContact {
        /// E-mail address.
        pub email: String,
        /// The name.
        pub name: Option<String>,
    }
}
