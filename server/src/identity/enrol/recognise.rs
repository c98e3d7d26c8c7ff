//! Whose registration is this? Keys that signed and a platform operator's reference decide; a certificate that was
//! only shown, or attributes that look alike, never do without staff.
//!
//! An authentication certificate can be read from any card without a PIN, so naming one proves nothing. It counts
//! when its key signed (4-digit route), when the same phone already belongs to that person, or together with the
//! same name, birth date and sex, as after a renewal of the signature certificate. Whom the counter registered without
//! a card brings her first one on her own phone: that phone together with the same name, birth date and sex says whose
//! it is.

use yui_protocol::{
    ErrorCode, Subject, Thumbprint, TownCode,
    identity::{EnrolPurpose, Level},
};
use yui_store::{Row, Unit, UnitError};

use crate::identity::{
    enrol::{Enrolment, NewDevice},
    level, review,
};

/// The most phones in use of one person.
const MAX_DEVICES: i64 = 10;

/// The outcome. All that can be refused is refused before it, so that binding only writes.
pub enum Recognised {
    /// This person.
    Person(String),
    /// Nobody known: a new person.
    Nobody,
    /// Perhaps this person; staff must look.
    Perhaps(String),
    /// Staff are looking already, under this reference.
    InReview(String),
}

/// Recognises the person of a registration: `wrong_card`, `device_unknown`, `device_revoked`, `id_conflict`,
/// `forbidden`. One who left is recognised too, and becomes a member anew.
pub async fn recognise(
    unit: &mut Unit,
    town: TownCode,
    enrolment: &Enrolment,
) -> Result<Recognised, UnitError> {
    if let Some(reference) = review::of_device(unit, &enrolment.device.id()).await? {
        return Ok(Recognised::InReview(reference));
    }
    let owner = device_owner(unit, &enrolment.device).await?;
    let found = by_proof(unit, town, enrolment, owner.as_ref()).await?;
    match &found {
        Recognised::Person(person) => {
            check_card(unit, person, enrolment).await?;
            let subject = subject_of(unit, town, person).await?;
            check_device(unit, owner, subject, enrolment.purpose).await?;
        }
        _ if owner.is_some() => return Err(ErrorCode::IdConflict.into()),
        _ if enrolment.purpose == EnrolPurpose::RenewUserKey => return Err(ErrorCode::DeviceUnknown.into()),
        _ => {}
    }
    Ok(found)
}

/// Whose phone it is already.
pub struct Owner {
    subject: Subject,
    person: String,
    level: Level,
    revoked: bool,
}

/// Finds whose phone this is: `id_conflict` when its two keys belong to different phones, or one is another phone's
/// second key. A key speaks for one phone only, also after that phone was removed.
pub async fn device_owner(unit: &mut Unit, device: &NewDevice) -> Result<Option<Owner>, UnitError> {
    let id = device.id().to_string();
    let elsewhere = unit
        .sql("SELECT id FROM device WHERE user_key_id = $1 OR (user_key_id = $2 AND id <> $1) OR id = $2")
        .bind(&id)
        .bind(device.user_key.map(|key| key.thumbprint().to_string()))
        .fetch_optional()
        .await?;
    if elsewhere.is_some() {
        return Err(ErrorCode::IdConflict.into());
    }
    let row = unit
        .sql(
            "SELECT d.subject, d.revoked_at, m.person, m.level FROM device d
             JOIN membership m ON m.subject = d.subject WHERE d.id = $1",
        )
        .bind(&id)
        .fetch_optional()
        .await?;
    Ok(row
        .map(|row| -> Result<Owner, yui_store::StoreError> {
            Ok(Owner {
                subject: row.get("subject")?,
                person: row.get("person")?,
                level: level::of_word(&row.get::<String>("level")?),
                revoked: row.get::<Option<i64>>("revoked_at")?.is_some(),
            })
        })
        .transpose()?)
}

/// Whether the phone may be bound to `subject` (none: the person is new to this town).
pub async fn check_device(
    unit: &mut Unit,
    owner: Option<Owner>,
    subject: Option<Subject>,
    purpose: EnrolPurpose,
) -> Result<(), UnitError> {
    match owner {
        Some(owner) if owner.revoked => Err(ErrorCode::DeviceRevoked.into()),
        Some(owner) if Some(owner.subject) != subject => Err(ErrorCode::IdConflict.into()),
        Some(_) => Ok(()),
        None if purpose == EnrolPurpose::RenewUserKey => Err(ErrorCode::DeviceUnknown.into()),
        None if purpose == EnrolPurpose::ReplaceLost => Ok(()),
        None => {
            let Some(subject) = subject else { return Ok(()) };
            let row = unit
                .sql("SELECT COUNT(*) AS n FROM device WHERE subject = $1 AND revoked_at IS NULL")
                .bind(subject)
                .fetch_one()
                .await?;
            if row.get::<i64>("n")? < MAX_DEVICES { Ok(()) } else { Err(ErrorCode::Forbidden.into()) }
        }
    }
}

