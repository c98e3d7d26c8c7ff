//! What the rows of the log add up to: accounts, lots, holds and the books of programmes, from nothing but additions.

use std::collections::{BTreeMap, HashMap};

use crate::posting::{Act, Defines, Flow, Posting, Reserve, Terms};

/// Who or what an account is, by the first byte of its key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Holder {
    Wallet,
    Shop,
    Issued,
    Redeemed,
    Expired,
    PaidBack,
    GivenUp,
    Settled,
    Nobody,
}

impl Holder {
    fn of(key: &[u8]) -> Self {
        match key {
            [0, id @ ..] if id.len() == 16 => Self::Wallet,
            [1, id @ ..] if id.len() == 8 => Self::Shop,
            [2, 0] => Self::Issued,
            [2, 1] => Self::Redeemed,
            [2, 2] => Self::Expired,
            [2, 3] => Self::PaidBack,
            [2, 4] => Self::GivenUp,
            [2, 5] => Self::Settled,
            _ => Self::Nobody,
        }
    }
}

pub(crate) struct Account {
    pub(crate) key: Vec<u8>,
    pub(crate) holder: Holder,
    pub(crate) balance: i128,
    pub(crate) held: i128,
    pub(crate) closed: bool,
    /// Whether anything ever moved here, so that table `balance` has a row.
    pub(crate) moved: bool,
}

/// The lines of a book, in the order of [`Flow::ALL`].
pub(crate) type Lines = [i128; 5];

pub(crate) struct Programme {
    pub(crate) slug: Vec<u8>,
    pub(crate) lines: Lines,
}

pub(crate) struct Lot {
    pub(crate) account: i64,
    pub(crate) terms: i64,
    pub(crate) issued_at: i64,
    pub(crate) amount: i128,
    pub(crate) held: i128,
}

pub(crate) struct Hold {
    pub(crate) id: [u8; 16],
    pub(crate) account: i64,
    pub(crate) until: i64,
    /// Lot by lot, in the order in which they came in.
    pub(crate) parts: Vec<(i64, i128)>,
}

impl Hold {
    pub(crate) fn amount(&self) -> i128 {
        self.parts.iter().map(|(_, part)| part).sum()
    }
}

#[derive(Default)]
pub(crate) struct Books {
    pub(crate) accounts: Vec<Account>,
    pub(crate) programmes: Vec<Programme>,
    pub(crate) classes: Vec<Vec<u8>>,
    pub(crate) terms: Vec<Terms>,
    /// All that ever were, by the row that issued them.
    pub(crate) lots: HashMap<i64, Lot>,
    /// Those of which something is set aside, by the row that made them.
    pub(crate) holds: HashMap<i64, Hold>,
    pub(crate) hold_ids: HashMap<[u8; 16], i64>,
    /// By wallet and programme.
    pub(crate) issued_to: HashMap<(i64, i64), i128>,
    /// By the row of the payment.
    pub(crate) refunded: HashMap<i64, i128>,
    /// By programme and kind of lot.
    pub(crate) kinds: BTreeMap<(i64, i64), Lines>,
}

/// The thing with this number.
pub(crate) fn numbered<T>(list: &[T], no: i64) -> Option<&T> {
    list.get(usize::try_from(no).ok()?.checked_sub(1)?)
}

fn numbered_mut<T>(list: &mut [T], no: i64) -> Option<&mut T> {
    list.get_mut(usize::try_from(no).ok()?.checked_sub(1)?)
}

impl Books {
    pub(crate) fn holder(&self, account: i64) -> Holder {
        numbered(&self.accounts, account).map_or(Holder::Nobody, |account| account.holder)
    }

    /// The terms of a lot.
    pub(crate) fn terms_of(&self, lot: i64) -> Option<&Terms> {
        numbered(&self.terms, self.lots.get(&lot)?.terms)
    }

    pub(crate) fn define(&mut self, defines: &mut Defines) {
        for key in defines.accounts.drain(..) {
            let holder = Holder::of(&key);
            let (balance, held, closed, moved) = (0, 0, false, false);
            self.accounts.push(Account { key, holder, balance, held, closed, moved });
        }
        let programme = |slug| Programme { slug, lines: Lines::default() };
        self.programmes.extend(defines.programmes.drain(..).map(programme));
        self.classes.append(&mut defines.classes);
        self.terms.append(&mut defines.terms);
    }

