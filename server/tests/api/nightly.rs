//! The ledger is checked every night, and one that was altered is an alarm: in the figures, on the staff's page and for
//! the next start. Answers go on.

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use chrono::NaiveTime;
use yui_protocol::Millis;
use yui_server::{
    chore::{Chore, Done},
    ledger_check::{ALARM, FeedStanding, LastCheck, Nightly, Operator, Outcome, Verdict, every_night},
    staff::Role,
};

use yui_texts::Lang;

use crate::{
    money::{Town, settled},
    pages::{Browser, text},
    support::{World, on_both, operation, request},
};

on_both! {
    a_night_finds_what_was_altered a_server_that_was_down_makes_up_for_the_night
    the_whole_ledger_is_read_by_connections_of_its_own the_operator_is_mailed_once_a_night
}

const HALF_PAST_THREE: Option<NaiveTime> = NaiveTime::from_hms_opt(3, 30, 0);

const OPERATOR: &str = "operator@omura.example";

/// The job of a server, and the outcome that comes after `before`.
struct Nights {
    world: World,
    nightly: Nightly,
    folder: tempfile::TempDir,
}

impl Nights {
    fn begin(world: World) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let record = folder.path().join("ledger-check.json");
        let operator = Operator { address: OPERATOR.to_owned(), lang: Lang::En };
        let nightly = Nightly { at: HALF_PAST_THREE.expect("a time"), record, operator: Some(operator) };
        tokio::spawn(every_night(world.yui().clone(), nightly.clone()));
        Self { world, nightly, folder }
    }

    async fn outcome_after(&self, before: Option<&Outcome>) -> Outcome {
        loop {
            match self.world.yui().checks.get() {
                Some(outcome) if Some(&outcome) != before => return outcome,
                _ => tokio::time::sleep(std::time::Duration::from_millis(10)).await,
            }
        }
    }

    /// Waits until so many mails have reached the operator; all of them.
    async fn mails(&self, count: usize) -> Vec<String> {
        loop {
            let mails = self.world.mailbox.mails_to(OPERATOR);
            if mails.len() >= count {
                break mails;
            }
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
    }

    async fn figures(&self) -> String {
        String::from_utf8(operation(&self.world, "/metrics").await.body).expect("text")
    }
}

async fn a_night_finds_what_was_altered(world: World) {
    let Town { world, .. } = Town::with_points(world, 5000).await;
    let nights = Nights::begin(world);
    let world = &nights.world;
    assert!(!nights.figures().await.contains("yui_ledger_check"), "nothing is said before the first");
    world.clock.advance(11 * Millis::MINUTE);
    let first = nights.outcome_after(None).await;
    assert!(matches!(first.verdict, Verdict::Sound { rows } if rows > 0), "{first:?}");
    let figures = nights.figures().await;
    for line in [
        format!("yui_ledger_check_seconds {}", first.at.0 / 1000),
        "yui_ledger_check_ok 1".to_owned(),
        "yui_ledger_check_findings 0".to_owned(),
    ] {
        assert!(figures.lines().any(|told| told == line), "{line}: {figures}");
    }
    let altered = world.yui().town_write(|unit| {
        Box::pin(async move { Ok(unit.sql("UPDATE lot SET amount = amount + 1").execute().await?) })
    });
    assert_eq!(altered.await, Ok(1), "by another hand than the ledger's");
    world.clock.advance(Millis::DAY);
    let second = nights.outcome_after(Some(&first)).await;
    let Verdict::Altered { findings, first } = &second.verdict else { panic!("{second:?}") };
    assert!(*findings >= 2 && first.starts_with("table lot: row "), "{second:?}");
    let figures = nights.figures().await;
    for line in [
        "yui_ledger_check_ok 0".to_owned(),
        format!("yui_ledger_check_findings {findings}"),
        format!("yui_events_total{{event=\"{ALARM}\"}} 1"),
    ] {
        assert!(figures.lines().any(|told| told == line), "{line}: {figures}");
    }
    assert_eq!(operation(world, "/readyz").await.status, StatusCode::OK, "the writer itself is not broken");
    let shops = Request::get("/v1/shops").body(Body::empty()).expect("a request");
    assert_eq!(request(world, shops).await.status, StatusCode::OK);
    let mut accounts = Browser::of(world, "accounts", Role::BodyAccounts).await;
    let page = text(&accounts.open(world, "/staff/ledger").await);
    assert!(page.contains("role=\"alert\"") && page.contains("table lot: row "), "{page}");
    let next = LastCheck::default();
    next.keep_in(nights.nightly.record.clone());
    assert_eq!(next.get(), Some(second), "the next start knows it");
    assert_eq!(std::fs::read_dir(nights.folder.path()).expect("a folder").count(), 1);
}

