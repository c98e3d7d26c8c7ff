//! An order as it is kept, and how far it has come.

use yui_protocol::{CommandId, ErrorCode, Millis, Points, ProgrammeId, Subject};
use yui_store::{Row, StoreError, Unit, UnitError};

use crate::state::Yui;

/// What a member of staff did with an order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ByStaff {
    /// Who, by her pseudonym.
    pub by: String,
    /// When.
    pub at: Millis,
}

/// How an order that was carried out ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ended {
    /// When.
    pub at: Millis,
    /// The code that ended it before everybody was reached.
    pub with: Option<ErrorCode>,
}

/// See the module.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GrantOrder {
    /// Its id, made with the form.
    pub id: CommandId,
    /// Under which programme.
    pub programme: ProgrammeId,
    /// What each resident receives.
    pub amount: Points,
    /// Who recorded it, and when.
    pub recorded: ByStaff,
    /// Who withdrew it before it was confirmed, and when.
    pub withdrawn: Option<ByStaff>,
    /// Who confirmed it, and when: who joined later receives nothing.
    pub confirmed: Option<ByStaff>,
    /// How many were to receive when it was confirmed, by their levels; 0 before.
    pub heads: i64,
    /// How many have received.
    pub received: i64,
    /// How many could not.
    pub left_out: i64,
    /// How it ended; none while it waits or runs.
    pub ended: Option<Ended>,
    /// The last resident who was reached.
    pub(super) reached: Option<Subject>,
}

/// Where an order stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum GrantState {
    /// It waits for a second member of staff.
    Waiting,
    /// It was withdrawn; nobody received anything.
    Withdrawn,
    /// It is being carried out.
    Running,
    /// Everybody was reached.
    Done,
    /// It ended for this reason before everybody was reached.
    Stopped(ErrorCode),
}

impl GrantOrder {
    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> GrantState {
        match (&self.withdrawn, &self.confirmed, &self.ended) {
            (Some(_), ..) => GrantState::Withdrawn,
            (None, None, _) => GrantState::Waiting,
            (None, Some(_), None) => GrantState::Running,
            (None, Some(_), Some(Ended { with: None, .. })) => GrantState::Done,
            (None, Some(_), Some(Ended { with: Some(code), .. })) => GrantState::Stopped(code.clone()),
        }
    }

    /// Whether this member of staff may be the second: not the one who recorded it.
    #[must_use]
    pub fn lets_confirm(&self, staff: &str) -> bool {
        self.recorded.by != staff
    }

    /// What it may still take of the programme's budget while it runs.
    pub(super) fn promised(&self) -> Points {
        let to_come = self.heads.saturating_sub(self.received).saturating_sub(self.left_out).max(0);
        Points(to_come.saturating_mul(self.amount.0))
    }

    fn read(row: &Row) -> Result<Self, StoreError> {
        let done = |by, at| -> Result<Option<ByStaff>, StoreError> {
            let by: Option<String> = row.get(by)?;
            by.map(|by| Ok(ByStaff { by, at: row.get(at)? })).transpose()
        };
        let ended: Option<Millis> = row.get("ended_at")?;
        let with: Option<String> = row.get("ended_with")?;
        Ok(Self {
            id: row.get("id")?,
            programme: row.get("programme")?,
            amount: row.get("amount")?,
            recorded: ByStaff { by: row.get("recorded_by")?, at: row.get("recorded_at")? },
            withdrawn: done("withdrawn_by", "withdrawn_at")?,
            confirmed: done("confirmed_by", "confirmed_at")?,
            heads: row.get("heads")?,
            received: row.get("received")?,
            left_out: row.get("left_out")?,
            ended: ended.map(|at| Ended { at, with: with.map(|word| ErrorCode::from_word(&word)) }),
            reached: row.get("reached")?,
        })
    }

    fn read_all(rows: &[Row]) -> Result<Vec<Self>, StoreError> {
        rows.iter().map(Self::read).collect()
    }
}

/// The order with this id: `not_found` when there is none.
pub async fn find(yui: &Yui, id: CommandId) -> Result<GrantOrder, ErrorCode> {
    let row = yui.town.reader().sql("SELECT * FROM grant_order WHERE id = $1").bind(id);
    let row = row.fetch_optional().await.map_err(|error| error.code())?.ok_or(ErrorCode::NotFound)?;
    GrantOrder::read(&row).map_err(|error| error.code())
}

/// The orders that were recorded last, newest first, at most `limit`.
pub async fn last(yui: &Yui, limit: u32) -> Result<Vec<GrantOrder>, ErrorCode> {
    let text = "SELECT * FROM grant_order ORDER BY recorded_at DESC, id DESC LIMIT $1";
    let rows = yui.town.reader().sql(text).bind(limit).fetch_all().await;
    rows.and_then(|rows| GrantOrder::read_all(&rows)).map_err(|error| error.code())
}

/// The order inside a write.
pub(super) async fn kept(unit: &mut Unit, id: CommandId) -> Result<Option<GrantOrder>, UnitError> {
    let row = unit.sql("SELECT * FROM grant_order WHERE id = $1").bind(id).fetch_optional().await?;
    Ok(row.as_ref().map(GrantOrder::read).transpose()?)
}

/// The orders that are being carried out, in the order in which they were confirmed, inside a write.
pub(super) async fn running(unit: &mut Unit) -> Result<Vec<GrantOrder>, UnitError> {
    let text = "SELECT * FROM grant_order WHERE confirmed_at IS NOT NULL AND ended_at IS NULL
                ORDER BY confirmed_at, id";
    Ok(GrantOrder::read_all(&unit.sql(text).fetch_all().await?)?)
}

/// The first of them, for a look that does not hold up the writer.
pub(super) async fn first_running(yui: &Yui) -> Result<Option<CommandId>, ErrorCode> {
    let text = "SELECT id FROM grant_order WHERE confirmed_at IS NOT NULL AND ended_at IS NULL
                ORDER BY confirmed_at, id LIMIT 1";
    let row = yui.town.reader().sql(text).fetch_optional().await;
    row.and_then(|row| row.map(|row| row.get("id")).transpose()).map_err(|error| error.code())
}
