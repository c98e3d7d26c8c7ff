//! The town's configuration: the bundled copy at a first start without network, then the newest one heard.

use std::{
    sync::{Arc, PoisonError},
    time::Duration,
};

use serde::{Deserialize, Serialize};
use yui_protocol::{ErrorCode, ShopId, municipality::Municipality, shop::Shop};

use crate::{
    core::Core,
    error::AppResult,
    listener::Topic,
    store::{Meta, Unit, WritePoint},
};

/// How long to wait for news of a shop that was seen before.
const PATIENCE: Duration = Duration::from_secs(3);

/// How many shops are remembered for the time without network.
const SHOPS_KEPT: usize = 100;

/// What is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    municipality: Municipality,
    etag: Option<String>,
}

/// What is kept. The form of an older app is passed over, and asked for anew.
fn kept(unit: &Unit<'_>) -> AppResult<Option<Kept>> {
    let kept: Option<serde_json::Value> = unit.meta(Meta::Town)?;
    Ok(kept.and_then(|kept| serde_json::from_value(kept).ok()))
}

impl Core {
    /// Begins with the newer of the kept and the bundled configuration. The key for codes is the server's own, so no
    /// bundled copy has it, and the kept one goes on. A copy of another town or version of the app is passed over.
    /// Blocks.
    pub(crate) fn begin_with(&self, bundled: Option<&str>) -> AppResult<()> {
        let of_town = |known: &Municipality| known.code == self.town;
        let kept = self.store.read(kept)?.map(|kept| kept.municipality).filter(of_town);
        let bundled = bundled.and_then(|json| serde_json::from_str(json).ok()).filter(of_town);
        let code_key = kept.as_ref().and_then(|kept| kept.code_key);
        let newest = kept.into_iter().chain(bundled).max_by_key(|known: &Municipality| known.version);
        let known = newest.map(|known| Municipality { code_key: code_key.or(known.code_key), ..known });
        *self.municipality.write().unwrap_or_else(PoisonError::into_inner) = known.map(Arc::new);
        Ok(())
    }

    /// The configuration, asked for now when this phone has none yet.
    pub(crate) async fn municipality(&self) -> AppResult<Arc<Municipality>> {
        if let Some(known) = self.known_municipality() {
            return Ok(known);
        }
        self.refresh_municipality().await?;
        self.known_municipality().ok_or_else(|| ErrorCode::Unavailable.into())
    }

    /// The configuration as far as this phone has one.
    pub(crate) fn known_municipality(&self) -> Option<Arc<Municipality>> {
        self.municipality.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Asks for a newer configuration.
    pub(crate) async fn refresh_municipality(&self) -> AppResult<()> {
        let etag = self.read(|unit| Ok(kept(unit)?.and_then(|kept| kept.etag))).await?;
        let Some((municipality, etag)) = self.api.municipality(etag).await? else { return Ok(()) };
        if municipality.code != self.town {
            return Err(ErrorCode::OtherTown.into());
        }
        let kept = Kept { municipality: municipality.clone(), etag };
        self.write(WritePoint::Other, move |unit| unit.put_meta(Meta::Town, &kept)).await?;
        *self.municipality.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(municipality));
        self.notifier.changed([Topic::Town]);
        Ok(())
    }

    /// A shop as the directory knows it now; as it was last seen when there is no network, or when the answer of
    /// a weak one takes longer than a person should wait.
    pub(crate) async fn shop(&self, id: ShopId) -> AppResult<Option<Shop>> {
        let seen =
            self.read(move |unit| Ok(shops_seen(unit)?.into_iter().find(|shop| shop.id == id))).await?;
        let asked = self.api.shop(id);
        let asked = match &seen {
            Some(_) => tokio::time::timeout(PATIENCE, asked).await.unwrap_or(Err(ErrorCode::Timeout.into())),
            None => asked.await,
        };
        match asked {
            Ok(shop) if seen.as_ref() == Some(&shop) => Ok(seen),
            Ok(shop) => {
                let kept = shop.clone();
                self.write(WritePoint::Other, move |unit| keep_shop(unit, kept)).await?;
                Ok(Some(shop))
            }
            Err(error) if matches!(error.code(), ErrorCode::NotFound | ErrorCode::ShopUnknown) => {
                Err(ErrorCode::ShopUnknown.into())
            }
            Err(error) if error.is_transient() => Ok(seen),
            Err(error) => Err(error),
        }
    }
}

/// The shops this person met, oldest first. They lie in one sealed value: their ids alone would tell where she
/// buys.
fn shops_seen(unit: &Unit<'_>) -> AppResult<Vec<Shop>> {
    Ok(unit.meta(Meta::Shops)?.unwrap_or_default())
}

fn keep_shop(unit: &Unit<'_>, shop: Shop) -> AppResult<()> {
    let mut shops = shops_seen(unit)?;
    shops.retain(|known| known.id != shop.id);
    shops.push(shop);
    let too_many = shops.len().saturating_sub(SHOPS_KEPT);
    unit.put_meta(Meta::Shops, &shops.split_off(too_many))
}
