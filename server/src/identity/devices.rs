//! A person's phones: in memory for every check, in the realm for good.

use yui_protocol::{ErrorCode, PublicKey, Subject, Thumbprint, TownCode, identity::DeviceRecord};
use yui_store::{Db, Party, Row, StoreError, Unit, UnitError};

use crate::{
    config::Config,
    identity::{
        KeyKind, RegisteredKey,
        errand::{self, Errand},
    },
    state::Yui,
};

/// Loads every key of this town into memory, revoked ones too, so that they are told what they are.
pub async fn load(yui: &Yui) -> Result<(), StoreError> {
    let rows = yui
        .realm
        .reader()
        .sql("SELECT subject, public_key, user_key, revoked_at FROM device WHERE town = $1")
        .bind(yui.config.town().to_string())
        .fetch_all()
        .await?;
    for row in &rows {
        remember(yui, row)?;
    }
    let replaced = yui
        .realm
        .reader()
        .sql(
            "SELECT d.subject, d.public_key AS device_key, r.public_key FROM replaced_key r
             JOIN device d ON d.id = r.device WHERE d.town = $1",
        )
        .bind(yui.config.town().to_string())
        .fetch_all()
        .await?;
    for row in replaced {
        let party = Party::Person(row.get("subject")?);
        let (device, key) = (PublicKey(row.get("device_key")?), PublicKey(row.get("public_key")?));
        yui.keys.put(RegisteredKey::revoked(key, KeyKind::DeviceUv, device.thumbprint(), party));
    }
    let waiting = yui
        .realm
        .reader()
        .sql("SELECT device FROM review WHERE town = $1 AND decision IS NULL")
        .bind(yui.config.town().to_string())
        .fetch_all()
        .await?;
    for row in waiting {
        if let Ok(id) = row.get::<String>("device")?.parse() {
            yui.keys.put_in_review(id);
        }
    }
    Ok(())
}

/// Brings a person's phones in memory up to the realm: after every commit that touches them, before anyone is told.
///
/// Of two commits at once, either may be remembered last. Revoked phones are read too, and a revoked key stays
/// revoked, so the outcome is the same.
pub async fn recall(yui: &Yui, subject: Subject) -> Result<(), StoreError> {
    let rows = yui
        .realm
        .reader()
        .sql("SELECT subject, public_key, user_key, revoked_at FROM device WHERE subject = $1")
        .bind(subject)
        .fetch_all()
        .await?;
    rows.iter().try_for_each(|row| remember(yui, row))
}

fn remember(yui: &Yui, row: &Row) -> Result<(), StoreError> {
    let (key, party) = (PublicKey(row.get("public_key")?), Party::Person(row.get("subject")?));
    let revoked = row.get::<Option<i64>>("revoked_at")?.is_some();
    let known = if revoked { RegisteredKey::revoked } else { RegisteredKey::active };
    let id = key.thumbprint();
    yui.keys.put(known(key, KeyKind::Device, id, party));
    if let Some(user_key) = row.get::<Option<[u8; 65]>>("user_key")? {
        yui.keys.put(known(PublicKey(user_key), KeyKind::DeviceUv, id, party));
    }
    Ok(())
}

/// All phones of a resident, revoked ones included, oldest first.
pub async fn list(realm: &Db, town: TownCode, subject: Subject) -> Result<Vec<DeviceRecord>, ErrorCode> {
    let rows = realm
        .sql(
            "SELECT id, name, added_at, seen_day, user_key_id, revoked_at FROM device
             WHERE subject = $1 AND town = $2 ORDER BY added_at, id",
        )
        .bind(subject)
        .bind(town.to_string())
        .fetch_all()
        .await
        .map_err(|error| error.code())?;
    rows.iter().map(record).collect::<Result<_, _>>().map_err(|error| error.code())
}

fn record(row: &Row) -> Result<DeviceRecord, StoreError> {
    Ok(DeviceRecord {
        id: row.get::<String>("id")?.parse().map_err(|_| StoreError::Column("id"))?,
        name: row.get("name")?,
        added_at: row.get("added_at")?,
        seen_day: row.get::<String>("seen_day")?.parse().map_err(|_| StoreError::Column("seen_day"))?,
        proves_user: row.get::<Option<String>>("user_key_id")?.is_some(),
        revoked_at: row.get("revoked_at")?,
    })
}

