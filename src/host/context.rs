//! What JavaScript hands over for one call, as a `Host`.

use super::exchange::{self, Bytes, Exchange, Unsent, WebAnswer};
use super::signal::Listener;
use super::timer;
use crate::client::{Event, Host, ReadFailure, Request, SendFailure, Shared, TokenFailure};
use crate::policy::limiter::Bucket;
use js_sys::{Promise, Reflect};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// What a call needs from JavaScript. It is made for each call and kept by none.
    pub(crate) type Context;
    /// For a new request.
    #[wasm_bindgen(method)]
    fn exchange(this: &Context) -> Exchange;
    /// The token, or a promise of it; `undefined` when there is none.
    #[wasm_bindgen(method, catch)]
    fn token(this: &Context, renew: bool) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, js_name = canRenewToken)]
    fn can_renew_token(this: &Context) -> bool;
    /// Settles the wait when the caller's signal aborts, until `unlisten`; `false` when there is no signal.
    #[wasm_bindgen(method)]
    pub(super) fn listen(this: &Context, at: u32, turn: u32) -> bool;
    #[wasm_bindgen(method)]
    pub(super) fn unlisten(this: &Context);
    #[wasm_bindgen(method, getter)]
    pub(super) fn aborted(this: &Context) -> bool;
    /// Starts a timer and gives what clears it.
    #[wasm_bindgen(method)]
    pub(super) fn sleep(this: &Context, ms: f64, at: u32, turn: u32) -> JsValue;
    #[wasm_bindgen(method)]
    pub(super) fn clear(this: &Context, timer: &JsValue);
    /// What all calls of the client share, see [`Shared`]: the limiter's three times, and the budget.
    #[wasm_bindgen(method)]
    fn read_shared(this: &Context, values: &mut [f64]);
    #[wasm_bindgen(method)]
    fn write_shared(this: &Context, values: &[f64]);
    /// Bytes as JSON.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn parse(this: &Context, json: &[u8]) -> Result<JsValue, JsValue>;
    /// Bytes as text.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn text(this: &Context, bytes: &[u8]) -> Result<JsValue, JsValue>;
    /// The call has succeeded. `findings` is a list in JSON.
    #[wasm_bindgen(method)]
    pub(crate) fn resolve(
        this: &Context,
        response: &JsValue,
        attempts: u32,
        next_page_key: Option<&str>,
        data: &JsValue,
        meta: &JsValue,
        findings: Option<&str>,
    );
    /// The call has failed: `{ facts, headers?, body?, data?, cause? }`.
    #[wasm_bindgen(method)]
    pub(crate) fn reject(this: &Context, error: &JsValue);
    /// Whether anybody watches.
    #[wasm_bindgen(method, getter, js_name = isWatched)]
    fn is_watched(this: &Context) -> bool;
    #[wasm_bindgen(method)]
    fn on_request(this: &Context, attempt: u32);
    #[wasm_bindgen(method)]
    fn on_response(this: &Context, attempt: u32, status: u16);
    #[wasm_bindgen(method)]
    fn on_retry(this: &Context, attempt: u32, wait_ms: f64, code: &str);
}

/// A call's host.
pub(crate) struct WebHost<'a> {
    context: &'a Context,
    listener: Option<Listener<'a>>,
    is_watched: bool,
    /// What was thrown last, for the error's `cause`.
    cause: RefCell<Option<JsValue>>,
}

impl<'a> WebHost<'a> {
    pub(crate) fn new(context: &'a Context) -> Self {
        Self {
            listener: Listener::new(context),
            is_watched: context.is_watched(),
            context,
            cause: RefCell::new(None),
        }
    }

    /// What was thrown last.
    pub(crate) fn take_cause(&self) -> Option<JsValue> {
        self.cause.borrow_mut().take()
    }

    fn keep_cause<T>(&self, cause: JsValue, failure: T) -> T {
        *self.cause.borrow_mut() = Some(cause);
        failure
    }
}

