//! Orders at a till: opened and withdrawn by the shop's signed commands, paid by a resident's.
//!
//! Opening and withdrawing move no money, so the ledger does not know their ids; `till_act` keeps them, and the same
//! id with the same payload is answered alike for ever.

use yui_protocol::{
    CommandId, ErrorCode, Millis, Points, ShopId, TillId,
    changes::Record,
    command::{CancelTill, CommandAnswer, OpenTill},
    shop::{Till, TillState},
};
use yui_store::{Party, Row, StoreError, Unit, UnitError};

use crate::{command::VerifiedCommand, shop::Listed, state::Yui};

const BY_ID: &str = "SELECT id, shop, amount, reference, expires_at, state FROM till WHERE id = $1";

/// An order as its row says, open however late it is.
pub(crate) fn read(row: &Row) -> Result<Till, StoreError> {
    let state = match row.get::<String>("state")?.as_str() {
        "open" => TillState::Open,
        "paid" => TillState::Paid,
        "cancelled" => TillState::Cancelled,
        _ => return Err(StoreError::Column("state")),
    };
    Ok(Till {
        id: row.get("id")?,
        shop: row.get("shop")?,
        amount: row.get("amount")?,
        reference: row.get("reference")?,
        expires_at: row.get("expires_at")?,
        state,
    })
}

/// The order as it stands at an instant: one that nobody paid in time has run out.
pub(crate) fn at(till: Till, now: Millis) -> Till {
    let state =
        if till.state == TillState::Open && till.expires_at < now { TillState::Expired } else { till.state };
    Till { state, ..till }
}

/// An order, for whoever has its id: `till_unknown`.
pub async fn look_up(yui: &Yui, id: TillId) -> Result<Till, ErrorCode> {
    let row = yui.town.reader().sql(BY_ID).bind(id).fetch_optional().await.map_err(|error| error.code())?;
    let till = read(&row.ok_or(ErrorCode::TillUnknown)?).map_err(|error| error.code())?;
    Ok(at(till, yui.clock.now()))
}

/// Opens an order under the command's id. Refused: `amount_invalid`, `malformed_request`, `shop_closed`.
pub async fn open(
    yui: &Yui,
    verified: VerifiedCommand,
    shop: ShopId,
    act: OpenTill,
) -> Result<CommandAnswer, ErrorCode> {
    let listed = yui.shops.open(shop);
    yui.till_ids.put(verified.command.id, yui.clock.now());
    yui.town_write(move |unit| Box::pin(async move { write_open(unit, &verified, shop, listed, act).await }))
        .await
}

async fn write_open(
    unit: &mut Unit,
    verified: &VerifiedCommand,
    shop: ShopId,
    listed: Result<std::sync::Arc<Listed>, ErrorCode>,
    act: OpenTill,
) -> Result<CommandAnswer, UnitError> {
    let command = &verified.command;
    let id = TillId(command.id.0);
    if let Some((seq, at)) = known(unit, verified).await? {
        let till = by_id(unit, id).await?.ok_or(ErrorCode::Internal)?;
        return Ok(answer(command.id, seq, at, Till { state: TillState::Open, ..till }));
    }
    verified.check_first_time(unit.now())?;
    listed?;
    act.check()?;
    let now = unit.now();
    let till = Till {
        id,
        shop,
        amount: Points::act(act.amount.0)?,
        reference: act.reference.filter(|reference| !reference.is_empty()),
        expires_at: now.plus(i64::from(act.seconds) * Millis::SECOND),
        state: TillState::Open,
    };
    let seq = unit.notify(Party::Shop(shop), "till");
    unit.sql(
        "INSERT INTO till (id, shop, amount, reference, expires_at, state, opened)
         VALUES ($1, $2, $3, $4, $5, 'open', $6)",
    )
    .bind(till.id)
    .bind(shop)
    .bind(till.amount)
    .bind(till.reference.clone())
    .bind(till.expires_at)
    .bind(seq)
    .execute()
    .await?;
    keep(unit, verified, id, seq).await?;
    unit.fact("shop.till_opened", Some(Party::Shop(shop)));
    Ok(answer(command.id, seq, now, till))
}

/// Withdraws an order that is not paid. Refused: `till_unknown` (also for another shop's), `till_paid`,
/// `till_cancelled`, `till_expired`.
pub async fn cancel(
    yui: &Yui,
    verified: VerifiedCommand,
    shop: ShopId,
    act: CancelTill,
) -> Result<CommandAnswer, ErrorCode> {
    yui.till_ids.put(verified.command.id, yui.clock.now());
    yui.town_write(move |unit| Box::pin(async move { write_cancel(unit, &verified, shop, act.till).await }))
        .await
}

