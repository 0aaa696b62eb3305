//! What holds of every call, whatever the server does and whenever the caller aborts.

use super::cases::CASES;
use super::host::{START, SimHost, failure};
use super::plan::{Plan, answer};
use super::{SENT, TAGS, arguments, operation, settings};
use crate::client::{Outcome, SendFailure, Settings};
use crate::operations::Replay;
use proptest::prelude::*;

/// What a server does with one request: whether it may have done what was asked, and whether it said no.
fn fates() -> impl Strategy<Value = Plan> {
    let statuses = [
        200, 201, 204, 302, 400, 401, 404, 408, 409, 429, 500, 501, 503,
    ];
    let bodies = ["", "{}", "<html>", TAGS, SENT, "{\"data\":"];
    let headers = [
        ("retry-after", "1"),
        ("retry-after", "70"),
        ("retry-after-ms", "0"),
        ("content-length", "4000"),
        ("x-other", "y"),
    ];
    let answered = (
        0.0..25_000.0_f64,
        proptest::sample::select(statuses.to_vec()),
        proptest::sample::select(bodies.to_vec()),
        proptest::sample::select(headers.to_vec()),
    );
    prop_oneof![
        6 => answered.prop_map(|(after, status, body, (name, value))| Plan::Answer {
            after,
            status,
            headers: vec![(name, value.to_owned())],
            body: body.as_bytes().to_vec(),
        }),
        1 => Just(Plan::Stuck(200)),
        1 => Just(Plan::Broken(200)),
        1 => Just(Plan::Broken(503)),
        1 => Just(Plan::Fail(SendFailure::Lost)),
        1 => Just(Plan::Fail(SendFailure::NotConnected)),
        1 => Just(Plan::Fail(SendFailure::Refused)),
        1 => Just(Plan::Fail(SendFailure::NoResponse)),
        1 => Just(Plan::Silence),
    ]
}

/// Whether the server may have done what the request asked for. It may have when it said yes, when it
/// failed, and when it said nothing; it has not when it said no.
fn may_have_done_it(plan: &Plan) -> bool {
    match plan {
        Plan::Answer { status, .. } | Plan::Stuck(status) | Plan::Broken(status) => {
            !matches!(status, 400 | 401 | 404 | 409 | 429)
        }
        Plan::Fail(SendFailure::NotConnected | SendFailure::Refused) => false,
        Plan::Fail(SendFailure::Lost | SendFailure::NoResponse) | Plan::Silence => true,
    }
}

fn has_said_yes(plan: &Plan) -> bool {
    matches!(
        plan,
        Plan::Answer {
            status: 200..300,
            ..
        } | Plan::Broken(200..300)
    )
}

/// A call of any operation, with any fates and a moment in which the caller may abort.
#[derive(Clone, Debug)]
struct Drama {
    case: usize,
    plans: Vec<Plan>,
    abort_after: Option<f64>,
    idempotent: bool,
    renews: bool,
    dice: f64,
}

fn dramas() -> impl Strategy<Value = Drama> {
    (
        0..CASES.len(),
        proptest::collection::vec(fates(), 6),
        proptest::option::of(0.0..70_000.0_f64),
        any::<bool>(),
        any::<bool>(),
        0.0..1.0_f64,
    )
        .prop_map(
            |(case, plans, abort_after, idempotent, renews, dice)| Drama {
                case,
                plans,
                abort_after,
                idempotent,
                renews,
                dice,
            },
        )
}

