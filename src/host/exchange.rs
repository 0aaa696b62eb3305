//! One request and its answer. The steps are JavaScript's (`pkg-template/src/exchange.mjs`): a step is one
//! crossing there, and a dozen from here.

use super::wait::Wait;
use crate::client::{Answer, ReadFailure, Request};
use gloo_net::http::Response;
use js_sys::Reflect;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// A request under way.
    pub(super) type Exchange;
    #[wasm_bindgen(method, catch)]
    fn send(
        this: &Exchange,
        head: &str,
        body: Option<&str>,
        at: u32,
        turn: u32,
    ) -> Result<(), JsValue>;
    #[wasm_bindgen(method)]
    fn read(this: &Exchange, response: &JsValue, limit: usize, at: u32, turn: u32);
    /// Copies the body that was read.
    #[wasm_bindgen(method)]
    fn take(this: &Exchange, body: &mut [u8]);
    #[wasm_bindgen(method)]
    fn end(this: &Exchange, is_complete: bool);
}

/// An exchange that is ended when dropped.
struct Open {
    exchange: Exchange,
    is_complete: Cell<bool>,
}

impl Drop for Open {
    fn drop(&mut self) {
        self.exchange.end(self.is_complete.get());
    }
}

/// Why there is no answer.
pub(super) enum Unsent {
    /// `fetch` threw.
    Refused(JsValue),
    /// Its promise was rejected.
    Failed(JsValue),
}

/// An answer of `fetch`. As long as it lives its body may be read; dropped before that, the request is
/// aborted.
pub(crate) struct WebAnswer {
    open: Open,
    response: Response,
    raw: JsValue,
}

/// Sends a request. Dropping the future aborts it.
pub(super) async fn send(exchange: Exchange, request: &Request) -> Result<WebAnswer, Unsent> {
    let open = Open {
        exchange,
        is_complete: Cell::new(false),
    };
    let mut head = [request.method, "\n", &request.url].concat();
    for (name, value) in &request.headers {
        for line in [name, value] {
            head.push('\n');
            head.push_str(line);
        }
    }
    let (wait, body) = (Wait::new(), request.body.as_deref());
    let sent = open.exchange.send(&head, body, wait.at, wait.turn);
    sent.map_err(Unsent::Refused)?;
    let raw = wait.await.map_err(Unsent::Failed)?;
    let response = Response::from(raw.clone().unchecked_into::<web_sys::Response>());
    Ok(WebAnswer {
        open,
        response,
        raw,
    })
}

/// The bytes of a body, copied into wasm once.
pub(crate) type Bytes = Vec<u8>;

impl WebAnswer {
    /// What `fetch` gave.
    pub(crate) fn response(&self) -> &JsValue {
        &self.raw
    }

    /// The headers, as JavaScript has them.
    pub(crate) fn headers(&self) -> JsValue {
        Reflect::get(&self.raw, &"headers".into()).unwrap_or(JsValue::UNDEFINED)
    }

    /// Reads the body; whole, or not at all.
    pub(super) async fn read(&self, limit: usize) -> Result<Bytes, (ReadFailure, JsValue)> {
        let (wait, exchange) = (Wait::new(), &self.open.exchange);
        exchange.read(&self.raw, limit, wait.at, wait.turn);
        let read = wait.await.map_err(|cause| (ReadFailure::Lost, cause))?;
        let Some(length) = read.as_f64() else {
            return Err((ReadFailure::TooLarge, read));
        };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a length within the limit"
        )]
        let mut body = vec![0; length as usize];
        exchange.take(&mut body);
        self.open.is_complete.set(true);
        Ok(body)
    }
}

impl Answer for WebAnswer {
    fn status(&self) -> u16 {
        self.response.status()
    }

    fn header(&self, name: &str) -> Option<String> {
        // Headers of another kind than the runtime's may throw, or give what is no text.
        let raw = self.raw.unchecked_ref::<web_sys::Response>();
        raw.headers().get(name).ok().flatten()
    }
}
