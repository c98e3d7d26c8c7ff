//! Running one statement on either engine and reading its rows in the neutral form.

use std::sync::Arc;

use async_trait::async_trait;
use futures_util::TryStreamExt;
use sqlx::{
    Arguments, Column, Encode, Postgres, Row as _, SqlSafeStr, SqlStr, Sqlite, Type, TypeInfo, ValueRef,
    encode::IsNull,
    error::BoxDynError,
    postgres::{PgArgumentBuffer, PgArguments, PgConnection, PgRow, PgTypeInfo, types::Oid},
    sqlite::{SqliteArguments, SqliteConnection, SqliteRow},
};

use crate::{
    error::StoreError,
    port::{Statements, TransactionStep},
    source::Source,
    sqlite_statement,
    value::{Row, Value},
};

/// The two engines.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    /// One file, embedded.
    Sqlite,
    /// One schema of a PostgreSQL database.
    Postgres,
}

/// One open connection that may write. That of SQLite works on the thread that asks (ADR 0022).
pub(crate) enum Connection {
    Sqlite(rusqlite::Connection),
    Postgres(PgConnection),
}

impl Connection {
    pub(crate) fn engine(&self) -> Engine {
        match self {
            Self::Sqlite(_) => Engine::Sqlite,
            Self::Postgres(_) => Engine::Postgres,
        }
    }

    /// Closes it in good order, and is done when it is closed.
    pub(crate) async fn close(self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(c) => c.close().map_err(|(_, error)| error)?,
            Self::Postgres(c) => sqlx::Connection::close(c).await?,
        }
        Ok(())
    }

    pub(crate) async fn execute(&mut self, sql: SqlStr, values: Vec<Value>) -> Result<u64, StoreError> {
        match self {
            Self::Sqlite(c) => sqlite_statement::execute(c, sql.as_str(), &values),
            Self::Postgres(c) => execute_postgres(c, sql, values).await,
        }
    }

    /// Statements without parameters, each as it stands, several at once allowed.
    pub(crate) async fn script(&mut self, sql: SqlStr) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(c) => c.execute_batch(sql.as_str())?,
            Self::Postgres(c) => sqlx::raw_sql(sql).execute(c).await.map(drop)?,
        }
        Ok(())
    }
}

impl Source for Connection {
    async fn each(
        &mut self,
        sql: SqlStr,
        values: Vec<Value>,
        take: impl FnMut(Row) -> Result<(), StoreError> + Send,
    ) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(c) => sqlite_statement::each(c, sql.as_str(), &values, take),
            Self::Postgres(c) => each_postgres(c, sql, values, take).await,
        }
    }
}

#[async_trait]
impl Statements for Connection {
    async fn step(&mut self, step: TransactionStep) -> Result<(), StoreError> {
        let text = match (step, self.engine()) {
            (TransactionStep::Begin, Engine::Sqlite) => "BEGIN IMMEDIATE",
            (TransactionStep::Begin, Engine::Postgres) => "BEGIN",
            (TransactionStep::Save, _) => "SAVEPOINT unit",
            (TransactionStep::Keep, _) => "RELEASE SAVEPOINT unit",
            (TransactionStep::Undo, _) => "ROLLBACK TO SAVEPOINT unit; RELEASE SAVEPOINT unit",
            (TransactionStep::Commit, _) => "COMMIT",
            (TransactionStep::RollBack, _) => "ROLLBACK",
        };
        match self.script(text.into_sql_str()).await {
            // SQLite has rolled back by itself, for instance when the disk was full.
            Err(StoreError::Statement(_))
                if (step, self.engine()) == (TransactionStep::RollBack, Engine::Sqlite) =>
            {
                Ok(())
            }
            other => other,
        }
    }

    async fn execute(&mut self, sql: SqlStr, values: Vec<Value>) -> Result<u64, StoreError> {
        Self::execute(self, sql, values).await
    }

    async fn fetch(&mut self, sql: SqlStr, values: Vec<Value>) -> Result<Vec<Row>, StoreError> {
        Source::fetch(self, sql, values).await
    }
}

pub(crate) async fn execute_postgres(
    connection: &mut PgConnection,
    sql: SqlStr,
    values: Vec<Value>,
) -> Result<u64, StoreError> {
    Ok(sqlx::query_with::<Postgres, _>(sql, postgres_arguments(values)?)
        .execute(connection)
        .await?
        .rows_affected())
}

pub(crate) async fn each_sqlite(
    connection: &mut SqliteConnection,
    sql: SqlStr,
    values: Vec<Value>,
    mut take: impl FnMut(Row) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut rows = sqlx::query_with::<Sqlite, _>(sql, sqlite_arguments(values)?).fetch(connection);
    let mut names = None;
    while let Some(row) = rows.try_next().await? {
        take(row_of(&row, &mut names, sqlite_value)?)?;
    }
    Ok(())
}

