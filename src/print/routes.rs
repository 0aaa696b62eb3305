//! What the proxy needs: where each operation is, and its types. For the entry `dixa-conversations/proxy`
//! alone: the client's shell knows no path.

use crate::models::shape::Shape;
use crate::operations::{IdKind, OPERATIONS, Operation, path_ids};
use std::fmt::Write;

/// The table that the proxy matches requests against.
pub(super) fn table() -> String {
    let mut out = String::from(
        "/**\n * Where an operation is: its method, its path with its ids in braces, what each id must be, the names its query may\n * have, and whether there is a body.\n * @typedef {{ name: string, method: string, path: string, ids: Record<string, 'number' | 'uuid' | 'text'>, query: readonly string[], body: boolean }} Route\n */\n\n/** @type {readonly Route[]} */\nexport const ROUTES = [\n",
    );
    for operation in OPERATIONS {
        let ids: Vec<_> = path_ids(operation.path)
            .map(|(name, kind)| format!("{name}: '{}'", kind_name(kind)))
            .collect();
        let ids = if ids.is_empty() {
            "{}".to_owned()
        } else {
            format!("{{ {} }}", ids.join(", "))
        };
        let query: Vec<_> = query_names(operation)
            .map(|name| format!("'{name}'"))
            .collect();
        let (name, method, path) = (operation.name, operation.method.as_str(), operation.path);
        let (query, body) = (query.join(", "), operation.body.is_some());
        let _ = writeln!(
            out,
            "  {{ name: '{name}', method: '{method}', path: '{path}', ids: {ids}, query: [{query}], body: {body} }},"
        );
    }
    out.push_str("];\n");
    out
}

/// The types that follow from the operations.
pub(super) fn types() -> String {
    let names: Vec<_> = OPERATIONS
        .iter()
        .map(|operation| format!("'{}'", operation.name))
        .collect();
    let mut out = String::new();
    let _ = write!(
        out,
        "/** The name of an operation: of a method of the client. */\nexport type OperationName =\n    | {};\n\n/** The ids in the path of each operation. */\nexport interface OperationIds {{\n",
        names.join("\n    | ")
    );
    for operation in OPERATIONS {
        let ids: Vec<_> = path_ids(operation.path)
            .map(|(name, _)| format!("'{name}'"))
            .collect();
        let ids = if ids.is_empty() {
            "never".to_owned()
        } else {
            ids.join(" | ")
        };
        let (name, method, path) = (operation.name, operation.method.as_str(), operation.path);
        let _ = writeln!(
            out,
            "    /** `{method} {path}` */\n    {name}: Record<{ids}, string>;"
        );
    }
    out.push_str("}\n");
    out
}

const fn kind_name(kind: IdKind) -> &'static str {
    match kind {
        IdKind::Number => "number",
        IdKind::Uuid => "uuid",
        IdKind::Text => "text",
        // Only of `request`, which is in no table.
        IdKind::Path => "path",
    }
}

/// Names that may stand in an operation's query.
fn query_names(operation: &Operation) -> impl Iterator<Item = &'static str> {
    let fields = match operation.query {
        Some(Shape::Object(object)) => object.fields,
        _ => &[],
    };
    fields.iter().map(|field| field.name)
}
