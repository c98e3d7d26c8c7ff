//! Signing in and out, and choosing one's own password.

use askama::Template;
use axum::{
    Router,
    extract::State,
    http::StatusCode,
    middleware::from_fn_with_state,
    response::{IntoResponse, Redirect},
    routing::post,
};
use axum_extra::extract::{
    CookieJar,
    cookie::{Cookie, SameSite},
};
use yui_protocol::ErrorCode;

use crate::{
    http::{network::Network, rate},
    pages::{
        Page,
        desk::{Desk, PASSWORD},
        fields::{Open, Sent},
        frame::Frame,
        show,
        words::Trouble,
    },
    staff::{account, password::Password, session, sign_in},
    state::Yui,
};

pub(super) fn routes(yui: &Yui) -> Router<Yui> {
    let costly = || from_fn_with_state(yui.clone(), rate::sign_in);
    Router::new()
        .route("/staff/sign-in", post(enter).route_layer(costly()).get(form))
        .route("/staff/sign-out", post(leave))
        .route(PASSWORD, post(choose).route_layer(costly()).get(password_form))
}

#[derive(Template)]
#[template(path = "sign_in.html")]
struct Form {
    f: Frame,
    trouble: Option<Trouble>,
    name: String,
}

async fn form(f: Frame) -> Page {
    show(&Form { f, trouble: None, name: String::new() })
}

/// The cookie by which a browser is known again.
const BROWSER: &str = "yui-staff-browser";

async fn enter(
    State(yui): State<Yui>,
    f: Frame,
    jar: CookieJar,
    network: Network,
    Open(fields): Open,
) -> Page {
    let password = Password::new(fields.raw("password"));
    let from = sign_in::From { network, browser: jar.get(BROWSER).map(Cookie::value) };
    match sign_in::sign_in(&yui, fields.text("name"), password, from).await {
        Ok(signed_in) => {
            let session = kept(&yui, session::COOKIE, signed_in.session.reveal().to_owned());
            let mut browser = kept(&yui, BROWSER, signed_in.browser);
            browser.set_path("/staff/sign-in");
            browser.make_permanent();
            let next = if signed_in.staff.must_change { PASSWORD } else { "/staff/home" };
            Ok((jar.add(session).add(browser), Redirect::to(next)).into_response())
        }
        Err(ErrorCode::Unauthenticated) => {
            let trouble = Some(Trouble::said(f.t("staff-sign-in-wrong")));
            let page = show(&Form { name: fields.text("name").to_owned(), f, trouble })?;
            Ok((StatusCode::UNAUTHORIZED, page).into_response())
        }
        Err(code) => Err(code.into()),
    }
}

fn kept(yui: &Yui, name: &'static str, value: String) -> Cookie<'static> {
    let mut cookie = Cookie::new(name, value);
    cookie.set_path("/staff");
    cookie.set_http_only(true);
    cookie.set_same_site(SameSite::Lax);
    cookie.set_secure(yui.config.is_behind_tls());
    cookie
}

async fn leave(State(yui): State<Yui>, jar: CookieJar, Sent { desk, .. }: Sent) -> Page {
    session::end(&yui, &desk.session).await?;
    let mut gone = Cookie::from(session::COOKIE);
    gone.set_path("/staff");
    Ok((jar.remove(gone), Redirect::to("/staff/sign-in")).into_response())
}

#[derive(Template)]
#[template(path = "password.html")]
struct PasswordForm {
    f: Frame,
    trouble: Option<Trouble>,
    sign_in: String,
    /// Whether the password of now is asked for: not one time after a one-time password, which was typed just before.
    asks_old: bool,
}

impl PasswordForm {
    fn of(desk: Desk, trouble: Option<Trouble>) -> Self {
        let (sign_in, asks_old) = (desk.staff().sign_in.clone(), !desk.staff().must_change);
        Self { f: desk.f, trouble, sign_in, asks_old }
    }
}

async fn password_form(desk: Desk) -> Page {
    show(&PasswordForm::of(desk, None))
}

async fn choose(State(yui): State<Yui>, Sent { desk, fields }: Sent) -> Page {
    let (typed, again) = (fields.raw("password"), fields.raw("again"));
    let trouble = if typed == again {
        match replace(&yui, &desk, Password::new(fields.raw("old")), Password::new(typed)).await {
            Ok(()) => return Ok(Redirect::to("/staff/home").into_response()),
            Err(ErrorCode::MalformedRequest) => desk.f.t("staff-password-weak"),
            Err(ErrorCode::Unauthenticated) => desk.f.t("staff-password-old-wrong"),
            Err(code) => return Err(code.into()),
        }
    } else {
        desk.f.t("staff-password-differs")
    };
    let page = show(&PasswordForm::of(desk, Some(Trouble::said(trouble))))?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Her own password, for who knows the one of now.
async fn replace(yui: &Yui, desk: &Desk, old: Password, chosen: Password) -> Result<(), ErrorCode> {
    let staff = desk.staff();
    if !staff.must_change {
        sign_in::ask_again(yui, staff, old).await?;
    }
    account::choose_password(yui, staff, chosen, &desk.session.id).await
}
