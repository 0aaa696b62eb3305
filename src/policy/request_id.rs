//! Where the server's id of a request stands. It is looked up where it is asked for, in JavaScript: most calls
//! are never asked, and four look-ups are a tenth of a small call.

/// Headers that carry it, names in lower case; the first that is there counts.
pub const HEADERS: &[&str] = &[
    "x-request-id",
    "x-amzn-requestid",
    "x-amz-apigw-id",
    "cf-ray",
];
