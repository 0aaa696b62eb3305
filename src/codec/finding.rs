//! What a check found: departures from the models (issues) and things the models do not know yet
//! (news). No customer's text is in them.

use std::borrow::Cow;

/// How many issues, and how many pieces of news, are kept of one text; further ones are counted.
pub const MAX_FINDINGS: usize = 100;

/// Whether a finding is a departure from the models.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// A departure from the models: an issue.
    Error,
    /// An unknown field, enum value or `_type`: news.
    Info,
}

/// One thing that a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where, e.g. `$.data[3].attributes.from.email`. Keys of maps are written `[*]`.
    pub path: String,
    /// What the models say.
    pub expected: Cow<'static, str>,
    /// What was there.
    pub got: Cow<'static, str>,
    /// Issue or news.
    pub severity: Severity,
}

impl Finding {
    /// All of it in a sentence.
    pub fn message(&self) -> String {
        [
            &self.path,
            ": expected ",
            &self.expected,
            ", got ",
            &self.got,
        ]
        .concat()
    }
}

/// All that a check found, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Issues and news, [`MAX_FINDINGS`] of each at most.
    pub list: Vec<Finding>,
    /// How many issues there were.
    pub issue_count: usize,
    /// How many pieces of news there were.
    pub news_count: usize,
}

impl Findings {
    /// Whether one more of this severity is kept; counts it either way.
    pub(super) fn room_for(&mut self, severity: Severity) -> bool {
        let count = match severity {
            Severity::Error => &mut self.issue_count,
            Severity::Info => &mut self.news_count,
        };
        *count += 1;
        *count <= MAX_FINDINGS
    }

    /// Takes over what another part of the text gave.
    pub(crate) fn append(&mut self, other: Self) {
        self.list.extend(other.list);
        self.issue_count += other.issue_count;
        self.news_count += other.news_count;
    }

    /// Where the findings stand, to come [back to](Self::back_to).
    pub(super) fn mark(&self) -> (usize, usize, usize) {
        (self.list.len(), self.issue_count, self.news_count)
    }

    /// Forgets what was found since.
    pub(super) fn back_to(&mut self, (length, issues, news): (usize, usize, usize)) {
        self.list.truncate(length);
        (self.issue_count, self.news_count) = (issues, news);
    }

    /// The first issue.
    pub fn first_issue(&self) -> Option<&Finding> {
        self.list
            .iter()
            .find(|finding| finding.severity == Severity::Error)
    }
}
