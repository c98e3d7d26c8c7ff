//! Carrying orders out: one unit of so many residents after the other, in the order of their pseudonyms.

use std::{sync::Arc, time::Duration};

use sha2::{Digest, Sha256};
use yui_ledger::Command;
use yui_protocol::{
    CommandId, ErrorCode, Millis, Points, Subject, identity::Level, municipality::Municipality,
};
use yui_rules::wallet::validity;
use yui_store::{Row, StoreError, Unit, UnitError};

use super::{GrantOrder, estimate, left_out, order};
use crate::{
    identity::resident,
    state::Yui,
    wallet::issue::{self, Wanted},
};

/// How many residents one unit reaches; others' payments come in between.
const PEOPLE: usize = 32;

/// How long the job waits at most until it looks again whether there is an order to carry out. It is woken where one is
/// confirmed, and where this server takes over; but a confirmation may come to be long after its answer was lost.
const LOOK: Duration = Duration::from_mins(1);

/// How long the job waits after a fault.
const AFTER_FAULT: Duration = Duration::from_secs(30);

/// Carries one order out to its end; answers it as it stands then. An order that waits, was withdrawn or has ended is
/// left as it is. After a fault, whose code is answered, another call goes on where this one stood.
pub async fn run(yui: &Yui, id: CommandId) -> Result<GrantOrder, ErrorCode> {
    loop {
        let config = Arc::clone(&yui.config);
        let unit =
            yui.town_write(move |unit| Box::pin(async move { some(unit, &config.municipality, id).await }));
        if !unit.await? {
            return order::find(yui, id).await;
        }
    }
}

/// Carries out, one after the other, all orders that were confirmed; how many there were.
pub async fn run_due(yui: &Yui) -> Result<usize, ErrorCode> {
    let mut ended = 0;
    while let Some(id) = order::first_running(yui).await? {
        let GrantOrder { received, left_out, .. } = run(yui, id).await?;
        tracing::info!(received, left_out, "a grant to every resident has ended");
        ended += 1;
    }
    Ok(ended)
}

/// The job: carries out what was confirmed, until the server stops. A server that stands by leaves it to the one that
/// writes.
pub async fn keep_running(yui: Yui) {
    let mut standing = yui.town.writer().standing();
    loop {
        let mut wait = LOOK;
        standing.borrow_and_update();
        if yui.leads_town()
            && let Err(code) = run_due(&yui).await
        {
            tracing::warn!(%code, "a grant to every resident could not go on yet");
            wait = AFTER_FAULT;
        }
        tokio::select! {
            goes_on = yui.rests(wait) => if !goes_on { return },
            () = yui.grant_to_do.notified() => {}
            changed = standing.changed() => if changed.is_err() { return },
        }
    }
}

/// A resident whose turn it is.
struct Next {
    subject: Subject,
    /// `person_left` once she left.
    level: Result<Level, ErrorCode>,
}

/// One unit; whether the order goes on after it.
async fn some(unit: &mut Unit, town: &Municipality, id: CommandId) -> Result<bool, UnitError> {
    let mut order = order::kept(unit, id).await?.ok_or(ErrorCode::NotFound)?;
    let (Some(confirmed_at), None) = (order.confirmed.as_ref().map(|done| done.at), &order.ended) else {
        return Ok(false);
    };
    let next = next(unit, order.reached, confirmed_at).await?;
    // Whoever rose to a level that receives since the heads were counted takes nothing of what others were promised.
    let promised = order::promised(unit, &order.programme, Some(id)).await?;
    let mut stopped = None;
    for person in &next {
        match give(unit, town, &order, promised, person).await {
            Ok(()) => order.received += 1,
            Err(UnitError::Refused(code)) if is_of_all(&code) => {
                stopped = Some(code);
                break;
            }
            Err(UnitError::Refused(code)) => {
                left_out::note(unit, id, person.subject, &code).await?;
                order.left_out += 1;
            }
            Err(fault) => return Err(fault),
        }
        order.reached = Some(person.subject);
    }
    let goes_on = stopped.is_none() && next.len() == PEOPLE;
    keep(unit, &order, stopped, goes_on).await?;
    Ok(goes_on)
}

/// Whether what is refused to one is refused to all who come after her.
fn is_of_all(code: &ErrorCode) -> bool {
    use ErrorCode::{AmountInvalid, ProgrammeBudget, ProgrammeClosed, ProgrammeUnknown};
    matches!(code, AmountInvalid | ProgrammeBudget | ProgrammeClosed | ProgrammeUnknown)
}

