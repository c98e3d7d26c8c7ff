//! A certificate of a card, read once and dropped: its validity, use, key and attributes.

use x509_cert::{
    Certificate,
    der::{Decode, Encode, asn1::Utf8StringRef, oid::ObjectIdentifier},
    ext::pkix::{
        AuthorityKeyIdentifier, BasicConstraints, CertificatePolicies, ExtendedKeyUsage, KeyUsage,
        SubjectAltName, SubjectKeyIdentifier, name::GeneralName,
    },
    spki::SubjectPublicKeyInfoOwned,
};
use yui_protocol::{ErrorCode, Millis};
use zeroize::Zeroizing;

use crate::identity::card::{Attributes, Policies, algorithm};

/// The longest certificate that is read, in bytes; real ones have about 1,900.
const MAX_BYTES: usize = 8 * 1024;

/// id-kp-clientAuth (RFC 5280 §4.2.1.12).
const CLIENT_AUTH: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.2");

/// The arc of the attributes in a signature certificate (公的個人認証サービス プロファイル仕様書).
const ATTRIBUTE: &str = "1.2.392.200149.8.5.5.";

/// Extensions that the checks here understand; another one marked critical refuses the certificate
/// (RFC 5280 §4.2).
const KNOWN: [&str; 10] = [
    "2.5.29.14",
    "2.5.29.15",
    "2.5.29.17",
    "2.5.29.18",
    "2.5.29.19",
    "2.5.29.31",
    "2.5.29.32",
    "2.5.29.35",
    "2.5.29.37",
    "1.3.6.1.5.5.7.1.1",
];

/// What a certificate of the card is for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Usage {
    /// 署名用: signs statements and carries the four attributes.
    Signature,
    /// 利用者証明用: proves the card and carries nothing personal.
    Authentication,
}

/// See the module. Never shown, stored or logged.
pub struct CardCertificate {
    parsed: Certificate,
    der: Zeroizing<Vec<u8>>,
}

impl CardCertificate {
    /// Reads a certificate; `certificate_malformed` when it is none, or not in its one encoding (RFC 5280 §4.1, X.690
    /// §11): other bytes of the same meaning would be a certificate that its issuer never made.
    pub fn from_der(der: &[u8]) -> Result<Self, ErrorCode> {
        let malformed = |_| ErrorCode::CertificateMalformed;
        if der.len() > MAX_BYTES {
            return Err(ErrorCode::CertificateMalformed);
        }
        let parsed = Certificate::from_der(der).map_err(malformed)?;
        let der = Zeroizing::new(der.to_vec());
        let again = Zeroizing::new(parsed.to_der().map_err(malformed)?);
        // Signature and key are whole octets; the number of bits that are unused comes back as it was read.
        let key = &parsed.tbs_certificate.subject_public_key_info.subject_public_key;
        let are_whole = [&parsed.signature, key].into_iter().all(|bits| bits.as_bytes().is_some());
        if *again != *der || !are_whole {
            return Err(ErrorCode::CertificateMalformed);
        }
        Ok(Self { parsed, der })
    }

    /// The certificate as it came, for the verifier only.
    #[must_use]
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// The key, as `SubjectPublicKeyInfo` (DER): what the keyed hash of a card is made over.
    pub fn key_info(&self) -> Result<Vec<u8>, ErrorCode> {
        self.key().to_der().map_err(|_| ErrorCode::CertificateMalformed)
    }

    fn key(&self) -> &SubjectPublicKeyInfoOwned {
        &self.parsed.tbs_certificate.subject_public_key_info
    }

    /// When it ends.
    pub fn ends_at(&self) -> Result<Millis, ErrorCode> {
        millis(self.parsed.tbs_certificate.validity.not_after.to_unix_duration())
    }

    /// `certificate_not_yet_valid` or `certificate_expired` outside its time.
    pub fn check_time(&self, now: Millis) -> Result<(), ErrorCode> {
        let begins = millis(self.parsed.tbs_certificate.validity.not_before.to_unix_duration())?;
        // `notAfter` names its last second, which still counts as a whole.
        let ends = self.ends_at()?.plus(Millis::SECOND - 1);
        if now < begins {
            Err(ErrorCode::CertificateNotYetValid)
        } else if now > ends {
            Err(ErrorCode::CertificateExpired)
        } else {
            Ok(())
        }
    }

    /// `certificate_wrong_usage` unless key usage, extended key usage and one of the policies are those of `usage`, and
    /// every critical extension is understood.
    pub fn check_usage(&self, usage: Usage, policies: &Policies) -> Result<(), ErrorCode> {
        let key_usage = self.extension::<KeyUsage>()?.ok_or(ErrorCode::CertificateWrongUsage)?;
        let fits = match usage {
            Usage::Signature => key_usage.digital_signature() && key_usage.non_repudiation(),
            Usage::Authentication => {
                let extended = self.extension::<ExtendedKeyUsage>()?;
                key_usage.digital_signature()
                    && !key_usage.non_repudiation()
                    && extended.is_some_and(|extended| extended.0.contains(&CLIENT_AUTH))
            }
        };
        let authority = self.extension::<BasicConstraints>()?.is_some_and(|constraints| constraints.ca);
        let wanted = policies.for_usage(usage);
        let has_policy = self
            .extension::<CertificatePolicies>()?
            .is_some_and(|has| has.0.iter().any(|one| wanted.contains(&one.policy_identifier.to_string())));
        if fits && !authority && has_policy && self.understands_critical() {
            Ok(())
        } else {
            Err(ErrorCode::CertificateWrongUsage)
        }
    }

