//! What changes a conversation: state, assignment, queue, attributes. Not here: tags (`tags.rs`), links
//! (`linking.rs`), forgetting its people (`anonymizing.rs`).

use super::Call;
use super::clock::{milliseconds, timestamp};
use super::events;
use super::http::{Refusal, Reply};
use super::log::record;
use super::store::{Store, by_id, text};
use serde_json::{Value, json};

/// The user who does something: the one who is named, else the token's owner.
fn actor(store: &Store, call: &Call, member: &str) -> Result<String, Refusal> {
    match call.text(member) {
        None => Ok(store.owner()),
        Some(id) => store
            .agent(id)
            .map(|agent| agent.id.into_owned())
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
    let claimer = call.text("agentId").and_then(|id| store.agent(id));
    let claimer = claimer.ok_or_else(|| Refusal::invalid("Agent was not found"))?;
    let holder = store.conversation(id)?.assignee();
    let holder = holder.and_then(|id| store.agent(id));
    let force = call.body.get("force") == Some(&Value::Bool(true));
    match &holder {
        Some(holder) if holder.id == claimer.id => return Ok(Reply::done()),
        Some(_) if !force => {
            return Err(Refusal::new(409, "Conversation is already assigned"));
        }
        _ => {}
    }
    let now = timestamp(store.now_ms);
    let queued = store.conversation(id)?.wire.get("queue");
    let queued = queued.and_then(|queue| store.queue(Some(text(queue, "id"))));
    let wire = &mut store.conversation_mut(id)?.wire;
    wire.insert(
        "assignment".into(),
        json!({ "agentId": claimer.id, "assignedAt": now }),
    );
    let mut attributes = json!({ "_type": "ConversationClaimedAttribute" });
    let from = match (holder, queued) {
        (Some(holder), _) => Some(("Agent", holder.name.into_owned())),
        (None, queued) => queued.map(|(_, name)| ("Queue", name)),
    };
    if let Some((kind, label)) = from {
        attributes["claimedFromLabel"] = json!(label);
        attributes["claimedFromType"] = json!(kind);
    }
    record(store, id, &claimer.id, "ConversationClaimed", attributes);
    events::emit(store, id, "CONVERSATION_ASSIGNED");
    Ok(Reply::done())
}

pub(super) fn close(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let id = call.conversation_id();
    let by = actor(store, call, "userId")?;
    if store.conversation(id)?.state() != "Closed" {
        store.set_state(id, "Closed")?;
        record(store, id, &by, "ConversationClosed", Value::Null);
        events::emit(store, id, "CONVERSATION_CLOSED");
    }
    Ok(Reply::done())
}

pub(super) fn reopen(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let id = call.conversation_id();
    let by = actor(store, call, "userId")?;
    if store.conversation(id)?.wire.contains_key("anonymizedAt") {
        return Err(Refusal::invalid("Conversation is anonymized"));
    }
    if store.conversation(id)?.state() != "Open" {
        store.set_state(id, "Open")?;
        record(store, id, &by, "ConversationReopened", Value::Null);
        events::emit(store, id, "CONVERSATION_OPEN");
    }
    Ok(Reply::done())
}

/// Sets a conversation aside until a point in time, which may be past.
pub(super) fn follow_up(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let id = call.conversation_id();
    refuse_closed(store, id)?;
    let by = actor(store, call, "userId")?;
    let until = call.text("timestamp").and_then(milliseconds);
    let until = until.ok_or_else(|| Refusal::invalid("Invalid value in request"))?;
    store.set_state(id, "Pending")?;
    store.follow_ups.retain(|(_, known)| *known != id);
    store.follow_ups.push((until, id));
    record(store, id, &by, "FollowupAdded", Value::Null);
    events::emit(store, id, "CONVERSATION_PENDING");
    Ok(Reply::done())
}

/// Opens again what was set aside until now, unless somebody did something else with it.
pub(super) fn end_follow_ups(store: &mut Store) {
    let now = store.now_ms;
    let (due, later) = std::mem::take(&mut store.follow_ups)
        .into_iter()
        .partition(|(until, _)| *until <= now);
    store.follow_ups = later;
    let due: Vec<(i64, i64)> = due;
    for (_, id) in due {
        let is_pending = store
            .conversation(id)
            .is_ok_and(|one| one.state() == "Pending");
        if is_pending && store.set_state(id, "Open").is_ok() {
            record(store, id, "", "FollowupExpired", Value::Null);
            events::emit(store, id, "CONVERSATION_PENDING_EXPIRED");
        }
    }
}

pub(super) fn transfer(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let id = call.conversation_id();
    refuse_closed(store, id)?;
    let by = actor(store, call, "userId")?;
    let wanted = call.text("queueId").unwrap_or_default();
    let (queue, label) = store
        .queue(Some(wanted))
        .ok_or_else(|| Refusal::invalid("Queue does not exist"))?;
    let now = timestamp(store.now_ms);
    let wire = &mut store.conversation_mut(id)?.wire;
    let was_assigned = wire.remove("assignment").is_some();
    wire.insert("queue".into(), json!({ "id": queue, "queuedAt": now }));
    record(
        store,
        id,
        &by,
        "TransferSuccessful",
        json!({
            "transferType": "Queue", "destinationType": "Queue", "destinationId": queue, "destinationLabel": label,
            "_type": "ConversationTransferredAttribute",
        }),
    );
    if was_assigned {
        events::emit(store, id, "CONVERSATION_UNASSIGNED");
    }
    events::emit(store, id, "CONVERSATION_TRANSFERRED");
    events::emit(store, id, "CONVERSATION_ENQUEUED");
    Ok(Reply::done())
}

/// Sets some attributes; null clears one, the others stay.
pub(super) fn patch_custom_attributes(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let id = call.conversation_id();
    store.conversation(id)?;
    let changes = call.body.as_object().cloned().unwrap_or_default();
    for (attribute, value) in &changes {
        let Some(known) = by_id(&store.attributes, attribute) else {
            return Err(Refusal::invalid("Invalid value in request"));
        };
        let is_choice = text(known, "type") == "Select";
        if !value.is_null() && value.is_array() != is_choice {
            return Err(Refusal::invalid("Invalid value in request"));
        }
    }
    let mut attributes = store
        .conversation(id)?
        .wire
        .get("customAttributes")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    for (attribute, value) in &changes {
        attributes.retain(|known| known.get("id").and_then(Value::as_str) != Some(attribute));
        if !value.is_null() {
            attributes.push(attribute_json(store, attribute, value));
        }
    }
    let wire = &mut store.conversation_mut(id)?.wire;
    wire.insert("customAttributes".into(), json!(attributes));
    let owner = store.owner();
    let set: serde_json::Map<_, _> = changes
        .iter()
        .filter(|(_, value)| !value.is_null())
        .map(|(id, value)| (id.clone(), value.clone()))
        .collect();
    record(
        store,
        id,
        &owner,
        "ConversationCustomAttributesUpdated",
        json!({
            "updatedAttributeIds": changes.keys().collect::<Vec<_>>(), "updatedAttributeValues": set,
            "_type": "ConversationCustomAttributesUpdatedAttribute",
        }),
    );
    events::emit(store, id, "CONVERSATION_CUSTOM_ATTRIBUTE_UPDATED");
    Ok(Reply::data(attributes))
}

/// An attribute with its value, as Dixa sends it.
pub(super) fn attribute_json(store: &Store, id: &str, value: &Value) -> Value {
    by_id(&store.attributes, id).map_or(Value::Null, |known| {
        json!({ "id": id, "name": known["name"], "identifier": known["identifier"], "value": value })
    })
}

/// Whether a person exists.
pub(super) fn require_person(store: &Store, id: &str, message: &str) -> Result<String, Refusal> {
    store
        .person(id)
        .map(|person| person.id.into_owned())
        .ok_or_else(|| Refusal::invalid(message))
}
