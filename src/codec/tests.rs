//! Examples of what is mended and what is found. The contract's own examples: `tests/native/`.

use super::{DecodeFailure, Decoded, Envelope, Finding, Severity, Validation, decode, encode};
use crate::models::conversation::Conversation;
use crate::models::create::CreateMessageInput;
use crate::models::custom_attribute::PatchCustomAttributesInput;
use crate::models::message::Message;
use crate::models::search::ConversationSearchHit;
use crate::models::shape::{Model, Shape};
use serde_json::{Value, json};

const CONVERSATIONS: Envelope = Envelope {
    data: <Vec<Conversation>>::SHAPE,
    paged: false,
    never_sent: None,
};

fn email() -> Value {
    json!({
        "id": 1, "requesterId": "d58c8b1c-85ad-4678-a6c8-7442945f3836", "channel": "Email",
        "createdAt": "2020-12-16T09:41:43Z", "toEmail": "a@x.dk", "fromEmail": "b@x.dk",
        "integrationEmail": "c@x.dk", "customAttributes": [], "_type": "EmailConversation"
    })
}

fn read(text: &str, envelope: &Envelope) -> (Value, Vec<String>, Decoded) {
    let decoded = decode(text.as_bytes(), envelope, Validation::Warn).unwrap();
    let value = serde_json::from_str(decoded.data.of(text)).unwrap();
    let issues = decoded
        .findings
        .list
        .iter()
        .filter(|finding| finding.severity == Severity::Error);
    (value, issues.map(Finding::message).collect(), decoded)
}

fn decoded(data: Value) -> (Value, Vec<String>) {
    let (value, issues, _) = read(&json!({ "data": data }).to_string(), &CONVERSATIONS);
    (value, issues)
}

fn with(field: &str, value: Value) -> Value {
    let mut email = email();
    email[field] = value;
    email
}

#[test]
fn a_clean_answer_is_not_copied() {
    let text = json!({ "data": [email()] }).to_string();

    let (value, issues, decoded) = read(&text, &CONVERSATIONS);

    assert!(matches!(decoded.data, super::Text::AsIs(_)));
    assert!(issues.is_empty() && decoded.findings.list.is_empty());
    assert_eq!(value, json!([email()]));
}

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
fn null_of_an_optional_field_is_left_out_wherever_it_stands() {
    for field in ["aFirst", "subject", "zLast"] {
        let text = json!({ "data": [email()] }).to_string();
        let null = "\"subject\":null";
        let text = match field {
            "aFirst" => text.replace("[{", &format!("[{{{null} ,\"language\" : null , ")),
            "subject" => text.replace(
                "\"toEmail\"",
                &format!("{null},\"language\":null,\"toEmail\""),
            ),
            _ => text.replace("}]", &format!(", {null}\n,\"language\":null }}]")),
        };

        let (value, issues, _) = read(&text, &CONVERSATIONS);

        assert_eq!((value, issues), (json!([email()]), vec![]), "{text}");
    }
}

#[test]
fn an_object_of_nulls_is_empty() {
    let envelope = Envelope {
        data: crate::models::search::PaginationLinks::SHAPE,
        paged: false,
        never_sent: None,
    };

    let (value, issues, _) = read(
        "{\"data\":{ \"previous\" : null,\"next\":null }}",
        &envelope,
    );

    assert_eq!((value, issues), (json!({}), vec![]));
}

#[test]
fn null_and_absent_lists_read_as_empty() {
    let (value, issues) = decoded(json!([with("customAttributes", Value::Null)]));

    assert_eq!((value, issues), (json!([email()]), vec![]));
}

#[test]
fn a_list_that_an_operation_never_sends_stays_absent() {
    let envelope = Envelope {
        never_sent: Some("customAttributes"),
        ..CONVERSATIONS
    };
    let text = json!({ "data": [with("customAttributes", Value::Null)] }).to_string();

    let (value, _, _) = read(&text, &envelope);

    assert_eq!(value[0].get("customAttributes"), None);
}

#[test]
fn a_java_zone_suffix_is_cut_off() {
    let (value, issues) = decoded(json!([with(
        "createdAt",
        json!("2021-12-01T12:46:36.581Z[Europe/Copenhagen]")
    )]));

    assert_eq!(value[0]["createdAt"], "2021-12-01T12:46:36.581Z");
    assert!(issues.is_empty());
}

#[test]
fn an_escaped_timestamp_is_mended_too() {
    let text = json!({ "data": [email()] }).to_string();
    let text = text.replace("2020-12-16T09:41:43Z", "2020\\u002d12-16T09:41:43Z[GMT]");

    let (value, issues, _) = read(&text, &CONVERSATIONS);

    assert_eq!((value, issues), (json!([email()]), vec![]));
}

