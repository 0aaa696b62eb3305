//! A message whose first attempt is in doubt: the proof that it landed, and what is no proof.

use super::host::{START, SimHost, failure};
use super::plan::{Plan, answer};
use super::{MESSAGE, SENT, arguments, settings};
use crate::client::{Checking, Class, Outcome, SendFailure, Settings};

const OWN: &str =
    r#"{"_type":"Inbound","content":{"_type":"Text","value":"Hi"},"externalId":"mine"}"#;
const LISTED: &str = r#"{"data":[
    {"id":"m0","externalId":"other","authorId":"u","createdAt":"2026-01-01T00:00:00Z","attributes":{}},
    {"id":"m1","externalId":"mine","authorId":"u","createdAt":"2026-01-02T00:00:00Z[GMT]","attributes":{}}]}"#;
const DUPLICATE: &str = r#"{"message":"Duplicate externalId"}"#;

fn add(host: &SimHost, body: &str, settings: &Settings) -> super::host::Outcome {
    host.call("addMessage", &arguments(&["7"], Some(body), None), settings)
}

/// A first attempt that is lost, then these answers.
fn in_doubt(plans: Vec<Plan>, settings: &Settings) -> (SimHost, super::host::Outcome) {
    let host = SimHost::new([vec![Plan::Fail(SendFailure::Lost)], plans].concat());
    let outcome = add(&host, OWN, settings);
    (host, outcome)
}

fn data(outcome: super::host::Outcome) -> String {
    let reply = outcome.unwrap_or_else(|thrown| panic!("{:?}", thrown.failure));
    let (body, decoded) = reply.content.expect("data");
    decoded
        .data
        .of(std::str::from_utf8(&body).expect("text"))
        .to_owned()
}

const PROVED: &str = r#"{"direction":"Inbound","content":{"_type":"Text","value":"Hi"},"authorId":"u","externalId":"mine","messageId":"m1","createdAt":"2026-01-02T00:00:00Z"}"#;

#[test]
fn a_message_that_is_listed_landed_and_is_sent_no_third_time() {
    for doubt in [
        Plan::Fail(SendFailure::Lost),
        Plan::Silence,
        Plan::Stuck(200),
        answer(500, ""),
        answer(503, ""),
        answer(408, ""),
    ] {
        let plans = vec![doubt.clone(), answer(400, DUPLICATE), answer(200, LISTED)];
        let host = SimHost::new(plans);
        let outcome = add(&host, OWN, &settings());
        let attempts = outcome.as_ref().map(|reply| reply.attempts).ok();
        assert_eq!(data(outcome), PROVED, "{doubt:?}");
        assert_eq!(attempts, Some(2));
        let sent = host.sent.borrow();
        let sent: Vec<_> = sent
            .iter()
            .map(|sent| (sent.method, sent.url.as_str()))
            .collect();
        let url = "https://dev.dixa.io/v1/conversations/7/messages";
        assert_eq!(sent, [("POST", url), ("POST", url), ("GET", url)]);
    }
}

#[test]
fn any_400_is_reason_enough_to_look() {
    for body in ["", "{}", "<html>", r#"{"message":"Invalid input"}"#] {
        let (_, outcome) = in_doubt(vec![answer(400, body), answer(200, LISTED)], &settings());
        assert_eq!(data(outcome), PROVED, "{body}");
    }
}

#[test]
fn a_key_that_the_client_made_up_is_looked_for_too() {
    let host = SimHost::new(vec![
        answer(503, ""),
        answer(400, DUPLICATE),
        answer(200, ""),
    ]);
    let outcome = add(&host, MESSAGE, &settings());
    assert!(outcome.is_err());
    let bodies: Vec<_> = host
        .sent
        .borrow()
        .iter()
        .filter_map(|sent| sent.body.clone())
        .collect();
    assert_eq!(bodies[0], bodies[1]);
    // The dice of this host show the same side each time.
    let made_up = "dxc-88888888888888888888888888888888";
    assert!(bodies[0].contains(made_up));

    let listed = LISTED.replace("mine", made_up);
    let host = SimHost::new(vec![
        answer(503, ""),
        answer(400, DUPLICATE),
        answer(200, &listed),
    ]);
    assert!(data(add(&host, MESSAGE, &settings())).contains(made_up));
}

