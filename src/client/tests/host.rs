//! The simulated world of a test: nothing waits, and every run is the same. How a call sees it: `caller.rs`.

use super::caller::{Caller, SimAnswer};
use super::operation;
use super::plan::Plan;
use crate::client::{
    Arguments, Event, Failure, Reply, Settings, Shared, Thrown, TokenFailure, call,
};
use crate::operations::OPTION_NAMES;
use crate::policy::limiter::Bucket;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// A request as it was sent, and when.
#[derive(Clone, Debug)]
pub(super) struct Sent {
    pub(super) at: f64,
    pub(super) method: &'static str,
    pub(super) url: String,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Option<String>,
}

impl Sent {
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}

pub(super) type Outcome = Result<Box<Reply<SimAnswer, Vec<u8>>>, Box<Thrown<SimAnswer, Vec<u8>>>>;

/// What failed.
pub(super) fn failure(outcome: &Outcome) -> &Failure {
    match outcome {
        Ok(_) => panic!("the call succeeded"),
        Err(thrown) => &thrown.failure,
    }
}

/// The world: a network, a clock, a token function, and what the calls of one client share.
pub(super) struct SimHost {
    pub(super) plans: RefCell<VecDeque<Plan>>,
    pub(super) now: Cell<f64>,
    timers: RefCell<Vec<f64>>,
    pub(super) sent: RefCell<Vec<Sent>>,
    pub(super) events: RefCell<Vec<Event>>,
    pub(super) shared: Cell<Shared>,
    /// When the caller aborts.
    pub(super) abort_at: Cell<Option<f64>>,
    /// What the token function gives, in turn; the last one stays.
    pub(super) tokens: RefCell<VecDeque<Result<Option<String>, TokenFailure>>>,
    pub(super) token_ms: Cell<f64>,
    pub(super) can_renew: Cell<bool>,
    /// Whether a new token was asked for, each time that one was asked for.
    pub(super) asked: RefCell<Vec<bool>>,
    /// What the dice show.
    pub(super) dice: Cell<f64>,
    /// How many requests are under way, and the most that were at once.
    pub(super) open: Rc<Cell<usize>>,
    pub(super) most_open: Cell<usize>,
}

/// A moment that a test begins at: no host's clock starts at 0.
pub(super) const START: f64 = 1_000_000.0;

/// A call under way.
type Running<'a> = Pin<Box<dyn Future<Output = Outcome> + 'a>>;

impl SimHost {
    pub(super) fn new(plans: Vec<Plan>) -> Self {
        Self {
            plans: RefCell::new(plans.into()),
            now: Cell::new(START),
            timers: RefCell::default(),
            sent: RefCell::default(),
            events: RefCell::default(),
            shared: Cell::new(Shared {
                bucket: Bucket::default(),
                retry_budget: 500.0,
            }),
            abort_at: Cell::new(None),
            tokens: RefCell::new(VecDeque::from([Ok(Some("secret".into()))])),
            token_ms: Cell::new(0.0),
            can_renew: Cell::new(false),
            asked: RefCell::default(),
            dice: Cell::new(0.5),
            open: Rc::default(),
            most_open: Cell::new(0),
        }
    }

    /// Milliseconds since the host was made.
    pub(super) fn elapsed(&self) -> f64 {
        self.now.get() - START
    }

    /// Time goes on while nobody calls.
    pub(super) fn rest(&self, ms: f64) {
        self.now.set(self.now.get() + ms);
    }

    /// When the attempts were sent, in milliseconds since the host was made.
    pub(super) fn times(&self) -> Vec<f64> {
        let sent = self.sent.borrow();
        sent.iter().map(|sent| sent.at - START).collect()
    }

    pub(super) fn attempts(&self) -> usize {
        self.sent.borrow().len()
    }

    /// Waits and codes of the retries that were told.
    pub(super) fn retries(&self) -> Vec<(f64, &'static str)> {
        let events = self.events.borrow();
        let retries = events.iter().filter_map(|event| match event {
            Event::Retry { wait_ms, code, .. } => Some((*wait_ms, *code)),
            Event::Request { .. } | Event::Response { .. } => None,
        });
        retries.collect()
    }

    pub(super) fn budget(&self) -> f64 {
        self.shared.get().retry_budget
    }

    pub(super) fn set_budget(&self, retry_budget: f64) {
        self.shared.set(Shared {
            retry_budget,
            ..self.shared.get()
        });
    }

    pub(super) fn call(&self, name: &str, arguments: &Arguments, settings: &Settings) -> Outcome {
        let call = self.start(name, arguments, settings, self.abort_at.get());
        let mut ended = self.run(vec![call]);
        ended.pop().expect("a call").1
    }

    /// A call that does nothing before it is run. `abort_at`: when its caller aborts.
    pub(super) fn start<'a>(
        &'a self,
        name: &str,
        arguments: &'a Arguments,
        settings: &'a Settings,
        abort_at: Option<f64>,
    ) -> Running<'a> {
        let operation = operation(name);
        Box::pin(async move {
            let caller = Caller {
                world: self,
                abort_at,
            };
            call(&caller, operation, arguments, settings, OPTION_NAMES).await
        })
    }

    /// A call that begins after so many milliseconds.
    pub(super) fn start_at<'a>(
        &'a self,
        after_ms: f64,
        abort_at: Option<f64>,
        name: &str,
        arguments: &'a Arguments,
        settings: &'a Settings,
    ) -> Running<'a> {
        let call = self.start(name, arguments, settings, abort_at);
        Box::pin(async move {
            self.until(START + after_ms).await;
            call.await
        })
    }

    /// Runs calls to their ends, side by side; when all wait, time goes on to the next timer. Gives each
    /// its end, in milliseconds since the host was made.
    pub(super) fn run(&self, mut calls: Vec<Running<'_>>) -> Vec<(f64, Outcome)> {
        let mut context = Context::from_waker(Waker::noop());
        let mut ended: Vec<_> = calls.iter().map(|_| None).collect();
        loop {
            self.timers.borrow_mut().clear();
            for (call, end) in calls.iter_mut().zip(&mut ended) {
                if end.is_none()
                    && let Poll::Ready(outcome) = call.as_mut().poll(&mut context)
                {
                    *end = Some((self.elapsed(), outcome));
                }
            }
            if ended.iter().all(Option::is_some) {
                return ended.into_iter().flatten().collect();
            }
            let next = self.timers.borrow().iter().copied().reduce(f64::min);
            self.now
                .set(next.expect("the calls wait for nothing that will come"));
        }
    }

    pub(super) async fn until(&self, at: f64) {
        poll_fn(|_| {
            if self.now.get() >= at {
                return Poll::Ready(());
            }
            self.timers.borrow_mut().push(at);
            Poll::Pending
        })
        .await;
    }
}
