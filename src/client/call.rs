//! A call: its attempts one after the other, and what they have in common. Not here: one attempt (`attempt.rs`),
//! what an answer says (`answer.rs`), whether there is another attempt (`retry.rs`).

use super::failure::{Outcome, Thrown, aborted};
use super::host::{Event, Host, Shared};
use super::prepare::{Arguments, Prepared, prepare};
use super::race::{First, race};
use super::retry::DUPLICATE;
use super::settings::Settings;
use crate::codec::{Decoded, Findings};
use crate::operations::Operation;
use crate::policy::budget;

/// A call that succeeded.
#[derive(Debug)]
pub struct Reply<A, B> {
    /// The answer, for its status and headers.
    pub answer: A,
    /// The body and what was read from it; `None` for answers without one.
    pub content: Option<(B, Decoded)>,
    /// The key of the next page.
    pub next_page_key: Option<String>,
    /// How many attempts were sent.
    pub attempts: u32,
    /// News about the arguments.
    pub findings: Findings,
}

/// Makes a call. `reserved` are the names of options, which are no fields of a body.
pub async fn call<H: Host>(
    host: &H,
    operation: &'static Operation,
    arguments: &Arguments,
    settings: &Settings,
    reserved: &[&str],
) -> Attempt<H> {
    let prepared = prepare(operation, arguments, settings, reserved, &mut || {
        host.random()
    })
    .map_err(|mut failure| {
        failure.name(operation);
        failure
    })?;
    let mut call = Call {
        host,
        operation,
        settings,
        deadline: host.now() + settings.total_timeout_ms,
        attempts: 0,
        retries: 0,
        so_far: Outcome::NotSent,
        renewed: false,
        renew: false,
    };
    let mut result = call.run(prepared, arguments).await;
    if let Err(thrown) = &mut result {
        thrown.failure.name(operation);
    }
    result
}

/// A call under way.
pub(super) struct Call<'a, H: Host> {
    pub(super) host: &'a H,
    pub(super) operation: &'static Operation,
    pub(super) settings: &'a Settings,
    /// When `totalTimeoutMs` is over; waits for the limiter move it.
    pub(super) deadline: f64,
    pub(super) attempts: u32,
    pub(super) retries: u32,
    /// What became of the attempts before this one.
    pub(super) so_far: Outcome,
    /// Whether the token was asked for anew: once is enough.
    pub(super) renewed: bool,
    /// Whether the next attempt asks for it anew.
    pub(super) renew: bool,
}

/// Boxed, both: what a call carries is large, and every move of it is code.
pub(super) type Attempt<H> = Result<
    Box<Reply<<H as Host>::Answer, <H as Host>::Body>>,
    Box<Thrown<<H as Host>::Answer, <H as Host>::Body>>,
>;

impl<H: Host> Call<'_, H> {
    async fn run(&mut self, mut prepared: Prepared, arguments: &Arguments) -> Attempt<H> {
        loop {
            let mut thrown = match self.attempt(&mut prepared.request).await {
                Ok(mut reply) => {
                    self.share(|shared| shared.retry_budget = budget::refund(shared.retry_budget));
                    reply.findings = prepared.findings;
                    return Ok(reply);
                }
                Err(thrown) => self.judged(thrown, prepared.replay),
            };
            // Nobody else knows such a key: on its way the request was sent twice, as browsers do by themselves.
            if prepared.made_up_key && thrown.failure.code == DUPLICATE {
                thrown.failure.outcome = Outcome::Unknown;
                self.so_far = Outcome::Unknown;
            }
            if self.so_far == Outcome::Unknown && thrown.failure.status == Some(400) {
                if let Some(mut reply) = self.prove(&prepared.request, arguments).await {
                    reply.findings = prepared.findings;
                    return Ok(reply);
                }
                if self.host.is_cancelled() {
                    return Err(self.judged(aborted().into(), prepared.replay));
                }
            }
            let unauthorized = thrown.failure.status == Some(401);
            let wait_ms = if unauthorized && !self.renewed && self.host.can_renew_token() {
                (self.renewed, self.renew) = (true, true);
                0.0
            } else if let Some(wait_ms) = self.wait_before_retry(&thrown.failure) {
                self.retries += 1;
                wait_ms
            } else {
                return Err(thrown);
            };
            self.so_far = thrown.failure.outcome;
            let (attempt, code) = (self.attempts, thrown.failure.code);
            self.host.observe(Event::Retry {
                attempt,
                wait_ms,
                code,
            });
            if let First::Right(()) = race(self.host.sleep(wait_ms), self.host.cancelled()).await {
                return Err(self.judged(aborted().into(), prepared.replay));
            }
        }
    }

    /// Changes what the calls of a client share; the host is told of a change only.
    pub(super) fn share(&self, change: impl FnOnce(&mut Shared)) {
        let before = self.host.shared();
        let mut shared = before;
        change(&mut shared);
        if shared != before {
            self.host.share(shared);
        }
    }
}
