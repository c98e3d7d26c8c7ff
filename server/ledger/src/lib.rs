//! Double-entry ledger with lots: a pure state machine that emits typed columns.
//!
//! No SQL, no I/O, no clock: the writer gives the time, applies commands one by one, takes the [`Rows`] of the
//! batch, commits them and says [`Ledger::committed`]. A refused command leaves no trace. The log
//! (`posting` and `event`) rebuilds everything else to the byte; see [`Replay`].

mod account;
mod chain;
mod check;
mod codec;
mod definition;
pub mod detail;
mod flush;
mod invariant;
mod ledger;
mod lot;
mod made;
mod names;
mod op;
mod plan;
mod posted;
mod refusal;
mod replay;
mod restore;
pub mod row;
mod seen;
mod state;
#[cfg(feature = "testing")]
pub mod testing;
mod view;
mod window;

pub use account::{Account, Book};
pub use chain::Head;
pub use invariant::Invariant;
pub use ledger::{Ledger, Mark};
pub use lot::{LotState, LotTerms, Terms};
pub use made::Made;
pub use names::Names;
pub use op::{CODE_LIFE, Caps, ChargedValue, Command, Op, Payee, Rest, SpentCode};
pub use posted::{Flow, Leg, LotPart, Posted, Reserve};
pub use refusal::{Altered, Broken, Corrupt, Refusal};
pub use replay::Replay;
pub use restore::Restoring;
pub use row::{LogRow, Rows};
pub use view::{ProgrammeView, WalletView};
pub use window::{MAX_AHEAD, Settings};
