//! The edges: the last day and the instant after it, ends of months, leap days, the ends of the integers, the
//! race for a budget, ids and codes at the end of their lives.

use chrono::NaiveDate;
use yui_ledger::{
    CODE_LIFE, Caps, ChargedValue, Ledger, MAX_AHEAD, Op, Payee, Posted, Rest, Settings, SpentCode,
    row::BatchRow,
    testing::{START, Tables, charge, command, day, id, pay, programme, shop, terms, wallet},
};
use yui_protocol::{
    ErrorCode, Millis, Points,
    municipality::{StepUp, Validity},
    wallet::{EntryKind, LotKind},
};
use yui_rules::wallet::{
    step_up::{MAX_WINDOW_HOURS, window_start},
    validity::last_day,
};

/// A ledger with a counter for ids, so that a test says only what is done and when.
struct Town {
    ledger: Ledger,
    count: u64,
}

impl Town {
    fn new() -> Self {
        Self { ledger: Ledger::new(Settings::default()), count: 0 }
    }

    fn at(&mut self, at: Millis, op: Op) -> Result<Posted, ErrorCode> {
        self.count += 1;
        let posted = self.ledger.apply(&command(self.count, at, op), at).map_err(|refusal| refusal.0)?;
        self.ledger.check().expect("invariants hold");
        Ok(Posted::clone(&posted))
    }

    fn balance(&self, number: u8) -> i64 {
        self.ledger.wallet(wallet(number), START).balance.0
    }
}

/// The last millisecond of a day in Japan.
fn end_of(day: NaiveDate) -> Millis {
    Millis::start_of_day_jst(day.succ_opt().expect("in the calendar")).plus(-1)
}

#[test]
fn value_ends_at_midnight_in_japan_whether_or_not_it_was_expired() {
    for (issued, months) in [
        ("2026-08-31", 6),
        ("2027-08-31", 6),
        ("2028-02-29", 12),
        ("2027-12-31", 2),
        ("2027-03-31", 6),
        ("2027-01-01", 6),
    ] {
        let issued = day(issued);
        let last = last_day(&Validity::Months { months }, issued).expect("in the calendar");
        let mut town = Town::new();
        let now = Millis::start_of_day_jst(issued);
        town.at(now, charge(1, 100, &last.to_string())).expect("charged");
        town.at(end_of(last), pay(1, 1, 40)).expect("the last millisecond still counts");
        let after = end_of(last).plus(1);
        assert_eq!(town.at(after, pay(1, 1, 1)), Err(ErrorCode::InsufficientBalance), "{last}");
        let view = town.ledger.wallet(wallet(1), after);
        assert_eq!((view.balance, view.available, view.expiry_due), (Points(60), Points(0), true));
        assert_eq!(town.ledger.expiry_due(after, None).collect::<Vec<_>>(), [wallet(1)]);
        let expired = town.at(after, Op::Expire { wallet: wallet(1) }).expect("there is something");
        assert_eq!((expired.entry_kind(), expired.expired()), (EntryKind::Expiry, Points(60)));
        assert_eq!(town.at(after, Op::Expire { wallet: wallet(1) }), Err(ErrorCode::NotFound));
    }
}

#[test]
fn nothing_is_issued_that_has_run_out_already() {
    let mut town = Town::new();
    let last = START.day_jst();
    assert!(town.at(end_of(last), charge(1, 1, &last.to_string())).is_ok());
    assert_eq!(
        town.at(end_of(last).plus(1), charge(1, 1, &last.to_string())),
        Err(ErrorCode::ProgrammeClosed)
    );
}

#[test]
fn amounts_at_the_ends_of_the_integers_are_refused() {
    let mut town = Town::new();
    for amount in [0, -1, i64::MIN, i64::MAX, Points::MAX_ACT.0 + 1] {
        assert_eq!(town.at(START, charge(1, amount, "2027-12-31")), Err(ErrorCode::AmountInvalid));
        assert_eq!(town.at(START, pay(1, 1, amount)), Err(ErrorCode::AmountInvalid));
    }
    for _ in 0..20 {
        town.at(START, charge(1, Points::MAX_ACT.0, "2027-12-31")).expect("the largest act");
    }
    assert_eq!(town.balance(1), 20 * Points::MAX_ACT.0);
    let caps = Caps { budget: Some(Points(i64::MAX)), per_person: Some(Points(i64::MAX)) };
    let terms = terms(LotKind::Granted, "grant", "2027-12-31", &[]);
    let op = Op::Issue { wallet: wallet(1), terms, amount: Points(1), caps };
    assert!(town.at(START, op).is_ok());
}

