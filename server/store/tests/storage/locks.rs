//! A process that serves a SQLite store looks at it in other ways, too; whatever it does, its locks stay: another process
//! that has the file open for a moment must not take itself for the last, and the log for its own to throw away.

use std::process::Command;

use yui_store::{StoreUrl, open_reader, testing::Place, verify, verify_feed};

use crate::acts::{HANAKO, apply, command, issue, open};

/// Opens and closes the file as a tool of another make does, which goes by locks alone.
fn another_looks(path: &std::path::Path) -> bool {
    let program = "import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); \
                   print(db.execute('SELECT head_seq FROM meta').fetchone()[0]); db.close()";
    let looked = Command::new("python3").args(["-c", program]).arg(path).output().expect("python3");
    looked.status.success()
}

#[tokio::test]
async fn what_is_looked_at_beside_the_writer_stays_locked() {
    let place = Place::sqlite();
    let store = open(&place).await;
    let StoreUrl::Sqlite(path) = place.url() else { panic!("SQLite") };
    apply(store.writer(), command(place.clock_now(), 1, issue(HANAKO, 1_000))).await.expect("issues");
    store.feed().catch_up(std::time::Duration::from_mins(1)).await.expect("follows");

    let reader = open_reader(place.url()).await.expect("opens");
    verify(&reader).await.expect("sound");
    verify_feed(place.url(), &reader).await.expect("reads");
    reader.close().await;
    assert!(another_looks(path), "the file can be read by others");
    assert!(wal(path).exists(), "the log is still the writer's");

    let posted = apply(store.writer(), command(place.clock_now(), 2, issue(HANAKO, 1_000))).await;
    let seq = posted.expect("issues").seq;
    assert!(another_looks(path));
    let reader = open_reader(place.url()).await.expect("opens");
    assert_eq!(verify(&reader).await.expect("sound").seq, seq, "what was acknowledged is in the file's log");
    reader.close().await;
    store.close().await;
}

fn wal(path: &std::path::Path) -> std::path::PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    name.into()
}
