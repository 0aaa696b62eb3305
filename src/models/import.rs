//! Importing conversations with their history (contract 6.10).

use super::content::{Content, File};
use super::create::CallbackDirection;
use super::scalars::{Int64, Json, TimestampInput, Uuid};

model! {
    /// Conversation import.
    input struct GenericConversationImport {
        /// Which kind of import; there is only this one.
        pub kind as "_type": ConversationImportType,
        /// `email`, `widgetchat`, `genericapimessaging`, or a name of your own.
        pub generic_channel_name: String,
        /// The end user whom the conversation is with.
        pub requester_id: Uuid,
        /// Whether the end user is there.
        pub requester_connection_status: Option<ConnectionStatus>,
        /// Who started it: the end user (`Inbound`) or the team (`Outbound`).
        pub direction: CallbackDirection,
        /// Its messages.
        pub messages: Option<Vec<ImportMessageInput>>,
        /// When it was created.
        pub created_at: TimestampInput,
        /// The agent it was assigned to.
        pub assignment: Option<AssignmentInput>,
        /// Your own reference for it.
        pub external_id: Option<String>,
        /// When and by whom it was closed, if it was.
        pub closing: Option<Closing>,
        /// What is special to the channel, e.g. `emailIntegrationId` and `subject`, or `widgetId` and `language`.
        pub attributes: Option<ImportAttributes>,
    }
}

open_enum! {
    /// Kind of an import.
    pub enum ConversationImportType {
        GenericConversationImport,
    }
}

open_enum! {
    /// Whether an end user is there.
    pub enum ConnectionStatus {
        Connected,
        Disconnected,
    }
}

map! {
    /// What is special to a channel, as Dixa takes it; not checked.
    pub struct ImportAttributes(Json as "unknown");
}

union! {
    /// Imported message.
    pub enum ImportMessageInput {
        /// Imported inbound message.
        InboundImport,
        /// Imported outbound message.
        OutboundImport,
    }
}

model! {
    /// Imported inbound message.
    input struct InboundImport => "InboundImport" {
        /// What it says.
        pub content: Content,
        /// Files that came with it.
        pub attachments: Option<Vec<File>>,
        /// Your own reference for it.
        pub external_id: Option<String>,
        /// When it was created.
        pub created_at: TimestampInput,
        /// What is special to the channel, e.g. `emailIntegrationId` and `requesterId`.
        pub attributes: Option<ImportAttributes>,
    }
}

model! {
    /// Imported outbound message.
    input struct OutboundImport => "OutboundImport" {
        /// What it says.
        pub content: Content,
        /// The agent who wrote it.
        pub agent_id: Uuid,
        /// Files that came with it.
        pub attachments: Option<Vec<File>>,
        /// Your own reference for it.
        pub external_id: Option<String>,
        /// When it was created.
        pub created_at: TimestampInput,
        /// What is special to the channel. `cc` and `bcc` are e-mail addresses here, not ids.
        pub attributes: Option<ImportAttributes>,
    }
}

model! {
    /// The agent that an imported conversation was assigned to.
    input struct AssignmentInput {
        /// The agent who had it.
        pub agent_id: Uuid,
        /// When it was assigned.
        pub assigned_at: TimestampInput,
    }
}

model! {
    /// How an imported conversation was closed.
    input struct Closing {
        /// When it was closed.
        pub closed_at: TimestampInput,
        /// The agent or admin who closed it.
        pub closed_by: Uuid,
    }
}

model! {
    /// Import result.
    pub struct ImportConversationResponse {
        /// The conversation.
        pub id: Int64,
        /// What could not be imported; the rest was.
        pub partial_errors: Vec<PartialError>,
    }
}

model! {
    /// Something that could not be imported.
    pub struct PartialError {
        /// Dixa's text.
        pub message: String,
    }
}
