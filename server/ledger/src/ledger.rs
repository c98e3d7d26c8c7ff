//! The state machine: commands in, postings out, with marks to go back to.

use std::sync::Arc;

use yui_protocol::{CommandId, ErrorCode, LotId, Millis, Points};

use crate::{
    Command, Flow, LotPart, LotState, Names, Op, Posted, Refusal, Reserve, Settings,
    chain::Head,
    detail,
    names::Lengths,
    plan::{self, Place},
    row::{EventColumns, EventRow, LogRow, PostingColumns},
    state::{Balance, Change, Hold, State},
    window::{Accepted, MAX_AHEAD, Window, payer},
};

/// A town's ledger in memory. What one act costs does not depend on how long the history is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Ledger {
    pub(crate) settings: Settings,
    pub(crate) state: State,
    pub(crate) window: Window,
    pub(crate) journal: Vec<Change>,
    pub(crate) postings: PostingColumns,
    pub(crate) events: EventColumns,
    pub(crate) head: Head,
    /// Where the last commit ended.
    pub(crate) base: Mark,
}

/// A place in the batch to go back to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Mark {
    pub(crate) journal: usize,
    pub(crate) postings: usize,
    pub(crate) events: usize,
    pub(crate) names: Lengths,
    pub(crate) head: Head,
}

