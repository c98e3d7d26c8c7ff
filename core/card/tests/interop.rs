//! An independent client, the public crate `myna-card`, finds on the virtual card what it finds on the real one. So
//! our reader is not only tested against our own idea of a card.

mod common;

use common::hanako;
use myna_card::{
    Card, Error, Pin, Sex, TokenType, Transmit,
    ap::{common::CommonAp, jpki::JpkiAp, jpki::SignatureScheme, text::TextAp, text::ef},
};
use yui_card::{Algorithm, Attributes};
use yui_testkit::{
    card::{AUTHENTICATION_PIN, Person, SIGNATURE_PASSWORD, TEXT_PIN, VirtualCard},
    pki,
};

struct Link(VirtualCard);

impl Transmit for Link {
    fn transmit(&mut self, command: &[u8]) -> myna_card::Result<Vec<u8>> {
        self.0.answer(command).ok_or(Error::Malformed("pulled out".to_owned()))
    }
}

#[test]
fn the_signature_application_is_as_on_the_real_card() {
    let mut card = Card::new(Link(hanako()));
    let mut jpki = JpkiAp::select(&mut card).expect("JPKI is there");
    assert_eq!(jpki.read_token_type().expect("free"), TokenType::Card);
    let token = jpki.read_token_info().expect("160 bytes of CK_TOKEN_INFO");
    assert_eq!((token.min_pin_len, token.max_pin_len), (6, 16));
    let present = jpki.read_certificate_availability().expect("free");
    assert!(present.has_sign_certificate() && present.has_auth_certificate());
    let root = jpki.read_sign_ca_certificate_der().expect("free");
    assert_eq!(root, pki::trusted().signature.certificate());

    assert_eq!(jpki.sign_pin_retries().expect("counted").count(), Some(5));
    assert!(jpki.verify_sign_pin(&Pin::new("WRONG1").expect("a form")).is_err());
    assert_eq!(jpki.sign_pin_retries().expect("counted").count(), Some(4));
    assert!(jpki.read_sign_certificate_der().is_err(), "not opened yet");
    jpki.verify_sign_pin(&Pin::new(SIGNATURE_PASSWORD).expect("a form")).expect("right");
    let certificate = jpki.read_sign_certificate_der().expect("opened");
    assert_eq!(certificate[..2], [0x30, 0x82]);

    jpki.verify_auth_pin(&Pin::numeric(AUTHENTICATION_PIN).expect("digits")).expect("right");
    let input = Algorithm::Rsa2048Sha256.input(b"message");
    let ours = jpki.sign_with_sign_key(SignatureScheme::Verbatim, &input).expect("by short id");
    let on_card =
        jpki.sign_with_sign_key(SignatureScheme::Sha256DigestInfo, b"message").expect("hashed there");
    assert_eq!(ours, on_card, "our DigestInfo is the one the card makes");
}

#[test]
fn the_text_application_is_as_on_the_real_card() {
    let (virtual_card, hanako) = (hanako(), Person::hanako());
    let mut card = Card::new(Link(virtual_card.clone()));
    let mut text = TextAp::select(&mut card).expect("text is there");
    assert_eq!(text.retries(ef::BLOCKED_0012).expect("counted").count(), Some(0));
    assert_eq!(text.retries(ef::CODE_A).expect("counted").count(), Some(10));
    text.verify_pin(&Pin::numeric(TEXT_PIN).expect("digits")).expect("right");
    let theirs = text.read_attributes().expect("its offsets are checked too");
    let file = virtual_card.content(common::TEXT, 2).expect("the file is there");
    let ours = Attributes::parse(&file).expect("readable");
    assert_eq!((&theirs.name, &theirs.address), (&ours.name, &ours.address));
    assert_eq!((theirs.name, theirs.sex), (hanako.name, Sex::Female));
    assert_eq!(text.read_my_number().expect("the PIN opens it too").as_str(), hanako.number);
    let record = text.read_integrity_record();
    assert!(record.is_ok(), "{record:?}");

    let mut common = CommonAp::select(&mut card).expect("common is there");
    let info = common.read_card_info().expect("free");
    assert_eq!(info.prefecture_code(), "42");
}
