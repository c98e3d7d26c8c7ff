//! One act on its way: signed, kept, sent, and its answer kept.

use std::sync::Arc;

use async_trait::async_trait;
use yui_protocol::{
    CommandId, ErrorCode, Millis,
    changes::Record,
    command::{CardStepUp, Command, SignedCommand},
    wallet::Entry,
};
use yui_texts::{Args, keys};

use super::Intent;
use crate::{
    core::Core,
    error::{AppError, AppResult},
    http,
    listener::Topic,
    platform::KeyName,
    store::{OutboxRow, RecordKey, RowState, Wire, WritePoint},
    sync::apply,
};

/// How a submitted act stands.
pub(crate) enum Outcome {
    /// Accepted: what became of it.
    Done(Vec<Record>),
    /// Not answered yet; it is asked for again by itself.
    Pending(Box<OutboxRow>),
}

/// The card's signature over a command, for acts that need it.
#[async_trait]
pub(crate) trait CardPart: Send + Sync {
    /// Signs [`Command::card_signed_bytes`].
    async fn sign(&self, statement: Vec<u8>) -> AppResult<CardStepUp>;
}

impl Core {
    /// Takes an act all the way. Refused, or known not to have left the phone: an error, and nothing is kept.
    /// An act that was submitted before goes on from where it stands.
    pub(crate) async fn submit(
        self: &Arc<Self>,
        row: OutboxRow,
        card: Option<&dyn CardPart>,
    ) -> AppResult<(CommandId, Outcome)> {
        let _gate = self.pump_gate.lock().await;
        let id = row.id;
        let book = row.book;
        let (kept, done) = self
            .read(move |unit| {
                let done = unit.record::<Entry>(RecordKey { book, kind: "entry", id: &id.to_string() })?;
                Ok((unit.outbox_row(id)?, done))
            })
            .await?;
        if let Some(done) = done {
            // Two taps on one button: the second finds it done.
            return Ok((id, Outcome::Done(vec![Record::Entry(done.value)])));
        }
        let row = match kept {
            Some(row) if matches!(row.state, RowState::Refused | RowState::Wedged) => {
                return Err(row.reason.unwrap_or(ErrorCode::Internal).into());
            }
            Some(row) if row.state == RowState::Sent => return Ok((id, Outcome::Pending(Box::new(row)))),
            Some(row) => row,
            None => {
                self.keep(WritePoint::Intent, &row).await?;
                row
            }
        };
        let outcome = match self.sign_and_send(row, card).await {
            Err((row, error)) if error.code() == &ErrorCode::ClockSkew => {
                self.again_in_time(row, error).await
            }
            Err((_, error)) => Err(error),
            Ok(outcome) => Ok((id, outcome)),
        };
        self.notifier.changed([Topic::History, Topic::Wallet, Topic::Shop]);
        self.outbox_changed.notify_one();
        outcome
    }

    /// The server found the phone's clock wrong, so it cannot have taken this id, and never will: the same act
    /// with a new id and the right time, once. What the card signed cannot be signed again without it.
    async fn again_in_time(&self, row: OutboxRow, error: AppError) -> AppResult<(CommandId, Outcome)> {
        let old = row.id;
        if let Some(server) = error.server_time() {
            self.heard(server).await?;
        }
        let (Some(_), Intent::Command { payload, key, card: false, about }) =
            (error.server_time(), row.intent)
        else {
            self.settle(old).await?;
            return Err(error);
        };
        let act = Command::from_payload(&payload.0)?.act;
        let row = self.draft(self.new_id(), act, key, false, *about);
        let (id, kept) = (row.id, row.clone());
        self.write(WritePoint::Intent, move |unit| {
            unit.drop_outbox(old)?;
            unit.put_outbox(&kept)
        })
        .await?;
        match self.sign_and_send(row, None).await {
            Err((_, error)) if error.code() == &ErrorCode::ClockSkew => {
                self.settle(id).await?;
                Err(error)
            }
            Err((_, error)) => Err(error),
            Ok(outcome) => Ok((id, outcome)),
        }
    }

    pub(super) async fn sign_and_send(
        &self,
        mut row: OutboxRow,
        card: Option<&dyn CardPart>,
    ) -> Result<Outcome, (OutboxRow, AppError)> {
        if row.wire.is_none() {
            match self.signed(&row.intent, card).await {
                Ok(wire) => row.wire = Some(wire),
                Err(error) => {
                    // Nothing was signed, so there is nothing to ask for later.
                    let dropped = self.settle(row.id).await;
                    return Err((row, dropped.err().unwrap_or(error)));
                }
            }
            row.state = RowState::Signed;
            if let Err(error) = self.keep(WritePoint::Signed, &row).await {
                return Err((row, error));
            }
        }
        self.deliver(row).await
    }

