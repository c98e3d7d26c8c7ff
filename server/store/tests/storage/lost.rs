//! A commit whose answer was lost: the store is asked what became of it, and the units are answered by that.

use std::time::Duration;

use yui_protocol::{ErrorCode, Points};
use yui_store::{
    Store, StoreOptions, StoreUrl,
    testing::{Cluster, Place},
    verify,
};

use crate::{
    acts::{DOMAIN, HANAKO, apply, balance, command, issue, note, notes},
    proxy::{Cut, Proxy},
};

async fn through_proxy() -> (Place, Proxy, Store) {
    let place = Place::postgres();
    let proxy = Proxy::start(place.folder(), &Cluster::get().socket());
    let StoreUrl::Postgres { schema, .. } = place.url().clone() else { panic!("PostgreSQL") };
    let url = StoreUrl::Postgres { url: Cluster::get().url_through(place.folder()), schema };
    // No beat falls into the test.
    let options = StoreOptions::new(url, DOMAIN, place.clock().clone()).lease(Duration::from_mins(10));
    let store = Store::open(options).await.expect("opens");
    // The statement is prepared by now, and the feed has come to rest.
    apply(store.writer(), command(place.clock_now(), 1, issue(HANAKO, 100))).await.expect("issues");
    store.feed().upto().wait_for(|upto| *upto == 1).await.expect("follows");
    (place, proxy, store)
}

#[tokio::test]
async fn a_commit_that_happened_is_answered() {
    let (place, proxy, store) = through_proxy().await;
    proxy.cut_at(Cut::After(b""));
    let posted = apply(store.writer(), command(place.clock_now(), 2, issue(HANAKO, 20))).await;
    assert!(proxy.was_cut());
    assert_eq!(posted.expect("is answered although its answer was lost").seq, 2);
    apply(store.writer(), command(place.clock_now(), 3, issue(HANAKO, 3))).await.expect("goes on");
    assert_eq!(balance(&store, HANAKO).await, Points(123));
    assert_eq!(verify(store.reader()).await.expect("sound").seq, 3);
}

#[tokio::test]
async fn a_commit_that_did_not_happen_is_dropped_and_asked_again() {
    let (place, proxy, store) = through_proxy().await;
    proxy.cut_at(Cut::Before(b""));
    let lost = apply(store.writer(), command(place.clock_now(), 2, issue(HANAKO, 20))).await;
    assert!(proxy.was_cut());
    assert_eq!(lost.expect_err("nothing happened").code(), ErrorCode::Unavailable);
    assert_eq!(balance(&store, HANAKO).await, Points(100));
    let again = apply(store.writer(), command(place.clock_now(), 2, issue(HANAKO, 20))).await;
    assert_eq!(again.expect("asked again").seq, 2);
    assert_eq!(verify(store.reader()).await.expect("sound").seq, 2);
}

#[tokio::test]
async fn a_transaction_is_found_out_likewise() {
    let (_place, proxy, store) = through_proxy().await;
    proxy.cut_at(Cut::After(b"COMMIT"));
    note(store.writer(), "kept").await.expect("is answered although its answer was lost");
    assert!(proxy.was_cut());
    store.feed().upto().wait_for(|upto| *upto == 2).await.expect("follows");
    proxy.cut_at(Cut::Before(b"COMMIT"));
    let lost = note(store.writer(), "dropped").await;
    assert_eq!(lost.expect_err("nothing happened").code(), ErrorCode::Unavailable);
    assert_eq!(notes(&store).await, ["kept"]);
    note(store.writer(), "dropped").await.expect("asked again");
    assert_eq!(notes(&store).await, ["kept", "dropped"]);
    assert_eq!(verify(store.reader()).await.expect("sound").seq, 3);
}

#[tokio::test]
async fn a_connection_lost_inside_a_unit_drops_the_batch() {
    let (_place, proxy, store) = through_proxy().await;
    proxy.cut_at(Cut::After(b"SAVEPOINT"));
    let lost = note(store.writer(), "words").await;
    assert_eq!(lost.expect_err("nothing happened").code(), ErrorCode::Unavailable);
    note(store.writer(), "words").await.expect("asked again");
    assert_eq!(notes(&store).await, ["words"]);
    assert_eq!(verify(store.reader()).await.expect("sound").seq, 2);
}
