//! A conversation that begins as somebody says: of a seed, or of a test. What is left out is filled in.

use super::clock::{milliseconds, timestamp};
use super::events;
use super::fits::{Object, agent, at, checked, listed, object, time, wrong};
use super::log::record_at;
use super::messages::{append, refuse_known, write};
use super::seed::particulars;
use super::store::{Conversation, Store, by_id, text};
use super::tags;
use crate::models;
use crate::models::shape::Model;
use serde_json::{Value, json};

/// What hangs on a conversation.
const PARTS: &[&str] = &["messages", "notes", "tags", "ratings", "activity"];

/// Kinds of conversations, and the channel of each.
pub(super) const KINDS: &[(&str, &str)] = &[
    ("AnonymizedConversation", "Email"),
    ("ChatConversation", "WidgetChat"),
    ("ContactFormConversation", "ContactForm"),
    ("EmailConversation", "Email"),
    ("FacebookMessengerConversation", "FacebookMessenger"),
    ("GenericConversation", "Messenger"),
    ("MessengerConversation", "Messenger"),
    ("PstnPhoneConversation", "PstnPhone"),
    ("SmsConversation", "Sms"),
    ("TwitterConversation", "Twitter"),
    ("WhatsAppConversation", "WhatsApp"),
];

/// Puts a conversation in, with all that hangs on it; or nothing. Webhooks are told.
pub(super) fn conversation_of(store: &mut Store, given: &Value, path: &str) -> Result<i64, String> {
    let mut wire = object(given, path)?.clone();
    let parts: Object = PARTS
        .iter()
        .filter_map(|part| wire.remove_entry(*part))
        .collect();
    filled_in(store, &mut wire, path)?;
    let checked = checked(
        &Value::Object(wire),
        models::conversation::Conversation::SHAPE,
        path,
    )?;
    let wire = object(&checked, path)?.clone();
    known(store, &checked, path)?;
    let id = checked["id"].as_i64();
    let id = id.ok_or_else(|| wrong(&at(path, "id"), "an integer of 53 bits", "another"))?;
    if store.conversations.contains_key(&id) {
        return Err(wrong(
            &at(path, "id"),
            "an id that no other has",
            "one of another",
        ));
    }
    store.conversations.insert(
        id,
        Conversation {
            wire,
            ..Conversation::default()
        },
    );
    let hung = hang(store, id, &parts, path);
    if hung.is_err() {
        store.conversations.remove(&id);
    }
    hung.map(|()| id)
}

/// Puts in what was left out.
fn filled_in(store: &mut Store, wire: &mut Object, path: &str) -> Result<(), String> {
    let kind = wire.get("_type").and_then(Value::as_str);
    let known = KINDS.iter().find(|(known, _)| Some(*known) == kind);
    let (kind, channel) = known.ok_or_else(|| {
        wrong(
            &at(path, "_type"),
            "a kind of conversation, e.g. 'ChatConversation'",
            "another",
        )
    })?;
    let requester = match wire.get("requesterId").and_then(Value::as_str) {
        Some(id) => store.end_user(id),
        None => store.end_users.first().cloned(),
    };
    let requester = requester
        .ok_or_else(|| wrong(&at(path, "requesterId"), "the id of an end user", "another"))?;
    let created = wire.get("createdAt").and_then(Value::as_str);
    let began = created.and_then(milliseconds).unwrap_or(store.now_ms);
    let subject = wire.get("subject").and_then(Value::as_str);
    let mut defaults = json!({
        "id": store.next_id(), "requesterId": requester.id, "channel": channel, "createdAt": timestamp(began),
        "direction": "Inbound", "state": "Open", "stateUpdatedAt": timestamp(began), "customAttributes": [],
    });
    if *kind == "AnonymizedConversation" {
        defaults["anonymizedAt"] = json!(timestamp(began));
    } else if let Some((queue, _)) = store.queue(None) {
        defaults["queue"] = json!({ "id": queue, "queuedAt": timestamp(began) });
    }
    let particulars = particulars(kind, &requester, subject, began);
    for more in [defaults, particulars] {
        for (name, value) in more.as_object().cloned().unwrap_or_default() {
            if !value.is_null() {
                wire.entry(name).or_insert(value);
            }
        }
    }
    if let Some(Value::Object(assignment)) = wire.get_mut("assignment") {
        let at = json!(timestamp(began));
        assignment.entry("assignedAt").or_insert(at);
    }
    Ok(())
}

/// Whether there is all that a conversation names.
fn known(store: &Store, wire: &Value, path: &str) -> Result<(), String> {
    if let Some(assignment) = wire.get("assignment") {
        agent(
            store,
            text(assignment, "agentId"),
            &at(path, "assignment.agentId"),
        )?;
    }
    match wire.get("queue") {
        Some(queue) if by_id(&store.queues, text(queue, "id")).is_none() => {
            Err(wrong(&at(path, "queue.id"), "the id of a queue", "another"))
        }
        _ => Ok(()),
    }
}

