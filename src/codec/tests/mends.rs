//! What is mended in an answer, and that nothing else is.

use super::{CONVERSATIONS, decoded, email, read, with};
use crate::codec::{Envelope, Finding, Text, Validation, decode};
use crate::models::activity_log::ActivityLogEntry;
use crate::models::message::Message;
use crate::models::search::PaginationLinks;
use crate::models::shape::Model;
use serde_json::{Value, json};

#[test]
fn a_clean_answer_is_not_copied() {
    let text = json!({ "data": [email()] }).to_string();

    let (value, issues, decoded) = read(&text, &CONVERSATIONS);

    assert!(matches!(decoded.data, Text::AsIs(_)));
    assert!(issues.is_empty() && decoded.findings.list.is_empty());
    assert_eq!(value, json!([email()]));
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
        data: PaginationLinks::SHAPE,
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

        let (value, issues, _) = super::read(&text, &CONVERSATIONS);

        assert_eq!((&value[0]["id"], issues), (&read, vec![]), "{sent}");
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

/// The attributes of an entry of the activity log, read, and all that was found in it.
fn attributes(entry: &str, attributes: &str) -> (Value, Vec<String>) {
    let entries = Envelope {
        data: <Vec<ActivityLogEntry>>::SHAPE,
        paged: false,
        never_sent: None,
    };
    let text = json!({ "data": [{
        "id": "d58c8b1c-85ad-4678-a6c8-7442945f3836", "author": { "id": "a" }, "conversationId": 7,
        "activityTimestamp": "2020-12-16T09:41:43Z", "attributes": "HERE", "_type": entry,
        "activityType": "TagAddedActivityType"
    }] });
    let text = text.to_string().replace("\"HERE\"", attributes);
    let (value, _, decoded) = read(&text, &entries);
    let found = decoded.findings.list.iter().map(Finding::message);
    (value[0]["attributes"].clone(), found.collect())
}

const NO_TAG: &str = "$.data[0].attributes._type: expected ActivityLogAttribute, got nothing";

#[test]
fn attributes_that_do_not_say_what_they_are_are_what_their_entry_goes_with() {
    let (value, found) = attributes("TagAdded", "{ \"tag\": \"vip\" , \"since\": 1}");
    let vip = json!({ "tag": "vip", "since": 1, "_type": "TagAddedAttribute" });
    assert_eq!(value, vip);
    assert_eq!(
        found,
        [
            NO_TAG,
            "$.data[0].attributes.since: expected no such field, got number"
        ]
    );

    let (value, found) = attributes("ConversationCreatedByAgent", "{ \"subject\":null}");
    assert_eq!(value, json!({ "_type": "ConversationCreatedAttribute" }));
    assert_eq!(found, [NO_TAG]);

    let (value, _) = attributes("ConversationOffered", "{\"agentNames\":null}");
    assert_eq!(
        value,
        json!({ "agentNames": [], "_type": "ConversationOfferedAttribute" })
    );
}

#[test]
fn attributes_are_unknown_where_their_entry_is_or_what_it_goes_with_does_not_fit() {
    for (entry, given) in [
        ("TagAdded", json!({ "label": "vip" })),
        ("TagAdded", json!({ "tag": 7 })),
        ("TagBlessed", json!({ "tag": "vip" })),
        ("ConversationClosed", json!({ "tag": "vip" })),
    ] {
        let (value, found) = attributes(entry, &given.to_string());
        let mut unknown = given;
        unknown["_type"] = json!("Unknown");
        assert_eq!(value, unknown, "{entry}");
        assert!(found.iter().any(|one| one == NO_TAG));
        assert!(!found.iter().any(|one| one.contains("tag")), "{found:?}");
    }
    let named = json!({ "_type": "NoteAddedAttribute", "message": "a" });
    assert_eq!(attributes("TagAdded", &named.to_string()), (named, vec![]));
}

#[test]
fn off_changes_nothing() {
    let text = "{\"data\":[{\"id\":\"7\",\"subject\":null}]}";

    let decoded = decode(text.as_bytes(), &CONVERSATIONS, Validation::Off).unwrap();

    assert_eq!(decoded.data.of(text), "[{\"id\":\"7\",\"subject\":null}]");
}
