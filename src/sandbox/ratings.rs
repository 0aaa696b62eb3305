//! Ratings: listed, offered, submitted. The contract documents no 404 for the last two.

use super::Call;
use super::clock::timestamp;
use super::events;
use super::http::{Refusal, Reply};
use super::log::record;
use super::store::Store;
use serde_json::json;

pub(super) fn list(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let ratings = &store.conversation(call.conversation_id())?.ratings;
    Ok(Reply::data(ratings.clone()))
}

fn invalid() -> Refusal {
    Refusal::invalid("Invalid value in request")
}

pub(super) fn offer(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let id = call.conversation_id();
    let channel = store
        .conversation(id)
        .map_err(|_| invalid())?
        .channel()
        .to_owned();
    let (user, by) = (call.text("userId"), call.text("agentId"));
    let user = user
        .and_then(|id| store.person(id))
        .ok_or_else(|| Refusal::invalid("User not found"))?;
    let by = by
        .and_then(|id| store.agent(id))
        .ok_or_else(|| Refusal::invalid("Agent was not found"))?;
    let kind = call.text("ratingType").unwrap_or_default();
    let now = timestamp(store.now_ms);
    let offered_at = call.text("offeredAt").unwrap_or(&now);
    let rating = store.uuid();
    store.conversation_mut(id)?.ratings.push(json!({
        "id": rating, "ratingType": kind, "conversationChannel": channel, "agentId": by.id, "userId": user.id,
        "ratingStatus": "Offered", "language": "en", "timestamps": { "created_at": now, "offered_at": offered_at },
    }));
    let attributes = json!({ "agent": by.json(), "user": user.json(), "_type": "ConversationRatingOfferedAttribute" });
    record(store, id, &by.id, "ConversationRatingOffered", attributes);
    let offer = json!({ "id": rating, "userId": user.id, "agentId": by.id, "ratingType": kind, "offeredAt": offered_at });
    Ok(Reply::with_status(201, offer))
}

/// Scores go from one to the other.
fn scale(kind: &str) -> std::ops::RangeInclusive<i64> {
    match kind {
        "Csat" => 1..=5,
        "ThumbsUpOrDown" => 0..=1,
        _ => 0..=10,
    }
}

pub(super) fn submit(store: &mut Store, call: &Call) -> Result<Reply, Refusal> {
    let id = call.conversation_id();
    let now = timestamp(store.now_ms);
    let result = call.body.get("ratingResult").cloned().unwrap_or_default();
    let kind = result["_type"].as_str().unwrap_or_default().to_owned();
    let score = result["value"]
        .as_i64()
        .filter(|score| scale(&kind).contains(score));
    let score = score.ok_or_else(invalid)?;
    let submitted_at = call.text("submittedAt").unwrap_or(&now);
    let ratings = &mut store.conversation_mut(id).map_err(|_| invalid())?.ratings;
    let offered = ratings.iter_mut().find(|rating| {
        rating["id"] == call.second_id()
            && rating["ratingType"] == kind.as_str()
            && rating["ratingStatus"] == "Offered"
    });
    let rating = offered.ok_or_else(invalid)?;
    rating["ratingStatus"] = json!("Rated");
    rating["ratingScore"] = json!(score);
    rating["timestamps"]["rated_at"] = json!(submitted_at);
    let mut answer = json!({ "ratingId": rating["id"], "userId": rating["userId"], "ratingResult": result, "submittedAt": submitted_at });
    let mut attributes = json!({ "score": score, "_type": "ConversationRatedAttribute" });
    if let Some(comment) = call.text("comment") {
        rating["ratingComment"] = json!(comment);
        answer["comment"] = json!(comment);
        attributes["message"] = json!(comment);
    }
    let rating = rating.clone();
    record(store, id, "", "ConversationRated", attributes);
    events::rated(store, id, &rating);
    Ok(Reply::with_status(201, answer))
}
