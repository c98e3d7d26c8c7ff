//! Whether the projection is what the log makes of it.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};
use sqlx::SqlSafeStr;

use super::{
    owned::{STRIDE, owned},
    projection_file::is_unreadable,
};
use crate::{db::Db, error::StoreError, source::Source};

/// Whether a projection is what the log makes of it, as far as it goes; one that cannot be read is not. Both are read
/// once, in any order; memory holds of them the rows that the projection has after its cursor.
pub(super) async fn agrees(feed: &Db, store: &Db) -> Result<bool, StoreError> {
    let Stored { upto, sum, mut beyond } = match stored(feed).await {
        Ok(read) => read,
        Err(error) if is_unreadable(&error) => return Ok(false),
        Err(error) => return Err(error),
    };
    let head: i64 = store.sql("SELECT head_seq FROM meta WHERE id = 1").fetch_one().await?.get("head_seq")?;
    if upto > head {
        return Ok(false);
    }
    let (mut made, mut from) = (Sum::default(), 0);
    while from < upto {
        let to = upto.min(from + STRIDE);
        owned(&mut &*store, from, to).await?.iter().for_each(|(party, seq)| made.add(&party.key(), *seq));
        from = to;
    }
    while from < head && !beyond.is_empty() {
        let to = head.min(from + STRIDE);
        for (party, seq) in owned(&mut &*store, from, to).await? {
            beyond.remove(&(party.key(), seq));
        }
        from = to;
    }
    Ok(sum == made && beyond.is_empty())
}

/// What a projection says.
struct Stored {
    /// Up to which row it goes.
    upto: i64,
    /// Its rows up to there.
    sum: Sum,
    /// Its rows after that, by a party's key: those of parties whose turn it was already.
    beyond: BTreeSet<(Vec<u8>, i64)>,
}

async fn stored(feed: &Db) -> Result<Stored, StoreError> {
    let mut view = feed.snapshot().await?;
    let cursor = view.sql("SELECT upto FROM feed_cursor WHERE id = 1").fetch_optional().await?;
    let upto = cursor.map_or(Ok(0), |row| row.get("upto"))?;
    let (mut sum, mut beyond) = (Sum::default(), BTreeSet::new());
    view.each("SELECT party, seq FROM feed".into_sql_str(), Vec::new(), |row| {
        let (party, seq): (Vec<u8>, i64) = (row.get("party")?, row.get("seq")?);
        if seq <= upto {
            sum.add(&party, seq);
        } else {
            beyond.insert((party, seq));
        }
        Ok(())
    })
    .await?;
    Ok(Stored { upto, sum, beyond })
}

/// A sum over rows that does not depend on their order.
#[derive(PartialEq, Eq, Default)]
struct Sum {
    rows: u64,
    hashes: u128,
}

impl Sum {
    fn add(&mut self, party: &[u8], seq: i64) {
        let hash = Sha256::new().chain_update(seq.to_be_bytes()).chain_update(party).finalize();
        let (half, _) = hash.split_first_chunk().unwrap_or((&[0; 16], &[]));
        self.rows += 1;
        self.hashes = self.hashes.wrapping_add(u128::from_be_bytes(*half));
    }
}
