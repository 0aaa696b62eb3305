//! The real host: web-sys, js-sys, gloo. What JavaScript hands over for a call is a `Context`; the
//! caller's own `fetch` makes the request. Not here: the call (`client/`), what crosses the border
//! besides (`bindings/`).

mod context;
mod exchange;
mod signal;
mod timer;
mod wait;

pub(crate) use context::{Context, WebHost};
pub(crate) use exchange::{Bytes, WebAnswer};

#[cfg(test)]
mod tests;
