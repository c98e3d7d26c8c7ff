//! The auditor can fail: each thing that it must find is done to sound books or to right answers, and it names it.

use yui_ledger::{Ledger, Leg, Op, Posted, Settings, testing};
use yui_protocol::{
    CommandId, Points, ShopId, Subject,
    changes::Record,
    shop::TakingsRecord,
    wallet::{Entry, EntryKind, EntryState, Lot, ShopRef, WalletRecord},
};
use yui_store::Party;
use yui_tests::auditor::{Auditor, Books, Finding};

/// A charge, a payment and a refund of a part of it, as they were answered and as they stand.
struct Case {
    answers: Vec<(Party, Vec<Record>)>,
    books: Books,
    /// Asked for beside what is answered.
    asked: Vec<CommandId>,
}

fn hanako() -> Subject {
    testing::wallet(1)
}

fn maruya() -> ShopId {
    testing::shop(1)
}

/// The line of a posting, told as the server tells it.
fn line(posted: &Posted, to: Party) -> Entry {
    let lots = if let Party::Person(subject) = to { posted.lot_uses(subject) } else { Vec::new() };
    let payment = if let Op::Refund { payment, .. } = posted.op { Some(payment) } else { None };
    let kind = posted.entry_kind();
    let place = |id| ShopRef { id, name: "まるや食堂".to_owned(), area: "本町".to_owned() };
    Entry {
        id: posted.id,
        seq: posted.seq,
        at: posted.at,
        kind,
        state: if kind == EntryKind::Payment { EntryState::Paid } else { EntryState::Done },
        amount: posted.amount,
        refunded: Points::ZERO,
        receipt: format!("{}-{}", posted.at.day_jst().format("%y%m%d"), posted.seq),
        shop: posted.shop().map(place),
        programme: posted.programme().cloned(),
        payment,
        code: None,
        lots,
        expired: Points::ZERO,
    }
}

fn wallet(ledger: &Ledger) -> Record {
    let view = ledger.wallet(hanako(), testing::START);
    let lots: Vec<Lot> = view.lots;
    Record::Wallet(WalletRecord { seq: ledger.head().seq, available: view.available, held: view.held, lots })
}

fn takings(ledger: &Ledger) -> Record {
    let unsettled = ledger.shop_unsettled(maruya());
    Record::Takings(TakingsRecord { seq: ledger.head().seq, unsettled })
}

impl Case {
    fn sound() -> Self {
        let mut ledger = Ledger::new(Settings::default());
        let mut n = 0;
        let mut apply = |ledger: &mut Ledger, op| {
            n += 1;
            let posted =
                ledger.apply(&testing::command(n, testing::START, op), testing::START).expect("posted");
            Posted::clone(&posted)
        };
        let (she, shop) = (Party::Person(hanako()), Party::Shop(maruya()));
        let mut answers = Vec::new();
        let charged = apply(&mut ledger, testing::charge(1, 100, "2027-12-31"));
        answers.push((she, vec![Record::Entry(line(&charged, she)), wallet(&ledger)]));
        let paid = apply(&mut ledger, testing::pay(1, 1, 40));
        answers.push((she, vec![Record::Entry(line(&paid, she)), wallet(&ledger)]));
        let back = Op::Refund { payment: paid.id, shop: maruya(), amount: Points(10) };
        let back = apply(&mut ledger, back);
        answers.push((shop, vec![Record::Entry(line(&back, shop)), takings(&ledger)]));
        let lots = ledger.wallet(hanako(), testing::START).lots;
        let lots = lots.iter().map(|lot| (lot.id, lot.amount)).collect();
        Self { answers, books: Books { postings: vec![charged, paid, back], lots }, asked: Vec::new() }
    }

    fn found(&self) -> Vec<Finding> {
        let mut auditor = Auditor::default();
        self.asked.iter().for_each(|id| auditor.asks(*id));
        for (to, records) in &self.answers {
            if let Record::Entry(entry) = &records[0] {
                auditor.asks(entry.id);
            }
            auditor.answered(*to, records);
        }
        auditor.compare(&self.books)
    }

    fn answer(&mut self, n: usize) -> &mut Entry {
        let Record::Entry(entry) = &mut self.answers[n].1[0] else { panic!("a line") };
        entry
    }

    /// A row like this one under an id of its own.
    fn row_like(&self, n: usize) -> Posted {
        let like = self.books.postings[n].clone();
        Posted { id: testing::id(99, testing::START), seq: 9, ..like }
    }
}

