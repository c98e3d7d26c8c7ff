//! A bare SQLite with one row a commit, each on the disk before the next.

use std::{path::Path, time::Instant};

use rusqlite::Connection;

use crate::{
    measure::{cpu, turns::Turn},
    outcome::Outcome,
};

/// See the module.
pub struct BareSqlite(Connection);

impl BareSqlite {
    /// Makes one in this folder.
    pub fn begin(folder: &Path) -> Outcome<Self> {
        let connection = Connection::open(folder.join("bare.sqlite"))?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.execute_batch(
            "CREATE TABLE payment (seq INTEGER PRIMARY KEY, at INTEGER, id BLOB, payer INTEGER, shop INTEGER, amount INTEGER)",
        )?;
        Ok(Self(connection))
    }

    /// Makes so many commits, one after the other.
    pub fn turn(&self, commits: u32) -> Outcome<Turn> {
        let text = "INSERT INTO payment (at, id, payer, shop, amount) VALUES (?, ?, ?, ?, ?)";
        let mut insert = self.0.prepare(text)?;
        let (before, began) = (cpu::of_thread(), Instant::now());
        let mut times = Vec::new();
        for number in 0..commits {
            let asked = Instant::now();
            insert.execute((number, rand::random::<[u8; 16]>(), number, number % 7, 1))?;
            times.push(asked.elapsed());
        }
        let (wall, cpu) = (began.elapsed(), cpu::of_thread().saturating_sub(before));
        Ok(Turn::of(times, wall, cpu))
    }
}
