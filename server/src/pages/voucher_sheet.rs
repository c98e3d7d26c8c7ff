//! The sheet of a batch of vouchers, to be printed once and cut: each with its code, its value, its last day, and what
//! the law wants the buyer to see beforehand ([`Offer`]). On a voucher that stands in Japanese; below the last one it
//! stands in the other languages, for the counter to hand out or show.

use askama::Template;
use chrono::NaiveDate;
use yui_protocol::{ErrorCode, municipality::Municipality};
use yui_rules::wallet::programme;
use yui_texts::{
    Args, Lang, Limit, Offer,
    keys::{poster, wallet as keys},
};

use crate::{
    pages::{offer::Terms, qr_svg, shops, words::Words},
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
    programme: Words,
    amount: Words,
    one_point: Words,
    /// What it is, in each language.
    says: Vec<(&'static str, Words)>,
    terms: Terms,
    /// The same in the other languages.
    others: Vec<Terms>,
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
    let about = Args::new().yen("amount", batch.amount).day("day", batch.last_day);
    let title = Words::of(Lang::Ja, keys::VOUCHER_TITLE, &Args::new());
    let until = programme::voucher_value_until(programme, today, batch.last_day)?;
    let offer = Offer { town, programme, limit: Some(Limit::Voucher(batch.amount)), last_day: Some(until) };
    let terms = |lang| Terms::of(lang, &offer);
    let vouchers = printed.iter().map(|voucher| {
        let qr = qr_svg::svg(&voucher.code.to_text(), LARGEST, title.plain())?;
        Ok(Voucher { id: voucher.id.to_string(), qr })
    });
    let sheet = Sheet {
        style: shops::style_of(true),
        town: town.name.clone(),
        programme: Words::of_town(Lang::Ja, &programme.name),
        amount: crate::pages::words::yen(Lang::Ja, batch.amount),
        one_point: Words::of(Lang::Ja, poster::POSTER_ONE_POINT, &Args::new()),
        says: Lang::ALL
            .into_iter()
            .map(|lang| (lang.tag(), Words::of(lang, keys::VOUCHER_CONFIRM, &about)))
            .collect(),
        terms: terms(Lang::Ja),
        others: Lang::ALL.into_iter().filter(|lang| *lang != Lang::Ja).map(terms).collect(),
        vouchers: vouchers.collect::<Result<_, ErrorCode>>()?,
    };
    sheet.render().map_err(|_| ErrorCode::Internal)
}
