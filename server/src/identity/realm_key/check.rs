//! Which key a realm's store was written under. Cards, references and likenesses are found again only under that key,
//! so a store is never opened under another: not after a restore onto a new machine, and not by a second server over
//! the same PostgreSQL. The store keeps a keyed hash of nothing, which only that key gives.

use std::{path::Path, sync::Arc};

use yui_store::{Clock, Store, StoreError, StoreUrl, UnitError};

use super::{RealmKey, file::FileError};
use crate::{StartError, installation};

/// Why a realm's key is not to be used with its store.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The store has people in it, and their key is not here.
    #[error(
        "{0} is missing, and the realm's data can only be read with it. Put the key back that belongs to this data: \
         it was kept apart from the backup, and every server over one database needs the same. No new one was made"
    )]
    Missing(String),
    /// The store was written under another key.
    #[error(
        "the realm's key is not the one this data was written with. Put the right realm.key in its place: it was \
         kept apart from the backup, and every server over one database needs the same. Nothing was changed"
    )]
    Other,
    /// The key's file cannot be read or made, or others may read it.
    #[error("{0}: {1}")]
    File(String, FileError),
}

/// The key in the file at `path`. It is made when there is none, both stores are where they belong, and the realm's was
/// never written.
pub async fn load(
    path: &Path,
    town: &StoreUrl,
    realm: &StoreUrl,
    clock: Arc<dyn Clock>,
) -> Result<RealmKey, StartError> {
    let file = |error| KeyError::File(path.display().to_string(), error);
    if let Some(key) = RealmKey::load(path).map_err(file)? {
        return Ok(key);
    }
    installation::check_realm(town, realm).await?;
    if is_written(realm, clock).await? {
        return Err(KeyError::Missing(path.display().to_string()).into());
    }
    Ok(RealmKey::create(path).map_err(|error| file(error.into()))?)
}

/// Whether a realm's store is there and was written under some key.
async fn is_written(realm: &StoreUrl, clock: Arc<dyn Clock>) -> Result<bool, StartError> {
    if !yui_store::exists(realm).await.map_err(|error| StartError::Store("realm", error))? {
        return Ok(false);
    }
    let store = crate::open_realm(realm.clone(), clock).await?;
    let written = kept(&store).await;
    store.close().await;
    Ok(written?.is_some())
}

/// Refuses any other key than the store's own; nothing is written.
pub async fn check(realm: &Store, key: &RealmKey) -> Result<(), StartError> {
    match kept(realm).await? {
        Some(kept) if kept != noted_as(key) => Err(KeyError::Other.into()),
        _ => Ok(()),
    }
}

/// The keyed hash of nothing.
fn noted_as(key: &RealmKey) -> String {
    key.hash("yui/key-check/v1", &[])
}

/// Lets this key be the store's when it has none yet; refuses any other than its own.
///
/// A server that stands by over a store that has none yet cannot note its own; it is looked at again when it leads.
pub async fn confirm(realm: &Store, key: &RealmKey) -> Result<(), StartError> {
    let check = noted_as(key);
    let kept = match kept(realm).await? {
        Some(kept) => kept,
        None => match note(realm, check.clone()).await {
            Ok(kept) => kept,
            Err(UnitError::Failed(error)) => {
                return Err(StartError::Store("realm", StoreError::Statement(error)));
            }
            Err(_) => return Ok(()),
        },
    };
    if kept == check { Ok(()) } else { Err(KeyError::Other.into()) }
}

async fn kept(realm: &Store) -> Result<Option<String>, StoreError> {
    let row = realm.reader().sql("SELECT key_check FROM realm_key").fetch_optional().await?;
    row.map(|row| row.get("key_check")).transpose()
}

/// Notes the first key; answers the one that counts, which may be another's who came first.
async fn note(realm: &Store, check: String) -> Result<String, UnitError> {
    let noted = realm.writer().run(move |unit| {
        Box::pin(async move {
            unit.sql("INSERT INTO realm_key (one, key_check) VALUES (1, $1) ON CONFLICT (one) DO NOTHING")
                .bind(check)
                .execute()
                .await?;
            unit.fact("identity.realm_key_noted", None);
            let row = unit.sql("SELECT key_check FROM realm_key").fetch_one().await?;
            Ok(row.get("key_check")?)
        })
    });
    noted.await
}
