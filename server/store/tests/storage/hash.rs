//! One command log, one hash: in the pure ledger, in the naive model, on SQLite and on PostgreSQL, however it fell into
//! commits and whenever the store was opened again in between; and so does a replay from zero, and a move to the other
//! engine. What was accepted, why the rest was refused, every balance and every lot are the same, too.

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    io::BufReader,
};

use futures_util::future::{maybe_done, poll_immediate};
use yui_audit::Book;
use yui_ledger::{
    Head, Ledger, LogRow, ProgrammeView, Settings, WalletView,
    testing::{Era, Model, chain},
};
use yui_protocol::{ErrorCode, Millis, Points, ProgrammeId};
use yui_store::{Event, EventKind, Store, export, hex, import, testing::Place, verify};

use crate::{
    acts::{DOMAIN, audited, notes, open},
    log::{Answer, Group, Part, SAYS_NO, Task, generate},
};

/// All that can be told of a ledger from outside.
#[derive(PartialEq, Debug)]
struct View {
    head: Head,
    wallets: Vec<WalletView>,
    shops: Vec<Points>,
    programmes: Vec<ProgrammeView>,
}

impl View {
    fn of(ledger: &Ledger, eras: u8, now: Millis) -> Self {
        let eras: Vec<_> = (0..eras).map(Era::new).collect();
        let wallets = eras.iter().flat_map(Era::wallets);
        let shops = eras.iter().flat_map(Era::shops);
        let programmes = eras.iter().flat_map(Era::programmes);
        Self {
            head: ledger.head(),
            wallets: wallets.map(|wallet| ledger.wallet(wallet, now)).collect(),
            shops: shops.map(|shop| ledger.shop_unsettled(shop)).collect(),
            programmes: programmes.map(|programme: ProgrammeId| ledger.programme(&programme)).collect(),
        }
    }

    async fn of_store(store: &Store, eras: u8) -> Self {
        let view = store
            .writer()
            .run(move |unit| Box::pin(async move { Ok(Self::of(unit.ledger(), eras, unit.now())) }));
        view.await.expect("reads")
    }
}

/// The log in the pure ledger, judged by the model at every step.
struct Pure {
    ledger: Ledger,
    model: Model,
    /// The model's chain over the committed rows.
    hash: [u8; 32],
    notes: HashSet<String>,
    now: Millis,
    answers: Vec<Answer>,
    met: BTreeSet<String>,
}

impl Pure {
    fn play(start: Millis, log: &[(Era, Vec<Group>)]) -> Self {
        let mut pure = Self {
            ledger: Ledger::new(Settings::default()),
            model: Model::default(),
            hash: [0; 32],
            notes: HashSet::new(),
            now: start,
            answers: Vec::new(),
            met: BTreeSet::new(),
        };
        for (era, groups) in log {
            pure.model = Model::default();
            pure.model.seq = pure.ledger.head().seq;
            for group in groups {
                pure.now = pure.now.plus(group.wait);
                for task in &group.tasks {
                    let answer = pure.task(task);
                    pure.answers.push(answer);
                }
                pure.commit();
                pure.compare(era);
            }
        }
        pure
    }

    fn task(&mut self, task: &Task) -> Answer {
        let (mark, head) = (self.ledger.mark(), self.ledger.head());
        let (model, notes) = (self.model.clone(), self.notes.clone());
        let answer = self.parts(task);
        if answer.is_err() {
            self.ledger.undo(mark);
            (self.model, self.notes) = (model, notes);
        } else if self.ledger.head() == head && self.notes.len() > notes.len() {
            // What changes a table only takes a row of the log all the same.
            self.append(&Event {
                kind: EventKind::Change,
                name: String::new(),
                party: None,
                actor: String::new(),
            });
        }
        answer
    }

    fn parts(&mut self, task: &Task) -> Answer {
        let mut rows = Vec::new();
        for part in &task.parts {
            match part {
                Part::Do(command) => {
                    let expected = self.model.apply(command, self.now);
                    let answer = self.ledger.apply(command, self.now).map_err(|refusal| refusal.0);
                    assert_eq!(
                        answer.as_ref().map(|posted| posted.seq).map_err(Clone::clone),
                        expected,
                        "{command:?}"
                    );
                    let posted = answer?;
                    self.met.insert(format!("{:?}", posted.entry_kind()));
                    rows.push(posted.seq);
                }
                Part::Tell(event) => rows.push(self.append(event)),
                // A statement that the engine refuses is a fault of the unit.
                Part::Note(words) if !self.notes.insert(words.clone()) => return Err(ErrorCode::Internal),
                Part::Note(_) => {}
            }
        }
        if task.refuses { Err(SAYS_NO) } else { Ok(rows) }
    }

    fn append(&mut self, event: &Event) -> i64 {
        self.model.seq += 1;
        let appended = self.ledger.append(event.kind.number(), event.body(), self.now);
        let seq = appended.expect("there is room");
        assert_eq!(seq, self.model.seq);
        seq
    }

    fn commit(&mut self) {
        self.ledger.check().expect("invariants hold");
        let rows = self.ledger.rows();
        let postings = rows.postings.iter().map(LogRow::Posting);
        let events = rows.events.iter().map(LogRow::Event);
        let in_order: BTreeMap<_, _> = postings.chain(events).map(|row| (row.place(), row)).collect();
        self.hash = in_order.values().fold(self.hash, chain);
        assert_eq!(self.hash, self.ledger.head().hash, "the model's chain");
        self.ledger.committed();
    }

