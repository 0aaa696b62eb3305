//! Who signed, and when.

use super::{NOW, NOW_MS, SECRET, TOLERANCE_MS, secret};
use crate::codec::Validation;
use crate::webhooks::{Delivery, Refusal, Refused, Secret, receive, sign, verify};
use serde_json::Value;

const OTHER: &str = "00fcc76a2a9328d515c87901311bda97066f67ef309ea5c99a335b4508963c14";

/// Verifies with one secret, at the time of [`NOW`].
fn verified(header: &str, body: &[u8]) -> Result<(), Refusal> {
    verify(Some(header), body, &[secret(SECRET)], NOW_MS, TOLERANCE_MS)
}

#[test]
fn signatures_are_those_that_openssl_makes() {
    let vectors = include_str!("../../../tests/webhooks/vectors.json");
    let vectors: Vec<Value> = serde_json::from_str(vectors).expect("JSON");
    assert!(vectors.len() > 10, "only {} vectors", vectors.len());
    for vector in vectors {
        let text = |name: &str| vector[name].as_str().expect(name);
        let body = base16ct::lower::decode_vec(text("body")).expect("a body");
        let header = ["t=", text("t"), ",v1=", text("v1")].concat();
        let (secret, now) = (secret(text("secret")), text("t").parse().expect("a time"));
        assert_eq!(sign(&secret, now, &body), header, "{}", text("about"));
        let now_ms = text("t").parse().expect("a time");
        let result = verify(Some(&header), &body, &[secret], now_ms, 1.0);
        assert_eq!(result, Ok(()), "{}", text("about"));
    }
}

#[test]
fn the_vector_of_the_contract_is_right_and_the_one_of_its_mistake_is_not() {
    let vector = include_str!("../../../tests/contract/examples/webhooks/signature-vector.json");
    let vector: Value = serde_json::from_str(vector).expect("JSON");
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    let (body, header) = (
        text(&vector["raw_body"]),
        text(&vector["header"]["X-DIXA-SIGNATURE"]),
    );
    let secrets = [secret(&text(&vector["secret_key_hex"]))];
    let now = 1_689_238_949_803.0;
    let check = |header: &str| verify(Some(header), body.as_bytes(), &secrets, now, 1.0);
    assert_eq!(check(&header), Ok(()));
    let mistaken = text(&vector["wrong_if_secret_used_as_utf8"]);
    assert_eq!(
        check(&["t=1689238949803,v1=", &mistaken].concat()),
        Err(Refusal::NoMatch)
    );
}

#[test]
fn what_was_tampered_with_does_not_match() {
    let body = b"{\"event_fqn\":\"TYPING_STARTED\"}";
    let header = sign(&secret(SECRET), NOW, body);
    assert_eq!(verified(&header, body), Ok(()));
    let reparsed = b"{ \"event_fqn\": \"TYPING_STARTED\" }";
    assert_eq!(verified(&header, reparsed), Err(Refusal::NoMatch));
    let later = header.replace("t=1764000000000", "t=1764000000001");
    assert_eq!(verified(&later, body), Err(Refusal::NoMatch));
    let of_another = sign(&secret(OTHER), NOW, body);
    assert_eq!(verified(&of_another, body), Err(Refusal::NoMatch));
    let padded = header.replace("t=1764000000000", "t=01764000000000");
    assert_eq!(verified(&padded, body), Err(Refusal::NoMatch));
}

#[test]
fn a_header_that_is_not_as_the_contract_says_is_malformed() {
    let right = sign(&secret(SECRET), NOW, b"{}");
    let (t, v1) = right.split_once(',').expect("two pairs");
    let hex = v1.strip_prefix("v1=").expect("its name");
    let cut = |digits: usize| hex.get(digits..).expect("digits");
    let malformed = [
        String::new(),
        "t".into(),
        t.into(),
        v1.into(),
        format!("{t};{v1}"),
        format!("{t}, {v1}"),
        format!(" {t},{v1}"),
        format!("{t},{v1} "),
        format!("{t},{v1},"),
        format!("{t},{t},{v1}"),
        format!("{t},{v1},{v1}"),
        format!("{right}, {right}"),
        format!("{t},V1={hex}"),
        format!("{t},v1={}", hex.to_uppercase()),
        format!("{t},v1={hex}00"),
        format!("{t},v1={}", cut(2)),
        format!("{t},v1={}g", cut(1)),
        format!("{t},v1="),
        format!("{t},v1=\u{e5}{}", cut(2)),
        format!("t=,{v1}"),
        format!("t=-1,{v1}"),
        format!("t=+1764000000000,{v1}"),
        format!("t=1764000000000.0,{v1}"),
        format!("t=1.764e12,{v1}"),
        format!("t=1764000000000000,{v1}"),
        format!("t=\u{661}764000000000,{v1}"),
        hex.into(),
        format!("sha256={hex}"),
        format!("{right},V2=x"),
        format!("{right}, x=y"),
        format!("{right},=x"),
    ];
    let wrong: Vec<_> = malformed
        .iter()
        .filter(|header| verified(header, b"{}") != Err(Refusal::MalformedSignature))
        .collect();
    assert!(wrong.is_empty(), "not malformed: {wrong:?}");
    assert_eq!(
        verify(None, b"{}", &[secret(SECRET)], NOW_MS, TOLERANCE_MS),
        Err(Refusal::MissingSignature)
    );
}

