//! What passes between a program and a card is what is committed, and told with its reasons in docs/card-apdus.md.
//! `YUI_WRITE_DOCS=1` writes both anew.

use std::{
    fs,
    path::Path,
    sync::{Arc, atomic::AtomicI64},
};

use chrono::Days;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use yui_card::{Card, CardError, KeyKind, LastTry};
use yui_protocol::challenge::Challenge;
use yui_store::{Clock as _, SystemClock};
use yui_terminal::counter::{self, Typed};
use yui_testkit::{
    card::{AUTHENTICATION_PIN, CardBuilder, Person, SIGNATURE_PASSWORD, TEXT_PIN, VirtualCard, serve},
    leaks::{Secret, any_in},
};
use yui_tests::{
    apdus::{Flow, Purpose, page},
    omura,
    scenario::Phone,
};

/// Compares a file, or writes it when asked to.
fn hold(path: &Path, says: &str) {
    if std::env::var_os("YUI_WRITE_DOCS").is_some() {
        fs::write(path, says).expect("the tree can be written");
    }
    let committed = fs::read_to_string(path).unwrap_or_default();
    assert!(committed == says, "{} is old: run with YUI_WRITE_DOCS=1", path.display());
}

fn card_of(person: &Person) -> VirtualCard {
    let yesterday = SystemClock.now().day_jst() - Days::new(1);
    CardBuilder::new(person).issued_on(yesterday).build()
}

/// Serves a card; where.
async fn on_table(card: &VirtualCard) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("its address").to_string();
    tokio::spawn(serve(listener, card.clone()));
    address
}

async fn act(phone: &mut Phone, action: &str, with: Value) -> Value {
    let answer = phone.act(action, &with).await.expect("a known step");
    assert_eq!(answer.get("error"), None, "{action}: {answer}");
    answer
}

/// What passes when a phone uses a card.
async fn of_phones(folder: &Path) -> Vec<Flow> {
    let server = omura::serve(env!("CARGO_BIN_EXE_yui-test-server"), folder, &[]).await;
    let phone = async |name: &str| {
        let origin = &server.addresses().origin;
        Phone::new(name, folder.join(name), origin, Arc::new(AtomicI64::new(0)), &json!({})).await
    };
    let (hanako_card, taro_card) = (card_of(&Person::hanako()), card_of(&Person::taro()));
    let (hanakos, taros) = (on_table(&hanako_card).await, on_table(&taro_card).await);
    let mut hanako = phone("hanako").await.expect("a phone");
    let mut taro = phone("taro").await.expect("a phone");

    act(&mut hanako, "identity.card_state", json!({ "card": hanakos })).await;
    let tries = hanako_card.take_trace();
    let password = json!({ "card": hanakos, "password": SIGNATURE_PASSWORD });
    let subject = act(&mut hanako, "identity.register", password).await["subject"].clone();
    let by_password = hanako_card.take_trace();
    act(&mut taro, "identity.register", json!({ "card": taros, "pin": AUTHENTICATION_PIN })).await;
    let by_digits = taro_card.take_trace();

    let shop = omura::add_shop(&server).await;
    let charge = json!({ "subject": subject, "points": 600_000 });
    server.control("charge", &charge).await.expect("charged");
    act(&mut hanako, "sync", json!({})).await;
    act(&mut hanako, "wallet.scan", json!({ "text": shop["poster"] })).await;
    act(&mut hanako, "wallet.prepare", json!({ "points": 500_000 })).await;
    act(&mut hanako, "wallet.confirm", json!({ "card": hanakos, "pin": AUTHENTICATION_PIN })).await;
    let step_up = hanako_card.take_trace();

    vec![
        Flow::new(
            "registration-by-password",
            "Registration by the signature password",
            Purpose::Register(KeyKind::Signature),
            by_password,
        ),
        Flow::new(
            "registration-by-four-digits",
            "Registration by four digits",
            Purpose::Register(KeyKind::Authentication),
            by_digits,
        ),
        Flow::new("step-up", "A large payment proved by the card", Purpose::Prove, step_up),
        Flow::new("tries-left", "Tries left, on a phone", Purpose::Tries, tries),
    ]
}

fn typed(pin: &str) -> impl FnOnce(u8) -> Result<Typed, CardError> {
    move |_| Ok(Typed { pin: pin.into(), last_try: LastTry::Ask })
}

/// What passes when a counter uses a card.
async fn of_the_counter() -> Vec<Flow> {
    let card = card_of(&Person::hanako());
    let fresh = || Card::new(card.clone());
    counter::tries(&mut fresh()).await.expect("told");
    let tries = card.take_trace();
    card.reset();
    counter::attributes(&mut fresh(), typed(TEXT_PIN)).await.expect("read");
    let read = card.take_trace();
    card.reset();
    let challenge = Challenge::new(vec![7; 32]).expect("long enough");
    counter::answer(&mut fresh(), &challenge, true, typed(AUTHENTICATION_PIN)).await.expect("signed");
    let sign = card.take_trace();
    vec![
        Flow::new("counter-tries", "Tries left, at a counter", Purpose::Tries, tries),
        Flow::new("counter-read", "Name and address, at a counter", Purpose::Read, read),
        Flow::new(
            "counter-sign",
            "A challenge signed with its certificate, at a counter",
            Purpose::Answer,
            sign,
        ),
    ]
}

/// What must not be in a trace.
fn secrets() -> Vec<Secret> {
    let mut secrets: Vec<Secret> =
        [AUTHENTICATION_PIN, TEXT_PIN].map(|pin| Secret::pin("PIN", pin)).into_iter().collect();
    secrets.push(Secret::text("password", SIGNATURE_PASSWORD));
    for person in [Person::hanako(), Person::taro()] {
        secrets.extend([&person.name, &person.address, &person.number].map(|text| Secret::text(text, text)));
        let card = CardBuilder::new(&person);
        for key in [KeyKind::Signature, KeyKind::Authentication] {
            secrets.push(Secret::certificate("certificate", &card.certificate(key), &[]));
            secrets.push(Secret::serial("serial number", card.serial(key)));
        }
    }
    secrets
}

#[tokio::test(flavor = "multi_thread")]
async fn the_apdus_of_each_flow_are_those_that_are_committed() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut flows = of_phones(folder.path()).await;
    flows.extend(of_the_counter().await);
    let secrets = secrets();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for flow in &flows {
        eprintln!("{}: {} APDUs", flow.title, flow.count());
        let trace = flow.trace();
        assert!(!any_in(trace.as_bytes(), &secrets), "{trace}");
        hold(&root.join("apdus").join(format!("{}.txt", flow.name)), &trace);
    }
    hold(&root.join("../docs/card-apdus.md"), &page(&flows));
}
