//! The feed of a SQLite store gathers rows in memory and files them in rounds: what is read is whole at any place of a
//! round, after a kill in one, and when the file is not of this log.

use std::{fs, path::Path};

use sqlx::{ConnectOptions, Row, sqlite::SqliteConnectOptions};
use yui_protocol::Subject;
use yui_store::{Party, Store, StoreError, testing::Place, verify_feed};

use crate::{
    acts::DOMAIN,
    feed::{by_hand, caught_up, read_again},
};

/// So few rows are gathered here.
const MUCH: usize = 60;

const PARTIES: u8 = 20;

fn party(nth: u8) -> Party {
    Party::Person(Subject::from_bytes([nth; 16]))
}

async fn open_gathering(place: &Place) -> Store {
    Store::open(place.options().domain(DOMAIN).feed_gathers(MUCH)).await.expect("opens")
}

/// A commit with one row for each of these parties; the last of them.
async fn tell(store: &Store, parties: impl IntoIterator<Item = u8>) -> i64 {
    let parties: Vec<_> = parties.into_iter().map(party).collect();
    let told = store.writer().run(move |unit| {
        Box::pin(async move { Ok(parties.iter().map(|party| unit.notify(*party, "wallet")).max()) })
    });
    let last = told.await.expect("commits").expect("rows");
    caught_up(store, last).await;
    last
}

async fn rows_of(store: &Store, nth: u8) -> Vec<i64> {
    store.feed().rows(party(nth), 0, 10_000).await.expect("reads").seqs
}

/// The cursor of the file, and its last row.
async fn cursor_and_last(place: &Place) -> (i64, i64) {
    let file = SqliteConnectOptions::new().filename(place.folder().join("town.db.feed"));
    let mut file = file.connect().await.expect("opens");
    let text = "SELECT upto, (SELECT COALESCE(MAX(seq), 0) FROM feed) FROM feed_cursor";
    let row = sqlx::query(text).fetch_one(&mut file).await.expect("reads");
    (row.get(0), row.get(1))
}

/// Copies a file of the store with its log, as a kill leaves them.
fn copy(name: &str, from: &Path, to: &Path) {
    for ending in ["", "-wal"] {
        let name = format!("{name}{ending}");
        let _ = fs::remove_file(to.join(&name));
        if from.join(&name).exists() {
            fs::copy(from.join(&name), to.join(&name)).expect("copies");
        }
    }
}

/// Goes on until some rows of a round are in the file; the last row of the log.
async fn into_a_round(place: &Place, store: &Store) -> i64 {
    loop {
        let last = tell(store, 1..=3).await;
        let (cursor, filed) = cursor_and_last(place).await;
        if filed > cursor {
            return last;
        }
    }
}

#[tokio::test]
async fn what_is_read_is_all_of_it_at_every_place_of_a_round() {
    let place = Place::sqlite();
    let store = open_gathering(&place).await;
    let (mut rounds, mut in_rounds, mut before) = (0, 0, 0);
    for turn in 0..60 {
        let last = tell(&store, 1..=PARTIES).await;
        let (cursor, filed) = cursor_and_last(&place).await;
        rounds += u32::from(cursor > before);
        in_rounds += u32::from(filed > cursor);
        before = cursor;
        for nth in [1, 9, PARTIES] {
            let of = |turn: i64| turn * i64::from(PARTIES) + i64::from(nth);
            assert_eq!(rows_of(&store, nth).await, (0..=turn).map(of).collect::<Vec<_>>(), "up to {last}");
            let paged = store.feed().rows(party(nth), of(turn) - 1, 1).await.expect("reads");
            assert_eq!((paged.seqs, paged.upto), (vec![of(turn)], last));
        }
        assert!(verify_feed(place.url(), store.reader()).await.expect("reads"), "up to {last}");
    }
    assert!(rounds >= 3 && in_rounds >= 3, "{rounds} rounds ended, {in_rounds} were seen");
    // A row in the file that the log does not know, after its cursor.
    by_hand(&place, "INSERT INTO feed SELECT MIN(party), (SELECT MAX(seq) FROM feed) + 100000 FROM feed")
        .await;
    assert!(!verify_feed(place.url(), store.reader()).await.expect("reads"));
    store.close().await;
}

