//! "Topic X changed", told to every screen that listens: coalesced, on a thread of its own, with no lock held.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, Weak},
};

use crate::PlatformError;

/// What a screen can depend on.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, uniffi::Enum)]
pub enum Topic {
    /// Registration, level, name.
    Identity,
    /// The person's phones.
    Devices,
    /// Balance and lots.
    Wallet,
    /// Lines of history, pending ones too.
    History,
    /// The one-time code.
    Code,
    /// The shop this phone speaks for: its list, tills and takings.
    Shop,
    /// The town's configuration.
    Town,
    /// Where registering stands.
    Register,
    /// Where paying stands.
    Pay,
    /// How many tries her card has left.
    Tries,
    /// Where becoming a visitor stands.
    Visitor,
    /// How the app looks and speaks.
    Settings,
    /// Whether the town's server is reached.
    Network,
}

impl Topic {
    /// What shows words, and changes with the language.
    pub(crate) const WITH_WORDS: [Self; 12] = [
        Self::Identity,
        Self::Devices,
        Self::Wallet,
        Self::History,
        Self::Code,
        Self::Shop,
        Self::Town,
        Self::Register,
        Self::Pay,
        Self::Tries,
        Self::Visitor,
        Self::Settings,
    ];

    /// Where it shows what became of a signed act.
    pub(crate) const OF_AN_ACT: [Self; 3] = [Self::History, Self::Wallet, Self::Shop];
}

/// Told when something changed; it then pulls a fresh view.
#[uniffi::export(rust, foreign)]
pub trait ChangeListener: Send + Sync {
    /// These topics changed since the last call. Comes on one thread for all listeners, one call at a time: who
    /// waits in it makes the others wait. An error is of no consequence.
    fn changed(&self, topics: Vec<Topic>) -> Result<(), PlatformError>;
}

#[derive(Default)]
struct Board {
    state: Mutex<State>,
    wake: Condvar,
}

#[derive(Default)]
struct State {
    topics: BTreeSet<Topic>,
    listeners: BTreeMap<u64, Arc<dyn ChangeListener>>,
    /// How many listeners there ever were.
    counted: u64,
    closed: bool,
}

impl Board {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One listener's place among those who are told; it ends with [`Listening::end`], or when this is let go.
#[derive(uniffi::Object)]
pub struct Listening {
    board: Weak<Board>,
    number: u64,
}

#[uniffi::export]
impl Listening {
    /// The listener is not told any more, but for a call that is under way. Calling it twice is calling it once.
    pub fn end(&self) {
        if let Some(board) = self.board.upgrade() {
            // Let go of after the lock: that can run the host's code.
            let ended = board.state().listeners.remove(&self.number);
            drop(ended);
        }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.end();
    }
}

/// Where changes are announced.
pub(crate) struct Notifier(Arc<Board>);

impl Notifier {
    /// With a thread that ends when this is dropped.
    pub(crate) fn new() -> Self {
        let board = Arc::new(Board::default());
        let shared = board.clone();
        // Without the thread nobody is told, and every view is still right when it is pulled.
        let _ = std::thread::Builder::new().name("yui-listener".to_owned()).spawn(move || deliver(&shared));
        Self(board)
    }

    /// Adds one who is told.
    pub(crate) fn listen(&self, listener: Arc<dyn ChangeListener>) -> Listening {
        let mut state = self.0.state();
        state.counted += 1;
        let number = state.counted;
        state.listeners.insert(number, listener);
        Listening { board: Arc::downgrade(&self.0), number }
    }

    /// What announces a topic from where this is not at hand.
    pub(crate) fn announcer(&self, topic: Topic) -> impl Fn() + Send + Sync + 'static {
        let board = Arc::downgrade(&self.0);
        move || {
            if let Some(board) = board.upgrade() {
                board.state().topics.insert(topic);
                board.wake.notify_one();
            }
        }
    }

    /// Announces changes.
    pub(crate) fn changed(&self, topics: impl IntoIterator<Item = Topic>) {
        self.0.state().topics.extend(topics);
        self.0.wake.notify_one();
    }
}

impl Drop for Notifier {
    fn drop(&mut self) {
        self.0.state().closed = true;
        self.0.wake.notify_one();
    }
}

