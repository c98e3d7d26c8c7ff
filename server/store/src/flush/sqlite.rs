//! SQLite: multi-row VALUES in chunks of 64 with plain `?`; numbered parameters would be looked up by name,
//! which is quadratic in their number.

use sqlx::{
    Arguments, AssertSqlSafe, Sqlite,
    error::BoxDynError,
    sqlite::{SqliteArguments, SqliteConnection},
};

use super::{Column, Fence, Step, TableRows, unencodable};
use crate::error::StoreError;

const CHUNK: usize = 64;

const FENCE: &str = "UPDATE meta SET head_seq = ?, head_hash = ?, head_at = ?, \
    clock_boot = ?, clock_uptime = ?, clock_wall = ? WHERE epoch = ? AND head_seq = ?";

/// Writes the rows inside the transaction that is open, fence first.
pub(crate) async fn flush(
    connection: &mut SqliteConnection,
    step: &Step,
    tables: &[TableRows<'_>],
) -> Result<Fence, StoreError> {
    let passed = sqlx::query::<Sqlite>(FENCE)
        .bind(step.to.seq)
        .bind(step.to.hash.to_vec())
        .bind(step.to.at.0)
        .bind(step.clock.boot.clone())
        .bind(step.clock.uptime)
        .bind(step.clock.wall.0)
        .bind(step.epoch)
        .bind(step.from.seq)
        .execute(&mut *connection)
        .await?;
    if passed.rows_affected() != 1 {
        return Ok(Fence::Refused);
    }
    for table in tables {
        insert(connection, table).await?;
    }
    Ok(Fence::Passed)
}

/// Writes the rows of one table.
pub(crate) async fn insert(
    connection: &mut SqliteConnection,
    table: &TableRows<'_>,
) -> Result<(), StoreError> {
    let mut at = 0;
    while at < table.len() {
        let rows = CHUNK.min(table.len() - at);
        let mut arguments = SqliteArguments::default();
        for row in at..at + rows {
            for (_, column) in &table.columns {
                add(&mut arguments, column, row).map_err(|_| unencodable())?;
            }
        }
        sqlx::query_with::<Sqlite, _>(AssertSqlSafe(text(table, rows)), arguments)
            .execute(&mut *connection)
            .await?;
        at += rows;
    }
    Ok(())
}

fn add(arguments: &mut SqliteArguments, column: &Column<'_>, row: usize) -> Result<(), BoxDynError> {
    match column {
        Column::Int(c) => arguments.add(c[row]),
        Column::Id(c) => arguments.add(c[row].to_vec()),
        Column::Digest(c) => arguments.add(c[row].to_vec()),
        Column::Bytes(c) => arguments.add(c[row].clone()),
        Column::OptSignature(c) => arguments.add(c[row].map(Vec::from)),
        Column::Text(c) => arguments.add(c[row].clone()),
    }
}

fn text(table: &TableRows<'_>, rows: usize) -> String {
    let row = format!("({})", vec!["?"; table.columns.len()].join(", "));
    format!(
        "INSERT INTO {} ({}) VALUES {}{}",
        table.table,
        table.names(),
        vec![row.as_str(); rows].join(", "),
        table.on_conflict()
    )
}
