//! Whether a failed attempt is followed by another, and after how long. The rules themselves: `policy/`.

use super::call::Call;
use super::failure::{Class, Failure, Outcome, Thrown};
use super::host::Host;
use super::prepare::ReplayRule;
use crate::codec;
use crate::operations::Replay;
use crate::policy::{backoff, budget};

/// The code of a message that is refused since there is one of its `externalId`.
pub(super) const DUPLICATE: &str = "duplicate_external_id";

impl<H: Host> Call<'_, H> {
    /// A failed attempt in the light of the whole call: what became of it, and whether it may be made again.
    pub(super) fn judged(
        &self,
        mut thrown: Box<Thrown<H::Answer, H::Body>>,
        replay: ReplayRule,
    ) -> Box<Thrown<H::Answer, H::Body>> {
        let failure = &mut thrown.failure;
        let reads = self.operation.is_read();
        failure.attempts = self.attempts;
        let outcome = match (failure.outcome, failure.status) {
            (Outcome::Unknown, Some(408 | 500..)) => Outcome::Unknown,
            (Outcome::Unknown, Some(400..)) => Outcome::Rejected,
            (outcome, _) => outcome,
        };
        let answered = outcome == Outcome::Applied || failure.status >= Some(300);
        failure.outcome = if reads && answered && outcome != Outcome::NotSent {
            Outcome::Rejected
        } else {
            outcome.max(self.so_far)
        };
        let refused = failure.status == Some(429);
        failure.retryable = is_transient(failure)
            && match replay {
                ReplayRule::Safe => true,
                ReplayRule::OnlyIfRefused => refused || outcome == Outcome::NotSent,
                ReplayRule::Never => false,
            };
        let keyed = matches!(self.operation.replay, Replay::Keyed { .. });
        if keyed && failure.outcome == Outcome::Rejected && failure.status == Some(400) {
            let text = thrown
                .body
                .as_ref()
                .and_then(|body| codec::error_member(body.as_ref(), "message"));
            if text.is_some_and(|text| contains(&text, "duplicate externalid")) {
                thrown.failure.code = DUPLICATE;
            }
        }
        thrown
    }

    /// How long to wait before the next attempt; `None` when there is to be none.
    pub(super) fn wait_before_retry(&self, failure: &Failure) -> Option<f64> {
        let now = self.host.now();
        if let (Some(429), Some(rate)) = (failure.status, self.settings.rate_limit) {
            let pause = failure
                .retry_after_ms
                .unwrap_or_else(|| backoff::backoff_ms(self.retries, 0.0));
            self.share(|shared| shared.bucket = shared.bucket.pause(rate, now, pause));
        }
        if !failure.retryable || self.retries >= self.settings.max_retries {
            return None;
        }
        let wait = failure
            .retry_after_ms
            .unwrap_or_else(|| backoff::backoff_ms(self.retries, self.host.random()));
        if now + wait >= self.deadline {
            return None;
        }
        let left = budget::spend(
            self.host.shared().retry_budget,
            failure.class == Class::TimeoutError,
        )?;
        self.share(|shared| shared.retry_budget = left);
        Some(wait)
    }
}

/// Whether a text contains another one of lower case, whatever its own case.
fn contains(text: &str, part: &str) -> bool {
    let mut windows = text.as_bytes().windows(part.len());
    windows.any(|window| window.eq_ignore_ascii_case(part.as_bytes()))
}

/// Whether waiting may help.
fn is_transient(failure: &Failure) -> bool {
    if failure.outcome == Outcome::Applied {
        return false;
    }
    match failure.class {
        Class::ConnectionError => {
            failure.code != "redirect_refused" && failure.code != "request_refused"
        }
        Class::TimeoutError => true,
        _ => {
            matches!(failure.status, Some(408 | 429 | 500 | 502 | 503 | 504))
        }
    }
}
