//! One card is one person: re-installation, renewed certificates, replaced cards, other people's certificates.

use axum::http::{Method, StatusCode};
use yui_protocol::{
    ErrorCode,
    identity::{EnrolAnswer, EnrolPurpose, Level},
};
use yui_server::identity::{
    Contact,
    card::Attributes,
    counter::{self, CounterAnswer, NewResident},
    phone_code::{self, PhoneCode},
    review::{self, Verdict},
};
use yui_testkit::card::Person;

use crate::{
    money::{new_shop, pair_request},
    support::{Card, Phone, World, code_of, json, on_both, public},
};

on_both! {
    the_same_card_is_the_same_person
    a_renewed_signature_certificate_needs_no_review
    a_replaced_card_is_looked_at
    one_card_opens_few_reviews
    staff_may_find_another_person_or_refuse
    anothers_authentication_certificate_proves_nothing
    phones_belong_to_one_person
    a_review_is_decided_on_what_is_so_by_then
    who_let_a_person_in_neither_keeps_a_phone_nor_decides
    a_phone_by_mail_ends_with_the_first_card
    a_new_card_on_her_own_phone_is_looked_at
    a_visitor_may_be_the_namesake_of_a_resident
    no_key_is_ever_taken_twice
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

/// Each is one for staff to compare.
async fn one_card_opens_few_reviews(world: World) {
    let hanako = Person::hanako();
    Phone::registered(&world, &Card::of(&hanako)).await;
    let card = Card::replaced(&hanako);
    let first = Phone::new();
    let told = reference(&first.enrol(&world, &card, EnrolPurpose::Register).await);
    for _ in 1..5 {
        reference(&Phone::new().enrol(&world, &card, EnrolPurpose::Register).await);
    }
    let late = Phone::new();
    late.enrol(&world, &card, EnrolPurpose::Register).await.refused(ErrorCode::TooManyReviews);
    late.try_log_in(&world).await.refused(ErrorCode::DeviceUnknown);
    // Who waits is told so again, and somebody else's card is another affair.
    assert_eq!(reference(&first.enrol(&world, &card, EnrolPurpose::Register).await), told);
    Phone::registered(&world, &Card::of(&Person::taro())).await;
    reference(&Phone::new().enrol(&world, &Card::replaced(&Person::taro()), EnrolPurpose::Register).await);

    let waiting = review::waiting(world.yui()).await.expect("a list");
    assert_eq!(waiting.len(), 6);
    let one = waiting.iter().find(|one| one.reference == told).expect("it waits");
    review::decide(world.yui(), "staff-1", &one.id, Verdict::Refused).await.expect("decided");
    reference(&late.enrol(&world, &card, EnrolPurpose::Register).await);
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
    phone.enrol(&world, &taro, EnrolPurpose::Register).await.refused(ErrorCode::PhoneTaken);
    let borrowed = Phone { device_uv: phone.device_uv.clone(), ..Phone::new() };
    borrowed.enrol(&world, &taro, EnrolPurpose::Register).await.refused(ErrorCode::PhoneTaken);
    // The second key can be made again, with the card.
    let renewed = Phone { device_uv: Phone::new().device_uv, ..phone.clone() };
    Phone::profile(&renewed.enrol(&world, &Card::of(&Person::hanako()), EnrolPurpose::RenewUserKey).await);
    let old_uv = Phone { device: phone.device_uv.clone().expect("a key"), ..phone };
    old_uv.try_log_in(&world).await.refused(ErrorCode::AssertionInvalid);
}

/// Two phones ask with the same new card; what is decided about the first changes what can be decided about the second.
async fn a_review_is_decided_on_what_is_so_by_then(world: World) {
    let hanako = Person::hanako();
    let (_, before) = Phone::registered(&world, &Card::of(&hanako)).await;
    let new_card = Card::replaced(&hanako);
    let phones = [Phone::new(), Phone::new()];
    for phone in &phones {
        reference(&phone.enrol(&world, &new_card, EnrolPurpose::Register).await);
        world.clock.advance(1);
    }
    let ids: Vec<_> = review::waiting(world.yui()).await.expect("a list").into_iter().map(|w| w.id).collect();
    let decide = async |at: usize, verdict| review::decide(world.yui(), "staff-1", &ids[at], verdict).await;
    assert_eq!(decide(0, Verdict::SamePerson).await, Ok(()));
    assert_eq!(
        code_of(decide(1, Verdict::OtherPerson).await),
        ErrorCode::WrongCard,
        "the card is hers by now"
    );
    assert_eq!(decide(1, Verdict::SamePerson).await, Ok(()));
    for phone in &phones {
        let profile = Phone::profile(&phone.enrol(&world, &new_card, EnrolPurpose::Register).await);
        assert_eq!(profile.subject, before.subject);
    }
}

/// A member of staff registers somebody who is still to come, takes her code home, and later finds that she is the
/// same.
async fn who_let_a_person_in_neither_keeps_a_phone_nor_decides(world: World) {
    let (yui, hanako) = (world.yui(), Person::hanako());
    let attributes = Attributes {
        name: hanako.name.clone(),
        birth: hanako.birth_date.to_string(),
        sex: "2".into(),
        address: hanako.address.clone(),
    };
    let new = NewResident {
        attributes,
        contact: Contact::default(),
        level: Level::Verified,
        is_other_person: false,
    };
    let CounterAnswer::Registered(subject) =
        counter::register(yui, "staff-1", Phone::command_id(&world), new).await.expect("registered")
    else {
        panic!("known")
    };
    let Ok(PhoneCode::Printed { code, .. }) = phone_code::print(yui, "staff-3", subject).await else {
        panic!("no code")
    };
    let his = Phone::new();
    Phone::profile(&his.visit(&world, &code, EnrolPurpose::Register).await);

    let hers = Phone::new();
    reference(&hers.enrol(&world, &Card::of(&hanako), EnrolPurpose::Register).await);
    let id = review::waiting(yui).await.expect("a list")[0].id.clone();
    let compared = review::compare(yui, "staff-2", &id).await.expect("both");
    assert_eq!(compared.phones.iter().map(|phone| phone.id).collect::<Vec<_>>(), [his.id()]);
    for own in ["staff-1", "staff-3"] {
        for verdict in [Verdict::SamePerson, Verdict::OtherPerson, Verdict::Refused] {
            assert_eq!(code_of(review::decide(yui, own, &id, verdict).await), ErrorCode::OtherStaffNeeded);
        }
    }
    review::decide(yui, "staff-2", &id, Verdict::SamePerson).await.expect("decided");
    his.try_log_in(&world).await.refused(ErrorCode::DeviceRevoked);
    assert_eq!(hers.try_log_in(&world).await.status, StatusCode::OK);
    his.enrol(&world, &Card::of(&hanako), EnrolPurpose::Register).await.refused(ErrorCode::DeviceRevoked);
}

/// Whoever reads a visitor's mail can add a phone: it goes when her card comes, and comes again by the card alone.
async fn a_phone_by_mail_ends_with_the_first_card(world: World) {
    let mail = async || {
        let body = serde_json::json!({"email": "hanako@mail.example"});
        json(&world, Method::POST, "/v1/identity/visitor/code", &body).await;
        world.mailbox.code_for("hanako@mail.example").expect("a mail")
    };
    let (mine, other) = (Phone::new(), Phone::new());
    let visitor = Phone::profile(&mine.visit(&world, &mail().await, EnrolPurpose::Register).await);
    Phone::profile(&other.visit(&world, &mail().await, EnrolPurpose::AddDevice).await);
    let card = Card::of(&Person::hanako());
    let profile = Phone::profile(&mine.enrol(&world, &card, EnrolPurpose::Register).await);
    assert_eq!(profile.subject, visitor.subject);
    other.try_log_in(&world).await.refused(ErrorCode::DeviceRevoked);
    assert_eq!(mine.try_log_in(&world).await.status, StatusCode::OK);
    // A second phone by the card ends none.
    let added = Phone::new();
    Phone::profile(&added.enrol(&world, &card, EnrolPurpose::AddDevice).await);
    for phone in [&mine, &added] {
        assert_eq!(phone.try_log_in(&world).await.status, StatusCode::OK);
    }
}

async fn a_new_card_on_her_own_phone_is_looked_at(world: World) {
    let hanako = Person::hanako();
    let (phone, before) = Phone::registered(&world, &Card::of(&hanako)).await;
    let new_card = Card::replaced(&hanako);
    reference(&phone.enrol(&world, &new_card, EnrolPurpose::Register).await);
    assert_eq!(phone.get(&world, "/v1/identity/devices").await.status, StatusCode::OK, "it works meanwhile");
    // Whatever waits or is refused, her old card on this phone is still hers.
    let old = Phone::profile(&phone.enrol(&world, &Card::of(&hanako), EnrolPurpose::Register).await);
    assert_eq!(old.subject, before.subject);
    let id = review::waiting(world.yui()).await.expect("a list")[0].id.clone();
    review::decide(world.yui(), "staff-1", &id, Verdict::SamePerson).await.expect("decided");
    let after = Phone::profile(&phone.enrol(&world, &new_card, EnrolPurpose::Register).await);
    assert_eq!(after.subject, before.subject);
    phone.enrol(&world, &Card::of(&hanako), EnrolPurpose::Register).await.refused(ErrorCode::WrongCard);
}

/// A visitor shows the card of somebody who looks like a resident: she keeps her own wallet, or staff find that she is
/// that resident, and then this phone is not to be moved from one wallet to another.
async fn a_visitor_may_be_the_namesake_of_a_resident(world: World) {
    let hanako = Person::hanako();
    Phone::registered(&world, &Card::of(&hanako)).await;
    let phone = Phone::new();
    let walk_in = yui_server::identity::counter::visitor_code(world.yui(), "staff-1").await.expect("a code");
    let visitor = Phone::profile(&phone.visit(&world, &walk_in, EnrolPurpose::Register).await);
    reference(&phone.enrol(&world, &Card::replaced(&hanako), EnrolPurpose::Register).await);
    let id = review::waiting(world.yui()).await.expect("a list")[0].id.clone();
    let same = review::decide(world.yui(), "staff-1", &id, Verdict::SamePerson).await;
    assert_eq!(code_of(same), ErrorCode::PhoneTaken);
    review::decide(world.yui(), "staff-1", &id, Verdict::OtherPerson).await.expect("decided");
    let profile =
        Phone::profile(&phone.enrol(&world, &Card::replaced(&hanako), EnrolPurpose::Register).await);
    assert_eq!((profile.subject, profile.level), (visitor.subject, Level::Verified));
}

async fn no_key_is_ever_taken_twice(world: World) {
    let hanako = Card::of(&Person::hanako());
    let (phone, _) = Phone::registered(&world, &hanako).await;
    let second = phone.device_uv.clone().expect("a key");
    let renewed = Phone { device_uv: Phone::new().device_uv, ..phone.clone() };
    Phone::profile(&renewed.enrol(&world, &hanako, EnrolPurpose::RenewUserKey).await);
    let (shop, till) = new_shop(&world, "花子パン").await;
    let taro = Card::of(&Person::taro());
    let mut world = world;
    for again in [false, true] {
        for (device, device_uv) in [
            (renewed.device_uv.clone().expect("a key"), None),
            (Phone::new().device, Some(phone.device.clone())),
            (second.clone(), None),
            (Phone::new().device, Some(second.clone())),
            (till.device.clone(), None),
            (Phone::new().device, Some(till.device.clone())),
        ] {
            let taken = Phone { device, device_uv, token: String::new() };
            let refused = taken.enrol(&world, &taro, EnrolPurpose::Register).await;
            assert_eq!(refused.refused(ErrorCode::PhoneTaken).code, ErrorCode::PhoneTaken, "{again}");
        }
        for device in [&phone.device, &second, renewed.device_uv.as_ref().expect("a key")] {
            let taken = Phone { device: device.clone(), device_uv: None, token: String::new() };
            let request = pair_request(&world, &taken, shop).await;
            json(&world, Method::POST, "/v1/shop/pair", &request).await.refused(ErrorCode::PhoneTaken);
        }
        let old = world.yui().keys.usable(&public(&second).thumbprint());
        assert_eq!(old.err(), Some(ErrorCode::DeviceRevoked), "{again}");
        if !again {
            world = world.restart().await;
        }
    }
}
