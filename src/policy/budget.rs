//! Whether a client can afford one more retry, as in the AWS SDKs' standard mode: when most calls
//! fail, retries only add to the load.

/// What a client starts with, and the most it can have.
pub const FULL: f64 = 500.0;
const RETRY: f64 = 5.0;
const RETRY_AFTER_TIMEOUT: f64 = 10.0;
const REFUND: f64 = 1.0;

/// What is left after one more retry; `None` when it cannot be paid.
pub fn spend(left: f64, after_timeout: bool) -> Option<f64> {
    let cost = if after_timeout {
        RETRY_AFTER_TIMEOUT
    } else {
        RETRY
    };
    (left >= cost).then_some(left - cost)
}

/// What is left after a call that succeeded.
pub fn refund(left: f64) -> f64 {
    (left + REFUND).min(FULL)
}

#[cfg(test)]
mod tests {
    use super::{FULL, refund, spend};

    #[test]
    fn a_hundred_retries_empty_the_budget() {
        let mut left = FULL;
        let mut retries = 0;
        while let Some(rest) = spend(left, false) {
            (left, retries) = (rest, retries + 1);
        }

        assert_eq!(retries, 100);
        assert_eq!(spend(refund(left), false), None);
    }

    #[test]
    fn a_retry_after_a_timeout_costs_double() {
        assert_eq!(spend(FULL, true), Some(490.0));
        assert_eq!(spend(9.0, true), None);
    }

    #[test]
    fn the_budget_does_not_overflow() {
        assert_eq!(refund(FULL), FULL);
    }
}
