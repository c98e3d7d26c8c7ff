//! What an order comes to, before it is confirmed or goes on: how many residents of which levels would receive, how much
//! that is in all, and what is left of the budget.

use yui_protocol::{
    ErrorCode, Millis, Points, ProgrammeId,
    identity::Level,
    municipality::{Municipality, Programme},
};
use yui_rules::wallet::{
    limits,
    programme::{self, IssuedSoFar},
};
use yui_store::{StoreError, Unit, UnitError};

use super::order::{self, GrantOrder};
use crate::{identity::level, state::Yui, wallet::issue};

/// The residents of a level.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OfLevel {
    /// Which.
    pub level: Level,
    /// How many are enrolled.
    pub people: i64,
    /// Whether an empty wallet of this level may take the points.
    pub receives: bool,
}

/// See the module.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Estimate {
    /// The residents by level, the most first.
    pub levels: Vec<OfLevel>,
    /// How many of them would receive. Who holds or has received too much already is not known before she is reached.
    pub heads: i64,
    /// What that comes to at most.
    pub sum: Points,
    /// What is left of the budget beside what other orders are giving just now; none where there is no budget.
    pub left: Option<Points>,
    /// What confirming would be refused with now: `programme_closed`, `programme_budget` or `programme_person_cap`.
    pub refusal: Option<ErrorCode>,
}

/// What `amount` for every resident comes to now. Refused: `programme_unknown` (also when it is one of charged value),
/// `amount_invalid`.
pub async fn estimate(yui: &Yui, programme: &ProgrammeId, amount: Points) -> Result<Estimate, ErrorCode> {
    beside_writer(yui, programme.clone(), count(yui, programme, amount).await?).await
}

/// What an order that waits or has stopped comes to now, for all whom it has not reached. Refused as [`estimate`].
pub async fn estimate_rest(yui: &Yui, order: &GrantOrder) -> Result<Estimate, ErrorCode> {
    beside_writer(yui, order.programme.clone(), count_rest(yui, order).await?).await
}

async fn beside_writer(yui: &Yui, programme: ProgrammeId, counted: Counted) -> Result<Estimate, ErrorCode> {
    let config = yui.config.clone();
    yui.town_write(move |unit| {
        Box::pin(async move { counted.beside(unit, given(&config.municipality, &programme)?).await })
    })
    .await
}

/// The residents as they are counted, beside the writer: the budget is looked at in it, by [`Counted::beside`].
pub(super) struct Counted {
    amount: Points,
    levels: Vec<OfLevel>,
    heads: i64,
    sum: Points,
}

/// Everybody who is enrolled.
pub(super) async fn count(yui: &Yui, programme: &ProgrammeId, amount: Points) -> Result<Counted, ErrorCode> {
    count_behind(yui, programme, amount, String::new(), Millis(i64::MAX)).await
}

/// Whom an order has not reached.
pub(super) async fn count_rest(yui: &Yui, order: &GrantOrder) -> Result<Counted, ErrorCode> {
    let reached = order.reached.map_or_else(String::new, |subject| subject.to_string());
    let joined_by = order.confirmed.as_ref().map_or(Millis(i64::MAX), |done| done.at);
    count_behind(yui, &order.programme, order.amount, reached, joined_by).await
}

async fn count_behind(
    yui: &Yui,
    programme: &ProgrammeId,
    amount: Points,
    reached: String,
    joined_by: Millis,
) -> Result<Counted, ErrorCode> {
    let town = &yui.config.municipality;
    let programme = given(town, programme)?;
    Points::act(amount.0)?;
    let text = "SELECT level, COUNT(*) AS people FROM resident
                WHERE subject > $1 AND joined_at <= $2 AND state = 'active'
                GROUP BY level ORDER BY COUNT(*) DESC, level";
    let rows = yui.town.reader().sql(text).bind(reached).bind(joined_by).fetch_all();
    let rows = rows.await.map_err(|error| error.code())?;
    let of_level = |row: &yui_store::Row| -> Result<OfLevel, StoreError> {
        let level = level::of_word(&row.get::<String>("level")?);
        let receipt = limits::check_receipt(town, level, programme.kind, amount, Points::ZERO);
        Ok(OfLevel { level, people: row.get("people")?, receives: receipt.is_ok() })
    };
    let levels: Vec<OfLevel> =
        rows.iter().map(of_level).collect::<Result<_, _>>().map_err(|error: StoreError| error.code())?;
    let heads = levels.iter().filter(|of| of.receives).map(|of| of.people).sum();
    Ok(Counted { amount, levels, heads, sum: Points(amount.0.saturating_mul(heads)) })
}

impl Counted {
    /// The whole estimate, with the budget as it stands in this write.
    pub(super) async fn beside(self, unit: &mut Unit, programme: &Programme) -> Result<Estimate, UnitError> {
        let Self { amount, levels, heads, sum } = self;
        let promised = order::promised(unit, &programme.id, None).await?;
        let used = unit.ledger().programme(&programme.id).issued.0.saturating_add(promised.0);
        let left = programme.budget.map(|budget| Points(budget.0.saturating_sub(used).max(0)));
        // As the last who receives would be refused.
        let in_all = Points(used.saturating_add(sum.0.saturating_sub(amount.0).max(0)));
        let issued = IssuedSoFar { in_all, to_person: Points::ZERO };
        let refusal = programme::check_issue(programme, amount, issued, unit.now()).err();
        Ok(Estimate { levels, heads, sum, left, refusal })
    }
}

/// The programme, if its points are given and not sold: `programme_unknown`.
pub(super) fn given<'t>(town: &'t Municipality, id: &ProgrammeId) -> Result<&'t Programme, ErrorCode> {
    let programme = issue::find(town, id)?;
    if issue::is_given(programme.kind) { Ok(programme) } else { Err(ErrorCode::ProgrammeUnknown) }
}
