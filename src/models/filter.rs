//! The filter language of `searchConversationsWithFilters`: fields of a conversation, each with the
//! operators that it takes (contract 6.11). Not here: the operators (`operator.rs`), the hits (`search.rs`).

use super::operator::{
    ChannelOperator, CustomAttributeOperator, DirectionOperator, DurationOperator,
    MultiOrEmptyOperator, SingleOperator, SingleOrEmptyOperator, StatusOperator, TimestampOperator,
};

model! {
    /// What to search for: a text, filters, or both.
    input struct SearchParametersInput {
        /// The text to find.
        pub query: Option<SearchQuery>,
        /// What the conversations must be like.
        pub filters: Option<SearchFilters>,
    }
}

model! {
    /// A text to find.
    input struct SearchQuery {
        /// The text.
        pub value: String,
        /// Whether it must be found as it stands.
        pub exact_match: Option<bool>,
    }
}

model! {
    /// Conditions, and how many of them must hold.
    input struct SearchFilters {
        /// Whether all conditions must hold, or one is enough.
        pub strategy: SearchStrategy,
        /// The conditions.
        pub conditions: Option<Vec<SearchCondition>>,
    }
}

open_enum! {
    /// How many conditions must hold.
    pub enum SearchStrategy {
        All,
        Any,
    }
}

model! {
    /// One condition.
    input struct SearchCondition {
        /// The field that is looked at, and how it is compared.
        pub field: SearchField,
    }
}

union! {
    /// A field to search by, with its operator. `_type` says which field.
    pub enum SearchField {
        /// The agent who has the conversation.
        FieldAgentId,
        /// When it was assigned.
        FieldAssignedDate,
        /// The channel it came through.
        FieldChannel,
        /// When it was closed.
        FieldClosedDate,
        /// The end user whom the conversation is with.
        FieldContactId,
        /// The conversation.
        FieldConversationId,
        /// When it was created.
        FieldCreationDate,
        /// A custom attribute.
        FieldCustomAttribute,
        /// Who started it.
        FieldDirection,
        /// How long it took.
        FieldDuration,
        /// When something last happened in it.
        FieldLastActivity,
        /// When its last message was written.
        FieldLastMessage,
        /// The queue it is in.
        FieldQueueId,
        /// Its state.
        FieldStatus,
        /// The tags it has.
        FieldTagId,
    }
}

/// A field and the operators that it takes.
macro_rules! field {
    ($(#[doc = $about:literal])+ $Name:ident $tag:literal $Operator:ident $($more:tt)*) => {
        model! {
            $(#[doc = $about])+
            input struct $Name => $tag {
                /// How it is compared.
                pub operator: $Operator,
                $($more)*
            }
        }
    };
}

field!(
    /// The agent who has the conversation.
    FieldAgentId "AgentId" SingleOrEmptyOperator
);
field!(
    /// When it was assigned.
    FieldAssignedDate "AssignedDate" TimestampOperator
);
field!(
    /// The channel it came through.
    FieldChannel "Channel" ChannelOperator
);
field!(
    /// When it was closed.
    FieldClosedDate "ClosedDate" TimestampOperator
);
field!(
    /// The end user whom the conversation is with.
    FieldContactId "ContactId" SingleOperator
);
field!(
    /// The conversation.
    FieldConversationId "ConversationId" SingleOperator
);
field!(
    /// When it was created.
    FieldCreationDate "CreationDate" TimestampOperator
);
field!(
    /// A custom attribute.
    FieldCustomAttribute "CustomAttribute" CustomAttributeOperator
    /// Its id.
    pub attribute_id: String,
);
field!(
    /// Who started it.
    FieldDirection "Direction" DirectionOperator
);
field!(
    /// How long it took.
    FieldDuration "Duration" DurationOperator
);
field!(
    /// When something last happened in it.
    FieldLastActivity "LastActivity" TimestampOperator
);
field!(
    /// When its last message was written.
    FieldLastMessage "LastMessage" TimestampOperator
);
field!(
    /// The queue it is in.
    FieldQueueId "QueueId" SingleOrEmptyOperator
);
field!(
    /// Its state.
    FieldStatus "Status" StatusOperator
);
field!(
    /// The tags it has.
    FieldTagId "TagId" MultiOrEmptyOperator
);
