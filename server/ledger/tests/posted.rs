//! What a posting says of itself, for histories: what it is called, whom it touched, which lots were used.

use yui_ledger::{
    Account, Book, Caps, ChargedValue, Ledger, Op, Payee, Posted, Rest, Settings,
    testing::{START, charge, command, day, pay, programme, shop, terms, wallet},
};
use yui_protocol::{
    LotId, Points,
    wallet::{EntryKind, LotKind},
};

/// A charge, a grant, a payment that takes of both, and a refund of a part of it.
fn history() -> [Posted; 4] {
    let mut ledger = Ledger::new(Settings::default());
    let terms = terms(LotKind::Granted, "grant-2027", "2027-06-30", &[]);
    let grant = Op::Issue { wallet: wallet(1), terms, amount: Points(30), caps: Caps::default() };
    let paid = command(3, START, pay(1, 1, 50));
    let refund = Op::Refund { payment: paid.id, shop: shop(1), amount: Points(25) };
    let commands = [
        command(1, START, charge(1, 100, "2027-12-31")),
        command(2, START, grant),
        paid,
        command(4, START, refund),
    ];
    commands.map(|command| Posted::clone(&ledger.apply(&command, START).expect("accepted")))
}

#[test]
fn each_is_called_what_it_is() {
    let kinds = history().map(|posted| posted.entry_kind());
    assert_eq!(kinds, [EntryKind::Charge, EntryKind::Grant, EntryKind::Payment, EntryKind::Refund]);
}

#[test]
fn each_names_whom_it_touched() {
    let [charged, granted, paid, back] = history();
    for posted in [&charged, &granted, &paid, &back] {
        assert_eq!(posted.wallets().collect::<Vec<_>>(), [wallet(1)]);
    }
    assert_eq!(
        [&charged, &granted, &paid, &back].map(Posted::shop),
        [None, None, Some(shop(1)), Some(shop(1))]
    );
    let programmes = [&charged, &granted, &paid].map(|posted| posted.programme().cloned());
    assert_eq!(programmes, [Some(programme("charge-2027")), Some(programme("grant-2027")), None]);
}

/// Value that is only set aside stays in its wallet, which is named once.
#[test]
fn a_hold_touches_its_wallet_once() {
    let mut ledger = Ledger::new(Settings::default());
    ledger.apply(&command(1, START, charge(1, 100, "2027-12-31")), START).expect("charged");
    let hold = Op::Hold { wallet: wallet(1), amount: Points(10), classes: Vec::new(), until: START };
    let posted = ledger.apply(&command(2, START, hold), START).expect("set aside");
    assert_eq!(posted.wallets().collect::<Vec<_>>(), [wallet(1)]);
}

#[test]
fn the_lots_of_a_line_are_those_of_the_wallet_by_amount() {
    let [charged, _, paid, back] = history();
    let uses = |posted: &Posted| {
        let lots = posted.lot_uses(wallet(1));
        lots.iter().map(|lot| (lot.kind, lot.amount.0, lot.last_day)).collect::<Vec<_>>()
    };
    let (earlier, later) = (day("2027-06-30"), day("2027-12-31"));
    assert_eq!(uses(&charged), [(LotKind::Charged, 100, later)]);
    assert_eq!(uses(&paid), [(LotKind::Granted, 30, earlier), (LotKind::Charged, 20, later)]);
    assert_eq!(uses(&back), [(LotKind::Charged, 20, later), (LotKind::Granted, 5, earlier)]);
    assert!(paid.lot_uses(wallet(2)).is_empty(), "of no other");
    assert_eq!(paid.expired(), Points::ZERO);
}

#[test]
fn a_closing_goes_to_the_book_of_what_was_decided() {
    for (charged, book) in [
        (ChargedValue::PaidBack, Book::PaidBack),
        (ChargedValue::GivenUp, Book::GivenUp),
        (ChargedValue::Undecided, Book::GivenUp),
    ] {
        let mut ledger = Ledger::new(Settings::default());
        if charged != ChargedValue::Undecided {
            ledger.apply(&command(1, START, charge(1, 100, "2027-12-31")), START).expect("charged");
        }
        let close = Op::Close { wallet: wallet(1), charged };
        let posted = ledger.apply(&command(2, START, close), START).expect("closed");
        assert_eq!(posted.credit, Account::Book(book), "{charged:?}");
    }
}

/// A lot of which nothing is used is not named.
#[test]
fn a_capture_names_the_lots_that_it_uses() {
    let mut ledger = Ledger::new(Settings::default());
    for (n, last_day) in [(1, "2027-06-30"), (2, "2027-12-31")] {
        ledger.apply(&command(n, START, charge(1, 50, last_day)), START).expect("charged");
    }
    let hold = Op::Hold { wallet: wallet(1), amount: Points(80), classes: Vec::new(), until: START };
    let hold = ledger.apply(&command(3, START, hold), START).expect("set aside").id;
    let payee = Payee::Shop(shop(1));
    let capture = Op::Capture { hold, amount: Points(20), payee, rest: Rest::Keep };
    let posted = ledger.apply(&command(4, START, capture), START).expect("used");
    let used: Vec<_> = posted.reserves.iter().map(|reserve| (reserve.lot, reserve.amount)).collect();
    assert_eq!(used, [(LotId(1), Points(-20))]);
}
