//! Every value of every table of a store, with the column it lies in: a search of whole files sees neither how a
//! database writes a number nor where a value ends.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, types::ValueRef};
use serde_json::Value;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection};
use yui_testkit::leaks::Cell;

/// A value and its place: file or schema, table, column.
pub type Placed = (PathBuf, Cell);

/// All values of a SQLite file, the journal's included.
pub fn of_sqlite(file: &Path) -> rusqlite::Result<Vec<Placed>> {
    let db = Connection::open(file)?;
    let mut tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")?;
    let tables = tables.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
    let mut cells = Vec::new();
    for table in tables {
        let mut all = db.prepare(&format!("SELECT * FROM \"{table}\""))?;
        let columns: Vec<PathBuf> =
            all.column_names().into_iter().map(|column| file.join(&table).join(column)).collect();
        let mut rows = all.query([])?;
        while let Some(row) = rows.next()? {
            for (at, column) in columns.iter().enumerate() {
                cells.extend(of_value(row.get_ref(at)?).map(|cell| (column.clone(), cell)));
            }
        }
    }
    Ok(cells)
}

fn of_value(value: ValueRef<'_>) -> Option<Cell> {
    match value {
        ValueRef::Null => None,
        ValueRef::Integer(number) => Some(Cell::Integer(number)),
        ValueRef::Real(number) => Some(Cell::Text(number.to_string())),
        ValueRef::Text(text) => {
            Some(String::from_utf8(text.to_vec()).map_or_else(|e| Cell::Bytes(e.into_bytes()), Cell::Text))
        }
        ValueRef::Blob(bytes) => Some(Cell::Bytes(bytes.to_vec())),
    }
}

/// All values of a PostgreSQL schema.
pub async fn of_postgres(url: &str, schema: &str) -> sqlx::Result<Vec<Placed>> {
    let mut db = PgConnection::connect(url).await?;
    let named = "SELECT table_name::text FROM information_schema.tables \
                 WHERE table_schema = $1 AND table_type = 'BASE TABLE'";
    let tables: Vec<String> = sqlx::query_scalar(named).bind(schema).fetch_all(&mut db).await?;
    let mut cells = Vec::new();
    for table in tables {
        let all = format!("SELECT to_jsonb(t)::text FROM \"{schema}\".\"{table}\" t");
        let rows: Vec<String> = sqlx::query_scalar(AssertSqlSafe(all)).fetch_all(&mut db).await?;
        for row in rows {
            let row: Value = serde_json::from_str(&row).map_err(|e| sqlx::Error::Decode(e.into()))?;
            for (column, value) in row.as_object().into_iter().flatten() {
                let place = Path::new(schema).join(&table).join(column);
                cells.extend(of_json(value).into_iter().map(|cell| (place.clone(), cell)));
            }
        }
    }
    db.close().await?;
    Ok(cells)
}

/// A value as `to_jsonb` writes it; bytes are `\x` and hexadecimal digits, which a text could be as well.
fn of_json(value: &Value) -> Vec<Cell> {
    match value {
        Value::Null | Value::Bool(_) => Vec::new(),
        Value::Number(number) => {
            vec![number.as_i64().map_or_else(|| Cell::Text(number.to_string()), Cell::Integer)]
        }
        Value::String(text) => {
            let bytes = text.strip_prefix("\\x").and_then(from_hex).map(Cell::Bytes);
            bytes.into_iter().chain([Cell::Text(text.clone())]).collect()
        }
        other => vec![Cell::Text(other.to_string())],
    }
}

/// The bytes that hexadecimal digits stand for; none when they are no such digits.
#[must_use]
pub fn from_hex(digits: &str) -> Option<Vec<u8>> {
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    digits.len().is_multiple_of(2).then(|| digits.as_bytes().chunks(2).map(byte).collect())?
}
