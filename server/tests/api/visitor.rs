//! Visitors by mail, and what guessing a code leads to.

use axum::http::{Method, StatusCode};
use serde_json::json as value;
use yui_protocol::{
    ErrorCode, Millis,
    identity::{EnrolPurpose, Level},
};
use yui_server::{Limits, identity::NEW_DEVICES_A_DAY};
use yui_testkit::card::Person;

use crate::support::{Card, Phone, World, json, on_both};

on_both! {
    a_visitor_comes_by_mail
    codes_are_good_once_and_not_for_long
    a_visitor_who_shows_a_card_keeps_her_wallet
    mail_does_not_open_what_the_card_opened
    a_visitor_who_left_begins_anew
    one_mailbox_makes_no_phones_without_end
}

const MAIL: &str = "taro@mail.example";

async fn code(world: &World, address: &str) -> String {
    let answer = json(world, Method::POST, "/v1/identity/visitor/code", &value!({"email": address})).await;
    assert_eq!(answer.status, StatusCode::ACCEPTED);
    world.mailbox.code_for(&address.trim().to_lowercase()).expect("a mail")
}

async fn a_visitor_comes_by_mail(world: World) {
    let phone = Phone::new();
    let answer = phone.visit(&world, &code(&world, MAIL).await, EnrolPurpose::Register).await;
    let profile = Phone::profile(&answer);
    assert_eq!((profile.level, profile.name.as_str()), (Level::Visitor, ""));
    // The same address on another phone is the same visitor; a lost phone goes out.
    let code = code(&world, " Taro@Mail.example").await.to_lowercase();
    let again = Phone::new().visit(&world, &code, EnrolPurpose::ReplaceLost).await;
    assert_eq!(Phone::profile(&again).subject, profile.subject);
    phone.try_log_in(&world).await.refused(ErrorCode::DeviceRevoked);
    let kept = async || {
        let rows = world.yui().realm.reader().sql("SELECT * FROM registration_code").fetch_all().await;
        rows.expect("rows").len()
    };
    let before = kept().await;
    for address in [
        "",
        "taro",
        "@mail.example",
        "taro@mail",
        "a b@mail.example",
        "a@b.example\r\nBcc: c@d.example",
        "taro\u{200b}@mail.example",
        "\u{202e}taro@mail.example",
        "a\"b@x.jp",
        "a@b@x.jp",
    ] {
        let answer =
            json(&world, Method::POST, "/v1/identity/visitor/code", &value!({"email": address})).await;
        answer.refused(ErrorCode::MailInvalid);
    }
    assert_eq!(kept().await, before, "a code for nobody is not kept");
}

async fn codes_are_good_once_and_not_for_long(world: World) {
    let good = code(&world, MAIL).await;
    let wrong = Phone::new().visit(&world, "AAAAA-AAAAA", EnrolPurpose::Register).await;
    wrong.refused(ErrorCode::RegistrationCodeWrong);
    Phone::profile(&Phone::new().visit(&world, &good, EnrolPurpose::Register).await);
    let used = Phone::new().visit(&world, &good, EnrolPurpose::Register).await;
    used.refused(ErrorCode::RegistrationCodeWrong);
    let late = code(&world, MAIL).await;
    world.clock.advance(15 * Millis::MINUTE + 1);
    Phone::new().visit(&world, &late, EnrolPurpose::Register).await.refused(ErrorCode::RegistrationCodeWrong);
    // Nobody's mailbox is filled: after five codes that were not used, none goes out until they have ended.
    for _ in 0..5 {
        code(&world, MAIL).await;
    }
    let send = async |to: &str| {
        json(&world, Method::POST, "/v1/identity/visitor/code", &value!({ "email": to })).await
    };
    let told = send(MAIL).await.refused(ErrorCode::RateLimited);
    let seconds = told.retry_after.expect("when the first of them ends").get();
    assert!((1..=15 * 60 + 1).contains(&seconds), "{seconds}");
    assert_eq!(send("another@mail.example").await.status, StatusCode::ACCEPTED);
    world.clock.advance(i64::from(seconds) * Millis::SECOND);
    assert_eq!(send(MAIL).await.status, StatusCode::ACCEPTED);
}

