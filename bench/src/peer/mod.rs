//! What ours is measured beside.

pub mod bare_sqlite;
pub mod pgbench;
pub mod plain_ledger;
pub mod signature;
