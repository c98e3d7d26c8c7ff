//! Requests whose sender goes away between the store's commit and the answer: what memory holds follows all the same,
//! and whoever asks again gets the answer that was lost.

use std::time::Duration;

use axum::http::{Method, StatusCode};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use yui_protocol::{
    ErrorCode, ShopId,
    identity::{EnrolAnswer, EnrolPurpose, LeaveRequest},
};
use yui_server::{
    identity::{
        errand::{self, Errand},
        review::{self, Verdict},
    },
    shop::{ShopDraft, directory, pairing},
};
use yui_store::Db;
use yui_testkit::card::Person;

use crate::{
    money::{STAFF, new_shop},
    support::{Card, Phone, World, json, on_both},
};

on_both! {
    a_removed_phone_is_out_though_nobody_waits
    a_lost_phone_is_out_though_nobody_waits
    who_left_is_out_though_nobody_waits
    a_decided_review_counts_though_nobody_waits
    a_shop_is_added_or_closed_and_its_phone_revoked_though_nobody_waits
    an_errand_brings_memory_up_to_the_store
    an_enrolment_whose_answer_was_lost_is_answered_again
    a_visit_whose_answer_was_lost_is_answered_again
}

/// Waits until it holds.
async fn until(what: &str, holds: impl AsyncFn() -> bool) {
    let wait = async {
        while !holds().await {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), wait).await.unwrap_or_else(|_| panic!("never: {what}"));
}

/// Does `act` until its commit is in the store, and drops it there. It is not polled while the commit is awaited, so
/// what it does after it by itself never happens.
async fn cut_off(act: impl Future, committed: impl AsyncFn() -> bool) {
    let mut act = Box::pin(act);
    let give_up = tokio::time::Instant::now() + Duration::from_secs(20);
    loop {
        assert!(futures_util::poll!(&mut act).is_pending(), "it ended before it could be cut off");
        let waited = until("committed", &committed);
        if tokio::time::timeout(Duration::from_millis(100), waited).await.is_ok() {
            return;
        }
        assert!(tokio::time::Instant::now() < give_up, "it never came to its commit");
    }
}

async fn count(db: &Db, text: &'static str) -> usize {
    db.sql(text).fetch_all().await.expect("rows").len()
}

async fn out(world: &World, phone: &Phone) {
    let out = async || world.yui().keys.usable(&phone.id()).err() == Some(ErrorCode::DeviceRevoked);
    until("the phone is out", out).await;
    phone.try_log_in(world).await.refused(ErrorCode::DeviceRevoked);
}

const REVOKED: &str = "SELECT id FROM device WHERE revoked_at IS NOT NULL";

async fn a_removed_phone_is_out_though_nobody_waits(world: World) {
    let card = Card::of(&Person::hanako());
    let (first, _) = Phone::registered(&world, &card).await;
    let second = Phone::new();
    Phone::profile(&second.enrol(&world, &card, EnrolPurpose::AddDevice).await);
    let realm = world.yui().realm.reader();
    let path = format!("/v1/identity/devices/{}", second.id());
    cut_off(first.call(&world, Method::DELETE, &path, None), async || count(realm, REVOKED).await == 1).await;
    out(&world, &second).await;
}

async fn a_lost_phone_is_out_though_nobody_waits(world: World) {
    let card = Card::of(&Person::hanako());
    let (lost, _) = Phone::registered(&world, &card).await;
    let found = Phone::new();
    let realm = world.yui().realm.reader();
    let enrol = found.enrol(&world, &card, EnrolPurpose::ReplaceLost);
    cut_off(enrol, async || count(realm, REVOKED).await == 1).await;
    out(&world, &lost).await;
    assert_eq!(found.try_log_in(&world).await.status, StatusCode::OK);
}

