//! Forgetting people: asked for, done a moment later, and how far it has come.

use super::Call;
use super::clock::{timestamp, zoned};
use super::events;
use super::http::{Refusal, Reply};
use super::log::record;
use super::store::{Anonymization, Store};
use serde_json::{Value, json};

/// How long anonymizing takes.
const ANONYMIZING_MS: i64 = 2000;

pub(super) fn anonymize_conversation(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let id = call.conversation_id();
    let conversation = store.conversation(id)?;
    let is_closed = conversation.state() == "Closed";
    if conversation.wire.contains_key("anonymizedAt") {
        return Err(Refusal::new(409, "Conversation is already anonymized"));
    }
    if !is_closed {
        if call.query.get("force").map(String::as_str) != Some("true") {
            return Err(Refusal::new(409, "Conversation is not closed"));
        }
        store.set_state(id, "Closed")?;
        let owner = store.owner();
        record(store, id, &owner, "ConversationClosed", Value::Null);
        events::emit(store, id, "CONVERSATION_CLOSED");
    }
    begin_anonymizing(store, id, None)
}

pub(super) fn anonymize_message(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let id = call.conversation_id();
    let message = call.second_id();
    let known = store.conversation(id)?.messages.iter();
    if !known.into_iter().any(|known| is_message(known, message)) {
        return Err(Refusal::not_found());
    }
    begin_anonymizing(store, id, Some(message.to_owned()))
}

fn is_message(message: &Value, id: &str) -> bool {
    message.get("id").and_then(Value::as_str) == Some(id)
}

fn begin_anonymizing(
    store: &mut Store,
    id: i64,
    message: Option<String>,
) -> Result<Reply, Refusal> {
    let kind = if message.is_some() {
        "Message"
    } else {
        "Conversation"
    };
    let target = message.clone().unwrap_or_else(|| id.to_string());
    let status = json!({
        "id": store.uuid(),
        "entityType": format!("{kind}AnonymizationType"),
        "_type": kind,
        "initiatedAt": zoned(store.now_ms),
        "targetEntityId": target,
        "requestedBy": store.owner(),
    });
    store.anonymizations.push(Anonymization {
        status: status.clone(),
        due_ms: store.now_ms + ANONYMIZING_MS,
        conversation: id,
        message,
    });
    Ok(Reply::with_status(202, status))
}

/// Does what is due.
pub(super) fn finish(store: &mut Store) {
    let now = store.now_ms;
    let (due, later) = std::mem::take(&mut store.anonymizations)
        .into_iter()
        .partition(|one| one.due_ms <= now);
    store.anonymizations = later;
    let due: Vec<Anonymization> = due;
    for mut one in due {
        if let Some(id) = one
            .status
            .get("id")
            .and_then(Value::as_str)
            .map(str::to_owned)
        {
            one.status["processedAt"] = json!(zoned(one.due_ms));
            store.anonymized.insert(id, one.status);
        }
        let Ok(conversation) = store.conversation_mut(one.conversation) else {
            continue;
        };
        for message in &mut conversation.messages {
            let is_meant = one
                .message
                .as_deref()
                .is_none_or(|id| is_message(message, id));
            if is_meant {
                redact(message);
            }
        }
        match one.message {
            Some(message) => {
                let attributes = json!({
                    "messageId": message, "wasTextRedacted": true, "numberOfDeletedFiles": 0,
                    "_type": "MessageRedactedAttribute",
                });
                let owner = store.owner();
                record(
                    store,
                    one.conversation,
                    &owner,
                    "ConversationMessageRedacted",
                    attributes,
                );
            }
            None => forget_people(&mut conversation.wire, one.due_ms),
        }
    }
}

/// What a message says is gone; that it was there stays.
fn redact(message: &mut Value) {
    const GONE: &str = "[anonymized]";
    let Some(attributes) = message.get_mut("attributes") else {
        return;
    };
    for content in ["/content/value", "/emailContent/content/value"] {
        if let Some(value) = attributes.pointer_mut(content) {
            *value = json!(GONE);
        }
    }
    for list in ["attachments", "inlineImages"] {
        if let Some(files) = attributes.get_mut(list) {
            *files = json!([]);
        }
    }
}

/// Only what all kinds share is left.
fn forget_people(wire: &mut serde_json::Map<String, Value>, at_ms: i64) {
    const KEPT: &[&str] = &[
        "id",
        "requesterId",
        "channel",
        "createdAt",
        "direction",
        "state",
        "stateUpdatedAt",
        "link",
    ];
    wire.retain(|name, _| KEPT.contains(&name.as_str()));
    wire.insert("customAttributes".into(), json!([]));
    wire.insert("anonymizedAt".into(), json!(timestamp(at_ms)));
    wire.insert("_type".into(), json!("AnonymizedConversation"));
}

pub(super) fn request(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let id = call.ids.first().map_or("", String::as_str);
    let under_way = store.anonymizations.iter().map(|one| &one.status);
    let status = under_way
        .chain(store.anonymized.values())
        .find(|status| status.get("id").and_then(Value::as_str) == Some(id));
    status
        .map(|status| Reply::data(status.clone()))
        .ok_or_else(Refusal::not_found)
}
