//! The checks of single values, and what is mended in them.

use super::check::{Checker, Direction, Path, vocabulary};
use super::finding::Severity;
use super::lexeme::{self, Integer};
use super::token::Kind;
use crate::models::shape::OpenEnum;

impl Checker<'_> {
    #[inline(never)]
    pub(super) fn open_enum(&mut self, at: usize, open: &'static OpenEnum, path: Path<'_>) {
        if !self.expect(at, Kind::String, path) {
            return;
        }
        let raw = self.tape.raw_bytes(at);
        if !open.values.iter().any(|value| lexeme::equals(raw, value)) {
            let got = vocabulary(self.tape.raw_string(at));
            self.report(Severity::Info, open.name.into(), got, path);
        }
    }

    pub(super) fn uuid(&mut self, at: usize, path: Path<'_>) {
        if self.expect(at, Kind::String, path)
            && self.direction == Direction::Request
            && !lexeme::is_uuid(&lexeme::unescape(self.tape.raw_string(at)))
        {
            self.error("UUID", "another string", path);
        }
    }

    #[inline(never)]
    pub(super) fn timestamp(&mut self, at: usize, path: Path<'_>) {
        if !self.tape.is(at, Kind::String) {
            return self.issue("timestamp", at, path);
        }
        let raw = self.tape.raw_bytes(at);
        let end = self.tape.end(at) - 1;
        if let Some(length) = lexeme::timestamp(raw) {
            if self.direction == Direction::Request && !lexeme::is_rfc3339(raw, length) {
                return self.error("timestamp of RFC 3339", "another one", path);
            }
            if length < raw.len() {
                self.splices.cut(self.tape.start(at) + 1 + length..end);
            }
            return;
        }
        // An escape is nothing that the grammar of timestamps has.
        let text = lexeme::read(raw);
        match lexeme::timestamp(text.as_bytes()) {
            None => self.error("timestamp", "another string", path),
            Some(length) if length == text.len() => {}
            Some(length) => {
                let clean = lexeme::quote(text.get(..length).unwrap_or_default());
                self.splices.replace(self.tape.start(at)..end + 1, clean);
            }
        }
    }

    #[inline(never)]
    pub(super) fn int32(&mut self, at: usize, most: i32, path: Path<'_>) {
        if !self.tape.is(at, Kind::Number) {
            return self.issue("integer", at, path);
        }
        match lexeme::integer(self.tape.lexeme(at)) {
            Integer::Int64(value) if i32::try_from(value).is_ok() => {
                if value > i64::from(most) {
                    let expected = [&lexeme::decimal(i64::from(most)), " at most"].concat();
                    self.report(
                        Severity::Info,
                        expected.into(),
                        lexeme::decimal(value).into(),
                        path,
                    );
                }
            }
            Integer::Int64(_) | Integer::Beyond => {
                self.error("integer of 32 bits", "a larger one", path);
            }
            Integer::Not => self.error("integer", "a fraction", path),
        }
    }

    #[inline(never)]
    pub(super) fn int64(&mut self, at: usize, path: Path<'_>) {
        let range = self.tape.start(at)..self.tape.end(at);
        match (self.tape.kind(at), self.direction) {
            (Kind::Number, direction) => match lexeme::integer(self.tape.lexeme(at)) {
                Integer::Int64(value) if lexeme::is_safe(value) => {}
                Integer::Int64(_) if direction == Direction::Request => self.error(
                    "integer that a number holds exactly (give a larger one as a bigint or a string)",
                    "a larger one",
                    path,
                ),
                Integer::Int64(value) => self.splices.replace(range, lexeme::quote(&lexeme::decimal(value))),
                Integer::Beyond => {
                    self.error("integer of 64 bits", "a larger one", path);
                    if direction == Direction::Answer {
                        self.splices.replace(range, lexeme::quote(self.tape.lexeme(at)));
                    }
                }
                Integer::Not => self.error("integer", "a fraction", path),
            },
            (Kind::String, direction) => match lexeme::digits(&lexeme::unescape(self.tape.raw_string(at))) {
                Some(value) if direction == Direction::Request || lexeme::is_safe(value) => {
                    self.splices.replace(range, lexeme::decimal(value));
                }
                Some(_) => {}
                None => self.error("integer", "string", path),
            },
            _ => self.issue("integer", at, path),
        }
    }
}
