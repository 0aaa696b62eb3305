//! Walks a shape's table over the tokens of a text and notes findings and splices, in the order of
//! the text. Not here: single values (`scalars.rs`) and words (`lexeme.rs`), objects (`members.rs`), whole
//! answers (`answer.rs`) and requests (`request.rs`).

use super::finding::{Finding, Findings, Severity};
use super::lexeme;
use super::splice::Splices;
use super::token::{Kind, Tape};
use crate::models::shape::Shape;
use std::borrow::Cow;

/// Which way the text goes; the mends differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// From the server.
    Answer,
    /// To the server.
    Request,
}

/// The last step of the way to a value. A way is told from its end and stands on the stack: it is written
/// down for a finding only.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step<'p> {
    pub(super) before: Path<'p>,
    pub(super) place: Place,
}

/// The way to a value; `None` at the root.
pub(super) type Path<'p> = Option<&'p Step<'p>>;

/// Where a value stands in the one around it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    Field(&'static str),
    Member { key: usize },
    Index(usize),
    AnyKey,
}

/// A check of one text.
pub(super) struct Checker<'a> {
    pub(super) tape: &'a Tape<'a>,
    pub(super) splices: Splices,
    pub(super) findings: Findings,
    pub(super) direction: Direction,
    root: &'static str,
    /// A list that this operation never sends: absent stays absent.
    pub(super) never_sent: Option<&'static str>,
    /// How many keys were looked at to find a later member of a map with the same one.
    lookups: usize,
}

/// Most of them: a map that is nothing but members to look for must not take forever.
const MAX_LOOKUPS: usize = 100_000;

impl<'a> Checker<'a> {
    /// `root` is what paths begin with, e.g. `$.data`.
    pub(super) fn new(
        tape: &'a Tape<'a>,
        direction: Direction,
        root: &'static str,
        never_sent: Option<&'static str>,
    ) -> Self {
        Self {
            tape,
            splices: Splices::default(),
            findings: Findings::default(),
            direction,
            root,
            never_sent,
            lookups: 0,
        }
    }

    /// Checks the value at a token that is the root.
    pub(super) fn check(&mut self, at: usize, shape: &'static Shape) {
        self.value(at, shape, None);
    }

    pub(super) fn value(&mut self, at: usize, mut shape: &'static Shape, path: Path<'_>) {
        while let Shape::Optional(inner) | Shape::Nullable(inner) = shape {
            if self.tape.is(at, Kind::Null) {
                return;
            }
            shape = inner;
        }
        match shape {
            Shape::Json | Shape::Optional(_) | Shape::Nullable(_) => {}
            Shape::Text => {
                self.expect(at, Kind::String, path);
            }
            Shape::Bool => {
                self.expect(at, Kind::Bool, path);
            }
            Shape::Number => {
                self.expect(at, Kind::Number, path);
            }
            Shape::Uuid => self.uuid(at, path),
            Shape::Timestamp => self.timestamp(at, path),
            Shape::Int32(most) => self.int32(at, *most, path),
            Shape::Int64 => self.int64(at, path),
            Shape::OpenEnum(open) => self.open_enum(at, open, path),
            Shape::List(element) => self.list(at, element, path),
            Shape::Map(map) => self.map(at, map.uuid_keys, map.value, path),
            Shape::Object(object) => self.object(at, object, path),
            Shape::Union(union) => self.union(at, union, path),
            Shape::AnyOf(any) => match any.choices.iter().find(|choice| self.fits(at, choice)) {
                Some(choice) => self.value(at, choice, path),
                None => self.issue(any.name, at, path),
            },
        }
    }

    /// Notes a finding.
    #[inline(never)]
    pub(super) fn report(
        &mut self,
        severity: Severity,
        expected: Cow<'static, str>,
        got: Cow<'static, str>,
        path: Path<'_>,
    ) {
        if self.findings.room_for(severity) {
            let mut written = String::from(self.root);
            self.write(path, &mut written);
            self.findings.list.push(Finding {
                path: written,
                expected,
                got,
                severity,
            });
        }
    }

    /// Notes a departure from the models.
    pub(super) fn error(&mut self, expected: &'static str, got: &'static str, path: Path<'_>) {
        self.report(Severity::Error, expected.into(), got.into(), path);
    }

    /// The same, of what is not of the kind that is due.
    #[inline(never)]
    pub(super) fn issue(&mut self, expected: &'static str, at: usize, path: Path<'_>) {
        self.error(expected, self.tape.kind(at).name(), path);
    }

    /// Notes a finding at a member of the root.
    pub(super) fn report_member(&mut self, key: usize, severity: Severity, expected: &'static str) {
        self.at_member(key, severity, expected, None);
    }

