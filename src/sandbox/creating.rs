//! Creating conversations, of the five kinds that the API creates.

use super::Call;
use super::changes::require_person;
use super::clock::timestamp;
use super::events;
use super::http::{Refusal, Reply};
use super::log::record;
use super::messages::append;
use super::people::{MAILBOX, PHONE_NUMBER};
use super::store::{Conversation, Store};
use serde_json::{Value, json};

pub(super) fn create(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let requester = call.text("requesterId").unwrap_or_default();
    let requester = require_person(store, requester, "Requester does not exist")?;
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
        "Sms" => ("SmsConversation", "Sms"),
        _ => return Err(Refusal::invalid("Invalid value in request")),
    };
    let (queue, _) = store
        .queue(call.text("queueId"))
        .ok_or_else(|| Refusal::invalid("Queue does not exist"))?;
    let (id, now) = (store.next_id(), timestamp(store.now_ms));
    let (email, phone) = match store.end_user(&requester) {
        Some(user) => (user.email, user.phone),
        None => ("unknown@mail.example".into(), "".into()),
    };
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
    let told = store.events.len();
    events::emit(store, id, "CONVERSATION_CREATED");
    events::emit(store, id, "CONVERSATION_ENQUEUED");
    if let Some(message) = message {
        // What cannot be said makes no conversation.
        if let Err(refusal) = append(store, id, message) {
            store.conversations.remove(&id);
            store.events.truncate(told);
            return Err(refusal);
        }
    }
    let (by, entry) = if direction == "Outbound" {
        (store.owner(), "ConversationCreatedByAgent")
    } else {
        (requester, "ConversationCreatedByCustomer")
    };
    let mut attributes = json!({ "_type": "ConversationCreatedAttribute" });
    if let Some(subject) = call.body.get("subject") {
        attributes["subject"] = subject.clone();
    }
    record(store, id, &by, entry, attributes);
    Ok(Reply::with_status(201, json!({ "id": id })))
}
