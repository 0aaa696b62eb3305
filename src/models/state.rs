//! What changes a conversation's state (contract 6.9).

use super::scalars::Uuid;

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
