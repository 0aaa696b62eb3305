//! Which typed model an operation's body and answer are, for tests that hold the models against others.

use dixa_conversations::models::{
    activity_log::ActivityLogEntry,
    anonymization::AnonymizationRequestStatus,
    conversation::Conversation,
    create::{
        ConversationResponse, CreateConversationInput, CreateMessageInput, CreateMessageOutputData,
    },
    custom_attribute::{CustomAttribute, PatchCustomAttributesInput},
    flow::ConversationFlow,
    message::Message,
    note::{
        BulkActionOutcome, BulkCreateInternalNoteInput, CreateInternalNoteInput, InternalNoteData,
    },
    rating::ConversationRating,
    search::ConversationSearchHit,
    state::{
        ClaimConversationInput, CloseConversationInput, ReopenConversationInput,
        TransferConversationInput,
    },
    tag::Tag,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// What a typed model writes of what it read, or why it did not read it.
pub(crate) type Typed = Result<Value, serde_json::Error>;

fn again<T: Serialize + DeserializeOwned>(text: &str) -> Typed {
    serde_json::to_value(serde_json::from_str::<T>(text)?)
}

/// What the typed models make of a request's body.
pub(crate) fn request(operation: &str, text: &str) -> Typed {
    match operation {
        "addInternalNote" => again::<CreateInternalNoteInput>(text),
        "addInternalNotes" => again::<BulkCreateInternalNoteInput>(text),
        "addMessage" => again::<CreateMessageInput>(text),
        "claimConversation" => again::<ClaimConversationInput>(text),
        "closeConversation" => again::<CloseConversationInput>(text),
        "createConversation" => again::<CreateConversationInput>(text),
        "patchCustomAttributes" => again::<PatchCustomAttributesInput>(text),
        "reopenConversation" => again::<ReopenConversationInput>(text),
        "transferConversation" => again::<TransferConversationInput>(text),
        other => panic!("{other} has a body, and no typed model is named here"),
    }
}

/// What the typed models make of an answer's data.
pub(crate) fn answer(operation: &str, text: &str) -> Typed {
    match operation {
        "addInternalNote" => again::<InternalNoteData>(text),
        "addInternalNotes" => again::<Vec<BulkActionOutcome>>(text),
        "addMessage" => again::<CreateMessageOutputData>(text),
        "anonymizeConversation" | "anonymizeMessage" => again::<AnonymizationRequestStatus>(text),
        "createConversation" => again::<ConversationResponse>(text),
        "getConversation" => again::<Conversation>(text),
        "listActivityLog" | "listOrganizationActivityLog" => again::<Vec<ActivityLogEntry>>(text),
        "listFlows" => again::<Vec<ConversationFlow>>(text),
        "listInternalNotes" => again::<Vec<InternalNoteData>>(text),
        "listLinkedConversations" => again::<Vec<Conversation>>(text),
        "listMessages" => again::<Vec<Message>>(text),
        "listRating" => again::<Vec<ConversationRating>>(text),
        "listTags" => again::<Vec<Tag>>(text),
        "patchCustomAttributes" => again::<Vec<CustomAttribute>>(text),
        "searchConversations" => again::<Vec<ConversationSearchHit>>(text),
        other => panic!("{other} has an answer, and no typed model is named here"),
    }
}
