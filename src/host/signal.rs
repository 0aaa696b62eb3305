//! The caller's `AbortSignal` as a future, with one listener that goes with the call.

use std::cell::RefCell;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// An `AbortSignal`, of this realm or another.
    #[derive(Clone)]
    pub(super) type Signal;
    #[wasm_bindgen(method, getter)]
    fn aborted(this: &Signal) -> bool;
    #[wasm_bindgen(method, js_name = addEventListener)]
    fn add_event_listener(this: &Signal, event: &str, listener: &JsValue);
    #[wasm_bindgen(method, js_name = removeEventListener)]
    fn remove_event_listener(this: &Signal, event: &str, listener: &JsValue);
}

/// Listens to a signal as long as it lives.
pub(super) struct Listener {
    signal: Signal,
    /// Who waits; several places of one call may, and waking any wakes the call.
    waker: Rc<RefCell<Option<Waker>>>,
    callback: Closure<dyn FnMut()>,
}

impl Listener {
    pub(super) fn new(signal: Signal) -> Self {
        let waker = Rc::new(RefCell::new(None::<Waker>));
        let callback = Closure::new({
            let waker = Rc::clone(&waker);
            move || {
                let waiting = waker.borrow_mut().take();
                if let Some(waker) = waiting {
                    waker.wake();
                }
            }
        });
        signal.add_event_listener("abort", callback.as_ref().unchecked_ref());
        Self {
            signal,
            waker,
            callback,
        }
    }

    pub(super) fn is_aborted(&self) -> bool {
        self.signal.aborted()
    }

    pub(super) async fn aborted(&self) {
        poll_fn(|context| {
            if self.signal.aborted() {
                return Poll::Ready(());
            }
            *self.waker.borrow_mut() = Some(context.waker().clone());
            Poll::Pending
        })
        .await;
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.signal
            .remove_event_listener("abort", self.callback.as_ref().unchecked_ref());
    }
}
