//! Accounts of staff: added by the operator of the server, with a one-time password that the person changes at her
//! first sign-in. An account that ended stays, so that the log's pseudonyms keep their meaning as long as the law
//! wants.

use serde::{Deserialize, Serialize};
use yui_protocol::{Base64Url, ErrorCode, Millis, fits};
use yui_store::{Db, Row, StoreError, Unit, UnitError};
use yui_texts::{Key, keys::chores as keys};

use crate::{
    random::random,
    staff::{Role, password::Password},
    state::Yui,
};

/// How long a one-time password lets in.
pub const ONE_TIME_LIFE: i64 = 7 * Millis::DAY;

/// A member of staff.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Staff {
    /// The pseudonym under which her acts are logged.
    pub id: String,
    /// The name she signs in with.
    pub sign_in: String,
    /// Her name as pages show it.
    pub shown: String,
    /// What she may do.
    pub role: Role,
    /// Whether she still has a one-time password, and must choose her own before anything else.
    pub must_change: bool,
}

/// A member of staff to be added.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewStaff {
    /// The name to sign in with: 2 to 32 of a-z, 0-9, `.`, `-`, `_`.
    pub sign_in: String,
    /// The name that pages show, at most 40 characters.
    pub shown: String,
    /// The role.
    pub role: Role,
}

impl NewStaff {
    fn check(&self) -> Result<(), ErrorCode> {
        if self.wrong().is_none() { Ok(()) } else { Err(ErrorCode::MalformedRequest) }
    }

    /// The rule for the first field that is not as described.
    #[must_use]
    pub fn wrong(&self) -> Option<Key> {
        let name = (2..=32).contains(&self.sign_in.len())
            && self.sign_in.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-' | b'_'));
        let shown = !self.shown.trim().is_empty() && fits(&self.shown, 40);
        match (name, shown) {
            (false, _) => Some(keys::TYPED_STAFF_NAME),
            (true, false) => Some(keys::TYPED_STAFF_SHOWN),
            (true, true) => None,
        }
    }
}

/// What sign-in needs of an account beside who it is.
pub(super) struct Credentials {
    pub(super) staff: Staff,
    pub(super) password: String,
    pub(super) one_time_until: Option<Millis>,
}

fn read(row: &Row) -> Result<Staff, StoreError> {
    Ok(Staff {
        id: row.get("id")?,
        sign_in: row.get("sign_in")?,
        shown: row.get("shown")?,
        role: Role::of_word(&row.get::<String>("role")?).ok_or(StoreError::Column("role"))?,
        must_change: row.get::<Option<i64>>("one_time_until")?.is_some(),
    })
}

/// The account under this pseudonym, unless it ended.
pub async fn by_id(town: &Db, id: &str) -> Result<Option<Staff>, ErrorCode> {
    let row =
        town.sql("SELECT * FROM staff WHERE id = $1 AND ended_at IS NULL").bind(id).fetch_optional().await;
    row.and_then(|row| row.as_ref().map(read).transpose()).map_err(|error| error.code())
}

/// The account with this sign-in name, unless it ended.
pub(super) async fn by_sign_in(town: &Db, name: &str) -> Result<Option<Credentials>, ErrorCode> {
    let row = town
        .sql("SELECT * FROM staff WHERE sign_in = $1 AND ended_at IS NULL")
        .bind(name)
        .fetch_optional()
        .await
        .map_err(|error| error.code())?;
    let credentials = |row: Row| -> Result<Credentials, StoreError> {
        Ok(Credentials {
            staff: read(&row)?,
            password: row.get("password")?,
            one_time_until: row.get("one_time_until")?,
        })
    };
    row.map(credentials).transpose().map_err(|error| error.code())
}

/// All accounts that have not ended, by name.
pub async fn list(town: &Db) -> Result<Vec<Staff>, ErrorCode> {
    let rows = town.sql("SELECT * FROM staff WHERE ended_at IS NULL ORDER BY sign_in").fetch_all().await;
    rows.and_then(|rows| rows.iter().map(read).collect()).map_err(|error| error.code())
}

/// The names that pages show for pseudonyms, of ended accounts too.
pub async fn names(town: &Db) -> Result<std::collections::HashMap<String, String>, ErrorCode> {
    let rows = town.sql("SELECT id, shown FROM staff").fetch_all().await;
    let pair = |row: &Row| Ok((row.get("id")?, row.get("shown")?));
    rows.and_then(|rows| rows.iter().map(pair).collect()).map_err(|error| error.code())
}

