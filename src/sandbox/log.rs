//! The activity log: an entry for every change (contract 6.7).

use super::clock::zoned;
use super::store::Store;
use serde_json::{Value, json};

/// Writes an entry. `kind` is the newer `_type`; its older name follows from it. `attributes` carry their
/// own `_type`, or are null for the kinds that have none.
pub(super) fn record(
    store: &mut Store,
    conversation: i64,
    author: &str,
    kind: &str,
    attributes: Value,
) {
    let now = store.now_ms;
    record_at(store, conversation, author, kind, attributes, now);
}

pub(super) fn record_at(
    store: &mut Store,
    conversation: i64,
    author: &str,
    kind: &str,
    attributes: Value,
    at_ms: i64,
) {
    // Kinds that are newer than the older field have no name of their own there.
    const NEWER: &[&str] = &[
        "ConversationCustomAttributesUpdated",
        "ConversationLinkedFromChild",
        "ConversationLinkedToParent",
        "ConversationMessageRedacted",
    ];
    let older = if NEWER.contains(&kind) {
        "UnknownActivityType".to_owned()
    } else {
        format!("{kind}ActivityType")
    };
    let mut entry = json!({
        "id": store.uuid(),
        "conversationId": conversation,
        "activityTimestamp": zoned(at_ms),
        "activityType": older,
        "_type": kind,
    });
    if let (Some(entry), Some(author)) = (entry.as_object_mut(), store.person(author)) {
        entry.insert("author".into(), author.json());
    }
    if let (Some(entry), false) = (entry.as_object_mut(), attributes.is_null()) {
        entry.insert("attributes".into(), attributes);
    }
    if let Ok(conversation) = store.conversation_mut(conversation) {
        conversation.activity.push(entry);
    }
}
