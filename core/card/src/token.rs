//! What kind of card it is (EF 0006) and which certificates it carries (EF 0008).

use crate::map::KeyKind;

/// Who answers as the JPKI application, from the label in the first 32 bytes of EF 0006.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenKind {
    /// A My Number card (個人番号カード).
    MyNumberCard,
    /// The card before it (住民基本台帳カード), which no longer has valid certificates.
    ResidentRegisterCard,
    /// The certificates in an Android phone.
    AndroidPhone,
    /// The certificates in an iPhone.
    Iphone,
    /// Something else.
    Other,
}

impl TokenKind {
    /// How many bytes of the file the kind needs.
    pub const LENGTH: usize = 32;

    /// Reads the label: ASCII, padded with spaces to 32 bytes. What follows it does not count.
    #[must_use]
    pub fn parse(file: &[u8]) -> Self {
        match file.get(..Self::LENGTH).map(<[u8]>::trim_ascii_end) {
            Some(b"JPKIAPICCTOKEN2") => Self::MyNumberCard,
            Some(b"JPKIAPICCTOKEN") => Self::ResidentRegisterCard,
            Some(b"JPKIAPGPSETOKEN") => Self::AndroidPhone,
            Some(b"JPKIAPIOSTOKEN") => Self::Iphone,
            _ => Self::Other,
        }
    }
}

/// Which certificates the card carries. Children under 15 have no signature certificate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CertificatePresence {
    /// The signature certificate.
    pub signature: bool,
    /// The authentication certificate.
    pub authentication: bool,
}

impl CertificatePresence {
    /// How many bytes the file has.
    pub const LENGTH: usize = 3;
    const PRESENT: u8 = 0x8F;

    /// Reads the three bytes: signature, authentication, and one of unknown meaning. `None` for another length.
    #[must_use]
    pub fn parse(file: &[u8]) -> Option<Self> {
        let &[signature, authentication, _] = file else { return None };
        Some(Self { signature: signature == Self::PRESENT, authentication: authentication == Self::PRESENT })
    }

    /// Whether the certificate of this key is there.
    #[must_use]
    pub fn has(self, key: KeyKind) -> bool {
        match key {
            KeyKind::Signature => self.signature,
            KeyKind::Authentication => self.authentication,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_label_decides_and_nothing_after_it() {
        let mut file = b"JPKIAPICCTOKEN2                 ".to_vec();
        file.extend([0xAA; 128]);
        assert_eq!(TokenKind::parse(&file), TokenKind::MyNumberCard);
        file[14] = b' ';
        assert_eq!(TokenKind::parse(&file), TokenKind::ResidentRegisterCard);
        file[14] = b'3';
        assert_eq!(TokenKind::parse(&file), TokenKind::Other);
        assert_eq!(TokenKind::parse(b"JPKIAPICCTOKEN2"), TokenKind::Other);
    }

    #[test]
    fn a_child_has_no_signature_certificate() {
        let child = CertificatePresence::parse(&[0, 0x8F, 0]).expect("three bytes");
        assert!(!child.has(KeyKind::Signature) && child.has(KeyKind::Authentication));
        assert_eq!(CertificatePresence::parse(&[0x8F, 0x8F]), None);
        assert_eq!(CertificatePresence::parse(&[0x8F; 4]), None);
    }
}
