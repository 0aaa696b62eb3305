//! A delivery from start to end: is it Dixa's, and what does it say.

use super::secret::Secret;
use super::signature::{Refusal, verify};
use crate::codec::{self, DecodeFailure, Kinds, Tagged, Validation};
use crate::models::shape::Model;
use crate::models::webhook_event::{EVENTS, TAG, UnknownWebhookEvent};

/// What came, and what it is held against.
#[derive(Clone, Copy, Debug)]
pub struct Delivery<'a> {
    /// The header `X-DIXA-SIGNATURE`.
    pub signature: Option<&'a str>,
    /// The body as it came.
    pub body: &'a [u8],
    /// The secrets that may have signed it, in hexadecimal.
    pub secrets: &'a [String],
    /// The time, in milliseconds since 1970.
    pub now_ms: f64,
    /// How far the signature's time may be from now.
    pub tolerance_ms: f64,
    /// How the event is held against the models.
    pub validation: Validation,
}

/// What was received of a delivery.
pub type Received = Tagged;

/// Why nothing was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The secret at this place is empty or not hexadecimal.
    Secret(usize),
    /// It is not Dixa's.
    Signature(Refusal),
    /// It is Dixa's, but cannot be read.
    Unreadable(DecodeFailure),
}

impl Refused {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Secret(_) => "invalid_secret",
            Self::Signature(refusal) => refusal.code(),
            Self::Unreadable(DecodeFailure::NoData) => "no_event",
            Self::Unreadable(failure) => failure.code(),
        }
    }

    /// What happened, then what to do.
    pub fn message(self, secrets: usize) -> String {
        match self {
            Self::Secret(place) => {
                let place = if secrets > 1 {
                    [
                        "[",
                        &codec::decimal(i64::try_from(place).unwrap_or(i64::MAX)),
                        "]",
                    ]
                    .concat()
                } else {
                    String::new()
                };
                [
                    "secret",
                    &place,
                    " must be the webhook's secretKey as Dixa shows it: hexadecimal, two digits a byte",
                ]
                .concat()
            }
            Self::Signature(refusal) => refusal.message().into(),
            Self::Unreadable(failure) => unreadable(failure).into(),
        }
    }
}

const fn unreadable(failure: DecodeFailure) -> &'static str {
    match failure {
        DecodeFailure::NotUtf8 => "the body is signed, but not UTF-8",
        DecodeFailure::NotJson => "the body is signed, but not JSON",
        DecodeFailure::Truncated => "the body is signed, but is JSON that ends too early",
        DecodeFailure::TooDeep => "the body is signed, but nested deeper than 128 levels",
        DecodeFailure::TooLarge => "the body is longer than maxBodyBytes",
        DecodeFailure::Empty => "the body is signed, but empty",
        DecodeFailure::NoData => "the body is signed, but no event: it is not an object",
    }
}

/// Checks who signed a delivery, and reads its event. Nothing of the body is looked at before.
pub fn receive(delivery: &Delivery<'_>) -> Result<Received, Refused> {
    let secrets = delivery.secrets.iter().enumerate();
    let secrets = secrets
        .map(|(place, hex)| Secret::from_hex(hex).ok_or(Refused::Secret(place)))
        .collect::<Result<Vec<_>, _>>()?;
    verify(
        delivery.signature,
        delivery.body,
        &secrets,
        delivery.now_ms,
        delivery.tolerance_ms,
    )
    .map_err(Refused::Signature)?;
    let kinds = Kinds {
        tag: TAG,
        known: EVENTS,
        unknown: UnknownWebhookEvent::SHAPE,
    };
    codec::tagged(delivery.body, &kinds, delivery.validation).map_err(Refused::Unreadable)
}
