//! A shop gives a payment back, whole or in part, out of what was not paid out to it yet.

use std::sync::Arc;

use yui_ledger::{Command, Op, Posted};
use yui_protocol::{
    CommandId, ErrorCode, Points, ShopId,
    command::{CommandAnswer, Refund},
    shop::{RefundQuote, RefundQuoteRequest},
};
use yui_store::{Unit, UnitError};

use super::{
    arrival::{Arrival, ledger_command},
    outcome::Outcome,
};
use crate::{command::VerifiedCommand, random::random, shop::till, state::Yui};

/// Refunds. Refused: `amount_invalid`, `payment_unknown` (also for another shop's), `refund_too_large`,
/// `refund_not_covered`, `wallet_closed`. A closed shop can still refund.
pub(crate) async fn refund(
    yui: &Yui,
    verified: VerifiedCommand,
    shop: ShopId,
    act: Refund,
) -> Result<CommandAnswer, ErrorCode> {
    let made = yui
        .town_write(move |unit| {
            Box::pin(async move {
                let posted = write(unit, &verified, shop, &act).await?;
                Ok(Outcome::read(unit, posted, &verified))
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
    if let Arrival::Again(posted) = Arrival::of(verified, unit).await? {
        return Ok(posted);
    }
    till::check_free(unit, verified.command.id).await?;
    let op = Op::Refund { payment: act.payment, shop, amount: Points::act(act.amount.0)? };
    unit.apply(&ledger_command(verified, op)).await
}

/// What a refund would do if it came now; nothing is done. Refused as [`refund`].
pub(crate) async fn quote(
    yui: &Yui,
    shop: ShopId,
    asked: RefundQuoteRequest,
) -> Result<RefundQuote, ErrorCode> {
    let random = random()?;
    yui.town_write(move |unit| Box::pin(async move { preview(unit, shop, asked, random).await })).await
}

async fn preview(
    unit: &mut Unit,
    shop: ShopId,
    asked: RefundQuoteRequest,
    random: [u8; 10],
) -> Result<RefundQuote, UnitError> {
    let RefundQuoteRequest { payment, amount } = asked;
    let op = Op::Refund { payment, shop, amount: Points::act(amount.0)? };
    let id = CommandId::new(unit.now(), random);
    let would_be = unit.preview(&Command { id, digest: [0; 32], signature: None, op }).await?;
    let paid = unit.find(payment).await?.ok_or(ErrorCode::PaymentUnknown)?;
    let before = unit.ledger().refunded(payment).unwrap_or_default();
    Ok(RefundQuote {
        payment,
        amount,
        expired: would_be.expired(),
        left: Points(paid.amount.0 - before.0 - amount.0),
    })
}
