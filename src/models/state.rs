//! What changes a conversation's state (contract 6.9).

use super::scalars::{ConversationId, TimestampInput, Uuid};

model! {
    /// Claim request.
    input struct ClaimConversationInput {
        /// The agent who takes it.
        pub agent_id: Uuid,
        /// Whether to take it from the agent who has it. Dixa's pages disagree on its default, so it must be said.
        pub force: bool,
    }
}

model! {
    /// Optional body of close.
    input struct CloseConversationInput {
        /// The agent or admin who does it.
        pub user_id: Option<Uuid>,
    }
}

model! {
    /// Optional body of reopen.
    input struct ReopenConversationInput {
        /// The agent or admin who does it.
        pub user_id: Option<Uuid>,
    }
}

model! {
    /// Transfer request.
    input struct TransferConversationInput {
        /// The queue it goes to.
        pub queue_id: Uuid,
        /// The agent or admin who does it.
        pub user_id: Option<Uuid>,
    }
}

model! {
    /// Follow-up (snooze) request.
    input struct FollowupConversationInput {
        /// When the conversation comes back.
        pub timestamp: TimestampInput,
        /// The agent or admin who does it.
        pub user_id: Option<Uuid>,
    }
}

model! {
    /// Link request.
    input struct LinkConversationInput {
        /// The conversation to hang it on.
        pub parent_id: ConversationId,
        /// The kind of the link.
        pub link_type: LinkType,
    }
}

open_enum! {
    /// Kind of a link to make. A `Related` one is read as a link of a kind `Unknown`: Dixa does not document it.
    pub enum LinkType {
        Related,
        SideConversation,
    }
}
