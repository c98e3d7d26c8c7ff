//! One card is one person: re-installation, renewed certificates, replaced cards, other people's certificates.

use axum::http::StatusCode;
use yui_protocol::{
    ErrorCode,
    identity::{EnrolAnswer, EnrolPurpose, Level},
};
use yui_server::identity::review::{self, Verdict};
use yui_testkit::card::Person;

use crate::support::{Card, Phone, World, code_of, on_both};

on_both! {
    the_same_card_is_the_same_person
    a_renewed_signature_certificate_needs_no_review
    a_replaced_card_is_looked_at
    staff_may_find_another_person_or_refuse
    anothers_authentication_certificate_proves_nothing
    phones_belong_to_one_person
}

fn reference(answer: &crate::support::Answer) -> String {
    assert_eq!(answer.status, StatusCode::ACCEPTED);
    match answer.json() {
        EnrolAnswer::InReview { reference, .. } => reference,
        EnrolAnswer::Enrolled { .. } => panic!("enrolled"),
    }
}

async fn the_same_card_is_the_same_person(world: World) {
    let card = Card::of(&Person::hanako());
    let (_, first) = Phone::registered(&world, &card).await;
    for with_password in [true, false] {
        let answer = Phone::new().enrol_by(&world, &card, EnrolPurpose::Register, with_password).await;
        assert_eq!(Phone::profile(&answer).subject, first.subject);
    }
    let (_, other) = Phone::registered(&world, &Card::of(&Person::taro())).await;
    assert_ne!(other.subject, first.subject);
}

/// After a move: another key and address in the signature certificate, the authentication key as before.
async fn a_renewed_signature_certificate_needs_no_review(world: World) {
    let hanako = Person::hanako();
    let (_, before) = Phone::registered(&world, &Card::of(&hanako)).await;
    let moved = Person { address: "長崎県大村市松原１丁目".into(), ..hanako.clone() };
    let fresh = Card::replaced(&moved);
    let old = Card::of(&hanako);
    let renewed =
        Card { authentication: old.authentication, authentication_key: old.authentication_key, ..fresh };
    let after = Phone::profile(&Phone::new().enrol(&world, &renewed, EnrolPurpose::Register).await);
    assert_eq!(after.subject, before.subject);
    let row = world.yui().town.reader().sql("SELECT address FROM resident").fetch_one().await.expect("a row");
    assert_eq!(row.get::<String>("address").ok(), Some(moved.address));
}

async fn a_replaced_card_is_looked_at(world: World) {
    let hanako = Person::hanako();
    let (old_phone, before) = Phone::registered(&world, &Card::of(&hanako)).await;
    let new_card = Card::replaced(&hanako);
    let mut phone = Phone::new();
    let told = reference(&phone.enrol(&world, &new_card, EnrolPurpose::ReplaceLost).await);
    phone.try_log_in(&world).await.refused(ErrorCode::UnderReview);
    // Asking again gives the same reference, and the old phone works meanwhile.
    assert_eq!(reference(&phone.enrol(&world, &new_card, EnrolPurpose::ReplaceLost).await), told);
    assert_eq!(old_phone.get(&world, "/v1/identity/devices").await.status, StatusCode::OK);

    let waiting = review::waiting(world.yui()).await.expect("a list");
    assert_eq!(waiting.len(), 1);
    assert_eq!(waiting[0].reference, told);
    let compared = review::compare(world.yui(), "staff-1", &waiting[0].id).await.expect("both");
    assert_eq!(compared.card.map(|card| card.name.clone()), Some(hanako.name.clone()));
    assert_eq!(compared.known.map(|(subject, _)| subject), Some(before.subject));
    review::decide(world.yui(), "staff-1", &waiting[0].id, Verdict::SamePerson).await.expect("decided");
    assert_eq!(
        code_of(review::decide(world.yui(), "staff-1", &waiting[0].id, Verdict::Refused).await),
        ErrorCode::NotFound
    );
    phone.log_in(&world).await;
    let profile = Phone::profile(&phone.enrol(&world, &new_card, EnrolPurpose::Register).await);
    assert_eq!(profile.subject, before.subject);
    old_phone.get(&world, "/v1/identity/devices").await.refused(ErrorCode::DeviceRevoked);
    // The old card has ended.
    let old = Phone::new().enrol(&world, &Card::of(&hanako), EnrolPurpose::Register).await;
    old.refused(ErrorCode::WrongCard);
    let sealed = world.yui().realm.reader().sql("SELECT id FROM review WHERE sealed IS NOT NULL");
    assert!(sealed.fetch_all().await.expect("rows").is_empty());
}

