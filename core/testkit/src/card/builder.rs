//! Builds cards for people, the usual one and the ones with which registration must cope.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike as _, NaiveDate, Utc};
use rsa::{Pkcs1v15Sign, traits::PublicKeyParts as _};
use sha2::{Digest as _, Sha256};
use yui_card::{KeyKind, PinKind, Sex};

use super::{
    Access, Application, Elementary, Image, Manner, Os, Person, VirtualCard, files::tlv, person::era,
};
use crate::pki::{self, Leaf, TestKey, TestPki, card_key};

/// The 4 digits of the authentication key on every virtual card: no year, port or amount of any test, so that they are
/// found only where they were written down.
pub const AUTHENTICATION_PIN: &str = "4649";
/// The password of the signature key.
pub const SIGNATURE_PASSWORD: &str = "YUITEST2026";
/// The 4 digits of the text application.
pub const TEXT_PIN: &str = "8739";

/// The answer to reset at the contacts: T=1, no historical bytes.
const CONTACT_ATR: [u8; 9] = [0x3B, 0xE0, 0x00, 0xFF, 0x81, 0x31, 0xFE, 0x45, 0x14];

const TEXT_PIN_OR_A: &[u16] = &[0x0011, 0x0014];
const TEXT_PIN_OR_B: &[u16] = &[0x0011, 0x0015];
const TEXT_ANY: &[u16] = &[0x0011, 0x0014, 0x0015];

/// Describes a card; [`build`](Self::build) makes it.
#[derive(Clone)]
pub struct CardBuilder {
    person: Person,
    pki: &'static TestPki,
    issued_on: NaiveDate,
    keys: (usize, usize),
    label: &'static str,
    signature_certificate: bool,
    validity: Option<(DateTime<Utc>, DateTime<Utc>)>,
    generation: u64,
    blocked: Vec<PinKind>,
    without_pins: bool,
    real_policies: bool,
    atr: Vec<u8>,
    manner: Manner,
}

impl CardBuilder {
    /// A person's first My Number card, issued on 1 April 2026 under the trusted test roots.
    #[must_use]
    pub fn new(person: &Person) -> Self {
        Self {
            keys: (2 * person.slot, 2 * person.slot + 1),
            person: person.clone(),
            pki: pki::trusted(),
            issued_on: NaiveDate::from_ymd_opt(2026, 4, 1).unwrap_or_default(),
            label: "JPKIAPICCTOKEN2",
            signature_certificate: true,
            validity: None,
            generation: 0,
            blocked: Vec::new(),
            without_pins: false,
            real_policies: false,
            atr: CONTACT_ATR.to_vec(),
            manner: Manner::default(),
        }
    }

    /// Issued on another day; its certificates end with the fifth birthday after it.
    #[must_use]
    pub fn issued_on(mut self, day: NaiveDate) -> Self {
        self.issued_on = day;
        self
    }

    /// Certificates with another validity, for expired and not yet valid ones.
    #[must_use]
    pub fn valid(mut self, from: DateTime<Utc>, to: DateTime<Utc>) -> Self {
        self.validity = Some((from, to));
        self
    }

    /// Certificates that ran out at the end of 2024.
    #[must_use]
    pub fn expired(self) -> Self {
        self.valid(new_year(2020), new_year(2025))
    }

    /// Certificates that begin with 2045.
    #[must_use]
    pub fn not_yet_valid(self) -> Self {
        self.valid(new_year(2045), new_year(2050))
    }

    /// Under roots of the same names that nobody trusts.
    #[must_use]
    pub fn foreign_root(mut self) -> Self {
        self.pki = pki::foreign();
        self
    }

    /// With the policies of real cards, still under test roots: what a server takes that refuses test cards.
    #[must_use]
    pub fn real_policies(mut self) -> Self {
        self.real_policies = true;
        self
    }

    /// Without a signature certificate, as for a child under 15.
    #[must_use]
    pub fn without_signature_certificate(mut self) -> Self {
        self.signature_certificate = false;
        self
    }

    /// An old 住基カード.
    #[must_use]
    pub fn resident_register_card(mut self) -> Self {
        self.label = "JPKIAPICCTOKEN";
        self
    }

