//! Rows altered by hand: sums that disagree stop the start, an altered posting is found and named.

use std::time::Duration;

use sqlx::{ConnectOptions, Executor, sqlite::SqliteConnectOptions};
use yui_protocol::{ErrorCode, Millis};
use yui_store::{Standing, Store, StoreError, StoreUrl, UnitError, testing::Place, verify};

use crate::{
    acts::{DOMAIN, HANAKO, SHOP, apply, command, id, issue, open, pay, refund},
    fence::own_connection,
};

crate::on_both! { a_row_beyond_the_end_is_found_and_named sums_that_disagree_stop_the_start an_altered_row_is_found_and_named a_digest_altered_in_a_wide_commit_names_its_rows a_reader_that_meets_an_altered_row_stops_the_writing a_unit_that_meets_an_altered_row_stops_the_writing }

async fn filled(place: &Place) {
    let store = open(place).await;
    let now = place.clock_now();
    apply(store.writer(), command(now, 1, issue(HANAKO, 1_000))).await.expect("issues");
    for n in 2..6 {
        apply(store.writer(), command(now, n, pay(HANAKO, SHOP, 100))).await.expect("pays");
    }
    assert_eq!(verify(store.reader()).await.expect("sound").seq, 5);
    store.close().await;
}

pub async fn alter(place: &Place, text: &'static str) {
    match place.url() {
        StoreUrl::Sqlite(path) => {
            let mut hand = SqliteConnectOptions::new().filename(path).connect().await.expect("opens");
            hand.execute(text).await.expect("alters");
        }
        StoreUrl::Postgres { .. } => drop(own_connection(place).await.execute(text).await.expect("alters")),
    }
}

async fn sums_that_disagree_stop_the_start(place: Place) {
    filled(&place).await;
    for (alteration, repair) in [
        (
            "UPDATE balance SET balance = balance + 1 WHERE account = 1",
            "UPDATE balance SET balance = balance - 1 WHERE account = 1",
        ),
        ("UPDATE lot SET amount = amount - 1", "UPDATE lot SET amount = amount + 1"),
        ("UPDATE meta SET head_seq = head_seq - 1", "UPDATE meta SET head_seq = head_seq + 1"),
    ] {
        alter(&place, alteration).await;
        let opened = Store::open(place.options().domain(DOMAIN)).await;
        let Err(StoreError::Corrupt(what)) = opened else { panic!("{alteration}") };
        assert!(what.contains("table"), "{what}");
        alter(&place, repair).await;
        open(&place).await.close().await;
    }
}

async fn an_altered_row_is_found_and_named(place: Place) {
    filled(&place).await;
    for (alteration, repair) in [
        ("UPDATE posting SET amount = 1 WHERE seq = 3", "UPDATE posting SET amount = 100 WHERE seq = 3"),
        ("UPDATE posting SET at = at - 1 WHERE seq = 3", "UPDATE posting SET at = at + 1 WHERE seq = 3"),
        ("UPDATE posting SET digest = id WHERE seq = 3", ""),
    ] {
        alter(&place, alteration).await;
        let found = match Store::open(place.options().domain(DOMAIN)).await {
            Ok(store) => {
                let found = verify(store.reader()).await;
                store.close().await;
                found
            }
            // The row is still in the window of recent ids, which is read at the start.
            Err(error) => Err(error),
        };
        match found {
            Err(error @ StoreError::Altered { row: 3, .. }) => {
                assert_eq!(error.code(), ErrorCode::LedgerStopped);
            }
            other => panic!("{alteration}: {:?}", other.err()),
        }
        if !repair.is_empty() {
            alter(&place, repair).await;
        }
    }
}

async fn a_row_beyond_the_end_is_found_and_named(place: Place) {
    filled(&place).await;
    let store = open(&place).await;
    let fact = store.writer().run(|unit| Box::pin(async move { Ok(unit.fact("shop.opened", None)) }));
    assert_eq!(fact.await.expect("commits"), 6);
    alter(&place, "INSERT INTO event (seq, at, kind, body) SELECT 8, at, kind, body FROM event").await;
    let found = verify(store.reader()).await.expect_err("is found");
    assert!(matches!(found, StoreError::Altered { row: 8, .. }), "{found}");
    store.close().await;
}

