//! The operators of the filter language, in the sets that its fields take (contract 6.11). Not here: the
//! fields (`filter.rs`).

use super::scalars::{Int64, TimestampInput};

/// The tags of all operators. One that a field does not take is a mistake there; one that is not in this
/// list may be new.
const OPERATORS: &[&str] = &[
    "IsEmpty",
    "IsNotEmpty",
    "IsOneOf",
    "IsNotOneOf",
    "IncludesOne",
    "IncludesAll",
    "ExcludesOne",
    "ExcludesAll",
    "Since",
    "Until",
    "Between",
    "LongerThanOrEqualTo",
    "ShorterThanOrEqualTo",
];

union! {
    /// Operators of a field that has one value or none.
    pub enum SingleOrEmptyOperator {
        /// There is no value.
        OpIsEmpty,
        /// There is a value.
        OpIsNotEmpty,
        /// It is none of these.
        OpIsNotOneOf,
        /// It is one of these.
        OpIsOneOf,
    } among OPERATORS
}

union! {
    /// Operators of a field that has one value.
    pub enum SingleOperator {
        /// It is none of these.
        OpIsNotOneOf,
        /// It is one of these.
        OpIsOneOf,
    } among OPERATORS
}

union! {
    /// Operators of the channel.
    pub enum ChannelOperator {
        /// It is none of these.
        OpChannelIsNotOneOf,
        /// It is one of these.
        OpChannelIsOneOf,
    } among OPERATORS
}

union! {
    /// Operators of the direction.
    pub enum DirectionOperator {
        /// It is none of these.
        OpDirectionIsNotOneOf,
        /// It is one of these.
        OpDirectionIsOneOf,
    } among OPERATORS
}

union! {
    /// Operators of the state.
    pub enum StatusOperator {
        /// It is none of these.
        OpStatusIsNotOneOf,
        /// It is one of these.
        OpStatusIsOneOf,
    } among OPERATORS
}

union! {
    /// Operators of a field that has any number of values.
    pub enum MultiOrEmptyOperator {
        /// None of these is there.
        OpExcludesAll,
        /// One of these is not there.
        OpExcludesOne,
        /// All of these are there.
        OpIncludesAll,
        /// One of these is there.
        OpIncludesOne,
        /// There is no value.
        OpIsEmpty,
        /// There is a value.
        OpIsNotEmpty,
    } among OPERATORS
}

union! {
    /// Operators of a point in time.
    pub enum TimestampOperator {
        /// Between two times.
        OpBetweenTimes,
        /// At this time or later.
        OpSince,
        /// At this time or earlier.
        OpUntil,
    } among OPERATORS
}

union! {
    /// Operators of a length of time.
    pub enum DurationOperator {
        /// Between two lengths of time.
        OpBetweenDurations,
        /// This long or longer.
        OpLongerThanOrEqualTo,
        /// This long or shorter.
        OpShorterThanOrEqualTo,
    } among OPERATORS
}

union! {
    /// Operators of a custom attribute.
    pub enum CustomAttributeOperator {
        /// There is no value.
        OpIsEmpty,
        /// There is a value.
        OpIsNotEmpty,
        /// It is none of these.
        OpPathIsNotOneOf,
        /// It is one of these.
        OpPathIsOneOf,
    } among OPERATORS
}

model! {
    /// There is no value.
    input struct OpIsEmpty => "IsEmpty" {
    }
}

model! {
    /// There is a value.
    input struct OpIsNotEmpty => "IsNotEmpty" {
    }
}

