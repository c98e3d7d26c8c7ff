//! DPoP (RFC 9449): the proof, made anew for each request, that the sender holds the device key. Nonces are the
//! server's, so a proof cannot be made ahead and a phone's clock plays no part.

use axum::http::{HeaderName, Method};
use yui_protocol::{
    Base64Url, ErrorCode, Millis, PublicKey, Thumbprint,
    jws::{self, DpopClaims, Parts, access_token_hash},
};

use crate::{
    identity::{login::htu, realm_key::RealmKey, signature},
    state::Yui,
};

/// The header that carries a nonce to the phone.
pub const DPOP_NONCE: HeaderName = HeaderName::from_static("dpop-nonce");

/// A nonce is given for this long and taken for as long again.
const WINDOW: i64 = 5 * Millis::MINUTE;

/// The longest `jti` that is remembered.
const MAX_JTI: usize = 128;

/// The server's nonces: a keyed hash of the five minutes they are given in, under a key of this process.
pub struct DpopNonces(RealmKey);

impl DpopNonces {
    /// Nonces under a fresh key.
    pub fn fresh() -> Result<Self, ErrorCode> {
        RealmKey::fresh().map(Self)
    }

    /// The nonce to give now.
    #[must_use]
    pub fn current(&self, now: Millis) -> String {
        self.given_in(now.0.div_euclid(WINDOW))
    }

    fn given_in(&self, window: i64) -> String {
        let tag = self.0.tag("yui/dpop-nonce/v1", &[&window.to_be_bytes()]);
        Base64Url::encode(&tag.as_ref()[..16])
    }

    fn takes(&self, nonce: &str, now: Millis) -> bool {
        let window = now.0.div_euclid(WINDOW);
        [window, window - 1]
            .into_iter()
            .any(|window| self.0.same(self.given_in(window).as_bytes(), nonce.as_bytes()))
    }
}

/// Checks a proof by the key `by` for one request (RFC 9449 §4.3). What another key made is not remembered, so that
/// strangers' keys take no room.
///
/// Refuses with `use_dpop_nonce` when only the nonce is wrong, else with `dpop_invalid`.
pub fn check(
    yui: &Yui,
    proof: &str,
    method: &Method,
    path: &str,
    token: Option<&str>,
    by: &Thumbprint,
) -> Result<(), ErrorCode> {
    let invalid = |_| ErrorCode::DpopInvalid;
    let Parts { header, claims, not_before, signing_input, signature } =
        jws::parse::<DpopClaims>(proof).map_err(invalid)?;
    let jwk = header.jwk.filter(|_| header.typ == "dpop+jwt").ok_or(ErrorCode::DpopInvalid)?;
    let key = PublicKey::from_jwk(&jwk).map_err(invalid)?;
    signature::check(&key, signing_input.as_bytes(), &signature).map_err(invalid)?;
    let now = yui.clock.now();
    let fits = key.thumbprint() == *by
        && claims.htm == method.as_str()
        && htu::names(&claims.htu, yui.config.origins(), path)
        && not_before.is_none_or(|nbf| nbf <= claims.iat.max(now.0.div_euclid(Millis::SECOND)))
        && claims.ath == token.map(access_token_hash)
        && (1..=MAX_JTI).contains(&claims.jti.len());
    if !fits {
        return Err(ErrorCode::DpopInvalid);
    }
    if !claims.nonce.as_deref().is_some_and(|nonce| yui.dpop_nonces.takes(nonce, now)) {
        return Err(ErrorCode::UseDpopNonce);
    }
    if yui.replays.first_use(by, &claims.jti, now.plus(2 * WINDOW), now)? {
        Ok(())
    } else {
        Err(ErrorCode::DpopInvalid)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nonce_is_taken_in_its_window_and_the_next() {
        let nonces = DpopNonces::fresh().expect("random");
        let nonce = nonces.current(Millis(0));
        assert!(nonces.takes(&nonce, Millis(0)) && nonces.takes(&nonce, Millis(2 * WINDOW - 1)));
        assert!(!nonces.takes(&nonce, Millis(2 * WINDOW)) && !nonces.takes("", Millis(0)));
        assert!(!DpopNonces::fresh().expect("random").takes(&nonce, Millis(0)));
    }
}
