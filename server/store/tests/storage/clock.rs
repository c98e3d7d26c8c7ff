//! A wall clock that somebody set stops the writing until it is right again or an operator has looked at it; a server
//! that was off for a while starts without a question.

use std::{sync::Arc, time::Duration};

use sqlx::Executor;
use tokio::time::timeout;
use yui_protocol::{ErrorCode, Millis, Points};
use yui_store::{
    Migration, Standing, Store, StoreError, StoreOptions, UnitError,
    testing::{Place, SetClock},
    verify,
};

use crate::{
    acts::{DOMAIN, HANAKO, apply, balance, command, issue, open},
    fence::own_connection,
};

crate::on_both! {
    a_clock_that_is_set_stops_the_writing_until_it_is_right_again
    a_jump_outlives_a_restart_until_an_operator_accepts_it
    a_server_that_was_off_starts_without_a_question_and_never_in_the_past
    what_an_operator_accepted_is_kept_before_the_first_commit
    a_clock_in_doubt_leaves_the_tables_as_they_were
}

const FAR: i64 = 2 * Millis::HOUR;

async fn refused(place: &Place) -> (Millis, Millis) {
    let error = Store::open(place.options().domain(DOMAIN)).await.err().expect("is refused");
    assert_eq!(error.code(), ErrorCode::ServerClock);
    let StoreError::ClockInDoubt { shown, expected } = error else { panic!("{error}") };
    (shown, expected)
}

async fn a_clock_that_is_set_stops_the_writing_until_it_is_right_again(place: Place) {
    // The idle writer looks at its clock three times in a lease.
    let options = place.options().domain(DOMAIN).lease(Duration::from_millis(300));
    let store = Store::open(options).await.expect("opens");
    let mut standing = store.writer().standing();
    let then = place.clock_now();
    apply(store.writer(), command(then, 1, issue(HANAKO, 5))).await.expect("issues");
    place.clock().advance(30 * Millis::DAY);
    place.clock().jump(Millis::HOUR - 1);
    let later = place.clock_now();
    apply(store.writer(), command(later, 2, issue(HANAKO, 7)))
        .await
        .expect("a month of quiet, and a small step");

    for far in [FAR, -FAR] {
        place.clock().jump(far);
        let stopped = apply(store.writer(), command(later, 3, issue(HANAKO, 11))).await;
        assert!(matches!(stopped, Err(UnitError::ClockInDoubt)), "{stopped:?}");
        assert_eq!(stopped.expect_err("stopped").code(), ErrorCode::ServerClock);
        assert_eq!(*standing.borrow(), Standing::ClockInDoubt);
        place.clock().jump(-far);
        standing.wait_for(|now| *now == Standing::Leading).await.expect("goes on by itself");
        // And so it stops by itself, with nobody asking.
        place.clock().jump(far);
        standing.wait_for(|now| *now == Standing::ClockInDoubt).await.expect("is seen");
        place.clock().jump(-far);
        standing.wait_for(|now| *now == Standing::Leading).await.expect("goes on by itself");
    }
    let posted = apply(store.writer(), command(later, 3, issue(HANAKO, 11))).await.expect("asked again");
    assert_eq!((posted.seq, posted.at), (3, later), "nothing of the jumps is in the log");
    assert_eq!(balance(&store, HANAKO).await, Points(23));
    verify(store.reader()).await.expect("sound");
    store.close().await;
}

