//! The readers of yui-card: what a card, or something that claims to be one, may answer.

use yui_card::{
    Attributes, CertificatePresence, TokenKind,
    apdu::{Command, Response},
    tlv,
};

/// An answer, a file, or a command on its way through the guard.
pub fn card(bytes: &[u8]) {
    if let Some(command) = Command::parse(bytes) {
        assert!(command.encode().is_none_or(|written| Command::parse(&written).is_some()));
    }
    let _ = Response::parse(bytes.to_vec());
    let _ = tlv::file_length(bytes);
    if let Some((_, rest)) = tlv::take(bytes) {
        assert!(rest.len() < bytes.len(), "a reader of many must come to an end");
    }
    let _ = tlv::all(bytes, 64);
    let _ = Attributes::parse(bytes);
    let _ = CertificatePresence::parse(bytes);
    let _ = TokenKind::parse(bytes);
}
