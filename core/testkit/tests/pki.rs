//! The test certificates have the profile of the JPKI test card, and each bent one differs in just its bend.

use chrono::{DateTime, Utc};
use rsa::{Pkcs1v15Sign, RsaPublicKey, pkcs8::DecodePublicKey as _};
use sha2::{Digest as _, Sha256};
use x509_cert::{
    Certificate,
    crl::CertificateList,
    der::{Decode as _, Encode as _},
    ext::pkix::{KeyUsage, KeyUsages, SubjectAltName, name::GeneralName},
};
use yui_card::KeyKind;
use yui_testkit::{
    card::{CardBuilder, Person},
    pki::{self, Authority, card_key},
};

fn read(der: &[u8]) -> Certificate {
    Certificate::from_der(der).expect("a certificate")
}

fn signed_by(root: &Authority, message: &[u8], signature: &[u8]) -> bool {
    let key = read(root.certificate()).tbs_certificate.subject_public_key_info.to_der().expect("a key");
    let key = RsaPublicKey::from_public_key_der(&key).expect("an RSA key");
    key.verify(Pkcs1v15Sign::new::<Sha256>(), &Sha256::digest(message), signature).is_ok()
}

fn issued_by(root: &Authority, certificate: &Certificate) -> bool {
    let message = certificate.tbs_certificate.to_der().expect("DER");
    signed_by(root, &message, certificate.signature.raw_bytes())
}

fn extensions(certificate: &Certificate) -> Vec<(String, bool)> {
    let all = certificate.tbs_certificate.extensions.iter().flatten();
    all.map(|extension| (extension.extn_id.to_string(), extension.critical)).collect()
}

fn ids(expected: &[(&str, bool)]) -> Vec<(String, bool)> {
    expected.iter().map(|(id, critical)| ((*id).to_owned(), *critical)).collect()
}

#[test]
fn a_signature_certificate_has_the_profile_of_the_test_card() {
    let card = CardBuilder::new(&Person::hanako());
    let certificate = read(&pki::trusted().signature.issue(&card.leaf(KeyKind::Signature)));
    assert!(issued_by(&pki::trusted().signature, &certificate));
    // Key usage, holder, policy, issuer's other name, distribution point, authority key, subject key.
    let expected = [("2.5.29.15", true), ("2.5.29.17", false), ("2.5.29.32", true), ("2.5.29.18", false)];
    let expected =
        [&expected[..], &[("2.5.29.31", false), ("2.5.29.35", false), ("2.5.29.14", false)]].concat();
    assert_eq!(extensions(&certificate), ids(&expected));
    let body = &certificate.tbs_certificate;
    assert!(body.subject.to_string().ends_with("L=Omura-shi,L=Nagasaki-ken,C=JP"), "{}", body.subject);
    assert_eq!(body.subject.0[3].to_string().len(), "CN=".len() + 28);
    let (_, usage) = body.get::<KeyUsage>().expect("readable").expect("there");
    assert_eq!(usage.0, KeyUsages::DigitalSignature | KeyUsages::NonRepudiation);
    // The fifth birthday after 1 April 2026 is 12 April 2030, and ends at 15:00 UTC.
    let last =
        DateTime::from_timestamp(body.validity.not_after.to_unix_duration().as_secs().cast_signed(), 0);
    assert_eq!(last.map(|at| at.to_rfc3339()), Some("2030-04-12T14:59:59+00:00".to_owned()));

    let (_, holder) = body.get::<SubjectAltName>().expect("readable").expect("there");
    let holder: Vec<(String, String)> = holder
        .0
        .iter()
        .map(|name| match name {
            GeneralName::OtherName(other) => {
                let text = String::from_utf8(other.value.value().to_vec()).expect("UTF-8");
                (other.type_id.to_string().replace("1.2.392.200149.8.5.5.", ""), text)
            }
            _ => panic!("only other names"),
        })
        .collect();
    let expected =
        [("1", "田中　花子"), ("4", "319850412"), ("3", "2"), ("5", "長崎県大村市玖島１丁目２５番地")];
    for (at, (number, text)) in expected.iter().enumerate() {
        assert_eq!((holder[at].0.as_str(), holder[at].1.as_str()), (*number, *text));
    }
    assert_eq!(holder[4], ("2".to_owned(), "00000".to_owned()));
}

