//! The directory of shops for good: its table, and the acts of staff that change it. What the table says is in memory,
//! too ([`Shops`]), which follows each commit.

use std::sync::Arc;

use futures_util::future::LocalBoxFuture;
use yui_protocol::{ErrorCode, ShopId, shop::Shop};
use yui_store::{Db, Row, Statement, StoreError, Unit, UnitError};

use super::{Listed, ShopDraft, Shops, noted, pairing};
use crate::{random::random, state::Yui};

/// Reads all shops into memory, at start.
pub async fn load(shops: &Shops, town: &Db) -> Result<(), StoreError> {
    for row in town.sql("SELECT * FROM shop").fetch_all().await? {
        shops.put(read(&row)?);
    }
    Ok(())
}

fn read(row: &Row) -> Result<Listed, StoreError> {
    let classes: String = row.get("classes")?;
    Ok(Listed {
        shop: Shop {
            id: row.get("id")?,
            name: row.get("name")?,
            kana: row.get("kana")?,
            area: row.get("area")?,
            address: row.get("address")?,
            postal_code: row.get("postal_code")?,
            telephone: row.get("telephone")?,
            classes: serde_json::from_str(&classes).map_err(|_| StoreError::Column("classes"))?,
            open: row.get("open")?,
        },
        source: row.get("source")?,
        updated_at: row.get("updated_at")?,
    })
}

/// Adds a shop, or brings the one of the same source up to date (a closed one stays closed). `staff` is
/// pseudonymous and goes into the audit. Refused as [`ShopDraft::check`].
pub async fn put(yui: &Yui, staff: &str, draft: ShopDraft) -> Result<Arc<Listed>, ErrorCode> {
    draft.check(&yui.config.municipality)?;
    let fresh = ShopId(random()?);
    let staff = staff.to_owned();
    kept(yui, move |unit| Box::pin(async move { write(unit, &staff, fresh, draft).await })).await
}

/// Writes a shop and takes it into memory as it was written.
pub(super) async fn kept<F>(yui: &Yui, unit: F) -> Result<Arc<Listed>, ErrorCode>
where
    F: for<'u> FnOnce(&'u mut Unit) -> LocalBoxFuture<'u, Result<Listed, UnitError>> + Send + 'static,
{
    yui.to_the_end(|yui| async move { Ok(yui.shops.put(yui.town_write(unit).await?)) }).await
}

/// Adds a shop under an id that was made by who asks. The same shop under it again changes nothing; another is
/// `id_conflict`.
pub(super) async fn add(
    unit: &mut Unit,
    staff: &str,
    id: ShopId,
    draft: ShopDraft,
) -> Result<Listed, UnitError> {
    match unit.sql("SELECT * FROM shop WHERE id = $1").bind(id).fetch_optional().await? {
        None => write(unit, staff, id, draft).await,
        Some(row) if read_draft(&row)? == draft => Ok(read(&row)?),
        Some(_) => Err(ErrorCode::IdConflict.into()),
    }
}

async fn write(unit: &mut Unit, staff: &str, fresh: ShopId, draft: ShopDraft) -> Result<Listed, UnitError> {
    let now = unit.now();
    let source = draft.source.clone();
    let statement = unit
        .sql(
            "INSERT INTO shop (id, source, name, kana, area, address, postal_code, telephone, classes, latitude,
                               longitude, open, added_at, updated_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12, $12)
             ON CONFLICT (source) DO UPDATE SET
                 name = excluded.name, kana = excluded.kana, area = excluded.area, address = excluded.address,
                 postal_code = excluded.postal_code, telephone = excluded.telephone, classes = excluded.classes,
                 latitude = excluded.latitude, longitude = excluded.longitude, updated_at = excluded.updated_at
             RETURNING *",
        )
        .bind(fresh)
        .bind(source);
    let row = bind_columns(statement, draft)?.bind(now).fetch_one().await?;
    let listed = read(&row)?;
    noted(unit, staff, if listed.shop.id == fresh { "shop.added" } else { "shop.changed" }, listed.shop.id);
    Ok(listed)
}

