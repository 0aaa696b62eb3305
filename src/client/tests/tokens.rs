//! The token: when it is asked for, when once more, and what becomes of a call that has none.

use super::host::{SimHost, failure};
use super::plan::{Plan, answer};
use super::{AGENT, TAGS, arguments, settings};
use crate::client::{Class, Outcome, SendFailure, Settings, TokenFailure};

/// A host whose token function gives these, in turn.
fn host(plans: Vec<Plan>, tokens: &[&str]) -> SimHost {
    let host = SimHost::new(plans);
    host.can_renew.set(true);
    let given = tokens.iter().map(|token| Ok(Some((*token).to_owned())));
    *host.tokens.borrow_mut() = given.collect();
    host
}

fn read(host: &SimHost, settings: &Settings) -> super::host::Outcome {
    host.call("listTags", &arguments(&["1"], None, None), settings)
}

fn sent_tokens(host: &SimHost) -> Vec<String> {
    let sent = host.sent.borrow();
    let token = |sent: &super::host::Sent| sent.header("authorization").unwrap_or("").to_owned();
    sent.iter().map(token).collect()
}

#[test]
fn a_refused_token_is_asked_for_once_more_at_once() {
    let host = host(vec![answer(401, "{}"), answer(200, TAGS)], &["old", "new"]);

    assert!(read(&host, &settings()).is_ok());

    assert_eq!(sent_tokens(&host), ["old", "new"]);
    assert_eq!(*host.asked.borrow(), [false, true]);
    assert_eq!(host.times(), [0.0, 0.0]);
    assert_eq!(host.retries(), [(0.0, "unauthorized")]);
    assert_eq!(host.budget(), 500.0);
}

#[test]
fn it_is_asked_for_once_more_and_only_once() {
    let host1 = host(vec![answer(401, "{}"); 2], &["old", "new"]);
    let outcome = read(&host1, &settings());
    let failed = failure(&outcome);
    assert_eq!(
        (failed.class, failed.outcome, failed.attempts),
        (Class::AuthenticationError, Outcome::Rejected, 2)
    );
    assert!(!failed.retryable);

    // Nor is the new one thrown away when the attempt fails in another way.
    let plans = vec![answer(401, "{}"), answer(503, "{}"), answer(200, TAGS)];
    let host2 = host(plans, &["old", "new", "newer"]);
    assert!(read(&host2, &settings()).is_ok());
    assert_eq!(*host2.asked.borrow(), [false, true, false]);
}

#[test]
fn a_token_that_is_no_function_is_not_tried_again() {
    let host = SimHost::new(vec![answer(401, "{}")]);

    let outcome = read(&host, &settings());

    assert_eq!(
        (failure(&outcome).class, host.attempts()),
        (Class::AuthenticationError, 1)
    );
}

#[test]
fn a_write_goes_out_again_with_the_new_token_for_the_old_one_was_refused() {
    let once = Settings {
        max_retries: 0,
        ..settings()
    };
    let transfer = ["{\"queueId\":\"", AGENT, "\"}"].concat();
    for (name, body) in [
        ("addInternalNote", r#"{"message":"Hi"}"#),
        ("transferConversation", &transfer),
    ] {
        let host = host(vec![answer(401, "{}"), answer(404, "{}")], &["old", "new"]);
        let outcome = host.call(name, &arguments(&["1"], Some(body), None), &once);
        assert_eq!(sent_tokens(&host), ["old", "new"], "{name}");
        assert_eq!(failure(&outcome).outcome, Outcome::Rejected, "{name}");
    }
}

#[test]
fn a_token_that_cannot_be_got_ends_the_call_before_anything_is_sent() {
    for (token, code) in [
        (Err(TokenFailure::Threw), "token_failed"),
        (Err(TokenFailure::Invalid), "invalid_token"),
        (Ok(Some(String::new())), "invalid_token"),
        (Ok(Some("hush\r\nx: y".into())), "invalid_token"),
        (Ok(Some("hush\n".into())), "invalid_token"),
        (Ok(Some(" hush".into())), "invalid_token"),
        (Ok(Some("hush\0".into())), "invalid_token"),
        (Ok(Some("hush€".into())), "invalid_token"),
    ] {
        let host = SimHost::new(Vec::new());
        *host.tokens.borrow_mut() = [token.clone()].into();
        let outcome = read(&host, &settings());
        let failure = failure(&outcome);
        assert_eq!(
            (failure.class, failure.code, failure.outcome),
            (Class::ConfigurationError, code, Outcome::NotSent),
            "{token:?}"
        );
        assert!(!format!("{failure:?}").contains("hush"));
        assert_eq!(host.attempts(), 0);
    }
}

#[test]
fn a_new_token_that_cannot_be_got_leaves_what_happened_as_it_was() {
    let plans = vec![Plan::Fail(SendFailure::Lost), answer(401, "{}")];
    let host = SimHost::new(plans);
    host.can_renew.set(true);
    let token = |text: &str| Ok(Some(text.to_owned()));
    *host.tokens.borrow_mut() = [token("a"), token("b"), Err(TokenFailure::Threw)].into();

    let outcome = host.call(
        "closeConversation",
        &arguments(&["1"], None, None),
        &settings(),
    );

    let failure = failure(&outcome);
    assert_eq!(
        (failure.code, failure.outcome, failure.attempts),
        ("token_failed", Outcome::Unknown, 2)
    );
}

#[test]
fn without_a_token_none_is_sent() {
    let host = SimHost::new(vec![answer(200, TAGS)]);
    *host.tokens.borrow_mut() = [Ok(None)].into();

    assert!(read(&host, &settings()).is_ok());

    assert_eq!(host.sent.borrow()[0].header("authorization"), None);
}

#[test]
fn without_a_token_the_message_says_that_a_proxy_answered() {
    let message = |token: Option<&str>, status, body: &str| {
        let host = SimHost::new(vec![answer(status, body)]);
        *host.tokens.borrow_mut() = [Ok(token.map(str::to_owned))].into();
        let outcome = read(&host, &settings());
        let failed = failure(&outcome);
        assert_eq!(failed.outcome, Outcome::Rejected);
        failed.message.clone()
    };
    let refusal = r#"{"message":"Proxy: not here","code":"proxy_not_authorized"}"#;
    let own = "listTags: the proxy itself answered 403 (proxy_not_authorized); the answer is in error.body";
    assert_eq!(message(None, 403, refusal), own);
    // Whoever has the token asks Dixa, whatever the answer says of itself.
    let dixa = "listTags: Dixa answered 403; the answer is in error.body";
    assert_eq!(message(Some("token"), 403, refusal), dixa);
    // What is no code of the proxy's gets into no message.
    for (status, body, hint) in [
        (
            404,
            "{}",
            "there is no such thing, or the token may not see it",
        ),
        (
            401,
            r#"{"message":"Log in first"}"#,
            "the answer is in error.body",
        ),
        (
            403,
            r#"{"code":"proxy_ Jane Doe"}"#,
            "the answer is in error.body",
        ),
        (403, r#"{"code":"jane_doe"}"#, "the answer is in error.body"),
        (
            403,
            &format!(r#"{{"code":"proxy_{}"}}"#, "a".repeat(40)),
            "the answer is in error.body",
        ),
    ] {
        let behind = format!("listTags: the proxy, or Dixa behind it, answered {status}; {hint}");
        assert_eq!(message(None, status, body), behind, "{body}");
    }
}