async fn a_server_that_was_down_makes_up_for_the_night(world: World) {
    let nights = Nights::begin(world);
    nights.world.clock.advance(11 * Millis::MINUTE);
    let before = nights.outcome_after(None).await;
    let Nights { world, nightly, folder } = nights;
    world.yui().stopping.cancel();
    let world = world.restart().await;
    world.clock.advance(3 * Millis::DAY);
    let began = world.now();
    tokio::spawn(every_night(world.yui().clone(), nightly.clone()));
    let nights = Nights { world, nightly, folder };
    for _ in 0..11 {
        tokio::task::yield_now().await;
        nights.world.clock.advance(Millis::MINUTE);
    }
    let after = nights.outcome_after(Some(&before)).await;
    assert!(after.at.since(began) >= 10 * Millis::MINUTE, "a start is not slowed: {after:?}");
}

/// Payments wait for none of those that read the ledger and its feed.
async fn the_whole_ledger_is_read_by_connections_of_its_own(world: World) {
    let Town { world, .. } = Town::with_points(world, 5000).await;
    settled(&world).await;
    world.yui().town.reader().close().await;
    let Ok(Done::Sound { seq, feed, .. }) = Chore::VerifyLedger.run(world.yui()).await else {
        panic!("it is sound");
    };
    assert!(seq > 0);
    assert_eq!(feed, FeedStanding::Sound);
}

async fn the_operator_is_mailed_once_a_night(world: World) {
    let Town { world, .. } = Town::with_points(world, 5000).await;
    let nights = Nights::begin(world);
    let (world, mailbox) = (&nights.world, &nights.world.mailbox);
    world.clock.advance(11 * Millis::MINUTE);
    let sound = nights.outcome_after(None).await;
    let altered = world.yui().town_write(|unit| {
        Box::pin(async move { Ok(unit.sql("UPDATE lot SET amount = amount + 1").execute().await?) })
    });
    assert_eq!(altered.await, Ok(1));

    mailbox.shut(true);
    world.clock.advance(Millis::DAY);
    let first = nights.outcome_after(Some(&sound)).await;
    let Verdict::Altered { findings, .. } = first.verdict else { panic!("{first:?}") };
    while mailbox.turned_away() == 0 {
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    mailbox.shut(false);
    world.clock.advance(10 * Millis::MINUTE);
    let mails = nights.mails(1).await;
    assert!(mails[0].starts_with(ALARM), "a mailbox can tell it from others: {mails:?}");
    for words in ["大村市", &format!("in {findings} places"), "verify-ledger"] {
        assert!(mails[0].contains(words), "{words}: {mails:?}");
    }
    assert!(!mails[0].contains("table"), "no row: {mails:?}");

    // The whole next night is in between: the job has looked again by then.
    world.clock.advance(Millis::DAY);
    let second = nights.outcome_after(Some(&first)).await;
    assert!(matches!(second.verdict, Verdict::Altered { .. }), "{second:?}");
    assert_eq!(nights.mails(2).await.len(), 2, "one for each night, and none for the sound one");
    assert_eq!(mailbox.turned_away(), 1, "who was turned away comes back after a while, and not at once");
}
