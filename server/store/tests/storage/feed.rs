//! The feed follows the log, tells listeners, and is built again from nothing.

use std::{collections::BTreeMap, os::unix::fs::FileExt};

use sqlx::{ConnectOptions, Executor, sqlite::SqliteConnectOptions};
use yui_protocol::{ShopId, Subject};
use yui_store::{Party, Standing, Store, StoreError, open_reader, testing::Place, verify_feed};

use crate::acts::{HANAKO, SHOP, apply, command, issue, open, pay};

crate::on_both! {
    rows_reach_their_parties_and_the_feed_can_be_rebuilt who_was_answered_finds_the_act_in_the_feed
    every_page_of_the_feed_is_what_the_log_makes_of_it
}

pub async fn caught_up(store: &Store, seq: i64) {
    store.feed().upto().wait_for(|upto| *upto >= seq).await.expect("follows");
}

async fn rows_reach_their_parties_and_the_feed_can_be_rebuilt(place: Place) {
    let store = open(&place).await;
    let now = place.clock_now();
    let (hanako, shop) = (Party::Person(HANAKO), Party::Shop(SHOP));
    let stranger = Party::Person(Subject::from_bytes([9; 16]));
    let mut news = store.changed().listen(shop);
    let quiet = store.changed().listen(stranger);
    apply(store.writer(), command(now, 1, issue(HANAKO, 1_000))).await.expect("issues");
    apply(store.writer(), command(now, 2, pay(HANAKO, SHOP, 300))).await.expect("pays");
    let notice = store.writer().run(move |unit| Box::pin(async move { Ok(unit.notify(shop, "till")) }));
    let notice = notice.await.expect("commits");

    news.wait_for(|seq| *seq >= notice).await.expect("is told");
    assert!(!quiet.has_changed().expect("alive"), "who has no part in it is not woken");
    assert_eq!(store.feed().rows(hanako, 0, 10).await.expect("reads").seqs, [1, 2]);
    assert_eq!(store.feed().rows(shop, 0, 10).await.expect("reads").seqs, [2, 3]);
    assert_eq!(store.feed().rows(shop, 2, 10).await.expect("reads").seqs, [3]);
    assert_eq!(store.feed().rows(stranger, 0, 10).await.expect("reads").seqs, [0i64; 0]);
    let logged = store.log().rows(&[3, 2, 99]).await.expect("reads");
    assert_eq!(logged.iter().map(yui_store::Logged::seq).collect::<Vec<_>>(), [2, 3]);

    store.feed().rebuild().await.expect("begins again");
    let reached = store.feed().catch_up(std::time::Duration::from_mins(1)).await.expect("is built again");
    assert_eq!((reached, store.feed().lag()), (notice, 0));
    let read = store.feed().rows(stranger, 0, 10).await.expect("reads");
    assert_eq!(
        read,
        yui_store::Rows { seqs: Vec::new(), upto: notice },
        "who has no rows is told how far that is so"
    );
    assert_eq!(store.feed().rows(hanako, 0, 10).await.expect("reads").seqs, [1, 2]);
    store.close().await;

    // The projection's file may be lost altogether.
    let file = place.folder().join("town.db.feed");
    if file.exists() {
        for ending in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{ending}", file.display()));
        }
    }
    let store = open(&place).await;
    caught_up(&store, notice).await;
    assert_eq!(store.feed().rows(shop, 0, 10).await.expect("reads").seqs, [2, 3]);
    store.close().await;
}

/// Runs a statement on the projection that is not the follower's.
pub async fn by_hand(place: &Place, text: &'static str) {
    let file = SqliteConnectOptions::new().filename(place.folder().join("town.db.feed"));
    file.connect().await.expect("opens").execute(text).await.expect("alters");
}

/// A store whose feed has three rows in its file: it was closed and opened again.
async fn with_three_rows(place: &Place) -> Store {
    let store = open(place).await;
    for n in 1..4 {
        apply(store.writer(), command(place.clock_now(), n, issue(HANAKO, 1_000))).await.expect("issues");
    }
    caught_up(&store, 3).await;
    store.close().await;
    let store = open(place).await;
    caught_up(&store, 3).await;
    store
}

