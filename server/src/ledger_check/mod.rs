//! The ledger checked from its first row, twice: added up from the rows alone by a program that shares nothing with the
//! one that writes ([`yui_audit`]), and played again command by command ([`yui_store::verify`]). Every night, and whenever
//! somebody asks. It may take minutes, so it runs beside whatever else is done, one at a time, and its outcome is kept
//! until the next.

mod alarm;
mod both;
mod feed;
mod issuer;
mod nightly;
mod quiet;

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};
use yui_protocol::Millis;

pub use alarm::Operator;
pub(crate) use both::quietly;
pub use both::{Checked, both};
pub(crate) use feed::check_feed;
pub use feed::{FeedStanding, compared};
pub use issuer::{IssuersBooks, by_issuer};
pub use nightly::{Nightly, every_night};

use crate::state::Yui;

/// Under which word an operator's watch finds a check that found something: in the log, and as an event of `/metrics`.
pub const ALARM: &str = "ledger_check_found";

/// What a check came to.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Outcome {
    /// When it ended.
    pub at: Millis,
    /// What was found.
    pub verdict: Verdict,
}

/// What was found.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum Verdict {
    /// Both checks found every row as it must be.
    Sound {
        /// How many there are.
        rows: i64,
    },
    /// Something is not as it must be.
    Altered {
        /// How many findings.
        findings: u64,
        /// The first: table and row, or the replay's words.
        first: String,
    },
    /// The ledger could not be read; the log says why.
    Unread,
}

/// What is kept of the last check, in `ledger-check.json`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Record {
    /// What it came to.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// When the operator was mailed last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_at: Option<Millis>,
}

#[derive(Default)]
struct Kept {
    runs: bool,
    last: Option<Record>,
    file: Option<PathBuf>,
}

impl Kept {
    fn keep(&mut self, record: Record) {
        if let Some(file) = &self.file
            && let Err(error) = write(file, &record)
        {
            tracing::warn!(%error, "the outcome of a check of the ledger cannot be kept");
        }
        self.last = Some(record);
    }
}

/// The last check. Clones are the same.
#[derive(Clone, Default)]
pub struct LastCheck(Arc<Mutex<Kept>>);

impl LastCheck {
    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether one runs.
    #[must_use]
    pub fn runs(&self) -> bool {
        self.lock().runs
    }

    /// What the last one came to; none when there never was one.
    #[must_use]
    pub fn get(&self) -> Option<Outcome> {
        self.lock().last.as_ref().map(|record| record.outcome.clone())
    }

    /// The last outcome, if the operator has to be told of it and was not in the night to which it belongs; nights begin
    /// at this time of day in Japan.
    fn untold(&self, at: NaiveTime) -> Option<Outcome> {
        let kept = self.lock();
        let Record { outcome, told_at } = kept.last.as_ref()?;
        let night = nightly::latest(outcome.at, at);
        let is_told = told_at.is_some_and(|told_at| told_at >= night);
        (!is_told && !matches!(outcome.verdict, Verdict::Sound { .. })).then(|| outcome.clone())
    }

    /// Notes that the operator was told now.
    fn told(&self, now: Millis) {
        let mut kept = self.lock();
        if let Some(record) = kept.last.clone() {
            kept.keep(Record { told_at: Some(now), ..record });
        }
    }

    /// Keeps outcomes in this file from now on, and begins with the one that is there. It is no part of the store, whose
    /// writer stops when the ledger is not sound.
    pub fn keep_in(&self, file: PathBuf) {
        let mut kept = self.lock();
        match read(&file) {
            Ok(last) => kept.last = last.or(kept.last.take()),
            Err(error) => {
                tracing::warn!(%error, "the outcome of the last check of the ledger cannot be read");
            }
        }
        kept.file = Some(file);
    }

    /// Begins one, unless one runs.
    pub fn start(self, yui: Yui) {
        tokio::spawn(async move { self.run(&yui).await });
    }