    fn compare(&self, era: &Era) {
        for owner in era.wallets() {
            let view = self.ledger.wallet(owner, self.now);
            assert_eq!(view.balance.0, self.model.balance(owner));
            assert_eq!(view.held.0, self.model.held(owner));
            assert_eq!(view.available.0, self.model.available(owner, self.now));
        }
        for shop in era.shops() {
            assert_eq!(self.ledger.shop_unsettled(shop).0, self.model.unsettled(shop));
        }
    }
}

/// The log through a store's writer: each group's units are in the queue in order before the first is answered.
async fn play(place: &Place, log: &[(Era, Vec<Group>)]) -> (Store, Vec<Answer>) {
    let mut store = open(place).await;
    let mut answers = Vec::new();
    for group in log.iter().flat_map(|(_, groups)| groups) {
        place.clock().advance(group.wait);
        if group.reopen {
            store.close().await;
            store = open(place).await;
        }
        let mut running = Vec::new();
        for task in group.tasks.clone() {
            let run = store.writer().run(move |unit| Box::pin(async move { task.run(unit).await }));
            let mut run = Box::pin(maybe_done(run));
            // The first poll puts it into the queue; it may even be answered by then.
            let _ = poll_immediate(&mut run).await;
            running.push(run);
        }
        for mut run in running {
            run.as_mut().await;
            let answer = run.as_mut().take_output().expect("done");
            answers.push(answer.map_err(|error| error.code()));
        }
    }
    (store, answers)
}

/// The second pair of eyes finds nothing, and its books are those of the ledger in memory.
async fn same_books(place: &Place, expected: &View, pure: &Pure) {
    let report = audited(place).await;
    assert_eq!(report.findings, []);
    assert_eq!((report.seq, report.hash.as_str()), (expected.head.seq, &*hex(&expected.head.hash)));
    let wallets: i64 = expected.wallets.iter().map(|wallet| wallet.balance.0).sum();
    assert_eq!(report.books.iter().map(|book| book.outstanding).sum::<i64>(), wallets);
    assert_eq!(report.unsettled, expected.shops.iter().map(|owed| owed.0).sum::<i64>());
    for book in &report.books {
        let whole = pure.ledger.programme(&book.programme.parse().expect("a slug"));
        let of_all_kinds = |line: fn(&Book) -> i64| -> i64 {
            report.books.iter().filter(|other| other.programme == book.programme).map(line).sum()
        };
        assert_eq!(of_all_kinds(|book| book.issued), whole.issued.0);
        assert_eq!(of_all_kinds(|book| book.outstanding), whole.outstanding.0);
        let out = book.redeemed + book.expired + book.paid_back + book.given_up;
        assert_eq!(book.issued - out, book.outstanding);
    }
}

/// The most rows of one commit.
async fn widest(store: &Store) -> i64 {
    let text = "SELECT MAX(last_seq - first_seq + 1) AS rows FROM batch";
    store.reader().sql(text).fetch_one().await.expect("reads").get("rows").expect("a number")
}

#[tokio::test]
async fn one_log_gives_one_hash_in_the_model_on_sqlite_and_on_postgres() {
    let places = [Place::sqlite(), Place::postgres()];
    let start = places[0].clock_now();
    let log = generate(start);
    let eras = u8::try_from(log.len()).expect("a few");
    let pure = Pure::play(start, &log);
    let (units, accepted) = (pure.answers.len(), pure.answers.iter().flatten().count());
    assert!(accepted > 1_000 && units - accepted > 1_000, "{accepted} of {units} were accepted");
    for kind in [
        "Charge",
        "Grant",
        "Payment",
        "Hold",
        "Capture",
        "Release",
        "Refund",
        "Expiry",
        "Settlement",
        "Closure",
    ] {
        assert!(pure.met.contains(kind), "no {kind} was accepted");
    }
    let expected = View::of(&pure.ledger, eras, pure.now);
    assert_eq!(expected.head.hash, pure.hash);

    for (place, other) in [(&places[0], Place::postgres()), (&places[1], Place::sqlite())] {
        let (store, answers) = play(place, &log).await;
        for (number, (answer, pure)) in answers.iter().zip(&pure.answers).enumerate() {
            assert_eq!(answer, pure, "unit {number} on {:?}", store.reader().engine());
        }
        assert_eq!(View::of_store(&store, eras).await, expected);
        assert_eq!(verify(store.reader()).await.expect("a replay from zero"), expected.head);
        same_books(place, &expected, &pure).await;
        assert!(widest(&store).await > 20, "units were committed together");
        assert_eq!(notes(&store).await.len(), pure.notes.len());

        let mut lines = Vec::new();
        export(store.reader(), &mut lines).await.expect("exports");
        store.close().await;
        import(other.url(), DOMAIN, &mut BufReader::new(lines.as_slice())).await.expect("imports");
        other.clock().advance(place.clock_now().since(other.clock_now()));
        let moved = open(&other).await;
        assert_eq!(View::of_store(&moved, eras).await, expected);
        assert_eq!(verify(moved.reader()).await.expect("a replay on the other engine"), expected.head);
        same_books(&other, &expected, &pure).await;
        moved.close().await;
    }
}
