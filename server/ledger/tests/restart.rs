//! What memory knows of the recent past after a start, and where the store has to be asked.

use yui_ledger::{
    Command, Ledger, MAX_AHEAD, Op, Settings,
    testing::{Disk, START, charge, command, id, pay, shop},
};
use yui_protocol::{ErrorCode, Millis, Points};

/// These, each a commit of its own at the instant of its id; the ledger that a start makes of what was written.
fn restarted(settings: Settings, commands: &[Command]) -> Ledger {
    let (mut ledger, mut disk) = (Ledger::new(settings), Disk::default());
    for command in commands {
        ledger.apply(command, command.id.at().expect("v7")).expect("accepted");
        disk.write(&ledger.rows());
        ledger.committed();
    }
    Ledger::restore(settings, &disk.tables(&settings)).expect("it adds up")
}

#[test]
fn what_was_given_back_is_known_after_a_start() {
    let payment = command(2, START, pay(1, 1, 100));
    let refund = |amount| Op::Refund { payment: payment.id, shop: shop(1), amount: Points(amount) };
    let commands =
        [command(1, START, charge(1, 500, "2027-12-31")), payment.clone(), command(3, START, refund(60))];
    let mut ledger = restarted(Settings::default(), &commands);
    assert_eq!(ledger.refunded(payment.id), Some(Points(60)));
    let more = ledger.apply(&command(4, START, refund(41)), START).expect_err("it is more than was paid");
    assert_eq!(more.0, ErrorCode::RefundTooLarge);
    ledger.apply(&command(5, START, refund(40)), START).expect("the rest");
}

#[test]
fn a_start_asks_for_the_longer_of_ids_and_payments() {
    let day_of = |ids_for, spent_for| {
        let settings = Settings { ids_for, spent_for, ..Settings::default() };
        settings.recent_from(START).0 - START.0
    };
    assert_eq!(day_of(Millis::HOUR, Millis::DAY), -Millis::DAY);
    assert_eq!(day_of(3 * Millis::DAY, Millis::DAY), -3 * Millis::DAY);
}

/// A fresh id needs no look into the store, and one that may be older than what memory was given does.
#[test]
fn ids_are_known_as_far_back_as_they_are_kept() {
    let charged = [command(1, START, charge(1, 500, "2027-12-31"))];
    let ids_for = Millis::HOUR;
    for (spent_for, known_for) in [(Millis::DAY, ids_for), (ids_for, ids_for - MAX_AHEAD)] {
        let ledger = restarted(Settings { ids_for, spent_for, ..Settings::default() }, &charged);
        let older = |before: i64| ledger.may_be_older(id(9, START.plus(-before)));
        assert!(!older(0) && !older(-MAX_AHEAD) && !older(known_for));
        assert!(older(known_for + 1) && older(2 * Millis::DAY));
    }
}

/// The newest answers are in memory; of the others it is known that they may be in the store, and of fresh ids that not.
#[test]
fn so_many_answers_are_kept_as_were_asked_for() {
    let settings = Settings { answers_at_most: 2, ..Settings::default() };
    let mut ledger = Ledger::new(settings);
    for n in 1..=3 {
        ledger.apply(&command(n, START, charge(1, 5, "2027-12-31")), START).expect("charged");
    }
    assert!((1..=3).all(|n| ledger.find(id(n, START)).is_some()), "all of the open batch");
    ledger.committed();
    assert_eq!([1, 2, 3].map(|n| ledger.find(id(n, START)).is_some()), [false, true, true]);
    assert_eq!([1, 2, 9].map(|n| ledger.may_be_older(id(n, START))), [true, false, false]);
}
