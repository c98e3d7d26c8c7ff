//! What of a posting can be judged by arithmetic: that it sums to zero, moves what its kind moves, takes nothing that is
//! not there, set aside, run out or restricted to other places, and passes no cap.

use crate::{
    books::{Account, Books, Holder, numbered},
    posting::{Act, Charged, Flow, Leg, Part, Posting},
};

/// 1970-01-01, where 0001-01-01 is day 1.
const EPOCH: i64 = 719_163;
const DAY: i64 = 86_400_000;
const JAPAN: i64 = 9 * 3_600_000;
/// How a lot that was paid for is numbered, and one that a helper earned.
const CHARGED: i64 = 0;
const REWARD: i64 = 3;

/// The day in Japan, 0001-01-01 being day 1.
pub(crate) fn day(at: i64) -> i64 {
    at.saturating_add(JAPAN).div_euclid(DAY) + EPOCH
}

/// One posting and what is wrong with it.
pub(crate) struct Judge<'b> {
    pub(crate) books: &'b Books,
    pub(crate) posting: &'b Posting,
    pub(crate) wrong: &'b mut Vec<String>,
}

impl Judge<'_> {
    pub(crate) fn must(&mut self, holds: bool, otherwise: &str) {
        if !holds {
            self.wrong.push(otherwise.to_owned());
        }
    }

    /// Before it is added: its own form, and what it may touch.
    pub(crate) fn before(&mut self) {
        let Posting { amount, legs, act, .. } = self.posting;
        let sum: i128 = legs.iter().map(|leg| i128::from(leg.amount)).sum();
        self.must(sum == 0, "its legs do not sum to zero");
        self.must(legs.iter().all(|leg| leg.amount != 0), "a leg moves nothing");
        self.must(*amount >= i64::from(!matches!(act, Act::Close { .. })), "its amount is not positive");
        let on_wallet = |leg: &Leg| self.books.holder(leg.account) == Holder::Wallet;
        let fits = legs.iter().all(|leg| leg.lot.is_some() == on_wallet(leg));
        self.must(fits, "a wallet moves without a lot, or a lot without a wallet");
        let accounts = [self.posting.debit, self.posting.credit].into_iter();
        let closed = |no| numbered(&self.books.accounts, no).is_some_and(|account: &Account| account.closed);
        let open = !accounts.chain(legs.iter().map(|leg| leg.account)).any(closed);
        self.must(open, "a wallet that was closed is touched");
        self.used();
        self.form();
    }

    /// Legs without a lot, by who holds the account.
    pub(crate) fn plain(&self) -> Vec<(Holder, i64)> {
        let plain = self.posting.legs.iter().filter(|leg| leg.lot.is_none());
        plain.map(|leg| (self.books.holder(leg.account), leg.amount)).collect()
    }

    /// What leaves lots of the debited wallet in these lines of the book.
    fn taken(&self, flow: Flow) -> i128 {
        let of =
            |leg: &&Leg| leg.account == self.posting.debit && leg.lot.is_some_and(|part| part.flow == flow);
        -self.posting.legs.iter().filter(of).map(|leg| i128::from(leg.amount)).sum::<i128>()
    }

    /// Whether every leg on a lot takes from the debited wallet, in these lines.
    fn only_takes(&self, flows: &[Flow]) -> bool {
        let takes = |leg: &Leg| {
            leg.lot.is_none_or(|part| {
                leg.account == self.posting.debit && leg.amount < 0 && flows.contains(&part.flow)
            })
        };
        self.posting.legs.iter().all(takes)
    }

    fn is_from(&self, debit: Holder, credit: Holder) -> bool {
        (self.books.holder(self.posting.debit), self.books.holder(self.posting.credit)) == (debit, credit)
    }

    /// No value is used after its last day, nor where its terms do not allow it.
    fn used(&mut self) {
        let (today, books) = (day(self.posting.at), self.books);
        let (place, reserved_until) = match &self.posting.act {
            Act::Pay { classes, .. } => (Some(*classes), today),
            Act::Hold { classes, until } => (Some(*classes), today.max(day(*until))),
            _ => (None, today),
        };
        let redeemed = self.posting.legs.iter().filter(|leg| leg.amount < 0);
        let redeemed = redeemed.filter_map(|leg| leg.lot).filter(|part| part.flow == Flow::Redeemed);
        let reserved = self.posting.reserves.iter().filter(|reserve| reserve.amount > 0);
        let used = redeemed.map(|part| (part.lot, today));
        for (lot, until) in used.chain(reserved.map(|reserve| (reserve.lot, reserved_until))) {
            let Some(terms) = books.terms_of(lot) else { continue };
            self.must(terms.last_day >= until, &format!("it uses lot {lot} after its last day"));
            if let Some(place) = place {
                let fits = admits(books, terms.classes, place);
                self.must(fits, &format!("it uses lot {lot} where its terms do not allow it"));
            }
        }
    }

    /// It moves what an act of its kind moves.
    fn form(&mut self) {
        let Posting { seq, at, debit, credit, amount, ref act, ref legs, ref reserves, .. } = *self.posting;
        let whole = i128::from(amount);
        let none_reserved = reserves.is_empty();
        let fits = match act {
            Act::Issue { terms, .. } => {
                let made = Part { flow: Flow::Issued, lot: seq, terms: *terms, issued_at: at };
                let makes = matches!(legs[..], [out, Leg { account, amount: to, lot: Some(part) }]
                    if out.lot.is_none() && out.account == debit && account == credit && to == amount && part == made);
                self.is_from(Holder::Issued, Holder::Wallet) && makes && none_reserved
            }
            Act::Pay { code, .. } => {
                if let Some(code) = code {
                    let until = code.valid_until.min(keep_until(code.id));
                    self.must(until >= at, "its one-time code had run out");
                }
                let paid = self.plain() == [(Holder::Shop, amount)] && self.taken(Flow::Redeemed) == whole;
                self.is_from(Holder::Wallet, Holder::Shop)
                    && paid
                    && self.only_takes(&[Flow::Redeemed])
                    && none_reserved
            }
            Act::Hold { .. } => {
                let sum: i128 = reserves.iter().map(|reserve| i128::from(reserve.amount)).sum();
                let sets_aside = reserves.iter().all(|reserve| reserve.hold == seq && reserve.amount > 0);
                debit == credit
                    && self.is_from(Holder::Wallet, Holder::Wallet)
                    && legs.is_empty()
                    && sets_aside
                    && sum == whole
            }
            Act::Capture { hold, reward, releases } => self.captures(*hold, *reward, *releases),
            Act::Release { hold } => {
                let open = self.books.hold_ids.get(hold).and_then(|seq| self.books.holds.get(seq));
                let all = open.is_some_and(|hold| hold.account == debit && hold.amount() == whole);
                all && debit == credit && legs.is_empty() && self.frees(*hold)
            }
            // A refund is judged with its payment.
            Act::Refund { .. } => none_reserved,
            Act::Expire => {
                let today = day(at);
                let past = |leg: &Leg| {
                    leg.lot.is_none_or(|part| {
                        self.books.terms_of(part.lot).is_some_and(|terms| terms.last_day < today)
                    })
                };
                self.is_from(Holder::Wallet, Holder::Expired)
                    && self.plain() == [(Holder::Expired, amount)]
                    && self.taken(Flow::Expired) == whole
                    && self.only_takes(&[Flow::Expired])
                    && legs.iter().all(past)
                    && reserves.iter().all(|reserve| reserve.amount < 0)
            }
            Act::Settle => {
                self.is_from(Holder::Shop, Holder::Settled)
                    && self.plain() == [(Holder::Shop, -amount), (Holder::Settled, amount)]
                    && legs.len() == 2
                    && none_reserved
            }
            Act::Close { charged } => self.closes(*charged) && none_reserved,
        };
        self.must(fits, "what it moves is not what an act of its kind moves");
    }

    /// Whether all that is freed is of this hold.
    fn frees(&self, hold: [u8; 16]) -> bool {
        let seq = self.books.hold_ids.get(&hold);
        self.posting.reserves.iter().all(|reserve| Some(&reserve.hold) == seq && reserve.amount < 0)
    }

    fn captures(&self, hold: [u8; 16], reward: Option<i64>, releases: bool) -> bool {
        let Posting { seq, at, debit, credit, amount, ref legs, ref reserves, .. } = *self.posting;
        let open = self.books.hold_ids.get(&hold).and_then(|seq| self.books.holds.get(seq));
        let of_wallet = open.is_some_and(|hold| hold.account == debit && hold.amount() >= i128::from(amount));
        let freed = |lot| -> i128 {
            reserves
                .iter()
                .filter(|reserve| reserve.lot == lot)
                .map(|reserve| -i128::from(reserve.amount))
                .sum()
        };
        let taken = |lot| -> i128 {
            let of = |leg: &&Leg| leg.account == debit && leg.lot.is_some_and(|part| part.lot == lot);
            legs.iter().filter(of).map(|leg| -i128::from(leg.amount)).sum()
        };
        let lots = || legs.iter().filter_map(|leg| leg.lot.map(|part| part.lot));
        let from_hold = lots().filter(|lot| *lot != seq).all(|lot| taken(lot) <= freed(lot))
            && reserves.iter().all(|reserve| releases || taken(reserve.lot) == freed(reserve.lot));
        let paid = match reward {
            None => {
                self.is_from(Holder::Wallet, Holder::Shop)
                    && self.plain() == [(Holder::Shop, amount)]
                    && self.only_takes(&[Flow::Redeemed])
            }
            Some(terms) => {
                let made = Part { flow: Flow::Issued, lot: seq, terms, issued_at: at };
                let makes =
                    |leg: &&Leg| leg.account == credit && leg.amount == amount && leg.lot == Some(made);
                let others = legs.iter().filter(|leg| !makes(leg) && leg.lot.is_some());
                let spends = |leg: &Leg| {
                    leg.account == debit
                        && leg.amount < 0
                        && leg.lot.is_some_and(|part| part.flow == Flow::Redeemed)
                };
                debit != credit
                    && self.is_from(Holder::Wallet, Holder::Wallet)
                    && numbered(&self.books.terms, terms).is_some_and(|terms| terms.kind == REWARD)
                    && self.plain() == [(Holder::Redeemed, amount), (Holder::Issued, -amount)]
                    && legs.iter().filter(makes).count() == 1
                    && others.into_iter().all(spends)
            }
        };
        of_wallet && from_hold && paid && self.taken(Flow::Redeemed) == i128::from(amount) && self.frees(hold)
    }

    fn closes(&self, charged: Charged) -> bool {
        let Posting { at, amount, ref legs, .. } = *self.posting;
        let fate = |leg: &Leg| {
            leg.lot.is_none_or(|part| {
                self.books.terms_of(part.lot).is_some_and(|terms| {
                    let flow = match charged {
                        _ if terms.last_day < day(at) => Some(Flow::Expired),
                        Charged::Undecided if terms.kind == CHARGED => None,
                        Charged::PaidBack if terms.kind == CHARGED => Some(Flow::PaidBack),
                        _ => Some(Flow::GivenUp),
                    };
                    flow == Some(part.flow)
                })
            })
        };
        let ends = [
            (Flow::Expired, Holder::Expired),
            (Flow::PaidBack, Holder::PaidBack),
            (Flow::GivenUp, Holder::GivenUp),
        ];
        let into: Vec<_> = ends.into_iter().map(|(flow, book)| (book, self.taken(flow))).collect();
        let sum: i128 = into.iter().map(|(_, taken)| taken).sum();
        let plain: Vec<_> =
            self.plain().into_iter().map(|(book, amount)| (book, i128::from(amount))).collect();
        let into: Vec<_> = into.into_iter().filter(|(_, taken)| *taken > 0).collect();
        let book = if charged == Charged::PaidBack { Holder::PaidBack } else { Holder::GivenUp };
        self.is_from(Holder::Wallet, book)
            && self.only_takes(&[Flow::Expired, Flow::PaidBack, Flow::GivenUp])
            && legs.iter().all(fate)
            && plain == into
            && sum == i128::from(amount)
    }

    /// After it was added: nothing is below zero, what must be used up is, and no cap is passed.
    pub(crate) fn after(&mut self) {
        let books = self.books;
        let Posting { debit, ref act, ref legs, ref reserves, .. } = *self.posting;
        let lots = legs.iter().filter_map(|leg| leg.lot.map(|part| part.lot));
        for id in lots.chain(reserves.iter().map(|reserve| reserve.lot)) {
            let Some(lot) = books.lots.get(&id) else { continue };
            let sound = 0 <= lot.held && lot.held <= lot.amount;
            self.must(sound, &format!("it leaves less of lot {id} than is set aside, or than nothing"));
            if matches!(act, Act::Expire) && legs.iter().any(|leg| leg.lot.is_some_and(|part| part.lot == id))
            {
                self.must(lot.amount == 0, &format!("it leaves something of lot {id}, which ran out"));
            }
        }
        for no in legs.iter().map(|leg| leg.account).chain([debit]) {
            let Some(account) = numbered(&books.accounts, no) else { continue };
            let may_be_less = !matches!(account.holder, Holder::Wallet | Holder::Shop);
            let sound = may_be_less || 0 <= account.held && account.held <= account.balance;
            self.must(sound, &format!("it leaves account {no} below zero, or below what is set aside"));
        }
        match act {
            Act::Issue { terms, budget, per_person } => self.caps(*terms, *budget, *per_person),
            Act::Release { hold } | Act::Capture { hold, releases: true, .. } => {
                self.must(!books.hold_ids.contains_key(hold), "it does not free all of its hold");
            }
            Act::Close { .. } => {
                let empty = numbered(&books.accounts, debit).is_some_and(|wallet| wallet.balance == 0);
                self.must(empty, "it closes a wallet in which something is left");
            }
            _ => {}
        }
    }

    fn caps(&mut self, terms: i64, budget: Option<i64>, per_person: Option<i64>) {
        let books = self.books;
        let Some(terms) = numbered(&books.terms, terms) else { return };
        let issued =
            numbered(&books.programmes, terms.programme).map_or(0, |book| book.lines[Flow::Issued as usize]);
        let to_wallet =
            books.issued_to.get(&(self.posting.credit, terms.programme)).copied().unwrap_or_default();
        let within = |cap: Option<i64>, sum| cap.is_none_or(|cap| sum <= i128::from(cap));
        self.must(terms.last_day >= day(self.posting.at), "it issues what has run out");
        self.must(within(budget, issued), "it passes the budget of its programme");
        self.must(within(per_person, to_wallet), "it passes what one person may get of its programme");
    }
}

