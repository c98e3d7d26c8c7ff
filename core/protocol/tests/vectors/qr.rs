//! Scanned texts: what each is, or the code with which it is refused.

use serde_json::{Value, json};
use yui_protocol::qr::{self, Merchant, Scanned};

use crate::{cases, hex, load, text};

fn merchant(merchant: &Merchant) -> Value {
    json!({"name": merchant.name, "city": merchant.city, "postal_code": merchant.postal_code})
}

/// What a vector says of a code.
fn describe(scanned: &Scanned) -> Value {
    match scanned {
        Scanned::Shop(c) => {
            json!({"is": "shop", "town": c.town, "shop": c.shop, "merchant": merchant(&c.merchant)})
        }
        Scanned::Till(c) => json!({
            "is": "till", "town": c.town, "shop": c.shop, "till": c.till, "amount": c.amount,
            "expires_at": c.expires_at, "merchant": merchant(&c.merchant),
        }),
        Scanned::OneTime(c) => json!({
            "is": "one_time", "town": c.face.town, "id": c.face.id, "enc": hex(&c.face.enc),
            "cap": c.face.cap, "valid_until": c.face.valid_until, "sealed": hex(&c.sealed),
        }),
        Scanned::Voucher(c) => json!({"is": "voucher", "town": c.town, "secret": hex(c.secret.as_bytes())}),
        Scanned::Pairing(c) => json!({
            "is": "pairing", "town": c.town, "shop": c.shop, "secret": hex(c.secret.as_bytes()),
        }),
        Scanned::PrintedCard(c) => {
            json!({"is": "printed_card", "town": c.town, "token": hex(c.token.as_bytes())})
        }
        Scanned::Jpqr(c) => {
            json!({"is": "jpqr", "shop_name": c.shop_name, "city": c.city, "dynamic": c.dynamic})
        }
        Scanned::JpqrPayer => json!({"is": "jpqr_payer"}),
        Scanned::Link(link) => json!({"is": "link", "link": link}),
    }
}

/// The text that we write for a code of ours.
fn rewrite(scanned: &Scanned) -> Option<String> {
    match scanned {
        Scanned::Shop(c) => Some(c.to_text().expect("as read")),
        Scanned::Till(c) => Some(c.to_text().expect("as read")),
        Scanned::OneTime(c) => Some(c.to_text()),
        Scanned::Voucher(c) => Some(c.to_text()),
        Scanned::Pairing(c) => Some(c.to_text()),
        Scanned::PrintedCard(c) => Some(c.to_text()),
        Scanned::Jpqr(_) | Scanned::JpqrPayer | Scanned::Link(_) => None,
    }
}

#[test]
fn every_text_is_what_its_vector_says() {
    let file = load("qr.json");
    for case in cases(&file, "codes") {
        let scanned = qr::parse(text(case, "text")).unwrap_or_else(|code| panic!("{case}: {code}"));
        assert_eq!(describe(&scanned), case["parsed"], "{}", text(case, "name"));
        if case["ours"] == true {
            assert_eq!(rewrite(&scanned).as_deref(), case["text"].as_str(), "{}", text(case, "name"));
        }
    }
    for case in cases(&file, "refused") {
        let code = qr::parse(text(case, "text")).expect_err(text(case, "name"));
        assert_eq!(code.as_str(), text(case, "error"), "{}", text(case, "name"));
    }
}
