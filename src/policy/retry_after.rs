//! How long a server asks to wait (contract 2.3; RFC 9110, 10.2.3).

/// Milliseconds to wait from `now` (milliseconds since 1970), as `retry-after-ms` or `Retry-After` say:
/// seconds, or a date. What cannot be read says nothing.
pub fn retry_after_ms(
    milliseconds: Option<&str>,
    retry_after: Option<&str>,
    now: f64,
) -> Option<f64> {
    milliseconds.and_then(number).or_else(|| {
        let text = retry_after?;
        number(text)
            .map(|seconds| seconds * 1000.0)
            .or_else(|| Some((http_date_ms(text.trim())? - now).max(0.0)))
    })
}

/// A number that is not negative, with or without a fraction. The library's parser would be a tenth of
/// the module.
fn number(text: &str) -> Option<f64> {
    let (mut value, mut scale, mut digits) = (0.0, 0.0, 0);
    for byte in text.trim().bytes() {
        match byte {
            b'0'..=b'9' => {
                value = value * 10.0 + f64::from(byte - b'0');
                scale *= 10.0;
                digits += 1;
            }
            b'.' if scale == 0.0 => scale = 1.0,
            _ => return None,
        }
    }
    let divisor = if scale == 0.0 { 1.0 } else { scale };
    (1..=15).contains(&digits).then(|| value / divisor)
}

/// `Sun, 06 Nov 1994 08:49:37 GMT`, in milliseconds since 1970. Every part has its place (RFC 9110, 5.6.7).
fn http_date_ms(text: &str) -> Option<f64> {
    let bytes: &[u8; 29] = text.as_bytes().try_into().ok()?;
    let two = |at: usize| {
        let (tens, ones) = (
            bytes[at].wrapping_sub(b'0'),
            bytes[at + 1].wrapping_sub(b'0'),
        );
        if tens < 10 && ones < 10 {
            i32::from(tens * 10 + ones)
        } else {
            i32::MAX
        }
    };
    let month = "JanFebMarAprMayJunJulAugSepOctNovDec".as_bytes().chunks(3);
    let month = month.into_iter().position(|name| name == &bytes[8..11])?;
    let (day, century, year) = (two(5), two(12), two(14));
    let (hour, minute, second) = (two(17), two(20), two(23));
    let known = &bytes[25..] == b" GMT" && (1..=31).contains(&day) && (19..100).contains(&century);
    if !known || year > 99 || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let days = days_since_1970(century * 100 + year, month, day);
    let seconds = f64::from(hour * 3600 + minute * 60 + second);
    Some((f64::from(days) * 86_400.0 + seconds) * 1000.0)
}

/// Days from 1970-01-01 to a date of the Gregorian calendar; `month` counts from 0.
fn days_since_1970(year: i32, month: usize, day: i32) -> i32 {
    const BEFORE_MONTH: [i32; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let leap_days = |year: i32| year / 4 - year / 100 + year / 400;
    let is_leap = leap_days(year) > leap_days(year - 1);
    let leap_day = i32::from(is_leap && month > 1);
    let before = BEFORE_MONTH.get(month).copied().unwrap_or_default();
    (year - 1970) * 365 + leap_days(year - 1) - leap_days(1969) + before + leap_day + day - 1
}

#[cfg(test)]
mod tests {
    use super::retry_after_ms;

    #[test]
    fn seconds_and_milliseconds_are_read() {
        assert_eq!(retry_after_ms(None, Some("90"), 0.0), Some(90_000.0));
        assert_eq!(retry_after_ms(None, Some(" 1.5 "), 0.0), Some(1_500.0));
        assert_eq!(retry_after_ms(Some("250"), Some("90"), 0.0), Some(250.0));
    }

    #[test]
    fn a_date_is_a_wait_from_now() {
        let date = "Sun, 06 Nov 1994 08:49:37 GMT";
        assert_eq!(
            retry_after_ms(None, Some(date), 784_111_777_000.0 - 4000.0),
            Some(4000.0)
        );
        assert_eq!(
            retry_after_ms(
                None,
                Some("Thu, 29 Feb 2024 00:00:00 GMT"),
                1_709_164_800_000.0
            ),
            Some(0.0)
        );
        assert_eq!(retry_after_ms(None, Some(date), 1e15), Some(0.0));
    }

    #[test]
    fn what_cannot_be_read_says_nothing() {
        for text in [
            "",
            "soon",
            "-1",
            "NaN",
            "inf",
            "Sun, 06 Nov 1994",
            "Sun, 99 Nov 1994 08:49:37 GMT",
            "1994-11-06",
        ] {
            assert_eq!(retry_after_ms(None, Some(text), 0.0), None, "{text}");
        }
    }
}
