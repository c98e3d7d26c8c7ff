//! The tag-length-value text of merchant codes (EMV QRCPS merchant-presented mode 1.1, §3).
//!
//! Two digits of tag, two digits of length, the value. Lengths count characters, not bytes: a Japanese shop
//! name of 8 characters has length `08`. The checksum is over the bytes of the text in UTF-8.

use std::fmt::Write;

use crc::{CRC_16_IBM_3740, Crc};

use crate::ErrorCode;

/// CRC-16/CCITT-FALSE (ISO/IEC 13239 with initial value FFFF).
const CHECKSUM: Crc<u16> = Crc::<u16>::new(&CRC_16_IBM_3740);

/// The tag of the checksum, always the last.
pub(super) const CHECKSUM_TAG: u8 = 63;

/// Tag and length of the checksum, which it covers.
const CHECKSUM_HEAD: &str = "6304";

/// The fields of one level, in the order read.
#[derive(Debug)]
pub(super) struct Fields<'a>(Vec<(u8, &'a str)>);

impl<'a> Fields<'a> {
    /// Reads a level to its end: `qr_malformed` for anything but ASCII digits in a head, a length that is zero
    /// or runs over the end, or a tag that comes twice.
    pub(super) fn parse(text: &'a str) -> Result<Self, ErrorCode> {
        let mut fields = Vec::new();
        let mut seen = 0_u128;
        let mut rest = text;
        while !rest.is_empty() {
            let tag = two_digits(rest)?;
            let length = two_digits(&rest[2..])?;
            rest = &rest[4..];
            let end = end_of(rest, usize::from(length)).ok_or(ErrorCode::QrMalformed)?;
            if length == 0 || seen & (1 << tag) != 0 {
                return Err(ErrorCode::QrMalformed);
            }
            seen |= 1 << tag;
            fields.push((tag, &rest[..end]));
            rest = &rest[end..];
        }
        Ok(Self(fields))
    }

    /// The fields as read.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u8, &'a str)> + '_ {
        self.0.iter().copied()
    }

    /// The value of a tag, when it is there.
    pub(super) fn get(&self, tag: u8) -> Option<&'a str> {
        self.iter().find_map(|(t, value)| (t == tag).then_some(value))
    }

    /// The value of a tag that must be there.
    pub(super) fn require(&self, tag: u8) -> Result<&'a str, ErrorCode> {
        self.get(tag).ok_or(ErrorCode::QrMalformed)
    }

    /// The last tag.
    pub(super) fn last_tag(&self) -> Option<u8> {
        self.0.last().map(|(tag, _)| *tag)
    }
}

/// The number in the first two characters, which must be ASCII digits.
fn two_digits(text: &str) -> Result<u8, ErrorCode> {
    match text.as_bytes() {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9', ..] => Ok((tens - b'0') * 10 + (ones - b'0')),
        _ => Err(ErrorCode::QrMalformed),
    }
}

/// Where the first `count` characters end, in bytes.
fn end_of(text: &str, count: usize) -> Option<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).nth(count)
}

/// Whether the text ends with its right checksum, in upper case.
pub(super) fn checksum_fits(text: &str) -> bool {
    text.len()
        .checked_sub(4)
        .and_then(|at| Some((text.get(..at)?, text.get(at..)?)))
        .is_some_and(|(covered, checksum)| checksum == checksum_of(covered))
}

fn checksum_of(covered: &str) -> String {
    format!("{:04X}", CHECKSUM.checksum(covered.as_bytes()))
}

/// Writes one level.
#[derive(Default)]
pub(super) struct Level(String);

impl Level {
    /// Adds a field of 1 to 99 characters; an empty one is left out.
    pub(super) fn field(mut self, tag: u8, value: &str) -> Self {
        let length = value.chars().count();
        debug_assert!(length < 100, "a field has two digits of length");
        if length > 0 {
            // Writing to a String cannot fail.
            let _ = write!(self.0, "{tag:02}{length:02}{value}");
        }
        self
    }

    /// The bytes written so far.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The text, as a value of the level above.
    pub(super) fn nested(self) -> String {
        self.0
    }

    /// The finished code with its checksum.
    pub(super) fn finish(mut self) -> String {
        self.0.push_str(CHECKSUM_HEAD);
        let checksum = checksum_of(&self.0);
        self.0 + &checksum
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lengths_count_characters() {
        let fields = Fields::parse("0108メルペイ カフェ0202ab").expect("two fields");
        assert_eq!(fields.iter().collect::<Vec<_>>(), [(1, "メルペイ カフェ"), (2, "ab")]);
    }

    #[test]
    fn what_is_no_level_is_refused() {
        for wrong in
            ["0", "000", "0001", "0002a", "0000", "００01a", "0x01a", "00+1a", "0001a0001b", "0001aZ"]
        {
            assert_eq!(Fields::parse(wrong).err(), Some(ErrorCode::QrMalformed), "{wrong}");
        }
    }

    /// The check value of the CRC catalogue for "123456789".
    #[test]
    fn the_checksum_is_ccitt_false() {
        assert_eq!(checksum_of("123456789"), "29B1");
    }

    proptest! {
        #[test]
        fn a_level_comes_back(values in proptest::collection::vec("\\PC{1,99}", 1..20)) {
            let level = values.iter().zip(0..).fold(Level::default(), |level, (value, tag)| level.field(tag, value));
            let text = level.nested();
            let fields = Fields::parse(&text).expect("what was written");
            prop_assert_eq!(fields.iter().map(|(_, value)| value).collect::<Vec<_>>(), values);
        }
    }
}
