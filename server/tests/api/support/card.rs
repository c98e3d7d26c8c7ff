//! A test card's certificates and keys, without the chip.

use chrono::NaiveDate;
use rsa::Pkcs1v15Sign;
use sha2::{Digest, Sha256};
use yui_testkit::{
    card::Person,
    pki::{self, Leaf, TestKey, TestPki},
};

/// A card in the hand.
#[derive(Clone)]
pub struct Card {
    pub signature_key: TestKey,
    pub authentication_key: TestKey,
    pub signature: Vec<u8>,
    pub authentication: Vec<u8>,
    /// The serial number of the signature certificate; that of the other is one more.
    pub serial: u64,
}

impl Card {
    /// The card of this person.
    pub fn of(person: &Person) -> Self {
        Self::bent(person, |_| {}, |_| {})
    }

    /// A new card of this person, with other keys.
    pub fn replaced(person: &Person) -> Self {
        let slot = 12;
        Self::make(person, pki::trusted(), [slot, slot + 1], |_| {}, |_| {})
    }

    /// The card of this person under roots that nobody trusts.
    pub fn foreign(person: &Person) -> Self {
        Self::make(person, pki::foreign(), [person.slot * 2, person.slot * 2 + 1], |_| {}, |_| {})
    }

    /// A card whose signature or authentication certificate is wrong in some way.
    pub fn bent(person: &Person, signature: impl Fn(&mut Leaf), authentication: impl Fn(&mut Leaf)) -> Self {
        Self::make(person, pki::trusted(), [person.slot * 2, person.slot * 2 + 1], signature, authentication)
    }

    fn make(
        person: &Person,
        pki: &TestPki,
        keys: [usize; 2],
        bend_signature: impl Fn(&mut Leaf),
        bend_authentication: impl Fn(&mut Leaf),
    ) -> Self {
        let issued_on = NaiveDate::from_ymd_opt(2026, 10, 1).expect("a date");
        let [signature_key, authentication_key] = keys.map(pki::card_key);
        let serial = 714_093_200_000_000 + u64::try_from(keys[0]).expect("small");
        let mut leaf = Leaf::signature(person, signature_key.to_public_key(), serial, issued_on);
        bend_signature(&mut leaf);
        let signature = pki.signature.issue(&leaf);
        let mut leaf =
            Leaf::authentication(person, authentication_key.to_public_key(), serial + 1, issued_on);
        bend_authentication(&mut leaf);
        let authentication = pki.authentication.issue(&leaf);
        Self { signature_key, authentication_key, signature, authentication, serial }
    }
}

/// RSASSA-PKCS1-v1_5 with SHA-256, as the card signs.
pub fn sign_rsa(key: &TestKey, message: &[u8]) -> Vec<u8> {
    key.sign(Pkcs1v15Sign::new::<Sha256>(), &Sha256::digest(message)).expect("signs")
}
