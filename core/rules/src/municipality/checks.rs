//! What the values of a town must satisfy, alone and together.

use std::collections::HashSet;

use yui_protocol::{
    Lang, Points,
    identity::Level,
    municipality::{Contact, LevelLimits, Municipality, Programme, TownWords, Validity},
    wallet::LotKind,
};

use super::Invalid;
use crate::wallet::{programme::needs_registration, step_up::MAX_WINDOW_HOURS};

/// The lives that a one-time code may have, in seconds; five minutes is the industry's bound in Japan.
const CODE_SECONDS: std::ops::RangeInclusive<u32> = 30..=300;
/// The town's name must fit the city of a shop's code (EMV).
const MAX_LATIN: usize = 15;

type Checked = Result<(), Invalid>;

fn ensure(holds: bool, key: impl FnOnce() -> String, problem: &'static str) -> Checked {
    if holds { Ok(()) } else { Err(Invalid::Value { key: key(), problem }) }
}

/// Checks everything; the first fault is the error.
pub(super) fn check(town: &Municipality) -> Checked {
    ensure(town.version >= 1, || "version".into(), "must be 1 or more")?;
    ensure(town.code_key.is_none(), || "code_key".into(), "is the server's own and not configured")?;
    filled(&town.name, || "name".into())?;
    filled(&town.name_latin, || "name_latin".into())?;
    languages(town)?;
    let latin =
        town.name_latin.len() <= MAX_LATIN && town.name_latin.bytes().all(|b| matches!(b, b' '..=b'~'));
    ensure(latin, || "name_latin".into(), "must be at most 15 Latin letters")?;
    contact(town, &town.contact, "contact")?;
    step_up(town)?;
    levels(town)?;
    classes(town)?;
    programmes(town)
}

fn filled(text: &str, key: impl FnOnce() -> String) -> Checked {
    ensure(!text.trim().is_empty(), key, "must not be empty")
}

fn languages(town: &Municipality) -> Checked {
    let distinct = town.languages.iter().collect::<HashSet<_>>().len() == town.languages.len();
    ensure(distinct, || "languages".into(), "must not have one twice")?;
    ensure(town.languages.contains(&Lang::Ja), || "languages".into(), "must have ja")
}

/// Words of the town's own are there in each of its languages, and in no other.
fn words(town: &Municipality, words: &TownWords, key: &str) -> Checked {
    for lang in &town.languages {
        let said = words.0.get(lang);
        ensure(said.is_some(), || format!("{key}.{lang}"), "is missing, and `languages` has this language")?;
        filled(said.map_or("", String::as_str), || format!("{key}.{lang}"))?;
    }
    words.0.keys().try_for_each(|lang| {
        let listed = town.languages.contains(lang);
        ensure(listed, || format!("{key}.{lang}"), "is of a language that `languages` does not have")
    })
}

fn contact(town: &Municipality, contact: &Contact, key: &str) -> Checked {
    words(town, &contact.name, &format!("{key}.name"))?;
    words(town, &contact.hours, &format!("{key}.hours"))?;
    let telephone = &contact.telephone;
    let digits = telephone.bytes().filter(u8::is_ascii_digit).count();
    let written = telephone.starts_with('0') && telephone.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    ensure(
        written && (10..=11).contains(&digits),
        || format!("{key}.telephone"),
        "must be a telephone number in Japan, such as 000-0000-0000",
    )
}

fn amount(amount: Points, key: impl FnOnce() -> String) -> Checked {
    ensure(Points::act(amount.0).is_ok(), key, "must be from 1 to 999999999")
}

fn step_up(town: &Municipality) -> Checked {
    let rules = &town.step_up;
    amount(rules.user_from, || "step_up.user_from".into())?;
    amount(rules.card_from, || "step_up.card_from".into())?;
    let rising = rules.user_from < rules.card_from;
    ensure(rising, || "step_up.card_from".into(), "must be above step_up.user_from")?;
    let window = (1..=MAX_WINDOW_HOURS).contains(&rules.window_hours);
    ensure(window, || "step_up.window_hours".into(), "must be from 1 to 48")?;
    amount(town.codes.cap, || "codes.cap".into())?;
    let below = town.codes.cap < rules.user_from;
    ensure(below, || "codes.cap".into(), "must be below step_up.user_from")?;
    let seconds = CODE_SECONDS.contains(&town.codes.seconds);
    ensure(seconds, || "codes.seconds".into(), "must be from 30 to 300")
}

