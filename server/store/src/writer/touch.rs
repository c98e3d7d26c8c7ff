//! When the writer was last heard by the database. A standby takes over from one that is silent for a lease, so a
//! writer that waits longer than that for an answer must not be taken for the one that leads.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

/// See the module. Clones are the same.
#[derive(Clone)]
pub(crate) struct Touch {
    /// None where nobody else can take over.
    lease: Option<Duration>,
    last: Arc<Mutex<Instant>>,
}

impl Touch {
    pub(crate) fn new(lease: Option<Duration>) -> Self {
        Self { lease, last: Arc::new(Mutex::new(Instant::now())) }
    }

    /// A commit or beat that was sent at `at` succeeded.
    pub(crate) fn heard(&self, at: Instant) {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = at;
    }

    pub(crate) fn holds(&self) -> bool {
        let last = *self.last.lock().unwrap_or_else(PoisonError::into_inner);
        self.lease.is_none_or(|lease| last.elapsed() < lease)
    }

    /// What `work` gives, or none when it takes longer than the lease.
    pub(crate) async fn within<T>(&self, work: impl Future<Output = T>) -> Option<T> {
        match self.lease {
            None => Some(work.await),
            Some(lease) => tokio::time::timeout(lease, work).await.ok(),
        }
    }
}
