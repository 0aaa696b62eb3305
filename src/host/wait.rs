//! What JavaScript will say, as a future: a timer, an answer, a body. JavaScript is given two numbers and calls
//! `settle` with them. A closure would do the same, but it has to be made, registered and let go each time:
//! for a small call that took longer than the call.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// What was promised: it is fulfilled or rejected.
pub(super) type Settled = Result<JsValue, JsValue>;

#[derive(Default)]
struct Slot {
    /// Who has it, counted from the first: what comes for one before is nobody's any more.
    turn: u32,
    waker: Option<Waker>,
    settled: Option<Settled>,
}

#[derive(Default)]
struct Slots {
    all: Vec<Slot>,
    free: Vec<u32>,
}

thread_local! {
    static SLOTS: RefCell<Slots> = RefCell::default();
}

impl Slots {
    fn of(&mut self, at: u32, turn: u32) -> Option<&mut Slot> {
        let slot = usize::try_from(at).ok().and_then(|at| self.all.get_mut(at));
        slot.filter(|slot| slot.turn == turn)
    }
}

/// A place to wait at. Dropped, it is somebody else's.
pub(super) struct Wait {
    /// What JavaScript is to call `settle` with.
    pub(super) at: u32,
    /// The same.
    pub(super) turn: u32,
}

impl Wait {
    pub(super) fn new() -> Self {
        SLOTS.with_borrow_mut(|slots| {
            let at = slots.free.pop().unwrap_or_else(|| {
                slots.all.push(Slot::default());
                u32::try_from(slots.all.len() - 1).unwrap_or(u32::MAX)
            });
            let turn = usize::try_from(at)
                .ok()
                .and_then(|index| slots.all.get(index))
                .map_or(0, |slot| slot.turn);
            Self { at, turn }
        })
    }
}

impl Future for Wait {
    type Output = Settled;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Settled> {
        SLOTS.with_borrow_mut(|slots| {
            let Some(slot) = slots.of(self.at, self.turn) else {
                return Poll::Pending;
            };
            match slot.settled.take() {
                Some(settled) => Poll::Ready(settled),
                None => {
                    slot.waker = Some(context.waker().clone());
                    Poll::Pending
                }
            }
        })
    }
}

impl Drop for Wait {
    fn drop(&mut self) {
        SLOTS.with_borrow_mut(|slots| {
            if let Some(slot) = slots.of(self.at, self.turn) {
                *slot = Slot {
                    turn: slot.turn.wrapping_add(1),
                    ..Slot::default()
                };
                slots.free.push(self.at);
            }
        });
    }
}

/// JavaScript says what became of what it promised.
#[wasm_bindgen]
#[expect(unreachable_pub, reason = "wasm-bindgen exports it")]
pub fn settle(at: u32, turn: u32, fulfilled: bool, value: JsValue) {
    let waker = SLOTS.with_borrow_mut(|slots| {
        let slot = slots.of(at, turn)?;
        slot.settled = Some(if fulfilled { Ok(value) } else { Err(value) });
        slot.waker.take()
    });
    if let Some(waker) = waker {
        waker.wake();
    }
}
