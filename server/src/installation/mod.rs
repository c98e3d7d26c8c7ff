//! Town and realm belong together: each store keeps the id under which they were joined at their first start. A store
//! that is new while the other is not is one that was not found (a disk that is not mounted, a restore of one half): a
//! server that went on would say that nobody owns anything.

pub(crate) mod data;

use yui_protocol::{Base64Url, ErrorCode, TownCode};
use yui_store::{Db, Standing, Store, StoreError, StoreUrl};

use crate::{StartError, random::random, state::Yui};

/// What a store knows.
struct Joined {
    id: String,
    /// Whether the town's store was seen to hold the id, too; a start may have been cut off between the two.
    whole: bool,
}

async fn read(store: &Db, town: &str) -> Result<Option<Joined>, StoreError> {
    let row =
        store.sql("SELECT id, whole FROM installation WHERE town = $1").bind(town).fetch_optional().await?;
    row.map(|row| Ok(Joined { id: row.get("id")?, whole: row.get("whole")? })).transpose()
}

/// How two stores stand that do not belong together.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Apart {
    /// The realm's was not found.
    #[error("the town's store is in use and the realm's is new")]
    TownAlone,
    /// The town's was not found.
    #[error("the realm's store is in use and the town's is new")]
    RealmAlone,
    /// Each was joined with another one.
    #[error("the town's store and the realm's are of different installations")]
    Strangers,
}

/// Before the realm's store is opened, or a key is made for it: refuses the place of one that was not found, where a
/// new one would be made. A first start makes the realm's store before the town's.
pub(crate) async fn check_realm(town: &StoreUrl, realm: &StoreUrl) -> Result<(), StartError> {
    // In this order, so that a first start of another server meanwhile is no fault.
    let town = yui_store::exists(town).await.map_err(|error| StartError::Store("town", error))?;
    let realm = yui_store::exists(realm).await.map_err(|error| StartError::Store("realm", error))?;
    if town && !realm { Err(Apart::TownAlone.into()) } else { Ok(()) }
}

/// Before the town's store is opened: refuses the place of one that was not found, where a new one would be made.
pub(crate) async fn check_town(realm: &Store, code: TownCode, town: &StoreUrl) -> Result<(), StartError> {
    let is_whole = read(realm.reader(), &code.to_string()).await?.is_some_and(|joined| joined.whole);
    let exists = yui_store::exists(town).await.map_err(|error| StartError::Store("town", error))?;
    if is_whole && !exists { Err(Apart::RealmAlone.into()) } else { Ok(()) }
}

/// How two stores stand to each other.
pub(crate) enum Joining {
    /// They belong together and know it.
    Whole,
    /// They are new, or a first start was cut off: this is to be their id.
    Begun(String),
}

/// Refuses two stores that do not belong together; nothing is written.
pub(crate) async fn look(town: &Db, realm: &Db, code: TownCode) -> Result<Joining, StartError> {
    let name = code.to_string();
    match (read(town, &name).await?, read(realm, &name).await?) {
        (Some(town), Some(realm)) if town.id != realm.id => Err(Apart::Strangers.into()),
        (Some(_), Some(realm)) if realm.whole => Ok(Joining::Whole),
        (Some(town), Some(_)) => Ok(Joining::Begun(town.id)),
        (Some(_), None) => Err(Apart::TownAlone.into()),
        (None, Some(realm)) if realm.whole => Err(Apart::RealmAlone.into()),
        (None, Some(realm)) => Ok(Joining::Begun(realm.id)),
        (None, None) => {
            Ok(Joining::Begun(Base64Url::encode(&random::<16>().map_err(|_| StartError::Random)?)))
        }
    }
}

/// Whether two stores belong together, for who reads them alone: [`StartError::Apart`] when not.
pub async fn check_joined(town: &Db, realm: &Db, code: TownCode) -> Result<(), StartError> {
    look(town, realm, code).await.map(drop)
}

/// Lets two stores that [`look`] found new know each other. A server that stands by leaves it to the one that writes.
pub(crate) async fn settle(yui: &Yui, joining: Joining) -> Result<(), StartError> {
    let Joining::Begun(id) = joining else { return Ok(()) };
    let stands_by = |store: &&Store| *store.writer().standing().borrow() == Standing::Standby;
    if [&yui.town, &yui.realm].iter().any(stands_by) {
        return Ok(());
    }
    join(yui, yui.config.town().to_string(), id).await.map_err(StartError::Write)
}

async fn join(yui: &Yui, town: String, id: String) -> Result<(), ErrorCode> {
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
            unit.fact("installation.joined", None);
            Ok(())
        })
    })
    .await?;
    yui.realm_write(move |unit| {
        Box::pin(async move {
            unit.sql("UPDATE installation SET whole = 1 WHERE town = $1").bind(town).execute().await?;
            unit.fact("installation.joined", None);
            Ok(())
        })
    })
    .await
}
