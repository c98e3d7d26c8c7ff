//! The readers of yui-protocol. None may panic, and what is read is written again as the same.

use yui_protocol::{
    cbor,
    command::Command,
    identity::EnrolStatement,
    jws::{self, AssertionClaims, DpopClaims},
    qr::{self, Scanned, SignedCode},
};

/// A text before the camera.
pub fn qr(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Ok(scanned) = qr::parse(text) else { return };
    match &scanned {
        Scanned::OneTime(code) => assert_eq!(code.to_text(), text),
        Scanned::Voucher(code) => assert_eq!(code.to_text(), text),
        Scanned::Pairing(code) => assert_eq!(code.to_text(), text),
        Scanned::PrintedCard(code) => assert_eq!(code.to_text(), text),
        // Merchant codes leave room for other orders and fields; the payee must be the same.
        Scanned::Shop(code) => {
            let again = qr::parse(&code.to_text().expect("what was read can be written"));
            let Ok(Scanned::Shop(again)) = again else { panic!("{again:?}") };
            assert_eq!((again.town, again.shop), (code.town, code.shop));
        }
        Scanned::Till(code) => {
            let again = qr::parse(&code.to_text().expect("what was read can be written"));
            let Ok(Scanned::Till(again)) = again else { panic!("{again:?}") };
            assert_eq!((again.town, again.shop, again.till), (code.town, code.shop, code.till));
            assert_eq!((again.amount, again.expires_at), (code.amount, code.expires_at));
        }
        Scanned::Jpqr(_) | Scanned::JpqrPayer | Scanned::Link(_) => {}
    }
}

/// A one-time code inside a shop's command.
pub fn one_time_code(bytes: &[u8]) {
    if let Ok(code) = SignedCode::from_bytes(bytes) {
        assert_eq!(code.to_bytes(), bytes);
    }
}

/// The payload of a signed command.
pub fn command(bytes: &[u8]) {
    if let Ok(command) = Command::from_payload(bytes) {
        assert_eq!(command.payload(), bytes);
    }
}

/// The statement of a registration.
pub fn enrol_statement(bytes: &[u8]) {
    if let Ok(statement) = cbor::decode_canonical::<EnrolStatement>(bytes) {
        assert_eq!(statement.payload(), bytes);
    }
}

/// A login assertion or a DPoP proof.
pub fn token(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(parts) = jws::parse::<AssertionClaims>(text) {
        assert_eq!(jws::compact(&parts.signing_input, &parts.signature), text);
    }
    if let Ok(parts) = jws::parse::<DpopClaims>(text) {
        assert_eq!(jws::compact(&parts.signing_input, &parts.signature), text);
    }
}
