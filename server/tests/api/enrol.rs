//! Registration with the card: what works, and each thing that can be wrong with what phone and card sign.

use axum::http::{Method, StatusCode};
use yui_protocol::{
    ErrorCode, Millis, Thumbprint, TownCode,
    identity::{EnrolAnswer, EnrolPurpose, EnrolRequest, EnrolStatement, Level},
};
use yui_testkit::card::Person;

use crate::support::{Answer, Card, Phone, World, json, on_both};

on_both! {
    an_eleventh_phone_waits_until_one_goes
    a_resident_registers_with_password
    attributes_that_hide_something_are_no_certificate
    the_four_digit_pin_gives_a_lower_level
    a_nonce_is_good_once
    an_unreachable_verifier_spends_nothing
    what_is_signed_must_be_what_was_asked_for
    a_phones_name_hides_nothing
    signatures_must_fit
}

async fn send(world: &World, body: &EnrolRequest) -> Answer {
    json(world, Method::POST, "/v1/identity/enrol", body).await
}

async fn a_resident_registers_with_password(world: World) {
    let card = Card::of(&Person::hanako());
    let phone = Phone::new();
    let answer = phone.enrol(&world, &card, EnrolPurpose::Register).await;
    assert_eq!(answer.status, StatusCode::OK);
    let profile = Phone::profile(&answer);
    assert_eq!((profile.level, profile.name.as_str()), (Level::Verified, "田中　花子"));
    assert_eq!(profile.card_last_day.map(|day| day.to_string()).as_deref(), Some("2031-04-12"));
    // The same keys again, with a new nonce: the same answer.
    let again = Phone::profile(&phone.enrol(&world, &card, EnrolPurpose::Register).await);
    assert_eq!(again, profile);
    // A phone without a screen lock comes in too.
    let simple = Phone::without_lock();
    let second = Phone::profile(&simple.enrol(&world, &card, EnrolPurpose::AddDevice).await);
    assert_eq!(second.subject, profile.subject);
}

/// What a verifier says is another program's word: nothing of it is kept that nobody can see.
async fn attributes_that_hide_something_are_no_certificate(world: World) {
    for name in ["田中\u{202e}花子", "田中\0花子"] {
        let card = Card::of(&Person { name: name.to_owned(), ..Person::hanako() });
        let answer = Phone::new().enrol(&world, &card, EnrolPurpose::Register).await;
        answer.refused(ErrorCode::CertificateMalformed);
    }
    let waiting = world.yui().realm.reader().sql("SELECT id FROM errand").fetch_all().await.expect("rows");
    assert!(waiting.is_empty());
}

async fn the_four_digit_pin_gives_a_lower_level(world: World) {
    let card = Card::of(&Person::taro());
    let phone = Phone::new();
    let profile = Phone::profile(&phone.enrol_by(&world, &card, EnrolPurpose::Register, false).await);
    assert_eq!((profile.level, profile.name.as_str()), (Level::CardHolder, ""));
    // Later, on the same phone, with the password: the same person, better known.
    let better = Phone::profile(&phone.enrol(&world, &card, EnrolPurpose::Register).await);
    assert_eq!((better.subject, better.level), (profile.subject, Level::Verified));
    assert_eq!(better.name, Person::taro().name);
    // And the PIN alone does not lower her again.
    let same = Phone::profile(&phone.enrol_by(&world, &card, EnrolPurpose::Register, false).await);
    assert_eq!(same.level, Level::Verified);
}