/// Whether value of these classes may be used at a place of those: lists by number, an empty one being everywhere.
fn admits(books: &Books, classes: i64, place: i64) -> bool {
    let list =
        |no| numbered(&books.classes, no).map(|list| list.split(|byte| *byte == b',').collect::<Vec<_>>());
    match (list(classes), list(place)) {
        (Some(classes), Some(place)) => {
            classes == [b""] || classes.iter().any(|class| !class.is_empty() && place.contains(class))
        }
        _ => false,
    }
}

/// Until when a one-time code can be used at the latest: a day after the instant in its id (RFC 9562 §5.7: 48 bits of
/// milliseconds).
pub(crate) fn keep_until(id: [u8; 16]) -> i64 {
    let mut instant = [0; 8];
    instant[2..].copy_from_slice(&id[..6]);
    i64::from_be_bytes(instant) + DAY
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_ends_at_midnight_in_japan() {
        // 2027-05-01 12:00 in Japan.
        let noon = 1_809_140_400_000;
        let today =
            chrono::NaiveDate::from_ymd_opt(2027, 5, 1).map(|day| chrono::Datelike::num_days_from_ce(&day));
        assert_eq!(Some(day(noon)), today.map(i64::from));
        assert_eq!((day(noon + DAY / 2 - 1), day(noon + DAY / 2)), (day(noon), day(noon) + 1));
        assert_eq!(day(-JAPAN - 1), EPOCH - 1);
    }
}
