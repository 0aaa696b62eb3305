//! The shapes on the wire, one file per resource. One declaration gives the Rust type with serde,
//! the TypeScript and the table that `codec` checks against. Not here: which operation uses which
//! shape (`operations/`), and any leniency (`codec/`).

#[macro_use]
mod macros;
pub mod shape;

pub mod activity_attributes;
pub mod activity_log;
pub mod anonymization;
pub mod content;
pub mod conversation;
pub mod create;
pub mod custom_attribute;
pub mod filter;
pub mod flow;
pub mod form;
pub mod import;
pub mod message;
pub mod note;
pub mod operator;
pub mod rating;
pub mod scalars;
pub mod search;
pub mod state;
pub mod tag;
pub mod webhook;
pub mod webhook_event;

pub use scalars::UnknownFields;

/// Whether an optional field of a request was left out; it is not written then.
pub(crate) fn is_absent<T>(field: &Option<T>) -> bool {
    field.is_none()
}
