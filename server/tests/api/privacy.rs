//! Nothing personal in logs, and no certificate, serial number or secret in a database: planted, looked for, and the
//! search proved on what it must find.

use axum::http::Method;
use yui_protocol::identity::EnrolPurpose;
use yui_testkit::{
    card::Person,
    leaks::{Secret, any_in},
    log::Log,
};

use crate::support::{Card, Phone, World, json};

fn holds(haystack: &[u8], needle: &[u8]) -> bool {
    Secret::bytes("planted", needle).is_in(haystack)
}

/// The certificates of a card, of which a town keeps the name and the address, and their serial numbers.
fn of_card(card: &Card, person: &Person) -> Vec<Secret> {
    let kept = [person.name.as_str(), person.address.as_str()];
    vec![
        Secret::certificate("the signature certificate", &card.signature, &kept),
        Secret::certificate("the authentication certificate", &card.authentication, &kept),
        Secret::serial("the signature certificate's number", card.serial),
        Secret::serial("the authentication certificate's number", card.serial + 1),
    ]
}

#[tokio::test]
async fn logs_and_databases_hold_nothing_they_must_not() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .json()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    // For the whole process, so that the writers' threads and the other tests are heard too.
    tracing::subscriber::set_global_default(subscriber).expect("the only one of this process");

    let world = World::sqlite().await;
    let hanako = Person::hanako();
    let card = Card::of(&hanako);
    let (phone, profile) = Phone::registered(&world, &card).await;
    phone.get(&world, "/v1/identity/devices?name=planted-query").await;
    phone.call(&world, Method::DELETE, &format!("/v1/identity/devices/{}", phone.id()), None).await;
    let mail = serde_json::json!({"email": "planted@mail.example"});
    json(&world, Method::POST, "/v1/identity/visitor/code", &mail).await;
    let code = world.mailbox.code_for("planted@mail.example").expect("a mail");
    Phone::profile(&Phone::new().visit(&world, &code, EnrolPurpose::Register).await);
    Phone::new().enrol(&world, &Card::foreign(&Person::taro()), EnrolPurpose::Register).await;
    Phone::new().enrol(&world, &Card::replaced(&hanako), EnrolPurpose::Register).await;

    let text = log.take();
    assert!(holds(&text, b"/v1/identity/enrol") && holds(&text, b"\"status\":200"), "the log was written");
    let given = hanako.name.split('　').next_back().expect("a given name");
    let secrets: [&[u8]; 8] = [
        hanako.name.as_bytes(),
        given.as_bytes(),
        hanako.address.as_bytes(),
        hanako.number.as_bytes(),
        b"1985-04-12",
        b"planted",
        code.as_bytes(),
        phone.token.as_bytes(),
    ];
    for secret in secrets {
        assert!(!holds(&text, secret), "in the log: {}", String::from_utf8_lossy(secret));
    }
    let of_card = of_card(&card, &hanako);
    assert!(!any_in(&text, &of_card), "a certificate or its serial number is in the log");

    let [town, realm] = world.files();
    assert!(holds(&town, hanako.name.as_bytes()), "the search finds what is there");
    assert!(holds(&realm, profile.subject.to_string().as_bytes()));
    for (what, secret) in [
        ("the token", phone.token.as_bytes()),
        ("個人番号", hanako.number.as_bytes()),
        ("the code", code.as_bytes()),
        ("the mail address", b"planted@mail.example".as_slice()),
    ] {
        assert!(!holds(&town, secret) && !holds(&realm, secret), "{what} is in a database");
    }
    for store in [&town, &realm] {
        assert!(!any_in(store, &of_card), "a certificate or its serial number is in a database");
        for secret in &of_card {
            let (_, written) = &secret.written()[0];
            assert!(secret.is_in(&[store, written.as_slice()].concat()), "the search finds what is there");
        }
    }
    for secret in [hanako.name.as_bytes(), hanako.address.as_bytes(), given.as_bytes()] {
        assert!(!holds(&realm, secret), "the realm knows no names");
    }
}
