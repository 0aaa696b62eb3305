//! The activity log (contract 6.7). Not here: what an entry says beyond its kind
//! (`activity_attributes.rs`).

use super::activity_attributes::ActivityLogAttribute;
use super::scalars::{Int64, Timestamp, TimestampInput, Uuid};

model! {
    /// Activity log entry. `_type` is a plain enum here, not a union discriminator: all entries share one shape.
    pub struct ActivityLogEntry {
        /// Its id.
        pub id: Uuid,
        /// The conversation. Declared with 32 bits by Dixa, 64 bits everywhere else.
        pub conversation_id: Int64,
        /// When it happened.
        pub activity_timestamp: Timestamp,
        /// What happened, in the older spelling; replaced by `_type`.
        pub activity_type: DeprecatedActivityLogType,
        /// What happened.
        pub kind as "_type": ActivityType,
        /// Who did it.
        pub author: Option<ActivityLogUser>,
        /// What is special to its kind.
        pub attributes: Option<ActivityLogAttribute>,
    }
}

model! {
    /// User in an activity log entry.
    pub struct ActivityLogUser {
        /// Its id.
        pub id: String,
        /// The name.
        pub name: Option<String>,
        /// E-mail address.
        pub email: Option<String>,
        /// Phone number.
        pub phone_number: Option<String>,
    }
}

open_enum! {
    /// `_type` of an activity log entry: 32 values in the January 2024 v1 spec, 43 in the 2026 v1 spec.
    pub enum ActivityType {
        ConversationAssigned,
        ConversationAutoreplySent,
        ConversationClaimed,
        ConversationClosed,
        ConversationCreatedByAgent,
        ConversationCreatedByCustomer,
        ConversationEndUserReplaced,
        ConversationLanguageUpdated,
        ConversationOfferAccepted,
        ConversationOfferRejected,
        ConversationOfferTimeout,
        ConversationOffered,
        ConversationPending,
        ConversationRated,
        ConversationRatingCancelled,
        ConversationRatingOffered,
        ConversationRatingScheduled,
        ConversationRatingUnscheduled,
        ConversationReopened,
        ConversationReserved,
        ConversationUnassigned,
        FollowupAdded,
        FollowupExpired,
        FollowupRemoved,
        MessageAddedByAgent,
        MessageAddedByCustomer,
        NoteAdded,
        TagAdded,
        TagRemoved,
        TransferFailed,
        TransferInitiated,
        TransferSuccessful,
        ConversationChannelChanged,
        ConversationCustomAttributesUpdated,
        ConversationLinkedFromChild,
        ConversationLinkedToParent,
        ConversationMessageRedacted,
        ConversationRatingNotOffered,
        ConversationResolvedStateToggled,
        ConversationTranscriptionEnded,
        ConversationTranscriptionStarted,
        ConversationUnlinkedFromChild,
        ConversationUnlinkedToParent,
    }
}

open_enum! {
    /// Deprecated `activityType`, replaced by `_type`. Value is `_type` + `ActivityType`, except `ConversationReservedType` (no "Activity") and `UnknownActivityType`.
    pub enum DeprecatedActivityLogType {
        ConversationAssignedActivityType,
        ConversationAutoreplySentActivityType,
        ConversationClaimedActivityType,
        ConversationClosedActivityType,
        ConversationCreatedByAgentActivityType,
        ConversationCreatedByCustomerActivityType,
        ConversationEndUserReplacedActivityType,
        ConversationLanguageUpdatedActivityType,
        ConversationOfferAcceptedActivityType,
        ConversationOfferRejectedActivityType,
        ConversationOfferTimeoutActivityType,
        ConversationOfferedActivityType,
        ConversationPendingActivityType,
        ConversationRatedActivityType,
        ConversationRatingCancelledActivityType,
        ConversationRatingOfferedActivityType,
        ConversationRatingScheduledActivityType,
        ConversationRatingUnscheduledActivityType,
        ConversationReopenedActivityType,
        ConversationReservedType,
        ConversationUnassignedActivityType,
        FollowupAddedActivityType,
        FollowupExpiredActivityType,
        FollowupRemovedActivityType,
        MessageAddedByAgentActivityType,
        MessageAddedByCustomerActivityType,
        NoteAddedActivityType,
        TagAddedActivityType,
        TagRemovedActivityType,
        TransferFailedActivityType,
        TransferInitiatedActivityType,
        TransferSuccessfulActivityType,
        ConversationTranscriptionEndedActivityType,
        ConversationTranscriptionStartedActivityType,
        UnknownActivityType,
    }
}

model! {
    /// Which part of the organization's activity log to list.
    input struct ListOrganizationActivityLogQuery {
        /// Entries a page.
        pub page_limit: Option<i32>,
        /// Where to go on: `nextPageKey` of a page. Never build one.
        pub page_key: Option<String>,
        /// The earliest entry.
        pub from_datetime: Option<TimestampInput>,
        /// The latest entry.
        pub to_datetime: Option<TimestampInput>,
    }
}
