//! What is not ours, or of another version, is refused with its code and stays as it is.

use sqlx::{ConnectOptions, Executor, sqlite::SqliteConnectOptions};
use yui_protocol::ErrorCode;
use yui_store::{Migration, Store, StoreUrl, testing::Place};

use crate::{
    acts::{DOMAIN, open},
    fence::own_connection,
};

crate::on_both! { another_version_of_the_schema_is_refused steps_are_run_once_and_forward_only }

async fn refusal(place: &Place, domain: &[Migration]) -> ErrorCode {
    match Store::open(place.options().domain(domain)).await {
        Ok(_) => panic!("must not open"),
        Err(error) => error.code(),
    }
}

#[tokio::test]
async fn a_foreign_file_is_refused_and_stays_as_it_is() {
    let place = Place::sqlite();
    let StoreUrl::Sqlite(path) = place.url() else { panic!("SQLite") };
    std::fs::write(path, b"a letter to the town office").expect("writes");
    assert_eq!(refusal(&place, DOMAIN).await, ErrorCode::StorageForeign);
    assert_eq!(std::fs::read(path).expect("reads"), b"a letter to the town office");

    std::fs::remove_file(path).expect("removes");
    let mut other =
        SqliteConnectOptions::new().filename(path).create_if_missing(true).connect().await.expect("makes");
    other.execute("CREATE TABLE recipe (words TEXT)").await.expect("makes");
    drop(other);
    let before = std::fs::read(path).expect("reads");
    assert_eq!(refusal(&place, DOMAIN).await, ErrorCode::StorageForeign);
    assert_eq!(std::fs::read(path).expect("reads"), before);
    let files = std::fs::read_dir(place.folder()).expect("reads").count();
    assert_eq!(files, 1, "nothing was put beside it");
}

#[tokio::test]
async fn a_foreign_schema_is_refused_and_stays_as_it_is() {
    let place = Place::postgres();
    let StoreUrl::Postgres { schema, .. } = place.url() else { panic!("PostgreSQL") };
    let make = format!("CREATE SCHEMA {schema}; CREATE TABLE {schema}.recipe (words TEXT)");
    let mut hand = own_connection(&place).await;
    sqlx::raw_sql(sqlx::AssertSqlSafe(make)).execute(&mut hand).await.expect("makes");
    assert_eq!(refusal(&place, DOMAIN).await, ErrorCode::StorageForeign);
    let count = "SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema()";
    assert_eq!(hand.fetch_all(count).await.expect("reads").len(), 1);
}

async fn another_version_of_the_schema_is_refused(place: Place) {
    open(&place).await.close().await;
    let newer = [DOMAIN[0], Migration { name: "0002_more", sql: "CREATE TABLE more (id {key});" }];
    Store::open(place.options().domain(&newer)).await.expect("goes forward").close().await;
    assert_eq!(refusal(&place, DOMAIN).await, ErrorCode::StorageForeign, "made by a newer version");
    let altered = [DOMAIN[0], Migration { name: "0002_more", sql: "CREATE TABLE less (id {key});" }];
    assert_eq!(refusal(&place, &altered).await, ErrorCode::StorageForeign, "another step of the same name");
    let between =
        [Migration { name: "0000_earlier", sql: "CREATE TABLE earlier (id {key});" }, newer[0], newer[1]];
    assert_eq!(
        refusal(&place, &between).await,
        ErrorCode::StorageForeign,
        "a step before those that were run"
    );
    Store::open(place.options().domain(&newer)).await.expect("is as it was").close().await;
}

async fn steps_are_run_once_and_forward_only(place: Place) {
    let broken =
        [DOMAIN[0], Migration { name: "0002_broken", sql: "CREATE TABLE half (id {key}); CREATE TABEL;" }];
    assert_eq!(refusal(&place, &broken).await, ErrorCode::Internal);
    let store = open(&place).await;
    assert!(store.reader().sql("SELECT id FROM half").fetch_all().await.is_err(), "nothing of it was kept");
    store.close().await;
}
