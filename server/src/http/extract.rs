//! Reading requests: the only extractors handlers use, so that whatever cannot be read is a coded error.

use axum::{
    extract::{FromRequest, FromRequestParts, Request, rejection::JsonRejection},
    http::request::Parts,
};
use serde::de::DeserializeOwned;
use yui_protocol::ErrorCode;

use crate::{
    http::{
        escape,
        network::{Network, Peer},
        problem::ApiError,
    },
    state::Yui,
};

/// A JSON body of exactly the fields its type knows.
#[derive(Debug)]
pub struct Json<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        match axum::Json::<T>::from_request(request, state).await {
            Ok(axum::Json(value)) => Ok(Self(value)),
            Err(rejection) => Err(json_refusal(&rejection)),
        }
    }
}

fn json_refusal(rejection: &JsonRejection) -> ApiError {
    match rejection {
        // serde_json tells an unknown field apart only in words; they are its own, not the sender's.
        JsonRejection::JsonDataError(error) if has_unknown_field(error) => ErrorCode::NotCanonical.into(),
        other => ApiError::of_status(other.status()),
    }
}

fn has_unknown_field(error: &(dyn std::error::Error + 'static)) -> bool {
    std::iter::successors(Some(error), |error| error.source())
        .any(|error| error.to_string().contains("unknown field"))
}

impl FromRequestParts<Yui> for Network {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, yui: &Yui) -> Result<Self, Self::Rejection> {
        let peer = parts.extensions.get::<Peer>().copied();
        Ok(Self::of_request(peer, &parts.headers, &yui.config.trusted_proxies))
    }
}

/// A form body, as OAuth's token endpoint takes it (RFC 6749 §3.2).
#[derive(Debug)]
pub struct Form<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Form<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        match axum::Form::<T>::from_request(request, state).await {
            Ok(axum::Form(value)) => Ok(Self(value)),
            Err(rejection) => Err(ApiError::of_status(rejection.status())),
        }
    }
}

/// A query string: of text, and of exactly the fields its type knows.
#[derive(Debug)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        if !parts.uri.query().is_none_or(escape::is_text) {
            return Err(ApiError::new(ErrorCode::MalformedRequest));
        }
        axum::extract::Query::<T>::from_request_parts(parts, state)
            .await
            .map(|axum::extract::Query(value)| Self(value))
            .map_err(|_| ApiError::new(ErrorCode::MalformedRequest))
    }
}

/// The values in a path. One that cannot be read names nothing, so the answer is `not_found`.
#[derive(Debug)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        axum::extract::Path::<T>::from_request_parts(parts, state)
            .await
            .map(|axum::extract::Path(value)| Self(value))
            .map_err(|_| ApiError::new(ErrorCode::NotFound))
    }
}
