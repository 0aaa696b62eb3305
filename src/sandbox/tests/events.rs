//! What webhooks are told of changes.

use super::{ASSIGNED, Client, UNASSIGNED, conversation, outbound};
use crate::codec::Validation;
use crate::models::webhook_event::WebhookEvent;
use crate::sandbox::people::{AGENTS, ATTRIBUTES, END_USERS, QUEUES, TAGS};
use crate::webhooks::{Delivery, Secret, receive, sign};
use serde_json::{Value, json};

const SECRET: &str = "00ff";

impl Client {
    /// The events since the last time. Each is signed, verified and held against the models, which know it whole.
    fn told(&mut self) -> Vec<Value> {
        let events = self.sandbox.take_events();
        for event in &events {
            let body = event.to_string();
            let secret = Secret::from_hex(SECRET).expect("a secret");
            let signature = sign(&secret, 1_795_478_400_000, body.as_bytes());
            let received = receive(&Delivery {
                signature: Some(&signature),
                body: body.as_bytes(),
                secrets: &[SECRET.to_owned()],
                now_ms: self.now,
                tolerance_ms: f64::INFINITY,
                validation: Validation::Strict,
            });
            let received = received.expect("a delivery");
            assert_eq!(received.findings.list, [], "{event}");
            let read = serde_json::from_str(received.text.of(&body)).expect("an event");
            assert!(!matches!(read, WebhookEvent::Unknown(_)), "{event}");
        }
        events
    }

    fn names(&mut self) -> Vec<String> {
        let events = self.told().into_iter();
        events
            .map(|event| event["event_fqn"].as_str().unwrap_or_default().to_owned())
            .collect()
    }
}

#[test]
fn every_change_is_told_once_and_what_changes_nothing_is_not() {
    let mut client = Client::new();
    assert_eq!(client.names(), [""; 0], "the beginning is no change");
    let tag = format!("/tags/{}", TAGS[5].0);
    let agent = &AGENTS[1].id;
    let claim = json!({ "agentId": agent, "force": true });
    let transfer = json!({ "queueId": QUEUES[1].0 });
    let follow_up = json!({ "timestamp": "2026-11-24T00:00:30Z" });
    let note = json!({ "message": "Seen" });
    let notes =
        json!({ "data": [{ "message": "One" }, { "message": "Two", "agentId": END_USERS[0].id }] });
    let bulk = json!({ "data": [{ "name": "vip" }, { "name": "new here" }] });
    let attribute = json!({ ATTRIBUTES[0].0: "LU-1" });
    let message = outbound("Hello", Some("reference"));
    let nothing: &[&str] = &[];
    let cases: &[(&str, &str, &Value, &[&str])] = &[
        ("PUT", &tag, &Value::Null, &["CONVERSATION_TAG_ADDED"]),
        ("PUT", &tag, &Value::Null, nothing),
        ("DELETE", &tag, &Value::Null, &["CONVERSATION_TAG_REMOVED"]),
        ("DELETE", &tag, &Value::Null, nothing),
        ("POST", "/tags/bulk", &bulk, &["CONVERSATION_TAG_ADDED"; 2]),
        ("PUT", "/claim", &claim, &["CONVERSATION_ASSIGNED"]),
        ("PUT", "/claim", &claim, nothing),
        (
            "POST",
            "/messages",
            &message,
            &["CONVERSATION_MESSAGE_ADDED"],
        ),
        ("POST", "/messages", &message, nothing),
        ("POST", "/notes", &note, &["CONVERSATION_NOTE_ADDED"]),
        ("POST", "/notes/bulk", &notes, &["CONVERSATION_NOTE_ADDED"]),
        (
            "PUT",
            "/transfer/queue",
            &transfer,
            &[
                "CONVERSATION_UNASSIGNED",
                "CONVERSATION_TRANSFERRED",
                "CONVERSATION_ENQUEUED",
            ],
        ),
        (
            "PATCH",
            "/custom-attributes",
            &attribute,
            &["CONVERSATION_CUSTOM_ATTRIBUTE_UPDATED"],
        ),
        ("PUT", "/followup", &follow_up, &["CONVERSATION_PENDING"]),
        ("PUT", "/close", &json!({}), &["CONVERSATION_CLOSED"]),
        ("PUT", "/close", &json!({}), nothing),
        ("PUT", "/reopen", &json!({}), &["CONVERSATION_OPEN"]),
        ("PUT", "/reopen", &json!({}), nothing),
        ("GET", "/messages", &Value::Null, nothing),
    ];
    for (method, rest, body, expected) in cases {
        client.status(method, &conversation(UNASSIGNED, rest), body);
        assert_eq!(client.names(), *expected, "{method} {rest}");
    }
    client.status("PUT", &conversation(UNASSIGNED, "/close"), &json!({}));
    client.names();
    client.status(
        "POST",
        &conversation(UNASSIGNED, "/messages"),
        &outbound("Once more", None),
    );
    assert_eq!(
        client.names(),
        ["CONVERSATION_MESSAGE_ADDED", "CONVERSATION_OPEN"]
    );
}

