//! A root: its own certificate, the certificates it issues, and its list of revoked ones.

use chrono::{DateTime, Utc};
use rsa::{Pkcs1v15Sign, RsaPrivateKey};
use sha2::{Digest as _, Sha256};
use x509_cert::{
    Certificate, TbsCertificate, Version,
    certificate::Rfc5280,
    crl::{CertificateList, RevokedCert, TbsCertList},
    der::{
        Decode as _, Encode as _,
        asn1::{BitString, GeneralizedTime, OctetString, UtcTime},
        oid::db::{rfc4519, rfc5912},
    },
    ext::{
        Extension,
        pkix::{
            AuthorityKeyIdentifier, BasicConstraints, KeyUsage, KeyUsages, SubjectKeyIdentifier,
            name::GeneralName,
        },
    },
    name::Name,
    serial_number::SerialNumber,
    spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned},
    time::{Time, Validity},
};

use super::{
    extensions::{ENCODES, distribution_point, extension, name},
    keys,
    leaf::Leaf,
};

/// A self-signed root that issues end-entity certificates directly.
pub struct Authority {
    key: RsaPrivateKey,
    name: Name,
    unit: String,
    serial: SerialNumber<Rfc5280>,
    key_id: OctetString,
    certificate: Vec<u8>,
}

impl Authority {
    pub(super) fn load(purpose: &str, pem: &str, serial: u32) -> Self {
        let key = keys::from_pem(pem);
        let unit = format!("JPKI for {purpose}");
        let mut authority = Self {
            name: directory(&unit, &[(rfc4519::OU, "Japan Agency for Nothing but Tests")]),
            unit,
            serial: SerialNumber::from(serial),
            key_id: key_id(&public_key(&key)),
            key,
            certificate: Vec::new(),
        };
        authority.certificate = authority.own_certificate();
        authority
    }

    /// The root's own certificate, DER: what a test server is told to trust.
    #[must_use]
    pub fn certificate(&self) -> &[u8] {
        &self.certificate
    }

    /// The root's private key, for what only an authority can do wrong.
    #[must_use]
    pub fn key(&self) -> &RsaPrivateKey {
        &self.key
    }

    /// Issues a certificate, DER, exactly as it is described, however wrong that may be.
    #[expect(clippy::missing_panics_doc, reason = "what it is given always encodes")]
    #[must_use]
    pub fn issue(&self, leaf: &Leaf) -> Vec<u8> {
        let public_key = SubjectPublicKeyInfoOwned::from_key(leaf.public_key.clone()).expect(ENCODES);
        let mut extensions = leaf.extensions();
        extensions.insert(leaf.authority_key_id_at(), self.authority_key_id());
        extensions.push(extension(&SubjectKeyIdentifier(key_id(&public_key)), false));
        let crl = name(&[
            (rfc4519::C, "JP"),
            (rfc4519::O, "YUI-TEST"),
            (rfc4519::OU, &self.unit),
            (rfc4519::OU, "CRL Distribution Points"),
            (rfc4519::OU, &leaf.prefecture),
            (rfc4519::CN, &format!("{} CRLDP", leaf.city)),
        ]);
        extensions.insert(leaf.distribution_point_at(), extension(&distribution_point(crl), false));
        let serial = SerialNumber::from(leaf.serial);
        self.sign(serial, leaf.subject(), validity(leaf.not_before, leaf.not_after), public_key, extensions)
    }

    /// The list of revoked certificates (RFC 5280 §5), DER, good for a day.
    #[expect(clippy::missing_panics_doc, reason = "what it is given always encodes")]
    #[must_use]
    pub fn revocation_list(&self, revoked: &[u64], at: DateTime<Utc>) -> Vec<u8> {
        let entry = |serial: &u64| RevokedCert {
            serial_number: SerialNumber::from(*serial),
            revocation_date: time(at),
            crl_entry_extensions: None,
        };
        let list = TbsCertList {
            version: Version::V2,
            signature: algorithm(),
            issuer: self.name.clone(),
            this_update: time(at),
            next_update: Some(time(at + chrono::TimeDelta::days(1))),
            revoked_certificates: (!revoked.is_empty()).then(|| revoked.iter().map(entry).collect()),
            crl_extensions: Some(vec![self.authority_key_id()]),
        };
        let signature = self.signature(&list.to_der().expect(ENCODES));
        CertificateList { tbs_cert_list: list, signature_algorithm: algorithm(), signature }
            .to_der()
            .expect(ENCODES)
    }

