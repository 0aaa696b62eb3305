//! What the demo begins with. Tells the stories: conversations with their messages, notes, tags, logs and ratings, and a few of the
//! rarer shapes (a form, a call with recording and transcript, a mail too long to inline).

use super::changes::attribute_json;
use super::clock::{timestamp, zoned};
use super::listings::{hours_ago, plain_time};
use super::log::record_at;
use super::messages::attributes;
use super::people::{AGENTS, ATTRIBUTES, END_USERS, MAILBOX, PHONE_NUMBER, Person, QUEUES, TAGS};
use super::store::{Conversation, Store};
use super::stories::{STORIES, Story};
use serde_json::{Map, Value, json};

/// Id of the first conversation.
const FIRST_ID: i64 = 10_001;

pub(super) fn seed(store: &mut Store) {
    for (id, story) in (FIRST_ID..).zip(STORIES) {
        tell(store, id, story);
    }
    link(
        store,
        FIRST_ID + 22,
        json!({ "parentId": FIRST_ID, "_type": "SideConversation" }),
    );
    link(
        store,
        FIRST_ID + 11,
        json!({ "parentId": FIRST_ID + 16, "_type": "FollowUp" }),
    );
    rate(store, FIRST_ID + 12, "Csat", 5, "Fast and friendly");
    rate(store, FIRST_ID + 9, "ThumbsUpOrDown", 1, "");
    rate(
        store,
        FIRST_ID + 13,
        "Nps",
        9,
        "Invoice came within the hour",
    );
    rate(store, FIRST_ID + 6, "Csat", 2, "I had to call twice");
    set_attributes(
        store,
        FIRST_ID,
        &[
            (0, json!("LU-20418")),
            (1, json!(["Complaint", "Damaged on arrival"])),
            (2, json!(["Lamps", "Aurora"])),
        ],
    );
    set_attributes(
        store,
        FIRST_ID + 1,
        &[(0, json!("LU-20377")), (3, json!("Aarhus"))],
    );
    set_attributes(store, FIRST_ID + 16, &[(0, json!("LU-20431"))]);
    long_mail(store, FIRST_ID + 13);
    anonymized(store, FIRST_ID + 23);
}

fn tell(store: &mut Store, id: i64, story: &Story) {
    let user = &END_USERS[story.user];
    let began = hours_ago(store, story.hours);
    let is_outbound = story
        .lines
        .first()
        .is_some_and(|line| line.starts_with('>'));
    let mut wire = json!({
        "id": id, "requesterId": user.id, "channel": story.channel, "createdAt": plain_time(began),
        "direction": if is_outbound { "Outbound" } else { "Inbound" }, "state": story.state,
        "stateUpdatedAt": plain_time(began + 60_000 * 45), "queue": { "id": QUEUES[story.queue].0, "queuedAt": plain_time(began + 2000) },
        "customAttributes": [], "_type": story.kind,
    });
    if let Some(agent) = story.agent {
        wire["assignment"] =
            json!({ "agentId": AGENTS[agent].id, "assignedAt": plain_time(began + 60_000 * 4) });
    }
    let more = particulars(story.kind, user, story.subject, began);
    let mut object: Map<String, Value> = wire.as_object().cloned().unwrap_or_default();
    object.extend(more.as_object().cloned().unwrap_or_default());
    let tags = story.tags.iter().map(|at| TAGS[*at].0.to_owned()).collect();
    store.conversations.insert(
        id,
        Conversation {
            wire: object,
            tags,
            ..Conversation::default()
        },
    );
    let by = if is_outbound {
        &AGENTS[story.agent.unwrap_or(0)].id
    } else {
        &user.id
    };
    let kind = if is_outbound {
        "ConversationCreatedByAgent"
    } else {
        "ConversationCreatedByCustomer"
    };
    let mut created = json!({ "_type": "ConversationCreatedAttribute" });
    if let Some(subject) = story.subject {
        created["subject"] = json!(subject);
    }
    record_at(store, id, by, kind, created, began);
    if story.channel == "Messenger" && story.kind == "MessengerConversation" {
        form(store, id, &user.id, began);
    }
    let mut at = began;
    for line in story.lines {
        at += 60_000 * 7;
        say(store, id, story, line, at);
    }
    if let Some(agent) = story.agent {
        let attributes = json!({ "agentId": AGENTS[agent].id, "agentName": AGENTS[agent].name, "_type": "ConversationAssignedAttribute" });
        record_at(
            store,
            id,
            &AGENTS[agent].id,
            "ConversationAssigned",
            attributes,
            began + 60_000 * 4,
        );
    }
    for tag in story.tags {
        let attributes = json!({ "tag": TAGS[*tag].1, "_type": "TagAddedAttribute" });
        record_at(
            store,
            id,
            &AGENTS[0].id,
            "TagAdded",
            attributes,
            began + 60_000 * 5,
        );
    }
    if story.state == "Closed" {
        record_at(
            store,
            id,
            &AGENTS[story.agent.unwrap_or(0)].id,
            "ConversationClosed",
            Value::Null,
            at + 60_000,
        );
    }
}

