//! Whose phone is this already, and may it become this person's?

use yui_protocol::{
    ErrorCode, Subject, Thumbprint,
    identity::{EnrolPurpose, Level},
};
use yui_store::{Unit, UnitError};

use crate::{
    http::again::Again,
    identity::{
        enrol::{NewDevice, pace},
        keys::{KeyKind, Keys},
        level,
    },
};

/// The most phones in use of one person.
const MAX_DEVICES: i64 = 10;

/// Whose phone it is already.
pub struct Owner {
    pub(super) subject: Subject,
    pub(super) person: String,
    pub(super) level: Level,
    pub(super) revoked: bool,
}

/// Finds whose phone this is: `phone_taken` when one of its keys is or was another's, or this phone's own in another
/// role. No key is ever taken twice: what it signed must not change its meaning.
pub async fn device_owner(
    unit: &mut Unit,
    keys: &Keys,
    device: &NewDevice,
) -> Result<Option<Owner>, UnitError> {
    let id = device.id().to_string();
    for key in std::iter::once(device.id()).chain(device.user_key.map(|key| key.thumbprint())) {
        let elsewhere = unit
            .sql(
                "SELECT id FROM device WHERE (user_key_id = $1 OR id = $1) AND id <> $2
                 UNION ALL SELECT id FROM replaced_key WHERE id = $1",
            )
            .bind(key.to_string())
            .bind(&id)
            .fetch_optional()
            .await?;
        // The keys of shops are in the town's store; memory has them all.
        let is_shops = keys.find(&key).is_ok_and(|known| known.kind == KeyKind::Shop);
        if elsewhere.is_some() || is_shops {
            return Err(ErrorCode::PhoneTaken.into());
        }
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

/// Whether the phone may be bound to `person` (none: a new one), in this town `subject` (none: she is new to it).
pub async fn check_device(
    unit: &mut Unit,
    owner: Option<Owner>,
    person: Option<&str>,
    subject: Option<Subject>,
    purpose: EnrolPurpose,
    again: &Again,
) -> Result<(), UnitError> {
    match owner {
        Some(owner) if owner.revoked => Err(ErrorCode::DeviceRevoked.into()),
        Some(owner) if Some(owner.subject) != subject => Err(ErrorCode::PhoneTaken.into()),
        Some(_) => Ok(()),
        None if purpose == EnrolPurpose::RenewUserKey => Err(ErrorCode::DeviceUnknown.into()),
        None => {
            if let Some(person) = person {
                pace::check(unit, person, again).await?;
            }
            if purpose == EnrolPurpose::ReplaceLost {
                return Ok(());
            }
            let Some(subject) = subject else { return Ok(()) };
            let row = unit
                .sql("SELECT COUNT(*) AS n FROM device WHERE subject = $1 AND revoked_at IS NULL")
                .bind(subject)
                .fetch_one()
                .await?;
            if row.get::<i64>("n")? < MAX_DEVICES { Ok(()) } else { Err(ErrorCode::TooManyPhones.into()) }
        }
    }
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
