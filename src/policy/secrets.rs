//! What may stand in a header, and how the token is written into one (contract 2.2).

/// Whether a header can hold the text: visible characters, spaces and tabs between them, nothing that
/// would end the header.
pub fn is_header_value(text: &str) -> bool {
    text.trim_ascii() == text
        && text
            .chars()
            .all(|character| matches!(character, '\t' | ' '..='~' | '\u{80}'..='\u{ff}'))
}

/// Whether a header may have this name (RFC 9110, 5.6.2).
pub fn is_header_name(text: &str) -> bool {
    let is_fit = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(is_fit)
}

/// Headers that say how a message travels, not what it says. Browsers refuse them, and elsewhere they
/// break requests or lead them to another host.
pub const CONNECTION_HEADERS: &[&str] = &[
    "connection",
    "content-length",
    "expect",
    "host",
    "keep-alive",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// The `Authorization` header. A `Bearer ` that is already there is not doubled.
pub fn authorization(token: &str, bearer: bool) -> String {
    let has_scheme = token
        .get(..7)
        .is_some_and(|start| start.eq_ignore_ascii_case("bearer "));
    if bearer && !has_scheme {
        ["Bearer ", token].concat()
    } else {
        token.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{authorization, is_header_value};

    #[test]
    fn a_bearer_scheme_is_written_once() {
        assert_eq!(authorization("abc", false), "abc");
        assert_eq!(authorization("abc", true), "Bearer abc");
        assert_eq!(authorization("bearer abc", true), "bearer abc");
    }

    #[test]
    fn what_would_end_a_header_is_refused() {
        for text in ["a\r\nx: y", "a\n", "a\0", " a", "a ", "\u{2028}", "ключ"] {
            assert!(!is_header_value(text), "{text:?}");
        }
        assert!(is_header_value("eyJ.abc def~"));
    }
}
