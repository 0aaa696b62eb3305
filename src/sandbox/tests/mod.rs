//! The sandbox as a client meets it: each answer that succeeds is held against its operation's table.

mod additions;
mod anonymizing;
mod changes;
mod creating;
mod events;
mod filters;
mod given;
mod http;
mod listings;
mod messages;

use super::people::AGENTS;
use super::{HANDLERS, Request, Sandbox};
use crate::codec::{self, Envelope, Validation};
use crate::lists::assert_listed;
use crate::models::conversation::Conversation;
use crate::models::message::Attributes;
use crate::models::shape::{Model, Shape};
use crate::operations::OPERATIONS;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const NOW: f64 = 1_795_478_400_000.0;
/// A conversation that an agent has, and one that nobody has.
const ASSIGNED: i64 = 10_001;
const UNASSIGNED: i64 = 10_002;

/// The ids of what a page lists.
fn ids_of(page: &Value) -> Vec<i64> {
    let hits = page["data"].as_array().expect("a list").iter();
    hits.map(|hit| hit["id"].as_i64().expect("an id")).collect()
}

struct Client {
    sandbox: Sandbox,
    now: f64,
}

impl Client {
    fn new() -> Self {
        Self {
            sandbox: Sandbox::new("t", &json!("demo"), NOW).expect("a seed"),
            now: NOW,
        }
    }

    /// Status and body. What succeeds is held against the operation's table.
    fn send(&mut self, method: &str, path: &str, body: &Value) -> (u16, Value) {
        let request = Request {
            method: method.into(),
            path: path.into(),
            headers: vec![("Authorization".into(), "t".into())],
            body: if body.is_null() {
                String::new()
            } else {
                body.to_string()
            },
        };
        let answer = self.sandbox.handle(&request, self.now);
        let body = serde_json::from_str(&answer.body).unwrap_or(Value::Null);
        let template = path.split('?').next().unwrap_or_default();
        if let (200..=202, Ok((operation, _))) = (answer.status, super::route(method, template)) {
            let Some(data) = operation.response else {
                assert_eq!(answer.body, "", "{}", operation.name);
                return (answer.status, body);
            };
            let envelope = Envelope {
                data,
                paged: operation.paged,
                never_sent: operation.never_sent,
            };
            let decoded = codec::decode(answer.body.as_bytes(), &envelope, Validation::Warn);
            let findings = decoded.expect("an answer that can be read").findings;
            assert!(
                findings.list.is_empty(),
                "{}: {:?}",
                operation.name,
                findings.list
            );
        }
        (answer.status, body)
    }

    fn get(&mut self, path: &str) -> Value {
        let (status, body) = self.send("GET", path, &Value::Null);
        assert_eq!(status, 200, "{path}: {body}");
        body
    }

    fn status(&mut self, method: &str, path: &str, body: &Value) -> u16 {
        self.send(method, path, body).0
    }
}

fn conversation(id: i64, rest: &str) -> String {
    format!("/v1/conversations/{id}{rest}")
}

fn outbound(text: &str, external: Option<&str>) -> Value {
    let mut message = json!({ "_type": "Outbound", "agentId": AGENTS[0].id, "content": { "_type": "Text", "value": text } });
    if let Some(external) = external {
        message["externalId"] = json!(external);
    }
    message
}

#[test]
fn every_operation_has_a_handler_and_every_handler_an_operation() {
    assert_listed(
        "HANDLERS of src/sandbox/mod.rs",
        HANDLERS.iter().map(|(name, _)| *name),
        OPERATIONS.iter().map(|operation| operation.name),
    );
}

/// The kinds of a union of the models.
fn kinds_of<T: Model>() -> impl Iterator<Item = &'static str> {
    let kinds = match T::SHAPE {
        Shape::Union(union) => union.kinds,
        _ => &[],
    };
    kinds.iter().filter_map(|kind| kind.tag)
}

#[test]
fn every_kind_of_conversation_can_begin() {
    assert_listed(
        "KINDS of src/sandbox/beginning.rs",
        super::beginning::KINDS.iter().map(|(kind, _)| *kind),
        kinds_of::<Conversation>(),
    );
}

#[test]
fn the_demo_and_a_conversation_of_each_kind_are_as_the_models_say() {
    let mut client = Client::new();
    for kind in kinds_of::<Conversation>() {
        let message = json!({ "_type": "Inbound", "content": { "_type": "Text", "value": "Hi" } });
        let begun = json!({ "_type": kind, "messages": [message] });
        client.sandbox.add(&begun, NOW).expect(kind);
    }
    let snapshot = client.sandbox.snapshot();
    let conversations = snapshot["conversations"].as_array().expect("a list");
    let mut message_kinds = BTreeSet::new();
    for one in conversations {
        let id = one["id"].as_i64().expect("an id");
        let read = client.get(&conversation(id, ""));
        assert_eq!(read["data"]["_type"], one["_type"]);
        for message in client.get(&conversation(id, "/messages"))["data"]
            .as_array()
            .expect("a list")
        {
            let kind = message["attributes"]["_type"].as_str();
            message_kinds.insert(kind.expect("a kind").to_owned());
        }
        for rest in [
            "/notes",
            "/tags",
            "/rating",
            "/ratings",
            "/linked",
            "/activitylog",
        ] {
            client.get(&conversation(id, rest));
        }
    }
    assert_listed(
        "the sandbox (attributes of src/sandbox/messages.rs)",
        message_kinds,
        kinds_of::<Attributes>(),
    );
}
