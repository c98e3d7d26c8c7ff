//! What is written is what was meant, and only what this ledger writes is read: definitions and details of rows, and
//! what is asked about the recent past.

use yui_ledger::{
    Account, Ledger, MAX_AHEAD, Names, Op, Posted, Settings, SpentCode,
    row::PostingRow,
    testing::{START, charge, command, id, pay, shop, wallet},
};
use yui_protocol::{Millis, Points, TillId};

fn rich() -> Ledger {
    let mut ledger = Ledger::new(Settings::default());
    ledger.apply(&command(1, START, charge(1, 1_000, "2027-12-31")), START).expect("charged");
    ledger
}

/// A payment by a code at a till, as its row.
fn payment() -> (Names, PostingRow) {
    let mut ledger = rich();
    let mut by_code = pay(1, 1, 40);
    if let Op::Pay { code, till, .. } = &mut by_code {
        *code = Some(SpentCode { id: id(70, START), valid_until: START.plus(Millis::MINUTE) });
        *till = Some(TillId::from_bytes([7; 16]));
    }
    ledger.apply(&command(2, START, by_code), START).expect("paid");
    (ledger.names().clone(), ledger.rows().postings.row(1).expect("the second row"))
}

/// A row that defines these sets of classes and nothing else.
fn defining(classes: &[&str]) -> PostingRow {
    let length = |count: usize| u8::try_from(count).expect("short");
    let mut detail = vec![1, 0, 0, length(classes.len())];
    for list in classes {
        detail.push(length(list.len()));
        detail.extend(list.as_bytes());
    }
    detail.push(0);
    PostingRow { detail, ..payment().1 }
}

#[test]
fn a_definition_says_something_new_in_its_one_form() {
    for sound in [&["food"][..], &["food", "food,fuel", ""]] {
        Names::default().learn(&defining(sound)).expect("sound");
    }
    let long = "a".repeat(41);
    for wrong in [&["food", "food"][..], &["food,"], &[","], &[long.as_str()]] {
        assert!(Names::default().learn(&defining(wrong)).is_err(), "{wrong:?}");
    }
}

#[test]
fn a_detail_with_more_than_its_flags_can_say_is_none() {
    let (names, row) = payment();
    let posted = Posted::from_row(&row, &names).expect("our own row");
    assert!(matches!(posted.op, Op::Pay { code: Some(_), till: Some(_), .. }));
    let flags = flags_of(&row);
    assert_eq!(row.detail[flags], 3);
    for more in [4, 5, 7, 0x7f] {
        let mut other = row.clone();
        other.detail[flags] = more;
        assert!(Posted::from_row(&other, &names).is_err(), "{more}");
    }
}

/// The same where nothing follows that would be missing or too much.
#[test]
fn a_plain_payment_has_no_flags_but_none() {
    let mut ledger = rich();
    for n in [2, 3] {
        ledger.apply(&command(n, START, pay(1, 1, 40)), START).expect("paid");
    }
    let row = ledger.rows().postings.row(2).expect("the third row");
    assert_eq!(row.detail[..3], [0, 2, 0], "it defines nothing; the classes; the flags");
    Posted::from_row(&row, ledger.names()).expect("our own row");
    for more in [4, 8, 0x40] {
        let mut other = row.clone();
        other.detail[2] = more;
        assert!(Posted::from_row(&other, ledger.names()).is_err(), "{more}");
    }
}

/// Where the flags of a payment stand: before the code's id.
fn flags_of(row: &PostingRow) -> usize {
    let code = id(70, START);
    row.detail.windows(16).position(|bytes| bytes == code.as_bytes()).expect("the code's id") - 1
}

#[test]
fn the_names_of_the_rows_are_those_of_the_ledger() {
    let (names, row) = payment();
    assert_eq!(names.account(row.debit), Some(Account::Wallet(wallet(1))));
    assert_eq!(names.account(row.credit), Some(Account::Shop(shop(1))));
    assert_eq!(names.account(0), None);
}

#[test]
fn what_was_given_back_of_a_recent_payment_is_known() {
    let mut ledger = rich();
    let paid = command(2, START, pay(1, 1, 40));
    assert_eq!(ledger.refunded(paid.id), None);
    ledger.apply(&paid, START).expect("paid");
    assert_eq!(ledger.refunded(paid.id), Some(Points::ZERO));
    let back = Op::Refund { payment: paid.id, shop: shop(1), amount: Points(15) };
    ledger.apply(&command(3, START, back), START).expect("given back");
    assert_eq!(ledger.refunded(paid.id), Some(Points(15)));
}

#[test]
fn only_a_payment_that_may_be_older_is_asked_of_the_store() {
    let refund = |n| Op::Refund { payment: id(n, START), shop: shop(1), amount: Points(1) };
    let mut ledger = rich();
    assert_eq!(ledger.needs(&refund(99)), None, "everything that was ever accepted is in memory");
    assert_eq!(ledger.needs(&pay(1, 1, 1)), None);
    let settings = Settings { answers_at_most: 1, ids_at_most: 1, ..Settings::default() };
    ledger = Ledger::new(settings);
    for (n, at) in [(1, START), (2, START.plus(Millis::DAY))] {
        ledger.apply(&command(n, at, charge(1, 10, "2027-12-31")), at).expect("charged");
        ledger.committed();
    }
    assert_eq!(ledger.needs(&refund(99)), Some(id(99, START)));
}

#[test]
fn an_id_may_be_ahead_as_far_as_clocks_differ() {
    let mut ledger = rich();
    let ahead = command(2, START.plus(MAX_AHEAD), pay(1, 1, 1));
    ledger.apply(&ahead, START).expect("a phone's clock runs ahead so far");
}

#[test]
fn a_hold_is_written_with_its_own_end() {
    let mut ledger = rich();
    let until = START.plus(Millis::DAY);
    let hold = Op::Hold { wallet: wallet(1), amount: Points(50), classes: Vec::new(), until };
    ledger.apply(&command(2, START, hold), START).expect("set aside");
    let row = ledger.rows().holds.row(0).expect("a hold");
    assert_eq!((row.until, row.amount), (until.0, 50));
}
