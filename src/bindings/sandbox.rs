//! What the sandbox's wasm exports. All crosses as JSON, and sandboxes are known by numbers that JavaScript gives
//! them: no object of wasm-bindgen is kept there, and after a panic no number is another sandbox's.

use crate::models::shape::Shape;
use crate::models::webhook_event::EVENTS;
use crate::sandbox::{Request, Sandbox};
use crate::webhooks::{Secret, sign};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static SANDBOXES: RefCell<BTreeMap<u32, Sandbox>> = const { RefCell::new(BTreeMap::new()) };
}

/// What a sandbox says, `{ value }` or `{ error }`, with the `events` since the last time; empty when it is gone.
fn with(handle: u32, ask: impl FnOnce(&mut Sandbox) -> Result<Value, String>) -> String {
    SANDBOXES.with_borrow_mut(|sandboxes| {
        let Some(sandbox) = sandboxes.get_mut(&handle) else {
            return String::new();
        };
        let said = ask(sandbox);
        let events = sandbox.take_events();
        match said {
            Ok(value) => json!({ "value": value, "events": events }),
            Err(error) => json!({ "error": error, "events": events }),
        }
        .to_string()
    })
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

/// Makes a sandbox, in the place of one of the same number. Gives what is wrong with the seed, or nothing.
#[wasm_bindgen(js_name = sandboxCreate)]
#[expect(unreachable_pub, reason = "wasm-bindgen exports it")]
pub fn sandbox_create(handle: u32, token: &str, seed: &str, now_ms: f64) -> Option<String> {
    match Sandbox::new(token, &parsed(seed), now_ms) {
        Ok(sandbox) => {
            SANDBOXES.with_borrow_mut(|sandboxes| sandboxes.insert(handle, sandbox));
            None
        }
        Err(error) => Some(error),
    }
}

/// Answers `{ method, path, headers: [[name, value]], body }` with `{ status, headers, body }`.
#[wasm_bindgen(js_name = sandboxHandle)]
#[expect(unreachable_pub, reason = "wasm-bindgen exports it")]
pub fn sandbox_handle(handle: u32, request: &str, now_ms: f64) -> String {
    let given = parsed(request);
    let text = |value: Option<&Value>| {
        let text = value.and_then(Value::as_str);
        text.unwrap_or_default().to_owned()
    };
    let headers = given.get("headers").and_then(Value::as_array);
    let request = Request {
        method: text(given.get("method")),
        path: text(given.get("path")),
        headers: headers
            .into_iter()
            .flatten()
            .map(|pair| (text(pair.get(0)), text(pair.get(1))))
            .collect(),
        body: text(given.get("body")),
    };
    with(handle, |sandbox| {
        let answer = sandbox.handle(&request, now_ms);
        Ok(json!({ "status": answer.status, "headers": answer.headers, "body": answer.body }))
    })
}

/// Name of the operation that a request is for.
#[wasm_bindgen(js_name = sandboxOperation)]
#[expect(unreachable_pub, reason = "wasm-bindgen exports it")]
pub fn sandbox_operation(method: &str, path: &str) -> Option<String> {
    Sandbox::operation(method, path).map(str::to_owned)
}

/// A conversation begins.
#[wasm_bindgen(js_name = sandboxAdd)]
#[expect(unreachable_pub, reason = "wasm-bindgen exports it")]
pub fn sandbox_add(handle: u32, conversation: &str, now_ms: f64) -> String {
    with(handle, |sandbox| sandbox.add(&parsed(conversation), now_ms))
}

/// The end user of a conversation writes.
#[wasm_bindgen(js_name = sandboxReceive)]
#[expect(unreachable_pub, reason = "wasm-bindgen exports it")]
pub fn sandbox_receive(handle: u32, id: &str, message: &str, now_ms: f64) -> String {
    with(handle, |sandbox| {
        sandbox.receive(id, &parsed(message), now_ms)
    })
}

/// What a sandbox holds.
#[wasm_bindgen(js_name = sandboxSnapshot)]
#[expect(unreachable_pub, reason = "wasm-bindgen exports it")]
pub fn sandbox_snapshot(handle: u32, now_ms: f64) -> String {
    with(handle, |sandbox| {
        sandbox.advance(now_ms);
        Ok(sandbox.snapshot())
    })
}

/// Lets time pass: what is due is done.
#[wasm_bindgen(js_name = sandboxAdvance)]
#[expect(unreachable_pub, reason = "wasm-bindgen exports it")]
pub fn sandbox_advance(handle: u32, now_ms: f64) -> String {
    with(handle, |sandbox| {
        sandbox.advance(now_ms);
        Ok(Value::Null)
    })
}

/// Forgets a sandbox.
#[wasm_bindgen(js_name = sandboxDrop)]
#[expect(unreachable_pub, reason = "wasm-bindgen exports it")]
pub fn sandbox_drop(handle: u32) {
    SANDBOXES.with_borrow_mut(|sandboxes| sandboxes.remove(&handle));
}

/// The signature of a webhook's body; nothing when the secret is not hexadecimal.
#[wasm_bindgen(js_name = sandboxSign)]
#[expect(unreachable_pub, reason = "wasm-bindgen exports it")]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "times of this era are small"
)]
pub fn sandbox_sign(secret: &str, now_ms: f64, body: &str) -> Option<String> {
    let secret = Secret::from_hex(secret)?;
    Some(sign(&secret, now_ms as u64, body.as_bytes()))
}

/// Whether there is an event of that name.
#[wasm_bindgen(js_name = sandboxTells)]
#[expect(unreachable_pub, reason = "wasm-bindgen exports it")]
pub fn sandbox_tells(event: &str) -> bool {
    let mut names = EVENTS.iter().filter_map(|shape| match shape {
        Shape::Object(object) => object.tag,
        _ => None,
    });
    names.any(|name| name == event)
}
