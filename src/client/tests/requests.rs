//! What goes over the wire, and what is refused before anything does.

use super::host::{SimHost, answer, failure};
use super::{TAGS, arguments, settings};
use crate::client::{AuthScheme, Class, Outcome};
use crate::operations::OPERATIONS;

const TAG: &str = "f0a1b2c3-1111-4aaa-8bbb-000000000001";

/// Operation, ids, body, query; and what is sent: method, what follows the host, body.
pub(super) type Case = (
    &'static str,
    &'static [&'static str],
    Option<&'static str>,
    Option<&'static str>,
    &'static str,
    &'static str,
    Option<&'static str>,
);

pub(super) const CASES: &[Case] = &[
    (
        "addInternalNote",
        &["7"],
        Some(r#"{"message":"Hi","agentId":null}"#),
        None,
        "POST",
        "/v1/conversations/7/notes",
        Some(r#"{"message":"Hi"}"#),
    ),
    (
        "addInternalNotes",
        &["7"],
        Some(r#"{"data":[{"message":"Hi"}]}"#),
        None,
        "POST",
        "/v1/conversations/7/notes/bulk",
        Some(r#"{"data":[{"message":"Hi"}]}"#),
    ),
    (
        "addMessage",
        &["7"],
        Some(r#"{"_type":"Inbound","content":{"_type":"Text","value":"Hi"},"externalId":"e"}"#),
        None,
        "POST",
        "/v1/conversations/7/messages",
        Some(r#"{"_type":"Inbound","content":{"_type":"Text","value":"Hi"},"externalId":"e"}"#),
    ),
    (
        "anonymizeConversation",
        &["7"],
        None,
        Some(r#"{"force":true}"#),
        "PATCH",
        "/v1/conversations/7/anonymize?force=true",
        None,
    ),
    (
        "anonymizeMessage",
        &["7", TAG],
        None,
        None,
        "PATCH",
        "/v1/conversations/7/messages/f0a1b2c3-1111-4aaa-8bbb-000000000001/anonymize",
        None,
    ),
    (
        "claimConversation",
        &["7"],
        Some(r#"{"agentId":"a53b25da-f676-4c52-acac-58c9280aa23d","force":false}"#),
        None,
        "PUT",
        "/v1/conversations/7/claim",
        Some(r#"{"agentId":"a53b25da-f676-4c52-acac-58c9280aa23d","force":false}"#),
    ),
    (
        "closeConversation",
        &["7"],
        None,
        None,
        "PUT",
        "/v1/conversations/7/close",
        None,
    ),
    (
        "createConversation",
        &[],
        Some(
            r#"{"_type":"Callback","requesterId":"a53b25da-f676-4c52-acac-58c9280aa23d","direction":"Inbound","contactEndpointId":"+45","queueId":"a53b25da-f676-4c52-acac-58c9280aa23d"}"#,
        ),
        None,
        "POST",
        "/v1/conversations",
        Some(
            r#"{"_type":"Callback","requesterId":"a53b25da-f676-4c52-acac-58c9280aa23d","direction":"Inbound","contactEndpointId":"+45","queueId":"a53b25da-f676-4c52-acac-58c9280aa23d"}"#,
        ),
    ),
    (
        "getConversation",
        &["9007199254740993"],
        None,
        None,
        "GET",
        "/v1/conversations/9007199254740993",
        None,
    ),
    (
        "listActivityLog",
        &["7"],
        None,
        None,
        "GET",
        "/v1/conversations/7/activitylog",
        None,
    ),
    (
        "listFlows",
        &[],
        None,
        Some(r#"{"channel":"WidgetChat"}"#),
        "GET",
        "/v1/conversations/flows?channel=WidgetChat",
        None,
    ),
    (
        "listInternalNotes",
        &["7"],
        None,
        None,
        "GET",
        "/v1/conversations/7/notes",
        None,
    ),
    (
        "listLinkedConversations",
        &["7"],
        None,
        None,
        "GET",
        "/v1/conversations/7/linked",
        None,
    ),
    (
        "listMessages",
        &["7"],
        None,
        None,
        "GET",
        "/v1/conversations/7/messages",
        None,
    ),
    (
        "listOrganizationActivityLog",
        &[],
        None,
        Some(r#"{"pageLimit":5,"fromDatetime":"2026-01-02T03:04:05.000Z","pageKey":"a+/="}"#),
        "GET",
        "/v1/conversations/activitylog?pageLimit=5&fromDatetime=2026-01-02T03%3A04%3A05.000Z&pageKey=a%2B%2F%3D",
        None,
    ),
    (
        "listRating",
        &["7"],
        None,
        None,
        "GET",
        "/v1/conversations/7/rating",
        None,
    ),
    (
        "listTags",
        &["7"],
        None,
        None,
        "GET",
        "/v1/conversations/7/tags",
        None,
    ),
    (
        "patchCustomAttributes",
        &["7"],
        Some(r#"{"f0a1b2c3-1111-4aaa-8bbb-000000000001":null}"#),
        None,
        "PATCH",
        "/v1/conversations/7/custom-attributes",
        Some(r#"{"f0a1b2c3-1111-4aaa-8bbb-000000000001":null}"#),
    ),
    (
        "reopenConversation",
        &["7"],
        Some("{}"),
        None,
        "PUT",
        "/v1/conversations/7/reopen",
        Some("{}"),
    ),
    (
        "searchConversations",
        &[],
        None,
        Some(r#"{"query":"a & b?","exactMatch":true}"#),
        "GET",
        "/v1/search/conversations?query=a%20%26%20b%3F&exactMatch=true",
        None,
    ),
    (
        "tagConversation",
        &["7", TAG],
        None,
        None,
        "PUT",
        "/v1/conversations/7/tags/f0a1b2c3-1111-4aaa-8bbb-000000000001",
        None,
    ),
    (
        "transferConversation",
        &["7"],
        Some(r#"{"queueId":"a53b25da-f676-4c52-acac-58c9280aa23d"}"#),
        None,
        "PUT",
        "/v1/conversations/7/transfer/queue",
        Some(r#"{"queueId":"a53b25da-f676-4c52-acac-58c9280aa23d"}"#),
    ),
    (
        "untagConversation",
        &["7", TAG],
        None,
        None,
        "DELETE",
        "/v1/conversations/7/tags/f0a1b2c3-1111-4aaa-8bbb-000000000001",
        None,
    ),
];

#[test]
fn every_operation_sends_the_bytes_of_the_contract() {
    for operation in OPERATIONS {
        let case = CASES.iter().find(|case| case.0 == operation.name);
        let (name, ids, body, query, method, path, sent_body) =
            case.expect("a case for each operation");
        let host = SimHost::new(vec![answer(400, "{}")]);
        let _ = host.call(name, &arguments(ids, *body, *query), &settings());
        let sent = host.sent.borrow()[0].clone();
        assert_eq!(
            (sent.method, sent.url.as_str()),
            (*method, format!("https://dev.dixa.io{path}").as_str())
        );
        assert_eq!(sent.body.as_deref(), *sent_body, "{name}");
        assert_eq!(
            sent.header("content-type"),
            sent_body.map(|_| "application/json"),
            "{name}"
        );
        assert_eq!(sent.header("accept"), Some("application/json"));
        assert_eq!(sent.header("authorization"), Some("secret"));
        assert!(!sent.headers.iter().any(|(name, _)| name.starts_with("x-")));
    }
}

#[test]
fn what_is_wrong_is_named_and_nothing_is_sent() {
    let bad = [
        (
            "getConversation",
            arguments(&["x"], None, None),
            "conversationId",
        ),
        (
            "getConversation",
            arguments(&[""], None, None),
            "conversationId",
        ),
        (
            "getConversation",
            arguments(&[".."], None, None),
            "conversationId",
        ),
        (
            "getConversation",
            arguments(&["-1"], None, None),
            "conversationId",
        ),
        (
            "getConversation",
            arguments(&["9223372036854775808"], None, None),
            "conversationId",
        ),
        (
            "tagConversation",
            arguments(&["1", "."], None, None),
            "tagId",
        ),
        ("addMessage", arguments(&["1"], None, None), "$"),
        (
            "addMessage",
            arguments(
                &["1"],
                Some(r#"{"_type":"Outbound","content":{"_type":"Text","value":7}}"#),
                None,
            ),
            "$.content.value",
        ),
        (
            "closeConversation",
            arguments(&["1"], Some(r#"{"signal":{}}"#), None),
            "$.signal",
        ),
        (
            "searchConversations",
            arguments(&[], None, None),
            "query.query",
        ),
        (
            "listOrganizationActivityLog",
            arguments(&[], None, Some(r#"{"fromDatetime":"yesterday"}"#)),
            "query.fromDatetime",
        ),
    ];
    for (name, given, path) in bad {
        let host = SimHost::new(Vec::new());
        let result = host.call(name, &given, &settings());
        let failure = failure(&result);
        assert_eq!(
            (failure.class, failure.outcome),
            (Class::RequestValidationError, Outcome::NotSent),
            "{name}"
        );
        assert!(
            failure.findings.list.iter().any(|issue| issue.path == path),
            "{name}: {:?}",
            failure.findings
        );
        assert_eq!((host.attempts(), failure.attempts), (0, 0));
    }
}

#[test]
fn the_token_is_written_as_the_scheme_says_and_never_doubled() {
    let cases = [
        (AuthScheme::Raw, "abc", "abc"),
        (AuthScheme::Bearer, "abc", "Bearer abc"),
        (AuthScheme::Bearer, "Bearer abc", "Bearer abc"),
    ];
    for (auth_scheme, token, expected) in cases {
        let host = SimHost::new(vec![answer(200, TAGS)]);
        host.tokens.borrow_mut()[0] = Ok(Some(token.into()));
        let settings = crate::client::Settings {
            auth_scheme,
            ..settings()
        };
        assert!(
            host.call("listTags", &arguments(&["1"], None, None), &settings)
                .is_ok()
        );
        assert_eq!(
            host.sent.borrow()[0].header("authorization"),
            Some(expected)
        );
    }
}

#[test]
fn headers_of_the_caller_are_sent_and_the_token_stays_the_tokens() {
    let host = SimHost::new(vec![answer(200, TAGS)]);
    let headers = vec![
        ("accept".to_owned(), "application/json;v=2".to_owned()),
        ("authorization".into(), "mine".into()),
    ];
    let settings = crate::client::Settings {
        headers,
        ..settings()
    };
    assert!(
        host.call("listTags", &arguments(&["1"], None, None), &settings)
            .is_ok()
    );
    let sent = host.sent.borrow()[0].clone();
    assert_eq!(
        (sent.header("accept"), sent.header("authorization")),
        (Some("application/json;v=2"), Some("secret"))
    );
    assert_eq!(
        sent.headers
            .iter()
            .filter(|(name, _)| name == "authorization")
            .count(),
        1
    );
}

#[test]
fn a_header_that_cannot_be_is_named_and_its_value_is_not_shown() {
    for (name, value) in [
        ("x y", "a"),
        ("", "a"),
        ("x:y", "a"),
        ("x\r\ny", "a"),
        ("ключ", "a"),
        ("ok", "ключ hush"),
        ("ok", " hush"),
        ("host", "hush.example"),
        ("content-length", "5"),
        ("transfer-encoding", "chunked"),
        ("connection", "keep-alive"),
        ("upgrade", "h2c"),
        ("ok", "hush\r\nx: y"),
        ("ok", "hush\0"),
    ] {
        let host = SimHost::new(Vec::new());
        let settings = crate::client::Settings {
            headers: vec![(name.to_owned(), value.to_owned())],
            ..settings()
        };
        let result = host.call("listTags", &arguments(&["1"], None, None), &settings);
        let failure = failure(&result);
        assert_eq!(
            (failure.class, failure.code),
            (Class::ConfigurationError, "invalid_header")
        );
        assert!(failure.message.contains(name) && !failure.message.contains("hush"));
    }
}