impl Host for WebHost<'_> {
    type Answer = WebAnswer;
    type Body = Bytes;

    fn now(&self) -> f64 {
        js_sys::Date::now()
    }

    fn random(&self) -> f64 {
        js_sys::Math::random()
    }

    async fn sleep(&self, ms: f64) {
        timer::sleep(self.context, ms).await;
    }

    async fn cancelled(&self) {
        match &self.listener {
            Some(listener) => listener.aborted().await,
            None => std::future::pending().await,
        }
    }

    fn is_cancelled(&self) -> bool {
        self.listener.as_ref().is_some_and(Listener::is_aborted)
    }

    async fn token(&self, renew: bool) -> Result<Option<String>, TokenFailure> {
        let threw = |cause| self.keep_cause(cause, TokenFailure::Threw);
        let token = self.context.token(renew).map_err(threw)?;
        if let Some(token) = token.as_string() {
            return Ok(Some(token));
        }
        let token = match token.dyn_into::<Promise>() {
            Ok(promise) => JsFuture::from(promise).await.map_err(threw)?,
            Err(token) => token,
        };
        if token.is_undefined() {
            return Ok(None);
        }
        token.as_string().map(Some).ok_or(TokenFailure::Invalid)
    }

    fn can_renew_token(&self) -> bool {
        self.context.can_renew_token()
    }

    async fn send(&self, request: &Request) -> Result<WebAnswer, SendFailure> {
        let sent = exchange::send(self.context.exchange(), request).await;
        sent.map_err(|unsent| match unsent {
            Unsent::Refused(cause) => self.keep_cause(cause, SendFailure::Refused),
            Unsent::Failed(cause) => {
                let failure = send_failure(&cause);
                self.keep_cause(cause, failure)
            }
        })
    }

    async fn read(&self, answer: &WebAnswer, limit: usize) -> Result<Bytes, ReadFailure> {
        let read = answer.read(limit).await;
        read.map_err(|(failure, cause)| self.keep_cause(cause, failure))
    }

    fn shared(&self) -> Shared {
        let mut values = [0.0; 4];
        self.context.read_shared(&mut values);
        let [full_at, booked_full_at, seen_at, retry_budget] = values;
        Shared {
            bucket: Bucket {
                full_at,
                booked_full_at,
                seen_at,
            },
            retry_budget,
        }
    }

    fn share(&self, shared: Shared) {
        let Bucket {
            full_at,
            booked_full_at,
            seen_at,
        } = shared.bucket;
        self.context
            .write_shared(&[full_at, booked_full_at, seen_at, shared.retry_budget]);
    }

    fn observe(&self, event: Event) {
        if !self.is_watched {
            return;
        }
        match event {
            Event::Request { attempt } => self.context.on_request(attempt),
            Event::Response { attempt, status } => self.context.on_response(attempt, status),
            Event::Retry {
                attempt,
                wait_ms,
                code,
            } => self.context.on_retry(attempt, wait_ms, code),
        }
    }
}

/// Codes of runtimes that can tell that no connection came about: Node, Bun.
const NOT_CONNECTED: &[&str] = &[
    "ECONNREFUSED",
    "ENOTFOUND",
    "EAI_AGAIN",
    "UND_ERR_CONNECT_TIMEOUT",
    "ConnectionRefused",
    "FailedToOpenSocket",
];

/// What the runtime says of a failed `fetch`.
fn send_failure(thrown: &JsValue) -> SendFailure {
    let get = |object: &JsValue, name: &str| {
        if object.is_object() {
            Reflect::get(object, &name.into()).ok()
        } else {
            None
        }
    };
    let inner = get(thrown, "cause").unwrap_or(JsValue::UNDEFINED);
    let code = get(&inner, "code")
        .filter(JsValue::is_string)
        .or_else(|| get(thrown, "code"));
    match code.and_then(|code| code.as_string()) {
        Some(code) if NOT_CONNECTED.contains(&code.as_str()) => SendFailure::NotConnected,
        Some(code) if code == "ERR_INVALID_URL" => SendFailure::Refused,
        Some(code) if code == "NO_RESPONSE" => SendFailure::NoResponse,
        _ => SendFailure::Lost,
    }
}
