//! The ledger checked from its first row, as a member of staff asked. It may take minutes, so it runs beside whatever
//! else is done, one at a time, and its outcome is kept until the next.
//! The feed is compared with it as well; one that differs is built again, and the log says so.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use serde::{Deserialize, Serialize};
use tokio::time::timeout;
use yui_protocol::Millis;
use yui_store::StoreError;

use crate::{standby, state::Yui};

/// What the last check came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Check {
    /// There was none since the start.
    #[default]
    Never,
    /// One runs.
    Running,
    /// Every row is as it was written.
    Sound {
        /// How many there are.
        rows: i64,
        /// When it ended.
        at: Millis,
    },
    /// A row is not as it was written.
    Altered {
        /// Its number.
        row: i64,
        /// When it ended.
        at: Millis,
    },
    /// It could not be verified; the log says why.
    Wrong {
        /// When it ended.
        at: Millis,
    },
}

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

impl FeedStanding {
    /// What a comparison came to.
    #[must_use]
    pub fn of(compared: &Result<bool, StoreError>) -> Self {
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

/// Compares the feed with a ledger that is sound. One that differs is built again by the server that leads.
pub(crate) async fn check_feed(yui: &Yui) -> FeedStanding {
    let standing = FeedStanding::of(&yui.town.feed().verify().await);
    if standing != FeedStanding::Differs || standby::check(yui).await.is_err() {
        return standing;
    }
    tracing::warn!("the feed is not what the ledger makes of it; it is to be built again");
    match timeout(PATIENCE, yui.town.feed().rebuild()).await {
        Ok(Ok(())) => FeedStanding::BuiltAgain,
        Ok(Err(_)) | Err(_) => FeedStanding::Differs,
    }
}

/// The last check. Clones are the same.
#[derive(Clone, Default)]
pub struct LastCheck(Arc<Mutex<Check>>);

impl LastCheck {
    /// What it came to.
    #[must_use]
    pub fn get(&self) -> Check {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, check: Check) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = check;
    }

    /// Whether a check may begin; from then on one runs.
    fn begin(&self) -> bool {
        let mut check = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let free = *check != Check::Running;
        *check = Check::Running;
        free
    }

    /// Begins one, unless one runs.
    pub fn start(self, yui: Yui) {
        if !self.begin() {
            return;
        }
        tokio::spawn(async move {
            let verified = yui_store::verify(yui.town.reader()).await;
            let (at, sound) = (yui.clock.now(), verified.is_ok());
            self.set(match verified {
                Ok(head) => Check::Sound { rows: head.seq, at },
                Err(StoreError::Altered { row, .. }) => Check::Altered { row, at },
                Err(error) => {
                    tracing::error!(%error, "the ledger could not be verified");
                    Check::Wrong { at }
                }
            });
            // What follows from an altered ledger is no measure of the feed.
            if sound {
                check_feed(&yui).await;
            }
        });
    }
}
