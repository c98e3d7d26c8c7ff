//! Registration with the card. The certificates pass through memory once and are kept nowhere.

use std::sync::Arc;

use yui_card::{KeyKind, Pin};
use yui_protocol::{
    Base64Url, ErrorCode, PublicKey,
    identity::{
        EnrolAnswer, EnrolCard, EnrolPurpose, EnrolRequest, EnrolStatement, ProfileRecord, certificate_hash,
    },
};
use yui_texts::keys;

use super::{
    CardRoute, RegisterDraft,
    card::{CardStep, card_error, last_try},
    leaving::forget_asked,
    statement::device_name,
    user_key,
    view::{IdentityView, RegistrationState, RegistrationView, review_text},
};
use crate::{
    core::Core,
    error::AppResult,
    listener::Topic,
    platform::{CardTransport, KeyName},
    runtime,
    store::{Meta, Party, RecordKey, Registration, Unit, WritePoint},
    sync::apply,
};

/// A registration as the person wants it, with what was typed where it is wiped.
pub(crate) struct Enrolment {
    pub(crate) route: CardRoute,
    pub(crate) pin: Arc<Pin>,
    pub(crate) purpose: EnrolPurpose,
    pub(crate) device_name: String,
    pub(crate) last_try_confirmed: bool,
}

impl From<RegisterDraft> for Enrolment {
    fn from(draft: RegisterDraft) -> Self {
        let RegisterDraft { route, password, purpose, device_name, last_try_confirmed } = draft;
        Self { route, pin: Arc::new(Pin::new(password)), purpose, device_name, last_try_confirmed }
    }
}

impl Core {
    /// `goes_on` is told of each step, and says whether it may still begin.
    pub(crate) async fn register(
        self: &Arc<Self>,
        wanted: Enrolment,
        card: Arc<dyn CardTransport>,
        goes_on: impl Fn(CardStep) -> bool + Send,
    ) -> AppResult<RegistrationView> {
        let (mut card, stop) = self.card(card);
        let say = |step| {
            if goes_on(step) && !stop.is_cancelled() { Ok(()) } else { Err(ErrorCode::Cancelled) }
        };
        let Enrolment { route, pin, purpose, device_name: name, last_try_confirmed } = wanted;
        let device_name = device_name(&name)?;
        let key = match route {
            CardRoute::Signature => KeyKind::Signature,
            CardRoute::FourDigit => KeyKind::Authentication,
        };
        let nonce = self.enrol_nonce().await?;
        self.drop_dead_keys().await?;
        let keyring = self.keyring(purpose).await?;

        say(CardStep::Reading)?;
        let mut payload = Vec::new();
        let signed = card
            .sign_statement(key, &pin, last_try(last_try_confirmed), |certificate| {
                payload = self.statement(purpose, &nonce, keyring, certificate_hash(certificate.der()));
                EnrolStatement::signed_bytes(&payload)
            })
            .await
            .map_err(|error| card_error(error, &stop))?;
        say(CardStep::Read)?;

        let device = self.enrol_key(KeyName::Device, keyring.device, &payload, &nonce).await?;
        let device_uv = match keyring.device_uv {
            Some(key) => Some(self.enrol_key(KeyName::DeviceUv, key, &payload, &nonce).await?),
            None => None,
        };
        let der = |certificate: &yui_card::Certificate| Base64Url(certificate.der().to_vec());
        let request = EnrolRequest {
            statement: Base64Url(payload),
            device,
            device_uv,
            card: EnrolCard {
                authentication_certificate: der(&signed.authentication_certificate),
                signature_certificate: signed.signature_certificate.as_ref().map(der),
                signature: Base64Url(signed.signature),
            },
            device_name,
        };
        say(CardStep::Sending)?;
        let answer = self.api.enrol(&request).await;
        let answer = self.unless_removed(Party::Person, answer).await?;
        self.enrolled(answer, keyring.device_uv, Some(signed.tries_left.into())).await
    }

