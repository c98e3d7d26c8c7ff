//! One set of migrations for both engines: numbered, forward only, run in one transaction and recorded with
//! their checksums.
//!
//! Lines after `-- sqlite:` or `-- postgres:` are for that engine, lines after `-- all:` (and before any mark)
//! for both. `{key}` is an integer primary key that the program gives, `{bytes}` the engine's bytes type,
//! `{zero_hash}` 32 zero bytes: where the hash chain begins.

use sha2::{Digest, Sha256};
use sqlx::{AssertSqlSafe, SqlSafeStr};

use crate::{
    engine::{Connection, Engine},
    error::StoreError,
    source::Source,
    value::{Value, hex},
};

/// One step of the schema.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// `NNNN_what`, ascending within its set.
    pub name: &'static str,
    /// The text, with blocks as described in the module.
    pub sql: &'static str,
}

/// The tables that every store has, whoever uses it.
pub(crate) const OWN: &[Migration] = &[
    Migration { name: "0001_ledger", sql: include_str!("../migrations/0001_ledger.sql") },
    Migration { name: "0002_meta", sql: include_str!("../migrations/0002_meta.sql") },
    Migration { name: "0003_feed", sql: include_str!("../migrations/0003_feed.sql") },
    Migration { name: "0004_clock", sql: include_str!("../migrations/0004_clock.sql") },
];

/// Under which name they are recorded.
const OWN_COMPONENT: &str = "store";

/// The set of tables that records what was run; its presence says that the store is ours.
const RECORD: &str = "CREATE TABLE IF NOT EXISTS yui_migration (
    component TEXT NOT NULL, name TEXT NOT NULL, checksum TEXT NOT NULL, PRIMARY KEY (component, name))";

/// All steps that were run.
pub(crate) const LIST: &str = "SELECT component, name, checksum FROM yui_migration ORDER BY component, name";

impl Migration {
    /// The text for one engine.
    pub(crate) fn for_engine(&self, engine: Engine) -> Result<String, StoreError> {
        let mut wanted = true;
        let mut text = String::with_capacity(self.sql.len());
        for line in self.sql.lines() {
            match line.trim() {
                "-- all:" => wanted = true,
                "-- sqlite:" => wanted = engine == Engine::Sqlite,
                "-- postgres:" => wanted = engine == Engine::Postgres,
                _ if wanted => {
                    text.push_str(line);
                    text.push('\n');
                }
                _ => {}
            }
        }
        let (key, bytes, zero_hash) = match engine {
            Engine::Sqlite => ("INTEGER PRIMARY KEY", "BLOB", "zeroblob(32)"),
            Engine::Postgres => ("BIGINT PRIMARY KEY", "BYTEA", "decode(repeat('00', 32), 'hex')"),
        };
        let text = text.replace("{key}", key).replace("{bytes}", bytes).replace("{zero_hash}", zero_hash);
        if text.contains(['{', '}']) {
            return Err(StoreError::Migration(self.name.to_owned(), "unknown word in braces"));
        }
        Ok(text)
    }

    /// The same on every engine: of the text before it is resolved.
    pub(crate) fn checksum(&self) -> String {
        hex(&Sha256::digest(self.sql))
    }
}

/// What a store must hold after migration: component, name and checksum of every step, in order.
pub(crate) fn wanted(domain: &[Migration]) -> Result<Vec<(&'static str, Migration)>, StoreError> {
    for set in [OWN, domain] {
        for migration in set {
            let (number, what) = migration.name.split_once('_').unwrap_or_default();
            if number.len() != 4 || !number.bytes().all(|b| b.is_ascii_digit()) || what.is_empty() {
                return Err(StoreError::Migration(migration.name.to_owned(), "its name is not NNNN_what"));
            }
        }
        if let Some(pair) = set.windows(2).find(|pair| pair[0].name[..4] >= pair[1].name[..4]) {
            return Err(StoreError::Migration(pair[1].name.to_owned(), "its number does not ascend"));
        }
    }
    Ok(OWN.iter().map(|m| (OWN_COMPONENT, *m)).chain(domain.iter().map(|m| ("town", *m))).collect())
}

