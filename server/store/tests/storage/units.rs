//! A unit is kept or leaves no trace, whatever becomes of its neighbours in the batch.

use std::sync::{Arc, mpsc};

use yui_protocol::{ErrorCode, Millis, Points};
use yui_store::{Fate, Moment, Party, Store, StoreError, UnitError, testing::Place, verify};

use crate::acts::{
    DOMAIN, HANAKO, SHOP, Turns, apply, balance, command, id, issue, note, notes, open, pay, refund,
};

crate::on_both! {
    refused_failed_and_panicking_units_leave_no_trace
    one_act_is_one_commit
    the_same_id_is_the_same_act
    an_id_older_than_memory_is_found_in_the_store
    statements_mean_the_same_on_both_engines
    a_zero_byte_is_refused_alike
    a_reader_sees_one_instant
    a_full_queue_pushes_back
    an_audit_row_is_committed_before_the_answer
    a_unit_that_only_reads_takes_no_number_whoever_is_in_its_batch
}

/// Holds the writer up in a commit, so that all that is asked for meanwhile becomes one batch.
pub struct Held {
    go: mpsc::Sender<()>,
    first: tokio::task::JoinHandle<Result<i64, UnitError>>,
    turns: Arc<Turns>,
}

impl Held {
    pub async fn begin(turns: &Arc<Turns>, store: &Store) -> Self {
        let (reached, is_reached) = mpsc::channel();
        let (go, may_go) = mpsc::channel::<()>();
        let mut once = Some((reached, may_go));
        turns.set(move |moment| {
            if moment == Moment::Ran
                && let Some((reached, may_go)) = once.take()
            {
                reached.send(()).expect("the test waits");
                may_go.recv().expect("the test lets go");
            }
            Fate::GoOn
        });
        let writer = store.writer().clone();
        let first = tokio::spawn(async move {
            writer.run(|unit| Box::pin(async move { Ok(unit.fact("held.up", None)) })).await
        });
        tokio::task::spawn_blocking(move || is_reached.recv()).await.expect("runs").expect("reached");
        Self { go, first, turns: turns.clone() }
    }

    pub async fn end(self) {
        self.go.send(()).expect("the writer waits");
        self.first.await.expect("runs").expect("commits");
        self.turns.clear();
    }
}

/// Asks for everything that `during` asks for at its first poll within one batch.
pub async fn in_one_batch<T>(turns: &Arc<Turns>, store: &Store, during: impl AsyncFnOnce() -> T) -> T {
    let held = Held::begin(turns, store).await;
    tokio::join!(during(), held.end()).0
}

async fn refused_failed_and_panicking_units_leave_no_trace(place: Place) {
    let turns = Arc::new(Turns::default());
    let store = Store::open(place.options().domain(DOMAIN).hook(turns.clone())).await.expect("opens");
    let writer = store.writer();
    let now = place.clock_now();
    apply(writer, command(now, 1, issue(HANAKO, 1_000))).await.expect("issues");

    let (kept, refused, failed, panicked, after) = in_one_batch(&turns, &store, async || {
        tokio::join!(
            note(writer, "kept"),
            writer.run(move |unit| {
                Box::pin(async move {
                    unit.apply(&command(now, 2, pay(HANAKO, SHOP, 400))).await?;
                    unit.sql("INSERT INTO note (id, words) VALUES (90, 'refused')").execute().await?;
                    Err::<(), _>(ErrorCode::OverDailyLimit.into())
                })
            }),
            writer.run(|unit| {
                Box::pin(async move {
                    unit.sql("INSERT INTO note (id, words) VALUES (91, 'failed')").execute().await?;
                    unit.sql("INSERT INTO note (id, words) VALUES (92, 'kept')").execute().await?;
                    Ok(())
                })
            }),
            writer.run(move |unit| {
                Box::pin(async move {
                    unit.apply(&command(now, 3, pay(HANAKO, SHOP, 400))).await?;
                    unit.sql("INSERT INTO note (id, words) VALUES (93, 'panicked')").execute().await?;
                    assert_eq!(unit.now(), Millis(0), "this unit panics on purpose");
                    Ok(())
                })
            }),
            apply(writer, command(now, 4, pay(HANAKO, SHOP, 900))),
        )
    })
    .await;

    kept.expect("is kept");
    assert!(matches!(refused, Err(UnitError::Refused(ErrorCode::OverDailyLimit))));
    assert!(matches!(failed, Err(UnitError::Failed(_))), "{failed:?}");
    assert!(matches!(panicked, Err(UnitError::Failed(_))));
    assert_eq!(after.expect("commits").amount, Points(900));
    assert_eq!(notes(&store).await, ["kept"]);
    assert_eq!(balance(&store, HANAKO).await, Points(100));
    // Issue, the holding fact, the note's fact, the payment: what was undone took no number.
    assert_eq!(verify(store.reader()).await.expect("sound").seq, 4);
    store.close().await;
}

