//! What a store holds of money: the rows of its log, and what is left of the lots.

use std::collections::BTreeMap;

use yui_ledger::Posted;
use yui_protocol::{LotId, Points};
use yui_store::{Logged, StoreError, StoreUrl, open_log, open_reader};

/// See the module.
#[derive(Clone, Debug)]
pub struct Books {
    /// All postings, in the order of the log.
    pub postings: Vec<Posted>,
    /// The lots with something left.
    pub lots: BTreeMap<LotId, Points>,
}

impl Books {
    /// Reads a town's store, beside its server or with none, while nobody writes.
    pub async fn read(url: &StoreUrl) -> Result<Self, StoreError> {
        let (db, log) = (open_reader(url).await?, open_log(url).await?);
        let seqs = db.sql("SELECT seq FROM posting ORDER BY seq").fetch_all().await?;
        let seqs = seqs.iter().map(|row| row.get("seq")).collect::<Result<Vec<i64>, _>>()?;
        let postings = log.rows(&seqs).await?.into_iter().filter_map(|row| match row {
            Logged::Posting { posted, .. } => Some(*posted),
            Logged::Event { .. } => None,
        });
        let postings = postings.collect();
        let rows = db.sql("SELECT id, amount FROM lot WHERE amount <> 0").fetch_all().await?;
        let lots = rows.iter().map(|row| Ok((LotId(row.get("id")?), Points(row.get("amount")?))));
        let lots = lots.collect::<Result<_, StoreError>>()?;
        db.close().await;
        log.close().await;
        Ok(Self { postings, lots })
    }

    /// What lies in all wallets together.
    #[must_use]
    pub fn in_wallets(&self) -> Points {
        Points(self.lots.values().map(|left| left.0).sum())
    }
}
