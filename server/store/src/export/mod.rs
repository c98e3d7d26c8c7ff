//! All tables as JSON lines, the same from either engine: a town can change its engine or leave with its data.
//!
//! First line: the steps of the schema. Then for each table a line with its name and columns, followed by its
//! rows as arrays (bytes as `{"hex": …}`). Last line: how many rows there were, so that a cut file is noticed.
//! Left out is what belongs to one place only: who writes, and which steps were run.

mod import;
mod line;

use std::io::Write;

pub use import::{can_import, import};
use sqlx::SqlSafeStr;

use crate::{db::Db, engine::Engine, error::StoreError, source::Source};
use line::Line;

/// Tables that are not exported: they describe the place.
const LEFT_OUT: [&str; 2] = ["yui_migration", "meta"];

const TABLES_SQLITE: &str = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid";
const TABLES_POSTGRES: &str = "SELECT relname AS name FROM pg_class \
    WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace ORDER BY oid";

/// The catalogue's query: tables in the order in which they were made, so that a table comes after those it
/// refers to.
pub(crate) fn catalogue(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => TABLES_SQLITE,
        Engine::Postgres => TABLES_POSTGRES,
    }
}

/// A line of an export as it would be written again; none when it is no such line.
#[cfg(feature = "testing")]
#[must_use]
pub fn export_line(text: &str) -> Option<String> {
    let mut again = Vec::new();
    Line::read(text).ok()?.write(&mut again).ok()?;
    String::from_utf8(again).ok()
}

/// Writes everything as it is at one instant; how many rows.
pub async fn export(db: &Db, out: &mut (dyn Write + Send)) -> Result<u64, StoreError> {
    let mut view = db.snapshot().await?;
    let steps = view.sql(crate::migrate::LIST).fetch_all().await?;
    let steps = steps
        .iter()
        .map(|row| Ok((row.get("component")?, row.get("name")?, row.get("checksum")?)))
        .collect::<Result<_, StoreError>>()?;
    Line::Head { steps }.write(out)?;
    let tables = view.sql(catalogue(db.engine())).fetch_all().await?;
    let mut rows = 0;
    for table in tables {
        let table: String = table.get("name")?;
        if LEFT_OUT.contains(&table.as_str()) {
            continue;
        }
        // The name comes from the catalogue itself.
        let text = sqlx::AssertSqlSafe(format!("SELECT * FROM \"{table}\" ORDER BY 1"));
        let mut first = true;
        view.each(text.into_sql_str(), Vec::new(), |row| {
            if std::mem::take(&mut first) {
                let columns = row.iter().map(|(name, _)| name.to_owned()).collect();
                Line::Table { table: table.clone(), columns }.write(out)?;
            }
            rows += 1;
            Line::Row(row.values).write(out)
        })
        .await?;
    }
    Line::End { rows }.write(out)?;
    out.flush()?;
    Ok(rows)
}
