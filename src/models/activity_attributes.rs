//! What an entry of the activity log says beyond its kind (contract 6.7).

use super::activity_log::{ActivityLogUser, ActivityType};
use super::scalars::{AttributeValue, Int64};
use super::shape::{Object, ObjectModel};

union! {
    /// What an entry of the activity log says beyond its kind. The tags are inferred from the names of the schemas; one that lacks its tag gets the one that its entry's `_type` goes with, unless something in it speaks against that.
    pub enum ActivityLogAttribute {
        /// An agent was assigned.
        ConversationAssignedAttribute,
        /// An automatic reply was sent.
        ConversationAutoReplySentAttribute,
        /// The channel changed. Since 2026.
        ConversationChannelChangedAttribute,
        /// An agent claimed it.
        ConversationClaimedAttribute,
        /// It was created.
        ConversationCreatedAttribute,
        /// Custom attributes changed. Since 2026.
        ConversationCustomAttributesUpdatedAttribute,
        /// The end user was replaced by another.
        ConversationEndUserReplacedAttribute,
        /// The language changed.
        ConversationLanguageUpdatedAttribute,
        /// A link was made or removed. Since 2026.
        ConversationLinkedAttribute,
        /// It was offered to agents.
        ConversationOfferedAttribute,
        /// The end user rated it.
        ConversationRatedAttribute,
        /// No rating was offered. Since 2026.
        ConversationRatingNotOfferedAttribute,
        /// A rating was offered.
        ConversationRatingOfferedAttribute,
        /// A rating was scheduled.
        ConversationRatingScheduledAttribute,
        /// It was reserved for an agent.
        ConversationReservedAttribute,
        /// It was marked as resolved, or no longer. Since 2026.
        ConversationResolvedStateToggledAttribute,
        /// The subject changed. Since 2026.
        ConversationSubjectUpdatedAttribute,
        /// The transcription of a call ended. Since 2026.
        ConversationTranscriptionEndedAttribute,
        /// It was transferred.
        ConversationTransferredAttribute,
        /// An agent was taken off it.
        ConversationUnassignedAttribute,
        /// A message was added.
        MessageAddedAttribute,
        /// A message was redacted. Since 2026.
        MessageRedactedAttribute,
        /// A note was added.
        NoteAddedAttribute,
        /// A tag was put on it.
        TagAddedAttribute,
        /// A tag was taken off it.
        TagRemovedAttribute,
    } or UnknownActivityLogAttribute in ENTRIES
}

macro_rules! hosts {
    ($($($Entry:ident)|+ => $Kind:ident,)+) => {
        &[$($({
            const _: ActivityType = ActivityType::$Entry;
            (stringify!($Entry), $Kind::OBJECT)
        },)+)+]
    };
}

/// What an entry of each kind has, should its attributes not say what they are. Inferred from the names.
const ENTRIES: &[(&str, &Object)] = hosts! {
    ConversationAssigned => ConversationAssignedAttribute,
    ConversationAutoreplySent => ConversationAutoReplySentAttribute,
    ConversationChannelChanged => ConversationChannelChangedAttribute,
    ConversationClaimed => ConversationClaimedAttribute,
    ConversationCreatedByAgent | ConversationCreatedByCustomer => ConversationCreatedAttribute,
    ConversationCustomAttributesUpdated => ConversationCustomAttributesUpdatedAttribute,
    ConversationEndUserReplaced => ConversationEndUserReplacedAttribute,
    ConversationLanguageUpdated => ConversationLanguageUpdatedAttribute,
    ConversationLinkedToParent | ConversationLinkedFromChild | ConversationUnlinkedToParent | ConversationUnlinkedFromChild => ConversationLinkedAttribute,
    ConversationOffered => ConversationOfferedAttribute,
    ConversationRated => ConversationRatedAttribute,
    ConversationRatingNotOffered => ConversationRatingNotOfferedAttribute,
    ConversationRatingOffered => ConversationRatingOfferedAttribute,
    ConversationRatingScheduled => ConversationRatingScheduledAttribute,
    ConversationReserved => ConversationReservedAttribute,
    ConversationResolvedStateToggled => ConversationResolvedStateToggledAttribute,
    ConversationTranscriptionEnded => ConversationTranscriptionEndedAttribute,
    TransferInitiated | TransferSuccessful | TransferFailed => ConversationTransferredAttribute,
    ConversationUnassigned => ConversationUnassignedAttribute,
    MessageAddedByAgent | MessageAddedByCustomer => MessageAddedAttribute,
    ConversationMessageRedacted => MessageRedactedAttribute,
    NoteAdded => NoteAddedAttribute,
    TagAdded => TagAddedAttribute,
    TagRemoved => TagRemovedAttribute,
};

