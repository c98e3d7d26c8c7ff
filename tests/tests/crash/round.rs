//! What is looked at after each fault, and how often there is one.

use std::{
    collections::HashSet,
    time::{Duration, Instant},
};

use serde_json::Value;
use tokio::time::sleep;
use yui_protocol::Millis;
use yui_store::StoreUrl;
use yui_tests::{auditor::Books, process::ServerProcess};

use crate::load::{Load, PATIENCE, Request};

/// How many faults a test makes: `YUI_CRASHES` where it is set.
pub fn faults(in_the_suite: usize) -> usize {
    match std::env::var("YUI_CRASHES") {
        Ok(count) => count.parse().expect("YUI_CRASHES is a number"),
        Err(_) => in_the_suite,
    }
}

/// What came of the requests that had no answer when a fault met them.
#[derive(Default)]
pub struct Fates {
    pub faults: usize,
    pub in_flight: usize,
    pub had_happened: usize,
    /// Faults that met nobody, and so do not count.
    pub missed: usize,
}

impl Fates {
    /// Counts the fault of this instant and whom it met, if it met anybody.
    pub fn count(&mut self, at: Millis, in_flight: &[Request], books: &Books) {
        if in_flight.is_empty() {
            self.missed += 1;
            return;
        }
        self.faults += 1;
        self.in_flight += in_flight.len();
        let before: HashSet<_> =
            books.postings.iter().filter(|posted| posted.at <= at).map(|posted| posted.id).collect();
        self.had_happened += in_flight.iter().filter(|request| before.contains(&request.id)).count();
    }

    /// Says so; the test's output is shown when it is run by hand, and when it failed.
    pub fn print(&self, what: &str, acknowledged: usize) {
        let Self { faults, in_flight, had_happened, missed } = self;
        eprintln!(
            "{what}: {faults} (and {missed} that met no request); {in_flight} unanswered requests in flight, at least \
             one each time, of which {had_happened} had happened; {acknowledged} acts acknowledged, each once"
        );
    }
}

/// Starts a server that was killed again.
pub async fn starts(server: &mut ServerProcess) {
    let deadline = Instant::now() + PATIENCE;
    // The one that was killed may hold port and file for a moment yet.
    while let Err(error) = server.start_again(0).await {
        assert!(Instant::now() < deadline, "{error}");
        sleep(Duration::from_millis(20)).await;
    }
}

/// The server's own check of invariants and chain, and the auditor's of every answer. The clients are held.
pub async fn all_is_well(server: &ServerProcess, load: &Load, url: &StoreUrl) -> Books {
    let sound = server.control("ledger.verify", &Value::Null).await.expect("answers");
    assert_eq!(sound["ok"], true, "{sound}");
    let books = Books::read(url).await.expect("reads");
    let found = load.auditor.lock().expect("unpoisoned").compare(&books);
    assert!(found.is_empty(), "{found:?}");
    books
}
