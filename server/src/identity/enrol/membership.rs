//! Under which subject a person is in this town.

use yui_protocol::{Subject, TownCode};
use yui_store::{Unit, UnitError};

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
