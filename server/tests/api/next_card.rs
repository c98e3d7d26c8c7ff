//! The next card's algorithms, ECDSA on P-384 and on P-256, through the same verifier as today's: taken when right,
//! refused when bent. (It is announced with P-384 and SHA-384.)

use std::{sync::Arc, time::Duration};

use ring::{
    rand::SystemRandom,
    signature::{
        ECDSA_P256_SHA256_ASN1_SIGNING, ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_ASN1_SIGNING,
        ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair, EcdsaSigningAlgorithm, KeyPair as _,
    },
};
use x509_cert::{
    Certificate, TbsCertificate, Version,
    der::{
        Decode as _, Encode as _,
        asn1::{Any, BitString, ObjectIdentifier, OctetString, UtcTime},
        oid::AssociatedOid,
    },
    ext::{
        Extension,
        pkix::{
            BasicConstraints, CertificatePolicies, ExtendedKeyUsage, KeyUsage, KeyUsages,
            certpolicy::PolicyInformation,
        },
    },
    name::Name,
    serial_number::SerialNumber,
    spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned},
    time::{Time, Validity},
};
use yui_card::Algorithm;
use yui_protocol::{ErrorCode, Millis};
use yui_server::identity::card::{
    CardCertificate, CardProof, CertificateVerifier as _, LocalVerifier, Policies, TrustStore, Usage,
};
use yui_testkit::{
    pki::{CLIENT_AUTH, POLICY_AUTHENTICATION},
    verifier::Revoked,
};

const NOW: Millis = Millis(1_795_392_000_000);
const STATEMENT: &[u8] = "結".as_bytes();

/// A curve with the hash that is used with it.
#[derive(Clone, Copy)]
struct Curve {
    /// How an authority signs certificates.
    issuing: &'static EcdsaSigningAlgorithm,
    /// How a card signs.
    signing: &'static EcdsaSigningAlgorithm,
    id: ObjectIdentifier,
    signature: ObjectIdentifier,
}

const P256: Curve = Curve {
    issuing: &ECDSA_P256_SHA256_ASN1_SIGNING,
    signing: &ECDSA_P256_SHA256_FIXED_SIGNING,
    id: ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7"),
    signature: ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2"),
};
const P384: Curve = Curve {
    issuing: &ECDSA_P384_SHA384_ASN1_SIGNING,
    signing: &ECDSA_P384_SHA384_FIXED_SIGNING,
    id: ObjectIdentifier::new_unwrap("1.3.132.0.34"),
    signature: ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.3"),
};

struct Key {
    curve: Curve,
    pair: EcdsaKeyPair,
    issuer: EcdsaKeyPair,
}

impl Key {
    fn fresh(curve: Curve) -> Self {
        let random = SystemRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(curve.signing, &random).expect("a key");
        let pair = |with| EcdsaKeyPair::from_pkcs8(with, pkcs8.as_ref(), &random).expect("its own");
        Self { curve, pair: pair(curve.signing), issuer: pair(curve.issuing) }
    }

    /// What a card answers: `r ‖ s`.
    fn sign(&self, message: &[u8]) -> Vec<u8> {
        self.pair.sign(&SystemRandom::new(), message).expect("signs").as_ref().to_vec()
    }

    fn info(&self) -> SubjectPublicKeyInfoOwned {
        let parameters = Any::from_der(&self.curve.id.to_der().expect("encodes")).expect("an identifier");
        SubjectPublicKeyInfoOwned {
            algorithm: AlgorithmIdentifierOwned {
                oid: ObjectIdentifier::new_unwrap("1.2.840.10045.2.1"),
                parameters: Some(parameters),
            },
            subject_public_key: BitString::from_bytes(self.pair.public_key().as_ref()).expect("bytes"),
        }
    }

    /// A certificate of `subject` that this key signs.
    fn issue(&self, subject: &Self, extensions: Vec<Extension>) -> Vec<u8> {
        let algorithm = AlgorithmIdentifierOwned { oid: self.curve.signature, parameters: None };
        let instant = |ms: i64| {
            let seconds = Duration::from_secs(u64::try_from(ms / 1000).expect("after 1970"));
            Time::UtcTime(UtcTime::from_unix_duration(seconds).expect("before 2050"))
        };
        let tbs_certificate = TbsCertificate {
            version: Version::V3,
            serial_number: SerialNumber::from(7_u32),
            signature: algorithm.clone(),
            issuer: Name::default(),
            validity: Validity {
                not_before: instant(NOW.0 - Millis::DAY),
                not_after: instant(NOW.0 + Millis::DAY),
            },
            subject: Name::default(),
            subject_public_key_info: subject.info(),
            issuer_unique_id: None,
            subject_unique_id: None,
            extensions: Some(extensions),
        };
        let to_be_signed = tbs_certificate.to_der().expect("encodes");
        let signature = self.issuer.sign(&SystemRandom::new(), &to_be_signed).expect("signs");
        let signature = BitString::from_bytes(signature.as_ref()).expect("bytes");
        Certificate { tbs_certificate, signature_algorithm: algorithm, signature }.to_der().expect("encodes")
    }
}

