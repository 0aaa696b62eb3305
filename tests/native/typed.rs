//! Which typed model an operation's body and answer are, for tests that hold the models against others.

use dixa_conversations::models::{
    activity_log::ActivityLogEntry,
    anonymization::AnonymizationRequestStatus,
    conversation::Conversation,
    create::{
        ConversationResponse, CreateConversationInput, CreateMessageInput, CreateMessageOutputData,
    },
    custom_attribute::{CustomAttribute, PatchCustomAttributesInput},
    filter::SearchParametersInput,
    flow::ConversationFlow,
    import::{GenericConversationImport, ImportConversationResponse},
    message::Message,
    note::{
        BulkActionOutcome, BulkCreateInternalNoteInput, CreateInternalNoteInput, InternalNoteData,
    },
    rating::{
        ConversationRating, CreateRatingOfferInput, CreateRatingResultInput, RatingOffer,
        RatingResult,
    },
    search::{ConversationSearchHit, ConversationSearchWithFiltersHit},
    state::{
        ClaimConversationInput, CloseConversationInput, FollowupConversationInput,
        LinkConversationInput, ReopenConversationInput, TransferConversationInput,
    },
    tag::{BulkTagConversationInput, Tag},
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
        "bulkTagConversation" => again::<BulkTagConversationInput>(text),
        "claimConversation" => again::<ClaimConversationInput>(text),
        "closeConversation" => again::<CloseConversationInput>(text),
        "createConversation" => again::<CreateConversationInput>(text),
        "followupConversation" => again::<FollowupConversationInput>(text),
        "importConversation" => again::<GenericConversationImport>(text),
        "linkConversation" => again::<LinkConversationInput>(text),
        "offerRating" => again::<CreateRatingOfferInput>(text),
        "patchCustomAttributes" => again::<PatchCustomAttributesInput>(text),
        "reopenConversation" => again::<ReopenConversationInput>(text),
        "searchConversationsWithFilters" => again::<SearchParametersInput>(text),
        "submitRating" => again::<CreateRatingResultInput>(text),
        "transferConversation" => again::<TransferConversationInput>(text),
        other => panic!("tests/native/typed.rs lacks {other}, which has a body"),
    }
}

/// What the typed models make of an answer's data.
pub(crate) fn answer(operation: &str, text: &str) -> Typed {
    match operation {
        "addInternalNote" => again::<InternalNoteData>(text),
        "addInternalNotes" => again::<Vec<BulkActionOutcome>>(text),
        "addMessage" => again::<CreateMessageOutputData>(text),
        "anonymizeConversation" | "anonymizeMessage" | "getAnonymizationRequest" => {
            again::<AnonymizationRequestStatus>(text)
        }
        "createConversation" => again::<ConversationResponse>(text),
        "getConversation" => again::<Conversation>(text),
        "importConversation" => again::<ImportConversationResponse>(text),
        "listActivityLog" | "listOrganizationActivityLog" => again::<Vec<ActivityLogEntry>>(text),
        "listEndUserConversations" => without_attributes(text),
        "listFlows" => again::<Vec<ConversationFlow>>(text),
        "listInternalNotes" => again::<Vec<InternalNoteData>>(text),
        "listLinkedConversations" => again::<Vec<Conversation>>(text),
        "listMessages" => again::<Vec<Message>>(text),
        "listRating" | "listRatings" => again::<Vec<ConversationRating>>(text),
        "listTags" => again::<Vec<Tag>>(text),
        "offerRating" => again::<RatingOffer>(text),
        "patchCustomAttributes" => again::<Vec<CustomAttribute>>(text),
        "searchConversations" => again::<Vec<ConversationSearchHit>>(text),
        "searchConversationsWithFilters" => again::<Vec<ConversationSearchWithFiltersHit>>(text),
        "submitRating" => again::<RatingResult>(text),
        other => panic!("tests/native/typed.rs lacks {other}, which has an answer"),
    }
}

/// Conversations of a list that never has their custom attributes; the typed model always has them.
fn without_attributes(text: &str) -> Typed {
    let mut list: Value = serde_json::from_str(text)?;
    let mut lacking = Vec::new();
    let conversations = list.as_array_mut().into_iter().flatten();
    for one in conversations.filter_map(Value::as_object_mut) {
        let attributes = one.entry("customAttributes").or_insert(Value::Null);
        lacking.push(attributes.is_null());
        if attributes.is_null() {
            *attributes = Value::Array(Vec::new());
        }
    }
    let mut typed = again::<Vec<Conversation>>(&list.to_string())?;
    let conversations = typed.as_array_mut().into_iter().flatten();
    let conversations = conversations.filter_map(Value::as_object_mut);
    for (one, lacks) in conversations.zip(lacking) {
        if lacks {
            one.remove("customAttributes");
        }
    }
    Ok(typed)
}
