//! A full disk: the batch is refused as a whole with its code, and the writer goes on when there is room again.

use yui_protocol::{ErrorCode, Points};
use yui_store::{Writer, testing::Place, verify};

use crate::acts::{HANAKO, apply, balance, command, issue, open};

/// SQLite's own quota: it answers `SQLITE_FULL` exactly as for a full disk.
async fn most_pages(writer: &Writer, text: &'static str) {
    writer
        .run(move |unit| Box::pin(async move { Ok(unit.sql(text).fetch_all().await.map(drop)?) }))
        .await
        .expect("sets the quota");
}

#[tokio::test]
async fn a_full_disk_is_told_and_survived() {
    let place = Place::sqlite();
    let store = open(&place).await;
    let now = place.clock_now();
    apply(store.writer(), command(now, 1, issue(HANAKO, 5))).await.expect("issues");
    most_pages(store.writer(), "PRAGMA max_page_count = 1").await;

    let big = store.writer().run(move |unit| {
        Box::pin(async move {
            unit.apply(&command(now, 2, issue(HANAKO, 7))).await?;
            let text = "INSERT INTO note (id, words, mark) VALUES (1, 'big', $1)";
            unit.sql(text).bind(vec![0u8; 1 << 20]).execute().await?;
            Ok(())
        })
    });
    assert_eq!(big.await.expect_err("no room").code(), ErrorCode::StorageFull);
    let events = store.writer().run(|unit| {
        Box::pin(async move { Ok((0..2_000).map(|_| unit.fact("that.does.not.fit.any.more", None)).max()) })
    });
    assert_eq!(events.await.expect_err("no room").code(), ErrorCode::StorageFull);
    assert_eq!(balance(&store, HANAKO).await, Points(5), "nothing is half done; reading goes on");

    most_pages(store.writer(), "PRAGMA max_page_count = 100000").await;
    apply(store.writer(), command(now, 2, issue(HANAKO, 7))).await.expect("there is room again");
    assert_eq!(balance(&store, HANAKO).await, Points(12));
    verify(store.reader()).await.expect("sound");
    store.close().await;
}
