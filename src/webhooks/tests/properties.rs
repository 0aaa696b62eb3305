//! What holds of whatever comes: nothing that was not signed is taken for Dixa's.

use super::{NOW, NOW_MS};
use crate::webhooks::{Refusal, Secret, sign, verify};
use proptest::prelude::*;

fn key() -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(any::<u8>(), 1..80)
}

fn secret(key: &[u8]) -> Secret {
    Secret::from_hex(&base16ct::lower::encode_string(key)).expect("hexadecimal")
}

/// A change of one text into another: a byte put in, taken out, or changed.
#[derive(Clone, Debug)]
enum Change {
    Put(usize, u8),
    Take(usize),
    Flip(usize, u8),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (any::<usize>(), any::<u8>()).prop_map(|(at, byte)| Change::Put(at, byte)),
        any::<usize>().prop_map(Change::Take),
        (any::<usize>(), 1..=u8::MAX).prop_map(|(at, bits)| Change::Flip(at, bits)),
    ]
}

fn changed(bytes: &[u8], change: &Change) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    match *change {
        Change::Put(at, byte) => bytes.insert(at % (bytes.len() + 1), byte),
        Change::Take(at) if !bytes.is_empty() => drop(bytes.remove(at % bytes.len())),
        Change::Flip(at, bits) if !bytes.is_empty() => {
            let at = at % bytes.len();
            bytes[at] ^= bits;
        }
        Change::Take(_) | Change::Flip(..) => {}
    }
    bytes
}

proptest! {
    #[test]
    fn what_is_signed_is_verified(key in key(), body: Vec<u8>, ahead in 0_u64..=1000) {
        let secret = secret(&key);
        let header = sign(&secret, NOW + ahead, &body);
        prop_assert_eq!(verify(Some(&header), &body, &[secret], NOW_MS, 1000.0), Ok(()));
    }

    #[test]
    fn a_changed_body_is_refused(key in key(), body: Vec<u8>, changes in proptest::collection::vec(change(), 1..4)) {
        let secret = secret(&key);
        let header = sign(&secret, NOW, &body);
        let tampered = changes.iter().fold(body.clone(), |body, change| changed(&body, change));
        prop_assume!(tampered != body);
        prop_assert_eq!(verify(Some(&header), &tampered, &[secret], NOW_MS, 1000.0), Err(Refusal::NoMatch));
    }

    #[test]
    fn a_changed_header_is_refused(key in key(), body: Vec<u8>, changes in proptest::collection::vec(change(), 1..4)) {
        let secret = secret(&key);
        let header = sign(&secret, NOW, &body);
        let tampered = changes.iter().fold(header.clone().into_bytes(), |header, change| changed(&header, change));
        prop_assume!(tampered != header.as_bytes());
        // What is no text never gets here.
        let tampered = String::from_utf8_lossy(&tampered).into_owned();
        prop_assert!(verify(Some(&tampered), &body, &[secret], NOW_MS, 1e15).is_err());
    }

    #[test]
    fn a_part_of_the_body_cannot_become_a_part_of_the_time(body in "[0-9]{1,3}\\.[a-z]{0,8}") {
        let secret = secret(b"key");
        let header = sign(&secret, NOW, body.as_bytes());
        let (digits, rest) = body.split_once('.').expect("a dot");
        let shifted = header.replacen("t=1764000000000", &["t=1764000000000.", digits].concat(), 1);
        prop_assert!(verify(Some(&shifted), rest.as_bytes(), &[secret], NOW_MS, 1e15).is_err());
    }

    #[test]
    fn another_secret_is_refused(key in key(), other in key(), body: Vec<u8>) {
        // A shorter key is filled up with zeros: one with zeros at its end is the same (RFC 2104).
        let bare = |key: &[u8]| key.iter().rposition(|byte| *byte != 0).map(|at| key[..=at].to_vec());
        prop_assume!(bare(&key) != bare(&other));
        let header = sign(&secret(&key), NOW, &body);
        prop_assert_eq!(verify(Some(&header), &body, &[secret(&other)], NOW_MS, 1000.0), Err(Refusal::NoMatch));
    }

    #[test]
    fn whatever_a_header_says_it_is_refused_without_a_secret(header in ".{0,100}", body: Vec<u8>) {
        let refused = verify(Some(&header), &body, &[secret(b"key")], NOW_MS, 1e15);
        prop_assert!(refused.is_err());
    }
}
