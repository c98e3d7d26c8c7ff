//! What is waiting, tried again: at the start of the app, when its time has come, and whenever a person asks.

use std::sync::Arc;

use yui_protocol::{ErrorCode, Millis};

use super::Intent;
use crate::{
    core::Core,
    error::AppResult,
    listener::Topic,
    platform::KeyName,
    store::{OutboxRow, RowState, Unit, WritePoint},
};

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
        self.keep(WritePoint::Intent, &row).await?;
        self.outbox_changed.notify_one();
        Ok(())
    }

    /// Sends what is due and answers when the next act is.
    pub(crate) async fn pump(self: &Arc<Self>) -> AppResult<Option<Millis>> {
        self.pump_from(self.time.now()).await
    }

    /// Sends everything that waits, due or not.
    pub(crate) async fn pump_all(self: &Arc<Self>) -> AppResult<()> {
        self.pump_from(Millis(i64::MAX)).await.map(drop)
    }

    async fn pump_from(self: &Arc<Self>, due: Millis) -> AppResult<Option<Millis>> {
        let _gate = self.pump_gate.lock().await;
        let mut rows = self.read(all).await?;
        // What waits for another act comes after it, also when both are of one millisecond.
        rows.sort_by_key(|row| row.depends_on.is_some());
        let mut next: Option<Millis> = None;
        for row in rows {
            let id = row.id;
            // What went before may have settled it.
            let Some(row) = self.read(move |unit| unit.outbox_row(id)).await? else { continue };
            match self.step(&row, due).await? {
                Step::Leave => continue,
                Step::Wait(at) => next = Some(next.map_or(at, |next| next.min(at))),
                Step::Forget => self.write(WritePoint::Other, move |unit| unit.drop_outbox(id)).await?,
                Step::Refuse(reason) => {
                    let refused = OutboxRow { state: RowState::Refused, reason: Some(reason), ..row };
                    self.keep(WritePoint::Answered, &refused).await?;
                }
                Step::Send => {
                    if let Some(at) = self.try_again(row).await? {
                        next = Some(next.map_or(at, |next| next.min(at)));
                    }
                }
            }
            self.notifier.changed([Topic::History, Topic::Wallet, Topic::Shop]);
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
        Ok(if row.next_attempt_at > due { Step::Wait(row.next_attempt_at) } else { Step::Send })
    }

    /// One more try of an act that was resumed or is waiting; answers when to try again.
    async fn try_again(&self, mut row: OutboxRow) -> AppResult<Option<Millis>> {
        // A try after a restart is never the first: whether the bytes left before is not known.
        row.attempts = row.attempts.max(1);
        match self.sign_and_send(row, None).await {
            Ok(super::Outcome::Pending(row)) => Ok(Some(row.next_attempt_at)),
            Ok(super::Outcome::Done(..)) => Ok(None),
            // The store is gone: nothing more can be done in this life.
            Err((_, error)) if error.code() == &ErrorCode::StorageFailed => Err(error),
            Err((_, error)) => {
                if let Some(server) = error.server_time() {
                    self.heard(server).await?;
                }
                self.log_failure("outbox", &error);
                Ok(None)
            }
        }
    }
}
