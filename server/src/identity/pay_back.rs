//! Paying charged value back. The law allows it when a person moves away or dies, or when the service closes down
//! (資金決済法20条): one member of staff records the case, a second confirms it and hands out the money.

use yui_protocol::{CommandId, ErrorCode, Millis, Points, Subject};
use yui_store::{Row, StoreError, Unit, UnitError};

use crate::{
    identity::{leave, resident},
    state::Yui,
};

/// Why charged value may be paid back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PayBackReason {
    /// She moved out of the town.
    MovedAway,
    /// She died.
    Died,
    /// The service closes down.
    CloseDown,
}

impl PayBackReason {
    const ALL: [Self; 3] = [Self::MovedAway, Self::Died, Self::CloseDown];

    /// The reason of a word, as it is sent and kept; none for another word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.word() == word)
    }

    fn word(self) -> &'static str {
        match self {
            Self::MovedAway => "moved_away",
            Self::Died => "died",
            Self::CloseDown => "close_down",
        }
    }
}

/// A case that was recorded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PayBackCase {
    /// Its id, which becomes that of the closing act in the ledger.
    pub id: CommandId,
    /// Whose value it is.
    pub subject: Subject,
    /// Why it may be paid back.
    pub reason: PayBackReason,
    /// Who recorded it.
    pub recorded_by: String,
    /// When.
    pub recorded_at: Millis,
    /// None while it waits for the second member of staff.
    pub confirmed: Option<Confirmed>,
}

/// How a case ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Confirmed {
    /// Who confirmed it and pays back.
    pub by: String,
    /// When.
    pub at: Millis,
    /// The charged value that was in the wallet.
    pub paid_back: Points,
}

impl PayBackCase {
    fn read(row: &Row) -> Result<Self, StoreError> {
        let confirmed = match row.get::<Option<String>>("confirmed_by")? {
            Some(by) => {
                Some(Confirmed { by, at: row.get("confirmed_at")?, paid_back: row.get("paid_back")? })
            }
            None => None,
        };
        Ok(Self {
            id: row.get("id")?,
            subject: row.get("subject")?,
            reason: PayBackReason::of_word(&row.get::<String>("reason")?)
                .ok_or(StoreError::Column("reason"))?,
            recorded_by: row.get("recorded_by")?,
            recorded_at: row.get("recorded_at")?,
            confirmed,
        })
    }

    fn read_all(rows: Result<Vec<Row>, StoreError>) -> Result<Vec<Self>, ErrorCode> {
        let cases = rows.and_then(|rows| rows.iter().map(Self::read).collect());
        cases.map_err(|error| error.code())
    }

    /// Whether this member of staff may be the second: not the one who recorded it.
    #[must_use]
    pub fn lets_confirm(&self, staff: &str) -> bool {
        self.recorded_by != staff
    }

    /// What this member of staff has to pay back: two who confirm at once must not both do it, so anybody else is
    /// refused with `pay_back_confirmed`. None while nobody confirmed.
    pub fn owed_by(&self, staff: &str) -> Result<Option<Points>, ErrorCode> {
        match &self.confirmed {
            None => Ok(None),
            Some(confirmed) if confirmed.by == staff => Ok(Some(confirmed.paid_back)),
            Some(_) => Err(ErrorCode::PayBackConfirmed),
        }
    }
}

/// The case with this id; `not_found` when there is none.
pub async fn find(yui: &Yui, case: CommandId) -> Result<PayBackCase, ErrorCode> {
    let row = yui.town.reader().sql("SELECT * FROM pay_back_case WHERE id = $1").bind(case);
    let row = row.fetch_optional().await.map_err(|error| error.code())?.ok_or(ErrorCode::NotFound)?;
    PayBackCase::read(&row).map_err(|error| error.code())
}

/// The cases that wait for a second member of staff, oldest first.
pub async fn waiting(yui: &Yui) -> Result<Vec<PayBackCase>, ErrorCode> {
    let text = "SELECT * FROM pay_back_case WHERE confirmed_at IS NULL ORDER BY recorded_at";
    PayBackCase::read_all(yui.town.reader().sql(text).fetch_all().await)
}

/// The cases that were confirmed last, newest first, at most `limit`.
pub async fn confirmed(yui: &Yui, limit: u32) -> Result<Vec<PayBackCase>, ErrorCode> {
    let text =
        "SELECT * FROM pay_back_case WHERE confirmed_at IS NOT NULL ORDER BY confirmed_at DESC LIMIT $1";
    PayBackCase::read_all(yui.town.reader().sql(text).bind(limit).fetch_all().await)
}

/// The first member of staff records a case; answers its id. `id_conflict` when one waits for the person already.
pub async fn record(
    yui: &Yui,
    staff: &str,
    subject: Subject,
    reason: PayBackReason,
) -> Result<CommandId, ErrorCode> {
    let id = CommandId::new(yui.clock.now(), crate::random::random()?);
    let staff = staff.to_owned();
    yui.town_write(move |unit| {
        Box::pin(async move {
            resident::active_level(unit, subject).await?;
            let now = unit.now();
            let added = unit
                .sql(
                    "INSERT INTO pay_back_case (id, subject, reason, recorded_by, recorded_at)
                     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
                )
                .bind(id)
                .bind(subject)
                .bind(reason.word())
                .bind(&staff)
                .bind(now)
                .execute()
                .await?;
            if added == 0 {
                return Err(ErrorCode::IdConflict.into());
            }
            unit.audit(&staff, "identity.pay_back_recorded", Some(subject));
            Ok(id)
        })
    })
    .await
}

/// Another member of staff confirms the case: the person leaves, and her charged value, which is answered, is paid back
/// outside the ledger, by her who confirmed it and nobody else. She may ask again and gets the same answer.
/// `forbidden` for the one who recorded it, `not_found` when there is none, `pay_back_confirmed` when another was
/// quicker.
pub async fn confirm(yui: &Yui, staff: &str, case: CommandId) -> Result<Points, ErrorCode> {
    let found = find(yui, case).await?;
    if !found.lets_confirm(staff) {
        return Err(ErrorCode::Forbidden);
    }
    if let Some(owed) = found.owed_by(staff)? {
        return Ok(owed);
    }
    leave::paid_back(yui, staff, found.subject, case).await?;
    find(yui, case).await?.owed_by(staff)?.ok_or(ErrorCode::PayBackConfirmed)
}

/// Notes with the closing act who confirmed the case and what is paid back.
pub(super) async fn note_confirmed(
    unit: &mut Unit,
    case: CommandId,
    staff: &str,
    subject: Subject,
    paid_back: Points,
) -> Result<(), UnitError> {
    let now = unit.now();
    unit.sql("UPDATE pay_back_case SET confirmed_by = $1, confirmed_at = $2, paid_back = $3 WHERE id = $4")
        .bind(staff)
        .bind(now)
        .bind(paid_back)
        .bind(case)
        .execute()
        .await?;
    unit.audit(staff, "identity.pay_back_confirmed", Some(subject));
    Ok(())
}