/// What only conversations of a kind have.
pub(super) fn particulars(kind: &str, user: &Person, subject: Option<&str>, began: i64) -> Value {
    match kind {
        "EmailConversation" | "ContactFormConversation" => {
            json!({ "fromEmail": user.email, "toEmail": MAILBOX, "integrationEmail": MAILBOX, "language": "en", "subject": subject })
        }
        "ChatConversation" | "MessengerConversation" => json!({
            "browserInfo": { "name": "Firefox", "version": "153.0", "ipAddress": "203.0.113.7", "originatingUrl": "https://shop.lumen.example/orders" },
            "language": "en",
        }),
        "SmsConversation" => json!({ "fromNumber": user.phone, "toNumber": PHONE_NUMBER }),
        "TwitterConversation" => {
            json!({ "conversationType": "Tweet", "contactPointTwitterId": "lumen", "endUserTwitterId": "jonasw" })
        }
        "GenericConversation" => {
            json!({ "fromContactPointId": "community-forum", "toContactPointId": "lumen-forum" })
        }
        "WhatsAppConversation" => {
            json!({ "transportExpiresAt": plain_time(began + 24 * 3_600_000) })
        }
        _ => json!({}),
    }
}

/// One line: a message or a note.
fn say(store: &mut Store, id: i64, story: &Story, line: &str, at_ms: i64) {
    let agent = &AGENTS[story.agent.unwrap_or(0)].id;
    let (mark, text) = line.split_at(1);
    let message_id = store.uuid();
    if mark == "#" {
        let note = json!({ "id": message_id, "authorId": agent, "createdAt": zoned(at_ms), "csid": id, "message": text });
        push(store, id, |one| one.notes.push(note));
        record_at(
            store,
            id,
            agent,
            "NoteAdded",
            json!({ "message": text, "_type": "NoteAddedAttribute" }),
            at_ms,
        );
        return;
    }
    let is_outbound = mark == ">";
    let (author, kind) = if is_outbound {
        (agent, "MessageAddedByAgent")
    } else {
        (&END_USERS[story.user].id, "MessageAddedByCustomer")
    };
    let files = if text.contains("photo is attached") || text.contains("see photo") {
        json!([{ "url": "https://files.dixa.io/private/lumen/attachment/broken-shade.jpg", "prettyName": "broken-shade.jpg" }])
    } else {
        json!([])
    };
    let content = json!({ "value": text, "_type": if is_outbound { "Html" } else { "Text" } });
    let Ok(conversation) = store.conversation(id) else {
        return;
    };
    let attributes = if story.kind == "PstnPhoneConversation" {
        call(
            conversation,
            is_outbound,
            text,
            &END_USERS[story.user].phone,
        )
    } else {
        vec![attributes(
            conversation,
            Some(&END_USERS[story.user]),
            is_outbound,
            Some(&content),
            &files,
        )]
    };
    for attributes in attributes {
        let message = json!({ "id": store.uuid(), "authorId": author, "createdAt": zoned(at_ms), "externalId": null, "attributes": attributes });
        push(store, id, |one| one.messages.push(message));
    }
    record_at(
        store,
        id,
        author,
        kind,
        json!({ "messageId": message_id, "_type": "MessageAddedAttribute" }),
        at_ms,
    );
}

