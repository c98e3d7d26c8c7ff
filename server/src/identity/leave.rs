//! Leaving the service. Charged value may be paid back only when a person moves away or dies, or when the service
//! closes down (資金決済法20条), and two members of staff record it; otherwise she must give it up herself.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use yui_ledger::{ChargedValue, Command, Op};
use yui_protocol::{
    CLOCK_SKEW, CommandId, ErrorCode, Points, Subject, identity::LeaveRequest, wallet::LotKind,
};
use yui_store::{Party, Row, StoreError, Unit, UnitError};

use crate::{
    identity::{
        devices,
        errand::{self, Errand},
        resident,
    },
    state::Yui,
};

/// A leaving under way.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Leaving {
    /// The id of the closing act in the ledger.
    id: CommandId,
    /// What becomes of charged value.
    charged: Charged,
    /// Who confirmed the refund case.
    confirmed_by: Option<String>,
}

/// See [`ChargedValue`], which it becomes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
enum Charged {
    Undecided,
    GivenUp,
    Refunded,
}

/// Why charged value may be paid back.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RefundReason {
    /// She moved out of the town.
    MovedAway,
    /// She died.
    Died,
    /// The service closes down.
    CloseDown,
}

impl RefundReason {
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

/// A person leaves by herself: `balance_remains` while there is charged value that she does not give up.
pub async fn leave(yui: &Yui, subject: Subject, request: LeaveRequest) -> Result<(), ErrorCode> {
    let now = yui.clock.now();
    if request.id.at()?.apart(now) > CLOCK_SKEW.unsigned_abs() {
        return Err(ErrorCode::ClockSkew);
    }
    let charged = if request.give_up_balance { Charged::GivenUp } else { Charged::Undecided };
    start(yui, subject, Leaving { id: request.id, charged, confirmed_by: None }).await
}

/// The first member of staff records a case in which charged value is paid back; answers its id.
pub async fn record_refund_case(
    yui: &Yui,
    staff: &str,
    subject: Subject,
    reason: RefundReason,
) -> Result<CommandId, ErrorCode> {
    let id = CommandId::new(yui.clock.now(), crate::random::random()?);
    let staff = staff.to_owned();
    yui.town_write(move |unit| {
        Box::pin(async move {
            resident::active_level(unit, subject).await?;
            let now = unit.now();
            let added = unit
                .sql(
                    "INSERT INTO closure (id, subject, reason, recorded_by, recorded_at)
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
            unit.audit(&staff, "identity.refund_case_recorded", Some(subject));
            Ok(id)
        })
    })
    .await
}

/// Another member of staff confirms the case: the wallet is closed and its charged value, which is answered, is
/// paid back outside the ledger, by her who confirmed it and nobody else. She may ask again and gets the same answer.
/// `forbidden` for the one who recorded it, `not_found` when there is none, `refund_case_confirmed` when another was
/// quicker.
pub async fn confirm_refund_case(yui: &Yui, staff: &str, case: CommandId) -> Result<Points, ErrorCode> {
    let found = RefundCase::find(yui, case).await?;
    if found.recorded_by == staff {
        return Err(ErrorCode::Forbidden);
    }
    if found.confirmed_by.is_some() {
        return found.owed_by(staff);
    }
    let leaving = Leaving { id: case, charged: Charged::Refunded, confirmed_by: Some(staff.to_owned()) };
    start(yui, found.subject, leaving).await?;
    RefundCase::find(yui, case).await?.owed_by(staff)
}

struct RefundCase {
    subject: Subject,
    recorded_by: String,
    confirmed_by: Option<String>,
    refunded: Option<Points>,
}

impl RefundCase {
    async fn find(yui: &Yui, case: CommandId) -> Result<Self, ErrorCode> {
        let row = yui
            .town
            .reader()
            .sql("SELECT subject, recorded_by, confirmed_by, refunded FROM closure WHERE id = $1")
            .bind(case)
            .fetch_optional()
            .await
            .map_err(|error| error.code())?;
        let read = |row: &Row| -> Result<Self, StoreError> {
            Ok(Self {
                subject: row.get("subject")?,
                recorded_by: row.get("recorded_by")?,
                confirmed_by: row.get("confirmed_by")?,
                refunded: row.get("refunded")?,
            })
        };
        read(&row.ok_or(ErrorCode::NotFound)?).map_err(|error| error.code())
    }

    /// What this member of staff has to pay back: two who confirm at once must not both do it.
    fn owed_by(&self, staff: &str) -> Result<Points, ErrorCode> {
        match (&self.confirmed_by, self.refunded) {
            (Some(by), Some(refunded)) if by == staff => Ok(refunded),
            _ => Err(ErrorCode::RefundCaseConfirmed),
        }
    }
}

async fn start(yui: &Yui, subject: Subject, leaving: Leaving) -> Result<(), ErrorCode> {
    yui.to_the_end(move |yui| async move {
        // The turn comes first, so that nobody else does this errand and is told how it ended.
        let turn = yui.errands.of(subject).await;
        let config = yui.config.clone();
        let added = yui.realm_write(move |unit| {
            Box::pin(async move { errand::add(unit, &config, subject, &Errand::Leaving(leaving)).await })
        });
        let id = added.await?;
        errand::drive_in(&yui, subject, &turn, Some(id)).await
    })
    .await
}

/// The errand: the town closes the wallet, then the realm lets the person go and her phones are out. A town that
/// refuses ends the errand without any effect.
pub async fn finish(yui: &Yui, errand: i64, subject: Subject, leaving: Leaving) -> Result<(), ErrorCode> {
    let closed =
        yui.town_write(move |unit| Box::pin(async move { close(unit, subject, &leaving).await })).await;
    match closed {
        Ok(()) => {
            yui.realm_write(move |unit| Box::pin(async move { let_go(unit, errand, subject).await })).await?;
            yui.keys.revoke_party(Party::Person(subject), None);
            devices::recall(yui, subject).await.map_err(|error| error.code())?;
            yui.metrics.count("identity_left");
            Ok(())
        }
        Err(code) if errand::may_pass(&code) => Err(code),
        Err(code) => {
            yui.realm_write(move |unit| Box::pin(async move { errand::done(unit, errand).await })).await?;
            Err(code)
        }
    }
}

async fn close(unit: &mut Unit, subject: Subject, leaving: &Leaving) -> Result<(), UnitError> {
    let known = unit.find(leaving.id).await?.is_some();
    if !known {
        resident::active_level(unit, subject).await?;
    }
    let lots = unit.ledger().wallet(subject, unit.now()).lots;
    let charged: i64 = lots.iter().filter(|lot| lot.kind == LotKind::Charged).map(|lot| lot.amount.0).sum();
    let (decision, word) = match leaving.charged {
        Charged::Undecided => (ChargedValue::Undecided, "undecided"),
        Charged::GivenUp => (ChargedValue::GivenUp, "given_up"),
        Charged::Refunded => (ChargedValue::Refunded, "refunded"),
    };
    let digest =
        Sha256::new().chain_update(b"yui/leave/v1").chain_update(subject.as_bytes()).chain_update(word);
    let command = Command {
        id: leaving.id,
        digest: digest.finalize().into(),
        signature: None,
        op: Op::Close { wallet: subject, charged: decision },
    };
    unit.apply(&command).await?;
    if known {
        return Ok(());
    }
    resident::mark_left(unit, subject).await?;
    if let Some(staff) = &leaving.confirmed_by {
        let now = unit.now();
        unit.sql("UPDATE closure SET confirmed_by = $1, confirmed_at = $2, refunded = $3 WHERE id = $4")
            .bind(staff)
            .bind(now)
            .bind(charged)
            .bind(leaving.id)
            .execute()
            .await?;
        unit.audit(staff, "identity.refund_case_confirmed", Some(subject));
    }
    unit.fact("identity.left", Some(Party::Person(subject)));
    unit.notify(Party::Person(subject), "profile");
    Ok(())
}

async fn let_go(unit: &mut Unit, errand: i64, subject: Subject) -> Result<(), UnitError> {
    let now = unit.now();
    unit.sql("UPDATE membership SET left_at = $1 WHERE subject = $2 AND left_at IS NULL")
        .bind(now)
        .bind(subject)
        .execute()
        .await?;
    unit.sql("UPDATE device SET revoked_at = $1 WHERE subject = $2 AND revoked_at IS NULL")
        .bind(now)
        .bind(subject)
        .execute()
        .await?;
    errand::done(unit, errand).await
}
