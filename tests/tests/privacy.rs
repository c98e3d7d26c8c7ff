//! The search for the secrets of cards finds them: each one, in each spelling in which a program could write it, is
//! planted into the stores of a played scenario and into a log, and found. That the scenarios leave nothing behind is
//! said beside them (`scenarios.rs`).

use std::path::Path;

use serde_json::json;
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use yui_card::KeyKind;
use yui_store::testing::Cluster;
use yui_testkit::{
    card::{AUTHENTICATION_PIN, CardBuilder, Person, SIGNATURE_PASSWORD},
    leaks::{Cell, Search, Secret, hex},
    log::Log,
};
use yui_tests::{
    cells::{self, Placed},
    leftovers::{self, databases},
    omura,
    scenario::{self, Scenario},
};

/// What Hanako's card holds, and what she types.
fn secrets() -> Vec<Secret> {
    let hanako = Person::hanako();
    let card = CardBuilder::new(&hanako);
    let mut secrets = vec![
        Secret::pin("PIN", AUTHENTICATION_PIN),
        Secret::text("password", SIGNATURE_PASSWORD),
        Secret::text("個人番号", &hanako.number),
    ];
    for key in [KeyKind::Signature, KeyKind::Authentication] {
        secrets.push(Secret::certificate("certificate", &card.certificate(key), &[&hanako.address]));
        secrets.push(Secret::serial("serial number", card.serial(key)));
    }
    secrets
}

/// Each secret in each of its spellings, with what is said when it is not found.
fn planted(secrets: &[Secret]) -> Vec<(String, Cell)> {
    let cell = |bytes: &Vec<u8>| {
        String::from_utf8(bytes.clone())
            .ok()
            .filter(|text| !text.contains('\0'))
            .map_or_else(|| Cell::Bytes(bytes.clone()), Cell::Text)
    };
    let mut planted = Vec::new();
    for secret in secrets {
        let named = |spelling: &str| format!("{} as {spelling}", secret.name());
        for (spelling, bytes) in secret.written() {
            planted.push((named(spelling), cell(bytes)));
            planted.push((named(&format!("{spelling}, in a column of bytes")), Cell::Bytes(bytes.clone())));
        }
        planted.extend(secret.number().map(|number| (named("an integer"), Cell::Integer(number))));
    }
    planted
}

/// A server's stores after somebody registered: in `folder`, or in schemas of the database.
async fn registered(folder: &Path, postgres: &[String]) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    let scenario = Scenario::read(&root.join("tests/scenarios/01-the-job.json")).expect("a scenario");
    let mut server = omura::serve(env!("CARGO_BIN_EXE_yui-test-server"), folder, postgres).await;
    let outcome = scenario::run(&scenario, &mut server, folder.join("phones"), |_| {}).await;
    assert_eq!(outcome.wrong(), None);
    server.kill().await.expect("stopped");
}

const TABLE: &str = "CREATE TABLE planted (at BIGINT PRIMARY KEY, number BIGINT, text TEXT, bytes BLOB)";

fn insert((at, (_, cell)): (usize, &(String, Cell))) -> String {
    match cell {
        Cell::Integer(number) => format!("INSERT INTO planted (at, number) VALUES ({at}, {number})"),
        Cell::Text(text) => {
            format!("INSERT INTO planted (at, text) VALUES ({at}, '{}')", text.replace('\'', "''"))
        }
        Cell::Bytes(bytes) => format!("INSERT INTO planted (at, bytes) VALUES ({at}, X'{}')", hex(bytes, "")),
    }
}

