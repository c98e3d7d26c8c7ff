//! Two at once: whatever comes first in the store, memory and store agree afterwards, and nothing counts twice.

use axum::http::{Method, StatusCode};
use futures_util::future::join_all;
use serde_json::json as value;
use yui_protocol::{ErrorCode, Millis, identity::EnrolPurpose};
use yui_testkit::card::Person;

use crate::{
    money::STAFF,
    support::{Answer, Card, Phone, World, json, on_both},
};

on_both! {
    one_card_on_many_phones_at_once_is_one_person
    of_many_lost_phone_reports_at_once_the_last_stands
    a_phone_removed_while_it_comes_is_out
    what_is_good_once_is_good_once_at_once
    one_request_at_once_has_one_answer
}

fn statuses(answers: &[Answer]) -> (usize, Vec<ErrorCode>) {
    let (good, bad): (Vec<_>, Vec<_>) = answers.iter().partition(|answer| answer.status == StatusCode::OK);
    (good.len(), bad.iter().map(|answer| answer.json::<yui_protocol::Problem>().code).collect())
}

async fn one_card_on_many_phones_at_once_is_one_person(world: World) {
    let card = Card::of(&Person::hanako());
    let phones: Vec<_> = (0..8).map(|_| Phone::new()).collect();
    let answers =
        join_all(phones.iter().map(|phone| phone.enrol(&world, &card, EnrolPurpose::Register))).await;
    let subjects: Vec<_> = answers.iter().map(|answer| Phone::profile(answer).subject).collect();
    assert!(subjects.windows(2).all(|pair| pair[0] == pair[1]), "{subjects:?}");
    for table in ["person", "membership", "card"] {
        let rows = world.yui().realm.reader().sql(match table {
            "person" => "SELECT id FROM person",
            "membership" => "SELECT subject FROM membership",
            _ => "SELECT authentication FROM card",
        });
        assert_eq!(rows.fetch_all().await.expect("rows").len(), 1, "{table}");
    }
}

/// Each report puts all other phones out: in the end one is in, and memory says the same as the store.
async fn of_many_lost_phone_reports_at_once_the_last_stands(world: World) {
    let card = Card::of(&Person::hanako());
    for _ in 0..4 {
        let phones: Vec<_> = (0..6).map(|_| Phone::new()).collect();
        let answers =
            join_all(phones.iter().map(|phone| phone.enrol(&world, &card, EnrolPurpose::ReplaceLost))).await;
        assert_eq!(statuses(&answers), (6, Vec::new()));
        let rows = world.yui().realm.reader().sql("SELECT id FROM device WHERE revoked_at IS NULL");
        let rows = rows.fetch_all().await.expect("rows");
        let in_store: Vec<String> = rows.iter().map(|row| row.get("id").expect("an id")).collect();
        let in_memory: Vec<String> = phones
            .iter()
            .map(Phone::id)
            .filter(|id| world.yui().keys.usable(id).is_ok())
            .map(|id| id.to_string())
            .collect();
        assert_eq!(in_store.len(), 1);
        assert_eq!(in_memory, in_store);
        // A person cannot bring so many new phones on one day.
        world.clock.advance(Millis::DAY);
    }
}

async fn a_phone_removed_while_it_comes_is_out(world: World) {
    let card = Card::of(&Person::hanako());
    let (first, _) = Phone::registered(&world, &card).await;
    for _ in 0..8 {
        let coming = Phone::new();
        let path = format!("/v1/identity/devices/{}", coming.id());
        let (came, removed) = tokio::join!(coming.enrol(&world, &card, EnrolPurpose::AddDevice), async {
            loop {
                let answer = first.call(&world, Method::DELETE, &path, None).await;
                if answer.status != StatusCode::NOT_FOUND {
                    return answer;
                }
                tokio::task::yield_now().await;
            }
        });
        assert_eq!((came.status, removed.status), (StatusCode::OK, StatusCode::NO_CONTENT));
        coming.try_log_in(&world).await.refused(ErrorCode::DeviceRevoked);
    }
}

/// The same request, so many times at once.
async fn at_once(world: &World, path: &str, body: &impl serde::Serialize, times: usize) -> Vec<Answer> {
    join_all((0..times).map(|_| json(world, Method::POST, path, body))).await
}

