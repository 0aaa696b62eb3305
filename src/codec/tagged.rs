//! A body that is one object and has no envelope around it, such as the event of a webhook: a field says
//! which kind it is. (Unions inside of models are told apart by `_type`: `check.rs`.)

use super::answer::{DecodeFailure, Validation, body_text, tape};
use super::check::{Checker, Direction};
use super::finding::Findings;
use super::lexeme;
use super::splice::Text;
use super::token::Kind;
use crate::models::shape::Shape;

/// What the kinds are and how they are told apart.
#[derive(Clone, Copy, Debug)]
pub struct Kinds {
    /// Name of the field that says which.
    pub tag: &'static str,
    /// The tables of the kinds: objects with a tag, which have that field too.
    pub known: &'static [&'static Shape],
    /// The table of what all kinds share.
    pub unknown: &'static Shape,
}

/// A body, read.
#[derive(Debug)]
pub struct Tagged {
    /// Length of the byte order mark that was dropped: 0 or 3.
    pub bom: usize,
    /// The text of the object, as part of the text behind the byte order mark.
    pub text: Text,
    /// What the check found.
    pub findings: Findings,
}

/// Reads a body. An object of no known kind stays whole: its tag becomes `Unknown`, and what it was is its
/// `rawType`.
pub fn tagged(body: &[u8], kinds: &Kinds, validation: Validation) -> Result<Tagged, DecodeFailure> {
    let (bom, text) = body_text(body)?;
    let tape = tape(text)?;
    if tape.kind(0) != Kind::Object {
        return Err(DecodeFailure::NoData);
    }
    let range = tape.start(0)..tape.end(0);
    if validation == Validation::Off {
        return Ok(Tagged {
            bom,
            text: Text::AsIs(range),
            findings: Findings::default(),
        });
    }
    let tag = tape.member(0, kinds.tag);
    let raw = tag
        .filter(|tag| tape.kind(*tag) == Kind::String)
        .map(|tag| tape.raw_bytes(tag));
    let known = kinds.known.iter().find(|shape| match shape {
        Shape::Object(kind) => {
            matches!((raw, kind.tag), (Some(raw), Some(tag)) if lexeme::equals(raw, tag))
        }
        _ => false,
    });
    let mut checker = Checker::new(&tape, Direction::Answer, "$", None);
    checker.check(0, known.unwrap_or(&kinds.unknown));
    let mut mended = checker.splices.apply(text, range);
    if known.is_none() {
        let raw = tag.map(|tag| tape.lexeme(tag));
        mended = Text::Mended(unknown(mended.of(text), kinds.tag, raw));
    }
    Ok(Tagged {
        bom,
        text: mended,
        findings: checker.findings,
    })
}

/// An object with two more members at its end. Of one name the last counts, so that they hold whatever is before.
fn unknown(object: &str, tag: &str, raw: Option<&str>) -> String {
    let inside = object.strip_suffix('}').unwrap_or(object).trim_ascii_end();
    let mut out = String::from(inside);
    if !inside.ends_with('{') {
        out.push(',');
    }
    out.push_str(&lexeme::quote(tag));
    out.push_str(":\"Unknown\"");
    if let Some(raw) = raw {
        out.push_str(",\"rawType\":");
        out.push_str(raw);
    }
    out.push('}');
    out
}
