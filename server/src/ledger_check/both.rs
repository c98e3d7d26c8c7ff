//! Both checks, one after the other, each over a snapshot and a connection of its own.

use yui_audit::{Finding, Place, Report, Unreadable};
use yui_ledger::Head;
use yui_store::{StoreError, StoreUrl, open_reader};

use super::{FeedStanding, Verdict};
use crate::chore::Done;

/// How much less than others a check that nobody waits for gets of the processor (nice(2)).
const QUIETLY: i32 = 10;

/// What both came to.
pub struct Checked {
    /// Added up from the rows alone.
    pub audit: Result<Report, Unreadable>,
    /// Played again.
    pub replay: Result<Head, StoreError>,
}

/// Checks the ledger of a store, beside its writer or with none.
pub async fn both(town: &StoreUrl) -> Checked {
    let audit = yui_audit::audit(&place(town)).await;
    Checked { audit, replay: replay(town).await }
}

async fn replay(town: &StoreUrl) -> Result<Head, StoreError> {
    let reader = open_reader(town).await?;
    let head = Box::pin(yui_store::verify(&reader)).await;
    reader.close().await;
    head
}

fn place(town: &StoreUrl) -> Place {
    match town.clone() {
        StoreUrl::Sqlite(path) => Place::Sqlite(path),
        StoreUrl::Postgres { url, schema } => Place::Postgres { url, schema },
    }
}

/// The same on a thread that gives way to all others, so that payments do not wait for it.
pub(super) async fn quietly(town: StoreUrl) -> Checked {
    let (tell, told) = tokio::sync::oneshot::channel();
    std::thread::spawn(move || {
        // On Linux it is the thread's own; where it cannot be had the check is no worse.
        let _ = rustix::process::nice(QUIETLY);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let checked = match runtime {
            Ok(runtime) => runtime.block_on(both(&town)),
            Err(error) => {
                Checked { audit: Err(Unreadable::from(error)), replay: Err(StoreError::Unavailable) }
            }
        };
        // Nobody listens where the server has stopped.
        let _ = tell.send(checked);
    });
    told.await.unwrap_or_else(|_| Checked {
        audit: Err(std::io::Error::other("the check ended early").into()),
        replay: Err(StoreError::Unavailable),
    })
}

impl Checked {
    /// In short.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let findings = self.audit.as_ref().map_or(0, |report| report.count);
        let first = self.audit.as_ref().ok().and_then(|report| report.findings.first());
        let altered = self.replay.as_ref().err().filter(|error| error.is_damage());
        match (first, altered, &self.audit, &self.replay) {
            (None, None, Ok(_), Ok(head)) => Verdict::Sound { rows: head.seq },
            (None, None, audit, replay) => {
                if let Err(error) = audit {
                    tracing::error!(%error, "the ledger could not be added up");
                }
                if let Err(error) = replay {
                    tracing::error!(%error, "the ledger could not be played again");
                }
                Verdict::Unread
            }
            (first, altered, ..) => {
                let words = [first.map(Finding::to_string), altered.map(StoreError::to_string)];
                Verdict::Altered {
                    findings: findings + u64::from(altered.is_some()),
                    first: words.into_iter().flatten().next().unwrap_or_default(),
                }
            }
        }
    }

    /// In full, with how the feed stands where all is sound; an error only where the ledger cannot be read at all.
    pub async fn done(self, feed: impl Future<Output = FeedStanding>) -> Result<Done, StoreError> {
        match (self.audit, self.replay) {
            (Ok(audit), Ok(head)) if audit.is_sound() => {
                let hash = yui_store::hex(&head.hash);
                Ok(Done::Sound { seq: head.seq, hash, feed: feed.await, audit })
            }
            (_, Err(error)) if !error.is_damage() => Err(error),
            (Err(error), Ok(_)) => {
                tracing::error!(%error, "the ledger could not be added up");
                Err(StoreError::Unavailable)
            }
            (audit, replay) => {
                Ok(Done::Altered { what: replay.err().map(|error| error.to_string()), audit: audit.ok() })
            }
        }
    }
}
