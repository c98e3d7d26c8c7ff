//! Rows that no row of the log speaks of: before the first one, under an id that another has, a hold that nobody made, a
//! payment given back that nobody paid, a code that nobody spent. The database itself is asked, so that nothing is kept.

use std::collections::HashSet;

use crate::{
    Unreadable,
    finding::{Findings, KEPT},
    posting::{Act, Posting},
    row::{BATCH, Cell, EVENT, HOLD, POSTING, REFUNDED, SPENT_CODE, Table},
    view::View,
};

/// Looks for them. `codes` is how many one-time codes the log has spent.
pub(crate) async fn look(view: &mut View, findings: &mut Findings, codes: u64) -> Result<(), Unreadable> {
    for table in [&POSTING, &EVENT, &BATCH] {
        let key = table.columns[0];
        let rest = format!("WHERE {key} < 1 LIMIT {KEPT}");
        view.each(table, &rest, &[], |row| findings.take(row.wrong("it is before the first one"))).await?;
    }
    twice(view, findings, &POSTING).await?;
    twice(view, findings, &HOLD).await?;
    let rest = format!(
        "WHERE NOT EXISTS (SELECT 1 FROM posting p WHERE p.seq = hold.seq AND p.kind = 3) LIMIT {KEPT}"
    );
    view.each(&HOLD, &rest, &[], |row| findings.take(row.wrong("no row of the log made it"))).await?;
    let rest = format!(
        "WHERE NOT EXISTS (SELECT 1 FROM posting p WHERE p.seq = refunded.payment AND p.kind IN (2, 4)) LIMIT {KEPT}"
    );
    view.each(&REFUNDED, &rest, &[], |row| findings.take(row.wrong("it is no payment's"))).await?;
    let stored = view.number("SELECT COUNT(*) FROM spent_code", &[]).await?;
    if stored.and_then(|stored| u64::try_from(stored).ok()) != Some(codes) {
        codes_of_nobody(view, findings).await?;
    }
    Ok(())
}

/// The same id in two rows of a table.
async fn twice(view: &mut View, findings: &mut Findings, table: &Table) -> Result<(), Unreadable> {
    let text =
        format!("SELECT MAX(seq), MIN(seq) FROM {} GROUP BY id HAVING COUNT(*) > 1 LIMIT {KEPT}", table.name);
    view.query(text, &[], |cells| {
        if let [Cell::Int(later), Cell::Int(earlier)] = cells[..] {
            findings.add(table.name, &later, format!("its id is that of row {earlier}"));
        }
    })
    .await
}

/// There are not as many codes as were spent: only then are those of the log held in memory.
async fn codes_of_nobody(view: &mut View, findings: &mut Findings) -> Result<(), Unreadable> {
    let mut spent = HashSet::new();
    view.each(&POSTING, "WHERE kind = 2 ORDER BY seq", &[], |row| {
        if let Ok(Posting { act: Act::Pay { code: Some(code), .. }, .. }) = Posting::read(&row)
            && !spent.insert(code.id)
        {
            findings.take(row.wrong("its one-time code was spent before"));
        }
    })
    .await?;
    view.each(&SPENT_CODE, "", &[], |row| {
        if row.fixed("id").is_ok_and(|id| spent.contains(&id)) {
            return;
        }
        findings.take(row.wrong("no payment spent it"));
    })
    .await
}
