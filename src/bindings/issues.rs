//! Findings as JavaScript hears of them: JSON, so that any number of them is one crossing.

use crate::codec::{Finding, Severity, quote};

/// A list of `Issue` (`types/shell.d.ts`), the operation left out.
pub(super) fn json<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> String {
    let mut out = String::from("[");
    for finding in findings {
        let severity = match finding.severity {
            Severity::Error => "error",
            Severity::Info => "info",
        };
        out.push_str(if out.len() > 1 { ",{" } else { "{" });
        for (name, value) in [
            ("\"path\":", &*finding.path),
            (",\"expected\":", &finding.expected),
            (",\"got\":", &finding.got),
            (",\"severity\":", severity),
            (",\"message\":", &finding.message()),
        ] {
            out.push_str(name);
            out.push_str(&quote(value));
        }
        out.push('}');
    }
    out.push(']');
    out
}
