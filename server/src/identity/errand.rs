//! What crosses from the realm to the town. The realm commits first, with the errand in the same commit; the town's
//! side is idempotent, so an errand is done again until it is known to be done: right away, at the person's next
//! login, and at the start of the server.

use serde::{Deserialize, Serialize};
use yui_protocol::{ErrorCode, Subject};
use yui_store::{Party, Unit, UnitError};

use crate::{
    config::Config,
    identity::{
        leave::{self, Leaving},
        resident::{self, Known},
    },
    state::Yui,
};

/// Something the town must do.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Errand {
    /// Enrol this resident, or better what is known of her.
    Resident(Known),
    /// Tell her phones that the list of her phones changed.
    Devices,
    /// Close her wallet; only then does the realm let her go.
    Leaving(Leaving),
}

fn about(config: &Config, subject: Subject) -> String {
    format!("errand {} {subject}", config.town())
}

/// Adds an errand to this commit of the realm.
pub async fn add(
    unit: &mut Unit,
    config: &Config,
    subject: Subject,
    errand: &Errand,
) -> Result<(), UnitError> {
    let text = zeroize::Zeroizing::new(serde_json::to_vec(errand).map_err(|_| ErrorCode::Internal)?);
    let sealed = config.realm_key.seal(&about(config, subject), &text)?;
    let now = unit.now();
    // An id that came again would let one errand be taken for another that is done.
    let id: i64 = unit
        .sql(
            "INSERT INTO outbox_last (one, id) VALUES (1, 1)
             ON CONFLICT (one) DO UPDATE SET id = outbox_last.id + 1 RETURNING id",
        )
        .fetch_one()
        .await?
        .get("id")?;
    unit.sql("INSERT INTO outbox (id, town, subject, sealed, created_at) VALUES ($1, $2, $3, $4, $5)")
        .bind(id)
        .bind(config.town().to_string())
        .bind(subject)
        .bind(sealed)
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

/// Does what waits, of one person or of all, oldest first. The first that fails ends it with its code.
pub async fn drive(yui: &Yui, of: Option<Subject>) -> Result<(), ErrorCode> {
    // One at a time: two errands of one person must not overtake each other.
    let _turn = yui.errands.lock().await;
    let rows = yui
        .realm
        .reader()
        .sql("SELECT id, subject, sealed FROM outbox WHERE town = $1 ORDER BY id")
        .bind(yui.config.town().to_string())
        .fetch_all()
        .await
        .map_err(|error| error.code())?;
    for row in rows {
        let subject: Subject = row.get("subject").map_err(|error| error.code())?;
        if of.is_some_and(|of| of != subject) {
            continue;
        }
        let id: i64 = row.get("id").map_err(|error| error.code())?;
        let sealed: Vec<u8> = row.get("sealed").map_err(|error| error.code())?;
        let text = yui.config.realm_key.open(&about(&yui.config, subject), &sealed)?;
        let errand: Errand = serde_json::from_slice(&text).map_err(|_| ErrorCode::Internal)?;
        run(yui, id, subject, errand).await?;
    }
    Ok(())
}

async fn run(yui: &Yui, id: i64, subject: Subject, errand: Errand) -> Result<(), ErrorCode> {
    match errand {
        Errand::Resident(known) => {
            yui.town_write(move |unit| Box::pin(async move { resident::enrol(unit, subject, &known).await }))
                .await?;
            yui.realm_write(move |unit| Box::pin(async move { done(unit, id).await })).await
        }
        Errand::Devices => {
            yui.town_write(move |unit| {
                Box::pin(async move {
                    unit.notify(Party::Person(subject), "devices");
                    Ok(())
                })
            })
            .await?;
            yui.realm_write(move |unit| Box::pin(async move { done(unit, id).await })).await
        }
        Errand::Leaving(leaving) => leave::finish(yui, id, subject, leaving).await,
    }
}

/// The errand is done with.
pub async fn done(unit: &mut Unit, id: i64) -> Result<(), UnitError> {
    unit.sql("DELETE FROM outbox WHERE id = $1").bind(id).execute().await?;
    Ok(())
}
