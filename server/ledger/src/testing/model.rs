//! The ledger once more, written stupidly on purpose: lists and sums, nothing kept that can be added up.

use crate::{ChargedValue, Command, LotTerms, Op, Payee, Rest};
use chrono::NaiveDate;
use yui_protocol::{
    CLOCK_SKEW, CommandId, ErrorCode, ErrorCode::*, Millis, Points, ProgrammeId, ShopId, Subject,
    wallet::LotKind,
};

type Answer<T = ()> = Result<T, ErrorCode>;

#[derive(Clone)]
struct Lot {
    id: i64,
    owner: Subject,
    terms: LotTerms,
}

/// Value came to a lot, or left it (negative), in a row of the log, for a reason.
#[derive(Clone)]
pub struct Move {
    pub seq: i64,
    pub lot: i64,
    pub amount: i64,
    why: &'static str,
}

/// A hold took of a lot, or gave back (negative).
#[derive(Clone)]
struct Reserve {
    hold: i64,
    lot: i64,
    amount: i64,
}

#[derive(Clone, Default)]
pub struct Model {
    pub seq: i64,
    acts: Vec<(i64, Millis, Command)>,
    lots: Vec<Lot>,
    pub moves: Vec<Move>,
    reserves: Vec<Reserve>,
    takings: Vec<(ShopId, i64)>,
    closed: Vec<Subject>,
}

fn must(holds: bool, otherwise: ErrorCode) -> Answer {
    if holds { Ok(()) } else { Err(otherwise) }
}

impl Model {
    /// What the ledger must answer: the row's number, or the reason.
    pub fn apply(&mut self, command: &Command, at: Millis) -> Answer<i64> {
        if let Some((seq, _, known)) = self.acts.iter().find(|(_, _, known)| known.id == command.id) {
            return if known.digest == command.digest { Ok(*seq) } else { Err(IdConflict) };
        }
        must(command.id.at()?.0 <= at.0 + CLOCK_SKEW, ClockSkew)?;
        let mut after = self.clone();
        after.seq += 1;
        after.act(&command.op, at)?;
        after.acts.push((after.seq, at, command.clone()));
        *self = after;
        Ok(self.seq)
    }

    fn left(&self, lot: i64) -> i64 {
        self.moves.iter().filter(|m| m.lot == lot).map(|m| m.amount).sum()
    }

    fn set_aside(&self, lot: i64) -> i64 {
        self.reserves.iter().filter(|r| r.lot == lot).map(|r| r.amount).sum()
    }

    fn lot(&self, id: i64) -> Answer<Lot> {
        self.lots.iter().find(|lot| lot.id == id).cloned().ok_or(Internal)
    }

    fn lots_of(&self, owner: Subject) -> Vec<Lot> {
        self.lots.iter().filter(|lot| lot.owner == owner).cloned().collect()
    }

    pub fn balance(&self, owner: Subject) -> i64 {
        self.lots_of(owner).iter().map(|lot| self.left(lot.id)).sum()
    }

    pub fn held(&self, owner: Subject) -> i64 {
        self.lots_of(owner).iter().map(|lot| self.set_aside(lot.id)).sum()
    }

    pub fn available(&self, owner: Subject, at: Millis) -> i64 {
        let mut lots = self.lots_of(owner);
        lots.retain(|lot| lot.terms.last_day >= at.day_jst());
        lots.iter().map(|lot| self.left(lot.id) - self.set_aside(lot.id)).sum()
    }

    pub fn unsettled(&self, shop: ShopId) -> i64 {
        self.takings.iter().filter(|(s, _)| *s == shop).map(|(_, amount)| amount).sum()
    }

    pub fn spent_since(&self, owner: Subject, from: Millis) -> i64 {
        let paid = self.acts.iter().map(|(_, at, command)| match command.op {
            Op::Pay { payer, amount, .. } if payer == owner && *at >= from => amount.0,
            _ => 0,
        });
        paid.sum()
    }

    /// What a line of a programme's book says, in all or of one wallet.
    pub fn line(&self, programme: &ProgrammeId, why: &str, of: Option<Subject>) -> i64 {
        let ours = |lot: &&Lot| lot.terms.programme == *programme && of.is_none_or(|of| lot.owner == of);
        let lots: Vec<i64> = self.lots.iter().filter(ours).map(|lot| lot.id).collect();
        self.moves.iter().filter(|m| m.why == why && lots.contains(&m.lot)).map(|m| m.amount).sum()
    }

