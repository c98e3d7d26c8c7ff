//! The invariants, asserted before every commit in production over what the batch touched. A broken one stops the writer.

use std::collections::{HashMap, HashSet};

use yui_protocol::{Points, Subject};
use yui_rules::wallet::spend_order::admits;

use crate::{
    Account, Broken, Flow, Invariant, Ledger, LotPart, Op, Posted,
    flush::Touched,
    row::{LogRow, PostingRow},
    state::AccountState,
};

/// The invariant that does not hold, and how it shows.
type Finding = (Invariant, &'static str);

impl Ledger {
    /// Checks everything that this batch touched. Costs what the batch costs.
    pub fn check(&self) -> Result<(), Broken> {
        self.check_log()?;
        self.check_caps()?;
        let touched = Touched::of(&self.journal);
        let lot_owners = touched.lots.values().map(|(account, _)| account);
        for no in touched.accounts.iter().chain(lot_owners) {
            self.check_account(*no)?;
        }
        for no in &touched.programmes {
            self.check_programme(*no)?;
        }
        for payment in touched.refunded.values() {
            let recent = self.window.get(*payment);
            self.hold_that(
                recent.is_some_and(|r| r.refunded <= r.posted.amount),
                Invariant::Refunds,
                || "more was refunded than paid".to_owned(),
            )?;
        }
        self.hold_that(self.state.sum == 0, Invariant::Sums, || "balances do not sum to zero".to_owned())
    }

    fn hold_that(
        &self,
        holds: bool,
        invariant: Invariant,
        what: impl FnOnce() -> String,
    ) -> Result<(), Broken> {
        if holds { Ok(()) } else { Err(Broken { seq: self.head.seq, invariant, what: what() }) }
    }

    /// The chain, time, and each posting.
    fn check_log(&self) -> Result<(), Broken> {
        let mut head = self.base.head;
        let mut ids = HashSet::with_capacity(self.postings.len());
        for row in self.log() {
            let (seq, at) = row.place();
            let broken = |(invariant, what): Finding| Broken { seq, invariant, what: what.to_owned() };
            if head.seq.checked_add(1) != Some(seq) {
                return Err(broken((Invariant::Chain, "the rows of the batch have a gap")));
            }
            if at < head.at.0 {
                return Err(broken((Invariant::Time, "time goes back")));
            }
            if let LogRow::Posting(row) = &row {
                if !ids.insert(row.id) {
                    return Err(broken((Invariant::IdsOnce, "an id stands twice")));
                }
                self.check_posting(row).map_err(broken)?;
            }
            head = head.after(&row);
        }
        self.hold_that(head == self.head, Invariant::Chain, || "the chain does not lead here".to_owned())
    }

    fn log(&self) -> impl Iterator<Item = LogRow> + '_ {
        let mut postings = self.postings.iter().peekable();
        let mut events = self.events.iter().peekable();
        std::iter::from_fn(move || {
            let event_first = match (postings.peek(), events.peek()) {
                (Some(posting), Some(event)) => event.seq < posting.seq,
                (posting, _) => posting.is_none(),
            };
            if event_first { events.next().map(LogRow::Event) } else { postings.next().map(LogRow::Posting) }
        })
    }

    fn check_posting(&self, row: &PostingRow) -> Result<(), Finding> {
        let id = yui_protocol::CommandId::from_bytes(row.id);
        let posted = self.find(id).ok_or((Invariant::IdsOnce, "an accepted id is not remembered"))?;
        let sum: i128 = posted.legs.iter().map(|leg| i128::from(leg.amount.0)).sum();
        if sum != 0 {
            return Err((Invariant::Sums, "the legs do not sum to zero"));
        }
        let may_be_zero = matches!(posted.op, Op::Close { .. });
        if row.amount < i64::from(!may_be_zero) || posted.legs.iter().any(|leg| leg.amount == Points::ZERO) {
            return Err((Invariant::AmountsPositive, "an amount is not positive"));
        }
        check_use(posted)
    }

    /// The caps, from the sums after the batch back to those after each issue.
    fn check_caps(&self) -> Result<(), Broken> {
        let (mut later, mut later_to) = (HashMap::new(), HashMap::new());
        for (seq, id) in self.postings.seq.iter().zip(&self.postings.id).rev() {
            let Some(posted) = self.find(yui_protocol::CommandId::from_bytes(*id)) else { continue };
            let Some((wallet, part, amount)) = issued_by(posted) else { continue };
            let (programme, no) = (&part.terms.terms.programme, part.terms.programme_no);
            let in_all = later.entry(no).or_insert(0);
            let to_wallet = later_to.entry((wallet, no)).or_insert(0);
            let issued = Points(self.programme(programme).issued.0 - *in_all);
            let given = Points(self.issued_to(wallet, programme).0 - *to_wallet);
            if let Op::Issue { caps, .. } = &posted.op {
                let within = |cap: Option<Points>, sum| cap.is_none_or(|cap| sum <= cap);
                if !within(caps.budget, issued) || !within(caps.per_person, given) {
                    return Err(Broken {
                        seq: *seq,
                        invariant: Invariant::Caps,
                        what: "a cap of the programme is passed".to_owned(),
                    });
                }
            }
            *in_all += amount.0;
            *to_wallet += amount.0;
        }
        Ok(())
    }

    /// What is of one account.
    pub(crate) fn check_account(&self, no: i64) -> Result<(), Broken> {
        let account = self.state.account(no);
        let Some((account, name)) = account.zip(self.state.names.account(no)) else {
            return self.hold_that(false, Invariant::Lots, || format!("account {no} is unknown"));
        };
        let broken = match name {
            Account::Wallet(_) => self.check_wallet(no, account),
            Account::Shop(_) if account.balance.amount < 0 => {
                Some((Invariant::NothingBelowZero, "a shop is below zero"))
            }
            Account::Shop(_) | Account::Book(_) => None,
        };
        broken.map_or(Ok(()), |(invariant, what)| {
            self.hold_that(false, invariant, || format!("account {no}: {what}"))
        })
    }

    fn check_wallet(&self, no: i64, account: &AccountState) -> Option<Finding> {
        let balance = account.balance;
        let (mut amount, mut set_aside) = (0i128, 0i128);
        for lot in &account.lots {
            if lot.held.0 < 0 || lot.amount < lot.held {
                return Some((Invariant::NothingBelowZero, "a lot is below what is set aside of it"));
            }
            amount += i128::from(lot.amount.0);
            set_aside += i128::from(lot.held.0);
        }
        if balance.amount < 0 || balance.held < 0 || balance.held > balance.amount {
            return Some((Invariant::NothingBelowZero, "a wallet is below zero"));
        }
        if amount != i128::from(balance.amount) || set_aside != i128::from(balance.held) {
            return Some((Invariant::Lots, "lots do not add up to the balance"));
        }
        let mut open = 0i128;
        for seq in &account.holds {
            let Some(hold) = self.state.holds.get(seq).filter(|hold| hold.account == no) else {
                return Some((Invariant::HoldsOnce, "a hold of the wallet is not open"));
            };
            if hold.parts.iter().any(|(_, part)| *part <= 0) {
                return Some((Invariant::HoldsOnce, "a hold is used up and still open"));
            }
            open += i128::from(hold.amount());
        }
        if open != set_aside {
            return Some((Invariant::SetAside, "open holds do not add up to what is set aside"));
        }
        (balance.closed && balance.amount != 0)
            .then_some((Invariant::NothingBelowZero, "a closed wallet holds value"))
    }

    /// The book of one programme.
    pub(crate) fn check_programme(&self, no: i64) -> Result<(), Broken> {
        let book = self.state.programme(no).map(crate::state::ProgrammeBook::outstanding);
        let lots = crate::names::index_of(no).and_then(|index| self.state.in_lots.get(index)).copied();
        self.hold_that(book.is_some() && book.map(i128::from) == lots, Invariant::Books, || {
            format!("the book of programme {no} is not what its lots add up to")
        })
    }

    /// All accounts, programmes and the whole sum: at start and in `verify-ledger`.
    pub(crate) fn check_all(&self) -> Result<(), Broken> {
        for no in 1..crate::names::number_of(self.state.accounts.len()) {
            self.check_account(no)?;
        }
        for no in 1..crate::names::number_of(self.state.programmes.len()) {
            self.check_programme(no)?;
        }
        self.hold_that(self.state.sum == 0, Invariant::Sums, || "balances do not sum to zero".to_owned())
    }
}

