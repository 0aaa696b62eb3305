//! How a call fails: the facts of every error, and whether what was asked for has happened. How it is
//! told to JavaScript: `bindings/`. No customer's text and no token is in any of it.

use crate::codec::{self, DecodeFailure, Decoded, Findings};
use crate::operations::Operation;
use serde::Serialize;

/// The class of the error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Class {
    /// 4xx without a class of its own.
    ApiError,
    /// 400.
    BadRequestError,
    /// 401.
    AuthenticationError,
    /// 403.
    PermissionDeniedError,
    /// 404.
    NotFoundError,
    /// 409.
    ConflictError,
    /// 422.
    UnprocessableEntityError,
    /// 429.
    RateLimitError,
    /// 5xx.
    ServerError,
    /// No answer, or one that broke off.
    ConnectionError,
    /// Too late.
    TimeoutError,
    /// The caller's signal.
    AbortError,
    /// What the caller gave does not fit the models.
    RequestValidationError,
    /// What the server gave does not fit the models, and validation is strict.
    ResponseValidationError,
    /// What the server gave cannot be read.
    DecodeError,
    /// Pages do not lead on.
    PaginationError,
    /// What the client was set up with.
    ConfigurationError,
}

/// Did it happen? Of several attempts the last of these in the order below.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Nothing was sent.
    NotSent,
    /// The server said no.
    Rejected,
    /// Nobody can tell.
    Unknown,
    /// It happened.
    Applied,
}

/// What a timeout was waiting for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    /// The caller's token function.
    Token,
    /// The head of the answer.
    Headers,
    /// The body of the answer.
    Body,
    /// The call as a whole.
    Total,
}

/// Who gave an answer, as far as a client can tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answerer {
    /// The token went along.
    Dixa,
    /// None did, so there is a proxy that adds it: that one, or Dixa.
    Behind,
    /// The proxy, with this code of its own.
    Proxy(String),
}

/// The facts of an error.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// Its class.
    pub class: Class,
    /// Its stable code.
    pub code: &'static str,
    /// What happened, then what to do. May be improved any day.
    pub message: String,
    /// Did it happen?
    pub outcome: Outcome,
    /// The HTTP status, where there was an answer.
    pub status: Option<u16>,
    /// How many attempts were sent.
    pub attempts: u32,
    /// Whether the same call may be made again as it is.
    pub retryable: bool,
    /// How long the server asks to wait, in milliseconds.
    pub retry_after_ms: Option<f64>,
    /// What a timeout was waiting for.
    pub phase: Option<Phase>,
    /// What a check found.
    pub findings: Findings,
}

impl Failure {
    /// A failure before anything was sent.
    pub fn new(class: Class, code: &'static str, message: &str) -> Box<Self> {
        Box::new(Self {
            class,
            code,
            message: message.to_owned(),
            outcome: Outcome::NotSent,
            status: None,
            attempts: 0,
            retryable: false,
            retry_after_ms: None,
            phase: None,
            findings: Findings::default(),
        })
    }

    /// What an answer's status says. Nothing but the message follows from who gave it.
    pub(super) fn of_status(status: u16, by: &Answerer) -> Box<Self> {
        let (class, code) = match status {
            400 => (Class::BadRequestError, "bad_request"),
            401 => (Class::AuthenticationError, "unauthorized"),
            403 => (Class::PermissionDeniedError, "permission_denied"),
            404 => (Class::NotFoundError, "not_found"),
            408 => (Class::ApiError, "request_timeout"),
            409 => (Class::ConflictError, "conflict"),
            422 => (Class::UnprocessableEntityError, "unprocessable_entity"),
            429 => (Class::RateLimitError, "rate_limited"),
            500.. => (Class::ServerError, "server_error"),
            _ => (Class::ApiError, "unexpected_status"),
        };
        let (who, code_of_proxy) = match by {
            Answerer::Dixa => ("Dixa answered ", None),
            Answerer::Behind => ("the proxy, or Dixa behind it, answered ", None),
            Answerer::Proxy(code) => ("the proxy itself answered ", Some(code)),
        };
        let mut message = String::from(who);
        message.push_str(&codec::decimal(status.into()));
        if let Some(code) = code_of_proxy {
            message.extend([" (", code, ")"]);
        }
        message.push_str(match (status, by) {
            (401, Answerer::Dixa) => "; check the token",
            (404, Answerer::Dixa | Answerer::Behind) => {
                "; there is no such thing, or the token may not see it"
            }
            (429, _) => "; the organization's rate limit is used up",
            _ => "; the answer is in error.body",
        });
        let mut failure = Self::new(class, code, &message);
        failure.status = Some(status);
        failure
    }

    /// A body that cannot be read.
    pub(super) fn of_decode(failure: DecodeFailure) -> Box<Self> {
        Self::new(Class::DecodeError, failure.code(), failure.message())
    }

    /// A timeout of one phase.
    pub(super) fn of_timeout(phase: Phase) -> Box<Self> {
        let message = match phase {
            Phase::Token => "the token function took longer than totalTimeoutMs",
            Phase::Headers => "no answer within timeoutMs",
            Phase::Body => "the answer's body was not complete within timeoutMs",
            Phase::Total => "the call took longer than totalTimeoutMs",
        };
        let mut failure = Self::new(Class::TimeoutError, "timeout", message);
        failure.phase = Some(phase);
        failure
    }

    /// Puts the operation's name in front of the message.
    pub(super) fn name(&mut self, operation: &Operation) {
        self.message = [operation.name, ": ", &self.message].concat();
    }
}

/// A failure, and what the caller may want to look at.
#[derive(Debug)]
pub struct Thrown<A, B> {
    /// The facts.
    pub failure: Box<Failure>,
    /// The answer, for its headers.
    pub answer: Option<A>,
    /// The answer's body.
    pub body: Option<B>,
    /// The answer's data, where it could be read.
    pub decoded: Option<Decoded>,
}

impl<A, B> From<Box<Failure>> for Box<Thrown<A, B>> {
    fn from(failure: Box<Failure>) -> Self {
        Box::new(Thrown {
            failure,
            answer: None,
            body: None,
            decoded: None,
        })
    }
}

/// The caller's signal ended the call.
pub(super) fn aborted() -> Box<Failure> {
    Failure::new(Class::AbortError, "aborted", "the call was aborted")
}

/// The request left, and what became of it nobody knows.
pub(super) fn sent(mut failure: Box<Failure>) -> Box<Failure> {
    failure.outcome = Outcome::Unknown;
    failure
}

/// The server said that it did it.
pub(super) fn applied(mut failure: Box<Failure>) -> Box<Failure> {
    failure.outcome = Outcome::Applied;
    failure
}