/// Adds an account; answers its one-time password, which is shown once and good for a week. `malformed_request` for
/// a name that cannot be one, `id_conflict` for one that is taken.
pub async fn add(yui: &Yui, by: &str, new: NewStaff) -> Result<Password, ErrorCode> {
    new.check()?;
    let password = Password::one_time()?;
    let (hash, by) = (password.clone().hash().await?, by.to_owned());
    let id = format!("staff-{}", Base64Url::encode(&random::<6>()?));
    yui.town_write(move |unit| {
        Box::pin(async move {
            let now = unit.now();
            let added = unit
                .sql(
                    "INSERT INTO staff (id, sign_in, shown, role, password, one_time_until, added_at, added_by)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING",
                )
                .bind(&id)
                .bind(new.sign_in)
                .bind(new.shown.trim())
                .bind(new.role.word())
                .bind(hash)
                .bind(now.plus(ONE_TIME_LIFE))
                .bind(now)
                .bind(&by)
                .execute()
                .await?;
            if added == 0 {
                return Err(ErrorCode::IdConflict.into());
            }
            unit.audit(&by, "staff.added", None);
            Ok(())
        })
    })
    .await?;
    Ok(password)
}

/// Gives a fresh one-time password in place of a forgotten one, and ends all sessions. `not_found`.
pub async fn reset(yui: &Yui, by: &str, sign_in: &str) -> Result<Password, ErrorCode> {
    let password = Password::one_time()?;
    let hash = password.clone().hash().await?;
    let (by, sign_in) = (by.to_owned(), sign_in.to_owned());
    yui.town_write(move |unit| {
        Box::pin(async move {
            let now = unit.now();
            let row = unit
                .sql(
                    "UPDATE staff SET password = $1, one_time_until = $2 WHERE sign_in = $3 AND ended_at IS NULL
                     RETURNING id",
                )
                .bind(hash)
                .bind(now.plus(ONE_TIME_LIFE))
                .bind(&sign_in)
                .fetch_optional()
                .await?;
            end_sessions(unit, row, &by, "staff.password_reset").await
        })
    })
    .await?;
    Ok(password)
}

/// Ends the sessions of the account that was changed, none being `not_found`, and notes who changed it.
async fn end_sessions(
    unit: &mut Unit,
    changed: Option<Row>,
    by: &str,
    action: &str,
) -> Result<(), UnitError> {
    let id: String = changed.ok_or(ErrorCode::NotFound)?.get("id")?;
    unit.sql("DELETE FROM staff_session WHERE staff = $1").bind(&id).execute().await?;
    unit.audit(by, action, None);
    Ok(())
}

/// Ends an account at once, with its sessions. `not_found`.
pub async fn end(yui: &Yui, by: &str, sign_in: &str) -> Result<(), ErrorCode> {
    let (by, sign_in) = (by.to_owned(), sign_in.to_owned());
    yui.town_write(move |unit| {
        Box::pin(async move {
            let now = unit.now();
            let row = unit
                .sql("UPDATE staff SET ended_at = $1 WHERE sign_in = $2 AND ended_at IS NULL RETURNING id")
                .bind(now)
                .bind(&sign_in)
                .fetch_optional()
                .await?;
            end_sessions(unit, row, &by, "staff.ended").await
        })
    })
    .await
}

/// The person chooses her own password; her other sessions end. `malformed_request` for one that is too weak.
pub async fn choose_password(
    yui: &Yui,
    staff: &Staff,
    chosen: Password,
    session: &str,
) -> Result<(), ErrorCode> {
    if !chosen.is_good_for(&staff.sign_in) {
        return Err(ErrorCode::MalformedRequest);
    }
    let hash = chosen.hash().await?;
    let (id, session) = (staff.id.clone(), session.to_owned());
    yui.town_write(move |unit| {
        Box::pin(async move {
            unit.sql(
                "UPDATE staff SET password = $1, one_time_until = NULL WHERE id = $2 AND ended_at IS NULL",
            )
            .bind(hash)
            .bind(&id)
            .execute()
            .await?;
            unit.sql("DELETE FROM staff_session WHERE staff = $1 AND id <> $2")
                .bind(&id)
                .bind(&session)
                .execute()
                .await?;
            unit.audit(&id, "staff.password_chosen", None);
            Ok(())
        })
    })
    .await
}