    /// Adds what a posting moves; answers with the holds that came to their end, or what speaks of something that is
    /// not there.
    pub(crate) fn add(&mut self, posting: &Posting, wrong: &mut Vec<String>) -> Vec<(i64, Hold)> {
        let mut ended = Vec::new();
        for reserve in &posting.reserves {
            ended.extend(self.reserve(posting, reserve, wrong));
        }
        for leg in &posting.legs {
            let Some(account) = numbered_mut(&mut self.accounts, leg.account) else {
                wrong.push(format!("it speaks of account {}, which no row has defined", leg.account));
                continue;
            };
            account.balance += i128::from(leg.amount);
            account.moved = true;
            if let Some(part) = leg.lot {
                self.add_to_lot(posting.seq, leg.account, part, leg.amount, wrong);
            }
        }
        if let (Act::Close { .. }, Some(wallet)) =
            (&posting.act, numbered_mut(&mut self.accounts, posting.debit))
        {
            wallet.closed = true;
            wallet.moved = true;
        }
        ended
    }

    fn add_to_lot(
        &mut self,
        seq: i64,
        account: i64,
        part: crate::posting::Part,
        amount: i64,
        wrong: &mut Vec<String>,
    ) {
        let amount = i128::from(amount);
        let crate::posting::Part { flow, lot: id, terms, issued_at } = part;
        if flow == Flow::Issued && id == seq {
            self.lots.entry(id).or_insert(Lot { account, terms, issued_at, amount: 0, held: 0 });
        }
        match self.lots.get_mut(&id) {
            None => wrong.push(format!("it moves lot {id}, which no row has issued")),
            Some(lot) => {
                if (lot.account, lot.terms, lot.issued_at) != (account, terms, issued_at) {
                    wrong.push(format!("what it says of lot {id} is not so"));
                }
                lot.amount += amount;
            }
        }
        let Some(Terms { kind, programme, .. }) = numbered(&self.terms, terms).copied() else {
            wrong.push(format!("it speaks of terms {terms}, which no row has defined"));
            return;
        };
        let signed = if flow == Flow::Issued { amount } else { -amount };
        self.kinds.entry((programme, kind)).or_default()[flow as usize] += signed;
        match numbered_mut(&mut self.programmes, programme) {
            Some(book) => book.lines[flow as usize] += signed,
            None => wrong.push(format!("it speaks of programme {programme}, which no row has defined")),
        }
        if flow == Flow::Issued {
            *self.issued_to.entry((account, programme)).or_default() += amount;
        }
    }

    fn reserve(
        &mut self,
        posting: &Posting,
        reserve: &Reserve,
        wrong: &mut Vec<String>,
    ) -> Option<(i64, Hold)> {
        let Reserve { hold: seq, lot: id, .. } = *reserve;
        let amount = i128::from(reserve.amount);
        if let Some(wallet) = numbered_mut(&mut self.accounts, posting.debit) {
            wallet.held += amount;
            wallet.moved = true;
        }
        match self.lots.get_mut(&id) {
            Some(lot) if lot.account == posting.debit => lot.held += amount,
            _ => wrong.push(format!("it sets aside of lot {id}, which is not in the wallet")),
        }
        if let (Act::Hold { until, .. }, true) = (&posting.act, seq == posting.seq) {
            let (id, account, until) = (posting.id, posting.debit, *until);
            self.holds.entry(seq).or_insert(Hold { id, account, until, parts: Vec::new() });
            self.hold_ids.insert(id, seq);
        }
        let Some(hold) = self.holds.get_mut(&seq) else {
            wrong.push(format!("it changes hold {seq}, which is not open"));
            return None;
        };
        match hold.parts.iter().position(|(lot, _)| *lot == id) {
            Some(at) => hold.parts[at].1 += amount,
            None => hold.parts.push((id, amount)),
        }
        hold.parts.retain(|(_, part)| *part != 0);
        if hold.parts.iter().any(|(_, part)| *part < 0) {
            wrong.push(format!("it frees more of hold {seq} than was set aside"));
        }
        if !hold.parts.is_empty() {
            return None;
        }
        let hold = self.holds.remove(&seq)?;
        self.hold_ids.remove(&hold.id);
        Some((seq, hold))
    }
}
