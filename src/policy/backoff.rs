//! How long to wait before an attempt that nobody said a time for.

/// The first wait, in milliseconds.
const FIRST_MS: f64 = 500.0;
/// The longest wait, in milliseconds.
const LONGEST_MS: f64 = 8_000.0;
/// The share of a wait that the dice may take off, so that clients do not come back together.
const JITTER: f64 = 0.25;

/// The wait before retry number `retry` (0 for the first), in milliseconds: doubling, up to 8 s, less
/// up to a quarter. `random` is in `[0, 1)`.
pub fn backoff_ms(retry: u32, random: f64) -> f64 {
    let doubled = FIRST_MS * f64::from(1_u32 << retry.min(16));
    doubled.min(LONGEST_MS) * (1.0 - random * JITTER)
}

#[cfg(test)]
mod tests {
    use super::backoff_ms;

    #[test]
    fn waits_double_up_to_a_limit() {
        let waits: Vec<f64> = [0, 1, 2, 3, 4, 5, 40]
            .map(|retry| backoff_ms(retry, 0.0))
            .into();

        assert_eq!(
            waits,
            [500.0, 1000.0, 2000.0, 4000.0, 8000.0, 8000.0, 8000.0]
        );
    }

    #[test]
    fn the_dice_take_off_a_quarter_at_most() {
        assert_eq!(backoff_ms(0, 0.5), 437.5);
        assert_eq!(backoff_ms(0, 1.0), 375.0);
    }
}
