//! One value per API operation; what a method needs follows from it: request, types, documentation,
//! tests, the sandbox's check. No I/O. Not here: the shapes (`models/`), sending (`client/`).

mod additions;
pub mod options;
mod raw;
mod table;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

use crate::models::shape::Shape;
use additions::ADDITIONS;
pub use options::OPTION_NAMES;
pub use raw::{REQUESTS, operation};
use table::REFERENCE;

/// All operations: those of the reference, then what v1 has got since.
pub const OPERATIONS: &[Operation] = &const {
    let mut all = [REFERENCE[0]; REFERENCE.len() + ADDITIONS.len()];
    let mut at = 1;
    while at < all.len() {
        all[at] = if at < REFERENCE.len() {
            REFERENCE[at]
        } else {
            ADDITIONS[at - REFERENCE.len()]
        };
        at += 1;
    }
    all
};

/// An operation of the API.
#[derive(Clone, Copy, Debug)]
pub struct Operation {
    /// Name of the method, after the reference's title.
    pub name: &'static str,
    /// The method's documentation.
    #[cfg(not(target_arch = "wasm32"))]
    pub docs: Docs,
    /// HTTP method.
    pub method: Method,
    /// Path with its ids in braces.
    pub path: &'static str,
    /// Query parameters, as one object.
    pub query: Option<&'static Shape>,
    /// Body.
    pub body: Option<Body>,
    /// What `data` of the answer holds; `None` for answers without a body.
    pub response: Option<&'static Shape>,
    /// Whether the answer is one page of several.
    pub paged: bool,
    /// A list of the models that its answer never has.
    pub never_sent: Option<&'static str>,
    /// Whether it may be sent twice.
    pub replay: Replay,
}

/// What is written about an operation.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Copy, Debug)]
pub struct Docs {
    /// What it does.
    pub text: &'static str,
    /// For a deprecated one, the operation to call in its place.
    pub successor: Option<&'static str>,
}

#[cfg(not(target_arch = "wasm32"))]
impl Docs {
    const fn of(text: &'static str) -> Self {
        Self {
            text,
            successor: None,
        }
    }

    const fn deprecated(text: &'static str, successor: &'static str) -> Self {
        Self {
            text,
            successor: Some(successor),
        }
    }
}

/// The body of an operation.
#[derive(Clone, Copy, Debug)]
pub struct Body {
    /// What it holds.
    pub shape: &'static Shape,
    /// Whether it must be given.
    pub required: bool,
}

impl Body {
    /// A body that must be given.
    const fn required(shape: &'static Shape) -> Self {
        Self {
            shape,
            required: true,
        }
    }

    /// A body that may be left out.
    const fn optional(shape: &'static Shape) -> Self {
        Self {
            shape,
            required: false,
        }
    }
}

/// An HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates.
    Post,
    /// Sets.
    Put,
    /// Changes.
    Patch,
    /// Removes.
    Delete,
}

impl Method {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Get, Self::Post, Self::Put, Self::Patch, Self::Delete];

    /// As HTTP writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// Whether a request may be sent a second time when it is not known what became of the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replay {
    /// Changes nothing, however often.
    Reads,
    /// Sets a state: twice is once.
    Safe,
    /// Safe unless this member of the body is `true`: then never.
    SafeUnless(&'static str),
    /// Made safe by this member of the body, which the API refuses to see twice.
    Keyed {
        /// The member of the body that holds the key.
        member: &'static str,
        /// The operation that lists what was created, by which it is proved that it was.
        listed_by: &'static str,
    },
    /// Creates something: again only when it surely was not done, for want of a connection or by a 429.
    Unsafe,
    /// Not even then: what it acts on may have changed in between.
    Never,
}

/// What an id in a path must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdKind {
    /// A whole number of 64 bits, not negative.
    Number,
    /// A UUID.
    Uuid,
    /// Any text but `.` and `..`.
    Text,
    /// No id: the rest of a path, from its slash on.
    Path,
}

/// The ids of a path, in order, each with its kind. A conversation's is a number, a rating's any text, all
/// others are UUIDs (contract 2.6).
pub fn path_ids(path: &'static str) -> impl Iterator<Item = (&'static str, IdKind)> {
    path.split('/').filter_map(|segment| {
        let name = segment.strip_prefix('{')?.strip_suffix('}')?;
        let kind = match name {
            "conversationId" => IdKind::Number,
            "ratingId" => IdKind::Text,
            "path" => IdKind::Path,
            _ => IdKind::Uuid,
        };
        Some((name, kind))
    })
}

impl Operation {
    /// Whether its answer is no envelope, and of any shape.
    pub const fn is_raw(&self) -> bool {
        matches!(self.response, Some(Shape::Json))
    }

    /// Whether it only reads.
    pub const fn is_read(&self) -> bool {
        matches!(self.replay, Replay::Reads)
    }
}