    pub(super) fn at_member(
        &mut self,
        key: usize,
        severity: Severity,
        expected: &'static str,
        before: Path<'_>,
    ) {
        let got = self.tape.kind(key + 1).name();
        let place = Place::Member { key };
        let path = Some(&Step { before, place });
        self.report(severity, expected.into(), got.into(), path);
    }

    fn write(&self, path: Path<'_>, out: &mut String) {
        let Some(Step { before, place }) = path else {
            return;
        };
        self.write(*before, out);
        match place {
            Place::Field(name) => {
                out.push('.');
                out.push_str(name);
            }
            Place::Member { key } => {
                out.push('.');
                out.push_str(&vocabulary(self.tape.raw_string(*key)));
            }
            Place::Index(index) => {
                out.push('[');
                out.push_str(&lexeme::decimal(i64::try_from(*index).unwrap_or(i64::MAX)));
                out.push(']');
            }
            Place::AnyKey => out.push_str("[*]"),
        }
    }

    #[inline(always)]
    pub(super) fn expect(&mut self, at: usize, kind: Kind, path: Path<'_>) -> bool {
        let fits = self.tape.is(at, kind);
        if !fits {
            self.issue(kind.name(), at, path);
        }
        fits
    }

    #[inline(never)]
    fn list(&mut self, at: usize, element: &'static Shape, before: Path<'_>) {
        if !self.tape.is(at, Kind::Array) {
            if !self.tape.is(at, Kind::Null) || self.direction == Direction::Request {
                return self.issue("array", at, before);
            }
            let range = self.tape.start(at)..self.tape.end(at);
            return self.splices.replace(range, "[]");
        }
        let (mut item, mut index) = (at + 1, 0);
        while !self.tape.closes(item) {
            let place = Place::Index(index);
            self.value(item, element, Some(&Step { before, place }));
            item = self.tape.next(item);
            index += 1;
        }
    }

    #[inline(never)]
    fn map(&mut self, at: usize, uuid_keys: bool, value: &'static Shape, before: Path<'_>) {
        if !self.expect(at, Kind::Object, before) {
            return;
        }
        let mut key = at + 1;
        while !self.tape.closes(key) {
            let place = Place::AnyKey;
            let path = Some(&Step { before, place });
            if uuid_keys
                && self.direction == Direction::Request
                && !lexeme::is_uuid(&lexeme::unescape(self.tape.raw_string(key)))
            {
                self.error("UUID as the key", "another string", path);
            }
            let findings = self.findings.mark();
            self.value(key + 1, value, path);
            if self.findings.mark() != findings && self.is_overruled(key) {
                self.findings.back_to(findings);
            }
            key = self.tape.next(key + 1);
        }
    }

    /// Whether a later member of a map has the key too. Asked of members with findings only.
    #[inline(never)]
    fn is_overruled(&mut self, key: usize) -> bool {
        let name = lexeme::unescape(self.tape.raw_string(key));
        let mut later = self.tape.next(key + 1);
        while !self.tape.closes(later) && self.lookups < MAX_LOOKUPS {
            self.lookups += 1;
            if lexeme::equals(self.tape.raw_bytes(later), &name) {
                return true;
            }
            later = self.tape.next(later + 1);
        }
        false
    }

    /// Whether a value is of the JSON kind that a shape has.
    fn fits(&self, at: usize, shape: &Shape) -> bool {
        let kind = self.tape.kind(at);
        match shape {
            Shape::Text | Shape::Uuid | Shape::Timestamp | Shape::OpenEnum(_) => {
                kind == Kind::String
            }
            Shape::Bool => kind == Kind::Bool,
            Shape::Number | Shape::Int32(_) | Shape::Int64 => kind == Kind::Number,
            Shape::Json => true,
            Shape::Optional(inner) | Shape::Nullable(inner) => {
                kind == Kind::Null || self.fits(at, inner)
            }
            Shape::List(element) => {
                kind == Kind::Array && (self.tape.closes(at + 1) || self.fits(at + 1, element))
            }
            Shape::Map(_) | Shape::Object(_) | Shape::Union(_) => kind == Kind::Object,
            Shape::AnyOf(any) => any.choices.iter().any(|choice| self.fits(at, choice)),
        }
    }
}

/// A word of Dixa's vocabulary for a finding. What does not look like one might be a customer's text.
pub(super) fn vocabulary(raw: &str) -> Cow<'static, str> {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    if !raw.is_empty() && raw.len() <= 64 && raw.bytes().all(is_word) {
        raw.to_owned().into()
    } else {
        "(a string that is no name)".into()
    }
}
