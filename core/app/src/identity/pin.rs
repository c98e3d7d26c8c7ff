//! What is shown wherever a PIN or password of the card is asked for: the tries left, a warning before the last one,
//! and for whoever does not know it, or whose card cannot do it, what she can do instead.

use yui_card::{Alphabet, PinKind, PinRule, map::INDIVIDUAL_NUMBER_CARD};
use yui_protocol::ErrorCode;
use yui_texts::{Args, Key, keys};

use super::view::contact_text;
use crate::{
    AppError,
    core::Core,
    view::{Text, Words},
};

/// Where a PIN or password of the card is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, uniffi::Enum)]
pub enum PinPlace {
    /// The signature password, to register.
    RegisterPassword,
    /// The 4-digit PIN, to register at a lower level.
    RegisterPin,
    /// The 4-digit PIN, to confirm a payment.
    PayPin,
}

/// What a person can do who cannot go on with this card or PIN.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, uniffi::Enum)]
pub enum WayOn {
    /// Register with the 4-digit PIN instead, at a lower level.
    FourDigitPin,
    /// A machine in a convenience store.
    ConvenienceStore,
    /// The town office, with the card.
    TownOffice,
    /// The service's counter or telephone, where staff register her.
    Counter,
}

/// A way on as it is shown.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct WayOnView {
    /// Which it is.
    pub way: WayOn,
    /// What it is, and what it takes.
    pub text: Text,
    /// Its button, where the app itself leads on.
    pub button: Option<Text>,
    /// Who is there, and when; only at the counter.
    pub place: Option<Text>,
    /// The telephone number there; empty when there is none, or it is not known yet.
    pub telephone: String,
}

/// Why this card or PIN does not serve, with the ways on, the nearest first; there is always one.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct CardTrouble {
    /// What it is; of a forgotten PIN the words of the button that opens this.
    pub title: Text,
    /// What that means.
    pub body: Text,
    /// What she can do.
    pub ways: Vec<WayOnView>,
}

/// The question before the last try.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct LastTryView {
    /// That it is the last one.
    pub title: Text,
    /// What happens when it is wrong.
    pub body: Text,
    /// "I am sure": then `last_try_confirmed` may be given.
    pub sure: Text,
    /// "Not now."
    pub stop: Text,
}

/// Everything a screen shows that asks for a PIN or password.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct PinPrompt {
    /// What is asked for.
    pub title: Text,
    /// What becomes of what is typed.
    pub note: Text,
    /// The button that shows what is typed.
    pub show: Text,
    /// The button that hides it again.
    pub hide: Text,
    /// Of how many digits it is, where it takes digits only.
    pub digits: Option<u32>,
    /// Whether anything may be typed: not while it is blocked.
    pub can_enter: bool,
    /// How many tries are left, where the card has said so.
    pub tries_left: Option<u32>,
    /// The same in words.
    pub tries_text: Option<Text>,
    /// What was wrong with what was typed before.
    pub wrong: Option<Text>,
    /// What to ask before the last try.
    pub last_try: Option<LastTryView>,
    /// What to do when it is blocked.
    pub blocked: Option<CardTrouble>,
    /// What to do when she does not know it.
    pub forgotten: CardTrouble,
}

impl PinPlace {
    /// What is asked for here: the password or the 4 digits.
    fn either<T>(self, password: T, digits: T) -> T {
        if self == Self::RegisterPassword { password } else { digits }
    }

    /// The form of what is asked for here; the card's map knows it of every PIN.
    pub(crate) fn rule(self) -> Option<&'static PinRule> {
        INDIVIDUAL_NUMBER_CARD.pin_rule(self.either(PinKind::Signature, PinKind::Authentication))
    }

    /// The ways on for whoever cannot use what is asked for here.
    fn ways(self) -> &'static [WayOn] {
        match self {
            Self::RegisterPassword => {
                &[WayOn::FourDigitPin, WayOn::ConvenienceStore, WayOn::TownOffice, WayOn::Counter]
            }
            Self::RegisterPin => &[WayOn::TownOffice, WayOn::Counter],
            Self::PayPin => &[WayOn::TownOffice],
        }
    }

    /// The ways on for whoever has to renew a certificate. After a move only the signature certificate is dead.
    fn ways_to_renew(self) -> &'static [WayOn] {
        match self {
            Self::RegisterPassword => &[WayOn::FourDigitPin, WayOn::TownOffice, WayOn::Counter],
            Self::RegisterPin => &[WayOn::TownOffice, WayOn::Counter],
            Self::PayPin => &[WayOn::TownOffice],
        }
    }
}

/// Of how many digits a PIN is that takes digits only.
fn digits(rule: &PinRule) -> Option<u32> {
    (rule.alphabet == Alphabet::Digits).then(|| u32::try_from(rule.longest).ok()).flatten()
}

