//! The ledger once more, written stupidly on purpose: lists and sums, nothing kept that can be added up.

use sha2::{Digest, Sha256};
use yui_ledger::{ChargedValue, Command, Op, Payee, Rest, row::LogRow};
use yui_protocol::{CommandId, ErrorCode, Millis, Points, ProgrammeId, ShopId, Subject, wallet::LotKind};

type Answer<T = ()> = Result<T, ErrorCode>;

/// Moved value: lot, wallet, how much (negative when it leaves), why.
#[derive(Clone)]
struct Move {
    lot: i64,
    amount: i64,
    why: &'static str,
}

#[derive(Clone)]
struct Lot {
    id: i64,
    owner: Subject,
    terms: yui_ledger::LotTerms,
}

#[derive(Clone)]
struct Act {
    seq: i64,
    at: Millis,
    command: Command,
}

#[derive(Clone, Default)]
pub struct Model {
    acts: Vec<Act>,
    lots: Vec<Lot>,
    moves: Vec<(i64, Move)>,
    /// Row of the act, row of the hold, lot, change.
    reserved: Vec<(i64, i64, i64, i64)>,
    takings: Vec<(ShopId, i64)>,
    closed: Vec<Subject>,
    pub seq: i64,
    pub hash: [u8; 32],
}

impl Model {
    /// What the ledger must answer: the row's number, or the reason.
    pub fn apply(&mut self, command: &Command, at: Millis) -> Answer<i64> {
        if let Some(act) = self.acts.iter().find(|act| act.command.id == command.id) {
            return if act.command.digest == command.digest {
                Ok(act.seq)
            } else {
                Err(ErrorCode::IdConflict)
            };
        }
        if command.id.at()?.0 > at.0 + 60_000 {
            return Err(ErrorCode::ClockSkew);
        }
        let before = self.clone_lists();
        let seq = self.seq + 1;
        if let Err(code) = self.act(&command.op, seq, at) {
            self.restore_lists(before);
            return Err(code);
        }
        self.seq = seq;
        self.acts.push(Act { seq, at, command: command.clone() });
        Ok(seq)
    }

    fn clone_lists(&self) -> [usize; 5] {
        [self.lots.len(), self.moves.len(), self.reserved.len(), self.takings.len(), self.closed.len()]
    }

    fn restore_lists(&mut self, [lots, moves, reserved, takings, closed]: [usize; 5]) {
        self.lots.truncate(lots);
        self.moves.truncate(moves);
        self.reserved.truncate(reserved);
        self.takings.truncate(takings);
        self.closed.truncate(closed);
    }

    /// The chain over a row as the ledger wrote it.
    pub fn chain(&mut self, row: &LogRow) {
        let mut text = self.hash.to_vec();
        match row {
            LogRow::Posting(p) => {
                text.push(1);
                text.extend([p.seq.to_be_bytes(), p.at.to_be_bytes()].concat());
                text.extend(p.id);
                for n in [p.kind, p.debit, p.credit, p.amount, p.detail.len() as i64] {
                    text.extend(n.to_be_bytes());
                }
                text.extend([&p.detail[..], &p.digest[..]].concat());
                match p.signature {
                    None => text.push(0),
                    Some(signature) => text.extend([&[1][..], &signature[..]].concat()),
                }
            }
            LogRow::Event(e) => {
                text.push(2);
                for n in [e.seq, e.at, e.kind, e.body.len() as i64] {
                    text.extend(n.to_be_bytes());
                }
                text.extend(&e.body);
            }
        }
        self.hash = Sha256::digest(text).into();
    }

    pub fn left(&self, lot: i64) -> i64 {
        self.moves.iter().filter(|(_, m)| m.lot == lot).map(|(_, m)| m.amount).sum()
    }

    fn set_aside(&self, lot: i64) -> i64 {
        self.reserved.iter().filter(|(_, _, l, _)| *l == lot).map(|(_, _, _, amount)| amount).sum()
    }

    fn lots_of(&self, owner: Subject) -> impl Iterator<Item = &Lot> {
        self.lots.iter().filter(move |lot| lot.owner == owner)
    }

    pub fn balance(&self, owner: Subject) -> i64 {
        self.lots_of(owner).map(|lot| self.left(lot.id)).sum()
    }

