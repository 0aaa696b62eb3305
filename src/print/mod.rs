//! What is generated from operations and models for the npm package: its types, and the tables
//! that its shell needs. Native only; `cargo run --bin print` writes the files, a test compares them.
//! They are committed, so that a change of the public face shows in a review.

mod models;
mod routes;
mod tables;
mod types;

#[cfg(test)]
mod tests;

/// A generated file: its path below `pkg-template/generated/`, and its text.
pub type Generated = (&'static str, String);

/// All generated files.
pub fn files() -> [Generated; 7] {
    let both = "src/models and src/operations";
    [
        ("client.d.ts", noted(both, &types::client())),
        ("webhooks.d.ts", noted("src/models", &types::webhooks())),
        (
            "operations.mjs",
            noted("src/operations", &tables::operations()),
        ),
        ("headers.mjs", noted("src/policy", &tables::headers())),
        ("options.mjs", noted("src/operations", &tables::options())),
        ("routes.mjs", noted("src/operations", &routes::table())),
        ("routes.d.ts", noted("src/operations", &routes::types())),
    ]
}

/// A text under the line that says whence it is.
fn noted(from: &str, text: &str) -> String {
    format!("// Generated from {from}. `cargo run --bin print` writes it anew.\n\n{text}")
}

/// The operations and models as JSON: not for the package, for who compares them (`tests/drift`).
pub fn models() -> String {
    models::json()
}
