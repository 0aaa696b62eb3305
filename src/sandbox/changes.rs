//! What changes a conversation: state, assignment, queue, attributes. Not here: tags (`tags.rs`), links
//! (`linking.rs`), forgetting its people (`anonymizing.rs`).

use super::Call;
use super::clock::{milliseconds, timestamp};
use super::http::{Refusal, Reply};
use super::log::record;
use super::people::{AGENTS, ATTRIBUTES, QUEUES};
use super::store::{Store, agent, person};
use serde_json::{Value, json};

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

/// Sets a conversation aside until a point in time, which may be past.
pub(super) fn follow_up(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let id = call.conversation_id();
    refuse_closed(store, id)?;
    let by = actor(call, "userId")?;
    let until = call.text("timestamp").and_then(milliseconds);
    let until = until.ok_or_else(|| Refusal::invalid("Invalid value in request"))?;
    store.set_state(id, "Pending")?;
    store.follow_ups.retain(|(_, known)| *known != id);
    store.follow_ups.push((until, id));
    record(store, id, by, "FollowupAdded", Value::Null);
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
        }
    }
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

/// Whether a person exists.
pub(super) fn require_person(id: &str, message: &str) -> Result<&'static str, Refusal> {
    person(id)
        .map(|person| person.id)
        .ok_or_else(|| Refusal::invalid(message))
}
