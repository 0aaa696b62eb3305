//! The events of webhooks (contract 7.2 and 7.3): an envelope, the same for all, and data. Not here: what the
//! data hold (`webhook.rs`), signatures (`webhooks/`).

use super::scalars::{Json, Timestamp, Uuid};
use super::shape::{Field, Model, Object, ObjectModel, OpenEnum, Shape};
use super::webhook::{
    WebhookAbandonedData, WebhookConversationData, WebhookMessageAddedData, WebhookNoteAddedData,
    WebhookOrganization, WebhookPendingExpiredData, WebhookRatedData, WebhookTagAddedData,
    WebhookUndocumentedData,
};

/// The field that tells events apart.
pub const TAG: &str = "event_fqn";

/// The table of an event's envelope, the tag among its fields.
macro_rules! envelope {
    ($tag:expr, $data:ty) => {
        &[
            field("event_id", <Uuid as Model>::SHAPE),
            field(TAG, $tag),
            field("event_version", <String as Model>::SHAPE),
            field("event_timestamp", <Timestamp as Model>::SHAPE),
            field("organization", <WebhookOrganization as Model>::SHAPE),
            field("data", <$data as Model>::SHAPE),
        ]
    };
}

const fn field(name: &'static str, shape: &'static Shape) -> Field {
    Field { name, shape }
}

/// An event's type: its own tag, the envelope, its data, and what follows.
macro_rules! event {
    ([$($about:tt)*] $Name:ident $fqn:literal $data:ty { $($more:tt)* }) => {
        $($about)*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(tsify::Tsify))]
        #[serde(tag = "event_fqn", rename = $fqn)]
        pub struct $Name {
            /// The event's id. The same event may come more than once: this is how to know it again.
            pub event_id: Uuid,
            /// The version of the event's form: `1`.
            pub event_version: String,
            /// When it happened. Events need not come in this order.
            pub event_timestamp: Timestamp,
            /// The organization that it happened in.
            pub organization: WebhookOrganization,
            /// What happened.
            pub data: $data,
            $($more)*
        }
    };
}

