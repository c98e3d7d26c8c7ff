//! Two writers of one store: the second is kept out, or takes over and the first can write no more.

use std::{
    sync::{Arc, mpsc},
    time::Duration,
};

use sqlx::{Connection, Executor, postgres::PgConnection};
use yui_protocol::{ErrorCode, Points};
use yui_store::{Fate, Moment, Standing, Store, StoreError, StoreUrl, UnitError, testing::Place, verify};

use crate::acts::{DOMAIN, HANAKO, Turns, apply, balance, command, issue, open};

/// A connection of the test's own into the place's schema.
pub async fn own_connection(place: &Place) -> PgConnection {
    let StoreUrl::Postgres { url, schema } = place.url() else { panic!("PostgreSQL") };
    let mut connection = PgConnection::connect(url).await.expect("connects");
    let path = format!("SET search_path TO {schema}");
    connection.execute(sqlx::AssertSqlSafe(path)).await.expect("is ours");
    connection
}

#[tokio::test]
async fn a_second_writer_of_a_file_is_kept_out() {
    let place = Place::sqlite();
    let first = open(&place).await;
    let second = Store::open(place.options().domain(DOMAIN)).await;
    assert!(matches!(second, Err(StoreError::InUse)));
    apply(first.writer(), command(place.clock_now(), 1, issue(HANAKO, 5))).await.expect("goes on");
    first.close().await;
    open(&place).await.close().await;
}

#[tokio::test]
async fn an_older_epoch_is_refused_by_the_fence() {
    let place = Place::postgres();
    let store = open(&place).await;
    apply(store.writer(), command(place.clock_now(), 1, issue(HANAKO, 5))).await.expect("issues");
    own_connection(&place).await.execute("UPDATE meta SET epoch = epoch + 1").await.expect("raises");
    let refused = apply(store.writer(), command(place.clock_now(), 2, issue(HANAKO, 7))).await;
    assert!(matches!(refused, Err(UnitError::Unavailable)), "{refused:?}");
    let rows = store.reader().sql("SELECT COUNT(*) AS n FROM posting").fetch_one().await.expect("reads");
    assert_eq!(rows.get::<i64>("n").ok(), Some(1), "nothing passed the fence");
}

#[tokio::test]
async fn a_standby_takes_over_from_a_silent_holder_who_then_writes_no_more() {
    let place = Place::postgres();
    let turns = Arc::new(Turns::default());
    let lease = Duration::from_millis(200);
    let options = place.options().domain(DOMAIN).lease(lease);
    let first = Store::open(options.hook(turns.clone())).await.expect("opens");
    apply(first.writer(), command(place.clock_now(), 1, issue(HANAKO, 5))).await.expect("issues");

    let second = Store::open(place.options().domain(DOMAIN).lease(lease)).await.expect("opens for reading");
    let refused = apply(second.writer(), command(place.clock_now(), 2, issue(HANAKO, 7))).await;
    assert!(matches!(refused, Err(UnitError::Unavailable)));

    // The holder falls asleep inside a commit, until the test wakes it.
    let (wake, sleeping) = mpsc::channel::<()>();
    turns.set(move |moment| {
        if moment == Moment::Ran {
            sleeping.recv().ok();
        }
        Fate::GoOn
    });
    let asleep = tokio::spawn({
        let (writer, command) = (first.writer().clone(), command(place.clock_now(), 3, issue(HANAKO, 11)));
        async move { apply(&writer, command).await }
    });
    let mut standing = second.writer().standing();
    standing.wait_for(|now| *now == Standing::Leading).await.expect("takes over");
    apply(second.writer(), command(place.clock_now(), 4, issue(HANAKO, 13))).await.expect("writes");
    wake.send(()).expect("sleeps");
    let woken = asleep.await.expect("runs");
    assert_eq!(woken.expect_err("was deposed").code(), ErrorCode::Unavailable);
    assert_eq!(balance(&second, HANAKO).await, Points(18));
    assert_eq!(verify(second.reader()).await.expect("sound").seq, 2);
}

/// While the servers of a town are replaced one by one, the holder may be of the version before.
#[tokio::test]
async fn a_standby_takes_over_from_a_holder_of_an_older_schema() {
    let place = Place::postgres();
    let options = || place.options().domain(DOMAIN);
    let first = Store::open(options().lease(Duration::from_mins(10))).await.expect("opens");
    apply(first.writer(), command(place.clock_now(), 1, issue(HANAKO, 5))).await.expect("issues");
    let mut hand = own_connection(&place).await;
    for text in [
        "ALTER TABLE meta DROP COLUMN clock_boot, DROP COLUMN clock_uptime, DROP COLUMN clock_wall",
        "DELETE FROM yui_migration WHERE component = 'store' AND name = '0004_clock'",
        "UPDATE meta SET beat_at = 0",
    ] {
        hand.execute(text).await.expect("as it was");
    }
    let second = Store::open(options().lease(Duration::from_millis(300))).await.expect("opens");
    second.writer().standing().wait_for(|now| *now == Standing::Leading).await.expect("takes over");
    assert_eq!(balance(&second, HANAKO).await, Points(5));
    second.close().await;
}

/// A statement that hangs would hold the whole town up.
#[tokio::test]
async fn a_postgres_statement_of_a_unit_ends_after_a_lease() {
    let place = Place::postgres();
    let options = place.options().domain(DOMAIN).lease(Duration::from_secs(2));
    let store = Store::open(options).await.expect("opens");
    let hangs = store.writer().run(|unit| {
        Box::pin(async move {
            unit.sql("SELECT 1 AS one FROM pg_sleep(600)").fetch_all().await?;
            Ok(())
        })
    });
    let refused = hangs.await.expect_err("is given up");
    assert_eq!(refused.code(), ErrorCode::Unavailable);
    store.writer().standing().wait_for(|now| *now == Standing::Leading).await.expect("leads");
    apply(store.writer(), command(place.clock_now(), 1, issue(HANAKO, 5))).await.expect("goes on");
    store.close().await;
}
