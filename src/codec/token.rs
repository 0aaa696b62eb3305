//! A JSON text and its tokens, in which a whole value is skipped in one step. Not here: how they are
//! read (`grammar.rs`), what a value means (`check.rs`).

use super::grammar;

/// How many arrays and objects may stand inside each other.
pub const MAX_DEPTH: usize = 128;

/// Why a text is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Malformed {
    /// The grammar is broken.
    Grammar,
    /// The text ends too early.
    Truncated,
    /// More than [`MAX_DEPTH`] levels.
    TooDeep,
}

/// A value, a key, or the end of an array or object. What it is, its first byte says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Offset of its first byte.
    pub(super) start: u32,
    /// Of an array or object: the token of its closing bracket. Of anything else: the offset behind
    /// its last byte.
    pub(super) end: u32,
}

impl Token {
    #[inline(always)]
    #[expect(
        clippy::cast_possible_truncation,
        reason = "texts are under 4 GiB, and a token takes a byte at least"
    )]
    pub(super) const fn new(start: usize, end: usize) -> Self {
        Self {
            start: start as u32,
            end: end as u32,
        }
    }
}

/// A JSON text and its tokens: for an object the opening brace, keys and values by turns, the
/// closing brace.
#[derive(Debug)]
pub(super) struct Tape<'a> {
    pub(super) text: &'a str,
    tokens: Vec<Token>,
}

/// The JSON kind of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Null,
    Bool,
    Number,
    String,
    Array,
    Object,
}

impl Kind {
    /// As a finding says it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool => "boolean",
            Self::Number => "number",
            Self::String => "string",
            Self::Array => "array",
            Self::Object => "object",
        }
    }
}

impl<'a> Tape<'a> {
    /// Reads a text of less than 4 GiB.
    pub(super) fn new(text: &'a str) -> Result<Self, Malformed> {
        Ok(Self {
            text,
            tokens: grammar::tokens(text.as_bytes())?,
        })
    }

    #[inline(always)]
    fn token(&self, at: usize) -> Token {
        // Of a vector the same would be a call.
        self.tokens.as_slice()[at]
    }

    /// The first byte of a value, a key or a closing bracket.
    #[inline(always)]
    fn first_byte(&self, at: usize) -> u8 {
        self.text.as_bytes()[self.token(at).start as usize]
    }

    #[inline(always)]
    pub(super) fn is(&self, at: usize, kind: Kind) -> bool {
        let byte = self.first_byte(at);
        match kind {
            Kind::Object => byte == b'{',
            Kind::Array => byte == b'[',
            Kind::String => byte == b'"',
            Kind::Null => byte == b'n',
            Kind::Bool => matches!(byte, b't' | b'f'),
            Kind::Number => matches!(byte, b'-' | b'0'..=b'9'),
        }
    }

    pub(super) fn kind(&self, at: usize) -> Kind {
        match self.first_byte(at) {
            b'{' => Kind::Object,
            b'[' => Kind::Array,
            b'"' => Kind::String,
            b'n' => Kind::Null,
            b't' | b'f' => Kind::Bool,
            _ => Kind::Number,
        }
    }

    /// Whether the token closes an array or object.
    #[inline(always)]
    pub(super) fn closes(&self, at: usize) -> bool {
        matches!(self.first_byte(at), b'}' | b']')
    }

    #[inline(always)]
    fn is_container(&self, at: usize) -> bool {
        matches!(self.first_byte(at), b'{' | b'[')
    }

    #[inline(always)]
    pub(super) fn start(&self, at: usize) -> usize {
        self.token(at).start as usize
    }

    /// Offset behind the last byte of the whole value.
    #[inline(always)]
    pub(super) fn end(&self, at: usize) -> usize {
        let end = self.token(at).end as usize;
        if self.is_container(at) {
            self.token(end).start as usize + 1
        } else {
            end
        }
    }

    /// The token behind the whole value.
    #[inline(always)]
    pub(super) fn next(&self, at: usize) -> usize {
        if self.is_container(at) {
            self.token(at).end as usize + 1
        } else {
            at + 1
        }
    }

    /// The value as written.
    pub(super) fn lexeme(&self, at: usize) -> &'a str {
        self.text
            .get(self.start(at)..self.end(at))
            .unwrap_or_default()
    }

    /// A string as written, without its quotes.
    pub(super) fn raw_string(&self, at: usize) -> &'a str {
        let Token { start, end } = self.token(at);
        self.text
            .get(start as usize + 1..end as usize - 1)
            .unwrap_or_default()
    }

    /// The same, as bytes: a name is found by comparing it with many.
    #[inline(always)]
    pub(super) fn raw_bytes(&self, at: usize) -> &'a [u8] {
        let Token { start, end } = self.token(at);
        &self.text.as_bytes()[start as usize + 1..end as usize - 1]
    }

    /// The value of an object's member; of several of one name the last, as in `JSON.parse`.
    pub(super) fn member(&self, object: usize, name: &str) -> Option<usize> {
        let (mut at, mut found) = (object + 1, None);
        while !self.closes(at) {
            if super::lexeme::equals(self.raw_bytes(at), name) {
                found = Some(at + 1);
            }
            at = self.next(at + 1);
        }
        found
    }
}