/// Reads until the feed has been built again.
pub async fn read_again(store: &Store, party: Party, expected: &[i64]) {
    loop {
        match store.feed().rows(party, 0, 10).await {
            Ok(rows) if rows.seqs == expected => break,
            Ok(_) | Err(StoreError::Unavailable) => {
                tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            }
            Err(error) => panic!("{error}"),
        }
    }
}

async fn who_was_answered_finds_the_act_in_the_feed(place: Place) {
    let store = open(&place).await;
    let now = place.clock_now();
    let hanako = Party::Person(HANAKO);
    for nth in 1..=100 {
        let posted = apply(store.writer(), command(now, nth, issue(HANAKO, 1))).await.expect("issues");
        let reached = store.feed().catch_up(std::time::Duration::from_mins(1)).await.expect("follows");
        assert!(reached >= posted.seq, "{reached} after the act {}", posted.seq);
        assert_eq!(store.feed().rows(hanako, posted.seq - 1, 1).await.expect("reads").seqs, [posted.seq]);
    }
    store.close().await;
}

async fn every_page_of_the_feed_is_what_the_log_makes_of_it(place: Place) {
    let store = open(&place).await;
    let (now, other_shop) = (place.clock_now(), ShopId([8; 8]));
    let wallets = [[1; 16], [2; 16], [3; 16]].map(Subject::from_bytes);
    let mut expected: BTreeMap<Party, Vec<i64>> = BTreeMap::new();
    for nth in 0..60_u8 {
        let wallet = wallets[usize::from(nth % 3)];
        let mut of = vec![Party::Person(wallet)];
        let seq = if nth % 5 == 4 {
            let party = if nth % 2 == 0 { Party::Person(wallet) } else { Party::Shop(SHOP) };
            of = vec![party];
            let unit =
                store.writer().run(move |unit| Box::pin(async move { Ok(unit.notify(party, "till")) }));
            unit.await.expect("commits")
        } else if nth < 6 {
            apply(store.writer(), command(now, nth, issue(wallet, 1_000))).await.expect("issues").seq
        } else {
            let shop = if nth % 7 == 0 { other_shop } else { SHOP };
            of.push(Party::Shop(shop));
            apply(store.writer(), command(now, nth, pay(wallet, shop, 1))).await.expect("pays").seq
        };
        for party in of {
            expected.entry(party).or_default().push(seq);
        }
    }
    let head = store.feed().catch_up(std::time::Duration::from_mins(1)).await.expect("follows");
    for (party, seqs) in expected {
        for (after, limit) in [(0, 100), (0, 1), (7, 3), (seqs[2], 4), (head, 5)] {
            let page: Vec<i64> =
                seqs.iter().copied().filter(|seq| *seq > after).take(limit as usize).collect();
            let read = store.feed().rows(party, after, limit).await.expect("reads");
            assert_eq!((read.seqs, read.upto), (page, head), "{party:?} after {after}, {limit} at most");
        }
    }
    assert!(verify_feed(place.url(), store.reader()).await.expect("reads"));
    store.close().await;
}

#[tokio::test]
async fn a_feed_that_is_not_the_logs_is_found_and_built_again() {
    let place = Place::sqlite();
    let mut store = with_three_rows(&place).await;
    assert!(verify_feed(place.url(), store.reader()).await.expect("reads"));
    let hanako = Party::Person(HANAKO);
    for wrong in [
        "DELETE FROM feed WHERE seq = 2",
        "UPDATE feed SET seq = 7 WHERE seq = 3",
        "INSERT INTO feed SELECT party, 9 FROM feed WHERE seq = 1",
    ] {
        by_hand(&place, wrong).await;
        assert!(!verify_feed(place.url(), store.reader()).await.expect("reads"), "{wrong}");
        store.feed().rebuild().await.expect("begins again");
        store.feed().catch_up(std::time::Duration::from_mins(1)).await.expect("is built again");
        assert_eq!(store.feed().rows(hanako, 0, 10).await.expect("reads").seqs, [1, 2, 3], "{wrong}");
        assert!(verify_feed(place.url(), store.reader()).await.expect("reads"), "{wrong}");
        store.close().await;
        assert!(
            verify_feed(place.url(), &open_reader(place.url()).await.expect("opens")).await.expect("reads")
        );
        store = open(&place).await;
    }
    store.close().await;
    let reader = open_reader(place.url()).await.expect("opens");
    assert!(verify_feed(place.url(), &reader).await.expect("reads"));
    by_hand(&place, "DELETE FROM feed WHERE seq = 1").await;
    assert!(!verify_feed(place.url(), &reader).await.expect("reads"));
    reader.close().await;
}

