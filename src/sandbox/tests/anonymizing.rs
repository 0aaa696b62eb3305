//! Anonymizing, which is asked for and done later.

use super::{ASSIGNED, Client, conversation};
use serde_json::Value;

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
