//! The only exports, and the only conversions of JavaScript's values.

#[cfg(feature = "client")]
pub(crate) mod client;
#[cfg(any(feature = "client", feature = "webhooks"))]
mod issues;
#[cfg(feature = "sandbox")]
mod sandbox;
#[cfg(feature = "webhooks")]
mod webhooks;
