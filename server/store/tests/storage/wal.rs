//! The log of SQLite's file as a power cut leaves it: ended at any frame, torn inside one, or with a bit turned. Whatever
//! is left opens as the state after some whole commit, and goes on from there.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use sqlx::{ConnectOptions, Connection, Executor, Row, sqlite::SqliteConnectOptions};
use yui_ledger::Head;
use yui_store::{
    Party, Standing, Store, StoreOptions, StoreUrl, open_reader, testing::Place, verify, verify_feed,
};

use crate::acts::{DOMAIN, HANAKO, SHOP, apply, command, id, issue, note, open, pay, refund};

/// Of the log's own header, and of the header before each page (SQLite file format §4.1).
const HEADER: usize = 32;
const FRAME_HEADER: usize = 24;

/// A store that was copied while it was open, with all its commits since the start in the log.
struct Copied {
    place: Place,
    folder: PathBuf,
    log: Vec<u8>,
    /// A frame with its header, in bytes.
    frame: usize,
    /// The commits that are in the log, by their last row; the file alone says that there is none.
    heads: BTreeMap<i64, Head>,
}

impl Copied {
    async fn make() -> Self {
        let place = Place::sqlite();
        open(&place).await.close().await;
        let store = open(&place).await;
        let mut heads = BTreeMap::new();
        let now = place.clock_now();
        for (base, words) in (0u8..).step_by(4).zip(["一", "二", "三", "四", "五"]) {
            let [issued, paid, back] = [1, 2, 3].map(|n| base + n);
            let acts = [
                command(now, issued, issue(HANAKO, 1_000)),
                command(now, paid, pay(HANAKO, SHOP, 300)),
                command(now, back, refund(id(now, paid), SHOP, 100)),
            ];
            for act in acts {
                apply(store.writer(), act).await.expect("posts");
                let head = store.log().head().await.expect("reads");
                heads.insert(head.seq, head);
            }
            note(store.writer(), words).await.expect("notes");
            let head = store.log().head().await.expect("reads");
            heads.insert(head.seq, head);
        }
        let last = *heads.keys().last().expect("commits");
        store.feed().upto().wait_for(|upto| *upto == last).await.expect("follows");

        let folder = place.folder().join("copied");
        fs::create_dir(&folder).expect("makes");
        for name in ["town.db", "town.db-wal", "town.db.feed", "town.db.feed-wal"] {
            fs::copy(place.folder().join(name), folder.join(name)).expect("copies");
        }
        store.close().await;
        let log = fs::read(folder.join("town.db-wal")).expect("reads");
        let page = u32::from_be_bytes(log[8..12].try_into().expect("four bytes")) as usize;
        let frame = FRAME_HEADER + page;
        assert_eq!((log.len() - HEADER) % frame, 0, "whole frames");
        Self { place, folder, log, frame, heads }
    }

    fn frames(&self) -> usize {
        (self.log.len() - HEADER) / self.frame
    }

    /// How long the log is after so many frames.
    fn end_of(&self, frames: usize) -> usize {
        HEADER + frames * self.frame
    }

    /// Where it can stand: at the beginning, and after each commit.
    fn can_stand(&self) -> Vec<i64> {
        std::iter::once(0).chain(self.heads.keys().copied()).collect()
    }

    /// A folder with everything but this log.
    fn with_log(&self, log: &[u8]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("temp dir");
        for name in ["town.db", "town.db.feed", "town.db.feed-wal"] {
            fs::copy(self.folder.join(name), folder.path().join(name)).expect("copies");
        }
        fs::write(folder.path().join("town.db-wal"), log).expect("writes");
        folder
    }

    /// Opens it with this log, as a server does: where it stands, which is after a whole commit. What the feed had seen
    /// beyond it is forgotten, and the next commit is as any other.
    async fn opened(&self, log: &[u8]) -> i64 {
        let folder = self.with_log(log);
        let url = StoreUrl::Sqlite(folder.path().join("town.db"));
        let options = StoreOptions::new(url.clone(), DOMAIN, self.place.clock().clone());
        let store = Store::open(options).await.expect("opens");
        assert_eq!(*store.writer().standing().borrow(), Standing::Leading);
        let head = verify(store.reader()).await.expect("sound");
        if head.seq > 0 {
            assert_eq!(head, self.heads[&head.seq], "that is what was committed");
        }
        let next = apply(store.writer(), command(self.place.clock_now(), 200, issue(HANAKO, 1))).await;
        assert_eq!(next.expect("goes on").seq, head.seq + 1);
        let caught_up = store.feed().catch_up(Duration::from_mins(1)).await.expect("follows");
        assert_eq!(caught_up, head.seq + 1);
        let rows = store.feed().rows(Party::Person(HANAKO), head.seq, 10).await.expect("reads");
        assert_eq!(rows.seqs, [head.seq + 1], "no row that was lost");
        store.close().await;
        let reader = open_reader(&url).await.expect("opens");
        assert!(verify_feed(&url, &reader).await.expect("reads"), "the feed is the log's");
        reader.close().await;
        head.seq
    }
}

