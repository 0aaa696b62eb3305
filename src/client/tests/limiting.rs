//! The rate limiter, with many calls at once.

use super::host::{START, SimHost, failure};
use super::plan::{Plan, answer, answer_with};
use super::{TAGS, arguments, settings};
use crate::client::{Arguments, Class, Outcome, Rate, Settings};

/// So many reads, started in the same moment; each that aborts says when.
fn at_once(host: &SimHost, aborts: &[Option<f64>], settings: &Settings) -> Vec<(f64, Ended)> {
    let given = reading();
    let calls = aborts
        .iter()
        .map(|abort| host.start("listTags", &given, settings, abort.map(|at| START + at)))
        .collect();
    let ended = host.run(calls);
    ended
        .into_iter()
        .map(|(at, outcome)| {
            let end = outcome.map_or_else(
                |thrown| Err((thrown.failure.code, thrown.failure.outcome)),
                |_| Ok(()),
            );
            (at, end)
        })
        .collect()
}

type Ended = Result<(), (&'static str, Outcome)>;

fn reading() -> Arguments {
    arguments(&["1"], None, None)
}

fn read(host: &SimHost, settings: &Settings) -> super::host::Outcome {
    host.call("listTags", &reading(), settings)
}

/// How many of the times lie in any span of so many milliseconds, at most.
fn most_within(times: &[f64], span_ms: f64) -> usize {
    let within = |from: &f64| {
        let later = times
            .iter()
            .filter(|at| **at >= *from && **at < from + span_ms);
        later.count()
    };
    times.iter().map(within).max().unwrap_or(0)
}

#[test]
fn forty_calls_at_once_go_four_and_then_ten_a_second() {
    let host = SimHost::new(vec![answer(200, TAGS); 40]);

    let ended = at_once(&host, &[None; 40], &settings());

    assert!(ended.iter().all(|(_, end)| end.is_ok()));
    let times = host.times();
    assert_eq!(times[..7], [0.0, 0.0, 0.0, 0.0, 100.0, 200.0, 300.0]);
    assert_eq!(times.last(), Some(&3600.0));
    assert_eq!(most_within(&times, 1000.0), 13);
}

#[test]
fn calls_one_after_the_other_are_limited_too_unless_the_limit_is_off() {
    let host = SimHost::new(vec![answer(200, TAGS); 7]);
    for _ in 0..7 {
        assert!(read(&host, &settings()).is_ok());
    }
    assert_eq!(host.times(), [0.0, 0.0, 0.0, 0.0, 100.0, 200.0, 300.0]);

    let unlimited = Settings {
        rate_limit: None,
        ..settings()
    };
    let host = SimHost::new(vec![answer(200, TAGS); 7]);
    for _ in 0..7 {
        assert!(read(&host, &unlimited).is_ok());
    }
    assert_eq!(host.elapsed(), 0.0);
}

#[test]
fn a_429_holds_back_those_too_that_wait_for_their_slot() {
    // Of ten calls at once four go; the first is refused for two seconds, and is not made again.
    let refusal = Plan::Answer {
        after: 50.0,
        status: 429,
        headers: vec![("retry-after", "2".into())],
        body: Vec::new(),
    };
    let host = SimHost::new([vec![refusal], vec![answer(200, TAGS); 9]].concat());
    let once = Settings {
        max_retries: 0,
        ..settings()
    };

    let ended = at_once(&host, &[None; 10], &once);

    assert_eq!(ended[0].1, Err(("rate_limited", Outcome::Rejected)));
    assert!(ended[1..].iter().all(|(_, end)| end.is_ok()));
    // The other three were under way already; then nothing for two seconds, and no burst after that.
    assert_eq!(
        host.times(),
        [
            0.0, 0.0, 0.0, 0.0, 2050.0, 2150.0, 2250.0, 2350.0, 2450.0, 2550.0
        ]
    );
}

#[test]
fn a_call_that_was_refused_comes_back_when_the_others_may_go() {
    let refusal = answer_with(429, "retry-after", "3");
    let host = SimHost::new([vec![refusal], vec![answer(200, TAGS); 2]].concat());

    let ended = at_once(&host, &[None], &settings());
    assert!(read(&host, &settings()).is_ok());

    assert_eq!(ended, [(3000.0, Ok(()))]);
    assert_eq!(host.times(), [0.0, 3000.0, 3100.0]);
}

#[test]
fn a_429_without_a_time_holds_all_back_for_as_long_as_the_backoff() {
    let host = SimHost::new(vec![answer(429, ""), answer(200, TAGS)]);
    let once = Settings {
        max_retries: 0,
        ..settings()
    };

    assert!(read(&host, &once).is_err());
    assert!(read(&host, &once).is_ok());

    assert_eq!(host.times(), [0.0, 500.0]);
}

#[test]
fn nobody_waits_for_a_server_that_wants_none_for_hours() {
    let host = SimHost::new(vec![
        answer_with(429, "retry-after", "7200"),
        answer(200, TAGS),
    ]);

    let outcome = read(&host, &settings());
    assert_eq!(failure(&outcome).retry_after_ms, Some(7_200_000.0));
    host.rest(1000.0);
    let outcome = read(&host, &settings());

    let failure = failure(&outcome);
    assert_eq!(
        (failure.class, failure.outcome, failure.attempts),
        (Class::RateLimitError, Outcome::NotSent, 0)
    );
    assert_eq!(failure.retry_after_ms, Some(7_199_000.0));
    assert!(failure.retryable);
    assert_eq!((host.elapsed(), host.attempts()), (1000.0, 1));
    host.rest(7_199_000.0);
    assert!(read(&host, &settings()).is_ok());
}

#[test]
fn waiting_for_the_limiter_counts_in_no_timeout() {
    let slow = Settings {
        rate_limit: Some(Rate {
            requests_per_second: 0.01,
            burst: 1.0,
        }),
        max_retries: 1,
        ..settings()
    };
    let host = SimHost::new(vec![answer(200, TAGS), Plan::Silence, answer(200, TAGS)]);

    let ended = at_once(&host, &[None; 2], &slow);

    // The second waits 100 s, is not answered for 20 s, waits for its turn again, and is answered.
    assert_eq!(ended, [(0.0, Ok(())), (200_000.0, Ok(()))]);
    assert_eq!(host.times(), [0.0, 100_000.0, 200_000.0]);
    assert_eq!(host.retries(), [(437.5, "timeout")]);
}

#[test]
fn the_time_after_a_wait_for_the_limiter_is_the_whole_time() {
    let slow = Settings {
        rate_limit: Some(Rate {
            requests_per_second: 0.01,
            burst: 1.0,
        }),
        total_timeout_ms: 5000.0,
        ..settings()
    };
    let host = SimHost::new(vec![answer(200, TAGS), Plan::Silence]);

    let ended = at_once(&host, &[None; 2], &slow);

    assert_eq!(ended[1], (105_000.0, Err(("timeout", Outcome::Unknown))));
}

#[test]
fn a_caller_who_aborts_waits_no_longer_and_sends_nothing() {
    let host = SimHost::new(vec![answer(200, TAGS); 5]);
    let aborts = [None, None, None, None, Some(30.0), None];

    let ended = at_once(&host, &aborts, &settings());

    assert_eq!(ended[4], (30.0, Err(("aborted", Outcome::NotSent))));
    assert_eq!(host.attempts(), 5);
}

#[test]
fn the_slots_of_those_who_abort_are_given_back() {
    let host = SimHost::new(vec![answer(200, TAGS); 6]);
    let aborts: Vec<_> = (0..44).map(|call| (call >= 4).then_some(30.0)).collect();

    let ended = at_once(&host, &aborts, &settings());
    assert_eq!(ended.iter().filter(|(_, end)| end.is_err()).count(), 40);
    for _ in 0..2 {
        assert!(read(&host, &settings()).is_ok());
    }

    // Without them the next would wait for four seconds.
    assert_eq!(host.times()[4..], [100.0, 200.0]);
}

#[test]
fn slots_that_were_given_back_let_nobody_beyond_the_limit() {
    // Every other of sixty calls aborts; sixty more come when they have.
    let host = SimHost::new(vec![answer(200, TAGS); 90]);
    let (given, settings) = (reading(), settings());
    let first: Vec<_> = (0..60)
        .map(|call| {
            let abort_at = (call % 2 == 1 && call > 3).then_some(START + 10.0);
            host.start("listTags", &given, &settings, abort_at)
        })
        .collect();
    let later = (0..58).map(|_| host.start_at(20.0, None, "listTags", &given, &settings));

    host.run(first.into_iter().chain(later).collect());

    let times = host.times();
    assert_eq!(times.len(), 90);
    assert_eq!(most_within(&times, 1000.0), 13, "{times:?}");
}

#[test]
fn a_slot_is_taken_for_every_attempt() {
    let host = SimHost::new(vec![answer_with(503, "retry-after-ms", "0"); 3]);
    let tight = Settings {
        rate_limit: Some(Rate {
            requests_per_second: 1.0,
            burst: 1.0,
        }),
        ..settings()
    };

    assert!(read(&host, &tight).is_err());

    assert_eq!(host.times(), [0.0, 1000.0, 2000.0]);
}

#[test]
fn who_comes_later_goes_later() {
    let host = SimHost::new(vec![answer(200, TAGS); 7]);
    let (given, late) = (reading(), arguments(&["2"], None, None));
    let settings = settings();
    // When it comes there is room for one, and two have waited for it.
    let mut calls = vec![host.start_at(100.0, None, "listTags", &late, &settings)];
    calls.extend((0..6).map(|_| host.start("listTags", &given, &settings, None)));

    host.run(calls);

    assert_eq!(host.times()[4..], [100.0, 200.0, 300.0]);
    assert!(host.sent.borrow()[6].url.ends_with("/2/tags"));
}