/// As when a hand emptied it, or set it back, while it is followed.
#[tokio::test]
async fn a_feed_that_another_set_back_shows_no_gap_and_is_built_again() {
    for by in [
        "DELETE FROM feed; UPDATE feed_cursor SET upto = 0",
        "UPDATE feed_cursor SET upto = 1",
        "DELETE FROM feed_cursor",
        "DROP TABLE feed_cursor; CREATE TABLE feed_cursor (id INTEGER PRIMARY KEY, upto TEXT)",
    ] {
        let place = Place::sqlite();
        let (store, hanako) = (with_three_rows(&place).await, Party::Person(HANAKO));
        by_hand(&place, by).await;
        let read = store.feed().rows(hanako, 0, 10).await;
        assert!(matches!(read, Err(StoreError::Unavailable)), "{by}: {read:?}");
        apply(store.writer(), command(place.clock_now(), 4, issue(HANAKO, 1_000))).await.expect("issues");
        read_again(&store, hanako, &[1, 2, 3, 4]).await;
        store.close().await;
    }
}

/// More rows than one page of a file holds.
const MANY: i64 = 600;

fn damage(place: &Place, pages: std::ops::RangeInclusive<u64>) {
    const PAGE: u64 = 4096;
    const ONES: [u8; 4096] = [0xFF; 4096];
    let file = place.folder().join("town.db.feed");
    let file = std::fs::OpenOptions::new().read(true).write(true).open(file).expect("opens");
    assert!(file.metadata().expect("is there").len() > pages.end() * PAGE, "holds these pages");
    for page in pages {
        file.write_all_at(&ONES, (page - 1) * PAGE).expect("writes");
    }
    file.sync_all().expect("is written");
}

/// It says nothing of the store, so the payments go on; and its rows come back.
#[tokio::test]
async fn a_damaged_file_of_the_feed_is_built_afresh() {
    let place = Place::sqlite();
    let store = open(&place).await;
    let now = place.clock_now();
    let hanako = Party::Person(HANAKO);
    let filled = store
        .writer()
        .run(move |unit| Box::pin(async move { Ok((0..MANY).map(|_| unit.notify(hanako, "wallet")).max()) }));
    assert_eq!(filled.await.expect("commits"), Some(MANY));
    caught_up(&store, MANY).await;
    store.close().await;

    // Its name, all of its tables, or what only a reader meets.
    for (round, pages) in (1..).zip([1..=1, 2..=5, 3..=5, 4..=4]) {
        damage(&place, pages);
        let store = open(&place).await;
        let last = MANY + i64::from(round);
        let pay = || apply(store.writer(), command(now, round, issue(HANAKO, 1)));
        assert_eq!(pay().await.expect("goes on").seq, last);
        let rows = loop {
            caught_up(&store, last).await;
            match store.noted(store.feed().rows(hanako, 0, 10_000).await) {
                Ok(rows) => break rows,
                Err(error) => assert!(matches!(error, StoreError::Unavailable), "{error}"),
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        };
        assert!(rows.seqs.into_iter().eq(1..=last), "all its rows are there again");
        assert_eq!(pay().await.expect("is known").seq, last);
        assert_eq!(*store.writer().standing().borrow(), Standing::Leading);
        store.close().await;
    }
}
