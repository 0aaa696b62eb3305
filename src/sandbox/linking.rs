//! Links between conversations: a child hangs on one parent, and has no children (contract 4).

use super::Call;
use super::http::{Refusal, Reply};
use super::log::record;
use super::store::{Conversation, Store};
use serde_json::{Value, json};

/// Most children of a parent.
const MOST_CHILDREN: usize = 100;

fn parent(conversation: &Conversation) -> Option<i64> {
    conversation.wire.get("link")?.get("parentId")?.as_i64()
}

/// Parent and children of a conversation.
pub(super) fn list(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let id = call.conversation_id();
    let parent = parent(store.conversation(id)?);
    let is_linked = |(other, one): &(&i64, &Conversation)| {
        Some(**other) == parent || self::parent(one) == Some(id)
    };
    let linked = store.conversations.iter().filter(is_linked);
    Ok(Reply::data(
        linked
            .map(|(_, one)| Value::Object(one.wire.clone()))
            .collect::<Vec<_>>(),
    ))
}

/// Linking to the parent that it has changes nothing but the kind of the link.
pub(super) fn link(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let id = call.conversation_id();
    let to = call
        .body
        .get("parentId")
        .and_then(Value::as_i64)
        .unwrap_or_default();
    let known = parent(store.conversation(id)?);
    let above = parent(store.conversation(to)?);
    let children = |of: i64| {
        store
            .conversations
            .values()
            .filter(move |one| parent(one) == Some(of))
            .count()
    };
    let may_be =
        known.is_none_or(|known| known == to) && above.is_none() && to != id && children(id) == 0;
    if !may_be || (known.is_none() && children(to) >= MOST_CHILDREN) {
        return Err(Refusal::invalid("Invalid value in request"));
    }
    let kind = call.text("linkType").unwrap_or_default();
    let link = json!({ "parentId": to, "_type": kind });
    let wire = &mut store.conversation_mut(id)?.wire;
    if wire.insert("link".into(), link.clone()).as_ref() != Some(&link) {
        let owner = store.owner();
        let attributes = json!({ "child": id, "parent": to, "linkType": kind, "_type": "ConversationLinkedAttribute" });
        record(
            store,
            id,
            &owner,
            "ConversationLinkedToParent",
            attributes.clone(),
        );
        record(store, to, &owner, "ConversationLinkedFromChild", attributes);
    }
    Ok(Reply::done())
}
