//! Time: the waits between attempts, what the server asks for, the two timeouts, the budget.

use super::host::{START, SimHost, failure};
use super::plan::{Plan, answer, answer_with};
use super::{TAGS, arguments, read, settings};
use crate::client::{Class, Outcome, Phase, SendFailure, Settings};

fn tags(host: &SimHost, settings: &Settings) -> super::host::Outcome {
    host.call("listTags", &arguments(&["1"], None, None), settings)
}

/// An answer after a while.
fn late(after: f64, status: u16) -> Plan {
    Plan::Answer {
        after,
        status,
        headers: Vec::new(),
        body: TAGS.as_bytes().to_vec(),
    }
}

#[test]
fn the_dice_take_a_quarter_off_a_wait_at_most() {
    for (dice, waits) in [
        (0.0, [500.0, 1000.0, 2000.0, 4000.0, 8000.0, 8000.0]),
        (1.0, [375.0, 750.0, 1500.0, 3000.0, 6000.0, 6000.0]),
    ] {
        let host = SimHost::new(vec![answer(503, ""); 7]);
        host.dice.set(dice);
        let patient = Settings {
            max_retries: 6,
            ..settings()
        };
        assert!(tags(&host, &patient).is_err());
        let told: Vec<_> = host.retries().iter().map(|(wait, _)| *wait).collect();
        assert_eq!(told, waits);
    }
}

#[test]
fn what_the_server_asks_for_is_waited_for_whatever_it_refused_with() {
    // 1970-01-01T00:16:40Z is when the host begins.
    for (name, value, wait) in [
        ("retry-after", "3", 3000.0),
        ("retry-after", "0", 0.0),
        ("retry-after", "2.5", 2500.0),
        ("retry-after", "1, 4", 4000.0),
        ("retry-after", "Thu, 01 Jan 1970 00:16:47 GMT", 7000.0),
        ("retry-after", "Thursday, 01-Jan-70 00:16:47 GMT", 7000.0),
        ("retry-after", "Thu Jan  1 00:16:47 1970", 7000.0),
        ("retry-after-ms", "250", 250.0),
        // What says nothing leaves the ordinary wait.
        ("retry-after", "-5", 437.5),
        ("retry-after", "soon", 437.5),
        ("retry-after", "", 437.5),
        ("retry-after", "Thu, 01 Jan 1970 00:00:00 GMT", 437.5),
        ("retry-after-ms", "-1", 437.5),
    ] {
        for status in [408, 500, 503] {
            let (host, result) = read(vec![answer_with(status, name, value), answer(200, TAGS)]);
            assert!(result.is_ok());
            assert_eq!(host.times(), [0.0, wait], "{status} {name}: {value}");
        }
    }
}

#[test]
fn a_wait_beyond_the_total_time_is_told_at_once() {
    for (value, wait) in [
        ("60", 60_000.0),
        ("61", 61_000.0),
        ("99999999999999999999", 1e15),
        (
            "Fri, 31 Dec 9999 23:59:59 GMT",
            253_402_300_799_000.0 - START,
        ),
    ] {
        for status in [429, 503] {
            let (host, result) = read(vec![answer_with(status, "retry-after", value)]);
            let failure = failure(&result);
            assert_eq!(
                (failure.status, failure.retry_after_ms, host.elapsed()),
                (Some(status), Some(wait), 0.0),
                "{value}"
            );
            assert!(failure.retryable);
        }
    }
    let (host, result) = read(vec![
        answer_with(429, "retry-after", "59"),
        answer(200, TAGS),
    ]);
    assert!(result.is_ok());
    assert_eq!(host.times(), [0.0, 59_000.0]);
}

#[test]
fn a_retry_that_would_begin_too_late_is_not_made() {
    let hurried = Settings {
        total_timeout_ms: 400.0,
        ..settings()
    };
    let host = SimHost::new(vec![answer(503, "")]);

    let outcome = tags(&host, &hurried);

    // The server's error, and at once: not a timeout after a wait that leads nowhere.
    assert_eq!(
        (failure(&outcome).class, host.elapsed()),
        (Class::ServerError, 0.0)
    );
    assert_eq!(host.budget(), 500.0);
}

