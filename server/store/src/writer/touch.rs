//! When the writer was last heard by the database. A standby takes over from one that is silent for a lease, so a
//! writer that waits longer than that for an answer must not be taken for the one that leads.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::time::Instant;

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
        self.lease.is_none_or(|lease| self.silent_for() < lease)
    }

    /// Resolves as soon as it holds no longer.
    pub(crate) async fn lost(self) {
        let Some(lease) = self.lease else { return std::future::pending().await };
        while let Some(rest) = lease.checked_sub(self.silent_for()).filter(|rest| !rest.is_zero()) {
            tokio::time::sleep(rest).await;
        }
    }

    fn silent_for(&self) -> Duration {
        self.last.lock().unwrap_or_else(PoisonError::into_inner).elapsed()
    }

    /// What `work` gives, or none when it takes longer than the lease.
    pub(crate) async fn within<T>(&self, work: impl Future<Output = T>) -> Option<T> {
        match self.lease {
            None => Some(work.await),
            Some(lease) => tokio::time::timeout(lease, work).await.ok(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEASE: Duration = Duration::from_millis(40);

    #[tokio::test]
    async fn it_is_lost_a_lease_after_the_last_sign_and_never_where_nobody_else_can_take_over() {
        let touch = Touch::new(Some(LEASE));
        let lost = touch.clone().lost();
        let sign = Instant::now();
        touch.heard(sign);
        lost.await;
        assert!(sign.elapsed() >= LEASE && !touch.holds());
        let alone = Touch::new(None);
        assert!(tokio::time::timeout(LEASE, alone.clone().lost()).await.is_err());
        assert!(alone.holds());
    }
}
