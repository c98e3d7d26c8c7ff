//! What a person may hold and pay, what of it is left today, which proof it takes, and how it becomes more. It is the
//! town's configuration, so it is there without network from the first start.

use yui_protocol::{
    Points,
    identity::{EnrolPurpose, Level},
};
use yui_rules::identity::level::limits_of;
use yui_texts::{Args, keys};

use super::{Screen, WayView};
use crate::{core::Core, error::AppResult, view::Text, wallet::Known};

/// The limits.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct LimitsView {
    /// "Spending limits".
    pub title: Text,
    /// How well she is known; for a guest, that they hold once she is registered.
    pub level: Text,
    /// What she can still pay today, as far as this phone knows; none for a guest.
    pub left_today: Option<Text>,
    /// One payment, one day, without network, the balance.
    pub bounds: Vec<Text>,
    /// What is said above the proofs.
    pub proof_title: Text,
    /// From which amounts a stronger proof is asked for, and that payments are added up.
    pub proofs: Vec<Text>,
    /// What is said above the ways to more.
    pub raise_title: Text,
    /// What to do for more, or that there is no more; empty for a guest, who has to register.
    pub raise: Vec<Text>,
    /// Where to do it; none where there is no more.
    pub register: Option<WayView>,
}

impl Core {
    pub(super) async fn limits(&self) -> AppResult<LimitsView> {
        let town = self.municipality().await?;
        let identity = self.identity_snapshot().await?;
        let guest = identity.level == Level::Guest;
        // A guest sees what her card would give her.
        let limits = limits_of(&town, if guest { Level::Verified } else { identity.level })?;
        let known = self.read(Known::read).await?;
        let now = self.time.now();
        let spent = self.spent(&known, now, now).await?.today;

        let words = self.words();
        let bound = |key, amount| words.get(key, &Args::new().yen("amount", amount));
        let hours = Args::new().count("count", i64::from(town.step_up.window_hours));
        let lockless = !guest && !identity.proves_user && limits.per_payment >= town.step_up.user_from;
        let mut raise = Vec::new();
        match identity.level {
            Level::Guest | Level::Verified => {}
            Level::CardHolder => raise.push(words.of(keys::wallet::LIMITS_RAISE_PASSWORD)),
            Level::Visitor | Level::VerifiedElsewhere => {
                raise.push(words.of(keys::wallet::LIMITS_RAISE_CARD));
            }
        }
        if lockless {
            raise.push(bound(keys::wallet::LIMITS_RAISE_LOCK, town.step_up.user_from));
        }
        let more = guest || !raise.is_empty();
        if !more {
            raise.push(words.of(keys::wallet::LIMITS_HIGHEST));
        }
        let (purpose, button) = if lockless {
            (EnrolPurpose::RenewUserKey, keys::identity::NO_LOCK_BUTTON)
        } else {
            (EnrolPurpose::Register, Screen::Register.key())
        };
        Ok(LimitsView {
            title: words.of(Screen::Limits.key()),
            level: if guest { words.of(keys::wallet::LIMITS_GUEST) } else { identity.level_text },
            left_today: (!guest).then(|| {
                let left = Points((limits.per_day.0 - spent.0).max(0));
                bound(keys::wallet::LIMIT_LEFT_TODAY, left)
            }),
            bounds: vec![
                bound(keys::wallet::LIMIT_PAYMENT, limits.per_payment),
                bound(keys::wallet::LIMIT_DAY, limits.per_day),
                bound(keys::wallet::LIMIT_OFFLINE, town.codes.cap.min(limits.per_payment)),
                bound(keys::wallet::LIMIT_BALANCE, limits.balance_cap),
            ],
            proof_title: words.of(keys::wallet::LIMITS_PROOF_TITLE),
            proofs: vec![
                bound(keys::wallet::STEP_UP_USER, town.step_up.user_from),
                bound(keys::wallet::STEP_UP_CARD, town.step_up.card_from),
                words.get(keys::wallet::STEP_UP_WINDOW, &hours),
            ],
            raise_title: words.of(keys::wallet::LIMITS_RAISE_TITLE),
            raise,
            register: more.then(|| WayView::to_register(purpose, words.of(button))),
        })
    }
}