impl Core {
    /// What to show where a PIN is asked for; `after` is how the last try ended, if there was one.
    pub(crate) fn pin_prompt(
        &self,
        place: PinPlace,
        tries_left: Option<u32>,
        after: Option<&AppError>,
    ) -> PinPrompt {
        let words = self.words();
        let of = |password, digits| words.of(place.either(password, digits));
        let tries_left = after.and_then(AppError::tries_left).or(tries_left);
        let count = |left: u32| Args::new().count("count", left.into());
        let wrong = after.and_then(|error| match (error.code(), tries_left) {
            (ErrorCode::PinWrong, Some(left)) => {
                let key = place.either(keys::identity::PIN_WRONG, keys::identity::PIN_WRONG_DIGITS);
                Some(words.get(key, &count(left)))
            }
            (ErrorCode::PinFormat, _) => Some(words.error(error).title),
            _ => None,
        });
        PinPrompt {
            title: of(keys::identity::REGISTER_PASSWORD, keys::identity::REGISTER_PIN),
            note: of(keys::identity::REGISTER_PASSWORD_KEPT, keys::identity::REGISTER_PIN_KEPT),
            show: words.of(keys::common::SECRET_SHOW),
            hide: words.of(keys::common::SECRET_HIDE),
            digits: place.rule().and_then(digits),
            can_enter: tries_left != Some(0),
            tries_left,
            tries_text: tries_left.map(|left| words.get(keys::identity::PIN_TRIES_LEFT, &count(left))),
            wrong,
            last_try: (tries_left == Some(1)).then(|| LastTryView {
                title: words.of(keys::identity::PIN_LAST_TRY_TITLE),
                body: of(keys::identity::PIN_LAST_TRY_BODY, keys::identity::PIN_LAST_TRY_DIGITS_BODY),
                sure: words.of(keys::identity::PIN_LAST_TRY_SURE),
                stop: words.of(keys::identity::PIN_LAST_TRY_STOP),
            }),
            blocked: (tries_left == Some(0)).then(|| self.blocked(place)),
            forgotten: CardTrouble {
                title: of(keys::identity::PIN_FORGOTTEN, keys::identity::PIN_FORGOTTEN_DIGITS),
                body: of(keys::identity::PIN_FORGOTTEN_BODY, keys::identity::PIN_FORGOTTEN_DIGITS_BODY),
                ways: self.ways(place.ways(), keys::identity::WAY_OFFICE),
            },
        }
    }

    /// What to do about a card that refused, or was refused; none for what another try can mend.
    pub(crate) fn card_trouble(&self, place: PinPlace, error: &AppError) -> Option<CardTrouble> {
        let words = self.words();
        let said = words.error(error);
        let renew = |body| CardTrouble {
            title: said.title.clone(),
            body,
            ways: self.ways(place.ways_to_renew(), keys::identity::WAY_OFFICE_RENEW),
        };
        Some(match error.code() {
            ErrorCode::PinBlocked => self.blocked(place),
            ErrorCode::CertificateAbsent => self.without_pin(words),
            ErrorCode::CertificateRevoked => renew(words.of(keys::identity::CERTIFICATE_DEAD_BODY)),
            ErrorCode::CertificateExpired => renew(said.body.clone()),
            ErrorCode::CertificateNotYetValid | ErrorCode::CertificateUntrusted => CardTrouble {
                ways: self.ways(&[WayOn::Counter], keys::identity::WAY_OFFICE),
                title: said.title,
                body: said.body,
            },
            _ => return None,
        })
    }

    /// What to do with a card that has no PIN, or not the certificate that is needed.
    pub(super) fn without_pin(&self, words: Words) -> CardTrouble {
        CardTrouble {
            title: words.error(&ErrorCode::CertificateAbsent.into()).title,
            body: words.of(keys::identity::PIN_NONE_BODY),
            ways: self.ways(&[WayOn::Counter], keys::identity::WAY_OFFICE),
        }
    }

    fn blocked(&self, place: PinPlace) -> CardTrouble {
        let words = self.words();
        let of = |password, digits| words.of(place.either(password, digits));
        CardTrouble {
            title: of(keys::identity::PIN_BLOCKED_TITLE, keys::identity::PIN_BLOCKED_DIGITS_TITLE),
            body: of(keys::identity::PIN_BLOCKED_BODY, keys::identity::PIN_BLOCKED_DIGITS_BODY),
            ways: self.ways(place.ways(), keys::identity::WAY_OFFICE),
        }
    }

    fn ways(&self, ways: &[WayOn], at_the_office: Key) -> Vec<WayOnView> {
        let (words, town) = (self.words(), self.known_municipality());
        let plain = |way, key| WayOnView {
            way,
            text: words.of(key),
            button: None,
            place: None,
            telephone: String::new(),
        };
        ways.iter()
            .map(|way| match way {
                WayOn::FourDigitPin => WayOnView {
                    button: Some(words.of(keys::identity::REGISTER_PIN_ROUTE_BUTTON)),
                    ..plain(*way, keys::identity::REGISTER_PIN_ROUTE)
                },
                WayOn::ConvenienceStore => plain(*way, keys::identity::WAY_STORE),
                WayOn::TownOffice => plain(*way, at_the_office),
                WayOn::Counter => WayOnView {
                    button: Some(words.of(keys::identity::WAY_COUNTER_BUTTON)),
                    place: town.as_deref().map(|town| contact_text(words, town)),
                    telephone: town.as_ref().map(|town| town.contact.telephone.clone()).unwrap_or_default(),
                    ..plain(*way, keys::identity::WAY_COUNTER)
                },
            })
            .collect()
    }
}
