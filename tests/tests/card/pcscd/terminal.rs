//! `yui-terminal card` as a clerk uses it, and as her program does.

use std::io::Write as _;

use serde_json::{Value, json};
use yui_testkit::card::{AUTHENTICATION_PIN, Person, TEXT_PIN};

use crate::desk::{Desk, READERS, Said, wait_for};

const NOT_THERE: Option<i32> = Some(3);
const PIN: Option<i32> = Some(4);

fn line(typed: &str) -> String {
    format!("{typed}\n")
}

/// The refusal of a command whose answer is JSON: its exit code, its code, and the tries left.
fn refused(said: &Said) -> (Option<i32>, String, Value) {
    assert!(said.err.starts_with("yui-terminal: "), "{said:?}");
    let told = said.json();
    (said.code, told["error"].as_str().unwrap_or_default().to_owned(), told["tries_left"].clone())
}

fn refusal(exit: Option<i32>, code: &str, left: Option<u8>) -> (Option<i32>, String, Value) {
    (exit, code.to_owned(), json!(left))
}

#[test]
fn the_readers_are_listed_with_what_lies_on_them() {
    let desk = Desk::set();
    let listed = |cards: [&str; 2]| {
        let of = |at: usize| json!({ "name": READERS[at], "card": cards[at] });
        json!([of(0), of(1)])
    };
    assert_eq!(desk.terminal(&["list", "--json"], "").json(), listed(["nothing", "nothing"]));
    let card = desk.lay(1, &[]);
    assert_eq!(desk.terminal(&["list", "--json"], "").json(), listed(["nothing", "card"]));
    let told = desk.terminal(&["list"], "").done();
    assert_eq!(told, format!("{}\tno card\n{}\ta card\n", READERS[0], READERS[1]));
    drop(card);
    wait_for("the card has gone", || {
        desk.terminal(&["list", "--json"], "").json() == listed(["nothing", "nothing"])
    });
}

#[test]
fn tries_are_told_without_a_pin_and_spend_none() {
    for (kind, signature, authentication, text) in [
        ("none", json!(5), json!(3), json!(3)),
        ("password-blocked", json!(0), json!(3), json!(3)),
        ("pin-blocked", json!(5), json!(0), json!(3)),
        ("text-pin-blocked", json!(5), json!(3), json!(0)),
        ("without-signature-certificate", Value::Null, json!(3), json!(3)),
        ("without-pins", Value::Null, Value::Null, Value::Null),
    ] {
        let desk = Desk::set();
        let _card = desk.lay(0, &["--kind", kind]);
        for _ in 0..2 {
            let told = desk.terminal(&["tries", "--json"], "").json();
            let wanted = json!({ "signature": signature, "authentication": authentication, "text": text });
            assert_eq!(told, wanted, "{kind}");
        }
    }
}

#[test]
fn name_and_address_come_with_the_pin() {
    let desk = Desk::set();
    let _card = desk.lay(0, &["--strict"]);
    let hanako = Person::hanako();
    let read = desk.terminal(&["read", "--json"], &line(TEXT_PIN));
    assert_eq!(
        read.json(),
        json!({ "name": hanako.name, "address": hanako.address, "birth_date": "19850412", "sex": "female" })
    );
    let told = desk.terminal(&["read"], &line(TEXT_PIN)).done();
    let wanted =
        format!("Name: {}\nAddress: {}\nBirth date: 1985-04-12\nSex: female\n", hanako.name, hanako.address);
    assert_eq!(told, wanted);
}

