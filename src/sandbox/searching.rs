//! Searches: by text, and by filters as well. Not here: what a condition means (`filters.rs`).

use super::Call;
use super::filters;
use super::http::{Refusal, Reply};
use super::pages::page;
use super::store::{Conversation, Store};
use serde_json::{Map, Value, json};

const PATH: &str = "/v1/search/conversations";

pub(super) fn by_text(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let query = call.query.get("query").map(String::as_str);
    let exact = call.query.get("exactMatch").map(String::as_str) == Some("true");
    let words = words(query.unwrap_or_default(), exact);
    if words.is_empty() {
        return Err(Refusal::invalid("Invalid value for: query parameter query"));
    }
    let hits = store.conversations.iter().rev().filter_map(|(id, one)| {
        let highlights = highlights(one, &words)?;
        Some(json!({ "id": id, "highlights": highlights, "innerHits": [] }))
    });
    page(call, PATH, hits.collect(), 20, 50)
}

/// By text, by filters, or by both; without either, all there is.
pub(super) fn with_filters(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let query = call.body.pointer("/query/value").and_then(Value::as_str);
    let exact = call.body.pointer("/query/exactMatch") == Some(&Value::Bool(true));
    let words = query.map(|query| words(query, exact));
    if words.as_ref().is_some_and(Vec::is_empty) {
        return Err(Refusal::invalid("Invalid value in request"));
    }
    let filters = call.body.get("filters");
    let hits = store.conversations.iter().rev().filter_map(|(id, one)| {
        let highlights = match &words {
            Some(words) => highlights(one, words)?,
            None => Map::new(),
        };
        let fits = filters.is_none_or(|filters| filters::hold(one, filters));
        fits.then(|| json!({ "id": id, "highlights": highlights }))
    });
    page(call, PATH, hits.collect(), 20, 50)
}

/// What all has to be found.
fn words(query: &str, exact: bool) -> Vec<String> {
    let query = query.trim().to_lowercase();
    if exact && !query.is_empty() {
        return vec![query];
    }
    query.split_whitespace().map(str::to_owned).collect()
}

/// Where in a conversation the words are found, if they are.
fn highlights(one: &Conversation, words: &[String]) -> Option<Map<String, Value>> {
    let mut found = Map::new();
    if let Some(snippet) = one
        .subject()
        .and_then(|subject| highlighted(subject, words))
    {
        found.insert("subject".into(), json!([snippet]));
    }
    let texts = one.messages.iter().filter_map(message_text);
    let snippets: Vec<String> = texts.filter_map(|text| highlighted(text, words)).collect();
    if !snippets.is_empty() {
        found.insert("text".into(), json!(snippets));
    }
    Some(found).filter(|found| !found.is_empty())
}

/// What a message says.
fn message_text(message: &Value) -> Option<&str> {
    let attributes = message.get("attributes")?;
    let content = attributes
        .pointer("/content/value")
        .or_else(|| attributes.pointer("/emailContent/content/value"));
    content?.as_str()
}

/// The text with what was found marked, when all words are in it.
fn highlighted(text: &str, words: &[String]) -> Option<String> {
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
