//! PostgreSQL: one prepared statement for the whole commit, whose first part is the fence. Outside a
//! transaction it is the commit: one message there, one back.

use std::fmt::Write;

use sqlx::{
    Arguments, AssertSqlSafe, Postgres, Row,
    error::BoxDynError,
    postgres::{PgArguments, PgConnection},
};

use super::{Advance, Column, Fence, TableRows, unencodable};
use crate::error::StoreError;

const FENCE: &str = "WITH fence AS (UPDATE meta SET head_seq = $3, head_hash = $4, head_at = $5, \
    clock_boot = $6, clock_uptime = $7, clock_wall = $8, \
    beat_at = (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::BIGINT \
    WHERE epoch = $1 AND head_seq = $2 RETURNING 1)";

/// Writes the rows, if the fence lets them pass. The text depends on which tables have rows, never on their number: there are as
/// many texts as kinds of acts meet in a commit, each prepared once. A part without rows would cost PostgreSQL about as much
/// as a row.
pub(crate) async fn flush(
    connection: &mut PgConnection,
    advance: &Advance,
    tables: &[TableRows<'_>],
) -> Result<Fence, StoreError> {
    let arguments = arguments(advance, tables).map_err(|_| unencodable())?;
    let row =
        sqlx::query_with::<Postgres, _>(AssertSqlSafe(text(tables)), arguments).fetch_one(connection).await?;
    Ok(if row.try_get::<i64, _>("passed")? == 1 { Fence::Passed } else { Fence::Refused })
}

fn arguments(advance: &Advance, tables: &[TableRows<'_>]) -> Result<PgArguments, BoxDynError> {
    let mut arguments = PgArguments::default();
    arguments.add(advance.epoch)?;
    arguments.add(advance.from.seq)?;
    arguments.add(advance.to.seq)?;
    arguments.add(advance.to.hash.as_slice())?;
    arguments.add(advance.to.at.0)?;
    arguments.add(advance.clock.boot.as_str())?;
    arguments.add(advance.clock.uptime)?;
    arguments.add(advance.clock.wall.0)?;
    for table in tables {
        add(&mut arguments, table)?;
    }
    Ok(arguments)
}

fn add(arguments: &mut PgArguments, table: &TableRows<'_>) -> Result<(), BoxDynError> {
    for (_, column) in &table.columns {
        match column {
            Column::Int(c) => arguments.add(*c),
            Column::Id(c) => arguments.add(*c),
            Column::Digest(c) => arguments.add(*c),
            Column::Bytes(c) => arguments.add(*c),
            Column::OptSignature(c) => arguments.add(*c),
            Column::Text(c) => arguments.add(*c),
        }?;
    }
    Ok(())
}

fn text(tables: &[TableRows<'_>]) -> String {
    let mut text = String::from(FENCE);
    let mut parameter = 9;
    for table in tables {
        // Writing to a String cannot fail.
        let _ = write!(text, ", {}_rows AS ({} RETURNING 1)", table.table, insertion(table, parameter));
        parameter += table.columns.len();
    }
    text.push_str(" SELECT COUNT(*) AS passed FROM fence");
    text
}

/// An INSERT whose arrays begin at `parameter`, of rows that the fence let pass.
fn insertion(table: &TableRows<'_>, parameter: usize) -> String {
    let arrays: Vec<_> = (parameter..)
        .zip(&table.columns)
        .map(|(parameter, (_, column))| format!("${parameter}::{}", column.array()))
        .collect();
    let chosen: Vec<_> = table.columns.iter().map(|(name, _)| format!("r.{name}")).collect();
    let (into, names) = (table.table, table.names());
    format!(
        "INSERT INTO {into} ({names}) SELECT {} FROM UNNEST({}) AS r ({names}), fence{}",
        chosen.join(", "),
        arrays.join(", "),
        table.on_conflict(),
    )
}
