//! Where a reader of the feed stands: opaque to it, to us the last row it was shown and a mark of the log up to there.

use yui_protocol::{Base64Url, ErrorCode};

/// The form of today's cursors.
const VERSION: u8 = 2;

/// How many bytes of a commit's hash mark it.
const MARK: usize = 8;

/// After a row of a log.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Cursor {
    /// The row; 0 before the first.
    pub(crate) seq: i64,
    /// The beginning of the hash of the row's commit, which depends on all rows up to there: another log, such as that
    /// of a restored backup which went on otherwise, has another one.
    pub(super) mark: [u8; MARK],
}

impl Cursor {
    /// After row `seq`, whose commit has this hash.
    pub(super) fn new(seq: i64, hash: &[u8; 32]) -> Self {
        let mut mark = [0; MARK];
        mark.copy_from_slice(&hash[..MARK]);
        Self { seq, mark }
    }

    /// Its text.
    pub(super) fn write(self) -> String {
        Base64Url::encode(&[&[VERSION], &self.seq.to_be_bytes()[..], &self.mark].concat())
    }

    /// The cursor of a text: `malformed_request` when it is none of ours.
    pub(crate) fn read(text: &str) -> Result<Self, ErrorCode> {
        Base64Url::decode(text).as_deref().and_then(Self::from_bytes).ok_or(ErrorCode::MalformedRequest)
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (&VERSION, rest) = bytes.split_first()? else { return None };
        let (seq, mark) = rest.split_first_chunk()?;
        let seq = Some(i64::from_be_bytes(*seq)).filter(|seq| *seq >= 0)?;
        Some(Self { seq, mark: mark.try_into().ok()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_comes_back_and_nothing_else_does() {
        for seq in [0, 1, i64::MAX] {
            let cursor = Cursor::new(seq, &[7; 32]);
            assert_eq!(Cursor::read(&cursor.write()), Ok(cursor));
        }
        let negative = Cursor::new(-1, &[7; 32]).write();
        for wrong in ["", "1", "AQ", "AQAAAAAAAAAB", "AgAAAAAAAAAB", &negative, "a cursor"] {
            assert_eq!(Cursor::read(wrong), Err(ErrorCode::MalformedRequest), "{wrong}");
        }
    }
}
