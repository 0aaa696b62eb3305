//! How an answer's text is read: what is none, what comes twice, what comes without end.

use super::{CONVERSATIONS, email, read, with};
use crate::codec::{DecodeFailure, Envelope, Validation, decode};
use crate::models::search::ConversationSearchHit;
use crate::models::shape::Model;
use serde_json::{Value, json};

#[test]
fn the_last_of_two_members_of_one_name_counts() {
    let text = json!({ "data": [email()] }).to_string();
    for (first, last, subject) in [
        ("\"a\"", "null", None),
        ("null", "\"b\"", Some("b")),
        ("7", "\"c\"", Some("c")),
    ] {
        let text = text.replace(
            "}]",
            &format!(",\"subject\":{first},\"sub\\u006aect\":{last}}}]"),
        );

        let (value, issues, _) = read(&text, &CONVERSATIONS);

        assert_eq!(
            value[0].get("subject").and_then(Value::as_str),
            subject,
            "{text}"
        );
        assert!(issues.is_empty(), "{issues:?}");
    }
}

#[test]
fn the_last_of_two_members_of_a_map_counts() {
    let envelope = Envelope {
        data: ConversationSearchHit::SHAPE,
        paged: false,
        never_sent: None,
    };
    for (first, last, found) in [
        ("7", "[\"b\"]", None),
        (
            "[\"a\"]",
            "7",
            Some("$.data.highlights[*]: expected array, got number"),
        ),
    ] {
        let text = format!(
            "{{\"data\":{{\"id\":1,\"highlights\":{{\"name\":{first},\"x\":[],\"n\\u0061me\":{last}}}}}}}"
        );

        let (_, issues, _) = read(&text, &envelope);

        assert_eq!(
            issues.first().map(String::as_str),
            found,
            "{first} then {last}"
        );
        assert!(issues.len() <= 1, "{issues:?}");
    }
}

#[test]
fn a_field_named_without_end_takes_no_time_without_end() {
    let times = 400_000;
    let again = ",\"subject\":\"a\"".repeat(times);
    let text = json!({ "data": [email()] }).to_string();
    let text = text.replace("}]", &format!("{again}}}]"));

    // Quadratic, as it was, these are 10^11 steps.
    let (value, issues, _) = read(&text, &CONVERSATIONS);

    assert_eq!(
        (value, issues),
        (json!([with("subject", json!("a"))]), vec![])
    );
}

#[test]
fn what_is_no_answer_is_an_error_in_every_mode() {
    let deep = format!("{{\"data\":{}1{}}}", "[".repeat(128), "]".repeat(128));
    let cases: &[(&[u8], DecodeFailure)] = &[
        (b"<html>Log in</html>", DecodeFailure::NotJson),
        (b"{\"data\":[}", DecodeFailure::NotJson),
        (b"{\"data\":[1,", DecodeFailure::Truncated),
        (b"{\"data\":\"\xff\"}", DecodeFailure::NotUtf8),
        (b"", DecodeFailure::Empty),
        (b"  \n", DecodeFailure::Empty),
        (b"[]", DecodeFailure::NoData),
        (b"{}", DecodeFailure::NoData),
        (b"{\"data\":null}", DecodeFailure::NoData),
        (
            b"\xef\xbb\xbf\xef\xbb\xbf{\"data\":[]}",
            DecodeFailure::NotJson,
        ),
        (deep.as_bytes(), DecodeFailure::TooDeep),
    ];
    for (body, failure) in cases {
        for validation in [Validation::Warn, Validation::Strict, Validation::Off] {
            assert_eq!(
                decode(body, &CONVERSATIONS, validation).unwrap_err(),
                *failure,
                "{body:?}"
            );
        }
    }
}

#[test]
fn one_byte_order_mark_is_dropped() {
    let text = "{\"data\":[]}";

    let decoded = decode(
        format!("\u{feff}{text}").as_bytes(),
        &CONVERSATIONS,
        Validation::Warn,
    )
    .unwrap();

    assert_eq!((decoded.bom, decoded.data.of(text)), (3, "[]"));
}