/// All events that are documented, each with its name on the wire and what its data hold.
macro_rules! events {
    ($(#[doc = $about:literal])+ pub enum $Name:ident {
        $(#[doc = $docs:literal] $Kind:ident => $fqn:literal: $Data:ty,)+
    }) => {
        $(event!([#[doc = $docs]] $Kind $fqn $Data {});
        impl ObjectModel for $Kind {
            const OBJECT: &'static Object = &Object {
                name: stringify!($Kind),
                tag: Some($fqn),
                fields: envelope!(&Shape::Text, $Data),
                #[cfg(not(target_arch = "wasm32"))]
                declaration: <$Kind as tsify::Tsify>::DECL,
            };
        }
        impl Model for $Kind {
            const SHAPE: &'static Shape = &Shape::Object(<$Kind as ObjectModel>::OBJECT);
        })+

        $(#[doc = $about])+
        #[derive(Clone, Debug, PartialEq, serde::Serialize)]
        #[serde(untagged)]
        pub enum $Name {
            $(#[doc = $docs] $Kind($Kind),)+
            /// An event that this version does not know.
            Unknown(UnknownWebhookEvent),
        }
        impl<'de> serde::Deserialize<'de> for $Name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                use serde::de::Error;
                let value = serde_json::Value::deserialize(deserializer)?;
                match value.get(TAG).and_then(serde_json::Value::as_str) {
                    $(Some($fqn) => serde_json::from_value(value).map(Self::$Kind).map_err(D::Error::custom),)+
                    Some("Unknown") => serde_json::from_value(value).map(Self::Unknown).map_err(D::Error::custom),
                    _ => Err(D::Error::custom("no event")),
                }
            }
        }

        /// The tables of all documented events.
        pub const EVENTS: &[&Shape] = &[$(<$Kind as Model>::SHAPE),+];

        /// Names of all documented events, for the check of one that is not.
        const NAMES: &Shape = &Shape::OpenEnum(&OpenEnum {
            name: stringify!($Name),
            values: &[$($fqn),+],
            #[cfg(not(target_arch = "wasm32"))]
            declaration: "",
        });

        /// The TypeScript of the union; the events' own stand in [`EVENTS`].
        #[cfg(not(target_arch = "wasm32"))]
        pub const DECLARATION: &str = concat!(
            "/**\n", $(" *", $about, "\n",)+ " */\nexport type ", stringify!($Name), " =",
            $("\n    | ", stringify!($Kind),)+ "\n    | UnknownWebhookEvent;",
        );
    };
}

event!([
    /// An event that this version does not know, whole.
] UnknownWebhookEvent "Unknown" Json {
    /// The `event_fqn` that Dixa sent; absent when it sent none.
    #[serde(rename = "rawType", skip_serializing_if = "Option::is_none", default)]
    pub raw_type: Option<String>,
    /// Everything else, as it came.
    #[serde(flatten)]
    pub rest: super::UnknownFields,
});
impl ObjectModel for UnknownWebhookEvent {
    const OBJECT: &'static Object = &Object {
        name: "UnknownWebhookEvent",
        tag: Some("Unknown"),
        fields: envelope!(NAMES, Json),
        #[cfg(not(target_arch = "wasm32"))]
        declaration: <UnknownWebhookEvent as tsify::Tsify>::DECL,
    };
}
impl Model for UnknownWebhookEvent {
    const SHAPE: &'static Shape = &Shape::Object(UnknownWebhookEvent::OBJECT);
}

events! {
    /// What Dixa tells a webhook; `event_fqn` says which event it is.
    pub enum WebhookEvent {
        /// An end user was banned. Its data are not documented.
        AgentBannedEnduserEvent => "AGENT_BANNED_ENDUSER": WebhookUndocumentedData,
        /// An IP address was banned. Its data are not documented.
        AgentBannedIpEvent => "AGENT_BANNED_IP": WebhookUndocumentedData,
        /// An end user is no longer banned. Its data are not documented.
        AgentUnbannedEnduserEvent => "AGENT_UNBANNED_ENDUSER": WebhookUndocumentedData,
        /// An IP address is no longer banned. Its data are not documented.
        AgentUnbannedIpEvent => "AGENT_UNBANNED_IP": WebhookUndocumentedData,
        /// The end user left before anybody answered.
        ConversationAbandonedEvent => "CONVERSATION_ABANDONED": WebhookAbandonedData,
        /// A conversation was given to an agent. Its data are not documented.
        ConversationAssignedEvent => "CONVERSATION_ASSIGNED": WebhookUndocumentedData,
        /// A conversation was closed.
        ConversationClosedEvent => "CONVERSATION_CLOSED": WebhookConversationData,
        /// A conversation began.
        ConversationCreatedEvent => "CONVERSATION_CREATED": WebhookConversationData,
        /// A custom attribute of a conversation changed. Its data are not documented.
        ConversationCustomAttributeUpdatedEvent => "CONVERSATION_CUSTOM_ATTRIBUTE_UPDATED": WebhookUndocumentedData,
        /// A conversation is of another end user now. Its data are not documented.
        ConversationEndUserReplacedEvent => "CONVERSATION_END_USER_REPLACED": WebhookUndocumentedData,
        /// A conversation was put into a queue.
        ConversationEnqueuedEvent => "CONVERSATION_ENQUEUED": WebhookConversationData,
        /// A message was written.
        ConversationMessageAddedEvent => "CONVERSATION_MESSAGE_ADDED": WebhookMessageAddedData,
        /// A message was delivered. Its data are not documented.
        ConversationMessageDeliveryDeliveredEvent => "CONVERSATION_MESSAGE_DELIVERY_DELIVERED": WebhookUndocumentedData,
        /// A message could not be delivered. Its data are not documented.
        ConversationMessageDeliveryFailedEvent => "CONVERSATION_MESSAGE_DELIVERY_FAILED": WebhookUndocumentedData,
        /// Something about the delivery of a message. Its data are not documented.
        ConversationMessageDeliveryInfoEvent => "CONVERSATION_MESSAGE_DELIVERY_INFO": WebhookUndocumentedData,
        /// A message was seen. Its data are not documented.
        ConversationMessageDeliverySeenEvent => "CONVERSATION_MESSAGE_DELIVERY_SEEN": WebhookUndocumentedData,
        /// A message was sent. Its data are not documented.
        ConversationMessageDeliverySentEvent => "CONVERSATION_MESSAGE_DELIVERY_SENT": WebhookUndocumentedData,
        /// A message was called spam. Its data are not documented.
        ConversationMessageDeliverySpamComplaintEvent => "CONVERSATION_MESSAGE_DELIVERY_SPAM_COMPLAINT": WebhookUndocumentedData,
        /// An internal note was written.
        ConversationNoteAddedEvent => "CONVERSATION_NOTE_ADDED": WebhookNoteAddedData,
        /// A conversation was opened again.
        ConversationOpenEvent => "CONVERSATION_OPEN": WebhookConversationData,
        /// A conversation waits for an answer, or for a date.
        ConversationPendingEvent => "CONVERSATION_PENDING": WebhookConversationData,
        /// The wait of a conversation is over.
        ConversationPendingExpiredEvent => "CONVERSATION_PENDING_EXPIRED": WebhookPendingExpiredData,
        /// A conversation was rated. There is an event for the score, and another for the comment.
        ConversationRatedEvent => "CONVERSATION_RATED": WebhookRatedData,
        /// A tag was put on a conversation.
        ConversationTagAddedEvent => "CONVERSATION_TAG_ADDED": WebhookTagAddedData,
        /// A tag was taken off a conversation. Its data are not documented.
        ConversationTagRemovedEvent => "CONVERSATION_TAG_REMOVED": WebhookUndocumentedData,
        /// A conversation was handed over. Its data are not documented.
        ConversationTransferredEvent => "CONVERSATION_TRANSFERRED": WebhookUndocumentedData,
        /// A conversation was taken from its agent. Its data are not documented.
        ConversationUnassignedEvent => "CONVERSATION_UNASSIGNED": WebhookUndocumentedData,
        /// The service level was reached. Its data are not documented.
        SlaEvaluationAchievedEvent => "SLA_EVALUATION_ACHIEVED": WebhookUndocumentedData,
        /// The service level was missed. Its data are not documented.
        SlaEvaluationBreachedEvent => "SLA_EVALUATION_BREACHED": WebhookUndocumentedData,
        /// The service level is being measured. Its data are not documented.
        SlaEvaluationPendingEvent => "SLA_EVALUATION_PENDING": WebhookUndocumentedData,
        /// The service level is no longer measured. Its data are not documented.
        SlaEvaluationVoidedEvent => "SLA_EVALUATION_VOIDED": WebhookUndocumentedData,
        /// Somebody began to type. Its data are not documented.
        TypingStartedEvent => "TYPING_STARTED": WebhookUndocumentedData,
    }
}