impl Ledger {
    /// An empty ledger.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        Self { settings, ..Self::default() }
    }

    /// Does what is wanted, at the writer's time, which never decreases. The same id with the same digest
    /// answers with the posting it had; with another digest it is `id_conflict`. A refusal leaves no trace.
    ///
    /// Besides what [`Op`] names: `id_not_v7`, `clock_skew` for an id more than [`MAX_AHEAD`] ahead of `at`,
    /// and `internal` when `at` went back. An id that [`Ledger::may_be_older`] has to be looked up first.
    pub fn apply(&mut self, command: &Command, at: Millis) -> Result<Arc<Posted>, Refusal> {
        if let Some(known) = self.find(command.id) {
            let same = known.digest == command.digest;
            return if same { Ok(Arc::clone(known)) } else { Err(ErrorCode::IdConflict.into()) };
        }
        let mark = self.mark();
        self.post(command, at).map_err(|code| {
            self.undo(mark);
            Refusal(code)
        })
    }

    /// What [`Ledger::apply`] would answer, with nothing done: to tell people before they confirm.
    pub fn preview(&mut self, command: &Command, at: Millis) -> Result<Arc<Posted>, Refusal> {
        let mark = self.mark();
        let answer = self.apply(command, at);
        self.undo(mark);
        answer
    }

    /// Appends a row that is not money to the same log and chain, and answers its number. An `at` before the
    /// last row's counts as that one. Refused as `internal` when the log is as long as a number can say.
    pub fn append(&mut self, kind: i64, body: Vec<u8>, at: Millis) -> Result<i64, Refusal> {
        let row = EventRow { seq: self.next_seq()?, at: at.max(self.head.at).0, kind, body };
        self.head = self.head.after(&LogRow::Event(row.clone()));
        self.events.push(row);
        Ok(self.head.seq)
    }

    fn next_seq(&self) -> Result<i64, ErrorCode> {
        self.head.seq.checked_add(1).ok_or(ErrorCode::Internal)
    }

    /// The answer to an id, when it was accepted lately or handed in with [`Ledger::remember`].
    #[must_use]
    pub fn find(&self, id: CommandId) -> Option<&Arc<Posted>> {
        self.window.get(id).map(|accepted| &accepted.posted)
    }

    /// Whether an id that [`Ledger::find`] does not know may have been accepted before, so that the store has to look.
    /// Hardly ever so for a fresh id.
    #[must_use]
    pub fn may_be_older(&self, id: CommandId) -> bool {
        self.window.may_be_older(id)
    }

    /// The earlier posting that this operation needs and memory does not have: to be looked up by id, read
    /// with [`Ledger::read`] and handed in with [`Ledger::remember`] first, if it exists.
    #[must_use]
    pub fn needs(&self, op: &Op) -> Option<CommandId> {
        match op {
            Op::Refund { payment, .. } => {
                (self.find(*payment).is_none() && self.may_be_older(*payment)).then_some(*payment)
            }
            _ => None,
        }
    }

    /// Takes in an older posting, with what table `refunded` says of it, until the end of the batch.
    pub fn remember(&mut self, posted: Posted, refunded: Points) {
        self.window.load(Accepted { posted: Arc::new(posted), refunded });
    }

    /// What was given back of a payment in memory.
    #[must_use]
    pub fn refunded(&self, payment: CommandId) -> Option<Points> {
        self.window.get(payment).map(|accepted| accepted.refunded)
    }

    /// Makes memory contradict itself, so that the next [`Ledger::check`] finds it. Nothing takes it back.
    #[cfg(feature = "testing")]
    pub fn break_on_purpose(&mut self) {
        self.state.sum += 1;
    }

    /// What every number of the rows means.
    #[must_use]
    pub fn names(&self) -> &Names {
        &self.state.names
    }

    /// Where the log ends, the open batch included.
    #[must_use]
    pub fn head(&self) -> Head {
        self.head
    }

    /// A place to go back to, until the next commit.
    #[must_use]
    pub fn mark(&self) -> Mark {
        Mark {
            journal: self.journal.len(),
            postings: self.postings.len(),
            events: self.events.len(),
            names: self.state.names.lengths(),
            head: self.head,
        }
    }

    /// Goes back to a mark of the same batch: everything is as it was then, numbers included.
    pub fn undo(&mut self, to: Mark) {
        for change in self.journal.drain(to.journal..).rev() {
            revert(&mut self.state, &mut self.window, change);
        }
        self.postings.truncate(to.postings);
        self.events.truncate(to.events);
        self.state.shrink(to.names);
        self.head = to.head;
    }

    /// The rows are durable: the batch is over and nothing of it can be undone.
    pub fn committed(&mut self) {
        self.journal.clear();
        self.postings.truncate(0);
        self.events.truncate(0);
        self.forget();
        self.base = self.mark();
    }

    /// Lets go of what is past: old ids, old payments, codes that could not be used any more.
    pub(crate) fn forget(&mut self) {
        let now = self.head.at;
        self.window.evict(&mut self.state, &self.settings, now);
        while let Some((valid_until, id)) = self.state.code_ends.first().copied() {
            if valid_until >= now {
                break;
            }
            self.state.remove_code(id, valid_until);
        }
    }

    fn post(&mut self, command: &Command, at: Millis) -> Result<Arc<Posted>, ErrorCode> {
        self.check_time(command.id, at)?;
        let defined = self.state.names.lengths();
        let seq = self.next_seq()?;
        let place = Place { seq, at };
        let draft = plan::plan(&mut self.state, &self.window, &command.op, place)?;
        let posted = Posted {
            seq,
            at,
            id: command.id,
            digest: command.digest,
            signature: command.signature,
            op: command.op.clone(),
            debit: draft.debit,
            credit: draft.credit,
            amount: draft.amount,
            legs: draft.legs,
            reserves: draft.reserves,
        };
        self.name(&posted);
        self.reserve(&posted)?;
        self.move_value(&posted)?;
        self.conclude(&posted)?;

        let row = detail::encode(&posted, &self.state.names, defined).ok_or(ErrorCode::Internal)?;
        self.head = self.head.after(&LogRow::Posting(row.clone()));
        self.postings.push(row);
        let payer = payer(&posted, &self.state);
        let posted = Arc::new(posted);
        self.window.add(&mut self.state, Arc::clone(&posted), payer);
        self.journal.push(Change::Posted { id: posted.id, payer });
        Ok(posted)
    }

    fn check_time(&self, id: CommandId, at: Millis) -> Result<(), ErrorCode> {
        if at < self.head.at {
            return Err(ErrorCode::Internal);
        }
        if id.at()? > at.plus(MAX_AHEAD) { Err(ErrorCode::ClockSkew) } else { Ok(()) }
    }

    /// Gives numbers to what this posting is the first to name.
    fn name(&mut self, posted: &Posted) {
        let names = &mut self.state.names;
        names.use_account(posted.debit);
        names.use_account(posted.credit);
        for leg in &posted.legs {
            names.use_account(leg.account);
        }
        if let Op::Pay { shop_classes: classes, .. } | Op::Hold { classes, .. } = &posted.op {
            names.use_classes(classes);
        }
        self.state.grow();
    }

    fn reserve(&mut self, posted: &Posted) -> Result<(), ErrorCode> {
        let wallet = self.state.names.account_no(posted.debit).ok_or(ErrorCode::Internal)?;
        for &Reserve { hold, lot: id, amount } in &posted.reserves {
            let new = Hold { id: posted.id, account: wallet, until: until(posted), parts: Vec::new() };
            let mut changed = self.state.holds.get(&hold).cloned().unwrap_or(new);
            add_part(&mut changed.parts, id, amount.0);
            self.state.set_hold(&mut self.journal, hold, Some(changed));

            let lot = self.state.lot(wallet, id).ok_or(ErrorCode::Internal)?;
            let lot = LotState { held: sum(lot.held, amount)?, ..lot.clone() };
            self.state.set_lot(&mut self.journal, wallet, id, Some(lot));

            let balance = self.state.account(wallet).ok_or(ErrorCode::Internal)?.balance;
            let held = sum(Points(balance.held), amount)?.0;
            self.state.set_balance(&mut self.journal, wallet, Balance { held, ..balance });
        }
        Ok(())
    }

    fn move_value(&mut self, posted: &Posted) -> Result<(), ErrorCode> {
        for leg in &posted.legs {
            let account = self.state.names.account_no(leg.account).ok_or(ErrorCode::Internal)?;
            self.state.add(&mut self.journal, account, leg.amount.0)?;
            let Some(part) = &leg.lot else { continue };
            self.move_lot(account, part, leg.amount)?;
            let programme = part.terms.programme_no;
            self.state.book(&mut self.journal, programme, part.flow, leg.amount.0)?;
            if part.flow == Flow::Issued {
                let so_far = Points(self.state.issued_to(account, programme));
                let new = sum(so_far, leg.amount)?.0;
                self.state.set_issued_to(&mut self.journal, account, programme, new);
            }
        }
        Ok(())
    }

    fn move_lot(&mut self, account: i64, part: &LotPart, amount: Points) -> Result<(), ErrorCode> {
        let lot = match self.state.lot(account, part.id) {
            Some(lot) => LotState { amount: sum(lot.amount, amount)?, ..lot.clone() },
            None => LotState {
                id: part.id,
                terms: Arc::clone(&part.terms),
                issued_at: part.issued_at,
                amount,
                held: Points::ZERO,
            },
        };
        self.state.set_lot(&mut self.journal, account, part.id, Some(lot));
        Ok(())
    }

    /// What an operation changes besides value.
    fn conclude(&mut self, posted: &Posted) -> Result<(), ErrorCode> {
        match &posted.op {
            Op::Pay { code: Some(code), .. } => {
                self.state.add_code(&mut self.journal, code.id, code.keep_until()?);
            }
            Op::Refund { payment, amount, .. } => {
                let accepted = self.window.get(*payment).ok_or(ErrorCode::Internal)?;
                let (seq, old) = (accepted.posted.seq, accepted.refunded);
                let new = sum(old, *amount)?;
                self.journal.push(Change::Refunded { payment: *payment, seq, old: old.0 });
                self.window.set_refunded(*payment, new);
            }
            Op::Close { .. } => {
                let wallet = self.state.names.account_no(posted.debit).ok_or(ErrorCode::Internal)?;
                let balance = self.state.account(wallet).ok_or(ErrorCode::Internal)?.balance;
                self.state.set_balance(&mut self.journal, wallet, Balance { closed: true, ..balance });
            }
            _ => {}
        }
        Ok(())
    }
}

