//! A full disk, met through the API: a coded error, nothing half done, and the same request is good once there is
//! room again. (SQLite's own quota answers exactly as a full disk does.)

use yui_protocol::{ErrorCode, identity::EnrolPurpose};
use yui_store::Writer;
use yui_testkit::card::Person;

use crate::{
    money::Town,
    support::{Card, Phone, World, json},
};

async fn most_pages(writer: &Writer, text: &'static str) {
    let set =
        writer.run(move |unit| Box::pin(async move { Ok(unit.sql(text).fetch_all().await.map(drop)?) }));
    set.await.expect("sets the quota");
}

const NONE: &str = "PRAGMA max_page_count = 1";
const PLENTY: &str = "PRAGMA max_page_count = 100000";

#[tokio::test]
async fn a_payment_that_finds_no_room_is_paid_later_once() {
    let town = Town::with_points(World::sqlite().await, 5000).await;
    let writer = town.world.yui().town.writer();
    most_pages(writer, NONE).await;
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
    most_pages(writer, PLENTY).await;
    assert_eq!(town.available().await, 5000 - paid, "nothing was taken for what was refused");
    for _ in 0..2 {
        assert_eq!(town.send(&refused).await.status.as_u16(), 200);
    }
    assert_eq!(town.available().await, 5000 - paid - 1);
}

#[tokio::test]
async fn a_registration_that_finds_no_room_leaves_nobody_behind() {
    let world = World::sqlite().await;
    most_pages(world.yui().realm.writer(), NONE).await;
    let card = Card::of(&Person::hanako());
    let mut refused = None;
    // Nonces are spent first, so the disk fills before anybody is let in, or right after somebody was.
    for _ in 0..500 {
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
    most_pages(world.yui().realm.writer(), PLENTY).await;
    let answer = phone.enrol(&world, &card, EnrolPurpose::ReplaceLost).await;
    assert_eq!(Phone::profile(&answer).name, Person::hanako().name);
}
