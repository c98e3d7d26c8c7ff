//! A wallet or a shop's takings as a whole, in the view of the store that a page is read in.

use yui_protocol::{
    LotId, Millis, Points,
    shop::TakingsRecord,
    wallet::{Lot, LotKind, WalletRecord},
};
use yui_rules::wallet::spend_order::LotView;
use yui_store::{Party, Row, Snapshot, StoreError, read::named};

use super::{
    log::Known,
    page::{CHUNK, chunk_query},
};

const LOTS: &str = chunk_query!(
    "SELECT l.id, l.amount, l.held, l.issued_at, t.kind, t.last_day, p.slug, c.list
     FROM lot l JOIN terms t ON t.no = l.terms JOIN programme p ON p.no = t.programme
     JOIN classes c ON c.no = t.classes WHERE l.amount > 0 AND l.id"
);

/// The resident's wallet after row `head`, as it can be spent `now`.
pub(super) async fn record(
    view: &mut Snapshot,
    known: &Known,
    party: Party,
    head: i64,
    now: Millis,
) -> Result<WalletRecord, StoreError> {
    let today = now.day_jst();
    let mut lots = Vec::new();
    for ids in known.lots_of(party).chunks(CHUNK) {
        for row in super::page::fetch_chunk(view, LOTS, ids).await? {
            let lot = read(&row)?;
            if lot.0.last_day >= today {
                lots.push(lot);
            }
        }
    }
    lots.sort_by(|a, b| in_order(a).before(&in_order(b)));
    let set_aside: i64 = lots.iter().map(|(_, held)| held.0).sum();
    let free: i64 = lots.iter().map(|lot| in_order(lot).free.0).sum();
    let lots = lots.into_iter().map(|(lot, _)| lot).collect();
    Ok(WalletRecord { seq: head, available: Points(free), held: Points(set_aside), lots })
}

fn in_order((lot, held): &(Lot, Points)) -> LotView<'_> {
    let free = Points(lot.amount.0.saturating_sub(held.0));
    LotView { id: lot.id, last_day: lot.last_day, classes: &lot.classes, free }
}

fn read(row: &Row) -> Result<(Lot, Points), StoreError> {
    lot(row).map_err(|error| named("lot", row, "id", error))
}

fn lot(row: &Row) -> Result<(Lot, Points), StoreError> {
    let kind = match row.get::<i64>("kind")? {
        0 => LotKind::Charged,
        1 => LotKind::Granted,
        2 => LotKind::Coupon,
        3 => LotKind::Reward,
        _ => return Err(StoreError::Column("kind")),
    };
    let classes: String = row.get("list")?;
    let lot = Lot {
        id: LotId(row.get("id")?),
        kind,
        programme: row.get("slug")?,
        amount: row.get("amount")?,
        last_day: row.get::<String>("last_day")?.parse().map_err(|_| StoreError::Column("last_day"))?,
        classes: classes.split(',').filter(|class| !class.is_empty()).map(str::to_owned).collect(),
        issued_at: row.get("issued_at")?,
    };
    Ok((lot, row.get("held")?))
}

/// The shop's takings after row `head`.
pub(super) async fn takings(
    view: &mut Snapshot,
    party: Party,
    head: i64,
) -> Result<TakingsRecord, StoreError> {
    let text = "SELECT b.balance FROM account a JOIN balance b ON b.account = a.no WHERE a.key = $1";
    let row = view.sql(text).bind(party.key()).fetch_optional().await?;
    let unsettled = row.map_or(Ok(Points::ZERO), |row| row.get("balance"))?;
    Ok(TakingsRecord { seq: head, unsettled })
}
