//! What the law wants shown of points ([`Offer`]). All of it is the town's configuration, so it is there without
//! network from the first start.

use yui_protocol::{
    identity::{Level, ProfileRecord},
    municipality::{Municipality, Programme},
    wallet::LotKind,
};
use yui_texts::{Limit, Offer, Term, keys};

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
    pub name: Text,
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

impl Core {
    pub(crate) async fn programmes(&self) -> AppResult<Vec<ProgrammeView>> {
        let (town, level) = (self.municipality().await?, self.level_or_next().await?);
        let words = self.words();
        Ok(town.programmes.iter().map(|programme| view(words, &town, level, programme)).collect())
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
    let limits = yui_rules::identity::level::limits_of(town, level).ok();
    let limit = limits.map(|limits| Limit::Balance(limits.balance_cap));
    let offer = Offer { town, programme, limit, last_day: None };
    let line = |term: Term| TermLine { label: term.heading.into(), value: term.words.into() };
    ProgrammeView {
        id: programme.id.to_string(),
        name: words.of_town(&programme.name),
        kind: programme.kind,
        title: words.of(keys::wallet::PROGRAMME_TITLE),
        lines: offer.terms(words.0).into_iter().map(line).collect(),
        note: offer.note(words.0).map(Text::from),
    }
}
