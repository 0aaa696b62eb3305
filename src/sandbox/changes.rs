//! What changes a conversation: state, assignment, queue, tags, attributes, and forgetting its people.

use super::Call;
use super::clock::{timestamp, zoned};
use super::http::{Refusal, Reply};
use super::log::record;
use super::people::{AGENTS, ATTRIBUTES, QUEUES, TAGS};
use super::store::{Anonymization, Store, agent, person};
use serde_json::{Value, json};

/// How long anonymizing takes.
const ANONYMIZING_MS: i64 = 2000;

/// The user who does something: the one who is named, else the token's owner.
fn actor(call: &Call, member: &str) -> Result<&'static str, Refusal> {
    match call.text(member) {
        None => Ok(AGENTS[0].id),
        Some(id) => agent(id)
            .map(|agent| agent.id)
            .ok_or_else(|| Refusal::invalid("User not found")),
    }
}

fn refuse_closed(store: &Store, id: i64) -> Result<(), Refusal> {
    if store.conversation(id)?.state() == "Closed" {
        return Err(Refusal::invalid("Conversation is closed"));
    }
    Ok(())
}

pub(super) fn claim(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let id = call.conversation_id();
    refuse_closed(store, id)?;
    let claimer = call.text("agentId").and_then(agent);
    let claimer = claimer.ok_or_else(|| Refusal::invalid("Agent was not found"))?;
    let holder = store.conversation(id)?.assignee().and_then(agent);
    let force = call.body.get("force") == Some(&Value::Bool(true));
    match holder {
        Some(holder) if holder.id == claimer.id => return Ok(Reply::done()),
        Some(_) if !force => {
            return Err(Refusal::new(409, "Conversation is already assigned"));
        }
        _ => {}
    }
    let now = timestamp(store.now_ms);
    let wire = &mut store.conversation_mut(id)?.wire;
    let queued = wire
        .get("queue")
        .and_then(|queue| queue.get("id"))
        .and_then(Value::as_str);
    let queue = QUEUES
        .iter()
        .find(|(id, _)| Some(*id) == queued)
        .map(|(_, name)| *name);
    wire.insert(
        "assignment".into(),
        json!({ "agentId": claimer.id, "assignedAt": now }),
    );
    let mut attributes = json!({ "_type": "ConversationClaimedAttribute" });
    if let Some(label) = holder.map(|holder| holder.name).or(queue) {
        attributes["claimedFromLabel"] = json!(label);
        attributes["claimedFromType"] = json!(if holder.is_some() { "Agent" } else { "Queue" });
    }
    record(store, id, claimer.id, "ConversationClaimed", attributes);
    Ok(Reply::done())
}

pub(super) fn close(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let id = call.conversation_id();
    let by = actor(call, "userId")?;
    if store.conversation(id)?.state() != "Closed" {
        store.set_state(id, "Closed")?;
        record(store, id, by, "ConversationClosed", Value::Null);
    }
    Ok(Reply::done())
}

pub(super) fn reopen(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let id = call.conversation_id();
    let by = actor(call, "userId")?;
    if store.conversation(id)?.wire.contains_key("anonymizedAt") {
        return Err(Refusal::invalid("Conversation is anonymized"));
    }
    if store.conversation(id)?.state() != "Open" {
        store.set_state(id, "Open")?;
        record(store, id, by, "ConversationReopened", Value::Null);
    }
    Ok(Reply::done())
}

pub(super) fn transfer(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let id = call.conversation_id();
    refuse_closed(store, id)?;
    let by = actor(call, "userId")?;
    let wanted = call.text("queueId").unwrap_or_default();
    let (queue, label) = QUEUES
        .iter()
        .find(|(id, _)| *id == wanted)
        .ok_or_else(|| Refusal::invalid("Queue does not exist"))?;
    let now = timestamp(store.now_ms);
    let wire = &mut store.conversation_mut(id)?.wire;
    wire.remove("assignment");
    wire.insert("queue".into(), json!({ "id": queue, "queuedAt": now }));
    record(
        store,
        id,
        by,
        "TransferSuccessful",
        json!({
            "transferType": "Queue", "destinationType": "Queue", "destinationId": queue, "destinationLabel": label,
            "_type": "ConversationTransferredAttribute",
        }),
    );
    Ok(Reply::done())
}

