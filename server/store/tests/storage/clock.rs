//! A wall clock that somebody set stops the writing until it is right again or an operator has looked at it; a server
//! that was off for a while starts without a question.

use std::time::Duration;

use yui_protocol::{ErrorCode, Millis, Points};
use yui_store::{Standing, Store, StoreError, UnitError, testing::Place, verify};

use crate::acts::{DOMAIN, HANAKO, apply, balance, command, issue, open};

crate::on_both! {
    a_clock_that_is_set_stops_the_writing_until_it_is_right_again
    a_jump_outlives_a_restart_until_an_operator_accepts_it
    a_server_that_was_off_starts_without_a_question_and_never_in_the_past
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