/// A log as long as a number of ours can say, but for one row.
fn almost_full() -> Town {
    let (last_seq, hash) = (i64::MAX - 1, [7; 32]);
    let head = BatchRow { first_seq: last_seq, last_seq, at: START.0, hash };
    let tables = Tables { head: Some(head), ..Tables::default() };
    Town { ledger: Ledger::restore(Settings::default(), &tables).expect("sound"), count: 0 }
}

/// The last row is one, and there is none after it.
#[test]
fn a_log_at_the_end_of_the_integers_takes_no_more_money() {
    let mut town = almost_full();
    let last = town.at(START, charge(1, 100, "2027-12-31")).expect("the last row");
    assert_eq!(last.seq, i64::MAX);
    for op in [charge(1, 1, "2027-12-31"), pay(1, 1, 1)] {
        assert_eq!(town.at(START, op), Err(ErrorCode::Internal));
    }
    assert_eq!((town.ledger.head().seq, town.balance(1)), (i64::MAX, 100), "nothing is half done");
}

#[test]
fn a_log_at_the_end_of_the_integers_takes_no_more_events() {
    let mut ledger = almost_full().ledger;
    assert_eq!(ledger.append(1, vec![1], START), Ok(i64::MAX));
    ledger.check().expect("invariants hold");
    let full = ledger.clone();
    assert_eq!(ledger.append(1, vec![2], START).expect_err("full").0, ErrorCode::Internal);
    assert_eq!(ledger, full, "nothing is half done");
}

#[test]
fn the_last_of_a_budget_goes_to_one() {
    let mut town = Town::new();
    let terms = terms(LotKind::Granted, "grant", "2027-12-31", &[]);
    let caps = Caps { budget: Some(Points(250)), per_person: Some(Points(150)) };
    let issue = |to: u8, amount: i64| Op::Issue {
        wallet: wallet(to),
        terms: terms.clone(),
        amount: Points(amount),
        caps,
    };
    town.at(START, issue(1, 100)).expect("in the budget");
    assert_eq!(town.at(START, issue(1, 51)), Err(ErrorCode::ProgrammePersonCap));
    town.at(START, issue(2, 149)).expect("in the budget");
    assert_eq!(town.at(START, issue(3, 2)), Err(ErrorCode::ProgrammeBudget));
    town.at(START, issue(3, 1)).expect("the very last point");
    assert_eq!(town.at(START, issue(4, 1)), Err(ErrorCode::ProgrammeBudget));
    assert_eq!(town.ledger.programme(&programme("grant")).issued, Points(250));
    assert_eq!(town.ledger.issued_to(wallet(2), &programme("grant")), Points(149));
}

#[test]
fn a_refund_goes_to_the_last_used_first_and_never_past_its_end() {
    let mut town = Town::new();
    town.at(START, charge(1, 100, "2027-03-02")).expect("charged");
    town.at(START, charge(1, 100, "2027-04-30")).expect("charged");
    let payment = town.at(START, pay(1, 1, 150)).expect("paid");
    let refund = |amount| Op::Refund { payment: payment.id, shop: shop(1), amount: Points(amount) };
    let later = Millis::start_of_day_jst(day("2027-03-03"));
    let first = town.at(later, refund(30)).expect("a part");
    assert_eq!((first.expired(), town.balance(1)), (Points(0), 80));
    let told_before = town.ledger.preview(&command(999, later, refund(120)), later).expect("would be done");
    assert_eq!((told_before.expired(), town.balance(1)), (Points(100), 80));
    let second = town.at(later, refund(120)).expect("the rest");
    assert_eq!((second.expired(), town.balance(1)), (Points(100), 100));
    assert_eq!(second.lot_uses(wallet(1)).iter().map(|part| part.amount.0).sum::<i64>(), 120);
    assert_eq!(town.at(later, refund(1)), Err(ErrorCode::RefundTooLarge));
}

#[test]
fn a_refund_needs_what_the_shop_has_not_been_paid_yet() {
    let mut town = Town::new();
    town.at(START, charge(1, 100, "2027-12-31")).expect("charged");
    let payment = town.at(START, pay(1, 1, 100)).expect("paid").id;
    town.at(START, Op::Settle { shop: shop(1), amount: Points(60) }).expect("settled");
    let refund = |to, amount| Op::Refund { payment, shop: shop(to), amount: Points(amount) };
    assert_eq!(town.at(START, refund(1, 41)), Err(ErrorCode::RefundNotCovered));
    assert_eq!(town.at(START, refund(2, 1)), Err(ErrorCode::PaymentUnknown));
    town.at(START, refund(1, 40)).expect("covered");
    assert_eq!(town.ledger.shop_unsettled(shop(1)), Points(0));
}

