//! The macros that turn one declaration into a Rust type with serde, a TypeScript declaration
//! and a wire table. Not here: the tables themselves (`shape.rs`).

/// Name of a field on the wire: what follows `as`, else the Rust name in its object's case.
macro_rules! wire_name {
    ($case:literal $field:ident $wire:literal) => {
        $wire
    };
    ("snake_case" $field:ident) => {
        stringify!($field)
    };
    ("camelCase" $field:ident) => {
        $crate::models::shape::text(
            &const {
                $crate::models::shape::wire_name::<
                    { $crate::models::shape::wire_length(stringify!($field)) },
                >(stringify!($field))
            },
        )
    };
}

/// An object. Without a `///` line on the type and on every field it does not compile.
///
/// `pub struct Name => "Tag"` makes it a kind of a union. An `Option` may be absent.
/// `input struct` is for requests, also where answers have it too: its optional fields may be said to be
/// `undefined`.
/// `snake struct` is what webhooks hold: its fields are in snake case on the wire (contract 7.3).
/// `unknown struct` is the kind that a union has not met: it carries every other field too.
macro_rules! model {
    ($(#[doc = $about:literal])+ pub struct $Name:ident $(=> $tag:literal)? { $($fields:tt)* }) => {
        model!(@field [$(#[doc = $about])+] $Name [$($tag)?] ["Option::is_none" "camelCase"] [] [] $($fields)*);
    };
    ($(#[doc = $about:literal])+ snake struct $Name:ident { $($fields:tt)* }) => {
        model!(@field [$(#[doc = $about])+] $Name [] ["Option::is_none" "snake_case"] [] [] $($fields)*);
    };
    ($(#[doc = $about:literal])+ input struct $Name:ident $(=> $tag:literal)? { $($fields:tt)* }) => {
        model!(@field [$(#[doc = $about])+] $Name [$($tag)?] ["crate::models::is_absent" "camelCase"] [] [] $($fields)*);
    };
    ($(#[doc = $about:literal])+ unknown struct $Name:ident { $($fields:tt)* }) => {
        model!(@field [$(#[doc = $about])+] $Name ["Unknown"] ["Option::is_none" "camelCase"] [
            /// The `_type` that the server sent; absent when it sent none. Given back, it is sent as the `_type`.
            #[serde(skip_serializing_if = "Option::is_none", default)]
            pub raw_type: Option<String>,
            /// Everything else, as it came.
            #[serde(flatten)]
            pub rest: $crate::models::UnknownFields,
        ] [] $($fields)*);
    };
    (@field $about:tt $Name:ident $tag:tt [$absent:literal $case:tt] $more:tt [$($done:tt)*]
        $(#[doc = $docs:literal])+ pub $field:ident $(as $wire:literal)?: Option<$Type:ty>, $($rest:tt)*
    ) => {
        model!(@field $about $Name $tag [$absent $case] $more [$($done)* {
            [$(#[doc = $docs])+ #[serde(default, skip_serializing_if = $absent $(, rename = $wire)?)]]
            [wire_name!($case $field $($wire)?)] $field, Option<$Type>
        }] $($rest)*);
    };
    (@field $about:tt $Name:ident $tag:tt [$absent:literal $case:tt] $more:tt [$($done:tt)*]
        $(#[doc = $docs:literal])+ pub $field:ident $(as $wire:literal)?: $Type:ty, $($rest:tt)*
    ) => {
        model!(@field $about $Name $tag [$absent $case] $more [$($done)* {
            [$(#[doc = $docs])+ $(#[serde(rename = $wire)])?]
            [wire_name!($case $field $($wire)?)] $field, $Type
        }] $($rest)*);
    };
    (@field [$($about:tt)*] $Name:ident [$($tag:literal)?] [$absent:literal $case:tt] [$($more:tt)*] [$({
        [$($attributes:tt)*] [$wire:expr] $field:ident, $Type:ty
    })*]) => {
        $($about)*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(tsify::Tsify))]
        #[serde(rename_all = $case)]
        $(#[serde(tag = "_type", rename = $tag)])?
        pub struct $Name {
            $($($attributes)* pub $field: $Type,)*
            $($more)*
        }
        impl $crate::models::shape::ObjectModel for $Name {
            const OBJECT: &'static $crate::models::shape::Object = &$crate::models::shape::Object {
                name: model!(@name $Name $($tag)?),
                tag: model!(@tag $($tag)?),
                fields: &[$($crate::models::shape::Field {
                    name: $wire,
                    shape: <$Type as $crate::models::shape::Model>::SHAPE,
                }),*],
                #[cfg(not(target_arch = "wasm32"))]
                declaration: <$Name as tsify::Tsify>::DECL,
            };
        }
        impl $crate::models::shape::Model for $Name {
            const SHAPE: &'static $crate::models::shape::Shape = &$crate::models::shape::Shape::Object(
                <$Name as $crate::models::shape::ObjectModel>::OBJECT,
            );
        }
    };
    (@name $Name:ident) => { stringify!($Name) };
    // Messages name the union, never the kind: what a page downloads has one word for both.
    (@name $Name:ident $tag:literal) => {
        if cfg!(target_arch = "wasm32") { $tag } else { stringify!($Name) }
    };
    (@tag) => { None };
    (@tag $tag:literal) => { Some($tag) };
    (@field $about:tt $Name:ident $($rest:tt)*) => {
        compile_error!(concat!("every field of ", stringify!($Name), " needs a /// line and the form `pub name: Type,`"));
    };
    ($($other:tt)*) => {
        compile_error!("a model is `/// what it is` and `pub struct Name { … }`");
    };
}

/// One of several objects. `or UnknownName` makes it open: a kind that is not in the list stays whole.
/// `among TAGS` names the tags of its neighbours, which are mistakes here. `in HOSTS` says which kind is whose field,
/// for objects that do not say their kind.
macro_rules! union {
    ($(#[doc = $about:literal])+ pub enum $Name:ident { $($(#[doc = $docs:literal])+ $Kind:ident,)+ } $(or $Unknown:ident)? $(among $neighbours:ident)? $(in $hosts:ident)?) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug, PartialEq, serde::Serialize)]
        #[serde(untagged)]
        pub enum $Name {
            $($(#[doc = $docs])+ $Kind($Kind),)+
            $(
                /// A kind that this version does not know.
                Unknown($Unknown),
            )?
        }
        impl<'de> serde::Deserialize<'de> for $Name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                use $crate::models::shape::ObjectModel;
                let value = serde_json::Value::deserialize(deserializer)?;
                let tag = value.get("_type").and_then(serde_json::Value::as_str);
                $(if tag == <$Kind as ObjectModel>::OBJECT.tag {
                    return serde_json::from_value(value).map(Self::$Kind).map_err(serde::de::Error::custom);
                })+
                $(if tag == Some("Unknown") {
                    return serde_json::from_value::<$Unknown>(value).map(Self::Unknown).map_err(serde::de::Error::custom);
                })?
                Err(serde::de::Error::custom(concat!("no kind of ", stringify!($Name))))
            }
        }
        impl $crate::models::shape::Model for $Name {
            const SHAPE: &'static $crate::models::shape::Shape =
                &$crate::models::shape::Shape::Union(&$crate::models::shape::Union {
                    name: stringify!($Name),
                    kinds: &[$(<$Kind as $crate::models::shape::ObjectModel>::OBJECT),+],
                    unknown: union!(@unknown $($Unknown)?),
                    neighbours: union!(@list $($neighbours)?),
                    hosts: union!(@list $($hosts)?),
                    #[cfg(not(target_arch = "wasm32"))]
                    declaration: concat!(
                        "/**\n", $(" *", $about, "\n",)+ " */\nexport type ", stringify!($Name), " =",
                        $("\n    | ", stringify!($Kind),)+ $("\n    | ", stringify!($Unknown),)? ";",
                    ),
                });
        }
    };
    (@list) => { &[] };
    (@list $list:ident) => { $list };
    (@unknown) => { None };
    (@unknown $Unknown:ident) => { Some(<$Unknown as $crate::models::shape::ObjectModel>::OBJECT) };
    ($($other:tt)*) => {
        compile_error!("a union is `/// what it is`, `pub enum Name { /// what it is\n Kind, … }` and, when open, `or UnknownName`");
    };
}

/// A string with known values, each spelled as it is named or as `as` says; any other value is kept in `Other`.
macro_rules! open_enum {
    ($(#[doc = $about:literal])+ pub enum $Name:ident { $($Value:ident $(as $wire:literal)?,)+ }) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        pub enum $Name {
            $(
                #[doc = concat!("`", open_enum!(@wire $Value $($wire)?), "`")]
                $(#[serde(rename = $wire)])?
                $Value,
            )+
            /// A value that this version does not know, as it came.
            #[serde(untagged)]
            Other(String),
        }
        impl $crate::models::shape::Model for $Name {
            const SHAPE: &'static $crate::models::shape::Shape =
                &$crate::models::shape::Shape::OpenEnum(&$crate::models::shape::OpenEnum {
                    name: stringify!($Name),
                    values: &[$(open_enum!(@wire $Value $($wire)?)),+],
                    #[cfg(not(target_arch = "wasm32"))]
                    declaration: concat!(
                        "/**\n", $(" *", $about, "\n",)+ " */\nexport type ", stringify!($Name), " =",
                        $("\n    | '", open_enum!(@wire $Value $($wire)?), "'",)+ "\n    | (string & {});",
                    ),
                });
        }
    };
    (@wire $Value:ident) => { stringify!($Value) };
    (@wire $Value:ident $wire:literal) => { $wire };
    ($($other:tt)*) => {
        compile_error!("an open enum is `/// what it is` and `pub enum Name { Value, … }`");
    };
}

/// An object whose keys are data. What its values are in TypeScript follows `as`.
macro_rules! map {
    ($(#[doc = $about:literal])+ pub struct $Name:ident($Value:ty as $typescript:literal) $(, $uuid_keys:ident)?;) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $Name(pub std::collections::BTreeMap<String, $Value>);
        impl $crate::models::shape::Model for $Name {
            const SHAPE: &'static $crate::models::shape::Shape =
                &$crate::models::shape::Shape::Map(&$crate::models::shape::Map {
                    name: stringify!($Name),
                    uuid_keys: false $(|| stringify!($uuid_keys).len() > 0)?,
                    value: <$Value as $crate::models::shape::Model>::SHAPE,
                    #[cfg(not(target_arch = "wasm32"))]
                    declaration: concat!(
                        "/**\n", $(" *", $about, "\n",)+ " */\nexport type ", stringify!($Name),
                        " = Record<string, ", $typescript, ">;",
                    ),
                });
        }
    };
}

/// A value of one of several JSON kinds. Its TypeScript follows `as`.
macro_rules! any_of {
    ($(#[doc = $about:literal])+ pub enum $Name:ident as $typescript:literal { $($(#[doc = $docs:literal])+ $Kind:ident($Type:ty),)+ }) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(untagged)]
        pub enum $Name { $($(#[doc = $docs])+ $Kind($Type),)+ }
        impl $crate::models::shape::Model for $Name {
            const SHAPE: &'static $crate::models::shape::Shape =
                &$crate::models::shape::Shape::AnyOf(&$crate::models::shape::AnyOf {
                    name: stringify!($Name),
                    choices: &[$(<$Type as $crate::models::shape::Model>::SHAPE),+],
                    #[cfg(not(target_arch = "wasm32"))]
                    declaration: concat!(
                        "/**\n", $(" *", $about, "\n",)+ " */\nexport type ", stringify!($Name), " = ", $typescript, ";",
                    ),
                });
        }
    };
}
