//! Requests, answers, and the texts of refusals (contract 3).

use serde_json::{Value, json};

/// A request.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// HTTP method.
    pub method: String,
    /// Path with its query.
    pub path: String,
    /// Headers.
    pub headers: Vec<(String, String)>,
    /// Body; empty when there is none.
    pub body: String,
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// Headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// Body; empty for 204.
    pub body: String,
}

/// Why a request is refused.
#[derive(Debug)]
pub(super) struct Refusal {
    status: u16,
    message: String,
}

impl Refusal {
    pub(super) fn new(status: u16, message: &str) -> Self {
        Self {
            status,
            message: message.to_owned(),
        }
    }

    pub(super) fn message(&self) -> &str {
        &self.message
    }

    pub(super) fn not_found() -> Self {
        Self::new(404, "The requested resource could not be found")
    }

    pub(super) fn invalid(message: &str) -> Self {
        Self::new(400, message)
    }
}

/// What an operation answers.
#[derive(Debug)]
pub(super) struct Reply {
    status: u16,
    body: Option<Value>,
}

impl Reply {
    /// 200, with `data`.
    pub(super) fn data(data: impl Into<Value>) -> Self {
        Self::with_status(200, data)
    }

    pub(super) fn with_status(status: u16, data: impl Into<Value>) -> Self {
        Self {
            status,
            body: Some(json!({ "data": data.into() })),
        }
    }

    /// 200, with one page and the way to the next.
    pub(super) fn page(data: Vec<Value>, meta: Value) -> Self {
        Self {
            status: 200,
            body: Some(json!({ "data": data, "meta": meta })),
        }
    }

    /// 202, without a body.
    pub(super) fn accepted() -> Self {
        Self {
            status: 202,
            body: None,
        }
    }

    /// 204.
    pub(super) fn done() -> Self {
        Self {
            status: 204,
            body: None,
        }
    }

    pub(super) fn into_answer(self, request_id: &str) -> Answer {
        let mut headers = vec![("x-request-id".to_owned(), request_id.to_owned())];
        if self.body.is_some() {
            headers.push(("content-type".into(), "application/json".into()));
        }
        Answer {
            status: self.status,
            headers,
            body: self.body.map(|body| body.to_string()).unwrap_or_default(),
        }
    }
}

impl From<Refusal> for Reply {
    fn from(refusal: Refusal) -> Self {
        Self {
            status: refusal.status,
            body: Some(json!({ "message": refusal.message })),
        }
    }
}

/// Text of a path or query as it was before it was percent-encoded.
pub(super) fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let hex = |offset: usize| {
            let digit = bytes.get(at + offset).copied()?;
            char::from(digit).to_digit(16)
        };
        match (byte, hex(1), hex(2)) {
            (b'%', Some(high), Some(low)) => {
                out.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                at += 3;
            }
            (b'+', ..) => {
                out.push(b' ');
                at += 1;
            }
            _ => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}