#[test]
fn a_hold_takes_only_what_outlives_it_and_pays_a_helper_a_reward() {
    let mut town = Town::new();
    town.at(START, charge(1, 100, "2027-03-05")).expect("charged");
    town.at(START, charge(1, 100, "2027-03-31")).expect("charged");
    let until = Millis::start_of_day_jst(day("2027-03-06"));
    let hold = |amount| Op::Hold { wallet: wallet(1), amount: Points(amount), classes: Vec::new(), until };
    assert_eq!(town.at(START, hold(101)), Err(ErrorCode::InsufficientBalance));
    let aside = town.at(START, hold(100)).expect("held").id;
    assert_eq!(town.at(START, pay(1, 1, 101)), Err(ErrorCode::InsufficientBalance));
    let reward = terms(LotKind::Reward, "reward", "2027-09-30", &[]);
    let capture = |terms, amount, rest| Op::Capture {
        hold: aside,
        amount: Points(amount),
        payee: Payee::Helper { wallet: wallet(2), terms },
        rest,
    };
    let granted = terms(LotKind::Granted, "reward", "2027-09-30", &[]);
    assert_eq!(town.at(START, capture(granted, 1, Rest::Keep)), Err(ErrorCode::MalformedRequest));
    town.at(until, capture(reward.clone(), 30, Rest::Keep)).expect("the first helper");
    assert_eq!(town.at(until, capture(reward.clone(), 71, Rest::Keep)), Err(ErrorCode::HoldExceeded));
    assert_eq!(
        town.at(until, Op::Close { wallet: wallet(1), charged: ChargedValue::PaidBack }),
        Err(ErrorCode::HoldOpen)
    );
    let paid = town.at(until, capture(reward.clone(), 50, Rest::Release)).expect("the second");
    assert_eq!(paid.lot_uses(wallet(2))[0].kind, LotKind::Reward);
    assert_eq!((town.balance(1), town.balance(2)), (120, 80));
    assert_eq!(town.ledger.wallet(wallet(1), until).held, Points(0));
    assert_eq!(town.at(until, capture(reward, 1, Rest::Keep)), Err(ErrorCode::HoldUnknown));
    let book = town.ledger.programme(&programme("charge-2027"));
    assert_eq!((book.redeemed, book.outstanding), (Points(80), Points(120)));
}

#[test]
fn a_hold_beyond_the_calendar_is_refused() {
    let mut town = Town::new();
    town.at(START, charge(1, 100, "2027-03-05")).expect("charged");
    let until = Millis(i64::MAX);
    let hold = Op::Hold { wallet: wallet(1), amount: Points(1), classes: Vec::new(), until };
    assert_eq!(town.at(START, hold), Err(ErrorCode::MalformedRequest));
}

#[test]
fn kinds_never_mix_even_under_one_programme() {
    let mut town = Town::new();
    for kind in [LotKind::Charged, LotKind::Granted] {
        let terms = terms(kind, "both", "2027-12-31", &[]);
        let op = Op::Issue { wallet: wallet(1), terms, amount: Points(10), caps: Caps::default() };
        town.at(START, op).expect("issued");
    }
    let payment = town.at(START, pay(1, 1, 15)).expect("paid");
    let refund = Op::Refund { payment: payment.id, shop: shop(1), amount: Points(15) };
    town.at(START, refund).expect("given back");
    let lots = town.ledger.wallet(wallet(1), START).lots;
    let kinds: Vec<_> = lots.iter().map(|lot| (lot.kind, lot.amount.0)).collect();
    assert_eq!(kinds, [(LotKind::Charged, 10), (LotKind::Granted, 10)]);
}

