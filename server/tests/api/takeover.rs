//! Two servers over the same PostgreSQL schemas: one answers, and the other, when it takes over, knows all that
//! happened meanwhile.

use std::time::Duration;

use axum::http::{Method, Request, StatusCode};
use futures_util::StreamExt;
use tower::ServiceExt;
use yui_protocol::{ErrorCode, identity::EnrolPurpose, shop::Shop};
use yui_server::{
    Ended, StartError,
    identity::realm_key::{KeyError, RealmKey},
    standby,
};
use yui_store::Standing;
use yui_testkit::card::Person;

use crate::{
    money::new_shop,
    support::{Card, Phone, World, json, operation, request},
};

fn get(path: &str) -> Request<axum::body::Body> {
    Request::get(path).body(axum::body::Body::empty()).expect("a request")
}

#[tokio::test]
async fn who_takes_over_knows_what_happened_meanwhile() {
    let first = World::postgres().await;
    let card = Card::of(&Person::hanako());
    let (lost, _) = Phone::registered(&first, &card).await;
    let (old, gone) = new_shop(&first, "花子パン").await;
    let second = first.beside().await;
    assert!(second.yui().shops.get(old).is_ok(), "it has read, and does not answer");
    for path in ["/readyz", "/v1/shops", "/v1/municipality"] {
        request(&second, get(path)).await.refused(ErrorCode::Unavailable);
    }
    assert_eq!(operation(&second, "/readyz").await.problem(), ErrorCode::Unavailable);
    lost.try_log_in(&second).await.refused(ErrorCode::Unavailable);
    assert_eq!(request(&second, get("/healthz")).await.status, StatusCode::OK);

    // A token of the standby's own memory, as one that led before may still hold.
    let token = second.yui().tokens.issue(lost.id(), second.now()).expect("random");
    let kept = Phone { token, ..lost.clone() };
    let (shop, _) = new_shop(&first, "青空市場").await;
    yui_server::shop::pairing::revoke(first.yui(), "staff-0001", gone.id()).await.expect("revoked");
    let mut phone = Phone::new();
    Phone::profile(&phone.enrol(&first, &card, EnrolPurpose::ReplaceLost).await);
    kept.get(&second, "/v1/identity/devices").await.refused(ErrorCode::Unavailable);

    let nonce = Phone::nonce(&first).await;
    first.stop().await;
    second.stands(Standing::Leading).await;
    kept.get(&second, "/v1/identity/devices").await.refused(ErrorCode::DeviceRevoked);
    lost.try_log_in(&second).await.refused(ErrorCode::DeviceRevoked);
    gone.try_log_in(&second).await.refused(ErrorCode::DeviceRevoked);
    assert_eq!(request(&second, get(&format!("/v1/shops/{shop}"))).await.json::<Shop>().name, "青空市場");
    phone.log_in(&second).await;
    assert_eq!(phone.get(&second, "/v1/identity/devices").await.status, StatusCode::OK);
    assert_eq!(operation(&second, "/readyz").await.status, StatusCode::OK);
    assert_eq!(request(&second, get("/readyz")).await.status, StatusCode::OK);
    assert_eq!(standby::check(second.yui()).await, Ok(()));
    // What the first refused, the second cannot know.
    let body = Phone::new().enrol_request(&second, &nonce, &card, EnrolPurpose::AddDevice, true, |_| {});
    json(&second, Method::POST, "/v1/identity/enrol", &body).await.refused(ErrorCode::NonceUnknown);
    Phone::profile(&Phone::new().enrol(&second, &card, EnrolPurpose::AddDevice).await);
}

#[tokio::test]
async fn who_lost_the_lead_is_silent_until_it_leads_again() {
    let world = World::postgres().await;
    let (phone, _) = Phone::registered(&world, &Card::of(&Person::hanako())).await;
    let proof = phone.proof(&world, &Method::GET, "/v1/events", |_| {});
    let asked = phone.with_proof(&Method::GET, "/v1/events", &proof, None);
    let stream = world.server.router.clone().oneshot(asked).await.expect("infallible");
    let mut stream = stream.into_body().into_data_stream();
    assert!(stream.next().await.is_some());

    depose(&world).await;
    while stream.next().await.is_some() {}
    phone.get(&world, "/v1/identity/devices").await.refused(ErrorCode::Unavailable);
    world.stands(Standing::Leading).await;
    assert_eq!(phone.get(&world, "/v1/identity/devices").await.status, StatusCode::OK);
}

/// As if another had taken a new epoch: the fence refuses the commit.
async fn depose(world: &World) {
    let deposed = world.yui().town_write(|unit| {
        Box::pin(async move {
            unit.sql("UPDATE meta SET epoch = epoch + 1").execute().await?;
            Ok(())
        })
    });
    assert_eq!(deposed.await, Err(ErrorCode::Unavailable));
}

async fn in_realm(world: &World, text: &'static str) {
    let done = world.yui().realm_write(move |unit| {
        Box::pin(async move {
            unit.sql(text).execute().await?;
            Ok(())
        })
    });
    done.await.expect("is done");
}

/// It says nothing any more, and is not waited for: a stream that ended on that would be opened again each second.
#[tokio::test]
async fn a_ledger_that_stopped_ends_no_stream_on_postgres() {
    let world = World::postgres().await;
    Phone::registered(&world, &Card::of(&Person::hanako())).await;
    new_shop(&world, "花子パン").await;
    let broken = world.yui().town_write(|unit| {
        Box::pin(async move {
            unit.break_ledger();
            Ok(unit.fact("test.broken", None))
        })
    });
    assert_eq!(broken.await, Err(ErrorCode::LedgerStopped));
    world.yui().town.writer().out_of_touch().await;
    let ended = tokio::time::timeout(Duration::from_millis(500), standby::lost(world.yui())).await;
    assert!(ended.is_err(), "its store is read on");
    assert_eq!(standby::check(world.yui()).await, Ok(()));
}

/// What cannot be read for a moment at a takeover is read when the next one asks; a wrong key ends the server, and says
/// so.
#[tokio::test]
async fn only_a_wrong_key_ends_a_server_that_takes_over_on_postgres() {
    let world = World::postgres().await;
    in_realm(&world, "ALTER TABLE realm_key RENAME TO realm_key_away").await;
    depose(&world).await;
    world.stands(Standing::Leading).await;
    request(&world, get("/v1/shops")).await.refused(ErrorCode::Unavailable);
    assert!(!world.yui().stopping.is_cancelled() && world.yui().ended.get().is_none());
    in_realm(&world, "ALTER TABLE realm_key_away RENAME TO realm_key").await;
    assert_eq!(request(&world, get("/v1/shops")).await.status, StatusCode::OK);

    in_realm(&world, "UPDATE realm_key SET key_check = 'another'").await;
    depose(&world).await;
    world.stands(Standing::Leading).await;
    request(&world, get("/v1/shops")).await.refused(ErrorCode::Unavailable);
    assert!(world.yui().stopping.is_cancelled());
    assert_eq!(world.yui().ended.get(), Some(&Ended::OtherKey));
}

/// Two servers over one database must have one key: rows under two would never be found again together.
#[tokio::test]
async fn a_server_with_another_key_does_not_start() {
    let first = World::postgres().await;
    Phone::registered(&first, &Card::of(&Person::hanako())).await;
    let other = first.start_beside(RealmKey::new([8; 32])).await;
    assert!(matches!(other.err(), Some(StartError::Key(KeyError::Other))));
    assert!(first.start_beside(RealmKey::new([7; 32])).await.is_ok());
}
