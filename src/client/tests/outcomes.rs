//! What is sent again, what is not, and whether it happened.

use super::host::{SimHost, failure};
use super::plan::{Plan, answer};
use super::{TAGS, arguments, read, settings, write};
use crate::client::{Class, Outcome, SendFailure};

const CLAIM: &str = r#"{"agentId":"a53b25da-f676-4c52-acac-58c9280aa23d","force":FORCE}"#;
const TRANSFER: &str = r#"{"queueId":"a53b25da-f676-4c52-acac-58c9280aa23d"}"#;

fn times(plan: &Plan, count: usize) -> Vec<Plan> {
    vec![plan.clone(); count]
}

#[test]
fn a_read_is_repeated_after_what_may_pass() {
    for status in [408, 429, 500, 502, 503, 504] {
        let (host, result) = read(vec![answer(status, "{}"), answer(200, TAGS)]);
        assert!(result.is_ok() && host.attempts() == 2, "{status}");
    }
    for status in [400, 401, 403, 404, 409, 422, 501] {
        let (host, result) = read(vec![answer(status, "{}")]);
        assert_eq!(
            (host.attempts(), failure(&result).outcome),
            (1, Outcome::Rejected),
            "{status}"
        );
    }
    for plan in [
        Plan::Fail(SendFailure::Lost),
        Plan::Fail(SendFailure::NotConnected),
        Plan::Silence,
        Plan::Stuck(200),
        Plan::Broken(200),
    ] {
        let (host, result) = read(vec![plan.clone(), answer(200, TAGS)]);
        assert!(result.is_ok() && host.attempts() == 2, "{plan:?}");
    }
}

#[test]
fn attempts_end_with_max_retries_and_their_number_is_told() {
    let (host, result) = read(times(&answer(503, "{}"), 3));
    let failure = failure(&result);
    assert_eq!(
        (failure.class, failure.attempts, host.attempts()),
        (Class::ServerError, 3, 3)
    );
    assert!(failure.retryable);
}

#[test]
fn what_creates_is_sent_again_only_when_it_was_refused() {
    let (host, _) = write(vec![answer(429, "{}"), answer(500, "{}")]);
    assert_eq!(host.attempts(), 2);
    let (host, _) = write(vec![
        Plan::Fail(SendFailure::NotConnected),
        answer(500, "{}"),
    ]);
    assert_eq!(host.attempts(), 2);
    for (plan, outcome) in [
        (answer(500, "{}"), Outcome::Unknown),
        (answer(503, "{}"), Outcome::Unknown),
        (answer(408, "{}"), Outcome::Unknown),
        (Plan::Fail(SendFailure::Lost), Outcome::Unknown),
        (Plan::Silence, Outcome::Unknown),
        (Plan::Stuck(200), Outcome::Unknown),
        (Plan::Broken(200), Outcome::Applied),
        (answer(200, "<html>"), Outcome::Applied),
        (answer(302, ""), Outcome::Unknown),
        (answer(400, "{}"), Outcome::Rejected),
        (answer(404, "{}"), Outcome::Rejected),
        (answer(409, "{}"), Outcome::Rejected),
        (Plan::Fail(SendFailure::Refused), Outcome::NotSent),
    ] {
        let (host, result) = write(vec![plan.clone()]);
        assert_eq!(
            (failure(&result).outcome, host.attempts()),
            (outcome, 1),
            "{plan:?}"
        );
    }
}

#[test]
fn setting_a_state_is_repeated_and_taking_something_from_somebody_is_not() {
    let tried = |name: &str, body: Option<&str>, plan: Plan| {
        let host = SimHost::new(vec![plan, answer(400, "{}")]);
        let _ = host.call(name, &arguments(&["1"], body, None), &settings());
        host.attempts()
    };
    let claim = |force: &str| CLAIM.replace("FORCE", force);
    assert_eq!(tried("closeConversation", None, answer(503, "")), 2);
    assert_eq!(tried("reopenConversation", None, answer(503, "")), 2);
    assert_eq!(
        tried("claimConversation", Some(&claim("false")), answer(503, "")),
        2
    );
    assert_eq!(
        tried("claimConversation", Some(&claim("true")), answer(503, "")),
        1
    );
    assert_eq!(
        tried("claimConversation", Some(&claim("true")), answer(429, "")),
        1
    );
    assert_eq!(
        tried("transferConversation", Some(TRANSFER), answer(503, "")),
        1
    );
    assert_eq!(
        tried("transferConversation", Some(TRANSFER), answer(429, "")),
        1
    );
}

#[test]
fn a_refusal_after_an_attempt_in_doubt_says_that_nobody_knows() {
    for status in [404, 409] {
        let host = SimHost::new(vec![answer(503, "{}"), answer(status, "{}")]);
        let result = host.call(
            "closeConversation",
            &arguments(&["1"], None, None),
            &settings(),
        );
        let failure = failure(&result);
        assert_eq!(
            (failure.status, failure.outcome),
            (Some(status), Outcome::Unknown)
        );
    }
}

#[test]
fn a_client_that_only_retries_stops_retrying() {
    let host = SimHost::new(vec![
        answer(503, "{}"),
        answer(503, "{}"),
        answer(200, TAGS),
    ]);
    host.set_budget(7.0);
    let result = host.call("listTags", &arguments(&["1"], None, None), &settings());
    assert_eq!((failure(&result).status, host.attempts()), (Some(503), 2));
}
