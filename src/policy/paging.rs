//! Where the next page is. Of a link only its `pageKey` is read: no token follows a link
//! (contract 2.4).

/// The `pageKey` of a link, relative or not. `None`: the link has none.
pub fn page_key(link: &str) -> Option<String> {
    let (_, query) = link.split_once('?')?;
    let query = query.split('#').next().unwrap_or_default();
    let value = query
        .split('&')
        .find_map(|pair| pair.strip_prefix("pageKey="))?;
    let key = decode(value);
    let key = key.trim_end_matches(|character: char| !is_base64(character));
    (!key.is_empty()).then(|| key.to_owned())
}

/// Dixa's own example ends in a stray colon: what Base64 does not know is dropped there.
const fn is_base64(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '+' | '/' | '-' | '_' | '=')
}

/// Percent-decodes; what is no escape stays. A plus stays too: in Base64 it is a digit.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let escape = (*first == b'%').then(|| tail.get(..2)).flatten();
        let digits = escape.and_then(|digits| core::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = tail.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::page_key;

    #[test]
    fn the_key_is_read_from_every_kind_of_link() {
        let key = Some("cGFnZUxpbWl0PTUwJnBhZ2U9MQ==".to_owned());
        for link in [
            "/v1/search/conversations/?pageKey=cGFnZUxpbWl0PTUwJnBhZ2U9MQ%3D%3D:",
            "https://elsewhere.example/x?a=1&pageKey=cGFnZUxpbWl0PTUwJnBhZ2U9MQ==&b=2#f",
            "?pageKey=cGFnZUxpbWl0PTUwJnBhZ2U9MQ%3d%3d",
        ] {
            assert_eq!(page_key(link), key, "{link}");
        }
    }

    #[test]
    fn a_link_without_key_has_none() {
        for link in [
            "",
            "/v1/x",
            "/v1/x?pageKey=",
            "/v1/x?pageKey=:",
            "/v1/x?page=2",
            "/v1/x?mypageKey=a",
        ] {
            assert_eq!(page_key(link), None, "{link}");
        }
    }

    #[test]
    fn a_plus_is_a_digit_of_the_key() {
        assert_eq!(page_key("?pageKey=a+b/%2B"), Some("a+b/+".to_owned()));
    }
}
