//! Checking signatures of device keys (ECDSA P-256, SHA-256, `r ‖ s`).

use ring::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};
use yui_protocol::{ErrorCode, PublicKey, Signature};

/// `signature_invalid` unless `key` signed `message`; a point that is not on the curve signs nothing.
pub fn check(key: &PublicKey, message: &[u8], signature: &Signature) -> Result<(), ErrorCode> {
    UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, key.0)
        .verify(message, &signature.0)
        .map_err(|_| ErrorCode::SignatureInvalid)
}

#[cfg(test)]
mod tests {
    use p256::ecdsa::{SigningKey, signature::Signer};

    use super::*;

    #[test]
    fn a_signature_counts_for_its_key_and_message_only() {
        let key = SigningKey::from_slice(&[7; 32]).expect("a scalar");
        let public =
            PublicKey::try_from(key.verifying_key().to_encoded_point(false).as_bytes()).expect("65 bytes");
        let signature: p256::ecdsa::Signature = key.sign(b"rice");
        let signature = Signature(signature.to_bytes().into());
        assert_eq!(check(&public, b"rice", &signature), Ok(()));
        assert_eq!(check(&public, b"Rice", &signature), Err(ErrorCode::SignatureInvalid));
        let mut bent = signature;
        bent.0[63] ^= 1;
        assert_eq!(check(&public, b"rice", &bent), Err(ErrorCode::SignatureInvalid));
        assert_eq!(check(&PublicKey([4; 65]), b"rice", &signature), Err(ErrorCode::SignatureInvalid));
    }
}
