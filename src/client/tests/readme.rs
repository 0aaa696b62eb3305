//! The table of the README, «What happens when it fails», held against what the client does.

use super::cases::{CASES, Kind};
use super::host::failure;
use super::matrix::tried;
use super::plan::{Plan, answer};
use super::settings;
use crate::client::{Outcome, SendFailure};

/// The columns, in their order.
const COLUMNS: [Kind; 5] = [
    Kind::Reads,
    Kind::Sets,
    Kind::Keyed,
    Kind::Creates,
    Kind::Takes,
];

/// What each row speaks of, in their order.
fn faults() -> Vec<(&'static str, Vec<Plan>)> {
    let all = |codes: &[u16]| codes.iter().map(|code| answer(*code, "{}")).collect();
    vec![
        ("no connection", vec![Plan::Fail(SendFailure::NotConnected)]),
        (
            "reset, timeout",
            vec![
                Plan::Fail(SendFailure::Lost),
                Plan::Silence,
                Plan::Stuck(503),
            ],
        ),
        ("408, 500, 502, 503, 504", all(&[408, 500, 502, 503, 504])),
        ("other 5xx", all(&[501, 505, 520, 599])),
        ("429", all(&[429])),
        ("other 4xx", all(&[400, 401, 403, 404, 409, 422])),
        ("redirect", all(&[301, 302, 307])),
        (
            "200 with a web page",
            vec![answer(200, "<html>Log in</html>")],
        ),
        ("200 whose body breaks off", vec![Plan::Broken(200)]),
    ]
}

fn cell(name: &str, plan: &Plan) -> String {
    let (host, outcome) = tried(name, vec![plan.clone(); 3], &settings());
    let word = match failure(&outcome).outcome {
        Outcome::NotSent => "not_sent",
        Outcome::Rejected => "rejected",
        Outcome::Applied => "applied",
        Outcome::Unknown => "unknown",
    };
    format!("{} × `{word}`", host.attempts())
}

#[test]
fn the_readme_says_what_happens_when_it_fails() {
    let readme = include_str!("../../../README.md");
    let table: Vec<Vec<&str>> = readme
        .lines()
        .skip_while(|line| !line.starts_with("| failure |"))
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    let faults = faults();
    let labels: Vec<&str> = table.iter().map(|row| row[0]).collect();
    assert_eq!(
        labels,
        faults.iter().map(|(label, _)| *label).collect::<Vec<_>>()
    );
    let mut wrong = Vec::new();
    for (row, (label, plans)) in table.iter().zip(&faults) {
        for (name, kind, ..) in CASES {
            let column = COLUMNS.iter().position(|one| one == kind);
            let said = row[1 + column.expect("a column for each kind")];
            for plan in plans {
                let done = cell(name, plan);
                if said != done {
                    wrong.push(format!("{label}, {name}, {plan:?}: {said}, but {done}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
