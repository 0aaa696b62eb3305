//! What a sandbox is given: seeds, conversations that begin, messages of customers.

use super::{Client, NOW, conversation};
use crate::sandbox::Sandbox;
use crate::sandbox::people::{AGENTS, END_USERS};
use serde_json::{Value, json};

const AGENT: &str = "0a9a1c7e-2b52-4f7e-9d0c-1f0e3c5b7a90";
const USER: &str = "4be6a4d5-3d1b-4a39-8b7c-52d7a52f0c11";

fn seeded(seed: &Value) -> Result<Sandbox, String> {
    Sandbox::new("t", seed, NOW)
}

fn client(seed: &Value) -> Client {
    Client {
        sandbox: seeded(seed).expect("a seed"),
        now: NOW,
    }
}

#[test]
fn an_empty_sandbox_has_its_people_and_no_conversations() {
    let snapshot = client(&json!("empty")).sandbox.snapshot();
    assert_eq!(snapshot["conversations"], json!([]));
    assert_eq!(snapshot["agents"][0]["id"], *AGENTS[0].id);
}

#[test]
fn what_a_seed_leaves_out_is_filled_in() {
    let inbound = json!({ "_type": "Inbound", "content": { "_type": "Text", "value": "Hi" } });
    let mut client = client(&json!({ "conversations": [
        { "_type": "ChatConversation", "messages": [inbound], "tags": ["vip", "brand new"], "notes": [{ "message": "Nice" }] },
        { "_type": "EmailConversation", "id": 7, "subject": "Hello", "state": "Closed" },
    ] }));
    let chat = client.get(&conversation(10_001, ""));
    assert_eq!(chat["data"]["requesterId"], *END_USERS[0].id);
    assert_eq!(chat["data"]["channel"], "WidgetChat");
    assert_eq!(client.get(&conversation(7, ""))["data"]["subject"], "Hello");
    let messages = client.get(&conversation(10_001, "/messages"));
    assert_eq!(messages["data"][0]["attributes"]["content"]["value"], "Hi");
    let tags = client.get(&conversation(10_001, "/tags"));
    assert_eq!(
        (&tags["data"][0]["name"], &tags["data"][1]["name"]),
        (&json!("vip"), &json!("brand new"))
    );
    assert_eq!(
        client.get(&conversation(10_001, "/notes"))["data"][0]["message"],
        "Nice"
    );
    client.get(&conversation(10_001, "/activitylog"));
    assert_eq!(client.sandbox.take_events().len(), 0);
}

#[test]
fn people_and_queues_of_a_seed_are_those_there_are() {
    let mut client = client(&json!({
        "agents": [{ "id": AGENT, "name": "Ada" }],
        "endUsers": [{ "id": USER, "name": "Bo", "email": "bo@mail.example" }],
        "queues": [{ "name": "Only" }],
        "conversations": [{ "_type": "ChatConversation" }],
    }));
    let claim = |agent: &str| json!({ "agentId": agent, "force": false });
    let path = conversation(10_001, "/claim");
    assert_eq!(client.status("PUT", &path, &claim(&AGENTS[0].id)), 400);
    assert_eq!(client.status("PUT", &path, &claim(AGENT)), 204);
    assert_eq!(
        client.get(&conversation(10_001, ""))["data"]["requesterId"],
        USER
    );
    let tagged = client.get(&conversation(10_001, "/activitylog"));
    assert_eq!(tagged["data"][0]["author"]["name"], "Bo");
}

#[test]
fn a_snapshot_is_a_seed() {
    let first = client(&json!("demo")).sandbox.snapshot();
    let second = client(&first).sandbox.snapshot();
    for (one, other) in first["conversations"]
        .as_array()
        .expect("a list")
        .iter()
        .zip(second["conversations"].as_array().expect("a list"))
    {
        assert_eq!(one, other);
    }
    assert_eq!(first, second);
}

