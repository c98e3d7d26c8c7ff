//! What a person may hold and pay, and what the law wants shown beside points before anybody gets them
//! (資金決済法13条). All of it is the town's configuration, so it is there without network from the first start.

use yui_protocol::{
    identity::{Level, ProfileRecord},
    municipality::{Contact, LevelLimits, Municipality, Programme, Validity},
    wallet::LotKind,
};
use yui_texts::{Args, Value, keys};

use crate::{
    core::Core,
    error::AppResult,
    store::{Party, RecordKey},
    view::{Text, Words},
};

/// A programme under which points are issued, as its page shows it.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct ProgrammeView {
    /// The slug.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The kind of points it gives.
    pub kind: LotKind,
    /// "About these points".
    pub title: Text,
    /// Issuer, limit, validity, where usable, contact, how misuse is made good: in this order.
    pub lines: Vec<TermLine>,
    /// That charged value is not paid back in cash; none for value that was given.
    pub note: Option<Text>,
}

/// One thing that is said of a programme.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct TermLine {
    /// What it is about.
    pub label: Text,
    /// What holds.
    pub value: Text,
}

/// What a level may hold and pay.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct LimitsView {
    /// The level: the person's, and for a guest the one that her card would give her.
    pub level: Level,
    /// "Limits".
    pub title: Text,
    /// One payment, one day, the balance.
    pub lines: Vec<Text>,
    /// From which amounts a stronger proof is asked for, and that payments are added up.
    pub step_up: Vec<Text>,
}

impl Core {
    pub(crate) async fn programmes(&self) -> AppResult<Vec<ProgrammeView>> {
        let (town, level) = (self.municipality().await?, self.level_or_next().await?);
        let words = self.words();
        Ok(town.programmes.iter().map(|programme| view(words, &town, level, programme)).collect())
    }

    pub(crate) async fn limits(&self) -> AppResult<LimitsView> {
        let (town, level) = (self.municipality().await?, self.level_or_next().await?);
        let words = self.words();
        let bound = |key, amount| words.get(key, &Args::new().yen("amount", amount));
        let limits = yui_rules::identity::level::limits_of(&town, level)?;
        Ok(LimitsView {
            level,
            title: words.of(keys::wallet::LIMITS_TITLE),
            lines: vec![
                bound(keys::wallet::LIMIT_PAYMENT, limits.per_payment),
                bound(keys::wallet::LIMIT_DAY, limits.per_day),
                bound(keys::wallet::LIMIT_BALANCE, limits.balance_cap),
            ],
            step_up: vec![
                bound(keys::wallet::STEP_UP_USER, town.step_up.user_from),
                bound(keys::wallet::STEP_UP_CARD, town.step_up.card_from),
                words.get(
                    keys::wallet::STEP_UP_WINDOW,
                    &Args::new().count("count", i64::from(town.step_up.window_hours)),
                ),
            ],
        })
    }

    async fn level_or_next(&self) -> AppResult<Level> {
        let profile: Option<ProfileRecord> = self
            .read(|unit| {
                let found = unit.record(RecordKey { party: Party::Person, kind: "profile", id: "" })?;
                Ok(found.map(|found| found.value))
            })
            .await?;
        Ok(profile.map_or(Level::Verified, |profile| profile.level))
    }
}

fn view(words: Words, town: &Municipality, level: Level, programme: &Programme) -> ProgrammeView {
    let line = |label, value| TermLine { label: words.of(label), value };
    let mut lines = vec![line(keys::wallet::PROGRAMME_ISSUER, Words::verbatim(&programme.issuer.name))];
    if let Some(number) = &programme.issuer.registration {
        lines.push(line(keys::wallet::PROGRAMME_REGISTRATION, Words::verbatim(number)));
    }
    let limits = yui_rules::identity::level::limits_of(town, level).ok();
    if let Some(value) = limit(words, programme, limits) {
        lines.push(line(keys::wallet::PROGRAMME_LIMIT, value));
    }
    lines.extend([
        line(keys::wallet::PROGRAMME_VALIDITY, validity(words, &programme.validity)),
        line(keys::wallet::PROGRAMME_WHERE, usable_at(words, town, &programme.classes)),
        line(keys::wallet::PROGRAMME_CONTACT, contact(&programme.issuer.contact)),
        line(keys::wallet::PROGRAMME_MISUSE, Words::verbatim(&programme.misuse)),
    ]);
    ProgrammeView {
        id: programme.id.to_string(),
        name: programme.name.clone(),
        kind: programme.kind,
        title: words.of(keys::wallet::PROGRAMME_TITLE),
        lines,
        note: (programme.kind == LotKind::Charged).then(|| words.of(keys::wallet::PROGRAMME_NO_REFUND)),
    }
}

/// What one person can get of it: the programme's own bound, else what her wallet holds.
fn limit(words: Words, programme: &Programme, limits: Option<&LevelLimits>) -> Option<Text> {
    match (programme.person_cap, limits) {
        (Some(cap), _) => Some(yui_texts::words(words.0, &Value::Points(cap)).into()),
        (None, Some(limits)) => {
            Some(words.get(keys::wallet::LIMIT_BALANCE, &Args::new().yen("amount", limits.balance_cap)))
        }
        (None, None) => None,
    }
}

fn validity(words: Words, validity: &Validity) -> Text {
    match validity {
        Validity::Months { months } => words
            .get(keys::wallet::PROGRAMME_VALIDITY_MONTHS, &Args::new().count("count", i64::from(*months))),
        Validity::Until { last_day } => {
            words.get(keys::wallet::PROGRAMME_VALIDITY_UNTIL, &Args::new().day_of_year("day", *last_day))
        }
    }
}

fn usable_at(words: Words, town: &Municipality, classes: &[String]) -> Text {
    if classes.is_empty() {
        return words.of(keys::wallet::LOT_EVERYWHERE);
    }
    let names: Vec<&str> = town
        .shop_classes
        .iter()
        .filter(|class| classes.contains(&class.id))
        .map(|class| class.name.as_str())
        .collect();
    Words::verbatim(&names.join(" / "))
}

fn contact(Contact { name, telephone, hours }: &Contact) -> Text {
    Words::verbatim(&[name, telephone, hours].map(String::as_str).join(" / "))
}
