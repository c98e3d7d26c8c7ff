//! Errands from the realm to the town: one person's are no affair of another's.

use axum::http::StatusCode;
use yui_protocol::{Subject, identity::Level};
use yui_server::identity::{
    errand::{self, Errand},
    resident::Known,
};
use yui_testkit::card::Person;

use crate::support::{Card, Phone, World, on_both, operation};

on_both! {
    one_that_cannot_be_read_keeps_nobodys_waiting
    one_that_the_town_refuses_for_good_ends
    a_login_waits_for_no_one_elses_turn
    a_login_without_errands_takes_no_turn
}

async fn last_day(world: &World, subject: Subject, day: &str) {
    let config = world.yui().config.clone();
    let known = Known { level: Level::Verified, attributes: None, card_last_day: Some(day.to_owned()) };
    let kept = world.yui().realm_write(move |unit| {
        Box::pin(async move { errand::add(unit, &config, subject, &Errand::Resident(known)).await })
    });
    kept.await.expect("kept");
}

async fn known_last_day(world: &World, subject: Subject) -> Option<String> {
    let row = world.yui().town.reader().sql("SELECT card_last_day FROM resident WHERE subject = $1");
    row.bind(subject).fetch_one().await.expect("a resident").get("card_last_day").expect("a day")
}

async fn waiting(world: &World) -> usize {
    world.yui().realm.reader().sql("SELECT id FROM errand").fetch_all().await.expect("rows").len()
}

async fn one_that_cannot_be_read_keeps_nobodys_waiting(world: World) {
    let (_, hanako) = Phone::registered(&world, &Card::of(&Person::hanako())).await;
    let (_, taro) = Phone::registered(&world, &Card::of(&Person::taro())).await;
    last_day(&world, hanako.subject, "2040-01-01").await;
    let spoiled = world.yui().realm_write(move |unit| {
        Box::pin(async move {
            unit.sql("UPDATE errand SET sealed = $1").bind(vec![7_u8; 40]).execute().await?;
            Ok(())
        })
    });
    spoiled.await.expect("spoiled");
    last_day(&world, hanako.subject, "2040-02-02").await;
    last_day(&world, taro.subject, "2040-03-03").await;
    errand::drive_all(world.yui()).await;
    assert_eq!(known_last_day(&world, hanako.subject).await.as_deref(), Some("2040-02-02"));
    assert_eq!(known_last_day(&world, taro.subject).await.as_deref(), Some("2040-03-03"));
    assert_eq!(waiting(&world).await, 1, "what cannot be read is kept for whoever can mend it");
    // And a start does not fail on it.
    let world = world.restart().await;
    assert_eq!(waiting(&world).await, 1);
}

async fn one_that_the_town_refuses_for_good_ends(world: World) {
    let (phone, hanako) = Phone::registered(&world, &Card::of(&Person::hanako())).await;
    last_day(&world, hanako.subject, "2040-01-01\0").await;
    last_day(&world, hanako.subject, "2040-02-02").await;
    errand::drive_all(world.yui()).await;
    assert_eq!(
        known_last_day(&world, hanako.subject).await.as_deref(),
        Some("2040-02-02"),
        "what came after it"
    );
    assert_eq!(waiting(&world).await, 0);
    errand::drive_all(world.yui()).await;
    let figures = String::from_utf8(operation(&world, "/metrics").await.body).expect("text");
    assert!(figures.contains("yui_events_total{event=\"identity_errand_refused\"} 1"), "{figures}");
    assert_eq!(phone.try_log_in(&world).await.status, StatusCode::OK);
}

async fn a_login_waits_for_no_one_elses_turn(world: World) {
    let (_, hanako) = Phone::registered(&world, &Card::of(&Person::hanako())).await;
    let (phone, taro) = Phone::registered(&world, &Card::of(&Person::taro())).await;
    for subject in [hanako.subject, taro.subject] {
        last_day(&world, subject, "2040-01-01").await;
    }
    let held = world.yui().errands.of(hanako.subject).await;
    assert_eq!(phone.try_log_in(&world).await.status, StatusCode::OK);
    assert_eq!(known_last_day(&world, taro.subject).await.as_deref(), Some("2040-01-01"));
    assert_ne!(known_last_day(&world, hanako.subject).await.as_deref(), Some("2040-01-01"), "hers waits");
    drop(held);
    errand::drive_all(world.yui()).await;
    assert_eq!(known_last_day(&world, hanako.subject).await.as_deref(), Some("2040-01-01"));
}

async fn a_login_without_errands_takes_no_turn(world: World) {
    let (phone, profile) = Phone::registered(&world, &Card::of(&Person::hanako())).await;
    let _held = world.yui().errands.of(profile.subject).await;
    let login = phone.try_log_in(&world);
    let answer =
        tokio::time::timeout(std::time::Duration::from_secs(20), login).await.expect("waits for no turn");
    assert_eq!(answer.status, StatusCode::OK);
}

/// Looking for errands is a look at an index, however many wait.
#[tokio::test]
async fn looking_for_errands_reads_no_table() {
    let world = World::sqlite().await;
    let text =
        "EXPLAIN QUERY PLAN SELECT id, sealed FROM errand WHERE town = $1 AND subject = $2 ORDER BY id";
    let plan = world.yui().realm.reader().sql(text).bind("422053").bind(Subject::from_bytes([1; 16]));
    let rows = plan.fetch_all().await.expect("a plan");
    let steps: Vec<String> = rows.iter().map(|row| row.get("detail").expect("text")).collect();
    assert!(steps.iter().all(|step| step.contains("errand_subject")), "{steps:?}");
}
