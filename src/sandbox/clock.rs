//! Points in time as Dixa writes them (contract 2.5).

const DAY_MS: i64 = 86_400_000;

/// RFC 3339 in UTC, of milliseconds since 1970.
pub(super) fn timestamp(ms: i64) -> String {
    let (days, rest) = (ms.div_euclid(DAY_MS), ms.rem_euclid(DAY_MS));
    let (year, month, day) = date(days);
    let (seconds, millis) = (rest / 1000, rest % 1000);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{millis:03}Z")
}

/// The same with the zone that Java adds.
pub(super) fn zoned(ms: i64) -> String {
    format!("{}[GMT]", timestamp(ms))
}

/// Milliseconds since 1970 of a timestamp in any of the spellings of contract 6.1.
pub(super) fn milliseconds(text: &str) -> Option<i64> {
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<i64>().ok();
    let days = days(number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let minutes = number(11, 13)? * 60 + number(14, 16)?;
    let (clock, zone) = text.get(16..)?.split_at_checked(zone_at(text)? - 16)?;
    let (seconds, fraction) = clock.split_once('.').unwrap_or((clock, ""));
    let seconds: i64 = seconds.trim_start_matches(':').parse().unwrap_or_default();
    let millis: i64 = format!("{fraction:0<3}").get(..3)?.parse().ok()?;
    let offset: String = zone.chars().filter(char::is_ascii_digit).take(4).collect();
    let offset: i64 = offset.parse().unwrap_or_default();
    let offset = (offset / 100 * 60 + offset % 100) * if zone.starts_with('-') { -1 } else { 1 };
    Some(days * DAY_MS + ((minutes - offset) * 60 + seconds) * 1000 + millis)
}

/// Where the time of day ends: at `Z`, `+` or `-`.
fn zone_at(text: &str) -> Option<usize> {
    let zone = text.get(16..)?.find(['Z', '+', '-'])?;
    Some(16 + zone)
}

/// Days from 1970-01-01 to a date of the Gregorian calendar.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = year - i64::from(month <= 2);
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// Date of the Gregorian calendar, `days` after 1970-01-01: eras of 400 years that begin in March.
fn date(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::{milliseconds, timestamp};

    #[test]
    fn dates_are_those_of_the_calendar() {
        assert_eq!(timestamp(0), "1970-01-01T00:00:00.000Z");
        assert_eq!(timestamp(951_782_400_123), "2000-02-29T00:00:00.123Z");
        assert_eq!(timestamp(1_795_478_399_999), "2026-11-23T23:59:59.999Z");
    }

    #[test]
    fn a_time_is_read_in_every_spelling() {
        for text in [
            "2000-02-29T00:00:00.123Z",
            "2000-02-29T00:00:00.1234567Z[GMT]",
            "2000-02-29T01:30:00.123+01:30",
            "2000-02-28T19:00:00.123-0500",
        ] {
            assert_eq!(milliseconds(text), Some(951_782_400_123), "{text}");
        }
        assert_eq!(milliseconds("1970-01-02T00:01Z"), Some(86_460_000));
        assert_eq!(milliseconds("yesterday"), None);
        for day in (0..400_000).step_by(97) {
            assert_eq!(
                milliseconds(&timestamp(day * 86_400_000)),
                Some(day * 86_400_000)
            );
        }
    }
}
