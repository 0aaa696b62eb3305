//! What sets a state: claims, transfers, closing, tags, attributes.

use super::{ASSIGNED, Client, UNASSIGNED, conversation};
use crate::sandbox::people::{AGENTS, ATTRIBUTES, QUEUES, TAGS};
use serde_json::{Value, json};

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
    let order = ATTRIBUTES[0].0;
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
