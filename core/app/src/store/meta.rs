//! Single values of this installation, each under a name and sealed.

use rusqlite::OptionalExtension;
use serde::{Serialize, de::DeserializeOwned};
use yui_protocol::ErrorCode;

use super::{Party, Unit, failed};
use crate::error::AppResult;

/// The names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Meta {
    /// The last server time with the phone's readings ([`crate::Anchor`]).
    Anchor,
    /// How far a party's feed has been read.
    Cursor(Party),
    /// The place of the server's log that the last page of a party's feed showed.
    Shown(Party),
    /// The places that answers to a party showed since, in the order in which they came.
    Answered(Party),
    /// The version of this app that met a record it did not know in a party's feed.
    UnknownMet(Party),
    /// The town's configuration with its `ETag`.
    Town,
    /// Where the registration stands.
    Registration,
    /// The key that proves the phone's user, as the server was given it ([`yui_protocol::Thumbprint`]).
    UserKey,
    /// The phone's key that the server put away: the phone was removed ([`yui_protocol::Thumbprint`]).
    Removed,
    /// The shop this phone speaks for.
    PairedShop,
    /// The person's choice of language.
    Language,
    /// How the person wants the app to look.
    Preferences,
    /// The screen of registering on which she is.
    Registering,
    /// When a party's feed was last read to its end.
    SyncedAt(Party),
    /// The id of a wish to leave, with or without giving up the balance.
    Leaving(bool),
    /// The one-time code that was last resolved, and how.
    LastCode,
    /// The order at the till that this phone shows as a shop's.
    OpenTill,
    /// The payment or refund of a party that was begun last, until somebody saw how it ended.
    Unseen(Party),
    /// The shops that were met, as they were last seen.
    Shops,
    /// What she wants notified, and what she was told.
    Notices,
}

impl Meta {
    fn name(self) -> String {
        match self {
            Self::Anchor => "anchor".to_owned(),
            Self::Cursor(party) => format!("cursor/{}", party.word()),
            Self::Shown(party) => format!("shown/{}", party.word()),
            Self::Answered(party) => format!("answered/{}", party.word()),
            Self::UnknownMet(party) => format!("unknown/{}", party.word()),
            Self::Town => "town".to_owned(),
            Self::Registration => "registration".to_owned(),
            Self::UserKey => "user-key".to_owned(),
            Self::Removed => "removed".to_owned(),
            Self::PairedShop => "paired-shop".to_owned(),
            Self::Language => "language".to_owned(),
            Self::Preferences => "preferences".to_owned(),
            Self::Registering => "registering".to_owned(),
            Self::SyncedAt(party) => format!("synced/{}", party.word()),
            Self::Leaving(true) => "leaving-for-nothing".to_owned(),
            Self::Leaving(false) => "leaving".to_owned(),
            Self::LastCode => "last-code".to_owned(),
            Self::OpenTill => "open-till".to_owned(),
            Self::Unseen(party) => format!("unseen/{}", party.word()),
            Self::Shops => "shops".to_owned(),
            Self::Notices => "notices".to_owned(),
        }
    }
}

impl Unit<'_> {
    /// The value under a name.
    pub(crate) fn meta<T: DeserializeOwned>(&self, meta: Meta) -> AppResult<Option<T>> {
        let name = meta.name();
        let sealed: Option<Vec<u8>> = self
            .connection
            .query_row("SELECT sealed FROM meta WHERE name = ?1", [&name], |row| row.get(0))
            .optional()
            .map_err(failed)?;
        sealed.map(|sealed| self.open(&format!("meta/{name}"), &sealed)).transpose()
    }

    /// The same of what a newer app may have written in words that this one does not know: none then.
    pub(crate) fn meta_if_known<T: DeserializeOwned>(&self, meta: Meta) -> AppResult<Option<T>> {
        let value: Option<serde_json::Value> = self.meta(meta)?;
        Ok(value.and_then(|value| serde_json::from_value(value).ok()))
    }

    /// Keeps a value under a name, in place of an older one.
    pub(crate) fn put_meta<T: Serialize>(&self, meta: Meta, value: &T) -> AppResult<()> {
        let name = meta.name();
        let sealed = self.seal(&format!("meta/{name}"), value)?;
        self.connection
            .execute("INSERT OR REPLACE INTO meta (name, sealed) VALUES (?1, ?2)", (name, sealed))
            .map(drop)
            .map_err(failed)
    }

    /// Forgets the value under a name.
    pub(crate) fn drop_meta(&self, meta: Meta) -> AppResult<()> {
        self.connection.execute("DELETE FROM meta WHERE name = ?1", [meta.name()]).map(drop).map_err(failed)
    }

    /// Forgets what the feed brought to a party; what waits in the outbox stays.
    pub(crate) fn forget_records(&self, party: Party) -> AppResult<()> {
        let sql = "DELETE FROM record WHERE party = ?1";
        self.connection.execute(sql, [party.word()]).map(drop).map_err(failed)
    }

    /// Forgets all that is known of a party: records, outbox, cursor, and what a person was told.
    pub(crate) fn forget_party(&self, party: Party) -> AppResult<()> {
        self.forget_records(party)?;
        self.connection.execute("DELETE FROM outbox WHERE party = ?1", [party.word()]).map_err(failed)?;
        if party == Party::Person {
            self.drop_meta(Meta::Notices)?;
        }
        [
            Meta::Cursor(party),
            Meta::Shown(party),
            Meta::Answered(party),
            Meta::UnknownMet(party),
            Meta::SyncedAt(party),
            Meta::Unseen(party),
        ]
        .into_iter()
        .try_for_each(|meta| self.drop_meta(meta))
    }

    pub(super) fn seal<T: Serialize>(&self, place: &str, value: &T) -> AppResult<Vec<u8>> {
        let plain = serde_json::to_vec(value).map_err(|_| ErrorCode::StorageFailed)?;
        self.sealer.seal(place, &plain)
    }

    pub(super) fn open<T: DeserializeOwned>(&self, place: &str, sealed: &[u8]) -> AppResult<T> {
        let plain = self.sealer.open_at(place, sealed)?;
        serde_json::from_slice(&plain).map_err(|_| ErrorCode::StorageFailed.into())
    }
}
