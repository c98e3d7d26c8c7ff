//! The phones that speak for a shop, and the button that stops one which was lost, after one question: what is
//! stopped never comes back.

use askama::Template;
use axum::{
    Router,
    extract::State,
    routing::{get, post},
};
use yui_protocol::{ErrorCode, ShopId, Thumbprint};
use yui_texts::{Args, keys::phones as keys};

use crate::{
    http::extract::Path,
    pages::{
        Page,
        desk::Desk,
        fields::Sent,
        frame::Frame,
        question::{ANSWERED, Question},
        show,
        words::Words,
    },
    shop::pairing::{self, ShopDevice},
    staff::Permission,
    state::Yui,
};

pub(super) fn routes() -> Router<Yui> {
    Router::new()
        .route("/staff/shops/{id}/phones", get(list))
        .route("/staff/shops/{id}/stop-phone", post(stop))
}

struct Phone {
    id: Thumbprint,
    short_id: String,
    since: Words,
    stopped: Option<Words>,
}

impl Phone {
    fn of(f: &Frame, device: &ShopDevice) -> Self {
        let at = |moment| Args::new().moment("moment", moment);
        Self {
            id: device.id,
            short_id: device.short_id.to_string(),
            since: f.say(keys::COUNTER_SHOP_PHONE_SINCE, &at(device.paired_at)),
            stopped: device.revoked_at.map(|moment| f.say(keys::COUNTER_SHOP_PHONE_STOPPED, &at(moment))),
        }
    }
}

#[derive(Template)]
#[template(path = "shop_phones.html")]
struct List {
    f: Frame,
    shop: ShopId,
    name: String,
    phones: Vec<Phone>,
    said: Option<Words>,
}

async fn list(State(yui): State<Yui>, desk: Desk, Path(shop): Path<ShopId>) -> Page {
    desk.must(Permission::Shops).await?;
    page(&yui, desk, shop, None).await
}

async fn page(yui: &Yui, desk: Desk, shop: ShopId, said: Option<Words>) -> Page {
    let name = yui.shops.get(shop)?.shop.name.clone();
    let devices = pairing::devices(yui, shop).await?;
    let phones = devices.iter().map(|device| Phone::of(&desk.f, device)).collect();
    show(&List { f: desk.f, shop, name, phones, said })
}

async fn stop(State(yui): State<Yui>, Path(shop): Path<ShopId>, Sent { desk, fields }: Sent) -> Page {
    desk.must(Permission::StopShopPhone).await?;
    let phone: Thumbprint = fields.text("phone").parse().map_err(|_| ErrorCode::NotFound)?;
    let devices = pairing::devices(&yui, shop).await?;
    let known = devices.iter().find(|device| device.id == phone).ok_or(ErrorCode::NotFound)?;
    if !fields.ticked(ANSWERED) {
        return ask(desk.f, shop, known);
    }
    pairing::revoke(&yui, desk.id(), phone).await?;
    let said = desk.f.t("counter-shop-phone-stop-done");
    page(&yui, desk, shop, Some(said)).await
}

fn ask(f: Frame, shop: ShopId, phone: &ShopDevice) -> Page {
    let name = phone.short_id.to_string();
    Question {
        asked: f.say(keys::COUNTER_STOP_QUESTION, &Args::new().words("name", name)),
        about: Vec::new(),
        facts: Vec::new(),
        happens: f.t("counter-shop-phone-stop-happens"),
        button: f.t("counter-stop-button"),
        fields: vec![("phone", phone.id.to_string())],
        back: format!("/staff/shops/{shop}/phones"),
        f,
    }
    .ask()
}
