//! What the fuzzers share: the oracle of JSON, and how a first byte picks something.

use serde::de::IgnoredAny;

/// Whether a text is JSON, however deep.
pub fn is_json(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// The element that a byte picks, and what is left of the byte.
pub fn pick<T: Copy>(byte: u8, list: &[T]) -> (T, u8) {
    let count = u8::try_from(list.len()).expect("a short list");
    (list[usize::from(byte % count)], byte / count)
}

/// How deep brackets stand in a JSON text.
pub fn depth(text: &str) -> usize {
    let (mut depth, mut most, mut in_string, mut escaped) = (0_usize, 0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => {
                depth += 1;
                most = most.max(depth);
            }
            b'}' | b']' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    most
}
