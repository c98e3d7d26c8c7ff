//! Double-entry ledger with lots: a pure state machine that emits typed columns.
//!
//! No SQL, no I/O, no clock: the writer gives the time, applies commands one by one, takes the [`Rows`] of the
//! batch, commits them and says [`Ledger::committed`]. A refused command leaves no trace. The log
//! (`posting` and `event`) rebuilds everything else to the byte; see [`Replay`].

mod account;
mod codec;
mod lot;
mod names;
mod op;
mod posted;
pub mod row;

pub use account::{Account, Book};
pub use lot::{LotState, LotTerms, Terms};
pub use names::Names;
pub use op::{Caps, ChargedValue, Command, Op, Payee, Rest, SpentCode};
pub use posted::{Flow, Leg, LotPart, Posted, Reserve};
pub use row::{LogRow, Rows, Tables};
