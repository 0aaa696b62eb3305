//! From an operation and a caller's arguments to a request; whatever is wrong is said before anything
//! is sent.

use super::failure::{Class, Failure};
use super::settings::{Checking, Settings};
use crate::codec::{self, Encoded, Finding, Findings, Severity, Text};
use crate::models::shape::Shape;
use crate::operations::{IdKind, Operation, Replay, path_ids};
use crate::policy::{path, secrets};
use std::fmt;

/// What a caller gave, ids as text and body and query as JSON.
#[derive(Clone, Debug, Default)]
pub struct Arguments {
    /// The ids of the path, in order.
    pub ids: Vec<String>,
    /// The body as JSON.
    pub body: Option<String>,
    /// The query as JSON.
    pub query: Option<String>,
}

/// A request, ready to send. Its headers hold the token: it is not shown.
pub struct Request {
    /// HTTP method.
    pub method: &'static str,
    /// The whole URL.
    pub url: String,
    /// Headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// Body.
    pub body: Option<String>,
}

impl fmt::Debug for Request {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.method)
    }
}

/// What was prepared: the request without its token, and whether it may be sent twice.
pub(super) struct Prepared {
    pub(super) request: Request,
    pub(super) replay: ReplayRule,
    /// Whether the client made up the `externalId`.
    pub(super) made_up_key: bool,
    /// News about the arguments.
    pub(super) findings: Findings,
}

/// What [`Replay`] says of one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ReplayRule {
    /// Twice is once.
    Safe,
    /// Only when the server said that it did nothing.
    OnlyIfRefused,
    /// Not even then.
    Never,
}

/// Prefix of the `externalId`s that the client makes up.
pub(super) const AUTO_EXTERNAL_ID: &str = "dxc-";

/// Checks the arguments and writes the request. `random` is asked for digits of an `externalId`.
pub(super) fn prepare(
    operation: &Operation,
    arguments: &Arguments,
    settings: &Settings,
    reserved: &[&str],
    random: &mut dyn FnMut() -> f64,
) -> Result<Prepared, Box<Failure>> {
    let reserved = if operation.is_raw() { &[] } else { reserved };
    let mut findings = Findings::default();
    let mut url = settings.base_url.clone();
    url.push_str(&filled(operation, &arguments.ids)?);
    if let Some(query) = operation.query {
        let given = arguments.query.as_deref().unwrap_or("{}");
        let text = checked(given, query, "query", reserved, settings, &mut findings)?;
        push_query(&mut url, text.of(given))?;
    }
    let mut body = None;
    if let Some(expected) = &operation.body {
        // The query comes after the body: what it has is no field here.
        let of_query = match operation.query {
            Some(Shape::Object(query)) => query.fields,
            _ => &[],
        };
        let later = of_query.iter().map(|field| field.name);
        let reserved: Vec<_> = reserved.iter().copied().chain(later).collect();
        match arguments.body.as_deref() {
            Some(given) => {
                let text = checked(
                    given,
                    expected.shape,
                    "$",
                    &reserved,
                    settings,
                    &mut findings,
                )?;
                body = Some(text.of(given).to_owned());
            }
            None if expected.required => {
                return Err(refused(issue("$", expected.shape.described(), "nothing")));
            }
            None => {}
        }
    } else if arguments.body.is_some() {
        return Err(refused(issue("body", "nothing with GET", "something")));
    }
    let mut made_up_key = false;
    let replay = match (operation.replay, &mut body) {
        (Replay::Reads | Replay::Safe, _) => ReplayRule::Safe,
        (Replay::SafeUnless(member), Some(body)) => {
            if codec::is_true(body, member) {
                ReplayRule::Never
            } else {
                ReplayRule::Safe
            }
        }
        (Replay::Keyed { member, .. }, Some(body)) => {
            if codec::string_member(body, member).is_none() && settings.auto_external_id {
                *body = codec::with_string_member(body, member, &external_id(random));
                made_up_key = true;
            }
            if key_of(body, member).is_some() {
                ReplayRule::Safe
            } else {
                ReplayRule::OnlyIfRefused
            }
        }
        (Replay::Never, _) => ReplayRule::Never,
        (Replay::Unsafe | Replay::SafeUnless(_) | Replay::Keyed { .. }, _) => {
            ReplayRule::OnlyIfRefused
        }
    };
    let replay = match replay {
        ReplayRule::OnlyIfRefused if settings.idempotent => ReplayRule::Safe,
        other => other,
    };
    let mut headers = vec![("accept".to_owned(), "application/json".to_owned())];
    if body.is_some() {
        headers.push(("content-type".into(), "application/json".into()));
    }
    for (name, value) in &settings.headers {
        if !secrets::is_header_name(name)
            || secrets::CONNECTION_HEADERS.contains(&name.as_str())
            || !secrets::is_header_value(value)
        {
            let message = [
                "headers: there cannot be a header \"",
                name,
                "\" of this value",
            ]
            .concat();
            let class = Class::ConfigurationError;
            return Err(Failure::new(class, "invalid_header", &message));
        }
        headers.retain(|(known, _)| known != name);
        headers.push((name.clone(), value.clone()));
    }
    Ok(Prepared {
        request: Request {
            method: operation.method.as_str(),
            url,
            headers,
            body,
        },
        replay,
        made_up_key,
        findings,
    })
}