/// Those who come next, of all who were enrolled when the order was confirmed.
async fn next(
    unit: &mut Unit,
    reached: Option<Subject>,
    confirmed_at: Millis,
) -> Result<Vec<Next>, UnitError> {
    let rows = unit
        .sql(
            "SELECT subject, level, state FROM resident
             WHERE subject > $1 AND joined_at <= $2 AND (state = 'active' OR left_at > $2)
             ORDER BY subject LIMIT $3",
        )
        .bind(reached.map_or_else(String::new, |subject| subject.to_string()))
        .bind(confirmed_at)
        .bind(i64::try_from(PEOPLE).unwrap_or(i64::MAX))
        .fetch_all()
        .await?;
    let read = |row: &Row| -> Result<Next, StoreError> {
        Ok(Next { subject: row.get("subject")?, level: resident::level_in(row)? })
    };
    Ok(rows.iter().map(read).collect::<Result<_, _>>()?)
}

/// Gives to one of them. What she received before under this order she does not receive again.
async fn give(
    unit: &mut Unit,
    town: &Municipality,
    order: &GrantOrder,
    promised: Points,
    person: &Next,
) -> Result<(), UnitError> {
    let confirmed_at = order.confirmed.as_ref().map(|done| done.at).ok_or(ErrorCode::Internal)?;
    let (id, digest) = act(order.id, confirmed_at, person.subject);
    if unit.find(id).await?.is_some() {
        return Ok(());
    }
    let programme = estimate::given(town, &order.programme)?;
    let wanted = Wanted {
        programme,
        wallet: person.subject,
        level: person.level.clone()?,
        amount: order.amount,
        last_day: validity::last_day(&programme.validity, unit.now().day_jst())
            .ok_or(ErrorCode::ProgrammeClosed)?,
        promised,
    };
    let op = issue::operation(unit, town, &wanted)?;
    unit.apply(&Command { id, digest, signature: None, op }).await?;
    Ok(())
}

/// Id and digest of what a resident receives under an order: the same whenever and by whichever server it is tried.
fn act(order: CommandId, confirmed_at: Millis, subject: Subject) -> (CommandId, [u8; 32]) {
    let digest = Sha256::new()
        .chain_update(b"yui/grant-all/v1")
        .chain_update(order.as_bytes())
        .chain_update(subject.as_bytes())
        .finalize();
    (rising_id(confirmed_at, subject, digest.into()), digest.into())
}

/// An id that rises with the subject, so that the store's index of ids grows at its end as the order goes on; what is made
/// at one moment in no order would dirty a page each.
fn rising_id(at: Millis, subject: Subject, digest: [u8; 32]) -> CommandId {
    // Of these ten bytes a UUIDv7 keeps the last 12 bits of the first two and the last 62 of the others (RFC 9562 §5.7).
    let first = u128::from_be_bytes(*subject.as_bytes()) >> (128 - 42);
    let kept = ((first >> 30) << 64) | ((first & 0x3fff_ffff) << 32);
    let mut random = [0; 10];
    random.copy_from_slice(&kept.to_be_bytes()[6..]);
    random[6..].copy_from_slice(&digest[..4]);
    CommandId::new(at, random)
}

/// Notes how far the order has come, and its end.
async fn keep(
    unit: &mut Unit,
    order: &GrantOrder,
    stopped: Option<ErrorCode>,
    goes_on: bool,
) -> Result<(), UnitError> {
    let ended_at = (!goes_on).then(|| unit.now());
    unit.sql(
        "UPDATE grant_order SET reached = $1, received = $2, left_out = $3, ended_at = $4, ended_with = $5
         WHERE id = $6",
    )
    .bind(order.reached)
    .bind(order.received)
    .bind(order.left_out)
    .bind(ended_at)
    .bind(stopped.map(|code| code.to_string()))
    .bind(order.id)
    .execute()
    .await?;
    if !goes_on {
        unit.fact("wallet.grant_all_ended", None);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_rise_with_the_subjects_and_differ_by_order() {
        let at = Millis(1_803_870_000_000);
        let mut subjects: Vec<_> = (0..=255).map(|n: u8| Subject::from_bytes([n; 16])).collect();
        for byte in 0..5 {
            for bit in 0..8 {
                let mut bytes = [0x77; 16];
                bytes[byte] ^= 1 << bit;
                subjects.push(Subject::from_bytes(bytes));
            }
        }
        subjects.sort_by_key(Subject::to_string);
        subjects.dedup();
        let ids: Vec<_> = subjects.iter().map(|subject| rising_id(at, *subject, [0xff; 32])).collect();
        assert!(ids.is_sorted() && ids.iter().all(|id| id.at() == Ok(at)));
        assert!(ids.windows(2).all(|two| two[0] != two[1]));
        assert_ne!(rising_id(at, subjects[0], [1; 32]), rising_id(at, subjects[0], [2; 32]));
    }
}
