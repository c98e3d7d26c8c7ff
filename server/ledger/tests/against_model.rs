//! Random commands, good and bad, through the ledger and the naive model side by side: the same answers, the
//! same sums, the same hash; every refusal and every undo leaves no trace; what was committed can be restored,
//! and the log played from zero makes the same rows.
//!
//! 100,000 commands; as many as `YUI_LEDGER_COMMANDS` says when it is set.

mod support;

use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
};

use proptest::{prelude::*, test_runner::TestRunner};
use support::{START, chain::chain, command, disk::Disk, id, model::Model, programme, shop, wallet};
use yui_ledger::{
    Caps, ChargedValue, Command, Ledger, LotTerms, Op, Payee, Replay, Rest, Settings, SpentCode,
};
use yui_protocol::{CLOCK_SKEW, CommandId, Millis, Points, TillId, wallet::LotKind};

const WALLETS: u8 = 4;
const SHOPS: u8 = 2;
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

/// A command in the words of the game: numbers that pick among what there is.
#[derive(Clone, Debug)]
enum Deed {
    Issue { to: u8, kind: u8, programme: u8, days: i64, narrow: u8, amount: i64, caps: Caps },
    Pay { from: u8, to: u8, place: u8, amount: i64, code: Option<(usize, i64)>, till: bool },
    Hold { from: u8, amount: i64, place: u8, days: i64 },
    Capture { hold: usize, amount: i64, helper: Option<u8>, kind: u8, release: bool },
    Release { hold: usize },
    Refund { payment: usize, to: u8, amount: i64 },
    Expire { wallet: u8 },
    Settle { shop: u8, amount: i64 },
    Close { wallet: u8, charged: u8 },
}

fn amount() -> impl Strategy<Value = i64> {
    prop_oneof![
        12 => 1i64..60,
        4 => 60i64..300,
        1 => prop::sample::select(vec![0, -1, i64::MIN, i64::MAX, 1_000_000_000]),
    ]
}

fn cap() -> impl Strategy<Value = Option<Points>> {
    prop_oneof![2 => Just(None), 1 => (0i64..1500).prop_map(|cap| Some(Points(cap)))]
}

