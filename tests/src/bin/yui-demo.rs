//! Plays the whole job with real clients against a real server process, and tells each step as a person would.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};

use clap::Parser;
use serde_json::{Value, json};
use yui_protocol::municipality::Municipality;
use yui_tests::{
    omura,
    process::ServerProcess,
    scenario::{self, Outcome, Scenario},
    server::stop_asked,
    tell::Teller,
};
use yui_texts::{Args, Lang, environment_lang, keys};

/// The people of the job, as texts name them.
const PERSON: &str = "Tanaka Hanako";

/// Plays the job on this machine: a made-up resident registers, is paid in, pays online and offline.
#[derive(Parser)]
struct Arguments {
    /// End after the job, with 0 when every step went well.
    #[arg(long)]
    once: bool,
    /// Write the steps and their results to this file.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// The port to serve on; 0 takes a free one.
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// The language of the telling: ja, ja-simple, en, zh-Hans or vi.
    #[arg(long)]
    lang: Option<String>,
    /// Keep the data in this folder instead of a temporary one.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> ExitCode {
    match demo(Arguments::parse()).await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(wrong) => {
            // Nothing is left to tell it to when this fails.
            let _ = writeln!(io::stderr(), "{wrong}");
            ExitCode::FAILURE
        }
    }
}

async fn demo(arguments: Arguments) -> Result<bool, String> {
    let stop = stop_asked().map_err(|e| e.to_string())?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("no workspace")?;
    let town_folder = omura::folder();
    let town = std::fs::read_to_string(town_folder.join("municipality.toml")).map_err(|e| e.to_string())?;
    let town = yui_rules::municipality::parse(&town).map_err(|e| e.to_string())?;
    let job = Scenario::read(&root.join("tests/scenarios/01-the-job.json"))?;
    let teller = teller(arguments.lang.as_deref(), &town, &job);
    let temporary = tempfile::tempdir().map_err(|e| e.to_string())?;
    let data = arguments.data.clone().unwrap_or_else(|| temporary.path().join("data"));
    std::fs::create_dir_all(&data).map_err(|e| e.to_string())?;

    tell(&teller.say(keys::demo::DEMO_OPENING, Args::new()))?;
    let began = Instant::now();
    let program = std::env::current_exe().map_err(|e| e.to_string())?.with_file_name("yui-test-server");
    let more = [
        "--town".to_owned(),
        town_folder.display().to_string(),
        "--port".to_owned(),
        arguments.port.to_string(),
    ];
    let mut server = ServerProcess::start(&program, &data, &more, &data.join("server.log")).await?;
    let millis = i64::try_from(began.elapsed().as_millis()).unwrap_or(i64::MAX);
    tell(&teller.say(keys::demo::DEMO_SERVER_READY, Args::new().count("count", millis)))?;

    let mut number = 0;
    let play = scenario::run(&job, &mut server, data.join("phones"), |step| {
        for sentence in teller.step(step) {
            number += 1;
            // The outcome does not depend on whether anybody listens.
            let _ = tell(&format!("{number:>2}. {sentence}"));
        }
    });
    let outcome = tokio::select! {
        outcome = play => outcome,
        () = stop.cancelled() => return Err("stopped before the job was done".to_owned()),
    };
    let well = conclude(&outcome, &teller)?;
    if let Some(file) = &arguments.json {
        write_json(file, &outcome, millis, well)?;
    }
    if well && !arguments.once {
        let address = server.addresses().origin.clone();
        tell(&teller.say(keys::demo::DEMO_ADDRESSES, Args::new().words("address", address.clone())))?;
        for path in ["/staff", "/v1/shops", "/v1/municipality", "/v1/openapi.json", "/healthz", "/metrics"] {
            tell(&format!("    {address}{path}"))?;
        }
        tell_accounts(&server, &teller).await?;
        tell(&teller.say(keys::demo::DEMO_PREVIEW, Args::new()))?;
        tell(&format!("    scripts/preview --server {}", server.addresses().control))?;
        tell(&teller.say(keys::demo::DEMO_STOP, Args::new()))?;
        tokio::select! {
            () = server.wait() => {}
            () = stop.cancelled() => {}
        }
    }
    server.kill().await?;
    Ok(well)
}

/// Makes accounts for the staff pages, a counter's and an accountant's, and tells how to sign in. They are of this
/// server only, and their passwords are new each time.
async fn tell_accounts(server: &ServerProcess, teller: &Teller) -> Result<(), String> {
    tell(&teller.say(keys::demo::DEMO_STAFF, Args::new()))?;
    for (name, role, shown) in [
        ("counter", "body_counter", keys::staff::STAFF_ROLE_BODY_COUNTER),
        ("accounts", "body_accounts", keys::staff::STAFF_ROLE_BODY_ACCOUNTS),
    ] {
        let shown = teller.say(shown, Args::new());
        let account = json!({ "name": name, "shown": shown, "role": role });
        let made = server.control("staff.add", &account).await?;
        let password = made["password"].as_str().ok_or_else(|| format!("{name}: {}", made["error"]))?;
        tell(&format!("    {name}  {password}  ({shown})"))?;
    }
    Ok(())
}

fn teller(lang: Option<&str>, town: &Municipality, job: &Scenario) -> Teller {
    let lang = lang.and_then(Lang::from_tag).unwrap_or_else(environment_lang);
    let japanese = matches!(lang, Lang::Ja | Lang::JaSimple | Lang::ZhHans);
    let said = |action: &str, name: &str| {
        let step = job.steps.iter().find(|step| step.action == action);
        step.and_then(|step| step.with[name].as_str()).unwrap_or_default().replace('\u{3000}', "")
    };
    Teller {
        lang,
        town: if japanese { town.name.clone() } else { town.name_latin.clone() },
        person: if japanese { said("card.make", "name") } else { PERSON.to_owned() },
        shop: said("shop.add", "name"),
    }
}

fn conclude(outcome: &Outcome, teller: &Teller) -> Result<bool, String> {
    match outcome.wrong() {
        None => tell(&teller.say(keys::demo::DEMO_DONE, Args::new())).map(|()| true),
        Some(wrong) => {
            tell(&teller.say(keys::demo::DEMO_FAILED, Args::new().words("step", wrong))).map(|()| false)
        }
    }
}

fn write_json(file: &Path, outcome: &Outcome, ready_ms: i64, well: bool) -> Result<(), String> {
    let report: Value = json!({ "ok": well, "server_ready_ms": ready_ms, "job": outcome });
    let text = serde_json::to_string_pretty(&report).map_err(|e| e.to_string())?;
    std::fs::write(file, text + "\n").map_err(|e| format!("{}: {e}", file.display()))
}

fn tell(sentence: &str) -> Result<(), String> {
    let mut out = io::stdout();
    writeln!(out, "{sentence}").and_then(|()| out.flush()).map_err(|e| e.to_string())
}
