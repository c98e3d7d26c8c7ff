//! What is looked at after each fault, and how often there is one.

use serde_json::Value;
use yui_store::StoreUrl;
use yui_tests::{auditor::Books, process::ServerProcess};

use crate::load::{Load, Unanswered};

/// How many faults a test makes: `YUI_CRASHES` where it is set.
pub fn faults(in_the_suite: usize) -> usize {
    match std::env::var("YUI_CRASHES") {
        Ok(count) => count.parse().expect("YUI_CRASHES is a number"),
        Err(_) => in_the_suite,
    }
}

/// What came of the requests that a fault left without an answer.
#[derive(Default)]
pub struct Fates {
    pub faults: usize,
    pub unanswered: usize,
    pub had_happened: usize,
    /// Faults that met nobody, and so do not count.
    pub missed: usize,
}

impl Fates {
    pub fn count(&mut self, unanswered: &[Unanswered], books: &Books) {
        self.faults += 1;
        self.unanswered += unanswered.len();
        let stands = |request: &&Unanswered| books.postings.iter().any(|posted| posted.id == request.id);
        self.had_happened += unanswered.iter().filter(stands).count();
    }

    /// Says so; the test's output is shown when it is run by hand, and when it failed.
    pub fn print(&self, what: &str, acknowledged: usize) {
        let Self { faults, unanswered, had_happened, missed } = self;
        println!(
            "{what}: {faults} (and {missed} that met no request); {unanswered} requests without an answer, at least one \
             each time, of which {had_happened} had happened; {acknowledged} acts acknowledged, each once"
        );
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