fn known_tag(call: &Call) -> Result<(&'static str, &'static str), Refusal> {
    let known = TAGS.iter().find(|tag| tag.0 == call.second_id());
    known
        .map(|tag| (tag.0, tag.1))
        .ok_or_else(Refusal::not_found)
}

pub(super) fn tag(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let id = call.conversation_id();
    let conversation = store.conversation_mut(id)?;
    let (tag, name) = known_tag(call)?;
    if !conversation.tags.contains(&tag) {
        conversation.tags.push(tag);
        let attributes = json!({ "tag": name, "_type": "TagAddedAttribute" });
        record(store, id, AGENTS[0].id, "TagAdded", attributes);
    }
    Ok(Reply::done())
}

pub(super) fn untag(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let id = call.conversation_id();
    let conversation = store.conversation_mut(id)?;
    let (tag, name) = known_tag(call)?;
    if conversation.tags.contains(&tag) {
        conversation.tags.retain(|known| *known != tag);
        let attributes = json!({ "tag": name, "_type": "TagRemovedAttribute" });
        record(store, id, AGENTS[0].id, "TagRemoved", attributes);
    }
    Ok(Reply::done())
}

/// Sets some attributes; null clears one, the others stay.
pub(super) fn patch_custom_attributes(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let id = call.conversation_id();
    store.conversation(id)?;
    let changes = call.body.as_object().cloned().unwrap_or_default();
    for (attribute, value) in &changes {
        let known = ATTRIBUTES.iter().find(|known| known.0 == attribute);
        let Some((_, _, _, is_choice)) = known else {
            return Err(Refusal::invalid("Invalid value in request"));
        };
        if !value.is_null() && value.is_array() != *is_choice {
            return Err(Refusal::invalid("Invalid value in request"));
        }
    }
    let wire = &mut store.conversation_mut(id)?.wire;
    let mut attributes = wire
        .get("customAttributes")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    for (attribute, value) in &changes {
        attributes.retain(|known| known.get("id").and_then(Value::as_str) != Some(attribute));
        if !value.is_null() {
            attributes.push(attribute_json(attribute, value));
        }
    }
    wire.insert("customAttributes".into(), json!(attributes));
    let set: serde_json::Map<_, _> = changes
        .iter()
        .filter(|(_, value)| !value.is_null())
        .map(|(id, value)| (id.clone(), value.clone()))
        .collect();
    record(
        store,
        id,
        AGENTS[0].id,
        "ConversationCustomAttributesUpdated",
        json!({
            "updatedAttributeIds": changes.keys().collect::<Vec<_>>(), "updatedAttributeValues": set,
            "_type": "ConversationCustomAttributesUpdatedAttribute",
        }),
    );
    Ok(Reply::data(attributes))
}

/// An attribute with its value, as Dixa sends it.
pub(super) fn attribute_json(id: &str, value: &Value) -> Value {
    let known = ATTRIBUTES.iter().find(|known| known.0 == id);
    known.map_or(Value::Null, |(id, name, identifier, _)| {
        json!({ "id": id, "name": name, "identifier": identifier, "value": value })
    })
}

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
        record(store, id, AGENTS[0].id, "ConversationClosed", Value::Null);
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
        "requestedBy": AGENTS[0].id,
    });
    store.anonymizations.push(Anonymization {
        due_ms: store.now_ms + ANONYMIZING_MS,
        conversation: id,
        message,
    });
    Ok(Reply::with_status(202, status))
}

/// Does what is due.
pub(super) fn finish_anonymizations(store: &mut Store) {
    let now = store.now_ms;
    let (due, later) = std::mem::take(&mut store.anonymizations)
        .into_iter()
        .partition(|one| one.due_ms <= now);
    store.anonymizations = later;
    let due: Vec<Anonymization> = due;
    for one in due {
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
                record(
                    store,
                    one.conversation,
                    AGENTS[0].id,
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

/// Whether a person exists.
pub(super) fn require_person(id: &str, message: &str) -> Result<&'static str, Refusal> {
    person(id)
        .map(|person| person.id)
        .ok_or_else(|| Refusal::invalid(message))
}
