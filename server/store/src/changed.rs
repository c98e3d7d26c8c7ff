//! "There is news for you": told to whoever listens as soon as the feed holds it, for the stream of events (SSE).
//! What the news is, the listener reads from the feed.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::watch;

use crate::event::Party;

/// Who listens to what. Cheap to clone.
#[derive(Clone, Default)]
pub struct Changed {
    listeners: Arc<Mutex<HashMap<Party, watch::Sender<i64>>>>,
}

impl Changed {
    /// A receiver that wakes whenever rows of `party` were committed; its value is the last such row's number,
    /// 0 when there was none since somebody began to listen.
    #[must_use]
    pub fn listen(&self, party: Party) -> watch::Receiver<i64> {
        let mut listeners = self.listeners.lock().unwrap_or_else(PoisonError::into_inner);
        listeners.entry(party).or_insert_with(|| watch::channel(0).0).subscribe()
    }

    /// Tells the listeners of these parties that rows up to `seq` are committed.
    pub(crate) fn tell(&self, parties: impl IntoIterator<Item = Party>, seq: i64) {
        let mut listeners = self.listeners.lock().unwrap_or_else(PoisonError::into_inner);
        for party in parties {
            let gone = listeners.get(&party).is_some_and(|sender| sender.send(seq).is_err());
            if gone {
                listeners.remove(&party);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use yui_protocol::ShopId;

    use super::*;

    #[test]
    fn only_the_party_itself_wakes_and_the_silent_are_forgotten() {
        let changed = Changed::default();
        let (one, other) = (Party::Shop(ShopId([1; 8])), Party::Shop(ShopId([2; 8])));
        let (mut first, second) = (changed.listen(one), changed.listen(other));
        changed.tell([one], 7);
        assert!(first.has_changed().expect("alive"));
        assert_eq!(*first.borrow_and_update(), 7);
        assert!(!second.has_changed().expect("alive"));
        drop((first, second));
        changed.tell([one, other], 8);
        assert!(changed.listeners.lock().expect("unpoisoned").is_empty());
    }
}
