//! The caller's `AbortSignal` as a future, listened to as long as the call lives.

use super::context::Context;
use super::wait::Wait;
use std::cell::RefCell;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::Poll;

/// Listens to the signal as long as it lives.
pub(super) struct Listener<'a> {
    context: &'a Context,
    /// Who waits; several places of one call may, and waking any wakes the call.
    wait: RefCell<Wait>,
}

impl<'a> Listener<'a> {
    /// `None` when there is no signal.
    pub(super) fn new(context: &'a Context) -> Option<Self> {
        let wait = Wait::new();
        let has_signal = context.listen(wait.at, wait.turn);
        has_signal.then(|| Self {
            context,
            wait: RefCell::new(wait),
        })
    }

    pub(super) fn is_aborted(&self) -> bool {
        self.context.aborted()
    }

    pub(super) async fn aborted(&self) {
        poll_fn(|context| {
            // It wakes, once: whether it did is the signal's to say.
            let _woken = Pin::new(&mut *self.wait.borrow_mut()).poll(context);
            if self.is_aborted() {
                Poll::Ready(())
            } else {
                Poll::Pending
            }
        })
        .await;
    }
}

impl Drop for Listener<'_> {
    fn drop(&mut self) {
        self.context.unlisten();
    }
}
