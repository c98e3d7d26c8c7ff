//! A certificate of the card: passed on to the verifier as it came, kept nowhere, shown nowhere.

use std::fmt;

use zeroize::Zeroizing;

/// An X.509 certificate in DER, as the card gave it. The signature certificate holds name and address, so memory
/// is wiped and `Debug` shows only the length.
#[derive(Clone, PartialEq, Eq)]
pub struct Certificate(Zeroizing<Vec<u8>>);

impl Certificate {
    pub(crate) fn new(der: Zeroizing<Vec<u8>>) -> Self {
        Self(der)
    }

    /// The DER bytes.
    #[must_use]
    pub fn der(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Certificate({} bytes)", self.0.len())
    }
}
