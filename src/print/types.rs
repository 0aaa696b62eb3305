//! The TypeScript of the client: its options, its methods, and every model they reach; and that of the events of
//! webhooks. Not here: the
//! types of the shell itself (errors, pages, events), which the package writes by hand.

use crate::models::scalars::{JSON_DECLARATION, SCALAR_DECLARATIONS};
use crate::models::shape::{Model, Object, Shape};
use crate::models::webhook_event::{self, EVENTS, UnknownWebhookEvent};
use crate::operations::options::{ClientOption, OPTIONS, Scope};
use crate::operations::{IdKind, OPERATIONS, Operation, REQUESTS, Replay, path_ids};
use std::collections::BTreeSet;
use std::fmt::Write;

pub(super) fn client() -> String {
    let mut out = String::new();
    options(&mut out, "ClientOptions", "Options of a client.", |scope| {
        scope != Scope::Call
    });
    options(
        &mut out,
        "RequestOptions",
        "Options of a single call. They overrule the client's.",
        |scope| scope != Scope::Client,
    );
    out.push_str(
        "/** Talks to Dixa. Making one does no I/O; the first call loads what it needs. */\nexport declare class ConversationsClient {\n    constructor(options: ClientOptions);\n",
    );
    for operation in OPERATIONS {
        method(&mut out, operation);
    }
    if let Some(request) = REQUESTS.first() {
        let lines = [
            request.docs.text,
            "",
            "A GET is repeated when an attempt fails in passing; the others as what creates something is, unless `idempotent` is set.",
        ];
        docs(&mut out, "    ", &lines.map(str::to_owned));
        let _ = writeln!(
            out,
            "    {}(request: ApiRequest, options?: RequestOptions): ApiPromise<unknown>;",
            request.name
        );
    }
    out.push_str("}\n\n");
    for declaration in SCALAR_DECLARATIONS {
        let _ = writeln!(out, "{declaration}\n");
    }
    let given = |operation: &Operation| {
        let body = operation.body.as_ref().map(|body| body.shape);
        [operation.query, body].into_iter().flatten()
    };
    let answers = names(OPERATIONS.iter().filter_map(|one| one.response));
    let mut declarations = Declarations {
        only_given: &names(OPERATIONS.iter().flat_map(given)) - &answers,
        ..Declarations::default()
    };
    for operation in OPERATIONS {
        for shape in given(operation).chain(operation.response) {
            declarations.add(shape);
        }
    }
    out.push_str(&declarations.text);
    out
}

/// The events of webhooks. What they share with the client's models comes from its types.
pub(super) fn webhooks() -> String {
    let mut declarations = Declarations::default();
    declarations.declare("WebhookEvent", webhook_event::DECLARATION);
    declarations.declare("Json", JSON_DECLARATION);
    for event in EVENTS.iter().chain([&UnknownWebhookEvent::SHAPE]) {
        declarations.add(event);
    }
    [
        "import type { Int64, Timestamp, UnknownFields, Uuid } from './index.mjs';\n\n",
        &declarations.text,
    ]
    .concat()
}

fn docs(out: &mut String, indent: &str, lines: &[String]) {
    let _ = writeln!(out, "{indent}/**");
    for line in lines {
        let _ = writeln!(out, "{indent} * {line}");
    }
    let _ = writeln!(out, "{indent} */");
}

fn options(out: &mut String, name: &str, about: &str, belongs: impl Fn(Scope) -> bool) {
    let _ = writeln!(out, "/** {about} */\nexport interface {name} {{");
    for ClientOption {
        name,
        typescript,
        docs,
        ..
    } in OPTIONS.iter().filter(|option| belongs(option.scope))
    {
        let _ = writeln!(
            out,
            "    /** {docs} */\n    {name}?: ({typescript}) | undefined;"
        );
    }
    out.push_str("}\n\n");
}

fn method(out: &mut String, operation: &Operation) {
    let mut parameters = Vec::new();
    let mut lines = vec![
        operation.docs.text.to_owned(),
        String::new(),
        format!("`{} {}`", operation.method.as_str(), operation.path),
        String::new(),
        replay(operation).to_owned(),
    ];
    for (name, kind) in path_ids(operation.path) {
        let kind = match kind {
            IdKind::Number => "ConversationId",
            IdKind::Uuid => "Uuid",
            IdKind::Text | IdKind::Path => "string",
        };
        parameters.push(format!("{name}: {kind}"));
    }
    if let Some(body) = &operation.body {
        let optional = if body.required { "" } else { "?" };
        parameters.push(format!("body{optional}: {}", typescript(body.shape)));
    }
    if let Some(query) = operation.query {
        let optional = if has_required(query) { "" } else { "?" };
        parameters.push(format!("query{optional}: {}", typescript(query)));
    }
    parameters.push("options?: RequestOptions".to_owned());
    let result = match operation.response {
        None => "ApiPromise<undefined>".to_owned(),
        Some(Shape::List(item)) if operation.paged => {
            let item = typescript(item);
            match operation.never_sent {
                None => format!("PagePromise<{item}>"),
                Some(field) => format!("PagePromise<Lacking<{item}, '{field}'>>"),
            }
        }
        Some(shape) => format!("ApiPromise<{}>", typescript(shape)),
    };
    if operation.paged {
        lines.push("`for await` goes through the items of all pages.".to_owned());
    }
    if let Some(successor) = operation.docs.successor {
        lines.push(String::new());
        lines.push(format!("@deprecated Use `{successor}`."));
    }
    docs(out, "    ", &lines);
    let _ = writeln!(
        out,
        "    {}({}): {result};",
        operation.name,
        parameters.join(", ")
    );
}

