//! A town changes its engine, or leaves with its data; a copy is put back.

use std::{
    fs,
    io::BufReader,
    path::{Path, PathBuf},
};

use yui_protocol::{Points, ShopId};
use yui_store::{
    Party, Store, StoreError, StoreUrl, backup, can_restore, export, import, testing::Place, verify,
};

use crate::acts::{DOMAIN, HANAKO, SHOP, apply, balance, command, issue, note, notes, open, pay, restore};

crate::on_both! { a_cut_or_foreign_export_leaves_nothing }

pub async fn filled(place: &Place) -> Store {
    let store = open(place).await;
    let now = place.clock_now();
    apply(store.writer(), command(now, 1, issue(HANAKO, 1_000))).await.expect("issues");
    apply(store.writer(), command(now, 2, pay(HANAKO, SHOP, 300))).await.expect("pays");
    note(store.writer(), "「引っ越し」\n").await.expect("notes");
    store
}

pub async fn exported(store: &Store) -> Vec<u8> {
    let mut lines = Vec::new();
    export(store.reader(), &mut lines).await.expect("exports");
    lines
}

async fn an_export_moves(place: Place, target: Place) {
    let store = filled(&place).await;
    let lines = exported(&store).await;
    let head = verify(store.reader()).await.expect("sound");
    store.close().await;
    import(target.url(), DOMAIN, &mut BufReader::new(lines.as_slice())).await.expect("imports");
    let moved = open(&target).await;
    assert_eq!(verify(moved.reader()).await.expect("sound"), head);
    assert_eq!(exported(&moved).await, lines, "the same to the byte");
    assert_eq!(notes(&moved).await, ["「引っ越し」\n"]);
    apply(moved.writer(), command(place.clock_now(), 3, pay(HANAKO, SHOP, 1))).await.expect("goes on");
    assert_eq!(balance(&moved, HANAKO).await, Points(699));
    moved.close().await;
    let again = import(target.url(), DOMAIN, &mut BufReader::new(lines.as_slice())).await;
    assert!(matches!(again, Err(StoreError::NotEmpty(_))), "{again:?}");
}

#[tokio::test]
async fn an_export_moves_from_sqlite_to_sqlite() {
    an_export_moves(Place::sqlite(), Place::sqlite()).await;
}

#[tokio::test]
async fn an_export_moves_from_sqlite_to_postgres() {
    an_export_moves(Place::sqlite(), Place::postgres()).await;
}

#[tokio::test]
async fn an_export_moves_from_postgres_to_sqlite() {
    an_export_moves(Place::postgres(), Place::sqlite()).await;
}

#[tokio::test]
async fn an_export_moves_from_postgres_to_postgres() {
    an_export_moves(Place::postgres(), Place::postgres()).await;
}

async fn a_cut_or_foreign_export_leaves_nothing(place: Place) {
    let source = Place::sqlite();
    let store = filled(&source).await;
    let lines = String::from_utf8(exported(&store).await).expect("UTF-8");
    store.close().await;
    let all: Vec<_> = lines.lines().collect();
    let cut = all[..all.len() - 1].join("\n");
    let short =
        all.iter().enumerate().filter(|(n, _)| *n != 3).map(|(_, line)| *line).collect::<Vec<_>>().join("\n");
    for wrong in
        [cut.as_str(), short.as_str(), "", "{}", "[1]", &lines.replacen("0001_ledger", "0001_other", 1)]
    {
        let refused = import(place.url(), DOMAIN, &mut BufReader::new(wrong.as_bytes())).await;
        assert!(matches!(refused, Err(StoreError::Import(..) | StoreError::OtherVersion(_))), "{refused:?}");
    }
    import(place.url(), DOMAIN, &mut BufReader::new(lines.as_bytes()))
        .await
        .expect("the place is still empty");
}

#[tokio::test]
async fn a_copy_made_beside_the_writer_is_put_back() {
    let place = Place::sqlite();
    let store = filled(&place).await;
    let copy = place.folder().join("copy.db");
    backup(place.url(), &copy).await.expect("copies");
    assert!(matches!(backup(place.url(), &copy).await, Err(StoreError::NotEmpty(_))));
    apply(store.writer(), command(place.clock_now(), 3, pay(HANAKO, SHOP, 1))).await.expect("after the copy");
    store.close().await;
    assert!(matches!(restore(&copy, place.url()).await, Err(StoreError::NotEmpty(_))));

    let other = Place::sqlite();
    restore(&copy, other.url()).await.expect("is put back");
    let store = open(&other).await;
    assert_eq!(balance(&store, HANAKO).await, Points(700));
    assert_eq!(verify(store.reader()).await.expect("sound").seq, 3);
    store.close().await;
}

