//! An end-entity certificate as a description that a test can bend before it is issued.

use chrono::{DateTime, Datelike as _, NaiveDate, TimeDelta, Utc};
use rsa::RsaPublicKey;
use x509_cert::{
    der::{
        asn1::ObjectIdentifier,
        flagset::FlagSet,
        oid::db::{rfc4519, rfc5280},
    },
    ext::{
        Extension,
        pkix::{ExtendedKeyUsage, IssuerAltName, KeyUsage, KeyUsages, SubjectAltName, name::GeneralName},
    },
    name::Name,
};
use yui_card::{KeyKind, Sex};

use super::extensions::{extension, name, other_name, policies, status_service};
use crate::card::{Person, era};

/// The policy of the test card's signature certificate.
pub const POLICY_SIGNATURE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.392.200149.8.5.1.0.20");
/// The policy of the test card's authentication certificate.
pub const POLICY_AUTHENTICATION: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.392.200149.8.5.1.0.30");
/// The policy of real signature certificates, which no certificate here has but those that are asked for.
pub const REAL_POLICY_SIGNATURE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.392.200149.8.5.1.1.20");
/// The policy of real authentication certificates.
pub const REAL_POLICY_AUTHENTICATION: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.392.200149.8.5.1.3.30");
/// The extended key usage of authentication certificates.
pub const CLIENT_AUTH: ObjectIdentifier = rfc5280::ID_KP_CLIENT_AUTH;

/// What a certificate says. The constructors describe a right one; every field may be changed.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// For which of the card's keys.
    pub kind: KeyKind,
    /// The key that is certified.
    pub public_key: RsaPublicKey,
    /// The serial number, unique to its authority.
    pub serial: u64,
    /// The common name: a number, never a person's name.
    pub common_name: String,
    /// The prefecture in Roman letters.
    pub prefecture: String,
    /// The city in Roman letters.
    pub city: String,
    /// Valid from.
    pub not_before: DateTime<Utc>,
    /// Valid to, this second included.
    pub not_after: DateTime<Utc>,
    /// Key usage; none leaves the extension out.
    pub usage: Option<FlagSet<KeyUsages>>,
    /// Extended key usage; empty leaves the extension out.
    pub extended_usage: Vec<ObjectIdentifier>,
    /// The policy; none leaves the extension out.
    pub policy: Option<ObjectIdentifier>,
    /// The holder's attributes by the last number of their identifier (`1.2.392.200149.8.5.5.n`); only in signature
    /// certificates.
    pub attributes: Vec<(u8, String)>,
}

impl Leaf {
    /// A signature certificate of this person, issued on a day.
    #[must_use]
    pub fn signature(person: &Person, key: RsaPublicKey, serial: u64, issued_on: NaiveDate) -> Self {
        let sex = match person.sex {
            Sex::Male => "1",
            Sex::Female => "2",
            Sex::NotStated => "9",
        };
        let flags = |text: &str| "0".repeat(text.chars().count());
        let attributes = vec![
            (1, person.name.clone()),
            (4, birth_date(person.birth_date)),
            (3, sex.to_owned()),
            (5, person.address.clone()),
            (2, flags(&person.name)),
            (6, flags(&person.address)),
        ];
        Self {
            common_name: format!("{}12000{:07}1422051A", issued_on.format("%Y%m%d"), serial % 10_000_000),
            usage: Some(KeyUsages::DigitalSignature | KeyUsages::NonRepudiation),
            policy: Some(POLICY_SIGNATURE),
            attributes,
            ..Self::plain(KeyKind::Signature, person, key, serial, issued_on)
        }
    }

    /// An authentication certificate, which says nothing about its holder.
    #[must_use]
    pub fn authentication(person: &Person, key: RsaPublicKey, serial: u64, issued_on: NaiveDate) -> Self {
        Self {
            common_name: format!("{:08}YUITEST1422051A", serial % 100_000_000),
            usage: Some(KeyUsages::DigitalSignature.into()),
            extended_usage: vec![CLIENT_AUTH],
            policy: Some(POLICY_AUTHENTICATION),
            ..Self::plain(KeyKind::Authentication, person, key, serial, issued_on)
        }
    }

