//! Statements on the connection that writes a SQLite file. They run on the thread that asks: a commit is many short ones,
//! and handing each to another thread and back cost more than the statements (ADR 0022).

use rusqlite::{CachedStatement, Connection, Rows, types::ValueRef};

use crate::{
    engine::{check, unencodable},
    error::StoreError,
    value::{Row, Value},
};

/// Runs a statement; how many rows it changed.
pub(crate) fn execute(connection: &Connection, sql: &str, values: &[Value]) -> Result<u64, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = bound(&mut statement, values)?;
    while rows.next()?.is_some() {}
    Ok(connection.changes())
}

/// Runs a statement, and gives each row of its answer to `take`.
pub(crate) fn each(
    connection: &Connection,
    sql: &str,
    values: &[Value],
    mut take: impl FnMut(Row) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let columns = statement.column_names().into_iter().map(str::to_owned).collect::<std::sync::Arc<[_]>>();
    let mut rows = bound(&mut statement, values)?;
    while let Some(row) = rows.next()? {
        let values = (0..columns.len()).map(|at| Ok(value_of(row.get_ref(at)?)));
        take(Row { columns: columns.clone(), values: values.collect::<Result<_, StoreError>>()? })?;
    }
    Ok(())
}

/// Gives `$n`, or the nth `?`, the nth value. One that there is none for stays NULL.
fn bound<'s>(statement: &'s mut CachedStatement<'_>, values: &[Value]) -> Result<Rows<'s>, StoreError> {
    check(values)?;
    for at in 1..=statement.parameter_count() {
        let number = statement.parameter_name(at).and_then(|name| name.get(1..)?.parse().ok()).unwrap_or(at);
        match values.get(number - 1).unwrap_or(&Value::Null) {
            Value::Null => statement.raw_bind_parameter(at, rusqlite::types::Null)?,
            Value::Int(v) => statement.raw_bind_parameter(at, v)?,
            Value::Text(v) => statement.raw_bind_parameter(at, v)?,
            Value::Bytes(v) => statement.raw_bind_parameter(at, v)?,
            Value::Unfit => return Err(unencodable()),
        }
    }
    Ok(statement.raw_query())
}

fn value_of(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(v) => Value::Int(v),
        ValueRef::Text(v) => String::from_utf8(v.to_vec()).map_or(Value::Unfit, Value::Text),
        ValueRef::Blob(v) => Value::Bytes(v.to_vec()),
        ValueRef::Real(_) => Value::Unfit,
    }
}
