//! BER-TLV as the card's files use it: tags of one or two bytes, lengths of up to two bytes in long form.
//!
//! Input comes from a card that may be anything, so every length is checked against what is there.

/// The largest file this crate reads; the largest of the card's that it may read is below 2 KiB.
pub const LARGEST_FILE: usize = 8 * 1024;

/// The most bytes a header has: a tag of two and a length of three.
pub const LONGEST_HEADER: usize = 5;

/// A tag-length-value whose value lies in the input.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Tlv<'a> {
    /// The tag, its bytes big-endian: `DF22` is `0xDF22`.
    pub tag: u16,
    /// The value.
    pub value: &'a [u8],
}

/// Tag, length of the header, length of the value. `None` when the header is cut off or of another form.
fn header(bytes: &[u8]) -> Option<(u16, usize, usize)> {
    let (&first, rest) = bytes.split_first()?;
    let (tag, rest) = if first & 0x1F == 0x1F {
        let (&second, rest) = rest.split_first()?;
        if second & 0x80 != 0 {
            return None;
        }
        (u16::from_be_bytes([first, second]), rest)
    } else {
        (u16::from(first), rest)
    };
    let (length, rest) = match *rest {
        [short @ 0..=0x7F, ref rest @ ..] => (usize::from(short), rest),
        [0x81, length, ref rest @ ..] => (usize::from(length), rest),
        [0x82, high, low, ref rest @ ..] => (usize::from(u16::from_be_bytes([high, low])), rest),
        _ => return None,
    };
    Some((tag, bytes.len() - rest.len(), length))
}

/// How many bytes the first TLV of a file has, header included, from its first bytes. `None` when they are no
/// TLV header, or the file would be larger than [`LARGEST_FILE`].
#[must_use]
pub fn file_length(start: &[u8]) -> Option<usize> {
    let (_, header, value) = header(start)?;
    Some(header + value).filter(|length| *length <= LARGEST_FILE)
}

/// Takes the first TLV and returns what follows it. `None` when it is cut off.
#[must_use]
pub fn take(bytes: &[u8]) -> Option<(Tlv<'_>, &[u8])> {
    let (tag, header, length) = header(bytes)?;
    let (value, rest) = bytes.get(header..)?.split_at_checked(length)?;
    Some((Tlv { tag, value }, rest))
}

/// All TLVs in a value, one after the other. `None` when the last one is cut off or there are more than `most`.
#[must_use]
pub fn all(mut bytes: &[u8], most: usize) -> Option<Vec<Tlv<'_>>> {
    let mut found = Vec::new();
    while !bytes.is_empty() {
        let (tlv, rest) = take(bytes)?;
        if found.len() == most {
            return None;
        }
        found.push(tlv);
        bytes = rest;
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_bytes_make_it_fall_over(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            if let Some((tlv, rest)) = take(&bytes) {
                prop_assert!(tlv.value.len() + rest.len() < bytes.len());
                prop_assert_eq!(file_length(&bytes), Some(bytes.len() - rest.len()));
            }
            let _ = all(&bytes, 16);
        }
    }

    #[test]
    fn lengths_in_short_and_long_form() {
        assert_eq!(file_length(&[0x30, 0x82, 0x06, 0xDA]), Some(1758));
        assert_eq!(file_length(&[0xFF, 0x20, 0x65]), Some(104));
        assert_eq!(file_length(&[0xFF, 0x40, 0x82, 0x00, 0x9F]), Some(164));
        assert_eq!(file_length(&[0x30, 0x81, 0x80]), Some(131));
        for bad in [
            &[0x30, 0x83, 0, 0, 1][..],
            &[0x30, 0x80],
            &[0x30],
            &[],
            &[0xFF, 0x81, 0x01, 0],
            &[0x30, 0x82, 0xFF, 0xFF],
        ] {
            assert_eq!(file_length(bad), None, "{bad:02X?}");
        }
    }
}
