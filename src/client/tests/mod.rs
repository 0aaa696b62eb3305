//! The client under simulated time.

mod answers;
mod caller;
mod cases;
mod deadlines;
mod host;
mod limiting;
mod matrix;
mod outcomes;
mod plan;
mod proofs;
#[cfg(not(target_arch = "wasm32"))]
mod properties;
mod raw;
mod readme;
mod requests;
mod tokens;
mod waiting;

use super::{Arguments, AuthScheme, Checking, Rate, Settings};
use crate::operations::{OPERATIONS, Operation, REQUESTS};
use host::SimHost;
use plan::Plan;

/// Settings as a client has them that says nothing.
fn settings() -> Settings {
    Settings {
        base_url: "https://dev.dixa.io".into(),
        auth_scheme: AuthScheme::Raw,
        timeout_ms: 20_000.0,
        total_timeout_ms: 60_000.0,
        max_retries: 2,
        rate_limit: Some(Rate {
            requests_per_second: 10.0,
            burst: 4.0,
        }),
        auto_external_id: true,
        idempotent: false,
        validation: Checking::Warn,
        max_body_bytes: 1 << 20,
        headers: Vec::new(),
    }
}

/// An operation by its name, or a request by its method.
fn operation(name: &str) -> &'static Operation {
    let known = OPERATIONS.iter().find(|operation| operation.name == name);
    let requests = || REQUESTS.iter().find(|one| one.method.as_str() == name);
    known.or_else(requests).expect("an operation")
}

fn arguments(ids: &[&str], body: Option<&str>, query: Option<&str>) -> Arguments {
    Arguments {
        ids: ids.iter().map(ToString::to_string).collect(),
        body: body.map(str::to_owned),
        query: query.map(str::to_owned),
    }
}

const AGENT: &str = "a53b25da-f676-4c52-acac-58c9280aa23d";
const MESSAGE: &str = r#"{"_type":"Outbound","agentId":"a53b25da-f676-4c52-acac-58c9280aa23d","content":{"_type":"Text","value":"Hi"}}"#;
const SENT: &str = r#"{"data":{"content":{"_type":"Text","value":"Hi"},"direction":"Outbound","authorId":"a53b25da-f676-4c52-acac-58c9280aa23d"}}"#;
const TAGS: &str = r#"{"data":[]}"#;

/// A read that is answered by these plans, one after the other.
fn read(plans: Vec<Plan>) -> (SimHost, host::Outcome) {
    let host = SimHost::new(plans);
    let result = host.call("listTags", &arguments(&["1"], None, None), &settings());
    (host, result)
}

/// A note, which creates something and is not sent twice.
fn write(plans: Vec<Plan>) -> (SimHost, host::Outcome) {
    let host = SimHost::new(plans);
    let given = arguments(&["1"], Some(r#"{"message":"Hello"}"#), None);
    let result = host.call("addInternalNote", &given, &settings());
    (host, result)
}