/// What becomes of it when an attempt fails.
fn replay(operation: &Operation) -> &'static str {
    match operation.replay {
        Replay::Reads | Replay::Safe => "Repeated when an attempt fails in passing: twice is once.",
        Replay::SafeUnless(_) => {
            "Repeated when an attempt fails in passing, unless `force` is true."
        }
        Replay::Keyed { .. } => {
            "Repeated when an attempt fails in passing: the API refuses the same `externalId` twice."
        }
        Replay::Unsafe => {
            "Repeated only when it surely was not done, for it creates something: Dixa could not be reached, or said that its limit is used up (429)."
        }
        Replay::Never => "Never repeated: what it acts on may have changed in between.",
    }
}

fn has_required(shape: &Shape) -> bool {
    match shape {
        Shape::Object(object) => object
            .fields
            .iter()
            .any(|field| !matches!(field.shape, Shape::Optional(_))),
        _ => true,
    }
}

fn typescript(shape: &Shape) -> String {
    match shape {
        Shape::Text => "string".into(),
        Shape::Uuid => "Uuid".into(),
        Shape::Timestamp => "Timestamp".into(),
        Shape::Bool => "boolean".into(),
        Shape::Number | Shape::Int32(_) => "number".into(),
        Shape::Int64 => "Int64".into(),
        Shape::Json => "unknown".into(),
        Shape::Optional(inner) => format!("{} | undefined", typescript(inner)),
        Shape::Nullable(inner) => format!("{} | null", typescript(inner)),
        Shape::List(item) => format!("{}[]", typescript(item)),
        named => named.described().into(),
    }
}

/// What is declared for these.
fn names(shapes: impl Iterator<Item = &'static Shape>) -> BTreeSet<&'static str> {
    let mut declarations = Declarations::default();
    shapes.for_each(|shape| declarations.add(shape));
    declarations.known
}

/// The lists of a declaration, as those that nobody changes: what is `as const` may be given, too.
fn with_constant_lists(declaration: &str) -> String {
    let constant = |kind: &str| match kind
        .strip_suffix("[]")
        .map(|item| (item, item.strip_suffix("[]")))
    {
        Some((_, Some(inner))) => format!("readonly (readonly {inner}[])[]"),
        Some((item, None)) => format!("readonly {item}[]"),
        None => kind.to_owned(),
    };
    let line = |line: &str| match line
        .strip_suffix(';')
        .and_then(|field| field.split_once(": "))
    {
        Some((name, kind)) => {
            let kinds: Vec<_> = kind.split(" | ").map(constant).collect();
            format!("{name}: {};", kinds.join(" | "))
        }
        None => line.to_owned(),
    };
    declaration.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// The declarations of all models that were reached, each once, in the order of meeting them.
#[derive(Default)]
struct Declarations {
    text: String,
    known: BTreeSet<&'static str>,
    /// What no answer holds.
    only_given: BTreeSet<&'static str>,
}

impl Declarations {
    fn add(&mut self, shape: &Shape) {
        match shape {
            Shape::Optional(inner) | Shape::Nullable(inner) | Shape::List(inner) => self.add(inner),
            Shape::Object(object) => self.object(object),
            Shape::Map(map) => {
                if self.declare(map.name, map.declaration) {
                    self.add(map.value);
                }
            }
            Shape::OpenEnum(open) => {
                self.declare(open.name, open.declaration);
            }
            Shape::AnyOf(any) => {
                if self.declare(any.name, any.declaration) {
                    any.choices.iter().for_each(|choice| self.add(choice));
                }
            }
            Shape::Union(union) => {
                if self.declare(union.name, union.declaration) {
                    union
                        .kinds
                        .iter()
                        .copied()
                        .chain(union.unknown)
                        .for_each(|kind| self.object(kind));
                }
            }
            Shape::Text
            | Shape::Uuid
            | Shape::Timestamp
            | Shape::Bool
            | Shape::Number
            | Shape::Int32(_)
            | Shape::Int64
            | Shape::Json => {}
        }
    }

    fn object(&mut self, object: &Object) {
        // The tag is no field of the model; its documentation is the same everywhere.
        let mut declaration = object.declaration.to_owned();
        for tag in ["_type", webhook_event::TAG] {
            let tag = format!("    {tag}: \"");
            let documented = format!("    /**\n     * Which kind it is.\n     */\n{tag}");
            declaration = declaration.replacen(&tag, &documented, 1);
        }
        if self.declare(object.name, &declaration) {
            object.fields.iter().for_each(|field| self.add(field.shape));
        }
    }

    /// Whether it is new.
    fn declare(&mut self, name: &'static str, declaration: &str) -> bool {
        if !self.known.insert(name) {
            return false;
        }
        // An optional field of a request may be said to be undefined; null would say the same and is not offered.
        let mut declaration = declaration.replace(" | null;", " | undefined;");
        if self.only_given.contains(name) {
            declaration = with_constant_lists(&declaration);
        }
        let _ = writeln!(self.text, "{declaration}\n");
        true
    }
}
