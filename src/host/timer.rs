//! A timer as a future. Dropped, it is cleared: none is left that keeps a process alive.

use super::context::Context;
use super::wait::Wait;
use wasm_bindgen::prelude::JsValue;

/// The longest timer that runtimes take; a longer one would end at once.
const LONGEST_MS: f64 = 2_147_483_647.0;

struct Timer<'a> {
    context: &'a Context,
    id: JsValue,
    has_rung: bool,
}

impl Drop for Timer<'_> {
    fn drop(&mut self) {
        if !self.has_rung {
            self.context.clear(&self.id);
        }
    }
}

/// Waits that many milliseconds, rounded up.
pub(super) async fn sleep(context: &Context, ms: f64) {
    let wait = Wait::new();
    let id = context.sleep(ms.ceil().min(LONGEST_MS), wait.at, wait.turn);
    let mut timer = Timer {
        context,
        id,
        has_rung: false,
    };
    // It ends in one way only.
    let _rung = wait.await;
    timer.has_rung = true;
}
