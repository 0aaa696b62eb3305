//! What the sandbox's wasm exports. Requests and answers cross as JSON, sandboxes as numbers: no object of
//! wasm-bindgen is kept by JavaScript.

use crate::sandbox::{Request, Sandbox};
use serde_json::{Value, json};
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static SANDBOXES: RefCell<Vec<Option<Sandbox>>> = const { RefCell::new(Vec::new()) };
}

fn with<T: Default>(handle: usize, ask: impl FnOnce(&mut Sandbox) -> T) -> T {
    SANDBOXES.with_borrow_mut(|sandboxes| {
        let sandbox = sandboxes.get_mut(handle).and_then(Option::as_mut);
        sandbox.map(ask).unwrap_or_default()
    })
}

/// Makes a sandbox and gives its handle. `now_ms`: milliseconds since 1970.
#[wasm_bindgen(js_name = sandboxCreate)]
#[expect(unreachable_pub, reason = "wasm-bindgen exports it")]
pub fn sandbox_create(token: &str, now_ms: f64) -> usize {
    SANDBOXES.with_borrow_mut(|sandboxes| {
        sandboxes.push(Some(Sandbox::new(token, now_ms)));
        sandboxes.len() - 1
    })
}

/// Answers `{ method, path, headers: [[name, value]], body }` with `{ status, headers, body }`.
#[wasm_bindgen(js_name = sandboxHandle)]
#[expect(unreachable_pub, reason = "wasm-bindgen exports it")]
pub fn sandbox_handle(handle: usize, request: &str, now_ms: f64) -> String {
    let given: Value = serde_json::from_str(request).unwrap_or_default();
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
        json!({ "status": answer.status, "headers": answer.headers, "body": answer.body })
            .to_string()
    })
}

/// What a sandbox holds, as JSON.
#[wasm_bindgen(js_name = sandboxSnapshot)]
#[expect(unreachable_pub, reason = "wasm-bindgen exports it")]
pub fn sandbox_snapshot(handle: usize) -> String {
    with(handle, |sandbox| sandbox.snapshot().to_string())
}

/// Forgets a sandbox.
#[wasm_bindgen(js_name = sandboxDrop)]
#[expect(unreachable_pub, reason = "wasm-bindgen exports it")]
pub fn sandbox_drop(handle: usize) {
    SANDBOXES.with_borrow_mut(|sandboxes| {
        if let Some(sandbox) = sandboxes.get_mut(handle) {
            *sandbox = None;
        }
    });
}
