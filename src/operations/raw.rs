//! Any request to the rest of the API: the path is the caller's own, nothing of it is checked against models.

#[cfg(not(target_arch = "wasm32"))]
use super::Docs;
use super::{Body, Method, OPERATIONS, Operation, Replay};
use crate::models::scalars::Json;
use crate::models::shape::{Map, Model, Shape};

/// Name of the method.
const NAME: &str = "request";

/// Query parameters of whatever name.
const QUERY: &Shape = &Shape::Map(&Map {
    name: NAME,
    uuid_keys: false,
    value: Json::SHAPE,
    #[cfg(not(target_arch = "wasm32"))]
    declaration: "",
});

const fn request(method: Method) -> Operation {
    let reads = matches!(method, Method::Get);
    Operation {
        name: NAME,
        #[cfg(not(target_arch = "wasm32"))]
        docs: Docs::of(
            "Makes any request to the rest of Dixa's API, with the same token, limits and errors. Neither what is sent nor what comes is checked; it resolves to the parsed body whole, and to `undefined` where there is none.",
        ),
        method,
        path: "/{path}",
        query: Some(QUERY),
        body: if reads {
            None
        } else {
            Some(Body::optional(Json::SHAPE))
        },
        response: Some(Json::SHAPE),
        paged: false,
        never_sent: None,
        replay: if reads { Replay::Reads } else { Replay::Unsafe },
    }
}

/// One for each method, in the order of [`Method::ALL`].
pub const REQUESTS: &[Operation] = &const {
    let mut all = [request(Method::Get); Method::ALL.len()];
    let mut at = 0;
    while at < all.len() {
        all[at] = request(Method::ALL[at]);
        at += 1;
    }
    all
};

/// The operation that JavaScript knows by a number: those of the table, then the requests.
pub fn operation(index: usize) -> Option<&'static Operation> {
    OPERATIONS
        .get(index)
        .or_else(|| REQUESTS.get(index - OPERATIONS.len()))
}
