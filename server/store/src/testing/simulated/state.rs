//! What is stored and who is there: how a session's end, a power failure and a commit change it.

use std::collections::BTreeSet;

use tokio::time::Instant;
use yui_ledger::{LogRow, Rows, testing::Disk};

use super::{Planted, Weather};
use crate::{flush::Advance, meta::Meta};

/// What a commit writes.
#[derive(Clone)]
pub(super) struct Written {
    pub(super) advance: Advance,
    pub(super) rows: Rows,
}

/// What the disk and its database hold.
pub(super) struct State {
    pub(super) disk: Disk,
    pub(super) meta: Meta,
    pub(super) beat_at: Instant,
    pub(super) sessions: BTreeSet<i64>,
    pub(super) last_session: i64,
    /// Which session has the writer's lock.
    pub(super) lock: Option<i64>,
    /// Which session's transaction has changed the row that the fence is in.
    pub(super) row: Option<i64>,
    /// What is being synced, by which session.
    pub(super) syncing: Option<(i64, Written)>,
    /// What a failed sync has left in the file: gone with the next commit, there again after a crash before it.
    pub(super) ghost: Option<Written>,
    pub(super) weather: Box<dyn Weather>,
    pub(super) planted: Option<Planted>,
    pub(super) commits: usize,
}

impl State {
    pub(super) fn end(&mut self, session: i64) {
        self.sessions.remove(&session);
        self.lock.take_if(|holder| *holder == session);
        self.row.take_if(|of| *of == session);
        // What was sent may be done although nobody waits for it any more.
        if let Some((_, written)) = self.syncing.take_if(|(of, _)| *of == session)
            && self.weather.keeps()
        {
            self.apply(written);
        }
    }

    pub(super) fn power_fails(&mut self) {
        let synced = self.syncing.take().map(|(_, written)| written);
        (self.lock, self.row) = (None, None);
        self.sessions.clear();
        match synced.or(self.ghost.take()) {
            Some(written) if self.weather.keeps() => self.apply(written),
            Some(Written { advance, rows }) if self.planted == Some(Planted::TornCommit) => {
                let (lots, balances) = Default::default();
                self.apply(Written { advance, rows: Rows { lots, balances, ..rows } });
            }
            _ => {}
        }
        self.ghost = None;
    }

    pub(super) fn apply(&mut self, Written { advance, mut rows }: Written) {
        self.commits += 1;
        self.ghost = None;
        if self.planted == Some(Planted::DroppedRow) && self.commits.is_multiple_of(100) {
            rows.postings.truncate(rows.postings.len().saturating_sub(1));
        }
        self.disk.write(&rows);
        self.disk.log.sort_by_key(LogRow::place);
        self.meta.head = advance.to;
        self.meta.clock = advance.clock;
        self.beat_at = Instant::now();
    }
}