async fn what_is_good_once_is_good_once_at_once(world: World) {
    let card = Card::of(&Person::hanako());
    // One statement, sent five times: one registration, and five times its answer.
    let (phone, nonce) = (Phone::new(), Phone::nonce(&world).await);
    let body = phone.enrol_request(&world, &nonce, &card, EnrolPurpose::Register, true, |_| {});
    let answers = at_once(&world, "/v1/identity/enrol", &body, 5).await;
    assert_eq!(statuses(&answers), (5, Vec::new()));
    let profiles: Vec<_> = answers.iter().map(Phone::profile).collect();
    assert!(profiles.iter().all(|profile| *profile == profiles[0]), "{profiles:?}");
    let rows = world.yui().realm.reader().sql("SELECT id FROM device").fetch_all().await.expect("rows");
    assert_eq!(rows.len(), 1);
    // Another statement on the same nonce is refused, however many come.
    let others: Vec<_> = (0..5)
        .map(|_| Phone::new().enrol_request(&world, &nonce, &card, EnrolPurpose::AddDevice, true, |_| {}))
        .collect();
    let answers =
        join_all(others.iter().map(|body| json(&world, Method::POST, "/v1/identity/enrol", body))).await;
    assert_eq!(statuses(&answers), (0, vec![ErrorCode::NonceUsed; 5]));
    // One assertion, each time with a proof of its own; and one proof, each time with an assertion of its own.
    let assertion = phone.assertion(&world, |_| {});
    let proof = || phone.proof(&world, &Method::POST, "/v1/identity/token", |_| {});
    let proofs: Vec<_> = (0..5).map(|_| proof()).collect();
    let answers = join_all(proofs.iter().map(|proof| Phone::token(&world, &assertion, proof))).await;
    assert_eq!(statuses(&answers), (1, vec![ErrorCode::AssertionInvalid; 4]));
    let assertions: Vec<_> = (0..5).map(|_| phone.assertion(&world, |_| {})).collect();
    let answers =
        join_all(assertions.iter().map(|assertion| Phone::token(&world, assertion, &proofs[0]))).await;
    assert_eq!(statuses(&answers), (0, vec![ErrorCode::DpopInvalid; 5]));
    // One code from a mail, on five phones.
    let body = value!({"email": "a@mail.example"});
    let asked = json(&world, Method::POST, "/v1/identity/visitor/code", &body).await;
    assert_eq!(asked.status, StatusCode::ACCEPTED);
    let code = world.mailbox.code_for("a@mail.example").expect("a mail");
    let phones: Vec<_> = (0..5).map(|_| Phone::new()).collect();
    let answers =
        join_all(phones.iter().map(|phone| phone.visit(&world, &code, EnrolPurpose::Register))).await;
    assert_eq!(statuses(&answers), (1, vec![ErrorCode::RegistrationCodeWrong; 4]));
}

/// However often one request comes at once, it is looked at once, and all who sent it are told the same.
async fn one_request_at_once_has_one_answer(world: World) {
    let (enrol, card) = ("/v1/identity/enrol", Card::of(&Person::hanako()));
    let request = async |card: &Card| {
        let nonce = Phone::nonce(&world).await;
        Phone::new().enrol_request(&world, &nonce, card, EnrolPurpose::Register, true, |_| {})
    };
    let answers = at_once(&world, enrol, &request(&card).await, 20).await;
    assert_eq!(statuses(&answers), (20, Vec::new()));
    let profiles: Vec<_> = answers.iter().map(Phone::profile).collect();
    assert!(profiles.iter().all(|profile| *profile == profiles[0]), "{profiles:?}");
    let rows = world.yui().realm.reader().sql("SELECT id FROM device").fetch_all().await.expect("rows");
    assert_eq!(rows.len(), 1);
    // A refusal is everybody's, too.
    let foreign = request(&Card::foreign(&Person::taro())).await;
    let answers = at_once(&world, enrol, &foreign, 12).await;
    assert_eq!(statuses(&answers), (0, vec![ErrorCode::CertificateUntrusted; 12]));
    // A code is good once, for one request.
    let code = yui_server::identity::counter::visitor_code(world.yui(), STAFF).await.expect("a code");
    let nonce = Phone::nonce(&world).await;
    let visit = Phone::new().visit_request(&world, &nonce, &code, EnrolPurpose::Register);
    let answers = at_once(&world, "/v1/identity/visitor", &visit, 12).await;
    assert_eq!(statuses(&answers), (12, Vec::new()));
}
