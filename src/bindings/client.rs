//! What the client's wasm exports: one function that makes a call.

use super::issues::json;
use crate::client::{
    Arguments, AuthScheme, Checking, Class, Failure, Outcome, Phase, Rate, Reply, Settings, Thrown,
    call,
};
use crate::codec::{self, Decoded, Text};
use crate::host::{Bytes, Context, WebAnswer, WebHost};
use crate::operations::{self, OPTION_NAMES, Operation};
use js_sys::Reflect;
use serde::Serialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::spawn_local;

/// Settings of a call, defaults filled in, as `settingsOf` in `pkg-template/src/options.mjs` packs them: what
/// is read by name costs a crossing for each. `lines` are the address, then names and values of headers in turn,
/// names in lower case. `None` when they are packed otherwise.
fn unpacked(numbers: &[f64], lines: &str) -> Option<Settings> {
    let [
        timeout_ms,
        total_timeout_ms,
        max_retries,
        requests_per_second,
        burst,
        max_body_bytes,
    ] = *numbers.first_chunk()?;
    let [bearer, auto_external_id, idempotent, strict, off] =
        numbers.last_chunk()?.map(|flag: f64| flag != 0.0);
    let limit = Rate {
        requests_per_second,
        burst,
    };
    let mut lines = lines.split('\n').map(str::to_owned);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole numbers below 2^31, says the table of options"
    )]
    Some(Settings {
        base_url: lines.next()?,
        auth_scheme: if bearer {
            AuthScheme::Bearer
        } else {
            AuthScheme::Raw
        },
        timeout_ms,
        total_timeout_ms,
        max_retries: max_retries as u32,
        rate_limit: Some(limit).filter(|limit| limit.requests_per_second > 0.0),
        auto_external_id,
        idempotent,
        validation: match (strict, off) {
            (true, _) => Checking::Strict,
            (_, true) => Checking::Off,
            _ => Checking::Warn,
        },
        max_body_bytes: max_body_bytes as usize,
        headers: std::iter::from_fn(|| Some((lines.next()?, lines.next()?))).collect(),
    })
}

/// An error, what may hold a customer's text left out.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FailureFacts<'a> {
    class: Class,
    code: &'static str,
    message: &'a str,
    outcome: Outcome,
    operation: &'static str,
    method: &'static str,
    path: &'static str,
    status: Option<u16>,
    attempts: u32,
    retryable: bool,
    retry_after_ms: Option<f64>,
    phase: Option<Phase>,
    /// JSON.
    issues: String,
    issue_count: Option<usize>,
}

/// Makes a call of an operation, told by its place in the table or behind it (`operations/raw.rs`). Ids are
/// text, a line each, body and query JSON. The context hears how it ends.
#[wasm_bindgen(js_name = callOperation)]
#[expect(unreachable_pub, reason = "wasm-bindgen exports it")]
pub fn call_operation(
    context: Context,
    operation: usize,
    ids: &str,
    body: Option<String>,
    query: Option<String>,
    numbers: &[f64],
    lines: &str,
) {
    let (Some(operation), Some(settings)) =
        (operations::operation(operation), unpacked(numbers, lines))
    else {
        return context.reject(&"no such call".into());
    };
    #[cfg(feature = "faulty")]
    faults::at_once(&settings);
    let ids = ids.split('\n').map(str::to_owned).collect();
    let arguments = Arguments { ids, body, query };
    spawn_local(async move {
        if let Err(error) = make(&context, operation, &arguments, &settings).await {
            context.reject(&error);
        }
    });
}

async fn make(
    context: &Context,
    operation: &'static Operation,
    arguments: &Arguments,
    settings: &Settings,
) -> Result<(), JsValue> {
    let host = WebHost::new(context);
    #[cfg(feature = "faulty")]
    faults::later(&host, settings).await;
    match call(&host, operation, arguments, settings, OPTION_NAMES).await {
        Ok(reply) => succeeded(context, &reply),
        Err(thrown) => {
            let Failure {
                class,
                code,
                message,
                outcome,
                status,
                attempts,
                ..
            } = &*thrown.failure;
            let facts = FailureFacts {
                class: *class,
                code,
                message,
                outcome: *outcome,
                operation: operation.name,
                method: operation.method.as_str(),
                path: operation.path,
                status: *status,
                attempts: *attempts,
                retryable: thrown.failure.retryable,
                retry_after_ms: thrown.failure.retry_after_ms,
                phase: thrown.failure.phase,
                issues: json(&thrown.failure.findings.list),
                issue_count: Some(thrown.failure.findings.issue_count).filter(|count| *count > 0),
            };
            Err(failed(context, &facts, &thrown, host.take_cause())?)
        }
    }
}

