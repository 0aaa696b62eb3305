//! The only exports, and the only conversions of JavaScript's values.

#[cfg(feature = "client")]
pub(crate) mod client;
#[cfg(feature = "sandbox")]
mod sandbox;
#[cfg(feature = "webhooks")]
mod webhooks;
