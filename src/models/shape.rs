//! How a model looks on the wire: one static table, made from the declaration itself.
//! `codec` checks against it, the TypeScript is printed from it, nothing else knows the shapes.
//! Not here: the macros that fill it (`macros.rs`).

/// What stands at one place of a JSON document.
#[derive(Debug)]
pub enum Shape {
    /// A string.
    Text,
    /// A string that is a UUID; in answers any string passes (contract 2.6).
    Uuid,
    /// A timestamp (contract 2.5 and 6.1).
    Timestamp,
    /// `true` or `false`.
    Bool,
    /// A number of any kind.
    Number,
    /// A whole number of 32 bits. One beyond this is news: it is as the API declares it, and yet more than anybody
    /// is known to send.
    Int32(i32),
    /// A whole number of 64 bits; a string of digits where a JavaScript number would round it.
    Int64,
    /// Any JSON at all; it is never looked into.
    Json,
    /// May be absent; `null` says the same and is left out.
    Optional(&'static Shape),
    /// `null` is a value of its own here.
    Nullable(&'static Shape),
    /// An array. Absent and `null` read as `[]`.
    List(&'static Shape),
    /// An object whose keys are data.
    Map(&'static Map),
    /// A string with known values; others may come.
    OpenEnum(&'static OpenEnum),
    /// An object with known fields; others may come.
    Object(&'static Object),
    /// One of several objects; `_type` says which.
    Union(&'static Union),
    /// The first of these whose JSON kind fits.
    AnyOf(&'static AnyOf),
}

impl Shape {
    /// In a word, for those who gave something else.
    pub const fn described(&self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Uuid => "UUID",
            Self::Timestamp => "timestamp",
            Self::Bool => "boolean",
            Self::Number => "number",
            Self::Int32(_) | Self::Int64 => "integer",
            Self::Json => "a value",
            Self::Optional(inner) | Self::Nullable(inner) => inner.described(),
            Self::List(_) => "array",
            Self::Map(map) => map.name,
            Self::OpenEnum(open) => open.name,
            Self::Object(object) => object.name,
            Self::Union(union) => union.name,
            Self::AnyOf(any) => any.name,
        }
    }
}

/// An object whose keys are data.
#[derive(Debug)]
pub struct Map {
    /// Name of the model.
    pub name: &'static str,
    /// Whether every key must be a UUID (requests only).
    pub uuid_keys: bool,
    /// What stands behind each key.
    pub value: &'static Shape,
    /// The TypeScript declaration.
    #[cfg(not(target_arch = "wasm32"))]
    pub declaration: &'static str,
}

/// A value of one of several JSON kinds.
#[derive(Debug)]
pub struct AnyOf {
    /// Name of the model.
    pub name: &'static str,
    /// What it may be; the first whose JSON kind fits is taken.
    pub choices: &'static [&'static Shape],
    /// The TypeScript declaration.
    #[cfg(not(target_arch = "wasm32"))]
    pub declaration: &'static str,
}

/// A string with known values.
#[derive(Debug)]
pub struct OpenEnum {
    /// Name of the model.
    pub name: &'static str,
    /// The values that the contract lists.
    pub values: &'static [&'static str],
    /// The TypeScript declaration.
    #[cfg(not(target_arch = "wasm32"))]
    pub declaration: &'static str,
}

/// An object with known fields.
#[derive(Debug)]
pub struct Object {
    /// Name of the model.
    pub name: &'static str,
    /// Value of `_type`, where the object is a kind of a union.
    pub tag: Option<&'static str>,
    /// The fields, `_type` of a union left out.
    pub fields: &'static [Field],
    /// The TypeScript declaration.
    #[cfg(not(target_arch = "wasm32"))]
    pub declaration: &'static str,
}

/// One field of an object.
#[derive(Debug)]
pub struct Field {
    /// Name on the wire.
    pub name: &'static str,
    /// What stands there.
    pub shape: &'static Shape,
}

/// One of several objects, told apart by `_type`.
#[derive(Debug)]
pub struct Union {
    /// Name of the model.
    pub name: &'static str,
    /// The kinds, each with its tag.
    pub kinds: &'static [&'static Object],
    /// What is known of a kind that is not in the list: the fields that all kinds share.
    /// `None` for unions that only requests use.
    pub unknown: Option<&'static Object>,
    /// Tags that the API knows, but not here: in a request they are mistakes, not news.
    pub neighbours: &'static [&'static str],
    /// Which kind an object of an answer is that does not say it, by the `_type` of the object it is a field of.
    pub hosts: &'static [(&'static str, &'static Object)],
    /// The TypeScript declaration.
    #[cfg(not(target_arch = "wasm32"))]
    pub declaration: &'static str,
}

/// A type that may stand on the wire. Containers compose; nobody writes a table by hand.
pub trait Model {
    /// The table.
    const SHAPE: &'static Shape;
}

/// A model that is an object, and so may be a kind of a union.
pub trait ObjectModel: Model {
    /// The table.
    const OBJECT: &'static Object;
}

impl Model for String {
    const SHAPE: &'static Shape = &Shape::Text;
}
impl Model for bool {
    const SHAPE: &'static Shape = &Shape::Bool;
}
impl Model for i32 {
    const SHAPE: &'static Shape = &Shape::Int32(i32::MAX);
}
impl<T: Model> Model for Option<T> {
    const SHAPE: &'static Shape = &Shape::Optional(T::SHAPE);
}
impl<T: Model> Model for Vec<T> {
    const SHAPE: &'static Shape = &Shape::List(T::SHAPE);
}

/// `created_at` as the wire writes it: `createdAt`. `N` is [`wire_length`] of the name.
pub(super) const fn wire_name<const N: usize>(name: &str) -> [u8; N] {
    let (name, mut out) = (name.as_bytes(), [0; N]);
    let (mut from, mut to) = (0, 0);
    while from < name.len() {
        if name[from] == b'_' {
            from += 1;
            out[to] = name[from].to_ascii_uppercase();
        } else {
            out[to] = name[from];
        }
        from += 1;
        to += 1;
    }
    out
}

/// Length of a field's name on the wire.
pub(super) const fn wire_length(name: &str) -> usize {
    let (name, mut at, mut length) = (name.as_bytes(), 0, 0);
    while at < name.len() {
        if name[at] != b'_' {
            length += 1;
        }
        at += 1;
    }
    length
}

/// A name that a `const fn` made, as text.
pub(super) const fn text(bytes: &'static [u8]) -> &'static str {
    match core::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => panic!("a field's name is not UTF-8"),
    }
}
