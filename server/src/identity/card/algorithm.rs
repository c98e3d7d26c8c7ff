//! Which signature algorithms are taken, by the object identifiers in a certificate. Today's cards have RSA-2048
//! with SHA-256, the next ones P-384 with SHA-384; a new one is a new line here.

use ring::{
    digest,
    signature::{
        ECDSA_P256_SHA256_ASN1, ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_ASN1, ECDSA_P384_SHA384_FIXED,
        RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_2048_8192_SHA384, RSA_PKCS1_2048_8192_SHA512,
        UnparsedPublicKey, VerificationAlgorithm,
    },
};
use x509_cert::{
    der::oid::ObjectIdentifier,
    spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned},
};
use yui_protocol::ErrorCode;

const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const EC: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const P256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7");
const P384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.132.0.34");

const RSA_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.11");
const RSA_SHA384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.12");
const RSA_SHA512: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.13");
const ECDSA_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");
const ECDSA_SHA384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.3");

type Algorithm = &'static dyn VerificationAlgorithm;

/// The algorithm a card's own key signs with: the key's kind decides. A card answers an ECDSA signature as `r ‖ s`
/// (BSI TR-03111 §5.2.1), and so it travels; within certificates it is ASN.1.
fn of_key(key: &SubjectPublicKeyInfoOwned) -> Option<Algorithm> {
    match (key.algorithm.oid, curve(&key.algorithm)) {
        (RSA, _) => Some(&RSA_PKCS1_2048_8192_SHA256),
        (EC, Some(P256)) => Some(&ECDSA_P256_SHA256_FIXED),
        (EC, Some(P384)) => Some(&ECDSA_P384_SHA384_FIXED),
        _ => None,
    }
}

/// The algorithm an issuer signed a certificate with: the certificate says it, and the issuer's key must fit.
fn of_certificate(issuer: &SubjectPublicKeyInfoOwned, algorithm: ObjectIdentifier) -> Option<Algorithm> {
    match (issuer.algorithm.oid, curve(&issuer.algorithm), algorithm) {
        (RSA, _, RSA_SHA256) => Some(&RSA_PKCS1_2048_8192_SHA256),
        (RSA, _, RSA_SHA384) => Some(&RSA_PKCS1_2048_8192_SHA384),
        (RSA, _, RSA_SHA512) => Some(&RSA_PKCS1_2048_8192_SHA512),
        (EC, Some(P256), ECDSA_SHA256) => Some(&ECDSA_P256_SHA256_ASN1),
        (EC, Some(P384), ECDSA_SHA384) => Some(&ECDSA_P384_SHA384_ASN1),
        _ => None,
    }
}

fn curve(algorithm: &AlgorithmIdentifierOwned) -> Option<ObjectIdentifier> {
    algorithm.parameters.as_ref().and_then(|parameters| parameters.decode_as().ok())
}

/// Whether the card key `key` signed `message`: `certificate_malformed` for a kind of key we do not know,
/// `signature_invalid` when it did not.
pub fn check_by_card(
    key: &SubjectPublicKeyInfoOwned,
    message: &[u8],
    signature: &[u8],
) -> Result<(), ErrorCode> {
    let algorithm = of_key(key).ok_or(ErrorCode::CertificateMalformed)?;
    check(algorithm, key, message, signature).then_some(()).ok_or(ErrorCode::SignatureInvalid)
}

/// The hash a card's own key signs over, with its name: for verifiers that take the digest.
pub fn digest_by_card(key: &SubjectPublicKeyInfoOwned, message: &[u8]) -> (&'static str, digest::Digest) {
    match curve(&key.algorithm) {
        Some(P384) => ("SHA-384", digest::digest(&digest::SHA384, message)),
        _ => ("SHA-256", digest::digest(&digest::SHA256, message)),
    }
}

/// Whether the issuer with `key` signed `tbs` with `algorithm`.
pub fn is_issued_by(
    key: &SubjectPublicKeyInfoOwned,
    algorithm: ObjectIdentifier,
    tbs: &[u8],
    signature: &[u8],
) -> bool {
    of_certificate(key, algorithm).is_some_and(|algorithm| check(algorithm, key, tbs, signature))
}

fn check(algorithm: Algorithm, key: &SubjectPublicKeyInfoOwned, message: &[u8], signature: &[u8]) -> bool {
    let key = UnparsedPublicKey::new(algorithm, key.subject_public_key.raw_bytes());
    key.verify(message, signature).is_ok()
}
