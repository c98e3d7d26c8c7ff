//! A refusal as a page: what happened, what did not, and the way on. Handlers answer with a code; the page is drawn
//! outside, where the language is known.

use askama::Template;
use axum::{
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
};
use yui_protocol::ErrorCode;

use crate::{
    http::problem::{ApiError, status_of},
    pages::{are_a_pages, frame::Frame, words::Trouble},
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
            Self::Code(code) => status_of(code),
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

/// Whatever is refused below `/staff` is a page, for it is a browser that asked.
pub(crate) struct RefusalPage(Frame);

impl RefusalPage {
    /// None for a request that no browser of staff makes.
    pub(crate) fn of(yui: &Yui, request: &Request) -> Option<Self> {
        let path = request.uri().path();
        let of_staff = path == "/staff" || path.starts_with("/staff/");
        of_staff.then(|| Self(Frame::of(yui, request.headers(), request.method(), path)))
    }

    /// The answer, or the page that says why there is none.
    pub(crate) fn show(self, mut response: Response) -> Response {
        let Self(f) = self;
        let status = response.status();
        let own = response.extensions_mut().remove::<PageError>();
        let guards = response.extensions_mut().remove::<ApiError>();
        let refused = status.is_client_error() || status.is_server_error();
        let trouble = match (own, &guards) {
            (Some(PageError::Code(code)), _) => Trouble::of(f.lang, &code),
            (Some(PageError::OldForm), _) => Trouble::said(f.t("staff-form-old")),
            (_, Some(error)) => Trouble::of(f.lang, &error.code),
            _ if refused && !is_page(&response) => Trouble::of(f.lang, &ApiError::of_status(status).code),
            _ => return response,
        };
        let Ok(text) = (Refused { f, trouble }).render() else { return response };
        let mut page = (status, Html(text)).into_response();
        if let Some(seconds) = guards.and_then(|error| error.retry_after) {
            page.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        are_a_pages(&mut page);
        page
    }
}

fn is_page(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}
