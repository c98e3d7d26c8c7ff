//! Shops for staff: the poster of a shop's code, as an A4 page and as SVG, and the pairing of a shop's phone.

use std::sync::Arc;

use askama::Template;
use axum::{
    Router,
    extract::State,
    http::header,
    response::IntoResponse,
    routing::{get, post},
};
use serde::Deserialize;
use yui_protocol::{ErrorCode, ShopId, municipality::Municipality, shop::Shop};
use yui_texts::{Args, Lang, keys::poster as keys};

use crate::{
    http::extract::{Path, Query},
    pages::{Page, assets, desk::Desk, fields::Sent, frame::Frame, qr_svg, show, words::Words},
    shop::{Listed, pairing, poster},
    staff::Permission,
    state::Yui,
};

/// The most shops that one search shows.
const MOST: usize = 50;
/// The largest version of a QR code on a poster.
pub const LARGEST: i16 = 9;

pub(super) fn routes() -> Router<Yui> {
    Router::new()
        .route("/staff/shops", get(list))
        .route("/staff/shops/{id}/poster", get(page))
        .route("/staff/shops/{id}/poster.svg", get(svg))
        .route("/staff/shops/{id}/pairing", post(pair))
}

#[derive(Deserialize)]
struct Search {
    #[serde(default)]
    q: String,
}

#[derive(Template)]
#[template(path = "shops.html")]
struct List {
    f: Frame,
    query: String,
    shops: Vec<Shop>,
}

async fn list(State(yui): State<Yui>, desk: Desk, Query(Search { q }): Query<Search>) -> Page {
    desk.must(Permission::Shops).await?;
    let shops = yui.shops.page(&q, None, MOST).shops;
    show(&List { f: desk.f, query: q, shops })
}

/// The three steps in one language.
struct Steps {
    tag: &'static str,
    title: Words,
    list: Vec<Words>,
    offline: Words,
}

/// The printable page.
#[derive(Template)]
#[template(path = "poster.html")]
struct Poster {
    style: String,
    town: String,
    name: String,
    area: String,
    qr: String,
    id: String,
    first: Steps,
    others: Vec<Steps>,
    one_point: Words,
    contact: Words,
}

/// The QR code of a shop as SVG.
pub fn poster_svg(town: &Municipality, listed: &Listed) -> Result<String, ErrorCode> {
    qr_svg::svg(&poster::text(town, listed)?, LARGEST, &listed.shop.name)
}

/// The poster of a shop as a page of A4 to be printed; `style` is where its style sheet is, or the sheet itself.
pub fn poster_page(town: &Municipality, listed: &Listed, style: String) -> Result<String, ErrorCode> {
    let steps = |lang: Lang| {
        let words = |key| Words::of(lang, key, &Args::new());
        Steps {
            tag: lang.tag(),
            title: words(keys::POSTER_TITLE),
            list: [keys::POSTER_STEP_SCAN, keys::POSTER_STEP_AMOUNT, keys::POSTER_STEP_CONFIRM]
                .map(words)
                .into(),
            offline: words(keys::POSTER_OFFLINE),
        }
    };
    let contact = Args::new().words("telephone", &town.contact.telephone);
    let template = Poster {
        style,
        town: town.name.clone(),
        name: listed.shop.name.clone(),
        area: listed.shop.area.clone(),
        qr: poster_svg(town, listed)?,
        id: listed.shop.id.to_string(),
        first: steps(Lang::Ja),
        others: Lang::ALL.into_iter().skip(1).map(steps).collect(),
        one_point: Words::of(Lang::Ja, keys::POSTER_ONE_POINT, &Args::new()),
        contact: Words::of(Lang::Ja, keys::POSTER_CONTACT, &contact),
    };
    template.render().map_err(|_| ErrorCode::Internal)
}

/// The style sheet's link for a page of this server, or the sheet itself for a file that stands alone.
#[must_use]
pub fn style_of(alone: bool) -> String {
    if alone { assets::inline() } else { assets::link() }
}

async fn page(State(yui): State<Yui>, desk: Desk, Path(id): Path<ShopId>) -> Page {
    desk.must(Permission::Shops).await?;
    let listed = yui.shops.get(id)?;
    let text = poster_page(&yui.config.municipality, &listed, style_of(false))?;
    Ok(axum::response::Html(text).into_response())
}

async fn svg(State(yui): State<Yui>, desk: Desk, Path(id): Path<ShopId>) -> Page {
    desk.must(Permission::Shops).await?;
    let listed: Arc<Listed> = yui.shops.get(id)?;
    let text = poster_svg(&yui.config.municipality, &listed)?;
    Ok(([(header::CONTENT_TYPE, "image/svg+xml")], text).into_response())
}

#[derive(Template)]
#[template(path = "pairing.html")]
struct Pairing {
    f: Frame,
    name: String,
    qr: String,
}

async fn pair(State(yui): State<Yui>, Path(id): Path<ShopId>, Sent { desk, .. }: Sent) -> Page {
    desk.must(Permission::Shops).await?;
    let listed = yui.shops.get(id)?;
    let code = pairing::make_code(&yui, desk.id(), id).await?;
    let qr = qr_svg::svg(&code.to_text(), LARGEST, desk.f.t("counter-shop-pair").plain())?;
    show(&Pairing { f: desk.f, name: listed.shop.name.clone(), qr })
}
