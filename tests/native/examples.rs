//! Every example of the contract, in both directions: the tables find nothing wrong with it, the typed
//! models read it, and what they write is the same JSON.

use dixa_conversations::codec::{self, Envelope, Validation};
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
use dixa_conversations::operations::{OPERATIONS, Operation};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::path::Path;

fn again<T: Serialize + DeserializeOwned>(text: &str) -> Value {
    let typed: T = serde_json::from_str(text).expect("the typed model reads it");
    serde_json::to_value(typed).expect("the typed model writes it")
}

/// What the typed models make of a request's body.
fn typed_request(operation: &str, text: &str) -> Value {
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
        other => panic!("{other} has an example of a body, and no typed model is named here"),
    }
}

/// What the typed models make of an answer's data.
fn typed_answer(operation: &str, text: &str) -> Value {
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
        other => panic!("{other} has an example of an answer, and no typed model is named here"),
    }
}

/// The examples of a folder, each with its operation; those of operations that are not built yet are left out.
fn examples(folder: &str) -> Vec<(&'static Operation, String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/contract/examples")
        .join(folder);
    let files = std::fs::read_dir(folder).expect("the contract's examples are there");
    files
        .filter_map(|file| {
            let path = file.expect("a file").path();
            let name = path.file_name()?.to_string_lossy().into_owned();
            let operation = name.split('.').next()?;
            let operation = OPERATIONS.iter().find(|known| known.name == operation)?;
            Some((
                operation,
                name,
                std::fs::read_to_string(&path).expect("text"),
            ))
        })
        .collect()
}

#[test]
fn every_example_of_a_request_is_taken_as_it_is() {
    let examples = examples("requests");
    assert!(examples.len() >= 9, "only {} examples", examples.len());
    for (operation, name, text) in examples {
        let body = operation.body.as_ref().expect("an operation with a body");
        let encoded = codec::encode(&text, body.shape, "$", &[]).expect("JSON");
        assert!(
            encoded.findings.list.is_empty(),
            "{name}: {:?}",
            encoded.findings.list
        );
        let sent = encoded.text.of(&text);
        let json: Value = serde_json::from_str(sent).expect("JSON");
        assert_eq!(typed_request(operation.name, sent), json, "{name}");
    }
}

#[test]
fn every_example_of_an_answer_is_read_whole() {
    let examples = examples("responses");
    assert!(examples.len() >= 15, "only {} examples", examples.len());
    for (operation, name, text) in examples {
        let envelope = Envelope {
            data: operation.response.expect("an operation with an answer"),
            paged: operation.paged,
            never_sent: None,
        };
        let decoded =
            codec::decode(text.as_bytes(), &envelope, Validation::Warn).expect("an answer");
        assert!(
            decoded.findings.list.is_empty(),
            "{name}: {:?}",
            decoded.findings.list
        );
        let data = decoded.data.of(&text);
        let json: Value = serde_json::from_str(data).expect("JSON");
        assert_eq!(typed_answer(operation.name, data), json, "{name}");
        let original: Value = serde_json::from_str(&text).expect("JSON");
        assert_subset(&original["data"], &json, &name);
    }
}

/// Whether all that was sent is still there; only the zone of a timestamp may be gone.
fn assert_subset(sent: &Value, got: &Value, name: &str) {
    match (sent, got) {
        (Value::Object(sent), Value::Object(got)) => {
            for (key, value) in sent {
                assert_subset(value, got.get(key).unwrap_or(&Value::Null), name);
            }
        }
        (Value::Array(sent), Value::Array(got)) => {
            assert_eq!(sent.len(), got.len(), "{name}");
            sent.iter()
                .zip(got)
                .for_each(|(sent, got)| assert_subset(sent, got, name));
        }
        (Value::String(sent), Value::String(got)) => {
            assert_eq!(sent.trim_end_matches("[GMT]"), got, "{name}")
        }
        _ => assert_eq!(sent, got, "{name}"),
    }
}
