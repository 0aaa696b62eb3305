//! What the webhooks' wasm exports: one function that receives a delivery. What came of it crosses as JSON: the
//! event, which is text anyway, goes through the same `JSON.parse` as the facts around it.

use super::issues::json;
use crate::codec::{Validation, decimal, quote};
use crate::webhooks::{Delivery, Received, Refused, receive};
use wasm_bindgen::prelude::wasm_bindgen;

/// Receives a delivery. Gives `{ event, issues }`, or the facts of an error: `{ class, code, message }`, and
/// for an event that does not fit `{ …, event, issues, issueCount }`.
#[wasm_bindgen(js_name = receiveWebhook)]
#[expect(unreachable_pub, reason = "wasm-bindgen exports it")]
pub fn receive_webhook(
    signature: Option<String>,
    body: &[u8],
    secrets: Vec<String>,
    now_ms: f64,
    tolerance_ms: f64,
    validation: &str,
) -> String {
    let validation = match validation {
        "strict" => Validation::Strict,
        "off" => Validation::Off,
        _ => Validation::Warn,
    };
    let received = receive(&Delivery {
        signature: signature.as_deref(),
        body,
        secrets: &secrets,
        now_ms,
        tolerance_ms,
        validation,
    });
    match received {
        Ok(received) => succeeded(&received, body, validation == Validation::Strict),
        Err(refused) => {
            let class = match refused {
                Refused::Secret(_) => "ConfigurationError",
                Refused::Signature(_) => "WebhookVerificationError",
                Refused::Unreadable(_) => "DecodeError",
            };
            object(&error(
                class,
                refused.code(),
                &refused.message(secrets.len()),
            ))
        }
    }
}

fn succeeded(
    Received {
        bom,
        text,
        findings,
    }: &Received,
    body: &[u8],
    strict: bool,
) -> String {
    // It was read as UTF-8.
    let original = core::str::from_utf8(body.get(*bom..).unwrap_or_default()).unwrap_or_default();
    let mut facts = match findings.first_issue().filter(|_| strict) {
        None => Vec::new(),
        Some(first) => {
            let mut facts = error("ResponseValidationError", "invalid_event", &first.message());
            facts.push(("issueCount", number(findings.issue_count)));
            facts
        }
    };
    facts.push(("issues", json(&findings.list)));
    facts.push(("event", text.of(original).to_owned()));
    object(&facts)
}

/// A member's name, and its value as JSON.
type Member = (&'static str, String);

fn error(class: &str, code: &str, message: &str) -> Vec<Member> {
    vec![
        ("class", quote(class)),
        ("code", quote(code)),
        ("message", quote(message)),
    ]
}

fn number(count: usize) -> String {
    decimal(i64::try_from(count).unwrap_or(i64::MAX))
}

fn object(members: &[Member]) -> String {
    let mut out = String::from("{");
    for (name, value) in members {
        if out.len() > 1 {
            out.push(',');
        }
        for part in [&quote(name), ":", value] {
            out.push_str(part);
        }
    }
    out.push('}');
    out
}