#[test]
fn a_key_of_the_callers_own_is_enough_without_made_up_ones() {
    let keyless = Settings {
        auto_external_id: false,
        ..settings()
    };

    let (host, outcome) = in_doubt(vec![answer(400, ""), answer(200, LISTED)], &keyless);

    assert_eq!(data(outcome), PROVED);
    assert_eq!(host.attempts(), 3);
}

#[test]
fn a_message_without_a_key_is_not_sent_again_and_nothing_is_looked_for() {
    let keyless = Settings {
        auto_external_id: false,
        ..settings()
    };
    let host = SimHost::new(vec![Plan::Fail(SendFailure::Lost)]);
    let outcome = add(&host, MESSAGE, &keyless);
    assert_eq!(failure(&outcome).outcome, Outcome::Unknown);
    assert_eq!(host.attempts(), 1);
    assert_eq!(host.sent.borrow()[0].body.as_deref(), Some(MESSAGE));

    // After a refusal it is, but a 400 is no reason to look: there is no doubt, and no key.
    let host = SimHost::new(vec![answer(429, ""), answer(400, "")]);
    let outcome = add(&host, MESSAGE, &keyless);
    assert_eq!(failure(&outcome).outcome, Outcome::Rejected);
    assert_eq!(host.attempts(), 2);
}

#[test]
fn an_empty_key_is_none() {
    let empty = OWN.replace("mine", "");
    let host = SimHost::new(vec![Plan::Fail(SendFailure::Lost)]);
    let outcome = add(&host, &empty, &settings());
    assert_eq!(failure(&outcome).outcome, Outcome::Unknown);
    assert_eq!(host.attempts(), 1);
    assert_eq!(host.sent.borrow()[0].body.as_deref(), Some(&*empty));

    // By the caller's word it is sent again; another message without a key proves nothing.
    let idempotent = Settings {
        idempotent: true,
        ..settings()
    };
    let listed = LISTED.replace("mine", "");
    let host = SimHost::new(vec![
        Plan::Fail(SendFailure::Lost),
        answer(400, ""),
        answer(200, &listed),
    ]);
    let outcome = add(&host, &empty, &idempotent);
    assert_eq!(failure(&outcome).outcome, Outcome::Unknown);
    assert_eq!(host.attempts(), 2);
}

