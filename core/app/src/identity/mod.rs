//! Who the person is on this phone: guest, registered with the card, visitor; her phones; leaving.

mod card;
mod enrol;
mod leaving;
mod phones;
mod pin;
mod removed;
mod statement;
mod user_key;
mod view;
mod visitor;

use std::sync::Arc;

use yui_protocol::{Thumbprint, identity::EnrolPurpose};

use crate::{AppError, core::Core, platform::CardTransport, runtime};

pub(crate) use card::StepUpCard;
pub use card::{CardListener, CardStep, CardTries};
pub(crate) use enrol::Enrolment;
pub(crate) use leaving::leaving_asked;
pub use phones::DeviceView;
pub use pin::{CardTrouble, LastTryView, PinPlace, PinPrompt, WayOn, WayOnView};
pub use view::{IdentityView, RegistrationState, RegistrationView};
pub(crate) use view::{WARN_DAYS, contact_text, review_text};

/// Which of the card's keys proves the person.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, serde::Serialize, serde::Deserialize, uniffi::Enum)]
pub enum CardRoute {
    /// The signature password of 6 to 16 letters and digits: the person's attributes are proved.
    Signature,
    /// The 4-digit PIN: the card is proved, at a lower level.
    FourDigit,
}

/// A registration as the person wants it.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Display)]
pub struct RegisterDraft {
    /// Which key of the card.
    pub route: CardRoute,
    /// Its password or PIN as typed; it goes to the card and nowhere else.
    pub password: String,
    /// Why: a first registration, a further phone, a lost one, or the user's key made again.
    pub purpose: EnrolPurpose,
    /// What the person calls this phone; at most 40 characters.
    pub device_name: String,
    /// Whether the person said that she is sure, after `pin_last_try`.
    pub last_try_confirmed: bool,
}

/// Without the password; a host's own text of the record is this one too.
impl std::fmt::Display for RegisterDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RegisterDraft({:?}, {:?})", self.route, self.purpose)
    }
}

impl std::fmt::Debug for RegisterDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

/// See the module.
#[derive(uniffi::Object)]
pub struct Identity {
    core: Arc<Core>,
}

impl Identity {
    pub(crate) fn new(core: Arc<Core>) -> Arc<Self> {
        Arc::new(Self { core })
    }
}

/// Every call may be made from any thread, returns without blocking it, and goes on when its future is dropped.
#[uniffi::export]
impl Identity {
    /// Who is registered here, and in which town. Works without network.
    pub async fn snapshot(&self) -> Result<IdentityView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.identity_snapshot().await }).await
    }

    /// What the card at the phone is, and how many tries its password and PIN have left. Costs none.
    pub async fn card_state(&self, card: Arc<dyn CardTransport>) -> Result<CardTries, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.card_state(card).await }).await
    }

    /// What to show where a PIN or password of the card is asked for. `tries_left` is what the card last said, none
    /// before it was asked; `after` is the error of the try before, if there was one.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "what crosses the FFI crosses by value")]
    pub fn pin_prompt(&self, place: PinPlace, tries_left: Option<u32>, after: Option<AppError>) -> PinPrompt {
        self.core.pin_prompt(place, tries_left, after.as_ref())
    }

    /// What a person can do whose card or PIN was refused with this error there; none where `YuiApp::explain` says
    /// all there is to say.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "what crosses the FFI crosses by value")]
    pub fn card_trouble(&self, place: PinPlace, error: AppError) -> Option<CardTrouble> {
        self.core.card_trouble(place, &error)
    }

    /// Registers with the card held at the phone; `listener` follows the card. May be called again after any
    /// error: the same keys get the same answer. `pin_last_try` asks for `last_try_confirmed`.
    pub async fn register(
        &self,
        draft: RegisterDraft,
        card: Arc<dyn CardTransport>,
        listener: Option<Arc<dyn CardListener>>,
    ) -> Result<RegistrationView, AppError> {
        let core = self.core.clone();
        let steps = move |step| {
            if let Some(listener) = &listener {
                // A picture that is not drawn stops no registration.
                let _ = runtime::aside(|| listener.step(step));
            }
            true
        };
        runtime::run(async move { core.register(draft.into(), card, steps).await }).await
    }

    /// Ends what is going on with a card: that call fails with `cancelled`.
    pub fn cancel(&self) {
        self.core.stop_card();
    }

    /// Asks whether staff have let a registration through that was in review.
    pub async fn check_review(&self) -> Result<IdentityView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.check_review().await }).await
    }

    /// Has a visitor's registration code sent to an e-mail address. The answer says nothing about the address.
    pub async fn request_visitor_code(&self, email: String) -> Result<(), AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.api.visitor_code(email.trim(), core.words().0).await }).await
    }

    /// Registers a visitor by the code from the mail or the counter.
    pub async fn register_visitor(
        &self,
        registration_code: String,
        device_name: String,
    ) -> Result<RegistrationView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.register_visitor(registration_code, device_name).await }).await
    }

    /// The person's phones, newest first; without network as they were last heard of.
    pub async fn devices(&self) -> Result<Vec<DeviceView>, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.devices().await }).await
    }

    /// Removes one of the person's phones.
    pub async fn remove_device(&self, id: Thumbprint) -> Result<Vec<DeviceView>, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.remove_device(id).await }).await
    }

    /// Signs this phone out: its keys and all that it knew of the person are removed. The wallet stays.
    pub async fn sign_out(&self) -> Result<(), AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.sign_out().await }).await
    }

    /// Leaves the service. `balance_remains` unless `give_up_balance`, when there is charged value left; `device_revoked`
    /// when this phone was removed, which is no leaving.
    pub async fn leave(&self, give_up_balance: bool) -> Result<(), AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.leave(give_up_balance).await }).await
    }
}
