//! What the screens of identity show.

use chrono::NaiveDate;
use yui_protocol::{
    ErrorCode, Thumbprint,
    identity::{Level, ProfileRecord},
    municipality::Municipality,
};
use yui_texts::{Args, Key, keys};

use crate::{
    core::Core,
    error::AppResult,
    store::{Meta, Party, RecordKey, Registration},
    view::{Text, Words},
};

/// How many days before its end a certificate is warned about, and how many before it is pressing.
pub(crate) const WARN_DAYS: [u32; 2] = [90, 30];

/// Who is registered on this phone.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct IdentityView {
    /// Whether somebody is.
    pub registered: bool,
    /// The resident's id in this town, to read out to staff; empty for a guest.
    pub subject: String,
    /// How well she is known.
    pub level: Level,
    /// The same in words.
    pub level_text: Text,
    /// Her name as on the card; empty for a guest or a visitor without one.
    pub name: String,
    /// "Good day, …"; none without a name.
    pub greeting: Option<Text>,
    /// What to tell staff while they look at the registration.
    pub review_reference: Option<String>,
    /// The same in words.
    pub review_text: Option<Text>,
    /// That staff refused the registration, until she has read it.
    pub refused_text: Option<Text>,
    /// That this phone was removed, and its way back is registering.
    pub removed_text: Option<Text>,
    /// Whether this phone proves its user (it has a screen lock and the key for it).
    pub proves_user: bool,
    /// What that costs, when it does not.
    pub no_lock_text: Option<Text>,
    /// The last day of the card's signature certificate.
    pub card_last_day: Option<NaiveDate>,
    /// The warning, from 90 days before; a more pressing one from 30, and another once it has ended.
    pub card_warning: Option<Text>,
    /// The town's name; empty when its configuration is not known yet.
    pub town: String,
    /// The telephone number behind 係の人に相談; empty when not known yet.
    pub contact_telephone: String,
    /// Who answers and when.
    pub contact_text: Option<Text>,
}

/// How a registration ended.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, uniffi::Enum)]
pub enum RegistrationState {
    /// Done.
    Enrolled,
    /// Staff look at it first.
    InReview,
}

/// A finished registration.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct RegistrationView {
    /// How it ended.
    pub state: RegistrationState,
    /// How many tries the card's password or PIN has left now.
    pub tries_left: Option<u32>,
    /// "Registered", or what happens next.
    pub title: Text,
    /// What is now possible.
    pub body: Text,
    /// Who is registered now.
    pub identity: IdentityView,
}

impl Core {
    pub(crate) async fn identity_snapshot(&self) -> AppResult<IdentityView> {
        let (registration, removed, profile) = self
            .read(|unit| {
                let removed: Option<Thumbprint> = unit.meta(Meta::Removed)?;
                let profile: Option<ProfileRecord> = unit
                    .record(RecordKey { party: Party::Person, kind: "profile", id: "" })?
                    .map(|found| found.value);
                Ok((unit.meta::<Registration>(Meta::Registration)?, removed, profile))
            })
            .await?;
        let proves_user = self.proves_user().await?;
        let words = self.words();
        let town = self.known_municipality();
        let registered = registration == Some(Registration::Enrolled);
        let profile = profile.filter(|_| registered);
        let level = profile.as_ref().map_or(Level::Guest, |profile| profile.level);
        let name = profile.as_ref().map(|profile| profile.name.clone()).unwrap_or_default();
        let card_last_day = profile.as_ref().and_then(|profile| profile.card_last_day);
        let today = self.time.now().day_jst();
        let refused = registration == Some(Registration::Refused);
        let removed = registered && removed.is_some();
        let review = match registration {
            Some(Registration::InReview(reference)) => Some(reference),
            _ => None,
        };
        let limit = town.as_ref().map(|town| town.step_up.user_from);
        Ok(IdentityView {
            registered,
            subject: profile.as_ref().map(|profile| profile.subject.to_string()).unwrap_or_default(),
            level,
            level_text: words.of(level_key(level)),
            greeting: (!name.is_empty())
                .then(|| words.get(keys::wallet::HOME_GREETING, &Args::new().words("name", name.clone()))),
            name,
            review_text: review.as_ref().map(|reference| review_text(words, reference)),
            review_reference: review,
            refused_text: refused.then(|| words.of(keys::identity::REGISTER_REFUSED)),
            removed_text: removed.then(|| words.error(&ErrorCode::DeviceRevoked.into()).title),
            proves_user,
            no_lock_text: limit
                .filter(|_| registered && !proves_user)
                .map(|from| words.get(keys::identity::REGISTER_NO_LOCK, &Args::new().yen("amount", from))),
            card_last_day,
            card_warning: card_last_day.and_then(|day| card_warning(words, day, today)),
            town: town.as_ref().map(|town| town.name.clone()).unwrap_or_default(),
            contact_telephone: town.as_ref().map(|town| town.contact.telephone.clone()).unwrap_or_default(),
            contact_text: town.as_deref().map(|town| contact_text(words, town)),
        })
    }
}

fn card_warning(words: Words, last_day: NaiveDate, today: NaiveDate) -> Option<Text> {
    let [soon, now] = WARN_DAYS.map(i64::from);
    let key = match last_day.signed_duration_since(today).num_days() {
        ..0 => keys::identity::CERTIFICATE_ENDED,
        left if left <= now => keys::identity::CERTIFICATE_ENDS_NOW,
        left if left <= soon => keys::identity::CERTIFICATE_ENDS_SOON,
        _ => return None,
    };
    Some(words.get(key, &Args::new().day_of_year("day", last_day)))
}

pub(crate) fn review_text(words: Words, reference: &str) -> Text {
    words.get(keys::identity::REGISTER_REVIEW, &Args::new().words("reference", reference))
}

pub(crate) fn contact_text(words: Words, town: &Municipality) -> Text {
    let said = |own| yui_texts::town_words(words.0, own);
    let args = Args::new().text("office", said(&town.contact.name)).text("hours", said(&town.contact.hours));
    words.get(keys::common::TALK_BODY, &args)
}

fn level_key(level: Level) -> Key {
    match level {
        Level::Guest => keys::identity::LEVEL_GUEST,
        Level::Visitor => keys::identity::LEVEL_VISITOR,
        Level::CardHolder => keys::identity::LEVEL_CARD_HOLDER,
        Level::Verified => keys::identity::LEVEL_VERIFIED,
        Level::VerifiedElsewhere => keys::identity::LEVEL_VERIFIED_ELSEWHERE,
    }
}