/// The lot that this posting made.
fn issued_by(posted: &Posted) -> Option<(Subject, &LotPart, Points)> {
    posted.legs.iter().find_map(|leg| match (leg.account, &leg.lot) {
        (Account::Wallet(wallet), Some(part)) if part.flow == Flow::Issued => {
            Some((wallet, part, leg.amount))
        }
        _ => None,
    })
}

/// Value is used before it runs out, and where its terms allow.
fn check_use(posted: &Posted) -> Result<(), Finding> {
    let place: &[String] = match &posted.op {
        Op::Pay { shop_classes, .. } => shop_classes,
        _ => &[],
    };
    let used = |part: &LotPart, amount: Points| part.flow == Flow::Redeemed && amount < Points::ZERO;
    for leg in &posted.legs {
        let Some(part) = leg.lot.as_ref().filter(|part| used(part, leg.amount)) else { continue };
        let terms = &part.terms.terms;
        if terms.last_day < posted.at.day_jst() {
            return Err((Invariant::Lots, "value was used after its last day"));
        }
        if matches!(posted.op, Op::Pay { .. }) && !admits(&terms.classes, place) {
            return Err((Invariant::Lots, "restricted value was used elsewhere"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use yui_protocol::{CommandId, LotId, Millis, ShopId, wallet::LotKind};

    use super::*;
    use crate::{Caps, Command, LotTerms, Settings};

    const AT: Millis = Millis(1_803_870_000_000);

    fn command(n: u8, op: Op) -> Command {
        Command { id: CommandId::new(AT, [n; 10]), digest: [n; 32], signature: None, op }
    }

    fn wallet() -> Subject {
        Subject::from_bytes([1; 16])
    }

    /// One batch with an issue, a payment, a refund and a hold. The wallet is account 2, its lot has number 1.
    fn batch() -> Ledger {
        let terms = LotTerms {
            kind: LotKind::Charged,
            programme: "charge".parse().expect("a slug"),
            last_day: AT.day_jst(),
            classes: vec!["food".to_owned()],
        };
        let caps = Caps { budget: Some(Points(100)), per_person: Some(Points(100)) };
        let (shop, food) = (ShopId([1; 8]), vec!["food".to_owned()]);
        let amount = Points(100);
        let issue = Op::Issue { wallet: wallet(), terms, amount, caps };
        let (payer, amount) = (wallet(), Points(40));
        let pay = Op::Pay { payer, shop, shop_classes: food.clone(), amount, code: None, till: None };
        let payment = command(2, pay.clone()).id;
        let refund = Op::Refund { payment, shop, amount: Points(10) };
        let hold = Op::Hold { wallet: wallet(), amount: Points(20), classes: food, until: AT };
        let mut ledger = Ledger::new(Settings::default());
        for (n, op) in (1..).zip([issue, pay, refund, hold]) {
            ledger.apply(&command(n, op), AT).expect("accepted");
        }
        ledger
    }

    fn lot(ledger: &mut Ledger) -> &mut crate::LotState {
        &mut ledger.state.accounts[1].lots[0]
    }

    /// Alters an accepted posting in memory.
    fn alter(ledger: &mut Ledger, n: u8, change: fn(&mut Posted)) {
        let id = CommandId::new(AT, [n; 10]);
        let mut posted = Posted::clone(ledger.find(id).expect("accepted"));
        change(&mut posted);
        ledger.window.replace(posted);
    }

    #[test]
    fn a_sound_batch_passes() {
        batch().check().expect("nothing is broken");
    }

    #[test]
    fn each_broken_invariant_is_seen_and_named() {
        type Break = (Invariant, &'static str, fn(&mut Ledger));
        let breaks: [Break; 20] = [
            (Invariant::Sums, "", |l| alter(l, 2, |posted| posted.legs[0].amount.0 -= 1)),
            (Invariant::Sums, "", |l| l.state.sum += 1),
            (Invariant::NothingBelowZero, "", |l| lot(l).held = Points(1_000)),
            (Invariant::NothingBelowZero, "", |l| l.state.accounts[1].balance.amount = -1),
            (Invariant::NothingBelowZero, "a wallet is below", |l| l.state.accounts[1].balance.held = -1),
            (Invariant::NothingBelowZero, "", |l| l.state.accounts[2].balance.amount = -1),
            (Invariant::AmountsPositive, "", |l| l.postings.amount[1] = 0),
            (Invariant::AmountsPositive, "", |l| l.postings.amount[3] = -5),
            (Invariant::IdsOnce, "", |l| l.postings.id[1] = l.postings.id[0]),
            (Invariant::IdsOnce, "", |l| l.window = crate::window::Window::default()),
            (Invariant::HoldsOnce, "", |l| l.state.holds.values_mut().for_each(|hold| hold.parts[0].1 = 0)),
            (Invariant::Chain, "", |l| l.postings.seq[3] = 9),
            (Invariant::Chain, "", |l| l.postings.digest[1][0] ^= 1),
            (Invariant::Chain, "", |l| l.postings.truncate(3)),
            (Invariant::Lots, "", |l| lot(l).amount.0 += 1),
            (Invariant::Lots, "value was used after", |l| {
                alter(l, 2, |posted| posted.at = posted.at.plus(Millis::DAY));
            }),
            (Invariant::Lots, "restricted", |l| {
                alter(l, 2, |posted| {
                    if let Op::Pay { shop_classes, .. } = &mut posted.op {
                        shop_classes.clear();
                    }
                });
            }),
            (Invariant::SetAside, "", |l| l.state.holds.values_mut().for_each(|hold| hold.parts[0].1 += 1)),
            (Invariant::Books, "", |l| l.state.programmes[0].expired += 1),
            (Invariant::Time, "", |l| l.postings.at[2] -= 1),
        ];
        for (case, (invariant, what, corrupt)) in breaks.into_iter().enumerate() {
            let mut ledger = batch();
            corrupt(&mut ledger);
            let broken = ledger.check().expect_err(what);
            assert_eq!(broken.invariant, invariant, "case {case}: {broken}");
            assert!(broken.what.contains(what), "case {case}: {broken}");
            assert!(broken.to_string().starts_with(&format!("invariant {} broken at row ", invariant as u8)));
        }
    }

    #[test]
    fn too_much_refunded_and_caps_passed_are_seen() {
        let mut ledger = batch();
        ledger.window.set_refunded(CommandId::new(AT, [2; 10]), Points(41));
        assert_eq!(ledger.check().expect_err("refunded").invariant, Invariant::Refunds);
        for per_person in [true, false] {
            let mut ledger = batch();
            let low = |caps: &mut Caps| {
                if per_person { &mut caps.per_person } else { &mut caps.budget }.insert(Points(99)).0
            };
            let mut posted = Posted::clone(ledger.find(CommandId::new(AT, [1; 10])).expect("accepted"));
            if let Op::Issue { caps, .. } = &mut posted.op {
                assert_eq!(low(caps), 99);
            }
            ledger.window.replace(posted);
            assert_eq!(ledger.check().expect_err("caps").invariant, Invariant::Caps);
        }
        assert_eq!(batch().state.lot(2, LotId(1)).map(|lot| lot.amount), Some(Points(70)));
    }
}
