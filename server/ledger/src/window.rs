//! The recent past: accepted commands by id, and what was paid lately. Its size is bounded by time and count.
//!
//! The newest answers are kept whole. Of older ones a part of the id is kept ([`Seen`]), so that a fresh id needs no look
//! into the store; what is older still is the store's to look up.

use std::{
    collections::{HashMap, VecDeque, hash_map::Entry},
    sync::Arc,
};

use yui_protocol::{CLOCK_SKEW, CommandId, Millis, Points};
use yui_rules::wallet::step_up::MAX_WINDOW_HOURS;

use crate::{Op, Posted, detail::kind, row::EarlierRow, seen::Seen, state::State};

/// How far a command's id may lie ahead of the writer's time, in milliseconds. Together with the window this tells a
/// fresh id from one that may be in the store.
pub const MAX_AHEAD: i64 = CLOCK_SKEW;

/// How much of the past stays in memory.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Settings {
    /// For how long ids are kept after they were made, in milliseconds.
    pub ids_for: i64,
    /// How many ids at most, by whole seconds.
    pub ids_at_most: usize,
    /// How many of them with their whole answer.
    pub answers_at_most: usize,
    /// For how long payments count in [`crate::Ledger::spent_since`], in milliseconds: at least a day and
    /// [`MAX_WINDOW_HOURS`], the longest rolling window of any town.
    pub spent_for: i64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            ids_for: Millis::HOUR,
            ids_at_most: 1_000_000,
            answers_at_most: 20_000,
            spent_for: i64::from(MAX_WINDOW_HOURS) * Millis::HOUR,
        }
    }
}

impl Settings {
    /// From when on a start needs all postings of a store whose last row is of `head_at`.
    #[must_use]
    pub fn recent_from(&self, head_at: Millis) -> Millis {
        head_at.plus(-self.ids_for.max(self.spent_for))
    }
}

/// An accepted command and what was given back of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Accepted {
    pub(crate) posted: Arc<Posted>,
    pub(crate) refunded: Points,
}

/// See the module.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Window {
    by_id: HashMap<CommandId, Accepted>,
    /// As they were accepted.
    order: VecDeque<CommandId>,
    /// Ids that left `by_id`.
    seen: Seen,
    /// Handed in by the store for this batch.
    loaded: Vec<CommandId>,
    spent: VecDeque<(Millis, i64)>,
}

impl Default for Window {
    fn default() -> Self {
        Self::knowing(Millis(i64::MIN))
    }
}

impl Window {
    /// An empty one for a store whose last row is of `head_at`, to be given what was accepted from
    /// [`Settings::recent_from`] on. What was accepted before that may have been made a little after it.
    pub(crate) fn before(settings: &Settings, head_at: Millis) -> Self {
        let complete = settings.recent_from(head_at).plus(MAX_AHEAD);
        Self::knowing(complete.max(head_at.plus(-settings.ids_for)))
    }

    /// An empty one that knows every id that was made from this instant on.
    fn knowing(from: Millis) -> Self {
        Self {
            by_id: HashMap::new(),
            order: VecDeque::new(),
            seen: Seen::since(from),
            loaded: Vec::new(),
            spent: VecDeque::new(),
        }
    }

    pub(crate) fn get(&self, id: CommandId) -> Option<&Accepted> {
        self.by_id.get(&id)
    }

    /// See [`crate::Ledger::may_be_older`].
    pub(crate) fn may_be_older(&self, id: CommandId) -> bool {
        !self.by_id.contains_key(&id) && self.seen.may_hold(id)
    }

    /// Adds an accepted command; `payer` is the account whose payment it is.
    pub(crate) fn add(&mut self, state: &mut State, posted: Arc<Posted>, payer: Option<i64>) {
        if let Some(account) = payer {
            self.spend(state, account, posted.at, posted.amount);
        }
        self.order.push_back(posted.id);
        self.by_id.insert(posted.id, Accepted { posted, refunded: Points::ZERO });
    }

    /// Adds an accepted command whose answer is the store's to look up.
    pub(crate) fn add_earlier(&mut self, state: &mut State, row: &EarlierRow) {
        self.seen.insert(CommandId::from_bytes(row.id));
        if row.kind == kind::PAY {
            self.spend(state, row.debit, Millis(row.at), Points(row.amount));
        }
    }

    fn spend(&mut self, state: &mut State, account: i64, at: Millis, amount: Points) {
        self.spent.push_back((at, account));
        if let Some(spent) = spent_of(state, account) {
            spent.push_back((at, amount.0));
        }
    }

    /// Puts another posting in the place of the one with its id.
    #[cfg(test)]
    pub(crate) fn replace(&mut self, posted: Posted) {
        if let Some(accepted) = self.by_id.get_mut(&posted.id) {
            accepted.posted = Arc::new(posted);
        }
    }

    /// Takes back the last one added.
    pub(crate) fn remove_last(&mut self, state: &mut State, id: CommandId, payer: Option<i64>) {
        self.by_id.remove(&id);
        self.order.pop_back();
        if let Some(account) = payer {
            self.spent.pop_back();
            spent_of(state, account).map(VecDeque::pop_back);
        }
    }

    pub(crate) fn set_refunded(&mut self, id: CommandId, refunded: Points) {
        if let Some(accepted) = self.by_id.get_mut(&id) {
            accepted.refunded = refunded;
        }
    }

    /// Keeps what the store looked up until the end of the batch.
    pub(crate) fn load(&mut self, accepted: Accepted) {
        let id = accepted.posted.id;
        if let Entry::Vacant(free) = self.by_id.entry(id) {
            free.insert(accepted);
            self.loaded.push(id);
        }
    }

    /// Forgets what is too old or too much, at a commit.
    pub(crate) fn evict(&mut self, state: &mut State, settings: &Settings, now: Millis) {
        for id in self.loaded.drain(..) {
            self.by_id.remove(&id);
        }
        while self.order.len() > settings.answers_at_most {
            let Some(id) = self.order.pop_front() else { break };
            self.by_id.remove(&id);
            self.seen.insert(id);
        }
        let ids = settings.ids_at_most.saturating_sub(self.order.len());
        self.seen.forget(now.plus(-settings.ids_for), ids);
        let oldest = now.plus(-settings.spent_for);
        while let Some((_, account)) = self.spent.front().copied().filter(|(at, _)| *at < oldest) {
            self.spent.pop_front();
            spent_of(state, account).map(VecDeque::pop_front);
        }
    }
}

fn spent_of(state: &mut State, account: i64) -> Option<&mut VecDeque<(Millis, i64)>> {
    let index = crate::names::index_of(account)?;
    state.accounts.get_mut(index).map(|account| &mut account.spent)
}

/// The payer of a posting that counts as spending.
pub(crate) fn payer(posted: &Posted, state: &State) -> Option<i64> {
    matches!(posted.op, Op::Pay { .. }).then(|| state.names.account_no(posted.debit)).flatten()
}
