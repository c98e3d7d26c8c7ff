//! What a member of staff can do here.

use askama::Template;
use axum::{Router, routing::get};

use crate::{
    pages::{
        Page,
        desk::Desk,
        frame::Frame,
        show,
        words::{self, Words},
    },
    staff::Permission,
    state::Yui,
};

pub(super) fn routes() -> Router<Yui> {
    Router::new().route("/staff/home", get(home))
}

#[derive(Template)]
#[template(path = "home.html")]
struct Home {
    f: Frame,
    role: Words,
}

async fn home(desk: Desk) -> Page {
    let role = words::role(desk.f.lang, desk.staff().role);
    show(&Home { f: desk.f, role })
}