    fn open(&self, owner: Subject) -> Answer {
        must(!self.closed.contains(&owner), WalletClosed)
    }

    fn choose(&self, of: Subject, day: NaiveDate, place: &[String], amount: i64) -> Answer<Vec<(i64, i64)>> {
        let mut lots = self.lots_of(of);
        lots.retain(|Lot { terms: LotTerms { classes, last_day, .. }, .. }| {
            *last_day >= day && (classes.is_empty() || classes.iter().any(|class| place.contains(class)))
        });
        lots.sort_by_key(|lot| (lot.terms.last_day, (lot.terms.classes.len() + 999) % 1000, lot.id));
        let (mut parts, mut missing) = (Vec::new(), amount);
        for lot in lots {
            let part = missing.min(self.left(lot.id) - self.set_aside(lot.id));
            missing -= part;
            parts.push((lot.id, part));
        }
        parts.retain(|(_, part)| *part > 0);
        must(missing == 0, InsufficientBalance).map(|()| parts)
    }

    fn shift(&mut self, lot: i64, amount: i64, why: &'static str) {
        self.moves.push(Move { seq: self.seq, lot, amount, why });
    }

    fn make(&mut self, at: Millis, owner: Subject, terms: &LotTerms, amount: i64) -> Answer {
        self.open(owner)?;
        must(terms.last_day >= at.day_jst(), ProgrammeClosed)?;
        self.lots.push(Lot { id: self.seq, owner, terms: terms.clone() });
        self.shift(self.seq, amount, "issued");
        Ok(())
    }

    fn act(&mut self, op: &Op, at: Millis) -> Answer {
        match op {
            Op::Issue { wallet, terms, amount, caps } => {
                Points::act(amount.0)?;
                self.make(at, *wallet, terms, amount.0)?;
                let within = |cap: Option<Points>, of| {
                    cap.is_none_or(|cap| self.line(&terms.programme, "issued", of) <= cap.0)
                };
                must(within(caps.budget, None), ProgrammeBudget)?;
                must(within(caps.per_person, Some(*wallet)), ProgrammePersonCap)?;
            }
            Op::Pay { payer, shop, shop_classes, amount, code, .. } => {
                Points::act(amount.0)?;
                if let Some(code) = code {
                    must(code.valid_until >= at && code.id.at()?.plus(86_400_000) >= at, CodeExpired)?;
                    let spent = |op: &Op| matches!(op, Op::Pay { code: Some(c), .. } if c.id == code.id);
                    must(!self.acts.iter().any(|(_, _, command)| spent(&command.op)), CodeUsed)?;
                }
                self.open(*payer)?;
                for (lot, part) in self.choose(*payer, at.day_jst(), shop_classes, amount.0)? {
                    self.shift(lot, -part, "redeemed");
                }
                self.takings.push((*shop, amount.0));
            }
            Op::Hold { wallet, amount, classes, until } => {
                Points::act(amount.0)?;
                self.open(*wallet)?;
                let day = at.day_jst().max(until.day_jst());
                for (lot, amount) in self.choose(*wallet, day, classes, amount.0)? {
                    self.reserves.push(Reserve { hold: self.seq, lot, amount });
                }
            }
            Op::Capture { hold, amount, payee, rest } => self.capture(*hold, amount.0, payee, *rest, at)?,
            Op::Release { hold } => {
                let (hold, parts) = self.open_hold(*hold)?;
                let freed = parts.into_iter().map(|(lot, part)| Reserve { hold, lot, amount: -part });
                self.reserves.extend(freed);
            }
            Op::Refund { payment, shop, amount } => self.refund(*payment, *shop, amount.0, at)?,
            Op::Expire { wallet } => {
                self.open(*wallet)?;
                let mut lots = self.lots_of(*wallet);
                lots.retain(|lot| lot.terms.last_day < at.day_jst() && self.left(lot.id) > 0);
                must(!lots.is_empty(), NotFound)?;
                for Lot { id: lot, .. } in lots {
                    self.reserves.extend(
                        self.reserves
                            .clone()
                            .into_iter()
                            .filter(|r| r.lot == lot)
                            .map(|r| Reserve { amount: -r.amount, ..r }),
                    );
                    self.shift(lot, -self.left(lot), "expired");
                }
            }
            Op::Settle { shop, amount } => {
                Points::act(amount.0)?;
                must(self.unsettled(*shop) >= amount.0, InsufficientBalance)?;
                self.takings.push((*shop, -amount.0));
            }
            Op::Close { wallet, charged } => {
                self.open(*wallet)?;
                must(self.held(*wallet) == 0, HoldOpen)?;
                for lot in self.lots_of(*wallet) {
                    let left = self.left(lot.id);
                    let why = match (lot.terms.last_day < at.day_jst(), lot.terms.kind, charged) {
                        (true, ..) => "expired",
                        (_, LotKind::Charged, ChargedValue::Undecided) if left > 0 => {
                            return Err(BalanceRemains);
                        }
                        (_, LotKind::Charged, ChargedValue::PaidBack) => "paid back",
                        _ => "given up",
                    };
                    self.shift(lot.id, -left, why);
                }
                self.closed.push(*wallet);
            }
        }
        Ok(())
    }