model! {
    /// An agent was assigned.
    pub struct ConversationAssignedAttribute => "ConversationAssignedAttribute" {
        /// The agent.
        pub agent_id: String,
        /// Name of the agent.
        pub agent_name: Option<String>,
    }
}

model! {
    /// An automatic reply was sent.
    pub struct ConversationAutoReplySentAttribute => "ConversationAutoReplySentAttribute" {
        /// Name of the template that was sent.
        pub template_name: String,
    }
}

model! {
    /// The channel changed. Since 2026.
    pub struct ConversationChannelChangedAttribute => "ConversationChannelChangedAttribute" {
        /// The new channel.
        pub channel_reference: String,
    }
}

model! {
    /// An agent claimed it.
    pub struct ConversationClaimedAttribute => "ConversationClaimedAttribute" {
        /// Name of whom or what it was claimed from.
        pub claimed_from_label: Option<String>,
        /// What it was claimed from.
        pub claimed_from_type: Option<String>,
    }
}

model! {
    /// It was created.
    pub struct ConversationCreatedAttribute => "ConversationCreatedAttribute" {
        /// The subject line.
        pub subject: Option<String>,
    }
}

model! {
    /// Custom attributes changed. Since 2026.
    pub struct ConversationCustomAttributesUpdatedAttribute => "ConversationCustomAttributesUpdatedAttribute" {
        /// Ids of the attributes that changed.
        pub updated_attribute_ids: Vec<String>,
        /// The new values by attribute id.
        pub updated_attribute_values: MapAttributeValue,
    }
}

model! {
    /// The end user was replaced by another.
    pub struct ConversationEndUserReplacedAttribute => "ConversationEndUserReplacedAttribute" {
        /// The end user before.
        pub old_user: ActivityLogUser,
        /// The end user after.
        pub new_user: ActivityLogUser,
    }
}

model! {
    /// The language changed.
    pub struct ConversationLanguageUpdatedAttribute => "ConversationLanguageUpdatedAttribute" {
        /// Two-letter language code.
        pub language: String,
    }
}

model! {
    /// A link was made or removed. Since 2026.
    pub struct ConversationLinkedAttribute => "ConversationLinkedAttribute" {
        /// The child conversation.
        pub child: Int64,
        /// The parent conversation.
        pub parent: Int64,
        /// The kind of link.
        pub link_type: String,
    }
}

model! {
    /// It was offered to agents.
    pub struct ConversationOfferedAttribute => "ConversationOfferedAttribute" {
        /// Names of the agents it was offered to.
        pub agent_names: Vec<String>,
        /// Name of the queue.
        pub queue_label: Option<String>,
    }
}

model! {
    /// The end user rated it.
    pub struct ConversationRatedAttribute => "ConversationRatedAttribute" {
        /// The agent.
        pub agent: Option<ActivityLogUser>,
        /// The score.
        pub score: Option<i32>,
        /// The end user's comment.
        pub message: Option<String>,
    }
}

model! {
    /// No rating was offered. Since 2026.
    pub struct ConversationRatingNotOfferedAttribute => "ConversationRatingNotOfferedAttribute" {
        /// Why no rating was offered.
        pub evaluation_filters: Option<String>,
    }
}