    /// A card without PINs (顔認証マイナンバーカード): none can be presented, and there is no signature certificate.
    #[must_use]
    pub fn without_pins(mut self) -> Self {
        self.without_pins = true;
        self.without_signature_certificate()
    }

    /// With one PIN blocked by wrong tries.
    #[must_use]
    pub fn blocked(mut self, pin: PinKind) -> Self {
        self.blocked.push(pin);
        self
    }

    /// A new card for the same person: both keys are new. One test pair serves all replaced cards.
    #[must_use]
    pub fn replaced(mut self) -> Self {
        self.keys = (12, 13);
        self.generation = 1;
        self
    }

    /// The same card with a new signature certificate (after a move): new signature key, same authentication key and
    /// certificate.
    #[must_use]
    pub fn renewed_signature(mut self, person: &Person) -> Self {
        self.keys.0 = 14;
        self.person = person.clone();
        self
    }

    /// With other test keys: the numbers of the signature and the authentication key.
    #[must_use]
    pub fn keys(mut self, signature: usize, authentication: usize) -> Self {
        self.keys = (signature, authentication);
        self
    }

    /// With another answer to reset, as a contactless reader makes one up.
    #[must_use]
    pub fn atr(mut self, atr: &[u8]) -> Self {
        self.atr = atr.to_vec();
        self
    }

    /// With the habits of another chip or reader.
    #[must_use]
    pub fn manner(mut self, manner: Manner) -> Self {
        self.manner = manner;
        self
    }

    /// The serial number of the card's certificate for a key, for revocation lists: 15 digits, which the common
    /// application has room for, and seven bytes that occur nowhere by chance.
    #[must_use]
    pub fn serial(&self, key: KeyKind) -> u64 {
        let number = match key {
            KeyKind::Signature => self.keys.0,
            KeyKind::Authentication => self.keys.1,
        };
        let [person, number] = [self.person.slot, number].map(|small| u64::try_from(small).unwrap_or(0));
        714_093_254_000_000 + 10_000 * self.generation + 100 * person + number
    }

    /// The description of the card's certificate for a key, to bend and issue by hand.
    #[must_use]
    pub fn leaf(&self, key: KeyKind) -> Leaf {
        let number = match key {
            KeyKind::Signature => self.keys.0,
            KeyKind::Authentication => self.keys.1,
        };
        let describe = match key {
            KeyKind::Signature => Leaf::signature,
            KeyKind::Authentication => Leaf::authentication,
        };
        let public_key = card_key(number).to_public_key();
        let mut leaf = describe(&self.person, public_key, self.serial(key), self.issued_on);
        if let Some((from, to)) = self.validity {
            (leaf.not_before, leaf.not_after) = (from, to);
        }
        if self.real_policies {
            leaf.policy = Some(match key {
                KeyKind::Signature => pki::REAL_POLICY_SIGNATURE,
                KeyKind::Authentication => pki::REAL_POLICY_AUTHENTICATION,
            });
        }
        leaf
    }

    /// The card's certificate for a key, DER, as it lies on the card.
    #[must_use]
    pub fn certificate(&self, key: KeyKind) -> Vec<u8> {
        let authority = match key {
            KeyKind::Signature => &self.pki.signature,
            KeyKind::Authentication => &self.pki.authentication,
        };
        authority.issue(&self.leaf(key))
    }

    /// The card, lying on the reader.
    #[must_use]
    pub fn build(&self) -> VirtualCard {
        VirtualCard::new(self.chip())
    }

    /// The chip alone, to be cloned where a test needs many equal cards.
    #[must_use]
    pub fn chip(&self) -> Os {
        Os::new(self.image(), self.manner)
    }

    fn image(&self) -> Image {
        let application = |last: [u8; 2], file_id, files| {
            let id = [&[0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01][..], &last].concat();
            Application { id, file_id, files }
        };
        Image {
            atr: self.atr.clone(),
            applications: vec![
                Application {
                    id: vec![0xD3, 0x92, 0xF0, 0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01],
                    file_id: 0x4101,
                    files: self.jpki(),
                },
                application([0x04, 0x02], 0x4102, self.visual()),
                application([0x04, 0x08], 0x4103, self.text()),
                application([0x01, 0x00], 0x4104, self.common()),
            ],
        }
    }