#[test]
fn a_seed_that_is_wrong_is_refused_by_its_path() {
    let one = |conversation: Value| json!({ "conversations": [{ "_type": "ChatConversation" }, conversation] });
    let message =
        |message: Value| one(json!({ "_type": "ChatConversation", "messages": [message] }));
    let text = json!({ "_type": "Text", "value": "Hi" });
    for (seed, expected) in [
        (
            json!(7),
            "seed: expected 'demo', 'empty' or an object, got number",
        ),
        (
            json!("big"),
            "seed: expected 'demo', 'empty' or an object, got string",
        ),
        (
            json!({ "users": [] }),
            "seed.users: expected nothing, got a member that seeds do not have",
        ),
        (
            json!({ "conversations": {} }),
            "seed.conversations: expected array, got object",
        ),
        (
            json!({ "agents": [] }),
            "seed.agents: expected one at least, got none",
        ),
        (
            json!({ "agents": [{ "id": "7" }] }),
            "seed.agents[0].id: expected UUID, got string",
        ),
        (
            json!({ "queues": [{ "id": AGENT }] }),
            "seed.queues[0].name: expected string, got nothing",
        ),
        (
            one(json!({})),
            "seed.conversations[1]._type: expected a kind of conversation, e.g. 'ChatConversation', got another",
        ),
        (
            one(json!({ "_type": "ChatConversation", "id": 10_001 })),
            "seed.conversations[1].id: expected an id that no other has, got one of another",
        ),
        (
            one(json!({ "_type": "ChatConversation", "state": 7 })),
            "seed.conversations[1].state: expected string, got number",
        ),
        (
            one(json!({ "_type": "ChatConversation", "requesterId": AGENT })),
            "seed.conversations[1].requesterId: expected the id of an end user, got another",
        ),
        (
            one(json!({ "_type": "ChatConversation", "queue": { "id": AGENT } })),
            "seed.conversations[1].queue.id: expected the id of a queue, got another",
        ),
        (
            one(json!({ "_type": "ChatConversation", "assignment": { "agentId": AGENT } })),
            "seed.conversations[1].assignment.agentId: expected the id of an agent, got another",
        ),
        (
            one(json!({ "_type": "ChatConversation", "tags": [7] })),
            "seed.conversations[1].tags[0]: expected the name of a tag, got something else",
        ),
        (
            message(json!("Hi")),
            "seed.conversations[1].messages[0]: expected an object, got string",
        ),
        (
            message(json!({ "_type": "Inbound" })),
            "seed.conversations[1].messages[0].content: expected Content, got nothing",
        ),
        (
            message(json!({ "_type": "Outbound", "agentId": AGENT, "content": text })),
            "seed.conversations[1].messages[0].agentId: expected the id of an agent, got another",
        ),
        (
            message(json!({ "_type": "Inbound", "createdAt": "soon", "content": text })),
            "seed.conversations[1].messages[0].createdAt: expected timestamp, got string",
        ),
    ] {
        assert_eq!(seeded(&seed).err().as_deref(), Some(expected));
    }
}

#[test]
fn a_conversation_that_begins_and_a_message_that_comes_are_told() {
    let mut client = client(&json!("empty"));
    let names = |client: &mut Client| {
        let events = client.sandbox.take_events().into_iter();
        events
            .map(|event| event["event_fqn"].as_str().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
    };
    let chat = json!({ "_type": "ChatConversation", "tags": ["vip"] });
    let begun = client.sandbox.add(&chat, NOW).expect("a conversation");
    assert_eq!(
        (&begun["id"], &begun["tags"]),
        (&json!(10_001), &json!(["vip"]))
    );
    assert_eq!(
        names(&mut client),
        ["CONVERSATION_CREATED", "CONVERSATION_ENQUEUED"]
    );
    let hello = json!({ "content": { "_type": "Text", "value": "Hello" } });
    let message = client
        .sandbox
        .receive("10001", &hello, NOW)
        .expect("a message");
    assert_eq!(message["authorId"], *END_USERS[0].id);
    assert_eq!(names(&mut client), ["CONVERSATION_MESSAGE_ADDED"]);
    client.status("PUT", &conversation(10_001, "/close"), &json!({}));
    names(&mut client);
    client
        .sandbox
        .receive("10001", &hello, NOW)
        .expect("a message");
    assert_eq!(
        names(&mut client),
        ["CONVERSATION_MESSAGE_ADDED", "CONVERSATION_OPEN"]
    );
    let refused = client.sandbox.receive("7", &hello, NOW);
    assert_eq!(
        refused.err().as_deref(),
        Some("conversationId: expected the id of a conversation, got another")
    );
    let refused = client.sandbox.receive("10001", &json!({}), NOW);
    assert_eq!(
        refused.err().as_deref(),
        Some("message.content: expected Content, got nothing")
    );
    let refused = client.sandbox.add(
        &json!({ "_type": "ChatConversation", "messages": [{}] }),
        NOW,
    );
    assert!(refused.is_err());
    assert_eq!(
        client.sandbox.snapshot()["conversations"]
            .as_array()
            .map(Vec::len),
        Some(1)
    );
    assert_eq!(names(&mut client), [""; 0]);
}