#[tokio::test]
async fn a_kill_in_a_round_loses_nothing() {
    let (place, killed) = (Place::sqlite(), Place::sqlite());
    let store = open_gathering(&place).await;
    let last = into_a_round(&place, &store).await;
    for name in ["town.db", "town.db.feed"] {
        copy(name, place.folder(), killed.folder());
    }
    let (cursor, filed) = cursor_and_last(&killed).await;
    assert!(filed > cursor, "it is in the middle of a round");
    let again = open_gathering(&killed).await;
    caught_up(&again, last).await;
    for _ in 0..30 {
        for nth in 1..=3 {
            assert_eq!(rows_of(&again, nth).await, rows_of(&store, nth).await, "party {nth}");
        }
        assert!(verify_feed(killed.url(), again.reader()).await.expect("reads"));
        tell(&again, 1..=3).await;
        tell(&store, 1..=3).await;
    }
    again.close().await;
    store.close().await;
}

/// The rows of the round that the file has beyond its cursor are of a log that is gone.
#[tokio::test]
async fn an_older_store_that_is_put_back_shows_nobody_the_rows_of_another() {
    let place = Place::sqlite();
    let store = open_gathering(&place).await;
    let early = tell(&store, [9, 8, 7]).await;
    let old = Place::sqlite();
    copy("town.db", place.folder(), old.folder());
    let last = into_a_round(&place, &store).await;
    copy("town.db.feed", place.folder(), old.folder());
    let (cursor, filed) = cursor_and_last(&old).await;
    assert!(cursor <= early && early < filed, "{cursor} {early} {filed}");
    store.close().await;

    let store = open_gathering(&old).await;
    let mut reached = early;
    while reached <= last {
        reached = tell(&store, [4]).await;
    }
    for nth in 1..=3 {
        assert_eq!(rows_of(&store, nth).await, [0i64; 0], "party {nth} has no row in this log");
    }
    assert_eq!(rows_of(&store, 4).await, (early + 1..=reached).collect::<Vec<_>>());
    assert!(verify_feed(old.url(), store.reader()).await.expect("reads"));
    store.close().await;
}

/// As when a hand emptied the file in its first round, in which its cursor is still at the beginning.
#[tokio::test]
async fn a_file_that_is_emptied_in_its_first_round_is_built_again() {
    for by in
        ["DELETE FROM feed; UPDATE feed_cursor SET reach = 0", "DELETE FROM feed; DELETE FROM feed_cursor"]
    {
        let place = Place::sqlite();
        let store = open_gathering(&place).await;
        let last = into_a_round(&place, &store).await;
        assert_eq!(cursor_and_last(&place).await.0, 0, "it is the first round");
        by_hand(&place, by).await;
        let read = store.feed().rows(party(1), 0, 10).await;
        assert!(matches!(read, Err(StoreError::Unavailable)), "{by}: {read:?}");
        let first: Vec<_> = (1..=last).step_by(3).take(10).collect();
        read_again(&store, party(1), &first).await;
        store.close().await;
    }
}

/// The feed goes on in memory, and what memory gathered is filed when the store is closed.
#[tokio::test]
async fn a_file_that_cannot_be_written_for_a_while_is_not_missed() {
    let place = Place::sqlite();
    let store = open_gathering(&place).await;
    by_hand(&place, "CREATE TRIGGER no BEFORE INSERT ON feed BEGIN SELECT RAISE(ABORT, 'no'); END").await;
    let turns = i64::try_from(2 * MUCH / 3).expect("few");
    for turn in 0..turns {
        tell(&store, 1..=3).await;
        assert_eq!(rows_of(&store, 2).await, (0..=turn).map(|turn| 3 * turn + 2).collect::<Vec<_>>());
    }
    assert_eq!(cursor_and_last(&place).await, (0, 0), "nothing is filed");
    by_hand(&place, "DROP TRIGGER no").await;
    store.close().await;
    assert_eq!(cursor_and_last(&place).await, (3 * turns, 3 * turns));
}

/// They count, or a town that is killed and never closed would read them all again at each start.
#[tokio::test]
async fn rows_that_are_nobodys_take_the_cursor_along() {
    let place = Place::sqlite();
    let store = open_gathering(&place).await;
    tell(&store, [1]).await;
    let rows = 4 * MUCH;
    let noted = store.writer().run(move |unit| {
        Box::pin(async move {
            for _ in 0..rows {
                unit.fact("wallet.paid", None);
            }
            Ok(())
        })
    });
    noted.await.expect("commits");
    // Fewer than are much.
    for _ in 0..MUCH / 2 {
        tell(&store, [1]).await;
    }
    assert_ne!(cursor_and_last(&place).await.0, 0, "it is further than the beginning");
    store.close().await;
}
