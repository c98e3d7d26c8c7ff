//! Which domain does which act, and who may ask for it: a resident's acts take a resident's key, a shop's acts a
//! shop's.

use yui_protocol::{
    ErrorCode,
    command::{Act, CommandAnswer},
};
use yui_store::Party;

use crate::{
    command::VerifiedCommand,
    http::problem::ApiError,
    shop::till,
    state::Yui,
    wallet::{self, voucher},
};

/// Hands a proved command to its domain: `forbidden` when the act is not for this kind of key.
pub async fn dispatch(yui: &Yui, verified: VerifiedCommand) -> Result<CommandAnswer, ApiError> {
    let asked = verified.asked.clone();
    hand_on(yui, verified).await.map_err(|code| asked.error(code))
}

async fn hand_on(yui: &Yui, verified: VerifiedCommand) -> Result<CommandAnswer, ErrorCode> {
    match (verified.command.act.clone(), verified.party) {
        (Act::Pay(act), Party::Person(payer)) => wallet::pay(yui, verified, payer, act).await,
        (Act::RedeemVoucher(act), Party::Person(wallet)) => voucher::redeem(yui, verified, wallet, act).await,
        (Act::RedeemCode(act), Party::Shop(shop)) => wallet::redeem_code(yui, verified, shop, act).await,
        (Act::Refund(act), Party::Shop(shop)) => wallet::refund(yui, verified, shop, act).await,
        (Act::OpenTill(act), Party::Shop(shop)) => till::open(yui, verified, shop, act).await,
        (Act::CancelTill(act), Party::Shop(shop)) => till::cancel(yui, verified, shop, act).await,
        (Act::Pay(_) | Act::RedeemVoucher(_), Party::Shop(_))
        | (Act::RedeemCode(_) | Act::Refund(_) | Act::OpenTill(_) | Act::CancelTill(_), Party::Person(_)) => {
            Err(ErrorCode::Forbidden)
        }
    }
}