async fn one_act_is_one_commit(place: Place) {
    let store = open(&place).await;
    let now = place.clock_now();
    let answer = store.writer().run(move |unit| {
        Box::pin(async move {
            let posted = unit.apply(&command(now, 1, issue(HANAKO, 500))).await?;
            unit.sql("INSERT INTO note (id, words) VALUES ($1, $2)")
                .bind(posted.seq)
                .bind("charge")
                .execute()
                .await?;
            unit.notify(Party::Person(HANAKO), "wallet");
            unit.audit("staff-7", "charge.counter", Some(HANAKO));
            Ok(posted.seq)
        })
    });
    assert_eq!(answer.await.expect("commits"), 1);
    let batches =
        store.reader().sql("SELECT first_seq, last_seq FROM batch").fetch_all().await.expect("reads");
    assert_eq!(batches.len(), 1);
    assert_eq!(
        (batches[0].get::<i64>("first_seq").ok(), batches[0].get::<i64>("last_seq").ok()),
        (Some(1), Some(3))
    );
    assert_eq!(notes(&store).await, ["charge"]);
    store.close().await;
}

async fn the_same_id_is_the_same_act(place: Place) {
    let store = open(&place).await;
    let now = place.clock_now();
    apply(store.writer(), command(now, 1, issue(HANAKO, 1_000))).await.expect("issues");
    let first = apply(store.writer(), command(now, 2, pay(HANAKO, SHOP, 300))).await.expect("pays");
    let again =
        apply(store.writer(), command(now, 2, pay(HANAKO, SHOP, 300))).await.expect("the same answer");
    assert_eq!(first, again);
    let mut other = command(now, 2, pay(HANAKO, SHOP, 301));
    other.digest = [99; 32];
    let conflict = apply(store.writer(), other).await;
    assert!(matches!(conflict, Err(UnitError::Refused(ErrorCode::IdConflict))));
    assert_eq!(balance(&store, HANAKO).await, Points(700));
    store.close().await;
}

async fn an_id_older_than_memory_is_found_in_the_store(place: Place) {
    let store = open(&place).await;
    let then = place.clock_now();
    apply(store.writer(), command(then, 1, issue(HANAKO, 1_000))).await.expect("issues");
    let paid = apply(store.writer(), command(then, 2, pay(HANAKO, SHOP, 300))).await.expect("pays");
    place.clock().advance(72 * 3_600_000);
    let now = place.clock_now();
    apply(store.writer(), command(now, 3, issue(HANAKO, 1))).await.expect("issues");
    store.close().await;

    let store = open(&place).await;
    let remembered = store
        .writer()
        .run(move |unit| Box::pin(async move { Ok(unit.ledger().find(id(then, 2)).is_some()) }));
    assert!(!remembered.await.expect("reads"), "the payment has left memory");
    let again =
        apply(store.writer(), command(then, 2, pay(HANAKO, SHOP, 300))).await.expect("the same answer");
    assert_eq!(again, paid);
    let back = apply(store.writer(), command(now, 4, refund(id(then, 2), SHOP, 200))).await.expect("refunds");
    assert_eq!(back.amount, Points(200));
    let more = apply(store.writer(), command(now, 5, refund(id(then, 2), SHOP, 101))).await;
    assert!(matches!(more, Err(UnitError::Refused(ErrorCode::RefundTooLarge))), "{more:?}");
    let (posted, refunded) = store.log().by_id(id(then, 2)).await.expect("reads").expect("is there");
    assert_eq!((posted, refunded), ((*paid).clone(), Points(200)));
    verify(store.reader()).await.expect("sound");
    store.close().await;
}

