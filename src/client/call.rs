//! A call: its attempts, and what follows from how each of them ended.

use super::failure::{Answerer, Class, Failure, Outcome, Phase, Thrown};
use super::host::{Answer, Event, Host, ReadFailure, SendFailure, Shared, TokenFailure};
use super::prepare::{Arguments, Prepared, ReplayRule, Request, prepare};
use super::race::{First, race};
use super::settings::{AuthScheme, Settings};
use crate::codec::{self, DecodeFailure, Decoded, Envelope, Finding, Findings, Validation};
use crate::operations::{Operation, Replay};
use crate::policy::{backoff, budget, paging, retry_after, secrets};

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

/// The code of a message that is refused since there is one of its `externalId`.
const DUPLICATE: &str = "duplicate_external_id";

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

    /// One attempt: a slot, the token, the request, the answer.
    pub(super) async fn attempt(&mut self, request: &mut Request) -> Attempt<H> {
        if self.host.is_cancelled() {
            return Err(aborted().into());
        }
        self.wait_for_slot().await?;
        self.authorize(request).await?;
        self.attempts += 1;
        self.host.observe(Event::Request {
            attempt: self.attempts,
        });
        let (host, started) = (self.host, self.host.now());
        let remaining = self.deadline - started;
        let (limit_ms, is_total) = if remaining < self.settings.timeout_ms {
            (remaining, true)
        } else {
            (self.settings.timeout_ms, false)
        };
        let phase = std::cell::Cell::new(Phase::Headers);
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

    async fn exchange(&self, request: &Request, phase: &std::cell::Cell<Phase>) -> Attempt<H> {
        let answer = self.host.send(request).await.map_err(unsent)?;
        let status = answer.status();
        self.host.observe(Event::Response {
            attempt: self.attempts,
            status,
        });
        phase.set(Phase::Body);
        // A runtime that hides a redirect, or a whole answer, gives it the status 0.
        if status == 0 || (300..400).contains(&status) {
            let message = "the server redirected, and redirects are not followed: they could carry the token away";
            let failure = sent(Failure::new(
                Class::ConnectionError,
                "redirect_refused",
                message,
            ));
            return Err(self.with_answer(failure, answer, None, None));
        }
        let read = self.host.read(&answer, self.settings.max_body_bytes).await;
        if !(200..300).contains(&status) {
            let body = read.ok();
            let by = answerer(request, body.as_ref().map(AsRef::as_ref));
            let failure = sent(Failure::of_status(status, &by));
            return Err(self.with_answer(failure, answer, body, None));
        }
        self.understood(answer, read)
    }

    /// What an answer that was read says: one of success.
    fn understood(&self, answer: H::Answer, read: Result<H::Body, ReadFailure>) -> Attempt<H> {
        let status = answer.status();
        let body = match read {
            Ok(body) => body,
            Err(ReadFailure::TooLarge) => {
                let failure = applied(Failure::of_decode(DecodeFailure::TooLarge));
                return Err(self.with_answer(failure, answer, None, None));
            }
            Err(ReadFailure::Lost) => return Err(self.broke_off(answer, None)),
        };
        let validation = Validation::from(self.settings.validation);
        let decoded = match self.operation.response {
            Some(_) if self.operation.is_raw() => codec::whole(body.as_ref()).map(Some),
            Some(data) => {
                let envelope = Envelope {
                    data,
                    paged: self.operation.paged,
                    never_sent: self.operation.never_sent,
                };
                codec::decode(body.as_ref(), &envelope, validation).map(Some)
            }
            // Where no answer is due, anything of the API's will do; a login page is not.
            None => codec::plain(body.as_ref()).map(|_| None),
        };
        let decoded = match decoded {
            Ok(Some(decoded)) => decoded,
            Ok(None) => return Ok(self.reply(answer, None, None)),
            Err(failure) => {
                // Not every runtime says that a body was shorter than it was to be.
                let ends_early = matches!(failure, DecodeFailure::Truncated | DecodeFailure::Empty);
                let has_none = matches!(status, 204 | 205);
                let length = answer
                    .header("content-length")
                    .filter(|_| ends_early && !has_none);
                let length = length.and_then(|length| length.parse().ok());
                if length.is_some_and(|length: usize| length > body.as_ref().len()) {
                    return Err(self.broke_off(answer, Some(body)));
                }
                if self.operation.is_raw() && failure == DecodeFailure::Empty {
                    return Ok(self.reply(answer, None, None));
                }
                let failure = applied(Failure::of_decode(failure));
                return Err(self.with_answer(failure, answer, Some(body), None));
            }
        };
        if validation == Validation::Strict && decoded.findings.issue_count > 0 {
            let first = decoded
                .findings
                .first_issue()
                .map(Finding::message)
                .unwrap_or_default();
            let class = Class::ResponseValidationError;
            let mut failure = applied(Failure::new(class, "invalid_response", &first));
            failure.findings = decoded.findings.clone();
            return Err(self.with_answer(failure, answer, Some(body), Some(decoded)));
        }
        let next_page_key = match &decoded.next {
            None => None,
            Some(link) => match paging::page_key(link) {
                Some(key) => Some(key),
                None => {
                    let message = "the link to the next page has no pageKey";
                    let failure =
                        applied(Failure::new(Class::PaginationError, "no_page_key", message));
                    return Err(self.with_answer(failure, answer, Some(body), Some(decoded)));
                }
            },
        };
        Ok(self.reply(answer, Some((body, decoded)), next_page_key))
    }

    /// An answer whose body did not come whole. Of a read, nothing is known then.
    fn broke_off(
        &self,
        answer: H::Answer,
        body: Option<H::Body>,
    ) -> Box<Thrown<H::Answer, H::Body>> {
        let message = "the answer's body broke off";
        let mut failure = Failure::new(Class::ConnectionError, "body_lost", message);
        failure.outcome = if self.operation.is_read() {
            Outcome::Unknown
        } else {
            Outcome::Applied
        };
        self.with_answer(failure, answer, body, None)
    }

    pub(super) fn reply(
        &self,
        answer: H::Answer,
        content: Option<(H::Body, Decoded)>,
        next_page_key: Option<String>,
    ) -> Box<Reply<H::Answer, H::Body>> {
        Box::new(Reply {
            answer,
            content,
            next_page_key,
            attempts: self.attempts,
            findings: Findings::default(),
        })
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
                let mut failure = Failure::of_status(429, &Answerer::Dixa);
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

    /// A failed attempt in the light of the whole call: what became of it, and whether it may be made again.
    fn judged(
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
    fn wait_before_retry(&self, failure: &Failure) -> Option<f64> {
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

    fn share(&self, change: impl FnOnce(&mut Shared)) {
        let before = self.host.shared();
        let mut shared = before;
        change(&mut shared);
        if shared != before {
            self.host.share(shared);
        }
    }

    fn with_answer(
        &self,
        mut failure: Box<Failure>,
        answer: H::Answer,
        body: Option<H::Body>,
        decoded: Option<Decoded>,
    ) -> Box<Thrown<H::Answer, H::Body>> {
        let retry_after_ms = retry_after::retry_after_ms(
            answer.header("retry-after-ms").as_deref(),
            answer.header("retry-after").as_deref(),
            self.host.now(),
        );
        failure.status = Some(answer.status()).filter(|status| *status > 0);
        failure.retry_after_ms = retry_after_ms;
        Box::new(Thrown {
            failure,
            answer: Some(answer),
            body,
            decoded,
        })
    }
}

/// Who answered a request. What a body says of it is shown and decides nothing: anybody can write it.
fn answerer(request: &Request, body: Option<&[u8]>) -> Answerer {
    let mut names = request.headers.iter().map(|(name, _)| name);
    if names.any(|name| name == "authorization") {
        return Answerer::Dixa;
    }
    // What a code of `createProxy` looks like, and no customer's text.
    let is_own = |code: &String| {
        let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
        code.starts_with("proxy_") && code.len() <= 40 && code.bytes().all(is_plain)
    };
    body.and_then(|body| codec::error_member(body, "code"))
        .filter(is_own)
        .map_or(Answerer::Behind, Answerer::Proxy)
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

fn aborted() -> Box<Failure> {
    Failure::new(Class::AbortError, "aborted", "the call was aborted")
}

/// The request left, and what became of it nobody knows.
fn sent(mut failure: Box<Failure>) -> Box<Failure> {
    failure.outcome = Outcome::Unknown;
    failure
}

/// The server said that it did it.
fn applied(mut failure: Box<Failure>) -> Box<Failure> {
    failure.outcome = Outcome::Applied;
    failure
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
