//! Reading an export into a place where nothing is yet, as one transaction.

use std::{
    collections::HashSet,
    io::{BufRead, Lines},
};

use sqlx::{AssertSqlSafe, SqlSafeStr};

use super::{LEFT_OUT, catalogue, line::Line};
use crate::{
    backup,
    engine::{Connection, Engine},
    error::StoreError,
    migrate::{self, Migration},
    placed::{Beside, Placed},
    session::Session,
    source::Source,
    sqlite,
    store::StoreUrl,
    value::Value,
    writer::Home,
};

/// The head is that of the last commit in the export.
const HEAD: &str = "UPDATE meta SET head_seq = b.last_seq, head_hash = b.hash, head_at = b.at \
    FROM (SELECT last_seq, hash, at FROM batch ORDER BY last_seq DESC LIMIT 1) AS b WHERE id = 1";

impl Placed {
    /// Places what is in an export of the same schema steps where nothing is: [`StoreError::NotEmpty`] where anything is,
    /// [`StoreError::Import`] and [`StoreError::OtherVersion`] where the export is not whole or not of these steps.
    pub async fn import(
        url: &StoreUrl,
        domain: &[Migration],
        from: &mut (dyn BufRead + Send),
    ) -> Result<Self, StoreError> {
        match url {
            StoreUrl::Sqlite(path) => {
                let beside = Beside::of(path)?;
                let mut session = filled(&Home::Sqlite(beside.path().to_owned()), domain, from).await?;
                session.commit().await?;
                session.connection.close().await?;
                beside.settle()?;
                sqlite::check_whole(beside.path(), domain).await?;
                Ok(Self::file(beside))
            }
            StoreUrl::Postgres { .. } => Ok(Self::transaction(filled(&Home::new(url)?, domain, from).await?)),
        }
    }
}

/// Fills one empty place and keeps it: see [`Placed::import`].
pub async fn import(
    url: &StoreUrl,
    domain: &[Migration],
    from: &mut (dyn BufRead + Send),
) -> Result<(), StoreError> {
    Placed::import(url, domain, from).await?.keep().await
}

/// A transaction in which everything of the export is in this place.
async fn filled(
    home: &Home,
    domain: &[Migration],
    from: &mut (dyn BufRead + Send),
) -> Result<Session, StoreError> {
    let (connection, _) = home.connect().await?;
    let mut session = Session::new(connection);
    session.begin().await?;
    match fill(home, &mut session.connection, domain, from).await {
        Ok(()) => Ok(session),
        Err(error) => {
            Placed::transaction(session).give_up().await;
            Err(error)
        }
    }
}

/// Whether [`Placed::import`] would find an empty place and an export of the same schema steps, by its first line; nothing is
/// made or changed.
pub async fn can_import(
    url: &StoreUrl,
    domain: &[Migration],
    from: &mut (dyn BufRead + Send),
) -> Result<(), StoreError> {
    match url {
        StoreUrl::Sqlite(path) => backup::is_empty(path)?,
        StoreUrl::Postgres { schema, .. } if crate::exists(url).await? => {
            return Err(StoreError::NotEmpty(format!("schema {schema}")));
        }
        StoreUrl::Postgres { .. } => {}
    }
    let mut wanted: Vec<_> = migrate::wanted(domain)?
        .into_iter()
        .map(|(component, step)| (component.to_owned(), step.name.to_owned(), step.checksum()))
        .collect();
    wanted.sort();
    let mut lines = Numbered { lines: from.lines(), number: 0 };
    check_head(&mut lines, &wanted)
}

/// The first line of an export, which must be of the same steps.
fn check_head(lines: &mut Numbered, wanted: &[(String, String, String)]) -> Result<(), StoreError> {
    match lines.next()? {
        Some(Line::Head { steps }) if steps == wanted => Ok(()),
        Some(Line::Head { .. }) => {
            Err(StoreError::OtherVersion("the export is of other schema steps".to_owned()))
        }
        _ => Err(lines.wrong("the first line is missing")),
    }
}

async fn fill(
    home: &Home,
    connection: &mut Connection,
    domain: &[Migration],
    from: &mut (dyn BufRead + Send),
) -> Result<(), StoreError> {
    if let Home::Postgres(schema) = home {
        schema.prepare(connection).await?;
    }
    let catalogue = catalogue(connection.engine()).into_sql_str();
    if let Some(table) = connection.fetch(catalogue.clone(), Vec::new()).await?.first() {
        return Err(StoreError::NotEmpty(format!("table {}", table.get::<String>("name")?)));
    }
    migrate::migrate(connection, domain).await?;
    let tables = connection.fetch(catalogue, Vec::new()).await?;
    let mut tables: HashSet<String> = tables.iter().map(|row| row.get("name")).collect::<Result<_, _>>()?;
    tables.retain(|table| !LEFT_OUT.contains(&table.as_str()));

    let mut lines = Numbered { lines: from.lines(), number: 0 };
    check_head(&mut lines, &migrate::recorded(connection).await?)?;
    let mut insertion = None;
    let mut count = 0;
    while let Some(line) = lines.next()? {
        match line {
            Line::Table { table, columns } => {
                if !tables.remove(&table) {
                    return Err(lines.wrong("there is no such table, or it came before"));
                }
                // What a migration puts into its tables is in the export, too.
                let clear = AssertSqlSafe(format!("DELETE FROM \"{table}\"")).into_sql_str();
                connection.execute(clear, Vec::new()).await?;
                let text = text(connection.engine(), &table, &columns);
                insertion =
                    Some((text.ok_or_else(|| lines.wrong("a column's name is strange"))?, columns.len()));
            }
            Line::Row(values) => {
                let Some((text, columns)) = &insertion else {
                    return Err(lines.wrong("a row without a table"));
                };
                if values.len() != *columns {
                    return Err(lines.wrong("the row is of another length"));
                }
                insert(connection, text, values).await?;
                count += 1;
            }
            Line::End { rows } if rows == count => {
                connection.execute(HEAD.into_sql_str(), Vec::new()).await?;
                return Ok(());
            }
            Line::End { .. } => return Err(lines.wrong("rows are missing")),
            Line::Head { .. } => return Err(lines.wrong("it begins again")),
        }
    }
    Err(lines.wrong("the last line is missing"))
}

async fn insert(connection: &mut Connection, text: &str, values: Vec<Value>) -> Result<(), StoreError> {
    connection.execute(AssertSqlSafe(text.to_owned()).into_sql_str(), values).await.map(drop)
}

/// The table is one of ours; the columns are checked to be plain words.
fn text(engine: Engine, table: &str, columns: &[String]) -> Option<String> {
    let plain = |name: &String| {
        !name.is_empty() && name.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_'))
    };
    let parameters: Vec<_> = (1..=columns.len())
        .map(|n| if engine == Engine::Sqlite { "?".to_owned() } else { format!("${n}") })
        .collect();
    columns.iter().all(plain).then(|| {
        format!("INSERT INTO \"{table}\" ({}) VALUES ({})", columns.join(", "), parameters.join(", "))
    })
}

struct Numbered<'f> {
    lines: Lines<&'f mut (dyn BufRead + Send)>,
    number: usize,
}

impl Numbered<'_> {
    fn next(&mut self) -> Result<Option<Line>, StoreError> {
        let Some(text) = self.lines.next() else { return Ok(None) };
        self.number += 1;
        Line::read(&text?).map(Some).map_err(|what| self.wrong(what))
    }

    fn wrong(&self, what: &'static str) -> StoreError {
        StoreError::Import(self.number, what)
    }
}
