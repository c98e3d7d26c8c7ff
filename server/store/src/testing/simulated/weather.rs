//! What happens to a simulated disk, decided by whoever has the seed.

use std::time::Duration;

/// What a writer asks of the disk.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Op {
    /// A connection.
    Open,
    /// To take, look at or give back the lock, or to show that it lives.
    Lock,
    /// To read the stored state, a row, or who writes.
    Read,
    /// To become the writer.
    Claim,
    /// A step of a transaction that keeps nothing yet.
    Transaction,
    /// To write the rows of a batch.
    Flush,
    /// To keep them.
    Commit,
}

/// What goes wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mishap {
    /// Nothing.
    None,
    /// It takes so much longer.
    Stall(Duration),
    /// The connection breaks, and it is not done.
    Broken,
    /// It is done, and the connection breaks before that is told.
    AnswerLost,
    /// No room is left.
    Full,
    /// The operating system reports that what was written did not reach the disk.
    SyncFails,
}

/// Decides, with a seed.
pub trait Weather: Send {
    /// What goes wrong with this.
    fn at(&mut self, op: Op) -> Mishap;

    /// How long it takes by itself.
    fn latency(&mut self, op: Op) -> Duration;

    /// What can go either way: whether what was under way is kept.
    fn keeps(&mut self) -> bool;
}

/// A fault of the store itself that no writer can mend: planted to see that it is found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Planted {
    /// One posting in a hundred is not stored, and its commit is answered as kept.
    DroppedRow,
    /// The lots of a wallet come back with each other's terms.
    WrongLot,
    /// A writer that was replaced may write on.
    NoFence,
    /// A commit that was torn by a power failure is there in part, and nobody notices.
    TornCommit,
}
