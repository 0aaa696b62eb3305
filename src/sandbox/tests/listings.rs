//! What is searched and listed page by page. Not here: searching with filters (`filters.rs`).

use super::{Client, UNASSIGNED, conversation, ids_of};
use serde_json::{Value, json};
use std::collections::BTreeSet;

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
