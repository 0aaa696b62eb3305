//! The map of the house. Arrows run one way: bindings → client, host, sandbox; host → client's
//! trait; client → operations, codec, policy; sandbox → operations, codec; operations, codec → models;
//! policy and models → nobody.

pub mod client;
pub mod codec;
pub mod models;
pub mod operations;
pub mod policy;
#[cfg(not(target_arch = "wasm32"))]
pub mod print;
#[cfg(any(not(target_arch = "wasm32"), feature = "sandbox"))]
pub mod sandbox;

#[cfg(target_arch = "wasm32")]
mod bindings;
#[cfg(all(target_arch = "wasm32", feature = "client"))]
mod host;
