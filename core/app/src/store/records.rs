//! Typed records of the feed, whole and sealed, with their order and state in the clear.

use chrono::NaiveDate;
use rusqlite::OptionalExtension;
use serde::{Serialize, de::DeserializeOwned};
use yui_protocol::{ErrorCode, Millis};

use super::{Unit, failed};
use crate::error::AppResult;

/// Who this phone speaks for, and whose feed it reads: it can be both at once.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(crate) enum Party {
    /// The resident.
    Person,
    /// The paired shop.
    Shop,
}

impl Party {
    /// The word in the file.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Shop => "shop",
        }
    }

    pub(super) fn from_word(word: &str) -> Self {
        match word {
            "shop" => Self::Shop,
            _ => Self::Person,
        }
    }
}

/// The name of a record.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RecordKey<'a> {
    /// Whose.
    pub(crate) party: Party,
    /// The type's word on the wire.
    pub(crate) kind: &'a str,
    /// Its id; empty where there is one only.
    pub(crate) id: &'a str,
}

impl RecordKey<'_> {
    fn place(&self) -> String {
        format!("record/{}/{}/{}", self.party.word(), self.kind, self.id)
    }
}

/// What of a record is in the clear.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'a> {
    /// The ledger row.
    pub(crate) seq: i64,
    /// The server's time.
    pub(crate) at: Millis,
    /// Where it stands, as a word.
    pub(crate) state: &'a str,
}

/// A record with what orders it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Found<T> {
    /// The ledger row.
    pub(crate) seq: i64,
    /// The record.
    pub(crate) value: T,
}

impl Unit<'_> {
    /// The record of this name.
    pub(crate) fn record<T: DeserializeOwned>(&self, key: RecordKey<'_>) -> AppResult<Option<Found<T>>> {
        let found: Option<(i64, Vec<u8>)> = self
            .connection
            .query_row(
                "SELECT seq, sealed FROM record WHERE party = ?1 AND kind = ?2 AND id = ?3",
                (key.party.word(), key.kind, key.id),
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()
            .map_err(failed)?;
        found.map(|(seq, sealed)| Ok(Found { seq, value: self.open(&key.place(), &sealed)? })).transpose()
    }

    /// Keeps a record in place of what was known.
    pub(crate) fn put_record<T: Serialize>(
        &self,
        key: RecordKey<'_>,
        row: Row<'_>,
        value: &T,
    ) -> AppResult<()> {
        let sealed = self.seal(&key.place(), value)?;
        self.connection
            .execute(
                "INSERT OR REPLACE INTO record (party, kind, id, seq, at, state, sealed) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                (key.party.word(), key.kind, key.id, row.seq, row.at.0, row.state, sealed),
            )
            .map(drop)
            .map_err(failed)
    }

    /// Records of a kind, newest first: those from `since` on and before `before` (a row's time and number),
    /// at most `limit`.
    pub(crate) fn records<T: DeserializeOwned>(
        &self,
        party: Party,
        kind: &str,
        since: Millis,
        before: (Millis, i64),
        limit: usize,
    ) -> AppResult<Vec<T>> {
        let mut statement = self
            .connection
            .prepare_cached(
                "SELECT id, sealed FROM record WHERE party = ?1 AND kind = ?2 AND at >= ?3 AND (at, seq) < (?4, ?5) \
                 ORDER BY at DESC, seq DESC LIMIT ?6",
            )
            .map_err(failed)?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows = statement
            .query_map((party.word(), kind, since.0, before.0.0, before.1, limit), |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, Vec<u8>>(1)?))
            })
            .map_err(failed)?;
        rows.map(|row| {
            let (id, sealed) = row.map_err(failed)?;
            self.open(&RecordKey { party, kind, id: &id }.place(), &sealed)
        })
        .collect()
    }

    /// Every record of a kind, newest first.
    pub(crate) fn all_records<T: DeserializeOwned>(&self, party: Party, kind: &str) -> AppResult<Vec<T>> {
        self.records(party, kind, Millis(i64::MIN), (Millis(i64::MAX), i64::MAX), usize::MAX)
    }

    /// The months in Japan of which there are records of a kind, by their first day, newest first.
    pub(crate) fn months(&self, party: Party, kind: &str) -> AppResult<Vec<NaiveDate>> {
        let mut statement = self
            .connection
            .prepare_cached(
                "SELECT DISTINCT date(at / 1000, 'unixepoch', '+9 hours', 'start of month') FROM record \
                 WHERE party = ?1 AND kind = ?2 ORDER BY 1 DESC",
            )
            .map_err(failed)?;
        let rows =
            statement.query_map((party.word(), kind), |row| row.get::<_, String>(0)).map_err(failed)?;
        rows.map(|row| row.map_err(failed)?.parse().map_err(|_| ErrorCode::StorageFailed.into())).collect()
    }

    /// Forgets every record of a kind.
    pub(crate) fn drop_records(&self, party: Party, kind: &str) -> AppResult<()> {
        self.connection
            .execute("DELETE FROM record WHERE party = ?1 AND kind = ?2", (party.word(), kind))
            .map(drop)
            .map_err(failed)
    }
}