#[test]
fn a_wrong_pin_is_counted_and_the_last_try_is_spent_only_when_said_so() {
    let desk = Desk::set();
    let _card = desk.lay(0, &[]);
    let read = |pin: &str, more: &[&str]| {
        refused(&desk.terminal(&[&["read", "--json"][..], more].concat(), &line(pin)))
    };
    assert_eq!(read("12345", &[]), refusal(PIN, "pin_format", None), "nothing was spent");
    assert_eq!(read("0000", &[]), refusal(PIN, "pin_wrong", Some(2)));
    assert_eq!(read("0000", &[]), refusal(PIN, "pin_wrong", Some(1)));
    for pin in ["0000", TEXT_PIN] {
        assert_eq!(read(pin, &[]), refusal(PIN, "pin_last_try", Some(1)), "nothing was spent");
    }
    let asked = desk.terminal(&["read"], &line(TEXT_PIN));
    assert!(asked.err.contains("--last-try") && asked.err.contains("town office"), "{asked:?}");
    desk.terminal(&["read", "--last-try"], &line(TEXT_PIN)).done();
    assert_eq!(desk.terminal(&["tries", "--json"], "").json()["text"], 3, "the right one puts it back");
    for left in [2, 1] {
        assert_eq!(read("0000", &["--last-try"]), refusal(PIN, "pin_wrong", Some(left)));
    }
    assert_eq!(read("0000", &["--last-try"]), refusal(PIN, "pin_blocked", Some(0)));
    assert_eq!(read(TEXT_PIN, &["--last-try"]), refusal(PIN, "pin_blocked", Some(0)));
    let told = desk.terminal(&["read"], "");
    assert!(
        told.err.contains("locked") && told.err.contains("town office"),
        "before anybody types: {told:?}"
    );
}

#[test]
fn a_signed_challenge_is_verified_by_openssl() {
    let desk = Desk::set();
    let _card = desk.lay(0, &["--strict"]);
    let challenge = "00112233445566778899aabbccddeeff";
    let sign = ["sign", "--certificate", "--json", "--challenge", challenge];
    let told = desk.terminal(&sign, &line(AUTHENTICATION_PIN)).json();
    assert_eq!(told["algorithm"], "rsa-pkcs1v15-sha256");
    let bytes = |field: &str| yui_tests::cells::from_hex(told[field].as_str().expect("hex")).expect("hex");
    let domain_and_challenge =
        [b"yui/challenge/v1", &yui_tests::cells::from_hex(challenge).expect("hex")[..]].concat();
    assert_eq!(bytes("signed"), domain_and_challenge);
    std::fs::write(desk.file("signed"), bytes("signed")).expect("a file");
    std::fs::write(desk.file("signature"), bytes("signature")).expect("a file");
    std::fs::write(desk.file("certificate.der"), bytes("certificate")).expect("a file");
    let key = ["x509", "-inform", "DER", "-in", "certificate.der", "-noout", "-pubkey", "-out", "key.pem"];
    desk.run("openssl", &key).done();
    let check = ["dgst", "-sha256", "-verify", "key.pem", "-signature", "signature", "signed"];
    assert_eq!(desk.run("openssl", &check).done().trim(), "Verified OK");

    // Of a file the same, and the certificate only when it was asked for.
    std::fs::write(desk.file("challenge"), &domain_and_challenge[16..]).expect("a file");
    let of_file = desk.terminal(&["sign", "--json", "--file", "challenge"], &line(AUTHENTICATION_PIN));
    assert_eq!(of_file.json()["signature"], told["signature"]);
    assert_eq!(of_file.json().get("certificate"), None);
}

#[test]
fn what_is_no_challenge_never_reaches_the_card() {
    let desk = Desk::set();
    let _card = desk.lay(0, &[]);
    let pin = line(AUTHENTICATION_PIN);
    for wrong in [
        "",
        "00",
        "0x00112233445566778899aabbccddee",
        "00112233445566778899aabbccddeef",
        "+f+f+f+f+f+f+f+f+f+f+f+f+f+f+f+f",
    ] {
        let said = desk.terminal(&["sign", "--challenge", wrong], &pin);
        assert_eq!(said.code, Some(2), "{wrong}: {said:?}");
    }
    let none = desk.terminal(&["sign"], &pin);
    assert_eq!(none.code, Some(2), "{none:?}");
    for length in [0, 15, 1025, 100_000] {
        std::fs::write(desk.file("long"), vec![7; length]).expect("a file");
        let said = desk.terminal(&["sign", "--json", "--file", "long"], &pin);
        assert_eq!(refused(&said), refusal(Some(1), "malformed_request", None), "{length}");
    }
    let missing = desk.terminal(&["sign", "--file", "missing"], &pin);
    assert!(missing.err.contains("missing"), "{missing:?}");
}

