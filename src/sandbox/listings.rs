//! What is read: conversations and what hangs on them, searches, logs, and their pages.

use super::http::{Refusal, Reply};
use super::people::{MAILBOX, PHONE_NUMBER};
use super::store::{Conversation, Store, tag_json};
use super::{Call, clock};
use serde_json::{Value, json};

pub(super) fn conversation(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let conversation = store.conversation(call.conversation_id())?;
    Ok(Reply::data(conversation.wire.clone()))
}

pub(super) fn messages(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    Ok(Reply::data(
        store.conversation(call.conversation_id())?.messages.clone(),
    ))
}

pub(super) fn notes(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    Ok(Reply::data(
        store.conversation(call.conversation_id())?.notes.clone(),
    ))
}

pub(super) fn ratings(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    Ok(Reply::data(
        store.conversation(call.conversation_id())?.ratings.clone(),
    ))
}

pub(super) fn tags(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let tags = &store.conversation(call.conversation_id())?.tags;
    Ok(Reply::data(
        tags.iter().map(|id| tag_json(id)).collect::<Vec<_>>(),
    ))
}

/// Parent and children of a conversation.
pub(super) fn linked(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let id = call.conversation_id();
    let parent = parent(store.conversation(id)?);
    let is_linked = |(other, one): &(&i64, &Conversation)| {
        Some(**other) == parent || self::parent(one) == Some(id)
    };
    let linked = store.conversations.iter().filter(is_linked);
    Ok(Reply::data(
        linked
            .map(|(_, one)| Value::Object(one.wire.clone()))
            .collect::<Vec<_>>(),
    ))
}

fn parent(conversation: &Conversation) -> Option<i64> {
    conversation.wire.get("link")?.get("parentId")?.as_i64()
}

/// The flows of one channel; of the phone unless another is named (contract 2.10).
pub(super) fn flows(_: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let flows = [
        (
            "d546e9a8-82c2-409f-b688-e9199ea69f83",
            "Default call flow",
            "PstnPhone",
            PHONE_NUMBER,
        ),
        (
            "d546e9a8-82c2-409f-b688-e9199ea69f84",
            "After hours",
            "PstnPhone",
            PHONE_NUMBER,
        ),
        (
            "d546e9a8-82c2-409f-b688-e9199ea69f85",
            "Help mailbox",
            "Email",
            MAILBOX,
        ),
        (
            "d546e9a8-82c2-409f-b688-e9199ea69f86",
            "Shop widget",
            "WidgetChat",
            "shop-widget",
        ),
        (
            "d546e9a8-82c2-409f-b688-e9199ea69f87",
            "Contact page",
            "ContactForm",
            MAILBOX,
        ),
    ];
    let channel = call
        .query
        .get("channel")
        .map_or("PstnPhone", String::as_str);
    let wanted = flows.iter().filter(|flow| flow.2 == channel);
    Ok(Reply::data(
        wanted
            .map(|(id, name, channel, endpoint)| json!({ "id": id, "name": name, "channel": channel, "contactEndpointId": endpoint }))
            .collect::<Vec<_>>(),
    ))
}

/// The log of one conversation; an unknown one has none (the contract documents no 404).
pub(super) fn activity_log(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let known = store.conversations.get(&call.conversation_id());
    Ok(Reply::data(
        known.map(|one| one.activity.clone()).unwrap_or_default(),
    ))
}

