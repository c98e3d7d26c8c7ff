//! A full disk: the batch is refused as a whole with its code, and the writer goes on when there is room again.
//!
//! SQLite's own quota answers `SQLITE_FULL` exactly as a full disk does. PostgreSQL reports a disk that is full where it
//! meets it: in a statement of the unit, when the ledger's rows are written, or at the very end, when the answer of the
//! statement has already been sent; a trigger raises its `disk_full` at each of these.

use sqlx::Executor;
use yui_protocol::{ErrorCode, Points};
use yui_store::{Store, StoreUrl, UnitError, Writer, testing::Place, verify};

use crate::{
    acts::{HANAKO, apply, balance, command, issue, note, notes, open},
    fence::own_connection,
};

crate::on_both! { a_full_disk_is_told_and_survived }

/// Where PostgreSQL meets the full disk.
#[derive(Clone, Copy, Debug)]
pub enum Full {
    OwnStatement,
    LedgerRows,
    Commit,
}

async fn most_pages(writer: &Writer, text: &'static str) {
    writer
        .run(move |unit| Box::pin(async move { Ok(unit.sql(text).fetch_all().await.map(drop)?) }))
        .await
        .expect("sets the quota");
}

const RAISE: &str = "CREATE OR REPLACE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
    RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$";

/// Leaves no room.
pub async fn fill(place: &Place, store: &Store, full: Full) {
    if let StoreUrl::Sqlite(_) = place.url() {
        return most_pages(store.writer(), "PRAGMA max_page_count = 1").await;
    }
    let trigger = match full {
        Full::OwnStatement => "CREATE TRIGGER no_room BEFORE INSERT ON note",
        Full::LedgerRows => "CREATE TRIGGER no_room BEFORE INSERT ON posting",
        Full::Commit => {
            "CREATE CONSTRAINT TRIGGER no_room AFTER INSERT ON batch DEFERRABLE INITIALLY DEFERRED"
        }
    };
    let trigger = format!("{trigger} FOR EACH ROW EXECUTE FUNCTION no_room()");
    let mut hand = own_connection(place).await;
    hand.execute(RAISE).await.expect("makes the function");
    hand.execute(sqlx::AssertSqlSafe(trigger)).await.expect("makes the trigger");
}

/// There is room again.
pub async fn make_room(place: &Place, store: &Store) {
    if let StoreUrl::Sqlite(_) = place.url() {
        return most_pages(store.writer(), "PRAGMA max_page_count = 100000").await;
    }
    own_connection(place).await.execute("DROP FUNCTION no_room CASCADE").await.expect("drops both");
}

/// A unit with a payment's worth of ledger and a note that is far too large for a full disk.
pub async fn big_note(writer: &Writer) -> Result<(), UnitError> {
    writer
        .run(|unit| {
            Box::pin(async move {
                unit.fact("note.written", None);
                let text = "INSERT INTO note (id, words, mark) VALUES (1, 'big', $1)";
                unit.sql(text).bind(vec![0u8; 1 << 20]).execute().await?;
                Ok(())
            })
        })
        .await
}

async fn a_full_disk_is_told_and_survived(place: Place) {
    let store = open(&place).await;
    let now = place.clock_now();
    apply(store.writer(), command(now, 1, issue(HANAKO, 5))).await.expect("issues");
    fill(&place, &store, Full::OwnStatement).await;
    // All that is in the batch is refused: whoever else is in it has its answer taken back.
    assert_eq!(big_note(store.writer()).await.expect_err("no room").code(), ErrorCode::StorageFull);
    make_room(&place, &store).await;

    fill(&place, &store, Full::LedgerRows).await;
    let wide = store.writer().run(move |unit| {
        Box::pin(async move {
            unit.apply(&command(now, 2, issue(HANAKO, 7))).await?;
            Ok((0..2_000).map(|_| unit.fact("that.does.not.fit.any.more", None)).max())
        })
    });
    assert_eq!(wide.await.expect_err("no room").code(), ErrorCode::StorageFull);
    assert_eq!(balance(&store, HANAKO).await, Points(5), "nothing is half done; reading goes on");

    make_room(&place, &store).await;
    apply(store.writer(), command(now, 2, issue(HANAKO, 7))).await.expect("there is room again");
    big_note(store.writer()).await.expect("there is room again");
    assert_eq!(balance(&store, HANAKO).await, Points(12));
    assert_eq!(notes(&store).await, ["big"]);
    verify(store.reader()).await.expect("sound");
    store.close().await;
}

/// With and without a statement of the unit's own: in the one-statement commit the rows of the answer come before the
/// end that fails.
#[tokio::test]
async fn a_postgres_disk_that_is_full_at_the_commit_keeps_nothing() {
    let place = Place::postgres();
    let store = open(&place).await;
    let now = place.clock_now();
    apply(store.writer(), command(now, 1, issue(HANAKO, 5))).await.expect("issues");
    fill(&place, &store, Full::Commit).await;
    let plain = apply(store.writer(), command(now, 2, issue(HANAKO, 7))).await;
    assert_eq!(plain.expect_err("no room").code(), ErrorCode::StorageFull);
    let noted = note(store.writer(), "kept").await;
    assert_eq!(noted.expect_err("no room").code(), ErrorCode::StorageFull);
    assert_eq!(balance(&store, HANAKO).await, Points(5));
    assert_eq!(verify(store.reader()).await.expect("nothing is half done").seq, 1);

    make_room(&place, &store).await;
    apply(store.writer(), command(now, 2, issue(HANAKO, 7))).await.expect("there is room again");
    note(store.writer(), "kept").await.expect("there is room again");
    assert_eq!(balance(&store, HANAKO).await, Points(12));
    assert_eq!(verify(store.reader()).await.expect("sound").seq, 3);
    store.close().await;
}