    fn own_certificate(&self) -> Vec<u8> {
        let extensions = vec![
            extension(&KeyUsage(KeyUsages::KeyCertSign | KeyUsages::CRLSign), true),
            extension(&BasicConstraints { ca: true, path_len_constraint: None }, true),
            extension(&distribution_point(self.name.clone()), false),
            extension(&SubjectKeyIdentifier(self.key_id.clone()), false),
        ];
        let day = |text: &str| text.parse::<DateTime<Utc>>().expect("a constant instant");
        let validity = validity(day("2019-09-01T00:00:00Z"), day("2049-08-31T14:59:59Z"));
        self.sign(self.serial.clone(), self.name.clone(), validity, public_key(&self.key), extensions)
    }

    fn sign(
        &self,
        serial_number: SerialNumber<Rfc5280>,
        subject: Name,
        validity: Validity,
        subject_public_key_info: SubjectPublicKeyInfoOwned,
        extensions: Vec<Extension>,
    ) -> Vec<u8> {
        let tbs_certificate = TbsCertificate {
            version: Version::V3,
            serial_number,
            signature: algorithm(),
            issuer: self.name.clone(),
            validity,
            subject,
            subject_public_key_info,
            issuer_unique_id: None,
            subject_unique_id: None,
            extensions: Some(extensions),
        };
        let signature = self.signature(&tbs_certificate.to_der().expect(ENCODES));
        Certificate { tbs_certificate, signature_algorithm: algorithm(), signature }.to_der().expect(ENCODES)
    }

    fn signature(&self, bytes: &[u8]) -> BitString {
        let signed = self.key.sign(Pkcs1v15Sign::new::<Sha256>(), &Sha256::digest(bytes)).expect(ENCODES);
        BitString::from_bytes(&signed).expect(ENCODES)
    }

    fn authority_key_id(&self) -> Extension {
        let id = AuthorityKeyIdentifier {
            key_identifier: Some(self.key_id.clone()),
            authority_cert_issuer: Some(vec![GeneralName::DirectoryName(self.name.clone())]),
            authority_cert_serial_number: Some(self.serial.clone()),
        };
        extension(&id, false)
    }
}

fn directory(unit: &str, rest: &[(x509_cert::der::asn1::ObjectIdentifier, &str)]) -> Name {
    let start = [(rfc4519::C, "JP"), (rfc4519::O, "YUI-TEST"), (rfc4519::OU, unit)];
    name(&[&start[..], rest].concat())
}

fn algorithm() -> AlgorithmIdentifierOwned {
    let null = x509_cert::der::asn1::Any::from_der(&[5, 0]).expect(ENCODES);
    AlgorithmIdentifierOwned { oid: rfc5912::SHA_256_WITH_RSA_ENCRYPTION, parameters: Some(null) }
}

fn public_key(key: &RsaPrivateKey) -> SubjectPublicKeyInfoOwned {
    SubjectPublicKeyInfoOwned::from_key(key.to_public_key()).expect(ENCODES)
}

/// The key identifier of RFC 5280 §4.2.1.2: a hash of the key, here the first 20 bytes of SHA-256 (RFC 7093).
fn key_id(key: &SubjectPublicKeyInfoOwned) -> OctetString {
    OctetString::new(&Sha256::digest(key.subject_public_key.raw_bytes())[..20]).expect(ENCODES)
}

fn validity(not_before: DateTime<Utc>, not_after: DateTime<Utc>) -> Validity {
    Validity { not_before: time(not_before), not_after: time(not_after) }
}

/// `UTCTime` through 2049 and `GeneralizedTime` after (RFC 5280 §4.1.2.5).
fn time(at: DateTime<Utc>) -> Time {
    let seconds = std::time::Duration::from_secs(at.timestamp().unsigned_abs());
    UtcTime::from_unix_duration(seconds).map_or_else(
        |_| Time::GeneralTime(GeneralizedTime::from_unix_duration(seconds).expect(ENCODES)),
        Time::UtcTime,
    )
}
