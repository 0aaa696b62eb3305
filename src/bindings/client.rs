//! What the client's wasm exports: one function that makes a call.

use crate::client::{
    Arguments, AuthScheme, Checking, Class, Failure, Outcome, Phase, Rate, Reply, Settings, Thrown,
    call,
};
use crate::codec::{self, Decoded, Finding, Severity, Text};
use crate::host::{Bytes, Context, WebAnswer, WebHost};
use crate::operations::{OPERATIONS, OPTION_NAMES};
use js_sys::{JsString, Promise, Reflect, Uint8Array};
use serde::Serialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::future_to_promise;

#[wasm_bindgen]
extern "C" {
    /// The global `TextDecoder`, of UTF-8. Its text stays in JavaScript.
    type TextDecoder;
    #[wasm_bindgen(constructor)]
    fn new() -> TextDecoder;
    #[wasm_bindgen(method)]
    fn decode(this: &TextDecoder, bytes: &Uint8Array) -> JsString;
    #[wasm_bindgen(js_namespace = JSON, js_name = parse, catch)]
    fn json_parse(text: &JsString) -> Result<JsValue, JsValue>;

    /// Settings of a call, defaults filled in. Read by name: deserializing them would cost 20 KB of code.
    pub(crate) type GivenSettings;
    #[wasm_bindgen(method, getter, js_name = baseUrl)]
    fn base_url(this: &GivenSettings) -> String;
    #[wasm_bindgen(method, getter)]
    fn bearer(this: &GivenSettings) -> bool;
    #[wasm_bindgen(method, getter, js_name = timeoutMs)]
    fn timeout_ms(this: &GivenSettings) -> f64;
    #[wasm_bindgen(method, getter, js_name = totalTimeoutMs)]
    fn total_timeout_ms(this: &GivenSettings) -> f64;
    #[wasm_bindgen(method, getter, js_name = maxRetries)]
    fn max_retries(this: &GivenSettings) -> u32;
    /// 0: no limit.
    #[wasm_bindgen(method, getter, js_name = requestsPerSecond)]
    fn requests_per_second(this: &GivenSettings) -> f64;
    #[wasm_bindgen(method, getter)]
    fn burst(this: &GivenSettings) -> f64;
    #[wasm_bindgen(method, getter, js_name = autoExternalId)]
    fn auto_external_id(this: &GivenSettings) -> bool;
    #[wasm_bindgen(method, getter)]
    fn idempotent(this: &GivenSettings) -> bool;
    #[wasm_bindgen(method, getter)]
    fn validation(this: &GivenSettings) -> String;
    #[wasm_bindgen(method, getter, js_name = maxBodyBytes)]
    fn max_body_bytes(this: &GivenSettings) -> usize;
    /// Names and values in turn, names in lower case.
    #[wasm_bindgen(method, getter)]
    fn headers(this: &GivenSettings) -> Vec<String>;
}

impl From<&GivenSettings> for Settings {
    fn from(given: &GivenSettings) -> Self {
        let limit = Rate {
            requests_per_second: given.requests_per_second(),
            burst: given.burst(),
        };
        let mut headers = given.headers().into_iter();
        Self {
            base_url: given.base_url(),
            auth_scheme: if given.bearer() {
                AuthScheme::Bearer
            } else {
                AuthScheme::Raw
            },
            timeout_ms: given.timeout_ms(),
            total_timeout_ms: given.total_timeout_ms(),
            max_retries: given.max_retries(),
            rate_limit: Some(limit).filter(|limit| limit.requests_per_second > 0.0),
            auto_external_id: given.auto_external_id(),
            idempotent: given.idempotent(),
            validation: match given.validation().as_str() {
                "strict" => Checking::Strict,
                "off" => Checking::Off,
                _ => Checking::Warn,
            },
            max_body_bytes: given.max_body_bytes(),
            headers: std::iter::from_fn(|| Some((headers.next()?, headers.next()?))).collect(),
        }
    }
}

/// A finding, as JavaScript sees it.
#[derive(Serialize)]
struct FoundFacts<'a> {
    path: &'a str,
    expected: &'a str,
    got: &'a str,
    severity: &'static str,
    message: String,
}

/// A success, its data left out.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ReplyFacts<'a> {
    status: u16,
    request_id: Option<&'a str>,
    attempts: u32,
    next_page_key: Option<&'a str>,
    issues: Vec<FoundFacts<'a>>,
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
    request_id: Option<&'a str>,
    attempts: u32,
    retryable: bool,
    retry_after_ms: Option<f64>,
    phase: Option<Phase>,
    issues: Vec<FoundFacts<'a>>,
    issue_count: Option<usize>,
}