async fn a_digest_altered_in_a_wide_commit_names_its_rows(place: Place) {
    let store = open(&place).await;
    let now = place.clock_now();
    apply(store.writer(), command(now, 1, issue(HANAKO, 1_000))).await.expect("issues");
    let wide = store.writer().run(move |unit| {
        Box::pin(async move {
            for n in 2..4 {
                unit.apply(&command(now, n, pay(HANAKO, SHOP, 100))).await?;
            }
            Ok(unit.fact("wallet.paid_twice", None))
        })
    });
    assert_eq!(wide.await.expect("pays"), 4);
    store.close().await;
    for (alteration, repair) in [
        ("UPDATE event SET kind = kind - 1 WHERE seq = 4", "UPDATE event SET kind = kind + 1 WHERE seq = 4"),
        ("UPDATE posting SET digest = (SELECT digest FROM posting WHERE seq = 1) WHERE seq = 3", ""),
    ] {
        alter(&place, alteration).await;
        let store = open(&place).await;
        let found = verify(store.reader()).await.expect_err("is found").to_string();
        assert!(found.contains("one of rows 2 to 4"), "{alteration}: {found}");
        store.close().await;
        if !repair.is_empty() {
            alter(&place, repair).await;
        }
    }
}

const UNREADABLE: &str = "UPDATE posting SET detail = digest WHERE seq = 3";

/// The standing names the row, as the log of the program does; whoever asks is told a code of its own.
async fn stopped(store: &Store, place: &Place) {
    let mut standing = store.writer().standing();
    let broken = standing.wait_for(|now| matches!(now, Standing::Broken(_))).await.expect("says so").clone();
    let Standing::Broken(what) = broken else { panic!("{broken:?}") };
    assert!(what.starts_with("row 3 of the log was altered"), "{what}");
    let refused = apply(store.writer(), command(place.clock_now(), 9, pay(HANAKO, SHOP, 1))).await;
    let refused = refused.expect_err("nothing is written any more");
    assert!(matches!(refused, UnitError::Broken), "{refused}");
    assert_eq!(refused.code(), ErrorCode::LedgerStopped);
}

async fn a_reader_that_meets_an_altered_row_stops_the_writing(place: Place) {
    filled(&place).await;
    let options = place.options().domain(DOMAIN).lease(Duration::from_millis(300));
    let store = Store::open(options).await.expect("opens");
    store.writer().standing().wait_for(|now| *now == Standing::Leading).await.expect("leads");
    alter(&place, UNREADABLE).await;
    let met = store.log().by_id(id(place.clock_now(), 3)).await.expect_err("cannot be read");
    assert!(matches!(met, StoreError::Altered { row: 3, .. }), "{met}");
    assert_eq!(met.code(), ErrorCode::LedgerStopped);
    stopped(&store, &place).await;
    let sound = store.log().by_id(id(place.clock_now(), 4)).await.expect("reading goes on");
    assert_eq!(sound.expect("is there").0.seq, 4);
    store.close().await;
}

async fn a_unit_that_meets_an_altered_row_stops_the_writing(place: Place) {
    filled(&place).await;
    let payment = id(place.clock_now(), 3);
    // The rows leave the memory that a start builds.
    place.clock().advance(60 * Millis::DAY);
    let store = open(&place).await;
    apply(store.writer(), command(place.clock_now(), 7, pay(HANAKO, SHOP, 1))).await.expect("pays");
    store.close().await;
    let store = open(&place).await;
    alter(&place, UNREADABLE).await;
    let back = apply(store.writer(), command(place.clock_now(), 8, refund(payment, SHOP, 1))).await;
    assert!(matches!(back, Err(UnitError::Broken)), "{back:?}");
    stopped(&store, &place).await;
    assert_eq!(store.reader().sql("SELECT seq FROM posting").fetch_all().await.expect("reads").len(), 6);
    store.close().await;
}

/// SQLite takes a text for bytes; the feed, which is built again, meets it.
#[tokio::test]
async fn a_feed_that_meets_an_altered_row_stops_the_writing() {
    let place = Place::sqlite();
    let options = place.options().domain(DOMAIN).lease(Duration::from_millis(300));
    let store = Store::open(options).await.expect("opens");
    for n in 1..3 {
        apply(store.writer(), command(place.clock_now(), n, issue(HANAKO, 1_000))).await.expect("issues");
    }
    let told = store
        .writer()
        .run(|unit| Box::pin(async move { Ok(unit.notify(yui_store::Party::Person(HANAKO), "wallet")) }));
    assert_eq!(told.await.expect("commits"), 3);
    store.feed().upto().wait_for(|upto| *upto >= 3).await.expect("has read it as it was");
    alter(&place, "UPDATE event SET body = 'words' WHERE seq = 3").await;
    store.feed().rebuild().await.expect("begins");
    stopped(&store, &place).await;
    store.close().await;
}
