//! Any bytes as the body of an answer. The first byte picks the operation and the validation.

#![no_main]

use dixa_conversations::codec::{
    self, DecodeFailure, Envelope, MAX_DEPTH, MAX_FINDINGS, Text, Validation,
};
use dixa_conversations::operations::OPERATIONS;
use dixa_conversations_fuzz::{depth, is_json, pick};
use libfuzzer_sys::fuzz_target;

const MODES: [Validation; 3] = [Validation::Warn, Validation::Strict, Validation::Off];

fuzz_target!(|bytes: &[u8]| {
    let Some((first, body)) = bytes.split_first() else {
        return;
    };
    let _ = codec::error_member(body, "message");
    is_read_as_by_serde(body);
    let operations: Vec<_> = OPERATIONS.iter().collect();
    let (operation, rest) = pick(*first, &operations);
    let (mode, _) = pick(rest, &MODES);
    if let Some(data) = operation.response {
        let envelope = Envelope {
            data,
            paged: operation.paged,
            never_sent: operation.never_sent,
        };
        is_decoded(body, &envelope, mode);
    }
});

/// The grammar is that of serde_json, but for the depth.
fn is_read_as_by_serde(body: &[u8]) {
    let Ok((_, text)) = codec::body_text(body) else {
        return;
    };
    match codec::plain(body) {
        Ok(Some(_)) => assert!(is_json(text) && depth(text) <= MAX_DEPTH),
        Ok(None) => assert!(text.trim_ascii().is_empty()),
        Err(DecodeFailure::TooDeep) => assert!(depth(text) > MAX_DEPTH),
        Err(_) => assert!(!is_json(text)),
    }
}

/// What is read was JSON with data, what is given is JSON, and there is nothing left in it to mend.
fn is_decoded(body: &[u8], envelope: &Envelope, mode: Validation) {
    let decoded = match codec::decode(body, envelope, mode) {
        Ok(decoded) => decoded,
        Err(DecodeFailure::NoData) => {
            assert!(matches!(codec::plain(body), Ok(Some(_))), "it was JSON");
            return;
        }
        Err(failure) => {
            let plain = codec::plain(body).map(|plain| plain.ok_or(DecodeFailure::Empty));
            assert_eq!(plain.and_then(|plain| plain).err(), Some(failure));
            return;
        }
    };
    assert!(matches!(codec::plain(body), Ok(Some(_))), "it was JSON");
    // Issues and news, of `data`, `meta` and what stands beside them.
    assert!(decoded.findings.list.len() <= 3 * 2 * MAX_FINDINGS);
    let (_, text) = codec::body_text(body).expect("text that was read");
    let data = decoded.data.of(text);
    assert!(is_json(data), "{data}");
    let mut again = format!("{{\"data\":{data}");
    if let Some(meta) = &decoded.meta {
        let meta = meta.of(text);
        assert!(is_json(meta), "{meta}");
        again.push_str(&format!(",\"meta\":{meta}"));
    }
    again.push('}');
    let given = codec::decode(again.as_bytes(), envelope, mode).expect("what was given is read");
    // `Unknown` stands for a tag that the models do not know, and is none that they know itself.
    let is_mended = data.contains("Unknown") || matches!(given.data, Text::AsIs(_));
    assert!(is_mended, "{data}");
    assert!(matches!(given.meta, None | Some(Text::AsIs(_))));
    assert_eq!(given.next, decoded.next);
}
