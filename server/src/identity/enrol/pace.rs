//! How many phones may become one person's within a day, and when the next one may.

use std::sync::{Arc, OnceLock};

use yui_protocol::{ErrorCode, Millis};
use yui_store::{StoreError, Unit, UnitError};

use crate::http::problem::ApiError;

/// The most phones that may become one person's within a day, lost and removed ones included: each is remembered for
/// good, and who reads one mailbox could make them without end.
pub const NEW_DEVICES_A_DAY: i64 = 12;

/// In how many seconds her next phone may come. A unit of the writer refuses with a code alone, so this goes beside it,
/// to whoever makes the answer.
#[derive(Clone, Default)]
pub(crate) struct NextPhone(Arc<OnceLock<u32>>);

impl NextPhone {
    /// The unit's error as it leaves the server.
    pub(crate) fn error(&self, code: ErrorCode) -> ApiError {
        match self.0.get() {
            Some(seconds) if code == ErrorCode::RateLimited => ApiError::rate_limited(*seconds),
            _ => code.into(),
        }
    }
}

/// `rate_limited` when too many phones became this person's within a day.
pub(super) async fn check(unit: &mut Unit, person: &str, next: &NextPhone) -> Result<(), UnitError> {
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
    let seconds = first.plus(Millis::DAY).since(now).max(0).unsigned_abs().div_ceil(1000);
    // A unit refuses once.
    let _ = next.0.set(u32::try_from(seconds).unwrap_or(u32::MAX));
    Err(ErrorCode::RateLimited.into())
}
