//! The rows of the outbox. What they mean is `crate::outbox`'s.

use rusqlite::{OptionalExtension, Row};
use serde::{Deserialize, Serialize};
use yui_protocol::{CommandId, ErrorCode, Millis, command::SignedCommand, wallet::EntryKind};

use super::{Intent, Meta, Party, Unit, failed};
use crate::error::AppResult;

/// Where a row stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub(crate) enum RowState {
    /// Wanted; not signed.
    Intent,
    /// Signed; the bytes have not left the phone.
    Signed,
    /// The bytes may have left the phone.
    Sent,
    /// Refused; nothing moved. Kept to be shown.
    Refused,
    /// Something that should never happen: it stays and is shown, and is not tried again by itself.
    Wedged,
    /// A one-time code that is being shown: it is not sent by this phone.
    Shown,
}

impl RowState {
    fn word(self) -> &'static str {
        match self {
            Self::Intent => "intent",
            Self::Signed => "signed",
            Self::Sent => "sent",
            Self::Refused => "refused",
            Self::Wedged => "wedged",
            Self::Shown => "shown",
        }
    }

    fn from_word(word: &str) -> Self {
        match word {
            "intent" => Self::Intent,
            "signed" => Self::Signed,
            "sent" => Self::Sent,
            "refused" => Self::Refused,
            "shown" => Self::Shown,
            _ => Self::Wedged,
        }
    }
}

/// One act of this phone that is not settled.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct OutboxRow {
    /// The act's id.
    pub(crate) id: CommandId,
    /// In whose name.
    pub(crate) party: Party,
    /// When it was wanted, by the server's time as estimated.
    pub(crate) created_at: Millis,
    /// After this the server will not do it for the first time.
    pub(crate) valid_until: Millis,
    /// What must be settled before it is sent.
    pub(crate) depends_on: Option<CommandId>,
    /// How often it was sent.
    pub(crate) attempts: u32,
    /// When to send next.
    pub(crate) next_attempt_at: Millis,
    /// Where it stands.
    pub(crate) state: RowState,
    /// Why it was refused or is wedged; of a sent one, why a later try was refused, which decides nothing yet.
    pub(crate) reason: Option<ErrorCode>,
    /// What is wanted.
    pub(crate) intent: Intent,
    /// The bytes, once signed.
    pub(crate) wire: Option<Wire>,
}

impl OutboxRow {
    /// Whether it will be done, or may have been, and nothing is known of it yet.
    pub(crate) fn is_on_its_way(&self) -> bool {
        matches!(self.state, RowState::Intent | RowState::Signed | RowState::Sent)
    }

    /// Whether nobody will do it for the first time after that moment, and what became of it is not known here: a
    /// feed that is read up to then tells.
    pub(crate) fn is_over_by(&self, moment: Millis) -> bool {
        matches!(self.state, RowState::Sent | RowState::Wedged | RowState::Shown) && self.valid_until < moment
    }

    /// Why it did not happen; none while that is not known.
    pub(crate) fn refusal(&self) -> Option<&ErrorCode> {
        self.reason.as_ref().filter(|_| matches!(self.state, RowState::Refused | RowState::Wedged))
    }
}

/// The bytes that were signed, as they leave the phone.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) enum Wire {
    /// To the server.
    Command(Box<SignedCommand>),
    /// On the screen: the text of the QR code.
    Code(String),
}

const COLUMNS: &str = "id, party, kind, created_at, valid_until, depends_on, attempts, next_attempt_at, state, \
                       reason, sealed, wire";

struct Raw {
    id: String,
    party: String,
    created_at: i64,
    valid_until: i64,
    depends_on: Option<String>,
    attempts: u32,
    next_attempt_at: i64,
    state: String,
    reason: Option<String>,
    sealed: Vec<u8>,
    wire: Option<Vec<u8>>,
}

impl Raw {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            party: row.get(1)?,
            created_at: row.get(3)?,
            valid_until: row.get(4)?,
            depends_on: row.get(5)?,
            attempts: row.get(6)?,
            next_attempt_at: row.get(7)?,
            state: row.get(8)?,
            reason: row.get(9)?,
            sealed: row.get(10)?,
            wire: row.get(11)?,
        })
    }
}

impl Unit<'_> {
    /// Keeps a new row; the payment or refund that it is, is [`Meta::Unseen`] from now on.
    pub(crate) fn put_intent(&self, row: &OutboxRow) -> AppResult<()> {
        let entry = row.intent.about().and_then(|about| about.entry);
        if matches!(entry, Some(EntryKind::Payment | EntryKind::Refund)) {
            self.put_meta(Meta::Unseen(row.party), &row.id)?;
        }
        self.put_outbox(row)
    }

    /// Keeps a row in place of what was known of it.
    pub(crate) fn put_outbox(&self, row: &OutboxRow) -> AppResult<()> {
        let id = row.id.to_string();
        let sealed = self.seal(&format!("outbox/{id}/sealed"), &row.intent)?;
        let wire = row.wire.as_ref().map(|wire| self.seal(&format!("outbox/{id}/wire"), wire)).transpose()?;
        self.connection
            .execute(
                &format!(
                    "INSERT OR REPLACE INTO outbox ({COLUMNS}) \
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"
                ),
                (
                    id,
                    row.party.word(),
                    row.intent.word(),
                    row.created_at.0,
                    row.valid_until.0,
                    row.depends_on.map(|id| id.to_string()),
                    row.attempts,
                    row.next_attempt_at.0,
                    row.state.word(),
                    row.reason.as_ref().map(ErrorCode::as_str),
                    sealed,
                    wire,
                ),
            )
            .map(drop)
            .map_err(failed)
    }

    /// The row of an act.
    pub(crate) fn outbox_row(&self, id: CommandId) -> AppResult<Option<OutboxRow>> {
        let raw = self
            .connection
            .query_row(&format!("SELECT {COLUMNS} FROM outbox WHERE id = ?1"), [id.to_string()], Raw::read)
            .optional()
            .map_err(failed)?;
        raw.map(|raw| self.outbox_from(raw)).transpose()
    }

    /// All rows, oldest first.
    pub(crate) fn outbox(&self) -> AppResult<Vec<OutboxRow>> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("SELECT {COLUMNS} FROM outbox ORDER BY created_at, id"))
            .map_err(failed)?;
        let rows = statement.query_map([], Raw::read).map_err(failed)?;
        rows.map(|raw| self.outbox_from(raw.map_err(failed)?)).collect()
    }

    /// Forgets a row whose act is settled.
    pub(crate) fn drop_outbox(&self, id: CommandId) -> AppResult<()> {
        self.connection
            .execute("DELETE FROM outbox WHERE id = ?1", [id.to_string()])
            .map(drop)
            .map_err(failed)
    }

    fn outbox_from(&self, raw: Raw) -> AppResult<OutboxRow> {
        let id = &raw.id;
        let wire = raw.wire.as_ref().map(|wire| self.open(&format!("outbox/{id}/wire"), wire)).transpose()?;
        Ok(OutboxRow {
            id: raw.id.parse()?,
            party: Party::from_word(&raw.party),
            created_at: Millis(raw.created_at),
            valid_until: Millis(raw.valid_until),
            depends_on: raw.depends_on.map(|id| id.parse()).transpose()?,
            attempts: raw.attempts,
            next_attempt_at: Millis(raw.next_attempt_at),
            state: RowState::from_word(&raw.state),
            reason: raw.reason.map(|word| ErrorCode::from_word(&word)),
            intent: self.open(&format!("outbox/{id}/sealed"), &raw.sealed)?,
            wire,
        })
    }
}
