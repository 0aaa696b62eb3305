//! Any text as a caller's body or query. The first byte picks its shape.

#![no_main]

use dixa_conversations::codec;
use dixa_conversations::operations::{OPERATIONS, OPTION_NAMES};
use dixa_conversations_fuzz::{is_json, pick};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((first, text)) = bytes.split_first() else {
        return;
    };
    let Ok(text) = std::str::from_utf8(text) else {
        return;
    };
    let operations: Vec<_> = OPERATIONS.iter().collect();
    let (operation, rest) = pick(*first, &operations);
    let body = operation.body.as_ref().map(|body| body.shape);
    let shape = if rest % 2 == 0 {
        body.or(operation.query)
    } else {
        operation.query.or(body)
    };
    let _ = codec::query_pairs(text);
    let _ = codec::string_member(text, "externalId");
    let _ = codec::is_true(text, "force");
    let Some(shape) = shape else { return };
    let Some(encoded) = codec::encode(text, shape, "$", OPTION_NAMES) else {
        return;
    };
    assert!(is_json(text), "what is no JSON is refused");
    if encoded.findings.issue_count > 0 {
        return;
    }
    let sent = encoded.text.of(text);
    assert!(is_json(sent), "{sent}");
    let again = codec::encode(sent, shape, "$", OPTION_NAMES).expect("JSON");
    assert_eq!(again.findings.issue_count, 0, "{sent}");
    assert_eq!(again.text.of(sent), sent, "nothing is left to mend");
    if sent.starts_with('{') {
        let keyed = codec::with_string_member(sent, "externalId", "a\"\n");
        assert!(is_json(&keyed), "{keyed}");
    }
});
