//! Town and realm belong together: each store keeps the id under which they were paired at their first start. A store that
//! is new while the other is not is one that was not found (a disk that is not mounted, a restore of one half): a server
//! that went on would say that nobody owns anything.

pub(crate) mod data;

use yui_protocol::{Base64Url, ErrorCode};
use yui_store::{Db, Standing, StoreError};

use crate::{StartError, random::random, state::Yui};

/// What a store knows.
struct Paired {
    id: String,
    /// Whether the town's store was seen to hold the id, too; a start may have been cut off between the two.
    whole: bool,
}

async fn read(store: &Db, town: &str) -> Result<Option<Paired>, StoreError> {
    let row =
        store.sql("SELECT id, whole FROM installation WHERE town = $1").bind(town).fetch_optional().await?;
    row.map(|row| Ok(Paired { id: row.get("id")?, whole: row.get("whole")? })).transpose()
}

/// Pairs two new stores; refuses two that do not belong together. A server that stands by leaves pairing to the one
/// that writes.
pub(crate) async fn check(yui: &Yui) -> Result<(), StartError> {
    let name = yui.config.town().to_string();
    let id = match (read(yui.town.reader(), &name).await?, read(yui.realm.reader(), &name).await?) {
        (Some(town), Some(realm)) if town.id != realm.id => {
            return Err(StartError::Apart("the town's store and the realm's are of different installations"));
        }
        (Some(_), Some(realm)) if realm.whole => return Ok(()),
        (Some(town), Some(_)) => town.id,
        (Some(_), None) => {
            return Err(StartError::Apart("the town's store is in use and the realm's is new"));
        }
        (None, Some(realm)) if realm.whole => {
            return Err(StartError::Apart("the realm's store is in use and the town's is new"));
        }
        (None, Some(realm)) => realm.id,
        (None, None) => Base64Url::encode(&random::<16>().map_err(|_| StartError::Random)?),
    };
    let stands_by = |standing: Standing| standing == Standing::Standby;
    if [&yui.town, &yui.realm].iter().any(|store| stands_by(store.writer().standing().borrow().clone())) {
        return Ok(());
    }
    pair(yui, name, id).await.map_err(StartError::Write)
}

async fn pair(yui: &Yui, town: String, id: String) -> Result<(), ErrorCode> {
    const ADD: &str =
        "INSERT INTO installation (town, id, whole) VALUES ($1, $2, $3) ON CONFLICT (town) DO NOTHING";
    let (name, shared) = (town.clone(), id.clone());
    yui.realm_write(move |unit| {
        Box::pin(async move {
            unit.sql(ADD).bind(name).bind(shared).bind(false).execute().await?;
            unit.fact("installation.begun", None);
            Ok(())
        })
    })
    .await?;
    let name = town.clone();
    yui.town_write(move |unit| {
        Box::pin(async move {
            unit.sql(ADD).bind(name).bind(id).bind(true).execute().await?;
            unit.fact("installation.paired", None);
            Ok(())
        })
    })
    .await?;
    yui.realm_write(move |unit| {
        Box::pin(async move {
            unit.sql("UPDATE installation SET whole = 1 WHERE town = $1").bind(town).execute().await?;
            unit.fact("installation.paired", None);
            Ok(())
        })
    })
    .await
}
