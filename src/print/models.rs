//! The operations and models as JSON, for a comparison with a document of the API (`tests/drift`). Nothing is
//! declared here: all of it is read from the tables that the codec works with.

use crate::models::shape::{Object, Shape};
use crate::operations::{IdKind, OPERATIONS, Operation, path_ids};
use serde_json::{Map, Value, json};

/// All of them; what has a name stands in `models`, once.
pub(super) fn json() -> String {
    let mut models = Map::new();
    let operations: Vec<_> = OPERATIONS
        .iter()
        .map(|operation| told(operation, &mut models))
        .collect();
    json!({ "operations": operations, "models": models }).to_string()
}

fn told(operation: &Operation, models: &mut Map<String, Value>) -> Value {
    let ids: Vec<_> = path_ids(operation.path)
        .map(|(name, kind)| json!({ "name": name, "shape": { "is": id(kind) } }))
        .collect();
    let body = operation
        .body
        .as_ref()
        .map(|body| json!({ "shape": shape(body.shape, models), "required": body.required }));
    json!({
        "name": operation.name,
        "method": operation.method.as_str(),
        "path": operation.path,
        "deprecated": operation.docs.successor.is_some(),
        "ids": ids,
        "query": operation.query.map(|query| shape(query, models)),
        "body": body,
        "answer": operation.response.map(|response| shape(response, models)),
        "paged": operation.paged,
        "neverSent": operation.never_sent,
    })
}

const fn id(kind: IdKind) -> &'static str {
    match kind {
        IdKind::Number => "int64",
        IdKind::Uuid => "uuid",
        IdKind::Text | IdKind::Path => "text",
    }
}

/// What stands at a place. What has a name is told once, in `models`.
fn shape(place: &Shape, models: &mut Map<String, Value>) -> Value {
    match place {
        Shape::Text => json!({ "is": "text" }),
        Shape::Uuid => json!({ "is": "uuid" }),
        Shape::Timestamp => json!({ "is": "timestamp" }),
        Shape::Bool => json!({ "is": "boolean" }),
        Shape::Number => json!({ "is": "number" }),
        Shape::Int32(_) => json!({ "is": "int32" }),
        Shape::Int64 => json!({ "is": "int64" }),
        Shape::Json => json!({ "is": "anything" }),
        Shape::Optional(inner) => json!({ "is": "optional", "of": shape(inner, models) }),
        Shape::Nullable(inner) => json!({ "is": "nullable", "of": shape(inner, models) }),
        Shape::List(item) => json!({ "is": "list", "of": shape(item, models) }),
        Shape::OpenEnum(open) => named(
            open.name,
            models,
            |_| json!({ "is": "enum", "values": open.values }),
        ),
        Shape::Map(map) => named(
            map.name,
            models,
            |models| json!({ "is": "map", "of": shape(map.value, models), "uuidKeys": map.uuid_keys }),
        ),
        Shape::AnyOf(any) => named(any.name, models, |models| {
            let choices: Vec<_> = any.choices.iter().map(|one| shape(one, models)).collect();
            json!({ "is": "choice", "of": choices })
        }),
        Shape::Object(object) => whole(object, models),
        Shape::Union(union) => named(union.name, models, |models| {
            let kinds: Map<_, _> = union
                .kinds
                .iter()
                .map(|kind| (kind.tag.unwrap_or_default().to_owned(), whole(kind, models)))
                .collect();
            json!({ "is": "union", "kinds": kinds })
        }),
    }
}

fn whole(object: &Object, models: &mut Map<String, Value>) -> Value {
    named(object.name, models, |models| {
        let fields: Map<_, _> = object
            .fields
            .iter()
            .map(|field| (field.name.to_owned(), shape(field.shape, models)))
            .collect();
        json!({ "is": "object", "fields": fields })
    })
}

fn named(
    name: &str,
    models: &mut Map<String, Value>,
    model: impl FnOnce(&mut Map<String, Value>) -> Value,
) -> Value {
    if !models.contains_key(name) {
        // First, so that a model that holds itself ends.
        models.insert(name.to_owned(), Value::Null);
        let told = model(models);
        models.insert(name.to_owned(), told);
    }
    json!({ "is": "model", "name": name })
}
