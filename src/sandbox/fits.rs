//! Whether what is given from outside fits: it is held against the models of the API, and what is wrong is told by its
//! path.

use super::clock::milliseconds;
use super::store::Store;
use crate::codec;
use crate::models::shape::Shape;
use serde_json::{Map, Value};

pub(super) type Object = Map<String, Value>;

/// Holds a value against a model; gives it mended.
pub(super) fn checked(value: &Value, shape: &'static Shape, path: &str) -> Result<Value, String> {
    let given = value.to_string();
    let found = codec::encode(&given, shape, "$", &[]);
    let found = found.ok_or_else(|| wrong(path, "JSON", "something else"))?;
    // A kind that the models do not know is none that a sandbox could play.
    let kind = |path: &str| path.ends_with("._type");
    let issue = found.findings.first_issue().or_else(|| {
        let mut list = found.findings.list.iter();
        list.find(|finding| kind(&finding.path))
    });
    if let Some(issue) = issue {
        let path = [path, issue.path.trim_start_matches('$')].concat();
        return Err(wrong(&path, &issue.expected, &issue.got));
    }
    serde_json::from_str(found.text.of(&given)).map_err(|_| wrong(path, "JSON", "something else"))
}

pub(super) fn agent(store: &Store, id: &str, path: &str) -> Result<String, String> {
    let known = store.agent(id).map(|agent| agent.id.into_owned());
    known.ok_or_else(|| wrong(path, "the id of an agent", "another"))
}

pub(super) fn time(value: Option<Value>, path: &str) -> Result<Option<i64>, String> {
    let Some(value) = value else {
        return Ok(None);
    };
    let ms = value.as_str().and_then(milliseconds);
    ms.map(Some)
        .ok_or_else(|| wrong(path, "timestamp", kind_of(&value)))
}

/// The elements of a list, each with its path; none when there is no such member.
pub(super) fn listed<'a>(
    holder: &'a Object,
    path: &str,
    name: &str,
) -> Result<Vec<(String, &'a Value)>, String> {
    let path = at(path, name);
    match holder.get(name) {
        None => Ok(Vec::new()),
        Some(Value::Array(all)) => Ok(all
            .iter()
            .enumerate()
            .map(|(index, one)| (format!("{path}[{index}]"), one))
            .collect()),
        Some(other) => Err(wrong(&path, "array", kind_of(other))),
    }
}

pub(super) fn object<'a>(value: &'a Value, path: &str) -> Result<&'a Object, String> {
    value
        .as_object()
        .ok_or_else(|| wrong(path, "an object", kind_of(value)))
}

pub(super) fn at(path: &str, member: &str) -> String {
    [path, ".", member].concat()
}

pub(super) fn wrong(path: &str, expected: &str, got: &str) -> String {
    format!("{path}: expected {expected}, got {got}")
}

pub(super) fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
