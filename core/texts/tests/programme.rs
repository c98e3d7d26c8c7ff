//! What the law wants shown of points can be read in every language.

use yui_protocol::{Points, municipality::Municipality, wallet::LotKind};
use yui_texts::{Lang, Limit, Offer, programme};

mod towns;

fn omura() -> Municipality {
    towns::all().into_iter().find(|town| town.name_latin == "Omura").expect("Omura")
}

/// Heading and words of each line.
fn lines(lang: Lang, town: &Municipality, kind: LotKind) -> Vec<(String, String)> {
    let programme = town.programmes.iter().find(|programme| programme.kind == kind).expect("a programme");
    let offer = Offer { town, programme, limit: Some(Limit::Balance(Points(50_000))), last_day: None };
    assert_eq!(offer.note(lang).is_some(), kind == LotKind::Charged);
    offer.terms(lang).into_iter().map(|term| (term.heading.plain, term.words.plain)).collect()
}

#[test]
fn all_that_the_law_wants_shown_is_there_in_every_language() {
    let town = omura();
    for lang in Lang::ALL {
        for kind in [LotKind::Charged, LotKind::Granted, LotKind::Coupon] {
            let said = lines(lang, &town, kind);
            assert_eq!(said.len(), 6, "{lang}: {said:?}");
            assert!(said.iter().all(|(heading, words)| !heading.is_empty() && !words.is_empty()));
        }
    }
    let in_english = lines(Lang::En, &town, LotKind::Coupon);
    let words: Vec<_> = in_english.iter().map(|(_, words)| words.as_str()).collect();
    assert_eq!(words[0], "Omura City");
    assert_eq!(words[3], "Things for babies and children / Childcare and help at home / Medicine and health");
    assert!(
        words[4]
            .starts_with("Omura City Children's Centre, childcare coupon desk / 000-0000-0003 / Weekdays")
    );
}

#[test]
fn a_day_that_is_fixed_is_said_in_place_of_the_programmes_life() {
    let town = omura();
    let programme = &town.programmes[0];
    let until = |last_day| {
        let terms = Offer { town: &town, programme, limit: None, last_day }.terms(Lang::En);
        terms.into_iter().map(|term| term.words.plain).nth(1)
    };
    assert!(until(None).is_some_and(|said| said.contains("6 months")), "{:?}", until(None));
    let day = "2026-10-31".parse().ok();
    assert!(until(day).is_some_and(|said| said.contains("31 October 2026")), "{:?}", until(day));
}

#[test]
fn the_limit_is_the_programmes_else_the_wallets_or_the_vouchers() {
    let town = omura();
    let said = |kind, limit| {
        let programme = town.programmes.iter().find(|programme| programme.kind == kind).expect("a programme");
        Offer { town: &town, programme, limit: Some(limit), last_day: None }.terms(Lang::En)[1]
            .words
            .plain
            .clone()
    };
    assert_eq!(said(LotKind::Charged, Limit::Balance(Points(50_000))), "Balance: up to ¥50,000");
    assert_eq!(said(LotKind::Charged, Limit::Voucher(Points(1_500))), "¥1,500");
    assert_eq!(said(LotKind::Granted, Limit::Voucher(Points(1_500))), "10,000 points");
}

#[test]
fn shops_are_named_as_the_town_calls_them() {
    let classes = ["health".to_owned()];
    assert_eq!(programme::shops(Lang::Vi, &omura(), &classes).plain, "Thuốc và sức khỏe");
    let simple = programme::shops(Lang::JaSimple, &omura(), &classes);
    assert_eq!(simple.plain, "薬・健康");
    assert!(simple.runs.iter().any(|run| run.ruby.as_deref() == Some("けんこう")));
}
