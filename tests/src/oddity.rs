//! What can be odd about a card: one list for scenarios, which lay cards on a table, and for the virtual card in a reader.

use clap::ValueEnum;
use serde::Deserialize;
use yui_card::PinKind;
use yui_testkit::card::{CardBuilder, Person};

/// What can be odd about a card.
#[derive(Clone, Copy, Deserialize, ValueEnum, Default)]
#[serde(rename_all = "snake_case")]
pub enum Oddity {
    /// Nothing.
    #[default]
    None,
    /// The person's next card: both keys are new.
    Replaced,
    /// A new signature certificate, as after a move.
    RenewedSignature,
    /// Certificates under roots that nobody trusts.
    ForeignRoot,
    /// No signature certificate, as for a child under 15.
    WithoutSignatureCertificate,
    /// No PINs (顔認証マイナンバーカード).
    WithoutPins,
    /// Certificates that ran out.
    Expired,
    /// Certificates that have not begun.
    NotYetValid,
    /// The password of the signature key is blocked.
    PasswordBlocked,
    /// The PIN of the authentication key is blocked.
    PinBlocked,
    /// The PIN of the text application is blocked.
    TextPinBlocked,
    /// An old 住基カード.
    ResidentRegisterCard,
}

impl Oddity {
    /// The card of this person, made odd.
    #[must_use]
    pub fn of(self, card: CardBuilder, person: &Person) -> CardBuilder {
        match self {
            Self::None => card,
            Self::Replaced => card.replaced(),
            Self::RenewedSignature => card.renewed_signature(person),
            Self::ForeignRoot => card.foreign_root(),
            Self::WithoutSignatureCertificate => card.without_signature_certificate(),
            Self::WithoutPins => card.without_pins(),
            Self::Expired => card.expired(),
            Self::NotYetValid => card.not_yet_valid(),
            Self::PasswordBlocked => card.blocked(PinKind::Signature),
            Self::PinBlocked => card.blocked(PinKind::Authentication),
            Self::TextPinBlocked => card.blocked(PinKind::Text),
            Self::ResidentRegisterCard => card.resident_register_card(),
        }
    }
}
