//! Where registering stands, and how one screen leads to another.

use std::sync::{Arc, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use yui_protocol::{ErrorCode, identity::EnrolPurpose};
use zeroize::Zeroizing;

use super::{RegisterAction, RegisterStep};
use crate::{
    AppError, PlatformError, Topic,
    core::Core,
    error::AppResult,
    identity::{CardListener, CardRoute, CardStep, CardTrouble, PinPlace, RegisterDraft, RegistrationState},
    platform::CardTransport,
    screens::reader::ReaderState,
    store::{Meta, WritePoint},
};

/// What outlives an interruption.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct Kept {
    pub(super) step: RegisterStep,
    pub(super) route: CardRoute,
    purpose: EnrolPurpose,
}

/// Where registering stands.
pub(crate) struct Registering {
    /// None before it was begun in this run of the app.
    pub(super) kept: Option<Kept>,
    device_name: String,
    secret: Option<Zeroizing<String>>,
    sure: bool,
    pub(super) tries_left: Option<u32>,
    pub(super) reader: ReaderState,
    /// How the last try ended, if it failed.
    pub(super) after: Option<AppError>,
    pub(super) trouble: Option<CardTrouble>,
}

impl Default for Registering {
    fn default() -> Self {
        Self {
            kept: None,
            device_name: String::new(),
            secret: None,
            sure: false,
            tries_left: None,
            reader: ReaderState::Waiting,
            after: None,
            trouble: None,
        }
    }
}

impl Kept {
    fn first(purpose: EnrolPurpose) -> Self {
        Self { step: RegisterStep::Need, route: CardRoute::Signature, purpose }
    }

    /// Where the PIN is asked for.
    pub(super) fn place(&self) -> PinPlace {
        match self.route {
            CardRoute::Signature => PinPlace::RegisterPassword,
            CardRoute::FourDigit => PinPlace::RegisterPin,
        }
    }
}

