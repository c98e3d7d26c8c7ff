//! The pages of staff: server-rendered, without script, every act a form. A page shows words of yui-texts only and
//! holds no rule.

mod assets;
mod audit;
mod desk;
pub(crate) mod fields;
mod find;
mod frame;
mod grant_order;
mod grants;
mod home;
mod issue;
mod ledger;
mod left_out;
mod offer;
mod pay_back;
mod person;
mod phone;
mod phone_code;
pub mod qr_svg;
mod question;
mod refusal;
mod register;
mod review;
mod shop_phones;
pub mod shops;
mod sign_in;
pub mod voucher_sheet;
pub mod words;

use axum::{
    Router,
    extract::Request,
    http::{HeaderValue, header},
    middleware::{Next, from_fn},
    response::{Html, IntoResponse, Redirect, Response},
    routing::get,
};
use yui_protocol::ErrorCode;

use crate::state::Yui;
use refusal::PageError;
pub(crate) use refusal::RefusalPage;

/// What a handler of a page answers.
type Page = Result<Response, PageError>;

/// No script, no foreign origin; a page's own style sheet and nothing inline.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; \
                      frame-ancestors 'none'; base-uri 'none'";

/// All pages.
pub fn routes(yui: &Yui) -> Router<Yui> {
    Router::new()
        .route("/staff", get(|| async { Redirect::to("/staff/home") }))
        .route("/staff/language/{tag}", get(frame::choose_language))
        .merge(sign_in::routes(yui))
        .merge(home::routes())
        .merge(find::routes())
        .merge(person::routes())
        .merge(phone::routes())
        .merge(phone_code::routes())
        .merge(issue::routes())
        .merge(grants::routes())
        .merge(grant_order::routes())
        .merge(left_out::routes())
        .merge(register::routes())
        .merge(review::routes())
        .merge(pay_back::routes())
        .merge(ledger::routes())
        .merge(audit::routes())
        .merge(shops::routes())
        .merge(shop_phones::routes())
        .merge(assets::routes())
        .layer(from_fn(headers))
}

/// Layer: what a page may load, and an address that is sent to ourselves, so that forms carry their origin.
async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    are_a_pages(&mut response);
    response
}

fn are_a_pages(response: &mut Response) {
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
}

/// A template as an answer.
fn show(template: &impl askama::Template) -> Page {
    template.render().map(|text| Html(text).into_response()).map_err(|_| ErrorCode::Internal.into())
}
