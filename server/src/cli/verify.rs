//! `yui-server verify-ledger`: both checks, by the running server, or by reading alone when none runs. The writer would
//! refuse to begin on the very rows that are looked for.

use std::process::ExitCode;

use yui_audit::{Book, Kind, Report};
use yui_protocol::{
    Points,
    municipality::{Municipality, TownWords},
};
use yui_server::{
    chore::{Chore, Done},
    ledger_check::{self, FeedStanding, IssuersBooks},
};
use yui_store::{StoreError, StoreUrl};
use yui_texts::{
    Args,
    keys::{chores as keys, wallet},
    town_words,
};

use crate::cli::{
    chore::asked,
    common::On,
    words::{Failure, lang, say},
};

/// The exit code for a ledger that was altered, or a feed that does not follow from it.
const UNSOUND: u8 = 3;

/// Verifies; an altered ledger, or a feed that does not follow from it, is an exit code of its own.
pub async fn run(On { data, output, .. }: On<()>) -> Result<ExitCode, Failure> {
    let municipality = data.municipality()?;
    let done = match asked(&data, &Chore::VerifyLedger).await? {
        Some(done) => done,
        None => by_reading(&data.town(&municipality)).await?,
    };
    output.show(&done, || match &done {
        Done::Sound { seq, hash, feed, audit } => sound(*seq, hash, *feed, audit, &municipality),
        Done::Altered { what, audit } => altered(what.as_deref(), audit.as_ref()),
        _ => String::new(),
    })?;
    Ok(match done {
        Done::Sound { feed: FeedStanding::Sound, .. } => ExitCode::SUCCESS,
        Done::Sound { feed: FeedStanding::Unknown, .. } => ExitCode::FAILURE,
        _ => ExitCode::from(UNSOUND),
    })
}

async fn by_reading(town: &StoreUrl) -> Result<Done, StoreError> {
    ledger_check::both(town).await.done(Box::pin(ledger_check::compared(town))).await
}

fn plain(key: yui_texts::Key) -> String {
    say(key, &Args::new())
}

fn sound(seq: i64, hash: &str, feed: FeedStanding, audit: &Report, town: &Municipality) -> String {
    let mut lines = vec![
        say(keys::CHORE_AUDIT_SOUND, &Args::new().count("rows", audit.seq)),
        say(keys::CHORE_LEDGER_SOUND, &Args::new().count("rows", seq).words("code", hash)),
    ];
    lines.extend(match feed {
        FeedStanding::Sound => None,
        FeedStanding::BuiltAgain => Some(plain(keys::CHORE_FEED_REBUILT)),
        FeedStanding::Differs => Some(plain(keys::CHORE_FEED_DIFFERS)),
        FeedStanding::Unknown => Some(plain(keys::CHORE_FEED_UNKNOWN)),
    });
    let issuers = ledger_check::by_issuer(&audit.books, town);
    if !issuers.is_empty() {
        lines.push(plain(keys::CHORE_OUTSTANDING));
    }
    for issuer in &issuers {
        lines.push(format!("  {}", issuers_sum(issuer)));
        lines.extend(issuer.books.iter().map(|(programme, book)| {
            let name = programme.as_ref().map_or_else(|| book.programme.clone(), |one| named(&one.name));
            format!("    {}", book_line(&name, book))
        }));
    }
    lines.join("\n")
}

fn named(words: &TownWords) -> String {
    town_words(lang(), words).plain
}

fn issuers_sum(of: &IssuersBooks) -> String {
    let sum = Args::new().yen("amount", of.outstanding());
    match &of.issuer {
        Some(name) => say(keys::CHORE_OUTSTANDING_ISSUER, &sum.words("name", named(name))),
        None => say(keys::CHORE_OUTSTANDING_FORMER, &sum),
    }
}

fn book_line(name: &str, book: &Book) -> String {
    let kind = match book.kind {
        Kind::Charged => plain(wallet::LOT_CHARGED),
        Kind::Granted => plain(wallet::LOT_GRANTED),
        Kind::Coupon => plain(wallet::LOT_COUPON),
        Kind::Reward => plain(wallet::LOT_REWARD),
        Kind::Unknown => "?".to_owned(),
    };
    let args = Args::new()
        .words("name", name)
        .words("kind", kind)
        .yen("issued", Points(book.issued))
        .yen("redeemed", Points(book.redeemed))
        .yen("expired", Points(book.expired))
        .yen("back", Points(book.paid_back))
        .yen("given", Points(book.given_up))
        .yen("amount", Points(book.outstanding));
    say(keys::CHORE_OUTSTANDING_BOOK, &args)
}

/// What each of the two found, the replay's words first: of a row of the log they are the nearest.
fn altered(what: Option<&str>, audit: Option<&Report>) -> String {
    let findings = audit.map(|report| report.findings.as_slice()).unwrap_or_default();
    let headline = what.map(str::to_owned).or_else(|| findings.first().map(ToString::to_string));
    let mut lines =
        vec![say(keys::CHORE_LEDGER_ALTERED, &Args::new().words("words", headline.unwrap_or_default()))];
    lines.push(match audit {
        None => plain(keys::CHORE_AUDIT_UNREAD),
        Some(report) if report.is_sound() => {
            say(keys::CHORE_AUDIT_SOUND, &Args::new().count("rows", report.seq))
        }
        Some(report) => {
            let count = i64::try_from(report.count).unwrap_or(i64::MAX);
            say(keys::CHORE_AUDIT_FINDINGS, &Args::new().count("count", count))
        }
    });
    lines.extend(findings.iter().map(|finding| format!("  {finding}")));
    if what.is_none() {
        lines.push(plain(keys::CHORE_REPLAY_SOUND));
    }
    lines.join("\n")
}
