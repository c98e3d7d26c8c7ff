//! What is waiting, tried again: at the start of the app, when its time has come, and whenever a person asks.

use std::{collections::BTreeSet, sync::Arc};

use yui_protocol::{ErrorCode, Millis};

use super::{Outcome, deliver::Try};
use crate::{
    core::Core,
    error::AppResult,
    listener::Topic,
    platform::KeyName,
    store::{Intent, OutboxRow, RowState, Unit, WritePoint},
    sync::FEED_LAG,
};

/// No act waits longer than this for its next try: 15 minutes.
const LONGEST_PAUSE: i64 = 15 * Millis::MINUTE;

/// How long a refused act stays in the list.
const REFUSED_SHOWN: i64 = 30 * Millis::DAY;

fn all(unit: &Unit<'_>) -> AppResult<Vec<OutboxRow>> {
    unit.outbox()
}

/// What is to be done with a row now.
enum Step {
    Leave,
    Wait(Millis),
    Send,
    Refuse(ErrorCode),
    Forget,
}

impl Core {
    /// Keeps an act that has to wait for another one.
    pub(crate) async fn enqueue(&self, row: OutboxRow) -> AppResult<()> {
        self.keep(&row).await?;
        self.outbox_changed.notify_one();
        Ok(())
    }

    /// Sends what is due, asks the feed about what ran out unanswered, and answers when the next act is due.
    pub(crate) async fn pump(self: &Arc<Self>) -> AppResult<Option<Millis>> {
        let next = self.pump_from(self.time.now()).await?;
        let known_by = self.time.now().plus(-FEED_LAG);
        let overdue = self.read(all).await?.into_iter().filter(|row| row.is_over_by(known_by));
        let parties: BTreeSet<_> = overdue.map(|row| row.party).collect();
        for party in parties {
            if self.speaks_for(party).await?
                && let Err(error) = self.sync_feed(party).await
            {
                self.log_failure("sync", &error);
            }
        }
        Ok(next)
    }

    /// Sends everything that waits, due or not.
    pub(crate) async fn pump_all(self: &Arc<Self>) -> AppResult<()> {
        self.pump_from(Millis(i64::MAX)).await.map(drop)
    }

    async fn pump_from(self: &Arc<Self>, due: Millis) -> AppResult<Option<Millis>> {
        let mut rows = self.read(all).await?;
        // What waits for another act comes after it, also when both are of one millisecond.
        rows.sort_by_key(|row| row.depends_on.is_some());
        let mut next: Option<Millis> = None;
        for row in rows {
            let id = row.id;
            // One act at a time holds the gate, so that a person who pays now waits for one of them at most.
            let _gate = self.pump_gate.lock().await;
            // What went before may have settled it.
            let Some(row) = self.read(move |unit| unit.outbox_row(id)).await? else { continue };
            match self.step(&row, due).await? {
                Step::Leave => continue,
                Step::Wait(at) => next = Some(next.map_or(at, |next| next.min(at))),
                Step::Forget => self.write(WritePoint::Other, move |unit| unit.drop_outbox(id)).await?,
                Step::Refuse(reason) => {
                    let refused = OutboxRow { state: RowState::Refused, reason: Some(reason), ..row };
                    self.keep_open(WritePoint::Answered, &refused).await?;
                }
                Step::Send => {
                    if let Some(at) = self.try_again(row).await? {
                        next = Some(next.map_or(at, |next| next.min(at)));
                    }
                }
            }
            self.notifier.changed(Topic::OF_AN_ACT);
        }
        Ok(next)
    }

    async fn step(&self, row: &OutboxRow, due: Millis) -> AppResult<Step> {
        if matches!(row.intent, Intent::Code { .. }) {
            return Ok(Step::Leave);
        }
        match row.state {
            RowState::Shown | RowState::Wedged => return Ok(Step::Leave),
            RowState::Refused => {
                let old = self.time.now().since(row.created_at) > REFUSED_SHOWN;
                return Ok(if old { Step::Forget } else { Step::Leave });
            }
            RowState::Intent | RowState::Signed | RowState::Sent => {}
        }
        if let Some(dependency) = row.depends_on {
            match self.read(move |unit| unit.outbox_row(dependency)).await? {
                Some(OutboxRow { state: RowState::Refused, reason, .. }) => {
                    return Ok(Step::Refuse(reason.unwrap_or(ErrorCode::Cancelled)));
                }
                Some(waiting) => return Ok(Step::Wait(waiting.next_attempt_at)),
                None => {}
            }
        }
        let unsigned = row.state == RowState::Intent;
        let asks_the_person = matches!(
            row.intent,
            Intent::Command { key: KeyName::DeviceUv, .. } | Intent::Command { card: true, .. }
        );
        if unsigned && asks_the_person {
            return Ok(Step::Refuse(ErrorCode::Cancelled));
        }
        // A pause longer than any there is was counted by a clock that has been put right since.
        let now = self.time.now();
        let ahead = |until: Millis, than: Millis| until > than && until.since(now) <= LONGEST_PAUSE;
        let quiet = self.left_alone_until();
        Ok(if ahead(quiet, now) || ahead(row.next_attempt_at, due) {
            Step::Wait(row.next_attempt_at.max(quiet))
        } else {
            Step::Send
        })
    }

    /// One more try of an act that was resumed or is waiting; answers when to try again.
    async fn try_again(&self, row: OutboxRow) -> AppResult<Option<Millis>> {
        match self.sign_and_send(row, None, Try::Again).await {
            Ok(Outcome::Pending(row)) => Ok(Some(row.next_attempt_at)),
            Ok(Outcome::Done) => Ok(None),
            Err(error) => {
                if let Some(server) = error.server_time() {
                    self.heard(server).await?;
                }
                self.log_failure("outbox", &error);
                Ok(None)
            }
        }
    }
}
