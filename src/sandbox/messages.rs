//! Messages and internal notes: written, and how each channel carries them.

use super::Call;
use super::changes::require_person;
use super::clock::{timestamp, zoned};
use super::events;
use super::http::{Refusal, Reply};
use super::log::{record, record_at};
use super::people::{MAILBOX, Person};
use super::store::{Conversation, Store};
use serde_json::{Value, json};

/// Writes a note.
fn note(store: &mut Store, conversation: i64, input: &Value) -> Result<Value, String> {
    let author = match input.get("agentId").and_then(Value::as_str) {
        None => store.owner(),
        Some(id) => store
            .agent(id)
            .map(|agent| agent.id.into_owned())
            .ok_or_else(|| format!("An agent with id:{id} cannot be found in org."))?,
    };
    let message = input
        .get("message")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let created = input.get("createdAt").and_then(Value::as_str);
    let note = json!({
        "id": store.uuid(),
        "authorId": author,
        "createdAt": created.map_or_else(|| zoned(store.now_ms), str::to_owned),
        "csid": conversation,
        "message": message,
    });
    if let Ok(conversation) = store.conversation_mut(conversation) {
        conversation.notes.push(note.clone());
    }
    let attributes = json!({ "message": message, "_type": "NoteAddedAttribute" });
    record(store, conversation, &author, "NoteAdded", attributes);
    events::note_added(store, conversation, &note);
    Ok(note)
}

pub(super) fn add_note(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let id = call.conversation_id();
    store.conversation(id)?;
    let note = note(store, id, &call.body).map_err(|_| Refusal::invalid("Agent was not found"))?;
    Ok(Reply::data(note))
}

pub(super) fn add_notes(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let id = call.conversation_id();
    store.conversation(id)?;
    let inputs = call
        .body
        .get("data")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    let outcomes: Vec<Value> = inputs
        .iter()
        .map(|input| match note(store, id, input) {
            Ok(note) => json!({ "data": note, "_type": "BulkActionSuccess" }),
            Err(message) => {
                json!({ "error": { "message": message }, "_type": "BulkActionFailure" })
            }
        })
        .collect();
    Ok(Reply::data(outcomes))
}

/// Says something in a conversation, and opens it when it is closed. Gives the message as it goes over the wire.
pub(super) fn say(store: &mut Store, id: i64, input: &Value) -> Result<Value, Refusal> {
    let channel = store.conversation(id)?.channel();
    if matches!(channel, "PstnPhone" | "Voicemail" | "Callback") {
        return Err(Refusal::invalid("Unsupported ConversationChannel"));
    }
    if store.conversation(id)?.wire.contains_key("anonymizedAt") {
        return Err(Refusal::invalid("Invalid input for Message"));
    }
    let message = append(store, id, input)?;
    if store.conversation(id)?.state() == "Closed" {
        store.set_state(id, "Open")?;
        let by = message
            .get("authorId")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned();
        record(store, id, &by, "ConversationReopened", Value::Null);
        events::emit(store, id, "CONVERSATION_OPEN");
    }
    Ok(message)
}

pub(super) fn add_message(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let message = say(store, call.conversation_id(), &call.body)?;
    let mut data = json!({
        "content": call.body.get("content").cloned().unwrap_or_else(|| json!({ "value": "", "_type": "Text" })),
        "direction": call.body.get("_type"),
        "authorId": message.get("authorId"),
        "messageId": message.get("id"),
        "createdAt": timestamp(store.now_ms),
    });
    if let Some(external) = call.text("externalId") {
        data["externalId"] = json!(external);
    }
    Ok(Reply::data(data))
}

/// Refuses a reference that there is already.
pub(super) fn refuse_known(store: &Store, external: Option<&str>) -> Result<(), Refusal> {
    let is_known = |message: &Value| message.get("externalId").and_then(Value::as_str) == external;
    let mut all = store.conversations.values();
    if external.is_some()
        && all
            .any(|one| one.external_id.as_deref() == external || one.messages.iter().any(is_known))
    {
        return Err(Refusal::invalid("Duplicate externalId"));
    }
    Ok(())
}