/// Hangs on a conversation what belongs to it.
fn hang(store: &mut Store, id: i64, parts: &Object, path: &str) -> Result<(), String> {
    let conversation = store
        .conversation(id)
        .map_err(|refusal| refusal.message().to_owned())?;
    let began = conversation.wire.get("createdAt").and_then(Value::as_str);
    let began = began.and_then(milliseconds).unwrap_or(store.now_ms);
    let is_outbound = conversation.wire.get("direction") == Some(&json!("Outbound"));
    let (by, kind) = if is_outbound {
        (store.owner(), "ConversationCreatedByAgent")
    } else {
        (
            conversation.requester().to_owned(),
            "ConversationCreatedByCustomer",
        )
    };
    let created = json!({ "_type": "ConversationCreatedAttribute" });
    record_at(store, id, &by, kind, created, began);
    let told = store.events.len();
    for (path, name) in listed(parts, path, "tags")? {
        let name = name.as_str().filter(|name| !name.is_empty());
        let name = name.ok_or_else(|| wrong(&path, "the name of a tag", "something else"))?;
        tags::put_on(store, id, name).map_err(|refusal| refusal.message().to_owned())?;
    }
    // It begins with them.
    store.events.truncate(told);
    events::emit(store, id, "CONVERSATION_CREATED");
    events::emit(store, id, "CONVERSATION_ENQUEUED");
    for (path, message) in listed(parts, path, "messages")? {
        message_of(store, id, message, &path)?;
    }
    for (path, note) in listed(parts, path, "notes")? {
        note_of(store, id, note, &path)?;
    }
    for (name, shape) in [
        ("ratings", models::rating::ConversationRating::SHAPE),
        ("activity", models::activity_log::ActivityLogEntry::SHAPE),
    ] {
        let mut all = Vec::new();
        for (path, one) in listed(parts, path, name)? {
            all.push(checked(one, shape, &path)?);
        }
        let conversation = store
            .conversation_mut(id)
            .map_err(|refusal| refusal.message().to_owned())?;
        match name {
            "ratings" => conversation.ratings = all,
            _ if !all.is_empty() => conversation.activity = all,
            _ => {}
        }
    }
    Ok(())
}

/// A message: as `addMessage` takes it, with the time it was written, or as `listMessages` gives it.
fn message_of(store: &mut Store, id: i64, given: &Value, path: &str) -> Result<(), String> {
    let mut given = object(given, path)?.clone();
    let told = |refusal: super::http::Refusal| format!("{path}: {}", refusal.message());
    if given.contains_key("attributes") {
        let (uuid, now) = (store.uuid(), timestamp(store.now_ms));
        given.entry("id").or_insert_with(|| json!(uuid));
        given.entry("createdAt").or_insert_with(|| json!(now));
        let message = checked(&Value::Object(given), models::message::Message::SHAPE, path)?;
        if store.person(text(&message, "authorId")).is_none() {
            return Err(wrong(
                &at(path, "authorId"),
                "the id of an agent or end user",
                "another",
            ));
        }
        refuse_known(store, message.get("externalId").and_then(Value::as_str)).map_err(told)?;
        let conversation = store.conversation_mut(id).map_err(told)?;
        conversation.messages.push(message.clone());
        events::message_added(store, id, &message);
        return Ok(());
    }
    let created = time(given.remove("createdAt"), &at(path, "createdAt"))?;
    let input = checked(
        &Value::Object(given),
        models::create::CreateMessageInput::SHAPE,
        path,
    )?;
    let author = if input["_type"] == "Outbound" {
        agent(store, text(&input, "agentId"), &at(path, "agentId"))?
    } else {
        store.conversation(id).map_err(told)?.requester().to_owned()
    };
    match created {
        None => append(store, id, &input).map_err(told)?,
        Some(created) => {
            refuse_known(store, input.get("externalId").and_then(Value::as_str)).map_err(told)?;
            let files = input
                .get("attachments")
                .cloned()
                .unwrap_or_else(|| json!([]));
            let message = write(store, id, &input, &author, &files, created).map_err(told)?;
            events::message_added(store, id, &message);
            message
        }
    };
    Ok(())
}

/// A note: as `addInternalNote` takes it, or as `listInternalNotes` gives it.
fn note_of(store: &mut Store, id: i64, given: &Value, path: &str) -> Result<(), String> {
    let mut note = object(given, path)?.clone();
    let author = note
        .remove("agentId")
        .unwrap_or_else(|| json!(store.owner()));
    let defaults = json!({ "id": store.uuid(), "authorId": author, "createdAt": timestamp(store.now_ms), "csid": id });
    for (name, value) in defaults.as_object().cloned().unwrap_or_default() {
        note.entry(name).or_insert(value);
    }
    let note = checked(
        &Value::Object(note),
        models::note::InternalNoteData::SHAPE,
        path,
    )?;
    agent(store, text(&note, "authorId"), &at(path, "agentId"))?;
    let conversation = store
        .conversation_mut(id)
        .map_err(|refusal| refusal.message().to_owned())?;
    conversation.notes.push(note.clone());
    events::note_added(store, id, &note);
    Ok(())
}