fn extension<T: x509_cert::der::Encode + AssociatedOid>(value: &T, critical: bool) -> Extension {
    let bytes = value.to_der().expect("encodes");
    Extension { extn_id: T::OID, critical, extn_value: OctetString::new(bytes).expect("short") }
}

fn of_a_root() -> Vec<Extension> {
    vec![
        extension(&KeyUsage(KeyUsages::KeyCertSign.into()), true),
        extension(&BasicConstraints { ca: true, path_len_constraint: None }, true),
    ]
}

fn of_a_card() -> Vec<Extension> {
    let policy = PolicyInformation { policy_identifier: POLICY_AUTHENTICATION, policy_qualifiers: None };
    vec![
        extension(&KeyUsage(KeyUsages::DigitalSignature.into()), true),
        extension(&ExtendedKeyUsage(vec![CLIENT_AUTH]), false),
        extension(&CertificatePolicies(vec![policy]), true),
    ]
}

async fn verdict(root: &[u8], certificate: &[u8], message: &[u8], signature: &[u8]) -> Result<(), ErrorCode> {
    let mut trust = TrustStore::default();
    trust.trust(Usage::Authentication, root)?;
    let policies =
        Policies { signature: Vec::new(), authentication: vec![POLICY_AUTHENTICATION.to_string()] };
    let verifier = LocalVerifier::new(trust, policies, Arc::new(Revoked::default()));
    let certificate = CardCertificate::from_der(certificate)?;
    let signed = Some((message, signature));
    let proof = CardProof { usage: Usage::Authentication, certificate: &certificate, signed, now: NOW };
    verifier.verify(proof).await.map(drop)
}

#[tokio::test]
async fn each_curve_is_taken_with_its_hash_and_refused_when_bent() {
    for (of_root, of_leaf) in [(P384, P384), (P256, P256), (P384, P256), (P256, P384)] {
        let (root, card) = (Key::fresh(of_root), Key::fresh(of_leaf));
        let root_certificate = root.issue(&root, of_a_root());
        let certificate = root.issue(&card, of_a_card());
        let signature = card.sign(STATEMENT);
        let check = async |certificate: &[u8], message: &[u8], signature: &[u8]| {
            verdict(&root_certificate, certificate, message, signature).await
        };
        assert_eq!(check(&certificate, STATEMENT, &signature).await, Ok(()));
        assert_eq!(check(&certificate, b"another", &signature).await, Err(ErrorCode::SignatureInvalid));
        let mut bent = signature.clone();
        *bent.last_mut().expect("bytes") ^= 1;
        assert_eq!(check(&certificate, STATEMENT, &bent).await, Err(ErrorCode::SignatureInvalid));
        let anothers = Key::fresh(of_leaf).sign(STATEMENT);
        assert_eq!(check(&certificate, STATEMENT, &anothers).await, Err(ErrorCode::SignatureInvalid));
        let mut bent = certificate.clone();
        *bent.last_mut().expect("bytes") ^= 1;
        assert_eq!(check(&bent, STATEMENT, &signature).await, Err(ErrorCode::CertificateUntrusted));
        let foreign = Key::fresh(of_root).issue(&card, of_a_card());
        assert_eq!(check(&foreign, STATEMENT, &signature).await, Err(ErrorCode::CertificateUntrusted));
    }
}

/// What the curve's own hash is not, and what is no curve of ours, is not taken because it happens to verify.
#[tokio::test]
async fn another_curve_or_hash_is_refused() {
    let root = Key::fresh(P384);
    let root_certificate = root.issue(&root, of_a_root());
    // The certificate says SHA-256, which no root on P-384 signs with.
    let says_otherwise = Key { curve: Curve { signature: P256.signature, ..P384 }, ..root };
    let card = Key::fresh(P384);
    let certificate = says_otherwise.issue(&card, of_a_card());
    let refused = verdict(&root_certificate, &certificate, STATEMENT, &card.sign(STATEMENT)).await;
    assert_eq!(refused, Err(ErrorCode::CertificateUntrusted));
    // secp256k1 is none of the card's curves.
    let strange = ObjectIdentifier::new_unwrap("1.3.132.0.10");
    let mut card = Key::fresh(P256);
    card.curve.id = strange;
    let root = Key::fresh(P384);
    let refused = verdict(
        &root.issue(&root, of_a_root()),
        &root.issue(&card, of_a_card()),
        STATEMENT,
        &card.sign(STATEMENT),
    )
    .await;
    assert_eq!(refused, Err(ErrorCode::CertificateMalformed));
}

#[test]
fn the_operator_is_told_the_hash_of_the_curve() {
    for (curve, name, length) in [(P256, "SHA-256", 32), (P384, "SHA-384", 48)] {
        let key = Key::fresh(curve);
        let certificate = CardCertificate::from_der(&key.issue(&key, of_a_card())).expect("a certificate");
        let (told, digest) = certificate.digest(STATEMENT);
        assert_eq!((told, digest.len()), (name, length));
    }
}

/// The phone's reader takes of such a card exactly what the server then takes of the phone.
#[test]
fn the_reader_and_the_verifier_mean_the_same_form() {
    assert_eq!(Key::fresh(P384).sign(STATEMENT).len(), Algorithm::P384Sha384.signature_length());
}
