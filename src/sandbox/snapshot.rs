//! What the sandbox holds, told in the form of a seed: another sandbox may begin with it. Values are as the client
//! gives them: mended.

use super::clock::timestamp;
use super::fits::checked;
use super::people::Person;
use super::store::{Store, by_id};
use crate::models;
use crate::models::shape::{Model, Shape};
use serde_json::{Value, json};

pub(super) fn snapshot(store: &Store) -> Value {
    let people = |all: &[Person]| all.iter().map(Person::json).collect::<Vec<_>>();
    let ids = store.conversations.keys();
    json!({
        "now": timestamp(store.now_ms),
        "agents": people(&store.agents),
        "endUsers": people(&store.end_users),
        "queues": store.queues,
        "tags": store.tags,
        "customAttributes": store.attributes,
        "conversations": ids.map(|id| conversation(store, *id)).collect::<Vec<_>>(),
    })
}

/// A conversation with all that hangs on it; its tags by name.
pub(super) fn conversation(store: &Store, id: i64) -> Value {
    let Ok(one) = store.conversation(id) else {
        return Value::Null;
    };
    let tags = one.tags.iter().filter_map(|id| by_id(&store.tags, id));
    let wire = Value::Object(one.wire.clone());
    let mut whole = mended(&wire, models::conversation::Conversation::SHAPE);
    whole["tags"] = tags.map(|tag| tag["name"].clone()).collect();
    for (name, part, shape) in [
        ("messages", &one.messages, models::message::Message::SHAPE),
        ("notes", &one.notes, models::note::InternalNoteData::SHAPE),
        (
            "ratings",
            &one.ratings,
            models::rating::ConversationRating::SHAPE,
        ),
        (
            "activity",
            &one.activity,
            models::activity_log::ActivityLogEntry::SHAPE,
        ),
    ] {
        whole[name] = part.iter().map(|one| mended(one, shape)).collect();
    }
    whole
}

fn mended(value: &Value, shape: &'static Shape) -> Value {
    // What the sandbox wrote itself is as the models say; all its tests hold it against them.
    checked(value, shape, "").unwrap_or_else(|_| value.clone())
}
