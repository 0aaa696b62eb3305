//! Webhooks (contract 7): whether Dixa signed a delivery, and the event in it. Pure: bytes in, event out; the
//! time is an argument. Not here: the events' shapes (`models/webhook_event.rs`), headers and requests of
//! JavaScript (the shell).

mod receive;
mod secret;
mod signature;

#[cfg(test)]
mod tests;

pub use receive::{Delivery, Received, Refused, receive};
pub use secret::Secret;
pub use signature::{Refusal, sign, verify};
