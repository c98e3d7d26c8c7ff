//! Signing in. A try is counted before it is looked at; after five wrong ones a name is locked for a quarter of an hour.
//! Neither answer nor time tells whether the name is anybody's.

use yui_protocol::ErrorCode;

use crate::{
    staff::{Staff, account, password::Password, session, tries::Try},
    state::Yui,
};

pub use crate::staff::tries::{LOCKED_FOR, TRIES};

/// Signs in; answers the session's cookie. `unauthenticated` whatever was wrong.
pub async fn sign_in(
    yui: &Yui,
    name: &str,
    password: Password,
) -> Result<(Staff, session::Cookie), ErrorCode> {
    let name = name.trim().to_lowercase();
    let key = yui.config.realm_key.hash("yui/staff-try/v1", &[name.as_bytes()]);
    let tried = yui.tries.count(&key, yui.clock.now());
    if tried == Try::Last {
        yui.metrics.count("staff_name_locked");
    }
    let found = account::by_sign_in(yui.town.reader(), &name).await?;
    let stored = found.as_ref().filter(|_| tried != Try::Locked).map(|found| found.password.clone());
    let fits = password.is_behind(stored).await?;
    let now = yui.clock.now();
    let Some(found) = found.filter(|found| fits && found.one_time_until.is_none_or(|until| now <= until))
    else {
        yui.metrics.count("staff_sign_in_refused");
        return Err(ErrorCode::Unauthenticated);
    };
    let cookie = session::begin(yui, &found.staff).await?;
    yui.tries.forget(&key);
    Ok((found.staff, cookie))
}
