//! What a restart keeps and forgets, and errands that a broken start left behind.

use axum::http::{Method, StatusCode};
use yui_protocol::{
    Base64Url, ErrorCode,
    identity::{EnrolPurpose, EnrolRequest, NONCE_LIFE, VisitorRequest},
};
use yui_server::{
    Server, StartError,
    identity::errand::{self, Errand},
};
use yui_testkit::card::Person;

use crate::support::{Card, Phone, World, json, on_both};

on_both! {
    keys_survive_and_tokens_do_not a_spent_nonce_stays_spent an_errand_is_done_at_the_start an_errands_id_never_comes_again
    a_lost_town_is_not_a_new_one a_lost_realm_is_not_a_new_one a_first_start_that_was_cut_off_is_finished
}

async fn keys_survive_and_tokens_do_not(world: World) {
    let card = Card::of(&Person::hanako());
    let (lost, _) = Phone::registered(&world, &card).await;
    let mut phone = Phone::new();
    Phone::profile(&phone.enrol(&world, &card, EnrolPurpose::ReplaceLost).await);
    phone.log_in(&world).await;
    let waiting = Phone::new();
    let review = waiting.enrol(&world, &Card::replaced(&Person::hanako()), EnrolPurpose::Register).await;
    assert_eq!(review.status, StatusCode::ACCEPTED);
    let world = world.restart().await;
    phone.get(&world, "/v1/identity/devices").await.refused(ErrorCode::Unauthenticated);
    phone.log_in(&world).await;
    assert_eq!(phone.get(&world, "/v1/identity/devices").await.status, StatusCode::OK);
    lost.try_log_in(&world).await.refused(ErrorCode::DeviceRevoked);
    waiting.try_log_in(&world).await.refused(ErrorCode::UnderReview);
}

/// Which nonces were refused, a process takes with it: so it takes all with it that it gave.
async fn a_spent_nonce_stays_spent(world: World) {
    let enrol = async |world: &World, body: &EnrolRequest| {
        json(world, Method::POST, "/v1/identity/enrol", body).await
    };
    let visit = async |world: &World, body: &VisitorRequest| {
        json(world, Method::POST, "/v1/identity/visitor", body).await
    };
    let (card, phone) = (Card::of(&Person::hanako()), Phone::new());
    let by = |world: &World, phone: &Phone, nonce: &Base64Url, purpose| {
        phone.enrol_request(world, nonce, &card, purpose, true, |_| {})
    };
    let used = Phone::nonce(&world).await;
    let accepted = by(&world, &phone, &used, EnrolPurpose::Register);
    let profile = Phone::profile(&enrol(&world, &accepted).await);
    let code = yui_server::identity::counter::visitor_code(world.yui(), "staff-0001").await.expect("a code");
    let visited =
        Phone::new().visit_request(&world, &Phone::nonce(&world).await, &code, EnrolPurpose::Register);
    let visitor = Phone::profile(&visit(&world, &visited).await);

    let nonce = Phone::nonce(&world).await;
    let mut wrong = by(&world, &Phone::new(), &nonce, EnrolPurpose::AddDevice);
    wrong.card.signature.0[5] ^= 1;
    let good = by(&world, &Phone::new(), &nonce, EnrolPurpose::AddDevice);
    enrol(&world, &wrong).await.refused(ErrorCode::SignatureInvalid);
    enrol(&world, &good).await.refused(ErrorCode::NonceUsed);
    let unused = by(&world, &Phone::new(), &Phone::nonce(&world).await, EnrolPurpose::AddDevice);

    let world = world.restart().await;
    for void in [&wrong, &good, &unused] {
        enrol(&world, void).await.refused(ErrorCode::NonceUnknown);
    }
    assert_eq!(Phone::profile(&enrol(&world, &accepted).await), profile, "its answer may have been lost");
    assert_eq!(Phone::profile(&visit(&world, &visited).await), visitor);
    let others = by(&world, &Phone::new(), &used, EnrolPurpose::AddDevice);
    enrol(&world, &others).await.refused(ErrorCode::NonceUsed);
    let anew = Phone::new().enrol(&world, &card, EnrolPurpose::AddDevice).await;
    assert_eq!(Phone::profile(&anew).subject, profile.subject);
    world.clock.advance(NONCE_LIFE + 1);
    let late = by(&world, &phone, &used, EnrolPurpose::Register);
    enrol(&world, &late).await.refused(ErrorCode::NonceUnknown);
}

