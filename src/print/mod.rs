//! What is generated from operations and models for the npm package: its types, and the tables
//! that its shell needs. Native only; `cargo run --bin print` writes the files, a test compares them.

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
    [
        ("client.d.ts", types::client()),
        ("webhooks.d.ts", types::webhooks()),
        ("operations.mjs", tables::operations()),
        ("headers.mjs", tables::headers()),
        ("options.mjs", tables::options()),
        ("routes.mjs", routes::table()),
        ("routes.d.ts", routes::types()),
    ]
}

/// The operations and models as JSON: not for the package, for who compares them (`tests/drift`).
pub fn models() -> String {
    models::json()
}