async fn write_cancel(
    unit: &mut Unit,
    verified: &VerifiedCommand,
    shop: ShopId,
    id: TillId,
) -> Result<CommandAnswer, UnitError> {
    let command = verified.command.id;
    let till = by_id(unit, id).await?;
    if let Some((seq, at)) = known(unit, verified).await? {
        return Ok(answer(command, seq, at, till.ok_or(ErrorCode::Internal)?));
    }
    verified.check_first_time(unit.now())?;
    let till = check_open(till.filter(|till| till.shop == shop), unit.now())?;
    let seq = unit.notify(Party::Shop(shop), "till");
    end(unit, id, "cancelled", seq).await?;
    keep(unit, verified, id, seq).await?;
    Ok(answer(command, seq, unit.now(), Till { state: TillState::Cancelled, ..till }))
}

/// The order that a payment of `amount` to `shop` names, if it can be paid now: `till_unknown`, `till_paid`,
/// `till_cancelled`, `till_expired`, `till_amount_differs`.
pub(crate) async fn payable(
    unit: &mut Unit,
    id: TillId,
    shop: ShopId,
    amount: Points,
) -> Result<(), UnitError> {
    let till = by_id(unit, id).await?.filter(|till| till.shop == shop);
    let till = check_open(till, unit.now())?;
    if till.amount == amount { Ok(()) } else { Err(ErrorCode::TillAmountDiffers.into()) }
}

/// The order was paid by the posting with this number.
pub(crate) async fn paid(unit: &mut Unit, id: TillId, seq: i64) -> Result<(), UnitError> {
    end(unit, id, "paid", seq).await
}

fn check_open(till: Option<Till>, now: Millis) -> Result<Till, ErrorCode> {
    let till = at(till.ok_or(ErrorCode::TillUnknown)?, now);
    match till.state {
        TillState::Open => Ok(till),
        TillState::Paid => Err(ErrorCode::TillPaid),
        TillState::Cancelled => Err(ErrorCode::TillCancelled),
        TillState::Expired => Err(ErrorCode::TillExpired),
    }
}

async fn by_id(unit: &mut Unit, id: TillId) -> Result<Option<Till>, UnitError> {
    let row = unit.sql(BY_ID).bind(id).fetch_optional().await?;
    Ok(row.map(|row| read(&row)).transpose()?)
}

async fn end(unit: &mut Unit, id: TillId, state: &str, seq: i64) -> Result<(), UnitError> {
    unit.sql("UPDATE till SET state = $1, ended = $2 WHERE id = $3")
        .bind(state)
        .bind(seq)
        .bind(id)
        .execute()
        .await?;
    Ok(())
}

/// `id_conflict` when the id is that of an accepted opening or withdrawal.
pub(crate) async fn check_free(unit: &mut Unit, id: CommandId) -> Result<(), UnitError> {
    let row = unit.sql("SELECT id FROM till_act WHERE id = $1").bind(id).fetch_optional().await?;
    if row.is_none() { Ok(()) } else { Err(ErrorCode::IdConflict.into()) }
}

/// Row and time of the act with this id, if it was accepted before: `id_conflict` when it was another act, or
/// another shop's.
async fn known(unit: &mut Unit, verified: &VerifiedCommand) -> Result<Option<(i64, Millis)>, UnitError> {
    let id = verified.command.id;
    let text =
        "SELECT a.digest, a.seq, a.at, t.shop FROM till_act a JOIN till t ON t.id = a.till WHERE a.id = $1";
    let Some(row) = unit.sql(text).bind(id).fetch_optional().await? else {
        let free = unit.find(id).await?.is_none();
        return if free { Ok(None) } else { Err(ErrorCode::IdConflict.into()) };
    };
    let same = row.get::<[u8; 32]>("digest")? == verified.digest;
    if same && Party::Shop(row.get("shop")?) == verified.party {
        Ok(Some((row.get("seq")?, row.get("at")?)))
    } else {
        Err(ErrorCode::IdConflict.into())
    }
}

async fn keep(unit: &mut Unit, verified: &VerifiedCommand, till: TillId, seq: i64) -> Result<(), UnitError> {
    let now = unit.now();
    unit.sql("INSERT INTO till_act (id, digest, till, seq, at) VALUES ($1, $2, $3, $4, $5)")
        .bind(verified.command.id)
        .bind(verified.digest)
        .bind(till)
        .bind(seq)
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

fn answer(id: CommandId, seq: i64, at: Millis, till: Till) -> CommandAnswer {
    CommandAnswer { id, seq, at, records: vec![Record::Till(till)], shown: None }
}
