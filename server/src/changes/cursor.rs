//! Where a reader of the feed stands: opaque to it, to us the last row it was shown and a mark of the log up to there.

use yui_protocol::{
    Base64Url, ErrorCode,
    changes::{LogPlace, Record},
    command::CommandAnswer,
};
use yui_store::{Db, StoreError};

use crate::state::Yui;

const COMMIT_OF: &str = "SELECT hash FROM batch WHERE last_seq >= $1 ORDER BY last_seq LIMIT 1";

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

    /// The cursor after a row of this log.
    pub(super) async fn after(db: &Db, seq: i64) -> Result<Self, StoreError> {
        let commit = if seq == 0 { None } else { db.sql(COMMIT_OF).bind(seq).fetch_optional().await? };
        let hash = commit.map_or(Ok([0; 32]), |row| row.get("hash"))?;
        Ok(Self::new(seq, &hash))
    }

    /// Whether it is of this log. One that was given out in a future which a restored backup has put back is of
    /// another log, wherever it stands.
    pub(super) async fn is_of(self, db: &Db) -> Result<bool, StoreError> {
        Ok(Self::after(db, self.seq).await? == self)
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (&VERSION, rest) = bytes.split_first()? else { return None };
        let (seq, mark) = rest.split_first_chunk()?;
        let seq = Some(i64::from_be_bytes(*seq)).filter(|seq| *seq >= 0)?;
        Some(Self { seq, mark: mark.try_into().ok()? })
    }
}

/// The place in the log after a row.
pub(super) async fn place(db: &Db, seq: i64) -> Result<LogPlace, StoreError> {
    Ok(LogPlace { seq, cursor: Cursor::after(db, seq).await?.write() })
}

/// How much of the log the answer to a command shows: its own row, and what its party has now. None where the store
/// does not say; the act is done all the same.
pub(crate) async fn shown(yui: &Yui, answer: &CommandAnswer) -> Option<LogPlace> {
    let rows = answer.records.iter().map(|record| match record {
        Record::Wallet(wallet) => wallet.seq,
        Record::Takings(takings) => takings.seq,
        _ => answer.seq,
    });
    let seq = rows.fold(answer.seq, i64::max);
    match yui.town.recent_hash(seq) {
        Some(hash) => Some(LogPlace { seq, cursor: Cursor::new(seq, &hash).write() }),
        None => place(yui.town.reader(), seq).await.ok(),
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