fn levels(town: &Municipality) -> Checked {
    ensure(!town.levels.is_empty(), || "levels".into(), "must have one at least")?;
    let mut seen = HashSet::new();
    for limits in &town.levels {
        let LevelLimits { level, balance_cap, per_payment, per_day, kinds } = limits;
        let key = |name: &str| format!("levels.{}.{name}", level_word(*level));
        ensure(seen.insert(*level), || key("level"), "must not come twice")?;
        ensure(*level != Level::Guest, || key("level"), "must not have a wallet")?;
        amount(*balance_cap, || key("balance_cap"))?;
        amount(*per_payment, || key("per_payment"))?;
        amount(*per_day, || key("per_day"))?;
        ensure(per_payment <= per_day, || key("per_payment"), "must not be above per_day")?;
        ensure(per_payment <= balance_cap, || key("per_payment"), "must not be above balance_cap")?;
        ensure(!kinds.is_empty(), || key("kinds"), "must have one at least")?;
        let distinct = kinds.iter().collect::<HashSet<_>>().len() == kinds.len();
        ensure(distinct, || key("kinds"), "must not have one twice")?;
    }
    Ok(())
}

fn level_word(level: Level) -> &'static str {
    match level {
        Level::Guest => "guest",
        Level::Visitor => "visitor",
        Level::CardHolder => "card_holder",
        Level::Verified => "verified",
        Level::VerifiedElsewhere => "verified_elsewhere",
    }
}

fn classes(town: &Municipality) -> Checked {
    let mut seen = HashSet::new();
    for class in &town.shop_classes {
        let key = |name: &str| format!("shop_classes.{}.{name}", class.id);
        let slug = (1..=40).contains(&class.id.len())
            && class.id.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        ensure(slug, || key("id"), "must be of a-z, 0-9 and -")?;
        ensure(seen.insert(&class.id), || key("id"), "must not come twice")?;
        words(town, &class.name, &key("name"))?;
    }
    Ok(())
}

fn programmes(town: &Municipality) -> Checked {
    let mut seen = HashSet::new();
    for programme in &town.programmes {
        let key = |name: &str| format!("programmes.{}.{name}", programme.id);
        ensure(seen.insert(&programme.id), || key("id"), "must not come twice")?;
        words(town, &programme.name, &key("name"))?;
        words(town, &programme.misuse, &key("misuse"))?;
        words(town, &programme.issuer.name, &key("issuer.name"))?;
        contact(town, &programme.issuer.contact, &key("issuer.contact"))?;
        let held = town.levels.iter().any(|limits| limits.kinds.contains(&programme.kind));
        ensure(held, || key("kind"), "is held by no level")?;
        for class in &programme.classes {
            let known = town.shop_classes.iter().any(|c| &c.id == class);
            ensure(known, || key("classes"), "has a class that shop_classes does not have")?;
        }
        days(programme, key)?;
        caps(programme, key)?;
        let lawful = !needs_registration(programme);
        ensure(
            lawful,
            || key("issuer.registration"),
            "is needed: a company's paid-for value lives over six months (資金決済法4条2号, 7条)",
        )?;
    }
    Ok(())
}

fn days(programme: &Programme, key: impl Fn(&str) -> String) -> Checked {
    ensure(programme.from <= programme.to, || key("to"), "must not be before from")?;
    match programme.validity {
        Validity::Months { months } => {
            ensure((1..=60).contains(&months), || key("validity.months"), "must be from 1 to 60")
        }
        Validity::Until { last_day } => {
            ensure(last_day >= programme.to, || key("validity.last_day"), "must not be before to")
        }
    }
}

fn caps(programme: &Programme, key: impl Fn(&str) -> String) -> Checked {
    let Programme { kind, budget, person_cap, .. } = programme;
    for (name, bound) in [("budget", budget), ("person_cap", person_cap)] {
        let positive = bound.is_none_or(|bound| bound > Points::ZERO);
        ensure(positive, || key(name), "must be 1 or more")?;
    }
    let given = matches!(kind, LotKind::Granted | LotKind::Coupon);
    ensure(!given || budget.is_some(), || key("budget"), "is needed for value that is given")?;
    ensure(!given || person_cap.is_some(), || key("person_cap"), "is needed for value that is given")?;
    let within = budget.is_none_or(|budget| person_cap.is_none_or(|cap| cap <= budget));
    ensure(within, || key("person_cap"), "must not be above budget")?;
    let restricted = *kind != LotKind::Coupon || !programme.classes.is_empty();
    ensure(restricted, || key("classes"), "is needed for a coupon")
}