    /// Keeps how a registration ended. `user_key` is the one that it gave to the server.
    pub(super) async fn enrolled(
        self: &Arc<Self>,
        answer: EnrolAnswer,
        user_key: Option<PublicKey>,
        tries_left: Option<u32>,
    ) -> AppResult<RegistrationView> {
        match answer {
            EnrolAnswer::Enrolled { profile, server_time } => {
                let anchor = self.time.heard(server_time);
                let quiet = self.quiet().await;
                self.write(WritePoint::Other, move |unit| {
                    forget_another(unit, &profile)?;
                    unit.put_meta(Meta::Anchor, &anchor)?;
                    is_hers(unit)?;
                    user_key::is_given(unit, user_key)?;
                    apply(unit, Party::Person, &yui_protocol::changes::Record::Profile(profile)).map(drop)
                })
                .await?;
                self.session(Party::Person).forget().await;
                drop(quiet);
                self.quotes.discard_all();
                self.roles_changed.notify_waiters();
                let core = self.clone();
                runtime::start(async move {
                    if let Err(error) = core.sync_feed(Party::Person).await {
                        core.log_failure("sync", &error);
                    }
                });
                self.registered(tries_left).await
            }
            EnrolAnswer::InReview { reference, server_time } => {
                let anchor = self.time.heard(server_time);
                let words = self.words();
                let title = review_text(words, &reference);
                let review = reference.clone();
                self.write(WritePoint::Other, move |unit| {
                    unit.put_meta(Meta::Anchor, &anchor)?;
                    // A phone that is hers stays hers while staff look at her new card.
                    if unit.meta(Meta::Registration)? != Some(Registration::Enrolled) {
                        user_key::is_given(unit, user_key)?;
                        unit.put_meta(Meta::Registration, &Registration::InReview(review))?;
                    }
                    Ok(())
                })
                .await?;
                self.notifier.changed([Topic::Identity]);
                let identity = self.identity_snapshot().await?;
                Ok(RegistrationView {
                    state: RegistrationState::InReview,
                    tries_left,
                    title: title.clone(),
                    body: words.of(keys::identity::REGISTER_REVIEW_BODY),
                    identity: IdentityView {
                        review_reference: Some(reference),
                        review_text: Some(title),
                        ..identity
                    },
                })
            }
        }
    }

    /// This phone is the person's.
    pub(super) async fn registered(&self, tries_left: Option<u32>) -> AppResult<RegistrationView> {
        self.notifier.changed([Topic::Identity, Topic::Devices, Topic::Wallet]);
        let words = self.words();
        Ok(RegistrationView {
            state: RegistrationState::Enrolled,
            tries_left,
            title: words.of(keys::identity::REGISTER_DONE),
            body: words.of(keys::identity::REGISTER_DONE_BODY),
            identity: self.identity_snapshot().await?,
        })
    }

    /// Hears what became of a registration in review, and how the person stands now.
    pub(crate) async fn check_review(self: &Arc<Self>) -> AppResult<IdentityView> {
        self.hear_review().await?;
        self.identity_snapshot().await
    }

    /// A phone whose registration is in review becomes the person's as soon as its key may log in; a key that the server
    /// does not know any more was refused. It needs no key that a locked phone withholds.
    pub(crate) async fn hear_review(self: &Arc<Self>) -> AppResult<()> {
        let registration: Option<Registration> = self.read(|unit| unit.meta(Meta::Registration)).await?;
        if !matches!(registration, Some(Registration::InReview(_))) {
            return Ok(());
        }
        match self.take_up().await {
            Err(error) if error.code() == &ErrorCode::UnderReview => Ok(()),
            Err(error) if error.code() == &ErrorCode::DeviceUnknown => self.refused_in_review().await,
            taken => taken,
        }
    }

    /// Whoever registers on a phone that was removed, or anew after staff refused, does so with new keys from the first
    /// try on.
    pub(super) async fn drop_dead_keys(self: &Arc<Self>) -> AppResult<()> {
        if let Err(unheard) = self.hear_review().await {
            self.log_failure("review", &unheard);
        }
        self.forget_removed_keys().await
    }

    /// Staff refused: the next registration is another one, with keys of its own.
    async fn refused_in_review(&self) -> AppResult<()> {
        self.forget_keys().await?;
        self.write(WritePoint::Other, |unit| unit.put_meta(Meta::Registration, &Registration::Refused))
            .await?;
        self.notifier.changed([Topic::Identity]);
        Ok(())
    }

    /// Becomes the person's phone if the server knows its key as hers.
    pub(super) async fn take_up(self: &Arc<Self>) -> AppResult<()> {
        self.sync_feed(Party::Person).await?;
        self.write(WritePoint::Other, is_hers).await?;
        self.roles_changed.notify_waiters();
        self.notifier.changed([Topic::Identity, Topic::Wallet]);
        Ok(())
    }
}

/// The server knows this phone's key as hers.
fn is_hers(unit: &Unit<'_>) -> AppResult<()> {
    unit.drop_meta(Meta::Removed)?;
    forget_asked(unit)?;
    unit.put_meta(Meta::Registration, &Registration::Enrolled)
}

/// Whoever registers on a phone that was another person's sees nothing of that one.
fn forget_another(unit: &Unit<'_>, profile: &ProfileRecord) -> AppResult<()> {
    let known = unit.record::<ProfileRecord>(RecordKey { party: Party::Person, kind: "profile", id: "" })?;
    if known.is_none_or(|known| known.value.subject == profile.subject) {
        return Ok(());
    }
    unit.forget_party(Party::Person)?;
    unit.drop_meta(Meta::LastCode)?;
    unit.drop_meta(Meta::Shops)
}
