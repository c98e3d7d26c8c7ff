//! The person's own one-time code: a promise that holds while she has no network, so it is kept before it is
//! shown, shown again as the same bytes, and open until the feed says what became of it.

use yui_protocol::{
    CommandId, ErrorCode, Millis, Points,
    municipality::Municipality,
    qr::{CodeKey, Mandate, SignedMandate},
};
use yui_rules::wallet::codes::{Issued, is_alive, may_issue};
use yui_texts::{Args, keys};

use super::snapshot::Known;
use crate::{
    core::Core,
    error::AppResult,
    listener::Topic,
    platform::KeyName,
    store::{CodeEnd, Intent, Meta, OutboxRow, Party, RowState, Wire, WritePoint},
    view::Text,
};

/// Where a code stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, uniffi::Enum)]
pub enum CodeState {
    /// It can be used now.
    Alive,
    /// It has run out; whether it was used is not known yet.
    Open,
    /// A shop was paid with it.
    Used,
    /// It has run out and was not used.
    Expired,
}

/// A one-time code.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct OneTimeCode {
    /// Its id.
    pub id: CommandId,
    /// Where it stands.
    pub state: CodeState,
    /// The text of the QR code (alphanumeric mode); empty once it cannot be used.
    pub text: String,
    /// The most a shop can take by it.
    pub cap: Points,
    /// Until when it can be used.
    pub valid_until: Millis,
    /// How many seconds are left; 0 when none.
    pub seconds_left: u32,
    /// What was paid with it.
    pub amount: Option<Points>,
    /// The payment made with it.
    pub entry: Option<CommandId>,
    /// What to say of it.
    pub note: Text,
}

impl Core {
    pub(crate) async fn show_code(&self) -> AppResult<OneTimeCode> {
        let _gate = self.code_gate.lock().await;
        let known = self.read(Known::read).await?;
        known.profile.as_ref().ok_or(ErrorCode::NotRegistered)?;
        let now = self.time.trusted()?;
        let open: Vec<_> = known.outbox.iter().filter(|row| is_code(row)).collect();
        if let Some(alive) = open.iter().find(|row| row.state == RowState::Shown && can_be_used(row, now)) {
            return self.code_view(alive, now).ok_or_else(|| ErrorCode::StorageFailed.into());
        }
        let town = self.municipality().await?;
        let code_key = self.code_key(&town).await?;
        // Codes that were kept and never signed were never shown: they promise nothing.
        let unsigned: Vec<_> =
            open.iter().filter(|row| row.state == RowState::Intent).map(|row| row.id).collect();
        let issued = Issued { alive_until: None, latest_seen: now };
        let allowed = may_issue(&town.codes, issued, now)?;
        let public = self.keys.public(KeyName::Device).await?.ok_or(ErrorCode::NotRegistered)?;
        let mut row = OutboxRow {
            id: self.new_id(),
            party: Party::Person,
            created_at: now,
            valid_until: allowed.valid_until,
            depends_on: None,
            attempts: 0,
            next_attempt_at: now,
            state: RowState::Intent,
            reason: None,
            intent: Intent::Code { cap: allowed.cap },
            wire: None,
        };
        let (kept, anchor) = (row.clone(), self.time.mark());
        self.write(WritePoint::Intent, move |unit| {
            unit.put_meta(Meta::Anchor, &anchor)?;
            unsigned.iter().try_for_each(|id| unit.drop_outbox(*id))?;
            unit.put_outbox(&kept)
        })
        .await?;
        let mandate = Mandate {
            town: self.town,
            id: row.id,
            key: public.thumbprint().into(),
            cap: allowed.cap,
            valid_until: allowed.valid_until,
        };
        let bytes = mandate.signed_bytes();
        let signature = self.keys.sign(KeyName::Device, bytes, String::new()).await?;
        let shown = SignedMandate { mandate, signature }.seal(code_key, &mut rand::rng())?;
        row.wire = Some(Wire::Code(shown.to_text()));
        row.state = RowState::Shown;
        let kept = row.clone();
        self.write(WritePoint::Signed, move |unit| unit.put_outbox(&kept)).await?;
        self.notifier.changed([Topic::Code, Topic::History]);
        self.code_view(&row, now).ok_or_else(|| ErrorCode::StorageFailed.into())
    }

    /// To which key the code is sealed. A phone that never heard of one, as with the configuration that came with the
    /// app, asks for it now.
    async fn code_key(&self, town: &Municipality) -> AppResult<CodeKey> {
        if let Some(key) = town.code_key {
            return Ok(key);
        }
        self.refresh_municipality().await?;
        self.municipality().await?.code_key.ok_or_else(|| ErrorCode::Unavailable.into())
    }

    pub(crate) async fn last_code(&self) -> AppResult<Option<OneTimeCode>> {
        let (known, end) =
            self.read(|unit| Ok((Known::read(unit)?, unit.meta::<CodeEnd>(Meta::LastCode)?))).await?;
        let open = self.open_code(&known.outbox, self.time.now());
        Ok(open.or_else(|| end.map(|end| self.ended(&end))))
    }

    /// The newest code that may still be used or may have been.
    pub(crate) fn open_code(&self, outbox: &[OutboxRow], now: Millis) -> Option<OneTimeCode> {
        let shown = || outbox.iter().rev().filter(|row| is_code(row) && row.state == RowState::Shown);
        let newest = shown().find(|row| can_be_used(row, now)).or_else(|| shown().next());
        newest.and_then(|row| self.code_view(row, now))
    }

    fn code_view(&self, row: &OutboxRow, now: Millis) -> Option<OneTimeCode> {
        let (Intent::Code { cap }, Some(Wire::Code(text))) = (&row.intent, &row.wire) else {
            return None;
        };
        let alive = can_be_used(row, now);
        let args = Args::new().yen("amount", *cap).time("time", row.valid_until);
        let key = if alive { keys::wallet::CODE_UNTIL } else { keys::wallet::CODE_OPEN };
        let left = if alive { row.valid_until.since(now) / Millis::SECOND } else { 0 };
        Some(OneTimeCode {
            id: row.id,
            state: if alive { CodeState::Alive } else { CodeState::Open },
            text: if alive { text.clone() } else { String::new() },
            cap: *cap,
            valid_until: row.valid_until,
            seconds_left: u32::try_from(left).unwrap_or(u32::MAX),
            amount: None,
            entry: None,
            note: self.words().get(key, &args),
        })
    }

    fn ended(&self, end: &CodeEnd) -> OneTimeCode {
        let words = self.words();
        OneTimeCode {
            id: end.id,
            state: if end.entry.is_some() { CodeState::Used } else { CodeState::Expired },
            text: String::new(),
            cap: Points::ZERO,
            valid_until: Millis(0),
            seconds_left: 0,
            amount: end.amount,
            entry: end.entry,
            note: words.of(if end.entry.is_some() {
                keys::wallet::STATE_PAID
            } else {
                keys::wallet::CODE_UNUSED
            }),
        }
    }
}

/// Whether a shop can take it now. One that was made by a clock far ahead cannot be taken yet, and holds up no other.
fn can_be_used(row: &OutboxRow, now: Millis) -> bool {
    is_alive(row.created_at, row.valid_until, now)
}

fn is_code(row: &OutboxRow) -> bool {
    matches!(row.intent, Intent::Code { .. })
}
