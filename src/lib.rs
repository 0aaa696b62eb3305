//! The map of the house. Arrows run one way, from a room to those below it: bindings; host; client, sandbox;
//! webhooks; codec, operations; policy, models. Rooms side by side do not know each other, and `print` reads the
//! tables from outside.

pub mod client;
pub mod codec;
#[cfg(test)]
mod lists;
pub mod models;
pub mod operations;
pub mod policy;
#[cfg(not(target_arch = "wasm32"))]
pub mod print;
#[cfg(any(not(target_arch = "wasm32"), feature = "sandbox"))]
pub mod sandbox;
#[cfg(any(not(target_arch = "wasm32"), feature = "sandbox", feature = "webhooks"))]
pub mod webhooks;

#[cfg(target_arch = "wasm32")]
mod bindings;
#[cfg(all(target_arch = "wasm32", feature = "client"))]
mod host;

/// The allocator: less than half of the code of the default one, and as sparing with memory.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
