//! What a counter does with a card, over whatever carries commands to it.
//!
//! A PIN is asked for only after the card has said how many tries are left: its holder decides with that number before
//! her, and a blocked card is told before anybody types.

use yui_card::{Attributes, Card, CardError, CardTransport, Certificate, KeyKind, LastTry, Pin, PinKind};
use yui_protocol::{ErrorCode, challenge::Challenge};

/// The tries left of a card's PINs, 0 where one is blocked; none where the card has no such PIN.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AllTries {
    /// The password of the signature key.
    pub signature: Option<u8>,
    /// The PIN of the authentication key.
    pub authentication: Option<u8>,
    /// The PIN of name and address.
    pub text: Option<u8>,
}

/// A PIN as it was typed, and what its holder said about spending the last try.
pub struct Typed {
    /// The PIN.
    pub pin: Pin,
    /// Whether the last try may be spent.
    pub last_try: LastTry,
}

/// A card's answer to a challenge.
pub struct Answer {
    /// What was signed.
    pub signed: Vec<u8>,
    /// The signature.
    pub signature: Vec<u8>,
    /// The authentication certificate, where it was asked for.
    pub certificate: Option<Certificate>,
}

/// Asks a card for the tries left of all its PINs. Spends none.
pub async fn tries<T: CardTransport>(card: &mut Card<T>) -> Result<AllTries, CardError> {
    let overview = card.inspect().await?;
    let signature = card.tries_for(KeyKind::Signature, &overview).await?;
    let authentication = card.tries_for(KeyKind::Authentication, &overview).await?;
    let text = card.tries_left(PinKind::Text).await?;
    let has_pins = authentication.is_some() || !overview.certificates.authentication;
    Ok(AllTries { signature, authentication, text: (has_pins || text > 0).then_some(text) })
}

/// Reads name, address, birth date and sex. `ask_pin` is called with the tries left, when there are any.
pub async fn attributes<T: CardTransport, E: From<CardError>>(
    card: &mut Card<T>,
    ask_pin: impl FnOnce(u8) -> Result<Typed, E>,
) -> Result<Attributes, E> {
    let left = card.tries_left(PinKind::Text).await?;
    open(card, PinKind::Text, left, ask_pin).await?;
    Ok(card.attributes().await?)
}

/// Has the authentication key sign a challenge. `ask_pin` is called with the tries left, when there are any.
pub async fn answer<T: CardTransport, E: From<CardError>>(
    card: &mut Card<T>,
    challenge: &Challenge,
    with_certificate: bool,
    ask_pin: impl FnOnce(u8) -> Result<Typed, E>,
) -> Result<Answer, E> {
    let key = KeyKind::Authentication;
    let left = card.ready(key).await?;
    open(card, key.pin(), left, ask_pin).await?;
    let certificate = if with_certificate { Some(card.certificate(key).await?) } else { None };
    let signed = challenge.signed_bytes();
    let signature = card.sign(key, &signed).await?;
    Ok(Answer { signed, signature, certificate })
}

async fn open<T: CardTransport, E: From<CardError>>(
    card: &mut Card<T>,
    kind: PinKind,
    left: u8,
    ask_pin: impl FnOnce(u8) -> Result<Typed, E>,
) -> Result<(), E> {
    if left == 0 {
        return Err(CardError::tries(ErrorCode::PinBlocked, 0).into());
    }
    let Typed { pin, last_try } = ask_pin(left)?;
    Ok(card.verify(kind, &pin, last_try).await?)
}
