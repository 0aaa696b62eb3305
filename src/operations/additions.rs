//! The operations that v1 has got since the reference (contract 4), in its order.

#[cfg(not(target_arch = "wasm32"))]
use super::Docs;
use super::{Body, Method, Operation, Replay};
use crate::models::anonymization::AnonymizationRequestStatus;
use crate::models::conversation::Conversation;
use crate::models::filter::SearchParametersInput;
use crate::models::import::{GenericConversationImport, ImportConversationResponse};
use crate::models::rating::{
    ConversationRating, CreateRatingOfferInput, CreateRatingResultInput, RatingOffer, RatingResult,
};
use crate::models::search::{ConversationSearchWithFiltersHit, PageQuery, SearchPageQuery};
use crate::models::shape::Model;
use crate::models::state::{FollowupConversationInput, LinkConversationInput};
use crate::models::tag::BulkTagConversationInput;

/// As in `table.rs`, every entry writes every field.
pub(super) const ADDITIONS: &[Operation] = &[
    Operation {
        name: "followupConversation",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of(
            "Sets a conversation aside (snoozes it) until a point in time. Its state is `Pending` until then.",
        ),
        method: Method::Put,
        path: "/v1/conversations/{conversationId}/followup",
        query: None,
        body: Some(Body::required(FollowupConversationInput::SHAPE)),
        response: None,
        paged: false,
        never_sent: None,
        replay: Replay::Safe,
    },
    Operation {
        name: "linkConversation",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of(
            "Hangs a conversation on another one. A parent has at most 100 children, a child has one parent and no children.",
        ),
        method: Method::Put,
        path: "/v1/conversations/{conversationId}/link",
        query: None,
        body: Some(Body::required(LinkConversationInput::SHAPE)),
        response: None,
        paged: false,
        never_sent: None,
        replay: Replay::Safe,
    },
    Operation {
        name: "importConversation",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of(
            "Imports a conversation with its history. What could not be imported is in `partialErrors`.",
        ),
        method: Method::Post,
        path: "/v1/conversations/import",
        query: None,
        body: Some(Body::required(GenericConversationImport::SHAPE)),
        response: Some(ImportConversationResponse::SHAPE),
        paged: false,
        never_sent: None,
        replay: Replay::Unsafe,
    },
    Operation {
        name: "bulkTagConversation",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of(
            "Puts several tags on a conversation, by name. Tags that there are not are created.",
        ),
        method: Method::Post,
        path: "/v1/conversations/{conversationId}/tags/bulk",
        query: None,
        body: Some(Body::required(BulkTagConversationInput::SHAPE)),
        response: None,
        paged: false,
        never_sent: None,
        replay: Replay::Safe,
    },
    Operation {
        name: "listRatings",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of("Lists the ratings of a conversation."),
        method: Method::Get,
        path: "/v1/conversations/{conversationId}/ratings",
        query: None,
        body: None,
        response: Some(<Vec<ConversationRating>>::SHAPE),
        paged: false,
        never_sent: None,
        replay: Replay::Reads,
    },
    Operation {
        name: "offerRating",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of("Creates the offer of a rating. Its result is submitted by its id."),
        method: Method::Post,
        path: "/v1/conversations/{conversationId}/ratings/offer",
        query: None,
        body: Some(Body::required(CreateRatingOfferInput::SHAPE)),
        response: Some(RatingOffer::SHAPE),
        paged: false,
        never_sent: None,
        replay: Replay::Unsafe,
    },
    Operation {
        name: "submitRating",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of("Submits the result of a rating that was offered with `offerRating`."),
        method: Method::Post,
        path: "/v1/conversations/{conversationId}/ratings/{ratingId}/submit",
        query: None,
        body: Some(Body::required(CreateRatingResultInput::SHAPE)),
        response: Some(RatingResult::SHAPE),
        paged: false,
        never_sent: None,
        replay: Replay::Unsafe,
    },
    Operation {
        name: "searchConversationsWithFilters",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of("Searches conversations by text, by filters or by both, page by page."),
        method: Method::Post,
        path: "/v1/search/conversations",
        query: Some(SearchPageQuery::SHAPE),
        body: Some(Body::optional(SearchParametersInput::SHAPE)),
        response: Some(<Vec<ConversationSearchWithFiltersHit>>::SHAPE),
        paged: true,
        never_sent: None,
        replay: Replay::Reads,
    },
    Operation {
        name: "getAnonymizationRequest",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of(
            "Reads how far an anonymization has come; `processedAt` is there once it is done.",
        ),
        method: Method::Get,
        path: "/v1/anonymization/request/{requestId}",
        query: None,
        body: None,
        response: Some(AnonymizationRequestStatus::SHAPE),
        paged: false,
        never_sent: None,
        replay: Replay::Reads,
    },
    Operation {
        name: "listEndUserConversations",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of(
            "Lists the conversations of an end user, page by page. Their custom attributes are never among it.",
        ),
        method: Method::Get,
        path: "/v1/endusers/{userId}/conversations",
        query: Some(PageQuery::SHAPE),
        body: None,
        response: Some(<Vec<Conversation>>::SHAPE),
        paged: true,
        never_sent: Some("customAttributes"),
        replay: Replay::Reads,
    },
];