async fn a_nonce_is_good_once(world: World) {
    let card = Card::of(&Person::hanako());
    let phone = Phone::new();
    let nonce = Phone::nonce(&world).await;
    let body = phone.enrol_request(&world, &nonce, &card, EnrolPurpose::Register, true, |_| {});
    let first = Phone::profile(&send(&world, &body).await);
    assert_eq!(Phone::profile(&send(&world, &body).await), first, "a lost answer is given again");
    let other = Phone::new().enrol_request(&world, &nonce, &card, EnrolPurpose::AddDevice, true, |_| {});
    send(&world, &other).await.refused(ErrorCode::NonceUsed);

    // A refused registration spends its nonce as well, and a stranger leaves nothing in the log.
    let head = async || {
        let row = world.yui().realm.reader().sql("SELECT head_seq FROM meta WHERE id = 1").fetch_one().await;
        row.and_then(|row| row.get::<i64>("head_seq")).expect("a number")
    };
    let before = head().await;
    let foreign = Card::foreign(&Person::taro());
    let nonce = Phone::nonce(&world).await;
    let body = phone.enrol_request(&world, &nonce, &foreign, EnrolPurpose::Register, true, |_| {});
    send(&world, &body).await.refused(ErrorCode::CertificateUntrusted);
    send(&world, &body).await.refused(ErrorCode::CertificateUntrusted);
    let other = phone.enrol_request(&world, &nonce, &card, EnrolPurpose::Register, true, |_| {});
    send(&world, &other).await.refused(ErrorCode::NonceUsed);
    let guess = Phone::new().visit(&world, "ABCDE-FGHJK", EnrolPurpose::Register).await;
    assert!(guess.status.is_client_error());
    assert_eq!(head().await, before);

    let nonce = Phone::nonce(&world).await;
    world.clock.advance(5 * Millis::MINUTE + 1);
    let late = phone.enrol_request(&world, &nonce, &card, EnrolPurpose::Register, true, |_| {});
    send(&world, &late).await.refused(ErrorCode::NonceExpired);
    let unknown = vec![9; 32].into();
    let strange = phone.enrol_request(&world, &unknown, &card, EnrolPurpose::Register, true, |_| {});
    send(&world, &strange).await.refused(ErrorCode::NonceUnknown);
}

async fn an_unreachable_verifier_spends_nothing(world: World) {
    let card = Card::of(&Person::hanako());
    let nonce = Phone::nonce(&world).await;
    let body = Phone::new().enrol_request(&world, &nonce, &card, EnrolPurpose::Register, true, |_| {});
    world.revoked.out_of_reach(true);
    let answer = send(&world, &body).await;
    answer.refused(ErrorCode::VerifierUnavailable);
    assert!(answer.headers.contains_key("retry-after"));
    world.revoked.out_of_reach(false);
    assert_eq!(send(&world, &body).await.status, StatusCode::OK);

    // But not for ever.
    let nonce = Phone::nonce(&world).await;
    let body = Phone::new().enrol_request(&world, &nonce, &card, EnrolPurpose::AddDevice, true, |_| {});
    world.revoked.out_of_reach(true);
    for _ in 0..5 {
        send(&world, &body).await.refused(ErrorCode::VerifierUnavailable);
    }
    send(&world, &body).await.refused(ErrorCode::NonceUsed);
}

async fn what_is_signed_must_be_what_was_asked_for(world: World) {
    let card = Card::of(&Person::hanako());
    let phone = Phone::new();
    let nonce = Phone::nonce(&world).await;
    let bent = |bend: fn(&mut EnrolStatement)| {
        phone.enrol_request(&world, &nonce, &card, EnrolPurpose::Register, true, bend)
    };
    let cases: [(EnrolRequest, ErrorCode); 8] = [
        (bent(|s| s.town = TownCode::new(420_000).expect("Nagasaki")), ErrorCode::OtherTown),
        (bent(|s| s.device = Thumbprint([1; 32])), ErrorCode::StatementMismatch),
        (bent(|s| s.device_uv = None), ErrorCode::StatementMismatch),
        (bent(|s| s.authentication_certificate = Thumbprint([1; 32])), ErrorCode::StatementMismatch),
        (bent(|s| s.time = s.time.plus(-Millis::HOUR)), ErrorCode::ClockSkew),
        (bent(|s| s.time = s.time.plus(3 * Millis::DAY)), ErrorCode::ClockSkew),
        (bent(|s| s.time = Millis(i64::MIN)), ErrorCode::ClockSkew),
        (bent(|s| s.time = Millis(i64::MAX)), ErrorCode::ClockSkew),
    ];
    for (body, code) in cases {
        let problem = send(&world, &body).await.refused(code.clone());
        assert_eq!(problem.server_time, (code == ErrorCode::ClockSkew).then(|| world.now()));
    }
    let mut trailing = bent(|_| {});
    trailing.statement.0.push(0);
    send(&world, &trailing).await.refused(ErrorCode::NotCanonical);
    let mut cut = bent(|_| {});
    cut.statement.0.pop();
    send(&world, &cut).await.refused(ErrorCode::MalformedRequest);
    for name in ["", "   ", "a\u{7}b", &"長".repeat(41)] {
        let named = EnrolRequest { device_name: name.to_owned(), ..bent(|_| {}) };
        send(&world, &named).await.refused(ErrorCode::MalformedRequest);
    }
    // None of these used the nonce up.
    assert_eq!(send(&world, &bent(|_| {})).await.status, StatusCode::OK);
}

