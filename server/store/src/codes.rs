//! Comparing the table of spent one-time codes with the log, a stretch at a time: there are as many as payments, and
//! memory keeps none that ran out.

use sqlx::AssertSqlSafe;
use yui_ledger::row::SpentCodeRow;

use crate::{db::Snapshot, error::StoreError, rows};

/// How many codes one statement asks for.
const PAGE: usize = 64;

/// How many codes of the log were compared.
#[derive(Default)]
pub(crate) struct Codes {
    compared: i64,
}

impl Codes {
    /// Compares codes, each with the row of its payment.
    pub(crate) async fn compare(
        &mut self,
        view: &mut Snapshot,
        spent: &[(i64, SpentCodeRow)],
    ) -> Result<(), StoreError> {
        for page in spent.chunks(PAGE) {
            let among = (1..=page.len()).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
            let text = format!("SELECT * FROM spent_code WHERE id IN ({among})");
            let asked =
                page.iter().fold(view.sql(AssertSqlSafe(text)), |asked, (_, code)| asked.bind(code.id));
            let stored = asked.fetch_all().await?;
            let stored = stored.iter().map(rows::spent_code).collect::<Result<Vec<_>, _>>()?;
            if let Some((seq, _)) = page.iter().find(|(_, code)| !stored.contains(code)) {
                let what =
                    format!("table spent_code: the code of the payment in row {seq} is not what it left");
                return Err(StoreError::Corrupt(what));
            }
            self.compared += i64::try_from(page.len()).unwrap_or(i64::MAX);
        }
        Ok(())
    }

    /// Whether the table has no other codes than those.
    pub(crate) async fn none_else(&self, view: &mut Snapshot) -> Result<(), StoreError> {
        let stored: i64 = view.sql("SELECT COUNT(*) AS n FROM spent_code").fetch_one().await?.get("n")?;
        if stored == self.compared {
            return Ok(());
        }
        let more = stored - self.compared;
        Err(StoreError::Corrupt(format!("table spent_code: no payment spent {more} of its {stored} codes")))
    }
}
