//! What members of staff did and looked at, for those whose role is to watch it.

use std::{cmp::Reverse, collections::HashMap};

use yui_protocol::{ErrorCode, Millis};
use yui_store::{Event, EventKind, Logged, Row, Store};

use crate::state::Yui;

/// The last audited acts of this town's staff, newest first, at most `limit`; `names` is who they are.
pub async fn last(
    yui: &Yui,
    names: &HashMap<String, String>,
    limit: usize,
) -> Result<Vec<(Millis, Event)>, ErrorCode> {
    let mut acts = in_store(&yui.town, limit).await?;
    // Of the realm, which may serve other towns too, what this town's staff did.
    let in_realm = in_store(&yui.realm, limit).await?;
    acts.extend(in_realm.into_iter().filter(|(_, event)| names.contains_key(&event.actor)));
    acts.sort_by_key(|(at, _)| Reverse(*at));
    acts.truncate(limit);
    Ok(acts)
}

/// The last audit rows of a store, newest first.
async fn in_store(store: &Store, limit: usize) -> Result<Vec<(Millis, Event)>, ErrorCode> {
    let rows = store
        .reader()
        .sql("SELECT seq FROM event WHERE kind = $1 ORDER BY seq DESC LIMIT $2")
        .bind(EventKind::Audit.number())
        .bind(i64::try_from(limit).unwrap_or(i64::MAX))
        .fetch_all()
        .await;
    let seqs =
        rows.and_then(|rows| rows.iter().map(|row: &Row| row.get("seq")).collect::<Result<Vec<i64>, _>>());
    let seqs = seqs.map_err(|error| error.code())?;
    let logged = store.log().rows(&seqs).await.map_err(|error| error.code())?;
    let event = |logged| match logged {
        Logged::Event { at, event, .. } => Some((at, event)),
        Logged::Posting { .. } => None,
    };
    Ok(logged.into_iter().rev().filter_map(event).collect())
}
