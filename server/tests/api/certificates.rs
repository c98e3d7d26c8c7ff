//! Certificates that are wrong in one way each, under the right and the wrong roots.

use std::sync::Arc;

use chrono::{TimeDelta, TimeZone, Utc};
use x509_cert::ext::pkix::KeyUsages;
use yui_protocol::{ErrorCode, Millis, identity::EnrolPurpose};
use yui_server::identity::card::{CardCertificate, CardProof, CertificateVerifier, Usage};
use yui_testkit::{
    card::Person,
    pki::{Leaf, POLICY_AUTHENTICATION, POLICY_SIGNATURE},
};

use crate::support::{Card, Phone, World, on_both, verifier};

on_both! { each_flaw_has_its_code revoked_certificates_are_refused }

fn now(world: &World) -> chrono::DateTime<Utc> {
    Utc.timestamp_millis_opt(world.now().0).single().expect("an instant")
}

async fn each_flaw_has_its_code(world: World) {
    let hanako = Person::hanako();
    let at = now(&world);
    let none = |_: &mut Leaf| {};
    let bent = |bend: &dyn Fn(&mut Leaf)| Card::bent(&hanako, bend, none);
    let bent_auth = |bend: &dyn Fn(&mut Leaf)| Card::bent(&hanako, none, bend);
    let ended = |leaf: &mut Leaf| leaf.not_after = at - TimeDelta::seconds(1);
    let begins = |leaf: &mut Leaf| leaf.not_before = at + TimeDelta::seconds(1);
    let swapped = Card { signature: Card::of(&hanako).authentication, ..Card::of(&hanako) };
    let cases = [
        ("an unknown root", Card::foreign(&hanako), ErrorCode::CertificateUntrusted),
        ("ended", bent(&ended), ErrorCode::CertificateExpired),
        ("not begun", bent(&begins), ErrorCode::CertificateNotYetValid),
        ("authentication ended", bent_auth(&ended), ErrorCode::CertificateExpired),
        ("authentication not begun", bent_auth(&begins), ErrorCode::CertificateNotYetValid),
        ("no usage", bent(&|leaf| leaf.usage = None), ErrorCode::CertificateWrongUsage),
        (
            "no non-repudiation",
            bent(&|leaf| leaf.usage = Some(KeyUsages::DigitalSignature.into())),
            ErrorCode::CertificateWrongUsage,
        ),
        (
            "authentication with non-repudiation",
            bent_auth(&|leaf| {
                leaf.usage = Some(KeyUsages::DigitalSignature | KeyUsages::NonRepudiation);
            }),
            ErrorCode::CertificateWrongUsage,
        ),
        ("no clientAuth", bent_auth(&|leaf| leaf.extended_usage.clear()), ErrorCode::CertificateWrongUsage),
        ("no policy", bent(&|leaf| leaf.policy = None), ErrorCode::CertificateWrongUsage),
        (
            "the other policy",
            bent(&|leaf| leaf.policy = Some(POLICY_AUTHENTICATION)),
            ErrorCode::CertificateWrongUsage,
        ),
        (
            "authentication with the other policy",
            bent_auth(&|leaf| leaf.policy = Some(POLICY_SIGNATURE)),
            ErrorCode::CertificateWrongUsage,
        ),
        ("no attributes", bent(&|leaf| leaf.attributes.clear()), ErrorCode::CertificateMalformed),
        ("the other certificate", swapped, ErrorCode::CertificateUntrusted),
        (
            "no certificate",
            Card { signature: b"certificate".to_vec(), ..Card::of(&hanako) },
            ErrorCode::CertificateMalformed,
        ),
        (
            "a bit in the signature",
            {
                let mut card = Card::of(&hanako);
                *card.signature.last_mut().expect("bytes") ^= 1;
                card
            },
            ErrorCode::CertificateUntrusted,
        ),
    ];
    let unused = |certificate: &mut Vec<u8>, bits: u8| {
        // Before the 256 bytes of the signature: how many bits of its last byte are none of it.
        let at = certificate.len() - 257;
        certificate[at] ^= bits;
    };
    let cut_short = [1, 2, 4].into_iter().flat_map(|bits| {
        let (mut of_signature, mut of_authentication) = (Card::of(&hanako), Card::of(&hanako));
        unused(&mut of_signature.signature, bits);
        unused(&mut of_authentication.authentication, bits);
        [of_signature, of_authentication]
    });
    let cut_short = cut_short.map(|card| ("a signature cut short", card, ErrorCode::CertificateMalformed));
    for (what, card, code) in cases.into_iter().chain(cut_short) {
        let answer = Phone::new().enrol(&world, &card, EnrolPurpose::Register).await;
        let problem: yui_protocol::Problem = answer.json();
        assert_eq!(problem.code, code, "{what}");
        answer.refused(code);
    }
    let known = Phone::new().enrol(&world, &Card::of(&hanako), EnrolPurpose::Register).await;
    assert_eq!(Phone::profile(&known).name, hanako.name);
}

/// Whichever bit is altered, the certificate is another one, which nobody issued.
#[tokio::test]
async fn a_certificate_altered_by_one_bit_is_refused() {
    let verifier = verifier(Arc::default());
    let (card, now) = (Card::of(&Person::hanako()), Millis(1_795_392_000_000));
    let is_taken = async |der: &[u8]| {
        let Ok(certificate) = CardCertificate::from_der(der) else { return false };
        let proof = CardProof { usage: Usage::Authentication, certificate: &certificate, signed: None, now };
        verifier.verify(proof).await.is_ok()
    };
    let mut der = card.authentication;
    assert!(is_taken(&der).await);
    for bit in 0..der.len() * 8 {
        der[bit / 8] ^= 1 << (bit % 8);
        assert!(!is_taken(&der).await, "bit {} of byte {} of {}", bit % 8, bit / 8, der.len());
        der[bit / 8] ^= 1 << (bit % 8);
    }
}

async fn revoked_certificates_are_refused(world: World) {
    let card = Card::of(&Person::hanako());
    world.revoked.revoke(&card.signature);
    let by_password = Phone::new().enrol(&world, &card, EnrolPurpose::Register).await;
    by_password.refused(ErrorCode::CertificateRevoked);
    // After a move the signature certificate is dead and the authentication certificate lives.
    let by_pin = Phone::new().enrol_by(&world, &card, EnrolPurpose::Register, false).await;
    assert_eq!(by_pin.status.as_u16(), 200);
    world.revoked.revoke(&card.authentication);
    let by_pin = Phone::new().enrol_by(&world, &card, EnrolPurpose::AddDevice, false).await;
    by_pin.refused(ErrorCode::CertificateRevoked);
}
