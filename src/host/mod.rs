//! The real host: web-sys, js-sys, gloo. What JavaScript hands over for a call is a `Context`; the
//! caller's own `fetch` makes the request. Not here: the call (`client/`), what crosses the border
//! besides (`bindings/`).

mod body;
mod context;
mod signal;
mod timer;

pub(crate) use body::Bytes;
pub(crate) use context::{Context, WebAnswer, WebHost};
#[cfg(feature = "faulty")]
pub(crate) use timer::sleep;

#[cfg(test)]
mod tests;