async fn a_visitor_who_shows_a_card_keeps_her_wallet(world: World) {
    let phone = Phone::new();
    let visitor = phone.visit(&world, &code(&world, MAIL).await, EnrolPurpose::Register).await;
    let visitor = Phone::profile(&visitor);
    let hanako = Card::of(&Person::hanako());
    let resident = Phone::profile(&phone.enrol(&world, &hanako, EnrolPurpose::Register).await);
    assert_eq!((resident.subject, resident.level), (visitor.subject, Level::Verified));
    // Another visitor's phone cannot take a known card's place.
    let other = Phone::new();
    Phone::profile(
        &other.visit(&world, &code(&world, "other@mail.example").await, EnrolPurpose::Register).await,
    );
    other.enrol(&world, &hanako, EnrolPurpose::Register).await.refused(ErrorCode::PhoneTaken);
}

/// Whoever reads the mail of a resident who once was a visitor gets a visitor's wallet, and not hers.
async fn mail_does_not_open_what_the_card_opened(world: World) {
    let phone = Phone::new();
    let before = code(&world, MAIL).await;
    Phone::profile(&phone.visit(&world, &code(&world, MAIL).await, EnrolPurpose::Register).await);
    let resident =
        Phone::profile(&phone.enrol(&world, &Card::of(&Person::hanako()), EnrolPurpose::Register).await);
    for code in [before, code(&world, MAIL).await] {
        let thief = Phone::new().visit(&world, &code, EnrolPurpose::ReplaceLost).await;
        let profile = Phone::profile(&thief);
        assert_ne!(profile.subject, resident.subject);
        assert_eq!(profile.level, Level::Visitor);
    }
    assert_eq!(phone.try_log_in(&world).await.status, StatusCode::OK);
}

async fn a_visitor_who_left_begins_anew(world: World) {
    let mut phone = Phone::new();
    let first = Phone::profile(&phone.visit(&world, &code(&world, MAIL).await, EnrolPurpose::Register).await);
    phone.log_in(&world).await;
    let request = value!({"id": Phone::command_id(&world), "give_up_balance": false});
    let left = phone.call(&world, Method::POST, "/v1/identity/leave", Some(request.to_string())).await;
    assert_eq!(left.status, StatusCode::NO_CONTENT);
    let mut back = Phone::new();
    let answer = back.visit(&world, &code(&world, MAIL).await, EnrolPurpose::Register).await;
    assert_ne!(Phone::profile(&answer).subject, first.subject);
    back.log_in(&world).await;
    assert_eq!(back.get(&world, "/v1/identity/devices").await.status, StatusCode::OK);
}

/// Every phone that was ever hers is remembered, so there is a bound for a day.
async fn one_mailbox_makes_no_phones_without_end(world: World) {
    for _ in 0..NEW_DEVICES_A_DAY {
        let answer = Phone::new().visit(&world, &code(&world, MAIL).await, EnrolPurpose::ReplaceLost).await;
        assert_eq!(answer.status, StatusCode::OK);
    }
    let late = Phone::new().visit(&world, &code(&world, MAIL).await, EnrolPurpose::ReplaceLost).await;
    let told = late.refused(ErrorCode::RateLimited);
    let seconds = told.retry_after.expect("when the next one may come").get();
    assert_eq!(late.headers["retry-after"].as_bytes(), seconds.to_string().as_bytes());
    let other =
        Phone::new().visit(&world, &code(&world, "other@mail.example").await, EnrolPurpose::Register).await;
    assert_eq!(other.status, StatusCode::OK);
    // The first of the twelve was a moment ago, by the test's clock.
    assert!((86_000..=86_400).contains(&seconds), "{seconds}");
    world.clock.advance(i64::from(seconds) * Millis::SECOND);
    let next_day = Phone::new().visit(&world, &code(&world, MAIL).await, EnrolPurpose::ReplaceLost).await;
    assert_eq!(next_day.status, StatusCode::OK);
}

#[tokio::test]
async fn mails_are_bounded_over_all_addresses() {
    let world = World::with_limits(Limits { mails_per_hour: 3, ..Limits::default() }).await;
    let send = async |to: &str| {
        json(&world, Method::POST, "/v1/identity/visitor/code", &value!({ "email": to })).await
    };
    for n in 0..3 {
        assert_eq!(send(&format!("taro+{n}@mail.example")).await.status, StatusCode::ACCEPTED);
    }
    let told = send("hanako@mail.example").await.refused(ErrorCode::RateLimited);
    let seconds = told.retry_after.expect("when the next may leave").get();
    assert!((1..=20 * 60).contains(&seconds), "a third of an hour: {seconds}");
    assert_eq!(world.mailbox.code_for("hanako@mail.example"), None);
    let kept = world.yui().realm.reader().sql("SELECT * FROM registration_code").fetch_all().await;
    assert_eq!(kept.expect("rows").len(), 3, "a code that was not sent is not kept");
}