    async fn signed(&self, intent: &Intent, card: Option<&dyn CardPart>) -> AppResult<Wire> {
        let Intent::Command { payload, key, card: needs_card, about } = intent else {
            return Err(ErrorCode::Internal.into());
        };
        let public = self.keys.public(*key).await?.ok_or(missing(*key))?;
        let prompt = match (key, &about.shop) {
            (KeyName::DeviceUv, _) => {
                self.words().get(keys::wallet::PAY_BUTTON, &Args::new().yen("amount", about.amount)).plain
            }
            _ => String::new(),
        };
        let signature = self.keys.sign(*key, Command::signed_bytes(&payload.0), prompt).await?;
        let card = match (needs_card, card) {
            (false, _) => None,
            (true, Some(card)) => Some(card.sign(Command::card_signed_bytes(&payload.0)).await?),
            (true, None) => return Err(ErrorCode::StepUpRequired.into()),
        };
        let command = SignedCommand { payload: payload.clone(), key: public.thumbprint(), signature, card };
        Ok(Wire::Command(Box::new(command)))
    }

    /// Sends the kept bytes once and keeps what came of it.
    pub(super) async fn deliver(&self, mut row: OutboxRow) -> Result<Outcome, (OutboxRow, AppError)> {
        let Some(Wire::Command(command)) = row.wire.clone() else {
            return Err((row, ErrorCode::Internal.into()));
        };
        row.state = RowState::Sent;
        row.attempts = row.attempts.saturating_add(1);
        row.next_attempt_at = self.time.now().plus(pause(&row));
        if let Err(error) = self.keep(WritePoint::Sending, &row).await {
            return Err((row, error));
        }
        let error = match self.api.command(&command).await {
            Ok(answer) => {
                let (id, book) = (row.id, row.book);
                let records: Vec<_> = answer.records.into_iter().map(http::known).collect();
                let kept = records.clone();
                let done = self.write(WritePoint::Answered, move |unit| {
                    unit.drop_outbox(id)?;
                    kept.iter().try_for_each(|record| apply(unit, book, record).map(drop))
                });
                return match done.await {
                    Ok(()) => Ok(Outcome::Done(records)),
                    Err(error) => Err((row, error)),
                };
            }
            Err(error) => error,
        };
        let patient = row.intent.about().is_some_and(|about| about.patient);
        let kept = if error.code() == &ErrorCode::Offline && row.attempts == 1 && !patient {
            self.settle(row.id).await
        } else if error.code() == &ErrorCode::ClockSkew && row.attempts == 1 {
            // `again_in_time` puts another act in its place, in one write.
            Ok(())
        } else if error.is_transient() {
            return Ok(Outcome::Pending(Box::new(row)));
        } else if row.attempts == 1 && !is_our_fault(error.code()) {
            // The person is looking at the answer; there is nothing to remember.
            self.settle(row.id).await
        } else {
            row.state = if is_our_fault(error.code()) { RowState::Wedged } else { RowState::Refused };
            row.reason = Some(error.code().clone());
            self.keep(WritePoint::Answered, &row).await
        };
        Err((row, kept.err().unwrap_or(error)))
    }

    pub(super) async fn keep(&self, point: WritePoint, row: &OutboxRow) -> AppResult<()> {
        let row = row.clone();
        self.write(point, move |unit| unit.put_outbox(&row)).await
    }

    async fn settle(&self, id: CommandId) -> AppResult<()> {
        self.write(WritePoint::Answered, move |unit| unit.drop_outbox(id)).await
    }
}

fn missing(key: KeyName) -> ErrorCode {
    if key == KeyName::DeviceUv { ErrorCode::NoScreenLock } else { ErrorCode::NotRegistered }
}

/// Refusals that our own bytes can never earn while everything is well: the act stays in sight and a person
/// has to look at it, because an act under this id may exist.
fn is_our_fault(code: &ErrorCode) -> bool {
    matches!(
        code,
        ErrorCode::IdConflict
            | ErrorCode::MalformedRequest
            | ErrorCode::NotCanonical
            | ErrorCode::SignatureInvalid
            | ErrorCode::TooLarge
            | ErrorCode::IdNotV7
    )
}

/// How long until the next try: 1 s, 2 s, 4 s … 5 minutes, and up to a quarter more by the id, so that the
/// phones of a town do not all come back at once.
fn pause(row: &OutboxRow) -> i64 {
    let pause = (Millis::SECOND << row.attempts.saturating_sub(1).min(9)).min(5 * Millis::MINUTE);
    pause + pause * i64::from(row.id.as_bytes()[15]) / 1024
}
