//! The writer's own code and made-up people on a disk, a network and clocks that fail as a seed says
//! (docs/adr/0019). `YUI_SIM_SEEDS` says how many seeds are played; `YUI_SIM_SEED` plays one again and prints it.

mod actor;
mod audit;
mod chance;
mod fault;
mod mishap;
mod network;
mod office;
mod phone;
mod server;
mod time;
mod trace;
mod weather;
mod world;

use std::collections::BTreeMap;

use fault::Fault;
use world::{COMMANDS, Plan, play};
use yui_store::testing::Planted;

/// How many seeds the suite plays unless it is told otherwise.
const SEEDS: u64 = 1_000;

/// In how many tests, which run beside each other.
const SHARDS: u64 = 8;

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().expect("a number"))
}

/// The seeds of a part: all of them, or the one that is asked for.
fn seeds(shard: u64) -> Vec<u64> {
    if let Some(seed) = number("YUI_SIM_SEED") {
        return (shard == 0).then_some(seed).into_iter().collect();
    }
    let part = number("YUI_SIM_SEEDS").unwrap_or(SEEDS).div_ceil(SHARDS);
    (shard * part..(shard + 1) * part).collect()
}

#[expect(clippy::print_stdout, reason = "what was tried is told, and a failure is replayed by it")]
fn simulation(shard: u64) {
    let seeds = seeds(shard);
    let (mut faults, mut acknowledged): (BTreeMap<Fault, usize>, usize) = Default::default();
    for &seed in &seeds {
        let outcome = play(seed, Plan::default());
        if number("YUI_SIM_SEED").is_some() {
            println!("{}", outcome.trace);
        }
        let findings = outcome.findings.join("\n");
        assert!(outcome.findings.is_empty(), "YUI_SIM_SEED={seed} plays it again:\n{findings}");
        let happened: usize = outcome.faults.values().sum();
        assert!(happened >= 5, "YUI_SIM_SEED={seed}: only {happened} faults");
        for (fault, count) in outcome.faults {
            *faults.entry(fault).or_default() += count;
        }
        acknowledged += outcome.acknowledged;
    }
    println!("{} seeds of {COMMANDS} commands, {acknowledged} acknowledged", seeds.len());
    for fault in Fault::ALL {
        let count = faults.get(&fault).copied().unwrap_or_default();
        println!("{fault:?}: {count}");
        assert!(count > 0 || seeds.len() < 50, "{fault:?} never happened");
    }
}

macro_rules! shards {
    ($($name:ident $shard:literal)+) => {$(
        #[test]
        fn $name() {
            simulation($shard);
        }
    )+};
}

shards! {
    simulation_0 0 simulation_1 1 simulation_2 2 simulation_3 3
    simulation_4 4 simulation_5 5 simulation_6 6 simulation_7 7
}

#[test]
fn a_seed_is_the_same_story_every_time() {
    for seed in [0, 1, 2, 3, 8, 9] {
        assert!(play(seed, Plan::default()).hash == play(seed, Plan::default()).hash, "seed {seed}");
    }
}

/// Some seed finds it, and says it in some of these words.
fn is_found(plan: Plan, words: &[&str]) {
    let mut told = (0..40).flat_map(|seed| play(seed, plan).findings);
    assert!(told.any(|finding| words.iter().any(|words| finding.contains(words))), "{plan:?}");
}

#[test]
fn a_dropped_row_is_found() {
    is_found(
        Plan { planted: Some(Planted::DroppedRow), ..Plan::default() },
        &["was acknowledged and is not stored"],
    );
}

#[test]
fn a_doubled_answer_is_found() {
    is_found(Plan { mixes_answers: true, ..Plan::default() }, &["was answered with what became of"]);
}

#[test]
fn a_wrong_lot_is_found() {
    is_found(Plan { planted: Some(Planted::WrongLot), ..Plan::default() }, &["took the wrong lots"]);
}

#[test]
fn a_late_expiry_is_found() {
    is_found(Plan { expires_late: true, ..Plan::default() }, &["ran out and is there still"]);
}

#[test]
fn a_missing_fence_is_found() {
    is_found(Plan { planted: Some(Planted::NoFence), ..Plan::default() }, &["stands where"]);
}

#[test]
fn a_torn_commit_is_found() {
    is_found(
        Plan { planted: Some(Planted::TornCommit), ..Plan::default() },
        &["is not what the log makes of it", "is missing"],
    );
}