impl Core {
    pub(in crate::screens) fn registering(&self) -> MutexGuard<'_, Registering> {
        self.registering.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) async fn registering_begins(
        &self,
        purpose: EnrolPurpose,
        device_name: String,
    ) -> AppResult<()> {
        let kept: Option<Kept> = self.read(|unit| unit.meta(Meta::Registering)).await?;
        // Who was interrupted while the card was read types the password again: it was kept nowhere.
        let kept = kept.filter(|kept| kept.purpose == purpose).map(|kept| match kept.step {
            RegisterStep::Need | RegisterStep::Reads => kept,
            _ => Kept { step: RegisterStep::Secret, ..kept },
        });
        let mut registering = self.registering();
        if registering.kept.as_ref().is_none_or(|now| now.purpose != purpose) {
            *registering = Registering {
                kept: Some(kept.unwrap_or_else(|| Kept::first(purpose))),
                ..Registering::default()
            };
        }
        registering.device_name = device_name;
        Ok(())
    }

    /// Goes to a screen and keeps that.
    async fn registering_goes_to(&self, step: RegisterStep, route: Option<CardRoute>) -> AppResult<()> {
        let kept = {
            let mut registering = self.registering();
            let Some(kept) = &mut registering.kept else { return Ok(()) };
            kept.step = step;
            kept.route = route.unwrap_or(kept.route);
            kept.clone()
        };
        self.notifier.changed([Topic::Register]);
        self.write(WritePoint::Other, move |unit| match kept.step {
            RegisterStep::Done | RegisterStep::Review => unit.drop_meta(Meta::Registering),
            _ => unit.put_meta(Meta::Registering, &kept),
        })
        .await
    }

    pub(super) async fn registering_acts(self: &Arc<Self>, action: RegisterAction) -> AppResult<()> {
        use RegisterAction as Action;
        let step = self.registering().kept.as_ref().map(|kept| kept.step);
        let chosen = |route| async move {
            {
                let mut registering = self.registering();
                registering.forget_secret();
                registering.tries_left = None;
            }
            let next =
                if step == Some(RegisterStep::Need) { RegisterStep::Reads } else { RegisterStep::Secret };
            self.registering_goes_to(next, Some(route)).await
        };
        match action {
            Action::Next if step == Some(RegisterStep::Reads) => {
                self.registering_goes_to(RegisterStep::Secret, None).await
            }
            Action::Next => self.registering_goes_to(RegisterStep::Reads, None).await,
            Action::Password => chosen(CardRoute::Signature).await,
            Action::Digits => chosen(CardRoute::FourDigit).await,
            Action::Forgotten => {
                {
                    let mut registering = self.registering();
                    let place = registering.kept.as_ref().map(Kept::place);
                    registering.trouble = place.map(|place| self.pin_prompt(place, None, None).forgotten);
                }
                self.registering_goes_to(RegisterStep::Trouble, None).await
            }
            Action::Sure => {
                self.registering().sure = true;
                self.registering_goes_to(RegisterStep::Hold, None).await
            }
            Action::Stop => {
                self.stop_card();
                self.registering().forget_secret();
                self.registering_goes_to(RegisterStep::Secret, None).await
            }
            Action::Check => self.check_review().await.map(drop),
            Action::Talk | Action::Finish => Ok(()),
        }
    }

    pub(super) async fn registering_goes_back(&self) -> AppResult<bool> {
        use RegisterStep as Step;
        let step = self.registering().kept.as_ref().map(|kept| kept.step);
        let before = match step {
            None | Some(Step::Need | Step::Review | Step::Done) => return Ok(false),
            Some(Step::Reads) => Step::Need,
            Some(Step::Secret) => Step::Reads,
            Some(Step::LastTry | Step::Hold | Step::Trouble) => Step::Secret,
        };
        self.stop_card();
        self.registering().forget_secret();
        self.registering_goes_to(before, None).await?;
        Ok(true)
    }

    pub(super) async fn registering_has_secret(&self, secret: String) -> AppResult<()> {
        let last_try = {
            let mut registering = self.registering();
            registering.secret = Some(Zeroizing::new(secret));
            registering.after = None;
            registering.sure = false;
            if registering.reader.takes_cards() {
                registering.reader = ReaderState::Waiting;
            }
            registering.tries_left == Some(1)
        };
        self.registering_goes_to(if last_try { RegisterStep::LastTry } else { RegisterStep::Hold }, None)
            .await
    }

    pub(super) fn registering_reader(&self, state: ReaderState) {
        self.registering().reader = state;
        self.notifier.changed([Topic::Register]);
    }

    pub(super) async fn registering_holds(self: &Arc<Self>, card: Arc<dyn CardTransport>) -> AppResult<()> {
        let draft = {
            let registering = self.registering();
            match (&registering.kept, &registering.secret) {
                (Some(kept), Some(secret)) if kept.step == RegisterStep::Hold => RegisterDraft {
                    route: kept.route,
                    password: String::clone(secret),
                    purpose: kept.purpose,
                    device_name: registering.device_name.clone(),
                    last_try_confirmed: registering.sure,
                },
                _ => return Ok(()),
            }
        };
        self.registering().after = None;
        let ended = self.register(draft, card, Some(Arc::new(Steps(self.clone())))).await;
        let next = match ended {
            Ok(done) => {
                self.registering().forget_secret();
                match done.state {
                    RegistrationState::Enrolled => RegisterStep::Done,
                    RegistrationState::InReview => RegisterStep::Review,
                }
            }
            Err(error) => self.registering_failed(error),
        };
        self.registering_goes_to(next, None).await
    }

    /// Where a refused try leads.
    fn registering_failed(&self, error: AppError) -> RegisterStep {
        let mut registering = self.registering();
        let trouble = registering.kept.as_ref().and_then(|kept| self.card_trouble(kept.place(), &error));
        registering.tries_left = error.tries_left().or(registering.tries_left);
        let next = match error.code() {
            _ if trouble.is_some() => RegisterStep::Trouble,
            ErrorCode::PinLastTry => RegisterStep::LastTry,
            ErrorCode::PinWrong | ErrorCode::PinFormat | ErrorCode::Cancelled => RegisterStep::Secret,
            _ => RegisterStep::Hold,
        };
        registering.reader = match error.code() {
            ErrorCode::CardLost => ReaderState::Lost,
            ErrorCode::CardUnsupported => ReaderState::Wrong,
            _ => ReaderState::Waiting,
        };
        registering.trouble = trouble;
        registering.after = Some(error);
        if next == RegisterStep::Secret {
            registering.secret = None;
        }
        next
    }
}

impl Registering {
    fn forget_secret(&mut self) {
        self.secret = None;
        self.sure = false;
        self.after = None;
        self.trouble = None;
    }
}

/// Shows where the card is while it is read.
struct Steps(Arc<Core>);

impl CardListener for Steps {
    fn step(&self, step: CardStep) -> Result<(), PlatformError> {
        self.0.registering_reader(step.into());
        Ok(())
    }
}