    fn jpki(&self) -> BTreeMap<u16, Elementary> {
        let (signature, authentication) = (card_key(self.keys.0), card_key(self.keys.1));
        let signer = |key: TestKey, pin| Elementary::Key { key, sign: Access::AnyOf(pin) };
        let present = if self.signature_certificate { 0x8F } else { 0 };
        let mut files = BTreeMap::from([
            (0x0002, Elementary::free(self.pki.signature.certificate().to_vec())),
            (0x0006, Elementary::free(self.token())),
            (0x0008, Elementary::free(vec![present, 0x8F, 0])),
            (0x000A, Elementary::free(self.certificate(KeyKind::Authentication))),
            (0x000B, Elementary::free(self.pki.authentication.certificate().to_vec())),
            (0x0017, signer(authentication, &[0x0018])),
            (0x0018, self.pin(PinKind::Authentication, AUTHENTICATION_PIN, 3)),
            (0x001B, self.pin(PinKind::Signature, SIGNATURE_PASSWORD, 5)),
        ]);
        if self.signature_certificate {
            files.insert(0x0001, Elementary::closed(self.certificate(KeyKind::Signature), &[0x001B]));
            files.insert(0x001A, signer(signature, &[0x001B]));
        }
        files
    }

    fn text(&self) -> BTreeMap<u16, Elementary> {
        let mut number = tlv(0xFF10, self.person.number.as_bytes());
        number.extend([0xFF, 0xFF]);
        let attributes = attributes(&self.person);
        BTreeMap::from([
            (0x0001, Elementary::closed(number.clone(), TEXT_PIN_OR_A)),
            (0x0002, Elementary::closed(attributes.clone(), TEXT_PIN_OR_B)),
            (0x0003, Elementary::closed(self.integrity(&number, &attributes), TEXT_ANY)),
            (0x0004, Elementary::free(self.card_verifiable())),
            (0x0005, Elementary::free(tlv(0xFF40, &tlv(0xDF41, &[1, 3, 0x0E, 1])))),
            (0x0006, Elementary::closed(self.card_verifiable(), TEXT_ANY)),
            (0x0007, Elementary::closed(tlv(0xFF50, &self.card_verifiable()), TEXT_ANY)),
            (0x0011, self.pin(PinKind::Text, TEXT_PIN, 3)),
            (0x0012, Elementary::Pin { value: None, left: 0, tries: 0 }),
            (0x0014, Elementary::pin(&self.person.number, 10)),
            (0x0015, Elementary::pin(&self.number_b(), 10)),
        ])
    }

    fn visual(&self) -> BTreeMap<u16, Elementary> {
        let born = self.person.birth_date.format("%Y%m%d").to_string();
        let age = tlv(0xFF10, &tlv(0xDF11, born.as_bytes()));
        let face = [tlv(0xDF22, born.as_bytes()), tlv(0xDF23, sex(self.person.sex)), tlv(0xDF27, &[0; 2048])]
            .concat();
        let picture = tlv(0xFF40, &tlv(0xDF41, self.person.number.as_bytes()));
        BTreeMap::from([
            (0x0001, Elementary::closed(age, &[0x0011])),
            (0x0002, Elementary::closed(tlv(0xFF20, &face), &[0x0012, 0x0013])),
            (0x0003, Elementary::free(tlv(0xFF30, self.person.city_code.as_bytes()))),
            (0x0004, Elementary::free(self.card_verifiable())),
            (0x0005, Elementary::closed(picture, &[0x0013])),
            (0x0011, Elementary::pin(&self.era_birth_date(), 10)),
            (0x0012, Elementary::pin(&self.number_b(), 10)),
            (0x0013, Elementary::pin(&self.person.number, 10)),
        ])
    }

    fn common(&self) -> BTreeMap<u16, Elementary> {
        let serial = format!("{:015}", self.serial(KeyKind::Authentication));
        let expiry = self.leaf(KeyKind::Authentication).not_after.format("%Y%m%d");
        let record = format!("{serial}{}{expiry}", self.person.city_code);
        let record = [&[0x01, 0x1C], record.as_bytes()].concat();
        BTreeMap::from([(0x0001, Elementary::Records(vec![record]))])
    }

