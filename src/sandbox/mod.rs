//! A local Dixa: a state machine, request in, answer out. It has no clock, no network and no dice; what
//! the contract leaves open is answered as its evidence suggests. Not here: how JavaScript reaches it
//! (`bindings/sandbox.rs`).

mod anonymizing;
mod beginning;
mod changes;
mod clock;
mod creating;
mod events;
mod filters;
mod fits;
mod given;
mod http;
mod importing;
mod linking;
mod listings;
mod log;
mod messages;
mod pages;
mod people;
mod ratings;
mod searching;
mod seed;
mod snapshot;
mod store;
mod stories;
mod tags;

#[cfg(test)]
mod tests;

use crate::codec;
use crate::operations::{IdKind, OPERATIONS, Operation, path_ids};
pub use http::{Answer, Request};
use http::{Refusal, Reply, percent_decoded};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use store::Store;

/// A local Dixa.
#[derive(Debug)]
pub struct Sandbox {
    token: String,
    requests: u64,
    store: Store,
}

/// What an operation is given: the parts of a request, checked by the operation's own tables.
struct Call {
    ids: Vec<String>,
    query: BTreeMap<String, String>,
    body: Value,
}

impl Call {
    fn conversation_id(&self) -> i64 {
        self.ids
            .first()
            .and_then(|id| id.parse().ok())
            .unwrap_or_default()
    }

    /// A second id of the path.
    fn second_id(&self) -> &str {
        self.ids.get(1).map_or("", String::as_str)
    }

    fn text(&self, member: &str) -> Option<&str> {
        self.body.get(member)?.as_str()
    }
}

type Handler = fn(&mut Store, &Call) -> Result<Reply, Refusal>;

/// Who answers which operation.
const HANDLERS: &[(&str, Handler)] = &[
    ("addInternalNote", messages::add_note),
    ("addInternalNotes", messages::add_notes),
    ("addMessage", messages::add_message),
    ("anonymizeConversation", anonymizing::anonymize_conversation),
    ("anonymizeMessage", anonymizing::anonymize_message),
    ("claimConversation", changes::claim),
    ("closeConversation", changes::close),
    ("createConversation", creating::create),
    ("getConversation", listings::conversation),
    ("listActivityLog", listings::activity_log),
    ("listFlows", listings::flows),
    ("listInternalNotes", listings::notes),
    ("listLinkedConversations", linking::list),
    ("listMessages", listings::messages),
    (
        "listOrganizationActivityLog",
        listings::organization_activity_log,
    ),
    ("listRating", ratings::list),
    ("listTags", tags::list),
    ("patchCustomAttributes", changes::patch_custom_attributes),
    ("reopenConversation", changes::reopen),
    ("searchConversations", searching::by_text),
    ("tagConversation", tags::tag),
    ("transferConversation", changes::transfer),
    ("untagConversation", tags::untag),
    ("followupConversation", changes::follow_up),
    ("linkConversation", linking::link),
    ("importConversation", importing::import),
    ("bulkTagConversation", tags::bulk_tag),
    ("listRatings", ratings::list),
    ("offerRating", ratings::offer),
    ("submitRating", ratings::submit),
    ("searchConversationsWithFilters", searching::with_filters),
    ("getAnonymizationRequest", anonymizing::request),
    ("listEndUserConversations", listings::of_end_user),
];

impl Sandbox {
    /// A Dixa that begins with `seed`: `"demo"`, `"empty"`, or an object of what there is. The error names what is
    /// wrong with it. It knows one token; `now_ms` is in milliseconds since 1970.
    pub fn new(token: &str, seed: &Value, now_ms: f64) -> Result<Self, String> {
        let mut store = Store::new(now_ms);
        match seed {
            Value::String(name) if name == "demo" => seed::seed(&mut store),
            Value::String(name) if name == "empty" => {}
            seed => given::plant(&mut store, seed)?,
        }
        Ok(Self {
            token: token.to_owned(),
            requests: 0,
            store,
        })
    }

    /// Answers a request.
    pub fn handle(&mut self, request: &Request, now_ms: f64) -> Answer {
        self.store.advance(now_ms);
        self.requests += 1;
        let reply = self.answered(request).unwrap_or_else(Reply::from);
        reply.into_answer(&format!("sandbox-{}", self.requests))
    }

    /// Lets time pass; what is due is done.
    pub fn advance(&mut self, now_ms: f64) {
        self.store.advance(now_ms);
    }

    /// What it holds, in the form of a seed.
    pub fn snapshot(&self) -> Value {
        snapshot::snapshot(&self.store)
    }

    /// A conversation begins, of the form that seeds have. Gives it as the snapshot has it.
    pub fn add(&mut self, conversation: &Value, now_ms: f64) -> Result<Value, String> {
        self.advance(now_ms);
        let id = given::begin(&mut self.store, conversation)?;
        Ok(snapshot::conversation(&self.store, id))
    }

    /// The end user of a conversation writes: `{ content, attachments?, externalId? }`. Gives the message.
    pub fn receive(&mut self, id: &str, message: &Value, now_ms: f64) -> Result<Value, String> {
        self.advance(now_ms);
        given::receive(&mut self.store, id, message)
    }

