//! What the simulated network does with one attempt.

use crate::client::SendFailure;

/// What becomes of one attempt.
#[derive(Clone, Debug)]
pub(super) enum Plan {
    /// An answer, after so many milliseconds.
    Answer {
        after: f64,
        status: u16,
        headers: Vec<(&'static str, String)>,
        body: Vec<u8>,
    },
    /// An answer whose body never ends.
    Stuck(u16),
    /// An answer whose body breaks off.
    Broken(u16),
    /// No answer.
    Fail(SendFailure),
    /// No answer, ever.
    Silence,
}

/// An answer at once.
pub(super) fn answer(status: u16, body: &str) -> Plan {
    Plan::Answer {
        after: 0.0,
        status,
        headers: Vec::new(),
        body: body.as_bytes().to_vec(),
    }
}

/// An answer at once, with a header.
pub(super) fn answer_with(status: u16, name: &'static str, value: &str) -> Plan {
    Plan::Answer {
        after: 0.0,
        status,
        headers: vec![(name, value.to_owned())],
        body: b"{}".to_vec(),
    }
}