/// Makes a call of an operation, told by its place in the table. Ids are text, body and query JSON.
/// Rejects with `{ facts, headers?, body?, data?, cause? }`.
#[wasm_bindgen(js_name = callOperation)]
#[expect(unreachable_pub, reason = "wasm-bindgen exports it")]
pub fn call_operation(
    context: Context,
    operation: usize,
    ids: Vec<String>,
    body: Option<String>,
    query: Option<String>,
    settings: &GivenSettings,
) -> Promise {
    let settings = Settings::from(settings);
    #[cfg(feature = "faulty")]
    faults::at_once(&settings);
    let arguments = Arguments { ids, body, query };
    future_to_promise(make(context, operation, arguments, settings))
}

async fn make(
    context: Context,
    operation: usize,
    arguments: Arguments,
    settings: Settings,
) -> Result<JsValue, JsValue> {
    let operation = OPERATIONS
        .get(operation)
        .ok_or_else(|| JsValue::from("no such operation"))?;
    #[cfg(feature = "faulty")]
    faults::later(&settings).await;
    let host = WebHost::new(context);
    match call(&host, operation, &arguments, &settings, OPTION_NAMES).await {
        Ok(reply) => succeeded(&reply),
        Err(thrown) => {
            let Failure {
                class,
                code,
                message,
                outcome,
                status,
                request_id,
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
                request_id: request_id.as_deref(),
                attempts: *attempts,
                retryable: thrown.failure.retryable,
                retry_after_ms: thrown.failure.retry_after_ms,
                phase: thrown.failure.phase,
                issues: found(&thrown.failure.findings.list),
                issue_count: Some(thrown.failure.findings.issue_count).filter(|count| *count > 0),
            };
            Err(failed(&facts, &thrown, host.take_cause())?)
        }
    }
}

fn found(findings: &[Finding]) -> Vec<FoundFacts<'_>> {
    findings
        .iter()
        .map(|finding| FoundFacts {
            path: &finding.path,
            expected: &finding.expected,
            got: &finding.got,
            severity: match finding.severity {
                Severity::Error => "error",
                Severity::Info => "info",
            },
            message: finding.message(),
        })
        .collect()
}

fn succeeded(reply: &Reply<WebAnswer, Bytes>) -> Result<JsValue, JsValue> {
    use crate::client::Answer;
    let mut issues = found(&reply.findings.list);
    if let Some((_, decoded)) = &reply.content {
        issues.extend(found(&decoded.findings.list));
    }
    let facts = serde_wasm_bindgen::to_value(&ReplyFacts {
        status: reply.answer.status(),
        request_id: reply.request_id.as_deref(),
        attempts: reply.attempts,
        next_page_key: reply.next_page_key.as_deref(),
        issues,
    })?;
    if let Some((body, decoded)) = &reply.content {
        set(&facts, "data", &parsed(body, decoded.bom, &decoded.data)?)?;
        if let Some(meta) = &decoded.meta {
            set(&facts, "meta", &parsed(body, decoded.bom, meta)?)?;
        }
    }
    set(&facts, "headers", &reply.answer.headers())?;
    Ok(facts)
}

fn failed(
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
        set(&error, "body", &body_value(body)?)?;
        if let Some(Decoded { bom, data, .. }) = &thrown.decoded {
            set(&error, "data", &parsed(body, *bom, data)?)?;
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

/// A part of a body, parsed: from the original bytes unless it was mended.
fn parsed(body: &Bytes, bom: usize, text: &Text) -> Result<JsValue, JsValue> {
    match text {
        Text::AsIs(range) => {
            let offset = |at: usize| u32::try_from(at + bom).unwrap_or(u32::MAX);
            let part = body.there.subarray(offset(range.start), offset(range.end));
            json_parse(&TextDecoder::new().decode(&part))
        }
        Text::Mended(text) => json_parse(&text.as_str().into()),
    }
}

/// An error's body: parsed when it is JSON, else as text.
fn body_value(body: &Bytes) -> Result<JsValue, JsValue> {
    match codec::plain(body.as_ref()) {
        Ok(Some((bom, text))) => parsed(body, bom, &text),
        _ => Ok(TextDecoder::new().decode(&body.there).into()),
    }
}

/// Panics on demand, to test that nothing hangs or ends after one. Not in what is published.
#[cfg(feature = "faulty")]
#[expect(clippy::panic, reason = "that is what it is for")]
mod faults {
    use crate::client::Settings;
    use crate::host::sleep;

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
    pub(super) async fn later(settings: &Settings) {
        if wanted(settings) == Some("later") {
            sleep(10.0).await;
            panic!("asked for");
        }
    }
}
