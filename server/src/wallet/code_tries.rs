//! How often an amount was refused on a one-time code: a refusal tells the shop something about the payer's wallet,
//! so a code bears few of them. The count is kept by a unit that succeeds and answers with the refusal; it is in the
//! store, so that neither a restart nor another server gives new tries, and goes once its code has run out.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use yui_protocol::{ErrorCode, qr::Mandate};
use yui_rules::wallet::codes::TRIES;
use yui_store::{Unit, UnitError};

/// `code_blocked` when the code has had all its tries. The command that was refused last may ask again: its answer may
/// have been lost. It is known by its payload, as a refused id may come again with another amount.
pub(super) async fn check(unit: &mut Unit, mandate: &Mandate, payload: &[u8; 32]) -> Result<(), UnitError> {
    let Had { tries, last } = Had::read(unit, mandate).await?;
    if tries < TRIES || last == named(payload) { Ok(()) } else { Err(ErrorCode::CodeBlocked.into()) }
}

/// Counts a refusal, of one payload once; whether it is new. A repeat writes nothing.
pub(super) async fn count(unit: &mut Unit, mandate: &Mandate, payload: &[u8; 32]) -> Result<bool, UnitError> {
    let last = named(payload);
    if Had::read(unit, mandate).await?.last == last {
        return Ok(false);
    }
    let now = unit.now();
    unit.sql("DELETE FROM code_try WHERE valid_until < $1").bind(now).execute().await?;
    let text = "INSERT INTO code_try (code, tries, last, valid_until) VALUES ($1, 1, $2, $3)
         ON CONFLICT (code) DO UPDATE SET tries = code_try.tries + 1, last = excluded.last";
    unit.sql(text).bind(mandate.id).bind(last).bind(mandate.valid_until).execute().await?;
    Ok(true)
}

/// What a code has had.
#[derive(Default)]
struct Had {
    tries: i64,
    last: String,
}

impl Had {
    async fn read(unit: &mut Unit, mandate: &Mandate) -> Result<Self, UnitError> {
        let text = "SELECT tries, last FROM code_try WHERE code = $1";
        match unit.sql(text).bind(mandate.id).fetch_optional().await? {
            Some(row) => Ok(Self { tries: row.get("tries")?, last: row.get("last")? }),
            None => Ok(Self::default()),
        }
    }
}

fn named(payload: &[u8; 32]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(payload)
}