#[test]
fn the_total_time_cuts_the_last_attempt_short() {
    let (host, result) = read(vec![Plan::Silence; 3]);

    let failure = failure(&result);
    assert_eq!(
        (failure.class, failure.phase),
        (Class::TimeoutError, Some(Phase::Total))
    );
    // 20 s and a wait, twice; then what is left of 60 s.
    assert_eq!(host.times(), [0.0, 20_437.5, 41_312.5]);
    assert_eq!(host.elapsed(), 60_000.0);
    assert!(failure.retryable);
}

#[test]
fn each_attempt_has_its_time_body_included() {
    let (host, result) = read(vec![
        late(19_999.0, 503),
        late(20_001.0, 200),
        late(5.0, 200),
    ]);

    assert!(result.is_ok());
    assert_eq!(
        host.retries(),
        [(437.5, "server_error"), (875.0, "timeout")]
    );
}

#[test]
fn an_attempt_that_took_too_long_is_dropped_before_the_next_is_sent() {
    for plan in [Plan::Silence, Plan::Stuck(200), Plan::Stuck(500)] {
        let (host, result) = read(vec![plan.clone(), plan, answer(200, TAGS)]);
        assert_eq!(host.attempts(), 3);
        assert_eq!(host.most_open.get(), 1);
        drop(result);
        assert_eq!(host.open.get(), 0);
    }
}

#[test]
fn the_token_functions_time_is_the_calls_and_not_the_attempts() {
    let host = SimHost::new(vec![late(15_000.0, 200)]);
    host.token_ms.set(30_000.0);
    assert!(tags(&host, &settings()).is_ok());

    let host = SimHost::new(vec![Plan::Silence]);
    host.token_ms.set(50_000.0);
    let outcome = tags(&host, &settings());
    assert_eq!(
        (failure(&outcome).phase, host.elapsed()),
        (Some(Phase::Total), 60_000.0)
    );

    let host = SimHost::new(Vec::new());
    host.token_ms.set(f64::MAX);
    let outcome = tags(&host, &settings());
    let failure = failure(&outcome);
    assert_eq!(
        (failure.phase, failure.outcome, host.elapsed()),
        (Some(Phase::Token), Outcome::NotSent, 60_000.0)
    );
    assert!(failure.retryable);
}

#[test]
fn a_retry_costs_five_ten_after_a_timeout_and_a_success_gives_one_back() {
    let after = |plans: Vec<Plan>, budget: f64| {
        let host = SimHost::new(plans);
        host.set_budget(budget);
        let _ = tags(&host, &settings());
        (host.attempts(), host.budget())
    };
    assert_eq!(
        after(vec![answer(503, ""), answer(200, TAGS)], 100.0),
        (2, 96.0)
    );
    assert_eq!(
        after(vec![Plan::Silence, answer(200, TAGS)], 100.0),
        (2, 91.0)
    );
    assert_eq!(after(vec![answer(200, TAGS)], 500.0), (1, 500.0));
    assert_eq!(after(vec![answer(404, "")], 100.0), (1, 100.0));
    // Not enough is left.
    assert_eq!(after(vec![Plan::Silence], 9.0), (1, 9.0));
    assert_eq!(after(vec![answer(429, "")], 4.0), (1, 4.0));
    let lost = Plan::Fail(SendFailure::Lost);
    assert_eq!(after(vec![lost; 2], 5.0), (2, 0.0));
}

#[test]
fn aborting_ends_a_wait_for_a_retry_with_what_happened_before_it() {
    for (first, name, outcome) in [
        (answer(503, ""), "listTags", Outcome::Rejected),
        (Plan::Fail(SendFailure::Lost), "listTags", Outcome::Unknown),
        (answer(503, ""), "closeConversation", Outcome::Unknown),
        (answer(429, ""), "closeConversation", Outcome::Rejected),
        (
            Plan::Fail(SendFailure::NotConnected),
            "closeConversation",
            Outcome::NotSent,
        ),
    ] {
        let host = SimHost::new(vec![first.clone()]);
        host.abort_at.set(Some(START + 5.0));
        let result = host.call(name, &arguments(&["1"], None, None), &settings());
        let failure = failure(&result);
        assert_eq!(
            (failure.class, failure.outcome, failure.attempts),
            (Class::AbortError, outcome, 1),
            "{name} {first:?}"
        );
        assert_eq!(host.elapsed(), 5.0);
        assert!(!failure.retryable);
    }
}
