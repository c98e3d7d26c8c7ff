//! Signing in. A try is counted before it is looked at, so that many at once cannot outrun the count; after five
//! wrong ones a name is locked for a quarter of an hour. Neither answer nor time tells whether the name is anybody's.

use yui_protocol::{ErrorCode, Millis};
use yui_store::{Unit, UnitError};

use crate::{
    staff::{Staff, account, password::Password, session},
    state::Yui,
};

/// The most wrong tries in a row.
pub const TRIES: i64 = 5;
/// How long a name stays locked after the last try.
pub const LOCKED_FOR: i64 = 15 * Millis::MINUTE;

/// Signs in; answers the session's cookie. `unauthenticated` whatever was wrong.
pub async fn sign_in(
    yui: &Yui,
    name: &str,
    password: Password,
) -> Result<(Staff, session::Cookie), ErrorCode> {
    let name = name.trim().to_lowercase();
    let key = yui.config.realm_key.hash("yui/staff-try/v1", &[name.as_bytes()]);
    let counted = key.clone();
    let open = yui.town_write(move |unit| Box::pin(async move { count(unit, &counted).await })).await?;
    let found = account::by_sign_in(yui.town.reader(), &name).await?;
    let stored = found.as_ref().filter(|_| open).map(|found| found.password.clone());
    let fits = password.is_behind(stored).await?;
    let now = yui.clock.now();
    let Some(found) = found.filter(|found| fits && found.one_time_until.is_none_or(|until| now <= until))
    else {
        yui.metrics.count("staff_sign_in_refused");
        return Err(ErrorCode::Unauthenticated);
    };
    let cookie = session::begin(yui, &found.staff, key).await?;
    Ok((found.staff, cookie))
}

/// Counts a try; whether it may be looked at.
async fn count(unit: &mut Unit, key: &str) -> Result<bool, UnitError> {
    let now = unit.now();
    unit.sql("DELETE FROM staff_try WHERE last_at < $1").bind(now.plus(-LOCKED_FOR)).execute().await?;
    let row = unit.sql("SELECT tries FROM staff_try WHERE name_hash = $1").bind(key).fetch_optional().await?;
    let before = row.map(|row| row.get::<i64>("tries")).transpose()?.unwrap_or(0);
    if before >= TRIES {
        // Not counted, so that a locked name comes free at last even while somebody keeps trying.
        return Ok(false);
    }
    unit.sql(
        "INSERT INTO staff_try (name_hash, tries, last_at) VALUES ($1, 1, $2)
         ON CONFLICT (name_hash) DO UPDATE SET tries = staff_try.tries + 1, last_at = excluded.last_at",
    )
    .bind(key)
    .bind(now)
    .execute()
    .await?;
    unit.fact(if before + 1 == TRIES { "staff.name_locked" } else { "staff.sign_in_tried" }, None);
    Ok(true)
}
