//! The operations that v1 has got since the reference. Not here: searching with filters (`filters.rs`).

use super::{ASSIGNED, Client, UNASSIGNED, conversation};
use crate::sandbox::people::{AGENTS, END_USERS};
use serde_json::{Value, json};

fn state(client: &mut Client, id: i64) -> String {
    let data = client.get(&conversation(id, ""));
    data["data"]["state"]
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

#[test]
fn what_is_set_aside_comes_back_in_time_unless_it_was_closed() {
    let mut client = Client::new();
    let body = json!({ "timestamp": "2026-11-24T01:30:00+01:00", "userId": AGENTS[0].id });
    for id in [ASSIGNED, UNASSIGNED] {
        assert_eq!(
            client.status("PUT", &conversation(id, "/followup"), &body),
            204
        );
        assert_eq!(state(&mut client, id), "Pending");
    }
    assert_eq!(
        client.status("PUT", &conversation(UNASSIGNED, "/close"), &Value::Null),
        204
    );
    client.now += 1_799_000.0;
    assert_eq!(state(&mut client, ASSIGNED), "Pending");
    client.now += 2000.0;
    assert_eq!(state(&mut client, ASSIGNED), "Open");
    assert_eq!(state(&mut client, UNASSIGNED), "Closed");
    assert_eq!(
        client.status("PUT", &conversation(UNASSIGNED, "/followup"), &body),
        400
    );
    assert_eq!(
        client.status("PUT", &conversation(999, "/followup"), &body),
        404
    );
    let log = client.get(&conversation(ASSIGNED, "/activitylog"));
    assert!(log.to_string().contains("FollowupExpired"));
}

#[test]
fn a_child_has_one_parent_and_no_children() {
    let mut client = Client::new();
    let (child, parent, other) = (10_003, 10_004, 10_005);
    let to = |parent: i64| json!({ "parentId": parent, "linkType": "SideConversation" });
    let link = |client: &mut Client, id: i64, parent: i64| {
        client.status("PUT", &conversation(id, "/link"), &to(parent))
    };
    for _ in 0..2 {
        assert_eq!(link(&mut client, child, parent), 204);
    }
    assert_eq!(link(&mut client, child, other), 400);
    assert_eq!(link(&mut client, other, child), 400);
    assert_eq!(link(&mut client, parent, other), 400);
    assert_eq!(link(&mut client, other, other), 400);
    assert_eq!(link(&mut client, other, 999), 404);
    let linked = client.get(&conversation(parent, "/linked"));
    assert_eq!(linked["data"][0]["id"], child);
    let log = client.get(&conversation(child, "/activitylog")).to_string();
    assert_eq!(log.matches("\"ConversationLinkedToParent\"").count(), 1);
}

#[test]
fn an_import_keeps_its_history_and_tells_what_it_could_not_take() {
    let mut client = Client::new();
    let mut import = json!({
        "_type": "GenericConversationImport", "genericChannelName": "email", "requesterId": END_USERS[0].id,
        "direction": "Inbound", "createdAt": "2021-12-01T11:00:00.001Z", "externalId": "old-1",
        "messages": [
            { "_type": "InboundImport", "content": { "_type": "Text", "value": "Where is it?" }, "createdAt": "2021-12-01T13:00:00Z" },
            { "_type": "OutboundImport", "content": { "_type": "Text", "value": "On its way" }, "agentId": AGENTS[1].id,
              "externalId": "old-2", "createdAt": "2021-12-01T14:00:00Z", "attachments": [{ "url": "file:/etc/a" }] },
        ],
        "assignment": { "agentId": END_USERS[0].id, "assignedAt": "2021-12-01T12:00:00Z" },
        "closing": { "closedAt": "2021-12-01T15:00:00Z", "closedBy": AGENTS[1].id },
        "attributes": { "subject": "Old" },
    });
    let path = "/v1/conversations/import";
    let (status, body) = client.send("POST", path, &import);
    assert_eq!(status, 201, "{body}");
    assert_eq!(
        body["data"]["partialErrors"].as_array().map(Vec::len),
        Some(2)
    );
    let id = body["data"]["id"].as_i64().expect("an id");
    let imported = client.get(&conversation(id, ""))["data"].clone();
    assert_eq!(
        (
            &imported["_type"],
            &imported["state"],
            &imported["subject"],
            &imported["createdAt"]
        ),
        (
            &json!("EmailConversation"),
            &json!("Closed"),
            &json!("Old"),
            &json!("2021-12-01T11:00:00.001Z")
        )
    );
    let messages = client.get(&conversation(id, "/messages"))["data"].clone();
    assert_eq!(messages[1]["authorId"], *AGENTS[1].id);
    assert_eq!(messages[1]["createdAt"], "2021-12-01T14:00:00.000Z[GMT]");
    client.get(&conversation(id, "/activitylog"));
    // The same again, and what nobody can be.
    assert_eq!(client.status("POST", path, &import), 400);
    import["externalId"] = json!("old-3");
    assert_eq!(client.status("POST", path, &import), 400);
    import["messages"] = json!([]);
    assert_eq!(client.status("POST", path, &import), 201);
    import["externalId"] = Value::Null;
    for name in ["chat of ours", "widgetchat"] {
        import["genericChannelName"] = json!(name);
        let (_, body) = client.send("POST", path, &import);
        client.get(&conversation(
            body["data"]["id"].as_i64().expect("an id"),
            "",
        ));
    }
    import["requesterId"] = json!(AGENTS[0].id);
    assert_eq!(client.status("POST", path, &import), 400);
}

#[test]
fn tags_are_put_on_by_name_and_created_where_there_are_none() {
    let mut client = Client::new();
    let body = json!({ "data": [{ "name": "vip" }, { "name": "brand new" }] });
    let path = conversation(UNASSIGNED, "/tags/bulk");
    for _ in 0..2 {
        assert_eq!(client.status("POST", &path, &body), 202);
    }
    let tags = client.get(&conversation(UNASSIGNED, "/tags"))["data"].clone();
    let named = |name: &str| {
        tags.as_array()
            .map(|all| all.iter().filter(|tag| tag["name"] == name).count())
    };
    assert_eq!((named("vip"), named("brand new")), (Some(1), Some(1)));
    assert!(
        client.sandbox.snapshot()["tags"]
            .to_string()
            .contains("brand new")
    );
    assert_eq!(
        client.status("POST", &conversation(999, "/tags/bulk"), &body),
        404
    );
}

#[test]
fn a_rating_is_offered_submitted_once_and_listed() {
    let mut client = Client::new();
    let offer = json!({ "userId": END_USERS[0].id, "agentId": AGENTS[0].id, "ratingType": "Csat", "offeredAt": "2026-01-02T03:04:05Z" });
    let (status, offered) = client.send("POST", &conversation(ASSIGNED, "/ratings/offer"), &offer);
    assert_eq!(
        (status, &offered["data"]["offeredAt"]),
        (201, &offer["offeredAt"])
    );
    let id = offered["data"]["id"].as_str().expect("an id").to_owned();
    let submit = conversation(ASSIGNED, &format!("/ratings/{id}/submit"));
    let result = |kind: &str, value: i32| json!({ "ratingResult": { "_type": kind, "value": value }, "comment": "Good" });
    assert_eq!(client.status("POST", &submit, &result("Csat", 6)), 400);
    assert_eq!(client.status("POST", &submit, &result("Nps", 5)), 400);
    let (status, submitted) = client.send("POST", &submit, &result("Csat", 5));
    assert_eq!((status, &submitted["data"]["ratingId"]), (201, &json!(id)));
    assert_eq!(client.status("POST", &submit, &result("Csat", 5)), 400);
    let listed = client.get(&conversation(ASSIGNED, "/ratings"))["data"][0].clone();
    assert_eq!(
        (&listed["ratingStatus"], &listed["ratingScore"]),
        (&json!("Rated"), &json!(5))
    );
    client.get(&conversation(ASSIGNED, "/activitylog"));
    assert_eq!(
        client.status("POST", &conversation(999, "/ratings/offer"), &offer),
        400
    );
}

#[test]
fn an_anonymization_can_be_followed() {
    let mut client = Client::new();
    let path = conversation(ASSIGNED, "/anonymize?force=true");
    let (_, asked) = client.send("PATCH", &path, &Value::Null);
    let path = format!(
        "/v1/anonymization/request/{}",
        asked["data"]["id"].as_str().expect("an id")
    );
    assert_eq!(client.get(&path)["data"], asked["data"]);
    client.now += 2000.0;
    assert_eq!(
        client.get(&path)["data"]["processedAt"],
        "2026-11-24T00:00:02.000Z[GMT]"
    );
    let unknown = format!("/v1/anonymization/request/{}", AGENTS[0].id);
    assert_eq!(client.status("GET", &unknown, &Value::Null), 404);
}

#[test]
fn the_conversations_of_an_end_user_come_in_pages_and_without_attributes() {
    let mut client = Client::new();
    let path = format!("/v1/endusers/{}/conversations", END_USERS[0].id);
    let first = client.get(&format!("{path}?pageLimit=1"));
    assert_eq!(first["data"][0]["id"], ASSIGNED);
    assert_eq!(first["data"][0].get("customAttributes"), None);
    let second = client.get(first["meta"]["next"].as_str().expect("a link"));
    assert_eq!(second["data"][0]["id"], 10_009);
    let unknown = format!("/v1/endusers/{}/conversations", AGENTS[0].id);
    assert_eq!(client.status("GET", &unknown, &Value::Null), 404);
}
