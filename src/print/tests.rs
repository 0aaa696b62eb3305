//! What is generated: it is committed as it is printed, and each type is there once and never `any`.

use super::files;
use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn the_generated_files_are_those_of_the_models() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("pkg-template/generated");
    for (name, text) in files() {
        let kept = std::fs::read_to_string(folder.join(name)).unwrap_or_default();
        assert!(
            kept == text,
            "{name} is not what the models say: run `cargo run --bin print`"
        );
    }
}

#[test]
fn no_two_types_have_one_name() {
    let [(_, client), (_, webhooks), ..] = files();
    let mut names = BTreeSet::new();
    for line in client.lines().chain(webhooks.lines()) {
        let declared = ["export interface ", "export type ", "export declare class "]
            .iter()
            .find_map(|start| line.strip_prefix(start));
        if let Some(name) = declared.and_then(|rest| rest.split([' ', '<']).next()) {
            assert!(names.insert(name), "{name} is declared twice");
        }
    }
    assert!(names.len() > 60, "only {} types", names.len());
}

#[test]
fn nothing_is_any() {
    let [(_, client), (_, webhooks), ..] = files();
    for types in [client, webhooks] {
        assert!(!types.contains(": any") && !types.contains("any[]"));
    }
}
