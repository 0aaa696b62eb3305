//! The only exports, and the only conversions of JavaScript's values.

#[cfg(feature = "client")]
mod client;
#[cfg(feature = "sandbox")]
mod sandbox;
