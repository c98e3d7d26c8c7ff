//! Leaving the service: the wallet is closed, then the realm lets the person go. Charged value is given up by herself
//! or [paid back](super::pay_back); while neither was decided she stays.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use yui_ledger::{ChargedValue, Command, Op};
use yui_protocol::{
    CLOCK_SKEW, CommandId, ErrorCode, Points, Subject, identity::LeaveRequest, wallet::LotKind,
};
use yui_store::{Party, Unit, UnitError};

use crate::{
    identity::{
        devices,
        errand::{self, Errand},
        pay_back, resident,
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
    /// Who confirmed that charged value is paid back.
    confirmed_by: Option<String>,
}

/// See [`ChargedValue`], which it becomes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
enum Charged {
    Undecided,
    GivenUp,
    PaidBack,
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

/// A person leaves and her charged value is paid back, as `staff` confirmed under the id of the case.
pub(super) async fn paid_back(
    yui: &Yui,
    staff: &str,
    subject: Subject,
    case: CommandId,
) -> Result<(), ErrorCode> {
    let confirmed_by = Some(staff.to_owned());
    start(yui, subject, Leaving { id: case, charged: Charged::PaidBack, confirmed_by }).await
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
    yui.levels.forget(subject);
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
        Charged::PaidBack => (ChargedValue::PaidBack, "paid_back"),
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
        pay_back::note_confirmed(unit, leaving.id, staff, subject, Points(charged)).await?;
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
