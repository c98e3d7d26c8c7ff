//! Words of yui-texts inside a template: `{{ f.t("staff-home") }}` is marked up, with ruby in plain Japanese.

use std::fmt;

use askama::{FastWritable, Values, filters::HtmlSafe};
use yui_protocol::{ErrorCode, Millis, Points, identity::Level, municipality::TownWords};
use yui_texts::{
    Args, Key, Lang, Text, Value,
    keys::{identity as levels, staff},
    text,
};

use crate::staff::Role;

/// Words, written as HTML.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Words(Text);

impl Words {
    /// The words of a key.
    #[must_use]
    pub fn of(lang: Lang, key: Key, args: &Args) -> Self {
        Self(text(lang, key, args))
    }

    /// The words of a key by its name; the name itself when there is none, which a test of yui-texts excludes.
    #[must_use]
    pub fn named(lang: Lang, name: &str) -> Self {
        Self(Key::named(name).map_or_else(|| Text::verbatim(name), |key| text(lang, key, &Args::new())))
    }

    /// Words of the town's own.
    #[must_use]
    pub fn of_town(lang: Lang, words: &TownWords) -> Self {
        Self(yui_texts::town_words(lang, words))
    }

    /// The words alone, for a title or an attribute.
    #[must_use]
    pub fn plain(&self) -> &str {
        &self.0.plain
    }
}

impl From<Text> for Words {
    fn from(text: Text) -> Self {
        Self(text)
    }
}

impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.html())
    }
}

impl FastWritable for Words {
    fn write_into(&self, dest: &mut dyn fmt::Write, _: &dyn Values) -> askama::Result<()> {
        Ok(dest.write_str(&self.0.html())?)
    }
}

impl HtmlSafe for Words {}

/// What went wrong, above a form or on a page of its own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Trouble {
    /// What happened.
    pub title: Words,
    /// What did not happen, and what to do.
    pub body: Words,
    /// The code, small, for the telephone.
    pub code: String,
}

impl Trouble {
    /// The words for a code.
    #[must_use]
    pub fn of(lang: Lang, code: &ErrorCode) -> Self {
        let said = yui_texts::error(lang, code);
        Self { title: said.title.into(), body: said.body.into(), code: code.to_string() }
    }

    /// Words of a page's own.
    #[must_use]
    pub fn said(title: Words) -> Self {
        Self { title, body: Words::default(), code: String::new() }
    }
}

/// An amount of money as the language writes it.
#[must_use]
pub fn yen(lang: Lang, amount: Points) -> Words {
    Words(yui_texts::words(lang, &Value::Yen(amount)))
}

/// An amount of points as the language writes it.
#[must_use]
pub fn points(lang: Lang, amount: Points) -> Words {
    Words(yui_texts::words(lang, &Value::Points(amount)))
}

/// Day and time as the language writes them.
#[must_use]
pub fn moment(lang: Lang, at: Millis) -> Words {
    Words(yui_texts::words(lang, &Value::Moment(at)))
}

/// The words for a level.
#[must_use]
pub fn level(lang: Lang, level: Level) -> Words {
    let key = match level {
        Level::Guest => levels::LEVEL_GUEST,
        Level::Visitor => levels::LEVEL_VISITOR,
        Level::CardHolder => levels::LEVEL_CARD_HOLDER,
        Level::Verified => levels::LEVEL_VERIFIED,
        Level::VerifiedElsewhere => levels::LEVEL_VERIFIED_ELSEWHERE,
    };
    Words::of(lang, key, &Args::new())
}

/// The words for a role.
#[must_use]
pub fn role(lang: Lang, role: Role) -> Words {
    let key = match role {
        Role::TownCounter => staff::STAFF_ROLE_TOWN_COUNTER,
        Role::TownChildren => staff::STAFF_ROLE_TOWN_CHILDREN,
        Role::TownProgrammes => staff::STAFF_ROLE_TOWN_PROGRAMMES,
        Role::BodyCounter => staff::STAFF_ROLE_BODY_COUNTER,
        Role::BodyDesk => staff::STAFF_ROLE_BODY_DESK,
        Role::BodyAccounts => staff::STAFF_ROLE_BODY_ACCOUNTS,
    };
    Words::of(lang, key, &Args::new())
}
