//! Values that are not objects: numbers, ids, timestamps, maps of the contract (6.1).

use super::shape::{Model, Shape};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// The TypeScript of aliases, which no derive prints: of the types below, and what is made of models.
#[cfg(not(target_arch = "wasm32"))]
pub const SCALAR_DECLARATIONS: &[&str] = &[
    "/**\n * A whole number of 64 bits. A number, unless JavaScript would round it: from 2^53 on its digits as a string.\n * Every id parameter takes either back.\n */\nexport type Int64 = number | string;",
    "/**\n * A conversation's id as it may be given: a number, a bigint or a string of digits.\n */\nexport type ConversationId = number | bigint | string;",
    "/**\n * A UUID, e.g. `d58c8b1c-85ad-4678-a6c8-7442945f3836`.\n */\nexport type Uuid = string;",
    "/**\n * A point in time, RFC 3339, e.g. `2020-12-16T09:41:43Z`. `new Date(timestamp)` reads it.\n */\nexport type Timestamp = string;",
    "/**\n * A point in time to send: a valid `Date`, or RFC 3339 with an offset.\n */\nexport type TimestampInput = Date | string;",
    "/**\n * Results a page of a search, whole. Dixa's own tools allow 50 at most: a larger number is sent, and reported as\n * news.\n */\nexport type SearchPageLimit = number;",
    "/**\n * `T` where Dixa never sends the field `K`. Should it do so one day, the field is there.\n */\nexport type Lacking<T, K extends string> = T extends { [field in K]: infer V }\n    ? { [field in keyof T as field extends K ? never : field]: T[field] } & { [field in K]?: V }\n    : never;",
    "/**\n * Fields that this version does not know, as the server sent them.\n */\nexport interface UnknownFields {\n    [field: string]: unknown;\n}",
];

/// The TypeScript of [`Json`], for those who print a model that has it.
#[cfg(not(target_arch = "wasm32"))]
pub const JSON_DECLARATION: &str =
    "/**\n * Any JSON: what it is, is not documented.\n */\nexport type Json = unknown;";

/// A whole number of 64 bits. The codec hands it on as a string of digits from 2^53 on; both are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Int64(pub i64);

/// A conversation's id in a request; JavaScript may give a bigint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ConversationId(pub Int64);
impl Model for ConversationId {
    const SHAPE: &'static Shape = &Shape::Int64;
}

/// The largest whole number that JavaScript holds exactly together with all smaller ones.
pub const MAX_SAFE_INTEGER: i64 = (1 << 53) - 1;

impl Model for Int64 {
    const SHAPE: &'static Shape = &Shape::Int64;
}

impl Serialize for Int64 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.unsigned_abs() <= MAX_SAFE_INTEGER.unsigned_abs() {
            serializer.serialize_i64(self.0)
        } else {
            serializer.collect_str(&self.0)
        }
    }
}

impl<'de> Deserialize<'de> for Int64 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl de::Visitor<'_> for Visitor {
            type Value = Int64;
            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a whole number of 64 bits")
            }
            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Int64, E> {
                Ok(Int64(value))
            }
            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Int64, E> {
                i64::try_from(value).map(Int64).map_err(E::custom)
            }
            fn visit_str<E: de::Error>(self, value: &str) -> Result<Int64, E> {
                // Digits as the codec takes them: `+7` and `007` are none.
                let number = value.parse().map_err(E::custom)?;
                Some(Int64(number))
                    .filter(|_| number.to_string() == value)
                    .ok_or_else(|| E::custom("no digits of a whole number"))
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

/// A string that carries a meaning of its own, and its table.
macro_rules! text {
    ($(#[doc = $about:literal])+ $Name:ident, $shape:expr) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $Name(pub String);
        impl Model for $Name {
            const SHAPE: &'static Shape = $shape;
        }
    };
}

text!(
    /// A UUID. Checked in requests; an answer's is taken as it comes.
    Uuid, &Shape::Uuid
);
text!(
    /// A point in time of an answer: RFC 3339, a Java zone suffix taken off (contract 2.5).
    Timestamp, &Shape::Timestamp
);
text!(
    /// A point in time of a request: RFC 3339 with an offset; JavaScript may give a `Date`.
    TimestampInput, &Shape::Timestamp
);

/// Results a page of a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SearchPageLimit(pub i32);
impl Model for SearchPageLimit {
    const SHAPE: &'static Shape = &Shape::Int32(50);
}

/// Any JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Json(pub serde_json::Value);
impl Model for Json {
    const SHAPE: &'static Shape = &Shape::Json;
}

/// Fields that this version does not know.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UnknownFields(pub serde_json::Map<String, serde_json::Value>);

/// A value, or `null` where `null` means «clear it».
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Clearable<T>(pub Option<T>);
impl<T: Model> Model for Clearable<T> {
    const SHAPE: &'static Shape = &Shape::Nullable(T::SHAPE);
}

any_of! {
    /// Value of a custom attribute: text, or the path of the options that were chosen.
    pub enum AttributeValue as "string | string[]" {
        /// An attribute of type Text.
        Text(String),
        /// An attribute of type Select.
        Select(Vec<String>),
    }
}

any_of! {
    /// A phone number. Dixa declares a string; one of its examples shows a number, which is left as it is.
    pub enum PhoneEndpoint as "string | number" {
        /// As declared.
        Text(String),
        /// As in the example.
        Number(Number),
    }
}

/// A number of any kind, as it came.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Number(pub serde_json::Number);
impl Model for Number {
    const SHAPE: &'static Shape = &Shape::Number;
}