/// Where it stands, looked at without opening it as a store; every page must be whole.
async fn looked_at(folder: &Path) -> i64 {
    let options = SqliteConnectOptions::new().filename(folder.join("town.db")).read_only(true);
    let mut file = options.connect().await.expect("opens");
    let whole: String = file.fetch_one("PRAGMA integrity_check(1)").await.expect("reads").get(0);
    assert_eq!(whole, "ok");
    let seq = file.fetch_one("SELECT head_seq FROM meta").await.expect("reads").get(0);
    file.close().await.expect("closes");
    fs::remove_file(folder.join("town.db-shm")).expect("is begun again");
    seq
}

#[tokio::test]
async fn a_log_cut_at_any_frame_is_the_state_after_a_whole_commit() {
    let copied = Copied::make().await;
    let mut stands = Vec::new();
    for frames in 0..=copied.frames() {
        stands.push(copied.opened(&copied.log[..copied.end_of(frames)]).await);
    }
    assert!(stands.is_sorted(), "a longer log loses no more: {stands:?}");
    stands.dedup();
    assert_eq!(stands, copied.can_stand(), "each commit is reached");
}

/// A folder whose log is written anew each time.
struct Torn<'a> {
    copied: &'a Copied,
    folder: tempfile::TempDir,
}

impl<'a> Torn<'a> {
    fn of(copied: &'a Copied) -> Self {
        Self { copied, folder: copied.with_log(&[]) }
    }

    /// Where it stands with this log.
    async fn stands(&self, log: &[u8]) -> i64 {
        fs::write(self.folder.path().join("town.db-wal"), log).expect("writes");
        let stands = looked_at(self.folder.path()).await;
        assert!(self.copied.can_stand().contains(&stands), "{stands} is after no commit");
        stands
    }
}

#[tokio::test]
async fn a_log_torn_inside_a_frame_is_the_state_before_it() {
    let copied = Copied::make().await;
    let torn = Torn::of(&copied);
    // Every byte of the last frame, and the others where they may well be torn.
    for frame in 1..=copied.frames() {
        let begins = copied.end_of(frame - 1);
        let before = torn.stands(&copied.log[..begins]).await;
        let all = 1..copied.frame;
        let some = [1, FRAME_HEADER, FRAME_HEADER + 1, copied.frame / 2, copied.frame - 1];
        let places = if frame == copied.frames() { all.collect() } else { some.to_vec() };
        for into in places {
            let stands = torn.stands(&copied.log[..begins + into]).await;
            assert_eq!(stands, before, "{into} bytes of frame {frame}");
        }
    }
}

#[tokio::test]
async fn a_log_with_a_bit_turned_ends_before_it() {
    let copied = Copied::make().await;
    let torn = Torn::of(&copied);
    for frame in 1..=copied.frames() {
        let begins = copied.end_of(frame - 1);
        let before = torn.stands(&copied.log[..begins]).await;
        // Page number, size after the commit, salts, sums; the page's first, a middle and its last byte.
        for place in [3, 7, 8, 15, 16, 23, FRAME_HEADER, copied.frame / 2, copied.frame - 1] {
            let mut log = copied.log.clone();
            log[begins + place] ^= 1 << (frame % 8);
            assert_eq!(torn.stands(&log).await, before, "byte {place} of frame {frame}");
        }
    }
    for place in 0..HEADER {
        let mut log = copied.log.clone();
        log[place] ^= 1;
        assert_eq!(torn.stands(&log).await, 0, "byte {place} of the header");
    }
    let mut log = copied.log.clone();
    let middle = copied.end_of(copied.frames() / 2) + FRAME_HEADER;
    log[middle] ^= 1;
    assert_eq!(copied.opened(&log).await, torn.stands(&log).await);
}