#[test]
fn the_end_of_a_wait_is_told_when_its_time_has_come() {
    let mut client = Client::new();
    let follow_up = json!({ "timestamp": "2026-11-24T00:00:30Z" });
    client.status("PUT", &conversation(ASSIGNED, "/followup"), &follow_up);
    client.names();
    client.sandbox.advance(client.now + 29_000.0);
    assert_eq!(client.names(), [""; 0]);
    client.sandbox.advance(client.now + 30_000.0);
    assert_eq!(client.names(), ["CONVERSATION_PENDING_EXPIRED"]);
}

#[test]
fn a_conversation_that_cannot_begin_is_not_told() {
    let mut client = Client::new();
    let mut message = outbound("Hello", None);
    let create = |message: &Value| {
        json!({
            "_type": "Sms", "requesterId": END_USERS[2].id, "contactEndpointId": "+4589871234", "message": message,
        })
    };
    assert_eq!(
        client.status("POST", "/v1/conversations", &create(&message)),
        201
    );
    let events = client.told();
    let names: Vec<_> = events.iter().map(|event| &event["event_fqn"]).collect();
    assert_eq!(
        names,
        [
            "CONVERSATION_CREATED",
            "CONVERSATION_ENQUEUED",
            "CONVERSATION_MESSAGE_ADDED"
        ]
    );
    message["agentId"] = json!(END_USERS[0].id);
    assert_eq!(
        client.status("POST", "/v1/conversations", &create(&message)),
        400
    );
    assert_eq!(client.names(), [""; 0]);
}

#[test]
fn a_rating_is_told_twice_once_for_its_score_and_once_for_its_comment() {
    let mut client = Client::new();
    let ratings = conversation(ASSIGNED, "/ratings");
    let offer = json!({ "userId": END_USERS[0].id, "agentId": AGENTS[0].id, "ratingType": "Csat" });
    let (status, offered) = client.send("POST", &format!("{ratings}/offer"), &offer);
    assert_eq!(status, 201);
    let id = offered["data"]["id"].as_str().expect("an id").to_owned();
    let result = json!({ "ratingResult": { "_type": "Csat", "value": 4 }, "comment": "Fine" });
    let (status, _) = client.send("POST", &format!("{ratings}/{id}/submit"), &result);
    assert_eq!(status, 201);
    let told: Vec<_> = client
        .told()
        .into_iter()
        .map(|event| {
            (
                event["data"]["score"].clone(),
                event["data"]["comment"].clone(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [(json!(4), Value::Null), (Value::Null, json!("Fine"))]
    );
}

#[test]
fn an_event_says_what_the_conversation_and_the_message_are() {
    let mut client = Client::new();
    client.status(
        "POST",
        &conversation(ASSIGNED, "/messages"),
        &outbound("Hello", Some("reference")),
    );
    let events = client.told();
    let data = &events[0]["data"];
    for (pointer, expected) in [
        ("/text", json!("Hello")),
        ("/direction", json!("outbound")),
        ("/external_id", json!("reference")),
        ("/author/id", json!(AGENTS[0].id)),
        ("/author/user_type", json!("Member")),
        ("/conversation/csid", json!(ASSIGNED)),
        ("/conversation/channel", json!("EMAIL")),
        ("/conversation/status", json!("OPEN")),
        ("/conversation/direction", json!("INBOUND")),
        ("/conversation/queue/name", json!(QUEUES[1].1)),
        ("/conversation/contact_point", json!("help@email.dixa.io")),
        ("/conversation/requester/user_type", json!("Contact")),
        ("/conversation/assignee/id", json!(AGENTS[0].id)),
        ("/conversation/tags/0/name", json!("refund")),
        (
            "/conversation/created_at",
            json!("2026-11-23T22:00:00.000Z"),
        ),
        ("/created_at", json!("2026-11-24T00:00:00.000Z")),
    ] {
        assert_eq!(data.pointer(pointer), Some(&expected), "{pointer}");
    }
}
