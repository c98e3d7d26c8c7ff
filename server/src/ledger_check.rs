//! The ledger checked from its first row, as a member of staff asked. It may take minutes, so it runs beside whatever
//! else is done, one at a time, and its outcome is kept until the next.

use std::sync::{Arc, Mutex, PoisonError};

use yui_protocol::Millis;
use yui_store::StoreError;

use crate::state::Yui;

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
            if let Err(error) = yui.town.feed().verify().await {
                tracing::warn!(%error, "the feed could not be compared with the ledger");
            }
            let at = yui.clock.now();
            self.set(match verified {
                Ok(head) => Check::Sound { rows: head.seq, at },
                Err(StoreError::Altered { row, .. }) => Check::Altered { row, at },
                Err(error) => {
                    tracing::error!(%error, "the ledger could not be verified");
                    Check::Wrong { at }
                }
            });
        });
    }
}
