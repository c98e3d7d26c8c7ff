//! The invariants that are asserted before every commit in production, over what the batch touched.
//!
//! Numbers as in the design: 1 postings and the whole sum to zero, 2 nothing below zero, 3 amounts are
//! positive, 5 an id is seen once, 6 a hold is used up at most once, 7 the chain has no gap, 9 lots add up and
//! are used within their terms, 10 no more is refunded than was paid, 11 caps hold, 12 held = Σ open holds,
//! 13 issued less what left is what is in lots, 14 time never goes back. A broken one stops the writer.

use std::collections::{HashMap, HashSet};

use yui_protocol::{Points, Subject};
use yui_rules::spend_order::admits;

use crate::{
    Account, Broken, Flow, Ledger, LotPart, Op, Posted,
    chain::Head,
    flush::Touched,
    row::{LogRow, PostingRow},
    state::AccountState,
};

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
            self.hold_that(recent.is_some_and(|r| r.refunded <= r.posted.amount), || {
                "10: more was refunded than paid".to_owned()
            })?;
        }
        self.hold_that(self.state.sum == 0, || "1: balances do not sum to zero".to_owned())
    }

    fn hold_that(&self, holds: bool, what: impl FnOnce() -> String) -> Result<(), Broken> {
        if holds { Ok(()) } else { Err(Broken { seq: self.head.seq, what: what() }) }
    }

    /// 7, 14 and, for each posting, 1, 3, 5, 9 and 11.
    fn check_log(&self) -> Result<(), Broken> {
        let mut head = self.base.head;
        let mut ids = HashSet::with_capacity(self.postings.len());
        for row in self.log() {
            let (seq, at) = row.place();
            let broken = |what: &str| Broken { seq, what: what.to_owned() };
            if seq != head.seq + 1 {
                return Err(broken("7: the rows of the batch have a gap"));
            }
            if at < head.at.0 {
                return Err(broken("14: time goes back"));
            }
            if let LogRow::Posting(row) = &row {
                if !ids.insert(row.id) {
                    return Err(broken("5: an id stands twice"));
                }
                self.check_posting(row).map_err(broken)?;
            }
            head = head.after(&row);
        }
        self.hold_that(head == self.head || self.head.seq == 0, || {
            "7: the chain does not lead here".to_owned()
        })
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

    fn check_posting(&self, row: &PostingRow) -> Result<(), &'static str> {
        let id = yui_protocol::CommandId::from_bytes(row.id);
        let posted = self.find(id).ok_or("5: an accepted id is not remembered")?;
        let sum: i128 = posted.legs.iter().map(|leg| i128::from(leg.amount.0)).sum();
        if sum != 0 {
            return Err("1: the legs do not sum to zero");
        }
        let may_be_zero = matches!(posted.op, Op::Close { .. });
        if row.amount < i64::from(!may_be_zero) || posted.legs.iter().any(|leg| leg.amount == Points::ZERO) {
            return Err("3: an amount is not positive");
        }
        check_use(posted)
    }

    /// 11, from the sums after the batch back to those after each issue.
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
                        what: "11: a cap of the programme is passed".to_owned(),
                    });
                }
            }
            *in_all += amount.0;
            *to_wallet += amount.0;
        }
        Ok(())
    }

    /// 2, 6, 9 and 12 of one account.
    pub(crate) fn check_account(&self, no: i64) -> Result<(), Broken> {
        let account = self.state.account(no);
        let Some((account, name)) = account.zip(self.state.names.account(no)) else {
            return self.hold_that(false, || format!("account {no} is unknown"));
        };
        let broken = match name {
            Account::Wallet(_) => self.check_wallet(no, account),
            Account::Shop(_) if account.balance.amount < 0 => Some("2: a shop is below zero"),
            Account::Shop(_) | Account::Book(_) => None,
        };
        self.hold_that(broken.is_none(), || format!("account {no}: {}", broken.unwrap_or_default()))
    }

    fn check_wallet(&self, no: i64, account: &AccountState) -> Option<&'static str> {
        let balance = account.balance;
        let (mut amount, mut held) = (0i128, 0i128);
        for lot in &account.lots {
            if lot.held.0 < 0 || lot.amount < lot.held {
                return Some("2: a lot is below what is set aside of it");
            }
            amount += i128::from(lot.amount.0);
            held += i128::from(lot.held.0);
        }
        if balance.amount < 0 || balance.held < 0 || balance.held > balance.amount {
            return Some("2: a wallet is below zero");
        }
        if amount != i128::from(balance.amount) || held != i128::from(balance.held) {
            return Some("9: lots do not add up to the balance");
        }
        let mut open = 0i128;
        for seq in &account.holds {
            let hold = self.state.holds.get(seq).filter(|hold| hold.account == no);
            match hold {
                Some(hold) if hold.parts.iter().all(|(_, part)| *part > 0) => {
                    open += i128::from(hold.amount())
                }
                _ => return Some("6: a hold is used up and still open"),
            }
        }
        if open != held {
            return Some("12: open holds do not add up to what is set aside");
        }
        (balance.closed && balance.amount != 0).then_some("2: a closed wallet holds value")
    }

    /// 13 of one programme.
    pub(crate) fn check_programme(&self, no: i64) -> Result<(), Broken> {
        let book = self.state.programme(no).map(crate::state::ProgrammeBook::outstanding);
        let lots = crate::names::index_of(no).and_then(|index| self.state.in_lots.get(index)).copied();
        self.hold_that(book.is_some() && book == lots, || {
            format!("13: the book of programme {no} is not what its lots add up to")
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
        self.hold_that(self.state.sum == 0, || "1: balances do not sum to zero".to_owned())
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

/// 9: value is used before it runs out, and where its terms allow.
fn check_use(posted: &Posted) -> Result<(), &'static str> {
    let place: &[String] = match &posted.op {
        Op::Pay { shop_classes, .. } => shop_classes,
        _ => &[],
    };
    let used = |part: &LotPart, amount: Points| part.flow == Flow::Redeemed && amount < Points::ZERO;
    for leg in &posted.legs {
        let Some(part) = leg.lot.as_ref().filter(|part| used(part, leg.amount)) else { continue };
        let terms = &part.terms.terms;
        if terms.last_day < posted.at.day_jst() {
            return Err("9: value was used after its last day");
        }
        if matches!(posted.op, Op::Pay { .. }) && !admits(&terms.classes, place) {
            return Err("9: restricted value was used elsewhere");
        }
    }
    Ok(())
}

/// The chain's head over a whole log, for whoever has the rows and nothing else.
pub fn head_of<'a>(log: impl IntoIterator<Item = &'a LogRow>) -> Head {
    log.into_iter().fold(Head::default(), |head, row| head.after(row))
}