/// What a message is known by. An empty one tells no message from another.
pub(super) fn key_of(body: &str, member: &str) -> Option<String> {
    codec::string_member(body, member).filter(|key| !key.is_empty())
}

/// Checks a body or query and gives its text.
fn checked(
    given: &str,
    shape: &'static Shape,
    root: &'static str,
    reserved: &[&str],
    settings: &Settings,
    findings: &mut Findings,
) -> Result<Text, Box<Failure>> {
    let Some(Encoded {
        text,
        findings: found,
    }) = codec::encode(given, shape, root, reserved)
    else {
        return Err(refused(issue(root, shape.described(), "no JSON")));
    };
    let strict_news = settings.validation == Checking::Strict && found.news_count > 0;
    if found.issue_count > 0 || strict_news {
        return Err(refused(found));
    }
    findings.append(found);
    Ok(text)
}

/// The path with its ids in place.
fn filled(operation: &Operation, ids: &[String]) -> Result<String, Box<Failure>> {
    let mut path = String::with_capacity(operation.path.len() + 64);
    let mut given = ids.iter().map(String::as_str);
    let mut kinds = path_ids(operation.path);
    for segment in operation.path.split('/').skip(1) {
        path.push('/');
        if !segment.starts_with('{') {
            path.push_str(segment);
            continue;
        }
        let (name, kind) = kinds.next().unwrap_or((segment, IdKind::Uuid));
        let id = given.next().unwrap_or_default();
        let (fits, expected) = match kind {
            IdKind::Number => (codec::number_id(id), "a whole number that is not negative"),
            IdKind::Uuid => (codec::is_uuid(id), "a UUID"),
            IdKind::Text => {
                let is_dots = matches!(id, "" | "." | "..");
                (!is_dots && !id.contains(char::is_control), "an id")
            }
            IdKind::Path => (
                path::stays_within(id),
                "a path that begins with / and stays within baseUrl, without a query",
            ),
        };
        if !fits {
            let got = if id.is_empty() {
                "nothing"
            } else {
                "something else"
            };
            return Err(refused(issue(name, expected, got)));
        }
        match kind {
            IdKind::Path => path.push_str(id.get(1..).unwrap_or_default()),
            IdKind::Number | IdKind::Uuid | IdKind::Text => percent_encode(&mut path, id),
        }
    }
    Ok(path)
}

fn push_query(url: &mut String, query: &str) -> Result<(), Box<Failure>> {
    let pairs = codec::query_pairs(query).map_err(|name| {
        refused(issue(
            &["query.", &name].concat(),
            "a string, number or boolean",
            "something else",
        ))
    })?;
    for (index, (name, value)) in pairs.iter().enumerate() {
        url.push(if index == 0 { '?' } else { '&' });
        percent_encode(url, name);
        url.push('=');
        percent_encode(url, value);
    }
    Ok(())
}

/// Writes text so that it stays what it is, in a path and in a query (RFC 3986, 2.3).
fn percent_encode(url: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            url.push(char::from(byte));
        } else {
            url.push('%');
            for digit in [byte >> 4, byte & 15] {
                url.push(
                    char::from_digit(u32::from(digit), 16)
                        .unwrap_or('0')
                        .to_ascii_uppercase(),
                );
            }
        }
    }
}

/// 128 random bits behind a prefix that tells where it comes from.
fn external_id(random: &mut dyn FnMut() -> f64) -> String {
    let mut id = String::from(AUTO_EXTERNAL_ID);
    for _ in 0..32 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0 to 15"
        )]
        let digit = (random() * 16.0) as u32;
        id.push(char::from_digit(digit.min(15), 16).unwrap_or('0'));
    }
    id
}

fn issue(path: &str, expected: &'static str, got: &'static str) -> Findings {
    let finding = Finding {
        path: path.to_owned(),
        expected: expected.into(),
        got: got.into(),
        severity: Severity::Error,
    };
    Findings {
        list: vec![finding],
        issue_count: 1,
        news_count: 0,
    }
}

/// What the caller gave does not fit: the first issue is the message.
fn refused(findings: Findings) -> Box<Failure> {
    let first = findings
        .first_issue()
        .or(findings.list.first())
        .map(Finding::message)
        .unwrap_or_default();
    let mut failure = Failure::new(Class::RequestValidationError, "invalid_request", &first);
    failure.findings = findings;
    failure
}
