//! One call from start to end, over `trait Host`: prepare, wait for a slot, ask for the token, send,
//! read, decide, perhaps again. Tested natively under simulated time. Not here: the rules
//! (`policy/`), the shapes (`models/`), JavaScript (`host/`, `bindings/`).

mod answer;
mod attempt;
mod call;
mod failure;
mod host;
mod prepare;
mod proof;
mod race;
mod retry;
mod settings;

#[cfg(test)]
mod tests;

pub use crate::policy::limiter::Rate;
pub use call::{Reply, call};
pub use failure::{Class, Failure, Outcome, Phase, Thrown};
pub use host::{Answer, Event, Host, ReadFailure, SendFailure, Shared, TokenFailure};
pub use prepare::{Arguments, Request};
pub use settings::{AuthScheme, Checking, Settings};