async fn statements_mean_the_same_on_both_engines(place: Place) {
    let store = open(&place).await;
    let answer = store.writer().run(|unit| {
        Box::pin(async move {
            let text = "INSERT INTO note (id, words, mark) VALUES ($1, $2, $3) \
                        ON CONFLICT (id) DO UPDATE SET words = excluded.words RETURNING words";
            unit.sql(text).bind(1).bind("一").bind(vec![7u8]).fetch_one().await?;
            let row = unit.sql(text).bind(1).bind("二").bind(None::<i64>).fetch_one().await?;
            unit.sql(text).bind(2).bind("三").bind(None::<i64>).fetch_one().await?;
            let sum = unit
                .sql("SELECT CAST(SUM(id) AS BIGINT) AS sum, COUNT(*) AS n FROM note")
                .fetch_one()
                .await?;
            Ok((row.get::<String>("words")?, sum.get::<i64>("sum")?, sum.get::<i64>("n")?))
        })
    });
    assert_eq!(answer.await.expect("commits"), ("二".to_owned(), 3, 2));
    let rows = store.reader().sql("SELECT id, mark FROM note WHERE words = $1").bind("二").fetch_all().await;
    let rows = rows.expect("reads");
    assert_eq!(rows[0].get::<Option<Vec<u8>>>("mark").expect("bytes"), Some(vec![7]));

    let taken = store.writer().run(|unit| {
        Box::pin(async move {
            let refused = unit.sql("INSERT INTO note (id, words) VALUES (9, '二')").execute().await;
            if matches!(refused, Err(StoreError::Constraint(what)) if what.starts_with("unique")) {
                return Err::<(), _>(ErrorCode::VoucherUsed.into());
            }
            Ok(())
        })
    });
    assert!(matches!(taken.await, Err(UnitError::Refused(ErrorCode::VoucherUsed))));
    let stubborn = store.writer().run(|unit| {
        Box::pin(async move {
            let _ = unit.sql("INSERT INTO note (id, words) VALUES (9, '二')").execute().await;
            Ok(unit.fact("went.on", None))
        })
    });
    assert!(
        matches!(stubborn.await, Err(UnitError::Failed(_))),
        "a unit with a refused statement is not kept"
    );
    assert!(store.reader().sql("DELETE FROM note").execute().await.is_err(), "readers do not write");
    assert!(store.reader().sql("DELETE FROM note RETURNING id").fetch_all().await.is_err(), "nor by asking");
    store.close().await;
}

/// One engine would take it and the other refuse it in its own words.
async fn a_zero_byte_is_refused_alike(place: Place) {
    let store = open(&place).await;
    let write = |words: &'static str| {
        store.writer().run(move |unit| {
            Box::pin(async move {
                let insert = unit.sql("INSERT INTO note (id, words) VALUES (1, $1)");
                insert.bind(words).execute().await?;
                unit.fact("note.written", None);
                Ok(())
            })
        })
    };
    let refused = write("a\0b").await.expect_err("refused");
    assert!(matches!(refused, UnitError::Refused(ErrorCode::MalformedRequest)), "{refused}");
    let read = store.reader().sql("SELECT id FROM note WHERE words = $1");
    let refused = read.bind("\0").fetch_all().await.expect_err("refused");
    assert_eq!(refused.code(), ErrorCode::MalformedRequest);
    write("ab").await.expect("the next is none the worse");
    store.close().await;
}