/// Staff read it when a lost phone is to be stopped.
async fn a_phones_name_hides_nothing(world: World) {
    let (card, phone) = (Card::of(&Person::hanako()), Phone::new());
    let nonce = Phone::nonce(&world).await;
    let named = |name: &str| EnrolRequest {
        device_name: name.to_owned(),
        ..phone.enrol_request(&world, &nonce, &card, EnrolPurpose::Register, true, |_| {})
    };
    for hidden in ['\u{202e}', '\u{200b}', '\u{3164}', '\u{2066}'] {
        let name = format!("電{hidden}話");
        send(&world, &named(&name)).await.refused(ErrorCode::MalformedRequest);
        let mut visit = phone.visit_request(&world, &nonce, "ABCDE-FGHJK", EnrolPurpose::Register);
        visit.device_name = name;
        json(&world, Method::POST, "/v1/identity/visitor", &visit).await.refused(ErrorCode::MalformedRequest);
    }
    assert_eq!(send(&world, &named("はなこの 📱")).await.status, StatusCode::OK);
}

async fn signatures_must_fit(world: World) {
    let card = Card::of(&Person::hanako());
    let (phone, other) = (Phone::new(), Phone::new());
    let nonce = Phone::nonce(&world).await;
    let good = phone.enrol_request(&world, &nonce, &card, EnrolPurpose::Register, true, |_| {});
    let others = other.enrol_request(&world, &nonce, &card, EnrolPurpose::Register, true, |_| {});

    let mut by_other_key = good.clone();
    by_other_key.device.signature = others.device.signature;
    send(&world, &by_other_key).await.refused(ErrorCode::SignatureInvalid);
    let mut bent_uv = good.clone();
    bent_uv.device_uv.as_mut().expect("a key").signature.0[5] ^= 1;
    send(&world, &bent_uv).await.refused(ErrorCode::SignatureInvalid);
    // The card signed another statement: the nonce goes with it.
    let mut other_statement = good.clone();
    other_statement.card.signature = others.card.signature;
    send(&world, &other_statement).await.refused(ErrorCode::SignatureInvalid);

    let nonce = Phone::nonce(&world).await;
    let mut pin_for_password =
        phone.enrol_request(&world, &nonce, &card, EnrolPurpose::Register, false, |_| {});
    pin_for_password.card.signature_certificate = Some(card.signature.clone().into());
    send(&world, &pin_for_password).await.refused(ErrorCode::SignatureInvalid);

    let renewal = Phone::new().enrol(&world, &card, EnrolPurpose::RenewUserKey).await;
    renewal.refused(ErrorCode::DeviceUnknown);
    assert!(matches!(
        phone.enrol(&world, &card, EnrolPurpose::Register).await.json::<EnrolAnswer>(),
        EnrolAnswer::Enrolled { .. }
    ));
}

async fn an_eleventh_phone_waits_until_one_goes(world: World) {
    let card = Card::of(&Person::hanako());
    let (first, _) = Phone::registered(&world, &card).await;
    let mut last = Phone::new();
    for _ in 1..10 {
        last = Phone::new();
        Phone::profile(&last.enrol(&world, &card, EnrolPurpose::AddDevice).await);
    }
    Phone::new().enrol(&world, &card, EnrolPurpose::AddDevice).await.refused(ErrorCode::TooManyPhones);
    let gone = format!("/v1/identity/devices/{}", last.id());
    assert!(first.call(&world, Method::DELETE, &gone, None).await.status.is_success());
    Phone::profile(&Phone::new().enrol(&world, &card, EnrolPurpose::AddDevice).await);
}
