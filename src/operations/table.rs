//! The operations of the reference (contract 3), in the order of its titles. Not here: what v1 has got
//! since (`additions.rs`).

#[cfg(not(target_arch = "wasm32"))]
use super::Docs;
use super::{Body, Method, Operation, Replay};
use crate::models::activity_log::{ActivityLogEntry, ListOrganizationActivityLogQuery};
use crate::models::anonymization::{AnonymizationRequestStatus, AnonymizeConversationQuery};
use crate::models::conversation::Conversation;
use crate::models::create::{
    ConversationResponse, CreateConversationInput, CreateMessageInput, CreateMessageOutputData,
};
use crate::models::custom_attribute::{CustomAttribute, PatchCustomAttributesInput};
use crate::models::flow::{ConversationFlow, ListFlowsQuery};
use crate::models::message::Message;
use crate::models::note::{
    BulkActionOutcome, BulkCreateInternalNoteInput, CreateInternalNoteInput, InternalNoteData,
};
use crate::models::rating::ConversationRating;
use crate::models::search::{ConversationSearchHit, SearchConversationsQuery};
use crate::models::shape::Model;
use crate::models::state::{
    ClaimConversationInput, CloseConversationInput, ReopenConversationInput,
    TransferConversationInput,
};
use crate::models::tag::Tag;

