//! Where registering stands, and how one screen leads to another.

use std::sync::{Arc, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use yui_protocol::identity::EnrolPurpose;

use super::{RegisterAction, RegisterStep};
use crate::{
    AppError, Topic,
    core::Core,
    error::AppResult,
    identity::{CardRoute, CardStep, Enrolment, PinPlace, RegistrationState},
    platform::CardTransport,
    screens::{
        card_try::{CardTry, Refused},
        reader::ReaderState,
        turn::{Job, Turn},
    },
    store::{Meta, Registration, WritePoint},
};

/// What outlives an interruption.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct Kept {
    pub(super) step: RegisterStep,
    pub(super) route: CardRoute,
    pub(super) purpose: EnrolPurpose,
}

/// Where registering stands.
pub(crate) struct Registering {
    /// None before it was begun in this run of the app.
    pub(super) kept: Option<Kept>,
    turn: Turn,
    device_name: String,
    pub(super) card: CardTry,
    /// What to tell staff who look at the new card of a phone that is hers and stays so.
    pub(super) reviewed: Option<String>,
    /// What went wrong, if it was not the card.
    pub(super) error: Option<AppError>,
}

impl Registering {
    fn of(kept: Option<Kept>) -> Self {
        Self {
            kept,
            turn: Turn::next(),
            device_name: String::new(),
            card: CardTry::default(),
            reviewed: None,
            error: None,
        }
    }

    fn step(&self) -> Option<RegisterStep> {
        self.kept.map(|kept| kept.step)
    }

    fn goes_to(&mut self, step: RegisterStep) {
        if let Some(kept) = &mut self.kept {
            kept.step = step;
        }
        self.turn = Turn::next();
        self.error = None;
    }
}

impl Default for Registering {
    fn default() -> Self {
        Self::of(None)
    }
}

impl Kept {
    fn first(purpose: EnrolPurpose) -> Self {
        Self { step: RegisterStep::Need, route: CardRoute::Signature, purpose }
    }

    /// Where somebody is found again whose app was ended: what was typed was kept nowhere, so it is typed again.
    fn found_again(self) -> Self {
        match self.step {
            RegisterStep::Need | RegisterStep::Reads => self,
            _ => Self { step: RegisterStep::Secret, ..self },
        }
    }

    /// Where the PIN is asked for.
    pub(super) fn place(self) -> PinPlace {
        match self.route {
            CardRoute::Signature => PinPlace::RegisterPassword,
            CardRoute::FourDigit => PinPlace::RegisterPin,
        }
    }
}

impl Job for Registering {
    const TOPIC: Topic = Topic::Register;

    fn turn(&self) -> Turn {
        self.turn
    }
}

impl Core {
    pub(in crate::screens) fn registering(&self) -> MutexGuard<'_, Registering> {
        self.registering.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes where registering stands, and says so; [`Core::keep_registering`] keeps it.
    fn registering_becomes<T>(&self, change: impl FnOnce(&mut Registering) -> T) -> T {
        self.job_becomes(&self.registering, change)
    }

    /// The same, for an answer to what was asked in that turn: false when it is over.
    fn registering_hears(&self, turn: Turn, change: impl FnOnce(&mut Registering)) -> bool {
        self.job_hears(&self.registering, turn, change)
    }

    /// Keeps where registering stands when this is written, so that the last one written is the last that was.
    async fn keep_registering(self: &Arc<Self>) -> AppResult<()> {
        let core = self.clone();
        self.write(WritePoint::Other, move |unit| {
            let kept = core.registering().kept;
            match kept {
                None => Ok(()),
                Some(Kept { step: RegisterStep::Done | RegisterStep::Review, .. }) => {
                    unit.drop_meta(Meta::Registering)
                }
                Some(kept) => unit.put_meta(Meta::Registering, &kept),
            }
        })
        .await
    }