async fn staff_may_find_another_person_or_refuse(world: World) {
    let hanako = Person::hanako();
    let (_, known) = Phone::registered(&world, &Card::of(&hanako)).await;
    let namesake = Card::replaced(&hanako);
    let phone = Phone::new();
    reference(&phone.enrol(&world, &namesake, EnrolPurpose::Register).await);
    let id = review::waiting(world.yui()).await.expect("a list")[0].id.clone();
    review::decide(world.yui(), "staff-1", &id, Verdict::OtherPerson).await.expect("decided");
    let profile = Phone::profile(&phone.enrol(&world, &namesake, EnrolPurpose::Register).await);
    assert_ne!(profile.subject, known.subject);
    assert_eq!(profile.level, Level::Verified);

    let taro = Person::taro();
    Phone::registered(&world, &Card::of(&taro)).await;
    let mixed = Card { signature: Card::replaced(&taro).signature, ..Card::replaced(&taro) };
    let mixed = Card { authentication: Card::of(&taro).authentication, ..mixed };
    // Same name and birthday with the old authentication certificate is a renewal; staff are not asked.
    let refused = Phone::new();
    let answer = refused.enrol(&world, &mixed, EnrolPurpose::Register).await;
    // Its signature key is already the namesake's above, so the card is made of two people's parts.
    answer.refused(ErrorCode::WrongCard);
}

/// An authentication certificate is read from any card without a PIN.
async fn anothers_authentication_certificate_proves_nothing(world: World) {
    let (victim_phone, victim) = Phone::registered(&world, &Card::of(&Person::hanako())).await;
    let own = Card::of(&Person::taro());
    let stolen = Card { authentication: Card::of(&Person::hanako()).authentication, ..own };
    let thief = Phone::new();
    reference(&thief.enrol(&world, &stolen, EnrolPurpose::ReplaceLost).await);
    thief.try_log_in(&world).await.refused(ErrorCode::UnderReview);
    assert_eq!(victim_phone.get(&world, "/v1/identity/devices").await.status, StatusCode::OK);
    let id = review::waiting(world.yui()).await.expect("a list")[0].id.clone();
    review::decide(world.yui(), "staff-1", &id, Verdict::Refused).await.expect("decided");
    thief.try_log_in(&world).await.refused(ErrorCode::DeviceUnknown);
    thief.enrol(&world, &stolen, EnrolPurpose::ReplaceLost).await.refused(ErrorCode::Forbidden);
    let again = Phone::new().enrol(&world, &Card::of(&Person::hanako()), EnrolPurpose::AddDevice).await;
    assert_eq!(Phone::profile(&again).subject, victim.subject);
}

async fn phones_belong_to_one_person(world: World) {
    let (phone, _) = Phone::registered(&world, &Card::of(&Person::hanako())).await;
    let taro = Card::of(&Person::taro());
    phone.enrol(&world, &taro, EnrolPurpose::Register).await.refused(ErrorCode::IdConflict);
    let borrowed = Phone { device_uv: phone.device_uv.clone(), ..Phone::new() };
    borrowed.enrol(&world, &taro, EnrolPurpose::Register).await.refused(ErrorCode::IdConflict);
    // The second key can be made again, with the card.
    let renewed = Phone { device_uv: Phone::new().device_uv, ..phone.clone() };
    Phone::profile(&renewed.enrol(&world, &Card::of(&Person::hanako()), EnrolPurpose::RenewUserKey).await);
    let old_uv = Phone { device: phone.device_uv.clone().expect("a key"), ..phone };
    old_uv.try_log_in(&world).await.refused(ErrorCode::AssertionInvalid);
}
