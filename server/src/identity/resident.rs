//! A resident in the town's store: name, address, birth date and sex, which leave with the town.

use serde::{Deserialize, Serialize};
use yui_protocol::{
    ErrorCode, Subject,
    identity::{Level, ProfileRecord},
};
use yui_store::{Db, Party, Row, StoreError, Unit, UnitError};

use crate::identity::{card::Attributes, level};

/// What the realm tells the town about a person.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Known {
    /// Her level, the better of before and now.
    pub level: Level,
    /// The four attributes, where they were proved.
    pub attributes: Option<Attributes>,
    /// The last day (ISO) of the card's signature certificate.
    pub card_last_day: Option<String>,
}

/// Enrols or updates a resident; the same again changes nothing. One who left is not brought back by this.
pub async fn enrol(unit: &mut Unit, subject: Subject, known: &Known) -> Result<(), UnitError> {
    let now = unit.now();
    let attributes = known.attributes.as_ref();
    let word = |get: fn(&Attributes) -> &str| attributes.map(get).unwrap_or_default().to_owned();
    let before =
        unit.sql("SELECT state FROM resident WHERE subject = $1").bind(subject).fetch_optional().await?;
    unit.sql(
        "INSERT INTO resident
             (subject, level, state, name, address, birth, sex, card_last_day, joined_at, updated_at)
         VALUES ($1, $2, 'active', $3, $4, $5, $6, $7, $8, $8)
         ON CONFLICT (subject) DO UPDATE SET
             level = excluded.level,
             name = CASE WHEN $9 = 1 THEN excluded.name ELSE resident.name END,
             address = CASE WHEN $9 = 1 THEN excluded.address ELSE resident.address END,
             birth = CASE WHEN $9 = 1 THEN excluded.birth ELSE resident.birth END,
             sex = CASE WHEN $9 = 1 THEN excluded.sex ELSE resident.sex END,
             card_last_day = COALESCE(excluded.card_last_day, resident.card_last_day),
             updated_at = excluded.updated_at",
    )
    .bind(subject)
    .bind(level::word(known.level))
    .bind(word(|a| &a.name))
    .bind(word(|a| &a.address))
    .bind(word(|a| &a.birth))
    .bind(word(|a| &a.sex))
    .bind(known.card_last_day.clone())
    .bind(now)
    .bind(attributes.is_some())
    .execute()
    .await?;
    if before.is_none() {
        unit.fact("identity.registered", Some(Party::Person(subject)));
    }
    unit.notify(Party::Person(subject), "profile");
    Ok(())
}

/// The resident as her own phone shows her; none when the town does not know her (yet).
pub async fn profile(town: &Db, subject: Subject) -> Result<Option<ProfileRecord>, ErrorCode> {
    let row = town
        .sql("SELECT level, name, card_last_day FROM resident WHERE subject = $1")
        .bind(subject)
        .fetch_optional()
        .await
        .map_err(|error| error.code())?;
    row.map(|row| -> Result<ProfileRecord, StoreError> {
        Ok(ProfileRecord {
            subject,
            level: level::of_word(&row.get::<String>("level")?),
            name: row.get("name")?,
            card_last_day: row.get::<Option<String>>("card_last_day")?.and_then(|day| day.parse().ok()),
        })
    })
    .transpose()
    .map_err(|error| error.code())
}

/// A resident's row, for [`level_in`].
pub(super) const LEVEL: &str = "SELECT level, state FROM resident WHERE subject = $1";

/// The level of an active resident, by her row: `person_left` after she left.
pub(crate) fn level_in(row: &Row) -> Result<Result<Level, ErrorCode>, StoreError> {
    if row.get::<String>("state")? == "active" {
        Ok(Ok(level::of_word(&row.get::<String>("level")?)))
    } else {
        Ok(Err(ErrorCode::PersonLeft))
    }
}

/// The level of an active resident, inside a write: `person_left` after she left, `not_found` when unknown.
pub async fn active_level(unit: &mut Unit, subject: Subject) -> Result<Level, UnitError> {
    let row = unit.sql(LEVEL).bind(subject).fetch_optional().await?;
    Ok(level_in(&row.ok_or(ErrorCode::NotFound)?)??)
}

/// The resident left; her data stays for the time the law wants and is then erased.
pub async fn mark_left(unit: &mut Unit, subject: Subject) -> Result<(), UnitError> {
    let now = unit.now();
    unit.sql("UPDATE resident SET state = 'left', left_at = $1, updated_at = $1 WHERE subject = $2 AND state = 'active'")
        .bind(now)
        .bind(subject)
        .execute()
        .await?;
    Ok(())
}
