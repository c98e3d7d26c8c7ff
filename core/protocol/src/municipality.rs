//! What a phone must know of its town: `GET /v1/municipality`, with a bundled copy for the first start.
//!
//! The server reads `municipalities/<town>/municipality.toml` into the same types, so what a screen explains is
//! what the server enforces.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Lang, Points, ProgrammeId, TownCode, identity::Level, qr::CodeKey, wallet::LotKind};

/// The public configuration of a town.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Municipality {
    /// Rises with every change.
    pub version: u32,
    /// The town.
    pub code: TownCode,
    /// Its name, such as 大村市.
    pub name: String,
    /// Its name in Latin letters, such as Omura.
    pub name_latin: String,
    /// The languages in which the town's own words are there; Japanese is one of them.
    pub languages: Vec<Lang>,
    /// Where 係の人に相談 leads.
    pub contact: Contact,
    /// What each level may hold and spend.
    pub levels: Vec<LevelLimits>,
    /// From which amounts a stronger proof is needed.
    pub step_up: StepUp,
    /// One-time payment codes.
    pub codes: CodeRules,
    /// The classes of shops, with the person's words for each.
    pub shop_classes: Vec<ShopClass>,
    /// The programmes under which value is issued.
    pub programmes: Vec<Programme>,
    /// To which phones seal their one-time codes. The server's own, and no part of a town's folder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code_key: Option<CodeKey>,
}

/// Words of the town's own by language, such as a programme's name. In plain Japanese a reading stands behind its
/// kanji, as in the texts of the service: `残高《ざんだか》`.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(transparent)]
pub struct TownWords(pub BTreeMap<Lang, String>);

impl TownWords {
    /// The words in this language, else in Japanese.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        self.0.get(&lang).or_else(|| self.0.get(&Lang::Ja)).map_or("", String::as_str)
    }

    /// The Japanese words alone.
    #[must_use]
    pub fn of_ja(words: &str) -> Self {
        Self(BTreeMap::from([(Lang::Ja, words.to_owned())]))
    }
}

/// A place that answers people.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Its name.
    pub name: TownWords,
    /// Its telephone number.
    pub telephone: String,
    /// Its hours.
    pub hours: TownWords,
}

/// What a level may hold and spend.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LevelLimits {
    /// The level.
    pub level: Level,
    /// The most a wallet may hold.
    pub balance_cap: Points,
    /// The most of one payment.
    pub per_payment: Points,
    /// The most of one calendar day in Japan.
    pub per_day: Points,
    /// The kinds of value it may hold.
    pub kinds: Vec<LotKind>,
}

/// The brief's tiers. Exactly at a bound the stronger proof is needed; payments inside the rolling window are
/// added up, so that splitting does not evade it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StepUp {
    /// From this sum on, the phone proves its user (100,000).
    pub user_from: Points,
    /// From this sum on, the card too (500,000).
    pub card_from: Points,
    /// The window's length in hours, from 1 to 48.
    pub window_hours: u32,
}

/// One-time payment codes, which work while the payer has no network.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CodeRules {
    /// The most a shop can take by one code; below the first step-up bound.
    pub cap: Points,
    /// How long a code can be used, in seconds.
    pub seconds: u32,
}

/// A class of shops.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShopClass {
    /// A slug, such as `food`.
    pub id: String,
    /// What people call it.
    pub name: TownWords,
}

/// A programme, with what the law wants shown (資金決済法13条: issuer, limit, validity, where usable, contact,
/// how misuse is made good).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// The slug.
    pub id: ProgrammeId,
    /// Its name.
    pub name: TownWords,
    /// The kind of the lots it makes.
    pub kind: LotKind,
    /// Who issues.
    pub issuer: Issuer,
    /// How long a lot lives.
    pub validity: Validity,
    /// The classes in which its lots can be used; empty means every shop.
    pub classes: Vec<String>,
    /// The most it issues in all; none means no bound.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<Points>,
    /// The most it issues to one person; none means no bound.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person_cap: Option<Points>,
    /// The days on which it issues, both included.
    pub from: NaiveDate,
    /// See `from`.
    pub to: NaiveDate,
    /// How misuse is made good.
    pub misuse: TownWords,
}

/// Who issues value.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Issuer {
    /// Its name.
    pub name: TownWords,
    /// What it is.
    pub kind: IssuerKind,
    /// The number of its registration as a third-party-type issuer; a company with a validity over six months
    /// is refused without one (資金決済法4条2号, 7条).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registration: Option<String>,
    /// Its contact.
    pub contact: Contact,
}

/// What an issuer is, for the Payment Services Act.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum IssuerKind {
    /// A local government, exempt (資金決済法4条1号).
    LocalGovernment,
    /// A company.
    Company,
}

/// How long a lot lives. The last day is a calendar day in Japan and hard.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "rule", rename_all = "snake_case", deny_unknown_fields)]
pub enum Validity {
    /// Up to the day before the same day of the month, so many months after issue.
    Months {
        /// From 1 to 60.
        months: u32,
    },
    /// Up to a fixed day.
    Until {
        /// That day, included.
        last_day: NaiveDate,
    },
}
