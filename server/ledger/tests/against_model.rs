//! Random commands, good and bad, through the ledger and the naive model side by side: the same answers, the
//! same sums, the same hash; every refusal and every undo leaves no trace; what was committed can be restored,
//! and the log played from zero makes the same rows.
//!
//! 100,000 commands, the same in every run; as many as `YUI_LEDGER_COMMANDS` says when it is set, and another game for
//! each number in `YUI_LEDGER_SEED`.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
};

use proptest::{
    prelude::*,
    test_runner::{RngAlgorithm, TestRng, TestRunner},
};
use yui_ledger::{
    Command, Ledger, Mark, Replay, Settings,
    testing::{Deed, Disk, Era, Model, START, chain, compare, deed},
};
use yui_protocol::{CLOCK_SKEW, CommandId, Millis, Points};

/// On average; a case can shrink to a single step.
const STEPS_A_CASE: usize = 200;

/// Small windows, so that looking back into the store is part of the game.
const SETTINGS: Settings = Settings {
    ids_for: 12 * Millis::HOUR,
    ids_at_most: 40,
    answers_at_most: 15,
    spent_for: 48 * Millis::HOUR,
};

/// What a long game must have met to mean anything.
const EVERYTHING: [&str; 30] = [
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
    "amount_invalid",
    "balance_remains",
    "clock_skew",
    "code_expired",
    "code_used",
    "hold_exceeded",
    "hold_expired",
    "hold_open",
    "hold_unknown",
    "id_conflict",
    "insufficient_balance",
    "malformed_request",
    "not_found",
    "payment_unknown",
    "programme_budget",
    "programme_closed",
    "programme_person_cap",
    "refund_not_covered",
    "refund_too_large",
    "wallet_closed",
];

#[derive(Clone, Debug)]
enum Step {
    Do(Deed),
    /// Done and taken back.
    Undone(Vec<Deed>),
    /// The same command again.
    Again(usize),
    /// The same id for something else.
    Other(usize),
    /// An id from tomorrow.
    Ahead(Deed),
    Event(Vec<u8>),
    Wait(i64),
    Commit,
    CommitFails,
    Restart,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        30 => deed().prop_map(Step::Do),
        2 => prop::collection::vec(deed(), 1..4).prop_map(Step::Undone),
        2 => any::<usize>().prop_map(Step::Again),
        1 => any::<usize>().prop_map(Step::Other),
        1 => deed().prop_map(Step::Ahead),
        1 => prop::collection::vec(any::<u8>(), 0..40).prop_map(Step::Event),
        5 => prop_oneof![4 => 0i64..5_000, 2 => 0..6 * Millis::HOUR, 1 => 0..6 * Millis::DAY].prop_map(Step::Wait),
        4 => Just(Step::Commit),
        1 => Just(Step::CommitFails),
        1 => Just(Step::Restart),
    ]
}

struct Game {
    ledger: Ledger,
    model: Model,
    /// The model's chain over the committed rows.
    hash: [u8; 32],
    /// Model and ledger at the last commit.
    saved: Model,
    mark: Mark,
    disk: Disk,
    now: Millis,
    era: Era,
    /// Kinds of postings and reasons of refusals that were met.
    met: BTreeSet<String>,
}

impl Game {
    fn new() -> Self {
        let ledger = Ledger::new(SETTINGS);
        Self {
            mark: ledger.mark(),
            ledger,
            model: Model::default(),
            hash: [0; 32],
            saved: Model::default(),
            disk: Disk::default(),
            now: START,
            era: Era::default(),
            met: BTreeSet::new(),
        }
    }

    fn step(&mut self, step: &Step) {
        match step {
            Step::Do(deed) => {
                let command = self.era.command(deed, self.now, self.now);
                self.give(&command);
                self.era.given(command);
            }
            Step::Undone(deeds) => {
                let made = |deed| self.era.command(deed, self.now, self.now);
                let commands: Vec<_> = deeds.iter().map(made).collect();
                for command in &commands {
                    self.look_up(command);
                }
                let before = self.ledger.clone();
                let mark = self.ledger.mark();
                for command in &commands {
                    self.ledger.append(7, vec![1], self.now).expect("there is room");
                    let _either_way = self.ledger.apply(command, self.now);
                }
                self.ledger.undo(mark);
                assert!(self.ledger == before, "undo is exact");
            }
            Step::Again(pick) => {
                if let Some(command) = self.era.pick(*pick).cloned() {
                    self.give(&command);
                }
            }
            Step::Other(pick) => {
                if let Some(mut command) = self.era.pick(*pick).cloned() {
                    command.digest[31] ^= 1;
                    self.give(&command);
                }
            }
            Step::Ahead(deed) => {
                let command = self.era.command(deed, self.now.plus(CLOCK_SKEW + 1), self.now);
                self.give(&command);
            }
            Step::Event(body) => {
                self.model.seq += 1;
                let seq = self.ledger.append(3, body.clone(), self.now).expect("there is room");
                assert_eq!(seq, self.model.seq);
            }
            Step::Wait(millis) => self.now = self.now.plus(*millis),
            Step::Commit => self.commit(),
            Step::CommitFails => {
                self.ledger.undo(self.mark);
                self.model = self.saved.clone();
            }
            Step::Restart => {
                self.commit();
                let tables = self.disk.tables(&SETTINGS);
                self.ledger = Ledger::restore(SETTINGS, &tables).expect("what was written fits");
                self.mark = self.ledger.mark();
            }
        }
        self.compare();
    }