    pub(super) async fn registering_begins(
        &self,
        purpose: EnrolPurpose,
        device_name: String,
    ) -> AppResult<()> {
        let (kept, registration) = self
            .read(|unit| {
                let kept: Option<Kept> = unit.meta_if_known(Meta::Registering)?;
                Ok((kept, unit.meta::<Registration>(Meta::Registration)?))
            })
            .await?;
        let looked_at = matches!(registration, Some(Registration::InReview(_) | Registration::Refused));
        self.registering_becomes(|registering| {
            if registering.kept.is_none_or(|now| now.purpose != purpose) {
                let first = Kept::first(purpose);
                let kept = kept.filter(|kept| kept.purpose == purpose).map(Kept::found_again);
                // Who was interrupted while staff looked, or was refused since, finds that, and not the beginning.
                let begun = match kept {
                    None if looked_at => Kept { step: RegisterStep::Review, ..first },
                    kept => kept.unwrap_or(first),
                };
                *registering = Registering::of(Some(begun));
            }
            registering.device_name = device_name;
        });
        Ok(())
    }

    pub(super) async fn registering_acts(self: &Arc<Self>, action: RegisterAction) -> AppResult<()> {
        use RegisterAction as Action;
        use RegisterStep as Step;
        let Some(step) = self.registering().step() else { return Ok(()) };
        match (action, step) {
            (Action::Next, Step::Reads) => self.registering_becomes(|now| now.goes_to(Step::Secret)),
            (Action::Password, _) => self.registering_by(CardRoute::Signature, step),
            (Action::Digits, _) => self.registering_by(CardRoute::FourDigit, step),
            (Action::Forgotten, Step::Secret) => self.registering_becomes(|now| {
                now.card.is_forgotten();
                now.goes_to(Step::Trouble);
            }),
            (Action::Sure, Step::LastTry) => self.registering_becomes(|now| {
                now.card.is_sure();
                now.goes_to(Step::Hold);
            }),
            (Action::Stop, Step::LastTry | Step::Hold) => {
                self.registering_stops(step, Step::Secret);
            }
            (Action::Again, Step::Need | Step::Review) => {
                self.refusal_is_read().await?;
                self.registering_becomes(|now| now.goes_to(Step::Need));
            }
            (Action::Again, Step::Secret | Step::Hold) => self.registering_becomes(|now| {
                now.card.again();
                now.error = None;
            }),
            (Action::Finish, Step::Need | Step::Done | Step::Review) => {
                self.refusal_is_read().await?;
                self.registering_is_over();
            }
            (Action::Check, Step::Review) => return self.registering_checks().await,
            _ => return Ok(()),
        }
        self.keep_registering().await
    }

    /// Another key of the card, with which nothing was tried yet.
    fn registering_by(&self, route: CardRoute, step: RegisterStep) {
        self.registering_becomes(|now| {
            now.card.forget();
            now.card.tries_left = None;
            if let Some(kept) = &mut now.kept {
                kept.route = route;
            }
            now.goes_to(match step {
                RegisterStep::Need => RegisterStep::Reads,
                _ => RegisterStep::Secret,
            });
        });
    }

    /// She read that staff refused: this phone is as if she had never asked.
    async fn refusal_is_read(&self) -> AppResult<()> {
        self.write(WritePoint::Other, |unit| match unit.meta(Meta::Registration)? {
            Some(Registration::Refused) => unit.drop_meta(Meta::Registration),
            _ => Ok(()),
        })
        .await?;
        self.notifier.changed([Topic::Identity]);
        Ok(())
    }

    /// She read how it ended: who registers again, as with a new card, begins at the first screen.
    fn registering_is_over(&self) {
        self.registering_becomes(|now| *now = Registering::default());
    }

    /// What was typed is forgotten, and a card that is being read is let go. False when she is not at `step` any more: what
    /// the card signed is on its way, and cannot be stopped.
    fn registering_stops(&self, step: RegisterStep, before: RegisterStep) -> bool {
        let stopped = self.registering_becomes(|now| {
            let still = now.step() == Some(step);
            if still {
                now.card.forget();
                now.goes_to(before);
            }
            still
        });
        if stopped {
            self.stop_card();
        }
        stopped
    }