#[test]
fn what_proves_nothing_leaves_it_in_doubt() {
    let elsewhere = LISTED.replace("mine", "mine too");
    for listing in [
        answer(200, r#"{"data":[]}"#),
        answer(200, &elsewhere),
        answer(200, "<html>"),
        answer(200, ""),
        answer(204, ""),
        answer(401, ""),
        answer(429, ""),
        answer(500, ""),
        answer(302, ""),
        Plan::Fail(SendFailure::Lost),
        Plan::Broken(200),
        Plan::Silence,
        Plan::Stuck(200),
    ] {
        let plans = vec![answer(400, DUPLICATE), listing.clone()];
        let (host, outcome) = in_doubt(plans, &settings());
        let failure = failure(&outcome);
        assert_eq!(
            (failure.class, failure.code, failure.outcome),
            (Class::BadRequestError, "bad_request", Outcome::Unknown),
            "{listing:?}"
        );
        assert_eq!((host.attempts(), failure.attempts), (3, 2), "{listing:?}");
    }
}

#[test]
fn another_message_that_is_odd_does_not_spoil_the_proof() {
    let odd = LISTED.replacen("\"id\":\"m0\"", "\"id\":7", 1);
    for validation in [Checking::Warn, Checking::Strict, Checking::Off] {
        let settings = Settings {
            validation,
            ..settings()
        };
        let (_, outcome) = in_doubt(vec![answer(400, ""), answer(200, &odd)], &settings);
        let reply = outcome
            .as_ref()
            .unwrap_or_else(|_| panic!("{validation:?}"));
        let findings = reply.content.as_ref().map(|(_, decoded)| &decoded.findings);
        assert!(findings.is_some_and(|findings| findings.list.is_empty()));
        assert!(
            data(outcome).contains("\"messageId\":\"m1\""),
            "{validation:?}"
        );
    }
}

#[test]
fn without_a_doubt_a_duplicate_is_the_callers_own() {
    let before: [&[Plan]; 3] = [
        &[],
        &[answer(429, "")],
        &[Plan::Fail(SendFailure::NotConnected)],
    ];
    for plans in before {
        let host = SimHost::new([plans, &[answer(400, DUPLICATE)]].concat());
        let outcome = add(&host, OWN, &settings());
        let failure = failure(&outcome);
        assert_eq!(
            (failure.class, failure.code, failure.outcome),
            (
                Class::BadRequestError,
                "duplicate_external_id",
                Outcome::Rejected
            )
        );
        assert_eq!(host.attempts(), plans.len() + 1);
    }
    let host = SimHost::new(vec![answer(400, r#"{"message":"Unsupported channel"}"#)]);
    assert_eq!(failure(&add(&host, OWN, &settings())).code, "bad_request");
}

#[test]
fn a_duplicate_of_a_key_that_was_made_up_was_sent_twice_on_its_way() {
    let listed = LISTED.replace("mine", "dxc-88888888888888888888888888888888");
    let host = SimHost::new(vec![answer(400, DUPLICATE), answer(200, &listed)]);
    let outcome = add(&host, MESSAGE, &settings());
    assert_eq!(outcome.as_ref().map(|reply| reply.attempts).ok(), Some(1));
    assert!(data(outcome).contains("\"messageId\":\"m1\""));

    // Not found: it may be there all the same.
    let host = SimHost::new(vec![answer(400, DUPLICATE), answer(200, LISTED)]);
    let outcome = add(&host, MESSAGE, &settings());
    let failure = failure(&outcome);
    assert_eq!(
        (failure.code, failure.outcome, failure.attempts),
        ("duplicate_external_id", Outcome::Unknown, 1)
    );
    assert_eq!(host.attempts(), 2);
}

#[test]
fn a_message_of_a_file_alone_is_proved_without_content() {
    let file = r#"{"_type":"Outbound","agentId":"a53b25da-f676-4c52-acac-58c9280aa23d","attachments":[{"url":"https://x.example/a"}],"externalId":"mine"}"#;
    let host = SimHost::new(vec![
        Plan::Fail(SendFailure::Lost),
        answer(400, DUPLICATE),
        answer(200, LISTED),
    ]);
    let data = data(add(&host, file, &settings()));
    assert!(!data.contains("content"), "{data}");
}

#[test]
fn who_aborts_while_it_is_looked_for_is_told_so() {
    let plans = vec![
        Plan::Fail(SendFailure::Lost),
        answer(400, DUPLICATE),
        Plan::Silence,
    ];
    let host = SimHost::new(plans);
    host.abort_at.set(Some(START + 1000.0));

    let outcome = add(&host, OWN, &settings());

    let failure = failure(&outcome);
    assert_eq!(
        (failure.class, failure.outcome, host.elapsed()),
        (Class::AbortError, Outcome::Unknown, 1000.0)
    );
}

#[test]
fn looking_takes_no_longer_than_the_call_may() {
    let slow = Plan::Answer {
        after: 19_000.0,
        status: 400,
        headers: Vec::new(),
        body: DUPLICATE.as_bytes().to_vec(),
    };
    let plans = vec![Plan::Silence, slow, Plan::Silence];
    let host = SimHost::new(plans);
    let hurried = Settings {
        total_timeout_ms: 45_000.0,
        ..settings()
    };

    let outcome = add(&host, OWN, &hurried);

    assert_eq!(failure(&outcome).status, Some(400));
    assert_eq!(host.elapsed(), 45_000.0);
}

#[test]
fn a_retry_that_succeeds_needs_no_proof() {
    let (host, outcome) = in_doubt(vec![answer(200, SENT)], &settings());

    assert!(outcome.is_ok());
    assert_eq!(host.attempts(), 2);
}