/// One crossing: a success is what most calls are.
fn succeeded(context: &Context, reply: &Reply<WebAnswer, Bytes>) -> Result<(), JsValue> {
    let (mut data, mut meta) = (JsValue::UNDEFINED, JsValue::UNDEFINED);
    if let Some((body, decoded)) = &reply.content {
        data = parsed(context, body, decoded.bom, &decoded.data)?;
        if let Some(text) = &decoded.meta {
            meta = parsed(context, body, decoded.bom, text)?;
        }
    }
    let of_answer = reply
        .content
        .iter()
        .flat_map(|(_, decoded)| &decoded.findings.list);
    let mut findings = reply.findings.list.iter().chain(of_answer).peekable();
    let findings = findings.peek().is_some().then(|| json(findings));
    context.resolve(
        reply.answer.response(),
        reply.attempts,
        reply.next_page_key.as_deref(),
        &data,
        &meta,
        findings.as_deref(),
    );
    Ok(())
}

fn failed(
    context: &Context,
    facts: &FailureFacts<'_>,
    thrown: &Thrown<WebAnswer, Bytes>,
    cause: Option<JsValue>,
) -> Result<JsValue, JsValue> {
    let error = js_sys::Object::new().into();
    set(&error, "facts", &serde_wasm_bindgen::to_value(facts)?)?;
    if let Some(answer) = &thrown.answer {
        set(&error, "headers", &answer.headers())?;
    }
    if let Some(body) = &thrown.body {
        set(&error, "body", &body_value(context, body)?)?;
        if let Some(Decoded { bom, data, .. }) = &thrown.decoded {
            set(&error, "data", &parsed(context, body, *bom, data)?)?;
        }
    }
    if let Some(cause) = cause {
        set(&error, "cause", &cause)?;
    }
    Ok(error)
}

fn set(object: &JsValue, name: &str, value: &JsValue) -> Result<(), JsValue> {
    Reflect::set(object, &name.into(), value).map(|_| ())
}

/// A part of a body, parsed. Its text is made where the parser is, and goes nowhere else.
fn parsed(context: &Context, body: &Bytes, bom: usize, text: &Text) -> Result<JsValue, JsValue> {
    let bytes = match text {
        Text::AsIs(range) => body.get(bom + range.start..bom + range.end),
        Text::Mended(text) => Some(text.as_bytes()),
    };
    context.parse(bytes.unwrap_or_default())
}

/// An error's body: parsed when it is JSON, else as text.
fn body_value(context: &Context, body: &Bytes) -> Result<JsValue, JsValue> {
    match codec::plain(body) {
        Ok(Some((bom, text))) => parsed(context, body, bom, &text),
        _ => context.text(body),
    }
}

/// Panics on demand, to test that nothing hangs or ends after one. Not in what is published.
#[cfg(feature = "faulty")]
#[expect(clippy::panic, reason = "that is what it is for")]
mod faults {
    use crate::client::Host;
    use crate::client::Settings;

    fn wanted(settings: &Settings) -> Option<&str> {
        let mut headers = settings.headers.iter();
        let (_, value) = headers.find(|(name, _)| name == "x-panic")?;
        Some(value)
    }

    /// While JavaScript waits for the export to return.
    pub(super) fn at_once(settings: &Settings) {
        if wanted(settings) == Some("at once") {
            panic!("asked for");
        }
    }

    /// In a task, after a timer.
    pub(super) async fn later(host: &impl Host, settings: &Settings) {
        if wanted(settings) == Some("later") {
            host.sleep(10.0).await;
            panic!("asked for");
        }
    }
}