model! {
    /// A rating was offered.
    pub struct ConversationRatingOfferedAttribute => "ConversationRatingOfferedAttribute" {
        /// The agent.
        pub agent: ActivityLogUser,
        /// The end user.
        pub user: ActivityLogUser,
    }
}

model! {
    /// A rating was scheduled.
    pub struct ConversationRatingScheduledAttribute => "ConversationRatingScheduledAttribute" {
        /// When the rating is to be offered.
        pub rating_scheduled_time: String,
    }
}

model! {
    /// It was reserved for an agent.
    pub struct ConversationReservedAttribute => "ConversationReservedAttribute" {
        /// The agent.
        pub agent: ActivityLogUser,
        /// The queue.
        pub queue_id: String,
        /// Name of the queue.
        pub queue_name: String,
        /// The kind of reservation.
        pub reservation_type: String,
        /// When the reservation ends.
        pub valid_until: String,
    }
}

model! {
    /// It was marked as resolved, or no longer. Since 2026.
    pub struct ConversationResolvedStateToggledAttribute => "ConversationResolvedStateToggledAttribute" {
        /// Whether it is resolved now.
        pub is_resolved: bool,
    }
}

model! {
    /// The subject changed. Since 2026.
    pub struct ConversationSubjectUpdatedAttribute => "ConversationSubjectUpdatedAttribute" {
        /// The subject before.
        pub old_subject: String,
        /// The subject after.
        pub new_subject: String,
    }
}

model! {
    /// The transcription of a call ended. Since 2026.
    pub struct ConversationTranscriptionEndedAttribute => "ConversationTranscriptionEndedAttribute" {
        /// Whether there is a transcript.
        pub is_successful: bool,
        /// Why there is none.
        pub failure_reason: Option<String>,
    }
}

model! {
    /// It was transferred.
    pub struct ConversationTransferredAttribute => "ConversationTransferredAttribute" {
        /// The kind of transfer.
        pub transfer_type: String,
        /// What it went to.
        pub destination_type: String,
        /// Id of what it went to.
        pub destination_id: String,
        /// Name of what it went to.
        pub destination_label: Option<String>,
        /// Why.
        pub reason: Option<String>,
    }
}

model! {
    /// An agent was taken off it.
    pub struct ConversationUnassignedAttribute => "ConversationUnassignedAttribute" {
        /// The agent.
        pub agent: ActivityLogUser,
    }
}

model! {
    /// A message was added.
    pub struct MessageAddedAttribute => "MessageAddedAttribute" {
        /// The message.
        pub message_id: String,
        /// The endpoint it came from.
        pub from_endpoint: Option<String>,
        /// Picture of the author.
        pub avatar_url: Option<String>,
    }
}

model! {
    /// A message was redacted. Since 2026.
    pub struct MessageRedactedAttribute => "MessageRedactedAttribute" {
        /// The message.
        pub message_id: String,
        /// Whether text was removed.
        pub was_text_redacted: bool,
        /// How many files were removed.
        pub number_of_deleted_files: i32,
    }
}

model! {
    /// A note was added.
    pub struct NoteAddedAttribute => "NoteAddedAttribute" {
        /// The text of the note.
        pub message: String,
        /// Picture of the author.
        pub avatar_url: Option<String>,
    }
}

model! {
    /// A tag was put on it.
    pub struct TagAddedAttribute => "TagAddedAttribute" {
        /// Name or id of the tag (not specified).
        pub tag: String,
    }
}

model! {
    /// A tag was taken off it.
    pub struct TagRemovedAttribute => "TagRemovedAttribute" {
        /// Name or id of the tag (not specified).
        pub tag: String,
    }
}

model! {
    /// Attributes of a kind that this version does not know.
    unknown struct UnknownActivityLogAttribute {
    }
}

map! {
    /// Values of custom attributes by the id of the attribute.
    pub struct MapAttributeValue(AttributeValue as "AttributeValue");
}