#[test]
fn what_is_sound_is_found_sound() {
    let mut case = Case::sound();
    assert_eq!(case.found(), []);
    // Asked for again, and answered alike; the shop has another name by now.
    case.answers.push(case.answers[1].clone());
    case.answer(3).shop.as_mut().expect("a shop").name = "まるや".to_owned();
    assert_eq!(case.found(), []);
    // Somebody still waits: it may have happened or not.
    let waits = case.row_like(1);
    case.asked.push(waits.id);
    assert_eq!(case.found(), []);
}

#[test]
fn a_dropped_answer_is_found() {
    let mut case = Case::sound();
    let lost = case.books.postings.remove(1);
    let found = case.found();
    assert!(found.contains(&Finding::Lost(lost.id)), "{found:?}");
}

#[test]
fn a_doubled_answer_is_found() {
    // The second time it was done again instead of answered again.
    let mut case = Case::sound();
    let paid = case.answer(1).id;
    case.answers.push(case.answers[1].clone());
    let again = case.answer(3);
    (again.seq, again.receipt) = (9, again.receipt.replace("-2", "-9"));
    let doubled = Posted { seq: 9, ..case.books.postings[1].clone() };
    case.books.postings.push(doubled);
    let found = case.found();
    for wanted in [Finding::TwoAnswers(paid), Finding::Twice(paid)] {
        assert!(found.contains(&wanted), "{found:?}");
    }
}

#[test]
fn an_answer_that_is_altered_in_anything_is_found() {
    type Alter = fn(&mut Entry);
    let alterations: [Alter; 9] = [
        |line| line.amount.0 += 1,
        |line| line.seq += 1,
        |line| line.at.0 += 1,
        |line| line.kind = EntryKind::Grant,
        |line| line.receipt.push('0'),
        |line| line.shop.as_mut().expect("a shop").id = testing::shop(2),
        |line| line.lots[0].lot.0 += 1,
        |line| line.lots[0].amount.0 -= 1,
        |line| line.lots[0].last_day = testing::day("2027-12-30"),
    ];
    for (n, alter) in alterations.into_iter().enumerate() {
        let mut case = Case::sound();
        let paid = case.answer(1).id;
        alter(case.answer(1));
        let found = case.found();
        assert!(found.contains(&Finding::Altered(paid)), "alteration {n}: {found:?}");
    }
    let mut case = Case::sound();
    case.answer(2).payment = None;
    assert!(case.found().contains(&Finding::Altered(case.answer(2).id)));
}

#[test]
fn a_row_that_nobody_asked_for_is_found() {
    let mut case = Case::sound();
    let unasked = case.row_like(1);
    case.books.postings.push(unasked.clone());
    assert!(case.found().contains(&Finding::Unasked(unasked.id)));
}

#[test]
fn a_wrong_lot_is_found() {
    let mut case = Case::sound();
    let lot = *case.books.lots.keys().next().expect("a lot");
    // Money that came from nowhere, and money that is gone.
    for change in [1, -1] {
        let mut case = Case::sound();
        case.books.lots.get_mut(&lot).expect("a lot").0 += change;
        let found = case.found();
        let money = Finding::Money { told: Points(70), lies: Points(70 + change) };
        assert_eq!(found, [Finding::Lot(lot), money]);
    }
    // Rows and lots agree, and the answers do not.
    let Leg { amount, .. } = &mut case.books.postings[1].legs[0];
    amount.0 -= 1;
    case.books.lots.get_mut(&lot).expect("a lot").0 -= 1;
    let found = case.found();
    assert!(found.contains(&Finding::Unbalanced(case.books.postings[1].id)), "{found:?}");
}

#[test]
fn a_wallet_or_takings_that_were_told_wrongly_are_found() {
    let mut case = Case::sound();
    let Record::Wallet(wallet) = &mut case.answers[1].1[1] else { panic!("a wallet") };
    wallet.lots[0].amount.0 += 1;
    assert_eq!(case.found(), [Finding::View(Party::Person(hanako()), 2)]);
    let mut case = Case::sound();
    let Record::Takings(takings) = &mut case.answers[2].1[1] else { panic!("takings") };
    takings.unsettled.0 -= 1;
    assert_eq!(case.found(), [Finding::View(Party::Shop(maruya()), 3)]);
}
