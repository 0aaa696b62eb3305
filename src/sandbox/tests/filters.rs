//! Searching with filters.

use super::{Client, ids_of};
use crate::sandbox::people::{AGENTS, ATTRIBUTES, END_USERS, QUEUES, TAGS};
use serde_json::{Value, json};

/// The ids that a search with these conditions finds.
fn found(client: &mut Client, strategy: &str, fields: &[Value]) -> Vec<i64> {
    let conditions: Vec<Value> = fields
        .iter()
        .map(|field| json!({ "field": field }))
        .collect();
    let body = json!({ "filters": { "strategy": strategy, "conditions": conditions } });
    let (status, body) = client.send("POST", "/v1/search/conversations?pageLimit=50", &body);
    assert_eq!(status, 200, "{body}");
    ids_of(&body)
}

#[test]
fn filters_find_what_they_say() {
    let mut client = Client::new();
    let client = &mut client;
    let all: Vec<i64> = (10_001..=10_024).rev().collect();
    assert_eq!(found(client, "All", &[]), all);
    let op = |field: &str, operator: Value| json!({ "_type": field, "operator": operator });
    let one_of =
        |field: &str, values: Value| op(field, json!({ "_type": "IsOneOf", "values": values }));
    let time =
        |field: &str, kind: &str, at: &str| op(field, json!({ "_type": kind, "timestamp": at }));
    let order = |operator: Value| json!({ "_type": "CustomAttribute", "attributeId": ATTRIBUTES[0].0, "operator": operator });
    let reason = |values: Value| json!({ "_type": "CustomAttribute", "attributeId": ATTRIBUTES[1].0, "operator": { "_type": "IsOneOf", "values": values } });
    let tags = |kind: &str, tags: &[usize]| {
        let ids: Vec<_> = tags.iter().map(|at| TAGS[*at].0).collect();
        op("TagId", json!({ "_type": kind, "values": ids }))
    };
    // A field, and conversations that it finds and does not find.
    let cases = [
        (one_of("ConversationId", json!(["10003"])), 10_003, 10_001),
        (one_of("Status", json!(["pending"])), 10_005, 10_001),
        (one_of("Status", json!(["closed"])), 10_007, 10_001),
        (one_of("Direction", json!(["outbound"])), 10_023, 10_001),
        (one_of("Channel", json!(["chat", "phone"])), 10_002, 10_001),
        (
            one_of("Channel", json!(["genericapimessaging"])),
            10_011,
            10_005,
        ),
        (one_of("Channel", json!(["dixamessenger"])), 10_005, 10_011),
        (
            one_of("ContactId", json!([END_USERS[0].id])),
            10_001,
            10_002,
        ),
        (one_of("AgentId", json!([AGENTS[0].id])), 10_001, 10_002),
        (
            op(
                "AgentId",
                json!({ "_type": "IsNotOneOf", "values": [AGENTS[0].id] }),
            ),
            10_003,
            10_001,
        ),
        (op("AgentId", json!({ "_type": "IsEmpty" })), 10_002, 10_001),
        (one_of("QueueId", json!([QUEUES[1].0])), 10_001, 10_002),
        (
            op("QueueId", json!({ "_type": "IsNotEmpty" })),
            10_001,
            10_024,
        ),
        (tags("IncludesAll", &[0, 4]), 10_001, 10_006),
        (tags("IncludesOne", &[0, 4]), 10_006, 10_002),
        (tags("ExcludesAll", &[0, 4]), 10_002, 10_006),
        (tags("ExcludesOne", &[0, 4]), 10_006, 10_001),
        (op("TagId", json!({ "_type": "IsEmpty" })), 10_008, 10_001),
        (
            order(json!({ "_type": "IsOneOf", "values": [["LU-20418"]] })),
            10_001,
            10_002,
        ),
        (order(json!({ "_type": "IsEmpty" })), 10_003, 10_002),
        (
            reason(json!([["Complaint", "Damaged on arrival"]])),
            10_001,
            10_002,
        ),
        (
            time("CreationDate", "Since", "2026-11-23T21:30:00Z"),
            10_001,
            10_003,
        ),
        (
            time("CreationDate", "Until", "2026-11-23T21:30:00Z"),
            10_003,
            10_001,
        ),
        (
            time("AssignedDate", "Since", "2026-11-23T21:30:00Z"),
            10_001,
            10_003,
        ),
        (
            time("LastMessage", "Since", "2026-11-23T22:20:00Z"),
            10_001,
            10_003,
        ),
        (
            time("LastActivity", "Until", "2026-11-20T00:00:00Z"),
            10_018,
            10_001,
        ),
        (
            time("ClosedDate", "Since", "2020-01-01T00:00:00Z"),
            10_007,
            10_001,
        ),
        (
            op(
                "ClosedDate",
                json!({ "_type": "Between", "timestampFrom": "2026-11-22T00:00:00Z", "timestampTo": "2026-11-23T00:00:00Z" }),
            ),
            10_007,
            10_018,
        ),
        (
            op(
                "Duration",
                json!({ "_type": "Between", "min": 2_700_000, "max": 2_700_000 }),
            ),
            10_007,
            10_001,
        ),
        (
            op(
                "Duration",
                json!({ "_type": "LongerThanOrEqualTo", "duration": 1 }),
            ),
            10_007,
            10_001,
        ),
        (
            op(
                "Duration",
                json!({ "_type": "ShorterThanOrEqualTo", "duration": 2_700_000 }),
            ),
            10_007,
            10_001,
        ),
    ];
    let mut wrong = Vec::new();
    for (field, finds, misses) in &cases {
        let ids = found(client, "All", std::slice::from_ref(field));
        if !ids.contains(finds) || ids.contains(misses) {
            wrong.push(format!("{field}: {ids:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let two = [
        one_of("ConversationId", json!(["10001"])),
        one_of("Status", json!(["pending"])),
    ];
    assert_eq!(found(client, "All", &two), [0; 0]);
    assert!(found(client, "Any", &two).len() > 2);
}

#[test]
fn a_text_and_filters_go_together_and_pages_have_everything_once() {
    let mut client = Client::new();
    let path = "/v1/search/conversations";
    let query = json!({ "value": "order" });
    let mut next = format!("{path}?pageLimit=3");
    let mut ids = Vec::new();
    loop {
        let (_, page) = client.send("POST", &next, &json!({ "query": query }));
        ids.extend(ids_of(&page));
        let Some(link) = page["meta"]["next"].as_str() else {
            break;
        };
        next = link.to_owned();
    }
    let by_text = client.get(&format!("{path}?query=order&pageLimit=50"));
    assert!(ids == ids_of(&by_text) && ids.len() > 4, "{ids:?}");
    let closed = json!({ "strategy": "All", "conditions": [{ "field": { "_type": "Status", "operator": { "_type": "IsOneOf", "values": ["closed"] } } }] });
    let (_, both) = client.send("POST", path, &json!({ "query": query, "filters": closed }));
    assert!(
        both["data"]
            .as_array()
            .is_some_and(|hits| hits.len() < ids.len())
    );
    assert_eq!(client.send("POST", path, &Value::Null).0, 200);
    for bad in [
        json!({ "query": { "value": " " } }),
        json!({ "filters": { "strategy": "All", "conditions": [{ "field": { "_type": "Status", "operator": { "_type": "IsEmpty" } } }] } }),
        json!({ "filters": { "strategy": "All", "conditions": [{ "field": { "_type": "Mood", "operator": { "_type": "IsEmpty" } } }] } }),
    ] {
        assert_eq!(client.status("POST", path, &bad), 400, "{bad}");
    }
}
