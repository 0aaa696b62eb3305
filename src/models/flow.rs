//! Flows (contract 6.3).

use super::conversation::ConversationChannel;
use super::scalars::Uuid;

model! {
    /// Conversation flow.
    pub struct ConversationFlow {
        /// Its id.
        pub id: Uuid,
        /// The name.
        pub name: String,
        /// The channel it came through. It does not determine `_type`.
        pub channel: ConversationChannel,
        /// The contact endpoint: a number or address of the organization.
        pub contact_endpoint_id: String,
    }
}

model! {
    /// Which flows to list.
    input struct ListFlowsQuery {
        /// The channel of the flows. Default: `PstnPhone`, not all.
        pub channel: Option<ConversationChannel>,
    }
}