#[test]
fn cards_that_cannot_sign_or_are_no_my_number_cards_say_so() {
    for (kind, exit, code, left) in [
        ("without-pins", Some(1), "certificate_absent", None),
        ("resident-register-card", Some(1), "card_unsupported", None),
        ("pin-blocked", PIN, "pin_blocked", Some(0)),
    ] {
        let desk = Desk::set();
        let _card = desk.lay(0, &["--kind", kind]);
        let sign = ["sign", "--json", "--challenge", "00112233445566778899aabbccddeeff"];
        let said = desk.terminal(&sign, &line(AUTHENTICATION_PIN));
        assert_eq!(refused(&said), refusal(exit, code, left), "{kind}");
    }
    let desk = Desk::set();
    let _child = desk.lay(0, &["--person", "mei", "--kind", "without-signature-certificate"]);
    let sign = ["sign", "--json", "--challenge", "00112233445566778899aabbccddeeff"];
    assert_eq!(desk.terminal(&sign, &line(AUTHENTICATION_PIN)).code, Some(0), "a child's card signs");
}

#[test]
fn a_card_laid_on_late_is_waited_for() {
    let desk = Desk::set();
    let none = desk.terminal(&["tries", "--json", "--wait", "0"], "");
    assert_eq!(refused(&none), refusal(NOT_THERE, "card_absent", None));
    let waiting = desk.start_terminal(&["tries", "--json", "--wait", "60"]);
    let _card = desk.lay(1, &[]);
    let told = Said::of(&waiting.wait_with_output().expect("ends"));
    assert_eq!(told.json()["signature"], 5, "{told:?}");
}

#[test]
fn of_two_cards_the_one_on_the_named_reader_is_used() {
    let desk = Desk::set();
    let (_hanako, _taro) = (desk.lay(0, &[]), desk.lay(1, &["--person", "taro"]));
    let undecided = desk.terminal(&["read", "--json"], &line(TEXT_PIN));
    assert_eq!(refused(&undecided), refusal(NOT_THERE, "reader_undecided", None));
    assert!(READERS.iter().all(|name| undecided.err.contains(name)), "{undecided:?}");
    for (reader, person) in [(READERS[0], Person::hanako()), ("00 01", Person::taro())] {
        let read = desk.terminal(&["read", "--json", "--reader", reader], &line(TEXT_PIN));
        assert_eq!(read.json()["name"], person.name);
    }
    let unknown = desk.terminal(&["tries", "--json", "--reader", "Gemalto"], "");
    assert_eq!(refused(&unknown), refusal(NOT_THERE, "reader_absent", None));
}

#[test]
fn a_card_taken_off_at_any_moment_is_told_as_that() {
    // Every command of reading: SELECT twice, the question, VERIFY, SELECT and READ.
    for commands in 0..6 {
        let desk = Desk::set();
        let mut card = desk.lay(0, &["--leaves-after", &commands.to_string()]);
        let said = desk.terminal(&["read", "--json"], &line(TEXT_PIN));
        assert_eq!(refused(&said), refusal(NOT_THERE, "card_lost", None), "after {commands}");
        assert!(said.err.contains("taken off"), "{said:?}");
        card.left();
        let _again = desk.lay(0, &[]);
        desk.terminal(&["read", "--json"], &line(TEXT_PIN)).done();
    }
}

#[test]
fn a_service_that_ends_is_told_as_that() {
    let mut desk = Desk::set();
    let _card = desk.lay(0, &[]);
    let mut reading = desk.start_terminal(&["read", "--json"]);
    wait_for("the card is held", || desk.terminal(&["list", "--json"], "").json()[0]["card"] == "in_use");
    desk.end_service();
    writeln!(reading.stdin.take().expect("piped"), "{TEXT_PIN}").expect("it reads");
    let said = Said::of(&reading.wait_with_output().expect("ends"));
    assert_eq!(refused(&said), refusal(NOT_THERE, "reader_absent", None));
    let none = desk.terminal(&["list", "--json"], "");
    assert_eq!(refused(&none), refusal(NOT_THERE, "reader_absent", None));
    assert!(none.err.contains("pcscd"), "{none:?}");
}

