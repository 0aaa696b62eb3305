//! The header `X-DIXA-SIGNATURE: t=<unix ms>,v1=<hex>` (contract 7.4): written, read and held against a body.

use super::secret::Secret;
use crate::codec::decimal;

/// Bytes of a code.
const CODE_LENGTH: usize = 32;

/// Most digits of a time: 13 today, and so many that a number holds any of them exactly.
const MOST_DIGITS: usize = 15;

/// Why a delivery is not taken for one of Dixa's. They are for the receiver's eyes: whoever sent it is told the
/// same in any case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is not signed.
    MissingSignature,
    /// The header is not of the form that Dixa writes.
    MalformedSignature,
    /// None of the secrets made this signature of this time and this body. An honest check cannot tell which of
    /// them is wrong.
    NoMatch,
    /// It was signed, but too long ago, or it is of the future.
    Stale,
}

impl Refusal {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::MissingSignature => "missing_signature",
            Self::MalformedSignature => "malformed_signature",
            Self::NoMatch => "no_match",
            Self::Stale => "stale",
        }
    }

    /// What happened, then what to do.
    pub const fn message(self) -> &'static str {
        match self {
            Self::MissingSignature => {
                "the request has no header X-DIXA-SIGNATURE: it is not from Dixa, or something in between took it away"
            }
            Self::MalformedSignature => {
                "the header X-DIXA-SIGNATURE is not t=<milliseconds>,v1=<hex>"
            }
            Self::NoMatch => {
                "the signature is not of this body and this secret. If it is from Dixa all the same: hand over the body as it came, before anything parsed it, and the secretKey of this webhook"
            }
            Self::Stale => {
                "the signature's time is further from now than toleranceMs: an old request was sent again, or a clock is wrong"
            }
        }
    }
}

/// The header of a body that is signed at `timestamp_ms`, in milliseconds since 1970.
pub fn sign(secret: &Secret, timestamp_ms: u64, body: &[u8]) -> String {
    let timestamp = decimal(i64::try_from(timestamp_ms).unwrap_or(i64::MAX));
    let code = secret.sign(&timestamp, body);
    ["t=", &timestamp, ",v1=", &code].concat()
}

/// Whether one of the secrets signed this body, `tolerance_ms` before or after `now_ms` at most. All secrets
/// are tried in any case.
///
/// The time is looked at last: [`Refusal::Stale`] says that the signature is right.
pub fn verify(
    header: Option<&str>,
    body: &[u8],
    secrets: &[Secret],
    now_ms: f64,
    tolerance_ms: f64,
) -> Result<(), Refusal> {
    let header = header.ok_or(Refusal::MissingSignature)?;
    let signature = parse(header).ok_or(Refusal::MalformedSignature)?;
    let mut matches = false;
    for secret in secrets {
        matches |= secret.signed(signature.timestamp, body, &signature.code);
    }
    if !matches {
        return Err(Refusal::NoMatch);
    }
    // A time that is no number is within nothing.
    if (now_ms - signature.timestamp_ms).abs() <= tolerance_ms {
        Ok(())
    } else {
        Err(Refusal::Stale)
    }
}

/// What a header says.
struct Signature<'a> {
    /// The time as it is written, which is what was signed.
    timestamp: &'a str,
    timestamp_ms: f64,
    code: [u8; CODE_LENGTH],
}

/// Reads a header: pairs, parted by commas, one `t` and one `v1` among them. Pairs of other names may come with
/// the next version of signatures, and say nothing here.
fn parse(header: &str) -> Option<Signature<'_>> {
    let (mut timestamp, mut code) = (None, None);
    for pair in header.split(',') {
        let (name, value) = pair.split_once('=')?;
        let place = match name {
            "t" => &mut timestamp,
            "v1" => &mut code,
            _ if is_name(name) => continue,
            _ => return None,
        };
        if place.replace(value).is_some() {
            return None;
        }
    }
    let (timestamp, hex) = (timestamp?, code?);
    let mut code = [0; CODE_LENGTH];
    let decoded = base16ct::lower::decode(hex, &mut code).ok()?;
    if decoded.len() != CODE_LENGTH {
        return None;
    }
    Some(Signature {
        timestamp,
        timestamp_ms: milliseconds(timestamp)?,
        code,
    })
}

fn is_name(name: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    !name.is_empty() && name.bytes().all(is_part)
}

fn milliseconds(digits: &str) -> Option<f64> {
    if digits.is_empty() || digits.len() > MOST_DIGITS {
        return None;
    }
    digits.bytes().try_fold(0.0, |number, byte| {
        let digit = byte.is_ascii_digit().then(|| f64::from(byte - b'0'))?;
        Some(number * 10.0 + digit)
    })
}
