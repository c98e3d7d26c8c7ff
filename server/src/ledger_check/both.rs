//! Both checks, one after the other, each over a snapshot and a connection of its own.

use yui_audit::{Finding, Place, Report, Unreadable};
use yui_ledger::Head;
use yui_store::{StoreError, StoreUrl, open_reader};

use super::{FeedStanding, Verdict, quiet};
use crate::chore::Done;

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

/// The same where it makes no payment wait.
pub(crate) async fn quietly(town: StoreUrl) -> Checked {
    quiet::does(move || async move { both(&town).await }).await.unwrap_or_else(|error| Checked {
        audit: Err(Unreadable::from(error)),
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
            (Ok(audit), Err(error)) if !audit.is_sound() && !error.is_damage() => {
                tracing::error!(%error, "the ledger could not be played again");
                Ok(Done::Altered { what: None, audit: Some(audit) })
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

#[cfg(test)]
mod tests {
    use super::*;

    fn report(findings: &[&str]) -> Report {
        let finding =
            |what: &&str| Finding { table: "lot".to_owned(), row: "1".to_owned(), what: (*what).to_owned() };
        Report {
            seq: 7,
            hash: String::new(),
            findings: findings.iter().map(finding).collect(),
            count: u64::try_from(findings.len()).expect("few"),
            books: Vec::new(),
            unsettled: 0,
        }
    }

    fn unreadable() -> Unreadable {
        std::io::Error::other("gone").into()
    }

    async fn done(
        audit: Result<Report, Unreadable>,
        replay: Result<Head, StoreError>,
    ) -> Result<Done, StoreError> {
        Checked { audit, replay }.done(async { FeedStanding::Sound }).await
    }

    #[tokio::test]
    async fn a_replay_that_could_not_be_made_hides_no_finding() {
        let Ok(Done::Altered { what, audit }) =
            done(Ok(report(&["held"])), Err(StoreError::Unavailable)).await
        else {
            panic!("the audit found something");
        };
        assert_eq!(
            (what, audit),
            (None, Some(report(&["held"]))),
            "and the replay found nothing, for it was not made"
        );
        for audit in [Ok(report(&[])), Err(unreadable())] {
            let told = done(audit, Err(StoreError::Unavailable)).await;
            assert!(matches!(told, Err(StoreError::Unavailable)), "no finding, and not known to be sound");
        }
    }

    #[tokio::test]
    async fn what_either_found_is_told() {
        let damage = || Err(StoreError::Corrupt("table lot".to_owned()));
        let Ok(Done::Altered { what, audit: None }) = done(Err(unreadable()), damage()).await else {
            panic!("the replay found something");
        };
        assert_eq!(what.as_deref(), Some("the store contradicts itself: table lot"));
        let both = done(Ok(report(&["held"])), damage()).await;
        assert!(matches!(both, Ok(Done::Altered { what: Some(_), audit: Some(_) })));
        let audit = done(Ok(report(&["held"])), Ok(Head::default())).await;
        assert!(matches!(audit, Ok(Done::Altered { what: None, audit: Some(_) })));
        let half = done(Err(unreadable()), Ok(Head::default())).await;
        assert!(matches!(half, Err(StoreError::Unavailable)));
        let sound = done(Ok(report(&[])), Ok(Head::default())).await;
        assert!(matches!(sound, Ok(Done::Sound { feed: FeedStanding::Sound, .. })));
    }
}
