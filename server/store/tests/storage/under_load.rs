//! A copy and an export while payments go on: what was acknowledged before they began is in them, what is in them is a
//! log up to some commit and sound, and it comes back on either engine with the same hash.

use std::{
    io::BufReader,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use tokio::task::JoinHandle;
use yui_ledger::{Command, Head};
use yui_protocol::CommandId;
use yui_store::{Store, Writer, backup, export, import, testing::Place, verify};

use crate::{
    acts::{DOMAIN, HANAKO, SHOP, apply, audited, issue, open, pay, restore},
    export::exported,
};

crate::on_both! { an_export_made_under_load_holds_what_was_acknowledged }

/// How many pay at once.
const PAYERS: u8 = 8;

/// Payments that go on until they are stopped.
struct Load {
    stop: Arc<AtomicBool>,
    acknowledged: Arc<Mutex<Vec<(CommandId, i64)>>>,
    payers: Vec<JoinHandle<()>>,
}

impl Load {
    async fn on(store: &Store, place: &Place) -> Self {
        let now = place.clock_now();
        let charge = Command {
            id: CommandId::new(now, [255; 10]),
            digest: [255; 32],
            signature: None,
            op: issue(HANAKO, 1_000_000),
        };
        apply(store.writer(), charge).await.expect("issues");
        let (stop, acknowledged) = (Arc::<AtomicBool>::default(), Arc::<Mutex<Vec<_>>>::default());
        let payer = |payer| {
            let (stop, acknowledged) = (stop.clone(), acknowledged.clone());
            tokio::spawn(pays(store.writer().clone(), now, payer, stop, acknowledged))
        };
        let payers = (0..PAYERS).map(payer).collect();
        let load = Self { stop, acknowledged, payers };
        load.more(200).await;
        load
    }

    fn so_far(&self) -> Vec<(CommandId, i64)> {
        self.acknowledged.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Waits until so many more are acknowledged.
    async fn more(&self, count: usize) {
        let wanted = self.so_far().len() + count;
        while self.so_far().len() < wanted {
            tokio::task::yield_now().await;
        }
    }

    async fn end(self) {
        self.stop.store(true, Ordering::Relaxed);
        for payer in self.payers {
            payer.await.expect("ends");
        }
    }
}

async fn pays(
    writer: Writer,
    now: yui_protocol::Millis,
    payer: u8,
    stop: Arc<AtomicBool>,
    acknowledged: Arc<Mutex<Vec<(CommandId, i64)>>>,
) {
    for n in 0u32.. {
        if stop.load(Ordering::Relaxed) {
            return;
        }
        let mut tail = [payer; 10];
        tail[1..5].copy_from_slice(&n.to_be_bytes());
        let id = CommandId::new(now, tail);
        let command = Command { id, digest: [payer; 32], signature: None, op: pay(HANAKO, SHOP, 1) };
        let posted = apply(&writer, command).await.expect("pays");
        acknowledged.lock().unwrap_or_else(PoisonError::into_inner).push((id, posted.seq));
    }
}

/// All of it is there under its number, and all that is there is sound to both pairs of eyes.
async fn holds(place: &Place, acknowledged: &[(CommandId, i64)]) -> Head {
    let store = open(place).await;
    let head = verify(store.reader()).await.expect("sound");
    for (id, seq) in acknowledged {
        let (posted, _) = store.log().by_id(*id).await.expect("reads").expect("is there");
        assert_eq!(posted.seq, *seq);
    }
    assert!(acknowledged.iter().all(|(_, seq)| *seq <= head.seq) && acknowledged.len() >= 200);
    let report = audited(place).await;
    assert_eq!((report.findings, report.seq), (Vec::new(), head.seq));
    store.close().await;
    head
}

#[tokio::test]
async fn a_copy_made_under_load_holds_what_was_acknowledged() {
    let place = Place::sqlite();
    let store = open(&place).await;
    let load = Load::on(&store, &place).await;
    let copy = place.folder().join("copy.db");
    let before = load.so_far();
    backup(place.url(), &copy).await.expect("copies");
    load.more(50).await;
    load.end().await;
    let whole = verify(store.reader()).await.expect("sound");
    store.close().await;
    let other = Place::sqlite();
    restore(&copy, other.url()).await.expect("is put back");
    let head = holds(&other, &before).await;
    assert!(head.seq < whole.seq, "payments went on after the copy");
}

async fn an_export_made_under_load_holds_what_was_acknowledged(place: Place) {
    let store = open(&place).await;
    let load = Load::on(&store, &place).await;
    let before = load.so_far();
    let mut lines = Vec::new();
    export(store.reader(), &mut lines).await.expect("exports");
    load.more(50).await;
    load.end().await;
    store.close().await;
    let mut heads = Vec::new();
    for other in [Place::sqlite(), Place::postgres()] {
        import(other.url(), DOMAIN, &mut BufReader::new(lines.as_slice())).await.expect("imports");
        heads.push(holds(&other, &before).await);
    }
    assert_eq!(heads[0], heads[1], "one hash on both engines");
}

/// The way of a growing town, and of one that leaves: there and back nothing is another.
#[tokio::test]
async fn from_sqlite_to_postgres_and_back_is_the_same_to_the_byte() {
    let [small, grown, again] = [Place::sqlite(), Place::postgres(), Place::sqlite()];
    let store = open(&small).await;
    Load::on(&store, &small).await.end().await;
    let (lines, head) = (exported(&store).await, verify(store.reader()).await.expect("sound"));
    store.close().await;
    let mut from = lines.clone();
    for place in [&grown, &again] {
        import(place.url(), DOMAIN, &mut BufReader::new(from.as_slice())).await.expect("imports");
        let moved = open(place).await;
        assert_eq!(verify(moved.reader()).await.expect("sound"), head, "the same hash");
        from = exported(&moved).await;
        assert!(from == lines, "the same rows in the same tables");
        moved.close().await;
        assert_eq!(audited(place).await.findings, []);
    }
}
