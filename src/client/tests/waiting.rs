//! Waits: backoff, Retry-After, the rate limiter, timeouts, aborting.

use super::host::{SimHost, failure};
use super::plan::{Plan, answer};
use super::{TAGS, arguments, read, settings};
use crate::client::{Class, Outcome, Phase, SendFailure, Settings};

#[test]
fn each_wait_is_twice_the_last() {
    let (host, _) = read(vec![
        answer(503, "{}"),
        answer(503, "{}"),
        answer(200, TAGS),
    ]);
    // 500 ms and 1 s, less an eighth: the dice of this host always show one half of a quarter.
    assert_eq!(host.times(), [0.0, 437.5, 437.5 + 875.0]);
    assert_eq!(
        host.retries(),
        [(437.5, "server_error"), (875.0, "server_error")]
    );
}

#[test]
fn a_timeout_says_what_was_waited_for() {
    let once = Settings {
        max_retries: 0,
        ..settings()
    };
    let tried = |plan: Plan, settings: &Settings, token_ms: f64| {
        let host = SimHost::new(vec![plan]);
        host.token_ms.set(token_ms);
        let result = host.call(
            "addInternalNote",
            &arguments(&["1"], Some(r#"{"message":"Hi"}"#), None),
            settings,
        );
        let failure = failure(&result);
        assert_eq!(failure.class, Class::TimeoutError);
        (failure.phase, host.elapsed(), failure.outcome)
    };
    assert_eq!(
        tried(Plan::Silence, &once, 0.0),
        (Some(Phase::Headers), 20_000.0, Outcome::Unknown)
    );
    assert_eq!(
        tried(Plan::Stuck(200), &once, 0.0),
        (Some(Phase::Body), 20_000.0, Outcome::Unknown)
    );
    assert_eq!(
        tried(Plan::Silence, &once, 70_000.0),
        (Some(Phase::Token), 60_000.0, Outcome::NotSent)
    );
    let hurried = Settings {
        total_timeout_ms: 5000.0,
        ..once
    };
    assert_eq!(
        tried(Plan::Silence, &hurried, 0.0),
        (Some(Phase::Total), 5000.0, Outcome::Unknown)
    );
}

#[test]
fn aborting_ends_every_wait_and_says_whether_anything_was_sent() {
    let tried = |at: f64, plans: Vec<Plan>, token_ms: f64| {
        let host = SimHost::new(plans);
        host.abort_at.set(Some(1_000_000.0 + at));
        host.token_ms.set(token_ms);
        let result = host.call(
            "closeConversation",
            &arguments(&["1"], None, None),
            &settings(),
        );
        let failure = failure(&result);
        assert_eq!((failure.class, host.elapsed()), (Class::AbortError, at));
        (failure.outcome, host.attempts())
    };
    assert_eq!(tried(0.0, Vec::new(), 0.0), (Outcome::NotSent, 0));
    assert_eq!(tried(5.0, Vec::new(), 10.0), (Outcome::NotSent, 0));
    assert_eq!(tried(5.0, vec![Plan::Silence], 0.0), (Outcome::Unknown, 1));
    assert_eq!(
        tried(5.0, vec![Plan::Stuck(204)], 0.0),
        (Outcome::Unknown, 1)
    );
    assert_eq!(
        tried(5.0, vec![answer(503, "{}")], 0.0),
        (Outcome::Unknown, 1)
    );
    assert_eq!(
        tried(5.0, vec![Plan::Fail(SendFailure::NotConnected)], 0.0),
        (Outcome::NotSent, 1)
    );
}
