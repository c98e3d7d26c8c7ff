//! Double-entry ledger with lots: a pure state machine that emits typed columns.
