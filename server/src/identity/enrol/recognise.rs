//! Whose registration is this? Keys that signed and a platform operator's reference decide; a certificate that was
//! only shown, or attributes that look alike, never do without staff.
//!
//! An authentication certificate can be read from any card without a PIN, so naming one proves nothing. It counts
//! when its key signed (4-digit route), when the same phone already belongs to that person, or together with the
//! same name, birth date and sex, as after a renewal of the signature certificate. Whom the counter registered without
//! a card brings her first one on her own phone: that phone together with the same name, birth date and sex says whose
//! it is.

use yui_protocol::{
    ErrorCode, TownCode,
    identity::{EnrolPurpose, Level},
};
use yui_store::{Row, Unit, UnitError};

use crate::{
    http::again::Again,
    identity::{
        enrol::{
            Enrolment,
            membership::subject_of,
            phone::{Owner, check_device, device_owner},
        },
        keys::Keys,
        review,
    },
};

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

/// Recognises the person of a registration: `wrong_card`, `device_unknown`, `device_revoked`, `phone_taken` (see
/// [`device_owner`]), `too_many_phones`, `forbidden`, `rate_limited`. One who left is recognised too, and becomes a
/// member anew.
pub async fn recognise(
    unit: &mut Unit,
    keys: &Keys,
    town: TownCode,
    enrolment: &Enrolment,
    again: &Again,
) -> Result<Recognised, UnitError> {
    let owner = device_owner(unit, keys, &enrolment.device).await?;
    let found = by_proof(unit, town, enrolment, owner.as_ref()).await?;
    let own_phone = |person: &str| owner.as_ref().is_some_and(|owner| owner.person == *person);
    // What waits or was refused is about a card that did not prove its person; the right one on her own phone does.
    if !matches!(&found, Recognised::Person(person) if own_phone(person))
        && let Some(reference) = review::of_device(unit, &enrolment.device.id()).await?
    {
        return Ok(Recognised::InReview(reference));
    }
    match &found {
        Recognised::Person(person) => {
            check_card(unit, person, enrolment).await?;
            let subject = subject_of(unit, town, person).await?;
            check_device(unit, owner, Some(person), subject, enrolment.purpose, again).await?;
        }
        _ if owner.as_ref().is_some_and(|owner| owner.revoked) => return Err(ErrorCode::DeviceRevoked.into()),
        Recognised::Perhaps(person) if own_phone(person) => {}
        _ if enrolment.purpose == EnrolPurpose::RenewUserKey => return Err(ErrorCode::DeviceUnknown.into()),
        Recognised::Perhaps(_) => {
            // Staff may find that she is another person: then the card is the visitor's whose phone it is.
            if let Some(owner) = &owner
                && visitor(unit, town, owner, enrolment).await?.is_none()
            {
                return Err(ErrorCode::PhoneTaken.into());
            }
        }
        _ if owner.is_some() => return Err(ErrorCode::PhoneTaken.into()),
        _ => {}
    }
    Ok(found)
}

/// Recognises again when staff decide, as much may have happened since: `wrong_card` when the card is somebody's by
/// now with whom the verdict does not agree, else as [`recognise`]. Answers whose it is; none: a new person.
pub async fn recognise_again(
    unit: &mut Unit,
    keys: &Keys,
    town: TownCode,
    enrolment: &Enrolment,
    compared: &str,
    is_same: bool,
) -> Result<Option<String>, UnitError> {
    let owner = device_owner(unit, keys, &enrolment.device).await?;
    let person = match by_proof(unit, town, enrolment, owner.as_ref()).await? {
        Recognised::Person(known) if (known == compared) == is_same => Some(known),
        Recognised::Person(_) => return Err(ErrorCode::WrongCard.into()),
        _ if is_same => Some(compared.to_owned()),
        _ => match &owner {
            Some(owner) => visitor(unit, town, owner, enrolment).await?,
            None => None,
        },
    };
    check_card(unit, person.as_deref().unwrap_or_default(), enrolment).await?;
    if let Some(person) = &person {
        check_reference(unit, person, enrolment).await?;
    }
    let subject = match &person {
        Some(person) => subject_of(unit, town, person).await?,
        None => None,
    };
    check_device(unit, owner, person.as_deref(), subject, enrolment.purpose, &Again::default()).await?;
    Ok(person)
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
        // Two whom the platform operator tells apart are two people, however alike they look.
        let row = unit
            .sql(
                "SELECT id FROM person WHERE likeness = $1 AND (reference IS NULL OR $2 = 0)
                 ORDER BY created_at LIMIT 1",
            )
            .bind(like)
            .bind(enrolment.reference.is_some())
            .fetch_optional()
            .await?;
        if let Some(row) = row {
            return Ok(Recognised::Perhaps(row.get("id")?));
        }
    }
    // A visitor who registers with the card on the same phone keeps her wallet.
    let visitor = match owner {
        Some(owner) => visitor(unit, town, owner, enrolment).await?,
        None => None,
    };
    Ok(visitor.map_or(Recognised::Nobody, Recognised::Person))
}

/// The person of a phone, when she is a visitor here who can become the person of this card: without one of her own,
/// and not known by another name.
async fn visitor(
    unit: &mut Unit,
    town: TownCode,
    owner: &Owner,
    enrolment: &Enrolment,
) -> Result<Option<String>, UnitError> {
    let person = &owner.person;
    let named_otherwise = likeness(unit, person)
        .await?
        .is_some_and(|known| enrolment.likeness.as_ref().is_some_and(|like| *like != known));
    let can = owner.level == Level::Visitor
        && !named_otherwise
        && !has_card(unit, person).await?
        && subject_of(unit, town, person).await? == Some(owner.subject);
    Ok(can.then(|| person.clone()))
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

/// `wrong_card` when the platform operator knows the person of the card as another than this one.
async fn check_reference(unit: &mut Unit, person: &str, enrolment: &Enrolment) -> Result<(), UnitError> {
    let row = unit.sql("SELECT reference FROM person WHERE id = $1").bind(person).fetch_one().await?;
    let known = row.get::<Option<String>>("reference")?;
    let differs = known.is_some() && enrolment.reference.is_some() && known != enrolment.reference;
    // Without a card, the reference is of a mail address.
    if differs && has_card(unit, person).await? { Err(ErrorCode::WrongCard.into()) } else { Ok(()) }
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
