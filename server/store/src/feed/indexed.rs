//! The feed of a PostgreSQL store: its log has an index by each party of a posting and by the party of a notice. So a row is
//! in the feed with its commit, nothing follows behind it, and nothing can differ from the log (ADR 0023).

use super::Rows;
use crate::{db::Db, error::StoreError, event::Party};

/// One statement, so that the rows are of the same moment as the head.
const ROWS: &str = "WITH a AS (SELECT no FROM account WHERE key = $1) \
    SELECT m.head_seq AS upto, f.seq FROM meta m LEFT JOIN ( \
        (SELECT seq FROM posting WHERE debit = (SELECT no FROM a) AND seq > $2 ORDER BY seq LIMIT $3) UNION \
        (SELECT seq FROM posting WHERE credit = (SELECT no FROM a) AND seq > $2 ORDER BY seq LIMIT $3) UNION \
        (SELECT seq FROM event WHERE kind = 2 AND octet_length(body) >= 2 \
            AND substring(body FROM 3 FOR get_byte(body, 0) * 256 + get_byte(body, 1)) = $1 \
            AND seq > $2 ORDER BY seq LIMIT $3) \
        ORDER BY seq LIMIT $3 \
    ) f ON TRUE WHERE m.id = 1 ORDER BY f.seq";

/// The party's rows after `after`, at most `limit`.
pub(super) async fn rows(store: &Db, party: Party, after: i64, limit: u32) -> Result<Rows, StoreError> {
    Rows::read(&store.sql(ROWS).bind(party.key()).bind(after).bind(limit).fetch_all().await?)
}
