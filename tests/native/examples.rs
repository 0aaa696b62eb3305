//! Every example of the contract, in both directions: the tables find nothing wrong with it, the typed
//! models read it, and what they write is the same JSON.

mod typed;

use dixa_conversations::codec::{self, Envelope, Validation};
use dixa_conversations::operations::{OPERATIONS, Operation};
use serde_json::Value;
use std::path::Path;

/// The examples of a folder, each with its operation; those of operations that are not built yet are left out.
fn examples(folder: &str) -> Vec<(&'static Operation, String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/contract/examples")
        .join(folder);
    let files = std::fs::read_dir(folder).expect("the contract's examples are there");
    files
        .filter_map(|file| {
            let path = file.expect("a file").path();
            let name = path.file_name()?.to_string_lossy().into_owned();
            let operation = name.split('.').next()?;
            let operation = OPERATIONS.iter().find(|known| known.name == operation)?;
            Some((
                operation,
                name,
                std::fs::read_to_string(&path).expect("text"),
            ))
        })
        .collect()
}

#[test]
fn every_body_and_answer_has_its_typed_model() {
    for operation in OPERATIONS {
        // What becomes of a text that no model reads does not matter here.
        if operation.body.is_some() {
            let _ = typed::request(operation.name, "");
        }
        if operation.response.is_some() {
            let _ = typed::answer(operation.name, "");
        }
    }
}

#[test]
fn every_example_of_a_request_is_taken_as_it_is() {
    let examples = examples("requests");
    assert!(examples.len() >= 17, "only {} examples", examples.len());
    for (operation, name, text) in examples {
        let body = operation.body.as_ref().expect("an operation with a body");
        let encoded = codec::encode(&text, body.shape, "$", &[]).expect("JSON");
        assert!(
            encoded.findings.list.is_empty(),
            "{name}: {:?}",
            encoded.findings.list
        );
        let sent = encoded.text.of(&text);
        let json: Value = serde_json::from_str(sent).expect("JSON");
        let typed = typed::request(operation.name, sent).expect("the typed model reads it");
        assert_eq!(typed, json, "{name}");
    }
}

#[test]
fn every_example_of_an_answer_is_read_whole() {
    let examples = examples("responses");
    assert!(examples.len() >= 22, "only {} examples", examples.len());
    for (operation, name, text) in examples {
        let envelope = Envelope {
            data: operation.response.expect("an operation with an answer"),
            paged: operation.paged,
            never_sent: operation.never_sent,
        };
        let decoded =
            codec::decode(text.as_bytes(), &envelope, Validation::Warn).expect("an answer");
        assert!(
            decoded.findings.list.is_empty(),
            "{name}: {:?}",
            decoded.findings.list
        );
        let data = decoded.data.of(&text);
        let json: Value = serde_json::from_str(data).expect("JSON");
        let typed = typed::answer(operation.name, data).expect("the typed model reads it");
        assert_eq!(typed, json, "{name}");
        let original: Value = serde_json::from_str(&text).expect("JSON");
        assert_subset(&original["data"], &json, &name);
    }
}

/// Whether all that was sent is still there; only the zone of a timestamp may be gone.
fn assert_subset(sent: &Value, got: &Value, name: &str) {
    match (sent, got) {
        (Value::Object(sent), Value::Object(got)) => {
            for (key, value) in sent {
                assert_subset(value, got.get(key).unwrap_or(&Value::Null), name);
            }
        }
        (Value::Array(sent), Value::Array(got)) => {
            assert_eq!(sent.len(), got.len(), "{name}");
            sent.iter()
                .zip(got)
                .for_each(|(sent, got)| assert_subset(sent, got, name));
        }
        (Value::String(sent), Value::String(got)) => {
            assert_eq!(sent.trim_end_matches("[GMT]"), got, "{name}")
        }
        _ => assert_eq!(sent, got, "{name}"),
    }
}
