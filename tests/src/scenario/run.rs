//! Plays a scenario, step by step, against a server process.

use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, Instant},
};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Scenario, Step, mismatch, phone::Phone, vars::Vars};
use crate::process::ServerProcess;

/// What became of a step.
#[derive(Clone, Debug, Serialize)]
pub struct StepResult {
    /// The step as it was written.
    #[serde(flatten)]
    pub step: Step,
    /// The answer.
    pub answer: Value,
    /// How long it took, in milliseconds.
    pub millis: u128,
    /// What was wrong; none when it was as expected.
    pub wrong: Option<String>,
}

/// What became of a scenario.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The scenario's name.
    pub scenario: String,
    /// The steps that were played; the last one is wrong when the scenario failed.
    pub steps: Vec<StepResult>,
    /// What must be found nowhere, of each card that was made.
    #[serde(skip)]
    pub cards: Vec<CardSecrets>,
}

/// What a card holds that must be found nowhere.
#[derive(Clone, Debug, Deserialize)]
pub struct CardSecrets {
    /// The 12 digits.
    pub number: String,
    /// Its certificates: DER in hexadecimal digits.
    pub certificates: Vec<String>,
    /// Their serial numbers.
    pub serials: Vec<u64>,
    /// What the certificates say that a town keeps: the holder's name and address.
    pub kept: Vec<String>,
}

impl Outcome {
    /// What was wrong first.
    #[must_use]
    pub fn wrong(&self) -> Option<String> {
        self.steps.iter().enumerate().find_map(|(i, result)| {
            let Step { actor, action, .. } = &result.step;
            result.wrong.as_ref().map(|wrong| format!("step {} ({actor} {action}): {wrong}", i + 1))
        })
    }
}

/// Plays a scenario with fresh phones whose stores lie in `folder`; `after` is told of every step.
pub async fn run(
    scenario: &Scenario,
    server: &mut ServerProcess,
    folder: PathBuf,
    mut after: impl FnMut(&StepResult),
) -> Outcome {
    let mut play = Play {
        server,
        folder,
        phones: BTreeMap::new(),
        vars: Vars::default(),
        offset: Arc::new(AtomicI64::new(0)),
        cards: Vec::new(),
    };
    let mut steps = Vec::new();
    for step in &scenario.steps {
        let began = Instant::now();
        let (answer, wrong) = play.step(step).await;
        let result = StepResult { step: step.clone(), answer, millis: began.elapsed().as_millis(), wrong };
        after(&result);
        let failed = result.wrong.is_some();
        steps.push(result);
        if failed {
            break;
        }
    }
    Outcome { scenario: scenario.name.clone(), steps, cards: play.cards }
}

struct Play<'a> {
    server: &'a mut ServerProcess,
    folder: PathBuf,
    phones: BTreeMap<String, Phone>,
    vars: Vars,
    /// By how much the phones' clocks are ahead of the machine's, with the server's.
    offset: Arc<AtomicI64>,
    cards: Vec<CardSecrets>,
}

