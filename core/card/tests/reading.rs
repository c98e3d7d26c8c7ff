//! What the app does with a card, from the first touch to the signature.

mod common;

use common::{JPKI, TEXT, hanako};
use rsa::{Pkcs1v15Sign, pkcs8::DecodePublicKey as _};
use sha2::{Digest as _, Sha256};
use x509_cert::der::{Decode as _, Encode as _};
use yui_card::{Card, CardError, CardTransport, Certificate, KeyKind, LastTry, Pin, PinKind, Sex, TokenKind};
use yui_protocol::ErrorCode;
use yui_testkit::{
    card::{AUTHENTICATION_PIN, CardBuilder, Person, SIGNATURE_PASSWORD, TEXT_PIN},
    pki,
};

fn code<T>(result: Result<T, CardError>) -> (Option<ErrorCode>, Option<u8>) {
    match result {
        Ok(_) => (None, None),
        Err(error) => (Some(error.code), error.tries_left),
    }
}

fn signed_by(certificate: &[u8], message: &[u8], signature: &[u8]) -> bool {
    let certificate = x509_cert::Certificate::from_der(certificate).expect("a certificate");
    let key = certificate.tbs_certificate.subject_public_key_info.to_der().expect("a key");
    let key = rsa::RsaPublicKey::from_public_key_der(&key).expect("an RSA key");
    key.verify(Pkcs1v15Sign::new::<Sha256>(), &Sha256::digest(message), signature).is_ok()
}

fn issued_by(certificate: &[u8], root: &[u8]) -> bool {
    let parsed = x509_cert::Certificate::from_der(certificate).expect("a certificate");
    let message = parsed.tbs_certificate.to_der().expect("DER");
    signed_by(root, &message, parsed.signature.raw_bytes())
}

async fn enrol<T: CardTransport>(
    card: &mut Card<T>,
    password: &str,
) -> Result<yui_card::CardSignature, CardError> {
    let statement = |certificate: &Certificate| [b"statement about ", certificate.der()].concat();
    card.sign_statement(KeyKind::Signature, &Pin::from(password), LastTry::Ask, statement).await
}

#[tokio::test]
async fn a_registration_is_signed_by_the_signature_key() {
    let mut card = Card::new(hanako());
    let signed = enrol(&mut card, "yuitest2026").await.expect("the password in small letters is right");
    let authentication = signed.authentication_certificate.der();
    let signature = signed.signature_certificate.as_ref().expect("the signature key signed").der();
    assert!(signed_by(signature, &[b"statement about ", authentication].concat(), &signed.signature));
    assert!(issued_by(signature, pki::trusted().signature.certificate()));
    assert!(issued_by(authentication, pki::trusted().authentication.certificate()));
    assert!(!issued_by(signature, pki::foreign().signature.certificate()));
}

/// The one-session order, each command with its reason.
#[tokio::test]
async fn a_registration_takes_no_command_that_is_not_needed() {
    let virtual_card = hanako();
    let signed = enrol(&mut Card::new(virtual_card.clone()), SIGNATURE_PASSWORD).await.expect("signed");
    let reads = |certificate: &Certificate| certificate.der().len().div_ceil(256);
    let certificates =
        reads(&signed.authentication_certificate) + signed.signature_certificate.as_ref().map_or(0, reads);
    let trace = virtual_card.take_trace();
    let sent: Vec<_> = trace.iter().map(|exchange| exchange.command.as_slice()).collect();
    // SELECT JPKI; once for the whole session.
    assert_eq!(sent[0][5..], *JPKI);
    // SELECT and READ 0006: a 住基カード would lose a try on a password it cannot use.
    assert_eq!((&sent[1][5..], sent[2]), (&[0, 6][..], &[0, 0xB0, 0, 0, 32][..]));
    // SELECT and READ 0008: a child's card has no password to ask for.
    assert_eq!((&sent[3][5..], sent[4]), (&[0, 8][..], &[0, 0xB0, 0, 0, 3][..]));
    // SELECT 001B, empty VERIFY (is it the last try?), VERIFY.
    assert_eq!((&sent[5][5..], sent[6], sent[7][1]), (&[0, 0x1B][..], &[0, 0x20, 0, 0x80][..], 0x20));
    // SELECT and READ each certificate in as many pieces as a short command can carry, SELECT 001A, SIGN.
    assert_eq!(sent.len(), 8 + 2 + certificates + 2);
    assert!(sent.len() <= 26, "a phone holds the card for a few seconds: {}", sent.len());
}

#[tokio::test]
async fn a_step_up_is_signed_by_the_authentication_key() {
    let mut card = Card::new(hanako());
    let pin = Pin::from(AUTHENTICATION_PIN);
    let signed = card
        .sign_statement(KeyKind::Authentication, &pin, LastTry::Ask, |_| b"pay 500000".to_vec())
        .await
        .expect("the PIN is right");
    assert_eq!(signed.signature_certificate, None);
    assert!(signed_by(signed.authentication_certificate.der(), b"pay 500000", &signed.signature));
}

#[tokio::test]
async fn the_four_attributes_come_with_the_text_pin() {
    let virtual_card = hanako();
    let mut card = Card::new(virtual_card.clone());
    let locked = card.attributes().await.expect_err("no PIN was presented");
    assert_eq!(locked.status.map(|status| status.0), Some(0x6982));
    card.verify(PinKind::Text, &Pin::from(TEXT_PIN), LastTry::Ask).await.expect("the PIN is right");
    let read = card.attributes().await.expect("opened");
    let hanako = Person::hanako();
    assert_eq!((&read.name, &read.address, read.sex), (&hanako.name, &hanako.address, Sex::Female));
    assert_eq!(read.birth_day(), Some(hanako.birth_date));
    let selected = |exchange: &yui_testkit::card::Exchange| exchange.command.ends_with(TEXT);
    assert_eq!(virtual_card.take_trace().iter().filter(|exchange| selected(exchange)).count(), 1);
    // Another application forgets the presented PIN.
    card.inspect().await.expect("a My Number card");
    assert_eq!(code(card.attributes().await).0, Some(ErrorCode::CardFailed));
}

