//! An order in the hands of staff: recorded by one, then withdrawn, or confirmed by another, who also has one that
//! stopped go on.

use std::sync::Arc;

use yui_protocol::{CommandId, ErrorCode, Millis, Points, ProgrammeId};
use yui_store::{Unit, UnitError};

use super::{
    estimate::{self, Counted},
    order,
};
use crate::{config::Config, state::Yui};

/// What is ordered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewOrder {
    /// The id of the order, made with the form and kept: the same id is the same order.
    pub id: CommandId,
    /// Under which programme, of any kind but charged.
    pub programme: ProgrammeId,
    /// What each resident receives.
    pub amount: Points,
}

/// The first member of staff records an order; nobody receives anything yet. The same again is the same order.
///
/// Refused: `programme_unknown` (also when it is one of charged value), `programme_closed`, `programme_budget` when the
/// budget cannot bear it, `programme_person_cap`, `amount_invalid`, `id_conflict`.
pub async fn record(yui: &Yui, staff: &str, new: NewOrder) -> Result<(), ErrorCode> {
    let counted = estimate::count(yui, &new.programme, new.amount).await?;
    let (staff, config) = (staff.to_owned(), Arc::clone(&yui.config));
    yui.town_write(move |unit| Box::pin(async move { keep(unit, &config, &staff, &new, counted).await }))
        .await
}

async fn keep(
    unit: &mut Unit,
    config: &Config,
    staff: &str,
    new: &NewOrder,
    counted: Counted,
) -> Result<(), UnitError> {
    if let Some(known) = order::kept(unit, new.id).await? {
        let same =
            known.programme == new.programme && known.amount == new.amount && known.recorded.by == staff;
        return if same { Ok(()) } else { Err(ErrorCode::IdConflict.into()) };
    }
    check(unit, config, &new.programme, counted).await?;
    let now = unit.now();
    unit.sql(
        "INSERT INTO grant_order (id, programme, amount, recorded_by, recorded_at, heads, received, left_out)
         VALUES ($1, $2, $3, $4, $5, 0, 0, 0)",
    )
    .bind(new.id)
    .bind(&new.programme)
    .bind(new.amount)
    .bind(staff)
    .bind(now)
    .execute()
    .await?;
    unit.audit(staff, "wallet.grant_all_recorded", None);
    Ok(())
}

/// Another member of staff confirms the order, which begins then and ends by itself. Again changes nothing.
///
/// Refused: `forbidden` for the one who recorded it, `not_found` when there is none or it was withdrawn, and as [`record`].
pub async fn confirm(yui: &Yui, staff: &str, id: CommandId) -> Result<(), ErrorCode> {
    let found = order::find(yui, id).await?;
    if !found.lets_confirm(staff) {
        return Err(ErrorCode::Forbidden);
    }
    if found.confirmed.is_some() {
        return Ok(());
    }
    let counted = estimate::count_rest(yui, &found).await?;
    let (staff, config) = (staff.to_owned(), Arc::clone(&yui.config));
    and_wake(yui, move |yui| async move {
        yui.town_write(move |unit| Box::pin(async move { begin(unit, &config, &staff, id, counted).await }))
            .await
    })
    .await
}