#[test]
fn only_charged_value_is_paid_back_to_who_leaves() {
    let mut town = Town::new();
    town.at(START, charge(1, 70, "2027-12-31")).expect("charged");
    let terms = terms(LotKind::Granted, "grant", "2027-12-31", &[]);
    let grant = Op::Issue { wallet: wallet(1), terms, amount: Points(30), caps: Caps::default() };
    town.at(START, grant.clone()).expect("granted");
    let close = |charged| Op::Close { wallet: wallet(1), charged };
    assert_eq!(town.at(START, close(ChargedValue::Undecided)), Err(ErrorCode::BalanceRemains));
    let left = town.at(START, close(ChargedValue::PaidBack)).expect("closed");
    assert_eq!(left.amount, Points(100));
    assert_eq!(town.ledger.programme(&programme("charge-2027")).paid_back, Points(70));
    assert_eq!(town.ledger.programme(&programme("grant")).given_up, Points(30));
    for op in [grant, pay(1, 1, 1), close(ChargedValue::GivenUp)] {
        assert_eq!(town.at(START, op), Err(ErrorCode::WalletClosed));
    }
}

#[test]
fn a_code_is_spent_once_and_forgotten_only_when_it_could_not_be_used() {
    let mut town = Town::new();
    town.at(START, charge(1, 100, "2027-12-31")).expect("charged");
    let code = id(77, START);
    let with = |valid_until| match pay(1, 1, 1) {
        Op::Pay { payer, shop, shop_classes, amount, till, .. } => Op::Pay {
            payer,
            shop,
            shop_classes,
            amount,
            till,
            code: Some(SpentCode { id: code, valid_until }),
        },
        other => other,
    };
    let end = START.plus(Millis::MINUTE);
    town.at(end, with(end)).expect("at its last instant");
    assert_eq!(town.at(end, with(end)), Err(ErrorCode::CodeUsed));
    assert_eq!(town.at(end.plus(1), with(end)), Err(ErrorCode::CodeExpired));
    let forever = Millis(i64::MAX);
    town.ledger.committed();
    assert!(town.ledger.code_used(code));
    assert_eq!(town.at(START.plus(CODE_LIFE), with(forever)), Err(ErrorCode::CodeUsed));
    town.at(START.plus(CODE_LIFE + 1), charge(1, 1, "2027-12-31")).expect("time goes on");
    town.ledger.committed();
    assert!(!town.ledger.code_used(code), "memory is bounded");
    assert_eq!(town.at(START.plus(CODE_LIFE + 1), with(forever)), Err(ErrorCode::CodeExpired));
}

#[test]
fn the_longest_window_that_a_town_may_set_is_in_memory() {
    let mut town = Town::new();
    town.at(START, charge(1, 1000, "2027-12-31")).expect("charged");
    town.at(START, pay(1, 1, 700)).expect("paid");
    let longest = StepUp { user_from: Points(1000), card_from: Points(2000), window_hours: MAX_WINDOW_HOURS };
    let last = START.plus(i64::from(MAX_WINDOW_HOURS) * Millis::HOUR);
    for (now, counted) in [(last, 800), (last.plus(1), 101)] {
        town.at(now, pay(1, 1, if now == last { 100 } else { 1 })).expect("paid");
        town.ledger.committed();
        assert_eq!(town.ledger.spent_since(wallet(1), window_start(&longest, now)), Points(counted));
    }
}

#[test]
fn an_id_is_of_now_and_one_act() {
    let mut ledger = Ledger::new(Settings { answers_at_most: 2, ids_at_most: 4, ..Settings::default() });
    let first = command(1, START, charge(1, 10, "2027-12-31"));
    let posted = ledger.apply(&first, START).expect("charged");
    assert_eq!(ledger.apply(&first, START.plus(Millis::DAY)), Ok(posted), "accepted once, answered for ever");
    let mut other = first.clone();
    other.digest[0] ^= 1;
    assert_eq!(ledger.apply(&other, START).expect_err("another payload").0, ErrorCode::IdConflict);
    let ahead = command(2, START.plus(MAX_AHEAD + 1), pay(1, 1, 1));
    assert_eq!(ledger.apply(&ahead, START).expect_err("from the future").0, ErrorCode::ClockSkew);

    for (step, n) in (2..).zip(10..20) {
        let at = START.plus(step * MAX_AHEAD);
        let command = command(n, at, charge(1, 1, "2027-12-31"));
        assert!(!ledger.may_be_older(command.id), "a fresh id needs no look into the store");
        ledger.apply(&command, at).expect("charged");
        ledger.committed();
        assert!(!ledger.may_be_older(command.id));
    }
    assert!(ledger.find(first.id).is_none() && ledger.may_be_older(first.id));
    let eight = START.plus(8 * MAX_AHEAD);
    assert!(ledger.find(id(16, eight)).is_none() && ledger.may_be_older(id(16, eight)));
    let early = command(99, START, pay(1, 1, 1));
    assert_eq!(ledger.apply(&early, START).expect_err("time went back").0, ErrorCode::Internal);
}
