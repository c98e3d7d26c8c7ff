//! A resident charges with a voucher.

use std::sync::Arc;

use yui_ledger::Posted;
use yui_protocol::{
    ErrorCode, Points, Subject,
    command::{CommandAnswer, RedeemVoucher},
    municipality::Municipality,
};
use yui_rules::wallet::programme::{self, Voucher};
use yui_store::{Unit, UnitError};

use super::{VoucherRecord, hash, promised_of_budget, read};
use crate::{
    command::VerifiedCommand,
    state::Yui,
    wallet::{
        arrival::{Arrival, ledger_command},
        issue::{self, Wanted},
        outcome::Outcome,
        payer::Payer,
    },
};

/// A resident charges with a voucher. Refused: `voucher_unknown`, `voucher_used`, `voucher_cancelled`,
/// `voucher_expired`, and as [`issue::charge`].
pub(crate) async fn redeem(
    yui: &Yui,
    verified: VerifiedCommand,
    wallet: Subject,
    act: RedeemVoucher,
) -> Result<CommandAnswer, ErrorCode> {
    let payer = Payer::read(yui, wallet, verified.command.id).await?;
    let config = Arc::clone(&yui.config);
    let secret_hash = hash(&act.secret);
    let made = yui
        .town_write(move |unit| {
            Box::pin(async move {
                let posted = match Arrival::of(&verified, unit).await? {
                    Arrival::Again(posted) => posted,
                    Arrival::First(_) => {
                        use_up(unit, &verified, &config.municipality, &payer, &secret_hash).await?
                    }
                };
                Ok(Outcome::read(unit, posted, &verified))
            })
        })
        .await?;
    Ok(made.answer(&yui.shops))
}

async fn use_up(
    unit: &mut Unit,
    verified: &VerifiedCommand,
    town: &Municipality,
    payer: &Payer,
    secret_hash: &str,
) -> Result<Arc<Posted>, UnitError> {
    let row =
        unit.sql("SELECT * FROM voucher WHERE secret_hash = $1").bind(secret_hash).fetch_optional().await?;
    let known = read(&row.ok_or(ErrorCode::VoucherUnknown)?)?;
    let (used, cancelled) = (known.used_at.is_some(), known.cancelled_at.is_some());
    let now = unit.now();
    programme::check_voucher(Voucher { expires_at: known.expires_at, used, cancelled }, now)?;
    let programme = issue::find(town, &known.programme)?;
    let VoucherRecord { amount, value_until, .. } = known;
    // This voucher's own part of the promise is kept now.
    let others = promised_of_budget(unit, programme).await?.0.saturating_sub(amount.0);
    let wanted = Wanted {
        programme,
        wallet: payer.subject,
        level: payer.level()?,
        amount,
        last_day: value_until,
        promised: Points(others.max(0)),
    };
    let op = issue::operation(unit, town, &wanted)?;
    let posted = unit.apply(&ledger_command(verified, op)).await?;
    unit.sql("UPDATE voucher SET used_at = $1, used_by = $2 WHERE id = $3")
        .bind(now)
        .bind(posted.id)
        .bind(known.id)
        .execute()
        .await?;
    Ok(posted)
}
