//! A ledger that contradicts itself: nothing of it is committed, the writer stops for good, reading goes on, and the
//! data is as sound as it was.

use yui_protocol::{ErrorCode, Points};
use yui_store::{Standing, UnitError, testing::Place, verify};

use crate::acts::{HANAKO, SHOP, apply, balance, command, issue, note, notes, open, pay};

crate::on_both! { a_broken_invariant_stops_the_writer_and_not_the_data }

async fn a_broken_invariant_stops_the_writer_and_not_the_data(place: Place) {
    let store = open(&place).await;
    let now = place.clock_now();
    apply(store.writer(), command(now, 1, issue(HANAKO, 1_000))).await.expect("issues");
    note(store.writer(), "before").await.expect("notes");

    let broken = store.writer().run(move |unit| {
        Box::pin(async move {
            let paid = unit.apply(&command(now, 2, pay(HANAKO, SHOP, 300))).await?;
            unit.sql("INSERT INTO note (id, words) VALUES (9, 'of the batch')").execute().await?;
            unit.break_ledger();
            Ok(paid.seq)
        })
    });
    let error = broken.await.expect_err("is found before the commit");
    assert!(matches!(error, UnitError::Broken), "{error:?}");
    assert_eq!(error.code(), ErrorCode::Internal);
    let Standing::Broken(what) = store.writer().standing().borrow().clone() else { panic!("says so") };
    assert!(what.contains("do not sum to zero"), "{what}");

    let after = apply(store.writer(), command(now, 3, pay(HANAKO, SHOP, 1))).await;
    assert!(matches!(after, Err(UnitError::Broken)), "{after:?}");
    assert_eq!(notes(&store).await, ["before"], "reading goes on, and nothing of the batch is there");
    let (issued, _) = store.log().by_id(crate::acts::id(now, 1)).await.expect("reads").expect("is there");
    assert_eq!(issued.amount, Points(1_000));
    assert!(store.log().by_id(crate::acts::id(now, 2)).await.expect("reads").is_none());
    assert_eq!(verify(store.reader()).await.expect("the data is sound").seq, 2);
    store.close().await;

    let store = open(&place).await;
    assert_eq!(balance(&store, HANAKO).await, Points(1_000));
    apply(store.writer(), command(now, 2, pay(HANAKO, SHOP, 300))).await.expect("a new writer goes on");
    store.close().await;
}