fn deed() -> impl Strategy<Value = Deed> {
    let (w, s) = (0..WALLETS, 0..SHOPS);
    let caps = (cap(), cap()).prop_map(|(budget, per_person)| Caps { budget, per_person });
    prop_oneof![
        6 => (w.clone(), 0u8..4, 0u8..3, -1i64..20, 0u8..4, amount(), caps).prop_map(
            |(to, kind, programme, days, narrow, amount, caps)| Deed::Issue {
                to, kind, programme, days, narrow, amount, caps
            }
        ),
        8 => (w.clone(), s.clone(), 0u8..4, amount(), prop::option::of((0usize..30, -5i64..60)), any::<bool>())
            .prop_map(|(from, to, place, amount, code, till)| Deed::Pay { from, to, place, amount, code, till }),
        3 => (w.clone(), amount(), 0u8..4, -1i64..12)
            .prop_map(|(from, amount, place, days)| Deed::Hold { from, amount, place, days }),
        3 => (any::<usize>(), amount(), prop::option::of(w.clone()), 0u8..6, any::<bool>()).prop_map(
            |(hold, amount, helper, kind, release)| Deed::Capture { hold, amount, helper, kind, release }
        ),
        1 => any::<usize>().prop_map(|hold| Deed::Release { hold }),
        5 => (any::<usize>(), s.clone(), amount())
            .prop_map(|(payment, to, amount)| Deed::Refund { payment, to, amount }),
        2 => w.clone().prop_map(|wallet| Deed::Expire { wallet }),
        1 => (s, amount()).prop_map(|(shop, amount)| Deed::Settle { shop, amount }),
        1 => (w, 0u8..9).prop_map(|(wallet, charged)| Deed::Close { wallet, charged }),
    ]
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

fn classes(choice: u8) -> Vec<String> {
    let names: &[&str] = [&[][..], &["food"], &["fuel"], &["food", "fuel"]][usize::from(choice) % 4];
    names.iter().map(|name| (*name).to_owned()).collect()
}

struct Game {
    ledger: Ledger,
    model: Model,
    /// The model's chain over the committed rows.
    hash: [u8; 32],
    /// The model at the last commit.
    saved: Model,
    disk: Disk,
    now: Millis,
    made: u64,
    given: Vec<Command>,
    /// Kinds of postings and reasons of refusals that were met.
    met: BTreeSet<String>,
}

impl Game {
    fn new() -> Self {
        Self {
            ledger: Ledger::new(SETTINGS),
            model: Model::default(),
            hash: [0; 32],
            saved: Model::default(),
            disk: Disk::default(),
            now: START,
            made: 0,
            given: Vec::new(),
            met: BTreeSet::new(),
        }
    }

    fn step(&mut self, step: &Step) {
        match step {
            Step::Do(deed) => {
                let command = self.command(deed, self.now);
                self.give(&command);
                self.given.push(command);
            }
            Step::Undone(deeds) => {
                let commands: Vec<_> = deeds.iter().map(|deed| self.command(deed, self.now)).collect();
                for command in &commands {
                    self.look_up(command);
                }
                let before = self.ledger.clone();
                let mark = self.ledger.mark();
                for command in &commands {
                    self.ledger.append(7, vec![1], self.now);
                    let _either_way = self.ledger.apply(command, self.now);
                }
                self.ledger.undo(mark);
                assert!(self.ledger == before, "undo is exact");
            }
            Step::Again(pick) => {
                if let Some(command) = picked(&self.given, *pick).cloned() {
                    self.give(&command);
                }
            }
            Step::Other(pick) => {
                if let Some(mut command) = picked(&self.given, *pick).cloned() {
                    command.digest[31] ^= 1;
                    self.give(&command);
                }
            }
            Step::Ahead(deed) => {
                let command = self.command(deed, self.now.plus(CLOCK_SKEW + 1));
                self.give(&command);
            }
            Step::Event(body) => {
                self.model.seq += 1;
                let seq = self.ledger.append(3, body.clone(), self.now);
                assert_eq!(seq, self.model.seq);
            }
            Step::Wait(millis) => self.now = self.now.plus(*millis),
            Step::Commit => self.commit(),
            Step::CommitFails => {
                self.ledger.undo_all();
                self.model = self.saved.clone();
            }
            Step::Restart => {
                self.commit();
                let tables = self.disk.tables(&SETTINGS);
                self.ledger = Ledger::restore(SETTINGS, tables).expect("what was written fits");
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
        self.saved = self.model.clone();
    }

    fn compare(&self) {
        assert_eq!(self.ledger.head().seq, self.model.seq);
        for number in 0..WALLETS {
            let owner = wallet(number);
            let view = self.ledger.wallet(owner, self.now);
            assert_eq!(view.balance.0, self.model.balance(owner));
            assert_eq!(view.held.0, self.model.held(owner));
            assert_eq!(view.available.0, self.model.available(owner, self.now));
            let from = self.now.plus(-Millis::DAY);
            assert_eq!(self.ledger.spent_since(owner, from).0, self.model.spent_since(owner, from));
        }
        for number in 0..SHOPS {
            assert_eq!(self.ledger.shop_unsettled(shop(number)).0, self.model.unsettled(shop(number)));
        }
    }

    fn finish(mut self) {
        self.commit();
        for slug in ["programme-0", "programme-1", "programme-2"] {
            let (book, name) = (self.ledger.programme(&programme(slug)), programme(slug));
            assert_eq!(book.issued.0, self.model.line(&name, "issued", None));
            assert_eq!(-book.redeemed.0, self.model.line(&name, "redeemed", None));
            assert_eq!(-book.expired.0, self.model.line(&name, "expired", None));
            assert_eq!(-book.refunded.0, self.model.line(&name, "refunded", None));
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
        let head = replay.finish(self.disk.tables(&SETTINGS)).expect("the same tables");
        assert_eq!(head.hash, self.hash);
    }

    fn command(&mut self, deed: &Deed, made_at: Millis) -> Command {
        self.made += 1;
        let op = self.op(deed);
        command(self.made, made_at, op)
    }

    fn op(&self, deed: &Deed) -> Op {
        let kinds = [LotKind::Charged, LotKind::Granted, LotKind::Coupon, LotKind::Reward];
        let day = |days: i64| self.now.plus(days * Millis::DAY).day_jst();
        let terms = |kind: u8, number: u8, days: i64, narrow: u8| LotTerms {
            kind: kinds[usize::from(kind % 4)],
            programme: programme(&format!("programme-{number}")),
            last_day: day(days),
            classes: classes(narrow),
        };
        match *deed {
            Deed::Issue { to, kind, programme, days, narrow, amount, caps } => Op::Issue {
                wallet: wallet(to),
                terms: terms(kind, programme, days, narrow),
                amount: Points(amount),
                caps,
            },
            Deed::Pay { from, to, place, amount, code, till } => Op::Pay {
                payer: wallet(from),
                shop: shop(to),
                shop_classes: classes(place),
                amount: Points(amount),
                code: code.map(|(number, minutes)| SpentCode {
                    id: id(number as u64 % 4, Millis(self.now.0 / (6 * Millis::HOUR) * 6 * Millis::HOUR)),
                    valid_until: self.now.plus(minutes * Millis::MINUTE),
                }),
                till: till.then(|| TillId::from_bytes([to; 16])),
            },
            Deed::Hold { from, amount, place, days } => Op::Hold {
                wallet: wallet(from),
                amount: Points(amount),
                classes: classes(place),
                until: self.now.plus(days * Millis::DAY),
            },
            Deed::Capture { hold, amount, helper, kind, release } => Op::Capture {
                hold: self.earlier(hold, |op| matches!(op, Op::Hold { .. })),
                amount: Points(amount),
                payee: match helper {
                    None => Payee::Shop(shop(0)),
                    Some(helper) => Payee::Helper {
                        wallet: wallet(helper),
                        terms: terms(kind.max(2), 2, i64::from(kind), 0),
                    },
                },
                rest: if release { Rest::Release } else { Rest::Keep },
            },
            Deed::Release { hold } => {
                Op::Release { hold: self.earlier(hold, |op| matches!(op, Op::Hold { .. })) }
            }
            Deed::Refund { payment, to, amount } => Op::Refund {
                payment: self.earlier(payment, |op| matches!(op, Op::Pay { .. } | Op::Capture { .. })),
                shop: shop(to),
                amount: Points(amount),
            },
            Deed::Expire { wallet: number } => Op::Expire { wallet: wallet(number) },
            Deed::Settle { shop: number, amount } => {
                Op::Settle { shop: shop(number), amount: Points(amount) }
            }
            Deed::Close { wallet: number, charged } => Op::Close {
                wallet: wallet(number),
                charged: match charged {
                    0 => ChargedValue::Refunded,
                    1 => ChargedValue::GivenUp,
                    _ => ChargedValue::Undecided,
                },
            },
        }
    }

    /// The id of one of the commands of this kind that were given, or one nobody knows.
    fn earlier(&self, pick: usize, kind: impl Fn(&Op) -> bool) -> CommandId {
        let given: Vec<_> = self.given.iter().filter(|command| kind(&command.op)).collect();
        let recent = &given[given.len().saturating_sub(12)..];
        picked(recent, pick).map_or(id(u64::MAX, START), |command| command.id)
    }
}

fn picked<T>(from: &[T], pick: usize) -> Option<&T> {
    from.get(pick.checked_rem(from.len())?)
}

#[test]
fn the_ledger_does_what_the_naive_model_does() {
    let wanted = std::env::var("YUI_LEDGER_COMMANDS").ok().and_then(|text| text.parse().ok());
    let wanted = wanted.unwrap_or(100_000usize);
    let config = ProptestConfig {
        cases: u32::try_from(wanted / STEPS_A_CASE * 3 / 2 + 8).expect("a sensible number of commands"),
        failure_persistence: None,
        max_shrink_iters: 3_000,
        ..ProptestConfig::default()
    };
    let steps = prop::collection::vec(step(), 1..=2 * STEPS_A_CASE);
    let (played, met) = (Cell::new(0u64), RefCell::new(BTreeSet::new()));
    let outcome = TestRunner::new(config).run(&steps, |steps| {
        let mut game = Game::new();
        for step in &steps {
            game.step(step);
        }
        played.set(played.get() + game.made);
        met.borrow_mut().append(&mut game.met);
        game.finish();
        Ok(())
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
    if wanted >= 100_000 {
        let met = met.into_inner();
        let missing: Vec<_> = EVERYTHING.iter().filter(|name| !met.contains(**name)).collect();
        assert!(missing.is_empty(), "never met: {missing:?}");
    }
    assert!(played.get() >= wanted as u64, "only {} commands were played", played.get());
}
