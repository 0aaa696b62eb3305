//! Any text as a header, a link, an id, a path, a token.

#![no_main]

use dixa_conversations::codec::{is_uuid, number_id};
use dixa_conversations::policy::{paging, path, retry_after, secrets};
use dixa_conversations::webhooks::{Secret, sign, verify};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    waits(text);
    links(text);
    ids(text);
    paths(text);
    headers(text);
    signatures(text);
});

/// A wait is finite and not negative, whatever two headers say.
fn waits(text: &str) {
    let (milliseconds, seconds) = text.split_once('\n').unwrap_or((text, text));
    for milliseconds in [None, Some(milliseconds)] {
        for now in [0.0, 784_111_777_000.0, 1e13] {
            let wait = retry_after::retry_after_ms(milliseconds, Some(seconds), now);
            assert!(wait.is_none_or(|wait| (0.0..=1e15).contains(&wait)));
        }
    }
}

/// A key is no longer than its link, and ends in a digit of Base64. (What is inside is percent-encoded
/// when it is sent.)
fn links(link: &str) {
    for link in [link, &format!("?pageKey={link}")] {
        if let Some(key) = paging::page_key(link) {
            let is_base64 = |last: char| last.is_ascii_alphanumeric() || "+/-_=".contains(last);
            assert!(key.ends_with(is_base64) && key.len() <= link.len());
        }
    }
}

/// An id is one segment of a path.
fn ids(text: &str) {
    if number_id(text) {
        let number: i64 = text.parse().expect("a number");
        assert!(number >= 0 && number.to_string() == text);
    }
    if is_uuid(text) {
        assert!(
            text.chars()
                .all(|character| character == '-' || character.is_ascii_hexdigit())
        );
    }
}

/// A path that stays within the base is one, and leads down from step to step.
fn paths(text: &str) {
    if path::stays_within(text) {
        assert!(text.starts_with('/') && !text.starts_with("//"));
        assert!(!text.contains(['?', '#', '\\', '\n', '\0']));
        assert!(!text.split('/').any(|step| matches!(step, "." | "..")));
    }
}

/// What a header can hold does not end it, and neither does a token in one.
fn headers(text: &str) {
    let ends = |text: &str| text.contains(['\r', '\n', '\0']);
    assert!(!(secrets::is_header_value(text) && ends(text)));
    assert!(!(secrets::is_header_name(text) && (ends(text) || text.contains([' ', ':']))));
    for bearer in [false, true] {
        let header = secrets::authorization(text, bearer);
        assert!(header.ends_with(text) && secrets::authorization(&header, bearer) == header);
    }
}

/// No text is a signature, and no part of a true one.
fn signatures(text: &str) {
    let secret = Secret::from_hex("73fcc76a").expect("a secret");
    let header = sign(&secret, 1_764_000_000_000, text.as_bytes());
    let now = 1_764_000_000_000.0;
    let check = |header: &str, body: &str| {
        let secrets = [secret.clone()];
        verify(Some(header), body.as_bytes(), &secrets, now, 1e15).is_ok()
    };
    assert!(check(&header, text));
    assert!(!check(text, ""));
    assert!(!check(&[&header, text].concat(), text) || is_pair(text));
    assert!(!check(&[text, &header].concat(), text) || text.is_empty() || text.ends_with(','));
}

/// Whether a header may go on so: with pairs of other names.
fn is_pair(text: &str) -> bool {
    text.is_empty() || text.starts_with(',')
}
