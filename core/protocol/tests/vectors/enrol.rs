//! Enrolment statements: what card and phone sign at a registration.

use serde_json::Value;
use yui_protocol::{
    Millis, Thumbprint, cbor,
    identity::{EnrolPurpose, EnrolStatement},
};

use crate::{TestKey, array, bytes, cases, check_refused, hex, load, number, parsed, text};

fn purpose(case: &Value) -> EnrolPurpose {
    serde_json::from_value(case["purpose"].clone()).expect("a purpose")
}

#[test]
fn the_statements_are_written_and_read_as_frozen() {
    let file = load("enrol.json");
    let key = TestKey::of(&file);
    for case in cases(&file, "statements") {
        let statement = EnrolStatement {
            town: parsed(case, "town"),
            purpose: purpose(case),
            nonce: bytes(case, "nonce"),
            time: Millis(number(case, "time")),
            device: Thumbprint(array(case, "device")),
            device_uv: case.get("device_uv").map(|_| Thumbprint(array(case, "device_uv"))),
            authentication_certificate: Thumbprint(array(case, "authentication_certificate")),
        };
        let payload = statement.payload();
        assert_eq!(hex(&payload), text(case, "payload"), "{case}");
        assert_eq!(cbor::decode_canonical(&payload), Ok(statement));
        key.check(&EnrolStatement::signed_bytes(&payload), case);
    }
    for case in cases(&file, "refused") {
        check_refused(case, cbor::decode_canonical::<EnrolStatement>);
    }
}
