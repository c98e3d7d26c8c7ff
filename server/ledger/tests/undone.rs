//! What was tried and taken back leaves memory as it was; what is in the open batch is told.

use yui_ledger::{
    Account, Caps, Ledger, Op, Settings,
    testing::{START, charge, command, pay, shop, terms, wallet},
};
use yui_protocol::{Millis, Points, wallet::LotKind};

fn charged() -> Ledger {
    let mut ledger = Ledger::new(Settings::default());
    ledger.apply(&command(1, START, charge(1, 1_000, "2027-12-31")), START).expect("charged");
    ledger.committed();
    ledger
}

#[test]
fn a_release_that_is_taken_back_leaves_the_holds_in_their_order() {
    let mut ledger = charged();
    let hold = Op::Hold { wallet: wallet(1), amount: Points(50), classes: Vec::new(), until: START };
    for n in 2..5 {
        ledger.apply(&command(n, START, hold.clone()), START).expect("set aside");
    }
    ledger.committed();
    let before = ledger.clone();
    let release = Op::Release { hold: command(3, START, hold).id };
    ledger.preview(&command(5, START, release), START).expect("would be freed");
    assert_eq!(ledger, before);
}

#[test]
fn a_grant_that_is_taken_back_leaves_no_sum_behind() {
    let mut ledger = charged();
    let before = ledger.clone();
    let terms = terms(LotKind::Granted, "grant-2027", "2027-12-31", &[]);
    let grant = Op::Issue { wallet: wallet(1), terms, amount: Points(5), caps: Caps::default() };
    ledger.preview(&command(2, START, grant), START).expect("would be given");
    assert_eq!(ledger, before);
}

#[test]
fn the_open_batch_tells_whom_it_moves_and_what_it_says() {
    let mut ledger = charged();
    assert_eq!((ledger.moved().count(), ledger.appended().count()), (0, 0));
    ledger.apply(&command(2, START, pay(1, 1, 40)), START).expect("paid");
    ledger.append(9, b"a word".to_vec(), START).expect("there is room");
    let moved: Vec<_> = ledger.moved().collect();
    assert_eq!(moved, [Account::Wallet(wallet(1)), Account::Shop(shop(1))]);
    assert_eq!(ledger.appended().collect::<Vec<_>>(), [(9, &b"a word"[..])]);
    ledger.committed();
    assert_eq!((ledger.moved().count(), ledger.appended().count()), (0, 0));
}

#[test]
fn expiry_is_due_where_something_ran_out_and_goes_on_after_whom_it_had() {
    let mut ledger = Ledger::new(Settings::default());
    for (n, last_day) in [(1, "2027-03-01"), (2, "2027-12-31"), (3, "2027-03-01"), (4, "2027-03-01")] {
        let to = u8::try_from(n).expect("few");
        ledger.apply(&command(n, START, charge(to, 5, last_day)), START).expect("charged");
    }
    let next = START.plus(Millis::DAY);
    let due = |at, after| ledger.expiry_due(at, after).collect::<Vec<_>>();
    assert!(due(START, None).is_empty() && !ledger.wallet(wallet(1), START).expiry_due);
    assert_eq!([1, 2].map(|n| ledger.wallet(wallet(n), next).expiry_due), [true, false]);
    assert_eq!(due(next, None), [1, 3, 4].map(wallet));
    for (after, left) in [(1, &[3, 4][..]), (2, &[3, 4]), (3, &[4]), (4, &[])] {
        assert_eq!(due(next, Some(wallet(after))), left.iter().copied().map(wallet).collect::<Vec<_>>());
    }
    assert_eq!(due(next, Some(wallet(9))), [1, 3, 4].map(wallet), "nobody yet");
}
