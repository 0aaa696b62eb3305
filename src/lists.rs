//! For tests: whether a list that is written by hand has all that the tables have, and which file lacks what.

use std::collections::BTreeSet;

/// Fails unless `file` lists all of these, each once, and no others.
#[track_caller]
pub(crate) fn assert_listed(
    file: &str,
    listed: impl IntoIterator<Item = impl Into<String>>,
    all: impl IntoIterator<Item = impl Into<String>>,
) {
    let all: BTreeSet<String> = all.into_iter().map(Into::into).collect();
    let mut seen = BTreeSet::new();
    let mut wrong = Vec::new();
    for name in listed.into_iter().map(Into::into) {
        if !all.contains(&name) {
            wrong.push(format!("{file} has {name}, which there is not"));
        } else if let Some(name) = seen.replace(name) {
            wrong.push(format!("{file} has {name} twice"));
        }
    }
    let lacking = all.difference(&seen);
    wrong.extend(lacking.map(|name| format!("{file} lacks {name}")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