/// Every entry writes every field, `None` too: what is left out does not compile.
pub(super) const REFERENCE: &[Operation] = &[
    Operation {
        name: "addInternalNote",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of("Writes an internal note, which the end user does not see."),
        method: Method::Post,
        path: "/v1/conversations/{conversationId}/notes",
        query: None,
        body: Some(Body::required(CreateInternalNoteInput::SHAPE)),
        response: Some(InternalNoteData::SHAPE),
        paged: false,
        never_sent: None,
        replay: Replay::Unsafe,
    },
    Operation {
        name: "addInternalNotes",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of(
            "Writes several internal notes. Each has an outcome of its own, in the order of the request (order not stated by Dixa).",
        ),
        method: Method::Post,
        path: "/v1/conversations/{conversationId}/notes/bulk",
        query: None,
        body: Some(Body::required(BulkCreateInternalNoteInput::SHAPE)),
        response: Some(<Vec<BulkActionOutcome>>::SHAPE),
        paged: false,
        never_sent: None,
        replay: Replay::Unsafe,
    },
    Operation {
        name: "addMessage",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of(
            "Adds a message: `Inbound` as the end user, `Outbound` as an agent. An `externalId` makes it safe to repeat.",
        ),
        method: Method::Post,
        path: "/v1/conversations/{conversationId}/messages",
        query: None,
        body: Some(Body::required(CreateMessageInput::SHAPE)),
        response: Some(CreateMessageOutputData::SHAPE),
        paged: false,
        never_sent: None,
        replay: Replay::Keyed {
            member: "externalId",
            listed_by: "listMessages",
        },
    },
    Operation {
        name: "anonymizeConversation",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of(
            "Asks for the personal data of a conversation to be removed. It is done later. One that is not closed needs `force`, which closes it.",
        ),
        method: Method::Patch,
        path: "/v1/conversations/{conversationId}/anonymize",
        query: Some(AnonymizeConversationQuery::SHAPE),
        body: None,
        response: Some(AnonymizationRequestStatus::SHAPE),
        paged: false,
        never_sent: None,
        replay: Replay::Safe,
    },
    Operation {
        name: "anonymizeMessage",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of("Asks for the personal data of a message to be removed. It is done later."),
        method: Method::Patch,
        path: "/v1/conversations/{conversationId}/messages/{messageId}/anonymize",
        query: None,
        body: None,
        response: Some(AnonymizationRequestStatus::SHAPE),
        paged: false,
        never_sent: None,
        replay: Replay::Safe,
    },
    Operation {
        name: "claimConversation",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of(
            "Assigns a conversation to an agent. `force` says whether to take it from another one, and must be said.",
        ),
        method: Method::Put,
        path: "/v1/conversations/{conversationId}/claim",
        query: None,
        body: Some(Body::required(ClaimConversationInput::SHAPE)),
        response: None,
        paged: false,
        never_sent: None,
        replay: Replay::SafeUnless("force"),
    },
    Operation {
        name: "closeConversation",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of("Closes a conversation."),
        method: Method::Put,
        path: "/v1/conversations/{conversationId}/close",
        query: None,
        body: Some(Body::optional(CloseConversationInput::SHAPE)),
        response: None,
        paged: false,
        never_sent: None,
        replay: Replay::Safe,
    },
    Operation {
        name: "createConversation",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of("Starts a conversation. Only its id comes back."),
        method: Method::Post,
        path: "/v1/conversations",
        query: None,
        body: Some(Body::required(CreateConversationInput::SHAPE)),
        response: Some(ConversationResponse::SHAPE),
        paged: false,
        never_sent: None,
        replay: Replay::Unsafe,
    },
    Operation {
        name: "getConversation",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of("Reads a conversation."),
        method: Method::Get,
        path: "/v1/conversations/{conversationId}",
        query: None,
        body: None,
        response: Some(Conversation::SHAPE),
        paged: false,
        never_sent: None,
        replay: Replay::Reads,
    },
    Operation {
        name: "listActivityLog",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of("Lists what happened to a conversation."),
        method: Method::Get,
        path: "/v1/conversations/{conversationId}/activitylog",
        query: None,
        body: None,
        response: Some(<Vec<ActivityLogEntry>>::SHAPE),
        paged: false,
        never_sent: None,
        replay: Replay::Reads,
    },
    Operation {
        name: "listFlows",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of(
            "Lists conversation flows of one channel: `PstnPhone` unless `channel` says another.",
        ),
        method: Method::Get,
        path: "/v1/conversations/flows",
        query: Some(ListFlowsQuery::SHAPE),
        body: None,
        response: Some(<Vec<ConversationFlow>>::SHAPE),
        paged: false,
        never_sent: None,
        replay: Replay::Reads,
    },
    Operation {
        name: "listInternalNotes",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of("Lists the internal notes of a conversation, the oldest first."),
        method: Method::Get,
        path: "/v1/conversations/{conversationId}/notes",
        query: None,
        body: None,
        response: Some(<Vec<InternalNoteData>>::SHAPE),
        paged: false,
        never_sent: None,
        replay: Replay::Reads,
    },
    Operation {
        name: "listLinkedConversations",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of("Lists the conversations that hang on this one: 100 at most."),
        method: Method::Get,
        path: "/v1/conversations/{conversationId}/linked",
        query: None,
        body: None,
        response: Some(<Vec<Conversation>>::SHAPE),
        paged: false,
        never_sent: None,
        replay: Replay::Reads,
    },
    Operation {
        name: "listMessages",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of("Lists the messages of a conversation."),
        method: Method::Get,
        path: "/v1/conversations/{conversationId}/messages",
        query: None,
        body: None,
        response: Some(<Vec<Message>>::SHAPE),
        paged: false,
        never_sent: None,
        replay: Replay::Reads,
    },
    Operation {
        name: "listOrganizationActivityLog",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of("Lists what happened to all conversations, page by page."),
        method: Method::Get,
        path: "/v1/conversations/activitylog",
        query: Some(ListOrganizationActivityLogQuery::SHAPE),
        body: None,
        response: Some(<Vec<ActivityLogEntry>>::SHAPE),
        paged: true,
        never_sent: None,
        replay: Replay::Reads,
    },
    Operation {
        name: "listRating",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::deprecated("Lists the ratings of a conversation.", "listRatings"),
        method: Method::Get,
        path: "/v1/conversations/{conversationId}/rating",
        query: None,
        body: None,
        response: Some(<Vec<ConversationRating>>::SHAPE),
        paged: false,
        never_sent: None,
        replay: Replay::Reads,
    },
    Operation {
        name: "listTags",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of("Lists the tags of a conversation."),
        method: Method::Get,
        path: "/v1/conversations/{conversationId}/tags",
        query: None,
        body: None,
        response: Some(<Vec<Tag>>::SHAPE),
        paged: false,
        never_sent: None,
        replay: Replay::Reads,
    },
    Operation {
        name: "patchCustomAttributes",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of(
            "Sets custom attributes by their ids. `null` clears one; those not named stay as they are.",
        ),
        method: Method::Patch,
        path: "/v1/conversations/{conversationId}/custom-attributes",
        query: None,
        body: Some(Body::required(PatchCustomAttributesInput::SHAPE)),
        response: Some(<Vec<CustomAttribute>>::SHAPE),
        paged: false,
        never_sent: None,
        replay: Replay::Safe,
    },
    Operation {
        name: "reopenConversation",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of("Opens a closed conversation again."),
        method: Method::Put,
        path: "/v1/conversations/{conversationId}/reopen",
        query: None,
        body: Some(Body::optional(ReopenConversationInput::SHAPE)),
        response: None,
        paged: false,
        never_sent: None,
        replay: Replay::Safe,
    },
    Operation {
        name: "searchConversations",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::deprecated(
            "Searches conversations by text, page by page.",
            "searchConversationsWithFilters",
        ),
        method: Method::Get,
        path: "/v1/search/conversations",
        query: Some(SearchConversationsQuery::SHAPE),
        body: None,
        response: Some(<Vec<ConversationSearchHit>>::SHAPE),
        paged: true,
        never_sent: None,
        replay: Replay::Reads,
    },
    Operation {
        name: "tagConversation",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of("Puts a tag on a conversation. Putting it on twice changes nothing."),
        method: Method::Put,
        path: "/v1/conversations/{conversationId}/tags/{tagId}",
        query: None,
        body: None,
        response: None,
        paged: false,
        never_sent: None,
        replay: Replay::Safe,
    },
    Operation {
        name: "transferConversation",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of("Moves a conversation to another queue."),
        method: Method::Put,
        path: "/v1/conversations/{conversationId}/transfer/queue",
        query: None,
        body: Some(Body::required(TransferConversationInput::SHAPE)),
        response: None,
        paged: false,
        never_sent: None,
        replay: Replay::Never,
    },
    Operation {
        name: "untagConversation",
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of("Takes a tag off a conversation."),
        method: Method::Delete,
        path: "/v1/conversations/{conversationId}/tags/{tagId}",
        query: None,
        body: None,
        response: None,
        paged: false,
        never_sent: None,
        replay: Replay::Safe,
    },
];