async fn by_proof(
    unit: &mut Unit,
    town: TownCode,
    enrolment: &Enrolment,
    owner: Option<&Owner>,
) -> Result<Recognised, UnitError> {
    if let Some(reference) = &enrolment.reference {
        let row =
            unit.sql("SELECT id FROM person WHERE reference = $1").bind(reference).fetch_optional().await?;
        if let Some(row) = row {
            return Ok(Recognised::Person(row.get("id")?));
        }
    }
    if let Some(signature) = &enrolment.card.signature
        && let Some(row) = unit
            .sql("SELECT person, retired_at FROM card WHERE signature = $1")
            .bind(signature)
            .fetch_optional()
            .await?
    {
        return alive(&row).map(Recognised::Person);
    }
    let shown = unit
        .sql("SELECT person, retired_at FROM card WHERE authentication = $1")
        .bind(&enrolment.card.authentication)
        .fetch_optional()
        .await?;
    if let Some(row) = shown {
        let person = alive(&row)?;
        let proved = enrolment.card.signature.is_none()
            || owner.is_some_and(|owner| owner.person == person)
            || (enrolment.likeness.is_some() && likeness(unit, &person).await? == enrolment.likeness);
        return Ok(if proved { Recognised::Person(person) } else { Recognised::Perhaps(person) });
    }
    if let Some(like) = &enrolment.likeness {
        if let Some(owner) = owner
            && likeness(unit, &owner.person).await?.as_ref() == Some(like)
            && !has_card(unit, &owner.person).await?
        {
            return Ok(Recognised::Person(owner.person.clone()));
        }
        let row = unit
            .sql("SELECT id FROM person WHERE likeness = $1 ORDER BY created_at LIMIT 1")
            .bind(like)
            .fetch_optional()
            .await?;
        if let Some(row) = row {
            return Ok(Recognised::Perhaps(row.get("id")?));
        }
    }
    // A visitor who registers with the card on the same phone keeps her wallet.
    match owner {
        Some(owner) if owner.level == Level::Visitor && !has_card(unit, &owner.person).await? => {
            let person = owner.person.clone();
            let here = subject_of(unit, town, &person).await?;
            Ok(if here == Some(owner.subject) { Recognised::Person(person) } else { Recognised::Nobody })
        }
        _ => Ok(Recognised::Nobody),
    }
}

/// The person of a card row: `wrong_card` when another card took its place.
fn alive(row: &Row) -> Result<String, UnitError> {
    if row.get::<Option<i64>>("retired_at")?.is_some() {
        return Err(ErrorCode::WrongCard.into());
    }
    Ok(row.get("person")?)
}

/// Refuses a card made of two people's certificates.
async fn check_card(unit: &mut Unit, person: &str, enrolment: &Enrolment) -> Result<(), UnitError> {
    let mixed = unit
        .sql("SELECT person FROM card WHERE (authentication = $1 OR signature = $2) AND person <> $3")
        .bind(&enrolment.card.authentication)
        .bind(enrolment.card.signature.clone())
        .bind(person)
        .fetch_optional()
        .await?;
    if mixed.is_some() { Err(ErrorCode::WrongCard.into()) } else { Ok(()) }
}

async fn likeness(unit: &mut Unit, person: &str) -> Result<Option<String>, UnitError> {
    let row = unit.sql("SELECT likeness FROM person WHERE id = $1").bind(person).fetch_one().await?;
    Ok(row.get("likeness")?)
}

/// Whether a card was ever bound to this person.
pub async fn has_card(unit: &mut Unit, person: &str) -> Result<bool, UnitError> {
    let row = unit.sql("SELECT person FROM card WHERE person = $1").bind(person).fetch_optional().await?;
    Ok(row.is_some())
}

/// The subject of a person who is a member of this town.
pub async fn subject_of(unit: &mut Unit, town: TownCode, person: &str) -> Result<Option<Subject>, UnitError> {
    let row = unit
        .sql("SELECT subject FROM membership WHERE person = $1 AND town = $2 AND left_at IS NULL")
        .bind(person)
        .bind(town.to_string())
        .fetch_optional()
        .await?;
    Ok(row.map(|row| row.get("subject")).transpose()?)
}

/// The subject under which a person is or was last known in this town: for comparing, never for binding.
pub async fn last_subject_of(
    unit: &mut Unit,
    town: TownCode,
    person: &str,
) -> Result<Option<Subject>, UnitError> {
    let row = unit
        .sql(
            "SELECT subject FROM membership WHERE person = $1 AND town = $2
             ORDER BY joined_at DESC, subject LIMIT 1",
        )
        .bind(person)
        .bind(town.to_string())
        .fetch_optional()
        .await?;
    Ok(row.map(|row| row.get("subject")).transpose()?)
}

/// The state of one of a person's phones, for whoever only knows its id.
pub async fn is_active(unit: &mut Unit, device: &Thumbprint) -> Result<bool, UnitError> {
    let row = unit
        .sql("SELECT id FROM device WHERE id = $1 AND revoked_at IS NULL")
        .bind(device.to_string())
        .fetch_optional()
        .await?;
    Ok(row.is_some())
}
