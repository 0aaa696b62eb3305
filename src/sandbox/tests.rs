mod additions;
mod events;
mod filters;
mod given;

use super::people::{AGENTS, END_USERS, QUEUES, TAGS};
use super::{HANDLERS, Request, Sandbox};
use crate::codec::{self, Envelope, Validation};
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
    let operations: BTreeSet<_> = OPERATIONS.iter().map(|operation| operation.name).collect();
    let handlers: BTreeSet<_> = HANDLERS.iter().map(|(name, _)| *name).collect();
    assert_eq!(operations, handlers);
}

#[test]
fn all_that_it_begins_with_is_as_the_models_say() {
    let mut client = Client::new();
    let snapshot = client.sandbox.snapshot();
    let conversations = snapshot["conversations"]
        .as_array()
        .expect("a list")
        .clone();
    let mut kinds = BTreeSet::new();
    let mut message_kinds = BTreeSet::new();
    for one in &conversations {
        let id = one["id"].as_i64().expect("an id");
        kinds.insert(client.get(&conversation(id, ""))["data"]["_type"].to_string());
        for message in client.get(&conversation(id, "/messages"))["data"]
            .as_array()
            .expect("a list")
        {
            message_kinds.insert(message["attributes"]["_type"].to_string());
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
    assert!(conversations.len() >= 24);
    assert_eq!(kinds.len(), 11, "{kinds:?}");
    assert_eq!(message_kinds.len(), 12, "{message_kinds:?}");
}

#[test]
fn only_the_token_opens_it() {
    let mut sandbox = Sandbox::new("t", &json!("demo"), NOW).expect("a seed");
    let mut status = |value: Option<&str>| {
        let headers = value.map(|value| ("authorization".to_owned(), value.to_owned()));
        let request = Request {
            method: "GET".into(),
            path: conversation(ASSIGNED, ""),
            headers: headers.into_iter().collect(),
            body: String::new(),
        };
        let answer = sandbox.handle(&request, NOW);
        (answer.status, answer.body)
    };
    assert_eq!(status(Some("t")).0, 200);
    assert_eq!(status(Some("Bearer t")).0, 200);
    assert_eq!(status(None), (401, r#"{"message":"Unauthorized"}"#.into()));
    assert_eq!(status(Some("u")).0, 401);
}

#[test]
fn a_claimed_conversation_is_claimed() {
    let mut client = Client::new();
    let claim = |agent: usize, force: bool| json!({ "agentId": AGENTS[agent].id, "force": force });
    let path = conversation(UNASSIGNED, "/claim");
    assert_eq!(client.status("PUT", &path, &claim(1, false)), 204);
    assert_eq!(
        client.get(&conversation(UNASSIGNED, ""))["data"]["assignment"]["agentId"],
        *AGENTS[1].id
    );
    assert_eq!(client.status("PUT", &path, &claim(1, false)), 204);
    assert_eq!(client.status("PUT", &path, &claim(2, false)), 409);
    assert_eq!(
        client.get(&conversation(UNASSIGNED, ""))["data"]["assignment"]["agentId"],
        *AGENTS[1].id
    );
    assert_eq!(client.status("PUT", &path, &claim(2, true)), 204);
    assert_eq!(
        client.get(&conversation(UNASSIGNED, ""))["data"]["assignment"]["agentId"],
        *AGENTS[2].id
    );
}

#[test]
fn a_closed_conversation_is_neither_claimed_nor_transferred_until_it_is_reopened() {
    let mut client = Client::new();
    let claim = json!({ "agentId": AGENTS[0].id, "force": true });
    let transfer = json!({ "queueId": QUEUES[2].0 });
    assert_eq!(
        client.status("PUT", &conversation(UNASSIGNED, "/close"), &Value::Null),
        204
    );
    assert_eq!(
        client.get(&conversation(UNASSIGNED, ""))["data"]["state"],
        "Closed"
    );
    assert_eq!(
        client.status("PUT", &conversation(UNASSIGNED, "/claim"), &claim),
        400
    );
    assert_eq!(
        client.status(
            "PUT",
            &conversation(UNASSIGNED, "/transfer/queue"),
            &transfer
        ),
        400
    );
    assert_eq!(
        client.status("PUT", &conversation(UNASSIGNED, "/reopen"), &json!({})),
        204
    );
    assert_eq!(
        client.status(
            "PUT",
            &conversation(UNASSIGNED, "/transfer/queue"),
            &transfer
        ),
        204
    );
    let after = client.get(&conversation(UNASSIGNED, ""));
    assert_eq!(
        (&after["data"]["state"], &after["data"]["queue"]["id"]),
        (&json!("Open"), &json!(QUEUES[2].0))
    );
}

#[test]
fn the_same_external_id_is_refused_everywhere() {
    let mut client = Client::new();
    let message = outbound("On its way!", Some("mine-1"));
    let (status, sent) = client.send("POST", &conversation(ASSIGNED, "/messages"), &message);
    assert_eq!(
        (status, &sent["data"]["externalId"]),
        (200, &json!("mine-1"))
    );
    for id in [ASSIGNED, UNASSIGNED] {
        let (status, body) = client.send("POST", &conversation(id, "/messages"), &message);
        assert_eq!(
            (status, &body["message"]),
            (400, &json!("Duplicate externalId"))
        );
    }
    let listed = client.get(&conversation(ASSIGNED, "/messages"));
    let same = listed["data"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|one| one["externalId"] == "mine-1");
    assert_eq!(same.count(), 1);
}

#[test]
fn notes_are_kept_and_one_bad_note_leaves_the_others_alone() {
    let mut client = Client::new();
    let path = conversation(ASSIGNED, "/notes");
    let before = client.get(&path)["data"].as_array().expect("a list").len();
    assert_eq!(
        client.status("POST", &path, &json!({ "message": "Called back" })),
        200
    );
    let notes = json!({ "data": [{ "message": "One" }, { "message": "Two", "agentId": END_USERS[0].id }, { "message": "Three" }] });
    let (_, body) = client.send("POST", &conversation(ASSIGNED, "/notes/bulk"), &notes);
    let kinds: Vec<_> = body["data"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| one["_type"].clone())
        .collect();
    assert_eq!(
        kinds,
        [
            "BulkActionSuccess",
            "BulkActionFailure",
            "BulkActionSuccess"
        ]
    );
    assert_eq!(
        client.get(&path)["data"].as_array().expect("a list").len(),
        before + 3
    );
}

#[test]
fn tags_are_put_on_and_taken_off_and_twice_is_once() {
    let mut client = Client::new();
    let path = format!("{}/{}", conversation(UNASSIGNED, "/tags"), TAGS[3].0);
    for _ in 0..2 {
        assert_eq!(client.status("PUT", &path, &Value::Null), 204);
    }
    let names = |tags: &Value| {
        tags["data"]
            .as_array()
            .expect("a list")
            .iter()
            .filter(|tag| tag["name"] == "vip")
            .count()
    };
    assert_eq!(names(&client.get(&conversation(UNASSIGNED, "/tags"))), 1);
    assert_eq!(client.status("DELETE", &path, &Value::Null), 204);
    assert_eq!(names(&client.get(&conversation(UNASSIGNED, "/tags"))), 0);
    assert_eq!(
        client.status(
            "PUT",
            &format!("{}/{}", conversation(UNASSIGNED, "/tags"), AGENTS[0].id),
            &Value::Null
        ),
        404
    );
}

#[test]
fn null_clears_an_attribute_and_the_others_stay() {
    let mut client = Client::new();
    let order = super::people::ATTRIBUTES[0].0;
    let path = conversation(ASSIGNED, "/custom-attributes");
    let (status, body) = client.send("PATCH", &path, &json!({ order: null }));
    let left: Vec<_> = body["data"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| one["identifier"].clone())
        .collect();
    assert_eq!(
        (status, left),
        (200, vec![json!("reason"), json!("product")])
    );
    assert_eq!(
        client.status("PATCH", &path, &json!({ order: ["a", "list"] })),
        400
    );
}

#[test]
fn a_search_finds_what_was_written_and_its_pages_have_everything_once() {
    let mut client = Client::new();
    let mut path = "/v1/search/conversations?query=order&pageLimit=3".to_owned();
    let (mut ids, mut pages) = (Vec::new(), 0);
    loop {
        let page = client.get(&path);
        ids.extend(ids_of(&page));
        pages += 1;
        let Some(next) = page["meta"]["next"].as_str() else {
            break;
        };
        path = format!("{next}&query=order");
    }
    let once: BTreeSet<_> = ids.iter().collect();
    assert!(
        pages > 1 && once.len() == ids.len() && ids.len() > 4,
        "{ids:?}"
    );
    assert_eq!(
        client.get("/v1/search/conversations?query=zeppelin")["data"],
        json!([])
    );
    let hit = client.get("/v1/search/conversations?query=broken%20lamp");
    assert!(
        hit.to_string().contains("<em class=\\\"highlight\\\">"),
        "{hit}"
    );
    assert_eq!(
        client.get("/v1/search/conversations?query=broken%20lamp&exactMatch=true")["data"],
        json!([])
    );
    assert_eq!(
        client.status("GET", "/v1/search/conversations?query=", &Value::Null),
        400
    );
    assert_eq!(
        client.status(
            "GET",
            "/v1/search/conversations?query=a&pageLimit=51",
            &Value::Null
        ),
        400
    );
    assert_eq!(
        client.status(
            "GET",
            "/v1/search/conversations?query=a&pageKey=made-up",
            &Value::Null
        ),
        400
    );
}

#[test]
fn the_log_of_the_organization_is_in_order_and_can_be_cut() {
    let mut client = Client::new();
    client.status("PUT", &conversation(UNASSIGNED, "/close"), &Value::Null);
    let all = client.get("/v1/conversations/activitylog?pageLimit=10000");
    let times: Vec<_> = all["data"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| one["activityTimestamp"].to_string())
        .collect();
    assert!(times.is_sorted() && times.len() > 60);
    let recent = client.get("/v1/conversations/activitylog?fromDatetime=2026-11-24T00:00:00Z");
    assert_eq!(recent["data"][0]["_type"], "ConversationClosed");
}

#[test]
fn anonymizing_is_asked_for_and_done_later() {
    let mut client = Client::new();
    let path = conversation(ASSIGNED, "/anonymize");
    assert_eq!(client.status("PATCH", &path, &Value::Null), 409);
    assert_eq!(
        client.status("PATCH", &format!("{path}?force=true"), &Value::Null),
        202
    );
    assert_eq!(
        client.get(&conversation(ASSIGNED, ""))["data"]["_type"],
        "EmailConversation"
    );
    client.now += 2000.0;
    assert_eq!(
        client.get(&conversation(ASSIGNED, ""))["data"]["_type"],
        "AnonymizedConversation"
    );
    let messages = client.get(&conversation(ASSIGNED, "/messages")).to_string();
    assert!(!messages.contains("Aurora") && messages.contains("[anonymized]"));
    assert_eq!(client.status("PATCH", &path, &Value::Null), 409);
}

#[test]
fn one_message_can_be_forgotten_and_the_others_stay() {
    let mut client = Client::new();
    let messages = client.get(&conversation(ASSIGNED, "/messages"));
    let first = messages["data"][0]["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    assert_eq!(
        client.status(
            "PATCH",
            &conversation(ASSIGNED, &format!("/messages/{first}/anonymize")),
            &Value::Null
        ),
        202
    );
    client.now += 2000.0;
    let texts = client.get(&conversation(ASSIGNED, "/messages"));
    assert_eq!(
        texts["data"][0]["attributes"]["emailContent"]["content"]["value"],
        "[anonymized]"
    );
    assert!(texts["data"][1].to_string().contains("photo of the box"));
}

#[test]
fn each_kind_of_conversation_can_be_created_and_then_read() {
    let mut client = Client::new();
    let user = &END_USERS[4].id;
    let inbound =
        json!({ "_type": "Inbound", "content": { "_type": "Text", "value": "Hello there" } });
    let kinds = [
        json!({ "_type": "Callback", "requesterId": user, "direction": "Inbound", "contactEndpointId": "+4512345678", "queueId": QUEUES[0].0 }),
        json!({ "_type": "Chat", "requesterId": user, "widgetId": user, "message": inbound }),
        json!({ "_type": "ContactForm", "requesterId": user, "emailIntegrationId": "help@email.dixa.io", "subject": "Hello", "message": inbound }),
        json!({ "_type": "Email", "requesterId": user, "emailIntegrationId": "help@email.dixa.io", "subject": "Hello", "message": outbound("Hi", None) }),
        json!({ "_type": "Sms", "requesterId": user, "contactEndpointId": "+4512345678", "message": inbound }),
    ];
    for kind in kinds {
        let (status, body) = client.send("POST", "/v1/conversations", &kind);
        let id = body["data"]["id"].as_i64().expect("an id");
        assert_eq!(status, 201);
        client.get(&conversation(id, ""));
        let messages = client.get(&conversation(id, "/messages"));
        assert_eq!(
            messages["data"].as_array().map(Vec::len),
            Some(usize::from(kind["message"].is_object()))
        );
    }
}

#[test]
fn what_is_wrong_with_a_request_is_said_as_dixa_says_it() {
    let mut client = Client::new();
    let cases = [
        (
            "GET",
            "/v1/conversations/abc",
            Value::Null,
            400,
            "Invalid value for: path parameter conversationId",
        ),
        (
            "GET",
            "/v1/conversations/999",
            Value::Null,
            404,
            "The requested resource could not be found",
        ),
        (
            "GET",
            "/v1/nowhere",
            Value::Null,
            404,
            "The requested resource could not be found",
        ),
        (
            "PATCH",
            "/v1/conversations/10001",
            Value::Null,
            405,
            "Method not allowed",
        ),
        (
            "POST",
            "/v1/conversations/10001/messages",
            json!({ "_type": "Outbound" }),
            400,
            "Decoding failure in request",
        ),
        (
            "POST",
            "/v1/conversations/10001/messages",
            json!({ "_type": "Sideways" }),
            400,
            "Decoding failure in request",
        ),
        (
            "POST",
            "/v1/conversations/10001/notes",
            Value::Null,
            400,
            "Decoding failure in request",
        ),
        (
            "POST",
            "/v1/conversations/10007/messages",
            outbound("Hi", None),
            400,
            "Unsupported ConversationChannel",
        ),
    ];
    for (method, path, body, status, message) in cases {
        let (got, answer) = client.send(method, path, &body);
        assert_eq!(
            (got, &answer["message"]),
            (status, &json!(message)),
            "{method} {path}"
        );
    }
}