async fn a_jump_outlives_a_restart_until_an_operator_accepts_it(place: Place) {
    let store = open(&place).await;
    let then = place.clock_now();
    apply(store.writer(), command(then, 1, issue(HANAKO, 5))).await.expect("issues");
    store.close().await;
    place.clock().advance(Millis::DAY);
    place.clock().jump(FAR);
    assert_eq!(refused(&place).await, (place.clock_now(), then.plus(Millis::DAY)));
    assert_eq!(refused(&place).await.1, then.plus(Millis::DAY), "asking again changes nothing");

    let accepted = || place.options().domain(DOMAIN).accept_time_jump(true);
    let store = Store::open(accepted()).await.expect("an operator has looked");
    store.writer().standing().wait_for(|now| *now == Standing::Leading).await.expect("leads");
    apply(store.writer(), command(place.clock_now(), 2, issue(HANAKO, 5))).await.expect("issues");
    store.close().await;
    open(&place).await.close().await;

    // Set back to what was right: the log is ahead now, and its time does not go back.
    place.clock().jump(-FAR);
    refused(&place).await;
    let store = Store::open(accepted()).await.expect("an operator has looked");
    store.writer().standing().wait_for(|now| *now == Standing::Leading).await.expect("leads");
    let posted =
        apply(store.writer(), command(place.clock_now(), 3, issue(HANAKO, 5))).await.expect("issues");
    assert_eq!(posted.at, place.clock_now().plus(FAR));
    store.close().await;
    open(&place).await.close().await;
}

async fn a_server_that_was_off_starts_without_a_question_and_never_in_the_past(place: Place) {
    let store = open(&place).await;
    let last = place.clock_now();
    apply(store.writer(), command(last, 1, issue(HANAKO, 5))).await.expect("issues");
    store.close().await;
    place.clock().advance(7 * Millis::DAY);
    open(&place).await.close().await;
    place.clock().reboot();
    place.clock().jump(90 * Millis::DAY);
    open(&place).await.close().await;

    place.clock().reboot();
    let back = last.since(place.clock_now());
    place.clock().jump(back - Millis::HOUR);
    open(&place).await.close().await;
    place.clock().jump(-1);
    assert_eq!(refused(&place).await, (last.plus(-Millis::HOUR - 1), last));
}

/// A connection that breaks, or a process that ends, before anything is committed must not bring the doubt back.
async fn what_an_operator_accepted_is_kept_before_the_first_commit(place: Place) {
    let store = open(&place).await;
    apply(store.writer(), command(place.clock_now(), 1, issue(HANAKO, 5))).await.expect("issues");
    store.close().await;
    place.clock().jump(FAR);
    refused(&place).await;
    let accepted = place.options().domain(DOMAIN).accept_time_jump(true);
    let store = Store::open(accepted).await.expect("an operator has looked");
    store.writer().standing().wait_for(|now| *now == Standing::Leading).await.expect("leads");
    store.close().await;
    open(&place).await.close().await;
    place.clock().jump(FAR);
    refused(&place).await;
}

/// So that the version before, on a machine whose clock is right, can go on.
async fn a_clock_in_doubt_leaves_the_tables_as_they_were(place: Place) {
    let store = open(&place).await;
    apply(store.writer(), command(place.clock_now(), 1, issue(HANAKO, 5))).await.expect("issues");
    store.close().await;
    place.clock().jump(FAR);
    let newer = [DOMAIN[0], Migration { name: "0002_more", sql: "CREATE TABLE more (id {key});" }];
    let doubted = Store::open(place.options().domain(&newer)).await;
    assert!(matches!(doubted, Err(StoreError::ClockInDoubt { .. })));
    place.clock().jump(-FAR);
    open(&place).await.close().await;
}

const LEASE: Duration = Duration::from_millis(300);

/// Nothing was committed, so the store knows nothing of the time before the jump: the process must.
#[tokio::test]
async fn a_postgres_holder_in_doubt_that_nobody_replaces_does_not_come_to_believe_the_jump() {
    let place = Place::postgres();
    let options = || place.options().domain(DOMAIN).lease(LEASE);
    let store = Store::open(options()).await.expect("opens");
    let mut standing = store.writer().standing();
    place.clock().jump(30 * Millis::DAY);
    standing.wait_for(|now| *now == Standing::ClockInDoubt).await.expect("is seen");
    // It gives way after a lease, and looks again twice in each.
    let believed = timeout(6 * LEASE, standing.wait_for(|now| *now != Standing::ClockInDoubt));
    assert!(believed.await.is_err());
    let stopped = apply(store.writer(), command(place.clock_now(), 1, issue(HANAKO, 5))).await;
    assert!(matches!(stopped, Err(UnitError::ClockInDoubt)), "{stopped:?}");
    place.clock().jump(-30 * Millis::DAY);
    standing.wait_for(|now| *now == Standing::Leading).await.expect("is right again");

    // What an operator accepts in another process of the machine is the later word.
    place.clock().jump(FAR);
    standing.wait_for(|now| *now == Standing::ClockInDoubt).await.expect("is seen");
    let accepted = Store::open(options().accept_time_jump(true)).await.expect("opens");
    accepted.writer().standing().wait_for(|now| *now == Standing::Leading).await.expect("leads");
    standing.wait_for(|now| *now == Standing::Standby).await.expect("sees that another leads");
    accepted.close().await;
    standing.wait_for(|now| *now == Standing::Leading).await.expect("believes it, too");
    store.close().await;
}

