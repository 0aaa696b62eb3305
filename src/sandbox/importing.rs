//! Importing conversations with their history. What cannot be taken over is told, and the rest is.

use super::Call;
use super::clock::{milliseconds, timestamp};
use super::http::{Refusal, Reply};
use super::log::record_at;
use super::messages::{refuse_known, write};
use super::people::MAILBOX;
use super::store::{Conversation, Store};
use serde_json::{Value, json};

fn text<'a>(value: &'a Value, member: &str) -> Option<&'a str> {
    value.get(member)?.as_str()
}

/// A time of the import's own, as the others here are written.
fn time(value: &Value, member: &str) -> i64 {
    text(value, member)
        .and_then(milliseconds)
        .unwrap_or_default()
}

fn require_agent(store: &Store, id: Option<&str>) -> Result<String, Refusal> {
    let known = id.and_then(|id| store.agent(id));
    known
        .map(|agent| agent.id.into_owned())
        .ok_or_else(|| Refusal::invalid("Agent does not exist"))
}

pub(super) fn import(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let input = &call.body;
    let requester = call.text("requesterId").unwrap_or_default();
    let requester = store.end_user(requester);
    let requester = requester.ok_or_else(|| Refusal::invalid("Requester does not exist"))?;
    let messages = input
        .get("messages")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    // All that refuses the whole comes before anything is written.
    refuse_known(store, call.text("externalId"))?;
    for message in &messages {
        refuse_known(store, text(message, "externalId"))?;
        if message["_type"] == "OutboundImport" {
            require_agent(store, text(message, "agentId"))?;
        }
    }
    let closing = match input.get("closing") {
        Some(closing) => Some((
            time(closing, "closedAt"),
            require_agent(store, text(closing, "closedBy"))?,
        )),
        None => None,
    };
    let mut errors = Vec::new();
    let began = time(input, "createdAt");
    let id = store.next_id();
    let channel_name = call.text("genericChannelName").unwrap_or_default();
    let attribute = |name: &str| input.get("attributes").and_then(|given| text(given, name));
    let (tag, channel) = match channel_name {
        "email" => ("EmailConversation", "Email"),
        "widgetchat" => ("ChatConversation", "WidgetChat"),
        _ => ("GenericConversation", "Messenger"),
    };
    let queue = store.queue(None).map(|(id, _)| id);
    let mut wire = json!({
        "id": id, "requesterId": requester.id, "channel": channel, "createdAt": timestamp(began),
        "direction": input["direction"], "state": "Open", "stateUpdatedAt": timestamp(began),
        "queue": { "id": queue, "queuedAt": timestamp(began) }, "customAttributes": [], "_type": tag,
    });
    match tag {
        "EmailConversation" => {
            let mailbox = attribute("emailIntegrationId").unwrap_or(MAILBOX);
            wire["fromEmail"] = json!(requester.email);
            wire["toEmail"] = json!(mailbox);
            wire["integrationEmail"] = json!(mailbox);
            wire["subject"] = json!(attribute("subject").unwrap_or_default());
        }
        "GenericConversation" => wire["fromContactPointId"] = json!(channel_name),
        _ => {}
    }
    if let Some(assignment) = input.get("assignment") {
        if text(assignment, "agentId")
            .and_then(|id| store.agent(id))
            .is_some()
        {
            let at = timestamp(time(assignment, "assignedAt"));
            wire["assignment"] = json!({ "agentId": assignment["agentId"], "assignedAt": at });
        } else {
            errors.push("The conversation could not be assigned".to_owned());
        }
    }
    if let Some((at, _)) = &closing {
        wire["state"] = json!("Closed");
        wire["stateUpdatedAt"] = json!(timestamp(*at));
    }
    store.conversations.insert(
        id,
        Conversation {
            wire: wire.as_object().cloned().unwrap_or_default(),
            external_id: call.text("externalId").map(str::to_owned),
            ..Conversation::default()
        },
    );
    let created = json!({ "_type": "ConversationCreatedAttribute" });
    let (by, kind) = if input["direction"] == "Outbound" {
        (store.owner(), "ConversationCreatedByAgent")
    } else {
        (requester.id.to_string(), "ConversationCreatedByCustomer")
    };
    record_at(store, id, &by, kind, created, began);
    for message in &messages {
        let author = text(message, "agentId").unwrap_or(&requester.id);
        let files = fetched(message, &mut errors);
        write(
            store,
            id,
            message,
            author,
            &files,
            time(message, "createdAt"),
        )?;
    }
    if let Some((at, by)) = closing {
        record_at(store, id, &by, "ConversationClosed", Value::Null, at);
    }
    let errors: Vec<Value> = errors
        .iter()
        .map(|message| json!({ "message": message }))
        .collect();
    Ok(Reply::with_status(
        201,
        json!({ "id": id, "partialErrors": errors }),
    ))
}

/// The attachments that can be fetched; those that cannot are told.
fn fetched(message: &Value, errors: &mut Vec<String>) -> Value {
    let files = message.get("attachments").and_then(Value::as_array);
    let (good, bad): (Vec<Value>, Vec<Value>) = files
        .into_iter()
        .flatten()
        .cloned()
        .partition(|file| text(file, "url").is_some_and(|url| url.starts_with("http")));
    if !bad.is_empty() {
        let external = text(message, "externalId").unwrap_or_default();
        errors.push(format!(
            "Invalid attachment url in message. externalId: {external}"
        ));
    }
    json!(good)
}
