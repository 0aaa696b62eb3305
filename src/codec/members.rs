//! The checks of objects: which kind of a union, which members stay, which are missing.

use super::check::{Checker, Direction, Path, Place, Step, vocabulary};
use super::finding::Severity;
use super::lexeme;
use super::token::Kind;
use crate::models::shape::{Field, Object, Shape, Union};

/// Of each field of an object the value that counts. As many fields as `seen` has bits.
type LastValues = [usize; 64];

/// The members of an object that stay, and the run of those that go.
struct Members {
    kept: Option<usize>,
    cut_from: Option<usize>,
}

impl Checker<'_> {
    #[inline(never)]
    pub(super) fn union(&mut self, at: usize, union: &'static Union, path: Path<'_>) {
        if !self.expect(at, Kind::Object, path) {
            return;
        }
        let tag = self.tape.member(at, "_type");
        let raw = tag.filter(|tag| self.tape.is(*tag, Kind::String));
        let raw = raw.map(|tag| self.tape.raw_bytes(tag));
        let known = union.kinds.iter().find(
            |kind| matches!((raw, kind.tag), (Some(raw), Some(tag)) if lexeme::equals(raw, tag)),
        );
        match known {
            Some(kind) => self.members(at, kind, As::Known, None, path),
            None => self.unknown(at, union, tag, path),
        }
    }

    /// An object of a kind that its union does not know.
    #[inline(never)]
    fn unknown(&mut self, at: usize, union: &'static Union, tag: Option<usize>, before: Path<'_>) {
        let raw = tag.filter(|tag| self.tape.is(*tag, Kind::String));
        let raw = raw.map(|tag| self.tape.raw_string(tag));
        let found = match (tag, raw) {
            (_, Some(raw)) => vocabulary(raw),
            (Some(tag), None) => self.tape.kind(tag).name().into(),
            (None, None) => "nothing".into(),
        };
        let (severity, expected) = match (self.direction, raw) {
            (Direction::Request, None) => (Severity::Error, union.name),
            (Direction::Request, Some(raw))
                if union
                    .neighbours
                    .iter()
                    .any(|tag| lexeme::equals(raw.as_bytes(), tag)) =>
            {
                (Severity::Error, union.name)
            }
            (Direction::Answer, None) if tag.is_some() => (Severity::Error, "string"),
            _ => (Severity::Info, union.name),
        };
        let place = Place::Field("_type");
        let path = Some(&Step { before, place });
        self.report(severity, expected.into(), found, path);
        let raw_type = match self.direction {
            Direction::Answer => None,
            // What an answer had as `Unknown` goes back under its own tag, if it came with one.
            Direction::Request if raw == Some("Unknown") => match self.tape.member(at, "rawType") {
                None => return,
                own => own,
            },
            Direction::Request => return,
        };
        if tag.is_none() && self.is_inferred(at, union, before) {
            return;
        }
        if let Some(shared) = union.unknown {
            let unknown = As::Unknown(Unknown { tag, raw_type });
            self.members(at, shared, unknown, None, before);
        }
    }

    /// Whether nothing in an object without a tag speaks against the kind that is due in the object around it.
    #[inline(never)]
    fn is_inferred(&mut self, at: usize, union: &'static Union, path: Path<'_>) -> bool {
        let tape = self.tape;
        if union.hosts.is_empty() {
            return false;
        }
        let host = (0..at)
            .rev()
            .find(|host| tape.is(*host, Kind::Object) && tape.next(*host) > at)
            .and_then(|host| tape.member(host, "_type"))
            .filter(|tag| tape.is(*tag, Kind::String));
        let Some(host) = host.map(|tag| tape.raw_bytes(tag)) else {
            return false;
        };
        let mut hosts = union.hosts.iter();
        let Some((_, kind)) = hosts.find(|(name, _)| lexeme::equals(host, name)) else {
            return false;
        };
        let (splices, findings) = (self.splices.mark(), self.findings.mark());
        let issues = self.findings.issue_count;
        self.members(at, kind, As::Inferred, None, path);
        let fits = self.findings.issue_count == issues;
        if !fits {
            self.splices.back_to(splices);
            self.findings.back_to(findings);
        }
        fits
    }

    pub(super) fn object(&mut self, at: usize, object: &'static Object, path: Path<'_>) {
        if self.expect(at, Kind::Object, path) {
            self.members(at, object, As::Known, None, path);
        }
    }

    /// The members of an object. At the second look at one that names a field twice, `last` has the
    /// value that counts of each field.
    fn members(
        &mut self,
        at: usize,
        object: &'static Object,
        read: As,
        last: Option<&LastValues>,
        before: Path<'_>,
    ) {
        let tape = self.tape;
        let unknown = match read {
            As::Unknown(unknown) => Some(unknown),
            As::Known | As::Inferred => None,
        };
        let (splices, findings) = (self.splices.mark(), self.findings.mark());
        let (mut seen, mut expected_next) = (0_u64, 0);
        let mut members = Members {
            kept: None,
            cut_from: None,
        };
        let mut key = at + 1;
        while !tape.closes(key) {
            let (value, raw) = (key + 1, tape.raw_bytes(key));
            let next = tape.next(value);
            // Keys mostly come in the order of the table, some left out.
            let known = match object.fields.get(expected_next) {
                Some(field) if lexeme::same(raw, field.name) => Some((expected_next, field)),
                _ if object.tag.is_some() && lexeme::equals(raw, "_type") => None,
                _ => search(object.fields, raw, expected_next),
            };
            if let Some((index, field)) = known {
                if seen & (1 << index) != 0 && last.is_none() {
                    // As in `JSON.parse` the last of one name counts, so the first was checked in vain.
                    self.splices.back_to(splices);
                    self.findings.back_to(findings);
                    let last = self.last_values(at, object.fields);
                    return self.members(at, object, read, Some(&last), before);
                }
                let overruled = last.is_some_and(|last| last[index] != value);
                if overruled || self.is_left_out(value, field) {
                    members.cut(tape.start(key));
                } else {
                    members.keep(self, key, value);
                    let place = Place::Field(field.name);
                    self.value(value, field.shape, Some(&Step { before, place }));
                }
                seen |= 1 << index;
                expected_next = index + 1;
            } else if unknown.is_some_and(|unknown| unknown.raw_type == Some(value)) {
                members.cut(tape.start(key));
            } else {
                members.keep(self, key, value);
                if let Some(unknown) = unknown {
                    if unknown.tag == Some(value) {
                        let tag = unknown
                            .raw_type
                            .map_or("\"Unknown\"", |raw| tape.lexeme(raw));
                        self.splices
                            .replace(tape.start(value)..tape.end(value), tag.to_owned());
                    }
                } else if !(object.tag.is_some() && lexeme::equals(raw, "_type")) {
                    self.at_member(key, Severity::Info, "no such field", before);
                }
            }
            key = next;
        }
        let close = tape.start(key);
        if let Some(from) = members.cut_from {
            self.splices
                .cut(members.kept.map_or(from, |value| tape.end(value))..close);
        }
        self.missing(object, seen, read, close, members.kept.is_some(), before);
    }

    /// Of each field of an object the value that counts, found in one pass however often it is named.
    #[inline(never)]
    fn last_values(&self, at: usize, fields: &'static [Field]) -> LastValues {
        let (mut last, mut key) = ([0; 64], at + 1);
        while !self.tape.closes(key) {
            if let Some((index, _)) = search(fields, self.tape.raw_bytes(key), 0) {
                last[index] = key + 1;
            }
            key = self.tape.next(key + 1);
        }
        last
    }

    /// Whether a member says nothing: `null` of an optional field.
    fn is_left_out(&self, value: usize, field: &Field) -> bool {
        self.tape.is(value, Kind::Null)
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
        read: As,
        close: usize,
        any: bool,
        before: Path<'_>,
    ) {
        let mut text = String::new();
        for (index, field) in object.fields.iter().enumerate() {
            if seen & (1 << index) != 0 {
                continue;
            }
            match field.shape {
                Shape::Optional(_) => {}
                Shape::List(_) if self.direction == Direction::Answer => {
                    if self.never_sent != Some(field.name) {
                        add(&mut text, field.name, "[]");
                    }
                }
                shape => {
                    let place = Place::Field(field.name);
                    self.error(shape.described(), "nothing", Some(&Step { before, place }));
                }
            }
        }
        match read {
            As::Known
            | As::Unknown(Unknown {
                raw_type: Some(_), ..
            }) => {}
            As::Inferred => {
                let tag = lexeme::quote(object.tag.unwrap_or_default());
                add(&mut text, "_type", &tag);
            }
            As::Unknown(Unknown { tag: Some(tag), .. }) => {
                add(&mut text, "rawType", self.tape.lexeme(tag));
            }
            As::Unknown(_) => add(&mut text, "_type", "\"Unknown\""),
        }
        if !text.is_empty() {
            if !any {
                text.remove(0);
            }
            self.splices.insert(close, text);
        }
    }
}