    /// The events since the last time, as webhooks are told them.
    pub fn take_events(&mut self) -> Vec<Value> {
        std::mem::take(&mut self.store.events)
    }

    /// Name of the operation that a request is for.
    pub fn operation(method: &str, path: &str) -> Option<&'static str> {
        let path = path.split('?').next().unwrap_or_default();
        route(method, path)
            .ok()
            .map(|(operation, _)| operation.name)
    }

    fn answered(&mut self, request: &Request) -> Result<Reply, Refusal> {
        self.authorize(request)?;
        let (path, query) = request.path.split_once('?').unwrap_or((&request.path, ""));
        let (operation, ids) = route(&request.method, path)?;
        let handler = HANDLERS
            .iter()
            .find(|(name, _)| *name == operation.name)
            .ok_or_else(|| {
                Refusal::new(
                    500,
                    "There was an internal server error while processing the request",
                )
            })?;
        let call = Call {
            query: checked_query(operation, query)?,
            body: checked_body(operation, &request.body)?,
            ids,
        };
        (handler.1)(&mut self.store, &call)
    }

    fn authorize(&self, request: &Request) -> Result<(), Refusal> {
        let given = request
            .headers
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case("authorization"))
            .map(|(_, value)| value.strip_prefix("Bearer ").unwrap_or(value));
        if given == Some(self.token.as_str()) {
            Ok(())
        } else {
            Err(Refusal::new(401, "Unauthorized"))
        }
    }
}

/// The operation of a method and a path, and the path's ids. A word of a template comes before an id.
fn route(method: &str, path: &str) -> Result<(&'static Operation, Vec<String>), Refusal> {
    let path = path.trim_end_matches('/');
    let mut candidates: Vec<_> = OPERATIONS
        .iter()
        .filter_map(|operation| Some((operation, matched(operation.path, path)?)))
        .collect();
    if candidates.is_empty() {
        return Err(Refusal::not_found());
    }
    candidates.sort_by_key(|(_, ids)| ids.len());
    let fewest = candidates.first().map_or(0, |(_, ids)| ids.len());
    let (operation, ids) = candidates
        .into_iter()
        .filter(|(_, ids)| ids.len() == fewest)
        .find(|(operation, _)| operation.method.as_str() == method)
        .ok_or_else(|| Refusal::new(405, "Method not allowed"))?;
    for ((name, kind), id) in path_ids(operation.path).zip(&ids) {
        let fits = match kind {
            IdKind::Number => codec::number_id(id),
            IdKind::Uuid => codec::is_uuid(id),
            IdKind::Text | IdKind::Path => true,
        };
        if !fits {
            let message = format!("Invalid value for: path parameter {name}");
            return Err(Refusal::new(400, &message));
        }
    }
    Ok((operation, ids))
}

/// The ids of a path that fits a template.
fn matched(template: &str, path: &str) -> Option<Vec<String>> {
    let (template, path): (Vec<_>, Vec<_>) =
        (template.split('/').collect(), path.split('/').collect());
    if template.len() != path.len() {
        return None;
    }
    let mut ids = Vec::new();
    for (expected, got) in template.into_iter().zip(path) {
        if expected.starts_with('{') {
            ids.push(percent_decoded(got));
        } else if expected != got {
            return None;
        }
    }
    Some(ids)
}

fn checked_query(operation: &Operation, query: &str) -> Result<BTreeMap<String, String>, Refusal> {
    let pairs: BTreeMap<String, String> = query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, value)| (percent_decoded(name), percent_decoded(value)))
        .collect();
    // The text of a parameter is whatever JSON it reads as, or else a string.
    let as_json: serde_json::Map<String, Value> = pairs
        .iter()
        .map(|(name, value)| {
            let is_text = name == "query" || name == "pageKey";
            let json = serde_json::from_str(value).ok().filter(|_| !is_text);
            (name.clone(), json.unwrap_or_else(|| json!(value)))
        })
        .collect();
    if let Some(shape) = operation.query {
        let text = Value::Object(as_json).to_string();
        let found = codec::encode(&text, shape, "query", &[]);
        if let Some(issue) = found
            .as_ref()
            .and_then(|found| found.findings.first_issue())
        {
            let name = issue.path.trim_start_matches("query.");
            let message = format!("Invalid value for: query parameter {name}");
            return Err(Refusal::new(400, &message));
        }
    }
    Ok(pairs)
}

fn checked_body(operation: &Operation, body: &str) -> Result<Value, Refusal> {
    let Some(expected) = &operation.body else {
        return Ok(Value::Null);
    };
    if body.is_empty() && !expected.required {
        return Ok(json!({}));
    }
    let found = codec::encode(body, expected.shape, "$", &[])
        .ok_or_else(|| Refusal::new(400, "Decoding failure in request"))?;
    let unknown_kind = found
        .findings
        .list
        .iter()
        .any(|finding| finding.path.ends_with("._type"));
    if found.findings.issue_count > 0 || unknown_kind {
        return Err(Refusal::new(400, "Decoding failure in request"));
    }
    serde_json::from_str(found.text.of(body))
        .map_err(|_| Refusal::new(400, "Decoding failure in request"))
}
