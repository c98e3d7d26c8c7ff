//! Charge vouchers: sold for cash somewhere else, printed as QR codes, used once by a resident's phone.
//!
//! A voucher is value that was sold: from the day it is made its life counts and its programme's budget is taken,
//! though the ledger posts it only when it arrives in a wallet. What is on vouchers meanwhile is [`promised()`].

pub mod batches;
mod make;
mod promised;
mod redeem;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use yui_protocol::{Base64Url, CommandId, ErrorCode, Millis, Points, ProgrammeId};
use yui_store::{Row, StoreError};

pub use make::{BATCH, NewBatch, PrintedVoucher, make};
pub use promised::promised;
pub(super) use promised::promised_of_budget;
pub(crate) use redeem::redeem;

use crate::state::Yui;

/// A voucher, for staff.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VoucherRecord {
    /// Its number.
    pub id: CommandId,
    /// Under which programme it charges.
    pub programme: ProgrammeId,
    /// What it is worth.
    pub amount: Points,
    /// Until when it can be used.
    pub expires_at: Millis,
    /// The last day of the value that it charges.
    pub value_until: NaiveDate,
    /// When it was used.
    pub used_at: Option<Millis>,
    /// When it was withdrawn.
    pub cancelled_at: Option<Millis>,
}

/// The secret is random over its whole length, so a plain hash hides it.
fn hash(secret: &[u8]) -> String {
    Base64Url::encode(&Sha256::new().chain_update(b"yui/voucher/v1").chain_update(secret).finalize())
}

/// Withdraws a voucher that was not used. Refused: `voucher_unknown`, `voucher_used`. Again changes nothing.
pub async fn cancel(yui: &Yui, staff: &str, id: CommandId) -> Result<(), ErrorCode> {
    let staff = staff.to_owned();
    yui.town_write(move |unit| {
        Box::pin(async move {
            let row = unit.sql("SELECT * FROM voucher WHERE id = $1").bind(id).fetch_optional().await?;
            let known = read(&row.ok_or(ErrorCode::VoucherUnknown)?)?;
            if known.used_at.is_some() {
                return Err(ErrorCode::VoucherUsed.into());
            }
            if known.cancelled_at.is_none() {
                let now = unit.now();
                unit.sql("UPDATE voucher SET cancelled_at = $1, cancelled_by = $2 WHERE id = $3")
                    .bind(now)
                    .bind(&staff)
                    .bind(id)
                    .execute()
                    .await?;
                unit.audit(&staff, "wallet.voucher_cancelled", None);
            }
            Ok(())
        })
    })
    .await
}

/// The vouchers of a batch, by number.
pub async fn of_batch(yui: &Yui, batch: CommandId) -> Result<Vec<VoucherRecord>, ErrorCode> {
    let text = "SELECT * FROM voucher WHERE batch = $1 ORDER BY id";
    let rows = yui.town.reader().sql(text).bind(batch).fetch_all().await.map_err(|error| error.code())?;
    rows.iter().map(read).collect::<Result<_, _>>().map_err(|error| error.code())
}

fn read(row: &Row) -> Result<VoucherRecord, StoreError> {
    Ok(VoucherRecord {
        id: row.get("id")?,
        programme: row.get("programme")?,
        amount: row.get("amount")?,
        expires_at: row.get("expires_at")?,
        value_until: row
            .get::<String>("value_until")?
            .parse()
            .map_err(|_| StoreError::Column("value_until"))?,
        used_at: row.get("used_at")?,
        cancelled_at: row.get("cancelled_at")?,
    })
}
