//! The body of an answer: its envelope, its data checked and mended, and where its next page is.

use super::check::{Checker, Direction};
use super::finding::{Findings, Severity};
use super::lexeme;
use super::request::string_member;
use super::splice::Text;
use super::token::{Kind, Malformed, Tape};
use crate::models::search::PaginationLinks;
use crate::models::shape::{Model, Shape};

/// How an answer is held against the models.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Validation {
    /// Checked and mended; issues are reported.
    Warn,
    /// Checked and mended; an issue is an error.
    Strict,
    /// Neither checked nor mended.
    Off,
}

/// What the answer of an operation holds.
#[derive(Clone, Copy, Debug)]
pub struct Envelope {
    /// What `data` holds.
    pub data: &'static Shape,
    /// Whether `meta` has links to other pages.
    pub paged: bool,
    /// A list of the models that this operation never sends: absent stays absent.
    pub never_sent: Option<&'static str>,
}

/// The body of an answer, read. Its parts are told as parts of the text behind the byte order mark.
#[derive(Debug)]
pub struct Decoded {
    /// Length of the byte order mark that was dropped: 0 or 3.
    pub bom: usize,
    /// The text of `data`.
    pub data: Text,
    /// The text of `meta`, where there is one.
    pub meta: Option<Text>,
    /// The link to the next page, when there is one.
    pub next: Option<String>,
    /// What the check found.
    pub findings: Findings,
}

/// Why a body could not be read. `code` is a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeFailure {
    /// Not UTF-8.
    NotUtf8,
    /// Not JSON: an HTML page, say.
    NotJson,
    /// JSON that ends too early.
    Truncated,
    /// More levels than [`MAX_DEPTH`](super::MAX_DEPTH).
    TooDeep,
    /// Longer than `maxBodyBytes`; reading stopped there.
    TooLarge,
    /// No body where one is due.
    Empty,
    /// JSON, but without `data`.
    NoData,
}

impl DecodeFailure {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotUtf8 => "not_utf8",
            Self::NotJson => "not_json",
            Self::Truncated => "truncated_json",
            Self::TooDeep => "too_deep",
            Self::TooLarge => "body_too_large",
            Self::Empty => "empty_body",
            Self::NoData => "no_data",
        }
    }

    /// What happened, then what to do.
    pub const fn message(self) -> &'static str {
        match self {
            Self::NotUtf8 => "the answer is not UTF-8",
            Self::NotJson => {
                "the answer is not JSON; check that baseUrl leads to Dixa's API and not to a web page"
            }
            Self::Truncated => "the answer is JSON that ends too early",
            Self::TooDeep => "the answer is nested deeper than 128 levels",
            Self::TooLarge => {
                "the answer is longer than maxBodyBytes; lower pageLimit or raise maxBodyBytes"
            }
            Self::Empty => "the answer has no body",
            Self::NoData => "the answer has no data; check that baseUrl leads to Dixa's API",
        }
    }
}

/// The text of a body without its byte order mark, and the length of that.
pub fn body_text(body: &[u8]) -> Result<(usize, &str), DecodeFailure> {
    let rest = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    let text = core::str::from_utf8(rest).map_err(|_| DecodeFailure::NotUtf8)?;
    Ok((body.len() - rest.len(), text))
}

pub(super) fn tape(text: &str) -> Result<Tape<'_>, DecodeFailure> {
    if text.trim_ascii().is_empty() {
        return Err(DecodeFailure::Empty);
    }
    Tape::new(text).map_err(|malformed| match malformed {
        Malformed::Grammar => DecodeFailure::NotJson,
        Malformed::Truncated => DecodeFailure::Truncated,
        Malformed::TooDeep => DecodeFailure::TooDeep,
    })
}

/// Reads the body of an answer.
pub fn decode(
    body: &[u8],
    envelope: &Envelope,
    validation: Validation,
) -> Result<Decoded, DecodeFailure> {
    let (bom, text) = body_text(body)?;
    let tape = tape(text)?;
    if tape.kind(0) != Kind::Object {
        return Err(DecodeFailure::NoData);
    }
    let data = tape
        .member(0, "data")
        .filter(|data| tape.kind(*data) != Kind::Null)
        .ok_or(DecodeFailure::NoData)?;
    let meta = tape
        .member(0, "meta")
        .filter(|meta| tape.kind(*meta) != Kind::Null);
    let next = meta.filter(|meta| envelope.paged && tape.kind(*meta) == Kind::Object);
    let next = next
        .and_then(|meta| tape.member(meta, "next"))
        .and_then(|next| match tape.kind(next) {
            Kind::Null => None,
            Kind::String => Some(lexeme::unescape(tape.raw_string(next)).into_owned())
                .filter(|next| !next.is_empty()),
            // Not a link, but not the end either: who follows it finds no key in it.
            _ => Some(tape.lexeme(next).to_owned()),
        });
    let range = |at: usize| tape.start(at)..tape.end(at);
    if validation == Validation::Off {
        let (data, meta) = (
            Text::AsIs(range(data)),
            meta.map(|meta| Text::AsIs(range(meta))),
        );
        return Ok(Decoded {
            bom,
            data,
            meta,
            next,
            findings: Findings::default(),
        });
    }
    let checked = |at: usize, shape: &'static Shape, root: &'static str| {
        let mut checker = Checker::new(&tape, Direction::Answer, root, envelope.never_sent);
        checker.check(at, shape);
        (checker.splices.apply(text, range(at)), checker.findings)
    };
    let (data, mut findings) = checked(data, envelope.data, "$.data");
    let meta = meta.map(|meta| {
        if !envelope.paged {
            return Text::AsIs(range(meta));
        }
        let (meta, more) = checked(meta, PaginationLinks::SHAPE, "$.meta");
        findings.append(more);
        meta
    });
    findings.append(unknown_members(&tape));
    Ok(Decoded {
        bom,
        data,
        meta,
        next,
        findings,
    })
}

/// News of what stands beside `data` and `meta`.
fn unknown_members(tape: &Tape<'_>) -> Findings {
    let mut checker = Checker::new(tape, Direction::Answer, "$", None);
    let mut key = 1;
    while !tape.closes(key) {
        let raw = tape.raw_bytes(key);
        if !lexeme::equals(raw, "data") && !lexeme::equals(raw, "meta") {
            checker.report_member(key, Severity::Info, "no such field");
        }
        key = tape.next(key + 1);
    }
    checker.findings
}

/// Whether a body is JSON as it stands, for what the models do not describe. `None`: it is empty.
pub fn plain(body: &[u8]) -> Result<Option<(usize, Text)>, DecodeFailure> {
    let (bom, text) = body_text(body)?;
    match tape(text) {
        Ok(_) => Ok(Some((bom, Text::AsIs(0..text.len())))),
        Err(DecodeFailure::Empty) => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// A body that is no envelope and that no model describes, as it stands.
pub fn whole(body: &[u8]) -> Result<Decoded, DecodeFailure> {
    let (bom, data) = plain(body)?.ok_or(DecodeFailure::Empty)?;
    Ok(Decoded {
        bom,
        data,
        meta: None,
        next: None,
        findings: Findings::default(),
    })
}

/// A text of an error's body. Its `message` may hold customer text.
pub fn error_member(body: &[u8], name: &str) -> Option<String> {
    string_member(body_text(body).ok()?.1, name)
}
