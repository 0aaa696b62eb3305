//! Which paths of a caller's own stay within `baseUrl`.

use super::paging::decode;

/// Whether a path, written behind `baseUrl`, leads below it and says nothing but where. A dot segment leads
/// out of it, also one that is percent-encoded; `//` may name a host; `?` and `#` end a path.
pub fn stays_within(path: &str) -> bool {
    let Some(decoded) = decode(path) else {
        return false;
    };
    let (is_control, is_end) = (
        |byte: u8| byte < b' ' || byte == 0x7f,
        |byte: u8| matches!(byte, b' ' | b'?' | b'#' | b'\\'),
    );
    let mut steps = decoded
        .as_bytes()
        .split(|byte| matches!(byte, b'/' | b'\\'));
    path.starts_with('/')
        && !path.starts_with("//")
        && !path.bytes().any(is_end)
        && !decoded.bytes().any(is_control)
        && !steps.any(|step| matches!(step, b"." | b".."))
}

#[cfg(test)]
mod tests {
    use super::stays_within;

    #[test]
    fn a_path_below_the_base_stays_as_it_is() {
        for path in [
            "/",
            "/v1/agents",
            "/v1/agents/",
            "/v1/tags/a%2Fb%20c",
            "/v1/tags/...",
            "/v1/tags/.hidden",
            "/v1/tags/a..b",
            "/v1/tags/ä:@!$&'()*+,;=~",
            "/v1//x",
            "/v1/100%",
        ] {
            assert!(stays_within(path), "{path}");
        }
    }

    #[test]
    fn what_leads_out_or_says_more_is_refused() {
        for path in [
            "",
            "v1/agents",
            "//evil.example",
            "///evil.example",
            "https://evil.example/v1",
            "\\\\evil.example",
            "/\\evil.example",
            "/..",
            "/.",
            "/v1/../beta",
            "/v1/./agents",
            "/v1/%2e%2e/beta",
            "/v1/.%2E/beta",
            "/v1/%2e",
            "/v1/..%2fbeta",
            "/v1/a%5c..%5cbeta",
            "/v1/agents?x=1",
            "/v1/agents#x",
            "/v1/a b",
            "/v1/agents ",
            " /v1/agents",
            "/v1/a\tb",
            "/v1/a\r\nb",
            "/v1/a\0b",
            "/v1/a\u{7f}b",
            "/v1/a%0d%0ab",
            "/v1/a%00",
            "/v1/a%ff",
        ] {
            assert!(!stays_within(path), "{path:?}");
        }
    }
}