    pub fn held(&self, owner: Subject) -> i64 {
        self.lots_of(owner).map(|lot| self.set_aside(lot.id)).sum()
    }

    pub fn available(&self, owner: Subject, at: Millis) -> i64 {
        let alive = self.lots_of(owner).filter(|lot| lot.terms.last_day >= at.day_jst());
        alive.map(|lot| self.left(lot.id) - self.set_aside(lot.id)).sum()
    }

    pub fn unsettled(&self, shop: ShopId) -> i64 {
        self.takings.iter().filter(|(s, _)| *s == shop).map(|(_, amount)| amount).sum()
    }

    pub fn spent_since(&self, owner: Subject, from: Millis) -> i64 {
        let paid = self.acts.iter().filter(|act| act.at >= from).map(|act| match act.command.op {
            Op::Pay { payer, amount, .. } if payer == owner => amount.0,
            _ => 0,
        });
        paid.sum()
    }

    /// What a line of a programme's book says, in all or of one wallet.
    pub fn line(&self, programme: &ProgrammeId, why: &str, of: Option<Subject>) -> i64 {
        let ours = |lot: &&Lot| lot.terms.programme == *programme && of.is_none_or(|of| lot.owner == of);
        let lots: Vec<i64> = self.lots.iter().filter(ours).map(|lot| lot.id).collect();
        self.moves.iter().filter(|(_, m)| m.why == why && lots.contains(&m.lot)).map(|(_, m)| m.amount).sum()
    }

    fn open(&self, owner: Subject) -> Answer {
        if self.closed.contains(&owner) { Err(ErrorCode::WalletClosed) } else { Ok(()) }
    }

    fn choose(
        &self,
        owner: Subject,
        day: chrono::NaiveDate,
        place: &[String],
        mut amount: i64,
    ) -> Answer<Vec<(i64, i64)>> {
        let fits = |lot: &&Lot| {
            let here = lot.terms.classes.is_empty() || lot.terms.classes.iter().any(|c| place.contains(c));
            here && lot.terms.last_day >= day
        };
        let mut lots: Vec<&Lot> = self.lots_of(owner).filter(fits).collect();
        lots.sort_by_key(|lot| {
            let wide = if lot.terms.classes.is_empty() { 1000 } else { lot.terms.classes.len() };
            (lot.terms.last_day, wide, lot.id)
        });
        let mut parts = Vec::new();
        for lot in lots {
            let part = amount.min(self.left(lot.id) - self.set_aside(lot.id));
            if part > 0 {
                amount -= part;
                parts.push((lot.id, part));
            }
        }
        if amount == 0 { Ok(parts) } else { Err(ErrorCode::InsufficientBalance) }
    }

    fn shift(&mut self, seq: i64, lot: i64, amount: i64, why: &'static str) {
        self.moves.push((seq, Move { lot, amount, why }));
    }

    fn make(
        &mut self,
        seq: i64,
        at: Millis,
        owner: Subject,
        terms: &yui_ledger::LotTerms,
        amount: i64,
    ) -> Answer {
        self.open(owner)?;
        if terms.last_day < at.day_jst() {
            return Err(ErrorCode::ProgrammeClosed);
        }
        self.lots.push(Lot { id: seq, owner, terms: terms.clone() });
        self.shift(seq, seq, amount, "issued");
        Ok(())
    }

