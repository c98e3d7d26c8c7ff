//! One-time payment codes: body, signature and text, and every way to alter one by a bit.

use serde_json::Value;
use yui_protocol::{
    ErrorCode, Millis, Points, Signature,
    qr::{self, KeyHint, OneTimeCode, Scanned, SignedCode},
};

use crate::{TestKey, array, bytes, cases, check_refused, hex, load, number, parsed, text};

fn code(case: &Value, key: &TestKey) -> OneTimeCode {
    OneTimeCode {
        town: parsed(case, "town"),
        id: parsed(case, "id"),
        key: KeyHint::from(key.public().thumbprint()),
        cap: Points(number(case, "cap")),
        valid_until: Millis(number(case, "valid_until")),
    }
}

#[test]
fn the_codes_are_written_and_read_as_frozen() {
    let file = load("one_time_codes.json");
    let key = TestKey::of(&file);
    for case in cases(&file, "codes") {
        let code = code(case, &key);
        assert_eq!(hex(&code.body()), text(case, "body"));
        key.check(&OneTimeCode::signed_bytes(&code.body()), case);
        let signed = SignedCode { code, signature: Signature(array(case, "signature")) };
        assert_eq!(signed.to_text(), text(case, "text"));
        assert_eq!(SignedCode::from_bytes(&signed.to_bytes()), Ok(signed));
    }
    for case in cases(&file, "refused") {
        check_refused(case, SignedCode::from_bytes);
    }
}

/// Whether a code is one that its own body and this key's signature hold together.
fn holds(read: &Result<SignedCode, ErrorCode>, key: &TestKey) -> bool {
    read.as_ref().is_ok_and(|s| key.verifies(&OneTimeCode::signed_bytes(&s.code.body()), &s.signature))
}

#[test]
fn no_single_bit_can_be_altered() {
    let file = load("one_time_codes.json");
    let key = TestKey::of(&file);
    for case in cases(&file, "codes") {
        let whole = [bytes(case, "body"), bytes(case, "signature")].concat();
        let original = SignedCode::from_bytes(&whole);
        assert!(holds(&original, &key));
        for bit in 0..whole.len() * 8 {
            let mut altered = whole.clone();
            altered[bit / 8] ^= 1 << (bit % 8);
            let read = SignedCode::from_bytes(&altered);
            assert!(!holds(&read, &key), "bit {bit}");
            if bit / 8 >= whole.len() - 64 {
                // In the signature: the mandate itself reads as before.
                assert_eq!(read.map(|s| s.code), original.clone().map(|s| s.code), "bit {bit}");
            }
        }
    }
}

#[test]
fn no_single_bit_of_the_text_can_be_altered() {
    let file = load("one_time_codes.json");
    let key = TestKey::of(&file);
    for case in cases(&file, "codes") {
        let whole = text(case, "text").as_bytes();
        for bit in 0..whole.len() * 8 {
            let mut altered = whole.to_vec();
            altered[bit / 8] ^= 1 << (bit % 8);
            let Ok(altered) = String::from_utf8(altered) else { continue };
            if let Ok(Scanned::OneTime(read)) = qr::parse(&altered) {
                assert!(!holds(&Ok(read), &key), "bit {bit}");
            }
        }
    }
}
