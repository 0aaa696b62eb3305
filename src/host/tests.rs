//! The host in a real JavaScript engine: Node, and a browser. The crate's pure parts are tested natively.

use crate::bindings::client::call_operation;
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use super::context::Context;
use super::wait::{Wait, settle};

/// The shell's own modules: the one that is tested, and what it imports.
const MODULES: &str = concat!(
    include_str!("../../pkg-template/src/quietly.mjs"),
    include_str!("../../pkg-template/src/exchange.mjs"),
    include_str!("../../pkg-template/src/signal.mjs"),
);

/// A timeout that no machine is so slow to see.
const LONG_MS: f64 = 60_000.0;

/// Makes what the shell makes for a call. `fetch` is the body of `async (url, init) => …`; the context's
/// `log` keeps what is written to it, and `ending` is a promise of how the call ends.
fn context(fetch: &str) -> JsValue {
    let source = [
        "const log = [];
         const options = {
           fetchOptions: { credentials: 'omit' },
           fetch: async (url, init) => {",
        fetch,
        "},
         };
         const context = {
           log, read_shared: (values) => values.set([0, 0, 0, 500]), write_shared: () => {}, canRenewToken: false, isWatched: true,
           signal: undefined, get aborted() { return this.signal?.aborted === true; },
           listen(at, turn) {
             if (this.signal) this.unlisten = onAbort(this.signal, () => settle(at, turn, true));
             return this.signal !== undefined;
           },
           unlisten: () => {},
           exchange: () => new Exchange(options, { settle }), token: () => 'secret',
           sleep: (ms, at, turn) => setTimeout(() => settle(at, turn, true), ms), clear: clearTimeout.bind(undefined),
           parse: (bytes) => JSON.parse(new TextDecoder().decode(bytes)), text: (bytes) => new TextDecoder().decode(bytes),
           on_request: (attempt) => log.push(`request ${attempt}`),
           on_response: (attempt, status) => log.push(`response ${attempt} ${status}`),
           on_retry: (attempt, wait, code) => log.push(`retry ${attempt} ${code}`),
         };
         context.ending = new Promise((resolve, reject) => {
           context.resolve = (response, attempts, nextPageKey, data, meta, findings) => resolve({ attempts, data });
           context.reject = reject;
         });
         return context;",
    ]
    .concat();
    let settle = Closure::<dyn Fn(u32, u32, bool, JsValue)>::new(settle).into_js_value();
    let modules = MODULES
        .replace("import { quietly } from './quietly.mjs';", "")
        .replace("export ", "");
    let source = [&modules, "\n", &source].concat();
    let make = Function::new_with_args("settle", &source);
    let made = make.call1(&JsValue::UNDEFINED, &settle);
    made.expect("a context")
}

/// `listTags`, which reads and has one id.
async fn list_tags(context: &JsValue, timeout_ms: f64) -> Result<JsValue, JsValue> {
    let index = crate::operations::OPERATIONS
        .iter()
        .position(|operation| operation.name == "listTags")
        .expect("an operation");
    call_operation(
        context.clone().unchecked_into::<Context>(),
        index,
        "7",
        None,
        None,
        &[
            timeout_ms, LONG_MS, 2.0, 0.0, 1.0, 1000.0, 0.0, 1.0, 0.0, 0.0, 0.0,
        ],
        "https://dixa.example\nx\ny",
    );
    JsFuture::from(get(context, "ending").unchecked_into::<Promise>()).await
}

async fn sleep(context: &JsValue, ms: f64) {
    let context = context.clone().unchecked_into::<Context>();
    super::timer::sleep(&context, ms).await;
}

#[wasm_bindgen_test]
async fn what_comes_for_one_who_waits_no_more_is_not_for_the_next() {
    let first = Wait::new();
    let (at, turn) = (first.at, first.turn);
    drop(first);
    let next = Wait::new();
    assert_eq!(next.at, at);
    settle(at, turn, true, "late".into());
    settle(next.at, next.turn, false, "mine".into());
    assert_eq!(next.await, Err("mine".into()));
}

fn get(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |at, name| {
        Reflect::get(&at, &name.into()).unwrap_or(JsValue::UNDEFINED)
    })
}

