//! Conversations that are created.

use super::{Client, conversation, kinds_of, outbound};
use crate::lists::assert_listed;
use crate::models::create::CreateConversationInput;
use crate::sandbox::people::{END_USERS, QUEUES};
use serde_json::json;

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
    assert_listed(
        "src/sandbox/tests/creating.rs (and src/sandbox/creating.rs)",
        kinds.iter().filter_map(|kind| kind["_type"].as_str()),
        kinds_of::<CreateConversationInput>(),
    );
    for kind in kinds {
        let (status, body) = client.send("POST", "/v1/conversations", &kind);
        assert_eq!(status, 201, "src/sandbox/creating.rs: {kind}");
        let id = body["data"]["id"].as_i64().expect("an id");
        client.get(&conversation(id, ""));
        let messages = client.get(&conversation(id, "/messages"));
        assert_eq!(
            messages["data"].as_array().map(Vec::len),
            Some(usize::from(kind["message"].is_object()))
        );
    }
}
