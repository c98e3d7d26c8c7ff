//! Who calls: the extractor that every route with a token uses.

use axum::{
    extract::{FromRequestParts, Request},
    http::{HeaderMap, HeaderValue, header, request::Parts},
    middleware::Next,
    response::Response,
};
use tokio_util::sync::CancellationToken;
use yui_protocol::{ErrorCode, ShopId, Subject, Thumbprint};
use yui_store::Party;

use crate::{
    http::problem::ApiError,
    identity::{
        KeyKind,
        login::{DPOP_NONCE, dpop},
    },
    state::Yui,
};

/// A phone that proved itself: its token is alive, the proof is by the same key, and the key may be used.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The phone, by the thumbprint of its `device` (or shop) key.
    pub device: Thumbprint,
    /// For whom it speaks.
    pub party: Party,
    /// Cancelled when the phone is revoked; a stream must end on it.
    pub revoked: CancellationToken,
}

impl Caller {
    /// The resident who calls; `forbidden` for a shop.
    pub fn resident(&self) -> Result<Subject, ApiError> {
        match self.party {
            Party::Person(subject) => Ok(subject),
            Party::Shop(_) => Err(ErrorCode::Forbidden.into()),
        }
    }

    /// The shop that calls; `forbidden` for a resident.
    pub fn shop(&self) -> Result<ShopId, ApiError> {
        match self.party {
            Party::Shop(shop) => Ok(shop),
            Party::Person(_) => Err(ErrorCode::Forbidden.into()),
        }
    }
}

impl FromRequestParts<Yui> for Caller {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, yui: &Yui) -> Result<Self, ApiError> {
        let token = one(&parts.headers, header::AUTHORIZATION.as_str())?
            .and_then(of_dpop)
            .ok_or(ErrorCode::Unauthenticated)?;
        let device = yui.tokens.device(token, yui.clock.now())?;
        let key = yui.keys.usable(&device)?;
        // Before the proof, which is remembered: no phone may fill that memory.
        yui.rates.read(&device, key.party)?;
        if key.kind == KeyKind::DeviceUv {
            return Err(ErrorCode::DpopInvalid.into());
        }
        let proof = proof(&parts.headers)?;
        dpop::check(yui, proof, &parts.method, parts.uri.path(), Some(token), &device)?;
        Ok(Self { device, party: key.party, revoked: key.revoked })
    }
}

/// The token of an `Authorization` header under the scheme DPoP, however it is spelled (RFC 9110 §11.1).
fn of_dpop(value: &str) -> Option<&str> {
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("DPoP").then(|| token.trim_start_matches(' '))
}

/// The one proof in the request (RFC 9449 §4.3, 1).
pub(super) fn proof(headers: &HeaderMap) -> Result<&str, ErrorCode> {
    one(headers, "dpop")?.ok_or(ErrorCode::DpopInvalid)
}

fn one<'h>(headers: &'h HeaderMap, name: &str) -> Result<Option<&'h str>, ErrorCode> {
    let mut values = headers.get_all(name).iter();
    let first = values.next();
    if values.next().is_some() {
        return Err(ErrorCode::MalformedRequest);
    }
    first.map(|value| value.to_str().map_err(|_| ErrorCode::MalformedRequest)).transpose()
}

/// Every answer to a request with a proof brings the nonce for the next one.
pub(crate) async fn attach_dpop_nonce(yui: &Yui, request: Request, next: Next) -> Response {
    let asked = request.headers().contains_key("dpop");
    let mut response = next.run(request).await;
    if asked && let Ok(nonce) = HeaderValue::from_str(&yui.dpop_nonces.current(yui.clock.now())) {
        response.headers_mut().insert(DPOP_NONCE, nonce);
    }
    response
}
