//! What is on vouchers that were sold and can still be used. The ledger does not know it: nobody has it in a wallet
//! yet. The programme's budget and its unused value must count it all the same.

use yui_protocol::{Points, ProgrammeId, municipality::Programme, wallet::LotKind};
use yui_store::{Unit, UnitError};

/// What the usable vouchers of a programme are worth together.
pub async fn promised(unit: &mut Unit, programme: &ProgrammeId) -> Result<Points, UnitError> {
    let now = unit.now();
    let row = unit
        .sql(
            "SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT) AS worth FROM voucher
             WHERE programme = $1 AND used_at IS NULL AND cancelled_at IS NULL AND expires_at >= $2",
        )
        .bind(programme)
        .bind(now)
        .fetch_one()
        .await?;
    Ok(row.get("worth")?)
}

/// The same where it has to be taken from a budget, and nothing where there is none.
pub(in crate::wallet) async fn promised_of_budget(
    unit: &mut Unit,
    programme: &Programme,
) -> Result<Points, UnitError> {
    if programme.budget.is_some() && programme.kind == LotKind::Charged {
        promised(unit, &programme.id).await
    } else {
        Ok(Points::ZERO)
    }
}