/// Two operators over the values of one kind of field.
macro_rules! one_of {
    ($OneOf:ident $NotOneOf:ident $(#[doc = $docs:literal])+ $($Values:tt)+) => {
        model! {
            /// It is one of these.
            input struct $OneOf => "IsOneOf" {
                $(#[doc = $docs])+
                pub values: $($Values)+,
            }
        }
        model! {
            /// It is none of these.
            input struct $NotOneOf => "IsNotOneOf" {
                $(#[doc = $docs])+
                pub values: $($Values)+,
            }
        }
    };
}

one_of!(
    OpIsOneOf OpIsNotOneOf
    /// The values.
    Option<Vec<String>>
);
one_of!(
    OpChannelIsOneOf OpChannelIsNotOneOf
    /// The channels, in lower case: unlike the `channel` of a conversation.
    Vec<SearchChannel>
);
one_of!(
    OpDirectionIsOneOf OpDirectionIsNotOneOf
    /// The directions, in lower case: unlike the `direction` of a conversation.
    Vec<SearchDirection>
);
one_of!(
    OpStatusIsOneOf OpStatusIsNotOneOf
    /// The states, in lower case: unlike the `state` of a conversation.
    Vec<SearchStatus>
);
one_of!(
    OpPathIsOneOf OpPathIsNotOneOf
    /// The values. Each is a path: one text, or the options from the outermost in.
    Option<Vec<Vec<String>>>
);

model! {
    /// One of these is there.
    input struct OpIncludesOne => "IncludesOne" {
        /// The values.
        pub values: Option<Vec<String>>,
    }
}

model! {
    /// All of these are there.
    input struct OpIncludesAll => "IncludesAll" {
        /// The values.
        pub values: Option<Vec<String>>,
    }
}

model! {
    /// One of these is not there.
    input struct OpExcludesOne => "ExcludesOne" {
        /// The values.
        pub values: Option<Vec<String>>,
    }
}

model! {
    /// None of these is there.
    input struct OpExcludesAll => "ExcludesAll" {
        /// The values.
        pub values: Option<Vec<String>>,
    }
}

model! {
    /// At this time or later.
    input struct OpSince => "Since" {
        /// The time.
        pub timestamp: TimestampInput,
    }
}

model! {
    /// At this time or earlier.
    input struct OpUntil => "Until" {
        /// The time.
        pub timestamp: TimestampInput,
    }
}

model! {
    /// Between two times.
    input struct OpBetweenTimes => "Between" {
        /// The earlier time.
        pub timestamp_from: TimestampInput,
        /// The later time.
        pub timestamp_to: TimestampInput,
    }
}

model! {
    /// Between two lengths of time.
    input struct OpBetweenDurations => "Between" {
        /// The shorter one, in milliseconds.
        pub min: Int64,
        /// The longer one, in milliseconds.
        pub max: Int64,
    }
}

model! {
    /// This long or longer.
    input struct OpLongerThanOrEqualTo => "LongerThanOrEqualTo" {
        /// In milliseconds.
        pub duration: Int64,
    }
}

model! {
    /// This long or shorter.
    input struct OpShorterThanOrEqualTo => "ShorterThanOrEqualTo" {
        /// In milliseconds.
        pub duration: Int64,
    }
}

open_enum! {
    /// A channel as the filters spell it.
    pub enum SearchChannel {
        Email as "email",
        ContactForm as "contactform",
        Chat as "chat",
        DixaMessenger as "dixamessenger",
        Phone as "phone",
        Voicemail as "voicemail",
        Callback as "callback",
        Sms as "sms",
        FacebookMessenger as "facebookmessenger",
        WhatsApp as "whatsapp",
        AdaChat as "adachat",
        DigitalGeniusChat as "digitalgeniuschat",
        KindlyChat as "kindlychat",
        GenericApiMessaging as "genericapimessaging",
        Trustpilot as "trustpilot",
        Yotpo as "yotpo",
    }
}

open_enum! {
    /// A direction as the filters spell it.
    pub enum SearchDirection {
        Inbound as "inbound",
        Outbound as "outbound",
        Internal as "internal",
    }
}

open_enum! {
    /// A state as the filters spell it.
    pub enum SearchStatus {
        Open as "open",
        Closed as "closed",
        Pending as "pending",
    }
}