    fn act(&mut self, op: &Op, seq: i64, at: Millis) -> Answer {
        if let Op::Issue { amount, .. }
        | Op::Pay { amount, .. }
        | Op::Hold { amount, .. }
        | Op::Capture { amount, .. }
        | Op::Refund { amount, .. }
        | Op::Settle { amount, .. } = op
        {
            Points::act(amount.0)?;
        }
        match op {
            Op::Issue { wallet, terms, amount, caps } => {
                let sum = |to| self.line(&terms.programme, "issued", to) + amount.0;
                let (all, one) = (sum(None), sum(Some(*wallet)));
                self.make(seq, at, *wallet, terms, amount.0)?;
                if caps.budget.is_some_and(|cap| all > cap.0) {
                    return Err(ErrorCode::ProgrammeBudget);
                }
                if caps.per_person.is_some_and(|cap| one > cap.0) {
                    return Err(ErrorCode::ProgrammePersonCap);
                }
            }
            Op::Pay { payer, shop, shop_classes, amount, code, .. } => {
                if let Some(code) = code {
                    if code.valid_until < at || code.id.at()?.0 + 86_400_000 < at.0 {
                        return Err(ErrorCode::CodeExpired);
                    }
                    let same = |act: &&Act| matches!(act.command.op, Op::Pay { code: Some(c), .. } if c.id == code.id);
                    if self.acts.iter().any(|act| same(&act)) {
                        return Err(ErrorCode::CodeUsed);
                    }
                }
                self.open(*payer)?;
                for (lot, part) in self.choose(*payer, at.day_jst(), shop_classes, amount.0)? {
                    self.shift(seq, lot, -part, "redeemed");
                }
                self.takings.push((*shop, amount.0));
            }
            Op::Hold { wallet, amount, classes, until } => {
                self.open(*wallet)?;
                let day = at.day_jst().max(until.day_jst());
                for (lot, part) in self.choose(*wallet, day, classes, amount.0)? {
                    self.reserved.push((seq, seq, lot, part));
                }
            }
            Op::Capture { hold, amount, payee, rest } => {
                self.capture(*hold, amount.0, payee, *rest, seq, at)?;
            }
            Op::Release { hold } => {
                for (made, lot, part) in self.hold(*hold)? {
                    self.reserved.push((seq, made, lot, -part));
                }
            }
            Op::Refund { payment, shop, amount } => self.refund(*payment, *shop, amount.0, seq, at)?,
            Op::Expire { wallet } => {
                self.open(*wallet)?;
                let ended = self.lots_of(*wallet).filter(|lot| lot.terms.last_day < at.day_jst());
                let ended: Vec<i64> = ended.map(|lot| lot.id).filter(|lot| self.left(*lot) > 0).collect();
                if ended.is_empty() {
                    return Err(ErrorCode::NotFound);
                }
                for lot in ended {
                    for (made, part) in self.holds_on(lot) {
                        self.reserved.push((seq, made, lot, -part));
                    }
                    self.shift(seq, lot, -self.left(lot), "expired");
                }
            }
            Op::Settle { shop, amount } => {
                if self.unsettled(*shop) < amount.0 {
                    return Err(ErrorCode::InsufficientBalance);
                }
                self.takings.push((*shop, -amount.0));
            }
            Op::Close { wallet, charged } => {
                self.open(*wallet)?;
                if self.held(*wallet) > 0 {
                    return Err(ErrorCode::HoldOpen);
                }
                for lot in self.lots_of(*wallet).cloned().collect::<Vec<_>>() {
                    let why = match (lot.terms.last_day < at.day_jst(), lot.terms.kind, charged) {
                        (true, ..) => "expired",
                        (_, LotKind::Charged, ChargedValue::Undecided) if self.left(lot.id) > 0 => {
                            return Err(ErrorCode::BalanceRemains);
                        }
                        (_, LotKind::Charged, ChargedValue::Refunded) => "refunded",
                        _ => "given up",
                    };
                    self.shift(seq, lot.id, -self.left(lot.id), why);
                }
                self.closed.push(*wallet);
            }
        }
        Ok(())
    }

    fn holds_on(&self, lot: i64) -> Vec<(i64, i64)> {
        let mut parts: Vec<(i64, i64)> = Vec::new();
        for (_, made, _, amount) in self.reserved.iter().filter(|(_, _, l, _)| *l == lot) {
            match parts.iter_mut().find(|(m, _)| m == made) {
                Some(part) => part.1 += amount,
                None => parts.push((*made, *amount)),
            }
        }
        parts.into_iter().filter(|(_, part)| *part > 0).collect()
    }