/// How an object came to its table.
#[derive(Clone, Copy)]
enum As {
    /// It says so itself, or nothing else is possible.
    Known,
    /// It does not say so, but is where such a one is due.
    Inferred,
    /// Its union does not know its kind.
    Unknown(Unknown),
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

    #[inline(always)]
    fn keep(&mut self, checker: &mut Checker<'_>, key: usize, value: usize) {
        if let Some(from) = self.cut_from.take() {
            checker.splices.cut(from..checker.tape.start(key));
        }
        self.kept = Some(value);
    }
}

/// Writes a member behind others.
fn add(text: &mut String, name: &str, value: &str) {
    for part in [",\"", name, "\":", value] {
        text.push_str(part);
    }
}

/// Which field a key names, when it is not the one that was expected.
#[inline(never)]
fn search(
    fields: &'static [Field],
    raw: &[u8],
    expected: usize,
) -> Option<(usize, &'static Field)> {
    let (before, behind) = fields.split_at_checked(expected)?;
    for (index, field) in behind.iter().enumerate() {
        if lexeme::same(raw, field.name) {
            return Some((expected + index, field));
        }
    }
    let is_escaped = lexeme::is_escaped(raw);
    let fields = if is_escaped { fields } else { before };
    let mut fields = fields.iter().enumerate();
    fields.find(|(_, field)| lexeme::says(raw, field.name))
}
