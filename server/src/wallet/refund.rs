//! A shop gives a payment back, whole or in part, out of what was not paid out to it yet.

use std::sync::Arc;

use yui_ledger::{Op, Posted};
use yui_protocol::{
    ShopId,
    command::{CommandAnswer, Refund},
};
use yui_store::{Party, Unit, UnitError};

use super::verdict::{self, Made};
use crate::{command::VerifiedCommand, http::problem::ApiError, shop::till, state::Yui};

/// Refunds. Refused: `amount_invalid`, `payment_unknown` (also for another shop's), `refund_too_large`,
/// `refund_not_covered`, `wallet_closed`. A closed shop can still refund.
pub(crate) async fn refund(
    yui: &Yui,
    verified: VerifiedCommand,
    shop: ShopId,
    act: Refund,
) -> Result<CommandAnswer, ApiError> {
    let made = yui
        .town_write(move |unit| {
            Box::pin(async move {
                let posted = write(unit, &verified, shop, &act).await?;
                Ok(Made::read(unit, posted, Party::Shop(shop)))
            })
        })
        .await?;
    Ok(made.answer(&yui.shops))
}

async fn write(
    unit: &mut Unit,
    verified: &VerifiedCommand,
    shop: ShopId,
    act: &Refund,
) -> Result<Arc<Posted>, UnitError> {
    if let Some(posted) = verdict::earlier(unit, verified).await? {
        return Ok(posted);
    }
    till::check_free(unit, verified.command.id).await?;
    let op = Op::Refund { payment: act.payment, shop, amount: verdict::amount(act.amount)? };
    unit.apply(&verdict::ledger_command(verified, op)).await
}
