//! Pages: cut from a list, with links to those beside it.

use super::Call;
use super::http::{Refusal, Reply};
use serde_json::{Value, json};

/// One page of a list, and the links of those beside it: relative, with a key that says nothing.
pub(super) fn page(
    call: &Call,
    path: &str,
    all: Vec<Value>,
    usual: usize,
    most: usize,
) -> Result<Reply, Refusal> {
    let bad_key = || Refusal::invalid("Invalid value for: query parameter pageKey");
    let bad_limit = || Refusal::invalid("Invalid value for: query parameter pageLimit");
    let (offset, limit) = match call.query.get("pageKey") {
        Some(key) => key_read(key).ok_or_else(bad_key)?,
        None => {
            let given = call.query.get("pageLimit");
            let limit = given.map_or(Ok(usual), |limit| limit.parse().map_err(|_| bad_limit()))?;
            (0, limit)
        }
    };
    if limit == 0 || limit > most {
        return Err(bad_limit());
    }
    let link = |offset: usize| json!(format!("{path}?pageKey={}", key_written(offset, limit)));
    let mut meta = json!({ "previous": null, "next": null });
    if offset > 0 {
        meta["previous"] = link(offset.saturating_sub(limit));
    }
    if offset + limit < all.len() {
        meta["next"] = link(offset + limit);
    }
    let items = all.into_iter().skip(offset).take(limit).collect();
    Ok(Reply::page(items, meta))
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// A key in Base64, its padding percent-encoded as in Dixa's example.
fn key_written(offset: usize, limit: usize) -> String {
    let text = format!("pageLimit={limit}&offset={offset}");
    let mut out = String::new();
    for chunk in text.as_bytes().chunks(3) {
        let bits = chunk
            .iter()
            .fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte))
            << (8 * (3 - chunk.len()));
        for index in 0..4 {
            let six = usize::try_from(bits >> (18 - 6 * index) & 63).unwrap_or(0);
            if index <= chunk.len() {
                out.push(char::from(ALPHABET[six]));
            } else {
                out.push_str("%3D");
            }
        }
    }
    out.replace('+', "%2B").replace('/', "%2F")
}

fn key_read(key: &str) -> Option<(usize, usize)> {
    let mut bytes = Vec::new();
    let sixes: Option<Vec<u32>> = key
        .trim_end_matches('=')
        .bytes()
        .map(|byte| {
            ALPHABET
                .iter()
                .position(|known| *known == byte)
                .and_then(|at| u32::try_from(at).ok())
        })
        .collect();
    for chunk in sixes?.chunks(4) {
        let bits = chunk.iter().fold(0, |bits, six| bits << 6 | six) << (6 * (4 - chunk.len()));
        for index in 0..chunk.len().saturating_sub(1) {
            bytes.push(u8::try_from(bits >> (16 - 8 * index) & 255).ok()?);
        }
    }
    let text = String::from_utf8(bytes).ok()?;
    let (limit, offset) = text.strip_prefix("pageLimit=")?.split_once("&offset=")?;
    Some((offset.parse().ok()?, limit.parse().ok()?))
}
