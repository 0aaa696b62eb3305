//! What a signed body says.

use super::received;
use crate::codec::{DecodeFailure, Severity, Validation};
use crate::lists::assert_listed;
use crate::models::shape::Shape;
use crate::models::webhook_event::{EVENTS, WebhookEvent};
use crate::webhooks::{Received, Refused};
use serde_json::{Value, json};

/// The event of a body, as JSON, and its findings.
fn event(body: &Value) -> (Value, Vec<(String, Severity)>) {
    let text = body.to_string();
    let Received {
        text: mended,
        findings,
        ..
    } = received(&text, Validation::Warn).expect("a delivery");
    let found = findings.list.iter();
    let found = found.map(|finding| (finding.path.clone(), finding.severity));
    let event = serde_json::from_str(mended.of(&text)).expect("JSON");
    (event, found.collect())
}

fn example() -> Value {
    let text =
        include_str!("../../../tests/contract/examples/webhooks/CONVERSATION_NOTE_ADDED.json");
    serde_json::from_str(text).expect("JSON")
}

/// An event of a name, with the envelope and the conversation of the contract's example.
fn of(name: &str, data: Value) -> Value {
    let mut event = example();
    event["event_fqn"] = name.into();
    event["data"] = data;
    event
}

/// Names of the events whose data are of such a shape: a map where they are not documented.
fn names(fits: impl Fn(&Shape) -> bool) -> impl Iterator<Item = &'static str> {
    let events = EVENTS.iter().filter_map(|event| match event {
        Shape::Object(object) => Some(object),
        _ => None,
    });
    events
        .filter(move |event| {
            let data = event.fields.iter().find(|field| field.name == "data");
            data.is_some_and(|data| fits(data.shape))
        })
        .filter_map(|event| event.tag)
}

#[test]
fn a_signed_body_that_is_no_event_is_told_by_its_kind() {
    for validation in [Validation::Warn, Validation::Strict, Validation::Off] {
        for (body, failure, code) in [
            ("", DecodeFailure::Empty, "empty_body"),
            ("{\"a\":", DecodeFailure::Truncated, "truncated_json"),
            ("<html>", DecodeFailure::NotJson, "not_json"),
            ("[]", DecodeFailure::NoData, "no_event"),
            ("null", DecodeFailure::NoData, "no_event"),
            (&"[".repeat(200), DecodeFailure::TooDeep, "too_deep"),
        ] {
            let refused = received(body, validation).expect_err("a refusal");
            assert_eq!(refused, Refused::Unreadable(failure), "{body}");
            assert_eq!(refused.code(), code);
        }
    }
}

#[test]
fn every_documented_event_is_its_own_kind_and_writes_what_it_read() {
    let conversation = example()["data"]["conversation"].clone();
    let user = example()["data"]["author"].clone();
    let documented = [
        (
            "CONVERSATION_CREATED",
            json!({ "conversation": conversation }),
        ),
        ("CONVERSATION_OPEN", json!({ "conversation": conversation })),
        (
            "CONVERSATION_PENDING",
            json!({ "conversation": conversation }),
        ),
        (
            "CONVERSATION_CLOSED",
            json!({ "conversation": conversation }),
        ),
        (
            "CONVERSATION_ENQUEUED",
            json!({ "conversation": conversation }),
        ),
        (
            "CONVERSATION_PENDING_EXPIRED",
            json!({ "conversation": conversation, "pendingByUser": user }),
        ),
        (
            "CONVERSATION_ABANDONED",
            json!({ "conversation": conversation, "queue": { "id": "q", "name": "Queue" } }),
        ),
        ("CONVERSATION_NOTE_ADDED", example()["data"].clone()),
        (
            "CONVERSATION_MESSAGE_ADDED",
            json!({
                "conversation": conversation, "author": user, "created_at": "2023-09-15T12:00:00.000Z",
                "message_id": "m", "text": "Hello", "direction": "inbound", "channel": "EMAIL",
                "content": {
                    "text": "Hello", "content_type": null, "original_content_url": "/private/x",
                    "processed_content_url": null,
                },
                "attachments": [], "external_id": null,
            }),
        ),
        (
            "CONVERSATION_TAG_ADDED",
            json!({ "conversation": conversation, "author": user, "tag": "vip" }),
        ),
        (
            "CONVERSATION_RATED",
            json!({ "conversation": conversation, "agent": user, "score": 5, "comment": null, "type": "Csat" }),
        ),
    ];
    for (name, data) in &documented {
        let (event, findings) = event(&of(name, data.clone()));
        assert_eq!(findings, [], "{name}");
        assert_eq!(event["event_fqn"], *name);
        let typed: WebhookEvent = serde_json::from_value(event.clone()).expect(name);
        assert!(!matches!(typed, WebhookEvent::Unknown(_)), "{name}");
        assert_eq!(serde_json::to_value(typed).expect(name), event, "{name}");
    }
    assert_listed(
        "the examples of src/webhooks/tests/events.rs",
        documented.iter().map(|(name, _)| *name),
        names(|data| !matches!(data, Shape::Map(_))),
    );
    for name in names(|data| matches!(data, Shape::Map(_))) {
        let body = of(name, json!({ "anything": [1, null, { "_type": "x" }] }));
        let (event, findings) = event(&body);
        assert_eq!((&event, &findings), (&body, &vec![]), "{name}");
        let typed: WebhookEvent = serde_json::from_value(event).expect(name);
        assert!(!matches!(typed, WebhookEvent::Unknown(_)), "{name}");
        assert_eq!(serde_json::to_value(typed).expect(name), body, "{name}");
    }
}

