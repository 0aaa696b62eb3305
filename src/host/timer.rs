//! A timer as a future. Dropped, it is cleared: none is left that keeps a process alive.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(callback: &Closure<dyn FnMut()>, ms: f64) -> JsValue;
    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(id: &JsValue);
}

/// The longest timer that runtimes take; a longer one would end at once.
const LONGEST_MS: f64 = 2_147_483_647.0;

struct Timer {
    id: JsValue,
    fired: Rc<Cell<bool>>,
    waker: Rc<RefCell<Option<Waker>>>,
    _callback: Closure<dyn FnMut()>,
}

impl Drop for Timer {
    fn drop(&mut self) {
        if !self.fired.get() {
            clear_timeout(&self.id);
        }
    }
}

/// Waits that many milliseconds, rounded up.
pub(crate) async fn sleep(ms: f64) {
    let fired = Rc::new(Cell::new(false));
    let waker = Rc::new(RefCell::new(None::<Waker>));
    let callback = Closure::new({
        let (fired, waker) = (Rc::clone(&fired), Rc::clone(&waker));
        move || {
            fired.set(true);
            let waiting = waker.borrow_mut().take();
            if let Some(waker) = waiting {
                waker.wake();
            }
        }
    });
    let timer = Timer {
        id: set_timeout(&callback, ms.ceil().min(LONGEST_MS)),
        fired,
        waker,
        _callback: callback,
    };
    poll_fn(move |context| {
        if timer.fired.get() {
            return Poll::Ready(());
        }
        *timer.waker.borrow_mut() = Some(context.waker().clone());
        Poll::Pending
    })
    .await;
}
