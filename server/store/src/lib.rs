//! A town's store on either engine, and the one writer of it.
//!
//! One SQLite file or one PostgreSQL schema. All writes are units run by the [`Writer`] on its own thread, many
//! to a commit; state, ledger rows, notices and audit of one act are one commit. Readers ([`Db`]) never wait for
//! it. Which rows belong to whom ([`Feed`]) an index of the log says, or a projection behind the commit.

mod backup;
mod changed;
mod clock;
mod codes;
mod damage;
mod db;
mod engine;
mod error;
mod event;
mod exists;
mod export;
mod feed;
mod flush;
mod hook;
mod last_commits;
mod load;
mod lock;
mod log;
mod meta;
mod migrate;
mod placed;
mod port;
mod postgres;
pub mod read;
mod rows;
mod session;
mod source;
mod sqlite;
mod sqlite_statement;
mod statement;
mod store;
#[cfg(feature = "testing")]
pub mod testing;
mod time;
mod trust;
mod unit;
mod value;
mod verify;
mod writer;

pub use backup::{backup, can_restore};
pub use changed::Changed;
pub use clock::{Clock, SystemClock};
pub use db::{Db, Snapshot};
pub use engine::Engine;
pub use error::StoreError;
pub use event::{Event, EventKind, Party};
pub use exists::exists;
pub use export::{can_import, export, import};
pub use feed::{Feed, Rows, verify_feed};
pub use hook::{Fate, Hook, Moment};
pub use log::{Log, Logged};
pub use migrate::Migration;
pub use placed::Placed;
pub use statement::Statement;
pub use store::{Store, StoreOptions, StoreUrl, open_log, open_reader};
pub use time::LedgerClock;
pub use unit::{Unit, UnitError};
pub use value::{FromValue, Row, Value, hex};
pub use verify::verify;
pub use writer::{BATCH, QUEUE, Standing, Writer};
