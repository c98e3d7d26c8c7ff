//! One connection that only reads, in one transaction: what it sees is one moment, and no writer waits for it.

use std::{path::PathBuf, str::FromStr, time::Duration};

use futures_util::TryStreamExt;
use sqlx::{
    AssertSqlSafe, Column as _, ConnectOptions, Connection, Executor, Row as _, TypeInfo, ValueRef,
    postgres::{PgConnectOptions, PgConnection, PgRow},
    sqlite::{SqliteConnectOptions, SqliteConnection, SqliteRow},
};

use crate::row::{Cell, Row, Table};

/// Where a ledger is.
#[derive(Clone)]
pub enum Place {
    /// A SQLite file.
    Sqlite(PathBuf),
    /// A schema of a PostgreSQL database.
    Postgres {
        /// `postgres://user:password@host/database`.
        url: String,
        /// The schema's name.
        schema: String,
    },
}

/// The ledger could not be read.
#[derive(Debug, thiserror::Error)]
#[error("the ledger could not be read: {0}")]
pub struct Unreadable(#[from] sqlx::Error);

impl From<std::io::Error> for Unreadable {
    fn from(error: std::io::Error) -> Self {
        Self(error.into())
    }
}

/// How long to wait where SQLite's file is locked.
const PATIENCE: Duration = Duration::from_secs(10);

/// What is asked for by a number or by bytes.
pub(crate) enum Bind<'v> {
    Int(i64),
    Bytes(&'v [u8]),
}

pub(crate) enum View {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl View {
    pub(crate) async fn open(place: &Place) -> Result<Self, Unreadable> {
        match place {
            Place::Sqlite(path) => {
                let options = SqliteConnectOptions::new()
                    .filename(path)
                    .busy_timeout(PATIENCE)
                    .pragma("query_only", "ON");
                let mut connection = options.connect().await?;
                connection.execute("BEGIN").await?;
                Ok(Self::Sqlite(connection))
            }
            Place::Postgres { url, schema } => {
                let options = PgConnectOptions::from_str(url)?
                    .application_name("yui-audit")
                    .options([("search_path", schema.as_str())]);
                let mut connection = options.connect().await?;
                connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?;
                Ok(Self::Postgres(connection))
            }
        }
    }

    pub(crate) async fn close(self) -> Result<(), Unreadable> {
        match self {
            Self::Sqlite(connection) => connection.close().await?,
            Self::Postgres(connection) => connection.close().await?,
        }
        Ok(())
    }

    /// Rows of a table, with what comes after `FROM` and its name.
    pub(crate) async fn rows(
        &mut self,
        table: &'static Table,
        rest: &str,
        binds: &[Bind<'_>],
    ) -> Result<Vec<Row>, Unreadable> {
        let mut rows = Vec::new();
        self.each(table, rest, binds, |row| rows.push(row)).await?;
        Ok(rows)
    }

    /// Hands over each such row as it comes, without holding them all.
    pub(crate) async fn each(
        &mut self,
        table: &'static Table,
        rest: &str,
        binds: &[Bind<'_>],
        mut take: impl FnMut(Row),
    ) -> Result<(), Unreadable> {
        let text = format!("SELECT {} FROM {} {rest}", table.columns.join(", "), table.name);
        self.query(text, binds, |cells| take(Row { table, cells })).await
    }

    /// The one number that a statement answers with; none for NULL.
    pub(crate) async fn number(&mut self, text: &str, binds: &[Bind<'_>]) -> Result<Option<i64>, Unreadable> {
        let mut answer = None;
        self.query(text.to_owned(), binds, |cells| {
            if let Some(Cell::Int(number)) = cells.first() {
                answer = Some(*number);
            }
        })
        .await?;
        Ok(answer)
    }

    /// Every row that a statement answers with. The texts are this crate's own.
    pub(crate) async fn query(
        &mut self,
        text: String,
        binds: &[Bind<'_>],
        mut take: impl FnMut(Vec<Cell>),
    ) -> Result<(), Unreadable> {
        macro_rules! fetched {
            ($connection:ident, $cell:ident) => {{
                let mut query = sqlx::query(AssertSqlSafe(text));
                for bind in binds {
                    query = match bind {
                        Bind::Int(number) => query.bind(*number),
                        Bind::Bytes(bytes) => query.bind(bytes.to_vec()),
                    };
                }
                let mut rows = query.fetch($connection);
                while let Some(row) = rows.try_next().await? {
                    take(
                        row.columns()
                            .iter()
                            .map(|column| $cell(&row, column.ordinal()))
                            .collect::<Result<_, _>>()?,
                    );
                }
            }};
        }
        match self {
            Self::Sqlite(connection) => fetched!(connection, sqlite_cell),
            Self::Postgres(connection) => fetched!(connection, postgres_cell),
        }
        Ok(())
    }
}

fn sqlite_cell(row: &SqliteRow, at: usize) -> Result<Cell, sqlx::Error> {
    let raw = row.try_get_raw(at)?;
    if raw.is_null() {
        return Ok(Cell::Null);
    }
    let kind = raw.type_info().into_owned();
    Ok(match kind.name() {
        "INTEGER" => Cell::Int(row.try_get_unchecked(at)?),
        // It may be no UTF-8.
        "TEXT" => row.try_get_unchecked(at).map_or(Cell::Other, Cell::Text),
        "BLOB" => Cell::Bytes(row.try_get_unchecked(at)?),
        _ => Cell::Other,
    })
}

fn postgres_cell(row: &PgRow, at: usize) -> Result<Cell, sqlx::Error> {
    let raw = row.try_get_raw(at)?;
    if raw.is_null() {
        return Ok(Cell::Null);
    }
    let kind = raw.type_info().into_owned();
    Ok(match kind.name() {
        "INT8" => Cell::Int(row.try_get(at)?),
        "TEXT" => Cell::Text(row.try_get(at)?),
        "BYTEA" => Cell::Bytes(row.try_get(at)?),
        _ => Cell::Other,
    })
}
