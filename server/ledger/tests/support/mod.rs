//! What the tests of the ledger share beside [`yui_ledger::testing`]: a store in memory.
#![allow(dead_code, reason = "each test file uses its own part")]

pub mod disk;
