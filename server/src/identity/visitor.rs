//! Visitors: a small wallet for who proves a mail address, and the way in for a phone whose owner was registered at
//! the counter.

use yui_protocol::{
    ErrorCode, Subject,
    identity::{EnrolAnswer, EnrolPurpose, Level, NO_CARD, VisitorRequest},
};
use yui_store::{Unit, UnitError};
use yui_texts::Lang;

use crate::{
    config::Config,
    http::{again::Again, network::Network, problem::ApiError},
    identity::{
        Keys,
        enrol::{
            self, Bound, NewDevice,
            claims::{self, Asked},
            spend, statement,
        },
        mail::{MAIL_CODE_LIFE, is_one_address},
        nonce::Given,
        phone_code,
        registration_code::{self, Addressee},
        resident::Known,
    },
    state::Yui,
};

/// How many codes may be on their way to one address; a stranger cannot fill somebody's mailbox.
const MAILS: i64 = 5;

/// Sends a registration code to a mail address: `mail_not_offered` where no mail is set up, `mail_invalid` when it is
/// none, `rate_limited` while several codes for it are alive, or when too many mails left within the hour. The
/// answer is the same whether or not the address is known.
pub async fn send_code(yui: &Yui, email: &str, lang: Lang) -> Result<(), ApiError> {
    yui.mailer.check()?;
    let address = email.trim().to_lowercase();
    let plausible = address.len() <= 254
        && is_one_address(&address)
        && address.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    if !plausible {
        return Err(ErrorCode::MailInvalid.into());
    }
    let about = Addressee::Mail(yui.config.realm_key.hash("yui/mail/v1", &[address.as_bytes()]));
    let code = registration_code::fresh()?;
    let again = Again::default();
    let kept = yui.realm_write({
        let (yui, code, again) = (yui.clone(), code.clone(), again.clone());
        move |unit| Box::pin(async move { keep(unit, &yui, &code, &about, &again).await })
    });
    kept.await.map_err(|code| again.error(code))?;
    Ok(yui.mailer.send_code(&address, &code, lang).await?)
}

/// Keeps a code that may be sent.
async fn keep(
    unit: &mut Unit,
    yui: &Yui,
    code: &str,
    about: &Addressee,
    again: &Again,
) -> Result<(), UnitError> {
    let config = &yui.config;
    if registration_code::is_full(unit, config.town(), about, MAILS).await? {
        // Not when the first of them ends, which would tell whoever asks when somebody asked.
        return Err(again.in_millis(MAIL_CODE_LIFE + 1).into());
    }
    yui.rates.mail().map_err(|seconds| again.in_seconds(seconds))?;
    registration_code::keep(unit, &config.realm_key, config.town(), code, about, MAIL_CODE_LIFE).await
}

/// `POST /v1/identity/visitor`: registers a phone by a registration code. A code on paper or in a mail proves less than
/// a card, so it never brings the key for large amounts; that one comes with the card. A phone that has one from its
/// card keeps it.
pub async fn enrol(yui: &Yui, network: Network, request: VisitorRequest) -> Result<EnrolAnswer, ApiError> {
    let now = yui.clock.now();
    let from_phone = statement::FromPhone {
        statement: &request.statement,
        device: &request.device,
        device_uv: None,
        device_name: &request.device_name,
        certificate: NO_CARD,
    };
    let checked = statement::check(&from_phone, yui.config.town(), now)?;
    if spend::was_accepted(yui.realm.reader(), &checked.nonce, &checked.digest, now).await? {
        return Ok(enrol::answer_again(yui, checked.device.id()).await?);
    }
    let given = yui.nonces.check(&checked.nonce, now)?;
    let asked = Asked::of(&request, given, network)?;
    let code = request.code;
    claims::decide_once(yui, asked, move |yui| async move { decide(&yui, code, checked, given).await }).await
}

