//! One pass over a JSON text that notes its tokens. The grammar is exactly that of `JSON.parse`, but for
//! the depth.

use super::token::{MAX_DEPTH, Malformed, Token};

/// The tokens of a text. One loop, in whose variables the text is walked; what is inlined by force is what
/// every byte passes through: in a module that is made small the compiler would call it.
pub(super) fn tokens(text: &[u8]) -> Result<Vec<Token>, Malformed> {
    // Pushing each token would be a call too.
    let (mut space, mut count) = (Vec::new(), 0);
    let mut tokens = grown(&mut space, text.len() / 12 + 8);
    let (mut at, mut depth, mut container) = (0, 0, 0);
    let (mut in_object, mut is_key) = (false, false);
    'next: loop {
        if count == tokens.len() {
            tokens = grown(&mut space, count * 2);
        }
        at = behind_space(text, at);
        let byte = byte_at(text, at)?;
        if matches!(byte, b'{' | b'[') && !is_key {
            if depth == MAX_DEPTH {
                return Err(Malformed::TooDeep);
            }
            depth += 1;
            // Until it is closed, its parent stands where its end will.
            tokens[count] = Token::new(at, container);
            container = count;
            count += 1;
            in_object = byte == b'{';
            at = behind_space(text, at + 1);
            if byte_at(text, at)? != byte + 2 {
                is_key = in_object;
                continue 'next;
            }
        } else {
            let start = at;
            at = match byte {
                b'"' => string(text, at)?,
                _ if is_key => return Err(Malformed::Grammar),
                _ => word(text, at, byte)?,
            };
            tokens[count] = Token::new(start, at);
            count += 1;
            if is_key {
                at = behind_space(text, at);
                if byte_at(text, at)? != b':' {
                    return Err(Malformed::Grammar);
                }
                at += 1;
                is_key = false;
                continue 'next;
            }
        }
        loop {
            at = behind_space(text, at);
            if depth == 0 {
                if at < text.len() {
                    return Err(Malformed::Grammar);
                }
                space.truncate(count);
                return Ok(space);
            }
            let byte = byte_at(text, at)?;
            if byte == b',' {
                at += 1;
                is_key = in_object;
                continue 'next;
            }
            if byte != if in_object { b'}' } else { b']' } {
                return Err(Malformed::Grammar);
            }
            if count == tokens.len() {
                tokens = grown(&mut space, count * 2);
            }
            let open = &mut tokens[container];
            container = open.end as usize;
            open.end = Token::new(0, count).end;
            tokens[count] = Token::new(at, at + 1);
            count += 1;
            at += 1;
            depth -= 1;
            in_object = text[tokens[container].start as usize] == b'{';
        }
    }
}

#[inline(never)]
fn grown(space: &mut Vec<Token>, length: usize) -> &mut [Token] {
    space.resize(length, Token { start: 0, end: 0 });
    space
}

#[inline(always)]
fn byte_at(text: &[u8], at: usize) -> Result<u8, Malformed> {
    text.get(at).copied().ok_or(Malformed::Truncated)
}

#[inline(always)]
fn behind_space(text: &[u8], mut at: usize) -> usize {
    while let Some(byte) = text.get(at) {
        if *byte > b' ' || !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
            break;
        }
        at += 1;
    }
    at
}

/// The offset behind the string that begins here.
#[inline(always)]
fn string(text: &[u8], start: usize) -> Result<usize, Malformed> {
    let mut at = start + 1;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        if let Some((low, rest)) = rest.split_first_chunk()
            && let Some(high) = rest.first_chunk()
        {
            let (low, high) = (stops(*low), stops(*high));
            if low | high == 0 {
                at += 16;
                continue;
            }
            let (stops, before) = if low == 0 { (high, 8) } else { (low, 0) };
            at += before + (stops.trailing_zeros() / 8) as usize;
        }
        match byte_at(text, at)? {
            b'"' => return Ok(at + 1),
            b'\\' => at = escape(text, at + 1)?,
            0..=0x1f => return Err(Malformed::Grammar),
            _ => at += 1,
        }
    }
}

/// The offset behind an escape whose backslash stands before `at`.
fn escape(text: &[u8], at: usize) -> Result<usize, Malformed> {
    match byte_at(text, at)? {
        b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Ok(at + 1),
        b'u' => {
            for at in at + 1..at + 5 {
                if !byte_at(text, at)?.is_ascii_hexdigit() {
                    return Err(Malformed::Grammar);
                }
            }
            Ok(at + 5)
        }
        _ => Err(Malformed::Grammar),
    }
}

/// The offset behind the `true`, `false`, `null` or number that begins here.
fn word(text: &[u8], mut at: usize, first: u8) -> Result<usize, Malformed> {
    let word: &[u8] = match first {
        b't' => b"true",
        b'f' => b"false",
        b'n' => b"null",
        _ => b"",
    };
    for byte in word {
        if byte_at(text, at)? != *byte {
            return Err(Malformed::Grammar);
        }
        at += 1;
    }
    if !word.is_empty() {
        return Ok(at);
    }
    at = behind(text, at, b"-");
    at = if byte_at(text, at)? == b'0' {
        at + 1
    } else {
        digits(text, at)?
    };
    if text.get(at) == Some(&b'.') {
        at = digits(text, at + 1)?;
    }
    if let Some(b'e' | b'E') = text.get(at) {
        at = digits(text, behind(text, at + 1, b"+-"))?;
    }
    Ok(at)
}

/// The offset behind one of these bytes, if one stands here.
fn behind(text: &[u8], at: usize, bytes: &[u8]) -> usize {
    let stands = text.get(at).is_some_and(|byte| bytes.contains(byte));
    at + usize::from(stands)
}

/// The offset behind one digit or more.
fn digits(text: &[u8], mut at: usize) -> Result<usize, Malformed> {
    if !byte_at(text, at)?.is_ascii_digit() {
        return Err(Malformed::Grammar);
    }
    while let Some(b'0'..=b'9') = text.get(at) {
        at += 1;
    }
    Ok(at)
}

/// Of eight bytes those at which a string ends, escapes or breaks off: a bit in each of them, the lowest
/// exactly, higher ones perhaps in vain. Without any, 64 zeros.
#[inline(always)]
const fn stops(bytes: [u8; 8]) -> u64 {
    const ONES: u64 = u64::MAX / 255;
    let word = u64::from_le_bytes(bytes);
    // A byte below `n` borrows from its highest bit when `n` is taken away, unless it had that bit.
    let quote = word ^ (ONES * b'"' as u64);
    let backslash = word ^ (ONES * b'\\' as u64);
    let control = word.wrapping_sub(ONES * 0x20) & !word;
    let quote = quote.wrapping_sub(ONES) & !quote;
    let backslash = backslash.wrapping_sub(ONES) & !backslash;
    (quote | backslash | control) & (ONES * 0x80)
}
