//! A commit whose answer was lost: the store is asked what became of it, and the units are answered by that.

use std::time::Duration;

use sha2::{Digest, Sha256};
use sqlx::postgres::PgConnection;
use tokio::task::JoinHandle;
use yui_protocol::{ErrorCode, Points};
use yui_store::{
    Standing, Store, StoreOptions, StoreUrl, UnitError,
    testing::{Cluster, Place},
    verify,
};

use crate::{
    acts::{DOMAIN, HANAKO, apply, balance, command, issue, note, notes},
    fence::own_connection,
    proxy::{Cut, Proxy},
};

/// The digest of the second command, which nothing but its commit carries: not the preparation of a statement before it.
const SECOND: &[u8] = &[2; 32];

async fn through_proxy() -> (Place, Proxy, Store) {
    // No beat falls into the test.
    through_proxy_with(Duration::from_mins(10)).await
}

async fn through_proxy_with(lease: Duration) -> (Place, Proxy, Store) {
    let place = Place::postgres();
    let proxy = Proxy::start(place.folder(), &Cluster::get().socket());
    let StoreUrl::Postgres { schema, .. } = place.url().clone() else { panic!("PostgreSQL") };
    let url = StoreUrl::Postgres { url: Cluster::get().url_through(place.folder()), schema };
    let options = StoreOptions::new(url, DOMAIN, place.clock().clone()).lease(lease);
    let store = Store::open(options).await.expect("opens");
    // The feed has come to rest by the end of this.
    apply(store.writer(), command(place.clock_now(), 1, issue(HANAKO, 100))).await.expect("issues");
    store.feed().upto().wait_for(|upto| *upto == 1).await.expect("follows");
    (place, proxy, store)
}

#[tokio::test]
async fn a_commit_that_happened_is_answered() {
    let (place, proxy, store) = through_proxy().await;
    proxy.cut_at(Cut::After(SECOND));
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
    proxy.cut_at(Cut::Before(SECOND));
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

/// Waits for the writer's lock of the schema in a session of the test's own, which takes it as soon as it is free;
/// returns when it waits.
async fn queue_for_the_lock(place: &Place) -> JoinHandle<PgConnection> {
    let StoreUrl::Postgres { schema, .. } = place.url() else { panic!("PostgreSQL") };
    let digest = Sha256::digest(format!("yui write {schema}"));
    let number = i64::from_be_bytes(*digest.first_chunk().expect("32 bytes"));
    let mut waiting = own_connection(place).await;
    let session: i32 =
        sqlx::query_scalar("SELECT pg_backend_pid()").fetch_one(&mut waiting).await.expect("answers");
    let queued = tokio::spawn(async move {
        // Should its session be ended while it waits or holds, the test has had its answer by then.
        let _ = sqlx::query("SELECT pg_advisory_lock($1)").bind(number).execute(&mut waiting).await;
        waiting
    });
    let mut looking = own_connection(place).await;
    let waits = "SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND pid = $1";
    while sqlx::query_scalar::<_, i64>(waits).bind(session).fetch_one(&mut looking).await.expect("answers")
        == 0
    {
        tokio::task::yield_now().await;
    }
    queued
}

#[tokio::test]
async fn without_the_lock_nothing_is_known_and_the_id_is_asked_again() {
    let (place, proxy, store) = through_proxy_with(Duration::from_millis(400)).await;
    let queued = queue_for_the_lock(&place).await;
    proxy.cut_at(Cut::After(b"COMMIT"));
    let now = place.clock_now();
    let pay_and_note = || {
        store.writer().run(move |unit| {
            Box::pin(async move {
                let posted = unit.apply(&command(now, 2, issue(HANAKO, 20))).await?;
                let text = "INSERT INTO note (id, words) VALUES ($1, 'once') ON CONFLICT DO NOTHING";
                unit.sql(text).bind(posted.seq).execute().await?;
                Ok(posted.seq)
            })
        })
    };
    let lost = pay_and_note().await.expect_err("another holds the lock");
    assert!(proxy.was_cut());
    assert!(matches!(lost, UnitError::Unavailable), "{lost:?}");
    assert_eq!(lost.code(), ErrorCode::Unavailable);

    // The one who took the lock falls silent; whoever asks again by the id is told what became of it.
    let mut standing = store.writer().standing();
    standing.wait_for(|now| *now == Standing::Leading).await.expect("leads again");
    assert_eq!(pay_and_note().await.expect("is known"), 2, "the commit had happened");
    assert_eq!(balance(&store, HANAKO).await, Points(120));
    assert_eq!(notes(&store).await, ["once"]);
    assert!(verify(store.reader()).await.is_ok());
    drop(queued.await);
}

#[tokio::test]
async fn a_holder_that_waits_for_an_answer_does_not_pass_for_the_leader() {
    let lease = Duration::from_secs(1);
    let (place, proxy, store) = through_proxy_with(lease).await;
    assert!(store.writer().in_touch());
    let mut standing = store.writer().standing();
    proxy.cut_at(Cut::Silent(SECOND));
    let (writer, now) = (store.writer().clone(), place.clock_now());
    let waits = tokio::spawn(async move { apply(&writer, command(now, 2, issue(HANAKO, 20))).await });
    while store.writer().in_touch() {
        tokio::time::sleep(lease / 20).await;
    }
    assert!(proxy.was_cut());
    let given_up = tokio::time::timeout(3 * lease, waits).await.expect("is told in time").expect("runs");
    assert_eq!(given_up.expect_err("nothing is known").code(), ErrorCode::Unavailable);
    let leads = standing.wait_for(|now| *now == Standing::Leading);
    tokio::time::timeout(10 * lease, leads).await.expect("in time").expect("leads again");
    assert!(store.writer().in_touch());
    let again = apply(store.writer(), command(now, 2, issue(HANAKO, 20))).await;
    assert_eq!(again.expect("asked again by the id").seq, 2);
    assert_eq!(balance(&store, HANAKO).await, Points(120));
}
