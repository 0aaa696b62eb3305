//! What the world gives a call: time, dice, a token, the network. The real one is in `host/`; tests
//! have one whose time is simulated.

use super::prepare::Request;
use crate::policy::limiter::Bucket;

/// What all calls of one client share: values, never promises.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shared {
    /// The rate limiter.
    pub bucket: Bucket,
    /// What is left for retries.
    pub retry_budget: f64,
}

/// Why there is no token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenFailure {
    /// The caller's function threw or its promise rejected.
    Threw,
    /// What it gave is no token: not a string, empty, or nothing that a header can hold.
    Invalid,
}

/// Why no answer came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SendFailure {
    /// The runtime says that no connection came about.
    NotConnected,
    /// The connection failed, at a point that nobody can tell.
    Lost,
    /// `fetch` refused the request before sending it.
    Refused,
    /// What `fetch` gave is no answer.
    NoResponse,
}

/// Why a body could not be read whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadFailure {
    /// Longer than allowed; reading stopped.
    TooLarge,
    /// It broke off.
    Lost,
}

/// An answer whose body is still to be read.
pub trait Answer {
    /// The HTTP status; 0 for an answer that the runtime hides.
    fn status(&self) -> u16;
    /// A header, by its name in lower case.
    fn header(&self, name: &str) -> Option<String>;
}

/// What happens to a call, for those who watch.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// An attempt is about to be sent.
    Request {
        /// Its number, from 1.
        attempt: u32,
    },
    /// An answer came.
    Response {
        /// The attempt that it answers.
        attempt: u32,
        /// Its status.
        status: u16,
    },
    /// Another attempt follows.
    Retry {
        /// The attempt that failed.
        attempt: u32,
        /// The wait before the next, in milliseconds.
        wait_ms: f64,
        /// The failure's code.
        code: &'static str,
    },
}

/// What the world gives a call.
#[expect(
    async_fn_in_trait,
    reason = "JavaScript has one thread, and so has the test host"
)]
pub trait Host {
    /// An answer whose body is still to be read.
    type Answer: Answer;
    /// The bytes of a body.
    type Body: AsRef<[u8]>;

    /// Milliseconds since 1970.
    fn now(&self) -> f64;
    /// A number in `[0, 1)`.
    fn random(&self) -> f64;
    /// Waits. Dropping it ends its timer.
    async fn sleep(&self, ms: f64);
    /// Ends when the caller aborts; never otherwise.
    async fn cancelled(&self);
    /// Whether the caller has aborted.
    fn is_cancelled(&self) -> bool;
    /// The token; `None` when there is none to send. `renew`: the last one was refused.
    async fn token(&self, renew: bool) -> Result<Option<String>, TokenFailure>;
    /// Whether asking again may give another token.
    fn can_renew_token(&self) -> bool;
    /// Sends a request; ends when the answer's head is there. Dropping it aborts the request.
    async fn send(&self, request: &Request) -> Result<Self::Answer, SendFailure>;
    /// Reads a body of at most `limit` bytes. Dropping it aborts the request.
    async fn read(&self, answer: &Self::Answer, limit: usize) -> Result<Self::Body, ReadFailure>;
    /// What all calls of this client share.
    fn shared(&self) -> Shared;
    /// Changes what they share.
    fn share(&self, shared: Shared);
    /// Tells those who watch.
    fn observe(&self, event: Event);
}