    /// What is left of an open hold: row of the hold, lot, amount, in the order of use.
    fn hold(&self, id: CommandId) -> Answer<Vec<(i64, i64, i64)>> {
        let act =
            self.acts.iter().find(|act| act.command.id == id && matches!(act.command.op, Op::Hold { .. }));
        let made = act.ok_or(ErrorCode::HoldUnknown)?.seq;
        let lots = self.reserved.iter().filter(|(seq, ..)| *seq == made).map(|(_, _, lot, _)| *lot);
        let left = |lot: i64| {
            self.holds_on(lot).iter().find(|(m, _)| *m == made).map(|(_, part)| (made, lot, *part))
        };
        let parts: Vec<_> = lots.filter_map(left).collect();
        if parts.is_empty() { Err(ErrorCode::HoldUnknown) } else { Ok(parts) }
    }

    fn capture(
        &mut self,
        hold: CommandId,
        mut amount: i64,
        payee: &Payee,
        rest: Rest,
        seq: i64,
        at: Millis,
    ) -> Answer {
        let whole = amount;
        let parts = self.hold(hold)?;
        if parts.iter().map(|(_, _, part)| part).sum::<i64>() < amount {
            return Err(ErrorCode::HoldExceeded);
        }
        let mut owner = None;
        for (made, lot, part) in parts {
            let there = self.lots.iter().find(|l| l.id == lot).cloned().ok_or(ErrorCode::Internal)?;
            owner = Some(there.owner);
            let used = if there.terms.last_day < at.day_jst() { 0 } else { part.min(amount) };
            amount -= used;
            self.shift(seq, lot, -used, "redeemed");
            self.reserved.push((seq, made, lot, if rest == Rest::Release { -part } else { -used }));
        }
        if amount > 0 {
            return Err(ErrorCode::HoldExpired);
        }
        match payee {
            Payee::Shop(shop) => self.takings.push((*shop, whole)),
            Payee::Helper { wallet, terms } => {
                if terms.kind != LotKind::Reward || owner == Some(*wallet) {
                    return Err(ErrorCode::MalformedRequest);
                }
                self.make(seq, at, *wallet, terms, whole)?;
            }
        }
        Ok(())
    }

    fn refund(&mut self, payment: CommandId, shop: ShopId, amount: i64, seq: i64, at: Millis) -> Answer {
        let paid = self.acts.iter().find(|act| act.command.id == payment).ok_or(ErrorCode::PaymentUnknown)?;
        let (made, whole) = match &paid.command.op {
            Op::Pay { shop: to, amount, .. } if *to == shop => (paid.seq, amount.0),
            Op::Capture { payee: Payee::Shop(to), amount, .. } if *to == shop => (paid.seq, amount.0),
            _ => return Err(ErrorCode::PaymentUnknown),
        };
        let used: Vec<Move> =
            self.moves.iter().filter(|(s, m)| *s == made && m.amount < 0).map(|(_, m)| m.clone()).collect();
        let owner_of = |lot: i64| self.lots.iter().find(|l| l.id == lot).cloned().ok_or(ErrorCode::Internal);
        self.open(owner_of(used.first().ok_or(ErrorCode::Internal)?.lot)?.owner)?;
        let before: i64 = self
            .acts
            .iter()
            .map(|act| match act.command.op {
                Op::Refund { payment: p, amount, .. } if p == payment => amount.0,
                _ => 0,
            })
            .sum();
        if before + amount > whole {
            return Err(ErrorCode::RefundTooLarge);
        }
        if self.unsettled(shop) < amount {
            return Err(ErrorCode::RefundNotCovered);
        }
        // One point after the other, from the last one paid.
        let mut points: Vec<i64> = Vec::new();
        for part in used.iter().rev() {
            points.extend(std::iter::repeat_n(part.lot, usize::try_from(-part.amount).unwrap_or(0)));
        }
        let from = usize::try_from(before).unwrap_or(0);
        for lot in &points[from..from + usize::try_from(amount).unwrap_or(0)] {
            self.moves.push((seq, Move { lot: *lot, amount: 1, why: "redeemed" }));
        }
        for lot in used.iter().map(|part| part.lot) {
            let back: i64 =
                self.moves.iter().filter(|(s, m)| *s == seq && m.lot == lot).map(|(_, m)| m.amount).sum();
            if self.lots.iter().any(|l| l.id == lot && l.terms.last_day < at.day_jst()) {
                self.shift(seq, lot, -back, "expired");
            }
        }
        self.takings.push((shop, -amount));
        Ok(())
    }
}
