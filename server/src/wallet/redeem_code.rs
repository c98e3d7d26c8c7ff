//! A shop is paid by the one-time code that a resident shows while her phone has no network.
//!
//! The code is a mandate by the payer's key; the command that hands it in is the shop's. What it would pass is told to
//! the shop, and nothing is charged.

use std::sync::Arc;

use yui_ledger::{Op, Posted, SpentCode};
use yui_protocol::{
    ErrorCode, Points, ShopId, Subject, TownCode,
    command::{CommandAnswer, RedeemCode},
    qr::{CodeSecret, Mandate, SealedCode, SignedMandate},
};
use yui_rules::wallet::{
    codes::{self, Allowance, Redeemed},
    limits,
};
use yui_store::{Party, Unit, UnitError};
use zeroize::Zeroizing;

use super::{
    arrival::{Arrival, ledger_command},
    code_tries,
    outcome::Outcome,
    payer::Payer,
};
use crate::{
    command::VerifiedCommand,
    identity::{KeyKind, RegisteredKey, realm_key::RealmKey, signature},
    shop::Listed,
    state::Yui,
};

/// What opens the codes of a town's phones. Every server under one realm's key has the same.
pub(crate) fn code_secret(key: &RealmKey, town: TownCode) -> CodeSecret {
    let tag = key.tag("yui/code-secret/v1", &[town.to_string().as_bytes()]);
    let mut secret = Zeroizing::new([0; 32]);
    secret.copy_from_slice(tag.as_ref());
    CodeSecret::derive(&secret)
}

/// Takes a payment by a code. Refused: `malformed_request`, `not_canonical`, `other_town`, `signature_invalid` (also
/// when no phone we know made the code), `code_expired` (also when that phone was removed), `code_used`,
/// `code_over_cap`, `code_over_window`, `over_daily_limit`, `over_payment_limit`, `level_too_low`,
/// `insufficient_balance`, `wallet_closed`, `shop_closed`; and `code_blocked` once [`codes::TRIES`] amounts were
/// refused for what the payer's wallet is like.
pub(crate) async fn redeem_code(
    yui: &Yui,
    verified: VerifiedCommand,
    shop: ShopId,
    act: RedeemCode,
) -> Result<CommandAnswer, ErrorCode> {
    let shown = match signer(yui, &act.code) {
        Ok((mandate, key, subject)) => {
            let payer = Payer::read(yui, subject, verified.command.id).await;
            payer.map(|payer| Shown { mandate, key, payer })
        }
        Err(code) => Err(code),
    };
    let redemption = Redemption {
        shown,
        amount: act.amount,
        shop: yui.shops.open(shop),
        id: shop,
        config: Arc::clone(&yui.config),
    };
    let made = yui
        .town_write(move |unit| {
            Box::pin(async move {
                let outcome = write(unit, &verified, &redemption).await?;
                Ok(outcome.map(|posted| Outcome::read(unit, posted, &verified)))
            })
        })
        .await??;
    Ok(made.answer(&yui.shops))
}

/// What a shop wants to take; what was found wrong counts only if the command is new.
struct Redemption {
    shown: Result<Shown, ErrorCode>,
    amount: Points,
    id: ShopId,
    shop: Result<Arc<Listed>, ErrorCode>,
    config: Arc<crate::Config>,
}

/// A mandate with the key that signed it, and whose it is.
struct Shown {
    mandate: Mandate,
    key: RegisteredKey,
    payer: Payer,
}

/// The mandate, the key that signed it, and the resident on whose phone the key is.
fn signer(yui: &Yui, code: &[u8]) -> Result<(Mandate, RegisteredKey, Subject), ErrorCode> {
    let sealed = SealedCode::from_bytes(code)?;
    if sealed.face.town != yui.config.town() {
        return Err(ErrorCode::OtherTown);
    }
    let SignedMandate { mandate, signature: proof } = sealed.open(&yui.code_secret)?;
    let message = mandate.signed_bytes();
    let signed = |key: &RegisteredKey| signature::check(&key.key, &message, &proof).is_ok();
    let key = yui.keys.by_hint(mandate.key).into_iter().find(signed).ok_or(ErrorCode::SignatureInvalid)?;
    match key.party {
        Party::Person(subject) if key.kind != KeyKind::Shop => Ok((mandate, key, subject)),
        Party::Person(_) | Party::Shop(_) => Err(ErrorCode::SignatureInvalid),
    }
}

/// The payment, or the refusal that was counted.
async fn write(
    unit: &mut Unit,
    verified: &VerifiedCommand,
    redemption: &Redemption,
) -> Result<Result<Arc<Posted>, ErrorCode>, UnitError> {
    if let Arrival::Again(posted) = Arrival::of(verified, unit).await? {
        return Ok(Ok(posted));
    }
    Points::act(redemption.amount.0)?;
    let listed = redemption.shop.clone()?;
    let shown = redemption.shown.as_ref().map_err(Clone::clone)?;
    // A phone that was removed takes its codes with it, also those that wait for their turn.
    if shown.key.check_usable().is_err() {
        return Err(ErrorCode::CodeExpired.into());
    }
    if unit.ledger().code_used(shown.mandate.id) {
        return Err(ErrorCode::CodeUsed.into());
    }
    code_tries::check(unit, &shown.mandate, &verified.digest).await?;
    match take(unit, verified, redemption, &listed, shown).await {
        Err(UnitError::Refused(refusal)) if codes::tells_of_payer(&refusal) => {
            if code_tries::count(unit, &shown.mandate, &verified.digest).await? {
                unit.fact("wallet.code_refused", Some(Party::Shop(redemption.id)));
            }
            Ok(Err(refusal))
        }
        outcome => outcome.map(Ok),
    }
}

async fn take(
    unit: &mut Unit,
    verified: &VerifiedCommand,
    redemption: &Redemption,
    listed: &Listed,
    Shown { mandate, payer, .. }: &Shown,
) -> Result<Arc<Posted>, UnitError> {
    let (town, amount) = (&redemption.config.municipality, redemption.amount);
    let spent = payer.spent(unit, town);
    let allowance = Allowance { cap: mandate.cap, valid_until: mandate.valid_until };
    let redeemed = Redeemed { made_at: mandate.id.at()?, allowance, amount };
    codes::may_redeem(&town.codes, &town.step_up, redeemed, spent.window, unit.now())?;
    limits::check_spending(town, payer.level()?, amount, spent.today)?;
    let op = Op::Pay {
        payer: payer.subject,
        shop: redemption.id,
        shop_classes: listed.shop.classes.clone(),
        amount,
        code: Some(SpentCode { id: mandate.id, valid_until: mandate.valid_until }),
        till: None,
    };
    unit.apply(&ledger_command(verified, op)).await
}
