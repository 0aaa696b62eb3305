//! What is found in an answer, and how it is said.

use super::{CONVERSATIONS, decoded, email, read, with};
use crate::codec::{Finding, Validation, decimal, decode};
use serde_json::json;

#[test]
fn a_bad_element_does_not_spoil_its_neighbours() {
    let mut neighbour = email();
    neighbour
        .as_object_mut()
        .unwrap()
        .remove("customAttributes");

    let (value, issues) = decoded(json!([with("id", json!("seven")), neighbour]));

    assert_eq!(issues, ["$.data[0].id: expected integer, got string"]);
    assert_eq!(value[1]["customAttributes"], json!([]));
}

#[test]
fn an_integer_that_is_none_is_an_issue() {
    for (sent, issue) in [
        ("7.5", "expected integer, got a fraction"),
        ("1e400", "expected integer of 64 bits, got a larger one"),
        (
            "9223372036854775808",
            "expected integer of 64 bits, got a larger one",
        ),
        ("true", "expected integer, got boolean"),
        ("\"007\"", "expected integer, got string"),
        ("null", "expected integer, got null"),
    ] {
        let text = json!({ "data": [with("id", json!(424_242))] })
            .to_string()
            .replace("424242", sent);

        let decoded = decode(text.as_bytes(), &CONVERSATIONS, Validation::Warn).unwrap();

        assert_eq!(
            decoded.findings.list[0].message(),
            format!("$.data[0].id: {issue}"),
            "{sent}"
        );
    }
}

#[test]
fn unknown_fields_come_through_as_news() {
    let (value, issues, decoded) = read(
        &json!({ "data": [with("mood", json!({ "deep": null }))], "trace": 1 }).to_string(),
        &CONVERSATIONS,
    );

    assert_eq!(value[0]["mood"], json!({ "deep": null }));
    assert!(issues.is_empty());
    let news: Vec<String> = decoded.findings.list.iter().map(Finding::message).collect();
    assert_eq!(
        news,
        [
            "$.data[0].mood: expected no such field, got object",
            "$.trace: expected no such field, got number"
        ]
    );
}

#[test]
fn a_missing_field_is_an_issue() {
    let mut email = email();
    email.as_object_mut().unwrap().remove("toEmail");

    let (_, issues) = decoded(json!([email]));

    assert_eq!(issues, ["$.data[0].toEmail: expected string, got nothing"]);
}

#[test]
fn whole_numbers_are_written_in_their_digits() {
    for (number, digits) in [
        (0, "0"),
        (9, "9"),
        (10, "10"),
        (-120, "-120"),
        (i64::MAX, "9223372036854775807"),
        (i64::MIN, "-9223372036854775808"),
    ] {
        assert_eq!(decimal(number), digits);
    }
}
