//! One attempt: a slot of the rate limiter, the token, the request, and the time that all of it may take.

use super::call::{Attempt, Call};
use super::failure::{Class, Failure, Phase, aborted, sent};
use super::host::{Answer, Event, Host, SendFailure, TokenFailure};
use super::prepare::Request;
use super::race::{First, race};
use super::settings::AuthScheme;
use crate::policy::secrets;
use std::cell::Cell;

impl<H: Host> Call<'_, H> {
    /// One attempt: a slot, the token, the request, the answer.
    pub(super) async fn attempt(&mut self, request: &mut Request) -> Attempt<H> {
        if self.host.is_cancelled() {
            return Err(aborted().into());
        }
        self.wait_for_slot().await?;
        self.authorize(request).await?;
        self.host.observe(Event::Request {
            attempt: self.attempts + 1,
        });
        // The token's function or a hook may have aborted, and nothing has left yet.
        if self.host.is_cancelled() {
            return Err(aborted().into());
        }
        self.attempts += 1;
        let (host, started) = (self.host, self.host.now());
        let remaining = self.deadline - started;
        let (limit_ms, is_total) = if remaining < self.settings.timeout_ms {
            (remaining, true)
        } else {
            (self.settings.timeout_ms, false)
        };
        let phase = Cell::new(Phase::Headers);
        let exchange = self.exchange(request, &phase);
        let until = race(host.sleep(limit_ms.max(0.0)), host.cancelled());
        match race(exchange, until).await {
            First::Left(result) => result,
            First::Right(First::Left(())) => {
                let phase = if is_total { Phase::Total } else { phase.get() };
                Err(sent(Failure::of_timeout(phase)).into())
            }
            First::Right(First::Right(())) => Err(sent(aborted()).into()),
        }
    }

    async fn exchange(&self, request: &Request, phase: &Cell<Phase>) -> Attempt<H> {
        let answer = self.host.send(request).await.map_err(unsent)?;
        let status = answer.status();
        self.host.observe(Event::Response {
            attempt: self.attempts,
            status,
        });
        phase.set(Phase::Body);
        // A runtime that hides a redirect, or a whole answer, gives it the status 0.
        if status == 0 || (300..400).contains(&status) {
            let message = if status == 0 {
                "the runtime hides the answer: a redirect, and redirects are not followed, or the mode no-cors"
            } else {
                "the server redirected, and redirects are not followed: they could carry the token away"
            };
            let failure = sent(Failure::new(
                Class::ConnectionError,
                "redirect_refused",
                message,
            ));
            return Err(self.with_answer(failure, answer, None, None));
        }
        let read = self.host.read(&answer, self.settings.max_body_bytes).await;
        self.understood(request, answer, read)
    }

    /// Waits for a slot of the rate limiter; the wait counts in no timeout. A slot that is not used is
    /// given back, and who wakes in a pause goes to the end of the queue.
    async fn wait_for_slot(&mut self) -> Result<(), Box<Failure>> {
        let Some(rate) = self.settings.rate_limit else {
            return Ok(());
        };
        let started = self.host.now();
        let (mut now, mut has_waited) = (started, false);
        loop {
            let bucket = self.host.shared().bucket;
            let wait_ms = bucket.wait_ms(rate, now);
            // Nothing would end a wait for a server that wants none for hours.
            if wait_ms > self.settings.total_timeout_ms + rate.interval_ms() {
                let mut failure = Failure::new(
                    Class::RateLimitError,
                    "rate_limited",
                    "a call before was answered 429, and the wait that it was told is longer than totalTimeoutMs",
                );
                failure.status = Some(429);
                failure.retry_after_ms = Some(wait_ms);
                return Err(failure);
            }
            let (booked, slot_ms) = bucket.book(rate, now);
            // Timers are of whole milliseconds, and some ring early.
            if (if has_waited { wait_ms } else { slot_ms }) < 1.0 {
                self.share(|shared| shared.bucket = bucket.take(rate, now));
                self.deadline += now - started;
                return Ok(());
            }
            self.share(|shared| shared.bucket = booked);
            if let First::Right(()) = race(self.host.sleep(slot_ms), self.host.cancelled()).await {
                self.share(|shared| shared.bucket = shared.bucket.cancel(rate));
                return Err(aborted());
            }
            (now, has_waited) = (self.host.now(), true);
        }
    }

    /// Asks for the token and writes it into the request.
    async fn authorize(&mut self, request: &mut Request) -> Result<(), Box<Failure>> {
        let remaining = (self.deadline - self.host.now()).max(0.0);
        let until = race(self.host.sleep(remaining), self.host.cancelled());
        let renew = std::mem::take(&mut self.renew);
        let token = match race(self.host.token(renew), until).await {
            First::Left(Ok(token)) => token,
            First::Left(Err(failure)) => return Err(no_token(&failure)),
            First::Right(First::Left(())) => return Err(Failure::of_timeout(Phase::Token)),
            First::Right(First::Right(())) => return Err(aborted()),
        };
        let Some(token) = token else { return Ok(()) };
        if token.is_empty() || !secrets::is_header_value(&token) {
            return Err(no_token(&TokenFailure::Invalid));
        }
        let value = secrets::authorization(&token, self.settings.auth_scheme == AuthScheme::Bearer);
        request.headers.retain(|(name, _)| name != "authorization");
        request.headers.push(("authorization".into(), value));
        Ok(())
    }
}

fn unsent(failure: SendFailure) -> Box<Failure> {
    match failure {
        SendFailure::NotConnected => Failure::new(
            Class::ConnectionError,
            "not_connected",
            "no connection to the server",
        ),
        SendFailure::Refused => Failure::new(
            Class::ConnectionError,
            "request_refused",
            "fetch refused the request; see error.cause",
        ),
        SendFailure::NoResponse => sent(Failure::new(
            Class::ConfigurationError,
            "no_response",
            "what fetch gave is no Response; see error.cause",
        )),
        SendFailure::Lost => sent(Failure::new(
            Class::ConnectionError,
            "connection_lost",
            "the connection failed; see error.cause",
        )),
    }
}

fn no_token(failure: &TokenFailure) -> Box<Failure> {
    match failure {
        TokenFailure::Threw => Failure::new(
            Class::ConfigurationError,
            "token_failed",
            "the token function failed; see error.cause",
        ),
        TokenFailure::Invalid => Failure::new(
            Class::ConfigurationError,
            "invalid_token",
            "token: expected a string that a header can hold, not empty",
        ),
    }
}