fn text(value: &JsValue, path: &str) -> String {
    get(value, path).as_string().unwrap_or_default()
}

fn log(context: &JsValue) -> String {
    get(context, "log")
        .unchecked_into::<Array>()
        .join(", ")
        .into()
}

#[wasm_bindgen_test]
async fn a_call_goes_out_through_fetch_and_its_answer_comes_back() {
    let context = context(
        "log.push([url, init.method, init.redirect, init.credentials, init.headers.get('authorization'), init.headers.get('x'),
            init.signal instanceof AbortSignal].join(' '));
         return new Response('{\"data\":[{\"id\":\"a\",\"name\":\"æøå 🙂\",\"state\":\"Active\",\"color\":null}]}');",
    );
    let reply = list_tags(&context, LONG_MS).await.expect("an answer");
    assert_eq!(text(&reply, "data.0.name"), "æøå 🙂");
    assert!(!Reflect::has(&get(&reply, "data.0"), &"color".into()).unwrap_or(true));
    assert_eq!(
        log(&context),
        "request 1, https://dixa.example/v1/conversations/7/tags GET manual omit secret y true, response 1 200"
    );
}

#[wasm_bindgen_test]
async fn a_body_that_is_longer_than_allowed_is_not_read_to_its_end() {
    let context = context(
        "let chunks = 0;
         return new Response(new ReadableStream({
           pull: (controller) => { chunks++; controller.enqueue(new Uint8Array(400).fill(32)); },
           cancel: () => log.push(`cancelled after ${chunks <= 6}`),
         }));",
    );
    let error = list_tags(&context, LONG_MS).await.expect_err("an error");
    assert_eq!(text(&error, "facts.code"), "body_too_large");
    assert!(
        log(&context).ends_with("cancelled after true"),
        "{}",
        log(&context)
    );
}

#[wasm_bindgen_test]
async fn a_timer_ends_an_attempt_and_aborts_its_request() {
    let context = context(
        "if (log.length > 1) return new Response('{\"data\":[]}');
         return new Promise((_, reject) => init.signal.addEventListener('abort', () => { log.push('aborted'); reject(init.signal.reason); }));",
    );
    // The second attempt is in time, however slow the machine is.
    let once = "const { sleep } = context;
         context.sleep = (ms, ...more) => ms === 30 && context.log.includes('aborted') ? 0 : sleep(ms, ...more);";
    let once = Function::new_with_args("context", once);
    once.call1(&JsValue::UNDEFINED, &context)
        .expect("a context");
    assert!(list_tags(&context, 30.0).await.is_ok());
    assert_eq!(
        log(&context),
        "request 1, aborted, retry 1 timeout, request 2, response 2 200"
    );
}

#[wasm_bindgen_test]
async fn what_fetch_throws_is_the_cause() {
    let context =
        context("throw Object.assign(new TypeError('failed'), { cause: { code: 'ENOTFOUND' } });");
    let error = list_tags(&context, LONG_MS).await.expect_err("an error");
    assert_eq!(text(&error, "facts.code"), "not_connected");
    assert_eq!(text(&error, "facts.outcome"), "not_sent");
    assert_eq!(text(&error, "cause.message"), "failed");
}

