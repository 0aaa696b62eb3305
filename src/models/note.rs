//! Internal notes, and the outcomes of creating several (contract 6.6).

use super::scalars::{Int64, Timestamp, TimestampInput, Uuid};

model! {
    /// Internal note to create.
    input struct CreateInternalNoteInput {
        /// The text.
        pub message: String,
        /// The author; the token's owner when left out (inferred).
        pub agent_id: Option<Uuid>,
        /// Dates the note back.
        pub created_at: Option<TimestampInput>,
    }
}

model! {
    /// Bulk request body: OBJECT with `data`, although the January 2024 reference headline says "Array of objects".
    input struct BulkCreateInternalNoteInput {
        /// The notes to create.
        pub data: Option<Vec<CreateInternalNoteInput>>,
    }
}

model! {
    /// Internal note.
    pub struct InternalNoteData {
        /// Its id.
        pub id: Uuid,
        /// Who wrote it.
        pub author_id: Uuid,
        /// When it was created.
        pub created_at: Timestamp,
        /// The conversation.
        pub csid: Int64,
        /// The text.
        pub message: String,
    }
}

union! {
    /// Outcome of one bulk item. HTTP status is 200 even when items fail. Presumably in the order of the request.
    pub enum BulkActionOutcome {
        /// Successful bulk item.
        BulkActionSuccess,
        /// Failed bulk item.
        BulkActionFailure,
    } or UnknownBulkActionOutcome
}

model! {
    /// Successful bulk item.
    pub struct BulkActionSuccess => "BulkActionSuccess" {
        /// What was created.
        pub data: InternalNoteData,
    }
}

model! {
    /// Failed bulk item.
    pub struct BulkActionFailure => "BulkActionFailure" {
        /// Why it failed.
        pub error: ErrorResponse,
    }
}

model! {
    /// An outcome of a kind that this version does not know.
    unknown struct UnknownBulkActionOutcome {
    }
}

model! {
    /// Error of one bulk item.
    pub struct ErrorResponse {
        /// Dixa's text.
        pub message: String,
    }
}
