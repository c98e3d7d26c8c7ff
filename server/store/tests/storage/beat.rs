//! The holder shows that it lives however busy it is, and with whatever: no standby takes over from it.

use std::time::{Duration, Instant};

use sqlx::{Executor, Row};
use yui_protocol::ErrorCode;
use yui_store::{Standing, Store, UnitError, Writer, testing::Place};

use crate::{
    acts::{DOMAIN, HANAKO, apply, command, issue},
    fence::own_connection,
};

const LEASE: Duration = Duration::from_millis(300);

/// A unit that writes with SQL of its own and then says no.
async fn refused(writer: &Writer) {
    let answer = writer.run(|unit| {
        Box::pin(async move {
            unit.sql("INSERT INTO note (id, words) VALUES (1, 'never')").execute().await?;
            Err::<(), _>(ErrorCode::OverDailyLimit.into())
        })
    });
    assert!(matches!(answer.await, Err(UnitError::Refused(ErrorCode::OverDailyLimit))));
}

/// How long ago the holder showed that it lives, as another session sees it.
async fn silent_for(hand: &mut sqlx::PgConnection) -> i64 {
    let text = "SELECT (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::BIGINT - beat_at FROM meta";
    hand.fetch_one(text).await.expect("reads").get(0)
}

#[tokio::test]
async fn a_postgres_holder_that_only_refuses_is_seen_to_live() {
    let place = Place::postgres();
    let options = || place.options().domain(DOMAIN).lease(LEASE);
    let first = Store::open(options()).await.expect("opens");
    apply(first.writer(), command(place.clock_now(), 1, issue(HANAKO, 5))).await.expect("issues");
    let second = Store::open(options()).await.expect("stands by");
    let standing = second.writer().standing();

    // One batch of refusals and then silence: no transaction is left open in which the beats would be hidden.
    tokio::join!(refused(first.writer()), refused(first.writer()), refused(first.writer()));
    let mut hand = own_connection(&place).await;
    let until = Instant::now() + 4 * LEASE;
    while Instant::now() < until {
        tokio::time::sleep(LEASE / 6).await;
        assert_eq!(*standing.borrow(), Standing::Standby);
    }
    assert!(silent_for(&mut hand).await < 1_000, "the beats of the last second are seen");

    // Refusals without a pause: there is never a silence in which to beat.
    let until = Instant::now() + 4 * LEASE;
    while Instant::now() < until {
        refused(first.writer()).await;
        assert_eq!(*standing.borrow(), Standing::Standby);
    }
    assert!(silent_for(&mut hand).await < 1_000);
    apply(first.writer(), command(place.clock_now(), 2, issue(HANAKO, 5))).await.expect("still the writer");
    second.close().await;
    first.close().await;
}

/// It holds the lock from then on, and its memory is not built yet.
#[tokio::test]
async fn a_postgres_holder_whose_start_outlasts_the_lease_is_seen_to_live() {
    // Longer than on a busy machine another connection takes.
    const LEASE: Duration = Duration::from_millis(1_500);
    let place = Place::postgres();
    let options = || place.options().domain(DOMAIN).lease(LEASE);
    let first = Store::open(options()).await.expect("opens");
    apply(first.writer(), command(place.clock_now(), 1, issue(HANAKO, 5))).await.expect("issues");
    first.close().await;
    let mut hand = own_connection(&place).await;
    hand.execute("BEGIN; LOCK TABLE lot IN ACCESS EXCLUSIVE MODE").await.expect("holds up whoever reads it");
    let epoch = async |hand: &mut sqlx::PgConnection| -> i64 {
        hand.fetch_one("SELECT epoch FROM meta").await.expect("reads").get(0)
    };
    let before = epoch(&mut hand).await;
    let starting = tokio::spawn(Store::open(options()));
    while epoch(&mut hand).await == before {
        tokio::time::sleep(LEASE / 30).await;
    }
    let second = Store::open(options()).await.expect("stands by");
    tokio::time::sleep(2 * LEASE).await;
    assert_eq!(*second.writer().standing().borrow(), Standing::Standby);
    hand.execute("COMMIT").await.expect("lets it go on");
    let first = starting.await.expect("runs").expect("opens");
    apply(first.writer(), command(place.clock_now(), 2, issue(HANAKO, 5))).await.expect("is the writer");
    assert_eq!(epoch(&mut hand).await, before + 1);
    second.close().await;
    first.close().await;
}

#[tokio::test]
async fn a_postgres_standby_that_is_asked_without_a_pause_takes_over_all_the_same() {
    let place = Place::postgres();
    let options = || place.options().domain(DOMAIN).lease(LEASE);
    let first = Store::open(options()).await.expect("opens");
    let second = Store::open(options()).await.expect("stands by");
    let mut standing = second.writer().standing();
    let writer = second.writer().clone();
    let asking = tokio::spawn(async move {
        loop {
            // Busy or unavailable is what it is told until then.
            let _ = writer.run(|unit| Box::pin(async move { Ok(unit.now()) })).await;
            tokio::time::sleep(LEASE / 30).await;
        }
    });
    first.close().await;
    let taken = tokio::time::timeout(20 * LEASE, standing.wait_for(|now| *now == Standing::Leading));
    taken.await.expect("in time").expect("takes over");
    asking.abort();
    let _ = asking.await;
    second.close().await;
}
