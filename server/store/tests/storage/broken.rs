//! A ledger that contradicts itself: nothing of it is committed, the writer stops for good, reading goes on, and the
//! data is as sound as it was.

use std::time::Duration;

use yui_protocol::{ErrorCode, Points};
use yui_store::{Standing, Store, UnitError, testing::Place, verify};

use crate::{
    acts::{DOMAIN, HANAKO, SHOP, apply, balance, command, issue, note, notes, open, pay},
    altered::alter,
    disk::{self, Full},
};

crate::on_both! {
    a_broken_invariant_stops_the_writer_and_not_the_data
    a_store_found_corrupt_after_a_lost_batch_refuses_whoever_waits
    a_store_found_corrupt_when_leading_again_refuses_for_good
}

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
    assert_eq!(error.code(), ErrorCode::LedgerStopped);
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

/// Somebody moved the store on by hand while the writer led, so that after a failed batch memory has to be built again,
/// from rows that disagree.
async fn a_store_found_corrupt_after_a_lost_batch_refuses_whoever_waits(place: Place) {
    let store = open(&place).await;
    let now = place.clock_now();
    apply(store.writer(), command(now, 1, issue(HANAKO, 1_000))).await.expect("issues");
    disk::fill(&place, &store, Full::OwnStatement).await;
    alter(&place, "UPDATE meta SET head_seq = head_seq + 1").await;

    let pays = || apply(store.writer(), command(now, 2, pay(HANAKO, SHOP, 300)));
    let (lost, waited) = tokio::join!(disk::big_note(store.writer()), pays());
    assert_eq!(lost.expect_err("no room").code(), ErrorCode::StorageFull);
    assert!(matches!(waited, Err(UnitError::Full | UnitError::Broken)), "{waited:?}");
    for _ in 0..2 {
        let after = pays().await;
        assert!(matches!(after, Err(UnitError::Broken)), "{after:?}");
    }
    let Standing::Broken(what) = store.writer().standing().borrow().clone() else { panic!("says so") };
    assert!(what.contains("table meta says row"), "{what}");
    store.close().await;

    alter(&place, "UPDATE meta SET head_seq = head_seq - 1").await;
    let store = open(&place).await;
    assert_eq!(balance(&store, HANAKO).await, Points(1_000));
    store.close().await;
}

/// The same, found when the fence refuses the commit and the writer looks whether it may lead again.
async fn a_store_found_corrupt_when_leading_again_refuses_for_good(place: Place) {
    let options = place.options().domain(DOMAIN).lease(Duration::from_millis(200));
    let store = Store::open(options).await.expect("opens");
    let now = place.clock_now();
    apply(store.writer(), command(now, 1, issue(HANAKO, 1_000))).await.expect("issues");
    alter(&place, "UPDATE meta SET head_seq = head_seq + 1").await;
    let refused = apply(store.writer(), command(now, 2, pay(HANAKO, SHOP, 300))).await;
    assert!(matches!(refused, Err(UnitError::Unavailable)), "{refused:?}");
    let mut standing = store.writer().standing();
    standing.wait_for(|now| matches!(now, Standing::Broken(_))).await.expect("says so");
    let after = apply(store.writer(), command(now, 2, pay(HANAKO, SHOP, 300))).await;
    assert!(matches!(after, Err(UnitError::Broken)), "{after:?}");
    store.close().await;
}
