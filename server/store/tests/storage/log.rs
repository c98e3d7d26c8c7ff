//! A log of a few thousand random acts, made once from a seed and played in the same order by whoever is compared: what
//! each unit of work does, in groups of one instant. Some are refused, some fail in their SQL, some say no at the end.

use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use yui_ledger::{
    Command,
    testing::{Deed, Era, deed},
};
use yui_protocol::{CLOCK_SKEW, ErrorCode, Millis};
use yui_store::{Event, EventKind, Party, Unit, UnitError};

/// How many commands in each era, at least.
const COMMANDS: u64 = 100;
const ERAS: u8 = 30;

/// What a unit of work does, in order.
#[derive(Clone, Debug)]
pub enum Part {
    Do(Box<Command>),
    Tell(Event),
    /// A line in the domain's table, whose words may be taken.
    Note(String),
}

/// A unit of work.
#[derive(Clone, Debug)]
pub struct Task {
    pub parts: Vec<Part>,
    /// It says no when all is done.
    pub refuses: bool,
}

/// Units of one instant, which may fall into one commit or into several.
#[derive(Clone, Debug)]
pub struct Group {
    /// How long after the group before.
    pub wait: i64,
    /// Whether the store is closed and opened again before.
    pub reopen: bool,
    pub tasks: Vec<Task>,
}

/// What came of a unit: the numbers of its rows, or why not.
pub type Answer = Result<Vec<i64>, ErrorCode>;

/// Why a task says no by itself.
pub const SAYS_NO: ErrorCode = ErrorCode::OverDailyLimit;

/// The log, era by era.
pub fn generate(start: Millis) -> Vec<(Era, Vec<Group>)> {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[42; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let (mut now, mut notes) = (start, 0);
    let mut log = Vec::new();
    for number in 0..ERAS {
        let (mut era, mut groups) = (Era::new(number), Vec::new());
        let first = era.made();
        while era.made() - first < COMMANDS {
            let (wait, reopen, plans) = group().new_tree(&mut runner).expect("a group").current();
            now = now.plus(wait);
            let tasks = plans.iter().map(|plan| plan.task(&mut era, now, &mut notes)).collect();
            groups.push(Group { wait, reopen, tasks });
        }
        log.push((era, groups));
    }
    log
}

/// A part before the commands are made.
#[derive(Clone, Debug)]
enum Step {
    New(Deed),
    /// Its id is from tomorrow.
    Ahead(Deed),
    /// The same command again.
    Again(usize),
    /// The same id for something else.
    Other(usize),
    Tell(EventKind, u8),
    /// Every so often with words that are there already.
    Note(bool),
}

#[derive(Clone, Debug)]
struct Plan {
    steps: Vec<Step>,
    refuses: bool,
}

fn step() -> impl Strategy<Value = Step> {
    let told = prop::sample::select(vec![EventKind::Fact, EventKind::Notice, EventKind::Audit]);
    prop_oneof![
        20 => deed().prop_map(Step::New),
        1 => deed().prop_map(Step::Ahead),
        2 => any::<usize>().prop_map(Step::Again),
        1 => any::<usize>().prop_map(Step::Other),
        4 => (told, 0u8..4).prop_map(|(kind, of)| Step::Tell(kind, of)),
        3 => prop::bool::weighted(0.2).prop_map(Step::Note),
    ]
}

fn group() -> impl Strategy<Value = (i64, bool, Vec<Plan>)> {
    let wait = prop_oneof![4 => 0i64..5_000, 2 => 0..6 * Millis::HOUR, 1 => 0..6 * Millis::DAY];
    let steps =
        prop_oneof![4 => prop::collection::vec(step(), 1..2), 1 => prop::collection::vec(step(), 2..5)];
    let plan = (steps, prop::bool::weighted(0.05)).prop_map(|(steps, refuses)| Plan { steps, refuses });
    let size = prop_oneof![4 => 1usize..4, 3 => 5usize..40, 1 => 80usize..160];
    let plans = size.prop_flat_map(move |size| prop::collection::vec(plan.clone(), size));
    (wait, prop::bool::weighted(0.1), plans)
}

impl Plan {
    fn task(&self, era: &mut Era, now: Millis, notes: &mut usize) -> Task {
        let parts = self.steps.iter().filter_map(|step| step.part(era, now, notes)).collect();
        Task { parts, refuses: self.refuses }
    }
}

impl Step {
    /// None when there is nothing yet to do again.
    fn part(&self, era: &mut Era, now: Millis, notes: &mut usize) -> Option<Part> {
        let command = match self {
            Self::New(deed) => {
                let command = era.command(deed, now, now);
                era.given(command.clone());
                command
            }
            Self::Ahead(deed) => era.command(deed, now.plus(CLOCK_SKEW + 1), now),
            Self::Again(pick) => era.pick(*pick)?.clone(),
            Self::Other(pick) => {
                let mut other = era.pick(*pick)?.clone();
                other.digest[31] ^= 1;
                other
            }
            Self::Tell(kind, of) => return Some(Part::Tell(event(*kind, *of, era))),
            Self::Note(taken) => {
                *notes += usize::from(!taken);
                return Some(Part::Note(format!("note {notes}")));
            }
        };
        Some(Part::Do(Box::new(command)))
    }
}

fn event(kind: EventKind, of: u8, era: &Era) -> Event {
    let person = era.wallets().nth(of.into()).map(Party::Person);
    match kind {
        EventKind::Audit => {
            Event { kind, name: "wallet.read".to_owned(), party: person, actor: "staff-7".to_owned() }
        }
        _ => Event { kind, name: "wallet".to_owned(), party: person, actor: String::new() },
    }
}

impl Task {
    /// Does it as a unit of a store.
    pub async fn run(&self, unit: &mut Unit) -> Result<Vec<i64>, UnitError> {
        let mut rows = Vec::new();
        for part in &self.parts {
            rows.extend(match part {
                Part::Do(command) => Some(unit.apply(command).await?.seq),
                Part::Tell(event) => Some(tell(unit, event)),
                Part::Note(words) => {
                    let next =
                        unit.sql("SELECT COALESCE(MAX(id), 0) + 1 AS id FROM note").fetch_one().await?;
                    let text = "INSERT INTO note (id, words) VALUES ($1, $2)";
                    unit.sql(text).bind(next.get::<i64>("id")?).bind(words).execute().await?;
                    None
                }
            });
        }
        if self.refuses { Err(SAYS_NO.into()) } else { Ok(rows) }
    }
}

fn tell(unit: &mut Unit, event: &Event) -> i64 {
    let Event { kind, name, party, actor } = event;
    match (kind, party) {
        (EventKind::Notice, Some(party)) => unit.notify(*party, name),
        (EventKind::Audit, Some(Party::Person(subject))) => unit.audit(actor, name, Some(*subject)),
        _ => unit.fact(name, *party),
    }
}