    /// PKCS #11 token information, 160 bytes, integers big-endian in four bytes.
    fn token(&self) -> Vec<u8> {
        let text = [
            format!("{:<32}", self.label),
            format!("{:032}", 1),
            format!("{:<16}", "YUITEST"),
            format!("{:016}", 1),
        ];
        let mut file = text.concat().into_bytes();
        for number in [0x040D_u32, 1, 0, 1, 0, 16, 6, u32::MAX, u32::MAX, u32::MAX, u32::MAX] {
            file.extend(number.to_be_bytes());
        }
        file.extend(b"03019999999999999999");
        file
    }

    fn pin(&self, kind: PinKind, value: &str, tries: u8) -> Elementary {
        let mut pin = Elementary::pin(value, tries);
        if let Elementary::Pin { value, left, .. } = &mut pin {
            if self.without_pins {
                (*value, *left) = (None, 0);
            } else if self.blocked.contains(&kind) {
                *left = 0;
            }
        }
        pin
    }

    /// `DF31` hash of the number's file, `DF32` hash of the attributes from the name on, `DF33` the issuer's signature.
    fn integrity(&self, number: &[u8], attributes: &[u8]) -> Vec<u8> {
        const OFFSET_OF_NAME: usize = 14;
        let name_on = attributes.get(attributes.len().min(OFFSET_OF_NAME)..).unwrap_or_default();
        let hashes = [tlv(0xDF31, &Sha256::digest(number)), tlv(0xDF32, &Sha256::digest(name_on))].concat();
        let signed = self.pki.signature.key().sign(Pkcs1v15Sign::new::<Sha256>(), &Sha256::digest(&hashes));
        let signature = signed.expect("a root of 2048 bits signs a hash");
        tlv(0xFF30, &[hashes, tlv(0xDF33, &signature)].concat())
    }

    /// A key with a signature over it, in place of the card-verifiable certificate whose issuers are not public.
    fn card_verifiable(&self) -> Vec<u8> {
        let modulus = card_key(self.keys.1).n().to_bytes_be();
        let signed =
            self.pki.authentication.key().sign(Pkcs1v15Sign::new::<Sha256>(), &Sha256::digest(&modulus));
        let signature = signed.expect("a root of 2048 bits signs a hash");
        tlv(0x7F21, &[tlv(0x5F4E, &modulus), tlv(0x5F37, &signature)].concat())
    }

    /// 照合番号B: birth date in the Japanese calendar, year of expiry, security code.
    fn number_b(&self) -> String {
        format!("{}{}0000", self.era_birth_date(), self.leaf(KeyKind::Authentication).not_after.format("%Y"))
    }

    fn era_birth_date(&self) -> String {
        let born = self.person.birth_date;
        let (_, year_before) = era(born);
        format!("{:02}{}", born.year() - year_before, born.format("%m%d"))
    }
}

fn new_year(year: i32) -> DateTime<Utc> {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default().and_time(chrono::NaiveTime::MIN).and_utc()
}

fn sex(sex: Sex) -> &'static [u8] {
    match sex {
        Sex::Male => b"1",
        Sex::Female => b"2",
        Sex::NotStated => b"9",
    }
}

/// EF 0002 of the text application, with the offsets of its fields from the start of the file.
fn attributes(person: &Person) -> Vec<u8> {
    let fields = [
        tlv(0xDF22, person.name.as_bytes()),
        tlv(0xDF23, person.address.as_bytes()),
        tlv(0xDF24, person.birth_date.format("%Y%m%d").to_string().as_bytes()),
        tlv(0xDF25, sex(person.sex)),
    ];
    let body = fields.concat();
    // The table has 11 bytes; the outer header 3, 4 or 5 according to the length.
    let header = tlv(0xFF20, &vec![0; body.len() + 11]).len() - body.len() - 11;
    let mut at = header + 11;
    let mut offsets = Vec::new();
    for field in &fields {
        offsets.extend(u16::try_from(at).expect("a short file").to_be_bytes());
        at += field.len();
    }
    tlv(0xFF20, &[tlv(0xDF21, &offsets), body].concat())
}