#[test]
fn an_authentication_certificate_says_nothing_about_its_holder() {
    let card = CardBuilder::new(&Person::hanako());
    let der = pki::trusted().authentication.issue(&card.leaf(KeyKind::Authentication));
    let certificate = read(&der);
    assert!(issued_by(&pki::trusted().authentication, &certificate));
    assert!(!issued_by(&pki::trusted().signature, &certificate));
    // Key usage, extended key usage, policy, issuer's other name, distribution point, status service, keys.
    let expected = [("2.5.29.15", true), ("2.5.29.37", false), ("2.5.29.32", true), ("2.5.29.18", false)];
    let rest =
        [("2.5.29.31", false), ("1.3.6.1.5.5.7.1.1", false), ("2.5.29.35", false), ("2.5.29.14", false)];
    assert_eq!(extensions(&certificate), ids(&[expected, rest].concat()));
    assert_eq!(certificate.tbs_certificate.subject.0[1].to_string().len(), "CN=".len() + 23);
    assert!(!der.windows(6).any(|window| window == "田中".as_bytes()));
}

#[test]
fn a_certificate_can_be_wrong_in_one_thing() {
    let card = CardBuilder::new(&Person::hanako());
    let right = card.leaf(KeyKind::Signature);
    let root = &pki::trusted().signature;
    let mut leaf = right.clone();
    leaf.usage = Some(KeyUsages::KeyEncipherment.into());
    let (_, usage) =
        read(&root.issue(&leaf)).tbs_certificate.get::<KeyUsage>().expect("readable").expect("there");
    assert_eq!(usage.0, KeyUsages::KeyEncipherment);
    let mut leaf = right.clone();
    leaf.policy = None;
    assert_eq!(extensions(&read(&root.issue(&leaf))).len(), extensions(&read(&root.issue(&right))).len() - 1);
    let now = std::time::Duration::from_secs(1_780_000_000);
    let validity =
        |card: CardBuilder| read(&root.issue(&card.leaf(KeyKind::Signature))).tbs_certificate.validity;
    assert!(validity(card.clone().expired()).not_after.to_unix_duration() < now);
    assert!(validity(card.clone().not_yet_valid()).not_before.to_unix_duration() > now);
    let foreign = read(&pki::foreign().signature.issue(&right));
    assert_eq!(foreign.tbs_certificate.issuer, read(root.certificate()).tbs_certificate.subject);
    assert!(!issued_by(root, &foreign), "the same name under another key");
    assert!(issued_by(root, &read(root.certificate())), "a root signs itself");
}

#[test]
fn a_revocation_list_names_the_revoked() {
    let card = CardBuilder::new(&Person::hanako());
    let serial = card.serial(KeyKind::Signature);
    let at = "2026-05-01T00:00:00Z".parse::<DateTime<Utc>>().expect("an instant");
    let root = &pki::trusted().signature;
    let list = CertificateList::from_der(&root.revocation_list(&[serial], at)).expect("a list");
    let message = list.tbs_cert_list.to_der().expect("DER");
    assert!(signed_by(root, &message, list.signature.raw_bytes()));
    let revoked = list.tbs_cert_list.revoked_certificates.expect("one");
    let certificate = read(&root.issue(&card.leaf(KeyKind::Signature)));
    assert_eq!(revoked[0].serial_number, certificate.tbs_certificate.serial_number);
    let empty = CertificateList::from_der(&root.revocation_list(&[], at)).expect("a list");
    assert_eq!(empty.tbs_cert_list.revoked_certificates, None);
}

#[test]
fn cards_of_different_people_and_generations_have_different_keys_and_serials() {
    let hanako = CardBuilder::new(&Person::hanako());
    let all = [
        hanako.clone(),
        hanako.clone().replaced(),
        CardBuilder::new(&Person::taro()),
        CardBuilder::new(&Person::taro()).replaced(),
        CardBuilder::new(&Person::mei()),
    ];
    for kind in [KeyKind::Signature, KeyKind::Authentication] {
        let serials: std::collections::BTreeSet<_> = all.iter().map(|card| card.serial(kind)).collect();
        assert_eq!(serials.len(), all.len());
    }
    let renewed = hanako.clone().renewed_signature(&Person::hanako());
    assert_eq!(
        renewed.leaf(KeyKind::Authentication).public_key,
        hanako.leaf(KeyKind::Authentication).public_key
    );
    assert_ne!(renewed.leaf(KeyKind::Signature).public_key, hanako.leaf(KeyKind::Signature).public_key);
    assert_eq!(card_key(3), card_key(3));
}
