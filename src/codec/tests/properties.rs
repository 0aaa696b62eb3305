//! What holds of whatever a server answers. The oracle of the grammar is serde_json.

#[path = "../../../tests/native/json.rs"]
#[expect(unreachable_pub, reason = "the fuzzers share it, and have it public")]
mod json;

use crate::codec::{DecodeFailure, Envelope, MAX_DEPTH, Validation, decode, encode, lexeme, plain};
use crate::operations::{OPERATIONS, Operation};
use json::{depth, is_json};
use proptest::prelude::*;
use serde_json::Value;
use std::path::Path;

const MODES: [Validation; 3] = [Validation::Warn, Validation::Strict, Validation::Off];

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

/// The places of all values below one, as JSON pointers.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    let mut below = |key: &str, value: &Value| {
        places(value, &format!("{at}/{key}"), found);
    };
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                below(&index.to_string(), item);
            }
        }
        Value::Object(members) => {
            for (key, member) in members {
                below(key, member);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Puts something else in the place of one value, found by its rank.
fn replace(document: &mut Value, rank: usize, other: Value) {
    let mut found = Vec::new();
    places(document, "", &mut found);
    if let Some(place) = document.pointer_mut(&found[rank % found.len()]) {
        *place = other;
    }
}

/// One character of a text replaced, or one put in.
fn with_a_fault(text: &str, rank: usize, fault: &str, puts_in: bool) -> String {
    let mut characters: Vec<String> = text.chars().map(String::from).collect();
    let at = rank % (characters.len() + 1);
    if puts_in || at == characters.len() {
        characters.insert(at, fault.to_owned());
    } else {
        fault.clone_into(&mut characters[at]);
    }
    characters.concat()
}

/// What is no part of JSON where it does not belong.
const FAULTS: [&str; 24] = [
    "0", "7", "-", "+", ".", "e", "E5", "\"", "\\", "\\u12", "[", "]", "{", "}", ",", ":", " ",
    "\t", "\0", "\u{1f}", "\u{7f}", "\u{2028}", "nul", "//",
];

fn is_read_as_by_serde(text: &str) -> Result<(), TestCaseError> {
    match plain(text.as_bytes()) {
        Ok(Some(_)) => prop_assert!(is_json(text), "{text}"),
        Ok(None) => prop_assert!(text.trim_ascii().is_empty()),
        Err(DecodeFailure::TooDeep) => prop_assert!(depth(text) > MAX_DEPTH),
        Err(_) => prop_assert!(!is_json(text), "{text}"),
    }
    Ok(())
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
    fn the_grammar_is_that_of_serde_json_but_for_the_depth(text in json(), puts_in in any::<bool>()) {
        is_read_as_by_serde(&text)?;
        for fault in FAULTS {
            for rank in 0..=text.chars().count() {
                is_read_as_by_serde(&with_a_fault(&text, rank, fault, puts_in))?;
            }
        }
    }

    #[test]
    fn what_is_hardly_json_is_read_as_by_serde_json(
        text in "[\\[\\]{}\",:0-9eE+.truefalsn\\\\ \n-]{0,12}|\\PC{0,20}",
    ) {
        is_read_as_by_serde(&text)?;
    }

    #[test]
    fn a_string_of_any_length_ends_where_serde_json_ends_it(
        inside in "[a-z~æ🙂\u{7f}\u{80}]{0,40}", rank in any::<usize>(), puts_in in any::<bool>(),
    ) {
        let text = format!("[\"{inside}\",\"{inside}\"]");
        is_read_as_by_serde(&text)?;
        for fault in FAULTS {
            is_read_as_by_serde(&with_a_fault(&text, rank, fault, puts_in))?;
        }
    }

    #[test]
    fn a_name_is_only_itself(name in "[a-z]{0,12}", rank in any::<usize>()) {
        prop_assert!(lexeme::same(name.as_bytes(), &name));
        for other in [with_a_fault(&name, rank, "_", true), with_a_fault(&name, rank, "_", false)] {
            prop_assert!(!lexeme::same(other.as_bytes(), &name), "{} is {}", other, name);
            prop_assert!(!lexeme::same(name.as_bytes(), &other), "{} is {}", name, other);
        }
    }

    #[test]
    fn a_text_cut_short_is_truncated_or_was_whole_before(text in json(), rank in any::<usize>()) {
        let length = rank % text.chars().count();
        let cut: String = text.chars().take(length).collect();
        match plain(cut.as_bytes()) {
            Ok(None) => prop_assert!(cut.trim_ascii().is_empty()),
            // Half a number is one too.
            Ok(Some(_)) => prop_assert!(is_json(&cut)),
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
        first in any::<usize>(), second in any::<usize>(), value in json(),
    ) {
        for operation in OPERATIONS {
            let (Some(envelope), Some(example)) = (envelope(operation), example(operation)) else {
                continue;
            };
            let mut document: Value = serde_json::from_str(&example).expect("an example");
            replace(&mut document, first, serde_json::from_str(&value).unwrap_or_default());
            replace(&mut document, second, Value::Null);
            let body = document.to_string();
            for mode in MODES {
                if let Ok(decoded) = decode(body.as_bytes(), &envelope, mode) {
                    let data = decoded.data.of(&body);
                    prop_assert!(is_json(data), "{}: {data}", operation.name);
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