    /// Makes one, unless one runs.
    pub async fn run(&self, yui: &Yui) {
        if std::mem::replace(&mut self.lock().runs, true) {
            return;
        }
        let checked = both::quietly(yui.town_place.clone()).await;
        let outcome = Outcome { at: yui.clock.now(), verdict: checked.verdict() };
        let sound = matches!(outcome.verdict, Verdict::Sound { .. });
        tell(yui, &outcome);
        self.set(outcome);
        // What follows from an altered ledger is no measure of the feed.
        if sound {
            check_feed(yui).await;
        }
    }

    fn set(&self, outcome: Outcome) {
        let mut kept = self.lock();
        kept.runs = false;
        let told_at = kept.last.as_ref().and_then(|record| record.told_at);
        kept.keep(Record { outcome, told_at });
    }
}

/// The operator's alarm.
fn tell(yui: &Yui, outcome: &Outcome) {
    match &outcome.verdict {
        Verdict::Sound { rows } => tracing::info!(rows, "the ledger is sound"),
        Verdict::Altered { findings, first } => {
            yui.metrics.count(ALARM);
            tracing::error!(code = ALARM, findings, %first, "THE LEDGER IS NOT AS IT MUST BE; run verify-ledger");
        }
        Verdict::Unread => {
            yui.metrics.count(ALARM);
            tracing::error!(code = ALARM, "the ledger could not be checked");
        }
    }
}

fn read(file: &Path) -> io::Result<Option<Record>> {
    match fs::read(file) {
        Ok(bytes) => Ok(Some(serde_json::from_slice(&bytes)?)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whole or not at all.
fn write(file: &Path, record: &Record) -> io::Result<()> {
    let beside = file.with_extension("new");
    fs::write(&beside, serde_json::to_vec(record)?)?;
    fs::rename(beside, file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_operator_is_told_once_a_night_whatever_happens_to_the_server() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("ledger-check.json");
        let at = NaiveTime::from_hms_opt(3, 30, 0).expect("a time");
        // 2027-05-01 12:00 in Japan.
        let noon = Millis(1_809_140_400_000);
        let ended = |at, verdict| Outcome { at, verdict };
        // As it was written before there was a mail.
        std::fs::write(&file, format!(r#"{{"at":{},"verdict":{{"verdict":"unread"}}}}"#, noon.0))
            .expect("writes");
        let checks = LastCheck::default();
        checks.keep_in(file.clone());
        let unread = ended(noon, Verdict::Unread);
        assert_eq!(checks.untold(at), Some(unread.clone()));
        checks.told(noon.plus(1));
        assert_eq!(checks.untold(at), None);
        checks.set(ended(noon.plus(Millis::HOUR), Verdict::Unread));
        assert_eq!(checks.untold(at), None, "tried again in the same night");
        let next = LastCheck::default();
        next.keep_in(file);
        assert_eq!(next.untold(at), None, "and by the next server");
        let altered = Verdict::Altered { findings: 2, first: String::new() };
        let tomorrow = ended(noon.plus(Millis::DAY), altered);
        next.set(tomorrow.clone());
        assert_eq!(next.untold(at), Some(tomorrow));
        next.set(ended(noon.plus(Millis::DAY + 1), Verdict::Sound { rows: 1 }));
        assert_eq!(next.untold(at), None, "there is nothing to tell");
    }

    #[test]
    fn an_outcome_outlives_the_server() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("ledger-check.json");
        let checks = LastCheck::default();
        checks.keep_in(file.clone());
        assert_eq!(checks.get(), None);
        let verdict = Verdict::Altered { findings: 2, first: "table lot: row 1: …".to_owned() };
        let outcome = Outcome { at: Millis(1_809_140_400_000), verdict };
        checks.set(outcome.clone());
        let next = LastCheck::default();
        next.keep_in(file.clone());
        assert_eq!(next.get(), Some(outcome));
        std::fs::write(&file, "{}").expect("writes");
        let after = LastCheck::default();
        after.keep_in(file);
        assert_eq!(after.get(), None, "what cannot be read is as good as none");
    }
}
