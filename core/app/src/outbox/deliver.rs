//! One act on its way: signed, kept, sent, and its answer kept.

use async_trait::async_trait;
use yui_protocol::{
    CLOCK_SKEW, ErrorCode, Millis,
    command::{CardStepUp, Command, SignedCommand},
};
use yui_texts::{Args, keys};

use crate::{
    core::Core,
    error::{AppError, AppResult},
    http,
    listener::Topic,
    platform::KeyName,
    signing::absent,
    store::{Intent, OutboxRow, RowState, Wire, WritePoint},
    sync::{FEED_LAG, apply, places},
};

/// How a submitted act stands.
pub(crate) enum Outcome {
    /// Accepted, and what became of it is in the store.
    Done,
    /// Not known yet; it is asked for again by itself.
    Pending(Box<OutboxRow>),
}

/// The card's signature over a command, for acts that need it.
#[async_trait]
pub(crate) trait CardPart: Send + Sync {
    /// Signs [`Command::card_signed_bytes`].
    async fn sign(&self, statement: Vec<u8>) -> AppResult<CardStepUp>;
}

/// Whether this is the first try, with the person looking at its answer, or one made by itself later.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Try {
    First,
    Again,
}

impl Core {
    /// An error means that the act is settled and not done, but for one [of another time](is_of_another_time) at a
    /// first try, which leaves the row for the act that takes its place. No try that may have arrived is without its
    /// answer then.
    pub(super) async fn sign_and_send(
        &self,
        mut row: OutboxRow,
        card: Option<&dyn CardPart>,
        which: Try,
    ) -> AppResult<Outcome> {
        if row.wire.is_none() {
            match self.signed(&row.intent, card).await {
                Ok(wire) => row.wire = Some(wire),
                Err(error) if which == Try::First => return self.give_up(row, error).await,
                Err(error) => return self.refuse(row, error).await,
            }
            row.state = RowState::Signed;
            match self.keep_open(WritePoint::Signed, &row).await {
                // Its answer may be long in coming; until then it shows as pending.
                Ok(true) => self.notifier.changed(Topic::OF_AN_ACT),
                Ok(false) => return Ok(Outcome::Done),
                Err(error) => return self.give_up(row, error).await,
            }
        }
        self.deliver(row, which).await
    }

    /// The act is over before it began, or was refused to the person's face: nothing has to be remembered. If
    /// even that cannot be kept, it may still go out later, and then it must not be called over.
    pub(super) async fn give_up(&self, row: OutboxRow, error: AppError) -> AppResult<Outcome> {
        let id = row.id;
        match self.write(WritePoint::Answered, move |unit| unit.drop_outbox(id)).await {
            Ok(()) => Err(error),
            Err(not_kept) => Ok(self.still_pending(row, &not_kept)),
        }
    }

    /// The act was refused while nobody looked: it stays in the list with its reason.
    async fn refuse(&self, row: OutboxRow, error: AppError) -> AppResult<Outcome> {
        let state = if is_our_fault(error.code()) { RowState::Wedged } else { RowState::Refused };
        let refused = OutboxRow { state, reason: Some(error.code().clone()), ..row.clone() };
        match self.keep_open(WritePoint::Answered, &refused).await {
            Ok(true) => Err(error),
            Ok(false) => Ok(Outcome::Done),
            Err(not_kept) => Ok(self.still_pending(row, &not_kept)),
        }
    }

    /// A later try was refused. That says nothing of an earlier one, which may have been accepted, or may arrive
    /// yet: the act stays asked for, until its answer comes or the feed has passed its time; then this is why.
    async fn note_refusal(&self, row: &mut OutboxRow, error: &AppError) {
        self.log_failure("outbox", error);
        if let Some(server) = error.server_time()
            && let Err(not_kept) = self.heard(server).await
        {
            self.log_failure("outbox", &not_kept);
        }
        row.reason = Some(error.code().clone());
    }

    /// The act is on its way still, unless the feed has settled it while its try was under way.
    async fn still_open(&self, row: OutboxRow) -> Outcome {
        match self.keep_open(WritePoint::Answered, &row).await {
            Ok(true) => Outcome::Pending(Box::new(row)),
            Ok(false) => Outcome::Done,
            // Forgotten with the app: it is asked for earlier, or for longer, than it has to be.
            Err(not_kept) => self.still_pending(row, &not_kept),
        }
    }

    fn still_pending(&self, row: OutboxRow, error: &AppError) -> Outcome {
        self.log_failure("outbox", error);
        Outcome::Pending(Box::new(row))
    }

