//! What single words of JSON mean: escaped strings, whole numbers, timestamps, UUIDs.

use crate::models::scalars::MAX_SAFE_INTEGER;
use std::borrow::Cow;

/// A string as written between its quotes, read.
pub(super) fn unescape(raw: &str) -> Cow<'_, str> {
    if !raw.contains('\\') {
        return Cow::Borrowed(raw);
    }
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, escape)) = rest.split_once('\\') {
        out.push_str(before);
        let mut characters = escape.chars();
        match characters.next() {
            Some('b') => out.push('\u{8}'),
            Some('f') => out.push('\u{c}'),
            Some('n') => out.push('\n'),
            Some('r') => out.push('\r'),
            Some('t') => out.push('\t'),
            Some('u') => {
                let (unit, tail) = code_unit(characters.as_str());
                rest = tail;
                let low = tail.strip_prefix("\\u").map(code_unit);
                match (unit, low) {
                    (0xd800..=0xdbff, Some((low @ 0xdc00..=0xdfff, tail))) => {
                        let pair = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
                        out.push(char::from_u32(pair).unwrap_or(char::REPLACEMENT_CHARACTER));
                        rest = tail;
                    }
                    _ => out.push(char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER)),
                }
                continue;
            }
            Some(plain) => out.push(plain),
            None => {}
        }
        rest = characters.as_str();
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Four hexadecimal digits, and what follows them.
fn code_unit(text: &str) -> (u32, &str) {
    let (digits, rest) = text.split_at_checked(4).unwrap_or((text, ""));
    (u32::from_str_radix(digits, 16).unwrap_or(0xfffd), rest)
}

/// Whether a string as written says `name`. Most are told apart by their first byte.
#[inline(always)]
pub(super) fn equals(raw: &[u8], name: &str) -> bool {
    match raw {
        [first, ..] => {
            (name.as_bytes().first() == Some(first) || *first == b'\\') && says(raw, name)
        }
        [] => name.is_empty(),
    }
}

/// The same of strings that mostly do.
#[inline(never)]
pub(super) fn says(raw: &[u8], name: &str) -> bool {
    same(raw, name) || is_escaped(raw) && read(raw) == name
}

/// Whether a string is written exactly like the name: four bytes at a time, the last four perhaps twice.
/// What the library calls for it goes byte by byte in wasm.
pub(super) fn same(mut raw: &[u8], name: &str) -> bool {
    let mut name = name.as_bytes();
    if raw.len() != name.len() {
        return false;
    }
    if let ([.., a, b, c, d], [.., e, f, g, h]) = (raw, name)
        && word(a, b, c, d) != word(e, f, g, h)
    {
        return false;
    }
    while let ([a, b, c, d, raw_rest @ ..], [e, f, g, h, name_rest @ ..]) = (raw, name) {
        if word(a, b, c, d) != word(e, f, g, h) {
            return false;
        }
        (raw, name) = (raw_rest, name_rest);
    }
    match (raw, name) {
        ([a], [e]) => a == e,
        ([a, b], [e, f]) => (a, b) == (e, f),
        ([a, b, c], [e, f, g]) => (a, b, c) == (e, f, g),
        _ => true,
    }
}

#[inline(always)]
const fn word(a: &u8, b: &u8, c: &u8, d: &u8) -> u32 {
    u32::from_le_bytes([*a, *b, *c, *d])
}

/// Whether a string is written with escapes.
pub(super) fn is_escaped(raw: &[u8]) -> bool {
    raw.contains(&b'\\')
}

/// A string as written between its quotes, read. What is no UTF-8 never comes here.
pub(super) fn read(raw: &[u8]) -> Cow<'_, str> {
    unescape(core::str::from_utf8(raw).unwrap_or_default())
}

/// A text as JSON writes it, quotes included.
pub fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    // Nearly always nothing needs an escape, and it is copied at once.
    if text
        .bytes()
        .all(|byte| byte > 0x1f && !matches!(byte, b'"' | b'\\'))
    {
        out.push_str(text);
    } else {
        text.chars()
            .for_each(|character| escape(character, &mut out));
    }
    out.push('"');
    out
}

fn escape(character: char, out: &mut String) {
    match character {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\u{0}'..='\u{1f}' => {
            out.push_str("\\u00");
            for digit in [character as u32 >> 4, character as u32 & 15] {
                out.push(char::from_digit(digit, 16).unwrap_or('0'));
            }
        }
        _ => out.push(character),
    }
}

/// A whole number in digits. The library's way of writing one is 2 KB of the module.
pub fn decimal(number: i64) -> String {
    let (mut rest, mut reversed) = (number.unsigned_abs(), Vec::new());
    while rest > 0 || reversed.is_empty() {
        reversed.push((rest % 10) as u8 + b'0');
        rest /= 10;
    }
    if number < 0 {
        reversed.push(b'-');
    }
    reversed.into_iter().rev().map(char::from).collect()
}

/// What a number is, as an integer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Integer {
    /// Whole, and of 64 bits.
    Int64(i64),
    /// Whole, and longer.
    Beyond,
    /// Not whole.
    Not,
}