pub(super) fn organization_activity_log(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let time = |entry: &Value| {
        entry
            .get("activityTimestamp")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let mut entries: Vec<Value> = store
        .conversations
        .values()
        .flat_map(|one| one.activity.clone())
        .collect();
    // Timestamps of one spelling order as text.
    entries.sort_by_key(time);
    let bound = |name: &str| call.query.get(name).map(String::as_str);
    if let Some(from) = bound("fromDatetime") {
        entries.retain(|entry| comparable(&time(entry)) >= comparable(from));
    }
    if let Some(to) = bound("toDatetime") {
        entries.retain(|entry| comparable(&time(entry)) <= comparable(to));
    }
    page(call, "/v1/conversations/activitylog", entries, 100, 10_000)
}

/// A timestamp of UTC without fraction and zone.
fn comparable(timestamp: &str) -> &str {
    timestamp.get(..19).unwrap_or(timestamp)
}

pub(super) fn search(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let query = call
        .query
        .get("query")
        .map(|query| query.trim().to_lowercase())
        .unwrap_or_default();
    if query.is_empty() {
        return Err(Refusal::invalid("Invalid value for: query parameter query"));
    }
    let exact = call.query.get("exactMatch").map(String::as_str) == Some("true");
    let words: Vec<&str> = if exact {
        vec![query.as_str()]
    } else {
        query.split_whitespace().collect()
    };
    let hits = store.conversations.iter().rev().filter_map(|(id, one)| {
        let mut found = Vec::new();
        if let Some(snippet) = one
            .subject()
            .and_then(|subject| highlighted(subject, &words))
        {
            found.push(("subject", vec![snippet]));
        }
        let texts = one.messages.iter().filter_map(message_text);
        let snippets: Vec<String> = texts.filter_map(|text| highlighted(text, &words)).collect();
        if !snippets.is_empty() {
            found.push(("text", snippets));
        }
        let highlights: serde_json::Map<String, Value> = found
            .into_iter()
            .map(|(field, snippets)| (field.to_owned(), json!(snippets)))
            .collect();
        (!highlights.is_empty())
            .then(|| json!({ "id": id, "highlights": highlights, "innerHits": [] }))
    });
    page(call, "/v1/search/conversations", hits.collect(), 20, 50)
}

/// What a message says.
pub(super) fn message_text(message: &Value) -> Option<&str> {
    let attributes = message.get("attributes")?;
    let content = attributes
        .pointer("/content/value")
        .or_else(|| attributes.pointer("/emailContent/content/value"));
    content?.as_str()
}

/// The text with what was found marked, when all words are in it.
fn highlighted(text: &str, words: &[&str]) -> Option<String> {
    let lower = text.to_lowercase();
    // Lower case can be of another length; marks would sit in the wrong place.
    let can_mark = lower.len() == text.len();
    let mut marks: Vec<(usize, usize)> = Vec::new();
    for word in words {
        let at = lower.find(word)?;
        marks.push((at, at + word.len()));
    }
    marks.sort_unstable();
    let mut out = String::new();
    let mut from = 0;
    for (start, end) in marks {
        let (Some(before), Some(found)) = (text.get(from..start), text.get(start..end)) else {
            continue;
        };
        if can_mark {
            out.push_str(before);
            out.push_str(&format!("<em class=\"highlight\">{found}</em>"));
            from = end;
        }
    }
    out.push_str(text.get(from..).unwrap_or_default());
    Some(out)
}

/// One page of a list, and the links of those beside it: relative, with a key that says nothing.
fn page(
    call: &Call,
    path: &str,
    all: Vec<Value>,
    usual: usize,
    most: usize,
) -> Result<Reply, Refusal> {
    let bad_key = || Refusal::invalid("Invalid value for: query parameter pageKey");
    let bad_limit = || Refusal::invalid("Invalid value for: query parameter pageLimit");
    let (offset, limit) = match call.query.get("pageKey") {
        Some(key) => key_read(key).ok_or_else(bad_key)?,
        None => {
            let given = call.query.get("pageLimit");
            let limit = given.map_or(Ok(usual), |limit| limit.parse().map_err(|_| bad_limit()))?;
            (0, limit)
        }
    };
    if limit == 0 || limit > most {
        return Err(bad_limit());
    }
    let link = |offset: usize| json!(format!("{path}?pageKey={}", key_written(offset, limit)));
    let mut meta = json!({ "previous": null, "next": null });
    if offset > 0 {
        meta["previous"] = link(offset.saturating_sub(limit));
    }
    if offset + limit < all.len() {
        meta["next"] = link(offset + limit);
    }
    let items = all.into_iter().skip(offset).take(limit).collect();
    Ok(Reply::page(items, meta))
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// A key in Base64, its padding percent-encoded as in Dixa's example.
fn key_written(offset: usize, limit: usize) -> String {
    let text = format!("pageLimit={limit}&offset={offset}");
    let mut out = String::new();
    for chunk in text.as_bytes().chunks(3) {
        let bits = chunk
            .iter()
            .fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte))
            << (8 * (3 - chunk.len()));
        for index in 0..4 {
            let six = usize::try_from(bits >> (18 - 6 * index) & 63).unwrap_or(0);
            if index <= chunk.len() {
                out.push(char::from(ALPHABET[six]));
            } else {
                out.push_str("%3D");
            }
        }
    }
    out.replace('+', "%2B").replace('/', "%2F")
}

fn key_read(key: &str) -> Option<(usize, usize)> {
    let mut bytes = Vec::new();
    let sixes: Option<Vec<u32>> = key
        .trim_end_matches('=')
        .bytes()
        .map(|byte| {
            ALPHABET
                .iter()
                .position(|known| *known == byte)
                .and_then(|at| u32::try_from(at).ok())
        })
        .collect();
    for chunk in sixes?.chunks(4) {
        let bits = chunk.iter().fold(0, |bits, six| bits << 6 | six) << (6 * (4 - chunk.len()));
        for index in 0..chunk.len().saturating_sub(1) {
            bytes.push(u8::try_from(bits >> (16 - 8 * index) & 255).ok()?);
        }
    }
    let text = String::from_utf8(bytes).ok()?;
    let (limit, offset) = text.strip_prefix("pageLimit=")?.split_once("&offset=")?;
    Some((offset.parse().ok()?, limit.parse().ok()?))
}

/// When a conversation began, hours before now.
pub(super) fn hours_ago(store: &Store, hours: i64) -> i64 {
    store.now_ms - hours * 3_600_000
}

/// A conversation's beginning as Dixa writes it: whole seconds, no zone.
pub(super) fn plain_time(ms: i64) -> String {
    clock::timestamp(ms - ms.rem_euclid(1000)).replace(".000", "")
}
