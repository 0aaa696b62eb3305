//! What webhooks are told (contract 7.3): an event for each change, with the conversation as it is then. Of events
//! whose data are not documented, the conversation is all that is in them. Not here: who is told, and how often.

use super::clock::{milliseconds, timestamp};
use super::people::ORGANIZATION;
use super::store::{Store, by_id, text};
use serde_json::{Value, json};

/// An event that is about a conversation as a whole.
pub(super) fn emit(store: &mut Store, id: i64, name: &str) {
    emit_with(store, id, name, json!({}));
}

/// A message was written.
pub(super) fn message_added(store: &mut Store, id: i64, message: &Value) {
    let attributes = &message["attributes"];
    let content = attributes
        .pointer("/content/value")
        .or_else(|| attributes.pointer("/emailContent/content/value"));
    let said = content.cloned().unwrap_or_else(|| json!(""));
    let direction = text(attributes, "direction").to_lowercase();
    let channel = store.conversation(id).map(|one| one.channel().to_owned());
    let more = json!({
        "author": user(store, text(message, "authorId")),
        "created_at": plain(text(message, "createdAt")),
        "message_id": message["id"],
        "text": said,
        "direction": direction,
        "channel": upper_snake(&channel.unwrap_or_default()),
        "content": { "text": said, "content_type": null, "original_content_url": null, "processed_content_url": null },
        "attachments": attributes.get("attachments").cloned().unwrap_or_else(|| json!([])),
        "external_id": message.get("externalId").cloned().unwrap_or_default(),
    });
    emit_with(store, id, "CONVERSATION_MESSAGE_ADDED", more);
}

/// A note was written.
pub(super) fn note_added(store: &mut Store, id: i64, note: &Value) {
    let more = json!({
        "note_id": note["id"],
        "text": note["message"],
        "created_at": plain(text(note, "createdAt")),
        "author": user(store, text(note, "authorId")),
    });
    emit_with(store, id, "CONVERSATION_NOTE_ADDED", more);
}

/// A tag was put on.
pub(super) fn tag_added(store: &mut Store, id: i64, name: &str) {
    let more = json!({ "author": user(store, &store.owner()), "tag": name });
    emit_with(store, id, "CONVERSATION_TAG_ADDED", more);
}

/// A rating was submitted: an event for the score, and another for the comment.
pub(super) fn rated(store: &mut Store, id: i64, rating: &Value) {
    let agent = user(store, text(rating, "agentId"));
    let kind = &rating["ratingType"];
    let score =
        json!({ "agent": agent, "score": rating["ratingScore"], "comment": null, "type": kind });
    emit_with(store, id, "CONVERSATION_RATED", score);
    if let Some(comment) = rating.get("ratingComment") {
        let comment = json!({ "agent": agent, "score": null, "comment": comment, "type": kind });
        emit_with(store, id, "CONVERSATION_RATED", comment);
    }
}

fn emit_with(store: &mut Store, id: i64, name: &str, more: Value) {
    let mut data = json!({ "conversation": conversation(store, id) });
    if let (Some(data), Value::Object(more)) = (data.as_object_mut(), more) {
        data.extend(more);
    }
    let event = json!({
        "event_id": store.uuid(),
        "event_fqn": name,
        "event_version": "1",
        "event_timestamp": timestamp(store.now_ms),
        "organization": { "id": ORGANIZATION.0, "name": ORGANIZATION.1 },
        "data": data,
    });
    store.events.push(event);
}

/// A conversation as events have it.
fn conversation(store: &Store, id: i64) -> Value {
    let Ok(one) = store.conversation(id) else {
        return Value::Null;
    };
    let wire = |name: &str| one.wire.get(name).and_then(Value::as_str);
    let queue = one.wire.get("queue").map(|queue| text(queue, "id"));
    let queue = queue.and_then(|id| by_id(&store.queues, id));
    let tags = one.tags.iter().filter_map(|id| by_id(&store.tags, id));
    let tags: Vec<Value> = tags
        .map(|tag| json!({ "id": tag["id"], "name": tag["name"], "is_deactivated": tag["state"] != "Active" }))
        .collect();
    json!({
        "csid": id,
        "channel": upper_snake(one.channel()),
        "status": status(one.state()),
        "direction": wire("direction").unwrap_or_default().to_uppercase(),
        "queue": queue.map(|queue| json!({ "id": queue["id"], "name": queue["name"] })),
        "contact_point": wire("toEmail").or_else(|| wire("toNumber")),
        "requester": user(store, one.requester()),
        "assignee": one.assignee().map(|id| user(store, id)),
        "subject": one.subject(),
        "tags": tags,
        "created_at": plain(wire("createdAt").unwrap_or_default()),
    })
}

fn status(state: &str) -> &'static str {
    match state {
        "Closed" => "CLOSED",
        "Pending" | "AwaitingPending" => "PENDING",
        _ => "OPEN",
    }
}

/// An agent or end user as events have them; `null` when there is none of that id.
fn user(store: &Store, id: &str) -> Value {
    let kind = if store.agent(id).is_some() {
        "Member"
    } else {
        "Contact"
    };
    store.person(id).map_or(Value::Null, |person| {
        let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        json!({
            "id": person.id, "name": given(&person.name), "email": given(&person.email), "phone": given(&person.phone),
            "roles": [], "user_type": kind,
        })
    })
}

/// A time as events write it.
fn plain(time: &str) -> String {
    milliseconds(time).map_or_else(|| time.to_owned(), timestamp)
}

/// `WidgetChat` as `WIDGET_CHAT`.
fn upper_snake(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.push(letter.to_ascii_uppercase());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::upper_snake;

    #[test]
    fn names_of_channels_are_written_in_capitals() {
        for (name, written) in [("Email", "EMAIL"), ("WidgetChat", "WIDGET_CHAT"), ("", "")] {
            assert_eq!(upper_snake(name), written);
        }
    }
}
