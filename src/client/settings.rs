//! What a caller may set for a call, defaults filled in. Not here: the names and kinds of the options
//! that JavaScript gives (`operations/options.rs`).

use crate::codec::Validation;
use crate::policy::limiter::Rate;

/// How the token is written into the `Authorization` header (contract 2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuthScheme {
    /// The token alone.
    Raw,
    /// `Bearer ` and the token.
    Bearer,
}

/// How answers are held against the models.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checking {
    /// Checked and mended; issues are reported.
    Warn,
    /// Checked and mended; an issue is an error.
    Strict,
    /// Neither checked nor mended.
    Off,
}

impl From<Checking> for Validation {
    fn from(checking: Checking) -> Self {
        match checking {
            Checking::Warn => Self::Warn,
            Checking::Strict => Self::Strict,
            Checking::Off => Self::Off,
        }
    }
}

/// What a caller may set for a call.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Where the API is; no slash at the end.
    pub base_url: String,
    /// How the token is written.
    pub auth_scheme: AuthScheme,
    /// For an attempt, body included, in milliseconds.
    pub timeout_ms: f64,
    /// For the call, waits for the rate limiter left out, in milliseconds.
    pub total_timeout_ms: f64,
    /// Attempts after the first.
    pub max_retries: u32,
    /// The client's own rate limit, unless switched off.
    pub rate_limit: Option<Rate>,
    /// Whether `addMessage` gets an `externalId` when it has none.
    pub auto_external_id: bool,
    /// Whether the caller says that the call may be repeated.
    pub idempotent: bool,
    /// How answers are held against the models.
    pub validation: Checking,
    /// The longest body that is read, in bytes.
    pub max_body_bytes: usize,
    /// Further headers, names in lower case.
    pub headers: Vec<(String, String)>,
}
