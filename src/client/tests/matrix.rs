//! Every operation through every fault: how often it was sent, how it ended, whether it happened.

use super::cases::Kind::{self, Creates, Keyed, Reads, Sets, Takes};
use super::cases::{CASES, case};
use super::host::{SimHost, failure};
use super::plan::{Plan, answer};
use super::{MESSAGE, arguments, operation, settings};
use crate::client::Outcome::{Applied, NotSent, Rejected, Unknown};
use crate::client::{Class, Outcome, SendFailure, Settings};

/// A fault that comes again and again; and for each kind how often it is sent and how that ends.
type Row = (&'static str, Plan, [(usize, Outcome); 5]);

/// In the order of [`Kind`].
fn rows() -> Vec<Row> {
    let once = |outcome| [(1, outcome); 5];
    let status = |status| answer(status, r#"{"message":"no"}"#);
    let lost = [
        (3, Unknown),
        (3, Unknown),
        (1, Unknown),
        (3, Unknown),
        (1, Unknown),
    ];
    let answered = [
        (3, Rejected),
        (3, Unknown),
        (1, Unknown),
        (3, Unknown),
        (1, Unknown),
    ];
    let refused = [
        (3, Rejected),
        (3, Rejected),
        (3, Rejected),
        (3, Rejected),
        (1, Rejected),
    ];
    let unsent = [
        (3, NotSent),
        (3, NotSent),
        (3, NotSent),
        (3, NotSent),
        (1, NotSent),
    ];
    let odd = [
        (1, Rejected),
        (1, Unknown),
        (1, Unknown),
        (1, Unknown),
        (1, Unknown),
    ];
    let mut rows = vec![
        (
            "no connection",
            Plan::Fail(SendFailure::NotConnected),
            unsent,
        ),
        ("a reset", Plan::Fail(SendFailure::Lost), lost),
        (
            "a request that fetch refuses",
            Plan::Fail(SendFailure::Refused),
            once(NotSent),
        ),
        (
            "what is no answer",
            Plan::Fail(SendFailure::NoResponse),
            once(Unknown),
        ),
        ("silence", Plan::Silence, lost),
        ("a body that stalls", Plan::Stuck(200), lost),
        ("an error whose body stalls", Plan::Stuck(503), lost),
        (
            "an error whose body breaks off",
            Plan::Broken(503),
            answered,
        ),
        (
            "a refusal whose body breaks off",
            Plan::Broken(404),
            once(Rejected),
        ),
        ("a limit whose body breaks off", Plan::Broken(429), refused),
        ("429", status(429), refused),
        ("a redirect", status(302), odd),
        ("a redirect to nowhere", status(304), odd),
    ];
    rows.extend([408, 500, 502, 503, 504].map(|code| ("may pass", status(code), answered)));
    rows.extend([501, 505, 520, 599].map(|code| ("will not pass", status(code), odd)));
    let no = [400, 401, 402, 403, 404, 405, 409, 410, 413, 415, 422, 451];
    rows.extend(no.map(|code| ("no", status(code), once(Rejected))));
    rows
}

pub(super) fn tried(
    name: &str,
    plans: Vec<Plan>,
    settings: &Settings,
) -> (SimHost, super::host::Outcome) {
    let (_, _, ids, body, query, ..) = case(name);
    let host = SimHost::new(plans);
    // A message without a key of the caller's own.
    let body = body.map(|body| if name == "addMessage" { MESSAGE } else { body });
    let outcome = host.call(name, &arguments(ids, body, *query), settings);
    (host, outcome)
}

/// Holds every operation against every row; all that differ are named.
fn holds(rows: &[Row], settings: &Settings, kind_of: impl Fn(Kind) -> Kind) {
    let mut wrong = Vec::new();
    for (name, kind, ..) in CASES {
        let column = kind_of(*kind) as usize;
        for (fault, plan, expected) in rows {
            let (host, outcome) = tried(name, vec![plan.clone(); 3], settings);
            let failure = failure(&outcome);
            let got = (host.attempts(), failure.outcome);
            if got != expected[column] || failure.attempts as usize != host.attempts() {
                wrong.push(format!("{name}, {fault} {plan:?}: {got:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_operation_is_sent_as_often_as_it_may_be_and_says_whether_it_happened() {
    holds(&rows(), &settings(), |kind| kind);
}

#[test]
fn what_the_caller_calls_idempotent_is_repeated_but_for_what_is_taken_from_somebody() {
    let idempotent = Settings {
        idempotent: true,
        ..settings()
    };
    holds(&rows(), &idempotent, |kind| match kind {
        Creates => Sets,
        other => other,
    });
}

#[test]
fn a_message_without_a_key_is_repeated_only_when_it_was_refused() {
    let keyless = Settings {
        auto_external_id: false,
        ..settings()
    };
    holds(&rows(), &keyless, |kind| match kind {
        Keyed => Creates,
        other => other,
    });
}

#[test]
fn without_retries_everything_is_sent_once() {
    let once = Settings {
        max_retries: 0,
        ..settings()
    };
    let rows: Vec<Row> = rows()
        .into_iter()
        .map(|(fault, plan, expected)| (fault, plan, expected.map(|(_, outcome)| (1, outcome))))
        .collect();
    holds(&rows, &once, |kind| kind);
}

#[test]
fn a_forced_claim_is_never_repeated() {
    let body = r#"{"agentId":"a53b25da-f676-4c52-acac-58c9280aa23d","force":true}"#;
    for (fault, plan, expected) in rows() {
        for idempotent in [false, true] {
            let settings = Settings {
                idempotent,
                ..settings()
            };
            let host = SimHost::new(vec![plan.clone()]);
            let given = arguments(&["7"], Some(body), None);
            let outcome = host.call("claimConversation", &given, &settings);
            let got = (host.attempts(), failure(&outcome).outcome);
            assert_eq!(got, expected[Takes as usize], "{fault}");
            assert!(!failure(&outcome).retryable, "{fault}");
        }
    }
}

/// An answer at once that says how long it is.
fn declared(status: u16, length: usize, body: &str) -> Plan {
    Plan::Answer {
        after: 0.0,
        status,
        headers: vec![("content-length", length.to_string())],
        body: body.as_bytes().to_vec(),
    }
}

#[test]
fn a_success_that_cannot_be_read_was_a_success_and_a_read_that_broke_off_is_repeated() {
    let cut = r#"{"data":[{"id":"a"#;
    // Body, whether it broke off on the way, and the code of the error.
    let cases = [
        (answer(200, "<html>Log in</html>"), false, "not_json"),
        (answer(200, "\u{feff} \n<!doctype html>"), false, "not_json"),
        (answer(200, cut), false, "truncated_json"),
        (declared(200, cut.len(), cut), false, "truncated_json"),
        (declared(200, 3, cut), false, "truncated_json"),
        (declared(200, 4000, cut), true, "body_lost"),
        (declared(204, 4000, ""), false, "empty_body"),
        (Plan::Broken(200), true, "body_lost"),
        (Plan::Broken(201), true, "body_lost"),
        (answer(200, ""), false, "empty_body"),
        (answer(204, ""), false, "empty_body"),
        (answer(205, ""), false, "empty_body"),
        (answer(202, "{}"), false, "no_data"),
    ];
    let (host, outcome) = tried("listTags", vec![declared(200, 4000, ""); 3], &settings());
    assert_eq!((host.attempts(), failure(&outcome).code), (3, "body_lost"));
    for (name, kind, ..) in CASES {
        for (plan, broke_off, code) in &cases {
            let (host, outcome) = tried(name, vec![plan.clone(); 3], &settings());
            // Of these nothing is missing where there is nothing, or nothing in what there is.
            if operation(name).response.is_none() && matches!(*code, "empty_body" | "no_data") {
                assert!(outcome.is_ok() && host.attempts() == 1, "{name} {plan:?}");
                continue;
            }
            let failure = failure(&outcome);
            let expected = match (kind, broke_off) {
                (Reads, true) => (3, Unknown),
                (Reads, false) => (1, Rejected),
                _ => (1, Applied),
            };
            assert_eq!(
                (host.attempts(), failure.outcome, failure.code),
                (expected.0, expected.1, *code),
                "{name} {plan:?}"
            );
            let class = if *broke_off {
                Class::ConnectionError
            } else {
                Class::DecodeError
            };
            assert_eq!((failure.class, failure.status.is_some()), (class, true));
            assert_eq!(failure.retryable, *kind == Reads && *broke_off, "{name}");
        }
    }
}

#[test]
fn where_no_answer_is_due_any_success_will_do_with_json_or_nothing() {
    let silent = CASES.iter().map(|case| case.0);
    for name in silent.filter(|name| operation(name).response.is_none()) {
        for plan in [
            answer(200, ""),
            answer(200, "{}"),
            answer(201, r#"{"data":null}"#),
            answer(202, " "),
            answer(204, ""),
            answer(204, r#"{"data":[1]}"#),
            answer(205, ""),
        ] {
            let (host, outcome) = tried(name, vec![plan], &settings());
            let reply = outcome.unwrap_or_else(|_| panic!("{name}"));
            assert!(reply.content.is_none() && host.attempts() == 1);
        }
    }
}

#[test]
fn the_error_says_whether_the_call_may_be_made_again() {
    // Fault; for each kind whether it may.
    let cases = [
        (Plan::Silence, [true, true, false, true, false]),
        (answer(503, ""), [true, true, false, true, false]),
        (answer(429, ""), [true, true, true, true, false]),
        (
            Plan::Fail(SendFailure::NotConnected),
            [true, true, true, true, false],
        ),
        (Plan::Fail(SendFailure::Refused), [false; 5]),
        (answer(302, ""), [false; 5]),
        (answer(404, ""), [false; 5]),
    ];
    for (name, kind, ..) in CASES {
        for (plan, expected) in &cases {
            let (_, outcome) = tried(name, vec![plan.clone(); 3], &settings());
            assert_eq!(
                failure(&outcome).retryable,
                expected[*kind as usize],
                "{name} {plan:?}"
            );
        }
    }
}

#[test]
fn what_happened_before_counts() {
    let lost = || Plan::Fail(SendFailure::Lost);
    let away = || Plan::Fail(SendFailure::NotConnected);
    let no = |status| answer(status, "{}");
    // Attempts in turn; outcome of a write that sets a state, and of a read.
    let cases = [
        (vec![lost(), no(404)], Unknown, Rejected),
        (vec![no(503), no(409)], Unknown, Rejected),
        (vec![no(503), no(400)], Unknown, Rejected),
        (vec![no(503), no(403)], Unknown, Rejected),
        (vec![lost(), away(), away()], Unknown, Unknown),
        (vec![no(503), away(), away()], Unknown, Rejected),
        // The server refused the first, or never saw it: it cannot be the cause.
        (vec![no(429), no(404)], Rejected, Rejected),
        (vec![away(), no(409)], Rejected, Rejected),
        (vec![no(429), away(), away()], Rejected, Rejected),
    ];
    for (plans, written, read) in cases {
        let (_, outcome) = tried("untagConversation", plans.clone(), &settings());
        assert_eq!(failure(&outcome).outcome, written, "{plans:?}");
        let (_, outcome) = tried("listTags", plans.clone(), &settings());
        assert_eq!(failure(&outcome).outcome, read, "{plans:?}");
    }
}