fn revert(state: &mut State, window: &mut Window, change: Change) {
    match change {
        Change::Balance { account, old } => state.put_balance(account, old),
        Change::Lot { account, id, old } => drop(state.put_lot(account, id, old)),
        Change::Hold { seq, old } => drop(state.put_hold(seq, old)),
        Change::Programme { no, old } => state.put_programme(no, old),
        Change::IssuedTo { account, programme, old } => state.put_issued_to(account, programme, old),
        Change::Refunded { payment, old, .. } => window.set_refunded(payment, Points(old)),
        Change::Code { id, valid_until } => state.remove_code(id, valid_until),
        Change::Posted { id, payer } => window.remove_last(state, id, payer),
    }
}

fn sum(a: Points, b: Points) -> Result<Points, ErrorCode> {
    a.checked_add(b).ok_or(ErrorCode::AmountInvalid)
}

fn until(posted: &Posted) -> Millis {
    match posted.op {
        Op::Hold { until, .. } => until,
        _ => posted.at,
    }
}

/// Adds to a hold's part of a lot; a part that comes to nothing goes.
fn add_part(parts: &mut Vec<(LotId, i64)>, id: LotId, amount: i64) {
    match parts.iter().position(|(lot, _)| *lot == id) {
        Some(place) => {
            parts[place].1 += amount;
            if parts[place].1 == 0 {
                parts.remove(place);
            }
        }
        None => parts.push((id, amount)),
    }
}
