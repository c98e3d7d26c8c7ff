//! A resident pays a shop: by its printed code, or the order at its till.

use std::sync::Arc;

use yui_ledger::{Op, Posted};
use yui_protocol::{
    ErrorCode, Points, Subject,
    command::{CommandAnswer, Pay},
    municipality::Municipality,
};
use yui_rules::wallet::limits;
use yui_store::{Unit, UnitError};

use super::{
    arrival::{Arrival, ledger_command},
    outcome::Outcome,
    payer::Payer,
};
use crate::{
    command::VerifiedCommand,
    shop::{Listed, till},
    state::Yui,
};

/// Pays. Refused: `amount_invalid`, `shop_unknown`, `shop_closed`, `till_*`, the codes of
/// [`limits::check_payment`], `insufficient_balance`, `wallet_closed`, `person_left`.
pub(crate) async fn pay(
    yui: &Yui,
    verified: VerifiedCommand,
    payer: Subject,
    act: Pay,
) -> Result<CommandAnswer, ErrorCode> {
    let payer = Payer::read(yui, payer, verified.command.id).await?;
    let payment = Payment { shop: yui.shops.open(act.shop), config: Arc::clone(&yui.config), payer, act };
    let made = yui
        .town_write(move |unit| {
            Box::pin(async move {
                let posted = write(unit, &verified, &payment).await?;
                Ok(Outcome::read(unit, posted, &verified))
            })
        })
        .await?;
    Ok(made.answer(&yui.shops))
}

/// A payment with what was read for it; what was found wrong counts only if the id is new.
struct Payment {
    payer: Payer,
    act: Pay,
    shop: Result<Arc<Listed>, ErrorCode>,
    config: Arc<crate::Config>,
}

async fn write(
    unit: &mut Unit,
    verified: &VerifiedCommand,
    payment: &Payment,
) -> Result<Arc<Posted>, UnitError> {
    let proof = match Arrival::of(verified, unit).await? {
        Arrival::Again(posted) => return Ok(posted),
        Arrival::First(proof) => proof,
    };
    let Payment { payer, act, shop, config } = payment;
    let town: &Municipality = &config.municipality;
    let amount = Points::act(act.amount.0)?;
    let listed = shop.clone()?;
    if let Some(till) = act.till {
        till::payable(unit, till, act.shop, amount).await?;
    }
    let spent = payer.spent(unit, town);
    limits::check_payment(town, payer.level()?, proof, amount, spent)
        .map_err(|refusal| verified.refuse(refusal))?;
    let op = Op::Pay {
        payer: payer.subject,
        shop: act.shop,
        shop_classes: listed.shop.classes.clone(),
        amount,
        code: None,
        till: act.till,
    };
    let posted = unit.apply(&ledger_command(verified, op)).await?;
    if let Some(till) = act.till {
        till::paid(unit, till, posted.seq).await?;
    }
    Ok(posted)
}
