//! What a card's key is given to sign, and how long its answer is.

use sha2::{Digest, Sha256, Sha384};

use crate::map::Algorithm;

/// `DigestInfo` of SHA-256 before the hash (RFC 8017 §9.2, note 1).
const SHA256_DIGEST_INFO: [u8; 19] = [
    0x30, 0x31, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00,
    0x04, 0x20,
];

impl Algorithm {
    /// What the card signs for a message: a `DigestInfo` for RSA, to which the card adds the padding of PKCS #1
    /// v1.5, and the bare hash for ECDSA.
    #[must_use]
    pub fn input(self, message: &[u8]) -> Vec<u8> {
        match self {
            Self::Rsa2048Sha256 => [&SHA256_DIGEST_INFO[..], &Sha256::digest(message)].concat(),
            Self::P384Sha384 => Sha384::digest(message).to_vec(),
        }
    }

    /// The length of the input, by which the guard knows it.
    #[must_use]
    pub fn input_length(self) -> usize {
        match self {
            Self::Rsa2048Sha256 => SHA256_DIGEST_INFO.len() + 32,
            Self::P384Sha384 => 48,
        }
    }

    /// The length of a signature: RSA's modulus, or `r ‖ s`.
    #[must_use]
    pub fn signature_length(self) -> usize {
        match self {
            Self::Rsa2048Sha256 => 256,
            Self::P384Sha384 => 96,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guard_knows_each_input_by_its_length() {
        for algorithm in [Algorithm::Rsa2048Sha256, Algorithm::P384Sha384] {
            assert_eq!(algorithm.input(b"anything").len(), algorithm.input_length());
        }
    }
}