impl Play<'_> {
    async fn step(&mut self, step: &Step) -> (Value, Option<String>) {
        let filled = self.vars.fill(&step.with).and_then(|with| Ok((with, self.vars.fill(&step.expect)?)));
        let (with, expect) = match filled {
            Ok(filled) => filled,
            Err(wrong) => return (Value::Null, Some(wrong)),
        };
        let answer = match self.act(step, &with).await {
            Ok(answer) => answer,
            Err(wrong) => return (Value::Null, Some(wrong)),
        };
        let unasked_refusal = answer.get("error").filter(|_| expect.get("error").is_none());
        let wrong = unasked_refusal
            .map(|code| format!("refused with {code}"))
            .or_else(|| mismatch(&expect, &answer))
            .or_else(|| self.vars.save(&step.save, &answer).err());
        (answer, wrong)
    }

    /// The answer of a step; the error says why it could not be played at all.
    async fn act(&mut self, step: &Step, with: &Value) -> Result<Value, String> {
        match (step.actor.as_str(), step.action.as_str()) {
            ("town" | "staff", "compare.histories") => self.compare(with).await,
            ("town" | "staff", "card.make") => self.make_card(with).await,
            ("town" | "staff", action) => self.server.control(action, with).await,
            ("clock", "advance") => {
                let answer = self.server.control("clock.advance", with).await?;
                let offset = answer["offset_ms"].as_i64().ok_or("no offset")?;
                self.offset.store(offset, Ordering::SeqCst);
                Ok(answer)
            }
            ("server", "kill") => self.server.kill().await.map(|()| json!({})),
            ("server", "start") => {
                let ahead = self.offset.load(Ordering::SeqCst);
                self.server.start_again(ahead).await.map(|()| json!({}))
            }
            (name, "phone.new") => {
                let network = self.server.control("network.new", &json!({})).await?;
                let origin = network["network"].as_str().ok_or("no network is left")?;
                let folder = self.folder.join(name);
                let phone = Phone::new(name, folder, origin, self.offset.clone(), with).await?;
                self.phones.insert(name.to_owned(), phone);
                Ok(json!({}))
            }
            (name, "network") => {
                let network = self.phone(name)?.origin().to_owned();
                self.server
                    .control("network.set", &json!({ "network": network, "state": with["state"] }))
                    .await
            }
            (name, "identity.remove") => {
                let other = self.phone(with["phone"].as_str().unwrap_or_default())?.device()?;
                self.phone_mut(name)?.act("identity.remove_device", &json!({ "device": other })).await
            }
            (name, "wait.entry") => self.wait_for_entry(name, with).await,
            (name, action) => self.phone_mut(name)?.act(action, with).await,
        }
    }

    /// Makes a card, and keeps what must be found nowhere: the server may be gone when it is looked for.
    async fn make_card(&mut self, with: &Value) -> Result<Value, String> {
        let made = self.server.control("card.make", with).await?;
        let secrets = self.server.control("card.secrets", &json!({ "card": made["card"] })).await?;
        self.cards.push(serde_json::from_value(secrets).map_err(|e| e.to_string())?);
        Ok(made)
    }

    fn phone(&self, name: &str) -> Result<&Phone, String> {
        self.phones.get(name).ok_or_else(|| format!("{name} has no phone"))
    }

    fn phone_mut(&mut self, name: &str) -> Result<&mut Phone, String> {
        self.phones.get_mut(name).ok_or_else(|| format!("{name} has no phone"))
    }

    /// Waits until a line of history is answered by the server; nobody touches the phone meanwhile.
    async fn wait_for_entry(&mut self, name: &str, with: &Value) -> Result<Value, String> {
        let deadline = Instant::now() + Duration::from_secs(20);
        loop {
            let entry = self.phone_mut(name)?.act("entry", with).await?;
            if entry["in_ledger"] == json!(true) || Instant::now() > deadline {
                return Ok(entry);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Whether a resident's payments at a shop, with their refunds, are the same list on both phones: id, amount,
    /// state and server time.
    async fn compare(&mut self, with: &Value) -> Result<Value, String> {
        let mut lists = Vec::new();
        for role in ["resident", "shop"] {
            let name = with[role].as_str().ok_or("whose histories?")?.to_owned();
            let page = self.phone_mut(&name)?.act("history", &json!({ "role": role })).await?;
            let lines = page["lines"].as_array().cloned().unwrap_or_default();
            let with_shop = lines.iter().filter(|line| line["kind"] == "payment" || line["kind"] == "refund");
            let list: Vec<Value> = with_shop
                .map(|line| json!([line["id"], line["amount"], line["state"], line["at"]]))
                .collect();
            lists.push(list);
        }
        Ok(json!({ "equal": lists[0] == lists[1], "entries": lists[0].len(), "lists": lists }))
    }
}