#[test]
fn an_integer_that_javascript_would_round_becomes_its_digits() {
    for (sent, read) in [
        ("9007199254740991", json!(9_007_199_254_740_991_i64)),
        ("9007199254740992", json!("9007199254740992")),
        ("-9007199254740993", json!("-9007199254740993")),
        ("9223372036854775807", json!("9223372036854775807")),
        ("9.223372036854775807e18", json!("9223372036854775807")),
        ("\"1234\"", json!(1234)),
        ("\"9007199254740993\"", json!("9007199254740993")),
        ("7.0", json!(7.0)),
        ("7e3", json!(7e3)),
    ] {
        let text = json!({ "data": [with("id", json!(424_242))] })
            .to_string()
            .replace("424242", sent);

        let (value, issues, _) = self::read(&text, &CONVERSATIONS);

        assert_eq!((&value[0]["id"], issues), (&read, vec![]), "{sent}");
    }
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
fn an_unknown_kind_stays_whole() {
    let (value, issues, decoded) = read(
        &json!({ "data": [{ "_type": "FaxConversation", "id": 1, "requesterId": "x", "channel": "Fax",
            "createdAt": "2020-12-16T09:41:43Z[GMT]", "pages": [null] }] })
        .to_string(),
        &CONVERSATIONS,
    );

    assert_eq!(
        value,
        json!([{ "_type": "Unknown", "rawType": "FaxConversation", "id": 1, "requesterId": "x", "channel": "Fax",
            "createdAt": "2020-12-16T09:41:43Z", "pages": [null], "customAttributes": [] }])
    );
    assert!(issues.is_empty());
    let news: Vec<String> = decoded.findings.list.iter().map(Finding::message).collect();
    assert_eq!(
        news,
        [
            "$.data[0]._type: expected Conversation, got FaxConversation",
            "$.data[0].channel: expected ConversationChannel, got Fax"
        ]
    );
}

#[test]
fn an_object_without_tag_becomes_unknown() {
    let envelope = Envelope {
        data: Message::SHAPE,
        paged: false,
        never_sent: None,
    };
    let message = json!({ "id": "m", "authorId": "a", "createdAt": "2020-12-16T09:41:43Z", "attributes": {} });

    let (value, issues, _) = read(&json!({ "data": message }).to_string(), &envelope);

    assert_eq!(value["attributes"], json!({ "_type": "Unknown" }));
    assert!(issues.is_empty());
}

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
fn off_changes_nothing() {
    let text = "{\"data\":[{\"id\":\"7\",\"subject\":null}]}";

    let decoded = decode(text.as_bytes(), &CONVERSATIONS, Validation::Off).unwrap();

    assert_eq!(decoded.data.of(text), "[{\"id\":\"7\",\"subject\":null}]");
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

fn encoded(value: &str, shape: &'static Shape) -> (String, Vec<String>) {
    let encoded = encode(value, shape, "$", &["signal"]).unwrap();
    let findings = encoded.findings.list.iter().map(Finding::message).collect();
    (encoded.text.of(value).to_owned(), findings)
}

#[test]
fn a_request_is_checked_by_the_same_models() {
    let (_, findings) = encoded(
        "{\"_type\":\"Outbound\",\"content\":{\"_type\":\"Text\"}}",
        CreateMessageInput::SHAPE,
    );

    assert_eq!(
        findings,
        [
            "$.content.value: expected string, got nothing",
            "$.agentId: expected UUID, got nothing",
        ]
    );
}

#[test]
fn a_request_without_tag_is_refused() {
    let (_, findings) = encoded(
        "{\"content\":{\"_type\":\"Text\",\"value\":\"a\"}}",
        CreateMessageInput::SHAPE,
    );

    assert_eq!(
        findings,
        ["$._type: expected CreateMessageInput, got nothing"]
    );
}

#[test]
fn what_came_as_unknown_goes_back_under_its_own_tag() {
    let content = "{\"_type\":\"Inbound\",\"content\":{\"_type\":\"Unknown\",\"value\":\"a\",\"rawType\":\"Rich\"}}";

    let (text, findings) = encoded(content, CreateMessageInput::SHAPE);

    assert_eq!(
        text,
        "{\"_type\":\"Inbound\",\"content\":{\"_type\":\"Rich\",\"value\":\"a\"}}"
    );
    assert_eq!(findings, ["$.content._type: expected Content, got Unknown"]);
}

#[test]
fn what_came_without_a_tag_goes_back_as_it_is() {
    let content = "{\"_type\":\"Inbound\",\"content\":{\"_type\":\"Unknown\",\"value\":\"a\"}}";

    let (text, findings) = encoded(content, CreateMessageInput::SHAPE);

    assert_eq!(text, content);
    assert_eq!(findings, ["$.content._type: expected Content, got Unknown"]);
}

#[test]
fn null_clears_a_custom_attribute_and_nothing_else() {
    let patch = "{\"2f5515b6-7e98-4f4d-9010-bfd2a27d4f35\":null}";
    assert_eq!(
        encoded(patch, PatchCustomAttributesInput::SHAPE),
        (patch.to_owned(), vec![])
    );

    let message = "{\"_type\":\"Inbound\",\"externalId\":null,\"content\":{\"_type\":\"Text\",\"value\":\"a\"}}";
    let (text, findings) = encoded(message, CreateMessageInput::SHAPE);
    assert_eq!(
        text,
        "{\"_type\":\"Inbound\",\"content\":{\"_type\":\"Text\",\"value\":\"a\"}}"
    );
    assert!(findings.is_empty());
}

#[test]
fn an_option_among_the_fields_is_pointed_out() {
    let (_, findings) = encoded("{\"signal\":{}}", PatchCustomAttributesInput::SHAPE);

    assert_eq!(
        findings,
        ["$.signal: expected no such field (options are the last argument), got object"]
    );
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
        assert_eq!(super::decimal(number), digits);
    }
}
