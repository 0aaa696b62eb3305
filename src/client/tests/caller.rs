//! One caller in the simulated world: the `Host` that its call is made over.

use super::host::{Sent, SimHost};
use super::plan::Plan;
use crate::client::{Answer, Event, Host, ReadFailure, Request, SendFailure, Shared, TokenFailure};
use std::cell::Cell;
use std::rc::Rc;

/// A request under way, until it is dropped.
struct Open(Rc<Cell<usize>>);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.set(self.0.get() - 1);
    }
}

pub(super) struct SimAnswer {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Result<Vec<u8>, bool>,
    _open: Open,
}

impl Answer for SimAnswer {
    fn status(&self) -> u16 {
        self.status
    }

    fn header(&self, name: &str) -> Option<String> {
        let found = self.headers.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value.clone())
    }
}

/// Who makes one of the calls.
pub(super) struct Caller<'a> {
    pub(super) world: &'a SimHost,
    /// When they abort.
    pub(super) abort_at: Option<f64>,
}

impl Host for Caller<'_> {
    type Answer = SimAnswer;
    type Body = Vec<u8>;

    fn now(&self) -> f64 {
        self.world.now.get()
    }

    fn random(&self) -> f64 {
        self.world.dice.get()
    }

    async fn sleep(&self, ms: f64) {
        self.world.until(self.world.now.get() + ms).await;
    }

    async fn cancelled(&self) {
        match self.abort_at {
            Some(at) => self.world.until(at).await,
            None => std::future::pending().await,
        }
    }

    fn is_cancelled(&self) -> bool {
        self.abort_at.is_some_and(|at| self.world.now.get() >= at)
    }

    async fn token(&self, renew: bool) -> Result<Option<String>, TokenFailure> {
        self.world.asked.borrow_mut().push(renew);
        self.world
            .until(self.world.now.get() + self.world.token_ms.get())
            .await;
        let mut tokens = self.world.tokens.borrow_mut();
        if tokens.len() > 1 {
            return tokens.pop_front().unwrap_or(Ok(None));
        }
        tokens.front().cloned().unwrap_or(Ok(None))
    }

    fn can_renew_token(&self) -> bool {
        self.world.can_renew.get()
    }

    async fn send(&self, request: &Request) -> Result<SimAnswer, SendFailure> {
        self.world.sent.borrow_mut().push(Sent {
            at: self.world.now.get(),
            method: request.method,
            url: request.url.clone(),
            headers: request.headers.clone(),
            body: request.body.clone(),
        });
        let plan = self
            .world
            .plans
            .borrow_mut()
            .pop_front()
            .expect("a plan for this attempt");
        let open = Rc::clone(&self.world.open);
        open.set(open.get() + 1);
        let most = self.world.most_open.get().max(open.get());
        self.world.most_open.set(most);
        let open = Open(open);
        let answer = |status, headers, body| SimAnswer {
            status,
            headers,
            body,
            _open: open,
        };
        match plan {
            Plan::Answer {
                after,
                status,
                headers,
                body,
            } => {
                self.world.until(self.world.now.get() + after).await;
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
        self.world.shared.get()
    }

    fn share(&self, shared: Shared) {
        self.world.shared.set(shared);
    }

    fn observe(&self, event: Event) {
        self.world.events.borrow_mut().push(event);
    }
}
