//! Walks a shape's table over the tokens of a text and notes findings and splices, in the order of
//! the text. Not here: single words (`lexeme.rs`), whole answers (`answer.rs`) and requests
//! (`request.rs`).

use super::finding::{Finding, Findings, Severity};
use super::lexeme::{self, Integer};
use super::splice::Splices;
use super::token::{Kind, Tape};
use crate::models::shape::{Field, Object, Shape, Union};
use std::borrow::Cow;

/// Which way the text goes; the mends differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// From the server.
    Answer,
    /// To the server.
    Request,
}

/// A step from a value to one inside it.
#[derive(Clone, Copy, Debug)]
enum Step {
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
    direction: Direction,
    root: &'static str,
    /// A list that this operation never sends: absent stays absent.
    never_sent: Option<&'static str>,
    path: Vec<Step>,
    /// How many keys were looked at to find a later member of a map with the same one.
    lookups: usize,
}

/// Most of them: a map that is nothing but members to look for must not take forever.
const MAX_LOOKUPS: usize = 100_000;

/// Of each field of an object the value that counts. As many fields as `seen` has bits.
type LastValues = [usize; 64];

/// The members of an object that stay, and the run of those that go.
struct Members {
    kept_end: Option<usize>,
    cut_from: Option<usize>,
}

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
            path: Vec::new(),
            lookups: 0,
        }
    }

    /// Checks the value at a token.
    pub(super) fn check(&mut self, at: usize, shape: &'static Shape) {
        match shape {
            Shape::Json => {}
            Shape::Text => {
                self.expect(at, Kind::String);
            }
            Shape::Bool => {
                self.expect(at, Kind::Bool);
            }
            Shape::Number => {
                self.expect(at, Kind::Number);
            }
            Shape::Uuid => self.uuid(at),
            Shape::Timestamp => self.timestamp(at),
            Shape::Int32 => self.int32(at),
            Shape::Int64 => self.int64(at),
            Shape::OpenEnum(open) => {
                if self.expect(at, Kind::String) {
                    let raw = self.tape.raw_string(at);
                    if !open.values.iter().any(|value| lexeme::equals(raw, value)) {
                        self.report(Severity::Info, open.name, vocabulary(raw));
                    }
                }
            }
            Shape::Optional(inner) | Shape::Nullable(inner) => {
                if self.tape.kind(at) != Kind::Null {
                    self.check(at, inner);
                }
            }
            Shape::List(element) => self.list(at, element),
            Shape::Map(map) => self.map(at, map.uuid_keys, map.value),
            Shape::Object(object) => self.object(at, object),
            Shape::Union(union) => self.union(at, union),
            Shape::AnyOf(any) => match any.choices.iter().find(|choice| self.fits(at, choice)) {
                Some(choice) => self.check(at, choice),
                None => self.report(Severity::Error, any.name, self.tape.kind(at).name()),
            },
        }
    }

    /// Notes a finding at the present path.
    pub(super) fn report(
        &mut self,
        severity: Severity,
        expected: impl Into<Cow<'static, str>>,
        got: impl Into<Cow<'static, str>>,
    ) {
        if self.findings.room_for(severity) {
            let path = self.path();
            self.findings.list.push(Finding {
                path,
                expected: expected.into(),
                got: got.into(),
                severity,
            });
        }
    }

    /// Notes a finding at a member of the present object.
    pub(super) fn report_member(&mut self, key: usize, severity: Severity, expected: &'static str) {
        self.path.push(Step::Member { key });
        let got = self.tape.kind(key + 1).name();
        self.report(severity, expected, got);
        self.path.pop();
    }

    fn issue(&mut self, expected: &'static str, at: usize) {
        let got = self.tape.kind(at).name();
        self.report(Severity::Error, expected, got);
    }

    fn path(&self) -> String {
        let mut path = String::from(self.root);
        for step in &self.path {
            match step {
                Step::Field(name) => {
                    path.push('.');
                    path.push_str(name);
                }
                Step::Member { key } => {
                    path.push('.');
                    path.push_str(&vocabulary(self.tape.raw_string(*key)));
                }
                Step::Index(index) => {
                    path.push('[');
                    path.push_str(&lexeme::decimal(i64::try_from(*index).unwrap_or(i64::MAX)));
                    path.push(']');
                }
                Step::AnyKey => path.push_str("[*]"),
            }
        }
        path
    }

    fn expect(&mut self, at: usize, kind: Kind) -> bool {
        let fits = self.tape.kind(at) == kind;
        if !fits {
            self.issue(kind.name(), at);
        }
        fits
    }

    fn uuid(&mut self, at: usize) {
        if self.expect(at, Kind::String)
            && self.direction == Direction::Request
            && !lexeme::is_uuid(&lexeme::unescape(self.tape.raw_string(at)))
        {
            self.report(Severity::Error, "UUID", "another string");
        }
    }

    fn timestamp(&mut self, at: usize) {
        if self.tape.kind(at) != Kind::String {
            return self.issue("timestamp", at);
        }
        let raw = self.tape.raw_string(at);
        let text = lexeme::unescape(raw);
        match lexeme::timestamp(&text) {
            None => self.report(Severity::Error, "timestamp", "another string"),
            Some(length) if length == text.len() => {}
            Some(length) => {
                let clean = lexeme::quote(text.get(..length).unwrap_or_default());
                if clean.len() == length + 2 && !raw.contains('\\') {
                    let start = self.tape.start(at) + 1;
                    self.splices.cut(start + length..self.tape.end(at) - 1);
                } else {
                    self.splices
                        .replace(self.tape.start(at)..self.tape.end(at), clean);
                }
            }
        }
    }

    fn int32(&mut self, at: usize) {
        if self.tape.kind(at) != Kind::Number {
            return self.issue("integer", at);
        }
        match lexeme::integer(self.tape.lexeme(at)) {
            Integer::Int64(value) if i32::try_from(value).is_ok() => {}
            Integer::Int64(_) | Integer::Beyond => {
                self.report(Severity::Error, "integer of 32 bits", "a larger one");
            }
            Integer::Not => self.report(Severity::Error, "integer", "a fraction"),
        }
    }

    fn int64(&mut self, at: usize) {
        let range = self.tape.start(at)..self.tape.end(at);
        match (self.tape.kind(at), self.direction) {
            (Kind::Number, direction) => match lexeme::integer(self.tape.lexeme(at)) {
                Integer::Int64(value) if lexeme::is_safe(value) => {}
                Integer::Int64(_) if direction == Direction::Request => self.report(
                    Severity::Error,
                    "integer that a number holds exactly (give a larger one as a bigint or a string)",
                    "a larger one",
                ),
                Integer::Int64(value) => self.splices.replace(range, lexeme::quote(&lexeme::decimal(value))),
                Integer::Beyond => {
                    self.report(Severity::Error, "integer of 64 bits", "a larger one");
                    if direction == Direction::Answer {
                        self.splices.replace(range, lexeme::quote(self.tape.lexeme(at)));
                    }
                }
                Integer::Not => self.report(Severity::Error, "integer", "a fraction"),
            },
            (Kind::String, direction) => match lexeme::digits(&lexeme::unescape(self.tape.raw_string(at))) {
                Some(value) if direction == Direction::Request || lexeme::is_safe(value) => {
                    self.splices.replace(range, lexeme::decimal(value));
                }
                Some(_) => {}
                None => self.report(Severity::Error, "integer", "string"),
            },
            _ => self.issue("integer", at),
        }
    }

    fn list(&mut self, at: usize, element: &'static Shape) {
        match self.tape.kind(at) {
            Kind::Array => {}
            Kind::Null if self.direction == Direction::Answer => {
                return self
                    .splices
                    .replace(self.tape.start(at)..self.tape.end(at), "[]");
            }
            _ => return self.issue("array", at),
        }
        let (mut item, mut index) = (at + 1, 0);
        while !self.tape.closes(item) {
            self.path.push(Step::Index(index));
            self.check(item, element);
            self.path.pop();
            item = self.tape.next(item);
            index += 1;
        }
    }

    fn map(&mut self, at: usize, uuid_keys: bool, value: &'static Shape) {
        if !self.expect(at, Kind::Object) {
            return;
        }
        let mut key = at + 1;
        while !self.tape.closes(key) {
            self.path.push(Step::AnyKey);
            if uuid_keys
                && self.direction == Direction::Request
                && !lexeme::is_uuid(&lexeme::unescape(self.tape.raw_string(key)))
            {
                self.report(Severity::Error, "UUID as the key", "another string");
            }
            let findings = self.findings.mark();
            self.check(key + 1, value);
            if self.findings.mark() != findings && self.is_overruled(key) {
                self.findings.back_to(findings);
            }
            self.path.pop();
            key = self.tape.next(key + 1);
        }
    }

    /// Whether a later member of a map has the key too. Asked of members with findings only.
    fn is_overruled(&mut self, key: usize) -> bool {
        let name = lexeme::unescape(self.tape.raw_string(key));
        let mut later = self.tape.next(key + 1);
        while !self.tape.closes(later) && self.lookups < MAX_LOOKUPS {
            self.lookups += 1;
            if lexeme::equals(self.tape.raw_string(later), &name) {
                return true;
            }
            later = self.tape.next(later + 1);
        }
        false
    }

    fn union(&mut self, at: usize, union: &'static Union) {
        if !self.expect(at, Kind::Object) {
            return;
        }
        let tag = self.tape.member(at, "_type");
        let raw = tag
            .filter(|tag| self.tape.kind(*tag) == Kind::String)
            .map(|tag| self.tape.raw_string(tag));
        let known = union.kinds.iter().find(
            |kind| matches!((raw, kind.tag), (Some(raw), Some(tag)) if lexeme::equals(raw, tag)),
        );
        if let Some(kind) = known {
            return self.object(at, kind);
        }
        let found = match (tag, raw) {
            (_, Some(raw)) => vocabulary(raw),
            (Some(tag), None) => self.tape.kind(tag).name().into(),
            (None, None) => "nothing".into(),
        };
        self.path.push(Step::Field("_type"));
        match (self.direction, raw) {
            (Direction::Request, None) => self.report(Severity::Error, union.name, found),
            (Direction::Request, Some(raw))
                if union.neighbours.iter().any(|tag| lexeme::equals(raw, tag)) =>
            {
                self.report(Severity::Error, union.name, found);
            }
            (Direction::Answer, None) if tag.is_some() => {
                self.report(Severity::Error, "string", found)
            }
            _ => self.report(Severity::Info, union.name, found),
        }
        self.path.pop();
        let raw_type = match self.direction {
            Direction::Answer => None,
            // What an answer had as `Unknown` goes back under its own tag, if it came with one.
            Direction::Request if raw == Some("Unknown") => match self.tape.member(at, "rawType") {
                None => return,
                own => own,
            },
            Direction::Request => return,
        };
        if let Some(shared) = union.unknown {
            self.members(at, shared, Some(Unknown { tag, raw_type }), None);
        }
    }

    fn object(&mut self, at: usize, object: &'static Object) {
        if self.expect(at, Kind::Object) {
            self.members(at, object, None, None);
        }
    }

    /// The members of an object. At the second look at one that names a field twice, `last` has the
    /// value that counts of each field.
    fn members(
        &mut self,
        at: usize,
        object: &'static Object,
        unknown: Option<Unknown>,
        last: Option<&LastValues>,
    ) {
        let (splices, findings) = (self.splices.mark(), self.findings.mark());
        let (mut seen, mut expected_next) = (0_u64, 0);
        let mut members = Members {
            kept_end: None,
            cut_from: None,
        };
        let mut key = at + 1;
        while !self.tape.closes(key) {
            let (value, raw) = (key + 1, self.tape.raw_string(key));
            let next = self.tape.next(value);
            let known = position(object.fields, raw, expected_next);
            if let Some(index) = known {
                let field = &object.fields[index];
                if seen & (1 << index) != 0 && last.is_none() {
                    // As in `JSON.parse` the last of one name counts, so the first was checked in vain.
                    self.splices.back_to(splices);
                    self.findings.back_to(findings);
                    let last = self.last_values(at, object.fields);
                    return self.members(at, object, unknown, Some(&last));
                }
                let overruled = last.is_some_and(|last| last[index] != value);
                if overruled || self.is_left_out(value, field) {
                    members.cut(self.tape.start(key));
                } else {
                    members.keep(self, key, value);
                    self.path.push(Step::Field(field.name));
                    self.check(value, field.shape);
                    self.path.pop();
                }
                seen |= 1 << index;
                expected_next = index + 1;
            } else {
                if unknown.is_some_and(|unknown| unknown.raw_type == Some(value)) {
                    members.cut(self.tape.start(key));
                    key = next;
                    continue;
                }
                members.keep(self, key, value);
                if let Some(unknown) = unknown {
                    if unknown.tag == Some(value) {
                        let tag = unknown
                            .raw_type
                            .map_or("\"Unknown\"", |raw| self.tape.lexeme(raw));
                        self.splices
                            .replace(self.tape.start(value)..self.tape.end(value), tag.to_owned());
                    }
                } else if !(object.tag.is_some() && lexeme::equals(raw, "_type")) {
                    self.report_member(key, Severity::Info, "no such field");
                }
            }
            key = next;
        }
        let close = self.tape.start(key);
        if let Some(from) = members.cut_from {
            self.splices.cut(members.kept_end.unwrap_or(from)..close);
        }
        self.missing(object, seen, unknown, close, members.kept_end.is_some());
    }

    /// Of each field of an object the value that counts, found in one pass however often it is named.
    fn last_values(&self, at: usize, fields: &[Field]) -> LastValues {
        let (mut last, mut key) = ([0; 64], at + 1);
        while !self.tape.closes(key) {
            if let Some(index) = position(fields, self.tape.raw_string(key), 0) {
                last[index] = key + 1;
            }
            key = self.tape.next(key + 1);
        }
        last
    }

    /// Whether a member says nothing: `null` of an optional field.
    fn is_left_out(&self, value: usize, field: &Field) -> bool {
        self.tape.kind(value) == Kind::Null
            && match field.shape {
                Shape::Optional(_) => true,
                Shape::List(_) => self.never_sent == Some(field.name),
                _ => false,
            }
    }

    /// What the object lacks: lists are written in, other fields reported.
    fn missing(
        &mut self,
        object: &'static Object,
        seen: u64,
        unknown: Option<Unknown>,
        close: usize,
        any: bool,
    ) {
        let mut text = String::new();
        let mut add = |name: &str, value: &str| {
            if any || !text.is_empty() {
                text.push(',');
            }
            text.push_str(&lexeme::quote(name));
            text.push(':');
            text.push_str(value);
        };
        let mut absent = Vec::new();
        for (index, field) in object.fields.iter().enumerate() {
            if seen & (1 << index) == 0 {
                match field.shape {
                    Shape::Optional(_) => {}
                    Shape::List(_) if self.direction == Direction::Answer => {
                        if self.never_sent != Some(field.name) {
                            add(field.name, "[]");
                        }
                    }
                    shape => absent.push((field.name, shape)),
                }
            }
        }
        match unknown {
            Some(Unknown {
                raw_type: None,
                tag: Some(tag),
            }) => add("rawType", self.tape.lexeme(tag)),
            Some(Unknown {
                raw_type: None,
                tag: None,
            }) => add("_type", "\"Unknown\""),
            _ => {}
        }
        if !text.is_empty() {
            self.splices.insert(close, text);
        }
        for (name, shape) in absent {
            self.path.push(Step::Field(name));
            self.report(Severity::Error, shape.described(), "nothing");
            self.path.pop();
        }
    }

    /// Whether a value is of the JSON kind that a shape has.
    fn fits(&self, at: usize, shape: &Shape) -> bool {
        let kind = self.tape.kind(at);
        match shape {
            Shape::Text | Shape::Uuid | Shape::Timestamp | Shape::OpenEnum(_) => {
                kind == Kind::String
            }
            Shape::Bool => kind == Kind::Bool,
            Shape::Number | Shape::Int32 | Shape::Int64 => kind == Kind::Number,
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

/// An object of a kind that its union does not know.
#[derive(Clone, Copy)]
struct Unknown {
    /// Where its `_type` stands.
    tag: Option<usize>,
    /// In a request: where the tag stands that it came with.
    raw_type: Option<usize>,
}

impl Members {
    /// A member goes; the run it belongs to is cut when a member stays, or the object ends.
    fn cut(&mut self, start: usize) {
        self.cut_from.get_or_insert(start);
    }

    fn keep(&mut self, checker: &mut Checker<'_>, key: usize, value: usize) {
        if let Some(from) = self.cut_from.take() {
            checker.splices.cut(from..checker.tape.start(key));
        }
        self.kept_end = Some(checker.tape.end(value));
    }
}

/// Which field a key names. Keys mostly come in the order of the table.
fn position(fields: &[Field], raw: &str, expected: usize) -> Option<usize> {
    if fields.get(expected).is_some_and(|field| field.name == raw) {
        return Some(expected);
    }
    fields
        .iter()
        .position(|field| lexeme::equals(raw, field.name))
}

/// A word of Dixa's vocabulary for a finding. What does not look like one might be a customer's text.
fn vocabulary(raw: &str) -> Cow<'static, str> {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    if !raw.is_empty() && raw.len() <= 64 && raw.bytes().all(is_word) {
        raw.to_owned().into()
    } else {
        "(a string that is no name)".into()
    }
}
