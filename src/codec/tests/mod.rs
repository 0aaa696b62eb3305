//! Answers and requests as examples, and what holds of all of them. The contract's own examples: `tests/native/`.

mod findings;
mod mends;
#[cfg(not(target_arch = "wasm32"))]
mod properties;
mod reading;
mod requests;

use super::{Decoded, Envelope, Finding, Severity, Validation, decode};
use crate::models::conversation::Conversation;
use crate::models::shape::Model;
use serde_json::{Value, json};

const CONVERSATIONS: Envelope = Envelope {
    data: <Vec<Conversation>>::SHAPE,
    paged: false,
    never_sent: None,
};

fn email() -> Value {
    json!({
        "id": 1, "requesterId": "d58c8b1c-85ad-4678-a6c8-7442945f3836", "channel": "Email",
        "createdAt": "2020-12-16T09:41:43Z", "toEmail": "a@x.dk", "fromEmail": "b@x.dk",
        "integrationEmail": "c@x.dk", "customAttributes": [], "_type": "EmailConversation"
    })
}

fn read(text: &str, envelope: &Envelope) -> (Value, Vec<String>, Decoded) {
    let decoded = decode(text.as_bytes(), envelope, Validation::Warn).unwrap();
    let value = serde_json::from_str(decoded.data.of(text)).unwrap();
    let issues = decoded
        .findings
        .list
        .iter()
        .filter(|finding| finding.severity == Severity::Error);
    (value, issues.map(Finding::message).collect(), decoded)
}

fn decoded(data: Value) -> (Value, Vec<String>) {
    let (value, issues, _) = read(&json!({ "data": data }).to_string(), &CONVERSATIONS);
    (value, issues)
}

fn with(field: &str, value: Value) -> Value {
    let mut email = email();
    email[field] = value;
    email
}