/// A store of its own in a place, closed: one charge, one payment to a shop, and its feed.
async fn small(place: &Place, shop: ShopId) -> PathBuf {
    let store = open(place).await;
    let now = place.clock_now();
    apply(store.writer(), command(now, 1, issue(HANAKO, 1_000))).await.expect("issues");
    apply(store.writer(), command(now, 2, pay(HANAKO, shop, 300))).await.expect("pays");
    store.feed().upto().wait_for(|upto| *upto == 2).await.expect("follows");
    store.close().await;
    let StoreUrl::Sqlite(path) = place.url() else { panic!("SQLite") };
    path.clone()
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    PathBuf::from(format!("{}{ending}", path.display()))
}

#[tokio::test]
async fn a_copy_is_not_put_beside_what_is_left_of_another_store() {
    let (source, place) = (Place::sqlite(), Place::sqlite());
    let store = filled(&source).await;
    let copy = source.folder().join("copy.db");
    backup(source.url(), &copy).await.expect("copies");
    store.close().await;
    let path = small(&place, SHOP).await;
    fs::remove_file(&path).expect("removes");

    for ending in ["-wal", "-shm", "-journal"] {
        let left = beside(&path, ending);
        fs::write(&left, b"commits of the other store").expect("writes");
        for refused in [restore(&copy, place.url()).await, can_restore(&copy, place.url())] {
            let Err(StoreError::NotEmpty(what)) = refused else { panic!("{ending}") };
            assert!(what.ends_with(ending), "{what}");
        }
        assert_eq!(fs::read(&left).expect("reads"), b"commits of the other store");
        fs::remove_file(&left).expect("removes");
    }
    let in_use = beside(&copy, "-wal");
    fs::write(&in_use, b"not yet in the copy").expect("writes");
    assert!(matches!(restore(&copy, place.url()).await, Err(StoreError::Foreign(_))));
    fs::remove_file(&in_use).expect("removes");
    assert!(!path.exists(), "nothing was put there");
    restore(&copy, place.url()).await.expect("is put back");
    open(&place).await.close().await;
}

#[tokio::test]
async fn a_copy_is_not_put_under_a_running_writer() {
    let (source, place) = (Place::sqlite(), Place::sqlite());
    filled(&source).await.close().await;
    let copy = source.folder().join("copy.db");
    backup(source.url(), &copy).await.expect("copies");
    let store = open(&place).await;
    let StoreUrl::Sqlite(path) = place.url() else { panic!("SQLite") };
    for ending in ["", "-wal", "-shm"] {
        // Somebody cleans up before restoring, and forgets to stop the server.
        let _ = fs::remove_file(beside(path, ending));
    }
    assert!(matches!(restore(&copy, place.url()).await, Err(StoreError::InUse)));
    store.close().await;
}

#[tokio::test]
async fn a_restored_store_has_a_feed_of_its_own_log_only() {
    let (source, place) = (Place::sqlite(), Place::sqlite());
    let store = filled(&source).await;
    let copy = source.folder().join("copy.db");
    backup(source.url(), &copy).await.expect("copies");
    store.close().await;

    let other = ShopId([9; 8]);
    let path = small(&place, other).await;
    fs::remove_file(&path).expect("removes");
    assert!(beside(&path, ".feed").exists(), "the feed of the other store is left");
    restore(&copy, place.url()).await.expect("is put back");
    let store = open(&place).await;
    store.feed().upto().wait_for(|upto| *upto == 3).await.expect("follows");
    for (party, rows) in
        [(Party::Shop(other), vec![]), (Party::Shop(SHOP), vec![2]), (Party::Person(HANAKO), vec![1, 2])]
    {
        assert_eq!(store.feed().rows(party, 0, 10).await.expect("reads").seqs, rows);
    }
    assert_eq!(verify(store.reader()).await.expect("sound").seq, 3);
    store.close().await;
}

#[tokio::test]
async fn an_export_is_not_put_beside_what_is_left_of_another_store() {
    let (source, place) = (Place::sqlite(), Place::sqlite());
    let store = filled(&source).await;
    let lines = exported(&store).await;
    store.close().await;
    let path = small(&place, ShopId([9; 8])).await;
    fs::remove_file(&path).expect("removes");
    let left = beside(&path, "-wal");
    fs::write(&left, b"commits of the other store").expect("writes");
    let refused = import(place.url(), DOMAIN, &mut BufReader::new(lines.as_slice())).await;
    assert!(matches!(refused, Err(StoreError::NotEmpty(_))), "{refused:?}");
    fs::remove_file(&left).expect("removes");
    import(place.url(), DOMAIN, &mut BufReader::new(lines.as_slice())).await.expect("imports");
    let store = open(&place).await;
    store.feed().upto().wait_for(|upto| *upto == 3).await.expect("follows");
    let strangers = store.feed().rows(Party::Shop(ShopId([9; 8])), 0, 10).await.expect("reads").seqs;
    assert!(strangers.is_empty(), "{strangers:?}");
    store.close().await;
}