async fn a_reader_sees_one_instant(place: Place) {
    let store = open(&place).await;
    note(store.writer(), "before").await.expect("commits");
    let mut view = store.reader().snapshot().await.expect("begins");
    let count = "SELECT COUNT(*) AS n FROM note";
    assert_eq!(view.sql(count).fetch_one().await.expect("reads").get::<i64>("n").ok(), Some(1));
    note(store.writer(), "meanwhile").await.expect("commits beside the reader");
    assert_eq!(view.sql(count).fetch_one().await.expect("reads").get::<i64>("n").ok(), Some(1));
    drop(view);
    let now = store.reader().sql(count).fetch_one().await.expect("reads");
    assert_eq!(now.get::<i64>("n").ok(), Some(2));
    store.close().await;
}

async fn a_full_queue_pushes_back(place: Place) {
    let turns = Arc::new(Turns::default());
    let store = Store::open(place.options().domain(DOMAIN).hook(turns.clone())).await.expect("opens");
    let held = Held::begin(&turns, &store).await;
    let ask = |writer: yui_store::Writer| async move {
        writer.run(|unit| Box::pin(async move { Ok(unit.now()) })).await
    };
    let asked: Vec<_> = (0..yui_store::QUEUE).map(|_| tokio::spawn(ask(store.writer().clone()))).collect();
    while store.writer().waiting() < yui_store::QUEUE {
        tokio::task::yield_now().await;
    }
    assert!(matches!(ask(store.writer().clone()).await, Err(UnitError::Busy)));
    held.end().await;
    for asked in asked {
        asked.await.expect("runs").expect("is answered");
    }
    store.close().await;
}

async fn a_unit_that_only_reads_takes_no_number_whoever_is_in_its_batch(place: Place) {
    let turns = Arc::new(Turns::default());
    let store = Store::open(place.options().domain(DOMAIN).hook(turns.clone())).await.expect("opens");
    let writer = store.writer();
    let reads = || {
        writer.run(|unit| {
            Box::pin(async move { Ok(unit.sql("SELECT words FROM note").fetch_all().await?.len()) })
        })
    };
    let (noted, read) =
        in_one_batch(&turns, &store, async || tokio::join!(note(writer, "kept"), reads())).await;
    noted.expect("is kept");
    assert_eq!((read.expect("reads"), reads().await.expect("reads")), (1, 1));
    // The holding fact and the note's.
    assert_eq!(verify(store.reader()).await.expect("sound").seq, 2);
    store.close().await;
}

async fn an_audit_row_is_committed_before_the_answer(place: Place) {
    let store = open(&place).await;
    let read = store.writer().run(|unit| {
        Box::pin(async move {
            let words = unit.sql("SELECT words FROM note").fetch_all().await?.len();
            unit.audit("staff-7", "note.read", Some(HANAKO));
            Ok(words)
        })
    });
    assert_eq!(read.await.expect("commits"), 0);
    let logged = store.log().rows(&[1]).await.expect("reads");
    assert_eq!(logged.len(), 1);
    let Some(yui_store::Logged::Event { event, .. }) = logged.first() else { panic!("an event") };
    assert_eq!((event.actor.as_str(), event.name.as_str()), ("staff-7", "note.read"));
    assert_eq!(event.party, Some(Party::Person(HANAKO)));
    store.close().await;
}

#[test]
fn errors_of_the_store_become_codes() {
    assert_eq!(UnitError::from(StoreError::Full).code(), ErrorCode::StorageFull);
    assert_eq!(UnitError::from(StoreError::Unavailable).code(), ErrorCode::Unavailable);
    assert_eq!(StoreError::Foreign(String::new()).code(), ErrorCode::StorageForeign);
}
