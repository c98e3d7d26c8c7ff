//! `POST /v1/identity/token`: a login assertion by a device key or a shop's key (RFC 7523) for an access token.

use axum::http::{HeaderMap, Method};
use yui_protocol::{
    ErrorCode, Millis, Thumbprint,
    identity::TokenAnswer,
    jws::{self, AssertionClaims, Parts},
};
use yui_store::Party;

use crate::{
    http::problem::ApiError,
    identity::{
        KeyKind,
        login::{TOKEN_LIFE, caller, dpop},
        signature,
    },
    state::Yui,
};

/// The token endpoint's path, which with the origin is the audience of an assertion.
pub const PATH: &str = "/v1/identity/token";

/// The longest an assertion may live.
const MAX_LIFE: i64 = 300;

/// Checks assertion and proof, and gives a token. Refuses with `assertion_invalid`, `clock_skew`,
/// `device_unknown`, `device_revoked`, `under_review`, `use_dpop_nonce` or `dpop_invalid`.
pub async fn log_in(yui: &Yui, headers: &HeaderMap, assertion: &str) -> Result<TokenAnswer, ApiError> {
    let Parts { header, claims, not_before, signing_input, signature } =
        jws::parse::<AssertionClaims>(assertion).map_err(|_| ErrorCode::AssertionInvalid)?;
    let id = header.kid.filter(|_| header.typ == "JWT").ok_or(ErrorCode::AssertionInvalid)?;
    let is_us = |aud: &str| yui.config.origins().any(|origin| aud.strip_prefix(origin) == Some(PATH));
    let for_us = claims.aud.iter().any(is_us);
    if claims.iss != id || claims.sub != id || !for_us {
        return Err(ErrorCode::AssertionInvalid.into());
    }
    let key = yui.keys.find(&id)?;
    signature::check(&key.key, signing_input.as_bytes(), &signature)
        .map_err(|_| ErrorCode::AssertionInvalid)?;
    if key.kind == KeyKind::DeviceUv {
        return Err(ErrorCode::AssertionInvalid.into());
    }
    key.check_usable()?;
    yui.rates.read(&key.device, key.party)?;
    check_times(&claims, not_before, yui.clock.now())?;
    dpop::check(yui, caller::proof(headers)?, &Method::POST, PATH, None, &id)?;
    first_use(yui, &id, &claims)?;
    if let Party::Person(subject) = key.party {
        crate::identity::devices::seen(yui, id, subject).await?;
    }
    let now = yui.clock.now();
    let access_token = yui.tokens.issue(id, now)?;
    yui.metrics.count("login");
    Ok(TokenAnswer {
        access_token,
        token_type: "DPoP".to_owned(),
        expires_in: u32::try_from(TOKEN_LIFE / Millis::SECOND).unwrap_or(u32::MAX),
        server_time: now,
    })
}

/// RFC 7523 §3, 4–6. A phone whose clock is wrong is told so, with the server's time; one whose clock runs a little
/// ahead may have written `nbf` as it wrote `iat`.
fn check_times(claims: &AssertionClaims, not_before: Option<i64>, now: Millis) -> Result<(), ErrorCode> {
    let now = now.0.div_euclid(Millis::SECOND);
    if !(1..=MAX_LIFE).contains(&claims.exp.saturating_sub(claims.iat)) {
        return Err(ErrorCode::AssertionInvalid);
    }
    let is_early = not_before.is_some_and(|nbf| nbf > claims.iat.max(now));
    if is_early || claims.iat.abs_diff(now) > MAX_LIFE.unsigned_abs() || claims.exp <= now {
        return Err(ErrorCode::ClockSkew);
    }
    Ok(())
}

fn first_use(yui: &Yui, key: &Thumbprint, claims: &AssertionClaims) -> Result<(), ErrorCode> {
    let until = Millis(claims.exp.saturating_mul(Millis::SECOND));
    if claims.jti.is_empty() || !yui.replays.first_use(key, &claims.jti, until, yui.clock.now())? {
        return Err(ErrorCode::AssertionInvalid);
    }
    Ok(())
}