async fn who_left_is_out_though_nobody_waits(world: World) {
    let (phone, _) = Phone::registered(&world, &Card::of(&Person::hanako())).await;
    let request = LeaveRequest { id: Phone::command_id(&world), give_up_balance: false };
    let body = serde_json::to_string(&request).expect("serialises");
    let realm = world.yui().realm.reader();
    let leave = phone.call(&world, Method::POST, "/v1/identity/leave", Some(body));
    // The errand may be done and gone before anybody looks.
    let begun = async || count(realm, "SELECT id FROM errand").await + count(realm, REVOKED).await > 0;
    cut_off(leave, begun).await;
    out(&world, &phone).await;
}

async fn a_decided_review_counts_though_nobody_waits(world: World) {
    let hanako = Person::hanako();
    let (old, _) = Phone::registered(&world, &Card::of(&hanako)).await;
    let new = Phone::new();
    let waiting = new.enrol(&world, &Card::replaced(&hanako), EnrolPurpose::ReplaceLost).await;
    assert_eq!(waiting.status, StatusCode::ACCEPTED);
    let yui = world.yui();
    let id = review::waiting(yui).await.expect("reviews").remove(0).id;
    let decide = review::decide(yui, STAFF, &id, Verdict::SamePerson);
    cut_off(decide, async || count(yui.realm.reader(), REVOKED).await == 1).await;
    out(&world, &old).await;
    until("the new phone is in", async || world.yui().keys.usable(&new.id()).is_ok()).await;
}

async fn a_shop_is_added_or_closed_and_its_phone_revoked_though_nobody_waits(world: World) {
    let (shop, phone) = new_shop(&world, "花子パン").await;
    let yui = world.yui();
    let town = yui.town.reader();
    let draft = ShopDraft { name: "青空市場".to_owned(), ..ShopDraft::default() };
    let new = ShopId([9; 8]);
    let added = async || count(town, "SELECT id FROM shop").await == 2;
    cut_off(pairing::add_shop(yui, STAFF, new, draft), added).await;
    until("added", async || yui.shops.open(new).is_ok()).await;
    let close = directory::set_open(yui, STAFF, shop, false);
    cut_off(close, async || count(town, "SELECT id FROM shop WHERE open = 0").await == 1).await;
    until("closed", async || yui.shops.open(shop).err() == Some(ErrorCode::ShopClosed)).await;
    let revoke = pairing::revoke(yui, STAFF, phone.id());
    let revoked = "SELECT id FROM shop_device WHERE revoked_at IS NOT NULL";
    cut_off(revoke, async || count(town, revoked).await == 1).await;
    out(&world, &phone).await;
}

/// The realm committed a removal, and the process that did it told nobody.
async fn an_errand_brings_memory_up_to_the_store(world: World) {
    let (phone, profile) = Phone::registered(&world, &Card::of(&Person::hanako())).await;
    let config = world.yui().config.clone();
    let removed = world.yui().realm_write(move |unit| {
        Box::pin(async move {
            let now = unit.now();
            unit.sql("UPDATE device SET revoked_at = $1").bind(now).execute().await?;
            errand::add(unit, &config, profile.subject, &Errand::Devices).await
        })
    });
    removed.await.expect("removed");
    assert!(world.yui().keys.usable(&phone.id()).is_ok(), "memory does not know");
    errand::drive_all(world.yui()).await;
    phone.try_log_in(&world).await.refused(ErrorCode::DeviceRevoked);
}

/// Sends bytes to a real listener, and goes away without reading once `committed`.
async fn send_and_leave(address: std::net::SocketAddr, bytes: &[u8], committed: impl AsyncFn() -> bool) {
    let mut stream = TcpStream::connect(address).await.expect("connects");
    stream.write_all(bytes).await.expect("writes");
    until("committed", committed).await;
}

async fn send_and_read(address: std::net::SocketAddr, bytes: &[u8]) -> (u16, Vec<u8>) {
    let mut stream = TcpStream::connect(address).await.expect("connects");
    stream.write_all(bytes).await.expect("writes");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.expect("reads");
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("a head");
    let status = std::str::from_utf8(&answer[9..12]).expect("text").parse().expect("a status");
    (status, answer[end + 4..].to_vec())
}