    fn plain(
        kind: KeyKind,
        person: &Person,
        public_key: RsaPublicKey,
        serial: u64,
        issued_on: NaiveDate,
    ) -> Self {
        Self {
            kind,
            public_key,
            serial,
            common_name: String::new(),
            prefecture: person.prefecture.clone(),
            city: person.city.clone(),
            not_before: japan(issued_on, 10, 0),
            not_after: japan(fifth_birthday(person.birth_date, issued_on), 24, 0) - TimeDelta::seconds(1),
            usage: None,
            extended_usage: Vec::new(),
            policy: None,
            attributes: Vec::new(),
        }
    }

    pub(super) fn subject(&self) -> Name {
        match self.kind {
            KeyKind::Signature => name(&[
                (rfc4519::C, "JP"),
                (rfc4519::L, &self.prefecture),
                (rfc4519::L, &self.city),
                (rfc4519::CN, &self.common_name),
            ]),
            KeyKind::Authentication => name(&[(rfc4519::C, "JP"), (rfc4519::CN, &self.common_name)]),
        }
    }

    /// All extensions but those that name the authority.
    pub(super) fn extensions(&self) -> Vec<Extension> {
        let issuer = name(&[(rfc4519::C, "JP"), (rfc4519::O, "公的個人認証サービス（試験）")]);
        let mut extensions = Vec::new();
        extensions.extend(self.usage.map(|usage| extension(&KeyUsage(usage), true)));
        if !self.extended_usage.is_empty() {
            extensions.push(extension(&ExtendedKeyUsage(self.extended_usage.clone()), false));
        }
        if !self.attributes.is_empty() {
            extensions.push(extension(&SubjectAltName(self.holder()), false));
        }
        extensions.extend(self.policy.map(|policy| extension(&policies(policy), true)));
        extensions.push(extension(&IssuerAltName(vec![GeneralName::DirectoryName(issuer)]), false));
        if self.kind == KeyKind::Authentication {
            extensions.push(extension(&status_service(), false));
        }
        extensions
    }

    /// The distribution point stands after the issuer's other name, before the status service.
    pub(super) fn distribution_point_at(&self) -> usize {
        self.authority_key_id_at() - usize::from(self.kind == KeyKind::Authentication)
    }

    /// The authority's key id stands last but for the subject's.
    pub(super) fn authority_key_id_at(&self) -> usize {
        self.extensions().len()
    }

    fn holder(&self) -> Vec<GeneralName> {
        let attribute = |(number, text): &(u8, String)| {
            let id = ObjectIdentifier::new("1.2.392.200149.8.5.5")
                .and_then(|base| base.push_arc(u32::from(*number)))
                .expect("a short identifier");
            other_name(id, text)
        };
        self.attributes.iter().map(attribute).collect()
    }
}

/// `EYYYYMMDD`: the era (1 Meiji to 5 Reiwa) and the Gregorian date.
fn birth_date(day: NaiveDate) -> String {
    format!("{}{}", era(day).0, day.format("%Y%m%d"))
}

/// The fifth birthday after a day; who is born on 29 February has it on 28 February in other years.
fn fifth_birthday(born: NaiveDate, issued_on: NaiveDate) -> NaiveDate {
    let birthday = |year| {
        born.with_year(year)
            .unwrap_or_else(|| born.pred_opt().unwrap_or(born).with_year(year).unwrap_or(born))
    };
    let had_one = birthday(issued_on.year()) <= issued_on;
    birthday(issued_on.year() + if had_one { 5 } else { 4 })
}

/// An instant of Japan's clock (UTC+9, no summer time).
fn japan(day: NaiveDate, hour: i64, minute: i64) -> DateTime<Utc> {
    day.and_time(chrono::NaiveTime::MIN).and_utc() + TimeDelta::minutes((hour - 9) * 60 + minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn a_certificate_ends_with_the_fifth_birthday() {
        assert_eq!(fifth_birthday(day("1980-02-17"), day("2025-10-27")), day("2030-02-17"));
        assert_eq!(fifth_birthday(day("1980-02-17"), day("2025-02-16")), day("2029-02-17"));
        assert_eq!(fifth_birthday(day("1984-02-29"), day("2025-10-27")), day("2030-02-28"));
        assert_eq!(japan(day("2030-02-17"), 24, 0).to_rfc3339(), "2030-02-17T15:00:00+00:00");
    }

    #[test]
    fn the_era_goes_before_the_gregorian_date() {
        assert_eq!(birth_date(day("1980-02-17")), "319800217");
        assert_eq!(birth_date(day("1989-01-07")), "319890107");
        assert_eq!(birth_date(day("1989-01-08")), "419890108");
        assert_eq!(birth_date(day("2020-01-01")), "520200101");
    }
}
