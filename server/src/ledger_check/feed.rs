//! How the feed stands to a ledger that is sound; one that differs is built again, and the log says so.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use tokio::time::timeout;
use yui_store::{StoreError, StoreUrl, open_reader, verify_feed};

use super::quiet;
use crate::{standby, state::Yui};

/// How the feed stands to a ledger that is sound.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FeedStanding {
    /// It is what the ledger makes of it.
    Sound,
    /// It was not, and is built again.
    BuiltAgain,
    /// It is not, and is not built again: this server does not lead, or could not.
    Differs,
    /// It could not be read now.
    Unknown,
}

/// Compares the feed of a store with its ledger, beside its writer or with none, by connections of its own.
pub async fn compared(town: &StoreUrl) -> FeedStanding {
    let Ok(reader) = open_reader(town).await else { return FeedStanding::Unknown };
    let standing = FeedStanding::of(&verify_feed(town, &reader).await);
    reader.close().await;
    standing
}

impl FeedStanding {
    fn of(compared: &Result<bool, StoreError>) -> Self {
        match compared {
            Ok(true) => Self::Sound,
            Ok(false) => Self::Differs,
            Err(error) => {
                tracing::warn!(%error, "the feed could not be compared with the ledger");
                Self::Unknown
            }
        }
    }
}

/// How long to wait for whoever builds the feed; he is told and does it when he can.
const PATIENCE: Duration = Duration::from_secs(10);

/// Compares the feed with a ledger that is sound, where it makes no payment wait. One that differs is built again by the
/// server that leads.
pub(crate) async fn check_feed(yui: &Yui) -> FeedStanding {
    let town = yui.town_place.clone();
    let told = quiet::does(move || async move { compared(&town).await }).await;
    let standing = told.unwrap_or(FeedStanding::Unknown);
    if standing != FeedStanding::Differs || standby::check(yui).await.is_err() {
        return standing;
    }
    tracing::warn!("the feed is not what the ledger makes of it; it is to be built again");
    match timeout(PATIENCE, yui.town.feed().rebuild()).await {
        Ok(Ok(())) => FeedStanding::BuiltAgain,
        Ok(Err(_)) | Err(_) => FeedStanding::Differs,
    }
}
