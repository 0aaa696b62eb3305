//! What is read: conversations and what hangs on them, flows, logs. Not here: searches (`searching.rs`),
//! pages (`pages.rs`), tags and ratings.

use super::http::{Refusal, Reply};
use super::pages::page;
use super::people::{MAILBOX, PHONE_NUMBER};
use super::store::Store;
use super::{Call, clock};
use serde_json::{Value, json};

pub(super) fn conversation(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let conversation = store.conversation(call.conversation_id())?;
    Ok(Reply::data(conversation.wire.clone()))
}

pub(super) fn messages(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    Ok(Reply::data(
        store.conversation(call.conversation_id())?.messages.clone(),
    ))
}

pub(super) fn notes(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    Ok(Reply::data(
        store.conversation(call.conversation_id())?.notes.clone(),
    ))
}

/// The flows of one channel; of the phone unless another is named (contract 2.10).
pub(super) fn flows(_: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let flows = [
        (
            "d546e9a8-82c2-409f-b688-e9199ea69f83",
            "Default call flow",
            "PstnPhone",
            PHONE_NUMBER,
        ),
        (
            "d546e9a8-82c2-409f-b688-e9199ea69f84",
            "After hours",
            "PstnPhone",
            PHONE_NUMBER,
        ),
        (
            "d546e9a8-82c2-409f-b688-e9199ea69f85",
            "Help mailbox",
            "Email",
            MAILBOX,
        ),
        (
            "d546e9a8-82c2-409f-b688-e9199ea69f86",
            "Shop widget",
            "WidgetChat",
            "shop-widget",
        ),
        (
            "d546e9a8-82c2-409f-b688-e9199ea69f87",
            "Contact page",
            "ContactForm",
            MAILBOX,
        ),
    ];
    let channel = call
        .query
        .get("channel")
        .map_or("PstnPhone", String::as_str);
    let wanted = flows.iter().filter(|flow| flow.2 == channel);
    Ok(Reply::data(
        wanted
            .map(|(id, name, channel, endpoint)| json!({ "id": id, "name": name, "channel": channel, "contactEndpointId": endpoint }))
            .collect::<Vec<_>>(),
    ))
}

/// The log of one conversation; an unknown one has none (the contract documents no 404).
pub(super) fn activity_log(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let known = store.conversations.get(&call.conversation_id());
    Ok(Reply::data(
        known.map(|one| one.activity.clone()).unwrap_or_default(),
    ))
}

pub(super) fn organization_activity_log(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let time = |entry: &Value| {
        entry
            .get("activityTimestamp")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let mut entries: Vec<Value> = store
        .conversations
        .values()
        .flat_map(|one| one.activity.clone())
        .collect();
    // Timestamps of one spelling order as text.
    entries.sort_by_key(time);
    let bound = |name: &str| call.query.get(name).map(String::as_str);
    if let Some(from) = bound("fromDatetime") {
        entries.retain(|entry| comparable(&time(entry)) >= comparable(from));
    }
    if let Some(to) = bound("toDatetime") {
        entries.retain(|entry| comparable(&time(entry)) <= comparable(to));
    }
    page(call, "/v1/conversations/activitylog", entries, 100, 10_000)
}

/// A timestamp of UTC without fraction and zone.
fn comparable(timestamp: &str) -> &str {
    timestamp.get(..19).unwrap_or(timestamp)
}

/// The conversations of an end user. Custom attributes are never in this list (contract 2.10).
pub(super) fn of_end_user(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let user = call.ids.first().map_or("", String::as_str);
    if store.end_user(user).is_none() {
        return Err(Refusal::not_found());
    }
    let theirs = store
        .conversations
        .values()
        .filter(|one| one.requester() == user);
    let without_attributes = theirs.map(|one| {
        let mut wire = one.wire.clone();
        wire.remove("customAttributes");
        Value::Object(wire)
    });
    let path = format!("/v1/endusers/{user}/conversations");
    page(call, &path, without_attributes.collect(), 20, 10_000)
}

/// When a conversation began, hours before now.
pub(super) fn hours_ago(store: &Store, hours: i64) -> i64 {
    store.now_ms - hours * 3_600_000
}

/// A conversation's beginning as Dixa writes it: whole seconds, no zone.
pub(super) fn plain_time(ms: i64) -> String {
    clock::timestamp(ms - ms.rem_euclid(1000)).replace(".000", "")
}