/// Does it to its end and wakes the job, whatever the answer is: one that says it failed may have been lost on the way.
async fn and_wake<F>(yui: &Yui, act: impl FnOnce(Yui) -> F + Send + 'static) -> Result<(), ErrorCode>
where
    F: Future<Output = Result<(), ErrorCode>> + Send + 'static,
{
    yui.to_the_end(|yui| async move {
        let done = act(yui.clone()).await;
        yui.grant_to_do.notify_one();
        done
    })
    .await
}

async fn begin(
    unit: &mut Unit,
    config: &Config,
    staff: &str,
    id: CommandId,
    counted: Counted,
) -> Result<(), UnitError> {
    let found = order::kept(unit, id).await?.ok_or(ErrorCode::NotFound)?;
    if found.withdrawn.is_some() {
        return Err(ErrorCode::NotFound.into());
    }
    if found.confirmed.is_some() {
        return Ok(());
    }
    let heads = check(unit, config, &found.programme, counted).await?;
    let now = unit.now();
    unit.sql("UPDATE grant_order SET confirmed_by = $1, confirmed_at = $2, heads = $3 WHERE id = $4")
        .bind(staff)
        .bind(now)
        .bind(heads)
        .bind(id)
        .execute()
        .await?;
    unit.audit(staff, "wallet.grant_all_confirmed", None);
    Ok(())
}

/// Another member of staff than the one who recorded an order has it go on after it stopped: with those whom it has not
/// reached, under the ids that it had, so that nobody receives twice. `stopped_at` says which stop is meant: the same
/// again, and a form that lay about since an earlier stop, change nothing.
///
/// Refused: `forbidden` for the one who recorded it, `not_found` when there is none that was confirmed, and as [`record`].
pub async fn go_on(yui: &Yui, staff: &str, id: CommandId, stopped_at: Millis) -> Result<(), ErrorCode> {
    let found = order::find(yui, id).await?;
    if !found.lets_confirm(staff) {
        return Err(ErrorCode::Forbidden);
    }
    if found.confirmed.is_none() {
        return Err(ErrorCode::NotFound);
    }
    if found.stopped_at() != Some(stopped_at) {
        return Ok(());
    }
    let counted = estimate::count_rest(yui, &found).await?;
    let (staff, config) = (staff.to_owned(), Arc::clone(&yui.config));
    and_wake(yui, move |yui| async move {
        yui.town_write(move |unit| {
            Box::pin(async move { begin_again(unit, &config, &staff, id, stopped_at, counted).await })
        })
        .await
    })
    .await
}

async fn begin_again(
    unit: &mut Unit,
    config: &Config,
    staff: &str,
    id: CommandId,
    stopped_at: Millis,
    counted: Counted,
) -> Result<(), UnitError> {
    let found = order::kept(unit, id).await?.ok_or(ErrorCode::NotFound)?;
    if found.stopped_at() != Some(stopped_at) {
        return Ok(());
    }
    let to_come = check(unit, config, &found.programme, counted).await?;
    let now = unit.now();
    unit.sql(
        "UPDATE grant_order SET continued_by = $1, continued_at = $2, heads = $3, ended_at = NULL, ended_with = NULL
         WHERE id = $4",
    )
    .bind(staff)
    .bind(now)
    .bind(found.received.saturating_add(to_come))
    .bind(id)
    .execute()
    .await?;
    unit.audit(staff, "wallet.grant_all_continued", None);
    Ok(())
}

/// Withdraws an order that nobody confirmed; whether it is withdrawn now. False when it was confirmed before: then it
/// goes on. Again changes nothing. Refused: `not_found`.
pub async fn withdraw(yui: &Yui, staff: &str, id: CommandId) -> Result<bool, ErrorCode> {
    let staff = staff.to_owned();
    yui.town_write(move |unit| {
        Box::pin(async move {
            let found = order::kept(unit, id).await?.ok_or(ErrorCode::NotFound)?;
            if found.confirmed.is_some() || found.withdrawn.is_some() {
                return Ok(found.withdrawn.is_some());
            }
            let now = unit.now();
            unit.sql("UPDATE grant_order SET withdrawn_by = $1, withdrawn_at = $2 WHERE id = $3")
                .bind(&staff)
                .bind(now)
                .bind(id)
                .execute()
                .await?;
            unit.audit(&staff, "wallet.grant_all_withdrawn", None);
            Ok(true)
        })
    })
    .await
}

/// Whether programme and budget bear the order now; for how many.
async fn check(
    unit: &mut Unit,
    config: &Config,
    programme: &ProgrammeId,
    counted: Counted,
) -> Result<i64, UnitError> {
    let programme = estimate::given(&config.municipality, programme)?;
    let estimate = counted.beside(unit, programme).await?;
    estimate.refusal.map_or(Ok(estimate.heads), |code| Err(code.into()))
}
