//! What JavaScript hands over for one call, as a `Host`.

use super::body::{self, Bytes};
use super::signal::{Listener, Signal};
use super::timer;
use crate::client::{Answer, Event, Host, ReadFailure, Request, SendFailure, Shared, TokenFailure};
use crate::policy::limiter::Bucket;
use gloo_net::http::{Headers, Response};
use js_sys::{Float64Array, Function, Promise, Reflect};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestInit, RequestRedirect};

#[wasm_bindgen]
extern "C" {
    /// What a call needs from JavaScript. It is made for each call and kept by none.
    pub(crate) type Context;
    /// The caller's `fetch`, or the global one.
    #[wasm_bindgen(method, getter)]
    fn fetch(this: &Context) -> Function;
    /// A new `RequestInit` with the caller's `fetchOptions`.
    #[wasm_bindgen(method)]
    fn init(this: &Context) -> RequestInit;
    /// The token, or a promise of it; `undefined` when there is none.
    #[wasm_bindgen(method, catch)]
    fn token(this: &Context, renew: bool) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, js_name = canRenewToken)]
    fn can_renew_token(this: &Context) -> bool;
    #[wasm_bindgen(method, getter)]
    fn signal(this: &Context) -> Option<Signal>;
    /// What all calls of the client share, see [`Shared`].
    #[wasm_bindgen(method, getter)]
    fn shared(this: &Context) -> Float64Array;
    #[wasm_bindgen(method)]
    fn on_request(this: &Context, attempt: u32);
    #[wasm_bindgen(method)]
    fn on_response(this: &Context, attempt: u32, status: u16);
    #[wasm_bindgen(method)]
    fn on_retry(this: &Context, attempt: u32, wait_ms: f64, code: &str);
}

/// A call's host.
pub(crate) struct WebHost {
    context: Context,
    shared: Float64Array,
    listener: Option<Listener>,
    /// What was thrown last, for the error's `cause`.
    cause: RefCell<Option<JsValue>>,
}

impl WebHost {
    pub(crate) fn new(context: Context) -> Self {
        let listener = context.signal().map(Listener::new);
        Self {
            shared: context.shared(),
            listener,
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

/// An answer of `fetch`. As long as it lives its body may be read; dropped, the request is aborted.
pub(crate) struct WebAnswer {
    response: Response,
    raw: JsValue,
    _attempt: Attempt,
}

impl WebAnswer {
    /// The headers, as JavaScript has them.
    pub(crate) fn headers(&self) -> JsValue {
        Reflect::get(&self.raw, &"headers".into()).unwrap_or(JsValue::UNDEFINED)
    }
}

impl Answer for WebAnswer {
    fn status(&self) -> u16 {
        self.response.status()
    }

    fn header(&self, name: &str) -> Option<String> {
        self.response.headers().get(name)
    }
}

/// A request under way: aborted when dropped. Aborting one that has ended does nothing.
struct Attempt(AbortController);

impl Drop for Attempt {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Host for WebHost {
    type Answer = WebAnswer;
    type Body = Bytes;

    fn now(&self) -> f64 {
        js_sys::Date::now()
    }

    fn random(&self) -> f64 {
        js_sys::Math::random()
    }

    async fn sleep(&self, ms: f64) {
        timer::sleep(ms).await;
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
        let refused = |cause| self.keep_cause(cause, SendFailure::Refused);
        let attempt = Attempt(AbortController::new().map_err(refused)?);
        let headers = Headers::new();
        for (name, value) in &request.headers {
            headers.set(name, value);
        }
        let init = self.context.init();
        init.set_method(request.method);
        init.set_headers(&headers.into_raw());
        init.set_redirect(RequestRedirect::Manual);
        init.set_signal(Some(&attempt.0.signal()));
        if let Some(body) = &request.body {
            init.set_body(&body.into());
        }
        // Called without `this`: browsers and workerd refuse a fetch that is called on an object.
        let promise =
            self.context
                .fetch()
                .call2(&JsValue::UNDEFINED, &(&request.url).into(), &init);
        let promise = promise.map_err(refused)?;
        let failed = |cause: JsValue| {
            let failure = send_failure(&cause);
            self.keep_cause(cause, failure)
        };
        let raw = JsFuture::from(Promise::resolve(&promise))
            .await
            .map_err(failed)?;
        let response = Response::from(raw.clone().unchecked_into::<web_sys::Response>());
        Ok(WebAnswer {
            response,
            raw,
            _attempt: attempt,
        })
    }

    async fn read(&self, answer: &WebAnswer, limit: usize) -> Result<Bytes, ReadFailure> {
        let encoded = answer.header("content-encoding").is_some();
        let declared = answer
            .header("content-length")
            .and_then(|length| length.parse().ok());
        let read = body::read(&answer.raw, declared.filter(|_| !encoded), limit).await;
        read.map_err(|(failure, cause)| self.keep_cause(cause, failure))
    }

    fn shared(&self) -> Shared {
        let get = |index| self.shared.get_index(index);
        Shared {
            bucket: Bucket {
                full_at: get(0),
                booked_full_at: get(1),
            },
            retry_budget: get(2),
        }
    }

    fn share(&self, shared: Shared) {
        self.shared.set_index(0, shared.bucket.full_at);
        self.shared.set_index(1, shared.bucket.booked_full_at);
        self.shared.set_index(2, shared.retry_budget);
    }

    fn observe(&self, event: Event) {
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
        _ => SendFailure::Lost,
    }
}
