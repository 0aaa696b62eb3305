//! What is made of an answer's body.

use super::host::{SimHost, failure};
use super::plan::{Plan, answer};
use super::{arguments, read, settings, write};
use crate::client::{Checking, Class, Outcome, Settings};

#[test]
fn an_answer_that_cannot_be_read_is_an_error_and_is_not_asked_for_again() {
    let cases = [
        ("<html>Log in</html>", "not_json"),
        (r#"{"data":["#, "truncated_json"),
        ("", "empty_body"),
        (r#"{"data":null}"#, "no_data"),
        ("{}", "no_data"),
    ];
    for (body, code) in cases {
        let (host, result) = read(vec![answer(200, body)]);
        let failure = failure(&result);
        assert_eq!(
            (failure.class, failure.code, host.attempts()),
            (Class::DecodeError, code, 1),
            "{body}"
        );
        assert_eq!(failure.outcome, Outcome::Rejected);
    }
    let not_utf8 = Plan::Answer {
        after: 0.0,
        status: 200,
        headers: Vec::new(),
        body: vec![b'"', 0xff, b'"'],
    };
    assert_eq!(failure(&read(vec![not_utf8]).1).code, "not_utf8");
    let long = format!(r#"{{"data":[],"more":"{}"}}"#, "x".repeat(1 << 20));
    assert_eq!(
        failure(&read(vec![answer(200, &long)]).1).code,
        "body_too_large"
    );
}

#[test]
fn a_write_whose_answer_is_wrong_was_applied_and_keeps_its_data() {
    let strict = Settings {
        validation: Checking::Strict,
        ..settings()
    };
    let host = SimHost::new(vec![answer(200, r#"{"data":{"id":7}}"#)]);
    let result = host.call(
        "addInternalNote",
        &arguments(&["1"], Some(r#"{"message":"Hi"}"#), None),
        &strict,
    );
    let failure = failure(&result);
    assert_eq!(
        (failure.class, failure.outcome),
        (Class::ResponseValidationError, Outcome::Applied)
    );
    assert!(failure.findings.issue_count >= 4 && host.attempts() == 1);
    assert!(result.is_err_and(|thrown| thrown.decoded.is_some() && thrown.body.is_some()));
}

#[test]
fn a_departure_from_the_models_is_told_and_the_value_is_returned() {
    let (_, result) = write(vec![answer(
        200,
        r#"{"data":{"id":7,"authorId":null,"createdAt":"soon","csid":1,"message":"Hi"}}"#,
    )]);
    let reply = result.unwrap_or_else(|_| panic!("a value"));
    let (_, decoded) = reply.content.expect("a body");
    let paths: Vec<_> = decoded
        .findings
        .list
        .iter()
        .map(|finding| finding.path.as_str())
        .collect();
    assert_eq!(paths, ["$.data.id", "$.data.authorId", "$.data.createdAt"]);
}

#[test]
fn the_next_page_is_known_by_its_key_alone() {
    let paged = |body: &str| {
        let host = SimHost::new(vec![answer(200, body)]);
        host.call(
            "searchConversations",
            &arguments(&[], None, Some(r#"{"query":"a"}"#)),
            &settings(),
        )
    };
    let next = |body: &str| paged(body).map(|reply| reply.next_page_key.clone());
    let key = next(r#"{"data":[],"meta":{"next":"https://elsewhere.example/x?pageKey=a%3D%3D:"}}"#);
    assert_eq!(
        key.unwrap_or_else(|_| panic!("a page")).as_deref(),
        Some("a==")
    );
    for body in [
        r#"{"data":[]}"#,
        r#"{"data":[],"meta":null}"#,
        r#"{"data":[],"meta":{"next":null}}"#,
        r#"{"data":[],"meta":{"next":""}}"#,
    ] {
        assert_eq!(
            next(body).unwrap_or_else(|_| panic!("a page")),
            None,
            "{body}"
        );
    }
    let result = paged(r#"{"data":[],"meta":{"next":"/v1/search/conversations?page=2"}}"#);
    assert_eq!(failure(&result).class, Class::PaginationError);
}

#[test]
fn a_redirect_is_not_followed() {
    for status in [0, 301, 302, 307, 308] {
        let (host, result) = read(vec![answer(status, "")]);
        assert_eq!(
            (failure(&result).code, host.attempts()),
            ("redirect_refused", 1),
            "{status}"
        );
    }
}
