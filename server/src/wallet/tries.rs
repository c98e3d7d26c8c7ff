//! How often an amount was refused on a one-time code: a refusal tells the shop something about the payer's wallet,
//! so a code bears few of them. The count is kept by a unit that succeeds and answers with the refusal; it is in the
//! store, so that neither a restart nor another server gives new tries, and goes once its code has run out.

use yui_protocol::{CommandId, ErrorCode, qr::OneTimeCode};
use yui_rules::wallet::codes::TRIES;
use yui_store::{Unit, UnitError};

/// `code_blocked` when the code has had all its tries. The command that was refused last may ask again: its answer may
/// have been lost.
pub(super) async fn check(unit: &mut Unit, code: &OneTimeCode, command: CommandId) -> Result<(), UnitError> {
    let text = "SELECT tries FROM code_try WHERE code = $1 AND last <> $2";
    let row = unit.sql(text).bind(code.id).bind(command).fetch_optional().await?;
    let tries: i64 = row.map_or(Ok(0), |row| row.get("tries"))?;
    if tries < TRIES { Ok(()) } else { Err(ErrorCode::CodeBlocked.into()) }
}

/// Counts a refusal, of one command once; whether it is new.
pub(super) async fn count(
    unit: &mut Unit,
    code: &OneTimeCode,
    command: CommandId,
) -> Result<bool, UnitError> {
    let now = unit.now();
    unit.sql("DELETE FROM code_try WHERE valid_until < $1").bind(now).execute().await?;
    let changed = unit
        .sql(
            "INSERT INTO code_try (code, tries, last, valid_until) VALUES ($1, 1, $2, $3)
             ON CONFLICT (code) DO UPDATE SET tries = code_try.tries + 1, last = excluded.last
             WHERE code_try.last <> excluded.last",
        )
        .bind(code.id)
        .bind(command)
        .bind(code.valid_until)
        .execute()
        .await?;
    Ok(changed > 0)
}
