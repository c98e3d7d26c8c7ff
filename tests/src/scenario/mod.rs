//! Behaviour written once, as data: `tests/scenarios/*.json`, run here in Rust, and by runners as thin in Kotlin
//! (`bindings/kotlin/src/test/kotlin/jp/yui/core/scenario`) and Swift (`bindings/swift/Tests/Scenarios`).
//!
//! A step is `{as, do, with, expect, save}`. `as` names an actor: a phone does a thing of `core/app`, any other
//! actor (`town`, `staff`, `clock`) does a thing of the test server's control port. The runners hold no rules:
//! a step they do not know fails the scenario.

mod expect;
mod phone;
mod run;
mod vars;

use std::{collections::BTreeMap, path::Path};

use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use expect::mismatch;
pub use phone::Phone;
pub use run::{CardSecrets, Outcome, StepResult, run};

/// A scenario file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// What is shown, in one line.
    pub name: String,
    /// Why it matters, for the reader of the file.
    pub about: String,
    /// The steps, in order.
    pub steps: Vec<Step>,
}

/// One step.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Who does it; `town` when left out.
    #[serde(rename = "as", default = "town")]
    pub actor: String,
    /// What is done, such as `wallet.confirm`.
    #[serde(rename = "do")]
    pub action: String,
    /// With what; `$name` stands for something saved before.
    #[serde(default)]
    pub with: Value,
    /// What must be in the answer: an object is a subset, an array is whole, `{"error": code}` a refusal.
    #[serde(default)]
    pub expect: Value,
    /// What to keep of the answer: name → JSON pointer.
    #[serde(default)]
    pub save: BTreeMap<String, String>,
    /// The keys (yui-texts) by which the demo tells this step when it is done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tell: Vec<String>,
}

fn town() -> String {
    "town".to_owned()
}

impl Scenario {
    /// Reads a scenario file.
    pub fn read(path: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
        serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))
    }
}
