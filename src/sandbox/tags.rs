//! Tags: what there is, what a conversation has, put on and taken off.

use super::Call;
use super::events;
use super::http::{Refusal, Reply};
use super::log::record;
use super::store::{Store, by_id, text};
use serde_json::{Value, json};

/// A tag as Dixa sends it.
pub(super) fn json(id: &str, name: &str, color: &str) -> Value {
    json!({ "id": id, "name": name, "color": color, "state": "Active" })
}

pub(super) fn list(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let ids = &store.conversation(call.conversation_id())?.tags;
    let known = |id: &String| by_id(&store.tags, id);
    Ok(Reply::data(
        ids.iter().filter_map(known).cloned().collect::<Vec<_>>(),
    ))
}

/// Id and name of the tag that a path names.
fn named(store: &Store, call: &Call) -> Result<(String, String), Refusal> {
    store.conversation(call.conversation_id())?;
    let known = by_id(&store.tags, call.second_id());
    known
        .map(|tag| (text(tag, "id").to_owned(), text(tag, "name").to_owned()))
        .ok_or_else(Refusal::not_found)
}

/// Puts a tag of an id on, unless it is there.
fn put_on_known(
    store: &mut Store,
    conversation: i64,
    id: String,
    name: &str,
) -> Result<(), Refusal> {
    let tags = &mut store.conversation_mut(conversation)?.tags;
    if !tags.contains(&id) {
        tags.push(id);
        let attributes = json!({ "tag": name, "_type": "TagAddedAttribute" });
        let owner = store.owner();
        record(store, conversation, &owner, "TagAdded", attributes);
        events::tag_added(store, conversation, name);
    }
    Ok(())
}

pub(super) fn tag(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let (id, name) = named(store, call)?;
    put_on_known(store, call.conversation_id(), id, &name)?;
    Ok(Reply::done())
}

pub(super) fn untag(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let id = call.conversation_id();
    let (tag, name) = named(store, call)?;
    let tags = &mut store.conversation_mut(id)?.tags;
    if tags.contains(&tag) {
        tags.retain(|known| *known != tag);
        let attributes = json!({ "tag": name, "_type": "TagRemovedAttribute" });
        let owner = store.owner();
        record(store, id, &owner, "TagRemoved", attributes);
        events::emit(store, id, "CONVERSATION_TAG_REMOVED");
    }
    Ok(Reply::done())
}

/// Puts a tag on by its name; one that there is not is created.
pub(super) fn put_on(store: &mut Store, conversation: i64, name: &str) -> Result<(), Refusal> {
    let known = store.tags.iter().find(|tag| text(tag, "name") == name);
    let tag = match known.map(|tag| text(tag, "id").to_owned()) {
        Some(tag) => tag,
        None => {
            let tag = store.uuid();
            store.tags.push(json(&tag, name, "#6c757d"));
            tag
        }
    };
    put_on_known(store, conversation, tag, name)
}

/// Puts several on, by name; those that there are not are created.
pub(super) fn bulk_tag(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let id = call.conversation_id();
    store.conversation(id)?;
    let wanted = call.body.get("data").and_then(Value::as_array);
    let names: Vec<&str> = wanted
        .into_iter()
        .flatten()
        .map(|tag| text(tag, "name"))
        .collect();
    if names.contains(&"") {
        return Err(Refusal::invalid("Invalid value in request"));
    }
    for name in names {
        put_on(store, id, name)?;
    }
    Ok(Reply::accepted())
}
