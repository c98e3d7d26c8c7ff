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
    /// Who had it go on after it had stopped, the last time.
    pub continued: Option<ByStaff>,
    /// How many were to receive in all when it was confirmed, or when it went on, by their levels; 0 before.
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

    /// When it ended before everybody was reached; none unless it stands so.
    #[must_use]
    pub fn stopped_at(&self) -> Option<Millis> {
        self.ended.as_ref().filter(|ended| ended.with.is_some()).map(|ended| ended.at)
    }

    /// What it may still take of the programme's budget while it runs. Those who are left out for their level were
    /// never among the heads; the share of one who is left out for another reason is free when it ends.
    pub(super) fn promised(&self) -> Points {
        let to_come = self.heads.saturating_sub(self.received).max(0);
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
            continued: done("continued_by", "continued_at")?,
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

/// The order of this programme that stopped last after some had received, if there is one: who gives to everybody anew
/// gives to them a second time.
pub async fn stopped(yui: &Yui, programme: &ProgrammeId) -> Result<Option<GrantOrder>, ErrorCode> {
    let text = "SELECT * FROM grant_order WHERE programme = $1 AND ended_with IS NOT NULL AND received > 0
                ORDER BY ended_at DESC, id LIMIT 1";
    let row = yui.town.reader().sql(text).bind(programme).fetch_optional().await;
    row.and_then(|row| row.as_ref().map(GrantOrder::read).transpose()).map_err(|error| error.code())
}

/// The order inside a write.
pub(super) async fn kept(unit: &mut Unit, id: CommandId) -> Result<Option<GrantOrder>, UnitError> {
    let row = unit.sql("SELECT * FROM grant_order WHERE id = $1").bind(id).fetch_optional().await?;
    Ok(row.as_ref().map(GrantOrder::read).transpose()?)
}

/// The orders that are being carried out, in the order in which they were confirmed, inside a write.
async fn running(unit: &mut Unit) -> Result<Vec<GrantOrder>, UnitError> {
    let text = "SELECT * FROM grant_order WHERE confirmed_at IS NOT NULL AND ended_at IS NULL
                ORDER BY confirmed_at, id";
    Ok(GrantOrder::read_all(&unit.sql(text).fetch_all().await?)?)
}

/// What running orders of a programme, all but this one, may still take of its budget: it is there for nobody else.
pub(in crate::wallet) async fn promised(
    unit: &mut Unit,
    programme: &ProgrammeId,
    but: Option<CommandId>,
) -> Result<Points, UnitError> {
    let orders = running(unit).await?;
    let others = orders.iter().filter(|order| order.programme == *programme && Some(order.id) != but);
    Ok(Points(others.fold(0, |sum, order| sum.saturating_add(order.promised().0))))
}

/// The first that is being carried out, for a look that does not hold up the writer.
pub(super) async fn first_running(yui: &Yui) -> Result<Option<CommandId>, ErrorCode> {
    let text = "SELECT id FROM grant_order WHERE confirmed_at IS NOT NULL AND ended_at IS NULL
                ORDER BY confirmed_at, id LIMIT 1";
    let row = yui.town.reader().sql(text).fetch_optional().await;
    row.and_then(|row| row.map(|row| row.get("id")).transpose()).map_err(|error| error.code())
}