    /// The row of a hold and what is left of it by lot, in the order of use.
    fn open_hold(&self, id: CommandId) -> Answer<(i64, Vec<(i64, i64)>)> {
        let made = self.acts.iter().find(|(_, _, command)| command.id == id).ok_or(HoldUnknown)?;
        let (hold, mut parts) = (made.0, Vec::<(i64, i64)>::new());
        for r in self.reserves.iter().filter(|r| r.hold == hold) {
            match parts.iter_mut().find(|(lot, _)| *lot == r.lot) {
                Some((_, left)) => *left += r.amount,
                None => parts.push((r.lot, r.amount)),
            }
        }
        parts.retain(|(_, left)| *left > 0);
        must(!parts.is_empty(), HoldUnknown).map(|()| (hold, parts))
    }

    fn capture(&mut self, id: CommandId, amount: i64, payee: &Payee, rest: Rest, at: Millis) -> Answer {
        Points::act(amount)?;
        let (hold, parts) = self.open_hold(id)?;
        must(parts.iter().map(|(_, left)| left).sum::<i64>() >= amount, HoldExceeded)?;
        let owner = self.lot(parts[0].0)?.owner;
        let mut missing = amount;
        for (lot, left) in parts {
            let ended = self.lot(lot)?.terms.last_day < at.day_jst();
            let used = if ended { 0 } else { left.min(missing) };
            missing -= used;
            self.shift(lot, -used, "redeemed");
            let amount = if rest == Rest::Release { -left } else { -used };
            self.reserves.push(Reserve { hold, lot, amount });
        }
        must(missing == 0, HoldExpired)?;
        match payee {
            Payee::Shop(shop) => self.takings.push((*shop, amount)),
            Payee::Helper { wallet, terms } => {
                must(terms.kind == LotKind::Reward && owner != *wallet, MalformedRequest)?;
                self.make(at, *wallet, terms, amount)?;
            }
        }
        Ok(())
    }

    fn refund(&mut self, id: CommandId, shop: ShopId, amount: i64, at: Millis) -> Answer {
        Points::act(amount)?;
        let (paid, _, command) =
            self.acts.iter().find(|(_, _, command)| command.id == id).ok_or(PaymentUnknown)?;
        let (to, whole) = match &command.op {
            Op::Pay { shop, amount, .. } | Op::Capture { payee: Payee::Shop(shop), amount, .. } => {
                (*shop, amount.0)
            }
            _ => return Err(PaymentUnknown),
        };
        must(to == shop, PaymentUnknown)?;
        // The points that were paid, one by one, the last one first.
        let used = self.moves.iter().rev().filter(|m| m.seq == *paid && m.amount < 0);
        let points: Vec<i64> = used.flat_map(|m| (m.amount..0).map(|_| m.lot)).collect();
        self.open(self.lot(points[0])?.owner)?;
        let earlier = self.acts.iter().map(|(_, _, command)| match command.op {
            Op::Refund { payment, amount, .. } if payment == id => amount.0,
            _ => 0,
        });
        let before: i64 = earlier.sum();
        must(before + amount <= whole, RefundTooLarge)?;
        must(self.unsettled(shop) >= amount, RefundNotCovered)?;
        for (lot, _) in points.iter().zip(0..).filter(|(_, n)| (before..before + amount).contains(n)) {
            self.shift(*lot, 1, "redeemed");
            if self.lot(*lot)?.terms.last_day < at.day_jst() {
                self.shift(*lot, -1, "expired");
            }
        }
        self.takings.push((shop, -amount));
        Ok(())
    }
}