/// Whose phone this is: `device_unknown`, `device_revoked`.
pub async fn whose(yui: &Yui, device: Thumbprint) -> Result<Subject, ErrorCode> {
    let row = yui
        .realm
        .reader()
        .sql("SELECT subject, revoked_at FROM device WHERE id = $1")
        .bind(device.to_string())
        .fetch_optional()
        .await
        .map_err(|error| error.code())?
        .ok_or(ErrorCode::DeviceUnknown)?;
    if row.get::<Option<i64>>("revoked_at").map_err(|error| error.code())?.is_some() {
        return Err(ErrorCode::DeviceRevoked);
    }
    row.get("subject").map_err(|error| error.code())
}

/// Removes one of a resident's phones: `not_found` when it is none of hers, `last_device` when it is her last.
pub async fn remove(yui: &Yui, subject: Subject, device: Thumbprint) -> Result<(), ErrorCode> {
    revoke(yui, subject, device, Ending::Removed).await
}

/// Signs a phone out: its keys end, even when it is the last.
pub async fn sign_out(yui: &Yui, subject: Subject, device: Thumbprint) -> Result<(), ErrorCode> {
    revoke(yui, subject, device, Ending::SignedOut).await
}

/// A member of staff stops a lost phone, even the last: what is stopped and who did it are one commit. `not_found` when
/// it is none of this resident's.
pub async fn stop(yui: &Yui, staff: &str, subject: Subject, device: Thumbprint) -> Result<(), ErrorCode> {
    revoke(yui, subject, device, Ending::StoppedBy(staff.to_owned())).await
}

/// How a phone comes to its end.
enum Ending {
    /// From her other phone.
    Removed,
    /// By itself.
    SignedOut,
    /// By this member of staff.
    StoppedBy(String),
}

async fn revoke(yui: &Yui, subject: Subject, device: Thumbprint, ending: Ending) -> Result<(), ErrorCode> {
    yui.to_the_end(move |yui| async move {
        let config = yui.config.clone();
        yui.realm_write(move |unit| {
            Box::pin(async move { mark_revoked(unit, &config, subject, device, &ending).await })
        })
        .await?;
        yui.keys.revoke(&device);
        // The phone is out; telling the town may wait for the next chance.
        if let Err(code) = errand::drive(&yui, subject).await {
            tracing::warn!(%code, "the town was not told of a removed phone yet");
        }
        Ok(())
    })
    .await
}

async fn mark_revoked(
    unit: &mut Unit,
    config: &Config,
    subject: Subject,
    device: Thumbprint,
    ending: &Ending,
) -> Result<(), UnitError> {
    let phones =
        unit.sql("SELECT id, revoked_at FROM device WHERE subject = $1").bind(subject).fetch_all().await?;
    let id = device.to_string();
    let mut found = false;
    let mut others = 0;
    for row in &phones {
        let alive = row.get::<Option<i64>>("revoked_at")?.is_none();
        if row.get::<String>("id")? == id {
            found = true;
            if !alive {
                return Ok(());
            }
        } else if alive {
            others += 1;
        }
    }
    if !found {
        return Err(ErrorCode::NotFound.into());
    }
    if others == 0 && matches!(ending, Ending::Removed) {
        return Err(ErrorCode::LastDevice.into());
    }
    let now = unit.now();
    unit.sql("UPDATE device SET revoked_at = $1 WHERE id = $2").bind(now).bind(&id).execute().await?;
    if let Ending::StoppedBy(staff) = ending {
        unit.audit(staff, "phone.stopped_by_staff", Some(subject));
    }
    errand::add(unit, config, subject, &Errand::Devices).await.map(drop)
}

/// A login of a resident's phone, which is counted once a day; the day of its registration is counted as that. Tells the
/// town what it may not know yet.
pub async fn seen(yui: &Yui, device: Thumbprint, subject: Subject) -> Result<(), ErrorCode> {
    let today = yui.clock.now().day_jst().to_string();
    let row = yui
        .realm
        .reader()
        .sql("SELECT seen_day FROM device WHERE id = $1")
        .bind(device.to_string())
        .fetch_optional()
        .await
        .map_err(|error| error.code())?;
    let known = row.map(|row| row.get::<String>("seen_day")).transpose().map_err(|error| error.code())?;
    if known.is_some_and(|day| day < today) {
        yui.realm_write(move |unit| {
            Box::pin(async move {
                unit.sql("UPDATE device SET seen_day = $1 WHERE id = $2")
                    .bind(&today)
                    .bind(device.to_string())
                    .execute()
                    .await?;
                unit.fact("identity.phone_seen", None);
                Ok(())
            })
        })
        .await?;
    }
    // An errand that cannot be done now does not keep anyone from logging in.
    if let Err(code) = errand::drive(yui, subject).await {
        tracing::warn!(%code, "errands to the town wait");
    }
    Ok(())
}
