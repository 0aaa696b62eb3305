//! The body or query of a request: checked before anything is sent, and written as Dixa reads it.

use super::check::{Checker, Direction};
use super::finding::{Findings, Severity};
use super::lexeme;
use super::splice::Text;
use super::token::{Kind, Tape};
use crate::models::shape::Shape;

/// A request's body or query, checked.
#[derive(Debug)]
pub struct Encoded {
    /// The text to send.
    pub text: Text,
    /// What the check found; with an issue nothing may be sent.
    pub findings: Findings,
}

/// Checks what `JSON.stringify` made of a caller's value. Names in `reserved` are no fields: who
/// wrote one there meant another argument. `None` when the text is not JSON at all.
pub fn encode(
    text: &str,
    shape: &'static Shape,
    root: &'static str,
    reserved: &[&str],
) -> Option<Encoded> {
    let tape = Tape::new(text).ok()?;
    let mut checker = Checker::new(&tape, Direction::Request, root, None);
    if tape.kind(0) == Kind::Object {
        let mut key = 1;
        while !tape.closes(key) {
            if reserved
                .iter()
                .any(|name| lexeme::equals(tape.raw_bytes(key), name))
            {
                checker.report_member(
                    key,
                    Severity::Error,
                    "no such field (it belongs to a later argument)",
                );
            }
            key = tape.next(key + 1);
        }
    }
    if checker.findings.issue_count == 0 {
        checker.check(0, shape);
    }
    Some(Encoded {
        text: checker.splices.apply(text, tape.start(0)..tape.end(0)),
        findings: checker.findings,
    })
}

/// The members of an object as query parameters, in their order. A value that is no string, number or
/// boolean is not a parameter: its name comes back as the error.
pub fn query_pairs(text: &str) -> Result<Vec<(String, String)>, String> {
    let Ok(tape) = Tape::new(text) else {
        return Ok(Vec::new());
    };
    let mut pairs = Vec::new();
    if tape.kind(0) != Kind::Object {
        return Ok(pairs);
    }
    let mut key = 1;
    while !tape.closes(key) {
        let name = lexeme::unescape(tape.raw_string(key)).into_owned();
        match tape.kind(key + 1) {
            Kind::Null => {}
            Kind::String => pairs.push((
                name,
                lexeme::unescape(tape.raw_string(key + 1)).into_owned(),
            )),
            Kind::Bool | Kind::Number => pairs.push((name, tape.lexeme(key + 1).to_owned())),
            Kind::Array | Kind::Object => return Err(name),
        }
        key = tape.next(key + 1);
    }
    Ok(pairs)
}

/// The text of a top-level member, when it is a string; the last of several.
pub fn string_member(text: &str, name: &str) -> Option<String> {
    let tape = Tape::new(text).ok()?;
    let value = Some(0)
        .filter(|_| tape.kind(0) == Kind::Object)
        .and_then(|root| tape.member(root, name))?;
    (tape.kind(value) == Kind::String)
        .then(|| lexeme::unescape(tape.raw_string(value)).into_owned())
}

/// The text of a top-level member, whatever it is; the last of several.
pub fn member_text<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let tape = Tape::new(text).ok()?;
    let value = Some(0)
        .filter(|_| tape.kind(0) == Kind::Object)
        .and_then(|root| tape.member(root, name))?;
    text.get(tape.start(value)..tape.end(value))
}

/// The first object of an array whose member is this string.
pub fn element_with<'a>(text: &'a str, name: &str, value: &str) -> Option<&'a str> {
    let tape = Tape::new(text).ok()?;
    if tape.kind(0) != Kind::Array {
        return None;
    }
    let mut element = 1;
    while !tape.closes(element) {
        if tape.kind(element) == Kind::Object
            && let Some(member) = tape.member(element, name)
            && tape.kind(member) == Kind::String
            && lexeme::unescape(tape.raw_string(member)) == value
        {
            return text.get(tape.start(element)..tape.end(element));
        }
        element = tape.next(element);
    }
    None
}

/// Whether a top-level member is `true`.
pub fn is_true(text: &str, name: &str) -> bool {
    let Ok(tape) = Tape::new(text) else {
        return false;
    };
    tape.kind(0) == Kind::Object
        && tape
            .member(0, name)
            .is_some_and(|value| tape.lexeme(value) == "true")
}

/// An object's text with one more member, whose value is a string.
pub fn with_string_member(text: &str, name: &str, value: &str) -> String {
    let inside = text
        .trim_ascii()
        .strip_prefix('{')
        .unwrap_or_default()
        .trim_ascii_start();
    let comma = if inside.starts_with('}') { "" } else { "," };
    [
        "{",
        &lexeme::quote(name),
        ":",
        &lexeme::quote(value),
        comma,
        inside,
    ]
    .concat()
}
