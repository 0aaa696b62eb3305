//! What holds of whatever a server writes into a header or a link.

use super::paging::page_key;
use super::retry_after::retry_after_ms;
use proptest::prelude::*;

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const DAYS: [&str; 7] = [
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "Monday",
    "Tuesday",
    "Wednesday",
];

/// A moment in the three forms of HTTP, counted day by day from 1970.
fn http_dates(seconds: u32) -> [String; 3] {
    let (days, time) = (seconds / 86_400, seconds % 86_400);
    let (hour, minute, second) = (time / 3600, time / 60 % 60, time % 60);
    let leap = |year: u32| {
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
    };
    let (mut year, mut day) = (1970, days);
    while day >= 365 + u32::from(leap(year)) {
        day -= 365 + u32::from(leap(year));
        year += 1;
    }
    let february = 28 + u32::from(leap(year));
    let mut month = 0;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if day < length {
            break;
        }
        day -= length;
        month += 1;
    }
    let (name, month, day) = (DAYS[days as usize % 7], MONTHS[month], day + 1);
    let (short, year2) = (name.get(..3).unwrap_or_default(), year % 100);
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    [
        format!("{short}, {day:02} {month} {year} {time} GMT"),
        format!("{name}, {day:02}-{month}-{year2:02} {time} GMT"),
        format!("{short} {month} {day:2} {time} {year}"),
    ]
}

/// Percent-encodes every byte, every other one in capitals.
fn encoded(text: &str) -> String {
    let encode = |(at, byte)| {
        if at % 2 == 0 {
            format!("%{byte:02x}")
        } else {
            format!("%{byte:02X}")
        }
    };
    text.bytes().enumerate().map(encode).collect()
}

proptest! {
    #[test]
    fn a_wait_is_finite_and_not_negative(
        ms in proptest::option::of("[0-9., a-zA-Z:-]{0,20}|\\PC{0,20}"),
        text in "[0-9., a-zA-Z:-]{0,40}|\\PC{0,40}|[0-9]{1,400}(\\.[0-9]{1,400})?",
        now in 0.0..1e13_f64,
    ) {
        if let Some(wait) = retry_after_ms(ms.as_deref(), Some(&text), now) {
            prop_assert!((0.0..=1e15).contains(&wait), "{wait}");
        }
    }

    #[test]
    fn seconds_are_read_as_they_are_written(seconds in 0_u32..10_000_000, thousandths in 0_u32..1000) {
        let wait = retry_after_ms(None, Some(&format!(" {seconds}.{thousandths:03} ")), 0.0);
        let expected = f64::from(seconds) * 1000.0 + f64::from(thousandths);
        prop_assert!(wait.is_some_and(|wait| (wait - expected).abs() < 0.01), "{wait:?}");
    }

    #[test]
    fn every_date_is_read_in_every_form(seconds in 1_u32..3_155_760_000, wait in 1_u32..100_000) {
        let now = f64::from(seconds) * 1000.0 - f64::from(wait);
        for date in http_dates(seconds) {
            prop_assert_eq!(retry_after_ms(None, Some(&date), now), Some(f64::from(wait)), "{}", date);
        }
    }

    #[test]
    fn a_key_is_found_wherever_it_stands(
        key in "[A-Za-z0-9+/_-]{1,60}={0,2}",
        before in "[a-zA-Z0-9:/._~%-]{0,30}",
        other in "([a-z]{1,8}=[a-z0-9]{0,8}&){0,3}",
        after in "(&[a-z]{1,8}=[a-z0-9]{0,8}){0,3}(#[a-z?=&]{0,9})?",
        stray in "[:.,;! ]{0,3}",
    ) {
        for written in [key.clone(), encoded(&key), encoded(&format!("{key}{stray}"))] {
            let link = format!("{before}?{other}pageKey={written}{after}");
            prop_assert_eq!(page_key(&link), Some(key.clone()), "{}", link);
        }
    }

    #[test]
    fn any_link_gives_a_key_or_none(link in "\\PC{0,60}|[?&=#%+:pageKyA-F0-9]{0,40}") {
        if let Some(key) = page_key(&link) {
            let last = key.chars().last();
            prop_assert!(last.is_some_and(|last| last.is_ascii_alphanumeric() || "+/-_=".contains(last)));
        }
    }

    #[test]
    fn what_is_no_escape_stays_as_it_is(first in "[^0-9a-fA-F%&#]", second in "[^%&#]") {
        let key = page_key(&format!("?pageKey=%{first}{second}A"));
        prop_assert_eq!(key, Some(format!("%{first}{second}A")));
    }
}
