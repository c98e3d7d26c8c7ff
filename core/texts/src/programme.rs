//! What the law wants shown of points before anybody gets them (資金決済法13条: issuer, limit, validity, where usable,
//! contact, how misuse is made good): the same on a phone, at the counter and on a printed voucher.

use chrono::NaiveDate;
use yui_protocol::{
    Points,
    municipality::{Contact, Municipality, Programme, TownWords, Validity},
    wallet::LotKind,
};

use crate::{Args, Key, Lang, Text, Value, keys::wallet as keys, text, town_words, words};

/// One thing that is said of points.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Term {
    /// What it is about.
    pub heading: Text,
    /// What holds.
    pub words: Text,
}

/// How much one person can have of points.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Limit {
    /// What a wallet can hold, in all.
    Balance(Points),
    /// What a voucher is worth.
    Voucher(Points),
}

/// Points as they are offered to somebody.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Offer<'a> {
    /// The town, for its classes of shops.
    pub town: &'a Municipality,
    /// Under what they are issued.
    pub programme: &'a Programme,
    /// The limit where the programme itself sets none for a person; none where she may have no wallet.
    pub limit: Option<Limit>,
    /// The last day of these points, where it is fixed already; else the programme's validity is said.
    pub last_day: Option<NaiveDate>,
}

impl Offer<'_> {
    /// All that is said, in the law's order.
    #[must_use]
    pub fn terms(&self, lang: Lang) -> Vec<Term> {
        let issuer = &self.programme.issuer;
        let term = |heading, words| Term { heading: say(lang, heading), words };
        let mut terms = vec![term(keys::PROGRAMME_ISSUER, town_words(lang, &issuer.name))];
        let registration = issuer.registration.as_ref();
        terms.extend(registration.map(|number| term(keys::PROGRAMME_REGISTRATION, Text::verbatim(number))));
        terms.extend(self.limit(lang).map(|limit| term(keys::PROGRAMME_LIMIT, limit)));
        terms.extend([
            term(keys::PROGRAMME_VALIDITY, self.validity(lang)),
            term(keys::PROGRAMME_WHERE, self.usable_at(lang)),
            term(keys::PROGRAMME_CONTACT, contact(lang, &issuer.contact)),
            term(keys::PROGRAMME_MISUSE, town_words(lang, &self.programme.misuse)),
        ]);
        terms
    }

    /// That paid-in value is not paid back in cash; none for value that was given.
    #[must_use]
    pub fn note(&self, lang: Lang) -> Option<Text> {
        (self.programme.kind == LotKind::Charged).then(|| say(lang, keys::PROGRAMME_NO_PAY_BACK))
    }

    /// What one person can get of it: the programme's own bound, else the one of her wallet or voucher.
    fn limit(&self, lang: Lang) -> Option<Text> {
        match (self.programme.person_cap, self.limit) {
            (Some(cap), _) => Some(words(lang, &Value::Points(cap))),
            (None, Some(Limit::Balance(cap))) => {
                Some(text(lang, keys::LIMIT_BALANCE, &Args::new().yen("amount", cap)))
            }
            (None, Some(Limit::Voucher(worth))) => Some(words(lang, &Value::Yen(worth))),
            (None, None) => None,
        }
    }

    fn validity(&self, lang: Lang) -> Text {
        let until = |day| text(lang, keys::PROGRAMME_VALIDITY_UNTIL, &Args::new().day_of_year("day", day));
        match (self.last_day, &self.programme.validity) {
            (Some(day), _) => until(day),
            (None, Validity::Until { last_day }) => until(*last_day),
            (None, Validity::Months { months }) => {
                let args = Args::new().count("count", i64::from(*months));
                text(lang, keys::PROGRAMME_VALIDITY_MONTHS, &args)
            }
        }
    }

    fn usable_at(&self, lang: Lang) -> Text {
        match &*self.programme.classes {
            [] => say(lang, keys::LOT_EVERYWHERE),
            classes => shops(lang, self.town, classes),
        }
    }
}

/// The classes of shops by their names, as the town calls them.
#[must_use]
pub fn shops(lang: Lang, town: &Municipality, classes: &[String]) -> Text {
    let usable = town.shop_classes.iter().filter(|class| classes.contains(&class.id));
    joined(lang, usable.map(|class| &class.name))
}

fn contact(lang: Lang, Contact { name, telephone, hours }: &Contact) -> Text {
    joined(lang, [name, &TownWords::of_ja(telephone), hours])
}

fn joined<'a>(lang: Lang, parts: impl IntoIterator<Item = &'a TownWords>) -> Text {
    let parts: Vec<_> = parts.into_iter().map(|part| part.get(lang)).collect();
    Text::marked(&parts.join(" / "))
}

fn say(lang: Lang, key: Key) -> Text {
    text(lang, key, &Args::new())
}
