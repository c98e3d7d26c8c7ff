//! A refusal as a page: what happened, what did not, and the way on. Handlers answer with a code; the page is drawn
//! outside, where the language is known.

use askama::Template;
use axum::{
    extract::{Request, State},
    http::StatusCode,
    middleware::Next,
    response::{Html, IntoResponse, Redirect, Response},
};
use yui_protocol::ErrorCode;

use crate::{
    http::problem::ApiError,
    pages::{frame::Frame, words::Trouble},
    state::Yui,
};

/// Why a page is not shown.
#[derive(Clone, Debug)]
pub(super) enum PageError {
    /// Refused, with a page that says so.
    Code(ErrorCode),
    /// The form is not one of this session's pages: an old one, or another site's.
    OldForm,
    /// First somewhere else: to sign in, or to choose a password.
    Elsewhere(&'static str),
}

impl From<ErrorCode> for PageError {
    fn from(code: ErrorCode) -> Self {
        Self::Code(code)
    }
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        let status = match &self {
            Self::Elsewhere(place) => return Redirect::to(place).into_response(),
            Self::OldForm => StatusCode::FORBIDDEN,
            Self::Code(code) => {
                StatusCode::from_u16(code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
            }
        };
        let mut response = status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

#[derive(Template)]
#[template(path = "refused.html")]
struct Refused {
    f: Frame,
    trouble: Trouble,
}

/// Layer: draws the page of a refusal, also of those that the guards inside answered.
pub(super) async fn show(State(yui): State<Yui>, request: Request, next: Next) -> Response {
    let f = Frame::of(&yui, request.headers(), request.uri().path());
    let mut response = next.run(request).await;
    let trouble = match (
        response.extensions_mut().remove::<PageError>(),
        response.extensions_mut().remove::<ApiError>(),
    ) {
        (Some(PageError::Code(code)), _) => Trouble::of(f.lang, &code),
        (Some(PageError::OldForm), _) => Trouble::said(f.t("staff-form-old")),
        (_, Some(error)) => Trouble::of(f.lang, &error.code),
        _ => return response,
    };
    let status = response.status();
    match (Refused { f, trouble }).render() {
        Ok(text) => (status, Html(text)).into_response(),
        Err(_) => response,
    }
}
