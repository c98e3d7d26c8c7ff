//! How many phones may become one person's within a day, and when the next one may.

use yui_protocol::Millis;
use yui_store::{StoreError, Unit, UnitError};

use crate::http::again::Again;

/// The most phones that may become one person's within a day, lost and removed ones included: each is remembered for
/// good, and who reads one mailbox could make them without end.
pub const NEW_DEVICES_A_DAY: i64 = 12;

/// `rate_limited` when too many phones became this person's within a day.
pub(super) async fn check(unit: &mut Unit, person: &str, again: &Again) -> Result<(), UnitError> {
    let now = unit.now();
    let rows = unit
        .sql(
            "SELECT d.added_at FROM device d JOIN membership m ON m.subject = d.subject
             WHERE m.person = $1 AND d.added_at > $2 ORDER BY d.added_at DESC LIMIT $3",
        )
        .bind(person)
        .bind(now.plus(-Millis::DAY))
        .bind(NEW_DEVICES_A_DAY)
        .fetch_all()
        .await?;
    let added: Vec<Millis> = rows.iter().map(|row| row.get("added_at")).collect::<Result<_, StoreError>>()?;
    let is_full = i64::try_from(added.len()).is_ok_and(|count| count >= NEW_DEVICES_A_DAY);
    let Some(first) = added.last().filter(|_| is_full) else { return Ok(()) };
    Err(again.in_millis(first.plus(Millis::DAY).since(now)).into())
}
