//! What is mended in a text: cuts and insertions at offsets, applied in one copy. A text without
//! any is not copied at all.

use std::borrow::Cow;
use std::ops::Range;

/// A part of a text: as it stands, or mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// These bytes of the original.
    AsIs(Range<usize>),
    /// A mended copy.
    Mended(String),
}

impl Text {
    /// The text itself, given the original.
    pub fn of<'a>(&'a self, original: &'a str) -> &'a str {
        match self {
            Self::AsIs(range) => original.get(range.clone()).unwrap_or_default(),
            Self::Mended(text) => text,
        }
    }
}

/// Bytes to leave out and what to put there.
#[derive(Debug)]
struct Splice {
    range: Range<usize>,
    text: Cow<'static, str>,
}

/// Splices in the order of their offsets; they do not overlap.
#[derive(Debug, Default)]
pub(super) struct Splices(Vec<Splice>);

impl Splices {
    pub(super) fn replace(&mut self, range: Range<usize>, text: impl Into<Cow<'static, str>>) {
        debug_assert!(
            self.0
                .last()
                .is_none_or(|last| last.range.end <= range.start),
            "splices are in order"
        );
        self.0.push(Splice {
            range,
            text: text.into(),
        });
    }

    pub(super) fn cut(&mut self, range: Range<usize>) {
        self.replace(range, "");
    }

    pub(super) fn insert(&mut self, at: usize, text: impl Into<Cow<'static, str>>) {
        self.replace(at..at, text);
    }

    pub(super) fn mark(&self) -> usize {
        self.0.len()
    }

    pub(super) fn back_to(&mut self, mark: usize) {
        self.0.truncate(mark);
    }

    /// The part `range` of the original with the splices that fall into it.
    pub(super) fn apply(&self, original: &str, range: Range<usize>) -> Text {
        let first = self
            .0
            .partition_point(|splice| splice.range.start < range.start);
        let last = self
            .0
            .partition_point(|splice| splice.range.start < range.end);
        let Some(splices) = self
            .0
            .get(first..last)
            .filter(|splices| !splices.is_empty())
        else {
            return Text::AsIs(range);
        };
        let added: usize = splices.iter().map(|splice| splice.text.len()).sum();
        let (mut mended, mut from) = (String::with_capacity(range.len() + added), range.start);
        for splice in splices {
            mended.push_str(original.get(from..splice.range.start).unwrap_or_default());
            mended.push_str(&splice.text);
            from = splice.range.end;
        }
        mended.push_str(original.get(from..range.end).unwrap_or_default());
        Text::Mended(mended)
    }
}
