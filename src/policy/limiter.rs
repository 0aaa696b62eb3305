//! The token bucket of a client (contract 2.3): each call books a slot of its own and waits for it
//! alone, so that no call hangs on another. Who wakes looks again before it goes: what was booked is a
//! plan, and what was sent is what counts.

/// How many requests a second, and how many at once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// Requests a second.
    pub requests_per_second: f64,
    /// Requests that may go at once after a rest.
    pub burst: f64,
}

impl Rate {
    /// Milliseconds that it takes to fill up what one request takes out.
    pub fn interval_ms(self) -> f64 {
        1000.0 / self.requests_per_second
    }

    /// How long before the bucket is full there is room for a request.
    fn ahead_ms(self) -> f64 {
        (self.burst - 1.0) * self.interval_ms()
    }
}

/// The bucket, in times of the host's clock.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bucket {
    /// When it is full again, in milliseconds of the host's clock.
    pub full_at: f64,
    /// When it would be, had all gone that wait for their slot.
    pub booked_full_at: f64,
    /// When somebody looked last.
    pub seen_at: f64,
}

impl Bucket {
    /// The bucket now. A clock that was set back takes its times along: nobody waits for it to catch up.
    fn at(self, now: f64) -> Self {
        let back_ms = (self.seen_at - now).max(0.0);
        Self {
            full_at: self.full_at - back_ms,
            booked_full_at: self.booked_full_at - back_ms,
            seen_at: now,
        }
    }

    /// Milliseconds until there is room for a request, whoever else waits.
    pub fn wait_ms(self, rate: Rate, now: f64) -> f64 {
        (self.at(now).full_at - rate.ahead_ms() - now).max(0.0)
    }

    /// Books the slot behind all others: the bucket after it, and how many milliseconds to wait for it.
    pub fn book(self, rate: Rate, now: f64) -> (Self, f64) {
        let mut bucket = self.at(now);
        let last = bucket.full_at.max(bucket.booked_full_at).max(now);
        bucket.booked_full_at = last + rate.interval_ms();
        (bucket, (last - rate.ahead_ms() - now).max(0.0))
    }

    /// Gives a booked slot back that was not used: later calls move up.
    pub fn cancel(self, rate: Rate) -> Self {
        let booked_full_at = self.booked_full_at - rate.interval_ms();
        Self {
            booked_full_at,
            ..self
        }
    }

    /// A request goes.
    pub fn take(self, rate: Rate, now: f64) -> Self {
        let mut bucket = self.at(now);
        bucket.full_at = bucket.full_at.max(now) + rate.interval_ms();
        bucket
    }

    /// The server refused one (429): nothing goes for a while, and no burst after it.
    pub fn pause(self, rate: Rate, now: f64, pause_ms: f64) -> Self {
        let mut bucket = self.at(now);
        bucket.full_at = bucket.full_at.max(now + pause_ms + rate.ahead_ms());
        bucket
    }
}

#[cfg(test)]
mod tests {
    use super::{Bucket, Rate};

    const RATE: Rate = Rate {
        requests_per_second: 10.0,
        burst: 4.0,
    };

    /// Books so many slots: when each of them is.
    fn booked(bucket: &mut Bucket, count: usize, now: f64) -> Vec<f64> {
        let book = |_| {
            let (next, wait) = bucket.book(RATE, now);
            *bucket = next;
            wait
        };
        (0..count).map(book).collect()
    }

    #[test]
    fn a_burst_goes_at_once_and_the_rest_in_turn() {
        assert_eq!(
            booked(&mut Bucket::default(), 6, 1000.0),
            [0.0, 0.0, 0.0, 0.0, 100.0, 200.0]
        );
    }

    #[test]
    fn a_rest_fills_the_bucket_and_no_more() {
        let mut bucket = Bucket::default().take(RATE, 0.0);

        assert_eq!(
            booked(&mut bucket, 5, 60_000.0),
            [0.0, 0.0, 0.0, 0.0, 100.0]
        );
    }

    #[test]
    fn a_pause_holds_every_call_and_lets_no_burst_follow() {
        let mut bucket = Bucket::default().pause(RATE, 1000.0, 500.0);

        assert_eq!(bucket.wait_ms(RATE, 1000.0), 500.0);
        assert_eq!(booked(&mut bucket, 3, 1000.0), [500.0, 600.0, 700.0]);
    }

    #[test]
    fn a_shorter_pause_does_not_end_a_longer_one() {
        let bucket = Bucket::default().pause(RATE, 1000.0, 5000.0);

        let bucket = bucket.pause(RATE, 2000.0, 100.0);

        assert_eq!(bucket.wait_ms(RATE, 2000.0), 4000.0);
    }

    #[test]
    fn a_clock_that_is_set_back_holds_nobody_up() {
        let mut bucket = Bucket::default();
        for _ in 0..4 {
            bucket = bucket.book(RATE, 5_000_000.0).0.take(RATE, 5_000_000.0);
        }
        assert_eq!(bucket.wait_ms(RATE, 1_000_000.0), 100.0);
        assert_eq!(booked(&mut bucket, 2, 1_000_000.0), [100.0, 200.0]);
        let paused = bucket.pause(RATE, 1_000_000.0, 500.0);
        assert_eq!(paused.wait_ms(RATE, 2000.0), 500.0);
    }

    #[test]
    fn a_slot_given_back_is_the_next_ones() {
        let mut bucket = Bucket::default();
        booked(&mut bucket, 40, 0.0);

        for _ in 0..36 {
            bucket = bucket.cancel(RATE);
        }

        assert_eq!(booked(&mut bucket, 1, 0.0), [100.0]);
    }

    #[test]
    fn what_was_given_back_makes_no_room_beside_what_was_sent() {
        let mut bucket = Bucket::default();
        for _ in 0..4 {
            bucket = bucket.book(RATE, 0.0).0.take(RATE, 0.0).cancel(RATE);
        }

        assert_eq!(bucket.wait_ms(RATE, 0.0), 100.0);
        assert_eq!(booked(&mut bucket, 2, 0.0), [100.0, 200.0]);
    }
}
