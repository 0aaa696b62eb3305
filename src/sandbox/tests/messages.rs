//! Messages and notes that are written.

use super::{ASSIGNED, Client, UNASSIGNED, conversation, outbound};
use crate::sandbox::people::END_USERS;
use serde_json::json;

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
