//! Anonymization requests (contract 6.9).

use super::scalars::{Timestamp, Uuid};

model! {
    /// Anonymization request.
    pub struct AnonymizationRequestStatus {
        /// Id of the request.
        pub id: Uuid,
        /// Kind of the entity; replaced by `_type`.
        pub entity_type: DeprecatedAnonymizationType,
        /// Kind of the entity.
        pub kind as "_type": AnonymizationType,
        /// When it was asked for.
        pub initiated_at: Timestamp,
        /// The conversation's id, or `<conversationId>_<messageId>`.
        pub target_entity_id: String,
        /// Who asked for it.
        pub requested_by: Uuid,
        /// When it was done; absent until then.
        pub processed_at: Option<Timestamp>,
    }
}

open_enum! {
    /// Kind of entity being anonymized (the `_type` of an anonymization request). Not a tagged union: same shape for all three.
    pub enum AnonymizationType {
        Conversation,
        Message,
        User,
    }
}

open_enum! {
    /// Deprecated, replaced by `_type`.
    pub enum DeprecatedAnonymizationType {
        ConversationAnonymizationType,
        MessageAnonymizationType,
        UserAnonymizationType,
        UnknownAnonymizationType,
    }
}

model! {
    /// How to anonymize a conversation.
    input struct AnonymizeConversationQuery {
        /// Close the conversation if it is not closed. Default: false.
        pub force: Option<bool>,
    }
}
