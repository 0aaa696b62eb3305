//! The secret of a webhook: the key of its signatures. Dixa shows it in hexadecimal (`secretKey`); the key is
//! the bytes behind that, not the text (contract 7.4).

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// A secret, ready to sign with. It has no `Debug`: nothing shall print it.
#[derive(Clone)]
pub struct Secret(Hmac<Sha256>);

impl Secret {
    /// Reads what Dixa shows. `None`: it is empty, or not hexadecimal.
    pub fn from_hex(hex: &str) -> Option<Self> {
        let key = base16ct::mixed::decode_vec(hex).ok()?;
        if key.is_empty() {
            return None;
        }
        Hmac::new_from_slice(&key).ok().map(Self)
    }

    /// The code of `timestamp`, a dot, and the body as it is on the wire.
    fn code(&self, timestamp: &str, body: &[u8]) -> Hmac<Sha256> {
        let mut code = self.0.clone();
        code.update(timestamp.as_bytes());
        code.update(b".");
        code.update(body);
        code
    }

    /// Signs, in lower-case hexadecimal.
    pub(super) fn sign(&self, timestamp: &str, body: &[u8]) -> String {
        let code = self.code(timestamp, body).finalize().into_bytes();
        base16ct::lower::encode_string(&code)
    }

    /// Whether a code is this secret's; in a time that does not depend on how much of it is right.
    pub(super) fn signed(&self, timestamp: &str, body: &[u8], code: &[u8]) -> bool {
        self.code(timestamp, body).verify_slice(code).is_ok()
    }
}
