//! What goes over the wire, and what is refused before anything does.

use super::cases::CASES;
use super::host::{SimHost, failure};
use super::plan::answer;
use super::{TAGS, arguments, settings};
use crate::client::{AuthScheme, Class, Outcome};
use crate::lists::assert_listed;
use crate::operations::OPERATIONS;

#[test]
fn every_operation_has_a_case() {
    assert_listed(
        "src/client/tests/cases.rs",
        CASES.iter().map(|case| case.0),
        OPERATIONS.iter().map(|operation| operation.name),
    );
}

#[test]
fn every_operation_sends_the_bytes_of_the_contract() {
    for (name, _, ids, body, query, method, path, sent_body) in CASES {
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

/// An operator that its field does not take.
const SINCE_A_QUEUE: &str = r#"{"filters":{"strategy":"All","conditions":[
    {"field":{"_type":"QueueId","operator":{"_type":"IsEmpty"}}},
    {"field":{"_type":"QueueId","operator":{"_type":"Since","timestamp":"2026-01-02T03:04:05Z"}}}]}}"#;

#[test]
fn an_operator_that_nobody_knows_is_sent_as_it_is_unless_news_are_errors() {
    let body = SINCE_A_QUEUE.replace("Since", "IsWithin");
    let given = arguments(&[], Some(&body), None);
    let host = SimHost::new(vec![answer(200, TAGS)]);
    let name = "searchConversationsWithFilters";
    let reply = host
        .call(name, &given, &settings())
        .unwrap_or_else(|_| panic!("refused"));
    assert_eq!(host.sent.borrow()[0].body.as_deref(), Some(body.as_str()));
    assert_eq!(
        reply.findings.list[0].path,
        "$.filters.conditions[1].field.operator._type"
    );
    let strict = crate::client::Settings {
        validation: crate::client::Checking::Strict,
        ..settings()
    };
    let host = SimHost::new(Vec::new());
    let result = host.call(name, &given, &strict);
    assert_eq!(failure(&result).class, Class::RequestValidationError);
    assert_eq!(host.attempts(), 0);
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
        (
            "submitRating",
            arguments(&["1", ".."], Some("{}"), None),
            "ratingId",
        ),
        (
            "submitRating",
            arguments(&["1", ""], Some("{}"), None),
            "ratingId",
        ),
        (
            "submitRating",
            arguments(&["1", "a\rb"], Some("{}"), None),
            "ratingId",
        ),
        (
            "searchConversationsWithFilters",
            arguments(&[], Some(SINCE_A_QUEUE), None),
            "$.filters.conditions[1].field.operator._type",
        ),
        (
            "searchConversationsWithFilters",
            arguments(&[], Some(r#"{"filters":{}}"#), None),
            "$.filters.strategy",
        ),
        // It would begin at the first page each time.
        (
            "searchConversationsWithFilters",
            arguments(&[], Some(r#"{"pageKey":"a"}"#), None),
            "$.pageKey",
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