async fn an_enrolment_whose_answer_was_lost_is_answered_again(world: World) {
    let stopping = world.yui().stopping.clone();
    let (address, serving) = world.listens().await;
    let (phone, card) = (Phone::new(), Card::of(&Person::hanako()));
    let nonce = Phone::nonce(&world).await;
    let request = phone.enrol_request(&world, &nonce, &card, EnrolPurpose::Register, true, |_| {});
    let body = serde_json::to_vec(&request).expect("serialises");
    let head = format!(
        "POST /v1/identity/enrol HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\n\
         content-length: {}\r\n\r\n",
        body.len()
    );
    let bytes = [head.as_bytes(), &body].concat();
    let realm = world.yui().realm.reader();
    send_and_leave(address, &bytes, async || count(realm, "SELECT id FROM device").await == 1).await;
    let (status, body) = send_and_read(address, &bytes).await;
    assert_eq!(status, 200, "{}", String::from_utf8_lossy(&body));
    let EnrolAnswer::Enrolled { profile, .. } = serde_json::from_slice(&body).expect("an answer") else {
        panic!("in review")
    };
    assert_eq!(profile.name, Person::hanako().name);
    assert_eq!(phone.try_log_in(&world).await.status, StatusCode::OK);
    for table in ["SELECT id FROM device", "SELECT id FROM person", "SELECT subject FROM membership"] {
        assert_eq!(count(realm, table).await, 1, "{table}");
    }
    // It is the answer to this statement of this phone only, and ends with the phone.
    let other = Phone::new().enrol_request(&world, &nonce, &card, EnrolPurpose::AddDevice, true, |_| {});
    json(&world, Method::POST, "/v1/identity/enrol", &other).await.refused(ErrorCode::NonceUsed);
    let again = phone.enrol_request(&world, &nonce, &card, EnrolPurpose::ReplaceLost, true, |_| {});
    json(&world, Method::POST, "/v1/identity/enrol", &again).await.refused(ErrorCode::NonceUsed);
    yui_server::identity::devices::sign_out(world.yui(), profile.subject, phone.id()).await.expect("out");
    json(&world, Method::POST, "/v1/identity/enrol", &request).await.refused(ErrorCode::DeviceRevoked);
    stopping.cancel();
    serving.await.expect("stops");
}

async fn a_visit_whose_answer_was_lost_is_answered_again(world: World) {
    let code = yui_server::identity::counter::visitor_code(world.yui(), STAFF).await.expect("a code");
    let phone = Phone::new();
    let nonce = Phone::nonce(&world).await;
    let request = phone.visit_request(&world, &nonce, &code, EnrolPurpose::Register);
    let realm = world.yui().realm.reader();
    let visit = json(&world, Method::POST, "/v1/identity/visitor", &request);
    cut_off(visit, async || count(realm, "SELECT id FROM device").await == 1).await;
    let again = json(&world, Method::POST, "/v1/identity/visitor", &request).await;
    assert_eq!(again.status, StatusCode::OK);
    assert_eq!(count(realm, "SELECT id FROM device").await, 1);
    // Staff's no stays a no.
    let (late, nonce) = (Phone::new(), Phone::nonce(&world).await);
    let wrong = late.visit_request(&world, &nonce, &code, EnrolPurpose::Register);
    let visit = async |request| json(&world, Method::POST, "/v1/identity/visitor", request).await;
    for _ in 0..2 {
        visit(&wrong).await.refused(ErrorCode::RegistrationCodeWrong);
    }
    // Another code is another request, and the nonce is spent.
    let code = yui_server::identity::counter::visitor_code(world.yui(), STAFF).await.expect("a code");
    let right = yui_protocol::identity::VisitorRequest { code, ..wrong.clone() };
    visit(&right).await.refused(ErrorCode::NonceUsed);
}
