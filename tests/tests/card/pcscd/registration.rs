//! A person registers and pays with the card on a reader: `core/app` over our PC/SC transport, through pcscd.

use std::sync::{Arc, atomic::AtomicI64};

use serde_json::{Value, json};
use yui_testkit::card::{AUTHENTICATION_PIN, SIGNATURE_PASSWORD};
use yui_tests::{omura, process::ServerProcess, scenario::Phone};

use crate::desk::{Desk, READERS};

async fn town(desk: &Desk) -> ServerProcess {
    omura::serve(env!("CARGO_BIN_EXE_yui-test-server"), desk.folder(), &[]).await
}

async fn phone(desk: &Desk, town: &ServerProcess, name: &str) -> Phone {
    let origin = &town.addresses().origin;
    Phone::new(name, desk.file(name), origin, Arc::new(AtomicI64::new(0)), &json!({})).await.expect("a phone")
}

async fn act(phone: &mut Phone, action: &str, with: &Value) -> Value {
    phone.act(action, with).await.expect("a known step")
}

fn at(reader: usize) -> String {
    format!("reader:{}", READERS[reader])
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_registers_by_her_password_and_proves_a_large_payment_by_her_pin() {
    let desk = Desk::set();
    let _card = desk.lay(0, &[]);
    let town = town(&desk).await;
    let mut hanako = phone(&desk, &town, "hanako").await;
    let state = act(&mut hanako, "identity.card_state", &json!({ "card": at(0) })).await;
    assert_eq!((&state["password_tries"], &state["pin_tries"]), (&json!(5), &json!(3)), "{state}");
    let wrong = json!({ "card": at(0), "password": "WRONG1" });
    let refused = act(&mut hanako, "identity.register", &wrong).await;
    assert_eq!((&refused["error"], &refused["tries_left"]), (&json!("pin_wrong"), &json!(4)), "{refused}");
    let right = json!({ "card": at(0), "password": SIGNATURE_PASSWORD });
    let registered = act(&mut hanako, "identity.register", &right).await;
    assert_eq!((&registered["state"], &registered["level"]), (&json!("enrolled"), &json!("verified")));
    assert_eq!(registered["tries_left"], 5, "{registered}");

    let shop = omura::add_shop(&town).await;
    let charge = json!({ "subject": registered["subject"], "points": 600_000 });
    town.control("charge", &charge).await.expect("charged");
    act(&mut hanako, "sync", &json!({})).await;
    act(&mut hanako, "wallet.scan", &json!({ "text": shop["poster"] })).await;
    let quote = act(&mut hanako, "wallet.prepare", &json!({ "points": 500_000 })).await;
    assert_eq!(quote["assurance"], "device_uv_card", "{quote}");
    let pin = json!({ "card": at(0), "pin": AUTHENTICATION_PIN });
    let paid = act(&mut hanako, "wallet.confirm", &pin).await;
    assert_eq!((&paid["state"], &paid["tries_left"]), (&json!("paid"), &json!(3)), "{paid}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_registers_by_four_digits_with_another_card_beside_hers() {
    let desk = Desk::set();
    let (_hanako, _taro) = (desk.lay(0, &[]), desk.lay(1, &["--person", "taro", "--atr", "3b80800101"]));
    let town = town(&desk).await;
    let mut taro = phone(&desk, &town, "taro").await;
    let pin = json!({ "card": at(1), "pin": AUTHENTICATION_PIN });
    let registered = act(&mut taro, "identity.register", &pin).await;
    assert_eq!(registered["state"], "enrolled", "{registered}");
    assert_eq!(registered["tries_left"], 3, "{registered}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_taken_off_at_each_moment_registers_when_it_is_laid_on_again() {
    let desk = Desk::set();
    let town = town(&desk).await;
    let mut hanako = phone(&desk, &town, "hanako").await;
    let with = json!({ "card": at(0), "password": SIGNATURE_PASSWORD });
    // Before the card has heard anything, before and after its password, in the midst of a certificate, before the signature.
    for commands in [0, 7, 8, 11, 20] {
        let mut card = desk.lay(0, &["--leaves-after", &commands.to_string()]);
        let lost = act(&mut hanako, "identity.register", &with).await;
        assert_eq!(lost["error"], "card_lost", "after {commands}: {lost}");
        card.left();
    }
    let _card = desk.lay(0, &[]);
    let registered = act(&mut hanako, "identity.register", &with).await;
    assert_eq!(registered["state"], "enrolled", "{registered}");
}
