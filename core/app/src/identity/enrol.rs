//! Registration with the card. The certificates pass through memory once and are kept nowhere.

use std::sync::Arc;

use yui_card::{KeyKind, Pin};
use yui_protocol::{
    Base64Url, ErrorCode,
    identity::{EnrolAnswer, EnrolCard, EnrolRequest, EnrolStatement, certificate_hash},
};
use yui_texts::keys;

use super::{
    CardRoute, RegisterDraft, Registration,
    card::{CardListener, CardStep, card_error, last_try, tries_left},
    statement::device_name,
    view::{IdentityView, RegistrationState, RegistrationView, review_text},
};
use crate::{
    core::Core,
    error::AppResult,
    listener::Topic,
    platform::{CardTransport, KeyName},
    runtime,
    store::{Book, Meta, WritePoint},
    sync::apply,
};

impl Core {
    pub(crate) async fn register(
        self: &Arc<Self>,
        draft: RegisterDraft,
        card: Arc<dyn CardTransport>,
        listener: Option<Arc<dyn CardListener>>,
    ) -> AppResult<RegistrationView> {
        let say = |step| {
            if let Some(listener) = &listener {
                listener.step(step);
            }
        };
        let RegisterDraft { route, password, purpose, device_name: name, last_try_confirmed } = draft;
        let pin = Pin::new(password);
        let key = match route {
            CardRoute::Signature => KeyKind::Signature,
            CardRoute::FourDigit => KeyKind::Authentication,
        };
        let nonce = self.enrol_nonce().await?;
        let keyring = self.keyring(purpose).await?;

        say(CardStep::Reading);
        let (mut card, stop) = self.card(card);
        let mut payload = Vec::new();
        let signed = card
            .sign_statement(key, &pin, last_try(last_try_confirmed), |certificate| {
                payload = self.statement(purpose, &nonce, keyring, certificate_hash(certificate.der()));
                EnrolStatement::signed_bytes(&payload)
            })
            .await
            .map_err(|error| card_error(error, &stop))?;
        let left = tries_left(&mut card, key.pin()).await;
        say(CardStep::Read);

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
            device_name: device_name(&name),
        };
        if stop.is_cancelled() {
            return Err(ErrorCode::Cancelled.into());
        }
        say(CardStep::Sending);
        let answer = self.api.enrol(&request).await?;
        self.enrolled(answer, left).await
    }

    /// Keeps how a registration ended.
    pub(super) async fn enrolled(
        self: &Arc<Self>,
        answer: EnrolAnswer,
        tries_left: Option<u32>,
    ) -> AppResult<RegistrationView> {
        let words = self.words();
        let (state, title, body) = match answer {
            EnrolAnswer::Enrolled { profile, server_time } => {
                let anchor = self.time.heard(server_time);
                self.write(WritePoint::Other, move |unit| {
                    unit.put_meta(Meta::Anchor, &anchor)?;
                    unit.put_meta(Meta::Registration, &Registration::Enrolled)?;
                    apply(unit, Book::Person, &yui_protocol::changes::Record::Profile(profile)).map(drop)
                })
                .await?;
                self.session(Book::Person).forget().await;
                self.roles_changed.notify_waiters();
                let core = self.clone();
                runtime::start(async move {
                    if let Err(error) = core.sync_book(Book::Person).await {
                        core.log_failure("sync", &error);
                    }
                });
                let title = words.of(keys::identity::REGISTER_DONE);
                (RegistrationState::Enrolled, title, words.of(keys::identity::REGISTER_DONE_BODY))
            }
            EnrolAnswer::InReview { reference, server_time } => {
                let anchor = self.time.heard(server_time);
                let title = review_text(words, &reference);
                self.write(WritePoint::Other, move |unit| {
                    unit.put_meta(Meta::Anchor, &anchor)?;
                    unit.put_meta(Meta::Registration, &Registration::InReview(reference))
                })
                .await?;
                (RegistrationState::InReview, title, words.of(keys::identity::REGISTER_REVIEW_BODY))
            }
        };
        self.notifier.changed([Topic::Identity, Topic::Devices, Topic::Wallet]);
        Ok(RegistrationView { state, tries_left, title, body, identity: self.identity_snapshot().await? })
    }

    /// A phone whose registration is in review becomes the person's as soon as its key may log in.
    pub(crate) async fn check_review(self: &Arc<Self>) -> AppResult<IdentityView> {
        let registration: Option<Registration> = self.read(|unit| unit.meta(Meta::Registration)).await?;
        if matches!(registration, Some(Registration::InReview(_))) {
            match self.sync_book(Book::Person).await {
                Ok(_) => {
                    self.write(WritePoint::Other, |unit| {
                        unit.put_meta(Meta::Registration, &Registration::Enrolled)
                    })
                    .await?;
                    self.roles_changed.notify_waiters();
                    self.notifier.changed([Topic::Identity, Topic::Wallet]);
                }
                Err(error) if matches!(error.code(), ErrorCode::UnderReview | ErrorCode::DeviceUnknown) => {}
                Err(error) => return Err(error),
            }
        }
        self.identity_snapshot().await
    }
}