/// A call: who called whom and its recording come first, then what was said.
fn call(conversation: &Conversation, is_outbound: bool, text: &str, caller: &str) -> Vec<Value> {
    let direction = if is_outbound { "Outbound" } else { "Inbound" };
    let said = json!({
        "content": { "value": text, "_type": "Text" }, "utterance_start_ms": 1200, "utterance_end_ms": 6400,
        "direction": direction, "_type": "TranscriptAttributes",
    });
    if !conversation.messages.is_empty() {
        return vec![said];
    }
    vec![
        json!({ "from": caller, "to": PHONE_NUMBER, "direction": direction, "duration": 184, "_type": "PhoneAttributes" }),
        json!({ "duration": 184, "recording": "https://files.dixa.io/private/lumen/recordings/call.mp3", "_type": "CallRecordingAttributes" }),
        said,
    ]
}

fn form(store: &mut Store, id: i64, user: &str, at_ms: i64) {
    let attributes = json!({
        "formSubmission": { "values": { "Topic": { "value": ["Account"], "_type": "Select" }, "Order number": { "value": "LU-20390", "_type": "Text" } } },
        "direction": "Inbound", "_type": "MessengerFormAttributes",
    });
    let message = json!({ "id": store.uuid(), "authorId": user, "createdAt": zoned(at_ms), "externalId": null, "attributes": attributes });
    push(store, id, |one| one.messages.push(message));
}

fn push(store: &mut Store, id: i64, change: impl FnOnce(&mut Conversation)) {
    if let Some(conversation) = store.conversations.get_mut(&id) {
        change(conversation);
    }
}

fn link(store: &mut Store, id: i64, link: Value) {
    let attributes = json!({ "child": id, "parent": link["parentId"], "linkType": link["_type"], "_type": "ConversationLinkedAttribute" });
    push(store, id, |one| {
        one.wire.insert("link".into(), link);
    });
    record_at(
        store,
        id,
        &AGENTS[0].id,
        "ConversationLinkedToParent",
        attributes,
        store.now_ms - 3_000_000,
    );
}

fn rate(store: &mut Store, id: i64, kind: &str, score: i32, comment: &str) {
    let now = store.now_ms;
    let rating_id = store.uuid();
    push(store, id, |one| {
        let agent = one.assignee().unwrap_or_default().to_owned();
        one.ratings.push(json!({
            "id": rating_id, "ratingScore": score, "ratingType": kind, "ratingComment": comment,
            "conversationChannel": one.channel(), "agentId": agent, "userId": one.requester(), "ratingStatus": "Rated",
            "language": "English", "timestamps": { "offered_at": timestamp(now - 7_200_000), "rated_at": timestamp(now - 3_600_000) },
        }));
    });
    let attributes =
        json!({ "score": score, "message": comment, "_type": "ConversationRatedAttribute" });
    record_at(
        store,
        id,
        "",
        "ConversationRated",
        attributes,
        now - 3_600_000,
    );
}

fn set_attributes(store: &mut Store, id: i64, values: &[(usize, Value)]) {
    let attributes: Vec<Value> = values
        .iter()
        .map(|(at, value)| attribute_json(store, ATTRIBUTES[*at].0, value))
        .collect();
    push(store, id, |one| {
        one.wire
            .insert("customAttributes".into(), json!(attributes));
    });
}

/// The last mail of a conversation is too long to stand in the answer.
fn long_mail(store: &mut Store, id: i64) {
    push(store, id, |one| {
        if let Some(content) = one
            .messages
            .last_mut()
            .and_then(|last| last.pointer_mut("/attributes/emailContent"))
        {
            *content = json!({ "file": { "url": "https://files.dixa.io/private/lumen/email_processed/long-mail.html" }, "_type": "TooLarge" });
        }
    });
}

/// One conversation was anonymized long ago.
fn anonymized(store: &mut Store, id: i64) {
    store.anonymizations.push(super::store::Anonymization {
        status: Value::Null,
        due_ms: hours_ago(store, 300),
        conversation: id,
        message: None,
    });
    super::anonymizing::finish(store);
}
