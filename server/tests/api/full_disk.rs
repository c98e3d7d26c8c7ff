//! A full disk, met through the API: a coded error, nothing half done, and the same request is good once there is
//! room again. (SQLite's own quota answers exactly as a full disk does; in PostgreSQL a trigger raises its
//! `disk_full`.)

use sqlx::AssertSqlSafe;
use yui_protocol::{ErrorCode, Millis, identity::EnrolPurpose};
use yui_store::{Engine, Store};
use yui_testkit::card::Person;

use crate::{
    money::Town,
    support::{Card, Phone, World, json, on_both},
};

on_both! {
    a_payment_that_finds_no_room_is_paid_later_once
    a_registration_that_finds_no_room_leaves_nobody_behind
}

async fn run(store: &Store, statements: Vec<String>) {
    let done = store.writer().run(move |unit| {
        Box::pin(async move {
            for text in statements {
                // A pragma answers its value, the rest nothing.
                unit.sql(AssertSqlSafe(text)).fetch_all().await?;
            }
            Ok(())
        })
    });
    done.await.expect("is set");
}

const RAISE: &str = "CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
    RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$";

/// Leaves no room; in PostgreSQL for rows of one table.
async fn fill(store: &Store, table: &str) {
    let statements = match store.reader().engine() {
        Engine::Sqlite => vec!["PRAGMA max_page_count = 1".to_owned()],
        Engine::Postgres => vec![
            RAISE.to_owned(),
            format!(
                "CREATE TRIGGER no_room BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION no_room()"
            ),
        ],
    };
    run(store, statements).await;
}

async fn make_room(store: &Store) {
    let statement = match store.reader().engine() {
        Engine::Sqlite => "PRAGMA max_page_count = 100000",
        Engine::Postgres => "DROP FUNCTION no_room CASCADE",
    };
    run(store, vec![statement.to_owned()]).await;
}

async fn a_payment_that_finds_no_room_is_paid_later_once(world: World) {
    let town = Town::with_points(world, 5000).await;
    let store = &town.world.yui().town;
    fill(store, "posting").await;
    // What still fits into the last pages is paid.
    let mut paid = 0;
    let refused = loop {
        let signed = town.payment(1);
        let answer = town.send(&signed).await;
        if answer.status.as_u16() != 200 {
            answer.refused(ErrorCode::StorageFull);
            break signed;
        }
        paid += 1;
        assert!(paid < 5000, "it never filled");
    };
    town.send(&refused).await.refused(ErrorCode::StorageFull);
    make_room(store).await;
    assert_eq!(town.available().await, 5000 - paid, "nothing was taken for what was refused");
    for _ in 0..2 {
        assert_eq!(town.send(&refused).await.status.as_u16(), 200);
    }
    assert_eq!(town.available().await, 5000 - paid - 1);
}

async fn a_registration_that_finds_no_room_leaves_nobody_behind(world: World) {
    fill(&world.yui().realm, "device").await;
    let card = Card::of(&Person::hanako());
    let mut refused = None;
    // One registration after another, until the disk is full in the middle of one.
    for count in 0..500 {
        // So many new phones would be too many for a day.
        world.clock.advance(i64::from(count % 10 == 9) * Millis::DAY);
        let (phone, nonce) = (Phone::new(), Phone::nonce(&world).await);
        let body = phone.enrol_request(&world, &nonce, &card, EnrolPurpose::ReplaceLost, true, |_| {});
        let answer = json(&world, axum::http::Method::POST, "/v1/identity/enrol", &body).await;
        if answer.status.as_u16() != 200 {
            answer.refused(ErrorCode::StorageFull);
            refused = Some(phone);
            break;
        }
    }
    let phone = refused.expect("the disk fills");
    phone.try_log_in(&world).await.refused(ErrorCode::DeviceUnknown);
    make_room(&world.yui().realm).await;
    let answer = phone.enrol(&world, &card, EnrolPurpose::ReplaceLost).await;
    assert_eq!(Phone::profile(&answer).name, Person::hanako().name);
}
