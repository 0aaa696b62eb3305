//! Tags (contract 6.3).

use super::scalars::Uuid;

model! {
    /// Tag.
    pub struct Tag {
        /// Its id.
        pub id: Uuid,
        /// The name.
        pub name: String,
        /// Color to show it in.
        pub color: Option<String>,
        /// Its state. `Pending` is what Dixa's screens call a follow-up.
        pub state: TagState,
    }
}

open_enum! {
    /// Tag state.
    pub enum TagState {
        Active,
        Inactive,
    }
}

model! {
    /// Bulk tag request.
    input struct BulkTagConversationInput {
        /// The tags to put on.
        pub data: Option<Vec<TagConversationInput>>,
    }
}

model! {
    /// Tag by name.
    input struct TagConversationInput {
        /// The name. One that there is not is created.
        pub name: String,
    }
}