fn deliver(board: &Board) {
    loop {
        let mut state = board
            .wake
            .wait_while(board.state(), |state| state.topics.is_empty() && !state.closed)
            .unwrap_or_else(PoisonError::into_inner);
        if state.closed {
            return;
        }
        let topics: Vec<_> = std::mem::take(&mut state.topics).into_iter().collect();
        let numbers: Vec<_> = state.listeners.keys().copied().collect();
        drop(state);
        for number in numbers {
            // One may have ended while another was told.
            let listener = board.state().listeners.get(&number).cloned();
            if let Some(listener) = listener {
                // A listener that fails is told again at the next change.
                let _ = listener.changed(topics.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    struct Ear(Mutex<mpsc::Sender<Vec<Topic>>>);

    impl ChangeListener for Ear {
        fn changed(&self, topics: Vec<Topic>) -> Result<(), PlatformError> {
            self.0.lock().expect("unpoisoned").send(topics).map_err(|_| PlatformError::Failed)
        }
    }

    /// Hears, and fails.
    struct Deaf(Mutex<mpsc::Sender<()>>);

    impl ChangeListener for Deaf {
        fn changed(&self, _: Vec<Topic>) -> Result<(), PlatformError> {
            self.0.lock().expect("unpoisoned").send(()).expect("the test listens");
            Err(PlatformError::Failed)
        }
    }

    #[test]
    fn a_listener_that_fails_is_told_again() {
        let (sender, heard) = mpsc::channel();
        let notifier = Notifier::new();
        let _listening = notifier.listen(Arc::new(Deaf(Mutex::new(sender))));
        for _ in 0..3 {
            notifier.changed([Topic::Wallet]);
            assert_eq!(heard.recv(), Ok(()));
        }
    }

    #[test]
    fn topics_are_told_once_each_however_often_they_changed() {
        let (sender, heard) = mpsc::channel();
        let notifier = Notifier::new();
        let _listening = notifier.listen(Arc::new(Ear(Mutex::new(sender))));
        notifier.changed([Topic::History, Topic::Wallet, Topic::History]);
        assert_eq!(heard.recv(), Ok(vec![Topic::Wallet, Topic::History]));
        drop(notifier);
        assert!(heard.recv().is_err(), "the thread ends and lets go of the listener");
    }

    #[test]
    fn every_listener_is_told_until_it_ends() {
        let notifier = Notifier::new();
        let ears = [(); 3].map(|()| {
            let (sender, heard) = mpsc::channel();
            (notifier.listen(Arc::new(Ear(Mutex::new(sender)))), heard)
        });
        let [(_staying, first), (ending, second), (let_go, third)] = ears;
        notifier.changed([Topic::Wallet]);
        for heard in [&first, &second, &third] {
            assert_eq!(heard.recv(), Ok(vec![Topic::Wallet]));
        }
        ending.end();
        ending.end();
        drop(let_go);
        notifier.changed([Topic::Code]);
        assert_eq!(first.recv(), Ok(vec![Topic::Code]));
        assert!(second.recv().is_err(), "it was let go of");
        assert!(third.recv().is_err(), "it was let go of");
    }

    /// Ends another's listening when it is told.
    struct Ending(Mutex<Option<Listening>>);

    impl ChangeListener for Ending {
        fn changed(&self, _: Vec<Topic>) -> Result<(), PlatformError> {
            drop(self.0.lock().expect("unpoisoned").take());
            Ok(())
        }
    }

    #[test]
    fn a_listener_that_another_ends_is_not_told_of_the_same_change() {
        let notifier = Notifier::new();
        let ending = Arc::new(Ending(Mutex::new(None)));
        let _first = notifier.listen(ending.clone());
        let (sender, ended) = mpsc::channel();
        *ending.0.lock().expect("unpoisoned") = Some(notifier.listen(Arc::new(Ear(Mutex::new(sender)))));
        let (sender, last) = mpsc::channel();
        let _last = notifier.listen(Arc::new(Ear(Mutex::new(sender))));
        notifier.changed([Topic::Wallet]);
        assert_eq!(last.recv(), Ok(vec![Topic::Wallet]));
        assert!(ended.recv().is_err(), "it was let go of and heard nothing");
    }
}
