//! A resident pays a shop: by its printed code, or the order at its till.

use std::sync::Arc;

use yui_ledger::{Op, Posted};
use yui_protocol::{
    ErrorCode, Subject,
    command::{CommandAnswer, Pay},
    municipality::Municipality,
};
use yui_rules::limits;
use yui_store::{Party, Unit, UnitError};

use super::{
    payer::Payer,
    verdict::{self, Asked, Made},
};
use crate::{
    command::VerifiedCommand,
    http::problem::ApiError,
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
) -> Result<CommandAnswer, ApiError> {
    let payer = Payer::read(yui, payer, verified.command.id).await?;
    let party = Party::Person(payer.subject);
    let order = Order { shop: yui.shops.open(act.shop), config: Arc::clone(&yui.config), payer, act };
    let asked = Asked::default();
    let refused = asked.clone();
    let made = yui
        .town_write(move |unit| {
            Box::pin(async move {
                let posted = write(unit, &verified, &order, &refused).await?;
                Ok(Made::read(unit, posted, party))
            })
        })
        .await
        .map_err(|code| asked.error(code))?;
    Ok(made.answer(&yui.shops))
}

/// A payment with what was read for it; what was found wrong counts only if the id is new.
struct Order {
    payer: Payer,
    act: Pay,
    shop: Result<Arc<Listed>, ErrorCode>,
    config: Arc<crate::Config>,
}

async fn write(
    unit: &mut Unit,
    verified: &VerifiedCommand,
    order: &Order,
    asked: &Asked,
) -> Result<Arc<Posted>, UnitError> {
    if let Some(posted) = verdict::earlier(unit, verified).await? {
        return Ok(posted);
    }
    let Order { payer, act, shop, config } = order;
    let town: &Municipality = &config.municipality;
    let amount = verdict::amount(act.amount)?;
    let listed = shop.clone()?;
    if let Some(till) = act.till {
        till::payable(unit, till, act.shop, amount).await?;
    }
    let spent = payer.spent(unit, town);
    limits::check_payment(town, payer.level()?, verified.assurance, amount, spent)
        .map_err(|refusal| asked.refuse(refusal))?;
    let op = Op::Pay {
        payer: payer.subject,
        shop: act.shop,
        shop_classes: listed.shop.classes.clone(),
        amount,
        code: None,
        till: act.till,
    };
    let posted = unit.apply(&verdict::ledger_command(verified, op)).await?;
    if let Some(till) = act.till {
        till::paid(unit, till, posted.seq).await?;
    }
    Ok(posted)
}
