//! What a sandbox is given from outside: a seed, a conversation that begins (`beginning.rs`), a message of a customer.

use super::beginning::conversation_of;
use super::fits::{Object, at, checked, kind_of, listed, object, wrong};
use super::messages::say;
use super::people::Person;
use super::store::{Store, text};
use crate::codec;
use crate::models;
use crate::models::shape::Model;
use serde_json::{Value, json};
use std::borrow::Cow;

/// What a seed may hold; `now` is what a snapshot has besides.
const MEMBERS: &[&str] = &[
    "agents",
    "endUsers",
    "queues",
    "tags",
    "customAttributes",
    "conversations",
    "now",
];

/// Fills a sandbox. What a seed leaves out is the demo's, but for conversations: there are none then.
pub(super) fn plant(store: &mut Store, seed: &Value) -> Result<(), String> {
    let given = seed
        .as_object()
        .ok_or_else(|| wrong("seed", "'demo', 'empty' or an object", kind_of(seed)))?;
    if let Some(name) = given.keys().find(|name| !MEMBERS.contains(&name.as_str())) {
        return Err(wrong(
            &format!("seed.{name}"),
            "nothing",
            "a member that seeds do not have",
        ));
    }
    if let Some(agents) = people(store, given, "agents")? {
        store.agents = agents;
    }
    if let Some(end_users) = people(store, given, "endUsers")? {
        store.end_users = end_users;
    }
    if let Some(queues) = named(store, given, "queues", json!({}))? {
        store.queues = queues;
    }
    if let Some(tags) = named(store, given, "tags", json!({ "state": "Active" }))? {
        store.tags = tags;
    }
    let attribute = json!({ "identifier": "", "type": "Text" });
    if let Some(attributes) = named(store, given, "customAttributes", attribute)? {
        store.attributes = attributes;
    }
    for (path, conversation) in listed(given, "seed", "conversations")? {
        conversation_of(store, conversation, &path)?;
    }
    // A beginning is no change.
    store.events.clear();
    Ok(())
}

/// A conversation begins, and webhooks are told.
pub(super) fn begin(store: &mut Store, conversation: &Value) -> Result<i64, String> {
    let told = store.events.len();
    conversation_of(store, conversation, "conversation")
        .inspect_err(|_| store.events.truncate(told))
}

/// The end user of a conversation writes.
pub(super) fn receive(store: &mut Store, id: &str, message: &Value) -> Result<Value, String> {
    let known = id.parse().ok().filter(|id| store.conversation(*id).is_ok());
    let id = known.ok_or_else(|| wrong("conversationId", "the id of a conversation", "another"))?;
    let mut message = object(message, "message")?.clone();
    message.insert("_type".into(), json!("Inbound"));
    let input = checked(
        &Value::Object(message),
        models::create::CreateMessageInput::SHAPE,
        "message",
    )?;
    say(store, id, &input).map_err(|refusal| format!("message: {}", refusal.message()))
}

/// People of a seed, when it has any.
fn people(store: &mut Store, seed: &Object, name: &str) -> Result<Option<Vec<Person>>, String> {
    let mut all = Vec::new();
    for (path, one) in listed(seed, "seed", name)? {
        let mut one = object(one, &path)?.clone();
        let uuid = store.uuid();
        one.entry("id").or_insert_with(|| json!(uuid));
        let one = checked(
            &Value::Object(one),
            models::activity_log::ActivityLogUser::SHAPE,
            &path,
        )?;
        if !codec::is_uuid(text(&one, "id")) {
            return Err(wrong(&at(&path, "id"), "UUID", "string"));
        }
        let part = |name: &str| Cow::Owned(text(&one, name).to_owned());
        all.push(Person {
            id: part("id"),
            name: part("name"),
            email: part("email"),
            phone: part("phoneNumber"),
        });
    }
    if seed.contains_key(name) && all.is_empty() {
        return Err(wrong(&format!("seed.{name}"), "one at least", "none"));
    }
    Ok(seed.contains_key(name).then_some(all))
}

/// Things of a seed that have an id and a name, when it has any.
fn named(
    store: &mut Store,
    seed: &Object,
    list: &str,
    defaults: Value,
) -> Result<Option<Vec<Value>>, String> {
    let mut all = Vec::new();
    for (path, one) in listed(seed, "seed", list)? {
        let mut one = object(one, &path)?.clone();
        let uuid = store.uuid();
        one.entry("id").or_insert_with(|| json!(uuid));
        for (name, value) in defaults.as_object().cloned().unwrap_or_default() {
            one.entry(name).or_insert(value);
        }
        let one = Value::Object(one);
        if !codec::is_uuid(text(&one, "id")) {
            return Err(wrong(&at(&path, "id"), "UUID", "something else"));
        }
        if text(&one, "name").is_empty() {
            return Err(wrong(&at(&path, "name"), "string", "nothing"));
        }
        all.push(one);
    }
    if list == "queues" && seed.contains_key(list) && all.is_empty() {
        return Err(wrong("seed.queues", "one at least", "none"));
    }
    Ok(seed.contains_key(list).then_some(all))
}
