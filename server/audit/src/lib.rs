//! A second pair of eyes on the ledger: from the rows alone, as `docs/ledger-format.md` describes them, it builds again
//! what every account, lot, hold and book must be, and compares.
//!
//! It shares no line with the program that writes the ledger, so that a fault there does not hide itself here; the
//! store's own check gives every command again to the writer's code and finds what this one cannot know. What each of
//! them covers: ADR 0018.
//!
//! It reads one snapshot beside a running writer. Its memory grows with accounts, lots, open holds and payments that
//! were given back, not with the length of the log.
//!

mod books;
mod bytes;
mod chain;
mod finding;
mod judge;
mod log;
pub mod outside;
mod page_rows;
mod posting;
mod refund;
mod report;
mod row;
mod strays;
mod tables;
mod view;

pub use finding::{Finding, KEPT};
pub use report::{Book, Kind, Report};
pub use view::{Place, Unreadable};

use crate::{finding::Findings, log::Walk, view::View};

/// Checks the whole ledger in this place, as it is at this moment. What is wrong stands in the report; an error means
/// that it could not be read.
pub async fn audit(place: &Place) -> Result<Report, Unreadable> {
    let mut view = View::open(place).await?;
    let mut findings = Findings::default();
    let mut walk = Walk::default();
    while walk.page(&mut view, &mut findings).await? {}
    strays::look(&mut view, &mut findings, walk.codes()).await?;
    let (end, books) = walk.end(&mut view, &mut findings).await?;
    let report = Report::new(end, &books, &mut findings);
    tables::compare(&mut view, &mut findings, books).await?;
    view.close().await?;
    Ok(report.with(findings))
}
