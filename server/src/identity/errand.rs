//! What crosses from the realm to the town. The realm commits first, with the errand in the same commit; the town's
//! side is idempotent, so an errand is done again until it is known to be done: right away, at the person's next
//! login, every minute, and at the start of the server.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use serde::{Deserialize, Serialize};
use tokio::sync::OwnedMutexGuard;
use yui_protocol::{ErrorCode, Subject};
use yui_store::{Party, Row, StoreError, Unit, UnitError};

use crate::{
    config::Config,
    identity::{
        contact::{self, Contact},
        devices,
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
    /// Keep how she is reached, as a member of staff was told.
    Contact {
        /// Who was told.
        staff: String,
        /// How.
        contact: Contact,
    },
    /// Bring memory up to her phones, and tell them that the list of them changed.
    Devices,
    /// Close her wallet; only then does the realm let her go.
    Leaving(Leaving),
}

/// Turns, one a person: two errands of hers must not overtake each other, and another's are no affair of hers.
#[derive(Default)]
pub struct Turns(Mutex<HashMap<Subject, Arc<tokio::sync::Mutex<()>>>>);

/// A person's turn, until it is dropped.
pub struct Turn(#[expect(dead_code, reason = "held, not read")] OwnedMutexGuard<()>);

impl Turns {
    /// Waits for a person's turn.
    pub async fn of(&self, subject: Subject) -> Turn {
        let turn = {
            let mut turns = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            turns.retain(|_, turn| Arc::strong_count(turn) > 1);
            Arc::clone(turns.entry(subject).or_default())
        };
        Turn(turn.lock_owned().await)
    }
}

fn about(config: &Config, subject: Subject) -> String {
    format!("errand {} {subject}", config.town())
}

/// Adds an errand to this commit of the realm; its id.
pub async fn add(
    unit: &mut Unit,
    config: &Config,
    subject: Subject,
    errand: &Errand,
) -> Result<i64, UnitError> {
    let text = zeroize::Zeroizing::new(serde_json::to_vec(errand).map_err(|_| ErrorCode::Internal)?);
    let sealed = config.realm_key.seal(&about(config, subject), &text)?;
    let now = unit.now();
    // An id that came again would let one errand be taken for another that is done.
    let id: i64 = unit
        .sql(
            "INSERT INTO errand_last (one, id) VALUES (1, 1)
             ON CONFLICT (one) DO UPDATE SET id = errand_last.id + 1 RETURNING id",
        )
        .fetch_one()
        .await?
        .get("id")?;
    unit.sql("INSERT INTO errand (id, town, subject, sealed, created_at) VALUES ($1, $2, $3, $4, $5)")
        .bind(id)
        .bind(config.town().to_string())
        .bind(subject)
        .bind(sealed)
        .bind(now)
        .execute()
        .await?;
    Ok(id)
}

/// Does what waits of one person, oldest first, and answers how the last of it ended. Where nothing waits, as at most
/// logins, this is one look at an index.
pub async fn drive(yui: &Yui, subject: Subject) -> Result<(), ErrorCode> {
    if waiting(yui, subject).await?.is_empty() {
        return Ok(());
    }
    yui.to_the_end(move |yui| async move {
        let turn = yui.errands.of(subject).await;
        drive_in(&yui, subject, &turn, None).await
    })
    .await
}

/// The same for who has the person's turn already. Who asks for one errand is told how that one ended, or what keeps
/// it waiting, whatever became of others.
pub async fn drive_in(
    yui: &Yui,
    subject: Subject,
    _turn: &Turn,
    asked: Option<i64>,
) -> Result<(), ErrorCode> {
    let mut ended = Ok(());
    for (id, errand) in waiting(yui, subject).await? {
        let Some(errand) = errand else {
            tracing::error!(errand = id, "an errand to the town cannot be read; it is left out");
            yui.metrics.count("identity_errand_unreadable");
            continue;
        };
        let done = run(yui, id, subject, errand).await;
        // What comes after one that waits must not overtake it.
        let waits = done.as_ref().is_err_and(may_pass);
        if waits || asked.is_none_or(|asked| asked == id) {
            ended = done;
        }
        if waits {
            break;
        }
    }
    ended
}

/// Does what waits of everybody. What cannot be done waits for the next chance, and keeps nobody else's waiting.
pub async fn drive_all(yui: &Yui) {
    let subjects = match whose(yui).await {
        Ok(subjects) => subjects,
        Err(error) => {
            tracing::warn!(%error, "errands to the town cannot be read");
            return;
        }
    };
    for subject in subjects {
        match drive(yui, subject).await {
            Ok(()) => {}
            Err(code) if is_of_everybody(&code) => return,
            Err(code) => tracing::warn!(%code, "an errand to the town waits or was refused"),
        }
    }
}

/// Whether the stores take nothing now, from anybody.
fn is_of_everybody(code: &ErrorCode) -> bool {
    matches!(
        code,
        ErrorCode::Busy
            | ErrorCode::Unavailable
            | ErrorCode::StorageFull
            | ErrorCode::ServerClock
            | ErrorCode::LedgerStopped
    )
}

/// Whether a failure is of this moment, so that the errand waits; any other ends it.
#[must_use]
pub fn may_pass(code: &ErrorCode) -> bool {
    is_of_everybody(code) || *code == ErrorCode::Internal
}

/// Everybody of whom something waits, the longest waiting first.
async fn whose(yui: &Yui) -> Result<Vec<Subject>, StoreError> {
    let rows = yui
        .realm
        .reader()
        .sql("SELECT subject FROM errand WHERE town = $1 GROUP BY subject ORDER BY MIN(id)")
        .bind(yui.config.town().to_string())
        .fetch_all()
        .await?;
    rows.iter().map(|row| row.get("subject")).collect()
}

/// What waits of one person, oldest first; none in place of what cannot be read.
async fn waiting(yui: &Yui, subject: Subject) -> Result<Vec<(i64, Option<Errand>)>, ErrorCode> {
    let rows = yui
        .realm
        .reader()
        .sql("SELECT id, sealed FROM errand WHERE town = $1 AND subject = $2 ORDER BY id")
        .bind(yui.config.town().to_string())
        .bind(subject)
        .fetch_all()
        .await
        .map_err(|error| error.code())?;
    let about = about(&yui.config, subject);
    let read = |row: &Row| -> Result<_, StoreError> {
        let sealed: Vec<u8> = row.get("sealed")?;
        let text = yui.config.realm_key.open(&about, &sealed).ok();
        Ok((row.get("id")?, text.and_then(|text| serde_json::from_slice(&text).ok())))
    };
    rows.iter().map(read).collect::<Result<_, _>>().map_err(|error| error.code())
}

async fn run(yui: &Yui, id: i64, subject: Subject, errand: Errand) -> Result<(), ErrorCode> {
    let told = match errand {
        Errand::Leaving(leaving) => return leave::finish(yui, id, subject, leaving).await,
        errand => tell(yui, subject, errand).await,
    };
    if let Err(code) = &told {
        if may_pass(code) {
            return told;
        }
        // It would be refused the same way for ever, and keep what comes after it waiting.
        tracing::error!(errand = id, %code, "the town refuses an errand for good; it ends");
        yui.metrics.count("identity_errand_refused");
    }
    yui.realm_write(move |unit| Box::pin(async move { done(unit, id).await })).await?;
    told
}

/// The town's side of what is not a leaving; the same again changes nothing.
async fn tell(yui: &Yui, subject: Subject, errand: Errand) -> Result<(), ErrorCode> {
    if let Errand::Devices = errand {
        devices::recall(yui, subject).await.map_err(|error| error.code())?;
    }
    let told = yui.town_write(move |unit| {
        Box::pin(async move {
            match errand {
                Errand::Resident(known) => resident::enrol(unit, subject, &known).await?,
                Errand::Contact { staff, contact } => contact::keep(unit, &staff, subject, &contact).await?,
                Errand::Devices | Errand::Leaving(_) => {
                    unit.notify(Party::Person(subject), "devices");
                }
            }
            Ok(())
        })
    });
    let told = told.await;
    yui.levels.forget(subject);
    told
}

/// The errand is done with.
pub async fn done(unit: &mut Unit, id: i64) -> Result<(), UnitError> {
    unit.sql("DELETE FROM errand WHERE id = $1").bind(id).execute().await?;
    Ok(())
}
