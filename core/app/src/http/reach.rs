//! Whether the town's server is reached, as the last request found it: what a phone says about its network goes by this,
//! and by nothing that the phone's system promises.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use async_trait::async_trait;
use tokio::sync::Notify;

use super::{HttpRequest, HttpResponse, HttpStream, HttpTransport, TransportError};

/// See the module. Until the first request it counts as reached.
pub(crate) struct Reach {
    lost: AtomicBool,
    changed: Notify,
    announce: Box<dyn Fn() + Send + Sync>,
}

impl Reach {
    /// `announce` is called when it changes.
    pub(crate) fn new(announce: impl Fn() + Send + Sync + 'static) -> Arc<Self> {
        Arc::new(Self { lost: AtomicBool::new(false), changed: Notify::new(), announce: Box::new(announce) })
    }

    /// Whether the last request had no answer.
    pub(crate) fn is_lost(&self) -> bool {
        self.lost.load(Ordering::Acquire)
    }

    /// Answers once the server is not reached.
    pub(crate) async fn lost(&self) {
        loop {
            let changed = self.changed.notified();
            tokio::pin!(changed);
            changed.as_mut().enable();
            if self.is_lost() {
                return;
            }
            changed.await;
        }
    }

    fn found(&self, lost: bool) {
        if self.lost.swap(lost, Ordering::AcqRel) != lost {
            self.changed.notify_waiters();
            (self.announce)();
        }
    }

    fn hears<T>(&self, answer: Result<T, TransportError>) -> Result<T, TransportError> {
        self.found(answer.is_err());
        answer
    }
}

/// Carries requests, and notes whether there was an answer.
pub(crate) struct Noticing {
    pub(crate) transport: Arc<dyn HttpTransport>,
    pub(crate) reach: Arc<Reach>,
}

#[async_trait]
impl HttpTransport for Noticing {
    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        self.reach.hears(self.transport.send(request).await)
    }

    async fn stream(&self, request: HttpRequest) -> Result<HttpStream, TransportError> {
        self.reach.hears(self.transport.stream(request).await)
    }
}
