//! Where a test can look at, hold up or end the writer inside a commit. The shipped program sets none.

/// A moment of a commit.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Moment {
    /// The units of the batch have run; nothing of the ledger is written.
    Ran,
    /// Rows are written inside a transaction that is still open (never in PostgreSQL's one-statement commit).
    Written,
    /// The commit is done; nobody was answered.
    Committed,
}

/// What happens next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fate {
    /// Nothing special.
    GoOn,
    /// The writer ends where it stands, as when its process is killed.
    Die,
}

/// Called by the writer's thread at each [`Moment`]; may block, and so hold the writer up.
pub trait Hook: Send + Sync + 'static {
    /// Decides what happens next.
    fn at(&self, moment: Moment) -> Fate;
}

/// No hook.
pub(crate) struct NoHook;

impl Hook for NoHook {
    fn at(&self, _: Moment) -> Fate {
        Fate::GoOn
    }
}
