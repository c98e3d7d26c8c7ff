//! What is known of her card and of what she is known by, what the card is for, and what to do with a new one.

use yui_protocol::identity::{EnrolPurpose, Level};
use yui_texts::{Args, keys};

use super::{Screen, WayView};
use crate::{
    core::Core,
    error::AppResult,
    identity::IdentityView,
    view::{Text, Words},
};

/// Her card.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct CardView {
    /// "My Number Card".
    pub title: Text,
    /// That the certificate ends, or has ended.
    pub warning: Option<Text>,
    /// How well she is known.
    pub level: Text,
    /// What stands above the links; none for a guest.
    pub linked_title: Option<Text>,
    /// What her registration is linked to.
    pub linked: Vec<Text>,
    /// The last day of the signature certificate; none where the card brought none.
    pub last_day: Option<Text>,
    /// What stands above the missing screen lock; none where there is one.
    pub no_lock_title: Option<Text>,
    /// What that costs, and the way out of it.
    pub no_lock: Vec<Text>,
    /// What a better registration brings; none where there is none.
    pub raise: Option<Text>,
    /// What stands above the uses.
    pub uses_title: Text,
    /// What the card is for.
    pub uses: Vec<Text>,
    /// And for what it is not.
    pub never: Text,
    /// What stands above the replacement; none before there is a card.
    pub replaced_title: Option<Text>,
    /// What to do with a new card.
    pub replaced: Vec<Text>,
    /// Other ways.
    pub ways: Vec<WayView>,
    /// The one button at the bottom.
    pub primary: Option<WayView>,
}

impl Core {
    pub(super) async fn card_view(&self) -> AppResult<CardView> {
        let identity = self.identity_snapshot().await?;
        let (words, town) = (self.words(), self.known_municipality());
        let level = identity.level;
        let has_card = matches!(level, Level::CardHolder | Level::Verified);
        let tries = WayView::to(Screen::Tries, words.of(keys::identity::TRIES_BUTTON));
        let replaced =
            WayView::to_register(EnrolPurpose::Register, words.of(keys::identity::CARD_REPLACED_BUTTON));
        let no_lock = identity.no_lock_text.clone().filter(|_| has_card);
        let large = town.map(|town| {
            let amount = Args::new().yen("amount", town.step_up.card_from);
            words.get(keys::identity::CARD_USE_LARGE, &amount)
        });
        Ok(CardView {
            title: words.of(Screen::Card.key()),
            primary: primary(words, level, no_lock.is_some()),
            warning: identity.card_warning.clone(),
            linked_title: identity.registered.then(|| words.of(keys::identity::LINKED_TITLE)),
            linked: linked(words, level),
            last_day: last_day(words, &identity),
            no_lock_title: no_lock.as_ref().map(|_| words.of(keys::identity::NO_LOCK_TITLE)),
            no_lock: no_lock
                .into_iter()
                .flat_map(|text| [text, words.of(keys::identity::NO_LOCK_BODY)])
                .collect(),
            raise: can_be_raised(level).then(|| words.of(keys::identity::LEVEL_RAISE_BODY)),
            uses_title: words.of(keys::identity::CARD_USES_TITLE),
            uses: [words.of(keys::identity::CARD_USE_REGISTER), words.of(keys::identity::CARD_USE_LOST)]
                .into_iter()
                .chain(large)
                .collect(),
            never: words.of(keys::identity::CARD_USE_NEVER),
            replaced_title: has_card.then(|| words.of(keys::identity::CARD_REPLACED_TITLE)),
            replaced: if has_card {
                vec![
                    words.of(keys::identity::CARD_REPLACED_BODY),
                    words.of(keys::identity::CARD_RENEWED_BODY),
                ]
            } else {
                Vec::new()
            },
            ways: has_card.then_some(replaced).into_iter().chain([tries]).collect(),
            level: identity.level_text,
        })
    }
}

/// Whether the signature password brings more.
fn can_be_raised(level: Level) -> bool {
    matches!(level, Level::Visitor | Level::CardHolder)
}

fn primary(words: Words, level: Level, without_lock: bool) -> Option<WayView> {
    let way = |purpose, key| Some(WayView::to_register(purpose, words.of(key)));
    match level {
        Level::Guest => way(EnrolPurpose::Register, keys::common::GUEST_REGISTER),
        _ if without_lock => way(EnrolPurpose::RenewUserKey, keys::identity::NO_LOCK_BUTTON),
        _ if can_be_raised(level) => way(EnrolPurpose::Register, keys::identity::LEVEL_RAISE_BUTTON),
        _ => None,
    }
}

/// By what she is known; other identity providers are none yet (ADR 0011).
fn linked(words: Words, level: Level) -> Vec<Text> {
    match level {
        Level::Guest => Vec::new(),
        Level::Visitor => vec![words.of(keys::identity::LINKED_CODE)],
        Level::CardHolder | Level::Verified => vec![words.of(keys::identity::REGISTER_NEED_CARD)],
        Level::VerifiedElsewhere => vec![words.of(keys::identity::LEVEL_VERIFIED_ELSEWHERE)],
    }
}

fn last_day(words: Words, identity: &IdentityView) -> Option<Text> {
    let said = |day| words.get(keys::identity::CERTIFICATE_LAST_DAY, &Args::new().day_of_year("day", day));
    identity.card_last_day.map(said)
}