/// Reads a JSON number as an integer: `7`, but also `7.0` and `7e3` (all of them whole numbers).
pub(super) fn integer(lexeme: &str) -> Integer {
    if let Ok(value) = lexeme.parse::<i64>() {
        return Integer::Int64(value);
    }
    let (negative, lexeme) = match lexeme.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, lexeme),
    };
    let (mantissa, exponent) = lexeme.split_once(['e', 'E']).unwrap_or((lexeme, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let fraction = fraction.trim_end_matches('0');
    let significant = whole.trim_start_matches('0').len() + fraction.len();
    if significant == 0 || (fraction.is_empty() && whole.bytes().all(|digit| digit == b'0')) {
        return Integer::Int64(0);
    }
    let Ok(exponent) = exponent
        .strip_prefix('+')
        .unwrap_or(exponent)
        .parse::<i64>()
    else {
        return if exponent.starts_with('-') {
            Integer::Not
        } else {
            Integer::Beyond
        };
    };
    // Digits d1…dn with the point behind the last, times ten to the power of `shift`.
    let mut digits: Vec<u8> = whole.bytes().chain(fraction.bytes()).collect();
    let mut shift = exponent.saturating_sub(i64::try_from(fraction.len()).unwrap_or(i64::MAX));
    while shift < 0 && digits.last() == Some(&b'0') {
        digits.pop();
        shift += 1;
    }
    if shift < 0 {
        return Integer::Not;
    }
    // Counted downwards: the least integer has no positive counterpart.
    let mut value: i64 = 0;
    let zeros = std::iter::repeat_n(b'0', usize::try_from(shift.min(40)).unwrap_or(40));
    for digit in digits.into_iter().chain(zeros) {
        let next = value
            .checked_mul(10)
            .and_then(|tens| tens.checked_sub(i64::from(digit - b'0')));
        let Some(next) = next else {
            return Integer::Beyond;
        };
        value = next;
    }
    if negative {
        Integer::Int64(value)
    } else {
        value.checked_neg().map_or(Integer::Beyond, Integer::Int64)
    }
}

/// A string of digits as an integer of 64 bits; no sign but `-`, no leading zeros.
pub(super) fn digits(text: &str) -> Option<i64> {
    let magnitude = text.strip_prefix('-').unwrap_or(text);
    let canonical = magnitude == "0" || !magnitude.starts_with('0');
    let plain = !magnitude.is_empty() && magnitude.bytes().all(|byte| byte.is_ascii_digit());
    if canonical && plain {
        text.parse().ok()
    } else {
        None
    }
}

/// A path id that is a number: digits only, 64 bits, not negative.
pub fn number_id(text: &str) -> bool {
    digits(text).is_some_and(|id| id >= 0 && !text.starts_with('-'))
}

/// Whether JavaScript holds the integer exactly.
pub(super) const fn is_safe(integer: i64) -> bool {
    integer.unsigned_abs() <= MAX_SAFE_INTEGER.unsigned_abs()
}

/// Whether a text is a UUID: 8-4-4-4-12 hexadecimal digits.
pub fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// Length of the RFC 3339 timestamp that a text begins with, when nothing but a Java zone suffix
/// (`[GMT]`) follows. Seconds may be missing and the offset be written without colon (contract 6.1).
pub(super) fn timestamp(bytes: &[u8]) -> Option<usize> {
    let two = |at: usize, least: u8, most: u8| {
        let tens = bytes.get(at)?.wrapping_sub(b'0');
        let ones = bytes.get(at + 1)?.wrapping_sub(b'0');
        let is_within = tens < 10 && ones < 10 && (least..=most).contains(&(tens * 10 + ones));
        is_within.then_some(())
    };
    let is = |at: usize, byte: u8| (bytes.get(at) == Some(&byte)).then_some(());
    two(0, 0, 99)?;
    two(2, 0, 99)?;
    is(4, b'-')?;
    two(5, 1, 12)?;
    is(7, b'-')?;
    two(8, 1, 31)?;
    is(10, b'T')?;
    two(11, 0, 23)?;
    is(13, b':')?;
    two(14, 0, 59)?;
    let mut at = 16;
    if is(at, b':').is_some() {
        two(at + 1, 0, 59)?;
        at += 3;
    }
    if is(at, b'.').is_some() {
        let digits = bytes
            .get(at + 1..)?
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        if !(1..=9).contains(&digits) {
            return None;
        }
        at += 1 + digits;
    }
    match bytes.get(at)? {
        b'Z' => at += 1,
        b'+' | b'-' => {
            two(at + 1, 0, 23)?;
            at += 3;
            if is(at, b':').is_some() {
                at += 1;
            }
            two(at, 0, 59)?;
            at += 2;
        }
        _ => return None,
    }
    match bytes.get(at..)? {
        [] => Some(at),
        [b'[', zone @ .., b']'] if !zone.is_empty() && zone.iter().all(|byte| is_zone(*byte)) => {
            Some(at)
        }
        _ => None,
    }
}

/// Whether a timestamp of this length has its seconds, and its offset a colon.
pub(super) fn is_rfc3339(bytes: &[u8], length: usize) -> bool {
    let is = |at: usize, byte: u8| bytes.get(at) == Some(&byte);
    is(16, b':') && (is(length - 1, b'Z') || is(length - 3, b':'))
}

const fn is_zone(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'/' | b'+' | b'-')
}
