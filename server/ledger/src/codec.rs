//! Variable-length integers (LEB128, signed ones zigzag) in their one shortest form, for the parts of a row
//! that would be too wide as columns.

/// Writes the parts one after the other.
#[derive(Default)]
pub(crate) struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    pub(crate) fn unsigned(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.bytes.push(value.to_le_bytes()[0] | 0x80);
            value >>= 7;
        }
        self.bytes.push(value.to_le_bytes()[0]);
    }

    pub(crate) fn signed(&mut self, value: i64) {
        let zigzag = (value << 1) ^ (value >> 63);
        self.unsigned(u64::from_le_bytes(zigzag.to_le_bytes()));
    }

    pub(crate) fn count(&mut self, items: usize) {
        self.unsigned(items as u64);
    }

    pub(crate) fn fixed(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    pub(crate) fn text(&mut self, bytes: &[u8]) {
        self.count(bytes.len());
        self.fixed(bytes);
    }
}

/// Reads them back; `None` from any step means that the bytes were not written by [`Writer`].
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    pub(crate) fn unsigned(&mut self) -> Option<u64> {
        let mut value = 0u64;
        for shift in (0..64).step_by(7) {
            let (&byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            let part = u64::from(byte & 0x7F);
            if part.leading_zeros() < shift {
                return None;
            }
            value |= part << shift;
            if byte & 0x80 == 0 {
                let shortest = byte != 0 || shift == 0;
                return shortest.then_some(value);
            }
        }
        None
    }

    pub(crate) fn signed(&mut self) -> Option<i64> {
        let zigzag = self.unsigned()?;
        let magnitude = i64::from_le_bytes((zigzag >> 1).to_le_bytes());
        Some(if zigzag & 1 == 0 { magnitude } else { !magnitude })
    }

    /// A count of things that take at least one byte each, so that it cannot ask for more than there is.
    pub(crate) fn count(&mut self) -> Option<usize> {
        let count = usize::try_from(self.unsigned()?).ok()?;
        (count <= self.rest.len()).then_some(count)
    }

    pub(crate) fn fixed<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, rest) = self.rest.split_first_chunk::<N>()?;
        self.rest = rest;
        Some(*head)
    }

    pub(crate) fn text(&mut self) -> Option<&'a [u8]> {
        let length = self.count()?;
        let (head, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(head)
    }

    /// Whether everything was read.
    pub(crate) fn done(&self) -> Option<()> {
        self.rest.is_empty().then_some(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn integers_and_texts_come_back(u in any::<u64>(), i in any::<i64>(), text in any::<Vec<u8>>()) {
            let mut writer = Writer::default();
            writer.unsigned(u);
            writer.signed(i);
            writer.text(&text);
            let bytes = writer.into_bytes();
            let mut reader = Reader::new(&bytes);
            prop_assert_eq!(reader.unsigned(), Some(u));
            prop_assert_eq!(reader.signed(), Some(i));
            prop_assert_eq!(reader.text(), Some(&text[..]));
            prop_assert_eq!(reader.done(), Some(()));
        }

        #[test]
        fn what_can_be_read_has_one_spelling(bytes in prop::collection::vec(any::<u8>(), 0..12)) {
            let mut reader = Reader::new(&bytes);
            if let Some(value) = reader.unsigned() {
                let mut writer = Writer::default();
                writer.unsigned(value);
                let again = writer.into_bytes();
                prop_assert_eq!(&bytes[..again.len()], &again[..]);
            }
        }
    }

    #[test]
    fn the_ends_of_the_range_come_back() {
        for value in [0, 1, -1, i64::MAX, i64::MIN, i64::MIN + 1] {
            let mut writer = Writer::default();
            writer.signed(value);
            assert_eq!(Reader::new(&writer.into_bytes()).signed(), Some(value));
        }
    }
}
