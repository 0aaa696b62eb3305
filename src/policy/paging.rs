//! Where the next page is. Of a link only its `pageKey` is read: no token follows a link
//! (contract 2.4).

/// The `pageKey` of a link, relative or not. `None`: the link has none.
pub fn page_key(link: &str) -> Option<String> {
    let (_, query) = link.split_once('?')?;
    let query = query.split('#').next().unwrap_or_default();
    let value = query
        .split('&')
        .find_map(|pair| pair.strip_prefix("pageKey="))?;
    let key = decode(value)?;
    let key = key.trim_end_matches(|character: char| !is_base64(character));
    (!key.is_empty()).then(|| key.to_owned())
}

/// Dixa's own example ends in a stray colon: what Base64 does not know is dropped there.
const fn is_base64(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '+' | '/' | '-' | '_' | '=')
}

/// Percent-decodes; what is no escape stays. A plus stays too: in Base64 it is a digit. `None`: not UTF-8.
pub(super) fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let escape = match tail {
            [high, low, ..] if *first == b'%' => digit(*high).zip(digit(*low)),
            _ => None,
        };
        if let (Some((high, low)), [_, _, tail @ ..]) = (escape, tail) {
            bytes.push(high << 4 | low);
            rest = tail;
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).ok()
}

/// A hexadecimal digit. The library's way to read a number takes a sign for one.
fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
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

    #[test]
    fn a_sign_is_no_digit_of_an_escape() {
        // Found by `properties.rs`: it read `%+A` as a line feed.
        assert_eq!(page_key("?pageKey=%+AA"), Some("%+AA".to_owned()));
        assert_eq!(page_key("?pageKey=a%"), Some("a".to_owned()));
        assert_eq!(page_key("?pageKey=%4"), Some("%4".to_owned()));
    }

    #[test]
    fn a_key_that_is_no_text_is_none() {
        assert_eq!(page_key("?pageKey=a%ffb"), None);
    }

    #[test]
    fn of_several_keys_the_first_counts() {
        assert_eq!(page_key("?pageKey=a&pageKey=b"), Some("a".to_owned()));
    }
}
