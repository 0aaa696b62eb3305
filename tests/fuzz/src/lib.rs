//! What the fuzzers share: the oracle of JSON (the one of the property tests), and how a first byte picks something.

#[path = "../../native/json.rs"]
mod json;

pub use json::{depth, is_json};

/// The element that a byte picks, and what is left of the byte.
pub fn pick<T: Copy>(byte: u8, list: &[T]) -> (T, u8) {
    let count = u8::try_from(list.len()).expect("a short list");
    (list[usize::from(byte % count)], byte / count)
}