/// Gives what staff wrote to a statement, in the order of the fields from `name` on.
fn bind_columns(statement: Statement<'_>, draft: ShopDraft) -> Result<Statement<'_>, ErrorCode> {
    let classes = serde_json::to_string(&draft.classes).map_err(|_| ErrorCode::Internal)?;
    Ok(statement
        .bind(draft.name)
        .bind(draft.kana)
        .bind(draft.area)
        .bind(draft.address)
        .bind(draft.postal_code)
        .bind(draft.telephone)
        .bind(classes)
        .bind(draft.latitude)
        .bind(draft.longitude))
}

/// A shop as staff would write it, to be changed and given to [`change`]: `shop_unknown`.
pub async fn draft(yui: &Yui, id: ShopId) -> Result<ShopDraft, ErrorCode> {
    let text = "SELECT * FROM shop WHERE id = $1";
    let row = yui.town.reader().sql(text).bind(id).fetch_optional().await.map_err(|error| error.code())?;
    read_draft(&row.ok_or(ErrorCode::ShopUnknown)?).map_err(|error| error.code())
}

fn read_draft(row: &Row) -> Result<ShopDraft, StoreError> {
    let Listed { shop, source, .. } = read(row)?;
    let Shop { name, kana, area, address, postal_code, telephone, classes, .. } = shop;
    let (latitude, longitude) = (row.get("latitude")?, row.get("longitude")?);
    Ok(ShopDraft { source, name, kana, area, address, postal_code, telephone, classes, latitude, longitude })
}

/// Changes a shop as it is listed, whichever way it was added; it stays open or closed. Where it comes from
/// (`source`) stays too, whatever the draft says, and the next import of that source writes over it. Refused:
/// `shop_unknown`, and as [`ShopDraft::check`].
pub async fn change(yui: &Yui, staff: &str, id: ShopId, draft: ShopDraft) -> Result<Arc<Listed>, ErrorCode> {
    draft.check(&yui.config.municipality)?;
    let staff = staff.to_owned();
    kept(yui, move |unit| Box::pin(async move { rewrite(unit, &staff, id, draft).await })).await
}

async fn rewrite(unit: &mut Unit, staff: &str, id: ShopId, draft: ShopDraft) -> Result<Listed, UnitError> {
    let now = unit.now();
    let statement = unit.sql(
        "UPDATE shop SET name = $1, kana = $2, area = $3, address = $4, postal_code = $5, telephone = $6,
                             classes = $7, latitude = $8, longitude = $9, updated_at = $10
             WHERE id = $11 RETURNING *",
    );
    let row = bind_columns(statement, draft)?.bind(now).bind(id).fetch_optional().await?;
    let row = row.ok_or(ErrorCode::ShopUnknown)?;
    noted(unit, staff, "shop.changed", id);
    Ok(read(&row)?)
}

/// Opens or closes a shop. A closed one takes no payment and opens no till; it can still refund and be paid out. Pairing
/// codes that were not used end with its closing.
pub async fn set_open(yui: &Yui, staff: &str, id: ShopId, open: bool) -> Result<Arc<Listed>, ErrorCode> {
    let staff = staff.to_owned();
    kept(yui, move |unit| {
        Box::pin(async move {
            let now = unit.now();
            let row = unit
                .sql("UPDATE shop SET open = $1, updated_at = $2 WHERE id = $3 RETURNING *")
                .bind(open)
                .bind(now)
                .bind(id)
                .fetch_optional()
                .await?
                .ok_or(ErrorCode::ShopUnknown)?;
            if !open {
                pairing::end_codes(unit, id, now).await?;
            }
            noted(unit, &staff, if open { "shop.opened" } else { "shop.closed" }, id);
            Ok(read(&row)?)
        })
    })
    .await
}