/// Brings the store to the wanted steps, or leaves it as it was.
///
/// Must run inside a transaction of the caller, which commits it. Answers how many steps were run.
pub(crate) async fn migrate(connection: &mut Connection, domain: &[Migration]) -> Result<usize, StoreError> {
    let wanted = wanted(domain)?;
    connection.script(RECORD.into_sql_str()).await?;
    let done = recorded(connection).await?;
    check_known(&done, &wanted)?;
    let mut run = 0;
    for (component, migration) in wanted {
        if done.iter().any(|(c, name, _)| c == component && name == migration.name) {
            continue;
        }
        let later = done.iter().any(|(c, name, _)| c == component && name.as_str() > migration.name);
        if later {
            return Err(StoreError::OtherVersion(format!("step {component}/{} is missing", migration.name)));
        }
        let text = migration.for_engine(connection.engine())?;
        connection.script(AssertSqlSafe(text).into_sql_str()).await?;
        let record = vec![component.into(), migration.name.into(), migration.checksum().into()];
        connection.execute("INSERT INTO yui_migration VALUES ($1, $2, $3)".into_sql_str(), record).await?;
        run += 1;
    }
    Ok(run)
}

/// Whether every step that was run is one of these: [`StoreError::OtherVersion`] when not.
fn check_known(
    done: &[(String, String, String)],
    wanted: &[(&'static str, Migration)],
) -> Result<(), StoreError> {
    for (component, name, checksum) in done {
        let known = wanted.iter().find(|(c, m)| c == component && m.name == name);
        match known {
            None => return Err(StoreError::OtherVersion(format!("it has step {component}/{name}"))),
            Some((_, m)) if m.checksum() != *checksum => {
                return Err(StoreError::OtherVersion(format!("step {component}/{name} was another one")));
            }
            Some(_) => {}
        }
    }
    Ok(())
}

/// Whether a store was made by steps of this domain, all of them or the first: [`StoreError::OtherVersion`] when not.
pub(crate) async fn check_domain(source: &mut impl Source, domain: &[Migration]) -> Result<(), StoreError> {
    check_known(&recorded(source).await?, &wanted(domain)?)
}

/// Whether the store's own tables are those that this version reads: [`StoreError::OtherVersion`] when not.
pub(crate) async fn check_own(source: &mut impl Source) -> Result<(), StoreError> {
    let done = match recorded(source).await {
        Err(StoreError::Statement(_)) => Err(StoreError::Foreign("it has no tables of ours".to_owned())),
        done => done,
    }?;
    let own = done.iter().filter(|(component, ..)| component == OWN_COMPONENT);
    let own: Vec<_> = own.map(|(_, name, checksum)| (name.clone(), checksum.clone())).collect();
    if own.iter().eq(&OWN.iter().map(|m| (m.name.to_owned(), m.checksum())).collect::<Vec<_>>()) {
        Ok(())
    } else {
        Err(StoreError::OtherVersion(
            "its steps are not those of this one; run `yui-server migrate`".to_owned(),
        ))
    }
}

/// Component, name and checksum of the steps that were run.
pub(crate) async fn recorded(source: &mut impl Source) -> Result<Vec<(String, String, String)>, StoreError> {
    let rows = source.fetch(LIST.into_sql_str(), Vec::<Value>::new()).await?;
    rows.iter().map(|row| Ok((row.get("component")?, row.get("name")?, row.get("checksum")?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIXED: Migration = Migration {
        name: "0001_mixed",
        sql: "CREATE TABLE a (n {key}, b {bytes})\n-- sqlite:\nSTRICT\n-- postgres:\nWITH (fillfactor = 50)\n-- all:\n;",
    };

    #[test]
    fn blocks_and_words_are_resolved_by_engine() {
        assert_eq!(
            MIXED.for_engine(Engine::Sqlite).expect("resolves"),
            "CREATE TABLE a (n INTEGER PRIMARY KEY, b BLOB)\nSTRICT\n;\n"
        );
        assert_eq!(
            MIXED.for_engine(Engine::Postgres).expect("resolves"),
            "CREATE TABLE a (n BIGINT PRIMARY KEY, b BYTEA)\nWITH (fillfactor = 50)\n;\n"
        );
    }

    #[test]
    fn unknown_words_and_unordered_numbers_are_refused() {
        let odd = Migration { name: "0001_odd", sql: "{money}" };
        assert!(matches!(odd.for_engine(Engine::Sqlite), Err(StoreError::Migration(..))));
        let again = Migration { name: "0001_again", sql: "" };
        assert!(matches!(wanted(&[MIXED, again]), Err(StoreError::Migration(..))));
        assert!(matches!(wanted(&[Migration { name: "first", sql: "" }]), Err(StoreError::Migration(..))));
    }
}
