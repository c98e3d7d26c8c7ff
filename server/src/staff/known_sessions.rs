//! Which sessions the store knew a moment ago, in memory: their requests are counted by themselves, so that nobody else
//! in the network of a counter keeps it waiting. This opens nothing: each page asks the store.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use yui_protocol::Millis;

use crate::staff::session::IDLE;

/// Sessions by their id in the store, with when they were last found there.
#[derive(Default)]
pub struct KnownSessions(Mutex<HashMap<String, Millis>>);

impl KnownSessions {
    fn all(&self) -> MutexGuard<'_, HashMap<String, Millis>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The store knows this session.
    pub(super) fn found(&self, id: &str, now: Millis) {
        self.all().insert(id.to_owned(), now);
    }

    /// The store does not know it, or not any more.
    pub(super) fn gone(&self, id: &str) {
        self.all().remove(id);
    }

    /// Whether the store knew it when it was asked last.
    #[must_use]
    pub fn knows(&self, id: &str) -> bool {
        self.all().contains_key(id)
    }

    /// Forgets those that nobody used for so long that they ended.
    pub fn forget_old(&self, now: Millis) {
        self.all().retain(|_, found| now.since(*found) <= IDLE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_is_known_while_it_is_used() {
        let (sessions, now) = (KnownSessions::default(), Millis(1_795_392_000_000));
        assert!(!sessions.knows("a"), "a cookie that somebody made up");
        sessions.found("a", now);
        sessions.found("b", now);
        sessions.gone("b");
        assert!(sessions.knows("a") && !sessions.knows("b"));
        sessions.forget_old(now.plus(IDLE));
        assert!(sessions.knows("a"));
        sessions.forget_old(now.plus(IDLE + 1));
        assert!(!sessions.knows("a"));
    }
}
