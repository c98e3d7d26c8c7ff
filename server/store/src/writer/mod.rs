//! The one writer of a store: a thread with a queue. It takes what queued up while the last commit ran, runs
//! each unit, commits once and then answers.

mod batch;
mod commit;
mod home;
mod job;
mod lead;
mod run;
mod touch;

use std::sync::Arc;

use futures_util::future::LocalBoxFuture;
use tokio::sync::{mpsc, oneshot, watch};
use yui_ledger::{Head, Ledger};

pub(crate) use home::Home;
#[cfg(feature = "testing")]
pub(crate) use run::{Run, tell_stopped};
pub(crate) use run::{Setting, start};

use crate::{
    changed::Changed,
    event::{Event, EventKind, Party},
    last_commits::LastCommits,
    unit::{Unit, UnitError},
};
use job::{Job, Waiting};
use touch::Touch;

/// How many units may wait; more are told [`UnitError::Busy`].
pub const QUEUE: usize = 4096;

/// How many units go into one commit at most.
pub const BATCH: usize = 512;

/// What the writer is doing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Standing {
    /// It writes.
    Leading,
    /// Another process writes; this one waits until that one falls silent. Units are told
    /// [`UnitError::Unavailable`].
    Standby,
    /// The wall clock was set, or cannot be believed: units are told [`UnitError::ClockInDoubt`] until it is right
    /// again, or the process is started anew by an operator who has looked.
    ClockInDoubt,
    /// An invariant of the ledger does not hold, or a stored row was altered; nothing is written any more, reading goes on.
    Broken(String),
    /// The thread has ended.
    Stopped,
}

/// Hands units to the writer. Cheap to clone; the thread ends when the last clone is gone and the queue is done.
#[derive(Clone)]
pub struct Writer {
    queue: mpsc::Sender<Box<dyn Job>>,
    standing: watch::Receiver<Standing>,
    touch: Touch,
}

impl Writer {
    /// Runs a unit and answers when it is committed. A unit that returns an error leaves no trace, and neither
    /// does one that panics ([`UnitError::Failed`]); what must survive a refusal is part of an `Ok`.
    ///
    /// ```no_run
    /// # async fn pay(writer: yui_store::Writer, command: yui_ledger::Command) -> Result<(), yui_store::UnitError> {
    /// let posted = writer.run(move |unit| Box::pin(async move { unit.apply(&command).await })).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub async fn run<T, F>(&self, unit: F) -> Result<T, UnitError>
    where
        T: Send + 'static,
        F: for<'u> FnOnce(&'u mut Unit) -> LocalBoxFuture<'u, Result<T, UnitError>> + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        self.queue.try_send(Box::new(Waiting::new(unit, answer))).map_err(|error| match error {
            mpsc::error::TrySendError::Full(_) => UnitError::Busy,
            mpsc::error::TrySendError::Closed(_) => UnitError::Unavailable,
        })?;
        answered.await.unwrap_or(Err(UnitError::Unavailable))
    }

    /// What the writer is doing; changes can be awaited.
    #[must_use]
    pub fn standing(&self) -> watch::Receiver<Standing> {
        self.standing.clone()
    }

    /// Whether no other process can have taken over by now: the last commit or sign of life is younger than the lease.
    /// [`Standing::Leading`] alone does not say so while a commit waits for its answer.
    #[must_use]
    pub fn in_touch(&self) -> bool {
        self.touch.holds()
    }

    /// Resolves when another process may have taken over, see [`Writer::in_touch`]. Holds the writer not.
    pub fn out_of_touch(&self) -> impl Future<Output = ()> + Send + use<> {
        self.touch.clone().lost()
    }

    /// Lets go of the queue and waits until the thread has ended.
    pub(crate) async fn end(self) {
        let Self { queue, mut standing, .. } = self;
        drop(queue);
        // An error means that the thread has ended, too.
        let _ = standing.wait_for(|now| *now == Standing::Stopped).await;
    }

    /// How many units wait, for metrics.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.queue.max_capacity() - self.queue.capacity()
    }
}

/// Wakes whoever follows the log, with the number of the last committed row.
#[derive(Clone)]
pub(crate) struct HeadNews {
    last: Arc<watch::Sender<i64>>,
    /// The last commits.
    pub(crate) last_commits: LastCommits,
    /// Whom to tell of rows of their own, where no follower does that.
    changed: Option<Changed>,
}

impl HeadNews {
    pub(crate) fn new(changed: Option<Changed>) -> Self {
        Self { last: Arc::new(watch::channel(0).0), last_commits: LastCommits::default(), changed }
    }

    /// The log ends at row `seq`.
    pub(crate) fn stands_at(&self, seq: i64) {
        self.last.send_replace(seq);
    }

    /// The open batch of this ledger is on the disk, from the row after `from`. Nobody is told of what another process
    /// committed: a stream ends when this one stops leading, and each begins with all that there is.
    pub(crate) fn tell(&self, from: &Head, ledger: &Ledger) {
        let end = ledger.head();
        self.last_commits.put(from, &end);
        self.stands_at(end.seq);
        if let Some(changed) = &self.changed {
            let moved = ledger.moved().filter_map(Party::of);
            let events = ledger.appended().filter_map(|(kind, body)| Event::from_row(kind, body));
            let notices = events.filter(|event| event.kind == EventKind::Notice);
            changed.tell(moved.chain(notices.filter_map(|event| event.party)), end.seq);
        }
    }

    pub(crate) fn listen(&self) -> watch::Receiver<i64> {
        self.last.subscribe()
    }
}
