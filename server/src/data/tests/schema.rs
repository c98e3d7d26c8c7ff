//! Every table of every store is declared once with all its columns, and nothing is declared that is not there.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use sqlx::{ConnectOptions, Row as _, sqlite::SqliteConnectOptions};
use yui_store::{Engine, Migration, Store, StoreUrl, testing};

use crate::{
    data::{StoreKind, sets},
    identity::REALM_MIGRATIONS,
    town::TOWN_MIGRATIONS,
};

type Schema = BTreeMap<String, BTreeSet<String>>;

const TABLES_SQLITE: &str = "SELECT t.name AS t, c.name AS c FROM sqlite_master t, pragma_table_info(t.name) c \
    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite!_%' ESCAPE '!'";
const TABLES_POSTGRES: &str = "SELECT table_name::TEXT AS t, column_name::TEXT AS c FROM information_schema.columns \
    WHERE table_schema = current_schema()";

fn declared(of: StoreKind) -> Schema {
    let tables =
        sets().filter(|set| set.store == of || set.store == StoreKind::Both).flat_map(|set| set.tables);
    let mut schema = Schema::new();
    for table in tables {
        let columns: Vec<_> = table.columns.iter().flat_map(|(_, columns)| *columns).copied().collect();
        let names: BTreeSet<String> = columns.iter().map(|column| (*column).to_owned()).collect();
        assert_eq!(names.len(), columns.len(), "{} names a column twice", table.name);
        assert!(schema.insert(table.name.to_owned(), names).is_none(), "{} is declared twice", table.name);
    }
    schema
}

/// What a fresh store really holds.
async fn real(place: &testing::Place, migrations: &[Migration]) -> Schema {
    let store = Store::open(place.options().domain(migrations)).await.expect("opens");
    let text = match store.reader().engine() {
        Engine::Sqlite => TABLES_SQLITE,
        Engine::Postgres => TABLES_POSTGRES,
    };
    let rows = store.reader().sql(text).fetch_all().await.expect("reads");
    let mut schema = Schema::new();
    let mut add = |table: String, column: String| schema.entry(table).or_default().insert(column);
    for row in rows {
        add(row.get("t").expect("text"), row.get("c").expect("text"));
    }
    // The feed of a SQLite store is a file beside it.
    if let StoreUrl::Sqlite(path) = place.url() {
        let mut feed = SqliteConnectOptions::new()
            .filename(path.with_added_extension("feed"))
            .connect()
            .await
            .expect("opens");
        for row in sqlx::query(TABLES_SQLITE).fetch_all(&mut feed).await.expect("reads") {
            add(row.get("t"), row.get("c"));
        }
    }
    store.close().await;
    schema
}

/// The tables of the feed, which PostgreSQL does without.
const FEED: [&str; 2] = ["feed", "feed_cursor"];

async fn all_is_declared(place: impl Fn() -> testing::Place) {
    for (migrations, of) in [(TOWN_MIGRATIONS, StoreKind::Town), (REALM_MIGRATIONS, StoreKind::Realm)] {
        let (place, mut declared) = (place(), declared(of));
        if let StoreUrl::Postgres { .. } = place.url() {
            declared.retain(|table, _| !FEED.contains(&table.as_str()));
        }
        assert_eq!(real(&place, migrations).await, declared, "{of:?}");
    }
}

#[tokio::test]
async fn all_tables_and_columns_are_declared_sqlite() {
    all_is_declared(testing::Place::sqlite).await;
}

#[tokio::test]
async fn all_tables_and_columns_are_declared_postgres() {
    all_is_declared(testing::Place::postgres).await;
}

#[test]
fn every_migration_in_the_tree_is_run() {
    for (folder, migrations) in [("town", TOWN_MIGRATIONS), ("realm", REALM_MIGRATIONS)] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(folder);
        let files = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").file_name());
        let files: BTreeSet<_> = files.map(|name| name.to_string_lossy().into_owned()).collect();
        let run: BTreeSet<_> = migrations.iter().map(|migration| format!("{}.sql", migration.name)).collect();
        assert_eq!(files, run);
    }
}