#[test]
fn pairs_of_other_names_and_another_order_do_not_matter() {
    let right = sign(&secret(SECRET), NOW, b"{}");
    let (t, v1) = right.split_once(',').expect("two pairs");
    for header in [
        format!("{v1},{t}"),
        format!("{t},v2=x,{v1}"),
        format!("v0=,{t},{v1}"),
    ] {
        assert_eq!(verified(&header, b"{}"), Ok(()), "{header}");
    }
}

#[test]
fn the_tolerance_is_kept_to_the_millisecond_in_both_directions() {
    let header = sign(&secret(SECRET), NOW, b"{}");
    let at = |now_ms: f64| {
        verify(
            Some(&header),
            b"{}",
            &[secret(SECRET)],
            now_ms,
            TOLERANCE_MS,
        )
    };
    assert_eq!(at(NOW_MS + 300_000.0), Ok(()));
    assert_eq!(at(NOW_MS + 300_001.0), Err(Refusal::Stale));
    assert_eq!(at(NOW_MS - 300_000.0), Ok(()));
    assert_eq!(at(NOW_MS - 300_001.0), Err(Refusal::Stale));
    // A clock in seconds, and one that is none.
    assert_eq!(at(NOW_MS / 1000.0), Err(Refusal::Stale));
    assert_eq!(at(f64::NAN), Err(Refusal::Stale));
}

#[test]
fn stale_says_that_the_signature_is_right() {
    let old = sign(&secret(OTHER), 1, b"{}");
    assert_eq!(verified(&old, b"{}"), Err(Refusal::NoMatch));
    let old = sign(&secret(SECRET), 1, b"{}");
    assert_eq!(verified(&old, b"{}"), Err(Refusal::Stale));
}

#[test]
fn any_of_several_secrets_may_have_signed() {
    let header = sign(&secret(SECRET), NOW, b"{}");
    let check = |secrets: &[&str]| {
        let secrets: Vec<_> = secrets.iter().map(|hex| secret(hex)).collect();
        verify(Some(&header), b"{}", &secrets, NOW_MS, TOLERANCE_MS)
    };
    assert_eq!(check(&[OTHER, SECRET]), Ok(()));
    assert_eq!(check(&[SECRET, OTHER]), Ok(()));
    assert_eq!(check(&[OTHER, OTHER]), Err(Refusal::NoMatch));
    assert_eq!(check(&[]), Err(Refusal::NoMatch));
}

#[test]
fn a_secret_that_is_not_hexadecimal_is_named_and_not_told() {
    for hex in ["", "7", "7g", "73fc ", "0x73fc", "\u{e5}", "whsec_73fc"] {
        assert!(Secret::from_hex(hex).is_none(), "{hex}");
    }
    assert!(Secret::from_hex("73Fc").is_some());
    let secrets = [SECRET.to_owned(), "not hex".to_owned()];
    let refused = receive(&Delivery {
        signature: None,
        body: b"{}",
        secrets: &secrets,
        now_ms: NOW_MS,
        tolerance_ms: TOLERANCE_MS,
        validation: Validation::Warn,
    })
    .expect_err("a refusal");
    assert_eq!(refused, Refused::Secret(1));
    assert_eq!(refused.code(), "invalid_secret");
    let message = refused.message(secrets.len());
    assert!(message.starts_with("secret[1] must be"), "{message}");
    assert!(!message.contains("not hex"), "{message}");
    assert!(Refused::Secret(0).message(1).starts_with("secret must be"));
}
