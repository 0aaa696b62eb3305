//! One pass over a JSON text: its grammar, exactly as `JSON.parse` has it but for the depth, and a
//! tape of tokens in which a whole value is skipped in one step. Not here: what a value means.

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
        let mut reader = Reader {
            text: text.as_bytes(),
            at: 0,
            tokens: Vec::with_capacity(text.len() / 12 + 8),
        };
        reader.document()?;
        Ok(Self {
            text,
            tokens: reader.tokens,
        })
    }

    pub(super) fn kind(&self, at: usize) -> Kind {
        match self.text.as_bytes()[self.tokens[at].start as usize] {
            b'{' => Kind::Object,
            b'[' => Kind::Array,
            b'"' => Kind::String,
            b'n' => Kind::Null,
            b't' | b'f' => Kind::Bool,
            _ => Kind::Number,
        }
    }

    /// Whether the token closes an array or object.
    pub(super) fn closes(&self, at: usize) -> bool {
        matches!(
            self.text.as_bytes()[self.tokens[at].start as usize],
            b'}' | b']'
        )
    }

    fn is_container(&self, at: usize) -> bool {
        matches!(
            self.text.as_bytes()[self.tokens[at].start as usize],
            b'{' | b'['
        )
    }

    pub(super) fn start(&self, at: usize) -> usize {
        self.tokens[at].start as usize
    }

    /// Offset behind the last byte of the whole value.
    pub(super) fn end(&self, at: usize) -> usize {
        let token = self.tokens[at];
        if self.is_container(at) {
            self.tokens[token.end as usize].start as usize + 1
        } else {
            token.end as usize
        }
    }

    /// The token behind the whole value.
    pub(super) fn next(&self, at: usize) -> usize {
        if self.is_container(at) {
            self.tokens[at].end as usize + 1
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
        self.text
            .get(self.start(at) + 1..self.end(at) - 1)
            .unwrap_or_default()
    }

    /// The value of an object's member; of several of one name the last, as in `JSON.parse`.
    pub(super) fn member(&self, object: usize, name: &str) -> Option<usize> {
        let (mut at, mut found) = (object + 1, None);
        while !self.closes(at) {
            if super::lexeme::equals(self.raw_string(at), name) {
                found = Some(at + 1);
            }
            at = self.next(at + 1);
        }
        found
    }
}

struct Reader<'a> {
    text: &'a [u8],
    at: usize,
    tokens: Vec<Token>,
}

impl Reader<'_> {
    fn document(&mut self) -> Result<(), Malformed> {
        let (mut open, mut depth) = ([0_u32; MAX_DEPTH], 0);
        'value: loop {
            self.skip_space();
            match self.peek()? {
                bracket @ (b'{' | b'[') => {
                    if depth == MAX_DEPTH {
                        return Err(Malformed::TooDeep);
                    }
                    open[depth] = self.index();
                    depth += 1;
                    self.push(self.at, 0);
                    self.at += 1;
                    self.skip_space();
                    let byte = self.peek()?;
                    if byte != bracket + 2 {
                        if bracket == b'{' {
                            self.key(byte)?;
                        }
                        continue 'value;
                    }
                }
                b'"' => self.string()?,
                b't' => self.word(b"true")?,
                b'f' => self.word(b"false")?,
                b'n' => self.word(b"null")?,
                b'-' | b'0'..=b'9' => self.number()?,
                _ => return Err(self.broken()),
            }
            loop {
                self.skip_space();
                if depth == 0 {
                    return if self.at == self.text.len() {
                        Ok(())
                    } else {
                        Err(self.broken())
                    };
                }
                let container = open[depth - 1] as usize;
                let bracket = self.text[self.tokens[container].start as usize];
                match self.peek()? {
                    b',' => {
                        self.at += 1;
                        if bracket == b'{' {
                            self.skip_space();
                            let byte = self.peek()?;
                            self.key(byte)?;
                        }
                        continue 'value;
                    }
                    byte if byte == bracket + 2 => {
                        self.tokens[container].end = self.index();
                        self.push(self.at, self.at + 1);
                        self.at += 1;
                        depth -= 1;
                    }
                    _ => return Err(self.broken()),
                }
            }
        }
    }

    fn peek(&self) -> Result<u8, Malformed> {
        self.text.get(self.at).copied().ok_or(Malformed::Truncated)
    }

    fn broken(&self) -> Malformed {
        if self.at >= self.text.len() {
            Malformed::Truncated
        } else {
            Malformed::Grammar
        }
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.text.get(self.at) {
            self.at += 1;
        }
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "a token takes two bytes at least, and texts are under 4 GiB"
    )]
    fn index(&self) -> u32 {
        self.tokens.len() as u32
    }

    #[expect(clippy::cast_possible_truncation, reason = "texts are under 4 GiB")]
    fn push(&mut self, start: usize, end: usize) {
        self.tokens.push(Token {
            start: start as u32,
            end: end as u32,
        });
    }

    fn key(&mut self, byte: u8) -> Result<(), Malformed> {
        if byte != b'"' {
            return Err(self.broken());
        }
        self.string()?;
        self.skip_space();
        if self.peek()? != b':' {
            return Err(self.broken());
        }
        self.at += 1;
        Ok(())
    }

    fn string(&mut self) -> Result<(), Malformed> {
        let start = self.at;
        self.at += 1;
        loop {
            match self.peek()? {
                b'"' => break,
                b'\\' => {
                    self.at += 1;
                    match self.peek()? {
                        b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => {}
                        b'u' => {
                            for _ in 0..4 {
                                self.at += 1;
                                if !self.peek()?.is_ascii_hexdigit() {
                                    return Err(self.broken());
                                }
                            }
                        }
                        _ => return Err(self.broken()),
                    }
                }
                0..=0x1f => return Err(self.broken()),
                _ => {}
            }
            self.at += 1;
        }
        self.at += 1;
        self.push(start, self.at);
        Ok(())
    }

    fn word(&mut self, word: &[u8]) -> Result<(), Malformed> {
        let start = self.at;
        for byte in word {
            if self.peek()? != *byte {
                return Err(self.broken());
            }
            self.at += 1;
        }
        self.push(start, self.at);
        Ok(())
    }

    fn number(&mut self) -> Result<(), Malformed> {
        let start = self.at;
        if self.text[self.at] == b'-' {
            self.at += 1;
        }
        if self.peek()? == b'0' {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.text.get(self.at) == Some(&b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.text.get(self.at) {
            self.at += 1;
            if let Some(b'+' | b'-') = self.text.get(self.at) {
                self.at += 1;
            }
            self.digits()?;
        }
        self.push(start, self.at);
        Ok(())
    }

    fn digits(&mut self) -> Result<(), Malformed> {
        if !self.peek()?.is_ascii_digit() {
            return Err(self.broken());
        }
        while let Some(b'0'..=b'9') = self.text.get(self.at) {
            self.at += 1;
        }
        Ok(())
    }
}
