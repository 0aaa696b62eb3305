//! Signatures against vectors of another tool, every refusal, and what is received.

mod events;
#[cfg(not(target_arch = "wasm32"))]
mod properties;
mod signatures;

use super::{Delivery, Received, Refused, Secret, receive, sign};
use crate::codec::Validation;

const SECRET: &str = "73fcc76a2a9328d515c87901311bda97066f67ef309ea5c99a335b4508963c14";
const NOW: u64 = 1_764_000_000_000;
const NOW_MS: f64 = 1_764_000_000_000.0;
const TOLERANCE_MS: f64 = 300_000.0;

fn secret(hex: &str) -> Secret {
    Secret::from_hex(hex).expect("a secret")
}

/// What is received of a body that is signed with [`SECRET`] at [`NOW`].
fn received(body: &str, validation: Validation) -> Result<Received, Refused> {
    receive(&Delivery {
        signature: Some(&sign(&secret(SECRET), NOW, body.as_bytes())),
        body: body.as_bytes(),
        secrets: &[SECRET.to_owned()],
        now_ms: NOW_MS,
        tolerance_ms: TOLERANCE_MS,
        validation,
    })
}