    async fn registering_checks(self: &Arc<Self>) -> AppResult<()> {
        let turn = self.registering().turn;
        let checked = self.check_review().await;
        self.registering_hears(turn, |now| now.error = checked.err());
        Ok(())
    }

    pub(in crate::screens) async fn registering_goes_back(self: &Arc<Self>) -> AppResult<bool> {
        use RegisterStep as Step;
        let Some(step) = self.registering().step() else { return Ok(false) };
        let before = match step {
            Step::Review | Step::Done => {
                self.registering_is_over();
                return Ok(false);
            }
            Step::Need | Step::Sending => return Ok(false),
            Step::Reads => Step::Need,
            Step::Secret => Step::Reads,
            Step::LastTry | Step::Hold | Step::Trouble => Step::Secret,
        };
        let went = self.registering_stops(step, before);
        self.keep_registering().await?;
        Ok(went)
    }

    pub(super) async fn registering_has_secret(self: &Arc<Self>, secret: String) -> AppResult<()> {
        self.registering_becomes(|now| {
            let Some(kept) = now.kept.filter(|kept| kept.step == RegisterStep::Secret) else { return };
            now.error = None;
            now.card.enter(kept.place(), secret);
            if now.card.waits() {
                now.goes_to(if now.card.asks_first() { RegisterStep::LastTry } else { RegisterStep::Hold });
            }
        });
        self.keep_registering().await
    }

    pub(super) fn registering_reader(&self, state: ReaderState) {
        self.registering_becomes(|now| now.card.reader = state);
    }

    /// What was typed is forgotten: she is not looking at this screen any more.
    pub(in crate::screens) fn registering_is_left(&self) {
        let mut now = self.registering();
        if now.card.leave() {
            now.goes_to(RegisterStep::Secret);
        }
    }

    pub(super) async fn registering_holds(self: &Arc<Self>, card: Arc<dyn CardTransport>) -> AppResult<()> {
        let asked = self.registering_becomes(|now| {
            let kept = now.kept.filter(|kept| kept.step == RegisterStep::Hold)?;
            let typed = now.card.hold()?;
            now.error = None;
            Some((now.turn, kept, typed, now.device_name.clone()))
        });
        let Some((turn, kept, typed, device_name)) = asked else { return Ok(()) };
        let wanted = Enrolment {
            route: kept.route,
            pin: typed.pin.clone(),
            purpose: kept.purpose,
            device_name,
            last_try_confirmed: typed.sure,
        };
        let core = self.clone();
        let steps = move |step: CardStep| {
            core.registering_hears(turn, |now| {
                now.card.reader = step.into();
                if let (CardStep::Sending, Some(kept)) = (step, &mut now.kept) {
                    kept.step = RegisterStep::Sending;
                }
            })
        };
        let ended = self.register(wanted, card, steps).await;
        let serves = self.card_serves(kept.place(), &ended);
        self.registering_hears(turn, |now| match ended {
            Ok(done) => {
                now.card.forget();
                now.reviewed = done.identity.review_reference.filter(|_| done.identity.registered);
                now.goes_to(match done.state {
                    RegistrationState::Enrolled => RegisterStep::Done,
                    RegistrationState::InReview => RegisterStep::Review,
                });
            }
            Err(error) => match now.card.refused(Some(typed), error, serves) {
                Refused::Trouble => now.goes_to(RegisterStep::Trouble),
                Refused::LastTry => now.goes_to(RegisterStep::LastTry),
                Refused::Type => now.goes_to(RegisterStep::Secret),
                Refused::Hold => now.goes_to(RegisterStep::Hold),
                Refused::Other(error) => {
                    now.goes_to(if now.card.waits() { RegisterStep::Hold } else { RegisterStep::Secret });
                    now.error = Some(error);
                }
            },
        });
        self.keep_registering().await
    }
}
