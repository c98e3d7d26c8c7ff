//! SQLite: row by row, each table's text prepared once, with plain `?`; numbered parameters would be looked up by name.

use rusqlite::{CachedStatement, Connection};

use super::{Advance, Column, Fence, TableRows};
use crate::error::StoreError;

const FENCE: &str = "UPDATE meta SET head_seq = ?, head_hash = ?, head_at = ?, \
    clock_boot = ?, clock_uptime = ?, clock_wall = ? WHERE epoch = ? AND head_seq = ?";

/// Writes the rows inside the transaction that is open, fence first.
pub(crate) fn flush(
    connection: &Connection,
    advance: &Advance,
    tables: &[TableRows<'_>],
) -> Result<Fence, StoreError> {
    let Advance { epoch, from, to, clock } = advance;
    let passed = connection.prepare_cached(FENCE)?.execute((
        to.seq,
        to.hash,
        to.at.0,
        &clock.boot,
        clock.uptime,
        clock.wall.0,
        epoch,
        from.seq,
    ))?;
    if passed != 1 {
        return Ok(Fence::Refused);
    }
    for table in tables {
        insert(connection, table)?;
    }
    Ok(Fence::Passed)
}

/// Writes the rows of one table.
pub(crate) fn insert(connection: &Connection, table: &TableRows<'_>) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(&text(table))?;
    for row in 0..table.len() {
        for (at, (_, column)) in (1..).zip(&table.columns) {
            bind(&mut statement, at, column, row)?;
        }
        statement.raw_execute()?;
    }
    Ok(())
}

fn bind(
    statement: &mut CachedStatement<'_>,
    at: usize,
    column: &Column<'_>,
    row: usize,
) -> rusqlite::Result<()> {
    match column {
        Column::Int(c) => statement.raw_bind_parameter(at, c[row]),
        Column::Id(c) => statement.raw_bind_parameter(at, c[row]),
        Column::Digest(c) => statement.raw_bind_parameter(at, c[row]),
        Column::Bytes(c) => statement.raw_bind_parameter(at, &c[row]),
        Column::OptSignature(c) => statement.raw_bind_parameter(at, c[row]),
        Column::Text(c) => statement.raw_bind_parameter(at, &c[row]),
    }
}

fn text(table: &TableRows<'_>) -> String {
    let values = vec!["?"; table.columns.len()].join(", ");
    format!("INSERT INTO {} ({}) VALUES ({values}){}", table.table, table.names(), table.on_conflict())
}
