//! The parts of `detail` and `parts`: numbers of variable length, texts and ids, one after the other
//! (docs/ledger-format.md, "Numbers in bytes").

/// Bytes that are read from the front; `None` from a step says that they are not in the format.
pub(crate) struct Bytes<'b>(pub(crate) &'b [u8]);

impl<'b> Bytes<'b> {
    /// Seven bits a byte, the lowest first, the top bit of all but the last byte set, in the shortest form.
    pub(crate) fn unsigned(&mut self) -> Option<u64> {
        let end = self.0.iter().position(|byte| byte & 0x80 == 0)?;
        let (number, rest) = self.0.split_at(end + 1);
        self.0 = rest;
        if number.len() > 1 && number.last() == Some(&0) {
            return None;
        }
        let value = number.iter().rev().try_fold(0u128, |value, byte| {
            let value = value << 7 | u128::from(byte & 0x7f);
            (value <= u128::from(u64::MAX)).then_some(value)
        });
        u64::try_from(value?).ok()
    }

    /// 0, -1, 1, -2, … as 0, 1, 2, 3, …
    pub(crate) fn signed(&mut self) -> Option<i64> {
        let folded = i128::from(self.unsigned()?);
        let value = if folded % 2 == 0 { folded / 2 } else { -(folded + 1) / 2 };
        i64::try_from(value).ok()
    }

    /// How many things follow, of which each takes a byte at least.
    pub(crate) fn count(&mut self) -> Option<usize> {
        usize::try_from(self.unsigned()?).ok().filter(|count| *count <= self.0.len())
    }

    pub(crate) fn fixed<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*taken)
    }

    /// Bytes after their length.
    pub(crate) fn counted(&mut self) -> Option<&'b [u8]> {
        let count = self.count()?;
        let (taken, rest) = self.0.split_at(count);
        self.0 = rest;
        Some(taken)
    }

    /// A list after its length.
    pub(crate) fn list<T>(&mut self, one: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        (0..self.count()?).map(|_| one(self)).collect()
    }

    pub(crate) fn end(&self) -> Option<()> {
        self.0.is_empty().then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_the_format_says() {
        for (bytes, unsigned) in [
            (&[0][..], Some(0)),
            (&[0x7f], Some(127)),
            (&[0x80, 0x01], Some(128)),
            (&[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01], Some(u64::MAX)),
            (&[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x02], None),
            (&[0x80, 0x00], None),
            (&[0x80], None),
            (&[], None),
        ] {
            assert_eq!(Bytes(bytes).unsigned(), unsigned, "{bytes:?}");
        }
        for (bytes, signed) in [
            (&[0][..], 0),
            (&[1], -1),
            (&[2], 1),
            (&[3], -2),
            (&[0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01], i64::MAX),
            (&[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01], i64::MIN),
        ] {
            assert_eq!(Bytes(bytes).signed(), Some(signed), "{bytes:?}");
        }
        assert_eq!(Bytes(&[3, b'a', b'b', b'c', 9]).counted(), Some(&b"abc"[..]));
        assert_eq!(Bytes(&[4, b'a', b'b', b'c']).counted(), None);
        assert_eq!(Bytes(&[2, 2, 4]).list(Bytes::signed), Some(vec![1, 2]));
    }
}