/// The realm committed, and the town did not: as when the process ends between the two.
async fn an_errand_is_done_at_the_start(world: World) {
    let (phone, profile) = Phone::registered(&world, &Card::of(&Person::hanako())).await;
    let subject = profile.subject;
    let config = world.yui().config.clone();
    let kept = world.yui().realm_write(move |unit| {
        Box::pin(async move {
            let known = yui_server::identity::resident::Known {
                level: yui_protocol::identity::Level::Verified,
                attributes: None,
                card_last_day: Some("2031-04-12".into()),
            };
            let errand = yui_server::identity::errand::Errand::Resident(known);
            yui_server::identity::errand::add(unit, &config, subject, &errand).await
        })
    });
    kept.await.expect("kept");
    let gone = world.yui().town_write(move |unit| {
        Box::pin(async move {
            unit.sql("DELETE FROM resident WHERE subject = $1").bind(subject).execute().await?;
            Ok(())
        })
    });
    gone.await.expect("gone");
    let world = world.restart().await;
    let rows = world.yui().town.reader().sql("SELECT subject FROM resident").fetch_all().await.expect("rows");
    assert_eq!(rows.len(), 1);
    let left = world.yui().realm.reader().sql("SELECT id FROM errand").fetch_all().await.expect("rows");
    assert!(left.is_empty());
    assert_eq!(phone.try_log_in(&world).await.status, StatusCode::OK);
}

/// Else one errand would be taken for another that is done, and deleted unrun.
async fn an_errands_id_never_comes_again(world: World) {
    let (_, profile) = Phone::registered(&world, &Card::of(&Person::hanako())).await;
    let (subject, config) = (profile.subject, world.yui().config.clone());
    let ids = world.yui().realm_write(move |unit| {
        Box::pin(async move {
            let mut ids = Vec::new();
            for _ in 0..2 {
                errand::add(unit, &config, subject, &Errand::Devices).await?;
                let id: i64 = unit.sql("SELECT MAX(id) AS id FROM errand").fetch_one().await?.get("id")?;
                errand::done(unit, id).await?;
                ids.push(id);
            }
            unit.fact("test.errands", None);
            Ok(ids)
        })
    });
    let ids = ids.await.expect("kept");
    assert!(ids[0] > 1 && ids[1] > ids[0], "{ids:?}");
}

fn apart((started, is_made): (Result<Server, StartError>, bool)) {
    let error = started.err().expect("it does not start");
    assert!(matches!(error, StartError::Apart(_)), "{error}");
    assert!(!is_made, "nothing is made in the place of what was not found");
}

/// As when the disk of the town's store is not mounted.
async fn a_lost_town_is_not_a_new_one(world: World) {
    apart(world.with_a_new(0).await);
}

async fn a_lost_realm_is_not_a_new_one(world: World) {
    apart(world.restart().await.with_a_new(1).await);
}

/// The realm has the id and the town has not: as when the process ends between the two.
async fn a_first_start_that_was_cut_off_is_finished(world: World) {
    let begun = world.yui().realm_write(move |unit| {
        Box::pin(async move {
            unit.sql("UPDATE installation SET whole = 0").execute().await?;
            unit.fact("installation.begun", None);
            Ok(())
        })
    });
    begun.await.expect("begun");
    let lost = world.yui().town_write(move |unit| {
        Box::pin(async move {
            unit.sql("DELETE FROM installation").execute().await?;
            unit.fact("installation.lost", None);
            Ok(())
        })
    });
    lost.await.expect("lost");
    apart(world.restart().await.with_a_new(0).await);
}
