//! One-time payment codes: mandate, signature, seal and text, and every way to alter one by a bit.

use serde_json::Value;
use yui_protocol::{
    ErrorCode, Millis, Points, Signature,
    qr::{self, CodeSecret, KeyHint, Mandate, Scanned, SealedCode, SignedMandate},
};

use crate::{TestKey, array, bytes, cases, check_refused, hex, load, number, parsed, text};

fn mandate(case: &Value, key: &TestKey) -> Mandate {
    Mandate {
        town: parsed(case, "town"),
        id: parsed(case, "id"),
        key: KeyHint::from(key.public().thumbprint()),
        cap: Points(number(case, "cap")),
        valid_until: Millis(number(case, "valid_until")),
    }
}

/// The server's half of the town's key.
fn secret(file: &Value) -> CodeSecret {
    CodeSecret::derive(&array(file, "town_secret"))
}

fn whole(case: &Value) -> Vec<u8> {
    [bytes(case, "face"), bytes(case, "sealed")].concat()
}

#[test]
fn the_codes_are_written_and_read_as_frozen() {
    let file = load("one_time_codes.json");
    let (key, secret) = (TestKey::of(&file), secret(&file));
    assert_eq!(serde_json::to_value(secret.public()).expect("text"), {
        yui_protocol::Base64Url::encode(&bytes(&file, "town_key"))
    });
    for case in cases(&file, "codes") {
        let mandate = mandate(case, &key);
        assert_eq!(hex(&mandate.canonical()), text(case, "mandate"));
        key.check(&mandate.signed_bytes(), case);
        let sealed = SealedCode::from_bytes(&whole(case)).expect("a code");
        assert_eq!((sealed.to_bytes(), sealed.to_text().as_str()), (whole(case), text(case, "text")));
        assert_eq!(
            sealed.open(&secret),
            Ok(SignedMandate { mandate, signature: Signature(array(case, "signature")) })
        );
    }
    for case in cases(&file, "refused") {
        check_refused(case, SealedCode::from_bytes);
    }
}

/// Whether a code is one that the town can open, and that this key's signature holds together.
fn holds(read: &Result<SealedCode, ErrorCode>, secret: &CodeSecret, key: &TestKey) -> bool {
    let opened = read.as_ref().ok().and_then(|sealed| sealed.open(secret).ok());
    opened.is_some_and(|s| key.verifies(&s.mandate.signed_bytes(), &s.signature))
}

#[test]
fn no_single_bit_can_be_altered() {
    let file = load("one_time_codes.json");
    let (key, secret) = (TestKey::of(&file), secret(&file));
    for case in cases(&file, "codes") {
        let whole = whole(case);
        assert!(holds(&SealedCode::from_bytes(&whole), &secret, &key));
        for bit in 0..whole.len() * 8 {
            let mut altered = whole.clone();
            altered[bit / 8] ^= 1 << (bit % 8);
            let read = SealedCode::from_bytes(&altered);
            assert!(!holds(&read, &secret, &key), "bit {bit}");
        }
    }
}

#[test]
fn no_single_bit_of_the_text_can_be_altered() {
    let file = load("one_time_codes.json");
    let (key, secret) = (TestKey::of(&file), secret(&file));
    for case in cases(&file, "codes") {
        let whole = text(case, "text").as_bytes();
        for bit in 0..whole.len() * 8 {
            let mut altered = whole.to_vec();
            altered[bit / 8] ^= 1 << (bit % 8);
            let Ok(altered) = String::from_utf8(altered) else { continue };
            if let Ok(Scanned::OneTime(read)) = qr::parse(&altered) {
                assert!(!holds(&Ok(read), &secret, &key), "bit {bit}");
            }
        }
    }
}
