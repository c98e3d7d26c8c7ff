//! What a restart keeps and forgets, and errands that a broken start left behind.

use axum::http::StatusCode;
use yui_protocol::{ErrorCode, identity::EnrolPurpose};
use yui_server::{
    Server, StartError,
    identity::errand::{self, Errand},
};
use yui_testkit::card::Person;

use crate::support::{Card, Phone, World, on_both};

on_both! {
    keys_survive_and_tokens_do_not an_errand_is_done_at_the_start an_errands_id_never_comes_again
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