#[test]
fn nobody_else_reaches_the_card_meanwhile() {
    let desk = Desk::set();
    let _card = desk.lay(0, &[]);
    let mut reading = desk.start_terminal(&["read", "--json"]);
    wait_for("the card is held", || desk.terminal(&["list", "--json"], "").json()[0]["card"] == "in_use");
    let second = desk.terminal(&["tries", "--json", "--wait", "0"], "");
    assert_eq!(refused(&second), refusal(NOT_THERE, "card_in_use", None));
    assert_ne!(desk.run("opensc-tool", &["--send-apdu", "00A4040C00"]).code, Some(0));
    writeln!(reading.stdin.take().expect("piped"), "{TEXT_PIN}").expect("it reads");
    assert_eq!(Said::of(&reading.wait_with_output().expect("ends")).code, Some(0));
    // What was presented is forgotten: the next program finds the card closed.
    let attributes = [
        "--send-apdu",
        "00A4040C0AD3921000310001010408",
        "--send-apdu",
        "00A4020C020002",
        "--send-apdu",
        "00B0000000",
    ];
    let next = desk.run("opensc-tool", &attributes).done();
    assert!(next.contains("SW1=0x69, SW2=0x82"), "{next}");
}

#[test]
fn cards_and_readers_of_other_manners_are_read_as_well() {
    for manner in [
        &["--atr", "3b80800101"][..],
        &["--atr", "3b8f8001804f0ca000000306030001000000006a"],
        &["--largest-answer", "64"],
        &["--largest-answer", "1"],
        &["--largest-read", "100"],
        &["--insists-on-length"],
        &["--slow", "100"],
        &["--strict", "--insists-on-length", "--largest-answer", "64"],
    ] {
        let desk = Desk::set();
        let _card = desk.lay(0, manner);
        let read = desk.terminal(&["read", "--json"], &line(TEXT_PIN));
        assert_eq!(read.json()["name"], Person::hanako().name, "{manner:?}");
        let sign = ["sign", "--json", "--challenge", "00112233445566778899aabbccddeeff"];
        desk.terminal(&sign, &line(AUTHENTICATION_PIN)).done();
    }
}

#[test]
fn a_pin_typed_by_hand_is_not_shown() {
    let desk = Desk::set();
    let _card = desk.lay(0, &[]);
    let shown = desk.by_hand(&["read"], &[("name and address:", TEXT_PIN)]);
    assert!(shown.contains(&Person::hanako().name) && shown.contains("3 tries left"), "{shown}");
    assert!(!shown.contains(TEXT_PIN), "{shown}");
}

#[test]
fn before_the_last_try_somebody_at_the_keyboard_is_asked() {
    let desk = Desk::set();
    let _card = desk.lay(0, &[]);
    for _ in 0..2 {
        desk.terminal(&["read"], "0000\n");
    }
    let stopped = desk.by_hand(&["read"], &[("only Enter stops.", "")]);
    assert!(stopped.contains("pin_last_try"), "{stopped}");
    assert_eq!(desk.terminal(&["tries", "--json"], "").json()["text"], 1, "nothing was spent");
    let went_on = desk.by_hand(&["read"], &[("only Enter stops.", "1"), ("name and address:", TEXT_PIN)]);
    assert!(went_on.contains(&Person::hanako().name), "{went_on}");
}

#[test]
fn refusals_are_told_in_every_language_and_name_nobody() {
    let desk = Desk::set();
    let _card = desk.lay(0, &[]);
    let hanako = Person::hanako();
    let mut told = std::collections::BTreeSet::new();
    for lang in ["ja", "ja-simple", "en", "zh-Hans", "vi"] {
        let mut terminal = desk.terminal_in(lang, &["tries", "--reader", "Gemalto"]);
        let said = Said::of(&terminal.output().expect("starts"));
        assert!(said.err.contains("reader_absent"), "{said:?}");
        told.insert(said.err);
        let tries = Said::of(&desk.terminal_in(lang, &["tries"]).output().expect("starts"));
        for secret in [&hanako.name, &hanako.address, &hanako.number] {
            assert!(!tries.out.contains(secret) && !tries.err.contains(secret), "{tries:?}");
        }
        told.insert(tries.done());
    }
    assert_eq!(told.len(), 10, "{told:?}");
}
