//! `request`: the rest of the API, unchecked, under the same rules.

use super::host::{Outcome as Ended, SimHost, failure};
use super::plan::{Plan, answer};
use super::{arguments, settings};
use crate::client::{Checking, Class, Outcome, SendFailure, Settings};

fn tried(method: &str, plans: Vec<Plan>, settings: &Settings) -> (SimHost, Ended) {
    let host = SimHost::new(plans);
    let outcome = host.call(method, &arguments(&["/v1/agents"], None, None), settings);
    (host, outcome)
}

#[test]
fn a_request_is_sent_as_it_is_said() {
    // Method, path, body, query; what follows the host.
    let cases = [
        ("GET", "/v1/agents", None, None, "/v1/agents"),
        (
            "GET",
            "/v1/tags/a%2Fb",
            None,
            Some(r#"{"q":"a & b","page":2,"all":true,"not":null}"#),
            "/v1/tags/a%2Fb?q=a%20%26%20b&page=2&all=true",
        ),
        (
            "POST",
            "/v1/x/",
            Some(r#"{"signal":[1,null]}"#),
            None,
            "/v1/x/",
        ),
        ("PUT", "/v1/x", Some("null"), Some("{}"), "/v1/x"),
        ("PATCH", "/v1/x", Some("[1.50]"), None, "/v1/x"),
        ("DELETE", "/", None, None, "/"),
    ];
    for (method, path, body, query, url) in cases {
        let host = SimHost::new(vec![answer(204, "")]);
        let given = arguments(&[path], body, query);
        let settings = Settings {
            validation: Checking::Strict,
            base_url: "https://proxy.example/dixa".into(),
            ..settings()
        };
        assert!(host.call(method, &given, &settings).is_ok(), "{method}");
        let sent = host.sent.borrow()[0].clone();
        assert_eq!(sent.method, method);
        assert_eq!(sent.url, format!("https://proxy.example/dixa{url}"));
        assert_eq!(sent.body.as_deref(), body);
        let kind = sent.header("content-type");
        assert_eq!(kind, body.map(|_| "application/json"));
        assert_eq!(sent.header("authorization"), Some("secret"));
    }
}

#[test]
fn what_cannot_be_asked_for_is_named_and_nothing_is_sent() {
    let path = "/v1/agents";
    let cases = [
        ("GET", arguments(&["//evil.example"], None, None), "path"),
        ("GET", arguments(&["/v1/%2e%2e/x"], None, None), "path"),
        ("POST", arguments(&["/v1/x?y=1"], None, None), "path"),
        ("GET", arguments(&[path], Some("{}"), None), "body"),
        (
            "GET",
            arguments(&[path], None, Some(r#"{"a":[1]}"#)),
            "query.a",
        ),
        ("GET", arguments(&[path], None, Some(r#""a=1""#)), "query"),
        ("POST", arguments(&[path], Some("{"), None), "$"),
    ];
    for (method, given, path) in cases {
        let host = SimHost::new(Vec::new());
        let outcome = host.call(method, &given, &settings());
        let failure = failure(&outcome);
        assert_eq!(failure.class, Class::RequestValidationError, "{path}");
        assert_eq!(failure.findings.list[0].path, path, "{}", failure.message);
        assert!(failure.message.starts_with("request: ") && !failure.message.contains("evil"));
        assert_eq!((host.attempts(), failure.outcome), (0, Outcome::NotSent));
    }
}

#[test]
fn only_what_reads_is_repeated_unless_the_caller_says_that_it_may_be() {
    let idempotent = Settings {
        idempotent: true,
        ..settings()
    };
    let lost = || Plan::Fail(SendFailure::Lost);
    let cases = [
        (
            answer(503, ""),
            (3, Outcome::Rejected),
            (1, Outcome::Unknown),
            (3, Outcome::Unknown),
        ),
        (
            lost(),
            (3, Outcome::Unknown),
            (1, Outcome::Unknown),
            (3, Outcome::Unknown),
        ),
        (
            answer(429, ""),
            (3, Outcome::Rejected),
            (3, Outcome::Rejected),
            (3, Outcome::Rejected),
        ),
        (
            answer(404, "{}"),
            (1, Outcome::Rejected),
            (1, Outcome::Rejected),
            (1, Outcome::Rejected),
        ),
    ];
    for (plan, read, write, allowed) in cases {
        let ends = |method: &str, settings: &Settings| {
            let (host, outcome) = tried(method, vec![plan.clone(); 3], settings);
            (host.attempts(), failure(&outcome).outcome)
        };
        assert_eq!(ends("GET", &settings()), read, "{plan:?}");
        for method in ["POST", "PUT", "PATCH", "DELETE"] {
            assert_eq!(ends(method, &settings()), write, "{method} {plan:?}");
            assert_eq!(ends(method, &idempotent), allowed, "{method} {plan:?}");
        }
    }
}

#[test]
fn the_answer_is_the_body_whole_or_nothing() {
    let strict = Settings {
        validation: Checking::Strict,
        ..settings()
    };
    for text in [
        r#"{"data":null,"meta":{"next":"x"}}"#,
        "[1]",
        "7",
        "\"a\"",
        "null",
    ] {
        let (_, outcome) = tried("GET", vec![answer(200, text)], &strict);
        let reply = outcome.unwrap_or_else(|_| panic!("{text}"));
        let (body, decoded) = reply.content.expect("a body");
        let body = std::str::from_utf8(&body).expect("text");
        assert_eq!(
            (decoded.data.of(body), decoded.meta.is_none()),
            (text, true)
        );
        assert_eq!(reply.next_page_key, None);
    }
    for plan in [answer(204, ""), answer(200, " "), answer(202, "")] {
        let (_, outcome) = tried("POST", vec![plan], &strict);
        assert!(outcome.is_ok_and(|reply| reply.content.is_none()));
    }
    let declared = Plan::Answer {
        after: 0.0,
        status: 200,
        headers: vec![("content-length", "4000".into())],
        body: Vec::new(),
    };
    let cases = [
        (
            answer(200, "<html>"),
            "not_json",
            1,
            Outcome::Rejected,
            Outcome::Applied,
        ),
        (
            answer(200, "[1"),
            "truncated_json",
            1,
            Outcome::Rejected,
            Outcome::Applied,
        ),
        (declared, "body_lost", 3, Outcome::Unknown, Outcome::Applied),
    ];
    for (plan, code, reads, read, write) in cases {
        let (host, outcome) = tried("GET", vec![plan.clone(); 3], &strict);
        assert_eq!((failure(&outcome).code, host.attempts()), (code, reads));
        assert_eq!(failure(&outcome).outcome, read, "{code}");
        let (host, outcome) = tried("POST", vec![plan], &strict);
        assert_eq!((failure(&outcome).code, host.attempts()), (code, 1));
        assert_eq!(failure(&outcome).outcome, write, "{code}");
    }
}
