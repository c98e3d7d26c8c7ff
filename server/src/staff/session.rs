//! Sessions of staff: a random cookie, kept here as a keyed hash; eight hours at the most, half an hour without use.

use axum::http::HeaderMap;
use axum_extra::extract::CookieJar;
use yui_protocol::{Base64Url, ErrorCode, Millis};
use zeroize::Zeroizing;

use crate::{
    identity::realm_key::RealmKey,
    random::random,
    staff::{
        Staff,
        account::{self, Credentials},
    },
    state::Yui,
};

/// The cookie's name.
pub const COOKIE: &str = "yui-staff";
/// A working day.
pub const LONGEST: i64 = 8 * Millis::HOUR;
/// How long a page may lie open unused.
pub const IDLE: i64 = 30 * Millis::MINUTE;
/// How exactly the last use is kept, so that reading a page is seldom a write.
const SEEN_STEP: i64 = 5 * Millis::MINUTE;

/// The secret in the browser; wiped when dropped.
pub struct Cookie(Zeroizing<String>);

impl Cookie {
    fn new(text: &str) -> Self {
        Self(Zeroizing::new(text.to_owned()))
    }

    /// The cookie as it came, whether or not a session is behind it.
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Option<Self> {
        CookieJar::from_headers(headers).get(COOKIE).map(|cookie| Self::new(cookie.value()))
    }

    /// What is sent to the browser.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    fn id(&self, key: &RealmKey) -> String {
        key.hash("yui/staff-session/v1", &[self.0.as_bytes()])
    }

    /// What every form of this session carries.
    fn form_token(&self, key: &RealmKey) -> String {
        key.hash("yui/staff-form/v1", &[self.0.as_bytes()])
    }
}

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub struct Session {
    /// Who.
    pub staff: Staff,
    /// The session's id in the store.
    pub id: String,
    /// The token of its forms.
    pub form_token: String,
}

/// Begins a session: `unauthenticated` when the account ended, or its password is another, since these were read.
pub(super) async fn begin(yui: &Yui, checked: &Credentials) -> Result<Cookie, ErrorCode> {
    let cookie = Cookie::new(&Base64Url::encode(&random::<32>()?));
    let (id, staff) = (cookie.id(&yui.config.realm_key), checked.staff.id.clone());
    let (password, known) = (checked.password.clone(), id.clone());
    yui.town_write(move |unit| {
        Box::pin(async move {
            unit.sql("SELECT id FROM staff WHERE id = $1 AND password = $2 AND ended_at IS NULL")
                .bind(&staff)
                .bind(password)
                .fetch_optional()
                .await?
                .ok_or(ErrorCode::Unauthenticated)?;
            let now = unit.now();
            unit.sql("DELETE FROM staff_session WHERE began_at < $1 OR seen_at < $2")
                .bind(now.plus(-LONGEST))
                .bind(now.plus(-IDLE))
                .execute()
                .await?;
            unit.sql("INSERT INTO staff_session (id, staff, began_at, seen_at) VALUES ($1, $2, $3, $3)")
                .bind(id)
                .bind(&staff)
                .bind(now)
                .execute()
                .await?;
            unit.audit(&staff, "staff.signed_in", None);
            Ok(())
        })
    })
    .await?;
    yui.known_sessions.found(&known, yui.clock.now());
    Ok(cookie)
}

/// Who is signed in by this cookie; none when the session ended or the account did.
pub async fn find(yui: &Yui, cookie: &Cookie) -> Result<Option<Session>, ErrorCode> {
    let (id, now) = (cookie.id(&yui.config.realm_key), yui.clock.now());
    let row = yui
        .town
        .reader()
        .sql("SELECT staff, seen_at FROM staff_session WHERE id = $1 AND began_at >= $2 AND seen_at >= $3")
        .bind(&id)
        .bind(now.plus(-LONGEST))
        .bind(now.plus(-IDLE))
        .fetch_optional()
        .await
        .and_then(|row| {
            row.map(|row| Ok((row.get::<String>("staff")?, row.get::<Millis>("seen_at")?))).transpose()
        })
        .map_err(|error| error.code())?;
    let staff = match &row {
        Some((staff, _)) => account::by_id(yui.town.reader(), staff).await?,
        None => None,
    };
    let (Some((_, seen_at)), Some(staff)) = (row, staff) else {
        yui.known_sessions.gone(&id);
        return Ok(None);
    };
    yui.known_sessions.found(&id, now);
    if now.since(seen_at) >= SEEN_STEP {
        let id = id.clone();
        yui.town_write(move |unit| {
            Box::pin(async move {
                unit.sql("UPDATE staff_session SET seen_at = $1 WHERE id = $2")
                    .bind(now)
                    .bind(id)
                    .execute()
                    .await?;
                unit.fact("staff.session_used", None);
                Ok(())
            })
        })
        .await?;
    }
    Ok(Some(Session { staff, id, form_token: cookie.form_token(&yui.config.realm_key) }))
}

/// The session of a request whose cookie was good a moment ago, by its id; for counting only.
#[must_use]
pub fn known(yui: &Yui, headers: &HeaderMap) -> Option<String> {
    let id = Cookie::of(headers)?.id(&yui.config.realm_key);
    yui.known_sessions.knows(&id).then_some(id)
}

/// Ends a session.
pub async fn end(yui: &Yui, session: &Session) -> Result<(), ErrorCode> {
    let (id, staff) = (session.id.clone(), session.staff.id.clone());
    yui.town_write(move |unit| {
        Box::pin(async move {
            unit.sql("DELETE FROM staff_session WHERE id = $1").bind(id).execute().await?;
            unit.audit(&staff, "staff.signed_out", None);
            Ok(())
        })
    })
    .await?;
    yui.known_sessions.gone(&session.id);
    Ok(())
}
