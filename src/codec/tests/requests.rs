//! What is checked and mended in a request.

use crate::codec::{Finding, encode};
use crate::models::create::CreateMessageInput;
use crate::models::custom_attribute::PatchCustomAttributesInput;
use crate::models::note::CreateInternalNoteInput;
use crate::models::search::{PageQuery, SearchConversationsQuery, SearchPageQuery};
use crate::models::shape::{Model, Shape};
use serde_json::json;

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
fn a_page_of_a_search_with_more_results_than_is_known_is_asked_for_and_is_news() {
    let fifty_one = "{\"query\":\"a\",\"pageLimit\":51}";
    let (text, findings) = encoded(fifty_one, SearchConversationsQuery::SHAPE);
    assert_eq!(text, fifty_one);
    assert_eq!(findings, ["$.pageLimit: expected 50 at most, got 51"]);

    let found = |limit: &str, shape| encoded(&["{\"pageLimit\":", limit, "}"].concat(), shape).1;
    assert_eq!(found("50", SearchPageQuery::SHAPE).len(), 0);
    assert_eq!(
        found("1e3", SearchPageQuery::SHAPE),
        ["$.pageLimit: expected 50 at most, got 1000"]
    );
    assert_eq!(found("10000", PageQuery::SHAPE).len(), 0);
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
fn a_timestamp_that_is_sent_is_one_of_rfc_3339() {
    let sent = |at: &str| {
        let note = json!({ "message": "a", "createdAt": at }).to_string();
        let (text, findings) = encoded(&note, CreateInternalNoteInput::SHAPE);
        findings.is_empty().then_some(text)
    };
    for at in [
        "2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00.5+01:00",
        "2026-01-01T00:00:00-01:00",
    ] {
        let text = json!({ "message": "a", "createdAt": at }).to_string();
        assert_eq!(sent(at), Some(text.clone()));
        assert_eq!(sent(&format!("{at}[Europe/Paris]")), Some(text));
    }
    for at in [
        "2026-01-01T00:00Z",
        "2026-01-01T00:00+01:00",
        "2026-01-01T00:00:00+0100",
        "2026-01-01T00:00:00+0100[GMT]",
        "2026-01-01T00:00:00",
    ] {
        assert_eq!(sent(at), None, "{at}");
    }
}

#[test]
fn an_option_among_the_fields_is_pointed_out() {
    let (_, findings) = encoded("{\"signal\":{}}", PatchCustomAttributesInput::SHAPE);

    assert_eq!(
        findings,
        ["$.signal: expected no such field (it belongs to a later argument), got object"]
    );
}
