//! Registration with the card: a new person, the same person on another phone, a lost phone, a
//! replaced card. Everything a stranger can get wrong has a code of its own.

mod bind;
pub(crate) mod claims;
mod membership;
mod pace;
mod phone;
mod recognise;
mod room;
pub(crate) mod spend;
pub(crate) mod statement;

use serde::{Deserialize, Serialize};
use yui_protocol::{
    ErrorCode, PublicKey, Subject, Thumbprint,
    identity::{EnrolAnswer, EnrolPurpose, EnrolRequest, Level, certificate_hash},
};
use yui_store::{Unit, UnitError};

pub(crate) use bind::{
    Bound, bind_to_person, bind_to_subject, insert_person, join_town, new_person, user_key_of,
};
use claims::Asked;
pub(crate) use membership::{last_subject_of, subject_of};
pub use pace::NEW_DEVICES_A_DAY;
pub(crate) use phone::{check_device, device_owner};
use recognise::Recognised;
pub(crate) use recognise::recognise_again;

use crate::{
    config::Config,
    http::{again::Again, network::Network, problem::ApiError},
    identity::{
        Keys,
        card::{Attributes, CardCertificate, CardProof, Usage},
        devices, errand,
        nonce::Given,
        realm_key::RealmKey,
        resident, review,
    },
    state::Yui,
};

/// A phone that asks to be registered.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct NewDevice {
    /// The key `device`.
    pub key: PublicKey,
    /// The key `device_uv`.
    pub user_key: Option<PublicKey>,
    /// What the person calls the phone.
    pub name: String,
}

impl NewDevice {
    /// The phone's id: the thumbprint of its key `device`.
    #[must_use]
    pub fn id(&self) -> Thumbprint {
        self.key.thumbprint()
    }
}

/// A card by keyed hashes of its public keys.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CardHashes {
    /// Of the authentication key.
    pub authentication: String,
    /// Of the signature key; none on the 4-digit route.
    pub signature: Option<String>,
}

/// The keyed hash under which a card's key is found again.
pub fn card_hash(key: &RealmKey, certificate: &CardCertificate) -> Result<String, ErrorCode> {
    Ok(key.hash("yui/card/v1", &[&certificate.key_info()?]))
}

/// A registration whose signatures and certificates are proved; what is left is to know whose it is.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Enrolment {
    /// Why.
    pub purpose: EnrolPurpose,
    /// The phone.
    pub device: NewDevice,
    /// The card.
    pub card: CardHashes,
    /// The keyed hash of the platform operator's reference to the person.
    pub reference: Option<String>,
    /// The keyed hash of name, birth date and sex.
    pub likeness: Option<String>,
    /// The four attributes; none on the 4-digit route.
    pub attributes: Option<Attributes>,
    /// The last day (ISO) of the signature certificate.
    pub card_last_day: Option<String>,
}

impl Enrolment {
    /// The level that this registration proves.
    #[must_use]
    pub fn level(&self) -> Level {
        if self.attributes.is_some() { Level::Verified } else { Level::CardHolder }
    }
}

/// `POST /v1/identity/enrol`.
pub async fn enrol(yui: &Yui, network: Network, request: EnrolRequest) -> Result<EnrolAnswer, ApiError> {
    let now = yui.clock.now();
    let card = &request.card;
    let from_phone = statement::FromPhone {
        statement: &request.statement,
        device: &request.device,
        device_uv: request.device_uv.as_ref(),
        device_name: &request.device_name,
        certificate: certificate_hash(&card.authentication_certificate.0),
    };
    let checked = statement::check(&from_phone, yui.config.town(), now)?;
    // Before the nonce is judged: after a restart it is unknown, and what was accepted is answered as before.
    if spend::was_accepted(yui.realm.reader(), &checked.nonce, &checked.digest, now).await? {
        return Ok(answer_again(yui, checked.device.id()).await?);
    }
    let given = yui.nonces.check(&checked.nonce, now)?;
    let asked = Asked::of(&request, given, network)?;
    claims::decide_once(yui, asked, move |yui| async move {
        let proved = prove(&yui, &request, &checked).await;
        let enrolment = proved.inspect_err(|code| {
            if *code != ErrorCode::VerifierUnavailable {
                yui.metrics.count("identity_enrol_refused");
            }
        })?;
        let spent = Spent { given, statement: checked.digest };
        decide(&yui, spent, enrolment).await
    })
    .await
}

/// A nonce with the statement that it stands in.
struct Spent {
    given: Given,
    statement: [u8; 32],
}

