//! A shop is paid by the one-time code that a resident shows while her phone has no network.
//!
//! The code is a mandate by the payer's key; the command that hands it in is the shop's. What it would pass is told to
//! the shop, and nothing is charged.

use std::sync::Arc;

use yui_ledger::{Op, Posted, SpentCode};
use yui_protocol::{
    ErrorCode, ShopId, Subject,
    command::{CommandAnswer, RedeemCode},
    qr::{OneTimeCode, SignedCode},
};
use yui_rules::{
    codes::{self, Mandate, Redeemed},
    limits,
};
use yui_store::{Party, Unit, UnitError};

use super::{
    payer::Payer,
    verdict::{self, Made},
};
use crate::{
    command::VerifiedCommand,
    http::problem::ApiError,
    identity::{login::Role, signature},
    shop::Listed,
    state::Yui,
};

/// Takes a payment by a code. Refused: `malformed_request`, `not_canonical`, `other_town`, `signature_invalid` (also
/// when no phone we know made the code), `code_expired` (also when that phone was removed), `code_used`,
/// `code_over_cap`, `code_over_window`, `over_daily_limit`, `over_payment_limit`, `level_too_low`,
/// `insufficient_balance`, `wallet_closed`, `shop_closed`.
pub(crate) async fn redeem(
    yui: &Yui,
    verified: VerifiedCommand,
    shop: ShopId,
    act: RedeemCode,
) -> Result<CommandAnswer, ApiError> {
    let payer = match signer(yui, &act.code) {
        Ok((code, subject)) => {
            Payer::read(yui, subject, verified.command.id).await.map(|payer| (code, payer))
        }
        Err(code) => Err(code),
    };
    let order = Order { payer, act, shop: yui.shops.open(shop), id: shop, config: Arc::clone(&yui.config) };
    let made = yui
        .town_write(move |unit| {
            Box::pin(async move {
                let posted = write(unit, &verified, &order).await?;
                Ok(Made::read(unit, posted, Party::Shop(shop)))
            })
        })
        .await?;
    Ok(made.answer(&yui.shops))
}

struct Order {
    payer: Result<(OneTimeCode, Payer), ErrorCode>,
    act: RedeemCode,
    id: ShopId,
    shop: Result<Arc<Listed>, ErrorCode>,
    config: Arc<crate::Config>,
}

/// The code and the resident whose phone signed it.
fn signer(yui: &Yui, code: &[u8]) -> Result<(OneTimeCode, Subject), ErrorCode> {
    let SignedCode { code, signature: proof } = SignedCode::from_bytes(code)?;
    if code.town != yui.config.town() {
        return Err(ErrorCode::OtherTown);
    }
    let message = OneTimeCode::signed_bytes(&code.body());
    let signed =
        |key: &crate::identity::login::RegisteredKey| signature::check(&key.key, &message, &proof).is_ok();
    let key = yui.keys.by_hint(code.key).into_iter().find(signed).ok_or(ErrorCode::SignatureInvalid)?;
    match key.party {
        // A phone that was removed takes its codes with it.
        Party::Person(_) if key.check_usable().is_err() => Err(ErrorCode::CodeExpired),
        Party::Person(subject) if key.role != Role::Shop => Ok((code, subject)),
        Party::Person(_) | Party::Shop(_) => Err(ErrorCode::SignatureInvalid),
    }
}

async fn write(unit: &mut Unit, verified: &VerifiedCommand, order: &Order) -> Result<Arc<Posted>, UnitError> {
    if let Some(posted) = verdict::earlier(unit, verified).await? {
        return Ok(posted);
    }
    let town = &order.config.municipality;
    let amount = verdict::amount(order.act.amount)?;
    let listed = order.shop.clone()?;
    let (code, payer) = order.payer.as_ref().map_err(Clone::clone)?;
    if unit.ledger().code_used(code.id) {
        return Err(ErrorCode::CodeUsed.into());
    }
    let spent = payer.spent(unit, town);
    let mandate = Mandate { cap: code.cap, valid_until: code.valid_until };
    let redeemed = Redeemed { made_at: code.id.at()?, mandate, amount };
    codes::may_redeem(&town.codes, &town.step_up, redeemed, spent.window, unit.now())?;
    limits::check_spending(town, payer.level()?, amount, spent.today)?;
    let op = Op::Pay {
        payer: payer.subject,
        shop: order.id,
        shop_classes: listed.shop.classes.clone(),
        amount,
        code: Some(SpentCode { id: code.id, valid_until: code.valid_until }),
        till: None,
    };
    unit.apply(&verdict::ledger_command(verified, op)).await
}
