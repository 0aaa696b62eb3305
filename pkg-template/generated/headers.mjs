// Generated from src/policy. `cargo run --bin print` writes it anew.

/** Headers that carry the server's id of a request; the first that is there counts. */
export const REQUEST_IDS = ['x-request-id', 'x-amzn-requestid', 'x-amz-apigw-id', 'cf-ray'];
