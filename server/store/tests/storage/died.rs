//! The writer ends at each step of a commit: the batch is there as a whole or not at all, and goes on from there.

use std::sync::Arc;

use yui_protocol::Points;
use yui_store::{Fate, Moment, Standing, Store, UnitError, testing::Place, verify};

use crate::acts::{DOMAIN, HANAKO, SHOP, Turns, balance, command, issue, notes, open, pay};

crate::on_both! { a_death_at_any_step_keeps_all_or_nothing }

async fn a_death_at_any_step_keeps_all_or_nothing(place: Place) {
    let mut expected = 0;
    for (n, moment) in (1u8..).zip([Moment::Ran, Moment::Written, Moment::Committed]) {
        let turns = Arc::new(Turns::default());
        let store = Store::open(place.options().domain(DOMAIN).hook(turns.clone())).await.expect("opens");
        store.writer().standing().wait_for(|now| *now == Standing::Leading).await.expect("leads");
        turns.set(move |at| if at == moment { Fate::Die } else { Fate::GoOn });
        let now = place.clock_now();
        let act = store.writer().run(move |unit| {
            Box::pin(async move {
                unit.apply(&command(now, 2 * n, issue(HANAKO, 1_000))).await?;
                let paid = unit.apply(&command(now, 2 * n + 1, pay(HANAKO, SHOP, 300))).await?;
                unit.sql("INSERT INTO note (id, words) VALUES ($1, $2)")
                    .bind(paid.seq)
                    .bind(format!("{n}"))
                    .execute()
                    .await?;
                Ok(())
            })
        });
        assert!(matches!(act.await, Err(UnitError::Unavailable)), "nobody was answered");
        store.close().await;

        expected += i64::from(moment == Moment::Committed);
        let store = open(&place).await;
        assert_eq!(balance(&store, HANAKO).await, Points(700 * expected), "{moment:?}");
        assert_eq!(i64::try_from(notes(&store).await.len()).ok(), Some(expected), "{moment:?}");
        assert_eq!(verify(store.reader()).await.expect("sound").seq, 2 * expected);
        store.close().await;
    }
}