    /// What the writer does before it applies: old ids and old payments come from the store.
    fn look_up(&mut self, command: &Command) {
        let own = self.ledger.find(command.id).is_none() && self.ledger.may_be_older(command.id);
        let wanted = own.then_some(command.id).into_iter().chain(self.ledger.needs(&command.op));
        for id in wanted.collect::<Vec<_>>() {
            if let Some(row) = self.disk.posting(*id.as_bytes()) {
                let posted = self.ledger.read(&row).expect("a stored row can be read");
                let refunded = self.disk.refunded(row.seq);
                self.ledger.remember(posted, Points(refunded));
            }
        }
    }

    fn give(&mut self, command: &Command) {
        self.look_up(command);
        let before = self.ledger.clone();
        let expected = self.model.apply(command, self.now);
        let answer = self.ledger.apply(command, self.now);
        match (&answer, expected) {
            (Ok(posted), Ok(seq)) => {
                assert_eq!(posted.seq, seq, "{command:?}");
                assert_eq!(&posted.command(), command);
                self.met.insert(format!("{:?}", posted.entry_kind()));
            }
            (Err(refusal), Err(code)) => {
                assert_eq!(refusal.0, code, "{command:?}");
                self.met.insert(code.to_string());
                assert!(self.ledger == before, "a refusal leaves no trace");
            }
            (answer, expected) => panic!("{command:?}: {answer:?} but {expected:?}"),
        }
    }

    fn commit(&mut self) {
        self.ledger.check().expect("invariants hold");
        let rows = self.ledger.rows();
        for row in rows.postings.iter() {
            let posted = self.ledger.find(CommandId::from_bytes(row.id)).expect("just accepted");
            assert_eq!(&self.ledger.read(&row).expect("our own row"), posted.as_ref());
        }
        let known = self.disk.log.len();
        self.disk.write(&rows);
        for row in &self.disk.log[known..] {
            self.hash = chain(self.hash, row);
        }
        assert_eq!(self.hash, self.ledger.head().hash);
        self.ledger.committed();
        self.mark = self.ledger.mark();
        self.saved = self.model.clone();
    }

    fn compare(&self) {
        assert_eq!(self.ledger.head().seq, self.model.seq);
        for owner in self.era.wallets() {
            let view = self.ledger.wallet(owner, self.now);
            assert_eq!(view.balance.0, self.model.balance(owner));
            assert_eq!(view.held.0, self.model.held(owner));
            assert_eq!(view.available.0, self.model.available(owner, self.now));
            let from = self.now.plus(-Millis::DAY);
            assert_eq!(self.ledger.spent_since(owner, from).0, self.model.spent_since(owner, from));
        }
        for shop in self.era.shops() {
            assert_eq!(self.ledger.shop_unsettled(shop).0, self.model.unsettled(shop));
        }
    }

    fn finish(mut self) {
        self.commit();
        for name in self.era.programmes() {
            let book = self.ledger.programme(&name);
            assert_eq!(book.issued.0, self.model.line(&name, "issued", None));
            assert_eq!(-book.redeemed.0, self.model.line(&name, "redeemed", None));
            assert_eq!(-book.expired.0, self.model.line(&name, "expired", None));
            assert_eq!(-book.paid_back.0, self.model.line(&name, "paid back", None));
            assert_eq!(-book.given_up.0, self.model.line(&name, "given up", None));
        }
        let mut replay = Replay::new(SETTINGS);
        let mut batches = self.disk.batches.iter().peekable();
        for row in &self.disk.log {
            replay.row(row, |id| self.disk.posting(*id.as_bytes())).expect("the log plays again");
            if let Some(batch) = batches.next_if(|batch| batch.last_seq == row.place().0) {
                replay.batch(batch).expect("the same hash");
            }
        }
        compare(replay.made(), &self.disk.whole(&SETTINGS)).expect("the same rows");
        let stored = Ledger::restore(SETTINGS, &self.disk.tables(&SETTINGS)).expect("the same tables");
        let head = replay.finish(&stored).expect("the same tables");
        assert_eq!(head.hash, self.hash);
    }
}

/// The number that a variable of the environment is set to.
fn set(variable: &str) -> Option<u64> {
    let text = std::env::var(variable).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{variable} must be a number, not {text}")))
}

fn seed_bytes(seed: u64) -> [u8; 32] {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_be_bytes());
    bytes
}

#[test]
fn the_ledger_does_what_the_naive_model_does() {
    let wanted = set("YUI_LEDGER_COMMANDS").unwrap_or(100_000);
    let seed = set("YUI_LEDGER_SEED").unwrap_or(1);
    let config = ProptestConfig {
        cases: u32::try_from(wanted / STEPS_A_CASE as u64 * 3 / 2 + 8)
            .expect("a sensible number of commands"),
        failure_persistence: None,
        max_shrink_iters: 3_000,
        ..ProptestConfig::default()
    };
    let steps = prop::collection::vec(step(), 1..=2 * STEPS_A_CASE);
    let (played, met) = (Cell::new(0u64), RefCell::new(BTreeSet::new()));
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &seed_bytes(seed));
    let outcome = TestRunner::new_with_rng(config, rng).run(&steps, |steps| {
        let mut game = Game::new();
        for step in &steps {
            game.step(step);
        }
        played.set(played.get() + game.era.made());
        met.borrow_mut().append(&mut game.met);
        game.finish();
        Ok(())
    });
    if let Err(failure) = outcome {
        panic!("YUI_LEDGER_SEED={seed} YUI_LEDGER_COMMANDS={wanted}: {failure}");
    }
    eprintln!("YUI_LEDGER_SEED={seed}: {} commands were played", played.get());
    if wanted >= 100_000 {
        let met = met.into_inner();
        let missing: Vec<_> = EVERYTHING.iter().filter(|name| !met.contains(**name)).collect();
        assert!(missing.is_empty(), "never met: {missing:?}");
    }
    assert!(played.get() >= wanted, "only {} commands were played", played.get());
}
