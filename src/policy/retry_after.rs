//! How long a server asks to wait (contract 2.3; RFC 9110, 10.2.3).

/// Milliseconds to wait from `now` (milliseconds since 1970), as `retry-after-ms` or `Retry-After` say:
/// seconds, or a date. What cannot be read says nothing.
pub fn retry_after_ms(
    milliseconds: Option<&str>,
    retry_after: Option<&str>,
    now: f64,
) -> Option<f64> {
    let number = |text: &str| {
        text.trim()
            .parse::<f64>()
            .ok()
            .filter(|value| value.is_finite() && *value >= 0.0)
    };
    milliseconds.and_then(number).or_else(|| {
        let text = retry_after?;
        number(text)
            .map(|seconds| seconds * 1000.0)
            .or_else(|| Some((http_date_ms(text.trim())? - now).max(0.0)))
    })
}

/// `Sun, 06 Nov 1994 08:49:37 GMT`, in milliseconds since 1970.
fn http_date_ms(text: &str) -> Option<f64> {
    let (_, date) = text.split_once(", ")?;
    let mut words = date.split(' ');
    let day: u32 = words.next()?.parse().ok()?;
    let month = words.next()?;
    let year: i32 = words.next()?.parse().ok()?;
    let mut clock = words
        .next()?
        .split(':')
        .map(|part| part.parse::<u32>().ok());
    let (hour, minute, second) = (clock.next()??, clock.next()??, clock.next()??);
    let names = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let month = names.iter().position(|name| *name == month)?;
    let known =
        words.next() == Some("GMT") && (1..=31).contains(&day) && (1970..10_000).contains(&year);
    if !known || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let seconds = f64::from(hour * 3600 + minute * 60 + second);
    Some((f64::from(days_since_1970(year, month, day)) * 86_400.0 + seconds) * 1000.0)
}

/// Days from 1970-01-01 to a date of the Gregorian calendar; `month` counts from 0.
fn days_since_1970(year: i32, month: usize, day: u32) -> i32 {
    const BEFORE_MONTH: [i32; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let leap_days = |year: i32| year / 4 - year / 100 + year / 400;
    let is_leap = leap_days(year) > leap_days(year - 1);
    let leap_day = i32::from(is_leap && month > 1);
    let before = BEFORE_MONTH.get(month).copied().unwrap_or_default();
    (year - 1970) * 365 + leap_days(year - 1) - leap_days(1969)
        + before
        + leap_day
        + day.cast_signed()
        - 1
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