/// On another machine the last commit says nothing of a clock that is ahead.
#[tokio::test]
async fn a_postgres_standby_whose_clock_is_set_meanwhile_leaves_the_store_to_others() {
    let place = Place::postgres();
    let options = || place.options().domain(DOMAIN);
    // Its own beats are as rare as the lease is long.
    let first = Store::open(options().lease(Duration::from_mins(10))).await.expect("opens");
    let then = place.clock_now();
    apply(first.writer(), command(then, 1, issue(HANAKO, 5))).await.expect("issues");
    let elsewhere = Arc::new(SetClock::at(then));
    elsewhere.reboot();
    let second = StoreOptions::new(place.url().clone(), DOMAIN, elsewhere.clone()).lease(LEASE);
    let second = Store::open(second).await.expect("stands by");
    let mut standing = second.writer().standing();

    elsewhere.jump(30 * Millis::DAY);
    own_connection(&place).await.execute("UPDATE meta SET beat_at = 0").await.expect("falls silent");
    standing.wait_for(|now| *now == Standing::ClockInDoubt).await.expect("compares before it takes over");
    apply(first.writer(), command(then, 2, issue(HANAKO, 7))).await.expect("its session was not ended");
    first.close().await;
    let believed = timeout(3 * LEASE, standing.wait_for(|now| *now == Standing::Leading));
    assert!(believed.await.is_err());
    elsewhere.jump(-30 * Millis::DAY);
    standing.wait_for(|now| *now == Standing::Leading).await.expect("is right again");
    assert_eq!(balance(&second, HANAKO).await, Points(12));
    second.close().await;
}

/// Of two servers the one whose clock was set leaves the store to the other after a lease.
#[tokio::test]
async fn a_postgres_holder_in_doubt_gives_way_to_one_whose_clock_is_right() {
    let place = Place::postgres();
    let first = Store::open(place.options().domain(DOMAIN).lease(LEASE)).await.expect("opens");
    let then = place.clock_now();
    apply(first.writer(), command(then, 1, issue(HANAKO, 5))).await.expect("issues");
    let right = Arc::new(SetClock::at(then));
    let options = StoreOptions::new(place.url().clone(), DOMAIN, right).lease(LEASE);
    let second = Store::open(options).await.expect("stands by");
    let (mut of_first, mut of_second) = (first.writer().standing(), second.writer().standing());
    assert_eq!(*of_second.borrow(), Standing::Standby);

    place.clock().jump(FAR);
    of_first.wait_for(|now| *now == Standing::ClockInDoubt).await.expect("is seen");
    let stopped = apply(first.writer(), command(then, 2, issue(HANAKO, 7))).await;
    assert!(matches!(stopped, Err(UnitError::ClockInDoubt)), "{stopped:?}");
    of_second.wait_for(|now| *now == Standing::Leading).await.expect("takes over");
    apply(second.writer(), command(then, 2, issue(HANAKO, 7))).await.expect("goes on");
    of_first.wait_for(|now| *now == Standing::Standby).await.expect("sees that another leads");

    place.clock().jump(-FAR);
    second.close().await;
    of_first.wait_for(|now| *now == Standing::Leading).await.expect("leads when it is alone and right again");
    assert_eq!(balance(&first, HANAKO).await, Points(12));
    first.close().await;
}
