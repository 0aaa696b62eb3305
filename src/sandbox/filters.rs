//! The filter language: what a condition means for a conversation (contract 6.11; what its operators mean is
//! taken from their names).

use super::clock::milliseconds;
use super::store::Conversation;
use serde_json::{Value, json};

/// Whether the filters hold for a conversation; without conditions they do.
pub(super) fn hold(one: &Conversation, filters: &Value) -> bool {
    let conditions = filters.get("conditions").and_then(Value::as_array);
    let mut conditions = conditions.into_iter().flatten().peekable();
    if conditions.peek().is_none() {
        return true;
    }
    let mut holds = conditions.map(|condition| field_holds(one, &condition["field"]));
    if filters["strategy"] == "Any" {
        holds.any(|holds| holds)
    } else {
        holds.all(|holds| holds)
    }
}

fn field_holds(one: &Conversation, field: &Value) -> bool {
    let operator = &field["operator"];
    let name = field["_type"].as_str().unwrap_or_default();
    match name {
        "AssignedDate" | "ClosedDate" | "CreationDate" | "LastActivity" | "LastMessage" => {
            time(one, name).is_some_and(|time| time_holds(time, operator))
        }
        "Duration" => {
            let ends = time(one, "ClosedDate").zip(time(one, "CreationDate"));
            ends.is_some_and(|(closed, created)| duration_holds(closed - created, operator))
        }
        _ => values_hold(&values(one, name, field), operator),
    }
}

/// The values that a field has.
fn values(one: &Conversation, name: &str, field: &Value) -> Vec<Value> {
    let at = |pointer: &str| Value::Object(one.wire.clone()).pointer(pointer).cloned();
    match name {
        "AgentId" => at("/assignment/agentId").into_iter().collect(),
        "QueueId" => at("/queue/id").into_iter().collect(),
        "ContactId" => vec![json!(one.requester())],
        "ConversationId" => at("/id")
            .map(|id| json!(id.to_string()))
            .into_iter()
            .collect(),
        "Channel" => vec![json!(channel(one))],
        "Direction" => {
            let direction = at("/direction");
            let direction = direction.as_ref().and_then(Value::as_str);
            direction
                .map(|direction| json!(direction.to_lowercase()))
                .into_iter()
                .collect()
        }
        "Status" => vec![json!(match one.state() {
            "Open" => "open",
            "Closed" => "closed",
            _ => "pending",
        })],
        "TagId" => one.tags.iter().map(|tag| json!(tag)).collect(),
        _ => {
            let attributes = at("/customAttributes");
            let attributes = attributes.as_ref().and_then(Value::as_array);
            let attribute = attributes
                .into_iter()
                .flatten()
                .find(|known| known["id"] == field["attributeId"]);
            // A value is a path, of one step if it is a text.
            attribute
                .map(|known| match &known["value"] {
                    Value::Array(path) => json!(path),
                    text => json!([text]),
                })
                .into_iter()
                .collect()
        }
    }
}

/// A conversation's channel as the filters spell it.
fn channel(one: &Conversation) -> String {
    if one.wire.get("_type") == Some(&json!("GenericConversation")) {
        return "genericapimessaging".into();
    }
    match one.channel() {
        "WidgetChat" => "chat".into(),
        "Messenger" => "dixamessenger".into(),
        "PstnPhone" => "phone".into(),
        other => other.to_lowercase(),
    }
}

fn values_hold(values: &[Value], operator: &Value) -> bool {
    let wanted = operator["values"].as_array().cloned().unwrap_or_default();
    let has = |value: &Value| values.contains(value);
    match operator["_type"].as_str() {
        Some("IsEmpty") => values.is_empty(),
        Some("IsNotEmpty") => !values.is_empty(),
        Some("IsOneOf" | "IncludesOne") => wanted.iter().any(has),
        Some("IncludesAll") => wanted.iter().all(has),
        Some("ExcludesOne") => !wanted.iter().all(has),
        _ => !wanted.iter().any(has),
    }
}

/// A time that a conversation has.
fn time(one: &Conversation, name: &str) -> Option<i64> {
    let text = |value: Option<&Value>| value.and_then(Value::as_str).and_then(milliseconds);
    match name {
        "CreationDate" => text(one.wire.get("createdAt")),
        "AssignedDate" => text(one.wire.get("assignment")?.get("assignedAt")),
        "ClosedDate" => text(one.wire.get("stateUpdatedAt")).filter(|_| one.state() == "Closed"),
        "LastMessage" => text(one.messages.last()?.get("createdAt")),
        _ => text(one.activity.last()?.get("activityTimestamp")),
    }
}

fn time_holds(time: i64, operator: &Value) -> bool {
    let at = |name: &str| {
        operator[name]
            .as_str()
            .and_then(milliseconds)
            .unwrap_or_default()
    };
    match operator["_type"].as_str() {
        Some("Since") => time >= at("timestamp"),
        Some("Until") => time <= at("timestamp"),
        _ => (at("timestampFrom")..=at("timestampTo")).contains(&time),
    }
}

fn duration_holds(duration: i64, operator: &Value) -> bool {
    let ms = |name: &str| operator[name].as_i64().unwrap_or_default();
    match operator["_type"].as_str() {
        Some("LongerThanOrEqualTo") => duration >= ms("duration"),
        Some("ShorterThanOrEqualTo") => duration <= ms("duration"),
        _ => (ms("min")..=ms("max")).contains(&duration),
    }
}
