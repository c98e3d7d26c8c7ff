//! Making vouchers: what they promise is taken from the programme's budget at once.

use chrono::NaiveDate;
use yui_protocol::{
    CommandId, ErrorCode, Millis, Points, ProgrammeId,
    municipality::Programme,
    qr::{BearerSecret, VoucherCode},
    wallet::LotKind,
};
use yui_rules::wallet::programme;
use yui_store::{Unit, UnitError};

use super::{hash, promised_of_budget};
use crate::{random::random, state::Yui, wallet::issue};

/// The most vouchers of one batch.
pub const BATCH: usize = 500;

/// Vouchers to be made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewBatch {
    /// The id of the act, made with the form and kept. The secrets cannot be shown twice, so a second time is
    /// `id_conflict`.
    pub id: CommandId,
    /// A programme of charged value.
    pub programme: ProgrammeId,
    /// What each is worth.
    pub amount: Points,
    /// The last day in Japan on which they can be used; not after the programme's, nor after that of their value.
    pub last_day: NaiveDate,
    /// How many, from 1 to [`BATCH`].
    pub count: usize,
}

/// A voucher as it is printed, once.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PrintedVoucher {
    /// Its number, by which it can be withdrawn.
    pub id: CommandId,
    /// The text of its QR code, which holds the secret.
    pub code: VoucherCode,
}

/// Makes vouchers and gives their codes, for this one time. Refused: `programme_unknown`, `programme_not_charged`,
/// `programme_closed` as [`programme::voucher_value_until`], `programme_budget`, `amount_invalid`, `malformed_request`,
/// `id_conflict`.
pub async fn make(yui: &Yui, staff: &str, batch: NewBatch) -> Result<Vec<PrintedVoucher>, ErrorCode> {
    let town = &yui.config.municipality;
    let programme = issue::find(town, &batch.programme)?.clone();
    if programme.kind != LotKind::Charged {
        return Err(ErrorCode::ProgrammeNotCharged);
    }
    Points::act(batch.amount.0)?;
    if !(1..=BATCH).contains(&batch.count) {
        return Err(ErrorCode::MalformedRequest);
    }
    let now = yui.clock.now();
    let print = |_| {
        let code = VoucherCode { town: town.code, secret: BearerSecret::new(random()?) };
        Ok(PrintedVoucher { id: CommandId::new(now, random()?), code })
    };
    let printed = (0..batch.count).map(print).collect::<Result<Vec<_>, ErrorCode>>()?;
    let rows: Vec<(CommandId, String)> =
        printed.iter().map(|voucher| (voucher.id, hash(voucher.code.secret.as_bytes()))).collect();
    let staff = staff.to_owned();
    yui.town_write(move |unit| Box::pin(async move { keep(unit, &staff, &programme, &batch, rows).await }))
        .await?;
    Ok(printed)
}

async fn keep(
    unit: &mut Unit,
    staff: &str,
    programme: &Programme,
    batch: &NewBatch,
    rows: Vec<(CommandId, String)>,
) -> Result<(), UnitError> {
    let known =
        unit.sql("SELECT id FROM voucher WHERE batch = $1 LIMIT 1").bind(batch.id).fetch_optional().await?;
    if known.is_some() {
        return Err(ErrorCode::IdConflict.into());
    }
    let now = unit.now();
    let value_until = programme::voucher_value_until(programme, now.day_jst(), batch.last_day)?;
    check_budget(unit, programme, batch).await?;
    let end = batch.last_day.succ_opt().ok_or(ErrorCode::MalformedRequest)?;
    let expires_at = Millis::start_of_day_jst(end).plus(-1);
    for (id, secret_hash) in rows {
        unit.sql(
            "INSERT INTO voucher
                 (id, batch, secret_hash, programme, amount, expires_at, value_until, issued_at, issued_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        )
        .bind(id)
        .bind(batch.id)
        .bind(secret_hash)
        .bind(&batch.programme)
        .bind(batch.amount)
        .bind(expires_at)
        .bind(value_until.to_string())
        .bind(now)
        .bind(staff)
        .execute()
        .await?;
        unit.fact("wallet.voucher_made", None);
    }
    unit.audit(staff, "wallet.vouchers_made", None);
    Ok(())
}

/// `programme_budget` unless the budget covers the whole batch beside what was issued and promised before.
async fn check_budget(unit: &mut Unit, programme: &Programme, batch: &NewBatch) -> Result<(), UnitError> {
    let promised = promised_of_budget(unit, programme).await?;
    let issued = unit.ledger().programme(&programme.id).issued;
    let worth = i64::try_from(batch.count).ok().and_then(|count| batch.amount.0.checked_mul(count));
    let sum = worth.and_then(|worth| worth.checked_add(promised.0)?.checked_add(issued.0));
    if programme.budget.is_none_or(|budget| sum.is_some_and(|sum| sum <= budget.0)) {
        Ok(())
    } else {
        Err(ErrorCode::ProgrammeBudget.into())
    }
}
