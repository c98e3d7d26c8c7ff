//! The sheet of a batch of vouchers, to be printed once and cut: each with its code, its value, its last day, and what
//! the law wants the buyer to see beforehand (資金決済法13条: issuer, value, period, contact, where it can be used).

use askama::Template;
use chrono::NaiveDate;
use yui_protocol::{ErrorCode, municipality::Municipality};
use yui_rules::wallet::programme;
use yui_texts::{
    Args, Lang,
    keys::{poster, wallet as keys},
};

use crate::{
    pages::{qr_svg, shops, words::Words},
    wallet::{
        issue,
        voucher::{NewBatch, PrintedVoucher},
    },
};

/// The largest version of a voucher's QR code.
const LARGEST: i16 = 7;

struct Voucher {
    id: String,
    qr: String,
}

/// What stands on each of them.
#[derive(Template)]
#[template(path = "vouchers.html")]
struct Sheet {
    style: String,
    town: String,
    programme: String,
    amount: Words,
    one_point: Words,
    /// What it is, in each language.
    says: Vec<(&'static str, Words)>,
    /// What the law wants shown: heading and words.
    terms: Vec<(Words, Words)>,
    no_refund: Words,
    vouchers: Vec<Voucher>,
}

/// The sheet, made `today`, as a page that stands alone; it holds the secrets of the vouchers.
pub fn page(
    town: &Municipality,
    batch: &NewBatch,
    printed: &[PrintedVoucher],
    today: NaiveDate,
) -> Result<String, ErrorCode> {
    let programme = issue::find(town, &batch.programme)?;
    let ja = |key| Words::of(Lang::Ja, key, &Args::new());
    let said = |text: &str| Words::from(yui_texts::Text::verbatim(text));
    let about = Args::new().yen("amount", batch.amount).day("day", batch.last_day);
    let title = Words::of(Lang::Ja, keys::VOUCHER_TITLE, &Args::new());
    let issuer = &programme.issuer;
    let mut terms = vec![(ja(keys::PROGRAMME_ISSUER), said(&issuer.name))];
    if let Some(registration) = &issuer.registration {
        terms.push((ja(keys::PROGRAMME_REGISTRATION), said(registration)));
    }
    let until = programme::voucher_value_until(programme, today, batch.last_day)?;
    let lasts = Words::of(Lang::Ja, keys::PROGRAMME_VALIDITY_UNTIL, &Args::new().day("day", until));
    terms.push((ja(keys::PROGRAMME_VALIDITY), lasts));
    terms.push((ja(keys::PROGRAMME_WHERE), where_usable(town, &programme.classes)));
    let contact = &issuer.contact;
    let contact = [contact.name.as_str(), &contact.telephone, &contact.hours].join("\u{3000}");
    terms.push((ja(keys::PROGRAMME_CONTACT), said(&contact)));
    terms.push((ja(keys::PROGRAMME_MISUSE), said(&programme.misuse)));
    let vouchers = printed.iter().map(|voucher| {
        let qr = qr_svg::svg(&voucher.code.to_text(), LARGEST, title.plain())?;
        Ok(Voucher { id: voucher.id.to_string(), qr })
    });
    let sheet = Sheet {
        style: shops::style_of(true),
        town: town.name.clone(),
        programme: programme.name.clone(),
        amount: crate::pages::words::yen(Lang::Ja, batch.amount),
        one_point: ja(poster::POSTER_ONE_POINT),
        says: Lang::ALL
            .into_iter()
            .map(|lang| (lang.tag(), Words::of(lang, keys::VOUCHER_CONFIRM, &about)))
            .collect(),
        terms,
        no_refund: ja(keys::PROGRAMME_NO_REFUND),
        vouchers: vouchers.collect::<Result<_, ErrorCode>>()?,
    };
    sheet.render().map_err(|_| ErrorCode::Internal)
}

fn where_usable(town: &Municipality, classes: &[String]) -> Words {
    if classes.is_empty() {
        return Words::of(Lang::Ja, keys::LOT_EVERYWHERE, &Args::new());
    }
    let usable = town.shop_classes.iter().filter(|class| classes.contains(&class.id));
    let names: Vec<&str> = usable.map(|class| class.name.as_str()).collect();
    Words::of(Lang::Ja, keys::LOT_SOME_SHOPS, &Args::new().words("classes", names.join("\u{3001}")))
}