#[test]
fn the_names_of_events_are_those_of_the_contract() {
    let contract = include_str!("../../../tests/contract/CONTRACT.md");
    let section = contract
        .split_once("### 7.2 Event names")
        .and_then(|(_, rest)| rest.split_once("### 7.3"))
        .expect("the section")
        .0;
    // Each line: since when, in parentheses, then the names up to the first full stop.
    let named = section
        .lines()
        .filter_map(|line| line.split_once("): ")?.1.split('.').next())
        .flat_map(|names| names.split(", "))
        .map(upper_snake);
    assert_listed(
        "events! of src/models/webhook_event.rs",
        names(|_| true),
        named,
    );
}

/// `SLAEvaluationVoided` as `SLA_EVALUATION_VOIDED`.
fn upper_snake(name: &str) -> String {
    let mut out = String::new();
    let letters: Vec<char> = name.chars().collect();
    for (at, letter) in letters.iter().enumerate() {
        let next_is_small = letters.get(at + 1).is_some_and(char::is_ascii_lowercase);
        let last_is_small = at > 0 && letters[at - 1].is_ascii_lowercase();
        if at > 0 && letter.is_ascii_uppercase() && (last_is_small || next_is_small) {
            out.push('_');
        }
        out.push(letter.to_ascii_uppercase());
    }
    out
}

#[test]
fn an_event_of_another_name_stays_whole() {
    let body = of(
        "CONVERSATION_SUMMARIZED",
        json!({ "summary": ["\u{1f69a}", null] }),
    );
    let (event, findings) = event(&body);
    let mut expected = body.clone();
    expected["event_fqn"] = "Unknown".into();
    expected["rawType"] = "CONVERSATION_SUMMARIZED".into();
    assert_eq!(event, expected);
    assert_eq!(findings, [("$.event_fqn".to_owned(), Severity::Info)]);
    let typed: WebhookEvent = serde_json::from_value(event.clone()).expect("an event");
    assert!(matches!(typed, WebhookEvent::Unknown(_)));
    assert_eq!(serde_json::to_value(typed).expect("JSON"), event);
}

#[test]
fn what_has_no_name_is_unknown_too() {
    let cases = [
        ("{}", json!({ "event_fqn": "Unknown" })),
        (" { } ", json!({ "event_fqn": "Unknown" })),
        (
            "{\"event_fqn\":null}",
            json!({ "event_fqn": "Unknown", "rawType": null }),
        ),
        (
            "{\"event_fqn\":7,\"x\":1}",
            json!({ "event_fqn": "Unknown", "rawType": 7, "x": 1 }),
        ),
        (
            "{\"event_fqn\":\"Unknown\"}",
            json!({ "event_fqn": "Unknown", "rawType": "Unknown" }),
        ),
        // Of one name the last counts, as in JSON.parse.
        (
            "{\"event_fqn\":\"TYPING_STARTED\",\"event_fqn\":\"X\"}",
            json!({ "event_fqn": "Unknown", "rawType": "X" }),
        ),
    ];
    for (body, expected) in cases {
        let delivery = received(body, Validation::Warn).expect("a delivery");
        let event: Value = serde_json::from_str(delivery.text.of(body)).expect("JSON");
        assert_eq!(event, expected, "{body}");
    }
}

#[test]
fn events_are_checked_and_mended_as_answers_are() {
    let mut body = example();
    body["event_timestamp"] = "2023-09-15T12:00:00.000Z[GMT]".into();
    body["data"]["conversation"]["csid"] = "seven".into();
    body["data"]["conversation"]["channel"] = "FAX".into();
    body["data"]["conversation"]["tags"] = Value::Null;
    body["data"]["author"]["shoe_size"] = 44.into();
    let (event, findings) = event(&body);
    assert_eq!(event["event_timestamp"], "2023-09-15T12:00:00.000Z");
    assert_eq!(event["data"]["conversation"]["csid"], "seven");
    assert_eq!(event["data"]["conversation"]["tags"], json!([]));
    assert_eq!(event["data"]["conversation"].get("subject"), None);
    assert_eq!(event["data"]["author"]["shoe_size"], 44);
    let expected = [
        ("$.data.author.shoe_size", Severity::Info),
        ("$.data.conversation.channel", Severity::Info),
        ("$.data.conversation.csid", Severity::Error),
    ];
    let mut found: Vec<_> = findings
        .iter()
        .map(|(path, severity)| (path.as_str(), *severity))
        .collect();
    found.sort_by_key(|(path, _)| *path);
    assert_eq!(found, expected);
    let text = body.to_string();
    let off = received(&text, Validation::Off).expect("a delivery");
    assert_eq!(off.text.of(&text), text);
    assert!(off.findings.list.is_empty());
}
