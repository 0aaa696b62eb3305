//! Text to checked, mended text, and findings; the only lenient room. No I/O, and no objects: what
//! is wrong in an answer is mended in its text, which then goes through one `JSON.parse`.
//! Not here: the shapes (`models/`), reading bytes from the network (`host/`).

mod answer;
mod check;
mod finding;
mod grammar;
mod lexeme;
mod members;
mod request;
mod scalars;
mod splice;
mod tagged;
mod token;

#[cfg(test)]
mod tests;

pub use answer::{
    DecodeFailure, Decoded, Envelope, Validation, body_text, decode, error_member, plain, whole,
};
pub use finding::{Finding, Findings, MAX_FINDINGS, Severity};
pub use lexeme::{decimal, is_uuid, number_id, quote};
pub use request::{
    Encoded, element_with, encode, is_true, member_text, query_pairs, string_member,
    with_string_member,
};
pub use splice::Text;
pub use tagged::{Kinds, Tagged, tagged};
pub use token::MAX_DEPTH;
