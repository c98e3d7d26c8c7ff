//! Which domain does which act, and who may ask for it: a resident's acts take a resident's key, a shop's acts a
//! shop's.

use yui_protocol::{
    ErrorCode,
    command::{Act, CommandAnswer},
};
use yui_store::Party;

use crate::{command::VerifiedCommand, http::problem::ApiError, state::Yui};

/// Hands a proved command to its domain: `forbidden` when the act is not for this kind of key.
#[expect(clippy::unused_async, reason = "the domains' acts are awaited here")]
pub async fn dispatch(_yui: &Yui, verified: VerifiedCommand) -> Result<CommandAnswer, ApiError> {
    match (&verified.command.act, verified.party) {
        (Act::Pay(_) | Act::RedeemVoucher(_), Party::Person(_))
        | (Act::RedeemCode(_) | Act::Refund(_) | Act::OpenTill(_) | Act::CancelTill(_), Party::Shop(_)) => {
            Err(ErrorCode::Unavailable.into())
        }
        (Act::Pay(_) | Act::RedeemVoucher(_), Party::Shop(_))
        | (Act::RedeemCode(_) | Act::Refund(_) | Act::OpenTill(_) | Act::CancelTill(_), Party::Person(_)) => {
            Err(ErrorCode::Forbidden.into())
        }
    }
}
