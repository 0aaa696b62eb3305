//! What holds of whatever a server answers. The oracle of the grammar is serde_json.

use super::{DecodeFailure, Envelope, MAX_DEPTH, Validation, decode, encode, plain};
use crate::operations::{OPERATIONS, Operation};
use proptest::prelude::*;
use serde::de::IgnoredAny;
use std::path::Path;

const MODES: [Validation; 3] = [Validation::Warn, Validation::Strict, Validation::Off];

fn is_json(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// How deep brackets stand in a JSON text.
fn depth(text: &str) -> usize {
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

/// Texts that are JSON, or nearly.
fn json() -> impl Strategy<Value = String> {
    let number = "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,4})?([eE][+-]?[0-9]{1,3})?";
    let string = "\"([a-zæ🙂]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4}){0,6}\"";
    let leaf = prop_oneof!["true|false|null", number, string];
    leaf.prop_recursive(5, 40, 4, |inner| {
        let space = "[ \n\r\t]{0,2}";
        let member = ("\"[a-z_]{0,5}\"", space, inner.clone())
            .prop_map(|(key, space, value)| format!("{key}{space}:{value}"));
        prop_oneof![
            proptest::collection::vec(inner, 0..4)
                .prop_map(|items| format!("[{}]", items.join(" ,"))),
            proptest::collection::vec(member, 0..4)
                .prop_map(|members| format!("{{{}}}", members.join(",\n"))),
        ]
    })
}

/// The contract's example of an operation's answer.
fn example(operation: &Operation) -> Option<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/contract/examples/responses");
    let mut names: Vec<_> = std::fs::read_dir(&folder)
        .expect("examples")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    names.sort();
    let prefix = format!("{}.", operation.name);
    let file = names.into_iter().find(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(&prefix)
    })?;
    std::fs::read_to_string(file).ok()
}

/// Puts `value` in the place of one value of a JSON text, found by its rank.
fn replaced(text: &str, rank: usize, value: &str) -> String {
    let starts: Vec<_> = text
        .match_indices([':', '[', ','])
        .map(|(at, _)| at + 1)
        .collect();
    let at = starts[rank % starts.len()];
    let end = text[at..]
        .find([',', '}', ']', '\n'])
        .map_or(text.len(), |length| at + length);
    format!("{}{value}{}", &text[..at], &text[end..])
}

fn envelope(operation: &Operation) -> Option<Envelope> {
    Some(Envelope {
        data: operation.response?,
        paged: operation.paged,
        never_sent: None,
    })
}

/// Reads a body as every operation's answer, in every mode.
fn read_as_everything(body: &[u8]) -> Result<(), TestCaseError> {
    for operation in OPERATIONS {
        let Some(envelope) = envelope(operation) else {
            continue;
        };
        for mode in MODES {
            if let Ok(decoded) = decode(body, &envelope, mode) {
                let text = std::str::from_utf8(&body[decoded.bom..]).expect("text that was read");
                for part in [Some(&decoded.data), decoded.meta.as_ref()]
                    .into_iter()
                    .flatten()
                {
                    prop_assert!(
                        is_json(part.of(text)),
                        "{}: {}",
                        operation.name,
                        part.of(text)
                    );
                }
                prop_assert!(decoded.findings.list.len() <= 200);
            }
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn the_grammar_is_that_of_serde_json_but_for_the_depth(
        text in prop_oneof![json(), "[\\[\\]{}\",:0-9eE+\\-.truefalsn\\\\ \n]{0,30}", "\\PC{0,20}"],
    ) {
        prop_assume!(!text.starts_with('\u{feff}'));
        match plain(text.as_bytes()) {
            Ok(Some(_)) => prop_assert!(is_json(&text), "{text}"),
            Ok(None) => prop_assert!(text.trim_ascii().is_empty()),
            Err(DecodeFailure::TooDeep) => prop_assert!(depth(&text) > MAX_DEPTH),
            Err(_) => prop_assert!(!is_json(&text), "{text}"),
        }
    }

    #[test]
    fn a_text_cut_short_is_truncated_or_was_whole_before(text in json(), share in 0.0..1.0_f64) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share")]
        let mut at = (text.len() as f64 * share) as usize;
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let cut = &text[..at];
        match plain(cut.as_bytes()) {
            Ok(None) => prop_assert!(cut.trim_ascii().is_empty()),
            // Half a number is one too.
            Ok(Some(_)) => prop_assert!(is_json(cut)),
            Err(failure) => prop_assert_eq!(failure, DecodeFailure::Truncated, "{}", cut),
        }
    }

    #[test]
    fn depth_is_counted_exactly(levels in 1_usize..300, braces in any::<bool>()) {
        let (open, close) = if braces { ("{\"a\":", "}") } else { ("[", "]") };
        let text = format!("{}0{}", open.repeat(levels), close.repeat(levels));
        let read = plain(text.as_bytes());
        if levels <= MAX_DEPTH {
            prop_assert!(read.is_ok());
        } else {
            prop_assert!(matches!(read, Err(DecodeFailure::TooDeep)));
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(body in proptest::collection::vec(any::<u8>(), 0..60)) {
        read_as_everything(&body)?;
    }

    #[test]
    fn any_data_is_read_and_what_is_mended_is_json(data in json(), meta in json()) {
        let body = format!("{{\"data\":{data},\"meta\":{meta}}}");
        read_as_everything(body.as_bytes())?;
    }

    #[test]
    fn an_answer_with_something_else_in_it_is_read_and_what_is_mended_is_json(
        index in 0..OPERATIONS.len(), rank in any::<usize>(), value in json(), again in any::<usize>(),
    ) {
        let operation = &OPERATIONS[index];
        if let (Some(envelope), Some(example)) = (envelope(operation), example(operation)) {
            let body = replaced(&replaced(&example, rank, &value), again, "null");
            for mode in MODES {
                if let Ok(decoded) = decode(body.as_bytes(), &envelope, mode) {
                    let data = decoded.data.of(&body);
                    prop_assert!(is_json(data), "{data}");
                }
            }
        }
    }

    #[test]
    fn any_body_of_a_caller_is_sent_as_json_or_refused(body in json()) {
        for operation in OPERATIONS {
            let shapes = [operation.body.as_ref().map(|body| body.shape), operation.query];
            for shape in shapes.into_iter().flatten() {
                let encoded = encode(&body, shape, "$", &["signal"]);
                let encoded = encoded.expect("it was JSON");
                if encoded.findings.issue_count == 0 {
                    prop_assert!(is_json(encoded.text.of(&body)), "{}", encoded.text.of(&body));
                }
            }
        }
    }
}
