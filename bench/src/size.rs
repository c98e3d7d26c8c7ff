//! How much is measured.

/// Counts of one run.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// How often ours and the peer take turns, after one turn each to warm up.
    pub rounds: usize,
    /// Wallets that pay.
    pub payers: u32,
    /// Shops that are paid.
    pub shops: u32,
    /// Payments of one turn.
    pub payments: u32,
    /// Seconds of a turn of a peer that runs by time.
    pub seconds: u32,
    /// Branches of pgbench's TPC-B-like bank.
    pub branches: u32,
    /// Commits of a bare SQLite, and payments of a phone that is alone, in one turn.
    pub single: u32,
    /// Signatures checked in one turn.
    pub signatures: u32,
    /// Payments in a slice of history, of which the first and the last are compared.
    pub slice: u32,
    /// How many slices lie between them.
    pub slices: u32,
    /// Residents who are all given something, beside those who pay.
    pub crowd: u32,
    /// Lots that run out at one midnight.
    pub due: u32,
    /// Wallets held in memory.
    pub wallets: u32,
    /// Rows of a history that comes to a phone.
    pub rows: u32,
    /// How often a phone's app is opened in a fresh process.
    pub openings: u32,
    /// Calls of a phone's core.
    pub calls: u32,
}

impl Size {
    /// What docs/benchmarks.md reports.
    pub const FULL: Self = Self {
        rounds: 3,
        payers: 10_000,
        shops: 500,
        payments: 20_000,
        seconds: 8,
        branches: 50,
        single: 1_000,
        signatures: 20_000,
        slice: 100_000,
        slices: 10,
        crowd: 300_000,
        due: 100_000,
        wallets: 300_000,
        rows: 10_000,
        openings: 9,
        calls: 10_000,
    };

    /// The least of which every line can be made.
    pub const SMOKE: Self = Self {
        rounds: 1,
        payers: 50,
        shops: 5,
        payments: 200,
        seconds: 1,
        branches: 1,
        single: 20,
        signatures: 100,
        slice: 500,
        slices: 2,
        crowd: 500,
        due: 200,
        wallets: 1_000,
        rows: 20,
        openings: 1,
        calls: 20,
    };
}
