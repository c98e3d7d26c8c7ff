//! Charge vouchers: sold for cash somewhere else, printed as QR codes, used once by a resident's phone.

use std::sync::Arc;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use yui_ledger::Posted;
use yui_protocol::{
    Base64Url, CommandId, ErrorCode, Millis, Points, ProgrammeId, Subject,
    command::{CommandAnswer, RedeemVoucher},
    qr::{BearerSecret, VoucherCode},
    wallet::LotKind,
};
use yui_rules::programme::{self, Voucher};
use yui_store::{Party, Row, StoreError, Unit, UnitError};

use super::{
    issue,
    payer::Payer,
    verdict::{self, Made},
};
use crate::{command::VerifiedCommand, http::problem::ApiError, identity::secret::random, state::Yui};

/// The most vouchers of one batch.
pub const BATCH: usize = 500;

/// Vouchers to be made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VoucherBatch {
    /// The id of the act, made with the form and kept. The secrets cannot be shown twice, so a second time is
    /// `id_conflict`.
    pub id: CommandId,
    /// A programme of charged value.
    pub programme: ProgrammeId,
    /// What each is worth.
    pub amount: Points,
    /// The last day in Japan on which they can be used; not after the programme's.
    pub last_day: NaiveDate,
    /// How many, from 1 to [`BATCH`].
    pub count: usize,
}

/// A voucher as it is printed, once.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PrintedVoucher {
    /// Its number, by which it can be withdrawn.
    pub id: CommandId,
    /// The text of its QR code, which holds the secret.
    pub code: VoucherCode,
}

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
    /// When it was used.
    pub used_at: Option<Millis>,
    /// When it was withdrawn.
    pub cancelled_at: Option<Millis>,
}

/// The secret is random over its whole length, so a plain hash hides it.
fn hash(secret: &[u8]) -> String {
    Base64Url::encode(&Sha256::new().chain_update(b"yui/voucher/v1").chain_update(secret).finalize())
}

/// Makes vouchers and gives their codes, for this one time. Refused: `programme_unknown`, `programme_closed` when
/// the last day is past or after the programme's, `amount_invalid`, `malformed_request`, `id_conflict`.
pub async fn make(yui: &Yui, staff: &str, batch: VoucherBatch) -> Result<Vec<PrintedVoucher>, ErrorCode> {
    let town = &yui.config.municipality;
    let programme = issue::find(town, &batch.programme)?;
    if programme.kind != LotKind::Charged {
        return Err(ErrorCode::ProgrammeUnknown);
    }
    Points::act(batch.amount.0)?;
    if !(1..=BATCH).contains(&batch.count) {
        return Err(ErrorCode::MalformedRequest);
    }
    let now = yui.clock.now();
    if batch.last_day > programme.to || batch.last_day < now.day_jst() {
        return Err(ErrorCode::ProgrammeClosed);
    }
    let print = |_| {
        let code = VoucherCode { town: town.code, secret: BearerSecret::new(random()?) };
        Ok(PrintedVoucher { id: CommandId::new(now, random()?), code })
    };
    let printed = (0..batch.count).map(print).collect::<Result<Vec<_>, ErrorCode>>()?;
    let rows: Vec<(CommandId, String)> =
        printed.iter().map(|voucher| (voucher.id, hash(voucher.code.secret.as_bytes()))).collect();
    let staff = staff.to_owned();
    yui.town_write(move |unit| Box::pin(async move { keep(unit, &staff, &batch, rows).await })).await?;
    Ok(printed)
}

async fn keep(
    unit: &mut Unit,
    staff: &str,
    batch: &VoucherBatch,
    rows: Vec<(CommandId, String)>,
) -> Result<(), UnitError> {
    let known =
        unit.sql("SELECT id FROM voucher WHERE batch = $1 LIMIT 1").bind(batch.id).fetch_optional().await?;
    if known.is_some() {
        return Err(ErrorCode::IdConflict.into());
    }
    let now = unit.now();
    let end = batch.last_day.succ_opt().ok_or(ErrorCode::MalformedRequest)?;
    let expires_at = Millis::start_of_day_jst(end).plus(-1);
    for (id, secret_hash) in rows {
        unit.sql(
            "INSERT INTO voucher (id, batch, secret_hash, programme, amount, expires_at, issued_at, issued_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(id)
        .bind(batch.id)
        .bind(secret_hash)
        .bind(&batch.programme)
        .bind(batch.amount)
        .bind(expires_at)
        .bind(now)
        .bind(staff)
        .execute()
        .await?;
        unit.fact("wallet.voucher_made", None);
    }
    unit.audit(staff, "wallet.vouchers_made", None);
    Ok(())
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
        used_at: row.get("used_at")?,
        cancelled_at: row.get("cancelled_at")?,
    })
}

/// A resident charges with a voucher. Refused: `voucher_unknown`, `voucher_used`, `voucher_cancelled`,
/// `voucher_expired`, and as [`issue::charge`].
pub(crate) async fn redeem(
    yui: &Yui,
    verified: VerifiedCommand,
    wallet: Subject,
    act: RedeemVoucher,
) -> Result<CommandAnswer, ApiError> {
    let payer = Payer::read(yui, wallet, verified.command.id).await?;
    let config = Arc::clone(&yui.config);
    let secret_hash = hash(&act.secret);
    let made = yui
        .town_write(move |unit| {
            Box::pin(async move {
                let posted = match verdict::earlier(unit, &verified).await? {
                    Some(posted) => posted,
                    None => use_up(unit, &verified, &config.municipality, &payer, &secret_hash).await?,
                };
                Ok(Made::read(unit, posted, Party::Person(wallet)))
            })
        })
        .await?;
    Ok(made.answer(&yui.shops))
}

async fn use_up(
    unit: &mut Unit,
    verified: &VerifiedCommand,
    town: &yui_protocol::municipality::Municipality,
    payer: &Payer,
    secret_hash: &str,
) -> Result<Arc<Posted>, UnitError> {
    let row =
        unit.sql("SELECT * FROM voucher WHERE secret_hash = $1").bind(secret_hash).fetch_optional().await?;
    let known = read(&row.ok_or(ErrorCode::VoucherUnknown)?)?;
    let (used, cancelled) = (known.used_at.is_some(), known.cancelled_at.is_some());
    let now = unit.now();
    programme::check_voucher(Voucher { expires_at: known.expires_at, used, cancelled }, now)?;
    let programme = issue::find(town, &known.programme)?;
    let op = issue::terms(unit, town, programme, payer.level()?, payer.subject, known.amount)?;
    let posted = unit.apply(&verdict::ledger_command(verified, op)).await?;
    unit.sql("UPDATE voucher SET used_at = $1, used_by = $2 WHERE id = $3")
        .bind(now)
        .bind(posted.id)
        .bind(known.id)
        .execute()
        .await?;
    Ok(posted)
}
