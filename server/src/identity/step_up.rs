//! The card at a payment: its authentication key over the command, and only the card the person registered with.

use yui_protocol::{
    ErrorCode, Subject,
    command::{CardStepUp, Command},
};

use crate::{
    identity::{
        card::{CardCertificate, CardProof, Usage},
        enrol::card_hash,
    },
    state::Yui,
};

/// Checks the card's proof over `payload` for the person behind `subject`: one of the `certificate_*` codes,
/// `signature_invalid`, or `wrong_card`. The certificate ends with this function.
pub async fn check(
    yui: &Yui,
    subject: Subject,
    payload: &[u8],
    step_up: &CardStepUp,
) -> Result<(), ErrorCode> {
    let certificate = CardCertificate::from_der(&step_up.certificate.0)?;
    let hash = card_hash(&yui.config.realm_key, &certificate)?;
    let row = yui
        .realm
        .reader()
        .sql(
            "SELECT c.person FROM card c JOIN membership m ON m.person = c.person
             WHERE c.authentication = $1 AND c.retired_at IS NULL AND m.subject = $2",
        )
        .bind(hash)
        .bind(subject)
        .fetch_optional()
        .await
        .map_err(|error| error.code())?;
    row.ok_or(ErrorCode::WrongCard)?;
    let message = Command::card_signed_bytes(payload);
    yui.verifier
        .verify(CardProof {
            usage: Usage::Authentication,
            certificate: &certificate,
            signed: Some((&message, &step_up.signature.0)),
            now: yui.clock.now(),
        })
        .await
        .map(drop)
}