    async fn signed(&self, intent: &Intent, card: Option<&dyn CardPart>) -> AppResult<Wire> {
        let Intent::Command { payload, key, card: needs_card, about } = intent else {
            return Err(ErrorCode::Internal.into());
        };
        if *key == KeyName::DeviceUv && !self.proves_user().await? {
            return Err(absent(*key).into());
        }
        let public = self.keys.public(*key).await?.ok_or(absent(*key))?;
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
    async fn deliver(&self, mut row: OutboxRow, which: Try) -> AppResult<Outcome> {
        let Some(Wire::Command(command)) = row.wire.clone() else {
            return Err(ErrorCode::Internal.into());
        };
        let never_left = row.state == RowState::Signed;
        row.state = RowState::Sent;
        row.attempts = row.attempts.saturating_add(1);
        row.next_attempt_at = self.time.now().plus(pause(&row));
        match self.keep_open(WritePoint::Sending, &row).await {
            Ok(true) => {}
            Ok(false) => return Ok(Outcome::Done),
            Err(error) if never_left && which == Try::First => return self.give_up(row, error).await,
            Err(error) => return Ok(self.still_pending(row, &error)),
        }
        let error = match self.api.command(&command).await {
            Ok(answer) => {
                let (id, party) = (row.id, row.party);
                let kept = self.write(WritePoint::Answered, move |unit| {
                    unit.drop_outbox(id)?;
                    places::keep(unit, party, answer.shown)?;
                    answer
                        .records
                        .into_iter()
                        .try_for_each(|record| apply(unit, party, &http::known(record)).map(drop))
                });
                // What is done and cannot be kept is asked for again; the answer will be the same.
                return Ok(kept
                    .await
                    .map_or_else(|error| self.still_pending(row, &error), |()| Outcome::Done));
            }
            Err(error) => error,
        };
        let patient = row.intent.about().is_some_and(|about| about.patient);
        match (which, error.code()) {
            (Try::First, ErrorCode::Offline) if !patient => return self.give_up(row, error).await,
            (_, ErrorCode::Offline) if never_left => row.state = RowState::Signed,
            _ if error.is_transient() => self.wait_as_asked(&mut row, &error),
            (_, ErrorCode::ClockSkew) if !never_left && is_far_ahead(&row, &error) => {
                return self.refuse(row, error).await;
            }
            _ if !never_left => self.note_refusal(&mut row, &error).await,
            (Try::First, code) if is_of_another_time(code) => return Err(error),
            (Try::First, code) if !is_our_fault(code) => return self.give_up(row, error).await,
            _ => return self.refuse(row, error).await,
        }
        Ok(self.still_open(row).await)
    }

    /// A server that asks to be left alone (`Retry-After`) is left alone, by this act and the others that wait.
    fn wait_as_asked(&self, row: &mut OutboxRow, error: &AppError) {
        let until = self.time.now().plus(error.retry_after_ms());
        if error.retry_after_ms() > 0 && until > row.next_attempt_at {
            self.leave_alone(until);
            row.next_attempt_at = until;
        }
    }

    /// Keeps what is wanted.
    pub(super) async fn keep(&self, row: &OutboxRow) -> AppResult<()> {
        let row = row.clone();
        self.write(WritePoint::Intent, move |unit| unit.put_intent(&row)).await
    }

    /// Keeps how an act stands that is on its way; false when it was settled meanwhile, which stands.
    pub(super) async fn keep_open(&self, point: WritePoint, row: &OutboxRow) -> AppResult<bool> {
        let row = row.clone();
        self.write(point, move |unit| {
            let open = unit.outbox_row(row.id)?.is_some_and(|kept| kept.is_on_its_way());
            if open {
                unit.put_outbox(&row)?;
            }
            Ok(open)
        })
        .await
    }
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

/// Refusals of an act for its times: one made this moment has them from a phone that does not know what time it is,
/// ahead of the server (`clock_skew`) or behind it (`command_expired`).
pub(super) fn is_of_another_time(code: &ErrorCode) -> bool {
    matches!(code, ErrorCode::ClockSkew | ErrorCode::CommandExpired)
}

/// Whether the phone's clock was so far ahead when the act was made that the server takes no try of it yet, nor one
/// that is still under way. When it would, nobody wants it any more.
fn is_far_ahead(row: &OutboxRow, error: &AppError) -> bool {
    error.server_time().is_some_and(|server| row.created_at.since(server) > CLOCK_SKEW + FEED_LAG)
}

/// How long until the next try: 1 s, 2 s, 4 s … 5 minutes, and up to a quarter more by the id, so that the
/// phones of a town do not all come back at once.
fn pause(row: &OutboxRow) -> i64 {
    let pause = (Millis::SECOND << row.attempts.saturating_sub(1).min(9)).min(5 * Millis::MINUTE);
    pause + pause * i64::from(row.id.as_bytes()[15]) / 1024
}