#[wasm_bindgen_test]
async fn a_caller_who_aborts_is_heard_and_the_listener_is_taken_away() {
    let context = context("return new Promise(() => {});");
    let controller = web_sys::AbortController::new().expect("a controller");
    let signal = controller.signal();
    let watch = Function::new_with_args(
        "signal, log",
        "const { removeEventListener } = signal;
         signal.removeEventListener = function (...given) { log.push('removed'); return removeEventListener.apply(this, given); };
         return signal;",
    );
    let signal = watch
        .call2(&JsValue::UNDEFINED, &signal, &get(&context, "log"))
        .expect("a signal");
    Reflect::set(&context, &"signal".into(), &signal).expect("an object");
    let there = context.clone();
    wasm_bindgen_futures::spawn_local(async move {
        sleep(&there, 20.0).await;
        controller.abort();
    });
    let error = list_tags(&context, LONG_MS).await.expect_err("an error");
    assert_eq!(text(&error, "facts.class"), "AbortError");
    assert_eq!(text(&error, "facts.outcome"), "unknown");
    assert!(log(&context).ends_with("removed"), "{}", log(&context));
}

#[wasm_bindgen_test]
async fn an_answer_of_another_make_is_read_by_its_methods() {
    let context = context(
        "return { status: 200, type: 'default', headers: new Headers(), body: undefined, text: async () => '{\"data\":[]}' };",
    );
    let reply = list_tags(&context, LONG_MS).await.expect("an answer");
    assert_eq!(get(&reply, "data.length").as_f64(), Some(0.0));
}

#[wasm_bindgen_test]
async fn a_body_that_nobody_waits_for_any_more_is_cancelled() {
    // The stream knows nothing of the request's signal, and cancelling it fails.
    let context = context(
        "return new Response(new ReadableStream({
           pull: () => new Promise(() => {}),
           cancel: () => { log.push('cancelled'); return Promise.reject(new Error('unheard')); },
         }));",
    );
    let error = list_tags(&context, 30.0).await.expect_err("an error");
    assert_eq!(text(&error, "facts.phase"), "body");
    let log = log(&context);
    assert_eq!(log.matches("cancelled").count(), 3, "{log}");
}

#[wasm_bindgen_test]
async fn an_answer_that_the_runtime_hides_is_a_redirect() {
    for kind in ["opaqueredirect", "opaque", "error"] {
        let hidden = "return { status: 0, type: 'TYPE', headers: new Headers(), body: null };";
        let context = context(&hidden.replace("TYPE", kind));
        let error = list_tags(&context, LONG_MS).await.expect_err("an error");
        assert_eq!(text(&error, "facts.code"), "redirect_refused", "{kind}");
        assert_eq!(text(&error, "facts.class"), "ConnectionError");
    }
}

#[wasm_bindgen_test]
async fn many_calls_with_one_signal_leave_no_listener_on_it() {
    let controller = web_sys::AbortController::new().expect("a controller");
    let watch = Function::new_with_args(
        "signal",
        "const listeners = new Map();
         const { addEventListener, removeEventListener } = signal;
         signal.addEventListener = function (type, listener) { listeners.set(listener, type); return addEventListener.call(this, type, listener); };
         signal.removeEventListener = function (type, listener) {
           if (listeners.get(listener) === type) listeners.delete(listener);
           return removeEventListener.call(this, type, listener);
         };
         return { signal, count: () => listeners.size };",
    );
    let watched = watch
        .call1(&JsValue::UNDEFINED, &controller.signal())
        .expect("a signal");
    for number in 0..1000 {
        let context = context(match number % 3 {
            0 => "return new Response('{\"data\":[]}');",
            1 => "return new Response('', { status: 404 });",
            _ => "return new Response('<html>');",
        });
        Reflect::set(&context, &"signal".into(), &get(&watched, "signal")).expect("an object");
        let _ = list_tags(&context, LONG_MS).await;
    }
    let count: Function = get(&watched, "count").unchecked_into();
    let left = count.call0(&JsValue::UNDEFINED).expect("a number");
    assert_eq!(left.as_f64(), Some(0.0));
}

#[wasm_bindgen_test]
async fn a_body_shorter_than_declared_broke_off() {
    let context =
        context("return new Response('{\"data\":[', { headers: { 'content-length': '400' } });");
    let error = list_tags(&context, LONG_MS).await.expect_err("an error");
    assert_eq!(text(&error, "facts.code"), "body_lost");
    assert_eq!(get(&error, "facts.attempts").as_f64(), Some(3.0));
}