    fn understands_critical(&self) -> bool {
        let extensions = self.parsed.tbs_certificate.extensions.as_deref().unwrap_or_default();
        extensions.iter().filter(|e| e.critical).all(|e| KNOWN.contains(&e.extn_id.to_string().as_str()))
    }

    /// `signature_invalid` unless this certificate's key signed `message`.
    pub fn check_signature(&self, message: &[u8], signature: &[u8]) -> Result<(), ErrorCode> {
        algorithm::check_by_card(self.key(), message, signature)
    }

    /// The hash of `message` that this certificate's key signs over, with the hash's name.
    #[must_use]
    pub fn digest(&self, message: &[u8]) -> (&'static str, Vec<u8>) {
        let (name, digest) = algorithm::digest_by_card(self.key(), message);
        (name, digest.as_ref().to_vec())
    }

    /// Whether `issuer` issued this certificate: by key identifier where both name one, and by signature.
    /// Generations of the real roots share one name, so names decide nothing.
    #[must_use]
    pub fn is_issued_by(&self, issuer: &Self) -> bool {
        let names =
            self.extension::<AuthorityKeyIdentifier>().ok().flatten().and_then(|id| id.key_identifier);
        let has = issuer.extension::<SubjectKeyIdentifier>().ok().flatten().map(|id| id.0);
        if let (Some(names), Some(has)) = (names, has)
            && names != has
        {
            return false;
        }
        let same_algorithm = self.parsed.signature_algorithm == self.parsed.tbs_certificate.signature;
        let Ok(tbs) = self.parsed.tbs_certificate.to_der() else { return false };
        same_algorithm
            && algorithm::is_issued_by(
                issuer.key(),
                self.parsed.signature_algorithm.oid,
                &tbs,
                self.parsed.signature.raw_bytes(),
            )
    }

    /// The four attributes; none when the certificate has no name, as authentication certificates have not.
    pub fn attributes(&self) -> Result<Option<Attributes>, ErrorCode> {
        let Some(names) = self.extension::<SubjectAltName>()? else { return Ok(None) };
        let text = |number: u8| {
            let wanted = format!("{ATTRIBUTE}{number}");
            names.0.iter().find_map(|name| match name {
                GeneralName::OtherName(other) if other.type_id.to_string() == wanted => {
                    Utf8StringRef::try_from(&other.value).ok().map(|text| text.as_str().to_owned())
                }
                _ => None,
            })
        };
        let Some(name) = text(1) else { return Ok(None) };
        let birth = text(4).as_deref().and_then(birth_date).ok_or(ErrorCode::CertificateMalformed)?;
        let (Some(sex), Some(address)) = (text(3), text(5)) else {
            return Err(ErrorCode::CertificateMalformed);
        };
        Ok(Some(Attributes { name, birth, sex, address }))
    }

    fn extension<'a, T: Decode<'a> + x509_cert::der::oid::AssociatedOid>(
        &'a self,
    ) -> Result<Option<T>, ErrorCode> {
        self.parsed
            .tbs_certificate
            .get::<T>()
            .map(|found| found.map(|(_, value)| value))
            .map_err(|_| ErrorCode::CertificateMalformed)
    }
}

/// `EYYYYMMDD`, where E is the era and the rest Gregorian, as `YYYY-MM-DD`; unknown parts are zeros and stay so.
fn birth_date(text: &str) -> Option<String> {
    if text.len() != 9 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some(format!("{}-{}-{}", &text[1..5], &text[5..7], &text[7..9]))
}

fn millis(duration: std::time::Duration) -> Result<Millis, ErrorCode> {
    i64::try_from(duration.as_millis()).map(Millis).map_err(|_| ErrorCode::CertificateMalformed)
}

impl std::fmt::Debug for CardCertificate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CardCertificate(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn birth_dates_keep_what_is_unknown() {
        assert_eq!(birth_date("319800217").as_deref(), Some("1980-02-17"));
        assert_eq!(birth_date("400000000").as_deref(), Some("0000-00-00"));
        assert_eq!(birth_date("31980021"), None);
        assert_eq!(birth_date("３19800217"), None);
    }

    #[test]
    fn what_is_no_certificate_is_malformed() {
        for bytes in [&b""[..], b"0", &[0x30, 0x82, 0xff, 0xff], &[0; MAX_BYTES + 1]] {
            assert_eq!(CardCertificate::from_der(bytes).err(), Some(ErrorCode::CertificateMalformed));
        }
    }
}
