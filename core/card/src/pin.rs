//! PINs and passwords: kept in memory that is wiped, shown nowhere, checked before they cost a try.

use std::fmt;

use yui_protocol::ErrorCode;
use zeroize::{Zeroize, Zeroizing};

use crate::{
    error::CardError,
    map::{Alphabet, PinRule},
};

/// A PIN or password as a person typed it. Wiped when dropped; `Debug` shows nothing of it.
#[derive(Clone)]
pub struct Pin(Zeroizing<String>);

impl Pin {
    /// Takes what was typed. Its form is checked when it is used, against the rule of the PIN it is used for.
    #[must_use]
    pub fn new(typed: String) -> Self {
        Self(Zeroizing::new(typed))
    }

    /// The bytes to present under a rule. Full-width letters and digits (a Japanese keyboard types them easily)
    /// become plain ones, and letters capitals. `pin_format` when the form does not fit.
    pub fn prepare(&self, rule: &PinRule) -> Result<Zeroizing<Vec<u8>>, CardError> {
        let refused = || CardError::new(ErrorCode::PinFormat);
        let mut bytes = Zeroizing::new(Vec::with_capacity(rule.longest));
        for character in self.0.chars() {
            if bytes.len() == rule.longest {
                return Err(refused());
            }
            let mut byte = match character {
                '！'..='～' => u8::try_from(u32::from(character) - 0xFEE0).map_err(|_| refused())?,
                _ => u8::try_from(character).map_err(|_| refused())?,
            };
            let fits = match rule.alphabet {
                Alphabet::Digits => byte.is_ascii_digit(),
                Alphabet::CapitalsAndDigits => byte.is_ascii_alphanumeric(),
            };
            if !fits {
                return Err(refused());
            }
            byte.make_ascii_uppercase();
            bytes.push(byte);
            byte.zeroize();
        }
        if bytes.len() < rule.shortest { Err(refused()) } else { Ok(bytes) }
    }
}

impl From<&str> for Pin {
    fn from(typed: &str) -> Self {
        Self::new(typed.to_owned())
    }
}

impl fmt::Debug for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pin(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{INDIVIDUAL_NUMBER_CARD, PinKind};

    fn prepared(kind: PinKind, typed: &str) -> Option<Vec<u8>> {
        let rule = INDIVIDUAL_NUMBER_CARD.pin_rule(kind).expect("the card has this PIN");
        Pin::from(typed).prepare(rule).ok().map(|bytes| bytes.to_vec())
    }

    #[test]
    fn a_password_is_sent_in_plain_capitals() {
        assert_eq!(prepared(PinKind::Signature, "abc123"), Some(b"ABC123".to_vec()));
        assert_eq!(prepared(PinKind::Signature, "ａｂＣ１２３"), Some(b"ABC123".to_vec()));
        assert_eq!(prepared(PinKind::Authentication, "１２３４"), Some(b"1234".to_vec()));
    }

    #[test]
    fn a_wrong_form_never_becomes_bytes() {
        for typed in ["", "12345", "123", "12a4", "１２３", "12 4", "一二三四"] {
            assert_eq!(prepared(PinKind::Authentication, typed), None, "{typed}");
        }
        for typed in ["ABC12", "ABCDEFGH123456789", "ABC-123", "ABC 123", "ÀBC123", "ＡＢＣー１２３"]
        {
            assert_eq!(prepared(PinKind::Signature, typed), None, "{typed}");
        }
    }

    #[test]
    fn debug_shows_nothing_not_even_the_length() {
        assert_eq!(format!("{:?}", Pin::from("1234")), "Pin(…)");
    }
}
