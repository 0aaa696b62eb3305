//! How long a server asks to wait (contract 2.3; RFC 9110, 10.2.3).

/// A wait that no call outlives, in milliseconds: what is longer, and what is too large to count, is this.
const LONGEST_MS: f64 = 1e15;

/// Milliseconds to wait from `now` (milliseconds since 1970), as `retry-after-ms` or `Retry-After` say:
/// seconds, or a date. Of several numbers the largest. What cannot be read says nothing, and a date that
/// has passed does not either: clocks differ, and the ordinary wait is later.
pub fn retry_after_ms(
    milliseconds: Option<&str>,
    retry_after: Option<&str>,
    now: f64,
) -> Option<f64> {
    let wait = milliseconds.and_then(numbers).or_else(|| {
        let text = retry_after?;
        numbers(text).map(|seconds| seconds * 1000.0).or_else(|| {
            let wait = http_date_ms(text)? - now;
            (wait > 0.0).then_some(wait)
        })
    });
    wait.map(|wait| wait.min(LONGEST_MS))
}

/// The largest of the numbers in a list. A header that came twice is one.
fn numbers(text: &str) -> Option<f64> {
    text.split(',').filter_map(number).reduce(f64::max)
}

/// A number that is not negative, with or without a fraction. The library's parser would be a tenth of
/// the module.
fn number(text: &str) -> Option<f64> {
    let (mut value, mut unit, mut is_fraction, mut has_digits) = (0.0, 1.0, false, false);
    for byte in text.trim_ascii().bytes() {
        match byte {
            b'0'..=b'9' => {
                let digit = f64::from(byte - b'0');
                if is_fraction {
                    unit /= 10.0;
                    value += digit * unit;
                } else {
                    value = value * 10.0 + digit;
                }
                has_digits = true;
            }
            b'.' if !is_fraction => is_fraction = true,
            _ => return None,
        }
    }
    has_digits.then_some(value)
}

/// A date in one of the three forms of HTTP (RFC 9110, 5.6.7), in milliseconds since 1970:
/// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`.
/// Day, month and year are known by their form, so that one reading does for all.
fn http_date_ms(text: &str) -> Option<f64> {
    let (mut day, mut month, mut year, mut seconds) = (None, None, None, None);
    for word in text.split([' ', ',', '-']) {
        if word.contains(':') {
            let mut parts = word.split(':').map(whole);
            let [hour, minute, second] = [parts.next()??, parts.next()??, parts.next()??];
            let is_time = hour < 24 && minute < 60 && second <= 60 && parts.next().is_none();
            seconds = is_time.then_some(hour * 3600 + minute * 60 + second);
        } else if let Some(number) = whole(word) {
            if day.is_none() {
                day = Some(number).filter(|day| (1..=31).contains(day));
            } else {
                year = Some(match (word.len(), number) {
                    (4, year) => year,
                    (2, year @ ..70) => 2000 + year,
                    (2, year) => 1900 + year,
                    _ => return None,
                });
            }
        } else {
            let known = MONTHS.as_bytes().chunks(3);
            month = month.or(known.into_iter().position(|name| name == word.as_bytes()));
        }
    }
    let days = days_since_1970(year.filter(|year| *year >= 1900)?, month?, day?);
    Some((f64::from(days) * 86_400.0 + f64::from(seconds?)) * 1000.0)
}

const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";

/// One to four digits.
fn whole(word: &str) -> Option<i32> {
    let fits = (1..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| {
        word.bytes()
            .fold(0, |value, byte| value * 10 + i32::from(byte - b'0'))
    })
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

    /// What `Retry-After` alone says.
    fn read(text: &str, now: f64) -> Option<f64> {
        retry_after_ms(None, Some(text), now)
    }

    #[test]
    fn seconds_and_milliseconds_are_read() {
        for (text, wait) in [
            ("90", 90_000.0),
            (" 1.5 ", 1500.0),
            ("0", 0.0),
            (".5", 500.0),
            ("5.", 5000.0),
        ] {
            assert_eq!(read(text, 0.0), Some(wait), "{text}");
        }
        assert_eq!(retry_after_ms(Some("250"), Some("90"), 0.0), Some(250.0));
        assert_eq!(
            retry_after_ms(Some("soon"), Some("90"), 0.0),
            Some(90_000.0)
        );
    }

    #[test]
    fn a_date_of_every_form_is_a_wait_from_now() {
        for date in [
            "Sun, 06 Nov 1994 08:49:37 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
        ] {
            assert_eq!(
                read(date, 784_111_777_000.0 - 4000.0),
                Some(4000.0),
                "{date}"
            );
        }
        let leap_day = "Thu, 29 Feb 2024 00:00:00 GMT";
        assert_eq!(read(leap_day, 1_709_164_800_000.0 - 1.0), Some(1.0));
    }

    #[test]
    fn of_several_the_longest_wait_counts() {
        assert_eq!(read("5, 90", 0.0), Some(90_000.0));
        assert_eq!(read("90, soon", 0.0), Some(90_000.0));
        assert_eq!(retry_after_ms(Some("1, 2"), Some("90"), 0.0), Some(2.0));
    }

    #[test]
    fn a_wait_that_is_too_long_to_count_is_no_short_one() {
        for text in [
            "99999999999999999999".to_owned(),
            "9".repeat(400),
            format!("{}.{}", "9".repeat(400), "9".repeat(400)),
        ] {
            assert_eq!(read(&text, 0.0), Some(1e15), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_read_says_nothing() {
        for text in [
            "",
            ".",
            "soon",
            "-1",
            "1e3",
            "0x10",
            "1.5.1",
            "NaN",
            "inf",
            "Sun, 06 Nov 1994",
            "Sun, 99 Nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 25:00:00 GMT",
            "Sun, 06 Nov 94000 08:49:37 GMT",
            "06:49:37",
            "1994-11-06",
            "1994-11-06T08:49:37Z",
        ] {
            assert_eq!(read(text, 0.0), None, "{text}");
        }
    }

    #[test]
    fn a_date_that_has_passed_says_nothing() {
        assert_eq!(read("Sun, 06 Nov 1994 08:49:37 GMT", 1e15), None);
    }
}
