//! An act from a person's hand: kept, then taken as far as it goes while she waits.

use std::sync::Arc;

use yui_protocol::{CommandId, ErrorCode, command::Command, wallet::Entry};

use super::{
    deliver::{CardPart, Outcome, Try, is_of_another_time},
    underway::is_same,
};
use crate::{
    core::Core,
    error::{AppError, AppResult},
    listener::Topic,
    store::{Intent, Meta, OutboxRow, RecordKey, RowState, WritePoint},
};

impl Core {
    /// Takes an act all the way. An error means that it is not done and will not be: refused, or known not to
    /// have left the phone. An act that was submitted before goes on from where it stands.
    pub(crate) async fn submit(
        self: &Arc<Self>,
        row: OutboxRow,
        card: Option<&dyn CardPart>,
    ) -> AppResult<(CommandId, Outcome)> {
        let (taken, earlier) = self.underway.begin(&row);
        let _gate = self.pump_gate.lock().await;
        let id = earlier.map_or(row.id, |earlier| earlier.id());
        taken.became(id);
        let (wanted, party) = (row.clone(), row.party);
        let (kept, done) = self
            .read(move |unit| {
                let key = RecordKey { party, kind: "entry", id: &id.to_string() };
                let done = unit.record::<Entry>(key)?.is_some();
                let twin = |kept: &OutboxRow| kept.is_on_its_way() && is_same(kept, &wanted);
                let kept = unit.outbox_row(id)?.or(unit.outbox()?.into_iter().find(twin));
                Ok((kept, done))
            })
            .await?;
        if done {
            // Two taps on one button: the second finds it done.
            return Ok((id, Outcome::Done));
        }
        let row = match kept {
            Some(row) if matches!(row.state, RowState::Refused | RowState::Wedged) => {
                return Err(row.reason.unwrap_or(ErrorCode::Internal).into());
            }
            Some(row) if row.state == RowState::Sent => return Ok((row.id, Outcome::Pending(Box::new(row)))),
            Some(row) => row,
            None => {
                self.keep(&row).await?;
                row
            }
        };
        let outcome = match self.sign_and_send(row.clone(), card, Try::First).await {
            Err(error) if is_of_another_time(error.code()) => self.again_in_time(row, error).await,
            outcome => outcome.map(|outcome| (row.id, outcome)),
        };
        if let Ok((id, _)) = &outcome {
            taken.became(*id);
        }
        self.notifier.changed(Topic::OF_AN_ACT);
        self.outbox_changed.notify_one();
        outcome
    }

    /// The server found the phone's clock wrong, so it cannot have taken this id, and never will: the same act
    /// with a new id and the right time, once. What the card signed cannot be signed again without it.
    async fn again_in_time(&self, old: OutboxRow, error: AppError) -> AppResult<(CommandId, Outcome)> {
        let old = OutboxRow { state: RowState::Sent, ..old };
        let refused = |row: OutboxRow, error| async move {
            let id = row.id;
            self.give_up(row, error).await.map(|outcome| (id, outcome))
        };
        let (Some(server), Intent::Command { payload, key, card: false, about }) =
            (error.server_time(), &old.intent)
        else {
            return refused(old, error).await;
        };
        let anchor = self.time.heard(server);
        let act = Command::from_payload(&payload.0)?.act;
        let row = self.draft(self.new_id(), act, *key, false, (**about).clone());
        let (id, kept) = (row.id, row.clone());
        let replaced = self.write(WritePoint::Intent, move |unit| {
            unit.put_meta(Meta::Anchor, &anchor)?;
            unit.drop_outbox(old.id)?;
            unit.put_intent(&kept)
        });
        if replaced.await.is_err() {
            return Ok((old.id, Outcome::Pending(Box::new(old))));
        }
        match self.sign_and_send(row.clone(), None, Try::First).await {
            Err(error) if is_of_another_time(error.code()) => refused(row, error).await,
            outcome => outcome.map(|outcome| (id, outcome)),
        }
    }
}
