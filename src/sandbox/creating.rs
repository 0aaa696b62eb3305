//! Creating conversations, of the five kinds that the API creates.

use super::Call;
use super::changes::require_person;
use super::clock::timestamp;
use super::http::{Refusal, Reply};
use super::log::record;
use super::messages::append;
use super::people::{AGENTS, END_USERS, MAILBOX, PHONE_NUMBER, QUEUES};
use super::store::{Conversation, Store};
use serde_json::{Value, json};

pub(super) fn create(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let requester = call.text("requesterId").unwrap_or_default();
    let requester = require_person(requester, "Requester does not exist")?;
    let message = call.body.get("message");
    let direction = match call.text("direction") {
        Some(direction) => direction,
        None => message
            .and_then(|message| message.get("_type"))
            .and_then(Value::as_str)
            .unwrap_or("Inbound"),
    };
    let kind = call.text("_type").unwrap_or_default();
    let (tag, channel) = match kind {
        "Callback" => ("PstnPhoneConversation", "Callback"),
        "Chat" => ("ChatConversation", "WidgetChat"),
        "ContactForm" => ("ContactFormConversation", "ContactForm"),
        "Email" => ("EmailConversation", "Email"),
        _ => ("SmsConversation", "Sms"),
    };
    let queue = match call.text("queueId") {
        None => QUEUES[0].0,
        Some(id) => {
            QUEUES
                .iter()
                .find(|(known, _)| *known == id)
                .ok_or_else(|| Refusal::invalid("Queue does not exist"))?
                .0
        }
    };
    let (id, now) = (store.next_id(), timestamp(store.now_ms));
    let user = END_USERS.iter().find(|user| user.id == requester);
    let (email, phone) = user.map_or(("unknown@mail.example", ""), |user| {
        (user.email, user.phone)
    });
    let mut wire = json!({
        "id": id, "requesterId": requester, "channel": channel, "createdAt": now, "direction": direction,
        "state": "Open", "stateUpdatedAt": now, "queue": { "id": queue, "queuedAt": now },
        "customAttributes": [], "_type": tag,
    });
    let mut set = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            wire[name] = value;
        }
    };
    match kind {
        "Email" | "ContactForm" => {
            set("fromEmail", Some(json!(email)));
            set("toEmail", Some(json!(MAILBOX)));
            set("integrationEmail", Some(json!(MAILBOX)));
            set("subject", call.body.get("subject").cloned());
            set("language", call.body.get("language").cloned());
        }
        "Chat" => {
            set("browserInfo", call.body.get("browserInfo").cloned());
            set("language", call.body.get("language").cloned());
        }
        "Sms" => {
            set("fromNumber", Some(json!(phone)));
            set("toNumber", Some(json!(PHONE_NUMBER)));
        }
        _ => {}
    }
    let Value::Object(wire) = wire else {
        return Err(Refusal::invalid("Invalid value in request"));
    };
    store.conversations.insert(
        id,
        Conversation {
            wire,
            ..Conversation::default()
        },
    );
    if let Some(message) = message {
        // What cannot be said makes no conversation.
        if let Err(refusal) = append(store, id, message) {
            store.conversations.remove(&id);
            return Err(refusal);
        }
    }
    let (by, entry) = if direction == "Outbound" {
        (AGENTS[0].id, "ConversationCreatedByAgent")
    } else {
        (requester, "ConversationCreatedByCustomer")
    };
    let mut attributes = json!({ "_type": "ConversationCreatedAttribute" });
    if let Some(subject) = call.body.get("subject") {
        attributes["subject"] = subject.clone();
    }
    record(store, id, by, entry, attributes);
    Ok(Reply::with_status(201, json!({ "id": id })))
}
