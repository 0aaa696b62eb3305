//! The token bucket of a client (contract 2.3): each call reserves a slot of its own and waits for it
//! alone, so that no call hangs on another.

/// How many requests a second, and how many at once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// Requests a second.
    pub requests_per_second: f64,
    /// Requests that may go at once after a rest.
    pub burst: f64,
}

/// The bucket. Two times say all: when the schedule is used up, and until when a 429 holds it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bucket {
    /// When the bucket is full again, in milliseconds of the host's clock.
    pub full_at: f64,
    /// Nothing goes before this time.
    pub paused_until: f64,
}

impl Bucket {
    /// Reserves the next slot: the bucket after it, and how many milliseconds to wait for it.
    pub fn reserve(self, rate: Rate, now: f64) -> (Self, f64) {
        let interval = 1000.0 / rate.requests_per_second;
        let at = (self.full_at - (rate.burst - 1.0) * interval)
            .max(now)
            .max(self.paused_until);
        (
            Self {
                full_at: self.full_at.max(at) + interval,
                ..self
            },
            at - now,
        )
    }

    /// The bucket after a 429: nothing goes for a while.
    pub fn pause(self, now: f64, pause_ms: f64) -> Self {
        let paused_until = self.paused_until.max(now + pause_ms);
        Self {
            full_at: self.full_at.max(paused_until),
            paused_until,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Bucket, Rate};

    const RATE: Rate = Rate {
        requests_per_second: 10.0,
        burst: 4.0,
    };

    fn waits(mut bucket: Bucket, count: usize, now: f64) -> Vec<f64> {
        let reserve = |_| {
            let (next, wait) = bucket.reserve(RATE, now);
            bucket = next;
            wait
        };
        (0..count).map(reserve).collect()
    }

    #[test]
    fn a_burst_goes_at_once_and_the_rest_in_turn() {
        assert_eq!(
            waits(Bucket::default(), 6, 1000.0),
            [0.0, 0.0, 0.0, 0.0, 100.0, 200.0]
        );
    }

    #[test]
    fn a_rest_fills_the_bucket_and_no_more() {
        let (bucket, _) = Bucket::default().reserve(RATE, 0.0);

        assert_eq!(waits(bucket, 5, 60_000.0), [0.0, 0.0, 0.0, 0.0, 100.0]);
    }

    #[test]
    fn a_pause_holds_every_call_and_lets_no_burst_follow() {
        let bucket = Bucket::default().pause(1000.0, 500.0);

        let waits = waits(bucket, 3, 1000.0);

        assert!(waits.iter().all(|wait| *wait >= 500.0), "{waits:?}");
    }
}
