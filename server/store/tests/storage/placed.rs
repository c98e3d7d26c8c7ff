//! Putting a store back in two steps: what is placed is no store until it is kept, and leaves nothing where it is not.

use std::{
    fs,
    io::{BufReader, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use yui_store::{Placed, StoreError, StoreUrl, backup, exists, testing::Place, verify};

use crate::{
    acts::{DOMAIN, open, restore},
    export::{exported, filled},
};

crate::on_both! { what_is_placed_is_no_store_until_it_is_kept }

async fn what_is_placed_is_no_store_until_it_is_kept(place: Place) {
    let source = Place::sqlite();
    let store = filled(&source).await;
    let lines = exported(&store).await;
    let head = verify(store.reader()).await.expect("sound");
    store.close().await;
    let placed = async || Placed::import(place.url(), DOMAIN, &mut BufReader::new(lines.as_slice())).await;
    let there = async || exists(place.url()).await.expect("is asked");

    let first = placed().await.expect("is placed");
    assert!(!there().await);
    first.give_up().await;
    assert!(!there().await);
    drop(placed().await.expect("the place is still empty"));
    assert!(!there().await);
    let last = placed().await.expect("the place is still empty");
    last.keep().await.expect("is kept");
    assert!(there().await);
    assert!(matches!(placed().await, Err(StoreError::NotEmpty(_))));
    let store = open(&place).await;
    assert_eq!(verify(store.reader()).await.expect("sound"), head);
    store.close().await;
}

fn file_of(place: &Place) -> &Path {
    let StoreUrl::Sqlite(path) = place.url() else { panic!("SQLite") };
    path
}

/// The names in the folder of a store.
fn names(place: &Place) -> Vec<String> {
    let entries = fs::read_dir(file_of(place).parent().expect("a folder")).expect("reads");
    let mut names: Vec<_> = entries.map(|entry| entry.expect("a file").file_name()).collect();
    names.sort();
    names.into_iter().map(|name| name.into_string().expect("text")).collect()
}

fn restoring(place: &Place, ending: &str) -> PathBuf {
    PathBuf::from(format!("{}.restoring{ending}", file_of(place).display()))
}

async fn copy(source: &Place) -> PathBuf {
    filled(source).await.close().await;
    let copy = source.folder().join("copy.db");
    backup(source.url(), &copy).await.expect("copies");
    copy
}

#[tokio::test]
async fn a_damaged_copy_is_not_put_back() {
    let (source, place) = (Place::sqlite(), Place::sqlite());
    let copy = copy(&source).await;
    let whole = fs::read(&copy).expect("reads");
    let half = whole.len() / 2;
    let damaged = source.folder().join("damaged.db");
    fs::write(&damaged, &whole[..half]).expect("writes");
    let refused = restore(&damaged, place.url()).await;
    assert!(matches!(refused, Err(StoreError::Corrupt(_))), "cut off: {refused:?}");
    fs::write(&damaged, &whole).expect("writes");
    let mut file = fs::File::options().write(true).open(&damaged).expect("opens");
    file.seek(SeekFrom::Start(4096)).expect("seeks");
    file.write_all(&[0xff; 512]).expect("writes");
    let refused = restore(&damaged, place.url()).await;
    assert!(matches!(refused, Err(StoreError::Corrupt(_))), "written over: {refused:?}");
    assert_eq!(names(&place), ["town.db.lock"], "nothing is left");

    // Nor is what a try left that was cut off an obstacle, and nothing of it goes into the store.
    for ending in ["", "-wal", "-journal"] {
        fs::write(restoring(&place, ending), &whole[..half]).expect("writes");
    }
    restore(&copy, place.url()).await.expect("is put back");
    assert_eq!(names(&place), ["town.db", "town.db.lock"]);
    let store = open(&place).await;
    assert_eq!(verify(store.reader()).await.expect("sound").seq, 3);
    store.close().await;
}

#[tokio::test]
async fn what_cannot_be_kept_leaves_nothing() {
    let (source, place) = (Place::sqlite(), Place::sqlite());
    let copy = copy(&source).await;
    let placed = Placed::copy(&copy, place.url(), DOMAIN).await.expect("is placed");
    assert!(restoring(&place, "").exists());
    let other = Placed::copy(&copy, place.url(), DOMAIN).await;
    assert!(matches!(other, Err(StoreError::InUse)), "nobody else puts one here meanwhile");
    // A folder cannot be written over.
    fs::create_dir(file_of(&place)).expect("makes");
    assert!(matches!(placed.keep().await, Err(StoreError::File(_))));
    fs::remove_dir(file_of(&place)).expect("removes");
    assert_eq!(names(&place), ["town.db.lock"]);
    restore(&copy, place.url()).await.expect("is put back");
}