async fn decide(
    yui: &Yui,
    code: String,
    checked: statement::Checked,
    given: Given,
) -> Result<EnrolAnswer, ApiError> {
    let again = Again::default();
    let device = checked.device.id();
    let has_value = phone_code::value_behind(yui, &code).await;
    let decided = yui
        .realm_write({
            let (yui, again) = (yui.clone(), again.clone());
            move |unit| {
                Box::pin(async move {
                    if spend::was_accepted_before(unit, &given, &checked.digest).await? {
                        return Ok(None);
                    }
                    let config = &yui.config;
                    let admitted =
                        admit(unit, &yui.keys, config, (&code, has_value?), &checked, &again).await?;
                    spend::accept(unit, &given, &checked.digest).await?;
                    registration_code::use_up(unit, &config.realm_key, &code).await?;
                    bind(unit, config, admitted, checked.device, checked.purpose).await.map(Some)
                })
            }
        })
        .await;
    Ok(match decided.map_err(|code| again.error(code))? {
        Some(bound) => enrol::enrolled(yui, &bound, device).await?,
        None => enrol::answer_again(yui, device).await?,
    })
}

/// Whose the phone becomes.
enum Admitted {
    Member(Subject),
    Visitor { person: Option<String>, reference: String },
}

async fn admit(
    unit: &mut Unit,
    keys: &Keys,
    config: &Config,
    (code, has_value): (&str, bool),
    checked: &statement::Checked,
    again: &Again,
) -> Result<Admitted, UnitError> {
    let owner = enrol::device_owner(unit, keys, &checked.device).await?;
    let addressee = registration_code::look_up(unit, &config.realm_key, config.town(), code).await?;
    let is_alone = matches!(addressee, Addressee::CounterAlone(_));
    match addressee {
        Addressee::Counter(subject) | Addressee::CounterAlone(subject) => {
            let subject: Subject = subject.parse()?;
            let member = unit
                .sql("SELECT person, left_at FROM membership WHERE subject = $1")
                .bind(subject)
                .fetch_optional()
                .await?
                .ok_or(ErrorCode::RegistrationCodeWrong)?;
            if member.get::<Option<i64>>("left_at")?.is_some() {
                return Err(ErrorCode::PersonLeft.into());
            }
            if is_alone {
                phone_code::check_alone(unit, subject, has_value).await?;
            }
            let person: String = member.get("person")?;
            enrol::check_device(unit, owner, Some(&person), Some(subject), checked.purpose, again).await?;
            Ok(Admitted::Member(subject))
        }
        Addressee::Mail(reference) => {
            let row = unit
                .sql("SELECT id FROM person WHERE reference = $1")
                .bind(&reference)
                .fetch_optional()
                .await?;
            let person: Option<String> = row.map(|row| row.get("id")).transpose()?;
            let subject = match &person {
                Some(person) => enrol::subject_of(unit, config.town(), person).await?,
                None => None,
            };
            enrol::check_device(unit, owner, person.as_deref(), subject, checked.purpose, again).await?;
            Ok(Admitted::Visitor { person, reference })
        }
    }
}

async fn bind(
    unit: &mut Unit,
    config: &Config,
    admitted: Admitted,
    mut device: NewDevice,
    purpose: EnrolPurpose,
) -> Result<Bound, UnitError> {
    device.user_key = enrol::user_key_of(unit, &device.id()).await?;
    let subject = match admitted {
        Admitted::Member(subject) => subject,
        Admitted::Visitor { person, reference } => {
            let person = match person {
                Some(person) => person,
                None => enrol::insert_person(unit, Some(reference), None).await?,
            };
            let known = Known { level: Level::Visitor, attributes: None, card_last_day: None };
            enrol::join_town(unit, config, &person, known).await?
        }
    };
    let ends_others = purpose == EnrolPurpose::ReplaceLost;
    enrol::bind_to_subject(unit, config, subject, &device, ends_others).await
}
