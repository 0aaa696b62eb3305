//! A host whose time is simulated: nothing waits, and every run is the same.

use super::operation;
use crate::client::{
    Answer, Arguments, Event, Failure, Host, ReadFailure, Reply, Request, SendFailure, Settings,
    Shared, Thrown, TokenFailure, call,
};
use crate::operations::OPTION_NAMES;
use crate::policy::limiter::Bucket;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// What becomes of one attempt.
#[derive(Clone, Debug)]
pub(super) enum Plan {
    /// An answer, after so many milliseconds.
    Answer {
        after: f64,
        status: u16,
        headers: Vec<(&'static str, String)>,
        body: Vec<u8>,
    },
    /// An answer whose body never ends.
    Stuck(u16),
    /// An answer whose body breaks off.
    Broken(u16),
    /// No answer.
    Fail(SendFailure),
    /// No answer, ever.
    Silence,
}

/// An answer at once.
pub(super) fn answer(status: u16, body: &str) -> Plan {
    Plan::Answer {
        after: 0.0,
        status,
        headers: Vec::new(),
        body: body.as_bytes().to_vec(),
    }
}

/// An answer at once, with a header.
pub(super) fn answer_with(status: u16, name: &'static str, value: &str) -> Plan {
    Plan::Answer {
        after: 0.0,
        status,
        headers: vec![(name, value.to_owned())],
        body: b"{}".to_vec(),
    }
}

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

pub(super) struct SimHost {
    plans: RefCell<VecDeque<Plan>>,
    now: Cell<f64>,
    timers: RefCell<Vec<f64>>,
    pub(super) sent: RefCell<Vec<Sent>>,
    pub(super) events: RefCell<Vec<Event>>,
    shared: Cell<Shared>,
    /// When the caller aborts.
    pub(super) abort_at: Cell<Option<f64>>,
    /// What the token function gives, in turn; the last one stays.
    pub(super) tokens: RefCell<VecDeque<Result<Option<String>, TokenFailure>>>,
    pub(super) token_ms: Cell<f64>,
    pub(super) can_renew: Cell<bool>,
}

impl SimHost {
    pub(super) fn new(plans: Vec<Plan>) -> Self {
        Self {
            plans: RefCell::new(plans.into()),
            now: Cell::new(1_000_000.0),
            timers: RefCell::default(),
            sent: RefCell::default(),
            events: RefCell::default(),
            shared: Cell::new(Shared {
                bucket: Bucket {
                    full_at: 0.0,
                    paused_until: 0.0,
                },
                retry_budget: 500.0,
            }),
            abort_at: Cell::new(None),
            tokens: RefCell::new(VecDeque::from([Ok(Some("secret".into()))])),
            token_ms: Cell::new(0.0),
            can_renew: Cell::new(false),
        }
    }

    /// Milliseconds since the host was made.
    pub(super) fn elapsed(&self) -> f64 {
        self.now.get() - 1_000_000.0
    }

    /// When the attempts were sent, in milliseconds since the host was made.
    pub(super) fn times(&self) -> Vec<f64> {
        self.sent
            .borrow()
            .iter()
            .map(|sent| sent.at - 1_000_000.0)
            .collect()
    }

    pub(super) fn attempts(&self) -> usize {
        self.sent.borrow().len()
    }

    pub(super) fn set_budget(&self, retry_budget: f64) {
        self.shared.set(Shared {
            retry_budget,
            ..self.shared.get()
        });
    }

    pub(super) fn call(&self, name: &str, arguments: &Arguments, settings: &Settings) -> Outcome {
        self.run(call(
            self,
            operation(name),
            arguments,
            settings,
            OPTION_NAMES,
        ))
    }

    /// Runs a future to its end; when it waits, time goes on to the next timer.
    fn run<T>(&self, future: impl Future<Output = T>) -> T {
        let mut future = pin!(future);
        let mut context = Context::from_waker(Waker::noop());
        loop {
            self.timers.borrow_mut().clear();
            if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
                return value;
            }
            let next = self.timers.borrow().iter().copied().reduce(f64::min);
            self.now
                .set(next.expect("the call waits for nothing that will come"));
        }
    }

    async fn until(&self, at: f64) {
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

pub(super) struct SimAnswer {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Result<Vec<u8>, bool>,
}

impl Answer for SimAnswer {
    fn status(&self) -> u16 {
        self.status
    }

    fn is_redirect(&self) -> bool {
        self.status == 0
    }

    fn header(&self, name: &str) -> Option<String> {
        let found = self.headers.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value.clone())
    }
}

impl Host for SimHost {
    type Answer = SimAnswer;
    type Body = Vec<u8>;

    fn now(&self) -> f64 {
        self.now.get()
    }

    fn random(&self) -> f64 {
        0.5
    }

    async fn sleep(&self, ms: f64) {
        self.until(self.now.get() + ms).await;
    }

    async fn cancelled(&self) {
        match self.abort_at.get() {
            Some(at) => self.until(at).await,
            None => std::future::pending().await,
        }
    }

    fn is_cancelled(&self) -> bool {
        self.abort_at.get().is_some_and(|at| self.now.get() >= at)
    }

    async fn token(&self, _renew: bool) -> Result<Option<String>, TokenFailure> {
        self.until(self.now.get() + self.token_ms.get()).await;
        let mut tokens = self.tokens.borrow_mut();
        if tokens.len() > 1 {
            return tokens.pop_front().unwrap_or(Ok(None));
        }
        tokens.front().cloned().unwrap_or(Ok(None))
    }

    fn can_renew_token(&self) -> bool {
        self.can_renew.get()
    }

    async fn send(&self, request: &Request) -> Result<SimAnswer, SendFailure> {
        self.sent.borrow_mut().push(Sent {
            at: self.now.get(),
            method: request.method,
            url: request.url.clone(),
            headers: request.headers.clone(),
            body: request.body.clone(),
        });
        let plan = self
            .plans
            .borrow_mut()
            .pop_front()
            .expect("a plan for this attempt");
        let answer = |status, headers, body| SimAnswer {
            status,
            headers,
            body,
        };
        match plan {
            Plan::Answer {
                after,
                status,
                headers,
                body,
            } => {
                self.until(self.now.get() + after).await;
                Ok(answer(status, headers, Ok(body)))
            }
            Plan::Stuck(status) => Ok(answer(status, Vec::new(), Err(true))),
            Plan::Broken(status) => Ok(answer(status, Vec::new(), Err(false))),
            Plan::Fail(failure) => Err(failure),
            Plan::Silence => std::future::pending().await,
        }
    }

    async fn read(&self, answer: &SimAnswer, limit: usize) -> Result<Vec<u8>, ReadFailure> {
        match &answer.body {
            Ok(body) if body.len() > limit => Err(ReadFailure::TooLarge),
            Ok(body) => Ok(body.clone()),
            Err(true) => std::future::pending().await,
            Err(false) => Err(ReadFailure::Lost),
        }
    }

    fn shared(&self) -> Shared {
        self.shared.get()
    }

    fn share(&self, shared: Shared) {
        self.shared.set(shared);
    }

    fn observe(&self, event: Event) {
        self.events.borrow_mut().push(event);
    }
}
