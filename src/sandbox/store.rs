//! What the sandbox remembers, and the few ways to reach it.

use super::clock::timestamp;
use super::http::Refusal;
use super::people::{AGENTS, ATTRIBUTES, END_USERS, Person, QUEUES, TAGS};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// A conversation with all that hangs on it. Everything is kept as it goes over the wire.
#[derive(Debug, Default)]
pub(super) struct Conversation {
    pub(super) wire: Map<String, Value>,
    pub(super) messages: Vec<Value>,
    pub(super) notes: Vec<Value>,
    /// Ids.
    pub(super) tags: Vec<String>,
    pub(super) ratings: Vec<Value>,
    pub(super) activity: Vec<Value>,
    /// The reference of who imported it.
    pub(super) external_id: Option<String>,
}

impl Conversation {
    pub(super) fn state(&self) -> &str {
        self.wire
            .get("state")
            .and_then(Value::as_str)
            .unwrap_or("Open")
    }

    pub(super) fn channel(&self) -> &str {
        self.wire
            .get("channel")
            .and_then(Value::as_str)
            .unwrap_or_default()
    }

    pub(super) fn subject(&self) -> Option<&str> {
        self.wire.get("subject")?.as_str()
    }

    /// Id of the agent who has it.
    pub(super) fn assignee(&self) -> Option<&str> {
        self.wire.get("assignment")?.get("agentId")?.as_str()
    }

    pub(super) fn requester(&self) -> &str {
        self.wire
            .get("requesterId")
            .and_then(Value::as_str)
            .unwrap_or_default()
    }
}

/// Anonymizing takes a moment: what is to be done, and when.
#[derive(Debug)]
pub(super) struct Anonymization {
    /// The request as it goes over the wire.
    pub(super) status: Value,
    pub(super) due_ms: i64,
    pub(super) conversation: i64,
    /// One message, or else the conversation.
    pub(super) message: Option<String>,
}

/// All there is.
#[derive(Debug)]
pub(super) struct Store {
    pub(super) now_ms: i64,
    pub(super) conversations: BTreeMap<i64, Conversation>,
    /// The token is the first one's.
    pub(super) agents: Vec<Person>,
    pub(super) end_users: Vec<Person>,
    /// `{ id, name }`; what names none goes into the first.
    pub(super) queues: Vec<Value>,
    /// Tags as they go over the wire.
    pub(super) tags: Vec<Value>,
    /// `{ id, name, identifier, type }`, `type` being `Select` or `Text`.
    pub(super) attributes: Vec<Value>,
    /// What webhooks are still to be told of.
    pub(super) events: Vec<Value>,
    /// What is still to be done.
    pub(super) anonymizations: Vec<Anonymization>,
    /// What was done: the requests, by their ids.
    pub(super) anonymized: BTreeMap<String, Value>,
    /// Conversations that are set aside, and until when.
    pub(super) follow_ups: Vec<(i64, i64)>,
    ids: u64,
}

impl Store {
    pub(super) fn new(now_ms: f64) -> Self {
        Self {
            now_ms: whole(now_ms),
            conversations: BTreeMap::new(),
            agents: AGENTS.to_vec(),
            end_users: END_USERS.to_vec(),
            queues: QUEUES
                .iter()
                .map(|(id, name)| json!({ "id": id, "name": name }))
                .collect(),
            tags: TAGS
                .iter()
                .map(|(id, name, color)| super::tags::json(id, name, color))
                .collect(),
            attributes: ATTRIBUTES
                .iter()
                .map(|(id, name, identifier, choice)| {
                    let kind = if *choice { "Select" } else { "Text" };
                    json!({ "id": id, "name": name, "identifier": identifier, "type": kind })
                })
                .collect(),
            events: Vec::new(),
            anonymizations: Vec::new(),
            anonymized: BTreeMap::new(),
            follow_ups: Vec::new(),
            ids: 0,
        }
    }

    /// Lets time pass; what is due is done.
    pub(super) fn advance(&mut self, now_ms: f64) {
        self.now_ms = whole(now_ms).max(self.now_ms);
        super::anonymizing::finish(self);
        super::changes::end_follow_ups(self);
    }

    /// A UUID that nothing else has.
    pub(super) fn uuid(&mut self) -> String {
        self.ids += 1;
        let spread = self.ids.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        format!(
            "{:08x}-{:04x}-4{:03x}-8{:03x}-{:012x}",
            spread >> 32,
            spread >> 16 & 0xffff,
            spread >> 4 & 0xfff,
            spread & 0xfff,
            self.ids
        )
    }

    pub(super) fn conversation(&self, id: i64) -> Result<&Conversation, Refusal> {
        self.conversations.get(&id).ok_or_else(Refusal::not_found)
    }

    pub(super) fn conversation_mut(&mut self, id: i64) -> Result<&mut Conversation, Refusal> {
        self.conversations
            .get_mut(&id)
            .ok_or_else(Refusal::not_found)
    }

    /// The id of the next conversation.
    pub(super) fn next_id(&self) -> i64 {
        self.conversations
            .keys()
            .next_back()
            .map_or(10_001, |last| last + 1)
    }

    /// Sets the state, with its time.
    pub(super) fn set_state(&mut self, id: i64, state: &str) -> Result<(), Refusal> {
        let now = timestamp(self.now_ms);
        let wire = &mut self.conversation_mut(id)?.wire;
        wire.insert("state".into(), json!(state));
        wire.insert("stateUpdatedAt".into(), json!(now));
        Ok(())
    }

    /// An agent, by id.
    pub(super) fn agent(&self, id: &str) -> Option<Person> {
        self.agents.iter().find(|agent| agent.id == id).cloned()
    }

    /// An end user, by id.
    pub(super) fn end_user(&self, id: &str) -> Option<Person> {
        self.end_users.iter().find(|user| user.id == id).cloned()
    }

    /// An agent or end user, by id.
    pub(super) fn person(&self, id: &str) -> Option<Person> {
        self.agent(id).or_else(|| self.end_user(id))
    }

    /// Id of the agent whose the token is.
    pub(super) fn owner(&self) -> String {
        self.agents
            .first()
            .map_or_else(String::new, |agent| agent.id.clone().into_owned())
    }

    /// Id and name of a queue: the first, unless one is named.
    pub(super) fn queue(&self, id: Option<&str>) -> Option<(String, String)> {
        let queue = match id {
            None => self.queues.first(),
            Some(id) => by_id(&self.queues, id),
        };
        queue.map(|queue| (text(queue, "id").to_owned(), text(queue, "name").to_owned()))
    }
}

/// The one of an id.
pub(super) fn by_id<'a>(all: &'a [Value], id: &str) -> Option<&'a Value> {
    all.iter().find(|one| text(one, "id") == id)
}

/// A member that is a string.
pub(super) fn text<'a>(value: &'a Value, member: &str) -> &'a str {
    value
        .get(member)
        .and_then(Value::as_str)
        .unwrap_or_default()
}

/// Milliseconds without their fraction.
#[expect(
    clippy::cast_possible_truncation,
    reason = "times of this era are small"
)]
fn whole(ms: f64) -> i64 {
    ms as i64
}
