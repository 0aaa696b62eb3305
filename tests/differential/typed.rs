//! The typed models as a judge: lines of `request` or `answer`, an operation and JSON in, separated by
//! tabs; lines out that say what the model writes of what it read, or nothing when it refused it.

#[path = "../native/typed.rs"]
mod typed;

use std::io::{BufRead, Result, Write, stdin, stdout};

fn main() -> Result<()> {
    let mut out = stdout().lock();
    for line in stdin().lock().lines() {
        let line = line?;
        let mut parts = line.splitn(3, '\t');
        let read = match (parts.next(), parts.next(), parts.next()) {
            (Some("request"), Some(operation), Some(text)) => typed::request(operation, text),
            (Some("answer"), Some(operation), Some(text)) => typed::answer(operation, text),
            _ => panic!("a line is `request` or `answer`, an operation and JSON"),
        };
        match read {
            Ok(value) => writeln!(out, "{value}")?,
            Err(_) => writeln!(out)?,
        }
    }
    Ok(())
}
