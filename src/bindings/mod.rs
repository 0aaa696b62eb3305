//! The only exports to JavaScript, and the only conversions of its values.

#[cfg(feature = "client")]
mod client;
