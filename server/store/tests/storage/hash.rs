//! One command log, one hash: on SQLite, on PostgreSQL, however it fell into commits, and replayed from zero.

use yui_protocol::{CommandId, Subject};
use yui_store::{Party, Store, testing::Place, verify};

use crate::acts::{SHOP, apply, command, issue, open, pay, refund};

/// The same acts of ten people, spread over three hours; some are refused.
async fn play(store: &Store, place: &Place) {
    let person = |n: u8| Subject::from_bytes([n % 10 + 1; 16]);
    for n in 0..120u8 {
        let now = place.clock_now();
        let op = match n % 4 {
            0 => issue(person(n / 4), 1_000),
            3 => refund(CommandId::new(place.clock_now().plus(-90_000), [n - 1; 10]), SHOP, 10),
            _ => pay(person(n / 4), SHOP, 10 + i64::from(n)),
        };
        // A refusal takes no number, whatever its reason.
        let _ = apply(store.writer(), command(now, n, op)).await;
        if n % 7 == 0 {
            let party = Party::Person(person(n));
            let told =
                store.writer().run(move |unit| Box::pin(async move { Ok(unit.notify(party, "wallet")) }));
            told.await.expect("commits");
        }
        place.clock().advance(90_000);
    }
}

#[tokio::test]
async fn one_log_gives_one_hash_on_sqlite_and_postgres() {
    let (sqlite, postgres) = (Place::sqlite(), Place::postgres());
    let mut heads = Vec::new();
    for place in [&sqlite, &postgres] {
        let store = open(place).await;
        play(&store, place).await;
        heads.push(verify(store.reader()).await.expect("a replay from zero gives the stored hash"));
        store.close().await;
    }
    assert!(heads[0].seq > 100, "most were accepted");
    assert_eq!(heads[0], heads[1]);
}
