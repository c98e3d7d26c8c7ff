//! What the phone of `scripts/preview` finds around it: the words of its panel, and the shops' posters.

use serde::Deserialize;
use serde_json::{Value, json};
use yui_protocol::{ErrorCode, Points};
use yui_server::shop::poster;
use yui_testkit::card::{AUTHENTICATION_PIN, SIGNATURE_PASSWORD};
use yui_texts::{Args, Key, Lang, keys::preview as words, text};

use super::Control;

/// In which language, about which shop, amount and folder.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Panel {
    lang: String,
    shop: String,
    charge: Points,
    folder: String,
}

/// Every text of the panel, by the name under which it is answered.
const PANEL: [(&str, Key); 27] = [
    ("title", words::PREVIEW_TITLE),
    ("made_up", words::PREVIEW_MADE_UP),
    ("card_heading", words::PREVIEW_CARD_HEADING),
    ("card_hold", words::PREVIEW_CARD_HOLD),
    ("card_held", words::PREVIEW_CARD_HELD),
    ("card_password", words::PREVIEW_CARD_PASSWORD),
    ("card_pin", words::PREVIEW_CARD_PIN),
    ("card_enter", words::PREVIEW_CARD_ENTER),
    ("charge", words::PREVIEW_CHARGE),
    ("charge_first", words::PREVIEW_CHARGE_FIRST),
    ("code_heading", words::PREVIEW_CODE_HEADING),
    ("code_scan", words::PREVIEW_CODE_SCAN),
    ("code_paste", words::PREVIEW_CODE_PASTE),
    ("code_drop", words::PREVIEW_CODE_DROP),
    ("code_none", words::PREVIEW_CODE_NONE),
    ("paste_none", words::PREVIEW_PASTE_NONE),
    ("network_heading", words::PREVIEW_NETWORK_HEADING),
    ("network_cut", words::PREVIEW_NETWORK_CUT),
    ("network_join", words::PREVIEW_NETWORK_JOIN),
    ("called", words::PREVIEW_CALLED),
    ("shared", words::PREVIEW_SHARED),
    ("saved", words::PREVIEW_SAVED),
    ("notified", words::PREVIEW_NOTIFIED),
    ("spoken", words::PREVIEW_SPOKEN),
    ("settings", words::PREVIEW_SETTINGS),
    ("shines", words::PREVIEW_SHINES),
    ("opened", words::PREVIEW_OPENED),
];

impl Control {
    /// The panel's words, with their readings; `malformed_request` in a language that there is not.
    pub(super) fn preview_words(with: Panel) -> Result<Value, ErrorCode> {
        let lang = Lang::from_tag(&with.lang).ok_or(ErrorCode::MalformedRequest)?;
        let args = Args::new()
            .words("password", SIGNATURE_PASSWORD)
            .words("pin", AUTHENTICATION_PIN)
            .words("shop", with.shop)
            .words("folder", with.folder)
            .yen("amount", with.charge);
        Ok(PANEL.iter().map(|(name, key)| ((*name).to_owned(), json!(text(lang, *key, &args)))).collect())
    }

    /// The password and the PIN of every made-up card.
    pub(super) fn preview_secrets() -> Value {
        json!({ "password": SIGNATURE_PASSWORD, "pin": AUTHENTICATION_PIN })
    }

    /// The shops that are open, each with what the QR code of its poster says.
    pub(super) fn shops(&self) -> Result<Value, ErrorCode> {
        let yui = &self.0.yui;
        let mut shops = Vec::new();
        for shop in yui.shops.all().into_iter().filter(|shop| shop.open) {
            let poster = poster::text(&yui.config.municipality, &*yui.shops.get(shop.id)?)?;
            shops.push(json!({ "shop": shop.id, "name": shop.name, "poster": poster }));
        }
        Ok(json!({ "shops": shops }))
    }
}
