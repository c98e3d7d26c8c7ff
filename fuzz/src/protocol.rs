//! The readers of yui-protocol. None may panic, and what is read is written again as the same.

use yui_protocol::{
    Base64Url, CommandId, ProgrammeId, PublicKey, ShopId, Signature, Subject, Thumbprint, TillId, TownCode,
    cbor,
    command::Command,
    identity::EnrolStatement,
    jws::{self, AssertionClaims, DpopClaims},
    qr::{self, Scanned, SealedCode},
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
    if let Ok(code) = SealedCode::from_bytes(bytes) {
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

/// An id, a key's hash or a signature in a path, a query or a field.
pub fn id(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Some(read) = Base64Url::decode(text) {
        assert_eq!(Base64Url::encode(&read), text);
    }
    if let Ok(id) = text.parse::<CommandId>() {
        let _ = id.at();
        assert_eq!(id.to_string().parse::<CommandId>().ok(), Some(id));
    }
    if let Ok(id) = text.parse::<Subject>() {
        assert_eq!(id.to_string().parse::<Subject>().ok(), Some(id));
    }
    if let Ok(id) = text.parse::<TillId>() {
        assert_eq!(id.to_string().parse::<TillId>().ok(), Some(id));
    }
    if let Ok(id) = text.parse::<ShopId>() {
        assert_eq!(id.to_string(), text);
    }
    if let Ok(town) = text.parse::<TownCode>() {
        assert_eq!(town.to_string(), text);
    }
    if let Ok(id) = text.parse::<ProgrammeId>() {
        assert_eq!(id.as_str(), text);
    }
    if let Ok(id) = text.parse::<Thumbprint>() {
        assert_eq!(id.to_string(), text);
    }
    if let Ok(signature) = text.parse::<Signature>() {
        assert_eq!(signature.to_string(), text);
    }
}

/// A login assertion or a DPoP proof.
pub fn token(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(parts) = jws::parse::<AssertionClaims>(text) {
        assert_eq!(jws::compact(&parts.signing_input, &parts.signature), text);
    }
    if let Ok(parts) = jws::parse::<DpopClaims>(text) {
        if let Some(Ok(key)) = parts.header.jwk.as_ref().map(PublicKey::from_jwk) {
            assert_eq!(PublicKey::from_jwk(&key.to_jwk()).ok(), Some(key));
        }
        assert_eq!(jws::compact(&parts.signing_input, &parts.signature), text);
    }
}