#[tokio::test]
async fn tries_are_counted_down_to_the_last_and_then_asked_about() {
    let virtual_card = hanako();
    let mut card = Card::new(virtual_card.clone());
    let (right, wrong) = (Pin::from(SIGNATURE_PASSWORD), Pin::from("WRONG1"));
    assert_eq!(card.tries_left(PinKind::Signature).await, Ok(5));
    for left in [4, 3, 2, 1] {
        let tried = card.verify(PinKind::Signature, &wrong, LastTry::Ask).await;
        assert_eq!(code(tried), (Some(ErrorCode::PinWrong), Some(left)));
    }
    for pin in [&wrong, &right] {
        let asked = card.verify(PinKind::Signature, pin, LastTry::Ask).await;
        assert_eq!(code(asked), (Some(ErrorCode::PinLastTry), Some(1)), "nothing was spent");
    }
    assert_eq!(virtual_card.tries_left(PinKind::Signature), 1);
    let last = card.verify(PinKind::Signature, &wrong, LastTry::Confirmed).await;
    assert_eq!(code(last), (Some(ErrorCode::PinBlocked), Some(0)));
    let blocked = card.verify(PinKind::Signature, &right, LastTry::Confirmed).await;
    assert_eq!(code(blocked), (Some(ErrorCode::PinBlocked), Some(0)));
    // The other PINs are as they were.
    assert_eq!(card.tries_left(PinKind::Authentication).await, Ok(3));
}

#[tokio::test]
async fn a_right_pin_puts_the_counter_back() {
    let mut card = Card::new(hanako());
    let wrong = card.verify(PinKind::Authentication, &Pin::from("0000"), LastTry::Ask).await;
    assert_eq!(code(wrong), (Some(ErrorCode::PinWrong), Some(2)));
    card.verify(PinKind::Authentication, &Pin::from(AUTHENTICATION_PIN), LastTry::Ask).await.expect("right");
    assert_eq!(card.tries_left(PinKind::Authentication).await, Ok(3));
}

#[tokio::test]
async fn a_wrong_form_costs_no_try_and_sends_nothing() {
    let virtual_card = hanako();
    let mut card = Card::new(virtual_card.clone());
    for (kind, typed) in
        [(PinKind::Authentication, "12345"), (PinKind::Signature, "AB12"), (PinKind::Text, "12a4")]
    {
        assert_eq!(
            code(card.verify(kind, &Pin::from(typed), LastTry::Ask).await).0,
            Some(ErrorCode::PinFormat)
        );
    }
    assert_eq!(virtual_card.take_trace(), []);
}

#[tokio::test]
async fn cards_that_cannot_register_say_why() {
    let hanako = CardBuilder::new(&Person::hanako());

    let old = hanako.clone().resident_register_card().build();
    let refused = enrol(&mut Card::new(old.clone()), SIGNATURE_PASSWORD).await;
    assert_eq!(code(refused).0, Some(ErrorCode::CardUnsupported));
    assert_eq!(old.tries_left(PinKind::Signature), 5);

    let child = CardBuilder::new(&Person::mei()).without_signature_certificate().build();
    let mut card = Card::new(child);
    let overview = card.inspect().await.expect("a My Number card");
    assert_eq!(overview.kind, TokenKind::MyNumberCard);
    assert!(overview.certificates.authentication && !overview.certificates.signature);
    assert_eq!(code(enrol(&mut card, SIGNATURE_PASSWORD).await).0, Some(ErrorCode::CertificateAbsent));
    assert_eq!(code(card.certificate(KeyKind::Signature).await).0, Some(ErrorCode::CertificateAbsent));

    let mut card = Card::new(hanako.clone().without_pins().build());
    assert_eq!(code(enrol(&mut card, SIGNATURE_PASSWORD).await).0, Some(ErrorCode::CertificateAbsent));
    assert_eq!(card.tries_left(PinKind::Authentication).await, Ok(0));
    let signed =
        card.sign_statement(KeyKind::Authentication, &"4649".into(), LastTry::Ask, |_| Vec::new()).await;
    assert_eq!(code(signed), (Some(ErrorCode::CertificateAbsent), None), "nobody blocked it");

    let mut card = Card::new(hanako.blocked(PinKind::Signature).build());
    assert_eq!(code(enrol(&mut card, SIGNATURE_PASSWORD).await), (Some(ErrorCode::PinBlocked), Some(0)));
}

#[tokio::test]
async fn a_renewed_certificate_keeps_the_authentication_key_and_a_new_card_does_not() {
    let builder = CardBuilder::new(&Person::hanako());
    let mut first = Card::new(builder.build());
    let mut renewed = Card::new(builder.clone().renewed_signature(&Person::hanako()).build());
    let mut replaced = Card::new(builder.replaced().build());
    let before = enrol(&mut first, SIGNATURE_PASSWORD).await.expect("signed");
    let after = enrol(&mut renewed, SIGNATURE_PASSWORD).await.expect("signed");
    let other = enrol(&mut replaced, SIGNATURE_PASSWORD).await.expect("signed");
    assert_eq!(before.authentication_certificate, after.authentication_certificate);
    assert_ne!(before.signature_certificate, after.signature_certificate);
    assert_ne!(before.authentication_certificate, other.authentication_certificate);
}