/// Adds a message to a conversation and gives it as it goes over the wire.
pub(super) fn append(store: &mut Store, id: i64, input: &Value) -> Result<Value, Refusal> {
    let text = |member: &str| input.get(member).and_then(Value::as_str);
    let is_outbound = text("_type") == Some("Outbound");
    let conversation = store.conversation(id)?;
    let author = if is_outbound {
        let id = text("agentId").unwrap_or_default();
        let agent = store.agent(id);
        let agent = agent.ok_or_else(|| Refusal::invalid("Agent was not found"))?;
        agent.id.into_owned()
    } else {
        require_person(store, conversation.requester(), "Requester does not exist")?
    };
    refuse_known(store, text("externalId"))?;
    let empty = json!([]);
    let attachments = input.get("attachments").unwrap_or(&empty);
    let has_content = input
        .pointer("/content/value")
        .and_then(Value::as_str)
        .is_some_and(|value| !value.is_empty());
    if !has_content && attachments.as_array().is_none_or(Vec::is_empty) {
        return Err(Refusal::invalid("Invalid input for Message"));
    }
    let now = store.now_ms;
    let message = write(store, id, input, &author, attachments, now)?;
    events::message_added(store, id, &message);
    Ok(message)
}

/// Writes a message of a point in time, whatever it is.
pub(super) fn write(
    store: &mut Store,
    id: i64,
    input: &Value,
    author: &str,
    attachments: &Value,
    at_ms: i64,
) -> Result<Value, Refusal> {
    let tag = input.get("_type").and_then(Value::as_str);
    let is_outbound = tag.is_some_and(|tag| tag.starts_with("Outbound"));
    let conversation = store.conversation(id)?;
    let attributes = attributes(
        conversation,
        store.person(conversation.requester()).as_ref(),
        is_outbound,
        input.get("content"),
        attachments,
    );
    let mut message = json!({
        "id": store.uuid(),
        "authorId": author,
        "createdAt": zoned(at_ms),
        "attributes": attributes,
    });
    if let Some(external) = input.get("externalId") {
        message["externalId"] = external.clone();
    }
    store.conversation_mut(id)?.messages.push(message.clone());
    let kind = if is_outbound {
        "MessageAddedByAgent"
    } else {
        "MessageAddedByCustomer"
    };
    let logged = json!({ "messageId": message["id"], "_type": "MessageAddedAttribute" });
    record_at(store, id, author, kind, logged, at_ms);
    Ok(message)
}

/// How a conversation's channel carries a message.
pub(super) fn attributes(
    conversation: &Conversation,
    user: Option<&Person>,
    is_outbound: bool,
    content: Option<&Value>,
    attachments: &Value,
) -> Value {
    let direction = if is_outbound { "Outbound" } else { "Inbound" };
    let mut out = json!({ "direction": direction, "attachments": attachments });
    let tag = match conversation
        .wire
        .get("_type")
        .and_then(Value::as_str)
        .unwrap_or_default()
    {
        tag @ ("EmailConversation" | "ContactFormConversation") => {
            let (email, name) = user.map_or(("unknown@mail.example", ""), |user| {
                (user.email.as_ref(), user.name.as_ref())
            });
            let user = json!({ "email": email, "name": name });
            let help = json!({ "email": MAILBOX, "name": "Lumen help" });
            let (from, to) = if is_outbound {
                (help, user)
            } else {
                (user, help)
            };
            if let Some(content) = content {
                out["emailContent"] = json!({ "content": content, "_type": "Regular" });
            }
            out["from"] = from;
            out["to"] = json!([to]);
            out["cc"] = json!([]);
            out["bcc"] = json!([]);
            out["isAutoReply"] = json!(false);
            out["inlineImages"] = json!([]);
            if tag == "ContactFormConversation" && conversation.messages.is_empty() {
                out["replyDefaultToEmails"] = json!([]);
                "ContactFormAttributes"
            } else {
                "EmailAttributes"
            }
        }
        tag => {
            if let Some(content) = content {
                out["content"] = content.clone();
            }
            match tag {
                "FacebookMessengerConversation" => "FacebookMessengerAttributes",
                "WhatsAppConversation" => "WhatsAppAttributes",
                "TwitterConversation" => "TwitterAttributes",
                "SmsConversation" => "SmsAttributes",
                "GenericConversation" => "GenericAttributes",
                _ => {
                    out["isAutomated"] = json!(false);
                    "ChatAttributes"
                }
            }
        }
    };
    out["_type"] = json!(tag);
    out
}
