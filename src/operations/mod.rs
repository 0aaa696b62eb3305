//! One value per API operation; what a method needs follows from it: request, types, documentation,
//! tests, the sandbox's check. No I/O. Not here: the shapes (`models/`), sending (`client/`).

pub mod options;
mod table;

use crate::models::shape::Shape;
pub use options::OPTION_NAMES;
pub use table::OPERATIONS;

/// An operation of the API.
#[derive(Debug)]
pub struct Operation {
    /// Name of the method, after the reference's title.
    pub name: &'static str,
    /// What it does, for the method's documentation.
    #[cfg(not(target_arch = "wasm32"))]
    pub docs: &'static str,
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
    /// Whether it may be sent twice.
    pub replay: Replay,
}

/// The body of an operation.
#[derive(Debug)]
pub struct Body {
    /// What it holds.
    pub shape: &'static Shape,
    /// Whether it must be given.
    pub required: bool,
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
    /// Reading, or setting a state: twice is once.
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
}

/// The ids of a path, in order, each with its kind. A conversation's is a number, all others are
/// UUIDs (contract 2.6).
pub fn path_ids(path: &'static str) -> impl Iterator<Item = (&'static str, IdKind)> {
    path.split('/').filter_map(|segment| {
        let name = segment.strip_prefix('{')?.strip_suffix('}')?;
        Some((
            name,
            if name == "conversationId" {
                IdKind::Number
            } else {
                IdKind::Uuid
            },
        ))
    })
}

impl Operation {
    /// Whether it only reads.
    pub const fn is_read(&self) -> bool {
        matches!(self.method, Method::Get)
    }
}
