//! What proves a card: certificates from a phone, and what a platform operator answers about them.

use yui_protocol::{ErrorCode, Millis};
use yui_server::{
    identity::card::{CardCertificate, Policies, Usage},
    outside,
};

/// The most bytes of a reference to a person.
const LONGEST_REFERENCE: usize = 256;

/// A certificate that a phone says is the card's.
pub fn card_certificate(bytes: &[u8]) {
    let Ok(certificate) = CardCertificate::from_der(bytes) else { return };
    assert_eq!(certificate.der(), bytes);
    let _ = certificate.key_info();
    let _ = certificate.ends_at();
    let _ = certificate.check_time(Millis(0));
    for usage in [Usage::Signature, Usage::Authentication] {
        let _ = certificate.check_usage(usage, &Policies::of_real_cards());
    }
    let _ = certificate.attributes();
    let _ = certificate.is_issued_by(&certificate);
    assert!(certificate.check_signature(b"nothing", &[]).is_err());
}

/// A platform operator's answer about either certificate.
pub fn verdict(bytes: &[u8]) {
    let of_signature = outside::verdict(bytes, Usage::Signature);
    let of_authentication = outside::verdict(bytes, Usage::Authentication);
    assert_eq!(of_signature.as_ref().err(), of_authentication.as_ref().err());
    match (of_signature, of_authentication) {
        (Ok(signature), Ok(authentication)) => {
            assert!(authentication.attributes.is_none(), "that certificate has none");
            assert_eq!(signature.user_reference, authentication.user_reference);
            let named = signature.user_reference.expect("a person is named");
            assert!(!named.trim().is_empty() && named.len() <= LONGEST_REFERENCE);
        }
        (refused, _) => {
            let code = refused.err();
            assert_ne!(code, Some(ErrorCode::Internal));
        }
    }
}
