//! The four attributes (基本4情報) of the text application, EF 0002: `FF20 { DF21 offsets, DF22 name, DF23 address,
//! DF24 birth date, DF25 sex }`.

use std::fmt;

use chrono::NaiveDate;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::tlv;

/// Sex as the card writes it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sex {
    /// `1`, male.
    Male,
    /// `2`, female.
    Female,
    /// `9` or `0`, not stated.
    NotStated,
}

/// Name, address, birth date and sex, unproved: who holds the card and its PIN says so, and a program could have
/// changed them on the way. They fill in forms; the signature certificate proves them.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct Attributes {
    /// The name, family name first, parted by U+3000.
    pub name: String,
    /// The address; its numbers are full-width.
    pub address: String,
    /// The birth date, `YYYYMMDD` in the Gregorian calendar. Day and month may be `00` where they are unknown.
    pub birth_date: String,
    /// Sex.
    #[zeroize(skip)]
    pub sex: Sex,
}

impl Attributes {
    const FILE: u16 = 0xFF20;
    const NAME: u16 = 0xDF22;
    const ADDRESS: u16 = 0xDF23;
    const BIRTH_DATE: u16 = 0xDF24;
    const SEX: u16 = 0xDF25;
    /// More fields than any card has; further tags are passed over.
    const MOST_FIELDS: usize = 16;

    /// Reads the file; bytes after the first TLV are filler. `None` when a field is missing, stands twice or
    /// does not read.
    #[must_use]
    pub fn parse(file: &[u8]) -> Option<Self> {
        let (outer, _filler) = tlv::take(file)?;
        if outer.tag != Self::FILE {
            return None;
        }
        let fields = tlv::all(outer.value, Self::MOST_FIELDS)?;
        let field = |tag| {
            let mut found = fields.iter().filter(|field| field.tag == tag);
            found.next().filter(|_| found.next().is_none()).map(|field| field.value)
        };
        let birth_date = text(field(Self::BIRTH_DATE)?)?;
        if birth_date.len() != 8 || !birth_date.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let sex = match field(Self::SEX)? {
            b"1" => Sex::Male,
            b"2" => Sex::Female,
            b"9" | b"0" => Sex::NotStated,
            _ => return None,
        };
        Some(Self { name: text(field(Self::NAME)?)?, address: text(field(Self::ADDRESS)?)?, birth_date, sex })
    }

    /// The birth date as a day; `None` where day or month are unknown.
    #[must_use]
    pub fn birth_day(&self) -> Option<NaiveDate> {
        NaiveDate::parse_from_str(&self.birth_date, "%Y%m%d").ok()
    }
}

/// Text without control characters, not empty.
fn text(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    (!text.is_empty() && !text.chars().any(char::is_control)).then(|| text.to_owned())
}

/// Shows none of it.
impl fmt::Debug for Attributes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Attributes(…)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn field(tag: u8, value: &[u8]) -> Vec<u8> {
        let length = u8::try_from(value.len()).expect("short");
        [&[0xDF, tag, 0x81, length], value].concat()
    }

    fn file(name: &str, address: &str, birth: &str, sex: &str) -> Vec<u8> {
        let body = [field(0x22, name.as_bytes()), field(0x23, address.as_bytes())].concat();
        let body = [body, field(0x24, birth.as_bytes()), field(0x25, sex.as_bytes())].concat();
        let [high, low] = u16::try_from(body.len()).expect("short").to_be_bytes();
        [&[0xFF, 0x20, 0x82, high, low][..], &body].concat()
    }

    #[test]
    fn the_wide_space_of_a_name_stays() {
        let bytes = file("田中　花子", "長崎県大村市玖島１丁目２５番地", "19850412", "2");
        let read = Attributes::parse(&bytes).expect("a good file");
        assert_eq!((read.name.as_str(), read.sex), ("田中　花子", Sex::Female));
        assert_eq!(read.birth_day(), NaiveDate::from_ymd_opt(1985, 4, 12));
        assert_eq!(format!("{read:?}"), "Attributes(…)");
        let with_filler = [&bytes[..], &[0xFF, 0xFF]].concat();
        assert_eq!(Attributes::parse(&with_filler), Some(read.clone()));
    }

    #[test]
    fn a_birth_date_may_be_known_only_in_part() {
        let read = Attributes::parse(&file("田中　花子", "大村市", "19400000", "9")).expect("a good file");
        assert_eq!((read.birth_day(), read.sex), (None, Sex::NotStated));
    }

    #[test]
    fn a_missing_doubled_or_broken_field_is_refused() {
        assert_eq!(Attributes::parse(&file("", "大村市", "19850412", "2")), None);
        assert_eq!(Attributes::parse(&file("田中", "大村\n市", "19850412", "2")), None);
        assert_eq!(Attributes::parse(&file("田中", "大村市", "1985041", "2")), None);
        assert_eq!(Attributes::parse(&file("田中", "大村市", "19850412", "3")), None);
        let mut doubled = file("田中", "大村市", "19850412", "2");
        let extra = field(0x25, b"1");
        doubled[4] += u8::try_from(extra.len()).expect("short");
        doubled.extend(extra);
        assert_eq!(Attributes::parse(&doubled), None);
        let mut not_utf8 = file("田中", "大村市", "19850412", "2");
        not_utf8[9] = 0xFF;
        assert_eq!(Attributes::parse(&not_utf8), None);
    }

    proptest! {
        #[test]
        fn a_good_file_with_wrong_bytes_never_makes_it_fall_over(
            cut in 0usize..90, at in 0usize..90, value: u8,
        ) {
            let mut bytes = file("田中　花子", "長崎県大村市玖島１丁目２５番地", "19850412", "2");
            if let Some(byte) = bytes.get_mut(at) {
                *byte = value;
            }
            bytes.truncate(bytes.len().saturating_sub(cut));
            let _ = Attributes::parse(&bytes);
        }

        #[test]
        fn what_a_card_writes_is_read(name in "[一-龠]{1,8}　[一-龠]{1,8}", address in "[一-龠０-９]{1,40}") {
            let read = Attributes::parse(&file(&name, &address, "19850412", "1")).expect("a good file");
            prop_assert_eq!((&read.name, &read.address), (&name, &address));
        }
    }
}