/// Whether the walk through a store meets what lies in this table, and the search knows each for what it is.
fn is_found(secrets: &[Secret], walked: &[Placed], table: &Path) {
    let search = Search::new(secrets);
    for (what, planted) in planted(secrets) {
        let lies = |(place, cell): &&Placed| place.starts_with(table) && *cell == planted;
        let (place, cell) = walked.iter().find(lies).unwrap_or_else(|| panic!("{what} is not walked"));
        assert_ne!(search.cell(place, cell), [], "{what}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_planted_in_files_of_server_and_phone_is_found() {
    let folder = tempfile::tempdir().expect("a folder");
    registered(folder.path(), &[]).await;
    let secrets = secrets();
    let files = databases(folder.path()).expect("readable");
    let named = |name: &str| files.iter().any(|file| file.to_string_lossy().contains(name));
    assert!(["town", "realm", "hanako", "maruya"].into_iter().all(named), "{files:?}");
    for file in &files {
        let db = rusqlite::Connection::open(file).expect("opens");
        let planted: Vec<String> = planted(&secrets).iter().enumerate().map(insert).collect();
        db.execute_batch(&format!("{TABLE}; {}", planted.join("; "))).expect("planted");
        is_found(&secrets, &cells::of_sqlite(file).expect("readable"), &file.join("planted"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_planted_in_a_database_is_found_on_postgres() {
    let folder = tempfile::tempdir().expect("a folder");
    let cluster = Cluster::get();
    let (url, schema) = (cluster.url(), cluster.schema());
    registered(folder.path(), &["--postgres", &url, "--schema", &schema].map(str::to_owned)).await;
    let secrets = secrets();
    let mut db = PgConnection::connect(&url).await.expect("connects");
    for (store, used) in [("town", "posting"), ("realm", "device")] {
        let schema = format!("{schema}_{store}");
        let planted: Vec<String> = planted(&secrets).iter().enumerate().map(insert).collect();
        let text = format!("SET search_path TO \"{schema}\"; {TABLE}; {}", planted.join("; "));
        let text = text.replace("BLOB", "BYTEA").replace(" X'", " '\\x");
        sqlx::raw_sql(AssertSqlSafe(text)).execute(&mut db).await.expect("planted");
        let walked = cells::of_postgres(&url, &schema).await.expect("readable");
        let schema = Path::new(&schema);
        assert!(walked.iter().any(|(place, _)| place.starts_with(schema.join(used))), "all is walked");
        is_found(&secrets, &walked, &schema.join("planted"));
    }
    db.close().await.expect("closes");
}

/// Something that shows a secret.
#[derive(Debug)]
#[expect(dead_code, reason = "it is shown and never read")]
struct Card<T> {
    secret: T,
}

#[test]
fn what_is_planted_in_a_log_is_found() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt().json().with_writer(move || writer.clone()).finish();
    let secrets = secrets();
    let search = Search::new(&secrets);
    let found = |what: &str| {
        let text = log.take();
        assert!(!text.is_empty(), "something was logged");
        assert_ne!(search.bytes(Path::new("log"), &text), [], "{what}: {}", String::from_utf8_lossy(&text));
    };
    tracing::subscriber::with_default(subscriber, || {
        tracing::info!(attempt = 3, "a wrong PIN");
        let innocent = log.take();
        assert_eq!(search.bytes(Path::new("log"), &innocent), []);
        for (what, cell) in planted(&secrets) {
            match cell {
                Cell::Integer(number) => {
                    tracing::info!(number);
                    found(&what);
                    tracing::info!("card {number} refused");
                    found(&what);
                    tracing::info!(card = ?Card { secret: number });
                    found(&what);
                }
                Cell::Text(text) => {
                    tracing::info!(text);
                    found(&what);
                    tracing::info!("PIN {text} wrong");
                    found(&what);
                    tracing::info!(body = %json!({ "text": text, "at": 1 }));
                    found(&what);
                }
                // A log shows bytes as a list of numbers, which is a spelling of its own.
                Cell::Bytes(_) => {}
            }
        }
    });
}

/// A search that is told of no secret finds none, and of one that is nowhere neither.
#[tokio::test]
async fn what_is_nowhere_is_not_found() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("text"), "nothing").expect("written");
    let secrets = secrets();
    let leaks = leftovers::leaks(&Search::new(&secrets), folder.path(), None).await.expect("searched");
    assert_eq!(leaks, []);
}