/// Has the verifier prove the certificates and the card's signature. The certificates end with this function.
async fn prove(
    yui: &Yui,
    request: &EnrolRequest,
    checked: &statement::Checked,
) -> Result<Enrolment, ErrorCode> {
    let (now, key) = (yui.clock.now(), &yui.config.realm_key);
    let card = &request.card;
    let signed = Some((checked.signed_bytes.as_slice(), card.signature.0.as_slice()));
    let authentication = CardCertificate::from_der(&card.authentication_certificate.0)?;
    let signature =
        card.signature_certificate.as_ref().map(|der| CardCertificate::from_der(&der.0)).transpose()?;
    let of_card = yui
        .verifier
        .verify(CardProof {
            usage: Usage::Authentication,
            certificate: &authentication,
            signed: signed.filter(|_| signature.is_none()),
            now,
        })
        .await?;
    let mut enrolment = Enrolment {
        purpose: checked.purpose,
        device: checked.device.clone(),
        card: CardHashes { authentication: card_hash(key, &authentication)?, signature: None },
        reference: of_card.user_reference.clone(),
        likeness: None,
        attributes: None,
        card_last_day: None,
    };
    if let Some(certificate) = &signature {
        let proof = CardProof { usage: Usage::Signature, certificate, signed, now };
        let of_person = yui.verifier.verify(proof).await?;
        if of_person.user_reference != of_card.user_reference {
            return Err(ErrorCode::WrongCard);
        }
        let attributes = of_person.attributes.filter(|attributes| attributes.are_sound(now.day_jst()));
        let attributes = attributes.ok_or(ErrorCode::CertificateMalformed)?;
        enrolment.card.signature = Some(card_hash(key, certificate)?);
        enrolment.likeness = Some(attributes.likeness(key));
        enrolment.attributes = Some(attributes);
        enrolment.card_last_day = Some(certificate.ends_at()?.day_jst().to_string());
    }
    enrolment.reference = enrolment.reference.map(|r| key.hash("yui/reference/v1", &[r.as_bytes()]));
    Ok(enrolment)
}

/// What the realm decided.
enum Decision {
    Enrolled(Bound),
    InReview(String),
    /// A twin of this request was decided first.
    Before,
}

/// Recognises the person and binds the phone, in one commit of the realm; then tells memory and town.
async fn decide(yui: &Yui, spent: Spent, enrolment: Enrolment) -> Result<EnrolAnswer, ApiError> {
    let again = Again::default();
    let device = enrolment.device.id();
    let decided = yui
        .realm_write({
            let (yui, again) = (yui.clone(), again.clone());
            move |unit| {
                Box::pin(async move {
                    let Spent { given, statement } = &spent;
                    if spend::was_accepted_before(unit, given, statement).await? {
                        return Ok(Decision::Before);
                    }
                    let decision =
                        recognise_and_bind(unit, &yui.keys, &yui.config, &enrolment, &again).await?;
                    spend::accept(unit, given, statement).await?;
                    Ok(decision)
                })
            }
        })
        .await;
    match decided.map_err(|code| again.error(code))? {
        Decision::Enrolled(bound) => Ok(enrolled(yui, &bound, device).await?),
        Decision::InReview(reference) => {
            yui.keys.put_in_review(device);
            yui.metrics.count("identity_in_review");
            Ok(EnrolAnswer::InReview { reference, server_time: yui.clock.now() })
        }
        Decision::Before => Ok(answer_again(yui, device).await?),
    }
}

async fn recognise_and_bind(
    unit: &mut Unit,
    keys: &Keys,
    config: &Config,
    enrolment: &Enrolment,
    again: &Again,
) -> Result<Decision, UnitError> {
    let person = match recognise::recognise(unit, keys, config.town(), enrolment, again).await? {
        Recognised::Person(person) => person,
        Recognised::Nobody => new_person(unit, enrolment).await?,
        Recognised::Perhaps(person) => {
            return review::open(unit, config, &person, enrolment).await.map(Decision::InReview);
        }
        Recognised::InReview(reference) => return Ok(Decision::InReview(reference)),
    };
    bind_to_person(unit, config, &person, enrolment).await.map(Decision::Enrolled)
}

/// The answer to a registration that was accepted before, for whoever lost it. That it comes from the same phone is
/// proved: its keys signed the statement. `device_revoked` when the phone was removed meanwhile.
pub(crate) async fn answer_again(yui: &Yui, device: Thumbprint) -> Result<EnrolAnswer, ErrorCode> {
    let waits =
        yui.realm_write(move |unit| Box::pin(async move { review::of_device(unit, &device).await })).await?;
    let server_time = yui.clock.now();
    if let Some(reference) = waits {
        return Ok(EnrolAnswer::InReview { reference, server_time });
    }
    let subject = devices::whose(yui, device).await?;
    errand::drive(yui, subject).await?;
    Ok(EnrolAnswer::Enrolled { profile: profile(yui, subject).await?, server_time })
}

/// After the realm's commit: memory first (a lost phone is out before anyone is told), then the town.
pub(crate) async fn enrolled(yui: &Yui, bound: &Bound, device: Thumbprint) -> Result<EnrolAnswer, ErrorCode> {
    if let Some(replaced) = &bound.replaced_user_key {
        yui.keys.revoke_key(replaced);
    }
    if let Err(error) = devices::recall(yui, bound.subject).await {
        // What ended goes out even when the store cannot be read now.
        if bound.ends_others {
            yui.keys.revoke_party(yui_store::Party::Person(bound.subject), Some(device));
        }
        return Err(error.code());
    }
    errand::drive(yui, bound.subject).await?;
    yui.metrics.count("identity_enrolled");
    let profile = profile(yui, bound.subject).await?;
    Ok(EnrolAnswer::Enrolled { profile, server_time: yui.clock.now() })
}

async fn profile(yui: &Yui, subject: Subject) -> Result<yui_protocol::identity::ProfileRecord, ErrorCode> {
    resident::profile(yui.town.reader(), subject).await?.ok_or(ErrorCode::Unavailable)
}