pub(crate) async fn each_postgres(
    connection: &mut PgConnection,
    sql: SqlStr,
    values: Vec<Value>,
    mut take: impl FnMut(Row) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut rows = sqlx::query_with::<Postgres, _>(sql, postgres_arguments(values)?).fetch(connection);
    let mut names = None;
    while let Some(row) = rows.try_next().await? {
        take(row_of(&row, &mut names, postgres_value)?)?;
    }
    Ok(())
}

/// A row in the neutral form; the names of the columns are those of the first row.
fn row_of<R: sqlx::Row>(
    row: &R,
    names: &mut Option<Arc<[String]>>,
    value: impl Fn(&R, usize) -> Result<Value, StoreError>,
) -> Result<Row, StoreError> {
    let all = || row.columns().iter().map(|column| column.name().to_owned()).collect();
    let columns = Arc::clone(names.get_or_insert_with(all));
    let values = (0..columns.len()).map(|at| value(row, at)).collect::<Result<_, _>>()?;
    Ok(Row { columns, values })
}

fn sqlite_value(row: &SqliteRow, at: usize) -> Result<Value, StoreError> {
    let raw = row.try_get_raw(at)?;
    if raw.is_null() {
        return Ok(Value::Null);
    }
    let kind = raw.type_info().into_owned();
    Ok(match kind.name() {
        "INTEGER" => Value::Int(row.try_get_unchecked(at)?),
        "TEXT" => row.try_get_unchecked(at).map_or(Value::Unfit, Value::Text),
        "BLOB" => Value::Bytes(row.try_get_unchecked(at)?),
        _ => Value::Unfit,
    })
}

fn postgres_value(row: &PgRow, at: usize) -> Result<Value, StoreError> {
    let raw = row.try_get_raw(at)?;
    if raw.is_null() {
        return Ok(Value::Null);
    }
    let kind = raw.type_info().into_owned();
    Ok(match kind.name() {
        "INT8" => Value::Int(row.try_get(at)?),
        "INT4" => Value::Int(row.try_get::<i32, _>(at)?.into()),
        "BOOL" => Value::Int(row.try_get::<bool, _>(at)?.into()),
        "TEXT" | "VARCHAR" | "NAME" => Value::Text(row.try_get_unchecked(at)?),
        "BYTEA" => Value::Bytes(row.try_get(at)?),
        // For instance NUMERIC, which a sum of BIGINT is unless it is CAST to BIGINT.
        other => return Err(StoreError::Statement(format!("a column of type {other} is not portable"))),
    })
}

/// What one engine would not take, neither gets.
pub(crate) fn check(values: &[Value]) -> Result<(), StoreError> {
    let unfit = |value: &Value| matches!(value, Value::Text(text) if text.contains('\0'));
    if values.iter().any(unfit) { Err(StoreError::ZeroByte) } else { Ok(()) }
}

fn sqlite_arguments(values: Vec<Value>) -> Result<SqliteArguments, StoreError> {
    check(&values)?;
    let mut arguments = SqliteArguments::default();
    for value in values {
        match value {
            Value::Null => arguments.add(None::<i64>),
            Value::Int(v) => arguments.add(v),
            Value::Text(v) => arguments.add(v),
            Value::Bytes(v) => arguments.add(v),
            Value::Unfit => return Err(unencodable()),
        }
        .map_err(|_| unencodable())?;
    }
    Ok(arguments)
}

fn postgres_arguments(values: Vec<Value>) -> Result<PgArguments, StoreError> {
    check(&values)?;
    let mut arguments = PgArguments::default();
    for value in values {
        match value {
            Value::Null => arguments.add(Untyped),
            Value::Int(v) => arguments.add(v),
            Value::Text(v) => arguments.add(v),
            Value::Bytes(v) => arguments.add(v),
            Value::Unfit => return Err(unencodable()),
        }
        .map_err(|_| unencodable())?;
    }
    Ok(arguments)
}

pub(crate) fn unencodable() -> StoreError {
    StoreError::Statement("a parameter cannot be encoded".to_owned())
}

/// A NULL whose type the server finds out from where it stands, as SQLite does.
struct Untyped;

/// `unknown` in `pg_type`: what PostgreSQL gives a parameter before it has looked at the context.
const UNKNOWN_OID: Oid = Oid(705);

impl Type<Postgres> for Untyped {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_oid(UNKNOWN_OID)
    }
}

impl Encode<'_, Postgres> for Untyped {
    fn encode_by_ref(&self, _: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        Ok(IsNull::Yes)
    }
}
