//! Batches of vouchers, for who printed them: which there are, what became of each voucher, and withdrawing a batch whose
//! sheet was lost.

use serde::{Deserialize, Serialize};
use yui_protocol::{CommandId, ErrorCode, Millis, Points, ProgrammeId};
use yui_store::{Row, StoreError};

use super::VoucherRecord;
use crate::state::Yui;

/// The vouchers that were made together.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Batch {
    /// The id of the act.
    pub batch: CommandId,
    /// Under which programme they charge.
    pub programme: ProgrammeId,
    /// What each is worth.
    pub amount: Points,
    /// Until when they can be used.
    pub expires_at: Millis,
    /// How many were made.
    pub made: i64,
    /// How many were used.
    pub used: i64,
    /// How many were withdrawn.
    pub cancelled: i64,
}

/// What became of a voucher.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VoucherState {
    /// It can be used.
    Usable,
    /// It was used.
    Used,
    /// It was withdrawn.
    Cancelled,
    /// It ran out.
    Expired,
}

impl VoucherState {
    /// What became of a voucher by now.
    #[must_use]
    pub fn of(voucher: &VoucherRecord, now: Millis) -> Self {
        if voucher.used_at.is_some() {
            Self::Used
        } else if voucher.cancelled_at.is_some() {
            Self::Cancelled
        } else if voucher.expires_at < now {
            Self::Expired
        } else {
            Self::Usable
        }
    }
}

/// All batches, the oldest first.
pub async fn all(yui: &Yui) -> Result<Vec<Batch>, ErrorCode> {
    let rows = yui
        .town
        .reader()
        .sql(
            "SELECT batch, programme, amount, expires_at, COUNT(*) AS made, COUNT(used_at) AS used,
                    COUNT(cancelled_at) AS cancelled
             FROM voucher GROUP BY batch, programme, amount, expires_at ORDER BY batch",
        )
        .fetch_all()
        .await;
    rows.and_then(|rows| rows.iter().map(read).collect()).map_err(|error| error.code())
}

fn read(row: &Row) -> Result<Batch, StoreError> {
    Ok(Batch {
        batch: row.get("batch")?,
        programme: row.get("programme")?,
        amount: row.get("amount")?,
        expires_at: row.get("expires_at")?,
        made: row.get("made")?,
        used: row.get("used")?,
        cancelled: row.get("cancelled")?,
    })
}

/// What became of the vouchers of a batch, by number: `voucher_unknown` when there is no such batch.
pub async fn states(yui: &Yui, batch: CommandId) -> Result<Vec<(CommandId, VoucherState)>, ErrorCode> {
    let vouchers = super::of_batch(yui, batch).await?;
    if vouchers.is_empty() {
        return Err(ErrorCode::VoucherUnknown);
    }
    let now = yui.clock.now();
    Ok(vouchers.iter().map(|voucher| (voucher.id, VoucherState::of(voucher, now))).collect())
}

/// Withdraws, in one act, what of a batch was not used; answers how many that were. Again withdraws none. Refused:
/// `voucher_unknown`.
pub async fn cancel(yui: &Yui, staff: &str, batch: CommandId) -> Result<u64, ErrorCode> {
    states(yui, batch).await?;
    let staff = staff.to_owned();
    yui.town_write(move |unit| {
        Box::pin(async move {
            let now = unit.now();
            let cancelled = unit
                .sql(
                    "UPDATE voucher SET cancelled_at = $1, cancelled_by = $2
                     WHERE batch = $3 AND used_at IS NULL AND cancelled_at IS NULL",
                )
                .bind(now)
                .bind(&staff)
                .bind(batch)
                .execute()
                .await?;
            if cancelled > 0 {
                unit.audit(&staff, "wallet.voucher_batch_cancelled", None);
            }
            Ok(cancelled)
        })
    })
    .await
}