proptest! {
    #[test]
    fn a_call_ends_in_time_is_sent_no_oftener_than_it_may_be_and_knows_what_happened(drama in dramas()) {
        let (name, _, ids, body, query, ..) = CASES[drama.case];
        let operation = operation(name);
        let host = SimHost::new(drama.plans.clone());
        host.can_renew.set(drama.renews);
        host.dice.set(drama.dice);
        host.abort_at.set(drama.abort_after.map(|after| START + after));
        let settings = Settings { rate_limit: None, idempotent: drama.idempotent, ..settings() };

        let outcome = host.call(name, &arguments(ids, body, query), &settings);

        // In time, and with nothing left under way.
        let end = drama.abort_after.map_or(60_000.0, |after| after.min(60_000.0));
        prop_assert!(host.elapsed() <= end + 1e-6, "{}", host.elapsed());
        // A message in doubt is looked for while the answer that gave reason to is kept.
        let is_keyed = matches!(operation.replay, Replay::Keyed { .. });
        prop_assert!(host.most_open.get() <= 1 + usize::from(is_keyed));
        // A first attempt, two retries, one with a new token; and one look for a message in doubt.
        let sent = host.sent.borrow();
        let own: Vec<_> = sent.iter().filter(|one| one.method == operation.method.as_str()).collect();
        prop_assert!(own.len() <= 3 + usize::from(drama.renews));
        prop_assert!(operation.is_read() || sent.len() <= own.len() + 1);
        // Never twice: what creates is not sent after an attempt that may have done it.
        let fates = &drama.plans[..sent.len()];
        let once = match operation.replay {
            Replay::Unsafe => !drama.idempotent,
            Replay::Never => true,
            Replay::Reads | Replay::Safe | Replay::SafeUnless(_) | Replay::Keyed { .. } => false,
        };
        if once {
            let done = fates.iter().rposition(may_have_done_it);
            prop_assert!(done.is_none_or(|at| at + 1 == fates.len()), "{name}: {fates:?}");
        }
        let Err(thrown) = &outcome else { return Ok(()) };
        let failure = &thrown.failure;
        prop_assert_eq!(failure.attempts as usize, own.len());
        // Never lying about it: what is said not to have happened has not.
        let may_have = !operation.is_read() && fates[..own.len()].iter().any(may_have_done_it);
        match failure.outcome {
            Outcome::NotSent | Outcome::Rejected => prop_assert!(!may_have, "{failure:?} {fates:?}"),
            Outcome::Applied => prop_assert!(fates.iter().any(has_said_yes), "{failure:?} {fates:?}"),
            Outcome::Unknown => {}
        }
        if failure.outcome == Outcome::NotSent {
            let unsent = |plan: &Plan| matches!(plan, Plan::Fail(SendFailure::NotConnected | SendFailure::Refused));
            prop_assert!(fates.iter().all(unsent), "{failure:?} {fates:?}");
        }
    }

    #[test]
    fn no_schedule_goes_beyond_the_limit_and_nothing_goes_in_a_pause(
        calls in proptest::collection::vec(
            (0.0..3000.0_f64, proptest::option::weighted(0.3, 0.0..4000.0_f64), 0..10_u8), 1..60),
    ) {
        // Of ten requests one is refused, for a second or for none.
        let plans: Vec<Plan> = calls
            .iter()
            .chain(&calls)
            .chain(&calls)
            .map(|(.., fate)| match fate {
                0 => Plan::Answer {
                    after: 0.0, status: 429, headers: vec![("retry-after", "1".into())], body: Vec::new(),
                },
                _ => answer(200, TAGS),
            })
            .collect();
        let host = SimHost::new(plans.clone());
        let (given, settings) = (arguments(&["1"], None, None), settings());
        let started = calls
            .iter()
            .map(|(at, abort, _)| {
                let abort_at = abort.map(|after| START + at + after);
                host.start_at(*at, abort_at, "listTags", &given, &settings)
            })
            .collect();

        host.run(started);

        let times = host.times();
        for (first, from) in times.iter().enumerate() {
            for (count, until) in times[first..].iter().enumerate() {
                // Four, and one more for each tenth of a second; a timer may ring a millisecond early.
                #[expect(clippy::cast_precision_loss, reason = "few calls")]
                let least = (count as f64 - 3.0) * 100.0 - 1.0 - 1e-6;
                prop_assert!(until - from >= least, "{times:?}");
            }
        }
        for (at, plan) in times.iter().zip(&plans) {
            if matches!(plan, Plan::Answer { status: 429, .. }) {
                let within = times.iter().filter(|other| **other > *at && **other < at + 999.0);
                prop_assert_eq!(within.count(), 0, "{:?}", times);
            }
        }
    }

    #[test]
    fn an_id_is_sent_as_it_is_or_not_at_all(
        number in "\\PC{0,12}|[0-9]{1,20}|[0-9./%?#\\\\-]{0,8}|\\.{1,2}",
        uuid in "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-fA-F/.%?#-]{36}|\\PC{0,40}",
    ) {
        let host = SimHost::new(vec![answer(404, "")]);
        let outcome = host.call("tagConversation", &arguments(&[&number, &uuid], None, None), &settings());
        if host.attempts() == 0 {
            prop_assert_eq!(failure(&outcome).code, "invalid_request");
        } else {
            prop_assert!(number.parse::<i64>().is_ok_and(|id| id >= 0 && id.to_string() == number));
            prop_assert!(uuid.len() == 36 && uuid.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit()));
            let url = format!("https://dev.dixa.io/v1/conversations/{number}/tags/{uuid}");
            prop_assert_eq!(&host.sent.borrow()[0].url, &url);
        }
    }

    #[test]
    fn a_query_is_sent_as_it_is(text in "\\PC{1,20}|[&=#?%+/ \\x00-\\x1f]{1,9}") {
        let query = serde_json::json!({ "query": text }).to_string();
        let host = SimHost::new(vec![answer(404, "")]);
        let _ = host.call("searchConversations", &arguments(&[], None, Some(&query)), &settings());
        let url = host.sent.borrow()[0].url.clone();
        let sent = url.strip_prefix("https://dev.dixa.io/v1/search/conversations?query=");
        let sent = sent.expect("the list's own path");
        prop_assert!(sent.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte)));
        let mut bytes = Vec::new();
        let mut rest = sent.bytes();
        while let Some(byte) = rest.next() {
            bytes.push(match byte {
                b'%' => {
                    let digits: String = rest.by_ref().take(2).map(char::from).collect();
                    u8::from_str_radix(&digits, 16).expect("two digits")
                }
                other => other,
            });
        }
        prop_assert_eq!(String::from_utf8(bytes).expect("UTF-8"), text);
    }
}
