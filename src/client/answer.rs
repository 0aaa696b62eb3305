//! What an answer says: the call's success, or how it failed.

use super::call::{Attempt, Call, Reply};
use super::failure::{Answerer, Class, Failure, Outcome, Thrown, applied, sent};
use super::host::{Answer, Host, ReadFailure};
use super::prepare::Request;
use crate::codec::{self, DecodeFailure, Decoded, Envelope, Finding, Findings, Validation};
use crate::policy::{paging, retry_after};

impl<H: Host> Call<'_, H> {
    /// What an answer that was read says.
    pub(super) fn understood(
        &self,
        request: &Request,
        answer: H::Answer,
        read: Result<H::Body, ReadFailure>,
    ) -> Attempt<H> {
        let status = answer.status();
        if !(200..300).contains(&status) {
            let body = read.ok();
            let by = answerer(request, body.as_ref().map(AsRef::as_ref));
            let failure = sent(Failure::of_status(status, &by));
            return Err(self.with_answer(failure, answer, body, None));
        }
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

    pub(super) fn with_answer(
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
