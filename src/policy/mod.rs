//! The rules of sending: how long to wait, how often, whether again, where the next page is. Pure:
//! clock and dice are arguments. Not here: doing it (`client/`).

pub mod backoff;
pub mod budget;
pub mod limiter;
pub mod paging;
pub mod path;
pub mod request_id;
pub mod retry_after;
pub mod secrets;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod properties;
